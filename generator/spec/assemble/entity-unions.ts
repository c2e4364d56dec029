import type { JsonValue } from '../../base/json.ts';
import type { Evidence, Fact } from '../../evidence/evidence.ts';
import { statedConstant } from '../rules/constants.ts';
import { factsOf, type FactNode } from './fact-tree.ts';
import { meantObjects, type EntityTable } from './named-entities.ts';

/**
 * Gives the objects of which a value is one (`It is one of: [Book](#book), [Lamp](#lamp)`) what tells them apart: the first
 * property that all of them have, each with one value of its own (`Always "book"`). Each of them has that value, and has it
 * always, unless its page says otherwise: without it, nobody could tell which it is. Gives no diagnostics.
 */
export function tellApart(evidence: readonly Evidence[], table: EntityTable): void {
  const unions = evidence.flatMap(({ fact }) =>
    fact.kind === 'refers' && fact.reference.others ? fact.reference : [],
  );
  for (const reference of unions) {
    // what is itself one of several has nothing of its own
    const objects = meantObjects(reference, table).filter(({ node }) => node.properties.size > 0);
    const [first, ...others] = objects;
    for (const name of first && others.length > 0 ? first.node.properties.keys() : []) {
      const found = objects.map((one) => constantOf(one.node.properties.get(name)));
      if (!found.every(isConstant) || new Set(found.map(({ value }) => value)).size < found.length) continue;
      for (const one of found) pin(one);
      break;
    }
  }
}

/** The one value of a property, and what says so. */
interface Constant {
  readonly value: JsonValue;
  readonly node: FactNode;
  readonly told: Evidence;
}

function isConstant(constant: Constant | undefined): constant is Constant {
  return constant !== undefined;
}

function constantOf(node: FactNode | undefined): Constant | undefined {
  if (!node) return undefined;
  const [choice] = factsOf(node.evidence, 'enum');
  if (choice) {
    const [value, ...others] = choice.fact.values;
    return value === undefined || others.length > 0 ? undefined : { value, node, told: choice.evidence };
  }
  const [text] = factsOf(node.evidence, 'description');
  const words = factsOf(node.evidence, 'type')[0]?.fact.words ?? '';
  const value = text && (/^int/i.test(words) ? numberIn(text.fact.text) : textIn(text.fact.text, words));
  return text && value !== undefined ? { value, node, told: text.evidence } : undefined;
}

/** A number that is all that a text says, or whom it stands for: `` `2` for a button``. */
function numberIn(text: string): number | undefined {
  const found = /^[`'"*]{0,2}(\d{1,6})[`'"*]{0,2}(?:\sfor\san?\s[\w -]{1,60})?\.?$/.exec(text.trim())?.[1];
  return found === undefined ? undefined : Number(found);
}

function textIn(text: string, words: string): string | undefined {
  if (!/^(?:str|text|enum|const|$)/i.test(words)) return undefined;
  return statedConstant(text) ?? /^[`"'“]([A-Za-z][\w.:-]{0,80})[`"'”]\.?$/.exec(text.trim())?.[1];
}

function pin({ value, node, told }: Constant): void {
  const add = (fact: Fact): void => {
    node.evidence.push({ ...told, fact, method: 'prose', confidence: 'medium' });
  };
  if (factsOf(node.evidence, 'enum').length === 0) add({ kind: 'enum', values: [value], closed: true });
  if (factsOf(node.evidence, 'required').length === 0) add({ kind: 'required', value: true });
}

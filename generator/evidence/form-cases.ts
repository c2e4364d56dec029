import type { Fact, FieldRule } from './evidence.ts';
import { conditionOf, withoutMethod } from './form-labels.ts';

/** The values that fields of a body may have, as far as texts name them in code or quotes: by value, the field. */
export type NamedValues = Map<string, string>;

/** Longer texts are read up to here. */
const maxText = 600;

/** Adds the values that facts about a field name (its own list, or code and quotes in its text) to `values`. Gives no diagnostics. */
export function noteValues(values: NamedValues, name: string, facts: readonly Fact[]): void {
  for (const fact of facts) {
    for (const word of valuesIn(fact)) {
      const value = word.toLowerCase();
      if (!/^(?:true|false|null|\d+)$/.test(value) && value !== name.toLowerCase() && !values.has(value))
        values.set(value, name);
    }
  }
}

function valuesIn(fact: Fact): string[] {
  if (fact.kind === 'enum') return fact.values.filter((value) => typeof value === 'string');
  if (fact.kind !== 'description') return [];
  return [...fact.text.slice(0, maxText).matchAll(/[`"“]([\w.-]{2,40})[`"”]/g)].map(([, word = '']) => word);
}

/** What a line says that only speaks of some cases: ``If `type` is `letter`, ...``, ``For `card`:``, ``Sent with type=card:``. */
const speaksOfCases = /\b(?:if|when|whenever|where|for|with|in case|unless)\b|=/i;

/** What is longer is no title. */
const longestTitle = 80;

/**
 * The rule under which fields are required that are listed only for some cases: the line, tab or heading before them says what
 * another field (of `names`) is to be, or names a value that one may have. Undefined where none does. Gives no diagnostics.
 */
export function statedCase(
  labels: readonly string[],
  values: NamedValues,
  names: ReadonlySet<string>,
): FieldRule | undefined {
  const condition = conditionOf(labels, names);
  if (condition) return { kind: 'required', fields: [condition.field], text: condition.text.slice(-maxText) };
  if (values.size === 0) return undefined;
  for (const label of labels) {
    const text = withoutMethod(label.slice(-maxText));
    const inLine = speaksOfCases.test(text) ? caseOf(text, /[`"“=]\s?[`"“]?([\w.-]{2,40})/g, values) : undefined;
    const found = inLine ?? (text.length <= longestTitle ? caseOf(text, /([\w.-]{2,40})/g, values) : undefined);
    if (found) return found;
  }
  return undefined;
}

function caseOf(text: string, form: RegExp, values: NamedValues): FieldRule | undefined {
  const fields = new Set([...text.matchAll(form)].flatMap(([, word = '']) => fieldOf(word.toLowerCase(), values)));
  return fields.size === 0 ? undefined : { kind: 'required', fields: [...fields], text };
}

function fieldOf(word: string, values: NamedValues): string[] {
  const field = values.get(word) ?? values.get(word.replace(/s$/, ''));
  return field === undefined ? [] : [field];
}

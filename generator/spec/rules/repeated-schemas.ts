import { isObject, ownObject, ownString, setOwn, type JsonObject, type JsonValue } from '../../base/json.ts';
import { pointerTokens, joinPointer } from '../../base/pointer.ts';
import { compareText } from '../../base/order.ts';
import { pointerRef } from '../dialects/moves.ts';
import { shortDigest } from '../short-digest.ts';
import { visitDescription } from '../walk.ts';
import type { Rule } from './rule.ts';

/**
 * How many schemas may stand in a description that already stand in it elsewhere, word for word. People repeat themselves,
 * and each place keeps its own schema and name; a description beyond this was made by putting the target in the place of each
 * reference, and no compiler takes what comes of it.
 */
const mostRepeats = 20_000;

/** Schemas of fewer characters are said again where they stand: a name would not make them plainer. */
const leastLength = 300;

const schemasPointer = '/components/schemas';

/** Schemas of a description that are equal, taken as one. */
interface Distinct {
  /** The first of them. */
  readonly schema: JsonObject;
  readonly pointer: string;
  /** How many characters it takes to say it. */
  readonly length: number;
  /** In how many places they stand: of distinct schemas, or outside of schemas. */
  uses: number;
  /** The component that says it, once there is one. */
  component?: string;
}

/**
 * The rule for descriptions with more repeats than `most`. The component that says the same already is referred to; a new one is
 * called after the title of the schema or the member that it is the value of. Reports `spec/repeated`.
 */
export function repeatedSchemas(most: number): Rule {
  return {
    says: `A description that repeats more than ${most} of its schemas word for word says each long one once, as a component.`,
    apply(document, { report }) {
      const { numbers, distinct } = number(document);
      const count = numbers.size - distinct.length;
      if (count <= most) return;
      const shared = new Set(distinct.filter(({ uses, length }) => uses > 1 && length >= leastLength));
      const components = nameAll([...shared], document);
      shareAll(document, (schema) => {
        const one = distinct[numbers.get(schema) ?? -1];
        return one && shared.has(one) ? one.component : undefined;
      });
      report.add('spec/repeated', undefined, { count: String(count), components: String(components) });
    },
  };
}

/** The rule as it is applied. */
export const repeatedSchemasRule: Rule = repeatedSchemas(mostRepeats);

/** Every schema with the number of what it says. A schema that is a component, and no reference, gives its name to all like it. */
function number(document: JsonObject): { numbers: Map<JsonObject, number>; distinct: Distinct[] } {
  const numbers = new Map<JsonObject, number>();
  const byText = new Map<string, number>();
  const distinct: Distinct[] = [];
  /** The numbers of the parts of each schema that is being looked at, the outermost first. */
  const open: number[][] = [];
  const enter = (schema: JsonObject, pointer: string, parts: readonly number[]): number => {
    const text = JSON.stringify(schema, (key, value: JsonValue) => {
      // where they stand is no difference; the component has the place of the first
      if (key === 'x-evidence' && Array.isArray(value)) return undefined;
      const known = isObject(value) ? numbers.get(value) : undefined;
      return known === undefined ? value : `#${known}`;
    });
    const known = byText.get(text);
    if (known !== undefined) return known;
    const inside = parts.flatMap((part) => distinct[part] ?? []);
    for (const part of inside) part.uses += 1;
    byText.set(text, distinct.length);
    const length = inside.reduce((sum, part) => sum + part.length, text.length);
    return distinct.push({ schema, pointer, length, uses: 0 }) - 1;
  };
  visitDescription(document, {
    enterSchema: () => open.push([]),
    leaveSchema(schema, pointer) {
      const index = enter(schema, pointer, open.pop() ?? []);
      numbers.set(schema, index);
      const one = distinct[index];
      const around = open.at(-1);
      if (around) around.push(index);
      else if (one) one.uses += 1;
      const name = ownString(schema, '$ref') === undefined ? componentName(pointer) : undefined;
      if (one && name !== undefined) one.component ??= name;
    },
  });
  return { numbers, distinct };
}

/** What the component at a pointer is called; undefined where no schema of the components stands there. */
function componentName(pointer: string): string | undefined {
  if (!pointer.startsWith(`${schemasPointer}/`)) return undefined;
  const [, , name, ...inside] = pointerTokens(pointer);
  return inside.length === 0 ? name : undefined;
}

/** Names those without a component; returns how many there were. Of equal names each gets a digest of what it says. */
function nameAll(shared: readonly Distinct[], document: JsonObject): number {
  const nameless = shared.filter(({ component }) => component === undefined);
  const wanted = nameless.map(wantedName);
  const taken = new Set(Object.keys(ownObject(ownObject(document, 'components'), 'schemas') ?? {}));
  const counts = new Map<string, number>();
  for (const name of wanted) counts.set(name, (counts.get(name) ?? 0) + 1);
  nameless.forEach((one, index) => {
    let name = wanted[index] ?? '';
    if (counts.get(name) !== 1) name += `_${shortDigest(JSON.stringify(one.schema))}`;
    while (taken.has(name)) name += '_';
    taken.add(name);
    one.component = name;
  });
  return nameless.length;
}

/** The title of a schema, else the innermost property on its way. */
function wantedName({ schema, pointer }: Distinct): string {
  const title = ownString(schema, 'title')?.trim();
  if (title) return title;
  const tokens = pointerTokens(pointer);
  const at = tokens.findLastIndex((_token, index) => tokens[index - 1] === 'properties');
  return tokens[at] || 'schema';
}

/** Puts references in the places of all shared schemas, and what they stood for into the components. */
function shareAll(document: JsonObject, componentOf: (schema: JsonObject) => string | undefined): void {
  const made = new Map<string, JsonObject>();
  visitDescription(document, {
    leaveSchema(schema, pointer) {
      const name = componentOf(schema);
      if (name === undefined || componentName(pointer) === name) return;
      if (!made.has(name)) made.set(name, { ...schema });
      for (const key of Object.keys(schema)) delete schema[key];
      schema['$ref'] = pointerRef(joinPointer(schemasPointer, name));
    },
  });
  const components = (document['components'] = ownObject(document, 'components') ?? {});
  const schemas = (components['schemas'] = ownObject(components, 'schemas') ?? {});
  for (const [name, schema] of [...made].toSorted(([left], [right]) => compareText(left, right))) {
    if (!Object.hasOwn(schemas, name)) setOwn(schemas, name, schema);
  }
}

import { isObject, own, ownArray, ownObject, ownString, stringsOf, type JsonObject } from '../../base/json.ts';
import { visitSchemas } from '../walk.ts';
import { partsOf } from './properties.ts';
import { placeOf, type Rule } from './rule.ts';

/**
 * `additionalProperties` sees only the `properties` beside it (JSON Schema 2020-12, core, section 10.3.2.3), not those of an
 * `allOf`, a `oneOf` or a reference. Where it forbids a property that another part requires, or each that another part
 * declares, no object would be valid, or the other part would say nothing: the author took it to see the whole. Reports
 * `spec/mended`.
 */
export const closedCompositionsRule: Rule = {
  says: 'No part of a composition forbids what another part requires, or all that it declares: the whole is closed, or the part is open.',
  apply(document, { report }) {
    visitSchemas(document, (schema, pointer, evident) => {
      if (!isComposition(schema)) return;
      const mended = (part: string, fault: string, remedy: string): void =>
        report.add('spec/mended', evident && placeOf(evident), {
          what: `"additionalProperties" of ${part}${pointer}`,
          reason: `it forbids ${fault}, of another part`,
          remedy,
        });
      const together = read(document, schema);
      const branches = alternativesOf(schema).map((list) => list.map((branch) => read(document, branch)));
      const itself = together.find((part) => part.schema === schema && part.isClosed);
      const fault = itself && (faultAmong(itself, together) ?? faultInEach(itself, branches));
      if (fault !== undefined) {
        delete schema['additionalProperties'];
        schema['unevaluatedProperties'] ??= false;
        mended('', fault, 'it is read as "unevaluatedProperties", which sees their properties too');
      }
      for (const group of [together, ...branches.flat().map((branch) => [...together, ...branch])])
        for (const part of group) {
          const found = part.isClosed && part.schema !== schema ? faultAmong(part, group) : undefined;
          if (found === undefined || part.schema['additionalProperties'] !== false) continue;
          delete part.schema['additionalProperties'];
          mended('a part of ', found, 'the part is read without it');
        }
    });
  },
};

/** Parts beyond this many are not compared with each other. */
const mostParts = 200;

/** What one part of a composition says of the names of properties. */
interface NamedPart {
  readonly schema: JsonObject;
  readonly isClosed: boolean;
  readonly declared: ReadonlySet<string>;
  readonly required: readonly string[];
}

function isComposition(schema: JsonObject): boolean {
  const hasParts = ['allOf', 'oneOf', 'anyOf'].some((keyword) => own(schema, keyword) !== undefined);
  return hasParts || (schema['additionalProperties'] === false && ownString(schema, '$ref') !== undefined);
}

/** `schema` and all that holds together with it. */
function read(document: JsonObject, schema: JsonObject): NamedPart[] {
  const parts = partsOf(document, schema).slice(0, mostParts);
  return parts.map(({ part }) => ({
    schema: part,
    isClosed: part['additionalProperties'] === false && own(part, 'patternProperties') === undefined,
    declared: new Set(Object.keys(ownObject(part, 'properties') ?? {})),
    required: stringsOf(part['required']),
  }));
}

/** The branches of `oneOf` and of `anyOf`. One that is `true` or `false` says nothing of properties. */
function alternativesOf(schema: JsonObject): JsonObject[][] {
  const lists = ['oneOf', 'anyOf'].map((keyword) => ownArray(schema, keyword) ?? []);
  return lists.map((list) => list.map((branch) => (isObject(branch) ? branch : {})));
}

/** What a closed part forbids of the others, as words; undefined where nothing that they need. */
function faultAmong(closed: NamedPart, others: readonly NamedPart[]): string | undefined {
  for (const { schema, declared, required } of others) {
    if (schema === closed.schema) continue;
    const missing = required.find((name) => !closed.declared.has(name));
    if (missing !== undefined) return `the required "${missing}"`;
    const [first] = declared;
    if (first !== undefined && ![...declared].some((name) => closed.declared.has(name))) return `"${first}"`;
  }
  return undefined;
}

/** The same where each branch of some alternative that says anything of properties needs what is forbidden. */
function faultInEach(closed: NamedPart, alternatives: readonly (readonly NamedPart[][])[]): string | undefined {
  for (const branches of alternatives) {
    const saying = branches.filter((parts) =>
      parts.some(({ declared, required }) => declared.size + required.length > 0),
    );
    const faults = saying.map((parts) => faultAmong(closed, parts));
    if (faults.length > 0 && !faults.includes(undefined)) return faults[0];
  }
  return undefined;
}

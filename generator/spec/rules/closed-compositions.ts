import { isObject, own, ownArray, ownObject, stringsOf, type JsonObject, type JsonValue } from '../../base/json.ts';
import { visitSchemas } from '../walk.ts';
import { partsOf, propertyNames, referred } from './properties.ts';
import { placeOf, type Rule } from './rule.ts';

/**
 * `additionalProperties` sees only the `properties` beside it (JSON Schema 2020-12, core, section 10.3.2.3), not those of an
 * `allOf`, a `oneOf` or a reference. Where such a part requires what is thereby forbidden, no object at all would be valid,
 * and where nothing is declared beside it, no object but the empty one: nobody means that. Reports `spec/mended`.
 */
export const closedCompositionsRule: Rule = {
  says: 'A schema that forbids the very properties that its parts require, or all that they declare, closes the whole composition instead.',
  apply(document, { report }) {
    visitSchemas(document, (schema, pointer, evident) => {
      if (schema['additionalProperties'] !== false || own(schema, 'unevaluatedProperties') !== undefined) return;
      const fault = faultOf(document, schema);
      if (fault === undefined) return;
      delete schema['additionalProperties'];
      schema['unevaluatedProperties'] = false;
      report.add('spec/mended', evident && placeOf(evident), {
        what: `"additionalProperties" of ${pointer}`,
        reason: `it forbids ${fault}`,
        remedy: 'it is read as "unevaluatedProperties", which sees their properties too',
      });
    });
  },
};

/** What `additionalProperties: false` forbids that the author cannot have meant to forbid; undefined where all is well. */
function faultOf(document: JsonObject, schema: JsonObject): string | undefined {
  if (own(schema, 'patternProperties') !== undefined) return undefined;
  const declared = new Set(Object.keys(ownObject(schema, 'properties') ?? {}));
  const missing = byParts(document, schema, requiredNames).find((name) => !declared.has(name));
  if (missing !== undefined) return `"${missing}", which the parts of the schema require`;
  const isEmpty = declared.size === 0 && byParts(document, schema, propertyNames).length > 0;
  return isEmpty ? 'all that the parts of the schema declare' : undefined;
}

/** The names that `namesOf` finds in what holds together with `schema`, and in each branch of an alternative beside it. */
function byParts(
  document: JsonObject,
  schema: JsonObject,
  namesOf: (document: JsonObject, schema: JsonObject) => readonly string[],
): string[] {
  const names = (part: JsonValue): readonly string[] => (isObject(part) ? namesOf(document, part) : []);
  const target = referred(document, schema);
  const together = [...(ownArray(schema, 'allOf') ?? []), ...(target ? [target] : [])];
  const alternatives = ['oneOf', 'anyOf'].map((keyword) => ownArray(schema, keyword) ?? []);
  return [...together.flatMap(names), ...alternatives.flatMap((branches) => inEach(branches.map(names)))];
}

/** What `schema` and all that holds together with it require. */
function requiredNames(document: JsonObject, schema: JsonObject): string[] {
  return partsOf(document, schema).flatMap(({ part }) => stringsOf(part['required']));
}

function inEach([first = [], ...others]: readonly (readonly string[])[]): string[] {
  return first.filter((name) => others.every((names) => names.includes(name)));
}

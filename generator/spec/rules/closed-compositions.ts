import { isObject, own, ownArray, ownObject, stringsOf, type JsonObject } from '../../base/json.ts';
import { visitSchemas } from '../walk.ts';
import { partsOf, referred } from './properties.ts';
import { placeOf, type Rule } from './rule.ts';

/**
 * `additionalProperties` sees only the `properties` beside it (JSON Schema 2020-12, core, section 10.3.2.3), not those of an
 * `allOf`, a `oneOf` or a reference. Where such a part requires what is thereby forbidden, no object at all would be valid,
 * which nobody means. Reports `spec/mended`.
 */
export const closedCompositionsRule: Rule = {
  says: 'A schema that forbids the very properties that its parts require closes the whole composition instead.',
  apply(document, { report }) {
    visitSchemas(document, (schema, pointer, evident) => {
      if (schema['additionalProperties'] !== false || own(schema, 'unevaluatedProperties') !== undefined) return;
      const name = forbiddenButRequired(document, schema);
      if (name === undefined) return;
      delete schema['additionalProperties'];
      schema['unevaluatedProperties'] = false;
      report.add('spec/mended', evident && placeOf(evident), {
        what: `"additionalProperties" of ${pointer}`,
        reason: `it forbids "${name}", which the parts of the schema require`,
        remedy: 'it is read as "unevaluatedProperties", which sees their properties too',
      });
    });
  },
};

/** A property that every object must have by the parts of `schema`, and may not have by its `additionalProperties: false`. */
function forbiddenButRequired(document: JsonObject, schema: JsonObject): string | undefined {
  if (own(schema, 'patternProperties') !== undefined) return undefined;
  const declared = new Set(Object.keys(ownObject(schema, 'properties') ?? {}));
  return requiredByParts(document, schema).find((name) => !declared.has(name));
}

function requiredByParts(document: JsonObject, schema: JsonObject): string[] {
  const target = referred(document, schema);
  const together = [...(ownArray(schema, 'allOf') ?? []), ...(target ? [target] : [])];
  const alternatives = ['oneOf', 'anyOf'].map((keyword) => ownArray(schema, keyword) ?? []);
  return [
    ...together.flatMap((part) => (isObject(part) ? requiredNames(document, part) : [])),
    ...alternatives.flatMap((branches) =>
      inEach(branches.map((one) => (isObject(one) ? requiredNames(document, one) : []))),
    ),
  ];
}

/** What `schema` and all that holds together with it require. */
function requiredNames(document: JsonObject, schema: JsonObject): string[] {
  return partsOf(document, schema).flatMap(({ part }) => stringsOf(part['required']));
}

function inEach([first = [], ...others]: readonly (readonly string[])[]): string[] {
  return first.filter((name) => others.every((names) => names.includes(name)));
}

import { isObject, type JsonObject, type JsonValue } from '../../generator/base/json.ts';

/** Words under which names stand that are no keywords. */
const namesUnder: ReadonlySet<string> = new Set(
  'properties patternProperties dependentSchemas $defs schemas'.split(' '),
);

/** Words under which stands data. */
const dataUnder: ReadonlySet<string> = new Set(['const', 'enum', 'default', 'example', 'examples', 'required', 'type']);

/** The same spec with each of its objects changed, inner ones first; names and data are left alone. */
function mapObjects(value: JsonValue, change: (schema: JsonObject) => JsonObject, areNames = false): JsonValue {
  if (Array.isArray(value)) return value.map((item) => mapObjects(item, change));
  if (!isObject(value)) return value;
  const entries = Object.entries(value).map(([key, inner]) => {
    if (!areNames && dataUnder.has(key)) return [key, inner] as const;
    return [key, mapObjects(inner, change, !areNames && namesUnder.has(key))] as const;
  });
  const changed = Object.fromEntries(entries);
  return areNames ? changed : change(changed);
}

const objectKeywords = ['properties', 'required', 'additionalProperties', 'patternProperties'];
const arrayKeywords = ['items', 'prefixItems'];
const otherTypes = ['type', 'const', 'enum'];

/**
 * The same with the type that a schema means but does not state, that of an object where it has properties. By the
 * letter it allows any other value too; emitted types say what is meant, validators go by the letter.
 */
export function withMeantTypes(spec: JsonValue): JsonValue {
  return mapObjects(spec, (schema) => {
    const has = (keywords: readonly string[]): boolean => keywords.some((keyword) => Object.hasOwn(schema, keyword));
    // the Parameter Object has a `required` of its own
    if (has(otherTypes) || typeof schema['required'] === 'boolean') return schema;
    if (has(objectKeywords)) return { ...schema, type: 'object' };
    return has(arrayKeywords) ? { ...schema, type: 'array' } : schema;
  });
}

/**
 * The keywords of which a TypeScript type says nothing: sizes and ranges, the form of texts, what depends on other members,
 * and names that stand for many. They are left out; what is left is what a type must hold a value to.
 */
const unsayable: ReadonlySet<string> = new Set(
  [
    // of texts and numbers (JSON Schema Validation 2020-12, sections 6.2, 6.3 and 7)
    'minLength maxLength pattern format multipleOf minimum maximum exclusiveMinimum exclusiveMaximum',
    // of lists and objects (sections 6.4 and 6.5)
    'minItems maxItems uniqueItems contains minContains maxContains minProperties maxProperties dependentRequired',
    // of names: an index signature holds for all names alike, and a value may always have more members than its type
    'propertyNames patternProperties additionalProperties unevaluatedProperties unevaluatedItems',
    // of values that fit something else (Core, sections 10.2.1.4 and 10.2.2)
    'not if then else dependentSchemas',
  ].flatMap((line) => line.split(' ')),
);

/**
 * The same spec with only what types can say: of its schemas the keywords of `unsayable` are gone, an integer is a
 * number, and one branch or more of a `oneOf` may fit.
 */
export function withSayableOnly(spec: JsonValue): JsonValue {
  return mapObjects(withMeantTypes(spec), (schema) => {
    const kept = Object.entries(schema).filter(([key]) => !unsayable.has(key));
    const { oneOf, allOf = [], ...rest } = Object.fromEntries(kept);
    const members = [...(Array.isArray(allOf) ? allOf : []), ...(oneOf === undefined ? [] : [{ anyOf: oneOf }])];
    const type = rest['type'] === undefined ? undefined : withoutIntegers(rest['type']);
    return { ...rest, ...(type !== undefined && { type }), ...(members.length > 0 && { allOf: members }) };
  });
}

function withoutIntegers(type: JsonValue): JsonValue {
  if (Array.isArray(type)) return [...new Set(type.map(withoutIntegers))];
  return type === 'integer' ? 'number' : type;
}

import { isObject, own, type JsonObject, type JsonValue } from '../../base/json.ts';
import { resolveSchema, visitSchemas } from '../walk.ts';
import { placeOf, type Rule } from './rule.ts';

/**
 * OAS 3.0's `nullable`, which people go on writing in 3.1, where only a type says that null is allowed. The type "null"
 * beside a union of which no branch takes null, as converters of `nullable` write it, is read as one: to the letter no
 * value would pass (`spec/mended`).
 */
export const nullableRule: Rule = {
  says: 'Null is allowed by the type "null", never by `nullable`.',
  apply(document, { report }) {
    visitSchemas(document, (schema) => {
      const isBesideUnion = excludesItsUnion(document, schema);
      if (isBesideUnion) {
        delete schema['type'];
        const reason = 'it stands beside a union whose branches all refuse null, so nothing would pass';
        const remedy = 'it is read as one more branch';
        report.add('spec/mended', placeOf(schema), { what: 'the type "null"', reason, remedy });
      }
      const nullable = isNullable(schema) || isBesideUnion;
      delete schema['nullable'];
      delete schema['x-nullable'];
      if (nullable) allowNull(document, schema);
    });
  },
};

/** Whether a schema wants null and one of several branches each of which names a type that is another. */
function excludesItsUnion(document: JsonObject, schema: JsonObject): boolean {
  if (schema['type'] !== 'null') return false;
  const branches = ['oneOf', 'anyOf'].flatMap((key) => (Array.isArray(schema[key]) ? schema[key] : []));
  return branches.length > 0 && branches.every((branch) => refusesNull(document, branch));
}

function refusesNull(document: JsonObject, branch: JsonValue): boolean {
  const target = resolveSchema(document, branch);
  return isObject(target) && target['type'] !== undefined && !acceptsNull(document, branch);
}

function isNullable(schema: JsonObject): boolean {
  return ['nullable', 'x-nullable'].some((key) => schema[key] === true || schema[key] === 'true');
}

/** Keywords that bind one kind of value only: without a type they refuse no null, but they show what else is meant. */
const structures = ['properties', 'additionalProperties', 'patternProperties', 'items', 'prefixItems'];

/** Makes `schema` accept null as well, in place. */
function allowNull(document: JsonObject, schema: JsonObject): void {
  const { type } = schema;
  const unions = ['oneOf', 'anyOf'].filter((key) => Array.isArray(schema[key]));
  const isTyped = typeof type === 'string' || Array.isArray(type);
  const isWhole = typeof schema['$ref'] === 'string' || Array.isArray(schema['allOf']) || schema['not'] !== undefined;
  if (isWhole || (!isTyped && unions.length === 0 && structures.some((key) => schema[key] !== undefined))) {
    wrap(schema);
    return;
  }
  const types = [type].flat();
  if (isTyped && !types.includes('null')) schema['type'] = [...types.filter((one) => one !== undefined), 'null'];
  for (const key of unions) {
    const branches = schema[key];
    if (Array.isArray(branches) && !branches.some((one) => acceptsNull(document, one)))
      schema[key] = [...branches, { type: 'null' }];
  }
  const values = schema['enum'];
  if (Array.isArray(values) && !values.includes(null)) schema['enum'] = [...values, null];
  if (schema['const'] === undefined || schema['const'] === null) return;
  schema['enum'] = [schema['const'], null];
  delete schema['const'];
}

/** Whether a branch is known to accept null: of two that do, `oneOf` would refuse it. */
function acceptsNull(document: JsonObject, branch: JsonValue): boolean {
  const schemas = [branch, resolveSchema(document, branch)];
  return schemas.some((schema) => isObject(schema) && (isNullable(schema) || namesNull(schema)));
}

function namesNull(schema: JsonObject): boolean {
  const values = own(schema, 'enum');
  return [schema['type']].flat().includes('null') && (!Array.isArray(values) || values.includes(null));
}

const annotations: ReadonlySet<string> = new Set([
  'title',
  'description',
  'deprecated',
  'default',
  'example',
  'examples',
  'readOnly',
  'writeOnly',
]);

/** `anyOf` of what the schema asserts and null; what it only tells stays outside. */
function wrap(schema: JsonObject): void {
  const inner: JsonObject = {};
  for (const key of Object.keys(schema)) {
    if (annotations.has(key) || key.startsWith('x-')) continue;
    inner[key] = schema[key] ?? null;
    delete schema[key];
  }
  schema['anyOf'] = [inner, { type: 'null' }];
}

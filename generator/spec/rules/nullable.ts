import { isObject, type JsonObject } from '../../base/json.ts';
import { visitSchemas } from '../walk.ts';
import type { Rule } from './rule.ts';

/** OAS 3.0's `nullable`, which people go on writing in 3.1, where only a type says that null is allowed. */
export const nullableRule: Rule = {
  says: 'Null is allowed by the type "null", never by `nullable`.',
  apply(document) {
    visitSchemas(document, (schema) => {
      const nullable = schema['nullable'] === true || schema['x-nullable'] === true;
      delete schema['nullable'];
      delete schema['x-nullable'];
      if (nullable) allowNull(schema);
    });
  },
};

/** Makes `schema` accept null as well, in place. */
function allowNull(schema: JsonObject): void {
  const { type } = schema;
  if (typeof schema['$ref'] === 'string' || Array.isArray(schema['allOf'])) {
    wrap(schema);
  } else if (typeof type === 'string' || Array.isArray(type)) {
    const types = [type].flat();
    if (!types.includes('null')) schema['type'] = [...types, 'null'];
    const values = schema['enum'];
    if (Array.isArray(values) && !values.includes(null)) schema['enum'] = [...values, null];
    if (schema['const'] !== undefined && schema['const'] !== null) {
      schema['enum'] = [schema['const'], null];
      delete schema['const'];
    }
  } else {
    for (const key of ['oneOf', 'anyOf']) {
      const branches = schema[key];
      if (Array.isArray(branches) && !branches.some((one) => isObject(one) && one['type'] === 'null')) {
        schema[key] = [...branches, { type: 'null' }];
      }
    }
  }
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

import { isObject, jsonEqual, own, type JsonValue } from '../../base/json.ts';
import type { Identifier } from '../../base/names.ts';
import type { ObjectSchema, Schema } from '../../model/model.ts';

/** The schemas of an API by name. */
export type SchemasByName = ReadonlyMap<Identifier, Schema>;

/** References are followed no further than this; a default is small. */
const maximumDepth = 50;

/**
 * Whether a value is sure to fit a schema: what documents give as a default may be a word about it ("none"), or of
 * another type. What is hard to tell counts as no.
 */
export function fits(value: JsonValue, schema: Schema, schemas: SchemasByName, depth = 0): boolean {
  const go = (part: JsonValue, inner: Schema): boolean => depth < maximumDepth && fits(part, inner, schemas, depth + 1);
  switch (schema.kind) {
    case 'unknown':
      return true;
    case 'null':
      return value === null;
    case 'boolean':
      return typeof value === 'boolean';
    case 'literal':
      return schema.values.some((one) => jsonEqual(one, value));
    case 'string':
      return typeof value === 'string' ? fitsText(value, schema) : !schema.typed;
    case 'number':
      return typeof value === 'number' ? fitsNumber(value, schema) : !schema.typed;
    case 'array':
      if (!Array.isArray(value)) return !schema.typed;
      return (
        value.length >= (schema.minItems ?? 0) &&
        value.length <= (schema.maxItems ?? Infinity) &&
        schema.contains === undefined &&
        (!schema.uniqueItems || value.length < 2) &&
        value.every((item: JsonValue, index) => go(item, schema.prefixItems[index] ?? schema.items))
      );
    case 'object':
      return isObject(value) ? fitsObject(value, schema, go) : !schema.typed;
    case 'union':
      return schema.branches.filter((branch) => go(value, branch)).length >= 1;
    case 'intersection':
      return schema.members.every((member) => go(value, member));
    case 'reference': {
      const target = schemas.get(schema.name);
      return target !== undefined && go(value, target);
    }
    default:
      return false;
  }
}

function fitsText(value: string, schema: Schema & { kind: 'string' }): boolean {
  const length = [...value].length;
  if (length < (schema.minLength ?? 0) || length > (schema.maxLength ?? Infinity)) return false;
  return schema.pattern === undefined;
}

function fitsNumber(value: number, schema: Schema & { kind: 'number' }): boolean {
  if (schema.integer && !Number.isInteger(value)) return false;
  const { minimum = -Infinity, maximum = Infinity, exclusiveMinimum, exclusiveMaximum } = schema;
  if (value < minimum || value > maximum || schema.multipleOf !== undefined) return false;
  return !(value <= (exclusiveMinimum ?? -Infinity) || value >= (exclusiveMaximum ?? Infinity));
}

function fitsObject(
  value: { readonly [name: string]: JsonValue },
  schema: ObjectSchema,
  go: (part: JsonValue, schema: Schema) => boolean,
): boolean {
  const names = Object.keys(value);
  const { minProperties = 0, maxProperties = Infinity } = schema;
  if (schema.patternProperties.length + schema.dependentRequired.length > 0 || schema.propertyNames) return false;
  if (names.length < minProperties || names.length > maxProperties) return false;
  // a required property may be missing that has a default itself
  const present = schema.properties.every(({ name, required, schema: part }) => {
    const member = own(value, name);
    return member === undefined ? !required || part.docs.defaultValue !== undefined : go(member, part);
  });
  const known = new Set(schema.properties.map(({ name }) => name));
  const others = names.filter((name) => !known.has(name));
  return (
    present &&
    schema.otherRequired.every((name) => Object.hasOwn(value, name)) &&
    others.every((name) => go(value[name] ?? null, schema.additional))
  );
}

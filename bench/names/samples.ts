import {
  isObject,
  own,
  ownArray,
  ownObject,
  ownString,
  type JsonObject,
  type JsonValue,
} from '../../generator/base/json.ts';
import { allProperties, alternatives, contentSchema, isArray, resolve, type Spec } from './schema.ts';

/** Whether samples show the values that a description gives, or only stand-ins of the type. */
export type Values = 'examples' | 'types';

const deepest = 8;

/** What documentation generators put where a string of a format is wanted. */
const standIns: Readonly<Record<string, string>> = {
  'date-time': '2023-11-07T05:31:56Z',
  date: '2023-12-25',
  uuid: '3c90c3cc-0d44-4b50-8888-8dd25736052a',
  email: 'jsmith@example.com',
};

/** A sample of a schema, made the way documentation generators do: an example, else an allowed value, else by type. */
export function sampleOf(schema: JsonObject, spec: Spec, values: Values, depth = 0): JsonValue {
  if (values === 'examples') {
    const given = own(schema, 'example') ?? ownArray(schema, 'examples')?.[0];
    if (given !== undefined && given !== null) return given;
  }
  const constant = own(schema, 'const') ?? ownArray(schema, 'enum')?.find((value) => value !== null);
  if (constant !== undefined) return constant;
  const properties = allProperties(schema, spec);
  if (Object.keys(properties).length > 0) return objectOf(properties, spec, values, depth);
  if (isArray(schema) || isObject(own(schema, 'items'))) {
    return depth > deepest ? [] : [sampleOf(resolve(own(schema, 'items'), spec), spec, values, depth + 1)];
  }
  const first = alternatives(schema)?.[0] ?? ownArray(schema, 'allOf')?.[0];
  if (first !== undefined && depth <= deepest) return sampleOf(resolve(first, spec), spec, values, depth + 1);
  return leafOf(schema);
}

function objectOf(properties: JsonObject, spec: Spec, values: Values, depth: number): JsonObject {
  if (depth > deepest) return {};
  const entries = Object.entries(properties).map(([name, property]): [string, JsonValue] => [
    name,
    sampleOf(resolve(property, spec), spec, values, depth + 1),
  ]);
  return Object.fromEntries(entries);
}

function leafOf(schema: JsonObject): JsonValue {
  const declared = own(schema, 'type');
  const type = Array.isArray(declared) ? declared.find((word) => word !== 'null') : declared;
  if (type === 'integer' || type === 'number') return 123;
  if (type === 'boolean') return true;
  if (type === 'object') return {};
  const format = ownString(schema, 'format') ?? '';
  return Object.hasOwn(standIns, format) ? (standIns[format] ?? '') : '<string>';
}

/** The sample of a body or a response, or undefined where it has no JSON. */
export function bodySample(holder: JsonObject, spec: Spec, values: Values): JsonValue | undefined {
  const [mediaType, media] = Object.entries(ownObject(holder, 'content') ?? {})[0] ?? [];
  if (mediaType === undefined || !/json/i.test(mediaType)) return undefined;
  if (values === 'examples') {
    const named = Object.values(ownObject(media, 'examples') ?? {})[0];
    const given = own(media, 'example') ?? own(resolve(named, spec), 'value');
    if (isObject(given) || Array.isArray(given)) return given;
  }
  const made = sampleOf(contentSchema(holder, spec), spec, values);
  return isObject(made) || Array.isArray(made) ? made : undefined;
}

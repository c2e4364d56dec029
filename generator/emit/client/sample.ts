import { isObject, jsonEqual, setOwn, type JsonObject, type JsonValue } from '../../base/json.ts';
import type { Identifier } from '../../base/names.ts';
import type { Api, ObjectSchema, Schema } from '../../model/model.ts';

/** Optional properties that an example shows beside the required ones. */
const optionalShown = 2;
/** Below this depth only what is required is shown. */
const fullDepth = 6;
const maxDepth = 30;
/** An example has no more parts than this, whatever the schema. */
const maxParts = 2_000;
/** More comparisons than this are not made to find out whether the examples fit. */
const maxChecks = 50_000;

/** Makes example values for schemas of one API. */
export interface Sampler {
  /** A value of the schema: an example of the documents if it fits, else the simplest there is. */
  sample(schema: Schema): JsonValue;
}

/** The schemas of an API by name, made once for all its operations. */
const schemaIndexes = new WeakMap<Api, ReadonlyMap<Identifier, Schema>>();

/** The schema of `api` called `name`, if there is one. */
export function schemaNamed(api: Api, name: Identifier): Schema | undefined {
  const index = schemaIndexes.get(api) ?? new Map(api.schemas.map((named) => [named.name, named.schema]));
  schemaIndexes.set(api, index);
  return index.get(name);
}

/** A sampler for the schemas of `api`. Examples of documents are often wrong; those that do not fit are not used. */
export function createSampler(api: Api): Sampler {
  const resolve = (schema: Schema): Schema | undefined =>
    schema.kind === 'reference' ? schemaNamed(api, schema.name) : schema;
  return { sample: (schema) => sampleOf(schema, { resolve, parts: 0, checks: 0 }, 0) };
}

type Resolve = (schema: Schema) => Schema | undefined;

interface Sampling {
  readonly resolve: Resolve;
  parts: number;
  checks: number;
}

type SamplePart = (part: Schema) => JsonValue;

function sampleOf(schema: Schema, sampling: Sampling, depth: number): JsonValue {
  const { resolve } = sampling;
  const isDeep = depth > fullDepth;
  sampling.parts += 1;
  const { examples, defaultValue } = schema.docs;
  const given = [...examples, ...(defaultValue === undefined ? [] : [defaultValue])];
  const fitting = given.find((value) => fits(value, schema, sampling, 0));
  if (fitting !== undefined) return fitting;
  if (depth > maxDepth || sampling.parts > maxParts) return null;
  const next: SamplePart = (part) => sampleOf(part, sampling, depth + 1);
  switch (schema.kind) {
    case 'string':
      return formatSamples[schema.format ?? ''] ?? 'text'.padEnd(schema.minLength ?? 0, '.').slice(0, schema.maxLength);
    case 'number':
      return schema.minimum ?? (schema.maximum !== undefined && schema.maximum < 1 ? schema.maximum : 1);
    case 'boolean':
      return true;
    case 'literal':
      return schema.values[0] ?? null;
    case 'array':
      if (schema.prefixItems.length > 0) return schema.prefixItems.map(next);
      return isDeep && (schema.minItems ?? 0) === 0 ? [] : [next(schema.items)];
    case 'object':
      return sampleIntersection([schema], resolve, next, isDeep);
    case 'union':
      return schema.branches[0] ? next(schema.branches[0]) : null;
    case 'intersection':
      return sampleIntersection(schema.members, resolve, next, isDeep);
    case 'reference': {
      const target = resolve(schema);
      return target ? next(target) : null;
    }
    case 'unknown':
      return 'text';
    case 'null':
    case 'never':
    case 'not':
    case 'conditional':
      return null;
  }
}

const formatSamples: Readonly<Record<string, string>> = {
  date: '2025-01-31',
  'date-time': '2025-01-31T12:00:00Z',
  uuid: '123e4567-e89b-12d3-a456-426614174000',
  email: 'someone@example.com',
  uri: 'https://example.com/',
  url: 'https://example.com/',
};

/** `demanded` names properties that another schema, which must hold too, requires. */
function sampleObject(
  schema: ObjectSchema,
  next: SamplePart,
  demanded: ReadonlySet<string>,
  isDeep: boolean,
): JsonObject {
  const result: JsonObject = {};
  const isRequired = ({ name, required }: ObjectSchema['properties'][number]): boolean =>
    required || demanded.has(name);
  const optional = schema.properties.filter(
    (one) => !isRequired(one) && !one.readOnly && one.schema.kind !== 'never' && !isDeep,
  );
  // those of which something is known say more
  const known = optional.filter((one) => !isOpen(one.schema));
  const shown = new Set([...known, ...optional.filter((one) => isOpen(one.schema))].slice(0, optionalShown));
  for (const one of schema.properties) {
    if (isRequired(one) || shown.has(one)) setOwn(result, one.name, next(one.schema));
  }
  return result;
}

/** Whether nothing is known of a value. */
function isOpen({ kind, docs }: Schema): boolean {
  return kind === 'unknown' && docs.examples.length === 0 && docs.defaultValue === undefined;
}

/** Members that hold together: what one of them requires, another may describe. */
function sampleIntersection(
  members: readonly Schema[],
  resolve: Resolve,
  next: SamplePart,
  isDeep: boolean,
): JsonValue {
  const all = members.map((one) => resolve(one) ?? one);
  const telling = all.filter((one) => !isOpen(one));
  const parts = telling.length > 0 ? telling : all;
  const objects = parts.filter((one) => one.kind === 'object');
  const demanded = new Set(
    objects.flatMap(({ properties, otherRequired }) => [
      ...otherRequired,
      ...properties.filter(({ required }) => required).map(({ name }) => name),
    ]),
  );
  const sample = mergeSamples(
    parts.map((one) => (one.kind === 'object' ? sampleObject(one, next, demanded, isDeep) : next(one))),
  );
  if (!isObject(sample)) return sample;
  for (const name of demanded) if (!Object.hasOwn(sample, name)) setOwn(sample, name, 'text');
  return sample;
}

function mergeSamples(samples: readonly JsonValue[]): JsonValue {
  const objects = samples.filter(isObject);
  if (objects.length === 0) return samples[0] ?? null;
  const result: JsonObject = {};
  for (const one of objects) for (const [key, value] of Object.entries(one)) setOwn(result, key, value);
  return result;
}

/** Whether a value has the type of a schema; limits do not count. */
function fits(value: JsonValue, schema: Schema, sampling: Sampling, depth: number): boolean {
  const inside = (part: JsonValue, of: Schema): boolean => fits(part, of, sampling, depth + 1);
  sampling.checks += 1;
  // unions of unions can be gone through in more ways than there is time
  if (depth > maxDepth || sampling.checks > maxChecks) return false;
  switch (schema.kind) {
    case 'string':
      return typeof value === 'string';
    case 'number':
      return typeof value === 'number' && (!schema.integer || Number.isInteger(value));
    case 'boolean':
      return typeof value === 'boolean';
    case 'null':
      return value === null;
    case 'literal':
      return schema.values.some((one) => jsonEqual(one, value));
    case 'array':
      return (
        Array.isArray(value) &&
        value.length >= schema.prefixItems.length &&
        value.every((item, index) => inside(item, schema.prefixItems[index] ?? schema.items))
      );
    case 'object':
      return isObject(value) && fitsObject(value, schema, inside);
    case 'union':
      return schema.branches.some((branch) => inside(value, branch));
    case 'intersection':
      return schema.members.every((one) => inside(value, one));
    case 'reference': {
      const target = sampling.resolve(schema);
      return target !== undefined && inside(value, target);
    }
    case 'conditional':
      return inside(value, inside(value, schema.condition) ? schema.whenTrue : schema.whenFalse);
    case 'unknown':
      return true;
    case 'never':
    case 'not':
      return false;
  }
}

function fitsObject(
  value: JsonObject,
  schema: ObjectSchema,
  inside: (part: JsonValue, of: Schema) => boolean,
): boolean {
  const known = new Map(schema.properties.map((property) => [property.name, property]));
  const required = schema.properties.filter((property) => property.required);
  return (
    required.every(({ name }) => Object.hasOwn(value, name)) &&
    Object.entries(value).every(([name, part]) => inside(part, known.get(name)?.schema ?? schema.additional))
  );
}

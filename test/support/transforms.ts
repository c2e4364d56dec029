import type { JsonObject } from '../../generator/base/json.ts';
import { description, makePackage, type MadePackage } from './packages.ts';

// A description in which every transform has something to do.

/** A reference to a component. */
const ref = (name: string): JsonObject => ({ $ref: `#/components/schemas/${name}` });
/** An object schema. */
export const object = (properties: JsonObject, more: JsonObject = {}): JsonObject => ({
  type: 'object',
  properties,
  ...more,
});
/** A date and time. */
export const time = { type: 'string', format: 'date-time' };
const long = { type: 'integer', format: 'int64' };

/** Components: with defaults, dates, large integers, unions, and one that contains itself. */
export const schemas: JsonObject = {
  Status: { type: 'string', enum: ['open', 'closed'], default: 'open' },
  Settings: object({
    size: { type: 'integer', default: 10 },
    tags: { type: 'array', items: { type: 'string' }, default: [] },
  }),
  Cat: object({ kind: { const: 'cat' }, lives: { type: 'integer', default: 9 } }, { required: ['kind'] }),
  Dog: object({ kind: { const: 'dog' }, born: time }, { required: ['kind'] }),
  Pet: { oneOf: [ref('Cat'), ref('Dog')], discriminator: { propertyName: 'kind' } },
  Tree: object({
    name: { type: 'string', default: 'leaf' },
    at: time,
    children: { type: 'array', items: ref('Tree') },
  }),
  Loose: { anyOf: [ref('Settings'), ref('Event')] },
  Event: object({ id: long, count: { type: 'string', format: 'int64' }, at: time }, { required: ['id', 'at'] }),
  Order: {
    allOf: [
      ref('Event'),
      object({
        status: ref('Status'),
        settings: { ...ref('Settings'), default: {} },
        pets: { type: 'array', items: ref('Pet') },
        byName: { type: 'object', additionalProperties: ref('Settings') },
        note: { type: ['string', 'null'], default: null },
        closed: { anyOf: [time, { type: 'null' }] },
        wrong: { type: 'integer', default: 'none' },
        guessed: { type: 'string', default: 'perhaps', 'x-confidence': 'low' },
        ['__proto__']: { type: 'string', default: 'own' },
        ambiguous: { anyOf: [time, { type: 'string' }] },
      }),
    ],
  },
  Plain: object({ name: { type: 'string' } }),
};
const parameter = (name: string, place: string, schema: JsonObject, more: JsonObject = {}): JsonObject => ({
  name,
  in: place,
  schema,
  required: place === 'path',
  ...more,
});
const list = (items: JsonObject): JsonObject => ({ type: 'array', items });

/** An operation with parameters in every place and style. */
export const paths = {
  '/pets/{id}': {
    get: {
      operationId: 'listPets',
      parameters: [
        parameter('id', 'path', long),
        parameter('limit', 'query', { type: 'integer', minimum: 1 }),
        parameter('deep', 'query', { type: 'boolean' }),
        parameter('word', 'query', { type: 'string' }),
        parameter('ids', 'query', list({ type: 'integer' })),
        parameter('joined', 'query', list({ type: 'number' }), { explode: false }),
        parameter('piped', 'query', list({ type: 'string' }), { style: 'pipeDelimited', explode: false }),
        parameter('level', 'query', { enum: [1, 2, 'all'] }),
        parameter('either', 'query', { type: ['integer', 'string'] }),
        parameter('filter', 'query', object({ age: { type: 'integer' }, name: { type: 'string' } }), {
          style: 'deepObject',
          explode: true,
        }),
        parameter('page', 'query', object({ offset: { type: 'integer' }, cursor: { type: 'string' } })),
        { name: 'json', in: 'query', content: { 'application/json': { schema: list({ type: 'integer' }) } } },
        parameter('X-Count', 'header', { type: 'integer' }),
        parameter('X-Ids', 'header', list({ type: 'integer' })),
        parameter('session', 'cookie', { type: 'string' }),
      ],
      responses: { 200: { description: 'ok', content: { 'application/json': { schema: list(ref('Order')) } } } },
    },
  },
};

/** The functions of a module. */
export type Functions = Readonly<Record<string, (value: unknown) => unknown>>;

/** The package of the description. */
export function makeTransforms(): Promise<MadePackage> {
  return makePackage(description(schemas, { paths }));
}

/** Calls a function of a module by its name. */
export function call(functions: Functions, name: string, value: unknown): unknown {
  const found = functions[name];
  if (!found) throw new Error(`no ${name}, but ${Object.keys(functions).join(', ')}`);
  return found(value);
}

/** The same value, which nothing can change, at any depth. */
export function frozen<T>(value: T): T {
  if (typeof value === 'object' && value !== null) for (const part of Object.values(Object.freeze(value))) frozen(part);
  return value;
}

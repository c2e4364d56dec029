import type { JsonObject, JsonValue } from '../../generator/base/json.ts';

/** A value that was valid, with one thing changed. */
export interface Mutant {
  /** What was changed, and where: `without /name`. */
  readonly change: string;
  readonly value: JsonValue;
}

/** One change that can be made to a value, if it is of the right kind. */
type Change = (value: JsonValue) => readonly (readonly [what: string, changed: JsonValue])[];

const isRecord = (value: JsonValue): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const others: readonly (readonly [what: string, changed: JsonValue])[] = [
  ['null', null],
  ['true', true],
  ['string', 'mutated'],
  ['number', 1.5],
  ['list', [null]],
  ['object', { mutated: 1 }],
];

function kindOf(value: JsonValue): string {
  if (value === null) return 'null';
  return Array.isArray(value) ? 'list' : typeof value === 'boolean' ? 'true' : typeof value;
}

/** The changes by what they do; the first ones find the most. */
const changes: readonly Change[] = [
  (value) => others.filter(([kind]) => kind !== kindOf(value)),
  (value) => (isRecord(value) ? Object.keys(value).map((key) => [`without ${key}`, omit(value, key)] as const) : []),
  (value) => (isRecord(value) ? [['more', { ...value, mutatedKey: 'more' }]] : []),
  (value) => (typeof value === 'number' ? numbers(value) : []),
  (value) => (typeof value === 'string' ? texts(value) : []),
  (value) => (Array.isArray(value) ? lists(value) : []),
];

function omit(value: JsonObject, key: string): JsonObject {
  return Object.fromEntries(Object.entries(value).filter(([name]) => name !== key));
}

function numbers(value: number): [string, JsonValue][] {
  return [
    ['zero', 0],
    ['negative', -value - 1],
    ['fraction', Math.floor(value) + 0.5],
    ['large', 1e12],
  ];
}

function texts(value: string): [string, JsonValue][] {
  return [
    ['empty', ''],
    ['other case', value.toUpperCase() === value ? value.toLowerCase() : value.toUpperCase()],
    ['cut', value.slice(0, -1)],
    ['longer', `${value}x`],
    ['very long', 'x'.repeat(5000)],
  ];
}

function lists(value: readonly JsonValue[]): [string, JsonValue][] {
  const [first] = value;
  return [
    ['none', []],
    ['last gone', value.slice(0, -1)],
    ['first twice', first === undefined ? [1, 1] : [first, ...value]],
    ['very many', Array.from({ length: 300 }, (_, index) => value[index % Math.max(value.length, 1)] ?? index)],
  ];
}

/** The mutants of `value`, those of its outer parts first, no more than `limit`. */
export function mutants(value: JsonValue, limit: number): Mutant[] {
  const made: Mutant[] = [];
  const queue: { readonly part: JsonValue; readonly path: string; readonly wrap: (part: JsonValue) => JsonValue }[] = [
    { part: value, path: '', wrap: (part) => part },
  ];
  for (let next = queue.shift(); next && made.length < limit; next = queue.shift()) {
    const { part, path, wrap } = next;
    for (const change of changes)
      for (const [what, changed] of change(part)) made.push({ change: `${what} at ${path}/`, value: wrap(changed) });
    if (Array.isArray(part)) {
      part.slice(0, 3).forEach((child, index) => {
        queue.push({ part: child, path: `${path}/${index}`, wrap: (inner) => wrap(part.with(index, inner)) });
      });
    } else if (isRecord(part)) {
      for (const [key, child] of Object.entries(part))
        queue.push({ part: child, path: `${path}/${key}`, wrap: (inner) => wrap({ ...part, [key]: inner }) });
    }
  }
  return made.slice(0, limit);
}

/**
 * The type that has just this value, to be assigned to the type of its schema: a type written so has none of the extra
 * checks that TypeScript makes of literals in code, which would refuse properties that an open schema allows.
 */
export function valueType(value: JsonValue): string {
  if (Array.isArray(value)) return `[${value.map(valueType).join(', ')}]`;
  if (!isRecord(value)) return literalType(value);
  const members = Object.entries(value).map(([key, inner]) => `${literalType(key)}: ${valueType(inner)}`);
  return `{ ${members.join('; ')} }`;
}

function literalType(value: JsonValue): string {
  return JSON.stringify(value).replaceAll(/[\u2028\u2029]/g, (sign) => `\\u${sign.charCodeAt(0).toString(16)}`);
}

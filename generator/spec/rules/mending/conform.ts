import { isObject, own, ownString, setOwn, type JsonObject, type JsonValue } from '../../../base/json.ts';
import type { Shape } from '../../grammar.ts';
import { branchesSchema, readTypeWords } from '../../type-words.ts';
import type { Mender } from './mender.ts';

type Wanted<K extends Shape['kind']> = Extract<Shape, { kind: K }>;
/** Gives the value in the form that is wanted, or undefined where it has none; `what` names it for reports. */
type Conform<K extends Shape['kind']> = (
  value: JsonValue,
  shape: Wanted<K>,
  what: string,
  mender: Mender,
) => JsonValue | undefined;

/**
 * A value in the form that a shape asks for: as it is, read in the one way it can be meant, or undefined where it has
 * none. What is not obvious is reported; the loss of the value itself is the caller's to report.
 */
export function conform(value: JsonValue, shape: Shape, what: string, mender: Mender): JsonValue | undefined {
  const handler = handlers[shape.kind] as Conform<Shape['kind']>;
  return handler(value, shape as never, what, mender);
}

const handlers: { readonly [K in Shape['kind']]: Conform<K> } = {
  any: (value) => value,
  string: (value, _shape, what, mender) => {
    if (typeof value === 'string') return value;
    if (typeof value !== 'number' && typeof value !== 'boolean') return undefined;
    mender.mended(what, `it is the ${typeof value} ${value}, not a text`, 'it is read as text');
    return String(value);
  },
  boolean: (value, _shape, what, mender) => {
    if (typeof value === 'boolean') return value;
    const text = typeof value === 'string' ? value.trim().toLowerCase() : '';
    if (text !== 'true' && text !== 'false') return undefined;
    mender.mended(what, 'it is a text, not a boolean', `it is read as ${text}`);
    return text === 'true';
  },
  number: (value, _shape, what, mender) => {
    if (typeof value === 'number') return value;
    if (typeof value !== 'string' || !/^-?\d+(?:\.\d+)?(?:e[+-]?\d+)?$/i.test(value.trim())) return undefined;
    mender.mended(what, 'it is a text, not a number', `it is read as ${value.trim()}`);
    return Number(value);
  },
  strings: (value, _shape, what, mender) => {
    if (Array.isArray(value) && value.every((item) => typeof item === 'string')) return value;
    if (!Array.isArray(value) && typeof value !== 'string') return undefined;
    mender.mended(what, 'it is no list of texts', 'what can be one is read as such');
    return [value].flat().flatMap((item) => (isScalar(item) ? [String(item)] : []));
  },
  word: (value, { words }, what, mender) => {
    if (typeof value !== 'string' || words.includes(value)) return typeof value === 'string' ? value : undefined;
    const found = words.find((word) => word.toLowerCase() === value.trim().toLowerCase());
    if (found !== undefined) mender.mended(what, `"${value}" is written otherwise`, `it is read as "${found}"`);
    return found;
  },
  object: (value, { name }, what, mender) => {
    if (isObject(value)) return value;
    const wrapped =
      name === 'example'
        ? { value }
        : name === 'discriminator' && typeof value === 'string'
          ? { propertyName: value }
          : undefined;
    if (wrapped) mender.mended(what, 'it is a bare value', `it is read as ${JSON.stringify(Object.keys(wrapped)[0])}`);
    return wrapped;
  },
  schema: (value, _shape, what, mender) => {
    if (isObject(value) || typeof value === 'boolean') return value;
    if (typeof value !== 'string') return undefined;
    const known = value === 'true' || value === 'false' ? value === 'true' : readTypeWords(value);
    if (known === undefined) return undefined;
    mender.mended(what, `"${value}" is no schema`, 'it is read as the type that it names');
    return typeof known === 'boolean' ? known : branchesSchema(known);
  },
  list: (value, { of }, what, mender) => {
    const items = Array.isArray(value) ? value : isObject(value) ? [value] : undefined;
    if (items !== value) mender.mended(what, 'it is no list', 'it is read as a list of one');
    return items?.flatMap((item, index) => {
      const kept = conform(item, of, `${what}[${index}]`, mender);
      if (kept === undefined) mender.dropped(`${what}[${index}]`, misfit(item, of));
      return kept ?? [];
    });
  },
  map: (value, { of }, what, mender) => {
    const source = Array.isArray(value) ? fromList(value, of, what, mender) : value;
    if (!isObject(source)) return undefined;
    for (const [key, member] of Object.entries(source)) {
      const kept =
        member === null ? nothing(of, `${what}.${key}`, mender) : conform(member, of, `${what}.${key}`, mender);
      if (kept === undefined) {
        mender.dropped(`${what}.${key}`, misfit(member, of));
        delete source[key];
      } else if (kept !== member) setOwn(source, key, kept);
    }
    return source;
  },
};

function isScalar(value: JsonValue): value is string | number | boolean {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
}

/** A name with nothing behind it (`200:` in YAML) stands for something of which nothing is said. */
export function nothing(of: Shape, what: string, mender: Mender): JsonValue | undefined {
  if (of.kind === 'any') return null;
  const empty = of.kind === 'object' || of.kind === 'schema' ? {} : of.kind === 'string' ? '' : undefined;
  if (empty !== undefined) mender.mended(what, 'nothing stands there', 'nothing is known of it');
  return empty;
}

/** A list in place of a map: each item by the name it gives itself, examples by their number. */
function fromList(items: readonly JsonValue[], of: Shape, what: string, mender: Mender): JsonObject | undefined {
  const map: JsonObject = {};
  for (const [index, item] of items.entries()) {
    const name = ownString(item, 'name') ?? (isExample(of) ? `example${index + 1}` : undefined);
    if (name === undefined || Object.hasOwn(map, name)) return undefined;
    setOwn(map, name, isObject(item) && own(item, 'name') !== undefined && !isExample(of) ? withoutName(item) : item);
  }
  if (isExample(of))
    for (const [name, item] of Object.entries(map))
      if (own(item, 'value') === undefined) setOwn(map, name, { value: item });
  mender.mended(
    what,
    'it is a list, not a mapping',
    items.length > 0 ? 'each item is read under its name' : 'it is empty',
  );
  return map;
}

function isExample(of: Shape): boolean {
  return of.kind === 'object' && of.name === 'example';
}

function withoutName(item: JsonObject): JsonObject {
  const { name: _, ...rest } = item;
  return rest;
}

const wantedWords: Readonly<Record<Shape['kind'], string>> = {
  any: 'a value',
  string: 'a text',
  boolean: 'true or false',
  number: 'a number',
  strings: 'a list of texts',
  word: 'one of the words that the specification lists',
  object: 'a mapping',
  schema: 'a schema',
  list: 'a list',
  map: 'a mapping',
};

/** Why a value has no form that a shape asks for, as a clause. */
export function misfit(value: JsonValue, shape: Shape): string {
  const text =
    isScalar(value) || value === null ? JSON.stringify(value) : Array.isArray(value) ? 'a list' : 'a mapping';
  const words = shape.kind === 'word' ? `one of ${shape.words.join(', ')}` : wantedWords[shape.kind];
  return `it is ${text.length > 60 ? `${text.slice(0, 57)}...` : text}, and must be ${words}`;
}

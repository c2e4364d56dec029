import {
  isObject,
  ownArray,
  ownObject,
  stringsOf,
  type JsonObject,
  type JsonValue,
} from '../../../generator/base/json.ts';
import { targetOf, type Bundle } from '../schema.ts';

// Schemas as the code of libraries that have builders of their own: one walk, one table of words for each library. The
// code is what a person or a generator would write: a name for each component, nothing clever.

/** A member of an object. */
export interface Member {
  readonly key: string;
  readonly schema: string;
  readonly optional: boolean;
}

/** What may stand in an object beside its members: anything, nothing, or values of a schema. */
export type Rest = 'open' | 'closed' | { readonly schema: string };

/** How a library says things; what it is given and what it gives is code. */
export interface Words {
  any(): string;
  null(): string;
  boolean(): string;
  string(limits: JsonObject): string;
  number(limits: JsonObject, integer: boolean): string;
  literals(values: readonly JsonValue[]): string;
  array(item: string): string;
  object(members: readonly Member[], rest: Rest): string;
  union(branches: readonly string[], tag: string | undefined): string;
  nullable(inner: string): string;
  /** A reference to a component; `early` where it stands in its own definition. */
  reference(name: string, early: boolean): string;
}

/** A component's name in code. */
export function nameOf(key: string): string {
  return key.replaceAll(/(?:^|[^A-Za-z0-9]+)([A-Za-z0-9])/g, (_, letter: string) => letter.toUpperCase());
}

/** The code of each component, by its name in code, in an order in which each can be evaluated. */
export function writeSchemas({ schemas }: Bundle, words: Words): Map<string, string> {
  const done = new Set<string>();
  const written = new Map<string, string>();
  for (const [key, schema] of schemas) {
    written.set(nameOf(key), write(schema, { words, known: done, schemas }));
    done.add(key);
  }
  return written;
}

interface Scope {
  readonly words: Words;
  /** Components that are defined before. */
  readonly known: ReadonlySet<string>;
  readonly schemas: ReadonlyMap<string, JsonObject>;
}

/** The code of one schema. Throws where it has a keyword that this walk does not know: nothing is left out in silence. */
function write(schema: JsonValue | undefined, scope: Scope): string {
  const { words } = scope;
  if (!isObject(schema)) return words.any();
  const target = targetOf(schema);
  if (target !== undefined) return words.reference(nameOf(target), !scope.known.has(target));
  check(schema);
  if ('const' in schema) return words.literals([schema['const'] ?? null]);
  const values = ownArray(schema, 'enum');
  if (values) return literals(values, words);
  const branches = ownArray(schema, 'oneOf') ?? ownArray(schema, 'anyOf');
  if (branches) return union(schema, branches, scope);
  const types = typeof schema['type'] === 'string' ? [schema['type']] : stringsOf(schema['type']);
  if (types.length === 0) return words.any();
  const written = types.filter((type) => type !== 'null').map((type) => writeType(type, schema, scope));
  const inner = written.length === 1 ? (written[0] ?? words.any()) : words.union(written, undefined);
  if (!types.includes('null')) return inner;
  return written.length === 0 ? words.null() : words.nullable(inner);
}

function literals(values: readonly JsonValue[], words: Words): string {
  const inner = words.literals(values.filter((value) => value !== null));
  return values.includes(null) ? words.nullable(inner) : inner;
}

function isNull(branch: JsonValue): boolean {
  return isObject(branch) && branch['type'] === 'null';
}

/** A union of objects that a discriminator tells apart, or of anything; null as a branch becomes `nullable`. */
function union(schema: JsonObject, branches: readonly JsonValue[], scope: Scope): string {
  const rest = branches.filter((branch) => !isNull(branch)).map((branch) => write(branch, scope));
  const tag = ownObject(schema, 'discriminator')?.['propertyName'];
  const inner =
    rest.length === 1 ? (rest[0] ?? '') : scope.words.union(rest, typeof tag === 'string' ? tag : undefined);
  return branches.some(isNull) ? scope.words.nullable(inner) : inner;
}

function writeType(type: string, schema: JsonObject, scope: Scope): string {
  const { words } = scope;
  if (type === 'string') return words.string(schema);
  if (type === 'boolean') return words.boolean();
  if (type === 'number' || type === 'integer') return words.number(schema, type === 'integer');
  if (type === 'array') return words.array(write(schema['items'], scope));
  if (type === 'object') return object(schema, scope);
  throw new Error(`type ${type}`);
}

function object(schema: JsonObject, scope: Scope): string {
  const required = stringsOf(schema['required']);
  const members = Object.entries(ownObject(schema, 'properties') ?? {}).map(([key, member]) => ({
    key,
    schema: write(member, scope),
    optional: !required.includes(key),
  }));
  const further = schema['additionalProperties'];
  const open = further === undefined || further === true;
  const rest: Rest = open ? 'open' : further === false ? 'closed' : { schema: write(further, scope) };
  return scope.words.object(members, rest);
}

const knownKeywords = new Set(
  'type const enum oneOf anyOf discriminator items properties required additionalProperties minLength maxLength minimum maximum'.split(
    ' ',
  ),
);

function check(schema: JsonObject): void {
  const unknown = Object.keys(schema).find((key) => !knownKeywords.has(key));
  if (unknown !== undefined) throw new Error(`the keyword ${unknown} has no words`);
}

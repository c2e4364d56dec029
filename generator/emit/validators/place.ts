import { typeName, type Identifier } from '../../base/names.ts';
import type { Schema } from '../../model/model.ts';
import { code, literal, member, type Code } from '../code.ts';
import type { Module, ModuleStatement } from '../module.ts';
import { partsOf, type SchemasByName } from './parts.ts';

/** How a schema is tested: by an expression over a value, or by the body of a function of `value`. */
export type Test = { readonly expression: (value: Code) => Code } | { readonly body: Code };

/** How a schema is tested while it is noted in `seen` which members it looks at: like a `Test`, but of `value` and `seen`. */
export type Look = { readonly expression: (value: Code, seen: Code) => Code } | { readonly body: Code };

/** How issues are found: by a call for a value at a path, or by the body of a function of `value`, `path`, `out`. */
export type Finding =
  | { readonly call: (value: Code, path: Code) => Code }
  | { readonly body: Code }
  /** There is nothing to find. */
  | { readonly nothing: true };

/** What to write for a schema of any kind. */
export interface Tables {
  testOf(schema: Schema, place: Place): Test;
  lookOf(schema: Schema, place: Place): Look;
  findingOf(schema: Schema, place: Place): Finding;
}

/** The modules of `templates/runtime` that validators use. */
export type RuntimeFile = 'checks' | 'evaluated' | 'issues' | 'memo' | 'union-issues' | 'validation';

/** What the validators of one package share while they are written. */
export interface Writer {
  readonly module: Module;
  readonly schemas: SchemasByName;
  /** The tables of handlers: one for the fast path, one for the slow path. */
  readonly tables: Tables;
  /** Declares that a helper of `templates/runtime` is used, and returns its name. */
  runtime(file: RuntimeFile, name: string, as?: 'type' | 'value'): Identifier;
  /** A constant at the top of the module; the same value is hoisted once. `prefix` and the stem make its name. */
  constant(prefix: string, place: Place, value: Code): Identifier;
  /** The stem of the names of the functions for a part of a named schema. */
  stemOf(part: Schema, place: Place): Identifier;
  /** The function that tests `name` at a known depth: for schemas that contain themselves. */
  atDepth(name: Identifier): Identifier;
  /** The same for what such a function remembers: the test itself. */
  once(name: Identifier): Identifier;
  /** Whether the functions of a schema that contains itself remember what they said: see `templates/runtime/memo.ts`. */
  remembers(name: Identifier): boolean;
  /** The schema without what it demands of leftovers; always the same one. */
  bare(schema: Schema): Schema;
  /** Whether schema `to` contains `from`, seen from within `from`. */
  recurs(from: Identifier, to: Identifier): boolean;
  /** Whether the function of this name was written before. */
  hasWritten(name: Identifier): boolean;
  /** Whether this is the first time that the function of this name is to be written. */
  first(name: Identifier): boolean;
  /** The statements written since the last call: constants first. */
  flush(): ModuleStatement[];
  add(statement: ModuleStatement): void;
}

/** Where in the schemas the writer stands. */
export interface Place {
  readonly writer: Writer;
  /** The named schema. */
  readonly owner: Identifier;
  /** The steps from the owner to here, which name what is written here. */
  readonly words: readonly string[];
  /** The local `schema` of the function being written, if it finds issues and has one. */
  readonly base?: Base;
  /** Set in functions that find issues: they do not know how deep a schema that contains itself was followed. */
  readonly outside?: boolean;
}

/** The place in a function that tests. */
export function inside(place: Place): Place {
  if (!place.outside) return place;
  const { outside: _, ...rest } = place;
  return rest;
}

/** The arguments after `value` for a part of the owner that leads back to it. */
export function trailOf({ writer, owner, outside }: Place): Code {
  return outside ? startOf(writer, owner) : writer.remembers(owner) ? code`depth, memo` : code`depth`;
}

/** The same for a call from elsewhere. */
export function startOf(writer: Writer, name: Identifier): Code {
  return writer.remembers(name) ? code`0, new Map()` : code`0`;
}

/** The same for a call one level down. */
export function deeperOf(writer: Writer, name: Identifier): Code {
  return writer.remembers(name) ? code`depth + 1, memo` : code`depth + 1`;
}

/** The parameters that those arguments are for. */
export function trailParameters(writer: Writer, owner: Identifier): { name: Identifier; type: Code }[] {
  const depth = { name: 'depth' as Identifier, type: code`number` };
  if (!writer.remembers(owner)) return [depth];
  return [depth, { name: 'memo' as Identifier, type: code`${writer.runtime('memo', 'Memo', 'type')}` }];
}

/** What names begin with that are made up at a place: the owner's name and a word a step. */
export function stemAt(place: Place): Identifier {
  const words = place.words.map((word) => typeName(word, 'Other'));
  return (place.owner + words.join('')) as Identifier;
}

/** The pointer that a function's local `schema` holds. */
export interface Base {
  readonly pointer: string;
  /** Set when code that names the local is written. */
  used: boolean;
}

/** The place one step further. */
export function into(place: Place, word: string): Place {
  return { ...place, words: [...place.words, word] };
}

/** Whether a part of the owner's schema leads back to the owner, so that its function must know the depth. */
export function leadsBack(part: Schema, place: Place): boolean {
  if (part.kind === 'reference') return place.writer.recurs(place.owner, part.name);
  return partsOf(part).some((one) => leadsBack(one, place));
}

/** Names that every object inherits: reading them needs care. */
const inherited: ReadonlySet<string> = new Set(Object.getOwnPropertyNames(Object.prototype));

/** Whether `object.name` could be an inherited value. */
export function isInherited(name: string): boolean {
  return inherited.has(name);
}

/** The expression of the own property `name` of the local `object`. */
export function ownMember(place: Place, name: string): Code {
  const object = code`object`;
  if (!isInherited(name)) return member(object, name);
  return code`${place.writer.runtime('checks', 'own')}(${object}, ${literal(name)})`;
}

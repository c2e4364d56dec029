import { typeName, type Identifier } from '../../base/names.ts';
import { escapeToken } from '../../base/pointer.ts';
import type { Schema } from '../../model/model.ts';
import { code, isInherited, literal, member, type Code } from '../code.ts';
import type { FormatModule } from '../formats.ts';
import type { Module, ModuleStatement } from '../module.ts';
import { partsOf, type SchemasByName } from './parts.ts';

/**
 * How a schema is tested: by an expression over a value, or by the body of a function of `value`. What a writer that notes
 * has written notes why it says no (see `templates/runtime/issues.ts`).
 */
export type Test =
  | {
      readonly expression: (value: Code) => Code;
      /** The same without notes, where that takes no more than a condition. */
      readonly plain?: (value: Code) => Code;
      /** The expression's two sides, where it is a condition that lets most values pass, or one call. */
      readonly sides?: Sides;
    }
  | { readonly body: Code };

/** A condition in place, and the call that takes what the condition does not let pass. */
export interface Sides {
  /** Absent where all is left to the call. */
  readonly atOnce?: (value: Code) => Code;
  readonly call: (value: Code) => Code;
  /** The same for the property `key` of `object`, which the call speaks of: see `templates/runtime/parts.ts`. */
  readonly callOf?: (key: Code) => Code;
  /** Both where null may stand, too. */
  readonly orNull?: Pick<Sides, 'call' | 'callOf'>;
}

/** How a schema is tested while it is noted in `seen` which members it looks at: like a `Test`, but of `value` and `seen`. */
export type Look = { readonly expression: (value: Code, seen: Code) => Code } | { readonly body: Code };

/** What to write for a schema of any kind. */
export interface Tables {
  testOf(schema: Schema, place: Place): Test;
  lookOf(schema: Schema, place: Place): Look;
}

/** The modules of `templates/runtime` that validators use. */
export type RuntimeFile =
  | FormatModule
  | 'checks'
  | 'evaluated'
  | 'issues'
  | 'leaves'
  | 'linear-pattern'
  | 'memo'
  | 'own'
  | 'parts'
  | 'union-issues'
  | 'validation';

/** What the validators of one package share while they are written. */
export interface Writer {
  readonly module: Module;
  readonly schemas: SchemasByName;
  /** Whether the tests note why they say no. Those that only answer are shorter, and so the faster. */
  readonly notes: boolean;
  /** The writer of the tests that only answer: this one, if its tests do. */
  readonly quiet: Writer;
  /** The tables of handlers: one for tests, one for tests that note what they look at. */
  readonly tables: Tables;
  /** Declares that a helper of `templates/runtime` is used, and returns its name. */
  runtime(file: RuntimeFile, name: string): Identifier;
  /** The same for a type; by a longer way if a schema has taken its name. */
  runtimeType(file: RuntimeFile, name: string): Code;
  /** A constant at the top of the module; the same value is hoisted once. `prefix` and the stem make its name. */
  constant(prefix: string, place: Place, value: Code): Identifier;
  /** The stem of the names of the functions for a part of a named schema. */
  stemOf(part: Schema, place: Place): Identifier;
  /** A stem for a function of which a place may need several. */
  nextStem(place: Place): Identifier;
  /** The name of the function that tests what is called `stem`: `isX`, or `checkX` where it notes. */
  testName(stem: Identifier): Identifier;
  /** The function that tests `name` at a known depth: for schemas that contain themselves. */
  atDepth(name: Identifier): Identifier;
  /** The schema without what it demands of leftovers; always the same one. */
  bare(schema: Schema): Schema;
  /** Whether schema `to` contains `from`, seen from within `from`. */
  recurs(from: Identifier, to: Identifier): boolean;
  /** The name of the function of a part that has this body; parts that are tested in the same way share one. */
  partOf(body: Code, deep: boolean, name: () => Identifier): Identifier;
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
}

/** The parameter of what leads back to its owner: how deep in the value it stands. */
export const depthParameter: { readonly name: Identifier; readonly type: Code } = {
  name: 'depth' as Identifier,
  type: code`number`,
};

/** What names begin with that are made up at a place: the owner's name and a word a step. */
export function stemAt(place: Place): Identifier {
  const words = place.words.map((word) => typeName(word, 'Other'));
  return (place.owner + words.join('')) as Identifier;
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

/** The same place, seen by the writer of the tests that only answer. */
export function quietly(place: Place): Place {
  return { ...place, writer: place.writer.quiet };
}

/** The expression of the own property `name` of the local `object`. */
export function ownMember(place: Place, name: string): Code {
  const object = code`object`;
  if (!isInherited(name)) return member(object, name);
  return code`${place.writer.runtime('own', 'own')}(${object}, ${literal(name)})`;
}

/** The keywords that lead from a schema to a part of it, as a JSON Pointer; empty where that is not told. */
export function locationOf(part: Schema, schema: Schema): string {
  return part.pointer.startsWith(`${schema.pointer}/`) ? part.pointer.slice(schema.pointer.length) : '';
}

/** What follows a refused property in a chain of conditions: see `within` in `templates/runtime/issues.ts`. */
export function claimProperty({ writer }: Place, name: string, location: string): Code {
  if (!writer.notes) return code`false`;
  const key = escapeToken(name);
  if (location === `/properties/${key}`) return code`${writer.runtime('issues', 'within')}(${literal(key)})`;
  return code`${writer.runtime('issues', 'inside')}(${literal(`/${key}`)}, ${literal(location)})`;
}

/** The local `from`, with which what looks at the parts of a value begins: so many issues are those of other values. */
export function noIssues(writer: Writer): Code[] {
  return writer.notes ? [code`const from = ${writer.runtime('issues', 'claimed')};`] : [];
}

/** The condition with which it ends: no part was refused and passed over, since more issues were wanted. */
export function isDone(writer: Writer): Code[] {
  return writer.notes ? [code`${writer.runtime('issues', 'done')}(from)`] : [];
}

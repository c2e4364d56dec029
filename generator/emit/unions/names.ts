import { createNameScope, grantNames, type TakeName } from '../../base/name-scope.ts';
import { constantTypeName, limitName, valueName, type Identifier } from '../../base/names.ts';
import { unique } from '../../base/order.ts';
import type { Api, BranchTest, Schema } from '../../model/model.ts';
import { validatorNames } from '../layout.ts';
import type { TaggedUnion } from '../branch-type.ts';

/** A tagged union with a name of its own. */
export interface NamedUnion {
  readonly name: Identifier;
  readonly union: TaggedUnion;
  /** Whether a value of the named type may also be null. */
  readonly nullable: boolean;
}

/** What the declarations about unions are called. */
export interface UnionNames {
  /** `match` for `type`, `matchByKind` for `kind`, by the property. */
  readonly match: ReadonlyMap<string, Identifier>;
  /** `customFieldEditTypes`, by the union. */
  readonly tags: ReadonlyMap<Identifier, Identifier>;
  /** `isTextCustomFieldEdit`, by the union, then by the branch. */
  readonly guards: ReadonlyMap<Identifier, ReadonlyMap<number, Identifier>>;
  /** `isUnknownCustomFieldEdit`, by the union, for those that a newer API may add branches to. */
  readonly unknown: ReadonlyMap<Identifier, Identifier>;
  /** The unions without a tag whose branches get guards. */
  readonly told: readonly ToldUnion[];
}

/** A union without a tag that has a name, and the guards of those of its branches that can be told by their keys. */
export interface ToldUnion {
  readonly name: Identifier;
  readonly guards: readonly {
    readonly guard: Identifier;
    readonly branch: Schema;
    readonly tests: readonly BranchTest[];
  }[];
}

/** The tagged unions of an API that have a name, those that are only another name for one left out. */
export function namedUnions(api: Api): NamedUnion[] {
  return api.schemas.flatMap(({ name, origin, schema }) => {
    if (origin.kind === 'alias' || schema.kind !== 'union' || !schema.tag) return [];
    const nullable = schema.branches.some((branch) => branch.kind === 'null');
    return [{ name, nullable, union: { ...schema, tag: schema.tag } }];
  });
}

/** Whether there is anything to say about unions in a module of its own. */
export function hasUnions(api: Api): boolean {
  return namedUnions(api).length > 0 || toldUnions(api, (wanted) => wanted).length > 0;
}

/** Names that differ from each other and from those the other modules of the package export. */
export function unionNames(api: Api, unions: readonly NamedUnion[]): UnionNames {
  const taken = new Set(takenNames(api));
  return grantNames(createNameScope([...taken], 'exact'), (take) => takeUnionNames(api, unions, { take, taken }));
}

interface Names {
  readonly take: TakeName;
  /** Those that the other modules of the package export. */
  readonly taken: ReadonlySet<string>;
}

function takeUnionNames(api: Api, unions: readonly NamedUnion[], { take, taken }: Names): UnionNames {
  const match = matchNames(unions, take);
  const tags = new Map<Identifier, Identifier>();
  const guards = new Map<Identifier, ReadonlyMap<number, Identifier>>();
  const unknown = new Map<Identifier, Identifier>();
  for (const { name, union } of unions) {
    const stem = valueName(name) + plural(constantTypeName(union.tag.property, 'Tag'));
    tags.set(name, take(stem as Identifier, name));
    guards.set(name, guardNames(name, union, { take, taken }));
    if (union.tag.open) unknown.set(name, take(limitName(`isUnknown${name}`), `${name} unknown branch`));
  }
  return { match, tags, guards, unknown, told: toldUnions(api, take) };
}

function toldUnions(api: Api, take: TakeName): ToldUnion[] {
  return api.schemas.flatMap(({ name, origin, schema }): ToldUnion[] => {
    if (origin.kind === 'alias' || schema.kind !== 'union' || !schema.apart) return [];
    const { tests } = schema.apart;
    const guards = schema.branches.flatMap((branch, position) => {
      const found = tests[position];
      if (!found?.some((test) => 'property' in test)) return [];
      const noun = branch.kind === 'reference' ? branch.name : `Branch${position + 1}`;
      const wanted = noun.includes(name) ? `is${noun}Branch` : `is${ownWords(noun, name)}${name}`;
      return [{ guard: take(wanted as Identifier, `${name} ${noun}`), branch, tests: found }];
    });
    return guards.length > 0 ? [{ name, guards }] : [];
  });
}

/** The name of a branch without the words at its end in which that of the union ends, too: `CarPart` of `BodyPart` is `Car`. */
function ownWords(noun: string, name: string): string {
  const [own, other] = [noun.split(/(?=[A-Z])/), name.split(/(?=[A-Z])/)];
  let shared = 0;
  while (shared < own.length - 1 && own.at(-1 - shared) === other.at(-1 - shared)) shared += 1;
  return own.slice(0, own.length - shared).join('');
}

function takenNames(api: Api): string[] {
  const ofSchemas = api.schemas.flatMap(({ name }) => [name, ...Object.values(validatorNames(name))]);
  return [...ofSchemas, ...api.operations.map(({ name }) => name), 'matchOn', 'UnknownTagError'];
}

/** By the property alone, so that a further union renames nothing: `match` is for `type`, by which most unions are told. */
function matchNames(unions: readonly NamedUnion[], take: TakeName): Map<string, Identifier> {
  const properties = unique(unions.map(({ union }) => union.tag.property));
  return new Map(
    properties.map((property) => {
      const name = property === 'type' ? 'match' : `matchBy${constantTypeName(property, 'Tag')}`;
      return [property, take(name as Identifier, property)];
    }),
  );
}

function guardNames(name: Identifier, { tag, branches }: TaggedUnion, { take, taken }: Names): Map<number, Identifier> {
  const names = new Map<number, Identifier>();
  for (const { value, branch } of tag.cases) {
    if (names.has(branch)) continue;
    const schema = branches[branch];
    // a number says less than the name of the branch, unless that is made of the union's; what makes a whole name valid is dropped: these words stand inside one
    const constant =
      typeof value === 'number' && schema?.kind === 'reference' && !schema.name.startsWith(name)
        ? ownWords(schema.name, name)
        : constantTypeName(String(value), `Case${branch + 1}`).replaceAll(/^_|_$/g, '');
    // `isTextContent` is the validator of a schema `TextContent`, the guard of the branch `text` of `Content` only looks at the tag
    const isTaken = taken.has(`is${constant}${name}`);
    names.set(branch, take(limitName(`is${constant}${name}${isTaken ? 'Branch' : ''}`), `${name} ${value}`));
  }
  return names;
}

function plural(word: string): string {
  if (/(?:s|x|z|ch|sh)$/i.test(word)) return `${word}es`;
  return /[^aeiou]y$/i.test(word) ? `${word.slice(0, -1)}ies` : `${word}s`;
}

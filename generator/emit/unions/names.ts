import { constantTypeName, createNameScope, valueName, type Identifier, type NameScope } from '../../base/names.ts';
import { groupBy } from '../../base/order.ts';
import type { Api, Tag } from '../../model/model.ts';
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
  /** `match` or `matchByKind`, by the property. */
  readonly match: ReadonlyMap<string, Identifier>;
  /** `customFieldEditTypes`, by the union. */
  readonly tags: ReadonlyMap<Identifier, Identifier>;
  /** `isTextCustomFieldEdit`, by the union, then by the branch. */
  readonly guards: ReadonlyMap<Identifier, ReadonlyMap<number, Identifier>>;
}

/** The tagged unions of an API that have a name, those that are only another name for one left out. */
export function namedUnions(api: Api): NamedUnion[] {
  return api.schemas.flatMap(({ name, origin, schema }) => {
    if (origin.kind === 'alias' || schema.kind !== 'union' || !schema.tag) return [];
    const nullable = schema.branches.some((branch) => branch.kind === 'null');
    return [{ name, nullable, union: { ...schema, tag: schema.tag } }];
  });
}

/** Names that differ from each other and from those the other modules of the package export. */
export function unionNames(api: Api, unions: readonly NamedUnion[]): UnionNames {
  const scope = createNameScope(takenNames(api));
  const match = matchNames(unions, scope);
  const tags = new Map<Identifier, Identifier>();
  const guards = new Map<Identifier, ReadonlyMap<number, Identifier>>();
  for (const { name, union } of unions) {
    const stem = valueName(name) + plural(constantTypeName(union.tag.property, 'Tag'));
    tags.set(name, scope.take(stem as Identifier));
    guards.set(name, guardNames(name, union.tag, scope));
  }
  return { match, tags, guards };
}

function takenNames(api: Api): string[] {
  const ofSchemas = api.schemas.flatMap(({ name }) => [name, ...Object.values(validatorNames(name))]);
  return [...ofSchemas, ...api.operations.map(({ name }) => name), 'matchOn', 'UnknownTagError'];
}

function matchNames(unions: readonly NamedUnion[], scope: NameScope): Map<string, Identifier> {
  const groups = [...groupBy(unions, ({ union }) => union.tag.property)];
  const byCount = groups.toSorted(([, left], [, right]) => right.length - left.length);
  return new Map(
    byCount.map(([property], index) => {
      const name = index === 0 ? 'match' : `matchBy${constantTypeName(property, 'Tag')}`;
      return [property, scope.take(name as Identifier)];
    }),
  );
}

function guardNames(name: Identifier, tag: Tag, scope: NameScope): Map<number, Identifier> {
  const names = new Map<number, Identifier>();
  for (const { value, branch } of tag.cases) {
    if (names.has(branch)) continue;
    // what makes a whole name valid is dropped: these words stand inside one
    const constant = constantTypeName(String(value), `Case${branch + 1}`).replaceAll(/^_|_$/g, '');
    names.set(branch, scope.take(`is${constant}${name}` as Identifier));
  }
  return names;
}

function plural(word: string): string {
  if (/(?:s|x|z|ch|sh)$/i.test(word)) return `${word}es`;
  return /[^aeiou]y$/i.test(word) ? `${word.slice(0, -1)}ies` : `${word}s`;
}

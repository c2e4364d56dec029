import { probesFor } from './probes.ts';
import type { ExportedTypes } from './tools.ts';
import type { Branch, Union } from './unions.ts';

/** A TypeScript module that tries to narrow unions, one attempt a line. */
export interface Program {
  readonly text: string;
  /** The attempts: which branch of which union each is for, by line, the first being 1. */
  readonly attempts: ReadonlyMap<number, { readonly union: Union; readonly branch: Branch }>;
}

const helpers = `type IsAny<T> = 0 extends 1 & T ? true : false;
type IsUnion<T, Whole = T> = T extends unknown ? ([Whole] extends [T] ? false : true) : never;
type Rest<T, Tag extends string> = Tag extends '' ? T : Omit<T, Tag>;
type Same<T, U> = true extends IsUnion<T> ? (true extends IsUnion<U> ? true : false) : true extends IsUnion<U> ? false : true;
type Tagged<T, Tag extends string, Values> = Tag extends '' ? true : T extends { readonly [Key in Tag]?: infer Held } ? (Exclude<Held, undefined> extends Values ? true : false) : false;
type IsBranch<T, Branch, Tag extends string, Values> = IsAny<T> extends true ? false : IsAny<Branch> extends true ? false : [T] extends [never] ? false
  : [T] extends [Branch] ? ([Rest<Branch, Tag>] extends [Rest<T, Tag>] ? (Same<T, Branch> extends true ? Tagged<T, Tag, Values> : false) : false) : false;
type AllKeys<T> = T extends unknown ? keyof T : never;
type HasKeys<T, Own, Foreign, Tag extends string, Values> = IsAny<T> extends true ? false : [T] extends [never] ? false
  : [Own] extends [keyof T] ? ([Extract<AllKeys<T>, Foreign>] extends [never] ? Tagged<T, Tag, Values> : false) : false;
type IsScalar<T, Scalar> = IsAny<T> extends true ? false : [T] extends [never] ? false : [T] extends [Scalar] ? true : false;
`;

/** All attempts to narrow the unions, in terms of the types that one tool exported. */
export function writeProgram(unions: readonly Union[], exported: ExportedTypes): Program {
  const lines = `${exported.header}${helpers}`.trimEnd().split('\n');
  const attempts = new Map<number, { union: Union; branch: Branch }>();
  unions.forEach((union, index) => {
    const owner = exported.typeOf.get(union.owner);
    if (owner === undefined) return;
    lines.push(`type Union${index} = ${unionType(owner, union)};`);
    for (const branch of union.branches) {
      for (const { condition, values, tag } of conditionsFor(union, branch, exported)) {
        const check = checkFor(union, branch, { tag, values }, exported);
        if (check === undefined) continue;
        lines.push(
          `export function attempt${lines.length}(value: Union${index}): void { if (${condition}) { const done: ${check} = true; void done; } }`,
        );
        attempts.set(lines.length, { union, branch });
      }
    }
  });
  return { text: `${lines.join('\n')}\n`, attempts };
}

function unionType(owner: string, { path }: Union): string {
  const type = path.reduce((inner, step) => {
    const key = step === 'items' ? 'number' : JSON.stringify(step.property);
    return `NonNullable<${inner}>[${key}]`;
  }, owner);
  return `NonNullable<${type}>`;
}

interface Condition {
  readonly condition: string;
  readonly tag: string;
  readonly values: string;
}

function conditionsFor(union: Union, branch: Branch, { guards, typeOf }: ExportedTypes): Condition[] {
  const plain = probesFor(union, branch).map(({ condition, tag }) => ({
    condition,
    tag: tag?.property ?? '',
    values: tag ? tag.values.map((value) => JSON.stringify(value)).join(' | ') : 'never',
  }));
  const owner = (typeOf.get(union.owner) ?? '').replace('Types.', '');
  const mine = guards.filter(({ takes }) =>
    union.path.length === 0 ? takes === owner : takes.startsWith(owner) && takes !== owner,
  );
  const guarded = mine.map(({ name }) => ({
    condition: `${name}(value)`,
    tag: union.tag ?? '',
    values: 'string | number | boolean',
  }));
  return [...plain, ...guarded];
}

function checkFor(
  union: Union,
  branch: Branch,
  { tag, values }: { readonly tag: string; readonly values: string },
  { typeOf }: ExportedTypes,
): string | undefined {
  const last = `${JSON.stringify(tag)}, ${values}`;
  const [type] = branch.shape.types;
  if (branch.component !== undefined) {
    const named = typeOf.get(branch.component);
    return named === undefined ? undefined : `IsBranch<typeof value, NonNullable<${named}>, ${last}>`;
  }
  if (type === 'array') return 'IsScalar<typeof value, readonly unknown[]>';
  if (type !== 'object') return type === undefined ? undefined : `IsScalar<typeof value, ${type}>`;
  const own = [...branch.shape.properties.keys()];
  const foreign = union.branches
    .flatMap((other) => [...other.shape.properties.keys()])
    .filter((name) => !own.includes(name));
  return `HasKeys<typeof value, ${literals(own)}, ${literals([...new Set(foreign)])}, ${last}>`;
}

function literals(names: readonly string[]): string {
  return names.length === 0 ? 'never' : names.map((name) => JSON.stringify(name)).join(' | ');
}

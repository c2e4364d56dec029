import type { JsonObject, JsonValue } from '../../../generator/base/json.ts';
import type { Member, Rest, Words } from './walk.ts';

// The words of each library.

const literal = (value: JsonValue): string => JSON.stringify(value);

/** `.name(limit)` for each keyword that the schema has. */
function limits(schema: JsonObject, words: Readonly<Record<string, string>>): string[] {
  return Object.entries(words).flatMap(([keyword, word]) =>
    keyword in schema ? [`${word}(${String(schema[keyword])})`] : [],
  );
}

function record(members: readonly Member[], write: (member: Member) => string): string {
  return `{ ${members.map((member) => `${literal(member.key)}: ${write(member)}`).join(', ')} }`;
}

/** Marks a name that is used before its definition ends. */
const early = '/* early */ ';

/** zod 4: what contains itself does so through a getter. */
export const zodWords: Words = {
  any: () => 'z.unknown()',
  null: () => 'z.null()',
  boolean: () => 'z.boolean()',
  string: (schema) => ['z.string()', ...limits(schema, { minLength: 'min', maxLength: 'max' })].join('.'),
  number: (schema, integer) =>
    [integer ? 'z.int()' : 'z.number()', ...limits(schema, { minimum: 'gte', maximum: 'lte' })].join('.'),
  literals: (values) =>
    values.length === 1 ? `z.literal(${literal(values[0] ?? null)})` : `z.enum([${values.map(literal).join(', ')}])`,
  array: (item) => `z.array(${item})`,
  object(members, rest) {
    const entries = members.map(({ key, schema, optional }) => {
      const value = optional ? `${schema}.optional()` : schema;
      return value.includes(early) ? `get ${literal(key)}() { return ${value}; }` : `${literal(key)}: ${value}`;
    });
    const shape = `{ ${entries.join(', ')} }`;
    if (rest === 'open') return `z.object(${shape})`;
    return rest === 'closed' ? `z.strictObject(${shape})` : `z.object(${shape}).catchall(${rest.schema})`;
  },
  union: (branches, tag) =>
    tag === undefined
      ? `z.union([${branches.join(', ')}])`
      : `z.discriminatedUnion(${literal(tag)}, [${branches.join(', ')}])`,
  nullable: (inner) => `${inner}.nullable()`,
  reference: (name, isEarly) => (isEarly ? early + name : name),
};

function valibotPipe(schema: string, checks: readonly string[]): string {
  return checks.length === 0 ? schema : `v.pipe(${[schema, ...checks].join(', ')})`;
}

/** valibot 1. */
export const valibotWords: Words = {
  any: () => 'v.unknown()',
  null: () => 'v.null()',
  boolean: () => 'v.boolean()',
  string: (schema) => valibotPipe('v.string()', limits(schema, { minLength: 'v.minLength', maxLength: 'v.maxLength' })),
  number: (schema, integer) =>
    valibotPipe('v.number()', [
      ...(integer ? ['v.integer()'] : []),
      ...limits(schema, { minimum: 'v.minValue', maximum: 'v.maxValue' }),
    ]),
  literals: (values) =>
    values.length === 1
      ? `v.literal(${literal(values[0] ?? null)})`
      : `v.picklist([${values.map(literal).join(', ')}])`,
  array: (item) => `v.array(${item})`,
  object(members, rest) {
    const shape = record(members, ({ schema, optional }) => (optional ? `v.optional(${schema})` : schema));
    if (rest === 'open') return `v.object(${shape})`;
    return rest === 'closed' ? `v.strictObject(${shape})` : `v.objectWithRest(${shape}, ${rest.schema})`;
  },
  union: (branches, tag) =>
    tag === undefined ? `v.union([${branches.join(', ')}])` : `v.variant(${literal(tag)}, [${branches.join(', ')}])`,
  nullable: (inner) => `v.nullable(${inner})`,
  reference: (name, isEarly) => (isEarly ? `v.lazy(() => ${name})` : name),
};

function range(word: string, low: JsonValue | undefined, high: JsonValue | undefined): string {
  const [from, to] = [low ?? undefined, high ?? undefined];
  if (from !== undefined && to !== undefined) return `${String(from)} <= ${word} <= ${String(to)}`;
  if (to !== undefined) return `${word} <= ${String(to)}`;
  return from === undefined ? word : `${word} >= ${String(from)}`;
}

/** arktype 2: definitions that stand in one scope. */
export const arktypeWords: Words = {
  any: () => literal('unknown'),
  null: () => literal('null'),
  boolean: () => literal('boolean'),
  string: ({ minLength, maxLength }) => literal(range('string', minLength, maxLength)),
  number: ({ minimum, maximum }, integer) => literal(range(integer ? 'number.integer' : 'number', minimum, maximum)),
  literals: (values) => `["===", ${values.map(literal).join(', ')}]`,
  array: (item) => `[${item}, "[]"]`,
  object(members, rest) {
    const entries = members.map(({ key, schema, optional }) => `${literal(optional ? `${key}?` : key)}: ${schema}`);
    const further = rest === 'open' ? [] : rest === 'closed' ? ['"+": "reject"'] : [`"[string]": ${rest.schema}`];
    return `{ ${[...further, ...entries].join(', ')} }`;
  },
  union: (branches) => branches.reduce((left, right) => `[${left}, "|", ${right}]`),
  nullable: (inner) => `[${inner}, "|", "null"]`,
  reference: (name) => literal(name),
};

function tags(base: string, schema: JsonObject, words: Readonly<Record<string, string>>): string {
  const found = Object.entries(words).flatMap(([keyword, word]) =>
    keyword in schema ? [`tags.${word}<${String(schema[keyword])}>`] : [],
  );
  return [base, ...found].join(' & ');
}

/** TypeScript types with the tags of typia. Whole numbers are its `Type<'int64'>`. */
export const typiaWords: Words = {
  any: () => 'unknown',
  null: () => 'null',
  boolean: () => 'boolean',
  string: (schema) => `(${tags('string', schema, { minLength: 'MinLength', maxLength: 'MaxLength' })})`,
  number: (schema, integer) =>
    `(${tags(integer ? `number & tags.Type<'int64'>` : 'number', schema, { minimum: 'Minimum', maximum: 'Maximum' })})`,
  literals: (values) => `(${values.map(literal).join(' | ')})`,
  array: (item) => `Array<${item}>`,
  object(members: readonly Member[], rest: Rest) {
    const entries = members.map(({ key, schema, optional }) => `${literal(key)}${optional ? '?' : ''}: ${schema};`);
    const declared = `{ ${entries.join(' ')} }`;
    return typeof rest === 'object' ? `(${declared} & { [key: string]: ${rest.schema} | undefined })` : declared;
  },
  union: (branches) => `(${branches.join(' | ')})`,
  nullable: (inner) => `(${inner} | null)`,
  reference: (name) => name,
};

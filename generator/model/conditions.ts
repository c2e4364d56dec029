import { own, ownObject } from '../base/json.ts';
import { joinPointer } from '../base/pointer.ts';
import { emptyDocs } from './docs.ts';
import type { BuildChild, Place } from './kinds.ts';
import type { ConditionalSchema, ObjectSchema, Schema, Unevaluated } from './model.ts';

/** `if` with `then` and `else`, and `dependentSchemas` (JSON Schema Core 2020-12, section 10.2.2), as conditional schemas. */
export function conditions(place: Place, child: BuildChild): Schema[] {
  return [...ifThenElse(place, child), ...dependentSchemas(place, child)];
}

/** An `if` without `then` and `else` stays: what it looks at is not left over for `unevaluatedProperties`. */
function ifThenElse({ raw, pointer }: Place, child: BuildChild): ConditionalSchema[] {
  const condition = own(raw, 'if');
  if (condition === undefined) return [];
  const part = (keyword: string): Schema => child(own(raw, keyword), joinPointer(pointer, keyword));
  return [conditional(pointer, part('if'), part('then'), part('else'))];
}

/** `dependencies` is what drafts before 2019-09 call `dependentSchemas` and `dependentRequired` together. */
function dependentSchemas({ raw, pointer }: Place, child: BuildChild): ConditionalSchema[] {
  return ['dependentSchemas', 'dependencies'].flatMap((keyword) =>
    Object.entries(ownObject(raw, keyword) ?? {}).flatMap(([name, schema]) => {
      if (Array.isArray(schema)) return [];
      const at = joinPointer(pointer, keyword, name);
      const otherwise: Schema = { kind: 'unknown', pointer: at, docs: emptyDocs, hedged: false };
      return [conditional(at, objectWith(name, at), child(schema, at), otherwise)];
    }),
  );
}

function conditional(pointer: string, condition: Schema, whenTrue: Schema, whenFalse: Schema): ConditionalSchema {
  return { kind: 'conditional', condition, whenTrue, whenFalse, pointer, docs: emptyDocs, hedged: false };
}

/** Any object in which `name` is present. */
function objectWith(name: string, pointer: string): ObjectSchema {
  return {
    kind: 'object',
    typed: true,
    properties: [],
    otherRequired: [name],
    patternProperties: [],
    additional: { kind: 'unknown', pointer, docs: emptyDocs, hedged: false },
    dependentRequired: [],
    pointer,
    docs: emptyDocs,
    hedged: false,
  };
}

/** What `unevaluatedProperties` and `unevaluatedItems` demand; undefined where they let anything pass. */
export function unevaluatedOf({ raw, pointer }: Place, child: BuildChild): Unevaluated | undefined {
  const part = (keyword: string): Schema | undefined => {
    const value = own(raw, keyword);
    return value === undefined ? undefined : child(value, joinPointer(pointer, keyword));
  };
  const properties = part('unevaluatedProperties');
  const items = part('unevaluatedItems');
  if (!properties && !items) return undefined;
  return { ...(properties && { properties }), ...(items && { items }) };
}

/** `schema` that also demands `unevaluated` of what it does not look at. */
export function withUnevaluated(schema: Schema, unevaluated: Unevaluated | undefined): Schema {
  if (!unevaluated) return schema;
  const { pointer, docs, hedged } = schema;
  // what says nothing, and what has such a demand of its own, stays apart from it
  if (schema.kind === 'unknown') return { kind: 'intersection', members: [], pointer, docs, hedged, unevaluated };
  if (schema.unevaluated) return { kind: 'intersection', members: [schema], pointer, docs, hedged, unevaluated };
  return { ...schema, unevaluated };
}

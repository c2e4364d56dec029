import type { JsonValue } from '../../base/json.ts';
import type { Identifier } from '../../base/names.ts';
import type { Schema, TagValue } from '../../model/model.ts';

// What transforms do with the values of a schema, the same for all of them: types only.

/** A value of JSON that becomes another one: a date and time, an integer of 64 bits, written as a number or as a text. */
export type Leaf = 'dateTime' | 'instant' | 'bigInteger' | 'bigIntegerText';

/** What is done with the values of a schema. */
export type Plan =
  | { readonly kind: 'leaf'; readonly leaf: Leaf }
  /** What is done with those of another named schema. */
  | { readonly kind: 'named'; readonly name: Identifier }
  | MembersPlan
  | { readonly kind: 'items'; readonly item: Plan }
  | { readonly kind: 'values'; readonly value: Plan }
  | {
      readonly kind: 'tagged';
      readonly property: string;
      readonly branches: readonly TaggedBranch[];
      readonly open?: true;
    }
  /** Branches that are named schemas, of which the first counts that a value fits. */
  | { readonly kind: 'fitting'; readonly branches: readonly BranchPlan[] }
  /** Branches for values of different JSON types. */
  | { readonly kind: 'apart'; readonly branches: readonly BranchPlan[] };

/** What is done with the properties of an object. */
export interface MembersPlan {
  readonly kind: 'members';
  readonly parts: readonly { readonly name: string; readonly plan: Plan }[];
  /** What properties get that are missing. */
  readonly missing: readonly { readonly name: string; readonly value: JsonValue }[];
}

/** A branch of a union; without a plan its values stay as they are. */
export interface BranchPlan {
  readonly schema: Schema;
  readonly plan?: Plan;
}

/** A branch with the values of the tag that lead to it. */
export interface TaggedBranch extends BranchPlan {
  readonly tags: readonly TagValue[];
}

/** Which transforms are planned. */
export interface Purpose {
  /** What becomes of a value that is no list or object. */
  leafOf(schema: Schema): Leaf | undefined;
  /** What a missing property gets that each of `schemas` describes. */
  missing(schemas: readonly Schema[]): JsonValue | undefined;
}

/** The plans of an API by the names of its schemas; those with nothing to do are not there. */
export type Plans = ReadonlyMap<Identifier, Plan>;

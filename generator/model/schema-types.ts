import type { TestableFormat } from '../base/formats.ts';
import type { JsonValue } from '../base/json.ts';
import type { Identifier } from '../base/names.ts';

// The schemas of the intermediate representation (see `model.ts`): types only.

/** What a person should read beside a name. */
export interface Docs {
  readonly title?: string;
  readonly description?: string;
  readonly deprecated: boolean;
  readonly examples: readonly JsonValue[];
  readonly defaultValue?: JsonValue;
  /** What the documents leave open (`x-uncertain`). */
  readonly uncertain: readonly string[];
}

interface SchemaBase {
  /** JSON Pointer of the schema in the normalized spec. */
  readonly pointer: string;
  readonly docs: Docs;
  /** The documents only hint at this (`x-confidence: low`): validators never refuse a value because of it. */
  readonly hedged: boolean;
  /** What the members of a value must fit that nothing in this schema looks at. */
  readonly unevaluated?: Unevaluated;
}

/** `unevaluatedProperties` and `unevaluatedItems` (JSON Schema Core 2020-12, section 11). */
export interface Unevaluated {
  readonly properties?: Schema;
  readonly items?: Schema;
}

/** Anything: `true`, `{}`, or a schema the documents do not tell. */
export interface UnknownSchema extends SchemaBase {
  readonly kind: 'unknown';
}

/** Nothing: `false`. */
export interface NeverSchema extends SchemaBase {
  readonly kind: 'never';
}

/** `type: null`. */
export interface NullSchema extends SchemaBase {
  readonly kind: 'null';
}

/** `type: boolean`. */
export interface BooleanSchema extends SchemaBase {
  readonly kind: 'boolean';
}

/** `type: number` or `integer`, with its limits (JSON Schema Validation 2020-12, section 6.2). */
export interface NumberSchema extends SchemaBase {
  readonly kind: 'number';
  /** `type: integer`: 1.0 is one, 1.5 is not. */
  readonly integer: boolean;
  /** False where the keywords stand without a `type`: they then bind numbers only and let other values pass. */
  readonly typed: boolean;
  readonly minimum?: number;
  readonly exclusiveMinimum?: number;
  readonly maximum?: number;
  readonly exclusiveMaximum?: number;
  readonly multipleOf?: number;
  readonly format?: string;
  /** The format that validators test, where the configuration says so. */
  readonly assertedFormat?: TestableFormat;
}

/** `type: string`, with its limits (JSON Schema Validation 2020-12, section 6.3). */
export interface StringSchema extends SchemaBase {
  readonly kind: 'string';
  readonly typed: boolean;
  /** In Unicode code points (JSON Schema Validation 2020-12, section 6.3). */
  readonly minLength?: number;
  readonly maxLength?: number;
  /** A valid ECMA-262 regular expression for the `u` flag, not anchored. */
  readonly pattern?: string;
  readonly format?: string;
  /** The format that validators test, where the configuration says so. */
  readonly assertedFormat?: TestableFormat;
}

/** `const` and `enum`: one of these values. */
export interface LiteralSchema extends SchemaBase {
  readonly kind: 'literal';
  readonly values: readonly JsonValue[];
  /** Answers carry it: a newer API may send other values of the same type. */
  readonly open?: true;
}

/** `type: array`: tuples, lists, and tuples that go on as lists (JSON Schema Core 2020-12, section 10.3.1). */
export interface ArraySchema extends SchemaBase {
  readonly kind: 'array';
  readonly typed: boolean;
  /** Schemas of the first items, by position. */
  readonly prefixItems: readonly Schema[];
  /** Schema of all items after those. */
  readonly items: Schema;
  /** `items` is there and lets anything pass, so that nothing is left over for `unevaluatedItems`. */
  readonly itemsEvaluated?: true;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly uniqueItems: boolean;
  readonly contains?: { readonly schema: Schema; readonly minimum: number; readonly maximum?: number };
}

/** A property that an object schema describes. */
export interface PropertySchema {
  /** As on the wire; any string. */
  readonly name: string;
  readonly required: boolean;
  readonly readOnly: boolean;
  readonly writeOnly: boolean;
  readonly schema: Schema;
}

/** `type: object` (JSON Schema Core 2020-12, section 10.3.2; Validation, section 6.5). */
export interface ObjectSchema extends SchemaBase {
  readonly kind: 'object';
  readonly typed: boolean;
  readonly properties: readonly PropertySchema[];
  /** Names that must be present but have no schema in `properties`. */
  readonly otherRequired: readonly string[];
  readonly patternProperties: readonly { readonly pattern: string; readonly schema: Schema }[];
  /** Schema of the properties named by none of the above; `unknown` where nothing is said. */
  readonly additional: Schema;
  /** Names that only the other direction carries (`readOnly` in requests, `writeOnly` in responses): whatever they hold passes. */
  readonly ignored?: readonly string[];
  /** `additionalProperties` is there and lets anything pass, so that nothing is left over for `unevaluatedProperties`. */
  readonly additionalEvaluated?: true;
  readonly propertyNames?: Schema;
  readonly minProperties?: number;
  readonly maxProperties?: number;
  readonly dependentRequired: readonly { readonly name: string; readonly required: readonly string[] }[];
}

/** A constant that may tell branches apart. */
export type TagValue = string | number | boolean;

/** The property that tells the branches of a union apart, by one constant or more a branch. */
export interface Tag {
  readonly property: string;
  /** Which branch a value of the property leads to; values are distinct, branches may have several. */
  readonly cases: readonly { readonly value: TagValue; readonly branch: number }[];
  /** The documents do not name it: it was found by looking at the branches. */
  readonly inferred: boolean;
  /** The branches whose values may do without the property, if there are any. */
  readonly mayLack?: readonly number[];
  /** Answers carry the union: a newer API may send branches with other tags. */
  readonly open?: true;
}

/** The types of JSON values. */
export type TypeName = 'null' | 'boolean' | 'number' | 'string' | 'array' | 'object';

/** Something that all values of one branch of a union show, and none of certain others. */
export type BranchTest =
  | { readonly kind: 'type'; readonly types: readonly TypeName[] }
  | { readonly kind: 'value'; readonly values: readonly JsonValue[] }
  /** The property holds one of these; with `optional`, or is missing. */
  | {
      readonly kind: 'constant';
      readonly property: string;
      readonly values: readonly TagValue[];
      readonly optional: boolean;
    }
  | { readonly kind: 'propertyType'; readonly property: string; readonly types: readonly TypeName[] }
  | { readonly kind: 'present'; readonly property: string }
  | { readonly kind: 'absent'; readonly property: string };

/** What tells the branches of a union apart that has no tag. */
export interface Apart {
  /** What a value of each branch shows, all of it together; undefined for a branch that cannot be told from another. */
  readonly tests: readonly (readonly BranchTest[] | undefined)[];
  /** Why some branch cannot be told from another. */
  readonly reason?: string;
}

/** `oneOf` and `anyOf`. A `null` among the branches stands last. */
export interface UnionSchema extends SchemaBase {
  readonly kind: 'union';
  readonly mode: 'oneOf' | 'anyOf';
  readonly branches: readonly Schema[];
  /** Present where every branch but `null` is told apart by one property. */
  readonly tag?: Tag;
  /** Present where there are several branches beside `null` and no tag. */
  readonly apart?: Apart;
}

/** All of them at once: `allOf`, and keywords that stand beside each other. */
export interface IntersectionSchema extends SchemaBase {
  readonly kind: 'intersection';
  readonly members: readonly Schema[];
}

/** `not`: anything but this. */
export interface NotSchema extends SchemaBase {
  readonly kind: 'not';
  readonly schema: Schema;
}

/** `if`, `then` and `else`, or a `dependentSchemas` entry, whose condition is the property (Core, sections 10.2.2.1 to 10.2.2.4). */
export interface ConditionalSchema extends SchemaBase {
  readonly kind: 'conditional';
  readonly condition: Schema;
  /** What a value must fit that fits the condition; `unknown` where nothing is said. */
  readonly whenTrue: Schema;
  /** What any other value must fit. */
  readonly whenFalse: Schema;
}

/** Another named schema, by its name in the package. */
export interface ReferenceSchema extends SchemaBase {
  readonly kind: 'reference';
  readonly name: Identifier;
}

/** Any schema, told apart by `kind`. */
export type Schema =
  | UnknownSchema
  | NeverSchema
  | NullSchema
  | BooleanSchema
  | NumberSchema
  | StringSchema
  | LiteralSchema
  | ArraySchema
  | ObjectSchema
  | UnionSchema
  | IntersectionSchema
  | NotSchema
  | ConditionalSchema
  | ReferenceSchema;

/** The kinds of schemas: each emitter has one handler for each. */
export type Kind = Schema['kind'];

/** The schema of one kind. */
export type SchemaOf<K extends Kind> = Extract<Schema, { readonly kind: K }>;

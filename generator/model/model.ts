import type { JsonValue } from '../base/json.ts';
import type { Identifier } from '../base/names.ts';

// The intermediate representation: types only. All names are decided when it is built.

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
}

/** `const` and `enum`: one of these values. */
export interface LiteralSchema extends SchemaBase {
  readonly kind: 'literal';
  readonly values: readonly JsonValue[];
}

/** `type: array`: tuples, lists, and tuples that go on as lists (JSON Schema Core 2020-12, section 10.3.1). */
export interface ArraySchema extends SchemaBase {
  readonly kind: 'array';
  readonly typed: boolean;
  /** Schemas of the first items, by position. */
  readonly prefixItems: readonly Schema[];
  /** Schema of all items after those. */
  readonly items: Schema;
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
  readonly propertyNames?: Schema;
  readonly minProperties?: number;
  readonly maxProperties?: number;
  readonly dependentRequired: readonly { readonly name: string; readonly required: readonly string[] }[];
}

/** The property that tells the branches of a union apart, by one constant or more a branch. */
export interface Tag {
  readonly property: string;
  /** Which branch a value of the property leads to; values are distinct, branches may have several. */
  readonly cases: readonly { readonly value: string | number | boolean; readonly branch: number }[];
  /** The documents do not name it: it was found by looking at the branches. */
  readonly inferred: boolean;
}

/** `oneOf` and `anyOf`. A `null` among the branches stands last. */
export interface UnionSchema extends SchemaBase {
  readonly kind: 'union';
  readonly mode: 'oneOf' | 'anyOf';
  readonly branches: readonly Schema[];
  /** Present where every branch but `null` is told apart by one property. */
  readonly tag?: Tag;
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
  | ReferenceSchema;

/** The kinds of schemas: each emitter has one handler for each. */
export type Kind = Schema['kind'];

/** The schema of one kind. */
export type SchemaOf<K extends Kind> = Extract<Schema, { readonly kind: K }>;

/** One step from a named schema to a part of it. */
export type AccessStep =
  | { readonly kind: 'property'; readonly name: string }
  | { readonly kind: 'items' }
  | { readonly kind: 'values' }
  /** The branch of a tagged union in which `tag` holds `value`. */
  | { readonly kind: 'branch'; readonly tag: string; readonly value: string | number | boolean };

/** Where a named schema stands in the spec, which is how its type is reached from the types of the whole spec. */
export type Origin =
  | { readonly kind: 'component'; readonly key: string }
  | { readonly kind: 'body'; readonly operationId: string; readonly mediaType: string; readonly required: boolean }
  | { readonly kind: 'response'; readonly operationId: string; readonly status: string; readonly mediaType: string }
  /** A part of another named schema: an inline union, or a branch of one. */
  | { readonly kind: 'part'; readonly of: Identifier; readonly steps: readonly AccessStep[] }
  /** Another name for the same type (a body that is just a named union). */
  | { readonly kind: 'alias'; readonly of: Identifier };

/** A schema with a name of its own in the package: it gets a type, a validator and, if a tagged union, guards. */
export interface NamedSchema {
  /** PascalCase, unique among all names of types. */
  readonly name: Identifier;
  readonly origin: Origin;
  readonly schema: Schema;
}

/** Where a parameter is sent (OAS 3.1, section 4.8.12). */
export type ParameterLocation = 'path' | 'query' | 'header' | 'cookie';

/** How a parameter is written on the wire (OAS 3.1, section 4.8.12). */
export interface Parameter {
  /** As on the wire. */
  readonly name: string;
  readonly in: ParameterLocation;
  readonly required: boolean;
  readonly style: 'matrix' | 'label' | 'simple' | 'form' | 'spaceDelimited' | 'pipeDelimited' | 'deepObject';
  readonly explode: boolean;
  readonly allowReserved: boolean;
  /** Set where the value is written in a media type (`content`) instead of a style. */
  readonly mediaType?: string;
  readonly schema: Schema;
  readonly docs: Docs;
}

/** A body in one media type (OAS 3.1, section 4.8.14). */
export interface MediaType {
  readonly mediaType: string;
  /** Name of the schema in the package; absent where the documents give no schema. */
  readonly schema?: Identifier;
}

/** What an operation is sent (OAS 3.1, section 4.8.13). */
export interface RequestBody {
  readonly required: boolean;
  readonly docs: Docs;
  /** The first is what the client sends unless told otherwise. */
  readonly content: readonly MediaType[];
}

/** What an operation answers with one status or range of them (OAS 3.1, section 4.8.17). */
export interface Response {
  /** `200`, `4XX` or `default` (OAS 3.1, section 4.8.16). */
  readonly status: string;
  readonly docs: Docs;
  readonly content: readonly MediaType[];
}

/** Alternatives (OR) of requirements that hold together (AND), by name of the scheme (OAS 3.1, section 4.8.30). */
export type SecurityAlternatives = readonly (readonly {
  readonly scheme: string;
  readonly scopes: readonly string[];
}[])[];

/** One operation: a method on a path (OAS 3.1, section 4.8.10). */
export interface Operation {
  /** camelCase, unique among the names of values. */
  readonly name: Identifier;
  /** PascalCase stem of the operation's type names: `${typeStem}Input`, `${typeStem}Result`, … all reserved for it. */
  readonly typeStem: Identifier;
  readonly operationId: string;
  readonly method: 'get' | 'put' | 'post' | 'delete' | 'options' | 'head' | 'patch' | 'trace';
  /** The template, as the spec has it. */
  readonly path: string;
  readonly summary?: string;
  readonly docs: Docs;
  readonly tags: readonly string[];
  readonly parameters: readonly Parameter[];
  readonly body?: RequestBody;
  readonly responses: readonly Response[];
  readonly security: SecurityAlternatives;
}

/** A base URL (OAS 3.1, section 4.8.5). */
export interface Server {
  readonly url: string;
  readonly description?: string;
}

/** A way to authenticate (OAS 3.1, section 4.8.27). */
export interface SecurityScheme {
  /** Its key in `components.securitySchemes`. */
  readonly key: string;
  readonly docs: Docs;
  readonly scheme:
    | { readonly type: 'apiKey'; readonly in: 'header' | 'query' | 'cookie'; readonly name: string }
    | { readonly type: 'http'; readonly scheme: string }
    /** Sent as a bearer token, like `http` with scheme `bearer`. */
    | { readonly type: 'oauth2' | 'openIdConnect' }
    | { readonly type: 'mutualTLS' };
}

/** Everything the emitters know of an API. */
export interface Api {
  readonly title: string;
  readonly version: string;
  readonly description?: string;
  readonly servers: readonly Server[];
  readonly securitySchemes: readonly SecurityScheme[];
  /** Components first, in their order, then what operations hold, then inline unions and their branches. */
  readonly schemas: readonly NamedSchema[];
  readonly operations: readonly Operation[];
}

import type { Identifier } from '../base/names.ts';
import type { BranchTest, Docs, Schema, TagValue } from './schema-types.ts';

// The intermediate representation: types only. All names are decided when it is built.

export type * from './schema-types.ts';

/** One step from a named schema to a part of it. */
export type AccessStep =
  | { readonly kind: 'property'; readonly name: string }
  | { readonly kind: 'items' }
  | { readonly kind: 'values' }
  /** The branch of a tagged union in which `tag` holds `value`. */
  | { readonly kind: 'branch'; readonly tag: string; readonly value: TagValue }
  /** The branch of a union without a tag that passes all of these. */
  | { readonly kind: 'told'; readonly tests: readonly BranchTest[] };

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

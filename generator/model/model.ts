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

/** The ways in which values are put into text (OAS 3.1, section 4.8.12.3; `cookie` is of OAS 3.2). */
export type ParameterStyle =
  | 'matrix'
  | 'label'
  | 'simple'
  | 'form'
  | 'spaceDelimited'
  | 'pipeDelimited'
  | 'deepObject'
  | 'cookie';

/** How a parameter is written on the wire (OAS 3.1, section 4.8.12). */
export interface Parameter {
  /** As on the wire. */
  readonly name: string;
  readonly in: ParameterLocation;
  readonly required: boolean;
  readonly style: ParameterStyle;
  readonly explode: boolean;
  readonly allowReserved: boolean;
  /** Set where the value is written in a media type (`content`) instead of a style. */
  readonly mediaType?: string;
  /** A query parameter that is the whole query string, without a name (`in: querystring`, OAS 3.2). */
  readonly isWhole?: true;
  readonly schema: Schema;
  readonly docs: Docs;
}

/** A member of a multipart or form body about which more is known than its schema (OAS 3.1, section 4.8.15). */
export interface BodyPart {
  readonly name: string;
  /** Its value is octets, or a list of them. */
  readonly isFile: boolean;
  /** Its value is an object. */
  readonly isObject: boolean;
  /** The media types it may have, in order: whole ones, and ranges like `image/*`. */
  readonly contentTypes: readonly string[];
  /** Set where it is written like a query parameter. */
  readonly style?: Pick<Parameter, 'style' | 'explode' | 'allowReserved'>;
}

/** A body in one media type (OAS 3.1, section 4.8.14). */
export interface MediaType {
  readonly mediaType: string;
  /** Name of the schema in the package; absent where the documents give no schema. */
  readonly schema?: Identifier;
  /** The schema says that the body is octets, and nothing else. */
  readonly isFile?: true;
  /** Of requests: the body is a sequence of items, of which the schema is that of one. */
  readonly hasItems?: true;
  /** The media type of each part of a multipart body that is a sequence of them, where the documents name it. */
  readonly itemType?: string;
  /** Of streams of events (their schema is that of one event): how `data` is read, and what ends them. */
  readonly events?: { readonly data: 'text' | 'json' | 'any'; readonly end?: string };
  /** Of multipart and form bodies: members that are files, or have an encoding of their own. */
  readonly parts?: readonly BodyPart[];
}

/** What an operation is sent (OAS 3.1, section 4.8.13). */
export interface RequestBody {
  readonly required: boolean;
  readonly docs: Docs;
  /** The first is what the client sends unless told otherwise. */
  readonly content: readonly MediaType[];
}

/** A header of a response (OAS 3.1, section 4.8.21). */
export interface ResponseHeader {
  readonly name: string;
  readonly required: boolean;
  /** What its text is that of. */
  readonly text: 'string' | 'number' | 'boolean';
  /** The only texts it may have, where the documents say so. */
  readonly values?: readonly string[];
}

/** What an operation answers with one status or range of them (OAS 3.1, section 4.8.17). */
export interface Response {
  /** `200`, `4XX` or `default` (OAS 3.1, section 4.8.16). */
  readonly status: string;
  readonly docs: Docs;
  readonly headers: readonly ResponseHeader[];
  readonly content: readonly MediaType[];
}

/** Alternatives (OR) of requirements that hold together (AND), by name of the scheme (OAS 3.1, section 4.8.30). */
export type SecurityAlternatives = readonly (readonly {
  readonly scheme: string;
  readonly scopes: readonly string[];
}[])[];

/** Where a page is asked for. */
export interface PageParameter {
  readonly in: 'path' | 'query' | 'header' | 'body';
  readonly name: string;
}

/** How the pages of a list follow each other; ways lead into the success body. */
export type Pagination = {
  /** The way to the list of a page. */
  readonly items?: readonly string[];
  /** The way to whether there is a further page. */
  readonly more?: readonly string[];
} & (
  | { readonly kind: 'link' }
  | { readonly kind: 'url'; readonly path: readonly string[] }
  | { readonly kind: 'cursor'; readonly parameter: PageParameter; readonly path: readonly string[] }
  | { readonly kind: 'page'; readonly parameter: PageParameter; readonly start: number }
  | { readonly kind: 'offset'; readonly parameter: PageParameter; readonly size?: PageParameter }
);

/** One operation: a method on a path (OAS 3.1, section 4.8.10). */
export interface Operation {
  /** camelCase, unique among the names of values. */
  readonly name: Identifier;
  /** PascalCase stem of the operation's type names: `${typeStem}Input`, `${typeStem}Result`, … all reserved for it. */
  readonly typeStem: Identifier;
  readonly operationId: string;
  /** As it is sent: the methods of OAS 3.1 in upper case, others (OAS 3.2) as the documents write them. */
  readonly method: string;
  /** The template, as the spec has it. */
  readonly path: string;
  readonly summary?: string;
  readonly docs: Docs;
  readonly tags: readonly string[];
  readonly parameters: readonly Parameter[];
  readonly body?: RequestBody;
  /** The documents give it a body that `fetch` cannot send (Fetch, section 5.4: with GET or HEAD); `body` is absent then. */
  readonly unsentBody?: true;
  readonly responses: readonly Response[];
  /** Present where the documents say that its success is one page of several. */
  readonly pagination?: Pagination;
  /** Where it is sent, if not to the API's servers; the first unless told otherwise. Each is a whole URL, or begins with `/`. */
  readonly servers?: readonly Server[];
  readonly security: SecurityAlternatives;
}

/** A request that the API sends: a webhook, or the callback of an operation (OAS 3.1, sections 4.8.1 and 4.8.18). */
export interface Webhook extends Operation {
  readonly kind: 'webhook' | 'callback';
  /** Where the spec has it. */
  readonly pointer: string;
}

/** A base URL (OAS 3.1, section 4.8.5). */
export interface Server {
  /** With the defaults of its variables. */
  readonly url: string;
  readonly description?: string;
  /** What it is called, unique among servers; absent where another is called the same. */
  readonly name?: string;
  /** The URL as the documents have it, and its variables; absent where it has none. */
  readonly template?: string;
  readonly variables?: readonly ServerVariable[];
}

/** What may stand in a place of a server's URL (OAS 3.1, section 4.8.6). */
export interface ServerVariable {
  readonly name: string;
  readonly default?: string;
  /** The only values it may have; none where any may be. */
  readonly values: readonly string[];
  readonly description?: string;
}

/** How tokens are got (OAS 3.1, section 4.8.29); its URLs may be relative to the server. */
export interface OauthFlow {
  readonly kind: string;
  readonly authorizationUrl?: string;
  readonly tokenUrl?: string;
  readonly refreshUrl?: string;
  readonly scopes: readonly string[];
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
    | { readonly type: 'oauth2'; readonly flows: readonly OauthFlow[] }
    | { readonly type: 'openIdConnect' }
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
  /** What the API sends; `path` is the webhook's key, or the expression of the callback's address. */
  readonly webhooks: readonly Webhook[];
}

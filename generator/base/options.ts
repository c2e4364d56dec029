/** What to do where a union's branches show a discriminator that the documents do not name. */
export type InferenceMode = (typeof inferenceModes)[number];

/** The modes a configuration may name: make it part of the spec, only tell of it, or do not look for it. */
export const inferenceModes = ['apply', 'report', 'off'] as const;

/**
 * Which formats validators test: none (`annotate`, as JSON Schema Validation 2020-12, section 7.2.1, has it by default),
 * all that can be tested (`assert`), or these.
 */
export type FormatChoice = 'annotate' | 'assert' | readonly string[];

/** What changes values, each in a module of the package: missing properties, texts of parameters, dates and large integers. */
export type TransformKind = (typeof transformKinds)[number];

/** The transforms that a configuration may name. */
export const transformKinds = ['defaults', 'coercion', 'codecs'] as const;

/** Whether answers may hold values of enums and branches of unions that the documents do not list. */
export type ResponseMode = (typeof responseModes)[number];

/** The modes a configuration may name: what answers carry may grow, or is taken at its word. */
export const responseModes = ['open', 'closed'] as const;

/** What codecs make of values of JSON: `string` and `number` leave them as they are. */
export interface CodecTypes {
  /** Of `format: date-time`: `Date` without it. */
  readonly dateTime?: (typeof dateTimeTypes)[number];
  /** Of `format: int64` and `uint64`: `bigint` without it. */
  readonly int64?: (typeof wideIntegerTypes)[number];
}

/** What dates and times may become. */
export const dateTimeTypes = ['Date', 'Temporal', 'string'] as const;

/** What integers of 64 bits may become. */
export const wideIntegerTypes = ['bigint', 'number'] as const;

/** What the emitted package is called in its package.json, and which optional modules it has. */
export interface PackageOptions {
  /** A name npm accepts, with or without a scope. */
  readonly name: string;
  /** A version of Semantic Versioning 2.0.0. */
  readonly version: string;
  /** An SPDX expression. */
  readonly license: string;
  /** The transforms it has where the spec gives them something to do; all of them without it. */
  readonly transforms?: readonly TransformKind[];
  /** What codecs make of dates and times and of integers of 64 bits. */
  readonly types?: CodecTypes;
  /** `open` without it: what answers carry may grow. */
  readonly responses?: ResponseMode;
  /** Whether it can list the properties of a value that its schema does not declare; it cannot without it. */
  readonly unknownKeys?: boolean;
}

/** Which operations of a spec are wanted; a missing list says nothing. Names are compared exactly; `*` stands for any run of characters. */
export interface OperationPatterns {
  /** Tags of the Operation Object. */
  readonly tags?: readonly string[];
  /** Path templates as in the normalized spec: `/pets/*`. */
  readonly paths?: readonly string[];
  /** operationIds of the normalized spec, or `METHOD /path`. */
  readonly operations?: readonly string[];
}

/** An operation is kept if `include` is absent or one of its patterns fits, and none of `exclude` fits. */
export interface OperationFilter {
  readonly include?: OperationPatterns;
  readonly exclude?: OperationPatterns;
}

/** Which hosts may be asked, and what is sent to them beside the request. */
export interface WebAccess {
  /** Exact names, with the port where it is not the scheme's own: `api.example.com`, `localhost:8080`. */
  readonly hosts: readonly string[];
  /** For each host the values of request headers, which must not appear in any output. */
  readonly headers: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

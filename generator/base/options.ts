/** What to do where a union's branches show a discriminator that the documents do not name. */
export type InferenceMode = (typeof inferenceModes)[number];

/** The modes a configuration may name: make it part of the spec, only tell of it, or do not look for it. */
export const inferenceModes = ['apply', 'report', 'off'] as const;

/** What the emitted package is called in its package.json. */
export interface PackageOptions {
  /** A name npm accepts, with or without a scope. */
  readonly name: string;
  /** A version of Semantic Versioning 2.0.0. */
  readonly version: string;
  /** An SPDX expression. */
  readonly license: string;
}

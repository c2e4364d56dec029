import type { Identifier } from '../base/names.ts';

/** Where each module of a package stands; every emitter imports by these paths. */
export const layout = {
  /** What openapi-typescript makes of the whole spec: `paths`, `components`, `operations`. */
  openapi: 'src/openapi.ts',
  /** A type and a Standard Schema face, under one name, for each named schema. */
  schemas: 'src/schemas.ts',
  /** `isX`, `parseX`, `assertX` for each named schema. */
  validators: 'src/validators.ts',
  /** `unknownKeysOfX` for each named schema, on request. */
  unknownKeys: 'src/unknown-keys.ts',
  /** Guards and `match` for tagged unions. */
  unions: 'src/unions.ts',
  /** `withXDefaults`, where a schema has defaults. */
  defaults: 'src/defaults.ts',
  /** `coerceXQuery`, where parameters of an operation are no texts. */
  coercion: 'src/coercion.ts',
  /** `decodeX` and `encodeX`, where a schema has dates and times or integers of 64 bits. */
  codecs: 'src/codecs.ts',
  /** Servers, security and `createClient`. */
  client: 'src/client.ts',
  /** Layers to stand around `fetch`: repetition, time limits, logs, traces. */
  transports: 'src/transports.ts',
  /** Credentials that are renewed, and where tokens are got; where the API has security schemes. */
  auth: 'src/auth.ts',
  index: 'src/index.ts',
  /** Copies of `templates/runtime/*.ts`. */
  runtime: (name: string): string => `src/runtime/${name}.ts`,
  operation: (name: Identifier): string => `src/operations/${name}.ts`,
} as const;

/** The names of the functions that validate the schema called `name`. The model keeps them free. */
export function validatorNames(name: Identifier): { is: Identifier; parse: Identifier; assert: Identifier } {
  return {
    is: `is${name}` as Identifier,
    parse: `parse${name}` as Identifier,
    assert: `assert${name}` as Identifier,
  };
}

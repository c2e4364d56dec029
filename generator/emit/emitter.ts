import type { Report } from '../base/diagnostic.ts';
import type { Api } from '../model/model.ts';
import type { Spec } from '../spec/openapi.ts';

/** A file of the package: `path` is relative to its folder, `/`-separated. */
export interface EmittedFile {
  readonly path: string;
  readonly text: string;
}

/** What the emitted package is called and how it presents itself. */
export interface PackageOptions {
  /** npm name, with scope if any. */
  readonly name: string;
  readonly version: string;
  /** SPDX identifier. */
  readonly license: string;
}

/** What every emitter is given. `spec` is the normalized spec that `api` was built from. */
export interface EmitInput {
  readonly api: Api;
  readonly spec: Spec;
  readonly options: PackageOptions;
}

/** Makes the files of one target. */
export interface Emitter {
  readonly name: string;
  emit(input: EmitInput, report: Report): Promise<EmittedFile[]> | EmittedFile[];
}

import type { Report } from '../base/diagnostic.ts';
import type { PackageOptions } from '../base/options.ts';
import type { Api } from '../model/model.ts';
import type { Spec } from '../spec/openapi.ts';
import type { FinishedModule } from './module.ts';

/** A file of the package: `path` is relative to its folder, `/`-separated. */
export interface EmittedFile {
  readonly path: string;
  readonly text: string;
}

/** What an emitter makes: a file, or a module that is printed later. */
export type EmittedPart = EmittedFile | FinishedModule;

/** What every emitter is given. `spec` is the normalized spec that `api` was built from. */
export interface EmitInput {
  readonly api: Api;
  readonly spec: Spec;
  readonly options: PackageOptions;
  /** The spec as YAML, to come along with the package, once it is printed. */
  readonly description?: Promise<string>;
}

/** Makes the files of one target. */
export interface Emitter {
  readonly name: string;
  emit(input: EmitInput, report: Report): Promise<EmittedPart[]> | EmittedPart[];
}

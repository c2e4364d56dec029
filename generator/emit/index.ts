import type { Report } from '../base/diagnostic.ts';
import { compareText } from '../base/order.ts';
import { clientEmitter } from './client/index.ts';
import type { EmitInput, EmittedFile, Emitter } from './emitter.ts';
import { packageEmitter } from './package/index.ts';
import { runtimeFiles } from './runtime.ts';
import { transformsEmitter } from './transforms/index.ts';
import { typesEmitter } from './types/index.ts';
import { compilePackage } from './typescript.ts';
import { unionsEmitter } from './unions/index.ts';
import { validatorsEmitter } from './validators/index.ts';

/** What a package is made of, in the order of making. */
const emitters: readonly Emitter[] = [
  typesEmitter,
  unionsEmitter,
  validatorsEmitter,
  clientEmitter,
  transformsEmitter,
  packageEmitter,
];

/** What is written for an API before it is compiled: what the emitters make, and the runtime's modules that those import. */
async function emitSources(input: EmitInput, report: Report): Promise<EmittedFile[]> {
  const files: EmittedFile[] = [];
  for (const emitter of emitters) files.push(...(await emitter.emit(input, report)));
  return [...files, ...runtimeFiles(files)];
}

/** How much of a package is wanted. */
export interface EmitParts {
  /** Leave out `dist`, for those who compile `src` themselves. */
  readonly sourcesOnly?: boolean;
}

/** All files of the package of an API, sources and compiled, sorted by path. Diagnostics are those of the emitters. */
export async function emitPackage(input: EmitInput, report: Report, parts: EmitParts = {}): Promise<EmittedFile[]> {
  const sources = await emitSources(input, report);
  const compiled = parts.sourcesOnly ? [] : compilePackage(sources);
  return [...sources, ...compiled].toSorted((left, right) => compareText(left.path, right.path));
}

import type { Report } from '../base/diagnostic.ts';
import { compareText } from '../base/order.ts';
import { clientEmitter } from './client/index.ts';
import { compilePackage } from './compilers.ts';
import type { EmitInput, EmittedFile, Emitter } from './emitter.ts';
import { packageEmitter } from './package/index.ts';
import { runtimeFiles } from './runtime.ts';
import { withSourceSpecifiers } from './specifiers.ts';
import { transformsEmitter } from './transforms/index.ts';
import { typesEmitter } from './types/index.ts';
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

/** How much of a package is wanted. */
export interface EmitParts {
  /** Leave out `dist`, for those who compile `src` themselves. */
  readonly sourcesOnly?: boolean;
}

/**
 * All files of the package of an API, sources and compiled, sorted by path: what the emitters make, and the runtime's
 * modules that those import. What one emitter has made is compiled while the next is at work. Diagnostics are those of the
 * emitters.
 */
export async function emitPackage(input: EmitInput, report: Report, parts: EmitParts = {}): Promise<EmittedFile[]> {
  const compile = async (files: readonly EmittedFile[]): Promise<EmittedFile[]> =>
    parts.sourcesOnly ? [...files] : [...files, ...(await compilePackage(files))];
  const made: Promise<readonly EmittedFile[]>[] = [];
  const written: Promise<readonly EmittedFile[]>[] = [];
  for (const emitter of emitters) {
    const files = Promise.resolve(emitter.emit(input, report));
    made.push(files);
    written.push(files.then(compile));
    await otherWork();
  }
  const runtime = Promise.all(made).then((sources) => compile(runtimeFiles(sources.flat())));
  const files = (await Promise.all([...written, runtime])).flat();
  return files.map(withSourceSpecifiers).toSorted((left, right) => compareText(left.path, right.path));
}

/** Lets what waits for the event loop come first: what was made is handed to the compiler, and what it has done taken. */
async function otherWork(): Promise<void> {
  await new Promise((resume) => setImmediate(resume));
}

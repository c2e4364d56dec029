import type { Report } from '../base/diagnostic.ts';
import { doAside } from '../base/aside.ts';
import { compareText } from '../base/order.ts';
import { modulePrinting } from './aside.ts';
import { clientEmitter } from './client/index.ts';
import { compilePackage } from './compile.ts';
import type { EmitInput, EmittedFile, EmittedPart, Emitter } from './emitter.ts';
import type { FinishedModule } from './module.ts';
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
 * modules that those import. What one emitter has made is printed and compiled while the next is at work. Diagnostics are
 * those of the emitters.
 */
export async function emitPackage(input: EmitInput, report: Report, parts: EmitParts = {}): Promise<EmittedFile[]> {
  const compile = async (files: readonly EmittedFile[]): Promise<EmittedFile[]> =>
    parts.sourcesOnly ? [...files] : [...files, ...(await compilePackage(files))];
  const made: Promise<readonly EmittedFile[]>[] = [];
  const written: Promise<readonly EmittedFile[]>[] = [];
  for (const emitter of emitters) {
    const files = Promise.resolve(emitter.emit(input, report)).then(printParts);
    made.push(files);
    written.push(files.then(compile));
    await otherWork();
  }
  const runtime = Promise.all(made).then((sources) => compile(runtimeFiles(sources.flat())));
  const files = (await Promise.all([...written, runtime])).flat();
  return files.map(withSourceSpecifiers).toSorted((left, right) => compareText(left.path, right.path));
}

function isModule(part: EmittedPart): part is FinishedModule {
  return 'statements' in part;
}

/** The parts as files: modules are printed. */
async function printParts(parts: readonly EmittedPart[]): Promise<EmittedFile[]> {
  const modules = parts.filter(isModule);
  const files = parts.filter((part): part is EmittedFile => !isModule(part));
  return modules.length === 0 ? files : [...files, ...(await doAside(modulePrinting, modules))];
}

/** Lets what waits for the event loop come first: what was made is handed on, and what was done with it taken. */
async function otherWork(): Promise<void> {
  await new Promise((resume) => setImmediate(resume));
}

import type { JsonObject } from '../base/json.ts';
import type { EmittedFile } from './emitter.ts';
import { printTypes, type PrintedTypes } from './types/openapi-typescript.ts';
import { compileModules, type CompiledParts } from './typescript.ts';

/** Work for the compiler. All of it can be sent to another thread, and so can what comes of it. */
export type CompilerTask =
  | { readonly kind: 'types'; readonly view: JsonObject }
  | { readonly kind: 'compile'; readonly files: readonly EmittedFile[]; readonly parts: CompiledParts };

/** What comes of each kind of task. */
export interface CompilerResults {
  readonly types: PrintedTypes;
  readonly compile: readonly EmittedFile[];
}

/** Does a task here and now. Throws what `printTypes` and `compileModules` throw. */
export async function performTask(task: CompilerTask): Promise<CompilerResults[CompilerTask['kind']]> {
  return task.kind === 'types' ? printTypes(task.view) : compileModules(task.files, task.parts);
}

import type { EmittedFile, EmittedPart } from '../../generator/emit/emitter.ts';
import { printModule } from '../../generator/emit/print-module.ts';

/** What an emitter has made, as files. */
export function printed(parts: readonly EmittedPart[]): EmittedFile[] {
  return parts.map((part) => ('statements' in part ? printModule(part) : part));
}

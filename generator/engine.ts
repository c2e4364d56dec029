import nodeModule from 'node:module';
import { setFlagsFromString } from 'node:v8';

/**
 * Makes the engine fit for a program that runs for seconds: compiled code is kept from run to run where node can (from 22.1), and
 * only what runs very often is optimized, which else takes as much time as all the rest. That is a number the engine reads each
 * time; a flag that changes how it holds what it has compiled, as one of regular expressions, is not safe once it runs.
 */
export function tuneEngine(): void {
  const { enableCompileCache } = nodeModule as { readonly enableCompileCache?: () => unknown };
  enableCompileCache?.();
  setFlagsFromString('--interrupt-budget=500000');
}

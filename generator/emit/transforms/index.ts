import type { Emitter } from '../emitter.ts';
import { transformModules } from './modules.ts';

/**
 * Emits what changes values, each apart and never unasked: `src/defaults.ts`, `src/coercion.ts` and `src/codecs.ts`, where
 * the API gives them something to do and the options do not leave them out.
 */
export const transformsEmitter: Emitter = {
  name: 'transforms',
  emit: ({ api, options }) => [...transformModules(api, options).values()].map(({ file }) => file),
};

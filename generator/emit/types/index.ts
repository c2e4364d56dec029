import type { Emitter } from '../emitter.ts';
import { emitOpenapi } from './openapi.ts';
import { emitSchemas } from './schemas.ts';

/** The types: `src/openapi.ts` for the spec as a whole, `src/schemas.ts` for each named schema. */
export const typesEmitter: Emitter = {
  name: 'types',
  async emit({ api, spec }) {
    return [await emitOpenapi(spec, api), emitSchemas(api)];
  },
};

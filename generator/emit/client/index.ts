import type { Emitter } from '../emitter.ts';
import { clientModule } from './client-module.ts';
import { operationModule } from './operation-module.ts';
import { validatorsModule } from './validators-module.ts';

/** Emits the client: `createClient`, one module per operation, and the map of operations to validators. */
export const clientEmitter: Emitter = {
  name: 'client',
  emit: ({ api }) => [
    clientModule(api),
    ...api.operations.map((operation) => operationModule(api, operation)),
    validatorsModule(api),
  ],
};

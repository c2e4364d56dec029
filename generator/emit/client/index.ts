import type { Emitter } from '../emitter.ts';
import { apiModule } from './api-module.ts';
import { authModule } from './auth-module.ts';
import { clientModule } from './client-module.ts';
import { operationModule } from './operation-module.ts';
import { paginationModule } from './pagination-module.ts';
import { transportsModule } from './transports-module.ts';
import { validatorsModule } from './validators-module.ts';
import { webhooksModule } from './webhooks-module.ts';

/** Emits the client: `createClient`, one module per operation, and the map of operations to validators. */
export const clientEmitter: Emitter = {
  name: 'client',
  emit: ({ api }) => [
    clientModule(api),
    apiModule(api),
    ...api.operations.map((operation) => operationModule(api, operation)),
    ...paginationModule(api),
    ...webhooksModule(api),
    validatorsModule(api),
    transportsModule(),
    ...authModule(api),
  ],
};

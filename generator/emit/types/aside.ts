import type { AsideWork } from '../../base/aside.ts';
import type { JsonObject } from '../../base/json.ts';
import type { PrintedTypes } from './openapi-typescript.ts';

/** Making the text of types, for which TypeScript is loaded. */
export const typesPrinting: AsideWork<'printTypes', JsonObject, PrintedTypes> = {
  module: 'emit/types/openapi-typescript.js',
  name: 'printTypes',
  load: () => import('./openapi-typescript.ts'),
};

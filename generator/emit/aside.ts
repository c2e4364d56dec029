import { prepareAside, type AsideWork } from '../base/aside.ts';
import type { EmittedFile } from './emitter.ts';
import type { FinishedModule } from './module.ts';
import { typesPrinting } from './types/aside.ts';

/** Printing modules, for which ts-morph is loaded. */
export const modulePrinting: AsideWork<'printModules', readonly FinishedModule[], EmittedFile[]> = {
  module: 'emit/print-module.js',
  name: 'printModules',
  load: () => import('./print-module.ts'),
};

/** Has what takes long to load be loaded aside, while there is other work. */
export function prepareEmission(): void {
  prepareAside(typesPrinting);
  prepareAside(modulePrinting);
}

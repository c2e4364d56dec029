import type { AsideWork } from '../base/aside.ts';
import type { Printing } from './print.ts';

/** Printing a spec, which nothing waits for but what is written. */
export const specPrinting: AsideWork<'printInStyle', Printing, string> = {
  module: 'spec/print.js',
  name: 'printInStyle',
  load: () => import('./print.ts'),
};

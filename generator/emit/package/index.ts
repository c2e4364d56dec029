import type { Emitter } from '../emitter.ts';
import { renderTemplate } from '../template.ts';
import { indexModule } from './index-module.ts';
import { licenseText } from './license.ts';
import { manifestView } from './manifest.ts';
import { readmeView } from './readme.ts';

/** Emits what makes a folder of modules an npm package: package.json, README, LICENSE, tsconfig.json, the index module. */
export const packageEmitter: Emitter = {
  name: 'package',
  emit: ({ api, options }) => [
    { path: 'package.json', text: renderTemplate('package.json', manifestView(api, options)) },
    { path: 'README.md', text: renderTemplate('README.md', readmeView(api, options)) },
    { path: 'LICENSE', text: licenseText(options) },
    { path: 'tsconfig.json', text: renderTemplate('tsconfig.json', {}) },
    indexModule(api),
  ],
};

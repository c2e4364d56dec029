import type { Emitter } from '../emitter.ts';
import { renderTemplate } from '../template.ts';
import { agentsView } from './agents.ts';
import { indexModule } from './index-module.ts';
import { licenseText } from './license.ts';
import { manifestView } from './manifest.ts';
import { readmeView } from './readme.ts';
import { referenceView } from './reference.ts';

/**
 * Emits what makes a folder of modules an npm package: package.json, README, the reference of its operations,
 * what programs that write programs should know, the API's description, LICENSE, tsconfig.json, the index module.
 */
export const packageEmitter: Emitter = {
  name: 'package',
  emit: async ({ api, options, description }) => [
    {
      path: 'package.json',
      text: renderTemplate('package.json', manifestView(api, options, description !== undefined)),
    },
    { path: 'README.md', text: renderTemplate('README.md', readmeView(api, options)) },
    { path: 'api.md', text: renderTemplate('api.md', referenceView(api, options)) },
    { path: 'AGENTS.md', text: renderTemplate('AGENTS.md', agentsView(api, options)) },
    ...(description === undefined ? [] : [{ path: 'openapi.yaml', text: await description }]),
    { path: 'LICENSE', text: licenseText(options) },
    { path: 'tsconfig.json', text: renderTemplate('tsconfig.json', {}) },
    indexModule(api),
  ],
};

import { sequenceKind } from '../../base/sequences.ts';
import type { PackageOptions } from '../../base/options.ts';
import type { Api } from '../../model/model.ts';
import { hasAuthModule } from '../client/auth-module.ts';
import { pagedOperations } from '../client/pagination-module.ts';
import { hasWebhooks } from '../client/webhooks-module.ts';
import { openParts } from '../open-parts.ts';
import type { TemplateView } from '../template.ts';
import { startExample } from './examples.ts';
import { codeBlock, inlineCode, markdownText } from './markdown.ts';
import { optionalModules } from './modules.ts';

/** What `AGENTS.md.hbs` shows: where to look, how to call, and what of this package there is to know. */
export function agentsView(api: Api, options: PackageOptions): TemplateView {
  const [first] = api.operations;
  const answers = api.operations.flatMap(({ responses }) => responses.flatMap(({ content }) => content));
  return {
    name: options.name,
    title: markdownText(api.title),
    version: markdownText(api.version),
    start: first ? codeBlock(startExample(api, options, first)) : '',
    hasUnknown: openParts(api.schemas).length > 0,
    hasStreams: answers.some(({ mediaType }) => sequenceKind(mediaType) !== undefined),
    hasPages: pagedOperations(api).length > 0,
    hasWebhooks: hasWebhooks(api),
    modules: [
      { name: 'operations/*', about: 'one operation each, for the smallest programs' },
      { name: 'client', about: '`createClient`, servers and credentials' },
      { name: 'validators', about: '`isX`, `parseX`, `assertX` for each schema' },
      { name: 'errors', about: 'the errors of calls' },
      { name: 'transports', about: 'layers around `fetch`: sending again, time limits, logs' },
      ...(hasAuthModule(api) ? [{ name: 'auth', about: 'credentials that are renewed' }] : []),
      ...optionalModules(api, options),
    ].map(({ name, about }) => ({ module: inlineCode(`${options.name}/${name}`), about })),
  };
}

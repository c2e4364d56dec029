import type { PackageOptions } from '../../base/options.ts';
import type { Api } from '../../model/model.ts';
import { readKind } from '../client/answers.ts';
import { isSentByItem, sentMedia } from '../client/media.ts';
import { pagedOperations } from '../client/pagination-module.ts';
import { receivedWebhooks } from '../client/webhooks-module.ts';
import { code, literal } from '../code.ts';
import { openParts } from '../open-parts.ts';
import type { TemplateView } from '../template.ts';
import { codeBlock, inlineCode, markdownText } from './markdown.ts';

/** What the README says of streams, files, pages, webhooks and of what is left open, where an API has such. */
export function featureViews(api: Api, options: PackageOptions): TemplateView {
  const read = new Set(
    api.operations.flatMap(({ responses }) => responses.flatMap(({ content }) => content.map(readKind))),
  );
  const sent = api.operations.flatMap(({ body }) => sentMedia(body?.content ?? []).map(({ kind }) => kind));
  const hasEvents = read.has('events');
  return {
    hasOpen: openParts(api.schemas).length > 0,
    hasEvents,
    hasStreams: hasEvents || read.has('lines') || read.has('records'),
    hasItems: sent.some(isSentByItem),
    hasFiles: read.has('binary') || sent.includes('binary'),
    ...pageViews(api),
    ...webhookViews(api, options),
  };
}

function pageViews(api: Api): TemplateView {
  const paged = pagedOperations(api);
  return {
    hasPages: paged.length > 0,
    pages: paged.map(({ name, operation, items }) => ({
      name: inlineCode(name),
      operation: inlineCode(operation.name),
      hasItems: items !== undefined,
      items: inlineCode(`${name}.items`),
    })),
  };
}

function webhookViews(api: Api, options: PackageOptions): TemplateView {
  const received = receivedWebhooks(api);
  const [first] = received;
  const example =
    first &&
    code`import { ${first.webhook.name}, hmacSignature } from ${literal(`${options.name}/webhooks`)};

export async function receive(request: Request, secret: string) {
  return ${first.webhook.name}.receive(request, { verify: hmacSignature({ secret, header: 'X-Signature' }) });
}`;
  return {
    hasWebhooks: received.length > 0,
    webhook: example ? codeBlock(example) : '',
    webhooks: received.map(({ webhook: { name, summary } }) => ({
      name: inlineCode(name),
      about: summary === undefined ? '' : `: ${markdownText(summary)}`,
    })),
  };
}

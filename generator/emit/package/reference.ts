import { groupBy, unique } from '../../base/order.ts';
import type { PackageOptions } from '../../base/options.ts';
import type { Api, Operation } from '../../model/model.ts';
import { operationAnswers } from '../client/answers.ts';
import { pagedOperations } from '../client/pagination-module.ts';
import { layout } from '../layout.ts';
import type { TemplateView } from '../template.ts';
import { startExample } from './examples.ts';
import { codeBlock, firstSentence, inlineCode, markdownText } from './markdown.ts';

/** The heading of operations without a tag. */
const untagged = 'Operations';

/** What `api.md.hbs` shows: every operation under its first tag, with a program that calls it. */
export function referenceView(api: Api, options: PackageOptions): TemplateView {
  const pages = new Map(pagedOperations(api).map(({ name, operation, items }) => [operation.name, { name, items }]));
  return {
    name: options.name,
    title: markdownText(api.title),
    groups: unique(api.operations.map(tagOf)).map((tag) => ({
      tag: tag === untagged ? tag : inlineCode(tag),
      operations: api.operations
        .filter((operation) => tagOf(operation) === tag)
        .map((operation) => {
          const paged = pages.get(operation.name);
          const call = paged && `${paged.name}${paged.items ? '.items' : ''}(client, …)`;
          return { ...operationView(api, options, operation), pages: call === undefined ? '' : inlineCode(call) };
        }),
    })),
  };
}

function tagOf({ tags }: Operation): string {
  return tags[0] ?? untagged;
}

/** An operation in one line: its name, its request and what it is about. */
export function operationLine({ name, method, path, summary, docs }: Operation): TemplateView {
  const about = summary ?? (docs.description === undefined ? '' : firstSentence(docs.description));
  return {
    name: inlineCode(name),
    request: inlineCode(`${method} ${path}`),
    about: about === '' ? '' : `: ${markdownText(about)}`,
    deprecated: docs.deprecated,
  };
}

function operationView(api: Api, options: PackageOptions, operation: Operation): TemplateView {
  const scopes = [...new Set(operation.security.flatMap((all) => all.flatMap((one) => one.scopes)))];
  const answers = operationAnswers(operation);
  return {
    ...operationLine(operation),
    module: inlineCode(`${options.name}/${layout.operation(operation.name).replace(/^src\/|\.ts$/g, '')}`),
    scopes: scopes.length === 0 ? '' : `Scopes: ${scopes.map(inlineCode).join(', ')}`,
    example: codeBlock(startExample(api, options, operation)),
    hasParameters: operation.parameters.length > 0,
    parameters: operation.parameters.map(({ name, in: place, required, docs }) => ({
      name: inlineCode(name),
      place,
      required: required ? 'required' : '',
      about: markdownText(firstSentence(docs.description ?? '')),
    })),
    hasAnswers: answers.length > 0,
    answers: [...groupBy(answers, ({ response }) => response)].map(([response, same]) => ({
      status: statusText(same.map(({ key }) => key)),
      about: markdownText(response.docs.description ?? ''),
      type: response.content.map(({ mediaType, schema }) => inlineCode(schema ?? mediaType)).join(', '),
    })),
  };
}

/** The statuses that have one answer: all five classes of them (RFC 9110, section 15) are any. */
function statusText(keys: readonly string[]): string {
  return keys.length === 5 && keys.every((key) => key.endsWith('XX')) ? 'any' : keys.join(', ');
}

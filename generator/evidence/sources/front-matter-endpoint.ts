import type { Report } from '../../base/diagnostic.ts';
import { isObject, ownString } from '../../base/json.ts';
import type { Page, ProseBlock } from '../../pages/page.ts';
import { allBlocks } from '../blocks.ts';
import { componentRole } from '../component-roles.ts';
import { frontMatterEndpoint, frontMatterKey } from '../endpoints.ts';
import type { Evidence, OperationName, Source, Subject } from '../evidence.ts';
import { frontMatterSecurity, frontMatterTexts } from '../front-matter.ts';
import { frontMatterBlocks } from '../front-matter-code.ts';
import { operationDataEvidence } from '../operation-data.ts';
import { pathByNames } from '../sections/body-path.ts';
import { referenceSections } from './reference-sections.ts';

/**
 * Pages whose front matter names the operation and whose text is plain Markdown: headings, tables, lists and samples, read as
 * such. A description that the front matter points into (`openapi: file.json GET /x`) is read where it is among the documents.
 */
export const frontMatterEndpointPage: Source = {
  name: 'front-matter-endpoint',
  sniff(page) {
    const endpoint = frontMatterEndpoint(page.frontMatter?.value);
    if (page.format !== 'markdown' || !endpoint) return { score: 0, reason: 'front matter names no endpoint' };
    const roles = allBlocks(page.blocks).flatMap((block) =>
      block.kind === 'element' ? (componentRole(block.tag) ?? []) : [],
    );
    return roles.every((role) => role === 'aside')
      ? { score: 0.9, reason: 'front matter names an endpoint and no component describes it' }
      : { score: 0, reason: 'components describe the operation' };
  },
  read: readPage,
};

/** Reads the page as if its first line named the endpoint. */
function readPage(page: Page, report: Report): Evidence[] {
  const endpoint = frontMatterEndpoint(page.frontMatter?.value);
  const front = page.frontMatter;
  if (!endpoint || !front) return [];
  const { operation, server = '' } = endpoint;
  const text = `\`${operation.method.toUpperCase()} ${server}${operation.path}\``;
  const location = front.locate(`/${frontMatterKey(front.value)}`);
  const line: ProseBlock = { kind: 'prose', form: 'paragraph', text, location };
  const all = referenceSections.read({ ...page, blocks: [line, ...frontMatterBlocks(front), ...page.blocks] }, report);
  // a title of the front matter is surer than a first line in bold or in a note
  const isTitled = (ownString(front.value, 'title')?.trim() ?? '') !== '';
  const read = isTitled ? all.filter((one) => one.fact.kind !== 'summary' || one.location.line !== location.line) : all;
  const data = { value: isObject(front.value) ? front.value : {}, locate: (pointer: string) => front.locate(pointer) };
  const listed = operationDataEvidence(data, operation, page.uri, report);
  const found = withAnswersOf(listed, withSamplesOf(operation, read));
  return [...found, ...listed, ...frontMatterSecurity(front, operation), ...frontMatterTexts(front, operation, found)];
}

/**
 * What a text names that front matter does not list among what is sent, but shows in an answer, is of that answer, where no
 * heading says whose it is.
 */
function withAnswersOf(listed: readonly Evidence[], found: readonly Evidence[]): Evidence[] {
  const sent = new Set(listed.flatMap(({ subject }) => sentName(subject) ?? []));
  const shown = listed.flatMap(({ subject, fact }) =>
    subject.kind === 'response' && subject.status?.startsWith('2') && fact.kind === 'sample' ? [fact.data.value] : [],
  );
  if (sent.size === 0 || shown.length === 0) return [...found];
  const others = found.flatMap(({ subject, confidence }) => {
    const name = confidence === 'high' ? undefined : sentName(subject);
    return name === undefined || sent.has(name) ? [] : [name];
  });
  const names = new Set(others);
  const path = pathByNames([...names], shown);
  if (!path) return [...found];
  return found.map((one): Evidence => {
    const name = one.confidence === 'high' ? undefined : sentName(one.subject);
    if (name === undefined || !names.has(name) || !('operation' in one.subject)) return one;
    const inner = one.subject.kind === 'request' ? one.subject.path : [{ kind: 'property', name } as const];
    return { ...one, subject: { kind: 'response', operation: one.subject.operation, path: [...path, ...inner] } };
  });
}

/** The name of a value that is sent in the query, or in the body. */
function sentName(subject: Subject): string | undefined {
  if (subject.kind === 'parameter') return subject.location === 'query' ? subject.name : undefined;
  const [first] = subject.kind === 'request' ? subject.path : [];
  return first?.kind === 'property' ? first.name : undefined;
}

/** A path without the names of its parameters. */
function shape(path: string): string {
  return path.replaceAll(/\{[^{}]*\}/g, '{}').toLowerCase();
}

/**
 * Samples show the operation with the path of its server before its own: what they say of `/v2/things/{id}` is said of
 * `/things/{id}`, and the server is the one with that path.
 */
function withSamplesOf(operation: OperationName, found: readonly Evidence[]): Evidence[] {
  const own = shape(operation.path);
  const prefixOf = (other: OperationName): string | undefined => {
    const isSame = other.method === operation.method && shape(other.path).endsWith(own);
    const prefix = isSame ? other.path.slice(0, shape(other.path).length - own.length) : '';
    return /^(?:\/[\w.-]+)+$/.test(prefix) ? prefix : undefined;
  };
  const prefixes = new Set(
    found.flatMap(({ subject }) => ('operation' in subject ? (prefixOf(subject.operation) ?? []) : [])),
  );
  const [prefix, ...others] = prefixes;
  if (prefix === undefined || others.length > 0) return [...found];
  return found.map((one): Evidence => {
    const { subject, fact } = one;
    if ('operation' in subject && prefixOf(subject.operation) !== undefined)
      return { ...one, subject: { ...subject, operation } };
    const isOrigin = fact.kind === 'server' && /^https?:\/\/[^/]+$/.test(fact.url);
    return isOrigin ? { ...one, fact: { kind: 'server', url: fact.url + prefix } } : one;
  });
}

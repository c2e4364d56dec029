import { isObject, own, ownString } from '../base/json.ts';
import type { Location } from '../base/location.ts';
import type { Block, ElementBlock, ProseBlock } from '../pages/page.ts';
import { blocksLocation, blockText, proseText } from './blocks.ts';
import { addFact, addUnread, operationSubject, type Reading } from './component-reading.ts';
import { isTrue } from './component-attributes.ts';
import { attributesData } from './component-data.ts';
import { attributeText, attributeValue } from './component-roles.ts';
import { frontMatterKey, type Endpoint } from './endpoints.ts';
import { answerEvidence } from './sections/answers.ts';
import { toldContents } from './sections/told-contents.ts';
import { titleText } from './sections/markup.ts';
import { namedAuth } from './auth-words.ts';
import { frontMatterSecurity, frontMatterTexts } from './front-matter.ts';
import { operationDataEvidence } from './operation-data.ts';

/**
 * Begins the operation of an endpoint, which `block` names; texts in its attributes are those of the operation. Text gathered before belongs to
 * it unless another operation was under way.
 */
export function beginOperation(reading: Reading, endpoint: Endpoint, location: Location, block?: Block): void {
  if (reading.named) finishOperation(reading);
  reading.named = true;
  reading.operation = endpoint.operation;
  reading.described = false;
  addFact(reading, operationSubject(reading), { kind: 'exists' }, location);
  if (endpoint.server !== undefined) {
    addFact(reading, { kind: 'api' }, { kind: 'server', url: endpoint.server }, location);
  }
  if (block?.kind !== 'element') return;
  const place = { document: location.document, line: location.line };
  const security = namedAuth(attributeText(block, 'auth', 'authmethod', 'authentication', 'security') ?? '');
  if (security) addFact(reading, operationSubject(reading), { kind: 'security', security }, place);
  for (const scope of (attributeText(block, 'scope', 'scopes') ?? '').split(/[\s,]+/))
    if (/^\w[\w-]*[:/.][\w.:*/-]*\w$/.test(scope))
      addFact(reading, operationSubject(reading), { kind: 'scope', scope }, place);
  if (isTrue(attributeValue(block, 'deprecated') ?? false))
    addFact(reading, operationSubject(reading), { kind: 'deprecated' }, place);
  const mediaType = attributeText(block, 'contenttype', 'mediatype', 'enctype')?.toLowerCase();
  if (mediaType !== undefined) addMediaType(reading, mediaType, place);
  for (const kind of ['summary', 'description'] as const) {
    const name = attributeText(block, 'name');
    // a word may be the operation's identifier
    const written = attributeText(block, 'title') ?? (name?.includes(' ') ? name : undefined);
    const title = /^[A-Z]{3,7}\s(?:https?:\/)?\/\S*$/.test(written ?? '') ? undefined : written;
    const text = attributeText(block, kind) ?? (kind === 'summary' ? title : undefined);
    if (text !== undefined) addFact(reading, operationSubject(reading), { kind, text }, place);
  }
  const data = { value: attributesData(block), locate: () => place };
  const told = operationDataEvidence(data, reading.operation, reading.page.uri, reading.report);
  reading.evidence.push(...told);
  // what stands behind a component that tells all is no description of it
  reading.described = told.length > 0;
}

/** Reports summary and description of the operation under way. */
export function finishOperation(reading: Reading): void {
  const { title, description } = reading;
  const subject = operationSubject(reading);
  if (title) addFact(reading, subject, { kind: 'summary', text: titleText(title.text) }, title.location);
  const location = blocksLocation(description);
  if (location) addFact(reading, subject, { kind: 'description', text: proseText(description) }, location);
  for (const block of description)
    if (block.form !== 'list') reading.evidence.push(...answerEvidence(block, reading.operation));
  const told = [...description.map((block) => ({ block, role: 'other' }) as const), ...reading.told];
  const found = reading.evidence.filter(
    (one) => 'operation' in one.subject && one.subject.operation === reading.operation,
  );
  reading.evidence.push(...toldContents(told, { operation: reading.operation, found }));
  reading.title = undefined;
  reading.description = [];
  reading.told = [];
}

/** Reports the text of an element that holds the summary of the operation under way; false where it holds no text. */
export function addSummary(reading: Reading, block: ElementBlock): boolean {
  const text = blockText(block);
  if (text === '' || !reading.named) return false;
  addFact(reading, operationSubject(reading), { kind: 'summary', text }, block.location);
  return true;
}

/** Reports what front matter says of the first operation: the endpoint itself and `authMethod`. */
export function readFrontMatter(reading: Reading): void {
  const front = reading.page.frontMatter;
  const endpoint = reading.endpoints.get('front matter');
  if (!front) return;
  if (endpoint) beginOperation(reading, endpoint, front.locate(`/${frontMatterKey(front.value)}`));
  if (own(front.value, 'deprecated') === true) {
    addFact(reading, operationSubject(reading), { kind: 'deprecated' }, front.locate('/deprecated'));
  }
  reading.evidence.push(...frontMatterSecurity(front, reading.operation));
  if (endpoint && isObject(front.value)) {
    const data = { value: front.value, locate: (pointer: string) => front.locate(pointer) };
    reading.evidence.push(...operationDataEvidence(data, reading.operation, reading.page.uri, reading.report));
  }
  const mediaType = ownString(front.value, 'contentType')?.trim().toLowerCase();
  if (endpoint && mediaType !== undefined) addMediaType(reading, mediaType, front.locate('/contentType'));
}

/** Reports the media type of the request of an operation whose method has a body. */
export function addMediaType(reading: Reading, mediaType: string, location: Location): void {
  if (!/^[a-z]+\/[\w.+-]+$/.test(mediaType) || !/^(?:post|put|patch)$/.test(reading.operation.method)) return;
  const subject = { kind: 'request', operation: reading.operation, path: [] } as const;
  addFact(reading, subject, { kind: 'mediaType', mediaType }, location);
}

/** Title and description of the front matter, where the text of the page has none for its only operation. */
export function addFrontMatterText(reading: Reading, first: Endpoint): void {
  const { endpoints, page } = reading;
  const operations = new Set([...endpoints.values()].map(({ operation: { method, path } }) => `${method} ${path}`));
  const isOfPage = operations.size > 1 && !endpoints.has('front matter');
  const front = page.frontMatter;
  if (front && !isOfPage) reading.evidence.push(...frontMatterTexts(front, first.operation, reading.evidence));
}

/** Reports the media type of the request that a paragraph about its body names in code; false where it names none. */
export function readMediaType(reading: Reading, { text, location }: ProseBlock): boolean {
  const named = /`((?:application|multipart|text)\/[\w.+-]{1,60})`/.exec(text)?.[1]?.toLowerCase();
  const mediaType = named ?? (/\bexpects an? multipart form\b/i.test(text) ? 'multipart/form-data' : undefined);
  if (mediaType === undefined || !/\b(?:requests?|body|content|send|sent|encoded|expects|upload\w*)\b/i.test(text))
    return false;
  const subject = { kind: 'request', operation: reading.operation, path: [] } as const;
  addFact(reading, subject, { kind: 'mediaType', mediaType }, location, 'prose');
  return true;
}

/** Reports the scopes in a paragraph or list: its code spans, or without any the words that look like scopes. */
export function readScopes(reading: Reading, block: ProseBlock): void {
  const spans = [...block.text.matchAll(/`([^`\s]+)`/g)].map((match) => match[1] ?? '');
  const words = block.text.split(/[\s,]+/).filter((word) => /^\w[\w-]*[:/.][\w.:*/-]*\w$/.test(word));
  const scopes = spans.length > 0 ? spans : words;
  if (scopes.length === 0) return addUnread(reading, block);
  for (const scope of scopes) addFact(reading, operationSubject(reading), { kind: 'scope', scope }, block.location);
}

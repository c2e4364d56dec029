import { ownString } from '../base/json.ts';
import type { Location } from '../base/location.ts';
import type { ProseBlock } from '../pages/page.ts';
import { blocksLocation, proseText } from './blocks.ts';
import { addFact, addUnread, operationSubject, type Reading } from './component-reading.ts';
import type { Endpoint } from './endpoints.ts';

/** Begins the operation of an endpoint; text gathered before belongs to it unless another operation was under way. */
export function beginOperation(reading: Reading, endpoint: Endpoint, location: Location): void {
  if (reading.named) finishOperation(reading);
  reading.named = true;
  reading.operation = endpoint.operation;
  reading.described = false;
  addFact(reading, operationSubject(reading), { kind: 'exists' }, location);
  if (endpoint.server !== undefined) {
    addFact(reading, { kind: 'api' }, { kind: 'server', url: endpoint.server }, location);
  }
}

/** Reports summary and description of the operation under way. */
export function finishOperation(reading: Reading): void {
  const { title, description } = reading;
  const subject = operationSubject(reading);
  if (title) addFact(reading, subject, { kind: 'summary', text: title.text }, title.location);
  const location = blocksLocation(description);
  if (location) addFact(reading, subject, { kind: 'description', text: proseText(description) }, location);
  reading.title = undefined;
  reading.description = [];
}

/** Reports what front matter says of the first operation: the endpoint itself and `authMethod`. */
export function readFrontMatter(reading: Reading): void {
  const front = reading.page.frontMatter;
  const endpoint = reading.endpoints.get('front matter');
  if (!front) return;
  if (endpoint) {
    const key = ['api', 'openapi', 'endpoint', 'path'].find((name) => ownString(front.value, name) !== undefined);
    beginOperation(reading, endpoint, front.locate(`/${key ?? ''}`));
  }
  const scheme = ownString(front.value, 'authMethod');
  if (scheme !== 'bearer' && scheme !== 'basic') return;
  const security = { type: 'http', scheme } as const;
  addFact(reading, operationSubject(reading), { kind: 'security', security }, front.locate('/authMethod'));
}

/** Title and description of the front matter, where the text of the page has none for its first operation. */
export function addFrontMatterText(reading: Reading, first: Endpoint): void {
  const front = reading.page.frontMatter;
  const { operation } = first;
  const texts = [
    ['title', 'summary'],
    ['description', 'description'],
  ] as const;
  for (const [key, kind] of texts) {
    const text = ownString(front?.value, key)?.trim() ?? '';
    const isSaid = reading.evidence.some(
      ({ subject, fact }) => subject.kind === 'operation' && subject.operation === operation && fact.kind === kind,
    );
    if (!front || text === '' || isSaid) continue;
    const subject = { kind: 'operation', operation } as const;
    addFact(reading, subject, { kind, text }, front.locate(`/${key}`), 'attribute', 'medium');
  }
}

/** Reports the scopes in a paragraph or list: its code spans, or without any the words that look like scopes. */
export function readScopes(reading: Reading, block: ProseBlock): void {
  const spans = [...block.text.matchAll(/`([^`\s]+)`/g)].map((match) => match[1] ?? '');
  const words = block.text.split(/[\s,]+/).filter((word) => /^\w[\w-]*[:/.][\w.:*/-]*\w$/.test(word));
  const scopes = spans.length > 0 ? spans : words;
  if (scopes.length === 0) return addUnread(reading, block);
  for (const scope of scopes) addFact(reading, operationSubject(reading), { kind: 'scope', scope }, block.location);
}

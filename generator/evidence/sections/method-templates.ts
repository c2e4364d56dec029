import type { Block, HeadingBlock, ProseBlock } from '../../pages/page.ts';
import type { Location } from '../../base/location.ts';
import type { Evidence, Fact } from '../evidence.ts';
import { blocksBelow } from './path-headings.ts';
import { namedEndpoints } from './section-endpoints.ts';

/** An address with a word in the place of the name of any method. */
const template =
  /(https?:\/\/(?:[^\s`"'<>]|<[\w-]{1,40}>){1,200}\/)(?:METHOD(?:_?NAME)?|<(?:METHOD|method)(?:[_ -]?[Nn][Aa][Mm][Ee])?>|\{method(?:_?[Nn]ame)?\}|:method(?:_?[Nn]ame)?)(?=[\s`"')?.,]|$)/g;

/** The name of a method as headings have it: `sendNote`, `notes.send`; a word alone may be anything. */
const methodName = (text: string): boolean => /^[a-z][A-Za-z\d.]*$/.test(text) && /[A-Z.][A-Za-z\d]/.test(text);

/** Where methods are called, and by which method of HTTP. */
interface Template {
  readonly url: string;
  readonly verb: string;
  readonly location: Location;
}

/**
 * Blocks in which headings that are names of methods name endpoints: of a page that says once for all where methods are called
 * (`https://host/bot<token>/METHOD_NAME`), and by which methods of HTTP; of GET and POST the latter, which takes whatever is sent. All
 * other blocks are as they were, as are headings below which the endpoint itself stands, with its own method. Gives no diagnostics.
 */
export function withCalledMethods(blocks: readonly Block[]): readonly Block[] {
  const found = templateOf(blocks);
  if (!found) return blocks;
  return blocks.map((block, at): Block => {
    if (block.kind !== 'heading' || !methodName(block.text) || isObject(blocks, block, at)) return block;
    if (isStated(blocks, block, at)) return block;
    return { ...block, text: `${block.text} ${found.verb} ${found.url}${block.text}` };
  });
}

function isObject(blocks: readonly Block[], heading: HeadingBlock, at: number): boolean {
  const first = blocksBelow(blocks, heading, at).find((block) => block.kind === 'prose');
  return first?.kind === 'prose' && /^(?:this|an?|the) (?:\w+ )?(?:object|type)\b/i.test(first.text);
}

/** Whether what stands below the heading of a method states its endpoint: `GET /api/notes.list`. */
function isStated(blocks: readonly Block[], heading: HeadingBlock, at: number): boolean {
  return blocksBelow(blocks, heading, at)
    .flatMap(namedEndpoints)
    .some(({ operation: { path } }) => path.endsWith(`/${heading.text}`));
}

function templateOf(blocks: readonly Block[]): Template | undefined {
  const urls = new Map<string, Location>();
  const verbs = new Set<string>();
  for (const block of blocks) {
    if (block.kind !== 'prose' && block.kind !== 'code') continue;
    const text = block.text.slice(0, 5000);
    for (const [, url = ''] of text.matchAll(template)) if (!urls.has(url)) urls.set(url, block.location);
    if (block.kind === 'prose') for (const [verb] of text.matchAll(/\b(?:GET|POST)\b/g)) verbs.add(verb);
  }
  const [first, ...others] = urls;
  if (!first || others.length > 0 || verbs.size === 0) return undefined;
  return { url: first[0], location: first[1], verb: verbs.has('POST') ? 'POST' : 'GET' };
}

/**
 * The server of the address that a page says methods are called at, where endpoints that it states have the path of that themselves:
 * `https://host/api/METHOD` beside `GET /api/notes.list`. Gives no diagnostics.
 */
export function templateServer(evidence: readonly Evidence[], blocks: readonly Block[]): Evidence[] {
  const stated = evidence.find(({ subject, fact }) => subject.kind === 'operation' && fact.kind === 'exists');
  const found = stated && templateOf(blocks);
  const [, host = '', path = ''] = /^(https?:\/\/[^/]+)(\/.*)$/.exec(found?.url ?? '') ?? [];
  const isBelow = ({ subject }: Evidence): boolean =>
    subject.kind === 'operation' && subject.operation.path.startsWith(path);
  const isKnown = evidence.some(({ fact }) => fact.kind === 'server');
  if (!found || host === '' || isKnown || !isBelow(stated)) return [];
  const { location } = found;
  return [
    { subject: { kind: 'api' }, fact: { kind: 'server', url: host }, location, method: 'prose', confidence: 'medium' },
  ];
}

/** The member in which every answer has what methods return. */
const envelope =
  /\bthe (?:results?|response|return(?:ed)? value|data)\b[^.\n]{0,80}\b(?:found|returned|available|contained|stands?|given) (?:in|under|as) the [`"'*]{0,2}(\w{1,40})[`"'*]{0,2} (?:field|key|member|property|attribute)\b/i;

/** Another member of every answer, with its type: `a Boolean field 'ok'`, `an optional String field 'description'`. */
const member =
  /\b(always\shas\s)?an?\s(optional\s)?(boolean|string|integer|int|float|number|array|object)\s(?:field|key|member|property|attribute)\s(?:called\s|named\s)?["'`*]{1,2}(\w{1,40})["'`*]{1,2}|\ban?\s(boolean|string|integer|int|float|number|array|object)\s["'`*]{1,2}(\w{1,40})["'`*]{1,2}\s(?:field|key|member|property|attribute)\b/gi;

/**
 * Evidence in which what operations return stands in the member of the answer in which the page says that every result does: `the
 * result can be found in the result field`, and the other members that the same text gives types. As it was where the page says no such
 * thing. Gives no diagnostics.
 */
export function withEnvelope(evidence: readonly Evidence[], blocks: readonly Block[]): Evidence[] {
  const isCalled = templateOf(blocks) !== undefined;
  const said = isCalled ? blocks.find((block) => block.kind === 'prose' && envelope.test(block.text)) : undefined;
  const name = said?.kind === 'prose' ? envelope.exec(said.text)?.[1] : undefined;
  if (said?.kind !== 'prose' || name === undefined) return [...evidence];
  return evidence.flatMap((one) => {
    const { subject, fact } = one;
    if (subject.kind !== 'response' || subject.path.length > 0) return one;
    if (fact.kind === 'exists') return [one, ...members(said, subject)];
    if (fact.kind !== 'refers' && fact.kind !== 'type') return one;
    return { ...one, subject: { ...subject, path: [{ kind: 'property', name }] } };
  });
}

/** The members that a text gives types, in one answer. */
function members({ text, location }: ProseBlock, answer: Answer): Evidence[] {
  const stated = { location, method: 'prose', confidence: 'medium' } as const;
  return [...text.slice(0, 3000).matchAll(member)].flatMap((match): Evidence[] => {
    const [, always, , first, behind, second, before] = match;
    const name = behind ?? before ?? '';
    const subject = { ...answer, path: [{ kind: 'property', name } as const] };
    const facts: Fact[] = [{ kind: 'exists' }, { kind: 'type', words: (first ?? second ?? '').toLowerCase() }];
    if (always !== undefined) facts.push({ kind: 'required', value: true });
    return facts.map((fact) => ({ ...stated, subject, fact }));
  });
}

type Answer = Extract<Evidence['subject'], { readonly kind: 'response' }>;

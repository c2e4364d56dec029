import { pagesOfAll } from './all-operations.ts';
import { groupBy } from '../base/order.ts';
import { methodAndPath, namedOperations, operationOf } from '../base/named-operations.ts';
import type { Location } from '../base/location.ts';
import type { Page } from '../pages/page.ts';
import type { Evidence, Subject } from './evidence.ts';
import type { KindAt } from './page-kinds.ts';
import { unitsOf } from './sections/units.ts';

type Body = Extract<Subject, { readonly kind: 'request' | 'response' }>;

/** The media type that a page says all bodies have which are sent, or which come back. */
interface Told {
  readonly side: Body['kind'];
  /** The methods of the requests, in lower case, where these are not all. */
  readonly methods: readonly string[];
  readonly mediaType: string;
  readonly location: Location;
}

/** Words for media types (RFC 1866, RFC 7578, RFC 7303, RFC 8259), each with what it means. */
const words: readonly (readonly [RegExp, string])[] = [
  [
    /\b(?:application\/)?x-www-form-urlencoded\b|\b(?:form[- ]url[- ]?encoded|form[- ]encoded|url[- ]?encoded)\b/i,
    'application/x-www-form-urlencoded',
  ],
  [/\bmultipart(?:\/form-data|\sforms?|\sform[- ]data|\srequests?)?\b/i, 'multipart/form-data'],
  [/\b(?:application\/xml|text\/xml|xml)\b/i, 'application/xml'],
  [/\b(?:application\/json|json)\b/i, 'application/json'],
  [/\btext\/(?:csv|plain|html)\b/i, ''],
];

/** A sentence about all that is sent, and one about all that comes back. */
const sent =
  /(?:\b(?:all|every|each)\s(?:(?:of\s(?:the|our)|the|api|http|get|post|put|patch|delete|and|or),?\s){0,6}(?:request\s)?(?:bod(?:y|ies)|payloads?|requests?|calls?)|^request\s(?:bodies|payloads))\b[^.\n]{0,80}\b(?:as|in|with|using|use|uses|be|are|is|encoded|to)\b/i;
const answered =
  /(?:\b(?:all|every|each)\s(?:(?:of\s(?:the|our)|the|api|http|successful)\s){0,3}(?:responses?|answers?|replies|reply)|^(?:responses|answers|response\sbodies))\b[^.\n]{0,60}\b(?:as|in|with|using|use|uses|be|are|is|encoded)\b/i;

/** Words by which a sentence makes exceptions, or leaves it open. */
const exceptions =
  /\b(?:except|most|some|many|may|can|could|either|or\sas|optionally|webhooks?|callbacks?|not|errors?)\b/i;

/**
 * The media type that pages say all bodies have (`All request bodies are sent as form data`), for each body of which nothing else says
 * or shows one, of all operations or of those that the page itself describes. Sentences with exceptions, or with several media
 * types, say nothing. Medium confidence. Gives no diagnostics.
 */
export function generalMediaTypes(evidence: readonly Evidence[], pages: readonly Page[], kindAt: KindAt): Evidence[] {
  const told = pagesOfAll(pages, kindAt).flatMap((page) =>
    unitsOf(page).loose.flatMap(({ blocks }) =>
      blocks.flatMap((block) => (block.kind === 'prose' ? toldIn(block.text, block.location) : [])),
    ),
  );
  if (told.length === 0) return [];
  const operations = namedOperations(evidence);
  const describing = new Set([...operations.values()].flatMap(({ documents }) => [...documents]));
  const bodies = groupBy(evidence.filter(isOfBody), (one) => bodyKey(one.subject as Body));
  return [...bodies.values()].flatMap((about): Evidence[] => {
    const [first] = about;
    const subject = first?.subject as Body;
    const { method } = subject.operation;
    const documents = operations.get(methodAndPath(first && operationOf(first)))?.documents;
    const isShown = about.some(({ fact }) => fact.kind === 'mediaType' || fact.kind === 'sample');
    // what has no fields has no body
    if (isShown || about.every(({ fact, subject: one }) => fact.kind === 'exists' && (one as Body).path.length === 0))
      return [];
    const meant = told.filter(
      ({ side, methods, location: { document } }) =>
        side === subject.kind &&
        (methods.length === 0 || methods.includes(method)) &&
        (!describing.has(document) || documents?.has(document)),
    );
    // files need parts of their own (RFC 7578)
    const hasFile = about.some(({ fact }) => fact.kind === 'type' && /^(?:file|binary|blob)\b/i.test(fact.words));
    const types = new Set(meant.map(({ mediaType }) => mediaType));
    const [one] = meant;
    if (!one || types.size > 1 || (hasFile && one.mediaType !== 'multipart/form-data')) return [];
    const fact = { kind: 'mediaType', mediaType: one.mediaType } as const;
    return [{ subject: { ...subject, path: [] }, fact, location: one.location, method: 'prose', confidence: 'medium' }];
  });
}

function isOfBody({ subject, fact }: Evidence): boolean {
  if (subject.kind === 'request') return true;
  return subject.kind === 'response' && fact.kind !== 'description' && /^2|^$/.test(subject.status ?? '');
}

function bodyKey(subject: Body): string {
  return `${subject.kind} ${methodAndPath(subject.operation)} ${subject.kind === 'response' ? (subject.status ?? '') : ''}`;
}

function toldIn(text: string, location: Location): Told[] {
  const sentences = text
    .slice(0, 3000)
    .replaceAll('\n', ' ')
    .split(/(?<=[.!?])\s+|;\s/);
  return sentences.flatMap((sentence): Told[] => {
    // where nothing else is said, it is so
    const plain = sentence
      .replaceAll(/[`*]/g, '')
      .replace(/,?\s(?:unless|if\snot)\s(?:\w+\s)?(?:otherwise|noted|stated|said|specified)\b.*$/i, '');
    const side = sent.test(plain) ? 'request' : answered.test(plain) ? 'response' : undefined;
    if (side === undefined || exceptions.test(plain)) return [];
    const found = words.filter(([form]) => form.test(plain)).map(([, mediaType]) => mediaType);
    const [mediaType, ...others] = found;
    const methods = (plain.match(/\b(?:GET|POST|PUT|PATCH|DELETE)\b/g) ?? []).map((one) => one.toLowerCase());
    return mediaType === undefined || mediaType === '' || others.length > 0
      ? []
      : [{ side, methods, mediaType, location }];
  });
}

import type { EntityReference } from '../evidence.ts';
import { alternativesIn, oneOfLinks } from './alternatives-in-text.ts';
import { describedList } from './described-list.ts';
import { holdsObjects } from './linked-types.ts';
import { typeWordsOf } from './list-notes.ts';
import { links, plainText } from './markup.ts';
import type { TypeText } from './references.ts';

/** Longer texts are cut off. */
const maxCell = 1000;

/** The entity that the description of a value of some type leads to, with its first words or its last. Gives no diagnostics. */
export function describedReference(type: TypeText, cell: string, document: string): EntityReference | undefined {
  return (
    alternativeReference(type, cell, document) ??
    openingReference(cell, document) ??
    namedReference(type, cell, document) ??
    seenReference(type, cell, document) ??
    closingReference(type, cell, document)
  );
}

/** Whether words for a type leave open what the value holds: `JSON`, `array`. */
export function isOpenType({ words, reference }: TypeText): boolean {
  return !reference && (words === undefined || /^(?:json|object|array|list|array of objects)$/i.test(words));
}

/** `Array of [tag](#tag) objects`: what a description says first that the value is a list of. */
export function describedObjects(cell: string, document: string): TypeText | undefined {
  const found = describedList(cell, document);
  return found?.reference && found;
}

/**
 * The objects of which a value of an open type is one, or each item of a list, as its description says: `One of
 * [Threshold](#threshold) or [Absence](#absence)`. Undefined for any other. Gives no diagnostics.
 */
export function alternativeReference({ words }: TypeText, cell: string, document: string): EntityReference | undefined {
  const isOpenType = words === undefined || holdsObjects.test(words);
  const found = isOpenType ? alternativesIn(cell.slice(0, maxCell)) : undefined;
  const form = /^(?:array|list|object\[\])/i.test(words ?? '') ? 'list' : 'one';
  return oneOfLinks(found ?? [], document, form);
}

/**
 * The entity that a description leads to: one that is a link (`[kind of the sticker](#sticker-kinds)`), or that begins with a
 * link to an object (`Related [tag](#tag) object`).
 */
function openingReference(cell: string, document: string): EntityReference | undefined {
  const [first, ...others] = links(cell.slice(0, maxCell));
  const opens = /^(?:(?:the|an?)\s+)?(?:\[|[\w-]{1,30}\s+\[[^\][\n]{1,100}\]\([^()\s]{1,300}\)\s+object\b)/i;
  if (!first || others.length > 0 || !opens.test(cell.trim()) || /^(?:[a-z]+:)?\/\//i.test(first.target)) {
    return undefined;
  }
  const words = first.text.replace(/(?<=\S)\s+object$/i, '');
  return { document, words, link: first.target, form: 'one' };
}

/** The object that a text calls so where no type says more: `The owner as [Person](#person) entity.`, `The parts as a map of ... objects`. */
function namedReference({ words }: TypeText, cell: string, document: string): EntityReference | undefined {
  const isOpen = words === undefined || holdsObjects.test(words);
  const start = cell.slice(0, maxCell);
  const isList = /^(?:array|list)\b/i.test(words ?? '');
  const [, many = '', text = '', link] =
    (isOpen && (calledObject.exec(start) ?? (isList ? listedObjects.exec(start) : undefined))) || [];
  if (link === undefined) return undefined;
  const form = /^map/i.test(many) ? 'map' : many === '' ? 'one' : 'list';
  return { document, words: plainText(text).replace(/(?<=\S)\s+objects?$/i, ''), link, form };
}

const calledObject =
  /\bas\s(?:an?\s|the\s)?((?:list|array|map|set)\sof\s)?\[([^\][\n]{1,100})\]\((#[^()\s]{1,200})\)\s(?:entit(?:y|ies)|objects?|structures?|records?)\b/i;

/** What a list is said to hold: `All of them, as a list of [box objects](#boxes)`, and not `a list of [box](#box) ids`. */
const listedObjects =
  /\b((?:list|array|set|collection)\sof\s)(?:[a-z-]{1,20}\s){0,2}\[([^\][\n]{1,100})\]\((#[^()\s]{1,200})\)(?!\s(?:objects?\s)?(?:ids?|identifiers?|names?|slugs?|keys?|codes?|urls?|values?|types?)\b)/i;

/** The object that stands behind a description without a type, as a link to what is called so: `The box. [Box](#Box)`. */
function closingReference({ words }: TypeText, cell: string, document: string): EntityReference | undefined {
  const [, text = '', link] = /(?:^|\s)\[([A-Z_]\w{0,100})\]\(#(\w{1,101})\)\s{0,3}$/.exec(cell.slice(-maxCell)) ?? [];
  return words === undefined && link === text && text !== ''
    ? { document, words: text, link: `#${link}`, form: 'one' }
    : undefined;
}

/** The type that stands behind a description as a link to what is called so, and the text before it: `Which box. [Integer](#Integer)`. */
export function closingType(cell: string): { readonly words: string; readonly rest: string } | undefined {
  const [whole = '', text = '', link] =
    /(?:^|\s)\[([A-Za-z]\w{0,30})\]\(#(\w{1,31})\)\s{0,3}$/.exec(cell.slice(-maxCell)) ?? [];
  const words = link === text && text !== '' ? typeWordsOf(text) : undefined;
  return words === undefined ? undefined : { words, rest: cell.slice(0, cell.length - whole.length) };
}

/** The object of the page to which the text of an object or list sends the reader for its parts: `See [billing](#billing)`. */
function seenReference({ words }: TypeText, cell: string, document: string): EntityReference | undefined {
  const form = /^(?:array|list)\b/i.test(words ?? '') ? 'list' : 'one';
  const isOpen = holdsObjects.test(words ?? '');
  const [, text, link] =
    (isOpen && /\bsee\s(?:the\s)?\[([^\][\n]{1,100})\]\((#[^()\s]{1,200})\)[^.\n]{0,40}\.?\s*$/i.exec(cell)) || [];
  return text === undefined || link === undefined ? undefined : { document, words: plainText(text), link, form };
}

import { isOctetType } from '../../base/octet-types.ts';
import type { EntityReference } from '../evidence.ts';
import { formatOf } from './format-words.ts';
import { typeWordsOf } from './list-notes.ts';
import { typeInEnglish } from '../translations.ts';
import { links, plainText, type Link } from './markup.ts';
import { inCommonForm, isClassName, nestingOf } from './type-notations.ts';

/** What words for a type say: scalar words as they are, or the entity that they name. */
export interface TypeText {
  readonly words?: string;
  readonly nullable?: true;
  readonly reference?: EntityReference;
  /** What the words say beside the type: `ISO 8601 date`. */
  readonly note?: string;
}

/** Words that say a kind of value, not which object. */
const kinds: ReadonlySet<string> = new Set(
  `json object objects array list map hash dict nested any string integer number boolean mixed generic key-value
  complex empty the data valid simple single plain optional required nullable`.split(/\s+/),
);

/**
 * Reads words for a type: the words of the table of types as they are; `[user](/x#user) object`, `array of role objects`
 * or `partial member object` as a reference to an entity, with the words `object` or `array`. `document` is where the
 * text stands. Gives no diagnostics.
 */
export function typeText(written: string, document: string): TypeText {
  return nestedText(written, document) ?? singleText(written, document);
}

/** Words for an object in lists or maps that stand in others: `Box[][]`, `Map<string, List<Box>>`; undefined for any other. */
function nestedText(written: string, document: string): TypeText | undefined {
  const { inner, forms } = nestingOf(written);
  const form = forms.at(-1);
  if (form === undefined || forms.length < 2) return undefined;
  const { reference, nullable } = singleText(inner.replace(/\bobjects$/i, 'object'), document);
  if (reference?.form !== 'one') return undefined;
  const words = forms[0] === 'list' ? 'array' : 'object';
  return { words, ...(nullable && { nullable }), reference: { ...reference, form, within: forms.slice(0, -1) } };
}

function singleText(written: string, document: string): TypeText {
  const source = inCommonForm(written.trim())
    // what stands in the parts of a list that is an object of its own: `array of [box objects](#box) inside a [page object](#page)`
    .replace(/^.{1,200}?\b(?:inside|wrapped in|within)\s(?:an?|the)\s(?=\[[^\][]{1,100}\]\([^()\s]{1,200}\)$)/i, '')
    // what it is beside its class: `[Reference](#reference) ([Box](#box))`
    .replace(/(?<=^.{0,60}\[[^\][]{1,100}\]\([^()\s]{1,200}\))\s\([^\n]{1,150}\)$/, '')
    // `[box objects (short)](#box-short)`
    .replace(/(?<=^.{0,60}\[[^\][]{1,100}\bobjects?)\s\([\w -]{1,40}\)(?=\]\([^()\s]{1,200}\)$)/i, '')
    .replace(/^(\[[^\][]{1,100}\]\([^()\s]{1,200}\)|`?\w{1,40}`?)\s(?:collection|list)$/i, (whole, item: string) =>
      item.startsWith('[') || typeWordsOf(item) !== undefined ? `array of ${item}` : whole,
    )
    .replace(/^<\s{1,3}([^<>]{1,300}?)\s{1,3}>\s{0,3}array(?:\s?\(\w{1,10}\)?)?$/i, 'array of $1')
    .replace(/^<\s{1,3}([^<>,]{1,100}),\s{0,3}([^<>]{1,200}?)\s{1,3}>\s{0,3}map$/i, 'map<$1, $2>')
    // a type with its class behind it: `Box(Box)`
    .replace(/^(\w{1,100})\(\1\)$/, '$1');
  // the name of a part without one of its own, as generators make it
  const isMade = /^_\w{1,100}$/.test(source);
  const plain = isMade ? source : typeInEnglish(plainText(source));
  if (plain === '' || /^[-–—]+$|^n\/a$/i.test(plain) || plain.length > 200) return {};
  const nullable = /^\?|\?$|\bor null\b|\|\s*null\b|\bnullable\b/i.test(plain);
  const bare = plain.replaceAll(/^\?|\?$|\s*\bor null\b|\s*\|\s*null\b/gi, '').trim();
  const marked = { ...(nullable && { nullable }) } as const;
  const known = typeWordsOf(bare);
  const target = links(source);
  const held = target.length === 1 ? heldType(bare, target[0]?.target ?? '', document) : undefined;
  if (held) return { ...marked, ...held };
  const isKnown = known !== undefined && target.length === 0;
  // the words of an object's name before `objects` are no type, nor is the name of a class before `[]`
  if (isKnown && !/\s\S+\s+objects?$/i.test(bare) && !isClassList(known)) return { ...marked, words: known };
  const part = partOfObject.exec(bare)?.[1];
  // `array of [user](#user) object ids`: what stands for the objects, not the objects
  if (
    part !== undefined &&
    !namesTarget(bare.replace(listWords, ''), target[0]?.target) &&
    (target.length === 1 || /\bobjects?\b/i.test(bare))
  ) {
    const item = /^(?:id|identifier)s?$/i.test(part) ? undefined : 'string';
    const words = listWords.test(bare) ? (item === undefined ? 'array' : 'array of strings') : item;
    return { ...marked, ...(words !== undefined && { words }) };
  }
  const reference =
    referenceOf(bare, target[0]?.target, target.length, document) ?? alternatives(bare, target, document);
  if (reference) {
    // what a class stands for may be no object: `array[Kind]`
    const words = reference.form !== 'list' ? 'object' : /\bobjects?\b/i.test(bare) ? 'array of objects' : 'array';
    return { ...marked, ...(namesObject(bare) && { words }), reference };
  }
  if (known !== undefined) {
    const named = namesake(bare, target[0]?.target, document);
    return { ...marked, words: known, ...(named && target.length === 1 && { reference: named }) };
  }
  const content = contentWords(bare);
  if (content !== undefined) return { ...marked, words: content, note: bare };
  const [, dashed = '', behind = ''] = /^([A-Za-z]{1,20}-[A-Za-z]{1,20})[\s:;,(–—]+(.+?)\)?$/.exec(bare) ?? [];
  const isDashed = dashed !== '' && typeWordsOf(dashed) !== undefined;
  const [, short = '', rest = ''] = /^([\w[\]<>]+)[\s:;,(–—-]+(.+?)\)?$/.exec(bare) ?? [];
  const [first, note] = isDashed ? [dashed, behind] : [short, rest];
  const words = typeWordsOf(first);
  if (words === undefined) return { ...marked, words: bare };
  // what stands behind `enum` are its values
  if (/^enum$/i.test(words)) return { ...marked, words };
  // a length says nothing without its type: `String(32)`
  if (/^[\d,. ]+$/.test(note)) return { ...marked, words, note: /\([^)]*$/.test(bare) ? `${bare})` : bare };
  const format = formatOf(words, note);
  return format === undefined ? { ...marked, words, note } : { ...marked, words: `${words}<${format}>` };
}

/** What a word that may be a type or an object means as an object, by its link: `[Text](#text)`, `array of [Set](#set)`. */
function namesake(bare: string, link = '', document: string): EntityReference | undefined {
  const words = bare.replace(listWords, '');
  // what generated pages link to is a type: `[Integer](#integer)`, `[Date](#date)`
  if (!/^(?:Text|Time|Duration|Character|Hash|Slug|Set)$/.test(words)) return undefined;
  const isOwn = link.toLowerCase() === `#${words.toLowerCase()}`;
  return isOwn ? { document, words, link, form: words === bare ? 'one' : 'list' } : undefined;
}

/** The words for the type of a part of a body that is told by its media type (RFC 7578, section 4.4); undefined for any other text. */
function contentWords(text: string): string | undefined {
  const [first = '', ...others] = text.split(/,\s|\sor\s|\s?\|\s?/);
  if (isOctetType(first) && others.every(isOctetType)) return 'binary';
  if (/^application\/(?:[\w.-]+\+)?json$/i.test(text)) return 'object';
  return /^text\/[\w.+-]{1,40}$/i.test(text) ? 'string' : undefined;
}

/**
 * What a word for a collection holds whose link leads to the page of that: `[List](Box.md)`, `[List](string.md)`, as generated clients
 * document it; or the type that the link names more closely than the word: `[Date](DateTime.md)`.
 */
function heldType(bare: string, link: string, document: string): TypeText | undefined {
  const [, page = ''] = /^(?:[\w./-]{0,200}\/)?(\w{1,120})\.(?:md|html?)$/.exec(link) ?? [];
  if (page === '' || page.toLowerCase() === bare.toLowerCase()) return undefined;
  const held = typeWordsOf(page);
  if (/^date(?:time)?$/i.test(bare) && held !== undefined) return { words: held };
  const [, list, map] = /^(?:(list|array|set)|(map|dict|hash))$/i.exec(bare) ?? [];
  if (list === undefined && map === undefined) return undefined;
  if (held !== undefined) return { words: list === undefined ? `map<string, ${held}>` : `array<${held}>` };
  const form = list === undefined ? 'map' : 'list';
  return { words: form === 'list' ? 'array' : 'object', reference: { document, words: page, link, form } };
}

/** Words for what tells objects apart, or names them, at the end of words for a type. */
const partOfObject = /^(?:[\w-]{1,40}\s){1,6}(ids?|identifiers?|names?|slugs?|codes?)$/i;

/** References to any of several objects, each linked or named as a class: `[Box](#box) or [Bag](#bag)`, `array of Box | Bag`. */
function alternatives(bare: string, found: readonly Link[], document: string): EntityReference | undefined {
  const isList = listWords.test(bare);
  const pieces = bare
    .replace(listWords, '')
    .split(/\s*,\s*(?:or\s+|and\s+)?|\s+or\s+|\s*\|\s*|\s+and\s+/)
    .map((piece) => piece.trim());
  const isAll = pieces.length > 1 && pieces.length <= mostAlternatives;
  const read = pieces.flatMap((words) => {
    const link = found.find(({ text }) => text === words)?.target;
    return referenceOf(words, link, link === undefined ? 0 : 1, document) ?? [];
  });
  const [first, ...others] = read.map(({ words, link }) => ({ words, ...(link !== undefined && { link }) }));
  if (!isAll || !first || read.length < pieces.length) return undefined;
  return { document, ...first, form: isList ? 'list' : 'one', others };
}

/** More words are a text. */
const mostAlternatives = 12;

function isClassList(words: string): boolean {
  const [, behind, within, named] =
    /^(\w{1,100})\[\]$|^(?:array|list|set)<(\w{1,100})>$|^(?:array|list|set|collection) of (\w{1,100})$/i.exec(words) ??
    [];
  return isClassName(behind ?? within ?? named ?? '');
}

/** Whether the words themselves say that the value is an object or holds some; a link alone may lead to anything. */
function namesObject(text: string): boolean {
  return /\bobjects?\b|\[\]/i.test(text) || /^(?:an?\s+)?(?:array|list|map)\b/i.test(text);
}

const listWords = /^(?:an?\s+)?(?:(?:array|list)s?(?:\s+of)?|(?:set|collection|page)s?\s+of)\s+(?:zero or more\s+)?/i;
const mapWords = /^(?:an?\s+)?(?:map|dictionary|hash|object)\s+(?:of\s+[\w ]{1,40}\s+to|of)\s+/i;

/**
 * Whether several words are those of the heading that a link leads to (`[Set name](#set-name)`), or that calls them an object
 * (`[Text](#the-text-object)`): they name what stands there.
 */
function namesTarget(words: string, link: string | undefined): boolean {
  const slug = words.toLowerCase().replaceAll(/\s+/g, '-');
  const target =
    link
      ?.toLowerCase()
      .replace(/^[\w.-]{1,60}(?=\.mdx?$|\.html?$)/, '#$&')
      .replace(/\.(?:mdx?|html?)$/, '') ?? '';
  if (target === `#the-${slug}-object` || target === `#${slug}-object`) return true;
  return /\S\s\S/.test(words) && target === `#${slug}`;
}

/** The entity that some words name; `link` is the target of the only link among them. */
export function referenceOf(
  said: string,
  link: string | undefined,
  linkCount: number,
  document: string,
): EntityReference | undefined {
  if (linkCount > 1) return undefined;
  // what a link calls in parentheses behind its name is part of where it leads: `record objects (short)`
  const text = link === undefined ? said : said.replace(/(?<=\S)\s\([\w -]{1,40}\)$/, '');
  const isMap = mapWords.test(text);
  const generic = /^(?:array|list|set|collection)[<[]\s?(_?[A-Za-z]\w{0,100})\s?[>\]]$/i.exec(text)?.[1];
  const isWhole = namesTarget(text, link);
  const isList =
    !isMap &&
    !isWhole &&
    (generic !== undefined || listWords.test(text) || /\[\]$|^\[\s?\w[^\]]*\]$|^\[\]\s?\S/.test(text));
  const core = (generic ?? text)
    .replace(mapWords, '')
    .replace(isWhole ? /^(?!)/ : listWords, '')
    .replaceAll(/\[\]$|^\[\]\s?|^\[\s?|\s?\]$/g, '')
    .replace(/^(?:an?|the|of)\s+/i, '');
  const partial = /^partial\s+/i.test(core);
  const hasObject = /\s(?:json\s+)?objects?$/i.test(core);
  const words = core
    .replace(/^partial\s+/i, '')
    .replace(/\s+(?:json\s+)?objects?$/i, '')
    .trim();
  const names = words.toLowerCase().split(/[\s/]+/);
  // `[Data](#data)` is an object that the page calls so
  const isKind = names.every((name) => kinds.has(name)) && !(/^[A-Z]/.test(words) && link?.includes('#') === true);
  if (words === '' || names.length > 5 || /[|,;:()]/.test(words) || isKind) return undefined;
  const isName = isClassName(words) || /^(?:[a-z]+_\w*_\w+|_[a-z]\w+|[A-Z][a-z][A-Za-z\d]*_\w+)$/.test(words);
  if (!hasObject && link === undefined && !isName) return undefined;
  if (link !== undefined && /^(?:[a-z]+:)?\/\//i.test(link)) return undefined;
  if (typeWordsOf(words) !== undefined && !hasObject && !namesTarget(words, link)) return undefined;
  const form = isMap ? 'map' : isList ? 'list' : 'one';
  return { document, words, ...(link !== undefined && { link }), form, ...(partial && { partial }) };
}

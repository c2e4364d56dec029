import { elementAttributes } from './elements.ts';
import type { Block } from './page.ts';

/** A start or end tag in a text. */
export interface Tag {
  readonly kind: 'open' | 'close' | 'empty';
  /** As written. */
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly start: number;
  /** The offset after its `>`. */
  readonly end: number;
  /** The text of a `<pre>`, whose inside is no Markdown. */
  readonly code?: string;
  /** What stands for itself, already read. */
  readonly blocks?: readonly Block[];
  /** A tag of a template language, which needs no end tag. */
  readonly isTemplate?: true;
}

/** Longer tags are taken for text, so that a stray `<` costs little. */
const maxTagLength = 8_000;

/** What values in braces of a text may take together beyond that: data of whole operations stands in attributes. */
export interface LengthBudget {
  left: number;
}

/**
 * The tag that begins at offset `at` of `text`, where a `<` stands, or undefined if none does. Besides HTML
 * (WHATWG HTML, section 13.1.2) it reads MDX attribute values in braces and Vue attribute names. A tag holds no
 * blank line and no `<` outside of its attribute values. What longer values take comes off `budget`.
 */
export function readTag(text: string, at: number, budget: LengthBudget): Tag | undefined {
  const opening = /<(\/?)([A-Za-z][\w.-]*)(?=[\s/>])/y;
  opening.lastIndex = at;
  const match = opening.exec(text);
  if (!match) return undefined;
  const [head, slash, name = ''] = match;
  const rest = readAttributes(text, at + head.length, budget);
  if (!rest) return undefined;
  const kind = slash === '/' ? 'close' : rest.selfClosing ? 'empty' : 'open';
  const attributes = kind === 'close' ? {} : elementAttributes(rest.source);
  return { kind, name, attributes, start: at, end: rest.end };
}

interface AttributesText {
  /** The attributes as HTML: values in braces are quoted. */
  readonly source: string;
  readonly selfClosing: boolean;
  readonly end: number;
}

/** Reads from the end of a tag's name to after its `>`. */
function readAttributes(text: string, from: number, budget: LengthBudget): AttributesText | undefined {
  let limit = Math.min(text.length, from + maxTagLength);
  let source = '';
  let at = from;
  while (at < limit) {
    const char = text.charAt(at);
    if (char === '>') {
      const selfClosing = source.trimEnd().endsWith('/');
      return { source: selfClosing ? source.trimEnd().slice(0, -1) : source, selfClosing, end: at + 1 };
    }
    const value = valueAt(text, at, source, limit) ?? longValue(text, at, source, budget);
    if (!value) return undefined;
    if (value.end > limit) limit = Math.min(text.length, value.end + maxTagLength);
    source += value.source;
    at = value.end;
  }
  return undefined;
}

/** The next piece of a tag: a quoted value, a value in braces or one character; undefined where no tag can go on. */
function valueAt(
  text: string,
  at: number,
  before: string,
  limit: number,
): { readonly source: string; readonly end: number } | undefined {
  const char = text.charAt(at);
  if (char === '"' || char === "'") {
    const end = text.indexOf(char, at + 1);
    if (!before.trimEnd().endsWith('=') || end === -1 || end > limit) return undefined;
    return { source: text.slice(at, end + 1), end: end + 1 };
  }
  if (char === '{') {
    const end = bracesEnd(text, at, limit);
    if (end === undefined) return undefined;
    if (before.trimEnd().endsWith('=')) return { source: quoted(text.slice(at, end)), end };
    const spread = /^\{\s{0,9}\.\.\.([\s\S]+)\}$/.exec(text.slice(at, end))?.[1];
    return { source: spread === undefined ? ' ' : ` ...=${quoted(`{${spread}}`)} `, end };
  }
  if (char === '<' || char === '`' || (char === '\n' && /\n[ \t]*\n/y.test(text.slice(at, at + 200)))) return undefined;
  return { source: char, end: at + 1 };
}

/** A value in braces that is data (`={{...}}`, `={[...]}`), however long. */
function longValue(
  text: string,
  at: number,
  before: string,
  budget: LengthBudget,
): { readonly source: string; readonly end: number } | undefined {
  if (!/\{[{[]/y.test(text.slice(at, at + 2)) || !before.trimEnd().endsWith('=') || budget.left <= 0) return undefined;
  const limit = Math.min(text.length, at + budget.left);
  const end = bracesEnd(text, at, limit);
  budget.left -= (end ?? limit) - at;
  return end === undefined ? undefined : { source: quoted(text.slice(at, end)), end };
}

function quoted(value: string): string {
  return `"${value.replaceAll('&', '&amp;').replaceAll('"', '&quot;')}"`;
}

/** The offset after the brace that closes the one at `at`; braces in strings do not count. */
function bracesEnd(text: string, at: number, limit: number): number | undefined {
  let depth = 0;
  for (let index = at; index < limit; index += 1) {
    const char = text.charAt(index);
    if (char === '{') depth += 1;
    else if (char === '}') depth -= 1;
    else if (char === '"' || char === "'" || char === '`') {
      const end = stringEnd(text, index, limit);
      if (end === undefined) return undefined;
      index = end;
    }
    if (depth === 0) return index + 1;
  }
  return undefined;
}

/** The offset of the mark that closes the string at `at`; escaped ones do not count. */
function stringEnd(text: string, at: number, limit: number): number | undefined {
  const mark = text.charAt(at);
  for (let index = at + 1; index < limit; index += 1) {
    const char = text.charAt(index);
    if (char === mark) return index;
    if (char === '\\') index += 1;
  }
  return undefined;
}

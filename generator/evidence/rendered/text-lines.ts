import { headedStatus, headingRole } from '../sections/heading-roles.ts';

/** A line of the text of a rendered page. */
export interface TextLine {
  /** Without white space around it and without what only belongs to the page: anchors, buttons. */
  readonly text: string;
  /** As it stands, without the anchor of a heading. */
  readonly raw: string;
  readonly indent: number;
  /** What makes it a heading: the level that marks say, or 0 where an anchor or its place only tells that it is one. */
  readonly level?: number;
}

/** Characters without width, which renderers put into links to headings. */
const widthless = /[\u{200B}\u{200C}\u{2060}\u{FEFF}]/gu;

/** The link to a heading behind it. */
const anchor = /(?<=\S)\s?(?:[\u200B\u2060\uFEFF]{1,3}|[¶§]|\u{1F517})\s*$/u;
const hashAnchor = /(?<=[\p{L}\d)}\]]{2})#$/u;

/** A heading as some converters mark it: `***** Title *****`, most stars for the first level. */
const starred = /^(\*{1,6}) (\S.{0,300}?) \1$/;

/** Buttons of code and pages. */
const button = /^(?:\(BUTTON\) ?.{0,60}|copy(?: code| to clipboard| link)?|copied!?|edit this page|try it(?: out)?)$/i;

/** The lines of a text, cleaned of what a page shows beside its content; gives no diagnostics. */
export function textLines(text: string): TextLine[] {
  const written = text.split('\n');
  const hasHashes = written.some((line) => line.length < 200 && hashAnchor.test(line));
  const isIndented = standsIndented(written);
  return written.map((line, at) => {
    const underlined = underlineOf(written, at);
    if (underlined !== undefined) return { text: line.trim(), raw: line, indent: 0, level: underlined };
    if (underlineOf(written, at - 1) !== undefined) return { text: '', raw: '', indent: 0 };
    const bare = line.slice(0, 2000);
    const isAnchored =
      line.length < 300 &&
      (anchor.test(bare) || (hasHashes && hashAnchor.test(bare)) || (isIndented && /^\S/.test(bare)));
    const raw = (isAnchored ? bare.replace(anchor, '').replace(hasHashes ? hashAnchor : anchor, '') : line)
      .replaceAll(widthless, '')
      .replace(/\r$/, '');
    const trimmed = raw.replaceAll('\u00A0', ' ').trim();
    const [, stars, title] = starred.exec(trimmed) ?? [];
    const indent = raw.length - raw.trimStart().length;
    if (button.test(trimmed)) return { text: '', raw: '', indent: 0 };
    if (stars !== undefined && title !== undefined)
      return { text: withoutMark(title), raw: title, indent, level: 7 - stars.length };
    return { text: trimmed, raw, indent, ...(isAnchored && trimmed !== '' && { level: 0 }) };
  });
}

/** The level of a title that the line below underlines, as long as it is: `=` for the first, `-` for the second; none for the head of a table. */
function underlineOf(lines: readonly string[], at: number): number | undefined {
  const title = (lines[at] ?? '').trimEnd();
  const line = (lines[at + 1] ?? '').trimEnd();
  if (title.length > 100 || !/^[\p{L}\d`]/u.test(title) || /\S\s{2,}\S/.test(title)) return undefined;
  const isApart = (lines[at - 1] ?? '').trim() === '' && Math.abs(line.length - title.length) <= 2;
  return isApart && /^(?:={3,}|-{3,})$/.test(line) ? (line.startsWith('=') ? 1 : 2) : undefined;
}

const withoutMark = (title: string): string => title.replace(anchor, '').replaceAll(widthless, '').trim();

/** Whether all but headings and code stands indented by three spaces, as some text browsers print pages. */
function standsIndented(lines: readonly string[]): boolean {
  const full = lines.filter((line) => line.trim() !== '');
  const indented = full.filter((line) => /^ {3}\S/.test(line)).length;
  const flush = full.filter((line) => /^[\p{L}]/u.test(line));
  const heads = flush.filter((line) => line.length < 100);
  return indented > 3 && indented * 6 > full.length && flush.length > 0 && heads.length * 10 >= flush.length * 9;
}

/** Whether a text names a part of an operation and nothing else: `Path parameters`, `Response 201:`. */
export function isPartTitle(text: string): boolean {
  if (text.length > 80 || !/^[\p{L}\d]/u.test(text) || /[.;,!?]$/.test(text) || codeLine.test(text)) return false;
  const role = headingRole(text);
  return role.isPlain && role.role !== 'aside' && role.role !== 'other' && headedStatus(text) === undefined;
}

/** A line of a program: an open bracket ends it, or something is assigned. */
export const codeLine: RegExp = /[{([]$|\s:?=\s|^(?:import|package|require|using|print)\s\S+$/;

import { balancedEnd } from '../balance.ts';
import { decoded, elementLines } from './shown-elements.ts';

/** A line of what a page shows, with the line of the document in which it is written. */
export interface ShownLine {
  readonly text: string;
  readonly line: number;
}

interface Shown extends ShownLine {
  readonly isItem: boolean;
}

/** More of one line is no text of a page. */
const longestLine = 200_000;

/**
 * The text that a page in Markdown shows, as one would copy it from a browser: without the marks of headings, lists, quotes, links and
 * emphasis, the cells of a row with tabs between them, elements of HTML in lines as a browser breaks them. Code keeps its lines.
 */
export function shownLines(text: string): ShownLine[] {
  const shown: Shown[] = [];
  let fence: string | undefined;
  let links = 0;
  for (const [index, written] of text.split('\n').entries()) {
    const line = index + 1;
    const mark = /^\s{0,40}(`{3,10}|~{3,10})/.exec(written)?.[1];
    if (mark !== undefined && (fence === undefined || written.trim() === fence)) {
      fence = fence === undefined ? mark : undefined;
      continue;
    }
    if (fence !== undefined || written.length > longestLine) {
      shown.push({ text: written, line, isItem: false });
      continue;
    }
    const source = withoutMarks(written);
    // a link around blocks begins on a line and ends on another
    if (source.trim() === '[') links += 1;
    const isEnd = links > 0 && /^\]\(.{0,2000}\)(?:\[)?$/.test(source.trim());
    if (isEnd && !source.trim().endsWith('[')) links -= 1;
    if (source.trim() === '[' || isEnd) continue;
    // of the white space before it, that of an item of a list says what it is a part of
    const item = /^(\s{0,200})[*+-] {1,4}\S/.exec(written);
    const indent = item?.[1] ?? '';
    for (const one of elementLines(source))
      for (const part of unglued(inlineText(one).trim()))
        shown.push({ text: part === '' ? '' : indent + part, line, isItem: item !== null });
  }
  return withoutMenu(shown);
}

const listedEndpoint = /^\s*(?:get|post|put|patch|delete)\s?(\/\S*)$/i;

/** Without the items of lists that only name endpoints which stand on lines of their own as well. */
function withoutMenu(shown: readonly Shown[]): ShownLine[] {
  const paths = new Set(
    shown.flatMap(({ text, isItem }) => (isItem ? [] : [/(?:^|\w|\s)(\/\S*)$/.exec(text.slice(-500))?.[1] ?? ''])),
  );
  return shown.map(({ text, line, isItem }) => {
    const path = isItem ? listedEndpoint.exec(text)?.[1] : undefined;
    return { text: path !== undefined && paths.has(path) ? '' : text, line };
  });
}

/** A line without what makes it a heading, an item, a quote or a row. */
function withoutMarks(written: string): string {
  const bare = written.replace(/^(?:\s{0,400}(?:>|[*+-] {1,4}(?=\S)|\d{1,3}\. {1,3}(?=\S)|#{1,6} ))+/, '');
  if (!/^\s{0,40}\||\|\s{0,40}$/.test(bare)) return bare;
  const cells = bare.split(/(?<!\\)\|/).map((cell) => cell.trim());
  if (cells.every((cell) => /^:?-*:?$/.test(cell))) return '';
  return cells.filter((cell, index) => cell !== '' || (index > 0 && index < cells.length - 1)).join('\t');
}

/** A line without links, emphasis, quotes of code and escapes. */
function inlineText(source: string): string {
  const code = /^`([[{].*[\]}])`$/.exec(source.trim())?.[1];
  // the items of a list within code are the lines of it
  if (code !== undefined) return code.replaceAll(/(?<=[\s,[{])\* {1,4}(?=["[{\d\]}])/g, '');
  return decoded(
    source
      .replaceAll(/!\[[^\][]{0,300}\]\([^()\s]{0,2000}\)/g, '')
      .replaceAll(/\[((?:\\.|[^\][\\]){0,500})\]\([^()]{0,2000}\)/g, '$1')
      .replaceAll(/<(https?:\/\/[^<>\s]{1,500})>/g, '$1')
      .replaceAll(/\*\*([^*]{1,500})\*\*/g, '$1')
      .replaceAll(/(?<![\w\\*])\*([^*\s](?:[^*]{0,500}[^*\s])?)\*(?![\w*])/g, '$1')
      .replaceAll(/(?<![\w\\])_([^_\s](?:(?:\\_|[^_]){0,500}[^_\s\\])?)_(?!\w)/g, '$1')
      .replaceAll(/`([^`]{1,500})`/g, '$1')
      .replaceAll(/\\([!-/:-@[-`{-~])/g, '$1'),
  ).trimEnd();
}

/** What stood on lines of its own before the tool took the elements away: buttons, marks of a type, one example behind another. */
function unglued(text: string): string[] {
  const copied = /^(\S.{0,200}?)(Copy link(?: to \S.{0,200})?)$/.exec(text);
  if (copied) return [copied[1] ?? '', copied[2] ?? ''];
  const request = /^(Test Request)(\(.{1,300}\))$/.exec(text);
  if (request) return [request[1] ?? '', request[2] ?? ''];
  const fold = /^((?:Hide|Show) .{1,60}?[a-z])(for \S{1,120})$/.exec(text);
  if (fold) return [fold[1] ?? '', fold[2] ?? ''];
  if (/^(?:Type|Format): /.test(text))
    return text.replaceAll(/(?<=[\w\])>])(?=Format: |(?:enum|nullable|required)(?:$|[A-Z]))/g, '\n').split('\n');
  return values(text);
}

/** Objects one behind another, each on a line of its own. */
function values(text: string): string[] {
  const found: string[] = [];
  let rest = text;
  while (rest.startsWith('{') && found.length < 50) {
    const end = balancedEnd(rest, 0);
    if (end === undefined || !/^[ \t]*(?:\{|$)/.test(rest.slice(end))) break;
    found.push(rest.slice(0, end));
    rest = rest.slice(end).trimStart();
  }
  return rest === '' && found.length > 1 ? found : [text];
}

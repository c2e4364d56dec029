import { codeAt, languageName, type Effort, type TextCode } from './text-code.ts';
import type { TextLine } from './text-lines.ts';
import { tableAt, type TextTable } from './text-tables.ts';

/** A line of a text that stands for itself. */
export interface LinePiece {
  readonly kind: 'line';
  readonly first: number;
  readonly last: number;
  readonly text: string;
  readonly indent: number;
  /** See `TextLine`. */
  readonly level?: number;
  /** An empty line stands before it. */
  readonly isApart: boolean;
}

/** An item of a list, with the mark of one before it. */
export interface ItemPiece {
  readonly kind: 'item';
  readonly first: number;
  readonly last: number;
  readonly text: string;
  readonly indent: number;
  readonly isApart: boolean;
}

/** A part of a text, by its form. */
export type TextPiece =
  | LinePiece
  | ItemPiece
  | { readonly kind: 'code'; readonly first: number; readonly last: number; readonly code: TextCode }
  | { readonly kind: 'table'; readonly first: number; readonly last: number; readonly table: TextTable };

const bullet = /^([*+•◦▪‣●○■–-]|-\s{2})\s{1,4}(\S.*)$/;
/** What some text browsers put before the items of inner lists. */
const innerBullet = /^([o#@=])\s(\S.*)$/;

/** The parts of a text in their order; gives no diagnostics. */
export function textPieces(lines: readonly TextLine[]): TextPiece[] {
  const pieces: TextPiece[] = [];
  const effort: Effort = { left: 3_000_000 };
  let isApart = true;
  for (let index = 0; index < lines.length;) {
    const line = lines[index];
    if (!line || (line.text === '' && !line.raw.includes('\t'))) {
      isApart = true;
      index += 1;
      continue;
    }
    const piece = pieceAt(lines, line, index, { isApart, before: pieces.at(-1), effort });
    if (piece) pieces.push(piece);
    index = piece ? piece.last + 1 : index + 1;
    isApart = false;
  }
  return pieces;
}

interface Context {
  readonly isApart: boolean;
  readonly before: TextPiece | undefined;
  readonly effort: Effort;
}

function pieceAt(
  lines: readonly TextLine[],
  line: TextLine,
  first: number,
  { isApart, before, effort }: Context,
): TextPiece | undefined {
  const { text, indent, level } = line;
  const code = codeAt(lines, first, effort);
  if (code) return { kind: 'code', first, last: code.last, code };
  const table = level === undefined ? tableAt(lines, first) : undefined;
  if (table) return { kind: 'table', first, last: table.last, table };
  if (languageName.test(text) && namesCode(lines, first, effort)) return undefined;
  const [, , said] =
    bullet.exec(text) ?? (before?.kind === 'item' && indent > before.indent ? innerBullet.exec(text) : null) ?? [];
  if (said === undefined || level !== undefined)
    return { kind: 'line', first, last: first, text, indent, ...(level !== undefined && { level }), isApart };
  let last = first;
  const texts = [said];
  for (let next = lines[last + 1]; next && goesOn(next, indent); next = lines[last + 1]) {
    texts.push(next.text);
    last += 1;
  }
  return { kind: 'item', first, last, text: texts.join('\n'), indent, isApart };
}

/** Whether a line is the rest of an item that stands before it. */
function goesOn({ text, indent, level }: TextLine, outer: number): boolean {
  return text !== '' && level === undefined && indent > outer && !bullet.test(text) && !innerBullet.test(text);
}

/** Whether code begins behind the name of a language. */
function namesCode(lines: readonly TextLine[], first: number, effort: Effort): boolean {
  let next = first + 1;
  while (next < first + 4 && lines[next]?.text === '') next += 1;
  return (
    codeAt(lines, next, effort) !== undefined || /^(?:GET|POST|PUT|PATCH|DELETE) \S+$/.test(lines[next]?.text ?? '')
  );
}

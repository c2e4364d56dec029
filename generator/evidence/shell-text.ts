import { balancedEnd, stringEnd } from './balance.ts';

/** A run of a shell command that is quoted in one way (POSIX.1-2017 XCU, section 2.2; `ansi` is `$'...'`). */
export interface ShellPiece {
  readonly kind: 'bare' | 'single' | 'double' | 'ansi';
  /** The offset of the opening quote, if there is one, else of the first character. */
  readonly start: number;
  /** The offset just after the closing quote. */
  readonly end: number;
  /** Without the quotes, as written. */
  readonly text: string;
}

/**
 * Cuts the command that begins at `start` into pieces and stops where the command ends: at a line end that is
 * not continued, at `;`, `|` or `&&`, or where something is glued to a closing quote that cannot belong to the word
 * (scraped pages put the next code block there). A line is also continued when the next one begins with an option:
 * pages often lose the backslash. JSON in single quotes ends where its brackets do, so an apostrophe in it, or a
 * missing closing quote, does no harm; nor does one that is missing behind a URL. A quote that is never closed ends the command before it.
 */
export function shellPieces(text: string, start: number): ShellPiece[] {
  const pieces: ShellPiece[] = [];
  let offset = start;
  while (offset < text.length) {
    const piece = pieceAt(text, offset);
    if (piece === undefined || piece.end === offset) break;
    pieces.push(piece);
    offset = piece.end;
    if (piece.kind === 'bare' && !/['"]/.test(text.charAt(offset))) break;
    if (piece.kind !== 'bare' && /[\p{L}\d{[<]/u.test(text.charAt(offset))) break;
  }
  return pieces;
}

function pieceAt(text: string, start: number): ShellPiece | undefined {
  const char = text.charAt(start);
  if (char === "'" && text.charAt(start - 1) === '$') return ansiPiece(text, start);
  const url = char === "'" || char === '"' ? openUrlEnd(text, start) : undefined;
  if (url !== undefined)
    return { kind: char === '"' ? 'double' : 'single', start, end: url, text: text.slice(start + 1, url) };
  if (char === "'") return singlePiece(text, start);
  if (char === '"') {
    const end = stringEnd(text, start);
    return end === undefined ? undefined : { kind: 'double', start, end, text: text.slice(start + 1, end - 1) };
  }
  const end = bareEnd(text, start);
  return { kind: 'bare', start, end, text: text.slice(start, end) };
}

function ansiPiece(text: string, start: number): ShellPiece | undefined {
  const end = stringEnd(text, start);
  return end === undefined ? undefined : { kind: 'ansi', start, end, text: text.slice(start + 1, end - 1) };
}

/** The end of a quoted URL whose closing quote is missing: the line ends before it, and the next begins with an option. */
function openUrlEnd(text: string, start: number): number | undefined {
  const [, url, behind = ''] =
    /^(https?:\/\/[^\s'"\\]{1,2000})(['"]|[ \t]{0,9}\\?[ \t]{0,9}\n(?=[ \t]{0,40}--?[A-Za-z]))?/.exec(
      text.slice(start + 1, start + 2200),
    ) ?? [];
  return url !== undefined && behind.endsWith('\n') ? start + 1 + url.length : undefined;
}

function singlePiece(text: string, start: number): ShellPiece | undefined {
  const json = /^\s*[{[]/.exec(text.slice(start + 1, start + 200));
  const jsonEnd = json ? balancedEnd(text, start + json[0].length) : undefined;
  if (jsonEnd !== undefined) {
    const closing = /^\s*'/.exec(text.slice(jsonEnd, jsonEnd + 200));
    const end = jsonEnd + (closing?.[0].length ?? 0);
    return { kind: 'single', start, end, text: text.slice(start + 1, closing ? end - 1 : end) };
  }
  const close = text.indexOf("'", start + 1);
  return close === -1 ? undefined : { kind: 'single', start, end: close + 1, text: text.slice(start + 1, close) };
}

function bareEnd(text: string, start: number): number {
  let offset = start;
  while (offset < text.length) {
    const char = text.charAt(offset);
    if (char === "'" || char === '"') return offset;
    if (char === '\n' && !/^\s*--?[A-Za-z]/.test(text.slice(offset, offset + 200))) return offset;
    if (/\s/.test(char) && /^\s+(?:[|;]|&&)/.test(text.slice(offset, offset + 20))) return offset;
    // A backslash continues the line even where the scrape left white space behind it.
    offset += char === '\\' ? (/^\\[ \t]*\n|^\\[^]?/.exec(text.slice(offset, offset + 80))?.[0].length ?? 1) : 1;
  }
  return offset;
}

/** The pieces as one command line in plain POSIX quoting: bare URLs quoted (their `&` and `?` are meant as such), continuations gone. */
export function shellLine(pieces: readonly ShellPiece[]): string {
  return pieces.map((piece, index) => pieceLine(piece, pieces[index + 1]?.kind === 'ansi')).join('');
}

function pieceLine(piece: ShellPiece, beforeAnsi: boolean): string {
  switch (piece.kind) {
    case 'bare':
      return (beforeAnsi ? piece.text.slice(0, -1) : piece.text)
        .replaceAll(/\\[ \t]*\n/g, ' ')
        .replaceAll(/(^|[\s=])(https?:\/\/[^\s'"\\]+)/g, (_, before: string, url: string) => `${before}"${url}"`);
    case 'double':
      return `"${piece.text}"`;
    case 'single':
      return singleQuoted(restoreApostrophes(piece.text));
    case 'ansi':
      return singleQuoted(ansiText(piece.text));
  }
}

function singleQuoted(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`;
}

/** `'\''` and `'"'"'` are how a single-quoted word spells an apostrophe. */
function restoreApostrophes(text: string): string {
  return text.replaceAll(/'\\''|'"'"'/g, "'");
}

const ansiEscapes: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r' };

function ansiText(text: string): string {
  return text.replaceAll(/\\(?:u([0-9a-fA-F]{4})|([^]))/g, (_, code: string | undefined, char: string | undefined) =>
    code === undefined ? (ansiEscapes[char ?? ''] ?? char ?? '') : String.fromCharCode(Number.parseInt(code, 16)),
  );
}

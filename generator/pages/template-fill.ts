import type { TemplateLine, TemplatePiece } from './template-text.ts';

/** Pieces within pieces are put in up to this depth, and up to this many lines a text. */
const maxDepth = 8;
const maxLines = 20_000;
/** Further expressions of a line stay as they are. */
const maxExpressions = 100;

type Bindings = ReadonlyMap<string, string>;

interface Filling {
  readonly pieces: ReadonlyMap<string, TemplatePiece>;
  lines: number;
}

const call = /^(?:yield_content|yield|content_for|capture)[\s(]{1,5}:?["']?([\w-]{1,100})["']?/;

/**
 * Some lines of a template with the named pieces in the place of the expressions that call for them, each line with the place
 * where it was written. Literal arguments are put in where the piece uses them; any other expression becomes a string that
 * shows it. Undefined where no piece is called for.
 */
export function fillTemplate(
  lines: readonly TemplateLine[],
  pieces: ReadonlyMap<string, TemplatePiece>,
): TemplateLine[] | undefined {
  const calls = lines.some(({ text }) => expressions(text).some(({ code }) => pieces.has(call.exec(code)?.[1] ?? '')));
  if (!calls) return undefined;
  return fill(lines, { pieces, lines: 0 }, new Map(), 0);
}

interface Expression {
  readonly start: number;
  readonly end: number;
  readonly code: string;
}

function expressions(text: string): Expression[] {
  const found: Expression[] = [];
  for (let start = text.indexOf('<%='); start !== -1; start = text.indexOf('<%=', start)) {
    if (found.length === maxExpressions) break;
    const close = text.indexOf('%>', start);
    if (close === -1) break;
    found.push({
      start,
      end: close + 2,
      code: text
        .slice(start + 3, close)
        .replace(/-$/, '')
        .trim(),
    });
    start = close + 2;
  }
  return found;
}

function fill(lines: readonly TemplateLine[], filling: Filling, bindings: Bindings, depth: number): TemplateLine[] {
  const result: TemplateLine[] = [];
  for (const line of lines) {
    let open: TemplateLine = { text: '', location: line.location };
    let at = 0;
    for (const { start, end, code } of expressions(line.text)) {
      const before = open.text + line.text.slice(at, start);
      const value = valueOf(code, before, filling, bindings, depth);
      const [first, ...more] = typeof value === 'string' ? [{ text: value, location: line.location }] : value;
      const last = more.pop();
      const begun = {
        text: before + (first?.text ?? ''),
        location: before.trim() === '' && first ? first.location : open.location,
      };
      if (last) result.push(begun, ...more);
      open = last ?? begun;
      at = end;
    }
    result.push({ text: open.text + line.text.slice(at), location: open.location });
    filling.lines += 1;
  }
  return result;
}

/** What an expression stands for: the lines of a piece, a literal, or itself. */
function valueOf(
  code: string,
  before: string,
  filling: Filling,
  bindings: Bindings,
  depth: number,
): readonly TemplateLine[] | string {
  const [head = '', name] = call.exec(code) ?? [];
  const piece = name === undefined ? undefined : filling.pieces.get(name);
  if (piece && depth < maxDepth && filling.lines < maxLines) {
    const values = literals(code.slice(head.length));
    const bound = new Map(
      piece.parameters.flatMap((parameter, at) => {
        const value = values[at];
        return value === undefined ? [] : [[parameter, value] as const];
      }),
    );
    return trimmed(fill(piece.lines, filling, bound, depth + 1));
  }
  const literal = bindings.get(code) ?? /^(["'])(.*)\1$/.exec(code)?.[2];
  if (literal !== undefined) return literal;
  const shown = `<%= ${code.replaceAll(/["\\\n]/g, "'")} %>`;
  const quotes = before.replaceAll(/\\./g, '').split('"').length - 1;
  // In code that is no string, only a string can stand for what is not known.
  return /[{[:,]\s*$/.test(before) && quotes % 2 === 0 ? `"${shown}"` : shown;
}

/** The arguments of a call that are plain strings, by their place. */
function literals(text: string): (string | undefined)[] {
  const [, ...parts] = text.split(',');
  return parts.map((part) => /^\s*(["'])([^"']*)\1[\s)]*$/.exec(part)?.[2]);
}

function trimmed(lines: readonly TemplateLine[]): TemplateLine[] {
  const first = lines.findIndex(({ text }) => text.trim() !== '');
  const last = lines.findLastIndex(({ text }) => text.trim() !== '');
  return first === -1 ? [] : lines.slice(first, last + 1);
}

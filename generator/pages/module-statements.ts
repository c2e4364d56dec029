import type { Cut } from './tags.ts';

const statement = /^(?:import\b[^\n]*\bfrom\b|import ['"]|export (?:const|let|default|function)\b)/;

/** A component that a page defines for itself, as the Markdown that sites publish of their MDX still has it. */
const component = /^export (?:const [A-Z]\w{0,80} ?=|(?:default )?function [A-Z])/;

/**
 * The `import` and `export` statements of MDX; of other Markdown only the definitions of components. Each goes up to the next
 * blank line, or, where its first line opens something, to the line that begins with the end of it. None begins in a fence.
 */
export function moduleStatements(text: string, from: number, isMdx: boolean): Cut[] {
  if (!/^(?:import|export) /m.test(text)) return [];
  const begins = isMdx ? statement : component;
  const cuts: Cut[] = [];
  let fence: string | undefined;
  let at = from;
  while (at < text.length) {
    const line = lineAt(text, at);
    const mark = /^[ \t]*(`{3,}|~{3,})/.exec(line)?.[1];
    if (mark !== undefined && (fence === undefined || mark.startsWith(fence)))
      fence = fence === undefined ? mark : undefined;
    const isBegin = fence === undefined && begins.test(line);
    const end = isBegin ? statementEnd(text, at, line) : at + line.length;
    if (isBegin) cuts.push({ start: at, end });
    at = end + 1;
  }
  return cuts;
}

function lineAt(text: string, at: number): string {
  const end = text.indexOf('\n', at);
  return text.slice(at, end === -1 ? text.length : end);
}

/** A longer statement ends at the first blank line in it. */
const mostLines = 500;

/** Where the statement ends whose first line stands at `at`. */
function statementEnd(text: string, at: number, first: string): number {
  const isOpen = /(?:[{([]|=>)\s*$/.test(first);
  let next = at + first.length + 1;
  let blank: number | undefined;
  for (let count = 0; count < mostLines && next <= text.length; count += 1) {
    const line = lineAt(text, next);
    if (line.trim() === '') blank ??= next - 1;
    if (blank !== undefined && !isOpen) return blank;
    if (isOpen && /^[})\]]/.test(line)) return next + line.length;
    // what is not closed before the next heading or fence was no such block
    if (/^(?:#{1,6} |`{3})/.test(line)) break;
    next += line.length + 1;
  }
  return Math.min(blank ?? next - 1, text.length);
}

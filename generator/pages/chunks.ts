/** A part of a text; `line` counts from 0. */
interface Chunk {
  readonly text: string;
  readonly line: number;
}

/** Texts of about this size are parsed at once: the parser holds a hundred times as much while it works. */
const chunkSize = 30_000;

/** A paragraph or list of more lines than this is no prose, and the parser takes the square of them. */
const longestRun = 1000;

/**
 * Cuts a large Markdown text where a paragraph begins at the margin after an empty line: whatever is open before ends there
 * (CommonMark 0.31, section 5), so that the parts can be read one by one. Where thousands of lines have no such place, they are
 * cut between two lines of text, but neither within a table nor within fenced code.
 */
export function splitLarge(text: string): Chunk[] {
  if (text.length <= chunkSize) return [{ text, line: 0 }];
  const lines = text.split('\n');
  const chunks: Chunk[] = [];
  let first = 0;
  let size = 0;
  let fence: string | undefined;
  for (const [index, line] of lines.entries()) {
    const before = lines[index - 1] ?? '';
    const isLarge = size >= chunkSize && before === '' && /^\p{L}/u.test(line);
    const isInCode = fence !== undefined;
    fence = fenceBehind(line, fence);
    if (!isInCode && (isLarge || (index - first >= longestRun && isCut(before, line)))) {
      chunks.push({ text: `${lines.slice(first, index).join('\n')}\n`, line: first });
      first = index;
      size = 0;
    }
    size += line.length + 1;
  }
  chunks.push({ text: lines.slice(first).join('\n'), line: first });
  return chunks;
}

/** The fence of the code that is open behind a line, where `open` is that of the code before it (CommonMark 0.31, section 4.5). */
function fenceBehind(line: string, open: string | undefined): string | undefined {
  const [before = '', fence] = /^[ \t>*+-]{0,100}(`{3,}|~{3,})/.exec(line) ?? [];
  if (fence === undefined) return open;
  const rest = line.slice(before.length);
  if (open === undefined) return fence.startsWith('`') && rest.includes('`') ? undefined : fence;
  return fence.startsWith(open) && rest.trim() === '' ? undefined : open;
}

/** Whether two lines are both text or items at the margin, of which none belongs to a table. */
function isCut(before: string, line: string): boolean {
  return /^[^\s|=]/.test(line) && !/^-{2}/.test(line) && !line.includes('|') && !before.includes('|');
}

import type { Block } from './page.ts';

/** One `line` block for each line of `text`, trailing white space removed; gives no diagnostics. */
export function textBlocks(text: string, document: string): Block[] {
  const lines = text.split('\n');
  if (lines.at(-1) === '') lines.pop();
  return lines.map((line, index) => ({
    kind: 'line',
    text: line.trimEnd(),
    location: { document, line: index + 1 },
  }));
}

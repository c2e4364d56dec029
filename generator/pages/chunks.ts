/** A part of a text; `line` counts from 0. */
interface Chunk {
  readonly text: string;
  readonly line: number;
}

/** Texts of about this size are parsed at once: the parser holds a hundred times as much while it works. */
const chunkSize = 30_000;

/**
 * Cuts a large Markdown text where a paragraph begins at the margin after an empty line: whatever is open before ends there
 * (CommonMark 0.31, section 5), so that the parts can be read one by one. A text in which a fence may be open stays whole.
 */
export function splitLarge(text: string): Chunk[] {
  if (text.length <= chunkSize || /`{3}|~{3}/.test(text)) return [{ text, line: 0 }];
  const chunks: Chunk[] = [];
  let start = 0;
  let line = 0;
  for (const { index } of text.matchAll(/\n\n(?=\p{L})/gu)) {
    const end = index + 2;
    if (end - start < chunkSize) continue;
    const part = text.slice(start, end);
    chunks.push({ text: part, line });
    line += part.split('\n').length - 1;
    start = end;
  }
  chunks.push({ text: text.slice(start), line });
  return chunks;
}

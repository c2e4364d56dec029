import { cutSegments, type Segment } from '../segments.ts';
import type { CopiedLine } from './copied-text.ts';

/** A run of lines as segments; those whose meaning is known are never part of code. */
export function copiedSegments(lines: readonly CopiedLine[]): Segment[] {
  const segments: Segment[] = [];
  let start = 0;
  const flush = (end: number): void => {
    const own = lines.slice(start, end).filter(({ text }) => text !== '');
    const first = own[0];
    if (first) segments.push(...numbered(own, first.line));
    start = end + 1;
  };
  for (const [index, { text, line, meaning }] of lines.entries()) {
    if (meaning === undefined) continue;
    flush(index);
    segments.push({ kind: 'text', text: text.trim(), line, glued: false });
  }
  flush(lines.length);
  return segments;
}

/** Segments of lines between which empty ones may have been, which code keeps. */
function numbered(lines: readonly CopiedLine[], firstLine: number): Segment[] {
  let at = firstLine;
  let text = '';
  for (const { text: one, line } of lines) {
    text += '\n'.repeat(line - at) + one;
    at = line;
  }
  return cutSegments(text).map((segment) =>
    segment.kind === 'text'
      ? { ...segment, line: segment.line + firstLine - 1 }
      : { ...segment, line: segment.line + firstLine - 1, endLine: segment.endLine + firstLine - 1 },
  );
}

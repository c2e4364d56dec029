import type { Section } from './outline.ts';
import type { Part } from './units.ts';

/**
 * The sections of examples that stand between parts of the answer: behind one under a heading of the same level, before another. Code in
 * them that is JSON is an example of it. Gives no diagnostics.
 */
export function answerExamples(parts: readonly Part[]): ReadonlySet<Section> {
  const last = parts.findLastIndex(isAnswer);
  const found = new Set<Section>();
  for (const [index, part] of parts.slice(0, Math.max(0, last)).entries()) {
    const before = parts[index - 1];
    const isBegin = before !== undefined && before.section !== part.section && part.role === 'example';
    if (isBegin && isAnswer(before) && before.section.depth === part.section.depth) found.add(part.section);
  }
  return found;
}

function isAnswer({ role, section }: Part): boolean {
  return role === 'response' && section.role.isPlain;
}

import type { ParsedLiteral } from './backtracking.ts';

type Pattern = ParsedLiteral['pattern'];
type Alternative = Pattern['alternatives'][number];
type Element = Alternative['elements'][number];

/**
 * The source of a pattern without its `\b` and `\B`, of which analyses know nothing: it takes at least as long, since
 * they only keep the engine from some of its ways.
 */
export function withoutBoundaries({ raw, start, alternatives }: Pattern): string {
  let rest = 0;
  let text = '';
  for (const boundary of boundariesIn(alternatives)) {
    text += `${raw.slice(rest, boundary.start - start)}(?:)`;
    rest = boundary.end - start;
  }
  return text + raw.slice(rest);
}

/** In the order of the source. */
function boundariesIn(alternatives: readonly Alternative[]): Element[] {
  return alternatives.flatMap(({ elements }) => elements.flatMap(boundariesOf));
}

function boundariesOf(element: Element): Element[] {
  if (element.type === 'Quantifier') return boundariesOf(element.element);
  if (element.type === 'Assertion' && element.kind === 'word') return [element];
  return 'alternatives' in element ? boundariesIn(element.alternatives) : [];
}

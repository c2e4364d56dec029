import { ownParts } from './foreign-endpoints.ts';
import type { PartRole } from './heading-roles.ts';
import { isSection, type Section } from './outline.ts';
import { ownEndpoints, sameOperation } from './own-endpoints.ts';
import type { NamedEndpoint } from './section-endpoints.ts';

const described: ReadonlySet<PartRole> = new Set(['query', 'path', 'url', 'header', 'body', 'parameters', 'response']);

/**
 * The one endpoint of a section that stands behind lines which serve as headings (`**Parameters**`), and so behind what is said of it.
 * Empty where a section under a heading of its own names another, or such lines name several. Gives no diagnostics.
 */
export function endpointBehindLines(section: Section): readonly NamedEndpoint[] {
  if (!section.heading) return [];
  const lines = ownParts(section).filter(isSection);
  const areLines = lines.every(({ heading, depth }) => heading === undefined && depth > 6);
  if (!areLines || !lines.some(({ role }) => role.isPlain && described.has(role.role))) return [];
  const found = lines.flatMap((line) => ownEndpoints(line));
  const [first, ...others] = found;
  return first && others.every((one) => sameOperation(one, first)) ? found : [];
}

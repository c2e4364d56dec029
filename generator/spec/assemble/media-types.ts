import { unique } from '../../base/order.ts';
import type { Evidence } from '../../evidence/evidence.ts';
import { factsOf } from './fact-tree.ts';

/** The media types that facts about a body name, in lower case; JSON where they name none. */
export function mediaTypes(evidence: readonly Evidence[]): string[] {
  const stated = unique(factsOf(evidence, 'mediaType').map(({ fact }) => fact.mediaType.trim().toLowerCase()));
  return stated.length > 0 ? stated : ['application/json'];
}

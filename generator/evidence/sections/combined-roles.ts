import type { PartRole } from './heading-roles.ts';

const sent: ReadonlySet<PartRole> = new Set(['path', 'query', 'header', 'cookie', 'body', 'url']);

/** The role of what stands under a heading that stands under another. Gives no diagnostics. */
export function combined(outer: PartRole, inner: PartRole): PartRole {
  if (inner === 'other') return outer;
  if (outer === 'aside') return inner === 'parameters' || inner === 'response' ? inner : outer;
  if ((outer === 'response' || outer === 'error') && inner === 'header') return 'aside';
  if (outer === 'error') return inner === 'response' || inner === 'aside' ? inner : outer;
  if (outer === 'response') return inner === 'request' || inner === 'error' || inner === 'aside' ? inner : outer;
  if (sent.has(outer) && (inner === 'parameters' || inner === 'url')) return outer;
  if (sent.has(outer) && inner === 'example') return outer === 'body' ? 'body' : 'request';
  if ((outer === 'request' || outer === 'parameters') && inner === 'example') return 'request';
  if (outer === 'request' && inner === 'endpoint') return outer;
  return inner;
}

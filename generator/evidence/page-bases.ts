import type { Evidence } from './evidence.ts';
import { withDocumentPrefixes } from './prefixed-paths.ts';

/** What is said of operations, and of the API as a whole. */
interface Said {
  readonly own: readonly Evidence[];
  readonly general: readonly Evidence[];
}

/**
 * Evidence in which the paths of a page's operations begin with the base that the page says they have, where pages say different ones and
 * name no host (`Base endpoint: /ocs/v2`): no server has all of these paths. As it was where they have one base. Gives no diagnostics.
 */
export function withPageBases({ own, general }: Said): Said {
  const bases = new Map<string, Set<string>>();
  for (const { fact, location } of general) {
    if (fact.kind !== 'server' || !fact.url.startsWith('/')) continue;
    bases.set(location.document, (bases.get(location.document) ?? new Set()).add(fact.url));
  }
  const all = [...bases.values()];
  const hasHost = [...own, ...general].some(({ fact }) => fact.kind === 'server' && !fact.url.startsWith('/'));
  if (hasHost || all.some(({ size }) => size > 1) || new Set(all.flatMap((urls) => [...urls])).size < 2)
    return { own, general };
  const prefixes = new Map([...bases].flatMap(([document, urls]) => [...urls].map((url) => [document, url] as const)));
  return {
    own: withDocumentPrefixes(own, prefixes),
    general: general.filter(({ fact }) => fact.kind !== 'server' || !fact.url.startsWith('/')),
  };
}

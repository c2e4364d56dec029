import type { Location } from '../../base/location.ts';
import type { Evidence } from '../../evidence/evidence.ts';

/** A host that stands for any: documents of software that one runs oneself have such. */
const standIn = /^(?:localhost$|[\d.:[\]]+$|[^.]*$)|\bexample\b|\b(?:your|my)|[<>{}$%]/i;

/** The last two names of a host, which tell whose it is; undefined for a host that may be anybody's. */
function ownerOf(url: string): string | undefined {
  const host = /^https?:\/\/(?:[^/?#@]*@)?([^/?#:]+)/i.exec(url)?.[1]?.toLowerCase() ?? '';
  return host === '' || standIn.test(host) ? undefined : host.split('.').slice(-2).join('.');
}

/**
 * Whether all calls of an operation, shown in blocks at `places`, go to hosts of others than those to whom the servers belong that
 * pages name elsewhere: a token is fetched from somebody's login. `servers` are all servers that pages name or call.
 */
export function isForeign(places: readonly Location[], servers: readonly Evidence[]): boolean {
  const own = new Set<string>();
  const called: (string | undefined)[] = [];
  for (const { fact, location } of servers) {
    if (fact.kind !== 'server') continue;
    const owner = ownerOf(fact.url);
    if (places.some((place) => holds(place, location))) called.push(owner);
    else if (owner === undefined) return false;
    else own.add(owner);
  }
  return own.size > 0 && called.length > 0 && called.every((owner) => owner !== undefined && !own.has(owner));
}

/** Whether a place lies within another of the same document. */
export function holds(place: Location, { document, line }: Location): boolean {
  return place.document === document && line >= place.line && line <= (place.endLine ?? place.line);
}

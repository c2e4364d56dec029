import { credentialOf } from '../code-samples.ts';
import type { SecurityFact } from '../evidence.ts';
import type { Pair } from './exchange.ts';

/** Headers that every client sends, or that belong to the connection (RFC 9110; Fetch, section 2.2.2), and no parameters of an API. */
const general =
  /^(?:accept(?:-.+)?|authorization|proxy-.+|sec-.+|cookie2?|host|user-agent|content-.+|connection|keep-alive|cache-control|pragma|origin|referer|te|trailer|transfer-encoding|upgrade(?:-.+)?|dnt|via|expect|date|priority|if-.+|access-control-.+|x-requested-with|x-forwarded-.+|x-real-ip|x-csrf-.+|x-xsrf-.+|postman-token|traceparent|tracestate|baggage|:.+)$/i;

/** Whether a header is one that an API may define. */
export function isOwnHeader(name: string): boolean {
  return name !== '' && !general.test(name);
}

/** The credentials among headers or the query, and what is left of them; of several in a query one is the API's, the others are sent beside it. */
export function takeCredentials(
  pairs: readonly Pair[],
  place: 'header' | 'query',
): { security: SecurityFact[]; rest: Pair[] } {
  const security: SecurityFact[] = [];
  const rest: Pair[] = [];
  for (const pair of pairs) {
    const found = credentialOf(pair.name, pair.value ?? '', place);
    if (found && (place === 'header' || security.length === 0)) security.push(found);
    else rest.push(pair);
  }
  return { security, rest };
}

import { ownArray, type JsonObject } from '../../base/json.ts';
import { unique } from '../../base/order.ts';
import type { Evidence, SecurityFact } from '../../evidence/evidence.ts';
import { evidenceList, factsOf } from './fact-tree.ts';

/** Security schemes in the making, by key. */
export type SecuritySchemes = Map<string, { readonly scheme: JsonObject; readonly evidence: Evidence[] }>;

/**
 * The Security Requirement Objects (OAS 3.1, section 4.8.30) that an operation's facts give, with its scopes as role
 * names; the schemes it needs are added to `schemes`. An empty list where the documents say that there is no authentication,
 * undefined where they show none.
 */
export function securityRequirements(
  evidence: readonly Evidence[],
  schemes: SecuritySchemes,
): JsonObject[] | undefined {
  const stated = factsOf(evidence, 'security');
  const facts = stated.filter(({ fact }) => fact.security.type !== 'none');
  if (facts.length === 0) return stated.length === 0 ? undefined : [];
  const scopes = unique(factsOf(evidence, 'scope').map(({ fact }) => fact.scope));
  const oauth = facts.find(({ fact }) => fact.security.type === 'oauth2');
  const keys: string[] = [];
  for (const { fact, evidence: where } of facts) {
    // OAuth 2 without its URLs is no valid scheme; its token is a bearer token, which is what goes over the wire
    const { security: said } = fact;
    if (said.type === 'none') continue;
    const security = said.type === 'oauth2' ? ({ type: 'http', scheme: 'bearer' } as const) : said;
    const { key, scheme } = describe(security);
    const known = schemes.get(key) ?? { scheme, evidence: [] };
    known.evidence.push(where);
    schemes.set(key, known);
    keys.push(key);
  }
  if (oauth) noteOAuth(schemes, oauth.fact.security, scopes);
  const requirement: JsonObject = {};
  for (const key of unique(keys).slice(0, 1)) requirement[key] = [...scopes];
  return [requirement];
}

function describe(security: Exclude<SecurityFact, { type: 'oauth2' | 'none' }>): { key: string; scheme: JsonObject } {
  if (security.type === 'http')
    return { key: `${security.scheme}Auth`, scheme: { type: 'http', scheme: security.scheme } };
  const place = security.in === 'header' ? '' : security.in === 'query' ? 'Query' : 'Cookie';
  return { key: `ApiKey${place}Auth`, scheme: { type: 'apiKey', in: security.in, name: security.name } };
}

function noteOAuth(schemes: SecuritySchemes, security: SecurityFact, scopes: readonly string[]): void {
  const bearer = schemes.get('bearerAuth');
  if (!bearer || security.type !== 'oauth2') return;
  const before = ownArray(bearer.scheme['x-oauth2'], 'scopes') ?? [];
  const all = unique([...before, ...scopes]);
  bearer.scheme['x-oauth2'] = { ...(security.flow !== undefined && { flow: security.flow }), scopes: all };
  bearer.scheme['x-uncertain'] = ['OAuth 2.0 is stated, but not the URLs that OpenAPI asks for'];
}

/** The schemes as `components.securitySchemes` holds them. */
export function securityComponents(schemes: SecuritySchemes): JsonObject {
  const components: JsonObject = {};
  for (const [key, { scheme, evidence }] of [...schemes].toSorted(([left], [right]) => (left < right ? -1 : 1))) {
    components[key] = { ...scheme, 'x-evidence': evidenceList(evidence) };
  }
  return components;
}

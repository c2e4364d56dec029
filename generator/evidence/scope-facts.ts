import type { Evidence, OperationName } from './evidence.ts';

/** A scope, in code, in bold or in quotes: a word with a separator in it. */
const scope = /(?:`|\*\*|["'])([a-z][\w-]{0,60}(?:[:./][\w*-]{1,60}){1,5})(?:`|\*\*|["'])/gi;

/** A clause that says which scopes an operation needs. */
const needs =
  /\b(?:(?:requires?|required|needs?|with|must have)\s[^.\n]{0,80}\bscopes?\b|(?:oauth2?\s)?(?:scopes?|permissions?)(?:\s(?:required|needed))?\s{0,2}:)[^.\n]{0,300}/gi;

/**
 * The scopes that the descriptions of operations name as needed: `Requires the **things:write** scope`, `Scopes: `a:b``. Each
 * has the place of the description. Gives no diagnostics.
 */
export function scopeFacts(evidence: readonly Evidence[]): Evidence[] {
  return evidence.flatMap(({ subject, fact, location }): Evidence[] => {
    if (subject.kind !== 'operation' || fact.kind !== 'description') return [];
    return scopesIn(fact.text.slice(0, 5000)).map((name) => stated(subject.operation, name, location));
  });
}

/** A line of scopes in code and nothing else behind a label: ``Required scope: `read_things``, ``Permissions required: `a.b```. */
const labelledScopes =
  /^[\s*_-]{0,5}(?:required\s|oauth2?\s|necessary\s){0,2}(?:scopes?|permissions?)(?:\srequired|\sneeded)?[*_]{0,2}\s?:[\s*_]{0,4}((?:`[a-z][\w:./-]{1,60}`(?:,\s?|\s(?:and|or)\s|\s)?){1,10})\.?$/gim;

/** A line about authentication that names its scope in code: ``Authorization: bearer token, scope `boxes:read```. */
const authLine =
  /^[\s*_>-]{0,5}(?:authori[sz]ation|authentication|auth|security|access)\b[^:\n]{0,30}:[^\n]{0,200}\bscopes?\b[^\n]{0,200}/gim;

/** The scopes that a text names as needed. Gives no diagnostics. */
export function scopesIn(text: string): string[] {
  const found = new Set<string>();
  for (const [line] of text.matchAll(authLine)) {
    for (const [, name = ''] of line.slice(line.search(/\bscopes?\b/i)).matchAll(/`([a-z][\w:./-]{1,60})`/gi))
      found.add(name);
  }
  for (const [, names = ''] of text.matchAll(labelledScopes)) {
    for (const [, name = ''] of names.matchAll(/`([^`]{1,60})`/g)) found.add(name);
  }
  for (const [clause] of text.matchAll(needs)) {
    if (!/\bscopes?\b/i.test(clause)) continue;
    for (const [, name = ''] of clause.matchAll(scope)) found.add(name);
  }
  return [...found];
}

function stated(operation: OperationName, name: string, location: Evidence['location']): Evidence {
  const subject = { kind: 'operation', operation } as const;
  return { subject, fact: { kind: 'scope', scope: name }, location, method: 'prose', confidence: 'medium' };
}

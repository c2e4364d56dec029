import type { Api, Operation, SecurityScheme } from '../../model/model.ts';

/** The schemes that a credential is given for; mutual TLS is the connection's matter. */
export function writtenSchemes(api: Api): SecurityScheme[] {
  return api.securitySchemes.filter(({ scheme }) => scheme.type !== 'mutualTLS');
}

/**
 * The alternatives of an operation whose credentials the client writes. One for which nothing need be written, since it
 * names no scheme, or only those of the connection, is empty and comes last; where there is no other, nothing is said.
 */
export function writtenAlternatives(api: Api, operation: Operation): string[][] {
  const written = new Set(writtenSchemes(api).map(({ key }) => key));
  const alternatives = operation.security.map((alternative) =>
    alternative.map(({ scheme }) => scheme).filter((key) => written.has(key)),
  );
  const asked = alternatives.filter((alternative) => alternative.length > 0);
  // who has credentials sends them also where they need not be there
  return asked.length === 0 || asked.length === alternatives.length ? asked : [...asked, []];
}

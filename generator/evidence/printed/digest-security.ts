import { isObject, ownObject, ownString, setOwn, type JsonObject, type JsonValue } from '../../base/json.ts';

/** What operations ask for, and the schemes that they ask for by name. */
export interface DigestSecurity {
  readonly requirements: readonly JsonObject[];
  readonly schemes: JsonObject;
}

/** The alternatives in `request.security` of a digest: `{title, parameters: {header: {Authorization: {type: http, …}}}}`. */
export function digestSecurity(alternatives: readonly JsonValue[]): DigestSecurity {
  const schemes: JsonObject = {};
  const requirements = alternatives.map((alternative) => {
    const requirement: JsonObject = {};
    const title = ownString(alternative, 'title') ?? 'auth';
    const places = ownObject(alternative, 'parameters') ?? {};
    const stated = Object.entries(places).flatMap(([place, entries]) =>
      Object.entries(isObject(entries) ? entries : {}).map(([name, entry]) => ({ place, name, entry })),
    );
    for (const { place, name, entry } of stated) {
      const key = (stated.length === 1 ? title : `${title} ${name}`).replaceAll(/[^\w.-]+/g, '-');
      setOwn(schemes, key, schemeOf(place, name, entry));
      setOwn(requirement, key, []);
    }
    return requirement;
  });
  return { requirements, schemes };
}

function schemeOf(place: string, name: string, entry: JsonValue): JsonObject {
  const type = ownString(entry, 'type');
  const description = ownString(entry, 'description');
  const text = description === undefined ? {} : { description };
  if (type === 'http') return { type, scheme: (ownString(entry, 'scheme') ?? 'bearer').toLowerCase(), ...text };
  // the digest of OAuth 2 leaves out the URLs without which it is no scheme; its token goes over the wire as a bearer token
  if (type === 'oauth2' || type === 'openIdConnect') return { type: 'http', scheme: 'bearer', 'x-oauth2': {}, ...text };
  return { type: 'apiKey', in: place, name, ...text };
}

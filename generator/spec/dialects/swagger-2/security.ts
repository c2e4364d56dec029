import { isObject, mapObject, ownObject, ownString, type JsonObject, type JsonValue } from '../../../base/json.ts';

const flowNames: Readonly<Record<string, string>> = {
  implicit: 'implicit',
  password: 'password',
  application: 'clientCredentials',
  accesscode: 'authorizationCode',
};
const flowMembers = ['authorizationUrl', 'tokenUrl', 'scopes'] as const;

/**
 * `securityDefinitions` as Security Scheme Objects: `basic` is an HTTP scheme, an OAuth flow stands under `flows`, and
 * `application` and `accessCode` have the names that OpenAPI 3 took from OAuth. What is no such scheme stays as it is.
 */
export function securitySchemesOf(root: JsonObject): JsonObject {
  return mapObject(ownObject(root, 'securityDefinitions') ?? {}, (scheme) =>
    isObject(scheme) ? convert(scheme) : undefined,
  );
}

function convert(scheme: JsonObject): JsonObject {
  const type = ownString(scheme, 'type')?.trim().toLowerCase();
  if (type === 'basic') return { ...scheme, type: 'http', scheme: 'basic' };
  if (type !== 'oauth2') return scheme;
  const name = flowNames[(ownString(scheme, 'flow') ?? '').toLowerCase()];
  if (name === undefined) return scheme;
  const { flow: _, ...rest } = scheme;
  const flow: JsonObject = { scopes: {} };
  for (const key of flowMembers) {
    const value: JsonValue | undefined = rest[key];
    if (value !== undefined) flow[key] = key === 'scopes' ? (scopesOf(value) ?? {}) : value;
    delete rest[key];
  }
  return { ...rest, flows: { [name]: flow } };
}

function scopesOf(value: JsonValue): JsonObject | undefined {
  if (!isObject(value)) return undefined;
  return mapObject(value, (text, key) => (key.startsWith('x-') ? undefined : text));
}

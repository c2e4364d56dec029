import { isObject, ownString, setOwn, type JsonObject } from '../../../base/json.ts';

/** The members of each type of scheme beside `type` and `description` (OAS 3.1, section 4.8.27), the required ones first. */
const membersOf: Readonly<
  Record<string, { readonly required: readonly string[]; readonly optional: readonly string[] }>
> = {
  apiKey: { required: ['name', 'in'], optional: [] },
  http: { required: ['scheme'], optional: ['bearerFormat'] },
  mutualTLS: { required: [], optional: [] },
  oauth2: { required: ['flows'], optional: [] },
  openIdConnect: { required: ['openIdConnectUrl'], optional: [] },
};

/**
 * Mends a Security Scheme Object in place: members that belong to other types become extensions. Returns why the scheme
 * cannot be used, as a clause, or undefined.
 */
export function mendSecurityScheme(scheme: JsonObject): string | undefined {
  const type = ownString(scheme, 'type') ?? '';
  const members = Object.hasOwn(membersOf, type) ? membersOf[type] : undefined;
  if (!members) return 'it has no type that OpenAPI knows';
  const missing = members.required.find((key) => scheme[key] === undefined);
  if (missing !== undefined) return `it has no "${missing}"`;
  const isBearer = ownString(scheme, 'scheme')?.toLowerCase() === 'bearer';
  const allowed = new Set(['type', 'description', ...members.required, ...(isBearer ? members.optional : [])]);
  for (const key of Object.keys(scheme)) {
    if (allowed.has(key) || key.startsWith('x-')) continue;
    setOwn(scheme, `x-${key}`, scheme[key] ?? null);
    delete scheme[key];
  }
  return isObject(scheme['flows']) || type !== 'oauth2' ? undefined : 'its flows are no mapping';
}

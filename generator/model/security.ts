import { isObject, own, ownObject, ownString, type JsonObject, type JsonValue, stringsOf } from '../base/json.ts';
import { joinPointer } from '../base/pointer.ts';
import { reportUnsupported, type BuildContext } from './context.ts';
import { docsOf } from './docs.ts';
import type { OauthFlow, SecurityAlternatives, SecurityScheme } from './model.ts';
import { resolvePart, type Part } from './parts.ts';

/** The requirements of a `security` list (OAS 3.1, section 4.8.30); no list means none. */
export function securityAlternatives(raw: JsonValue | undefined): SecurityAlternatives {
  if (!Array.isArray(raw)) return [];
  return raw.filter(isObject).map((alternative) =>
    Object.entries(alternative).map(([scheme, scopes]) => ({
      scheme,
      scopes: stringsOf(scopes),
    })),
  );
}

/** The security schemes of the components, in order. Gives `model/unsupported` for those of no type OAS 3.1 knows (section 4.8.27). */
export function buildSecuritySchemes(context: BuildContext): SecurityScheme[] {
  const schemes = ownObject(ownObject(context.spec, 'components'), 'securitySchemes') ?? {};
  return Object.entries(schemes).flatMap(([key, value]) => {
    const part = resolvePart(context, value, joinPointer('/components/securitySchemes', key));
    const scheme = part && schemeOf(part);
    if (scheme) return [{ key, docs: docsOf(part.raw), scheme }];
    const pointer = joinPointer('/components/securitySchemes', key);
    reportUnsupported(
      context,
      pointer,
      `the security scheme "${key}"`,
      'it is of no known type, or lacks what its type needs',
    );
    return [];
  });
}

function schemeOf({ raw }: Part): SecurityScheme['scheme'] | undefined {
  const type = own(raw, 'type');
  if (type === 'oauth2') return { type, flows: flowsOf(ownObject(raw, 'flows') ?? {}) };
  if (type === 'openIdConnect' || type === 'mutualTLS') return { type };
  if (type === 'http') {
    const scheme = ownString(raw, 'scheme');
    return scheme === undefined ? undefined : { type, scheme: scheme.toLowerCase() };
  }
  const place = ownString(raw, 'in');
  const name = ownString(raw, 'name');
  if (type !== 'apiKey' || name === undefined) return undefined;
  return place === 'header' || place === 'query' || place === 'cookie' ? { type, in: place, name } : undefined;
}

const flowKinds = ['implicit', 'password', 'clientCredentials', 'authorizationCode'] as const;
const flowUrls = ['authorizationUrl', 'tokenUrl', 'refreshUrl'] as const;

function flowsOf(flows: JsonObject): OauthFlow[] {
  return flowKinds.flatMap((kind): OauthFlow[] => {
    const flow = ownObject(flows, kind);
    if (!flow) return [];
    const urls = flowUrls.flatMap((key) => {
      const url = ownString(flow, key);
      return url === undefined ? [] : [[key, url] as const];
    });
    return [{ kind, ...Object.fromEntries(urls), scopes: Object.keys(ownObject(flow, 'scopes') ?? {}) }];
  });
}

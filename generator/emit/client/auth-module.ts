import type { Identifier } from '../../base/names.ts';
import type { Api, OauthFlow } from '../../model/model.ts';
import { code, joinCode, literal, objectKey, propertyName, type Code } from '../code.ts';
import { layout } from '../layout.ts';
import { createModule, type Module, type FinishedModule } from '../module.ts';
import { writtenSchemes } from './security-plan.ts';
import { defaultServer } from './servers.ts';

const identifier = (text: string): Identifier => text as Identifier;

/** A scheme by its key, and the ways to get a token for it. */
interface SchemeFlows {
  readonly key: string;
  readonly flows: readonly OauthFlow[];
}

/** Whether the package has a module of credentials: where there are any to give. */
export function hasAuthModule(api: Api): boolean {
  return writtenSchemes(api).length > 0;
}

/** Whether tokens come from a token endpoint. */
export function hasTokens(api: Api): boolean {
  return api.securitySchemes.some(({ scheme }) => scheme.type === 'oauth2' || scheme.type === 'openIdConnect');
}

/** `src/auth.ts`: credentials that are renewed; for OAuth 2.0 also the means to get tokens, and where (`oauthFlows`). */
export function authModule(api: Api): FinishedModule[] {
  if (!hasAuthModule(api)) return [];
  const module = createModule(layout.auth);
  const share = (from: string, names: readonly string[], typeOnly: boolean): void =>
    module.add({ kind: 'export', from: layout.runtime(from), names: names.map(identifier), typeOnly });
  share('renewable', ['renewable'], false);
  share('renewable', ['RenewableCredential'], true);
  if (hasTokens(api)) {
    share('oauth', ['TokenError', 'clientCredentials', 'refreshToken'], false);
    share('oauth', ['ClientCredentialsSettings', 'RefreshTokenSettings', 'TokenRequest', 'Tokens'], true);
    addFlows(api, module);
  }
  return [module.finish()];
}

function addFlows(api: Api, module: Module): void {
  const schemes = api.securitySchemes.flatMap(({ key, scheme }): SchemeFlows[] =>
    scheme.type === 'oauth2' && scheme.flows.length > 0 ? [{ key, flows: scheme.flows }] : [],
  );
  if (schemes.length === 0) return;
  const members = (write: (flow: OauthFlow) => Code, name: (key: string) => Code): Code[] =>
    schemes.map(({ key, flows }) => {
      const parts = flows.map((flow) => code`${name(flow.kind)}: ${write(flow)}`);
      return code`${name(key)}: { ${joinCode(parts, ', ')} },`;
    });
  module.add({
    kind: 'const',
    name: identifier('oauthFlows'),
    docs: { text: 'Where the documentation says that tokens are got, by security scheme and flow.', tags: [] },
    type: code`{\n  ${members(flowType, (key) => code`readonly ${propertyName(key)}`)}\n}`,
    value: code`{\n  ${members((flow) => flowValue(api, flow), objectKey)}\n}`,
  });
}

const urls = ['authorizationUrl', 'tokenUrl', 'refreshUrl'] as const;

function flowType(flow: OauthFlow): Code {
  const members = urls
    .filter((key) => flow[key] !== undefined)
    .map((key) => code`readonly ${propertyName(key)}: string`);
  const scope = flow.scopes.length === 0 ? code`never` : joinCode(flow.scopes.map(literal), ' | ');
  return code`{ ${joinCode([...members, code`readonly scopes: readonly (${scope})[]`], '; ')} }`;
}

function flowValue(api: Api, flow: OauthFlow): Code {
  const members = urls.flatMap((key) => {
    const url = flow[key];
    return url === undefined ? [] : [code`${propertyName(key)}: ${literal(absolute(url, defaultServer(api)))}`];
  });
  return code`{ ${joinCode([...members, code`scopes: ${literal([...flow.scopes])}`], ', ')} }`;
}

/** A URL of a flow, which may be relative to the server. */
function absolute(url: string, base: string | undefined): string {
  return base !== undefined && URL.canParse(url, base) ? new URL(url, base).href : url;
}

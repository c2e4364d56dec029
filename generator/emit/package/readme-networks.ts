import type { Api } from '../../model/model.ts';
import type { PackageOptions } from '../../base/options.ts';
import { hasAuthModule, hasTokens } from '../client/auth-module.ts';
import { defaultServer, namedServers, ownServers } from '../client/servers.ts';
import { writtenSchemes } from '../client/security-plan.ts';
import { code, joinCode, literal, objectKey, type Code } from '../code.ts';
import type { TemplateView } from '../template.ts';
import { codeBlock, inlineCode } from './markdown.ts';

/** What the README shows of servers by name and those of operations, of credentials that are renewed and of layers around `fetch`. */
export function networkViews(api: Api, options: PackageOptions): TemplateView {
  const hasServerNames = namedServers(api).length > 0;
  return {
    hasServerNames,
    serverExample: hasServerNames ? codeBlock(serverExample(api, options)) : '',
    hasOwnServers: ownServers(api).length > 0,
    ownServers: ownServers(api).map(({ name }) => ({
      server: inlineCode(name),
      operations: api.operations
        .filter(({ servers: [server] = [] }) => server?.name === name)
        .map((operation) => inlineCode(operation.name))
        .join(', '),
    })),
    hasAuth: hasAuthModule(api),
    authExample: hasAuthModule(api) ? codeBlock(authExample(api, options)) : '',
    layers: codeBlock(layersExample(api, options)),
  };
}

function imports(names: string, options: PackageOptions, part = ''): Code {
  return code`import { ${names as Code} } from ${literal(`${options.name}${part}`)};`;
}

function client(members: readonly Code[]): Code {
  return code`const client = createClient({\n  ${members.map((member) => code`${member},`)}\n});`;
}

/** Where the API is, if the documents do not say. */
function baseUrl(api: Api): Code[] {
  return defaultServer(api) === undefined ? [code`baseUrl: 'https://api.example.com'`] : [];
}

function serverExample(api: Api, options: PackageOptions): Code {
  const servers = namedServers(api);
  const server = servers.find(({ variables = [] }) => variables.length > 0) ?? servers.at(-1);
  const variables = (server?.variables ?? []).flatMap(({ name, values, default: fallback = 'value' }) => [
    code`${objectKey(name)}: ${literal(values.at(-1) ?? fallback)}`,
  ]);
  const given = variables.length === 0 ? code`` : code`, { ${joinCode(variables, ', ')} }`;
  return code`${imports('createClient, serverUrl', options)}

const client = createClient({ baseUrl: serverUrl(${literal(server?.name ?? '')}${given}) });`;
}

/** Of OAuth 2.0 the client's own credentials, where the documents have them; else a credential that a program renews. */
function authExample(api: Api, options: PackageOptions): Code {
  const flow = api.securitySchemes.find(
    ({ scheme }) => scheme.type === 'oauth2' && scheme.flows.some(({ kind }) => kind === 'clientCredentials'),
  );
  if (flow && hasTokens(api)) {
    const key = objectKey(flow.key);
    const place = key === flow.key ? code`oauthFlows.${key}` : code`oauthFlows[${literal(flow.key)}]`;
    const auth = code`auth: { ${key}: clientCredentials({ ...${place}.clientCredentials, clientId: 'me', clientSecret: 'secret' }) }`;
    return code`${imports('createClient', options)}
${imports('clientCredentials, oauthFlows', options, '/auth')}

${client([...baseUrl(api), auth])}`;
  }
  const [scheme] = writtenSchemes(api);
  const isBasic = scheme?.scheme.type === 'http' && scheme.scheme.scheme === 'basic';
  const value = isBasic ? code`{ username: 'me', password: 'secret' }` : code`'my-token'`;
  return code`${imports('createClient', options)}
${imports('renewable', options, '/auth')}

${client([...baseUrl(api), code`auth: { ${objectKey(scheme?.key ?? 'key')}: renewable(async () => (${value})) }`])}`;
}

function layersExample(api: Api, options: PackageOptions): Code {
  const settings = code`timeout: { overall: 30_000, attempt: 10_000 }, retry: { attempts: 4 }`;
  const use = [code`resilience({ ${settings} })`, code`log((entry) => console.log(entry))`];
  return code`${imports('createClient', options)}
${imports('log, resilience', options, '/transports')}

${client([...baseUrl(api), code`use: [${joinCode(use, ', ')}]`])}`;
}

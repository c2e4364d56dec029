import type { Identifier } from '../../base/names.ts';
import { unique } from '../../base/order.ts';
import type { Api, SecurityScheme } from '../../model/model.ts';
import { code, joinCode, literal, propertyName, type Code } from '../code.ts';
import { docComment, type DocComment } from '../docs.ts';
import type { EmittedFile } from '../emitter.ts';
import { layout } from '../layout.ts';
import { createModule, type Module } from '../module.ts';
import { objectKey } from './plan.ts';

const name = (text: string): Identifier => text as Identifier;
const plainDocs = (text: string): DocComment => ({ text, tags: [] });

/** The module of the client: the servers, the credentials it can be given, and `createClient`. */
export function clientModule(api: Api): EmittedFile {
  const module = createModule(layout.client);
  addServers(api, module);
  addAuth(api, module);
  addConfig(api, module);
  addCreateClient(api, module);
  return module.print();
}

/** The server used where the client is not told another: the first with an absolute URL and no open variable. */
export function defaultServer(api: Api): string | undefined {
  return api.servers.find(({ url }) => /^https?:\/\/[^{}]+$/i.test(url))?.url;
}

function addServers(api: Api, module: Module): void {
  const urls = unique(api.servers.map(({ url }) => url));
  const list = api.servers.map(({ url, description }) => {
    const about = description === undefined ? code`` : code`, description: ${literal(description)}`;
    return code`{ url: ${literal(url)}${about} },`;
  });
  module.add(
    {
      kind: 'type',
      name: name('ServerUrl'),
      docs: plainDocs('A server that the documentation names.'),
      type: urls.length === 0 ? code`never` : joinCode(urls.map(literal), ' | '),
    },
    {
      kind: 'const',
      name: name('servers'),
      docs: plainDocs('The servers that the documentation names, in its order.'),
      type: code`readonly { readonly url: ServerUrl; readonly description?: string }[]`,
      value: list.length === 0 ? code`[]` : code`[\n  ${list}\n]`,
    },
  );
}

/** The schemes that a credential is given for; mutual TLS is the connection's matter. */
function writtenSchemes(api: Api): SecurityScheme[] {
  return api.securitySchemes.filter(({ scheme }) => scheme.type !== 'mutualTLS');
}

function isBasic({ scheme }: SecurityScheme): boolean {
  return scheme.type === 'http' && scheme.scheme === 'basic';
}

function addAuth(api: Api, module: Module): void {
  const auth = layout.runtime('auth');
  module.add({
    kind: 'interface',
    name: name('ClientAuth'),
    docs: plainDocs('Credentials by security scheme; a function is asked for one before each request.'),
    members: writtenSchemes(api).map((scheme) => {
      const credential = module.use(auth, name('Credential'), 'type');
      const value = isBasic(scheme) ? code`<${module.use(auth, name('BasicCredential'), 'type')}>` : code``;
      const text = [schemeText(scheme), scheme.docs.description].filter((part) => part !== undefined).join('\n\n');
      return {
        name: propertyName(scheme.key),
        docs: docComment({ ...scheme.docs, description: text }),
        optional: true,
        readonly: true,
        type: code`${credential}${value} | undefined`,
      };
    }),
  });
}

function schemeText({ scheme }: SecurityScheme): string {
  if (scheme.type === 'apiKey') return `API key, sent in the ${scheme.in} \`${scheme.name}\`.`;
  if (scheme.type === 'http' && scheme.scheme === 'basic') return 'User name and password.';
  return scheme.type === 'http' && scheme.scheme !== 'bearer'
    ? `Credential of the HTTP scheme \`${scheme.scheme}\`.`
    : 'Bearer token.';
}

function addConfig(api: Api, module: Module): void {
  const options = module.use(layout.runtime('client'), name('ClientOptions'), 'type');
  const fallback = defaultServer(api);
  module.add({
    kind: 'interface',
    name: name('ClientConfig'),
    docs: plainDocs('What a client is made with.'),
    extends: [code`Omit<${options}, 'baseUrl' | 'auth'>`],
    members: [
      {
        name: code`baseUrl`,
        docs: plainDocs(
          fallback === undefined
            ? 'Where the API is.'
            : `Where the API is; \`${fallback.replaceAll('`', "'")}\` if not given.`,
        ),
        optional: fallback !== undefined,
        readonly: true,
        type: code`ServerUrl | (string & {})${fallback === undefined ? code`` : code` | undefined`}`,
      },
      { name: code`auth`, optional: true, readonly: true, type: code`ClientAuth | undefined` },
    ],
  });
}

function addCreateClient(api: Api, module: Module): void {
  const client = module.use(layout.runtime('client'), name('ApiClient'), 'type');
  const fallback = defaultServer(api);
  const members = writtenSchemes(api).map((scheme) => code`${objectKey(scheme.key)}: ${schemeWriter(scheme, module)},`);
  const schemes = members.length === 0 ? code`{}` : code`{\n  ${members}\n}`;
  const base = fallback === undefined ? code`config.baseUrl` : code`config.baseUrl ?? ${literal(fallback)}`;
  module.add({
    kind: 'function',
    name: name('createClient'),
    docs: plainDocs('A client: what every operation is called with. It opens no connection and holds no state.'),
    parameters: [
      { name: name('config'), type: code`ClientConfig`, ...(fallback !== undefined && { initializer: code`{}` }) },
    ],
    returnType: code`${client}`,
    body: code`return {
  options: { ...config, auth: { ...config.auth }, baseUrl: ${base} },
  schemes: ${schemes},
};`,
  });
}

function schemeWriter(scheme: SecurityScheme, module: Module): Code | Identifier {
  const use = (writer: string): Identifier => module.use(layout.runtime('auth'), name(writer), 'value');
  const { scheme: kind } = scheme;
  if (kind.type === 'apiKey') {
    const writers = { header: 'headerKey', query: 'queryKey', cookie: 'cookieKey' };
    return code`${use(writers[kind.in])}(${literal(kind.name)})`;
  }
  if (isBasic(scheme)) return use('basic');
  const word = kind.type === 'http' && kind.scheme !== 'bearer' ? kind.scheme : 'Bearer';
  return code`${use('httpScheme')}(${literal(word)})`;
}

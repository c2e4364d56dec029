import type { Identifier } from '../../base/names.ts';
import type { Api } from '../../model/model.ts';
import { code, literal } from '../code.ts';
import type { DocComment } from '../docs.ts';
import { layout } from '../layout.ts';
import { createModule, type Module, type FinishedModule } from '../module.ts';
import { addAuth, securityMembers } from './security.ts';
import { addServers, baseUrlMember, defaultServer, ownServersMember } from './servers.ts';

const name = (text: string): Identifier => text as Identifier;
const plainDocs = (text: string): DocComment => ({ text, tags: [] });

/** The module of the client: the servers, the credentials it can be given, and `createClient`. */
export function clientModule(api: Api): FinishedModule {
  const module = createModule(layout.client);
  addServers(api, module);
  addAuth(api, module);
  addConfig(api, module);
  addCreateClient(api, module);
  return module.finish();
}

function addConfig(api: Api, module: Module): void {
  const options = module.use(layout.runtime('client'), name('ClientOptions'), 'type');
  const auth =
    'Credentials. Where some are given, a call that needs others ends in a CredentialError; where none are, or false, requests are sent without.';
  module.add({
    kind: 'interface',
    name: name('ClientConfig'),
    docs: plainDocs('What a client is made with.'),
    extends: [code`Omit<${options}, 'baseUrl' | 'auth' | 'servers'>`],
    members: [
      baseUrlMember(api),
      ...ownServersMember(api),
      {
        name: code`auth`,
        docs: plainDocs(auth),
        optional: true,
        readonly: true,
        type: code`ClientAuth | false | undefined`,
      },
    ],
  });
}

function addCreateClient(api: Api, module: Module): void {
  const client = module.use(layout.runtime('client'), name('ApiClient'), 'type');
  const fallback = defaultServer(api);
  const { schemes, layers } = securityMembers(api, module);
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
  options: { ...config, baseUrl: ${base} },
  schemes: ${schemes},
  layers: ${layers},
};`,
  });
}

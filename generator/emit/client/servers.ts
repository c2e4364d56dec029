import type { Identifier } from '../../base/names.ts';
import { unique } from '../../base/order.ts';
import type { Api, Server } from '../../model/model.ts';
import { code, joinCode, literal, objectKey, propertyName, type Code } from '../code.ts';
import type { DocComment } from '../docs.ts';
import { layout } from '../layout.ts';
import type { MemberDeclaration, Module } from '../module.ts';

const identifier = (text: string): Identifier => text as Identifier;
const plainDocs = (text: string): DocComment => ({ text, tags: [] });

/** The server used where the client is not told another: the first with an absolute URL and no open variable. */
export function defaultServer(api: Api): string | undefined {
  return api.servers.find(({ url }) => /^https?:\/\/[^{}]+$/i.test(url))?.url;
}

/** A server that can be asked for by name. */
export type NamedServer = Server & { readonly name: string };

/** The servers that can be asked for by name: those of the API, then those of its operations. */
export function namedServers(api: Api): NamedServer[] {
  return distinctServers([...api.servers, ...api.operations.flatMap(({ servers = [] }) => servers)]);
}

/** The servers that operations have instead of the API's, as long as nobody says otherwise. */
export function ownServers(api: Api): NamedServer[] {
  return distinctServers(api.operations.flatMap(({ servers = [] }) => servers.slice(0, 1)));
}

function distinctServers(servers: readonly Server[]): NamedServer[] {
  const found = new Map<string, NamedServer>();
  for (const server of servers) {
    const { name } = server;
    if (name !== undefined && !found.has(name)) found.set(name, { ...server, name });
  }
  return [...found.values()];
}

/** Declares the servers of an API: their URLs, and a function that gives the URL of one by its name and variables. */
export function addServers(api: Api, module: Module): void {
  const urls = unique(api.servers.map(({ url }) => url));
  const list = api.servers.map(({ url, description }) => {
    const about = description === undefined ? code`` : code`, description: ${literal(description)}`;
    return code`{ url: ${literal(url)}${about} },`;
  });
  module.add(
    {
      kind: 'type',
      name: identifier('ServerUrl'),
      docs: plainDocs('A server that the documentation names.'),
      type: urls.length === 0 ? code`never` : joinCode(urls.map(literal), ' | '),
    },
    {
      kind: 'const',
      name: identifier('servers'),
      docs: plainDocs('The servers that the documentation names, in its order.'),
      type: code`readonly { readonly url: ServerUrl; readonly description?: string }[]`,
      value: list.length === 0 ? code`[]` : code`[\n  ${list}\n]`,
    },
  );
  if (namedServers(api).length > 0) addServerUrl(api, module);
}

function addServerUrl(api: Api, module: Module): void {
  const fill = module.use(layout.runtime('servers'), identifier('fillServer'), 'value');
  const template = module.use(layout.runtime('servers'), identifier('ServerTemplate'), 'type');
  const named = namedServers(api);
  module.add(
    {
      kind: 'interface',
      name: identifier('ServerVariables'),
      docs: plainDocs('The variables of each server, by the name of the server.'),
      members: named.map((server) => ({
        name: propertyName(server.name),
        docs: plainDocs(`\`${(server.template ?? server.url).replaceAll('`', "'")}\``),
        readonly: true,
        type: variablesType(server),
      })),
    },
    {
      kind: 'const',
      name: identifier('serverTemplates'),
      exported: false,
      type: code`Readonly<Record<keyof ServerVariables, ${template}>>`,
      value: code`{\n  ${named.map((server) => code`${objectKey(server.name)}: ${templateOf(server)},`)}\n}`,
    },
    {
      kind: 'function',
      name: identifier('serverUrl'),
      docs: plainDocs(
        'The base URL of a server by its name, its variables filled in: those that are not given have their defaults. Gives a RangeError where a value would lead elsewhere.',
      ),
      typeParameters: [code`Name extends keyof ServerVariables`],
      parameters: [
        { name: identifier('name'), type: code`Name` },
        { name: identifier('variables'), type: code`ServerVariables[Name]`, optional: true },
      ],
      returnType: code`string`,
      body: code`return ${fill}(serverTemplates[name], variables);`,
    },
  );
}

function variablesType({ variables = [] }: Server): Code {
  if (variables.length === 0) return code`Readonly<Record<string, never>>`;
  const members = variables.map(({ name, values, default: fallback }): Code => {
    const type = values.length === 0 ? code`string` : joinCode(values.map(literal), ' | ');
    return fallback === undefined
      ? code`readonly ${propertyName(name)}: ${type}`
      : code`readonly ${propertyName(name)}?: ${type} | undefined`;
  });
  return code`{ ${joinCode(members, '; ')} }`;
}

function templateOf({ url, template = url, variables = [] }: Server): Code {
  const defaults = variables.flatMap((variable) =>
    variable.default === undefined ? [] : [code`${objectKey(variable.name)}: ${literal(variable.default)}`],
  );
  return defaults.length === 0
    ? code`[${literal(template)}]`
    : code`[${literal(template)}, { ${joinCode(defaults, ', ')} }]`;
}

/** A member of the client's configuration: where operations are that have a server of their own. None has, none is there. */
export function ownServersMember(api: Api): MemberDeclaration[] {
  const own = ownServers(api);
  if (own.length === 0) return [];
  const members = own.map(({ name }) => code`readonly ${propertyName(name)}?: string | undefined;`);
  const text =
    'Other places for operations that have a server of their own, by the name of that server; false sends them to `baseUrl` like all others.';
  return [
    {
      name: code`servers`,
      docs: plainDocs(text),
      optional: true,
      readonly: true,
      type: code`{\n  ${members}\n} | false | undefined`,
    },
  ];
}

/** A member of the client's configuration: where the API is. */
export function baseUrlMember(api: Api): MemberDeclaration {
  const fallback = defaultServer(api);
  const text =
    fallback === undefined
      ? 'Where the API is.'
      : `Where the API is; \`${fallback.replaceAll('`', "'")}\` if not given.`;
  return {
    name: code`baseUrl`,
    docs: plainDocs(text),
    optional: fallback !== undefined,
    readonly: true,
    type: code`ServerUrl | (string & {})${fallback === undefined ? code`` : code` | undefined`}`,
  };
}

import type { Identifier } from '../../base/names.ts';
import type { Api, SecurityScheme } from '../../model/model.ts';
import { code, literal, objectKey, propertyName, type Code } from '../code.ts';
import { docComment, type DocComment } from '../docs.ts';
import { layout } from '../layout.ts';
import type { Module } from '../module.ts';
import { writtenSchemes } from './security-plan.ts';

const identifier = (text: string): Identifier => text as Identifier;

function isBasic({ scheme }: SecurityScheme): boolean {
  return scheme.type === 'http' && scheme.scheme === 'basic';
}

/** Declares `ClientAuth`: a credential for each scheme. */
export function addAuth(api: Api, module: Module): void {
  const auth = layout.runtime('auth');
  const docs: DocComment = {
    text: 'Credentials by security scheme; a function is asked for one before each request.',
    tags: [],
  };
  module.add({
    kind: 'interface',
    name: identifier('ClientAuth'),
    docs,
    members: writtenSchemes(api).map((scheme) => {
      const credential = module.use(auth, identifier('Credential'), 'type');
      const value = isBasic(scheme) ? code`<${module.use(auth, identifier('BasicCredential'), 'type')}>` : code``;
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

/** The members of a client that write credentials: the schemes, and the layers with the one that chooses among them. */
export function securityMembers(api: Api, module: Module): { readonly schemes: Code; readonly layers: Code } {
  const written = writtenSchemes(api);
  if (written.length === 0) return { schemes: code`{}`, layers: code`config.use ?? []` };
  const authorize = module.use(layout.runtime('authorize'), identifier('authorize'), 'value');
  const members = written.map((scheme) => code`${objectKey(scheme.key)}: ${schemeWriter(scheme, module)},`);
  return { schemes: code`{\n  ${members}\n}`, layers: code`[...(config.use ?? []), ${authorize}]` };
}

function schemeWriter(scheme: SecurityScheme, module: Module): Code | Identifier {
  const use = (writer: string): Identifier => module.use(layout.runtime('auth'), identifier(writer), 'value');
  const { scheme: kind } = scheme;
  if (kind.type === 'apiKey') {
    const writers = { header: 'headerKey', query: 'queryKey', cookie: 'cookieKey' };
    return code`${use(writers[kind.in])}(${literal(kind.name)})`;
  }
  if (isBasic(scheme)) return use('basic');
  const word = kind.type === 'http' && kind.scheme !== 'bearer' ? kind.scheme : 'Bearer';
  return code`${use('httpScheme')}(${literal(word)})`;
}

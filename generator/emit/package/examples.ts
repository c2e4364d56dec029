import type { Api, Operation, SecurityScheme } from '../../model/model.ts';
import type { PackageOptions } from '../../base/options.ts';
import { callExample } from '../client/call-example.ts';
import { defaultServer } from '../client/servers.ts';
import { code, joinCode, literal, objectKey, type Code } from '../code.ts';

/** `import { a, b } from 'package';` */
export function importLine(names: readonly string[], options: PackageOptions): Code {
  return code`import { ${names.join(', ') as Code} } from ${literal(options.name)};`;
}

/** `const client = createClient({ … });` with the credentials of the operation's first alternative. */
export function clientLine(api: Api, operation: Operation | undefined): Code {
  const members: Code[] = [];
  if (defaultServer(api) === undefined) members.push(code`baseUrl: 'https://api.example.com'`);
  const used = operation?.security[0]?.map(({ scheme }) => scheme) ?? [];
  const credentials = api.securitySchemes
    .filter(({ key, scheme }) => used.includes(key) && scheme.type !== 'mutualTLS')
    .map((scheme) => code`${objectKey(scheme.key)}: ${credentialExample(scheme)}`);
  if (credentials.length > 0) members.push(code`auth: { ${joinCode(credentials, ', ')} }`);
  return members.length === 0
    ? code`const client = createClient();`
    : code`const client = createClient({ ${joinCode(members, ', ')} });`;
}

function credentialExample({ scheme }: SecurityScheme): Code {
  if (scheme.type === 'http' && scheme.scheme === 'basic') return code`{ username: 'me', password: 'secret' }`;
  return scheme.type === 'apiKey' ? code`'my-key'` : code`'my-token'`;
}

/** A whole program that calls an operation. */
export function startExample(api: Api, options: PackageOptions, operation: Operation): Code {
  const imported = importLine(['createClient', operation.name], options);
  return code`${imported}\n\n${clientLine(api, operation)}\n\n${callExample(api, operation)}`;
}

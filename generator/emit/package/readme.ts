import type { Api, Operation, SecurityScheme } from '../../model/model.ts';
import { operationAnswers } from '../client/answers.ts';
import { callExample } from '../client/call-example.ts';
import { defaultServer } from '../client/client-module.ts';
import { objectKey } from '../client/plan.ts';
import { code, joinCode, literal, type Code } from '../code.ts';
import { layout } from '../layout.ts';
import type { PackageOptions } from '../../base/options.ts';
import type { TemplateView } from '../template.ts';
import { codeBlock, firstSentence, inlineCode, markdownText } from './markdown.ts';
import { transformViews } from './readme-transforms.ts';
import { unionViews } from './readme-unions.ts';

/** What `README.md.hbs` shows. Texts of documents are escaped, code is fenced. */
export function readmeView(api: Api, options: PackageOptions): TemplateView {
  const [first] = api.operations;
  const unions = unionViews(api, options.name);
  return {
    name: options.name,
    title: markdownText(api.title),
    version: markdownText(api.version),
    install: `npm install ${options.name}`,
    start: first ? codeBlock(startExample(api, options, first)) : '',
    servers: api.servers.map(({ url, description }) => ({
      url: inlineCode(url),
      about: description === undefined ? '' : `: ${markdownText(description)}`,
    })),
    hasServers: api.servers.length > 0,
    credentials: api.securitySchemes.map((scheme) => ({ key: inlineCode(scheme.key), about: credentialText(scheme) })),
    hasCredentials: api.securitySchemes.length > 0,
    operations: api.operations.map((operation) => operationView(api, options, operation)),
    unions,
    hasUnions: unions.length > 0,
    checked: first ? codeBlock(checkedExample(api, options)) : '',
    ...transformViews(api, options),
    failures: first ? codeBlock(failureExample(api, options, first)) : '',
    license: inlineCode(options.license),
  };
}

/** `import { a, b } from 'package';` */
function importLine(names: readonly string[], options: PackageOptions): Code {
  return code`import { ${names.join(', ') as Code} } from ${literal(options.name)};`;
}

function clientLine(api: Api): Code {
  const members: Code[] = [];
  if (defaultServer(api) === undefined) members.push(code`baseUrl: 'https://api.example.com'`);
  const used = api.operations[0]?.security[0]?.map(({ scheme }) => scheme) ?? [];
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

function credentialText({ scheme }: SecurityScheme): string {
  switch (scheme.type) {
    case 'apiKey':
      return `an API key, sent in the ${scheme.in} ${inlineCode(scheme.name)}`;
    case 'http':
      return scheme.scheme === 'basic'
        ? 'a user name and a password'
        : `a credential of HTTP ${markdownText(scheme.scheme)}`;
    case 'oauth2':
    case 'openIdConnect':
      return 'an access token, sent as bearer';
    case 'mutualTLS':
      return 'a certificate of the connection: give the client a `fetch` that presents it';
  }
}

function startExample(api: Api, options: PackageOptions, operation: Operation): Code {
  return code`${importLine(['createClient', operation.name], options)}\n\n${clientLine(api)}\n\n${callExample(api, operation)}`;
}

function operationView(api: Api, options: PackageOptions, operation: Operation): TemplateView {
  const { docs, summary } = operation;
  const about = summary ?? (docs.description === undefined ? '' : firstSentence(docs.description));
  const scopes = [...new Set(operation.security.flatMap((all) => all.flatMap((one) => one.scopes)))];
  const answers = operationAnswers(operation);
  return {
    name: inlineCode(operation.name),
    request: inlineCode(`${operation.method} ${operation.path}`),
    about: about === '' ? '' : `: ${markdownText(about)}`,
    deprecated: docs.deprecated,
    module: inlineCode(`${options.name}/${layout.operation(operation.name).replace(/^src\/|\.ts$/g, '')}`),
    scopes: scopes.length === 0 ? '' : `Scopes: ${scopes.map(inlineCode).join(', ')}`,
    example: codeBlock(callExample(api, operation)),
    hasAnswers: answers.length > 0,
    answers: answers.map(({ key, response }) => ({
      status: key,
      about: markdownText(response.docs.description ?? ''),
      type: response.content.map(({ mediaType, schema }) => inlineCode(schema ?? mediaType)).join(', '),
    })),
  };
}

function checkedExample(api: Api, options: PackageOptions): Code {
  const base = defaultServer(api) === undefined ? code`baseUrl: 'https://api.example.com', ` : code``;
  return code`${importLine(['createClient', 'operationValidators'], options)}

const checked = createClient({ ${base}validators: operationValidators });
// or only what is sent
const lenient = createClient({ ${base}validators: operationValidators, validate: { responses: false } });`;
}

function failureExample(api: Api, options: PackageOptions, operation: Operation): Code {
  const call = callExample(api, operation);
  const answers = operationAnswers(operation).filter(({ key }) => /^\d+$/.test(key));
  const cases = answers.map(
    ({ key, ok }) =>
      code`case ${Number(key)}:\n  ${ok ? code`console.log(result.body);` : code`console.warn(result.body);`}\n  break;`,
  );
  const resultCall = call
    .replace(`await ${operation.name}(`, `await ${operation.name}.result(`)
    .replace('const body', 'const result') as Code;
  return code`${importLine(['createClient', operation.name], options)}

${clientLine(api)}

try {
  ${call}
} catch (error) {
  if (!${operation.name}.isError(error)) throw error;
  console.warn(error.status, error.body);
}

// or without throwing: every documented status has its own type
${resultCall}
switch (result.status) {
  ${cases}
  default:
    console.warn('not documented', result.status);
}`;
}

import type { Api, Operation, SecurityScheme } from '../../model/model.ts';
import { operationAnswers } from '../client/answers.ts';
import { callExample } from '../client/call-example.ts';
import { defaultServer } from '../client/servers.ts';
import { code, type Code } from '../code.ts';
import type { PackageOptions } from '../../base/options.ts';
import type { TemplateView } from '../template.ts';
import { clientLine, importLine, startExample } from './examples.ts';
import { codeBlock, inlineCode, markdownText } from './markdown.ts';
import { featureViews } from './readme-features.ts';
import { networkViews } from './readme-networks.ts';
import { transformViews } from './readme-transforms.ts';
import { unionViews } from './readme-unions.ts';
import { operationLine } from './reference.ts';

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
    operations: api.operations.map(operationLine),
    unions,
    hasUnions: unions.length > 0,
    ...featureViews(api, options),
    checked: first ? codeBlock(checkedExample(api, options)) : '',
    ...networkViews(api, options),
    ...transformViews(api, options),
    failures: first ? codeBlock(failureExample(api, options, first)) : '',
    license: inlineCode(options.license),
  };
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

${clientLine(api, operation)}

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

import type { Identifier } from '../../base/names.ts';
import { unique } from '../../base/order.ts';
import type { Api, Operation, Parameter, RequestBody } from '../../model/model.ts';
import { code, joinCode, literal, propertyName, type Code } from '../code.ts';
import { layout } from '../layout.ts';
import type { Module } from '../module.ts';
import type { Answer } from './answers.ts';
import { mediaClass, type MediaClass } from './media.ts';

/** The key of an object literal: `__proto__` is computed, or it would set the prototype. */
export function objectKey(name: string): Code {
  return name === '__proto__' ? code`[${literal(name)}]` : propertyName(name);
}

/** The `OperationPlan` of an operation: all that the runtime needs to call it, as data and as the encoders it uses. */
export function operationPlan(api: Api, operation: Operation, answers: readonly Answer[], module: Module): Code {
  const { parameters, body } = operation;
  const members = [
    code`id: ${literal(operation.operationId)}`,
    code`method: ${literal(operation.method.toUpperCase())}`,
    code`path: ${literal(operation.path)}`,
  ];
  if (parameters.length > 0) {
    const plans = parameters.map((parameter) => code`  ${parameterPlan(parameter, module)},`);
    members.push(code`parameters: [\n${plans}\n]`);
  }
  if (body && body.content.length > 0) members.push(code`body: { ${bodyEncoders(body, module)} }`);
  const accept = unique(answers.flatMap(({ response }) => response.content.map(({ mediaType }) => mediaType)));
  if (accept.length > 0 && accept.every((one) => /^[\x20-\x7e]+$/.test(one))) {
    members.push(code`accept: ${literal(accept.join(', '))}`);
  }
  const kinds = answers.map(({ key, kind }) => code`${statusKey(key)}: ${literal(kind)}`);
  members.push(kinds.length === 0 ? code`responses: {}` : code`responses: { ${joinCode(kinds, ', ')} }`);
  const security = securityAlternatives(api, operation);
  if (security.length > 0) members.push(code`security: ${literal(security)}`);
  return code`{\n  ${members.map((member) => code`${member},`)}\n}`;
}

/** A status as the key of an object literal: `200`, `'4XX'`. */
export function statusKey(key: string): Code {
  return /^\d+$/.test(key) ? code`${Number(key)}` : literal(key);
}

/** The alternatives whose credentials the client writes; mutual TLS is the connection's matter. */
function securityAlternatives(api: Api, operation: Operation): string[][] {
  const written = new Set(
    api.securitySchemes.filter(({ scheme }) => scheme.type !== 'mutualTLS').map(({ key }) => key),
  );
  return operation.security
    .map((alternative) => alternative.map(({ scheme }) => scheme).filter((key) => written.has(key)))
    .filter((alternative) => alternative.length > 0);
}

const encoders: { readonly [Style in Parameter['style']]: { readonly plain: string; readonly exploded: string } } = {
  simple: { plain: 'simpleStyle', exploded: 'simpleExplodedStyle' },
  label: { plain: 'labelStyle', exploded: 'labelExplodedStyle' },
  matrix: { plain: 'matrixStyle', exploded: 'matrixExplodedStyle' },
  form: { plain: 'formStyle', exploded: 'formExplodedStyle' },
  // exploded, both are what `form` is (OpenAPI 3.1, section 4.8.12, "Style Values")
  spaceDelimited: { plain: 'spaceDelimitedStyle', exploded: 'formExplodedStyle' },
  pipeDelimited: { plain: 'pipeDelimitedStyle', exploded: 'formExplodedStyle' },
  deepObject: { plain: 'deepObjectStyle', exploded: 'deepObjectStyle' },
};

function parameterPlan(parameter: Parameter, module: Module): Code {
  const styles = layout.runtime('styles');
  const parts: (Code | Identifier)[] = [
    literal(parameter.in),
    literal(parameter.name),
    parameterEncoder(parameter, module),
  ];
  if (parameter.mediaType !== undefined && parameter.in === 'cookie') {
    parts.push(module.use(styles, 'noEscape' as Identifier, 'value'));
  } else if (parameter.allowReserved && parameter.in === 'query') {
    parts.push(module.use(styles, 'keepReserved' as Identifier, 'value'));
  }
  return code`[${joinCode(parts, ', ')}]`;
}

function parameterEncoder(parameter: Parameter, module: Module): Code | Identifier {
  const use = (name: string): Identifier => module.use(layout.runtime('styles'), name as Identifier, 'value');
  if (parameter.mediaType === undefined) {
    const { plain, exploded } = encoders[parameter.style];
    return use(parameter.explode ? exploded : plain);
  }
  const encoder = use(mediaClass(parameter.mediaType) === 'json' ? 'jsonValue' : 'textValue');
  return parameter.in === 'query' || parameter.in === 'cookie' ? code`${use('withName')}(${encoder})` : encoder;
}

const bodyWriters: { readonly [Class in MediaClass]: string } = {
  json: 'jsonBody',
  form: 'formBody',
  multipart: 'multipartBody',
  text: 'textBody',
  binary: 'binaryBody',
};

function bodyEncoders(body: RequestBody, module: Module): Code {
  const members = body.content.map(({ mediaType }) => {
    const writer = module.use(layout.runtime('bodies'), bodyWriters[mediaClass(mediaType)] as Identifier, 'value');
    return code`${objectKey(mediaType)}: ${writer}`;
  });
  return joinCode(members, ', ');
}

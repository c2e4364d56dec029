import type { Identifier } from '../../base/names.ts';
import { unique } from '../../base/order.ts';
import type { Api, BodyPart, Operation, Parameter, ParameterStyle, RequestBody, Server } from '../../model/model.ts';
import { code, joinCode, literal, objectKey, type Code } from '../code.ts';
import { layout } from '../layout.ts';
import type { Module } from '../module.ts';
import type { Answer } from './answers.ts';
import { mediaClass, sentMedia, type SentMedia } from './media.ts';
import { bodyReader } from './readers.ts';
import { writtenAlternatives } from './security-plan.ts';
import { isSingleValue } from './single-value.ts';

/** The `OperationPlan` of an operation: all that the runtime needs to call it, as data and as the encoders it uses. */
export function operationPlan(api: Api, operation: Operation, answers: readonly Answer[], module: Module): Code {
  const { parameters, body } = operation;
  const members = [
    code`id: ${literal(operation.operationId)}`,
    code`method: ${literal(operation.method)}`,
    code`path: ${literal(operation.path)}`,
  ];
  const [server] = operation.servers ?? [];
  if (server) members.push(code`server: ${serverPlan(server, module)}`);
  if (parameters.length > 0) {
    const plans = parameters.map((parameter) => code`  ${parameterPlan(api, parameter, module)},`);
    members.push(code`parameters: [\n${plans}\n]`);
  }
  if (body && body.content.length > 0) members.push(code`body: ${bodyEncoders(body, module)}`);
  const accept = unique(answers.flatMap(({ response }) => response.content.map(({ mediaType }) => mediaType)));
  if (accept.length > 0 && accept.every((one) => /^[\x20-\x7e]+$/.test(one))) {
    members.push(code`accept: ${literal(accept.join(', '))}`);
  }
  const kinds = answers.map((answer) => code`${statusKey(answer.key)}: ${bodyReader(answer, module)}`);
  members.push(kinds.length === 0 ? code`responses: {}` : code`responses: { ${joinCode(kinds, ', ')} }`);
  const security = writtenAlternatives(api, operation);
  if (security.length > 0) members.push(code`security: ${literal(security)}`);
  if (operation.tags.length > 0) members.push(code`tags: ${literal([...operation.tags])}`);
  const keyHeader = idempotencyHeader(operation);
  if (keyHeader !== undefined) members.push(code`idempotencyKey: ${literal(keyHeader)}`);
  return code`{\n  ${members.map((member) => code`${member},`)}\n}`;
}

/** What tells where an operation is that has a server of its own. */
function serverPlan({ url, name = url }: Server, module: Module): Code {
  const make = module.use(layout.runtime('own-server'), 'ownServer' as Identifier, 'value');
  return code`/* @__PURE__ */ ${make}(${literal(name)}, ${literal(url)})`;
}

/** The header in which the documents let a request carry a key, so that it is done once however often it is sent. */
function idempotencyHeader({ parameters }: Operation): string | undefined {
  const named = parameters.find(
    (one) => one.in === 'header' && /^(?:x-)?(?:idempotency|idempotent)[-_]?(?:key|id)?$/i.test(one.name),
  );
  return named?.name;
}

/** A status as the key of an object literal: `200`, `'4XX'`. */
export function statusKey(key: string): Code {
  return /^\d+$/.test(key) ? code`${Number(key)}` : literal(key);
}

const encoders: { readonly [Style in ParameterStyle]: { readonly plain: string; readonly exploded: string } } = {
  simple: { plain: 'simpleStyle', exploded: 'simpleExplodedStyle' },
  label: { plain: 'labelStyle', exploded: 'labelExplodedStyle' },
  matrix: { plain: 'matrixStyle', exploded: 'matrixExplodedStyle' },
  form: { plain: 'formStyle', exploded: 'formExplodedStyle' },
  // exploded, both are what `form` is (OpenAPI 3.1, section 4.8.12, "Style Values")
  spaceDelimited: { plain: 'spaceDelimitedStyle', exploded: 'formExplodedStyle' },
  pipeDelimited: { plain: 'pipeDelimitedStyle', exploded: 'formExplodedStyle' },
  deepObject: { plain: 'deepObjectStyle', exploded: 'deepObjectStyle' },
  cookie: { plain: 'cookieStyle', exploded: 'cookieExplodedStyle' },
};

const places = { path: 'inPath', query: 'inQuery', header: 'inHeader', cookie: 'inCookie' } as const;

function parameterPlan(api: Api, parameter: Parameter, module: Module): Code {
  const use = (name: string): Identifier => module.use(layout.runtime('styles'), name as Identifier, 'value');
  const place = module.use(layout.runtime('places'), places[parameter.in] as Identifier, 'value');
  const parts: (Code | Identifier)[] = [place, literal(parameter.name), use(parameterEncoder(api, parameter))];
  const isBare = parameter.in === 'cookie' && (parameter.mediaType !== undefined || parameter.style === 'cookie');
  if (isBare) parts.push(use('keepCookie'));
  else if (parameter.allowReserved && parameter.in === 'query') parts.push(use('keepReserved'));
  return code`[${joinCode(parts, ', ')}]`;
}

/** Styles that write a single value as it is, but for its name. */
const plainStyles: ReadonlySet<ParameterStyle> = new Set([
  'simple',
  'form',
  'spaceDelimited',
  'pipeDelimited',
  'cookie',
]);

/** The runtime's encoder of a parameter. Only queries and cookies say its name; a single value needs no style. */
function parameterEncoder(api: Api, { mediaType, style, explode, isWhole, in: place, schema }: Parameter): string {
  const isPlain = mediaType === undefined && plainStyles.has(style) && isSingleValue(api, schema);
  if (mediaType === undefined && !isPlain) return encoders[style][explode ? 'exploded' : 'plain'];
  const isNamed = !isWhole && (place === 'query' || place === 'cookie');
  if (mediaType !== undefined && mediaClass(mediaType) === 'json') return isNamed ? 'namedJson' : 'jsonValue';
  return isNamed ? 'namedText' : 'textValue';
}

const bodyWriters: {
  readonly [Kind in SentMedia['kind']]: readonly [module: string, plain: string, planned?: string];
} = {
  json: ['bodies', 'jsonBody'],
  form: ['form-body', 'formBody', 'formBodyOf'],
  multipart: ['multipart-body', 'multipartBody', 'multipartBodyOf'],
  text: ['bodies', 'textBody'],
  binary: ['bodies', 'binaryBody'],
  lines: ['item-body', 'jsonLinesBody'],
  records: ['item-body', 'jsonRecordsBody'],
  events: ['item-body', 'eventsBody'],
  parts: ['parts-body', 'partsBody'],
};

function bodyEncoders(body: RequestBody, module: Module): Code {
  const members = sentMedia(body.content).map(
    (sent) => code`${objectKey(sent.mediaType)}: ${bodyEncoder(sent, module)}`,
  );
  const line = code`{ ${joinCode(members, ', ')} }`;
  return line.length <= 80 && !line.includes('\n') ? line : code`{\n  ${members.map((member) => code`${member},`)}\n}`;
}

function bodyEncoder({ kind, media }: SentMedia, module: Module): Code | Identifier {
  const [file, plain, planned] = bodyWriters[kind];
  const use = (name: string): Identifier => module.use(layout.runtime(file), name as Identifier, 'value');
  if (kind === 'parts' && media.itemType !== undefined) {
    return code`/* @__PURE__ */ ${use('partsBodyOf')}(${literal(media.itemType)})`;
  }
  const entries = (media.parts ?? []).flatMap((part) => {
    const plan = kind === 'form' ? fieldPlan(part, module) : partPlan(part);
    return plan === undefined ? [] : [code`${objectKey(part.name)}: ${plan}`];
  });
  if (planned === undefined || entries.length === 0) return use(plain);
  const line = code`/* @__PURE__ */ ${use(planned)}({ ${joinCode(entries, ', ')} })`;
  if (line.length <= 80) return line;
  return code`/* @__PURE__ */ ${use(planned)}({\n  ${entries.map((entry) => code`${entry},`)}\n})`;
}

/** The encoder of a field of a form, where it is not the usual one (OAS 3.1, section 4.8.15.1.2). */
function fieldPlan({ style, contentTypes }: BodyPart, module: Module): Code | Identifier | undefined {
  const use = (name: string): Identifier => module.use(layout.runtime('styles'), name as Identifier, 'value');
  if (!style) return mediaClass(contentTypes[0] ?? 'text/plain') === 'json' ? use('namedJson') : undefined;
  const encoder = use(encoders[style.style][style.explode ? 'exploded' : 'plain']);
  if (!style.allowReserved) return encoder;
  const reserved = module.use(layout.runtime('form-body'), 'withReserved' as Identifier, 'value');
  return code`/* @__PURE__ */ ${reserved}(${encoder})`;
}

const joints: Readonly<Partial<Record<ParameterStyle, string>>> = {
  form: ',',
  spaceDelimited: ' ',
  pipeDelimited: '|',
};

/** The `PartPlan` of a member of a multipart body, where it is not the usual one. */
function partPlan({ style, contentTypes, isFile, isObject }: BodyPart): Code | undefined {
  if (style) {
    const joint = style.explode ? undefined : joints[style.style];
    if (joint !== undefined) return literal({ joint });
    return isObject || style.style === 'deepObject'
      ? literal({ members: style.style === 'deepObject' ? 'deep' : 'plain' })
      : undefined;
  }
  const type = contentTypes.find((one) => !one.includes('*'));
  // what octets are where nothing is said of them, the runtime knows
  if (type === undefined || (isFile && type === 'application/octet-stream')) return undefined;
  return literal({ type });
}

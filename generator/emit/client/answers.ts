import type { Identifier } from '../../base/names.ts';
import { unique } from '../../base/order.ts';
import { sequenceKind, type SequenceKind } from '../../base/sequences.ts';
import type { MediaType, Operation, Response, ResponseHeader } from '../../model/model.ts';
import { code, joinCode, literal, propertyName, type Code } from '../code.ts';
import { layout } from '../layout.ts';
import type { Module } from '../module.ts';
import { mediaClass } from './media.ts';

/** How a body is read: at once in some form, or item by item. */
export type BodyKind = 'json' | 'text' | 'binary' | 'any' | SequenceKind;

/** The answers that one response of the model stands for. */
export interface Answer {
  /** `200`, or a range `4XX`: what the runtime looks an answer up by. */
  readonly key: string;
  readonly ok: boolean;
  readonly kind: BodyKind;
  readonly response: Response;
}

const ranges = ['1XX', '2XX', '3XX', '4XX', '5XX'];

const statusOf = (response: Response): string => response.status.toUpperCase();

/**
 * The answers of an operation by status, exact ones first, then ranges. `default` becomes the ranges that no response
 * names: all where no success is documented, else the failures, which is what descriptions mean by it.
 */
export function operationAnswers(operation: Operation): Answer[] {
  const known = operation.responses.filter((response) => /^[1-5](?:\d\d|XX)$/.test(statusOf(response)));
  const answers = known.map((response) => createAnswer(statusOf(response), response));
  const fallback = operation.responses.find((response) => response.status === 'default');
  if (fallback) {
    const hasSuccess = answers.some((answer) => answer.ok);
    for (const range of ranges) {
      if (answers.some((answer) => answer.key === range) || (hasSuccess && range === '2XX')) continue;
      answers.push(createAnswer(range, fallback));
    }
  }
  const isRange = (answer: Answer): number => Number(answer.key.endsWith('XX'));
  return answers.toSorted((left, right) => isRange(left) - isRange(right));
}

function createAnswer(key: string, response: Response): Answer {
  return { key, ok: key.startsWith('2'), kind: bodyKind(response.content), response };
}

function bodyKind(content: readonly MediaType[]): BodyKind {
  const kinds = unique(content.map(readKind));
  return kinds.length === 1 && kinds[0] !== undefined ? kinds[0] : 'any';
}

const readAs = { json: 'json', form: 'text', text: 'text', multipart: 'binary', binary: 'binary', any: 'any' } as const;

/** How a body in one media type is read: of any type, as octets where its schema says so. */
export function readKind({ mediaType, isFile }: MediaType): BodyKind {
  const sequence = sequenceKind(mediaType);
  if (sequence) return sequence;
  const kind = readAs[mediaClass(mediaType)];
  return kind === 'any' && isFile ? 'binary' : kind;
}

const streamTypes: { readonly [Kind in BodyKind]?: { readonly module: string; readonly name: string } } = {
  events: { module: 'event-stream', name: 'EventStream' },
  lines: { module: 'item-stream', name: 'ItemStream' },
  records: { module: 'item-stream', name: 'ItemStream' },
};

/** Whether answers with this key have no body (RFC 9110, sections 9.3.2, 15.3.5, 15.3.6, 15.4.5). */
export function isVoid({ method }: Pick<Operation, 'method'>, key: string): boolean {
  return method === 'HEAD' || ['204', '205', '304'].includes(key);
}

/** The type of an answer's body: `undefined` where there is none, `unknown` where the documents do not tell. */
export function bodyType(operation: Operation, answer: Answer, module: Module): Code {
  if (isVoid(operation, answer.key)) return code`undefined`;
  const types = answer.response.content.map((media): Code | Identifier => {
    const { schema } = media;
    const kind = readKind(media);
    if (kind === 'text') return code`string`;
    if (kind === 'binary') return code`Blob`;
    const stream = streamTypes[kind];
    if (stream) {
      const item = schema ? module.use(layout.schemas, schema, 'type') : code`unknown`;
      return code`${module.use(layout.runtime(stream.module), stream.name as Identifier, 'type')}<${item}>`;
    }
    return schema ? module.use(layout.schemas, schema, 'type') : code`unknown`;
  });
  return types.length === 0 ? code`unknown` : joinCode(unique(types), ' | ');
}

/** The type of an answer's headers; undefined where the documents name none. */
export function headersType({ response }: Answer, module: Module): Code | undefined {
  if (response.headers.length === 0) return undefined;
  const members = response.headers.map(
    (header) => code`readonly ${propertyName(header.name)}${header.required ? code`` : code`?`}: ${headerText(header)}`,
  );
  const known = module.use(layout.runtime('result'), 'KnownHeaders' as Identifier, 'type');
  const line = code`${known}<{ ${joinCode(members, '; ')} }>`;
  return line.length <= 60 ? line : code`${known}<{\n  ${members.map((member) => code`${member};`)}\n}>`;
}

/** A header is text: of a number it is known that it looks like one. */
function headerText({ text, values }: ResponseHeader): Code {
  if (values) return joinCode(unique(values).map(literal), ' | ');
  if (text === 'boolean') return code`'true' | 'false'`;
  return text === 'number' ? code`\`\${number}\`` : code`string`;
}

/** The type of the status codes that an answer's key stands for, exact ones left out of ranges. */
export function statusType(answer: Answer, answers: readonly Answer[], module: Module): Code {
  if (!answer.key.endsWith('XX')) return code`${Number(answer.key)}`;
  const first = Number(answer.key[0]);
  const range = code`${module.use(layout.runtime('result'), 'StatusRange' as Identifier, 'type')}<${first}>`;
  const exact = answers.filter(({ key }) => /^\d+$/.test(key) && key[0] === answer.key[0]);
  if (exact.length === 0) return range;
  const statuses = exact.map(({ key }) => code`${Number(key)}`);
  return code`Exclude<${range}, ${joinCode(statuses, ' | ')}>`;
}

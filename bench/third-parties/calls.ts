import type { ValidateFunction } from 'ajv/dist/2020.js';
import type { JsonObject, JsonValue } from '../../generator/base/json.ts';
import type { Operation, Parameter } from '../../generator/model/model.ts';
import { drawValues, withoutEvidence } from '../round-trip/draw.ts';
import { independentValidator } from '../round-trip/independent.ts';
import { mutants } from '../round-trip/values.ts';
import type { LoadedPackage } from './package.ts';

/** A call of an operation, and whether a server is to accept it. */
export interface Call {
  readonly operationId: string;
  /** What makes it invalid; `valid` where nothing does. */
  readonly change: string;
  readonly input: Readonly<Record<string, unknown>>;
}

/** An answer of an operation, and whether it is what the description says. */
export interface Answer {
  readonly operationId: string;
  readonly change: string;
  readonly status: number;
  readonly mediaType: string;
  readonly body: JsonValue;
}

/** What is drawn for one description. */
export interface Drawn {
  readonly calls: readonly Call[];
  readonly answers: readonly Answer[];
  /** Operations of which no valid call could be drawn, with the reason. */
  readonly untried: readonly string[];
}

const amount = { samples: 2, mutants: 8 } as const;

type Values = Record<string, Record<string, JsonValue>>;

/** Draws calls and answers for all operations of a package: valid ones, and what becomes of them when one thing is changed. */
export function drawCalls(made: LoadedPackage): Drawn {
  const draw = drawing(made);
  const calls: Call[] = [];
  const answers: Answer[] = [];
  const untried: string[] = [];
  for (const operation of made.api.operations) {
    const places = drawParameters(operation, draw);
    const bodies = typeof places === 'string' ? places : drawBodies(operation, made, draw);
    if (typeof places === 'string' || typeof bodies === 'string') {
      untried.push(`${operation.operationId}: ${typeof places === 'string' ? places : String(bodies)}`);
      continue;
    }
    const { operationId } = operation;
    for (const [index, body] of bodies.valid.entries()) {
      calls.push({ operationId, change: 'valid', input: { ...places, ...body } });
      if (index > 0) continue;
      for (const { change, value } of bodies.invalid) {
        calls.push({ operationId, change: `body ${change}`, input: { ...places, ...body, body: value } });
      }
      for (const [change, values] of invalidParameters(operation, places)) {
        calls.push({ operationId, change, input: { ...values, ...body } });
      }
    }
    answers.push(...drawAnswers(operation, made, draw));
  }
  return { calls, answers, untried };
}

interface Drawing {
  /** Values of the schema at a pointer, or why there are none. */
  values(pointer: string, count: number): readonly JsonValue[] | string;
  validate(pointer: string): ValidateFunction;
}

function drawing({ spec }: LoadedPackage): Drawing {
  const validate = independentValidator(spec);
  const { paths, components } = spec as JsonObject;
  const plain = withoutEvidence({ paths: paths ?? {}, components: components ?? {} }) as JsonObject;
  return {
    validate,
    values(pointer, count) {
      try {
        return drawValues(plain, pointer, validate(pointer), count);
      } catch (error) {
        return error instanceof Error ? error.message : String(error);
      }
    },
  };
}

function drawParameters({ parameters }: Operation, draw: Drawing): Values | string {
  const values: Values = {};
  for (const parameter of parameters) {
    if (!parameter.required) continue;
    const drawn = draw.values(parameter.schema.pointer, 3);
    if (typeof drawn === 'string') return `${parameter.name}: ${drawn}`;
    const value = drawn.find((one) => isSendable(parameter, one));
    if (value === undefined) return `${parameter.name}: nothing is drawn that can be sent`;
    values[parameter.in] = { ...values[parameter.in], [parameter.name]: value };
  }
  return values;
}

/** What cannot stand in a path or a header is refused before it is sent; an empty value has to be allowed (`allowEmptyValue`). */
function isSendable({ in: place }: Parameter, value: JsonValue): boolean {
  if (place === 'query' || place === 'cookie') return value !== null && value !== '';
  return /^[\x21-\x7e](?:[\x20-\x7e]*[\x21-\x7e])?$/.test(String(value)) && !/^\.{1,2}$/.test(String(value));
}

interface Bodies {
  readonly valid: readonly Readonly<Record<string, unknown>>[];
  readonly invalid: readonly { readonly change: string; readonly value: JsonValue }[];
}

function drawBodies({ body }: Operation, made: LoadedPackage, draw: Drawing): Bodies | string {
  if (!body) return { valid: [{}], invalid: [] };
  const media = body.content.find(({ mediaType }) => /[/+]json\b/.test(mediaType));
  if (!media?.schema) return body.required ? 'no body of JSON' : { valid: [{}], invalid: [] };
  const { schema, mediaType } = media;
  const pointer = made.api.schemas.find(({ name }) => name === schema)?.schema.pointer ?? '';
  const drawn = draw.values(pointer, amount.samples);
  if (typeof drawn === 'string') return drawn;
  const validate = draw.validate(pointer);
  const isInvalid = (value: JsonValue): boolean => !validate(value) && !made.accepts(schema, value);
  return {
    valid: drawn.map((value) => ({ body: value, contentType: mediaType })),
    invalid: mutants(drawn[0] ?? null, 200)
      .filter(({ value }) => isInvalid(value))
      .slice(0, amount.mutants),
  };
}

/** Calls without what is required, and with words where numbers, booleans or certain words are to be. */
function* invalidParameters({ parameters }: Operation, valid: Values): Generator<[string, Values]> {
  for (const { name, in: place, required, schema } of parameters) {
    const { [name]: _, ...others } = valid[place] ?? {};
    if (required && (place === 'query' || place === 'header')) {
      yield [`without ${name} in ${place}`, { ...valid, [place]: others }];
    }
    const isPicky = ['number', 'boolean'].includes(schema.kind);
    if (isPicky && place !== 'cookie') {
      yield [`a word as ${name} in ${place}`, { ...valid, [place]: { ...others, [name]: 'mutated' } }];
    }
  }
}

/** Nothing comes with these, whatever a description says (RFC 9110, sections 15.3.5 and 15.3.6). */
const hasNoBody: ReadonlySet<string> = new Set(['204', '205']);

function* drawAnswers(operation: Operation, made: LoadedPackage, draw: Drawing): Generator<Answer> {
  const { operationId } = operation;
  const response = operation.responses.find(({ status }) => /^2\d\d$/.test(status) && !hasNoBody.has(status));
  const media = response?.content.find(({ mediaType }) => /^application\/json$/.test(mediaType));
  if (!response || !media?.schema) return;
  const { schema, mediaType } = media;
  const pointer = made.api.schemas.find(({ name }) => name === schema)?.schema.pointer ?? '';
  const drawn = draw.values(pointer, 1);
  if (typeof drawn === 'string') return;
  const about = { operationId, status: Number(response.status), mediaType };
  const [body = null] = drawn;
  yield { ...about, change: 'valid', body };
  const validate = draw.validate(pointer);
  const broken = mutants(body, 100).filter(({ value }) => !validate(value) && !made.accepts(schema, value));
  for (const { change, value } of broken.slice(0, 3)) yield { ...about, change, body: value };
}

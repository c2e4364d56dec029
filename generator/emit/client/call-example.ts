import type { JsonObject, JsonValue } from '../../base/json.ts';
import { isObject, setOwn } from '../../base/json.ts';
import type { Api, BodyPart, Operation, ParameterLocation, Schema } from '../../model/model.ts';
import { code, joinCode, literal, objectKey, type Code } from '../code.ts';
import { isSentByItem, sentMedia } from './media.ts';
import { createSampler, schemaNamed, type Sampler } from './sample.ts';

const lineWidth = 90;

/** A call of the operation as a person would write it: required parameters, a body, values from the documents. */
export function callExample(api: Api, operation: Operation): Code {
  const example = examples.get(operation) ?? writeExample(api, operation);
  examples.set(operation, example);
  return example;
}

/** The module of an operation and the README show the same. */
const examples = new WeakMap<Operation, Code>();

function writeExample(api: Api, operation: Operation): Code {
  const input = exampleInput(api, operation);
  const call = input.length === 0 ? code`client` : code`client, ${objectLiteral(input)}`;
  return code`const body = await ${operation.name}(${call});`;
}

/** A member of an object literal. */
interface Member {
  readonly key: string;
  readonly value: Code;
}

/** The input of an example call; nothing where nothing need be given. */
function exampleInput(api: Api, operation: Operation): Member[] {
  const sampler = createSampler(api);
  const input: Member[] = [];
  for (const place of ['path', 'query', 'header', 'cookie'] as const) {
    const values = exampleParameters(operation, place, sampler);
    if (Object.keys(values).length > 0) input.push({ key: place, value: prettyLiteral(values) });
  }
  const [media] = operation.body?.content ?? [];
  const body = exampleBody(api, operation, sampler);
  if (body !== undefined) input.push({ key: 'body', value: bodyLiteral(body, media?.parts ?? []) });
  return input;
}

function exampleParameters(operation: Operation, place: ParameterLocation, sampler: Sampler): JsonObject {
  const values: JsonObject = {};
  for (const { name, in: location, required, schema, docs } of operation.parameters) {
    if (location === place && required) setOwn(values, name, sampler.sample(withExamples(schema, docs.examples)));
  }
  return values;
}

function withExamples(schema: Schema, examples: readonly JsonValue[]): Schema {
  return { ...schema, docs: { ...schema.docs, examples: [...examples, ...schema.docs.examples] } };
}

function exampleBody(api: Api, operation: Operation, sampler: Sampler): JsonValue | undefined {
  const [sent] = sentMedia(operation.body?.content ?? []);
  if (!sent || !operation.body) return undefined;
  const { kind, media } = sent;
  if (kind === 'text' || kind === 'binary') return 'text';
  const schema = media.schema === undefined ? undefined : schemaNamed(api, media.schema);
  const sample = schema ? sampler.sample(withExamples(schema, operation.body.docs.examples)) : {};
  return isSentByItem(kind) ? [sample] : sample;
}

/** The body of an example call: files are said as a program would make them. */
function bodyLiteral(body: JsonValue, parts: readonly BodyPart[]): Code {
  const files = new Set(parts.filter(({ isFile }) => isFile).map(({ name }) => name));
  if (files.size === 0 || !isObject(body)) return prettyLiteral(body);
  const file = code`new Blob(['text'])`;
  return objectLiteral(
    Object.entries(body).map(([key, value]) => {
      if (!files.has(key)) return { key, value: prettyLiteral(value) };
      return { key, value: Array.isArray(value) ? code`[${file}]` : file };
    }),
  );
}

/** A JSON value as a literal, broken over lines where it is long. */
function prettyLiteral(value: JsonValue): Code {
  const line = literal(value);
  if (line.length <= lineWidth - 30 || typeof value !== 'object' || value === null) return line;
  if (Array.isArray(value)) return code`[\n  ${value.map((item) => code`${prettyLiteral(item)},`)}\n]`;
  if (!isObject(value)) return line;
  return objectLiteral(Object.entries(value).map(([key, member]) => ({ key, value: prettyLiteral(member) })));
}

/** An object literal, broken over lines where it is long. */
function objectLiteral(members: readonly Member[]): Code {
  const texts = members.map(({ key, value }) => code`${objectKey(key)}: ${value}`);
  const line = code`{ ${joinCode(texts, ', ')} }`;
  if (line.length <= lineWidth - 30 && !line.includes('\n')) return line;
  return code`{\n  ${texts.map((text) => code`${text},`)}\n}`;
}

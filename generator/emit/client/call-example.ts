import type { JsonObject, JsonValue } from '../../base/json.ts';
import { isObject, setOwn } from '../../base/json.ts';
import type { Api, Operation, ParameterLocation, Schema } from '../../model/model.ts';
import { code, literal, type Code } from '../code.ts';
import { mediaClass } from './media.ts';
import { objectKey } from './plan.ts';
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
  const call = input === undefined ? code`client` : code`client, ${prettyLiteral(input)}`;
  return code`const body = await ${operation.name}(${call});`;
}

/** The input of an example call, or undefined where nothing need be given. */
function exampleInput(api: Api, operation: Operation): JsonObject | undefined {
  const sampler = createSampler(api);
  const input: JsonObject = {};
  for (const place of ['path', 'query', 'header', 'cookie'] as const) {
    const values = exampleParameters(operation, place, sampler);
    if (Object.keys(values).length > 0) input[place] = values;
  }
  const body = exampleBody(api, operation, sampler);
  if (body !== undefined) input['body'] = body;
  return Object.keys(input).length === 0 ? undefined : input;
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
  const media = operation.body?.content[0];
  const kind = mediaClass(media?.mediaType ?? '');
  if (!media || !operation.body) return undefined;
  if (kind === 'text' || kind === 'binary') return 'text';
  const schema = media.schema === undefined ? undefined : schemaNamed(api, media.schema);
  return schema ? sampler.sample(withExamples(schema, operation.body.docs.examples)) : {};
}

/** A JSON value as a literal, broken over lines where it is long. */
function prettyLiteral(value: JsonValue): Code {
  const line = literal(value);
  if (line.length <= lineWidth - 30 || typeof value !== 'object' || value === null) return line;
  if (Array.isArray(value)) return code`[\n  ${value.map((item) => code`${prettyLiteral(item)},`)}\n]`;
  if (!isObject(value)) return line;
  const members = Object.entries(value).map(([key, member]) => code`${objectKey(key)}: ${prettyLiteral(member)},`);
  return code`{\n  ${members}\n}`;
}

import { setOwn, type JsonObject } from '../../generator/base/json.ts';
import { envelopedByAll } from './adorned.ts';
import { address } from './calls.ts';
import { saysRequired } from './fields.ts';
import { formOf } from './further.ts';
import { generalStatuses } from './general.ts';
import { listsAnswers, type Manner } from './manner.ts';
import type { Api, Call, Thing } from './things.ts';

/** What the pages of a manner say of the calls, as a description: no more than they say. */
export function truthOf(api: Api, manner: Manner): JsonObject {
  const paths: JsonObject = {};
  for (const call of api.calls) {
    const item = (paths[call.path] ?? {}) as JsonObject;
    setOwn(paths, call.path, item);
    setOwn(item, call.method.toLowerCase(), operationOf(call, api, manner));
  }
  const scheme = schemes[manner.authentication];
  return {
    openapi: '3.1.0',
    info: { title: 'Things', version: '1' },
    servers: [{ url: address }],
    paths,
    ...(scheme ? { security: [{ own: [] }], components: { securitySchemes: { own: scheme } } } : {}),
  };
}

const schemes: Readonly<Record<Manner['authentication'], JsonObject | undefined>> = {
  none: undefined,
  bearer: { type: 'http', scheme: 'bearer' },
  'bearer fence': { type: 'http', scheme: 'bearer' },
  'key header': { type: 'apiKey', in: 'header', name: 'X-Box-Key' },
  'key table': { type: 'apiKey', in: 'header', name: 'X-Box-Key' },
  'key query': { type: 'apiKey', in: 'query', name: 'box_key' },
  basic: { type: 'http', scheme: 'basic' },
};

function operationOf(call: Call, api: Api, manner: Manner): JsonObject {
  const hasRequired = saysRequired(manner);
  const isScript = manner.fields === 'interface';
  const isListed = manner.described !== 'samples alone';
  const asked = { hasRequired, isListed, isScript: isScript && isListed };
  const parameters = [...call.parameters, ...api.shared];
  return {
    ...(call.isOutdated ? { deprecated: true } : {}),
    parameters: parameters.map((one) => ({
      name: one.name,
      in: one.place,
      required: one.place === 'path' || (one.isRequired && (hasRequired || api.shared.includes(one))),
      schema: schemaOf(one, { hasRequired, isListed: true, isScript: false }),
    })),
    ...(call.body.length > 0
      ? { requestBody: { content: { 'application/json': { schema: objectOf(call.body, asked) } } } }
      : {}),
    responses: {
      ...successOf(call, manner),
      ...(call.other ? { [call.other.status]: { description: '' } } : {}),
      ...failuresOf(call, api, manner),
    },
  };
}

const content = (schema: JsonObject): JsonObject => ({ content: { 'application/json': { schema } } });

function successOf(call: Call, manner: Manner): JsonObject {
  const isListed = listsAnswers(manner);
  const isScript = manner.fields === 'interface' && isListed;
  const told: Said = { hasRequired: hasLinks(manner) && saysRequired(manner), isListed, isScript };
  const { answer, isList } = envelopedByAll(call, manner);
  const shown = objectOf(answer, told);
  const schema: JsonObject = isList ? { type: 'array', items: shown } : shown;
  return { [call.status]: { description: '', ...(call.answer.length > 0 ? content(schema) : {}) } };
}

function failuresOf({ errors }: Call, { failure }: Api, manner: Manner): JsonObject {
  const { errorBody } = manner;
  const isListed = errorBody.includes('fields');
  const said: Said = { hasRequired: false, isListed, isScript: isListed && manner.fields === 'interface' };
  const hasBody = errorBody !== 'none' && errorBody !== 'once: statuses';
  const answer = { description: '', ...(hasBody ? content(objectOf(failure, said)) : {}) };
  const listed = manner.errors === 'none' ? [] : errors.map(({ status }) => status);
  const general = errorBody === 'once: statuses' ? generalStatuses.map(({ status }) => status) : [];
  // what all errors are holds for those that no call lists
  const any = errorBody === 'once: sample' || errorBody === 'once: fields' ? ['4XX', '5XX'] : [];
  return Object.fromEntries([...listed, ...general, ...any].map((status) => [status, answer]));
}

/** Objects have one section for requests and answers, so what is required in it holds for both. */
const hasLinks = ({ answer }: Manner): boolean => answer === 'linked object';

interface Said {
  readonly hasRequired: boolean;
  /** Whether fields are listed, so that more is said of them than samples show. */
  readonly isListed: boolean;
  readonly isScript: boolean;
}

function objectOf(things: readonly Thing[], said: Said): JsonObject {
  const properties: JsonObject = {};
  const formed = [...new Set(things.flatMap(({ form }) => form ?? []))];
  if (formed.length > 0) {
    const bare = things.filter(({ form }) => form === undefined);
    const branches = formed.map((value) => {
      const own = formOf(things, value);
      return objectOf(own, said);
    });
    return { ...objectOf(bare, said), oneOf: branches };
  }
  for (const thing of things) setOwn(properties, thing.name, schemaOf(thing, said));
  const isRequired = said.hasRequired && said.isListed;
  const required = things.filter((thing) => thing.isRequired && isRequired).map(({ name }) => name);
  return { type: 'object', properties, ...(required.length > 0 ? { required } : {}) };
}

/** What the sample of a thing shows: of the formats those that nothing else looks like. */
function shownFacts({ facts }: Thing): JsonObject {
  const format = facts?.format;
  return format === 'date-time' || format === 'date' || format === 'uuid' ? { format } : {};
}

function schemaOf(thing: Thing, said: Said): JsonObject {
  const scalar = (type: Thing['type']): string => (said.isScript && type === 'integer' ? 'number' : type);
  if (thing.within && thing.items) {
    const inner = { type: scalar(thing.items) };
    if (thing.within === 'lists') return { type: 'array', items: { type: 'array', items: inner } };
    return { type: 'object', additionalProperties: inner };
  }
  if (thing.type === 'object') return objectOf(thing.inner, said);
  if (thing.type !== 'array')
    return {
      type: scalar(thing.type),
      ...(said.isListed && thing.values.length > 0 ? { enum: [...thing.values] } : {}),
      ...(said.isListed ? (said.isScript ? {} : (thing.facts as JsonObject | undefined)) : shownFacts(thing)),
    };
  const items = thing.items ?? 'string';
  return { type: 'array', items: items === 'object' ? objectOf(thing.inner, said) : { type: scalar(items) } };
}

import { setOwn, type JsonObject, type JsonValue } from '../../generator/base/json.ts';
import { saysRequired } from './fields.ts';
import type { Manner } from './manner.ts';
import { address, listsAnswers } from './pages.ts';
import type { Call, Thing } from './things.ts';

/** What the pages of a manner say of the calls, as a description: no more than they say. */
export function truthOf(calls: readonly Call[], manner: Manner): JsonObject {
  const paths: JsonObject = {};
  for (const call of calls) {
    const item = (paths[call.path] ?? {}) as JsonObject;
    setOwn(paths, call.path, item);
    setOwn(item, call.method.toLowerCase(), operationOf(call, manner));
  }
  return { openapi: '3.1.0', info: { title: 'Things', version: '1' }, servers: [{ url: address }], paths };
}

function operationOf(call: Call, manner: Manner): JsonObject {
  const hasRequired = saysRequired(manner);
  const asked = { hasRequired, hasValues: true, isScript: manner.fields === 'interface' };
  const told = {
    ...asked,
    hasRequired: hasLinks(manner) && hasRequired,
    hasValues: listsAnswers(manner),
    isScript: asked.isScript && listsAnswers(manner),
  };
  const answer: JsonValue = call.isList
    ? { type: 'array', items: objectOf(call.answer, told) }
    : objectOf(call.answer, told);
  const responses: JsonObject = {
    [call.status]: {
      description: '',
      ...(call.answer.length > 0 ? { content: { 'application/json': { schema: answer } } } : {}),
    },
  };
  if (manner.errors !== 'none') for (const { status } of call.errors) responses[status] = { description: '' };
  return {
    parameters: call.parameters.map((one) => ({
      name: one.name,
      in: one.place,
      required: one.place === 'path' || (one.isRequired && hasRequired),
      schema: schemaOf(one, { ...asked, isScript: false }),
    })),
    ...(call.body.length > 0
      ? { requestBody: { content: { 'application/json': { schema: objectOf(call.body, asked) } } } }
      : {}),
    responses,
  };
}

/** Objects have one section for requests and answers, so what is required in it holds for both. */
const hasLinks = ({ answer }: Manner): boolean => answer === 'linked object';

interface Said {
  readonly hasRequired: boolean;
  readonly hasValues: boolean;
  readonly isScript: boolean;
}

function objectOf(things: readonly Thing[], said: Said): JsonObject {
  const properties: JsonObject = {};
  for (const thing of things) setOwn(properties, thing.name, schemaOf(thing, said));
  const required = things.filter(({ isRequired }) => isRequired && said.hasRequired).map(({ name }) => name);
  return { type: 'object', properties, ...(required.length > 0 ? { required } : {}) };
}

function schemaOf(thing: Thing, said: Said): JsonObject {
  const scalar = (type: Thing['type']): string => (said.isScript && type === 'integer' ? 'number' : type);
  if (thing.type === 'object') return objectOf(thing.inner, said);
  if (thing.type !== 'array')
    return {
      type: scalar(thing.type),
      ...(said.hasValues && thing.values.length > 0 ? { enum: [...thing.values] } : {}),
    };
  const items = thing.items ?? 'string';
  return { type: 'array', items: items === 'object' ? objectOf(thing.inner, said) : { type: scalar(items) } };
}

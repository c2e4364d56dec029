import { createReport } from '../generator/base/diagnostic.ts';
import type { JsonObject, JsonValue } from '../generator/base/json.ts';
import { buildApi } from '../generator/model/build.ts';
import type { Api, NamedSchema, Schema } from '../generator/model/model.ts';

export interface Built {
  readonly api: Api;
  readonly codes: string[];
}

export function build(parts: {
  paths?: JsonObject;
  components?: JsonObject;
  security?: JsonValue;
  servers?: JsonValue;
  'x-parts'?: JsonValue;
}): Built {
  const report = createReport();
  const api = buildApi({ openapi: '3.1.0', info: { title: 'Test', version: '1' }, paths: {}, ...parts }, report);
  return { api, codes: report.all().map((diagnostic) => diagnostic.code) };
}

export function components(schemas: JsonObject): Built {
  return build({ components: { schemas } });
}

export function named(api: Api, name: string): NamedSchema {
  const found = api.schemas.find((schema) => schema.name === name);
  if (!found) throw new Error(`no ${name} among ${api.schemas.map((schema) => schema.name).join(', ')}`);
  return found;
}

export function schemaOf(raw: JsonValue): { schema: Schema; codes: string[] } {
  const { api, codes } = components({
    Subject: raw,
    Other: { type: 'object', properties: { other: { type: 'string' } } },
  });
  return { schema: named(api, 'Subject').schema, codes };
}

/** Only what the schema says about values. */
export function shape(schema: Schema): unknown {
  return JSON.parse(
    JSON.stringify(schema, (key, value: unknown) => (['pointer', 'docs', 'hedged'].includes(key) ? undefined : value)),
  );
}

export const ref = (name: string): JsonObject => ({ $ref: `#/components/schemas/${name}` });
export const pet = (kind: JsonValue, ...more: string[]): JsonObject => ({
  type: 'object',
  required: ['kind'],
  properties: { kind, ...Object.fromEntries(more.map((name) => [name, { type: 'string' }])) },
});

export function operation(body: JsonValue, more: JsonObject = {}): JsonObject {
  return {
    '/pets': {
      post: {
        operationId: 'addPet',
        requestBody: { required: true, content: { 'application/json': { schema: body } } },
        responses: { 204: { description: 'Done' } },
        ...more,
      },
    },
  };
}

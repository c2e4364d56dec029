import type { JsonObject } from '../../generator/base/json.ts';

const text = { type: 'string' };
const pet = {
  type: 'object',
  required: ['id', 'name', 'kind', 'tags', 'owner'],
  properties: {
    id: { type: 'integer' },
    name: { type: 'string', minLength: 1 },
    kind: { enum: ['cat', 'dog', 'bird'] },
    born: { type: 'string', format: 'date-time' },
    weight: { type: 'number', minimum: 0 },
    tags: { type: 'array', items: text },
    owner: { type: 'object', required: ['id'], properties: { id: { type: 'integer' }, name: text, mail: text } },
  },
};
const list = {
  type: 'object',
  required: ['total', 'pets'],
  properties: { total: { type: 'integer' }, pets: { type: 'array', items: { $ref: '#/components/schemas/Pet' } } },
};

/** The description that the clients are made of: one GET, with a query parameter and a header key. */
export const petsDocument: JsonObject = {
  openapi: '3.1.0',
  info: { title: 'Pets', version: '1' },
  servers: [{ url: 'http://localhost' }],
  paths: {
    '/shops/{shop}/pets': {
      get: {
        operationId: 'listPets',
        security: [{ key: [] }],
        parameters: [
          { name: 'shop', in: 'path', required: true, schema: { type: 'integer' } },
          { name: 'limit', in: 'query', schema: { type: 'integer' } },
        ],
        responses: { 200: { description: 'ok', content: { 'application/json': { schema: list } } } },
      },
    },
  },
  components: { schemas: { Pet: pet }, securitySchemes: { key: { type: 'apiKey', in: 'header', name: 'X-Key' } } },
};

import { describe, expect, test } from 'vitest';
import { isDataFailure, parseData, printYaml } from '../generator/base/data.ts';
import { createReport, diagnosticText } from '../generator/base/diagnostic.ts';
import { own, ownObject, type JsonObject, type JsonValue } from '../generator/base/json.ts';
import { generate } from '../generator/generate.ts';
import {
  digestPages,
  packedPages,
  scriptHtml,
  slicePages,
  stateHtml,
  type Rendered,
} from './support/documentation-pages.ts';
import { stripProse } from './support/facts.ts';
import { widdershinsPage } from './support/widdershins-page.ts';

// A description is rendered into documentation in the forms that lose nothing, and read back: the facts must be the same.

const thing = {
  type: 'object',
  required: ['id', 'kind'],
  properties: {
    id: { type: 'string', format: 'uuid', description: 'Its number.' },
    kind: { type: 'string', enum: ['box', 'bag'] },
    size: { type: ['integer', 'null'] },
    tags: { type: 'array', items: { type: 'string' } },
    owner: {
      type: 'object',
      required: ['name'],
      properties: { name: { type: 'string' }, age: { type: 'integer', format: 'int32' } },
    },
    parts: { type: 'array', items: { type: 'object', properties: { weight: { type: 'number', format: 'double' } } } },
    labels: { type: 'object', additionalProperties: { type: 'string' } },
  },
} satisfies JsonObject;

const fault = {
  type: 'object',
  required: ['message'],
  properties: { message: { type: 'string' } },
} satisfies JsonObject;

function json(schema: JsonObject): JsonObject {
  return { 'application/json': { schema } };
}

/** `reference` says how components are named: by a reference to them, or by what they are. */
function description(reference: (name: string, schema: JsonObject) => JsonObject): JsonObject {
  const one = reference('Thing', thing);
  const error = reference('Fault', fault);
  return {
    openapi: '3.1.0',
    info: { title: 'Things', version: '2.1.0' },
    servers: [{ url: 'https://api.things.example/v2' }],
    security: [{ key: [] }],
    paths: {
      '/things': {
        get: {
          operationId: 'listThings',
          summary: 'List things',
          parameters: [
            { name: 'limit', in: 'query', schema: { type: 'integer' } },
            { name: 'kind', in: 'query', schema: { type: 'string', enum: ['box', 'bag'] } },
            { name: 'ids', in: 'query', schema: { type: 'array', items: { type: 'string' } } },
            { name: 'X-Trace', in: 'header', required: true, description: 'A mark.', schema: { type: 'string' } },
          ],
          responses: {
            200: { description: 'All of them', content: json({ type: 'array', items: one }) },
            404: { description: 'None', content: json(error) },
          },
          security: [{ key: [] }],
        },
        post: {
          operationId: 'makeThing',
          summary: 'Make a thing',
          requestBody: { required: true, content: json(one) },
          responses: { 201: { description: 'Made', content: json(one) }, 204: { description: 'Nothing to say' } },
          security: [{ key: [] }],
        },
      },
      '/things/{id}': {
        delete: {
          operationId: 'removeThing',
          summary: 'Remove a thing',
          parameters: [{ name: 'id', in: 'path', required: true, schema: { type: 'string' } }],
          responses: { 204: { description: 'Gone' }, default: { description: 'Any fault', content: json(error) } },
          security: [{ key: [] }],
        },
      },
    },
    components: {
      schemas: { Thing: thing, Fault: fault },
      securitySchemes: { key: { type: 'apiKey', in: 'header', name: 'X-Key' } },
    },
  };
}

const referring = description((name) => ({ $ref: `#/components/schemas/${name}` }));
const inline = description((_, schema) => structuredClone(schema));

/** The facts that came out, all or those of some members of the description; a diagnostic that is more than a note fails. */
async function factsOf(documents: readonly Rendered[], members?: readonly string[]): Promise<string> {
  const report = createReport();
  const task = { name: 'case', documents, overlays: [], inference: 'off' } as const;
  const packageOptions = { name: 'case', version: '1.0.0', license: 'MIT' };
  const { spec = '' } = await generate({ ...task, packageOptions }, report, { specOnly: true });
  const told = report.all().filter(({ severity }) => severity === 'error');
  expect(told.map(diagnosticText)).toEqual([]);
  const facts = stripProse(spec);
  if (!members) return facts;
  const data = parseData(facts, { document: '' });
  if (isDataFailure(data)) throw new Error(data.reason);
  return printYaml(
    Object.fromEntries(members.map((name): [string, JsonValue] => [name, own(data.value, name) ?? null])),
  );
}

function document(spec: JsonObject): Rendered[] {
  return [{ path: 'openapi.json', text: JSON.stringify(spec) }];
}

/** The description without the components that nothing refers to: renderers of operations do not print them. */
function withoutSchemas(spec: JsonObject): JsonObject {
  const { schemas: _, ...components } = ownObject(spec, 'components') ?? {};
  return { ...spec, components };
}

/** Without tags, which pages say by their headings. */
function untagged(facts: string): string {
  return facts.replaceAll(/^ *(?:tags|x-tag): .*\n/gm, '');
}

describe('a description comes back from', () => {
  test('an HTML page with the state of its renderer', async () => {
    expect(await factsOf([stateHtml(referring)])).toBe(await factsOf(document(referring)));
  });

  test('an HTML page with a script that is the description', async () => {
    expect(await factsOf([scriptHtml(referring)])).toBe(await factsOf(document(referring)));
  });

  test('one slice a page', async () => {
    expect(await factsOf(slicePages(referring))).toBe(await factsOf(document(referring)));
  });

  test('one packed operation a page', async () => {
    const members = ['paths', 'components', 'servers', 'info'];
    expect(await factsOf(packedPages(inline), members)).toBe(await factsOf(document(withoutSchemas(inline)), members));
  });

  test('one digest a page', async () => {
    const members = ['components', 'servers', 'paths'];
    const { security: _, ...spec } = referring;
    const wanted = JSON.parse(JSON.stringify(spec).replaceAll(/"operationId":"\w+",/g, '')) as JsonObject;
    expect(await factsOf(digestPages(referring), members)).toBe(await factsOf(document(wanted), members));
  });

  test('tables', async () => {
    const { security: _, ...spec } = referring;
    const wanted = JSON.parse(JSON.stringify(spec).replaceAll('"summary"', '"x-tag"')) as JsonObject;
    expect(untagged(await factsOf([widdershinsPage(referring)]))).toBe(untagged(await factsOf(document(wanted))));
  });
});

describe('places', () => {
  test('of what is inlined in a page are lines of the page', async () => {
    const report = createReport();
    const task = { name: 'case', documents: [scriptHtml(referring)], overlays: [], inference: 'off' } as const;
    const packageOptions = { name: 'case', version: '1.0.0', license: 'MIT' };
    const { spec = '' } = await generate({ ...task, packageOptions }, report, { specOnly: true });
    const line = scriptHtml(referring)
      .text.split('\n')
      .findIndex((text) => text.includes('"listThings"'));
    expect(spec).toMatch(new RegExp(`reference\\.html:\\d+-\\d+`));
    expect(line).toBeGreaterThan(10);
  });

  test('a packed operation that unpacks to far too much is an error at its line', async () => {
    const report = createReport();
    const { deflateSync } = await import('node:zlib');
    const text = `---\ntitle: x\napi: ${deflateSync(Buffer.alloc(60_000_000)).toString('base64')}\n---\n`;
    const packageOptions = { name: 'case', version: '1.0.0', license: 'MIT' };
    const task = {
      name: 'case',
      documents: [{ path: 'a.mdx', text }],
      overlays: [],
      inference: 'off',
      packageOptions,
    } as const;
    await generate(task, report, { specOnly: true });
    expect(report.all().map(({ code, location }) => `${code} ${location?.line}`)[0]).toBe('pages/syntax 3');
  });
});

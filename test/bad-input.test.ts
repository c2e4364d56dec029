import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { command } from './support/command.ts';
import { projectFolder } from './support/sources.ts';
import { readTree, temporaryFolder, writeTree } from './support/temporary.ts';

/** What is broken ends in a located diagnostic and leaves what was generated before as it was. */

const page = readFileSync(join(projectFolder, 'specs/partoo/documents/update-custom-field.md'), 'utf8');

const good = `openapi: 3.1.0
info: { title: Things, version: '1' }
paths:
  /things:
    get: { operationId: listThings, responses: { '200': { description: ok } } }
`;

async function generated(): Promise<{ folder: string; before: Record<string, string> }> {
  const folder = temporaryFolder({ 'docs/api.yaml': good });
  expect((await command(folder, ['generate', 'docs', '-o', 'out'])).status).toBe(0);
  return { folder, before: readTree(join(folder, 'out')) };
}

const broken: readonly [string, Record<string, string>, readonly string[], RegExp][] = [
  ['a missing file', {}, ['gone.md'], /error documents\/missing .*gone\.md/],
  ['an empty page', { 'empty.md': ' \n\n' }, ['empty.md'], /^empty\.md:1:1 warning documents\/empty/m],
  [
    'a page without an endpoint',
    { 'guide.md': '# Guide\n\nHow to begin.\n' },
    ['guide.md'],
    /^guide\.md:1:1 note evidence\/concept-page/m,
  ],
  [
    'a truncated YAML slice',
    { 'cut.md': `${page.split('\n').slice(0, 60).join('\n')}\n      parameters: [\n` },
    ['cut.md'],
    /^cut\.md:\d\d:1 error pages\/syntax/m,
  ],
  [
    'YAML that refers to itself',
    { 'loop.yaml': 'openapi: 3.1.0\npaths: &p\n  /a: *p\n' },
    ['loop.yaml'],
    /^loop\.yaml:\d+:1 error pages\/syntax/m,
  ],
  [
    'a version that is not read',
    { 'old.yaml': "swagger: '1.2'\ninfo: { title: a, version: '1' }\npaths: {}\n" },
    ['old.yaml'],
    /^old\.yaml:1:1 error spec\/not-openapi/m,
  ],
  [
    'aliases that unfold without end',
    { 'bomb.yaml': bomb() },
    ['bomb.yaml'],
    /^bomb\.yaml:1:1 error pages\/syntax .* aliases unfold to more than/m,
  ],
  [
    'JSON nested 5,000 levels deep',
    { 'deep.json': `{"openapi": "3.1.0",\n"x": ${'['.repeat(5000)}${']'.repeat(5000)}}` },
    ['deep.json'],
    /^deep\.json:2:1 error pages\/syntax .* nested more than 400 levels deep/m,
  ],
  [
    'YAML nested 5,000 levels deep',
    { 'deep.yaml': `openapi: 3.1.0\nx: ${'{a: '.repeat(5000)}1${'}'.repeat(5000)}\n` },
    ['deep.yaml'],
    /^deep\.yaml:2:1 error pages\/syntax .*depth/im,
  ],
  [
    'tabs that indent YAML',
    { 'tab.yaml': 'openapi: 3.1.0\ninfo:\n\ttitle: T\n' },
    ['tab.yaml'],
    /^tab\.yaml:3:1 error pages\/syntax/m,
  ],
  [
    'a reference to a broken file',
    { 'api.yaml': good.replace('description: ok', "$ref: 'parts/ok.yaml'"), 'parts/ok.yaml': 'description: [\n' },
    ['api.yaml'],
    /^parts\/ok\.yaml:\d+:1 error pages\/syntax/m,
  ],
  ['binary', { 'image.md': '\u0000\u0001PNG\u0000' }, ['image.md'], /image\.md/],
];

/** Nine levels of nine aliases. */
function bomb(): string {
  const lines = ['openapi: &a0 [1, 1, 1, 1, 1, 1, 1, 1, 1]'];
  for (let level = 1; level < 9; level += 1) {
    lines.push(`a${level}: &a${level} [${Array.from({ length: 9 }, () => `*a${level - 1}`).join(', ')}]`);
  }
  return lines.join('\n');
}

describe('nothing can be generated', () => {
  test.each(broken)('%s', async (_name, files, inputs, message) => {
    const { folder, before } = await generated();
    writeTree(folder, files);
    const { status, stderr, stdout } = await command(folder, ['generate', ...inputs, '-o', 'out']);
    expect(status).toBe(1);
    expect(stderr).toMatch(message);
    expect(stderr).toMatch(/error/);
    expect(stdout).toBe('');
    expect(readTree(join(folder, 'out'))).toEqual(before);
  });
});

test('a page without an endpoint among others is told of, and the others are generated', async () => {
  const folder = temporaryFolder({ 'docs/api.yaml': good, 'docs/guide.md': '# Guide\n\nHow to begin.\n' });
  const { status, stderr } = await command(folder, ['generate', 'docs', '-o', 'out']);
  expect(stderr).toMatch(/note evidence\/concept-page/);
  expect(status).toBe(0);
});

describe('a fault that is local', () => {
  test.each([
    [
      'a duplicate key in JSON',
      'api.json',
      asJson().replace('"paths"', '"info": {"title": "Two", "version": "2"},\n"paths"'),
      /^api\.json:3:1 warning pages\/duplicate-key .*"info".*line 2/m,
    ],
    [
      'a duplicate key in YAML',
      'api.yaml',
      `${good}info: { title: Two, version: '2' }\n`,
      /^api\.yaml:6:1 warning pages\/duplicate-key/m,
    ],
    ['a second YAML document', 'api.yaml', `${good}---\nother: 1\n`, /^api\.yaml:7:1 warning pages\/more-documents/m],
  ])('%s', async (_, name, text, message) => {
    const folder = temporaryFolder({ [name]: text });
    const { status, stderr } = await command(folder, ['generate', name, '-o', 'out']);
    expect(stderr).toMatch(message);
    expect(status).toBe(0);
  });

  test.each<[string, Uint8Array | string]>([
    ['UTF-16, little-endian', Buffer.from(`\uFEFF${good}`, 'utf16le')],
    ['UTF-16, big-endian', Buffer.from(`\uFEFF${good}`, 'utf16le').swap16()],
    ['a byte order mark', `\uFEFF${good}`],
    ['carriage returns', good.replaceAll('\n', '\r\n')],
    ['old carriage returns', good.replaceAll('\n', '\r')],
    ['statuses as numbers', good.replace("'200'", '200')],
  ])('is none: %s', async (_, text) => {
    const run = await command(temporaryFolder({ 'api.yaml': text }), ['spec', 'api.yaml', '-o', '-']);
    expect(run).toMatchObject({ status: 0, stderr: '' });
    expect(run.stdout).toContain("'200':");
  });
});

function asJson(): string {
  return `{"openapi": "3.1.0",
"info": {"title": "Things", "version": "1"},
"paths": {"/things": {"get": {"operationId": "listThings", "responses": {"200": {"description": "ok"}}}}}}`;
}

describe('text that would be code', () => {
  const nasty = '*/ }); `${process.exit(1)}` \u2028 \'" \\ <script> --> @deprecated';
  const spec = {
    openapi: '3.1.0',
    info: { title: nasty, version: nasty, description: nasty },
    servers: [{ url: "https://x.example/'+alert(1)+'", description: nasty }],
    paths: {
      '/things/{id}': {
        get: {
          operationId: '../../x; alert(1)',
          summary: nasty,
          description: nasty,
          tags: [nasty],
          parameters: [
            { name: 'id', in: 'path', required: true, description: nasty, schema: { type: 'string' } },
            { name: nasty, in: 'query', schema: { type: 'string', enum: [nasty], default: nasty } },
          ],
          responses: {
            200: {
              description: nasty,
              content: { 'application/json': { schema: { $ref: '#/components/schemas/Thing' } } },
            },
          },
        },
      },
    },
    components: {
      schemas: {
        Thing: {
          type: 'object',
          description: nasty,
          required: ['__proto__'],
          properties: {
            ['__proto__']: { type: 'string', description: nasty, examples: [nasty] },
            constructor: { type: 'integer' },
            [nasty]: { const: nasty },
            pattern: { type: 'string', pattern: '^[`${}\'"/\\\\]+$' },
          },
        },
      },
    },
  };

  test('stays text: the package compiles, nothing lands outside, and its validator works', async () => {
    const folder = temporaryFolder({
      'api.json': JSON.stringify(spec).replace('"constructor"', '"__proto__":{"type":"string"},"constructor"'),
    });
    const run = await command(folder, ['generate', 'api.json', '-o', 'out']);
    expect(run).toMatchObject({ status: 0 });
    expect(Object.keys(readTree(folder)).filter((path) => !path.startsWith('out/'))).toEqual(['api.json']);
    const validators = (await import(join(folder, 'out/dist/validators.js'))) as { isThing(value: unknown): boolean };
    expect(validators.isThing(JSON.parse('{"__proto__":"a","constructor":1}'))).toBe(true);
    expect(validators.isThing(JSON.parse('{"__proto__":"a","constructor":"1"}'))).toBe(false);
    expect(validators.isThing({})).toBe(false);
  });
});

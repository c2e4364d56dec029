import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { array, assert, asyncProperty, string } from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../generator/base/json.ts';
import { compilePackage } from '../generator/emit/compile.ts';
import { emitOpenapi } from '../generator/emit/types/openapi.ts';
import type { Spec } from '../generator/spec/openapi.ts';
import { compilers, createProject, emitTypes, readSpec, root, type Project } from './type-tests/project.ts';

const small = join(root, 'test/type-tests/small-spec.yaml');
const ideal = join(root, '../shared/seeds/ideal/partoo-update-custom-field.yaml');

function specOf(schemas: JsonObject, paths: JsonObject = {}): Spec {
  return { openapi: '3.1.0', info: { title: 'Test', version: '1' }, paths, components: { schemas } };
}

/** The type that is written for a schema, in one line. */
async function typeOf(schema: JsonObject): Promise<string> {
  const { text } = await emitOpenapi(
    specOf({ Subject: schema, Other: { type: 'object', properties: { a: { type: 'string' } } } }),
  );
  const found = /\n {4}Subject: ([^]*?);\n {4}Other:/.exec(text)?.[1] ?? text;
  return found.replaceAll(/\s+/g, ' ');
}

function expectToCompile(project: Project): void {
  for (const compiler of Object.keys(compilers) as (keyof typeof compilers)[]) {
    expect(`${compiler}: ${project.compile(compiler)}`).toBe(`${compiler}: `);
  }
}

describe('the type of a schema', () => {
  const other = "components['schemas']['Other']";
  it.each<[JsonObject, string]>([
    [{}, 'unknown'],
    [{ type: 'integer' }, 'number'],
    [{ type: ['string', 'null'], maxLength: 3 }, 'string | null'],
    [{ const: null }, 'null'],
    [{ type: 'string', enum: ['a', 'b'] }, "'a' | 'b'"],
    [{ type: 'string', enum: ['a', 1, null] }, "'a'"],
    [{ type: 'string', enum: [1] }, 'never'],
    [{ enum: [1, -1.5, true, null, [1, 'a'], { a: 'b' }] }, "1 | -1.5 | true | null | [ 1, 'a' ] | { a: 'b'; }"],
    [{ type: 'string', enum: ['a', 'b'], 'x-confidence': 'low' }, "'a' | 'b' | (string & {})"],
    [{ type: 'integer', enum: [1, 2], 'x-confidence': 'low' }, '1 | 2 | (number & {})'],
    [{ type: 'object' }, '{ [key: string]: unknown; }'],
    [
      { properties: { a: { type: 'string' } }, required: ['a', 'constructor'] },
      '{ a: string; constructor: {} | null; }',
    ],
    [{ type: 'array', items: { type: 'array', items: { const: 'a' } } }, "'a'[][]"],
    [{ type: 'array', items: { enum: [[1]] } }, '[ 1 ][]'],
    [{ $ref: '#/components/schemas/Other', type: 'object' }, other],
    [{ $ref: '#/components/schemas/Other', required: ['a'] }, `{ a: {} | null; } & ${other}`],
    [{ $ref: '#/nowhere' }, 'unknown'],
    [{ $ref: 'https://elsewhere.example/schema.json' }, 'unknown'],
    [{ oneOf: [{ $ref: '#/components/schemas/Other' }, { type: 'null' }] }, `${other} | null`],
    [{ anyOf: [{ oneOf: [{ type: 'string' }, { type: 'number' }] }, { type: 'string' }] }, 'string | number'],
    [{ anyOf: [{ type: 'string' }, {}] }, 'unknown'],
    [{ allOf: [{ $ref: '#/components/schemas/Other' }, { description: 'More.' }] }, other],
    [{ allOf: [{ $ref: '#/components/schemas/Other' }, false] }, 'never'],
    [{ type: 'object', discriminator: { propertyName: 'a' }, oneOf: [{ $ref: '#/components/schemas/Other' }] }, other],
    [{ type: 'object', patternProperties: { '^x': { type: 'string' } } }, '{ [key: string]: string; }'],
    [
      { properties: { a: { type: 'string' } }, additionalProperties: { type: 'integer' } },
      '{ a?: string; } & { [key: string]: number | string; }',
    ],
    [
      { properties: { a: { type: 'string' } }, unevaluatedProperties: { type: 'integer' } },
      '{ a?: string; } & { [key: string]: number | string; }',
    ],
    [
      { $ref: '#/components/schemas/Other', unevaluatedProperties: { type: 'integer' } },
      `{ [key: string]: unknown; } & ${other}`,
    ],
    [{ $ref: '#/components/schemas/Other', type: 'object', unevaluatedProperties: false }, other],
    [
      // oxlint-disable-next-line unicorn/no-thenable -- a keyword, not a method
      { properties: { a: {} }, if: { required: ['a'] }, then: { properties: { a: {}, b: { type: 'string' } } } },
      '{ a?: unknown; } & { b?: string; }',
    ],
    [
      { dependentSchemas: { a: { properties: { b: { type: 'string' } } }, c: { properties: { b: { const: 1 } } } } },
      '{ b?: string | 1; }',
    ],
    [{ type: 'array', prefixItems: [{ type: 'string' }, { type: 'number' }] }, '[ string?, number?, ...unknown[] ]'],
    [
      { type: 'array', prefixItems: [{ type: 'string' }], minItems: 1, items: { type: 'boolean' } },
      '[ string, ...boolean[] ]',
    ],
    [
      { type: 'array', prefixItems: [{ type: 'string' }, { type: 'number' }], minItems: 1, maxItems: 2 },
      '[ string, number? ]',
    ],
    [{ type: 'array', prefixItems: [{ type: 'string' }, { type: 'number' }], maxItems: 1 }, '[ string? ]'],
    [{ type: 'array', prefixItems: [{ type: 'string' }], minItems: 1, items: false }, '[ string ]'],
    [{ type: 'array', prefixItems: [{ type: 'string' }], minItems: 1, unevaluatedItems: false }, '[ string ]'],
    [{ type: ['array', 'null'], items: true, maxItems: 3 }, 'unknown[] | null'],
    [{ not: { type: 'string' } }, 'unknown'],
    [false as unknown as JsonObject, 'never'],
    [
      { properties: { a: { type: 'string', readOnly: true, default: 'x' } } },
      '{ /** @default "x" */ readonly a?: string; }',
    ],
  ])('%j is %s', async (schema, expected) => {
    expect(await typeOf(schema)).toBe(expected);
  });

  it('leads to parts that are no components, cyclic ones included', async () => {
    const spec = specOf({
      Node: {
        type: 'object',
        properties: {
          next: { $ref: '#/components/schemas/Node/properties/inner' },
          inner: { properties: { again: { $ref: '#/components/schemas/Node/properties/inner' } } },
        },
      },
    });
    const { text } = await emitOpenapi(spec);
    expect(text).toContain("next?: components['schemas']['#/components/schemas/Node/properties/inner'];");
    expect(text).toContain("again?: components['schemas']['#/components/schemas/Node/properties/inner'];");
  });
});

const hostile = [
  "it's",
  '"quoted"',
  '`${process.exit()}`',
  'two\nlines',
  '\u2028\u2029',
  '__proto__',
  'constructor',
  '100%',
  'a#/b%zz',
  '~0/~1',
  '',
  ' ',
  '\\',
  '*/ export const broken = 1; /*',
  '\ud800',
  '1e21',
  '200',
  'Prénom',
  'SpecloomText0',
];

function hostileSpec(words: readonly string[]): Spec {
  const entries = words.map((word) => [
    word,
    {
      type: 'object',
      description: word,
      required: words,
      properties: Object.fromEntries(
        words.map((name) => [name, { description: `${word}\n@deprecated`, properties: { [name]: { const: word } } }]),
      ),
    },
  ]);
  const operations = words.map((word, index) => [
    `/${index}/${word}`,
    {
      get: {
        operationId: word,
        summary: word,
        parameters: [{ name: word, in: 'query', schema: { enum: words } }],
        responses: {
          '200': {
            description: word,
            content: {
              [word]: {
                schema: {
                  $ref: `#/components/schemas/${encodeURIComponent(
                    word
                      .replaceAll(/\p{Surrogate}/gu, '')
                      .replaceAll('~', '~0')
                      .replaceAll('/', '~1'),
                  )}`,
                },
              },
            },
          },
        },
      },
    },
  ]);
  return specOf(Object.fromEntries(entries), Object.fromEntries(operations));
}

describe('texts of documents', () => {
  it('neither break nor escape the types', async () => {
    const file = await emitOpenapi(hostileSpec(hostile));
    const project = createProject([file]);
    expectToCompile(project);
    project.remove();
    expect(file.text).toContain("'__proto__': ");
    expect(file.text).toContain(String.raw`'\u2028\u2029'`);
    expect(file.text).not.toContain('SpecloomX');
  });

  it('are never read as code', async () => {
    await assert(
      asyncProperty(array(string({ unit: 'binary', maxLength: 8 }), { minLength: 1, maxLength: 4 }), async (words) => {
        const file = await emitOpenapi(hostileSpec([...new Set(words)]));
        // throws where the text is no TypeScript, or has anything but types in it
        const [script] = await compilePackage([file]);
        expect(script?.text.replaceAll(/\/\/.*\n/g, '').trim()).toBe('export {};');
      }),
      { numRuns: 60 },
    );
  });
});

describe('src/openapi.ts', () => {
  it('has no discriminators, extensions or kinds that the spec lacks', async () => {
    const { text } = await emitOpenapi(readSpec(small));
    expect(text.startsWith('// Generated by specloom.')).toBe(true);
    expect(text).not.toMatch(/x-|discriminator|webhooks|\$defs|any\b/);
  });

  it('is the same for the same spec', async () => {
    expect(await emitOpenapi(readSpec(small))).toEqual(await emitOpenapi(readSpec(small)));
  });
});

describe('compilePackage', () => {
  it('makes a script and declarations that compile in place of the modules', async () => {
    const emitted = await emitTypes(readSpec(small));
    const compiled = await compilePackage(emitted);
    expect(compiled.map(({ path }) => path).slice(0, 2)).toEqual(['dist/openapi.js', 'dist/openapi.d.ts']);
    const text = (path: string): string => compiled.find((file) => file.path === path)?.text ?? '';
    expect(text('dist/schemas.d.ts')).toContain('export type Circle = components["schemas"]["Circle"];');
    expect(text('dist/schemas.d.ts')).toContain('Round.');
    expect(text('dist/unions.js')).toContain('from "./runtime/match.js"');
    expect(compiled.some((file) => /from ['"][^'"]*\.ts['"]/.test(file.text))).toBe(false);
    const project = createProject(
      compiled.map(({ path, text: content }) => ({ path: path.replace('dist/', 'src/'), text: content })),
      { 'small.ts': 'small.ts' },
    );
    expectToCompile(project);
    project.remove();
  });

  it('turns imports of .ts files into imports of what they become', async () => {
    const compiled = await compilePackage([
      { path: 'src/a.ts', text: "export { b } from './b.ts';\nimport type { C } from './b.ts';\nexport type D = C;\n" },
    ]);
    for (const { text } of compiled) expect(text).not.toContain('.ts');
  });

  it('throws where a module is not valid', async () => {
    await expect(compilePackage([{ path: 'src/a.ts', text: 'export const a = ;' }])).rejects.toThrow(
      'src/a.ts:1 does not compile',
    );
    const untyped = { path: 'src/a.ts', text: '\nexport const a = Math.random();' };
    await expect(compilePackage([untyped])).rejects.toThrow('src/a.ts:2 does');
  });
});

describe.skipIf(!existsSync(ideal))('the Partoo union (needs ../shared)', () => {
  it('narrows, exhausts and refuses', async () => {
    const project = createProject(await emitTypes(readSpec(ideal)), { 'partoo.ts': 'partoo.ts' });
    expectToCompile(project);
    project.remove();
  });
});

import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { isObject, type JsonObject, type JsonValue } from '../generator/base/json.ts';
import { emitText, folder, lines, load, object, root, runtimeFiles, runtimeText } from './support/validators.ts';

describe('each keyword', () => {
  const cases: readonly [name: string, schema: JsonValue, valid: readonly unknown[], invalid: readonly unknown[]][] = [
    ['anything', {}, [1, 'a', null, [], {}, undefined], []],
    ['nothing', false, [], [1, null, {}]],
    ['null', { type: 'null' }, [null], [0, '', undefined, {}]],
    ['boolean', { type: 'boolean' }, [true, false], [0, 'true', null]],
    ['integer', { type: 'integer' }, [1, 1.0, -0, 1e300], [1.5, NaN, Infinity, '1', null, 1n]],
    ['number', { type: 'number' }, [1.5, -1], [NaN, Infinity, -Infinity, '1', null]],
    ['range', { type: 'number', minimum: 1, maximum: 2 }, [1, 1.5, 2], [0.9, 2.1, NaN, '1']],
    ['open range', { type: 'integer', exclusiveMinimum: 1, exclusiveMaximum: 4 }, [2, 3], [1, 4, 2.5]],
    ['untyped range', { minimum: 1 }, [1, 'a', null, {}], [0]],
    ['decimal steps', { type: 'number', multipleOf: 0.1 }, [0.3, 1.1, 4.35e2, 0, 1e21], [0.35, 1e-7]],
    ['tiny steps', { type: 'number', multipleOf: 1e-8 }, [12391239123, 0.00000003], [1.5e-9]],
    [
      'length',
      { type: 'string', minLength: 2, maxLength: 3 },
      ['ab', 'abc', '💩💩💩'],
      ['a', '💩', 'abcd', '💩💩💩💩', 2],
    ],
    ['not empty', { type: 'string', minLength: 1 }, ['a'], ['', 1]],
    ['no limit', { type: 'string', minLength: 0 }, [''], [1]],
    ['pattern', { type: 'string', pattern: '^a/b\\p{L}$' }, ['a/bé'], ['a/b1', 'xa/bc']],
    ['untyped pattern', { pattern: '^a' }, ['a', 1, null], ['b']],
    ['format is an annotation', { type: 'string', format: 'email' }, ['no address'], [1]],
    ['const', { const: 'a' }, ['a'], ['b', null, ['a']]],
    [
      'const structure',
      { const: { a: [1, { b: null }] } },
      [{ a: [1, { b: null }] }],
      [{ a: [1, { b: 1 }] }, {}, null],
    ],
    ['const false', { const: false }, [false], [0, '', null]],
    // oxlint-disable-next-line unicorn/no-thenable -- a keyword, not a method
    ['condition', { if: { type: 'string' }, then: { minLength: 2 }, else: { type: 'number' } }, ['ab', 1], ['a', null]],
    // oxlint-disable-next-line unicorn/no-thenable -- a keyword, not a method
    ['no condition', { then: false, else: false }, [1, 'a', null], []],
    ['else alone', { if: { type: 'string' }, else: { const: 1 } }, ['a', '', 1], [2, null]],
    [
      'dependent schema',
      { dependentSchemas: { a: { required: ['b'] } } },
      [{}, { b: 1 }, { a: 1, b: 1 }, 'a'],
      [{ a: 1 }],
    ],
    ['dependencies', { dependencies: { a: ['b'], c: false } }, [{}, { a: 1, b: 1 }, 'a'], [{ a: 1 }, { c: 1 }]],
    [
      'leftover properties',
      { allOf: [{ properties: { a: {} } }], patternProperties: { '^x': {} }, unevaluatedProperties: false },
      [{}, { a: 1, x1: 2 }, 'a', []],
      [{ b: 1 }, { a: 1, b: 1 }],
    ],
    [
      'leftover properties of one branch',
      {
        anyOf: [
          { properties: { a: { const: 1 } }, required: ['a'] },
          { properties: { b: {} }, required: ['b'] },
        ],
        unevaluatedProperties: { type: 'number' },
      },
      [{ a: 1 }, { a: 1, c: 2 }, { a: 2, b: 'x' }],
      [{ a: 1, c: 'x' }, { a: 'z', b: 1 }, {}],
    ],
    [
      'leftover items',
      {
        prefixItems: [{ type: 'string' }],
        allOf: [{ prefixItems: [{}, { type: 'number' }] }],
        unevaluatedItems: false,
      },
      [[], ['a'], ['a', 1], {}],
      [[1], ['a', 'b'], ['a', 1, 2]],
    ],
    [
      'leftover items beside contained ones',
      { contains: { type: 'string' }, unevaluatedItems: { type: 'number' } },
      [['a'], [1, 'a', 2]],
      [[1], ['a', null]],
    ],
    ['enum', { enum: ['a', 1, null] }, ['a', 1, null], ['1', true, undefined]],
    ['long enum', { enum: [...'abcdefghijkl'] }, ['a', 'l'], ['m', 1, null]],
    ['nullable', { type: ['string', 'null'], maxLength: 2 }, ['ab', null], ['abc', 1, undefined]],
    ['types', { type: ['string', 'integer', 'boolean', 'array'] }, ['a', 1, true, []], [1.5, null, {}]],
    ['items', { type: 'array', items: { type: 'string' } }, [[], ['a']], [['a', 1], {}, 'a', [undefined]]],
    ['item counts', { type: 'array', minItems: 1, maxItems: 2 }, [[1], [1, 2]], [[], [1, 2, 3], 'a']],
    ['tuple', { prefixItems: [{ type: 'string' }], items: false }, [[], ['a'], 'x'], [[1], ['a', 1]]],
    [
      'rest',
      { type: 'array', prefixItems: [{ type: 'string' }], items: { type: 'number' } },
      [['a', 1, 2]],
      [['a', 1, 'b'], [1]],
    ],
    [
      'unique',
      { type: 'array', uniqueItems: true },
      [[1, '1', true, [1], { a: 1 }]],
      [
        [1, 1],
        [
          { a: 1, b: 2 },
          { b: 2, a: 1 },
        ],
      ],
    ],
    ['contains', { type: 'array', contains: { const: 1 }, maxContains: 2 }, [[1], [0, 1, 1]], [[], [0], [1, 1, 1]]],
    [
      'required',
      object({ a: { type: 'string' } }, { required: ['a', 'b'] }),
      [{ a: '', b: 1 }],
      [{ a: '' }, { b: 1 }, null, []],
    ],
    [
      'undefined is absent',
      object({ a: { type: 'string' }, b: {} }, { required: ['b'] }),
      [{ a: undefined, b: 1 }],
      [{ b: undefined }],
    ],
    [
      'closed',
      object({ a: {}, toString: {} }, { additionalProperties: false }),
      [{}, { a: 1, toString: 1 }, { b: undefined }],
      [{ b: 1 }, { constructor: 1 }],
    ],
    ['map', { type: 'object', additionalProperties: { type: 'number' } }, [{}, { a: 1 }], [{ a: '1' }]],
    [
      'pattern properties',
      { type: 'object', patternProperties: { '^x-': { type: 'string' } }, additionalProperties: false },
      [{ 'x-a': 'a' }],
      [{ 'x-a': 1 }, { a: 'a' }],
    ],
    ['property names', { type: 'object', propertyNames: { maxLength: 2 } }, [{ ab: 1 }], [{ abc: 1 }]],
    [
      'property counts',
      { minProperties: 1, maxProperties: 2 },
      [{ a: 1 }, 1],
      [{}, { a: undefined }, { a: 1, b: 1, c: 1 }],
    ],
    [
      'dependent',
      { type: 'object', dependentRequired: { a: ['b', 'c'] } },
      [{}, { b: 1 }, { a: 1, b: 1, c: 1 }],
      [{ a: 1, b: 1 }],
    ],
    [
      'anyOf',
      {
        anyOf: [
          { type: 'string', maxLength: 1 },
          { type: 'string', minLength: 3 },
        ],
      },
      ['a', 'abc'],
      ['ab', 1],
    ],
    [
      'oneOf',
      {
        oneOf: [
          { type: 'number', minimum: 1 },
          { type: 'number', maximum: 2 },
        ],
      },
      [0, 3],
      [1, 2, 'a'],
    ],
    ['allOf', { allOf: [{ minimum: 1 }, { maximum: 2 }, { type: 'integer' }] }, [1, 2], [0, 3, 1.5, 'a']],
    ['contradiction', { allOf: [{ type: 'string' }, { const: 1 }] }, [], [1, 'a']],
    ['not', { not: { type: 'string' } }, [1, null], ['a']],
  ];

  it.each(cases)('%s', async (_name, schema, valid, invalid) => {
    const validators = await load({ Case: schema });
    for (const value of valid) {
      expect(validators.parse('Case', value)).toStrictEqual({ ok: true, value });
      expect(validators.is('Case', value)).toBe(true);
      validators.assert('Case', value);
    }
    for (const value of invalid) {
      expect(validators.issues('Case', value), `${String(value)} in\n${validators.text}`).not.toStrictEqual([]);
      expect(() => validators.assert('Case', value)).toThrow(/must|nested/);
      for (const { keyword, schemaPath } of validators.issues('Case', value)) {
        expect(keyword).not.toBe('depth');
        expect(schemaPath).toMatch(/^\/components\/schemas\/Case/);
      }
    }
  });
});

describe('messages', () => {
  it('say where, what was wanted and what was found', async () => {
    const validators = await load({
      Pet: object(
        {
          name: { type: 'string', maxLength: 5 },
          age: { type: ['integer', 'null'], minimum: 0 },
          kind: { enum: ['cat', 'dog'] },
          tags: { type: 'array', items: { type: 'string', minLength: 1 }, maxItems: 1 },
          'a/b~c': { const: true },
        },
        { required: ['name'], additionalProperties: false },
      ),
    });
    const pet = { name: 'Caesar', age: '3', kind: 'cow', tags: ['', 1], 'a/b~c': 1, more: 1 };
    expect(lines(validators.issues('Pet', pet))).toStrictEqual([
      '/name maxLength: must have a length of at most 5, got 6',
      '/age type: must be an integer or null, got "3"',
      '/kind enum: must be one of "cat", "dog", got "cow"',
      '/tags maxItems: must have a length of at most 1, got 2',
      '/tags/0 minLength: must have a length of at least 1, got 0',
      '/tags/1 type: must be a string, got 1',
      '/a~1b~0c const: must be true, got 1',
      '/more additionalProperties: must be absent, got 1',
    ]);
    expect(lines(validators.issues('Pet', {}))).toStrictEqual(['/name required: must be a string, but is missing']);
    expect(lines(validators.issues('Pet', []))).toStrictEqual(['type: must be an object, got array']);
    expect(validators.issues('Pet', { name: 'a', age: -1 })).toStrictEqual([
      {
        path: '/age',
        keyword: 'minimum',
        expected: 0,
        actual: -1,
        message: 'must be at least 0, got -1',
        schemaPath: expect.stringMatching(/^\/components\/schemas\/Pet\/properties\/age.*\/minimum$/) as string,
      },
    ]);
  });

  it('stop at a hundred issues', async () => {
    const validators = await load({ List: { type: 'array', items: { type: 'string' } } });
    expect(
      validators.issues(
        'List',
        Array.from({ length: 1000 }, () => 1),
      ),
    ).toHaveLength(100);
  });
});

describe('the emitted module', () => {
  const schemas: JsonObject = {
    ParseResult: { type: 'string' },
    Issue: object(
      { 'odd name': { type: 'string', maxLength: 3 }, constructor: { type: 'string', minLength: 2 } },
      { required: ['constructor'] },
    ),
    Tree: object({
      left: { $ref: '#/components/schemas/Tree' },
      names: { type: 'object', additionalProperties: { $ref: '#/components/schemas/Tree' } },
    }),
    Mixed: { allOf: [{ type: 'string' }, { const: 1 }, { enum: ['a', 2] }] },
    Either: { oneOf: [{ type: 'string' }, { type: 'string', maxLength: 1 }, { enum: [1, true, { a: 1 }] }] },
    List: {
      type: 'array',
      prefixItems: [{ type: ['string', 'null'] }],
      items: { type: 'object' },
      uniqueItems: true,
      contains: { type: 'string' },
    },
    Loose: { minLength: 2, minimum: 1, minItems: 1, minProperties: 1, propertyNames: { enum: ['a', 1] } },
    Long: { enum: [...'abcdefghijkl'] },
    Never: false,
    Any: true,
    // oxlint-disable-next-line unicorn/no-thenable -- a keyword, not a method
    Choice: { if: { type: 'string' }, then: { minLength: 2 }, else: { $ref: '#/components/schemas/Choice/then' } },
    Rest: {
      allOf: [{ $ref: '#/components/schemas/Tag' }],
      oneOf: [{ properties: { a: {} } }, { additionalProperties: { $ref: '#/components/schemas/Rest' } }],
      if: { required: ['b'] },
      // oxlint-disable-next-line unicorn/no-thenable -- a keyword, not a method
      then: { properties: { b: true }, patternProperties: { '^c': true } },
      prefixItems: [true],
      contains: { type: 'number' },
      unevaluatedProperties: { $ref: '#/components/schemas/Rest' },
      unevaluatedItems: false,
    },
    Denial: object({ child: { not: { $ref: '#/components/schemas/Denial' } } }),
    Ways: {
      anyOf: [
        object({ next: { $ref: '#/components/schemas/Ways' } }, { unevaluatedProperties: false }),
        {
          type: 'array',
          contains: { $ref: '#/components/schemas/Ways' },
          items: { $ref: '#/components/schemas/Ways' },
        },
      ],
    },
    Tag: {
      oneOf: [
        object({ kind: { const: 'a' } }, { required: ['kind'] }),
        object({ kind: { enum: ['b', 'c'] } }, { required: ['kind'] }),
        { type: 'null' },
      ],
      discriminator: { propertyName: 'kind' },
    },
  };

  it.each(['typescript', 'typescript7'])('compiles under %s', (compiler) => {
    const { text, names } = emitText(schemas);
    const home = join(folder, compiler);
    mkdirSync(join(home, 'src/runtime'), { recursive: true });
    for (const name of runtimeFiles) writeFileSync(join(home, `src/runtime/${name}.ts`), runtimeText(name));
    writeFileSync(join(home, 'src/validators.ts'), text);
    writeFileSync(join(home, 'src/schemas.ts'), names.map((name) => `export type ${name} = unknown;\n`).join(''));
    writeFileSync(join(home, 'package.json'), '{"type":"module"}');
    const compilerOptions = {
      target: 'ES2022',
      lib: ['ES2022'],
      types: [],
      module: 'NodeNext',
      strict: true,
      noEmit: true,
      declaration: true,
      exactOptionalPropertyTypes: true,
      noUncheckedIndexedAccess: true,
      verbatimModuleSyntax: true,
      isolatedModules: true,
      isolatedDeclarations: true,
      noUnusedLocals: true,
      noUnusedParameters: true,
      noImplicitReturns: true,
      noFallthroughCasesInSwitch: true,
      erasableSyntaxOnly: true,
    };
    writeFileSync(join(home, 'tsconfig.json'), JSON.stringify({ compilerOptions, include: ['src'] }));
    expect(compile(join(root, `node_modules/${compiler}/bin/tsc`), home)).toBe('');
  });

  it('hoists a pattern and a long enumeration once', () => {
    const { text } = emitText({
      A: object({ one: { type: 'string', pattern: '^a+$' }, two: { type: 'string', pattern: '^a+$' } }),
      B: object({ one: { enum: [...'abcdefghijkl'] }, two: { enum: [...'abcdefghijkl'] } }),
    });
    expect(text.match(/\/\^a\+\$\/u/g)).toHaveLength(1);
    expect(text.match(/new Set/g)).toHaveLength(1);
    expect(text).not.toMatch(/\beval\b|new Function/);
  });
});

function compile(compiler: string, home: string): string {
  try {
    return execFileSync(process.execPath, [compiler, '-p', home], { encoding: 'utf8' });
  } catch (error) {
    return isObject(error) || error instanceof Error ? String((error as { stdout?: unknown }).stdout) : String(error);
  }
}

import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import fc from 'fast-check';
import ts from 'typescript';
import { afterAll, describe, expect, it } from 'vitest';
import { parseData, isDataFailure } from '../generator/base/data.ts';
import { createReport } from '../generator/base/diagnostic.ts';
import { isObject, setOwn, type JsonObject, type JsonValue } from '../generator/base/json.ts';
import { validatorsEmitter } from '../generator/emit/validators/index.ts';
import { buildApi } from '../generator/model/build.ts';
import type { Issue, ParseResult } from '../templates/runtime/validation.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'validators-'));
const runtimeFiles = ['checks', 'issues', 'validation', 'standard-schema'];
let count = 0;

afterAll(() => rmSync(folder, { recursive: true, force: true }));

function toJavaScript(text: string): string {
  const { ESNext } = ts.ModuleKind;
  const { ES2022 } = ts.ScriptTarget;
  return ts.transpileModule(text, { compilerOptions: { target: ES2022, module: ESNext, verbatimModuleSyntax: true } })
    .outputText;
}

function runtimeText(name: string): string {
  return readFileSync(join(root, 'templates/runtime', `${name}.ts`), 'utf8');
}

interface Loaded {
  readonly text: string;
  is(name: string, value: unknown): boolean;
  parse(name: string, value: unknown): ParseResult<unknown>;
  assert(name: string, value: unknown): void;
  issues(name: string, value: unknown): readonly Issue[];
}

function emitText(schemas: JsonObject, rest: JsonObject = {}): { text: string; names: string[] } {
  const spec = { openapi: '3.1.0', info: { title: 'Test', version: '1' }, paths: {}, components: { schemas }, ...rest };
  const report = createReport();
  const api = buildApi(spec, report);
  const options = { name: 'test', version: '1.0.0', license: 'MIT' };
  const files = validatorsEmitter.emit({ api, spec, options }, report);
  if (!Array.isArray(files)) throw new Error('the emitter is not synchronous');
  return { text: files[0]?.text ?? '', names: api.schemas.map(({ name }) => name) };
}

async function load(schemas: JsonObject, rest: JsonObject = {}): Promise<Loaded> {
  const { text } = emitText(schemas, rest);
  count += 1;
  mkdirSync(join(folder, 'run/runtime'), { recursive: true });
  writeFileSync(join(folder, 'run/package.json'), '{"type":"module"}');
  for (const name of runtimeFiles) {
    writeFileSync(join(folder, `run/runtime/${name}.js`), toJavaScript(runtimeText(name)));
  }
  const file = join(folder, `run/validators-${count}.js`);
  writeFileSync(file, toJavaScript(text));
  const module = (await import(pathToFileURL(file).href)) as Record<string, (value: unknown) => unknown>;
  const call = (name: string, value: unknown): unknown => {
    const validator = module[name];
    if (!validator) throw new Error(`no ${name} in\n${text}`);
    return validator(value);
  };
  return {
    text,
    is: (name, value) => call(`is${name}`, value) === true,
    parse: (name, value) => call(`parse${name}`, value) as ParseResult<unknown>,
    assert: (name, value) => void call(`assert${name}`, value),
    issues(name, value) {
      const result = call(`parse${name}`, value) as ParseResult<unknown>;
      expect(call(`is${name}`, value)).toBe(result.ok);
      return result.ok ? [] : result.issues;
    },
  };
}

/** Each issue in one line. */
function lines(issues: readonly Issue[]): string[] {
  return issues.map(({ path, keyword, message }) => `${path} ${keyword}: ${message}`.trim());
}

const object = (properties: JsonObject, more: JsonObject = {}): JsonObject => ({ type: 'object', properties, ...more });

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
      '/name maxLength: must have at most 5 characters, got 6',
      '/age type: must be an integer or null, got string',
      '/kind enum: must be one of "cat", "dog", got "cow"',
      '/tags maxItems: must have at most 1 item, got 2',
      '/tags/0 minLength: must have at least 1 character, got 0',
      '/tags/1 type: must be a string, got number',
      '/a~1b~0c const: must be true, got 1',
      '/more additionalProperties: must not be present',
    ]);
    expect(lines(validators.issues('Pet', {}))).toStrictEqual(['/name required: must be present']);
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

describe('unions', () => {
  const branch = (tag: string, more: JsonObject): JsonObject =>
    object({ type: { const: tag }, ...more }, { required: ['type'] });
  const tagged: JsonObject = {
    Text: branch('TEXT', { max_len: { type: 'integer' } }),
    Flag: branch('FLAG', { on: { type: 'boolean' } }),
    Field: {
      oneOf: [{ $ref: '#/components/schemas/Text' }, { $ref: '#/components/schemas/Flag' }],
      discriminator: {
        propertyName: 'type',
        mapping: { TEXT: '#/components/schemas/Text', FLAG: '#/components/schemas/Flag' },
      },
    },
    Maybe: { oneOf: [{ $ref: '#/components/schemas/Field' }, { type: 'null' }] },
  };

  it('with a tag answer for the branch of the tag alone', async () => {
    const validators = await load(tagged);
    expect(validators.text).toContain('switch (object.type)');
    expect(lines(validators.issues('Field', { type: 'TEXT', max_len: 'x' }))).toStrictEqual([
      '/max_len type: must be an integer, got string',
    ]);
    expect(lines(validators.issues('Field', { type: 'OTHER' }))).toStrictEqual([
      '/type discriminator: must be one of "TEXT", "FLAG", got "OTHER"',
    ]);
    expect(validators.issues('Field', {})[0]).toMatchObject({
      path: '/type',
      keyword: 'discriminator',
      expected: ['TEXT', 'FLAG'],
      message: 'must be one of "TEXT", "FLAG", but is missing',
    });
    expect(lines(validators.issues('Field', 1))).toStrictEqual(['type: must be an object, got number']);
    expect(validators.is('Maybe', null)).toBe(true);
    expect(lines(validators.issues('Maybe', { type: 'FLAG', on: 1 }))).toStrictEqual([
      '/on type: must be a boolean, got number',
    ]);
  });

  it('without a tag answer for the closest branch, and say that there are others', async () => {
    const validators = await load({
      Shape: {
        anyOf: [
          object({ radius: { type: 'number' } }, { required: ['radius'] }),
          object({ width: { type: 'number' }, height: { type: 'number' } }, { required: ['width', 'height'] }),
          { type: 'string' },
        ],
      },
    });
    expect(lines(validators.issues('Shape', { width: 1, height: '2' }))).toStrictEqual([
      '/height type: must be a number, got string',
      'anyOf: must have one of 3 forms; the closest is number 2',
    ]);
    expect(lines(validators.issues('Shape', 1))).toStrictEqual(['type: must be an object or a string, got number']);
  });

  it('of types name the types', async () => {
    const validators = await load({
      Value: { oneOf: [{ type: 'string' }, { type: 'boolean' }, { enum: [1, 2] }, { type: 'null' }] },
    });
    expect(lines(validators.issues('Value', []))).toStrictEqual([
      'type: must be a string, a boolean, one of 1, 2 or null, got array',
    ]);
  });

  it('say when too many branches fit', async () => {
    const validators = await load({ Both: { oneOf: [{ type: 'number' }, { minimum: 1 }] } });
    expect(lines(validators.issues('Both', 2))).toStrictEqual([
      'oneOf: must have exactly one of 2 forms, but has 2 of them',
    ]);
  });
});

describe('objects of any making', () => {
  const schemas: JsonObject = {
    Odd: object(
      { toString: { type: 'string', maxLength: 2 }, constructor: { type: 'number' } },
      { required: ['toString'] },
    ),
    Name: object({ name: { type: 'string' } }, { required: ['name'] }),
  };
  const proto: JsonObject = {};
  setOwn(proto, '__proto__', { type: 'number' });

  it('inherited properties do not count', async () => {
    const validators = await load({
      ...schemas,
      Proto: { type: 'object', properties: proto, required: ['__proto__'] },
    });
    expect(validators.is('Odd', {})).toBe(false);
    expect(validators.is('Odd', { toString: 'ab' })).toBe(true);
    expect(validators.is('Odd', { toString: 'abc' })).toBe(false);
    expect(lines(validators.issues('Odd', {}))).toStrictEqual(['/toString required: must be present']);
    expect(validators.is('Name', Object.create({ name: 'a' }))).toBe(false);
    expect(validators.is('Name', Object.assign(Object.create(null), { name: 'a' }))).toBe(true);
    class Person {
      name = 'a';
    }
    expect(validators.is('Name', new Person())).toBe(true);
    expect(validators.is('Proto', {})).toBe(false);
    expect(validators.is('Proto', JSON.parse('{"__proto__": 1}'))).toBe(true);
    expect(lines(validators.issues('Proto', JSON.parse('{"__proto__": "a"}')))).toStrictEqual([
      '/__proto__ type: must be a number, got string',
    ]);
  });

  it('an error of a getter passes through', async () => {
    const validators = await load(schemas);
    const value = {
      get name(): string {
        throw new TypeError('out of order');
      },
    };
    expect(() => validators.is('Name', value)).toThrow('out of order');
  });

  it('never change the value', async () => {
    const validators = await load({ Open: object({ a: { type: 'string', default: 'x' } }) });
    const value = Object.freeze({ b: 1 });
    const result = validators.parse('Open', value);
    expect(result.ok && result.value).toBe(value);
  });
});

describe('schemas that contain themselves', () => {
  const node = { $ref: '#/components/schemas/Node' };
  const schemas: JsonObject = {
    Node: object(
      { value: { type: 'number' }, next: node, list: { type: 'array', items: node } },
      { required: ['value'] },
    ),
    Even: object({ odd: { $ref: '#/components/schemas/Odd' } }),
    Odd: object({ even: { anyOf: [{ $ref: '#/components/schemas/Even' }, { type: 'null' }] } }),
    Twins: {
      anyOf: [
        object({ a: { $ref: '#/components/schemas/Twins' } }),
        object({ b: { type: 'number' } }, { required: ['b'] }),
      ],
    },
  };
  const chain = (length: number, key: string): JsonValue => {
    let value: JsonObject = { value: 1 };
    for (let index = 0; index < length; index += 1) value = { value: 1, [key]: key === 'list' ? [value] : value };
    return value;
  };

  it('are followed five hundred levels deep', async () => {
    const validators = await load(schemas);
    for (const key of ['next', 'list']) {
      expect(validators.is('Node', chain(499, key))).toBe(true);
      expect(validators.issues('Node', chain(100_000, key))[0]).toMatchObject({
        keyword: 'depth',
        message: 'is nested too deeply',
      });
    }
    expect(lines(validators.issues('Node', { value: 1, next: { value: 1, list: [{ value: '1' }] } }))).toStrictEqual([
      '/next/list/0/value type: must be a number, got string',
    ]);
  });

  it('refuse values that contain themselves', async () => {
    const validators = await load(schemas);
    const loop: Record<string, unknown> = { value: 1 };
    loop['next'] = loop;
    loop['list'] = [loop, loop];
    expect(validators.issues('Node', loop).length).toBeGreaterThan(0);
    const pair: Record<string, unknown> = {};
    pair['odd'] = { even: pair };
    expect(lines(validators.issues('Even', pair)).join()).toContain('is nested too deeply');
    const twin: Record<string, unknown> = {};
    twin['a'] = twin;
    expect(validators.is('Twins', twin)).toBe(false);
    expect(validators.issues('Twins', twin).length).toBeGreaterThan(0);
  });
});

describe('what documents only hint at', () => {
  const low = { 'x-confidence': 'low' };

  it('never refuses a value of the same type', async () => {
    const validators = await load({
      Guess: object({
        color: { enum: ['red', 'blue'], ...low },
        size: { type: 'integer', minimum: 3, ...low },
        list: { type: 'array', items: { type: 'string' }, minItems: 2, ...low },
        union: { oneOf: [{ type: 'string' }, { type: 'number' }], ...low },
      }),
    });
    expect(validators.is('Guess', { color: 'green', size: 1.5, list: [1], union: true })).toBe(true);
    for (const bad of [{ color: 1 }, { size: '3' }, { list: 'a' }]) expect(validators.is('Guess', bad)).toBe(false);
  });

  it('a branch that is a guess takes what the other branches do not claim', async () => {
    const validators = await load({
      Either: {
        oneOf: [
          { type: 'string', maxLength: 1 },
          { type: 'string', minLength: 1, ...low },
        ],
      },
    });
    expect(validators.is('Either', 'a')).toBe(true);
    expect(validators.is('Either', '')).toBe(true);
    expect(validators.is('Either', 1)).toBe(false);
  });
});

describe('hostile text', () => {
  it('stays text', async () => {
    const hostile = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 12 }),
      fc.constantFrom(
        "'",
        '"',
        '`${1}`',
        '*/',
        '//',
        '\\',
        '\u2028',
        '__proto__',
        'constructor',
        '\ud800',
        "');process.exit()//",
        '',
      ),
    );
    await fc.assert(
      fc.asyncProperty(hostile, hostile, async (name, value) => {
        const properties: JsonObject = {};
        setOwn(properties, name, { const: value });
        const validators = await load({
          Case: { type: 'object', properties, required: [name], additionalProperties: false },
        });
        const good: JsonObject = {};
        setOwn(good, name, value);
        const bad: JsonObject = {};
        setOwn(bad, name, `${value}!`);
        expect(validators.is('Case', good)).toBe(true);
        expect(validators.is('Case', {})).toBe(false);
        const pointer = `/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`;
        expect(validators.issues('Case', bad)).toMatchObject([{ path: pointer, keyword: 'const', expected: [value] }]);
      }),
      { numRuns: 60 },
    );
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

const ideal = join(dirname(root.replace(/\/$/, '')), 'shared/seeds/ideal/partoo-update-custom-field.yaml');

describe.skipIf(!existsSync(ideal))('the Partoo union (skipped where ../shared/seeds is absent)', () => {
  async function loadIdeal(): Promise<Loaded> {
    const data = parseData(readFileSync(ideal, 'utf8'), { document: ideal });
    if (isDataFailure(data) || !isObject(data.value)) throw new Error('the ideal spec cannot be read');
    return load({}, data.value);
  }
  const name = 'PutUpdateCustomFieldsBody';
  const bodies = [
    { type: 'BOOLEAN', name: 'a', force: true },
    { type: 'TEXT', name: 'a', max_len: 10, description: null },
    { type: 'INTEGER', name: 'a', min: 0, max: 100 },
    { type: 'FLOAT', name: 'a', min: 0, max: 10.5 },
    { type: 'SINGLE_SELECT', name: 'a', created_values: ['x'], created_values_orders: [1, null], renamed_values: [{}] },
    { type: 'MULTIPLE_SELECT', name: 'a', deleted_values: ['x'], max_selected_values: null },
    { type: 'MULTIPLE_SELECT_IMAGE', name: 'a', created_values: [{ label: 'l', url: 'u', value: 'v', order: 1 }] },
    { type: 'IMAGES_UPLOADER', name: 'a', created_values: [{ text_field: 't', max_length: 30 }] },
  ];
  const bad: readonly [value: unknown, issues: readonly string[]][] = [
    [{ type: 'TEXT', name: 'a', max_len: 'x' }, ['/max_len type: must be an integer, got string']],
    [{ type: 'TEXT' }, ['/name required: must be present']],
    [{ type: 'TEXT', name: '' }, ['/name minLength: must have at least 1 character, got 0']],
    [{ type: 'TEXT', name: 'n'.repeat(61) }, ['/name maxLength: must have at most 50 characters, got 61']],
    [{ type: 'INTEGER', name: 'a', min: 1.5 }, ['/min type: must be an integer, got 1.5']],
    [{ type: 'BOOLEAN', name: 'a', description: 1 }, ['/description type: must be a string or null, got number']],
    [
      { type: 'MULTIPLE_SELECT_IMAGE', name: 'a', created_values: [{ label: 'l', url: 1 }] },
      ['/created_values/0/value required: must be present', '/created_values/0/url type: must be a string, got number'],
    ],
    ['TEXT', ['type: must be an object, got string']],
  ];

  it('accepts the eight bodies', async () => {
    const validators = await loadIdeal();
    for (const body of bodies) expect(lines(validators.issues(name, body))).toStrictEqual([]);
  });

  it.each(bad)('refuses %j', async (value, issues) => {
    const validators = await loadIdeal();
    expect(lines(validators.issues(name, value))).toStrictEqual(issues);
  });

  it('lists the tags to one who gives another', async () => {
    const validators = await loadIdeal();
    const [issue, ...more] = validators.issues(name, { type: 'DATE', name: 'a' });
    expect(more).toStrictEqual([]);
    expect(issue).toMatchObject({ path: '/type', keyword: 'discriminator', expected: bodies.map(({ type }) => type) });
  });
});

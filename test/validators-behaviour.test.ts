import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isDataFailure, parseData } from '../generator/base/data.ts';
import { isObject, setOwn, type JsonObject, type JsonValue } from '../generator/base/json.ts';
import { lines, load, object, root, type Loaded } from './support/validators.ts';

const branch = (tag: string, more: JsonObject): JsonObject =>
  object({ type: { const: tag }, ...more }, { required: ['type'] });

describe('unions', () => {
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
      '/max_len type: must be an integer, got "x"',
    ]);
    expect(lines(validators.issues('Field', { type: 'OTHER' }))).toStrictEqual([
      '/type discriminator: must be one of "TEXT", "FLAG", got "OTHER"',
    ]);
    expect(validators.issues('Field', {})[0]).toMatchObject({
      path: '/type',
      keyword: 'required',
      expected: ['TEXT', 'FLAG'],
      message: 'must be one of "TEXT", "FLAG", but is missing',
    });
    expect(lines(validators.issues('Field', 1))).toStrictEqual(['type: must be an object, got 1']);
    expect(validators.is('Maybe', null)).toBe(true);
    expect(lines(validators.issues('Maybe', { type: 'FLAG', on: 1 }))).toStrictEqual([
      '/on type: must be a boolean, got 1',
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
      '/height type: must be a number, got "2"',
      'anyOf: must have one of 3 forms; the closest is number 2',
    ]);
    expect(lines(validators.issues('Shape', 1))).toStrictEqual(['type: must be an object or a string, got 1']);
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
    expect(lines(validators.issues('Odd', {}))).toStrictEqual(['/toString required: must be a string, but is missing']);
    expect(validators.is('Name', Object.create({ name: 'a' }))).toBe(false);
    expect(validators.is('Name', Object.assign(Object.create(null), { name: 'a' }))).toBe(true);
    class Person {
      name = 'a';
    }
    expect(validators.is('Name', new Person())).toBe(true);
    expect(validators.is('Proto', {})).toBe(false);
    expect(validators.is('Proto', JSON.parse('{"__proto__": 1}'))).toBe(true);
    expect(lines(validators.issues('Proto', JSON.parse('{"__proto__": "a"}')))).toStrictEqual([
      '/__proto__ type: must be a number, got "a"',
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

const chain = (length: number, key: string): JsonValue => {
  let value: JsonObject = { value: 1 };
  for (let index = 0; index < length; index += 1) value = { value: 1, [key]: key === 'list' ? [value] : value };
  return value;
};

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
      '/next/list/0/value type: must be a number, got "1"',
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

  it('a tag that nobody documents may be of the branch that is a guess', async () => {
    const size: JsonObject = { size: { type: 'number' } };
    const validators = await load({
      Known: branch('known', size),
      Guess: { ...branch('guess', size), ...low },
      Value: {
        oneOf: [{ $ref: '#/components/schemas/Known' }, { $ref: '#/components/schemas/Guess', ...low }],
        discriminator: {
          propertyName: 'type',
          mapping: { known: '#/components/schemas/Known', guess: '#/components/schemas/Guess' },
        },
      },
    });
    expect(lines(validators.issues('Value', { type: 'known', size: '1' }))).toStrictEqual([
      '/size type: must be a number, got "1"',
    ]);
    expect(validators.is('Value', { type: 'guess', size: '1' })).toBe(true);
    expect(validators.is('Value', { type: 'other' })).toBe(true);
    expect(validators.is('Value', 'other')).toBe(false);
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
    const pairs = fc.array(fc.tuple(hostile, hostile), { minLength: 25, maxLength: 25 });
    await fc.assert(
      fc.asyncProperty(pairs, async (cases) => {
        const schemas: JsonObject = {};
        for (const [index, [name, value]] of cases.entries()) {
          const properties: JsonObject = {};
          setOwn(properties, name, { const: value });
          schemas[`Case${index}`] = { type: 'object', properties, required: [name], additionalProperties: false };
        }
        const validators = await load(schemas);
        for (const [index, [name, value]] of cases.entries()) {
          const good: JsonObject = {};
          setOwn(good, name, value);
          const bad: JsonObject = {};
          setOwn(bad, name, `${value}!`);
          expect(validators.is(`Case${index}`, good)).toBe(true);
          expect(validators.is(`Case${index}`, {})).toBe(false);
          const path = `/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`;
          expect(validators.issues(`Case${index}`, bad)).toMatchObject([{ path, keyword: 'const', expected: [value] }]);
        }
      }),
      { numRuns: 6 },
    );
  });
});

const ideal = join(dirname(root.replace(/\/$/, '')), 'shared/seeds/ideal/partoo-update-custom-field.yaml');

async function loadIdeal(): Promise<Loaded> {
  const data = parseData(readFileSync(ideal, 'utf8'), { document: ideal });
  if (isDataFailure(data) || !isObject(data.value)) throw new Error('the ideal spec cannot be read');
  return load({}, data.value);
}

describe.skipIf(!existsSync(ideal))('the Partoo union (skipped where ../shared/seeds is absent)', () => {
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
    [{ type: 'TEXT', name: 'a', max_len: 'x' }, ['/max_len type: must be an integer, got "x"']],
    [{ type: 'TEXT' }, ['/name required: must be a string, but is missing']],
    [{ type: 'TEXT', name: '' }, ['/name minLength: must have a length of at least 1, got 0']],
    [{ type: 'TEXT', name: 'n'.repeat(61) }, ['/name maxLength: must have a length of at most 50, got 61']],
    [{ type: 'INTEGER', name: 'a', min: 1.5 }, ['/min type: must be an integer, got 1.5']],
    [{ type: 'BOOLEAN', name: 'a', description: 1 }, ['/description type: must be a string or null, got 1']],
    [
      { type: 'MULTIPLE_SELECT_IMAGE', name: 'a', created_values: [{ label: 'l', url: 1 }] },
      [
        '/created_values/0/url type: must be a string, got 1',
        '/created_values/0/value required: must be a string, but is missing',
      ],
    ],
    ['TEXT', ['type: must be an object, got "TEXT"']],
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

import {
  array,
  assert,
  bigInt,
  constant,
  date,
  double,
  letrec,
  maxSafeInteger,
  oneof,
  property,
  record,
  string,
} from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import type { JsonObject } from '../generator/base/json.ts';
import { description, makePackage } from './support/packages.ts';
import { call, frozen, makeTransforms, type Functions } from './support/transforms.ts';

// What changes values is apart from what checks them: defaults, texts of parameters, dates and large integers.

let defaults: Functions;
let coercion: Functions;
let codecs: Functions;

beforeAll(async () => {
  const made = await makeTransforms();
  defaults = (await made.load('defaults')) as Functions;
  coercion = (await made.load('coercion')) as Functions;
  codecs = (await made.load('codecs')) as Functions;
});

const fill = (schema: string, value: unknown): unknown => call(defaults, `with${schema}Defaults`, frozen(value));
const query = (raw: unknown): unknown => call(coercion, 'coerceListPetsQuery', raw);
const decode = (schema: string, value: unknown): unknown => call(codecs, `decode${schema}`, frozen(value));
const encode = (schema: string, value: unknown): unknown => call(codecs, `encode${schema}`, value);

const at = '2024-05-06T07:08:09Z';
const settings = { size: 10, tags: [] };
const filled = { status: 'open', settings, note: null };

describe('defaults', () => {
  test('fill what is missing, the value given stays as it is', () => {
    const value = { id: 1, at };
    expect(fill('Order', value)).toEqual({ ...value, ...filled, ['__proto__']: 'own' });
    expect(Object.hasOwn(fill('Order', value) as object, '__proto__')).toBe(true);
    expect(value).toEqual({ id: 1, at });
  });

  test('leave what is there, null and false values too; undefined counts as missing', () => {
    const order = fill('Order', { id: 1, at, status: 'closed', note: 'x', settings: { size: 0, tags: undefined } });
    expect(order).toMatchObject({ status: 'closed', note: 'x', settings: { size: 0, tags: [] } });
    expect(fill('Order', { id: 1, at, settings: null })).toHaveProperty('settings', null);
  });

  test('reach through references, lists, maps and tagged unions', () => {
    const pets = [{ kind: 'cat' }, { kind: 'dog' }, { kind: 'cow' }, { kind: 'cat', lives: 1 }];
    const order = fill('Order', { id: 1, at, pets, byName: { one: {}, ['__proto__']: { size: 1 } } });
    expect(order).toHaveProperty('pets', [{ kind: 'cat', lives: 9 }, pets[1], pets[2], pets[3]]);
    expect(order).toHaveProperty('byName.one', settings);
  });

  test('reach through a schema that contains itself', () => {
    expect(fill('Tree', { children: [{}, { name: 'a', children: [{}] }] })).toEqual({
      name: 'leaf',
      children: [{ name: 'leaf' }, { name: 'a', children: [{ name: 'leaf' }] }],
    });
  });

  test('share what does not change, and hand out nothing twice', () => {
    const child = { name: 'a' };
    const value = { name: 'b', children: [child] };
    expect(fill('Tree', value)).toBe(value);
    const [one, other] = [fill('Settings', {}), fill('Settings', {})] as { tags: unknown[] }[];
    expect(one?.tags).not.toBe(other?.tags);
  });

  test('are none that do not fit their schema, or that documents only hint at', () => {
    expect(fill('Order', { id: 1, at })).not.toHaveProperty('wrong');
    expect(fill('Order', { id: 1, at })).not.toHaveProperty('guessed');
    expect(Object.keys(defaults)).not.toContain('withPlainDefaults');
  });

  test('filled once are filled for good', () => {
    const tree = letrec((tie) => ({
      tree: record(
        { name: string(), at: constant(at), children: array(tie('tree'), { maxLength: 3 }) },
        { requiredKeys: [] },
      ),
    })).tree;
    assert(
      property(tree, (value) => {
        const once = fill('Tree', value);
        expect(fill('Tree', once)).toBe(once);
        expect(once).toMatchObject(value as object);
      }),
    );
  });
});

const texts = (text: string): unknown => query(new URLSearchParams(text));

describe('texts of parameters', () => {
  test('become numbers, booleans and lists', () => {
    expect(texts('limit=5&deep=false&word=5&ids=1&ids=-2e1&joined=1.5,2&piped=a|b&level=2')).toEqual({
      limit: 5,
      deep: false,
      word: '5',
      ids: [1, -20],
      joined: [1.5, 2],
      piped: ['a', 'b'],
      level: 2,
    });
    expect(texts('ids=7')).toEqual({ ids: [7] });
    expect(query({ limit: '5', ids: ['1', '2'], word: undefined })).toEqual({ limit: 5, ids: [1, 2] });
  });

  test('become objects, bracketed or spread, and JSON', () => {
    expect(texts('filter[age]=3&filter[name]=4&filter[more]=5&offset=6&cursor=7&json=[1,2]')).toEqual({
      filter: { age: 3, name: '4', more: '5' },
      page: { offset: 6, cursor: '7' },
      json: [1, 2],
    });
  });

  test.each(['', ' ', 'five', '0x10', '1e999', '+1', '01', '9007199254740993', '9'.repeat(400), 'NaN', '١'])(
    '%j stays text where a number is wanted',
    (limit) => expect(query({ limit })).toEqual({ limit }),
  );

  test('stay text where they read as nothing else, or where a text would do', () => {
    expect(query({ deep: 'TRUE', level: 'all', either: '5', json: '[1,', ids: ['1', 'x'] })).toEqual({
      deep: 'TRUE',
      level: 'all',
      either: '5',
      json: '[1,',
      ids: [1, 'x'],
    });
  });

  test('of headers are found in any case, and of paths by their names', () => {
    const headers = new Headers({ 'x-count': '3', 'X-IDS': '1, 2', other: '4' });
    expect(call(coercion, 'coerceListPetsHeader', headers)).toEqual({ 'X-Count': 3, 'X-Ids': [1, 2], other: '4' });
    expect(call(coercion, 'coerceListPetsPath', { id: '12' })).toEqual({ id: 12 });
    expect(Object.keys(coercion)).not.toContain('coerceListPetsCookie');
  });

  test('with names that objects inherit are names like any other', () => {
    const result = query([
      ['__proto__', '1'],
      ['constructor', '2'],
    ]) as object;
    expect(Object.entries(result)).toEqual([
      ['__proto__', '1'],
      ['constructor', '2'],
    ]);
    expect(Object.getPrototypeOf(result)).toBe(Object.prototype);
  });

  test('say again every number that was written', () => {
    assert(
      property(oneof(double({ noNaN: true, noDefaultInfinity: true }), maxSafeInteger()), (number) => {
        expect(query({ limit: String(number).replace('e+', 'e') })).toEqual({
          limit: Object.is(number, -0) ? 0 : number,
        });
      }),
      // written in full by JavaScript, though its digits are rounded
      { examples: [[123_456_789_012_345_680_000]] },
    );
  });
});

describe('dates and large integers', () => {
  test('become Date and bigint, at any depth', () => {
    const order = {
      id: 1,
      count: '2',
      at,
      closed: null,
      pets: [{ kind: 'dog', born: at }, { kind: 'cat' }],
      ambiguous: at,
    };
    expect(decode('Order', order)).toEqual({
      id: 1n,
      count: 2n,
      at: new Date(at),
      closed: null,
      ambiguous: at,
      pets: [{ kind: 'dog', born: new Date(at) }, { kind: 'cat' }],
    });
    expect(decode('ListPetsResponse200', [order, order])).toHaveLength(2);
    expect(encode('Order', decode('Order', order))).toEqual(order);
  });

  test.each([
    at,
    '2024-05-06t07:08:09.123456789z',
    '1990-12-31T23:59:60Z',
    '2024-02-29 12:00:00.5+05:45',
    '0001-01-01T00:00:00-00:00',
  ])('%s is written as it was read', (text) => {
    const tree = decode('Tree', { at: text }) as { at: Date };
    expect(tree.at).toBeInstanceOf(Date);
    expect(encode('Tree', tree)).toEqual({ at: text });
  });

  test('a date that was changed is written anew', () => {
    const tree = decode('Tree', { at: '2024-05-06T07:08:09.123456+02:00' }) as { at: Date };
    tree.at.setUTCFullYear(2025);
    expect(encode('Tree', tree)).toEqual({ at: '2025-05-06T05:08:09.123Z' });
    expect(encode('Tree', { at: new Date(0) })).toEqual({ at: '1970-01-01T00:00:00.000Z' });
  });

  test.each([
    'yesterday',
    '',
    '2024-05-06',
    '2024-05-06T07:08:09',
    '2024-02-30T00:00:00Z',
    '2024-13-01T00:00:00Z',
    '2024-05-06T25:00:00Z',
  ])('%j is no date and time, and the error says where it stands', (text) => {
    expect(() => decode('Tree', { children: [{ children: [{ at: text }] }] })).toThrow(
      expect.objectContaining({ name: 'TransformError', path: '/children/0/children/0/at' }) as Error,
    );
  });

  test('what is not exact is refused both ways', () => {
    expect(() => decode('Event', { id: 2 ** 53, at })).toThrow('/id has lost digits');
    expect(() => decode('Event', { id: 1.5, at })).toThrow('/id is no integer');
    expect(() => decode('Event', { id: 1, count: '1.5', at })).toThrow('/count is no integer');
    expect(() => encode('Event', { id: 2n ** 60n, at: new Date() })).toThrow('/id is more than a number holds');
    expect(() => encode('Event', { id: 1n, at: new Date(NaN) })).toThrow('/at is no date');
  });

  test('texts keep every digit', () => {
    const text = `{"id":9223372036854775807,"count":"-9223372036854775808","at":"${at}"}`;
    const event = call(codecs, 'readEvent', text);
    expect(event).toEqual({ id: 9223372036854775807n, count: -9223372036854775808n, at: new Date(at) });
    expect(call(codecs, 'writeEvent', event)).toBe(text);
    expect(call(codecs, 'writeLoose', call(codecs, 'readLoose', text))).toBe(text);
  });

  test('a union without a tag is taken both ways', () => {
    const loose = decode('Loose', { id: 1, at });
    expect(encode('Loose', loose)).toEqual({ id: 1, at });
  });

  test('whatever is decoded is encoded as it was', () => {
    const dates = date({
      min: new Date('0000-01-01T00:00:00Z'),
      max: new Date('9999-12-31T23:59:59Z'),
      noInvalidDate: true,
    });
    const event = record({
      id: maxSafeInteger(),
      count: bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }).map(String),
      at: dates.map((one) => one.toISOString()),
    });
    assert(property(event, (value) => void expect(encode('Event', decode('Event', value))).toEqual(value)));
  });
});

describe('values that fit nothing', () => {
  const odd = [
    null,
    undefined,
    1,
    'x',
    true,
    Symbol('x'),
    () => 1,
    [],
    [[]],
    new Date(),
    new Map(),
    Object.create(null),
    1n,
  ];

  test('are left alone', () => {
    for (const functions of [defaults, codecs])
      for (const [name, run] of Object.entries(functions).filter(([name]) => /^(?:with|decode|encode)/.test(name)))
        for (const value of odd) expect(typeof run(value), name).toBe(typeof value);
  });

  test('are refused where they are nested without end, soon also where each part leads on twice', () => {
    const cyclic: Record<string, unknown> = { name: 'x' };
    cyclic['children'] = [cyclic, cyclic];
    expect(() => call(defaults, 'withTreeDefaults', cyclic)).toThrow('nested too deeply');
    expect(() => call(codecs, 'decodeTree', cyclic)).toThrow('nested too deeply');
    let shared: unknown = {};
    for (let depth = 0; depth < 200; depth += 1) shared = { children: [shared, shared] };
    expect(call(defaults, 'withTreeDefaults', shared)).toHaveProperty('children.0.children.1.name', 'leaf');
  });
});

test('schemas that put themselves together in themselves are followed a bounded way', async () => {
  const both = { allOf: [{ $ref: '#/components/schemas/Left' }, { $ref: '#/components/schemas/Right' }] };
  const node = (size: number): JsonObject => ({
    type: 'object',
    properties: { size: { type: 'integer', default: size }, parts: { type: 'array', items: both } },
  });
  const made = await makePackage(description({ Left: node(1), Right: node(1) }));
  const { withLeftDefaults } = await made.load('defaults');
  expect((withLeftDefaults as (value: unknown) => unknown)({ parts: [{ parts: [{}] }] })).toEqual({
    size: 1,
    parts: [{ size: 1, parts: [{ size: 1 }] }],
  });
}, 60_000);

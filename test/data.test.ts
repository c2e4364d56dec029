import { assert, json, pre, property } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isDataFailure, parseData, printYaml, type Data } from '../generator/base/data.ts';
import type { JsonValue } from '../generator/base/json.ts';
import { joinPointer } from '../generator/base/pointer.ts';

function read(text: string, firstLine?: number): Data {
  const data = parseData(text, { document: 'page.yaml', ...(firstLine !== undefined && { firstLine }) });
  if (isDataFailure(data)) throw new Error(data.reason);
  return data;
}

describe('parseData', () => {
  it('locates values by JSON Pointer, from the key that holds them to their last line', () => {
    const data = read('a: 1\nb:\n  - x\n  - c:\n      d: |\n        one\n        two\ne: {}\n', 11);
    const lines = (pointer: string): string => {
      const { line, endLine } = data.locate(pointer);
      return endLine === undefined ? `${line}` : `${line}-${endLine}`;
    };
    expect(['', '/a', '/b', '/b/1/c/d', '/e', '/b/1/c/gone'].map(lines)).toEqual([
      '11-18',
      '11',
      '12-17',
      '15-17',
      '18',
      '14-17',
    ]);
  });

  it('locates in JSON too, where keys hold slashes', () => {
    expect(read('{\n "a/b": {\n  "~": 1\n }\n}').locate('/a~1b/~0')).toMatchObject({ line: 3 });
  });

  it('leaves dates and yes as texts, and __proto__ as a property', () => {
    const { value } = read('day: 2020-01-01\nflag: yes\n__proto__: { a: 1 }\n');
    expect(value).toMatchObject({ day: '2020-01-01', flag: 'yes' });
    expect(Object.keys(value as object)).toContain('__proto__');
    expect(({} as { a?: number }).a).toBeUndefined();
  });

  it('reads brackets that are closed too far left, with the lines as they stand', () => {
    const data = read('examples:\n  one: {\n    "a": 1\n  }\n  two: [\n    1,\n    2\n  ]\nlast: 1\n');
    expect(data.value).toEqual({ examples: { one: { a: 1 }, two: [1, 2] }, last: 1 });
    expect(data.locate('/last')).toMatchObject({ line: 9 });
  });

  it.each<[string, unknown]>([
    ['base: &b { a: 1, b: 2 }\nall: { <<: *b, b: 3 }\n', { base: { a: 1, b: 2 }, all: { a: 1, b: 3 } }],
    ['200: a\n1.5: b\ntrue: c\nnull: d\n', { 200: 'a', 1.5: 'b', true: 'c', null: 'd' }],
    ['a: !custom x\nb: !list [1]\nc: !!binary aGk=\nd: !map { e: 1 }\n', { a: 'x', b: [1], c: 'aGk=', d: { e: 1 } }],
    ['a: .inf\nb: [.nan]\n', { a: 'Infinity', b: ['NaN'] }],
    ['{"a": 1e999}', { a: 'Infinity' }],
    ['a: 1\r\nb:\r\n  - 2\r\n', { a: 1, b: [2] }],
    ['%YAML 1.1\n---\na: yes\n...\n', { a: 'yes' }],
    ['{"constructor": {"prototype": 1}, "toString": 2}', { constructor: { prototype: 1 }, toString: 2 }],
  ])('reads %j', (text, value) => expect(read(text).value).toEqual(value));

  it.each([
    ['a: 1\nb: 2\na: 3\n', 'a:3<1'],
    ['{"a": 1,\n "b": {"c": 1,\n "c": [{"d": 1}]},\n "a": 2}', 'c:3<2 a:4<1'],
    ['{"a": {"x": 1},\n"a": {"x": 2}}', 'a:2<1'],
    [`{${Array.from({ length: 40 }, (_, index) => `"k${index}": 1`).join(',')},\n"k7": 2}`, 'k7:2<1'],
    ['{"\\u0061": 1,\n"a": "\\\\"}', 'a:2<1'],
    ['a: { __proto__: 1 }\nb: { __proto__: 1, __proto__: 2 }\n', '__proto__:2<2'],
    ['200: a\n"200": b\n', '200:2<1'],
    ['a: 1\n', ''],
  ])('tells of keys that are repeated: %j', (text, expected) => {
    const losses = read(text).losses?.() ?? [];
    expect(losses.map(({ name, location, firstLine }) => `${name}:${location.line}<${firstLine}`).join(' ')).toBe(
      expected,
    );
  });

  it('lets the last of several equal keys count, as JSON.parse does', () => {
    expect(read('a: 1\na: 2\n').value).toEqual({ a: 2 });
    expect(read('{"a": 1, "a": 2}').value).toEqual({ a: 2 });
  });

  it('reads the first YAML document that holds something, and tells of another one', () => {
    const data = read('---\n---\na: 1\n---\nb:\n  c: 2\n');
    expect(data.value).toEqual({ a: 1 });
    expect(data.locate('/a')).toMatchObject({ line: 3 });
    expect(data.losses?.()).toMatchObject([{ kind: 'more-documents', location: { line: 5 } }]);
    expect(read('a: 1\n---\n').losses?.()).toEqual([]);
  });

  it('locates the same in JSON as in YAML', () => {
    const texts = json({ maxDepth: 4 }).map((text) => JSON.stringify(JSON.parse(text), null, 1));
    assert(
      property(texts, (text) => {
        pre(/^[[{]/.test(text) && !/\\u/.test(text));
        const asJson = read(text);
        const asYaml = read(`# yaml\n${text}`, 0);
        for (const pointer of pointers(asJson.value)) expect(asJson.locate(pointer)).toEqual(asYaml.locate(pointer));
      }),
    );
  });

  it.each([
    ['a: [1,\n', 'unexpected end of the stream within a flow collection', 2],
    ['a: &x [*x]\n', 'an alias refers to a value that contains it', 1],
    [`${'['.repeat(500)}${']'.repeat(500)}`, 'nested more than 400 levels deep', 1],
    [bomb(), 'aliases unfold to more than 10 times the text', 1],
  ])('refuses %j', (text, reason, line) => {
    const data = parseData(text, { document: 'page.yaml' });
    expect(data).toMatchObject({
      reason: expect.stringContaining(reason) as string,
      location: { document: 'page.yaml', line },
    });
  });
});

/** The pointers of a value and of all within it. */
function pointers(value: JsonValue, pointer = ''): string[] {
  if (typeof value !== 'object' || value === null) return [pointer];
  return [pointer, ...Object.entries(value).flatMap(([key, member]) => pointers(member, joinPointer(pointer, key)))];
}

/** Nine levels of nine aliases: small to read, too large to unfold. */
function bomb(): string {
  const lines = ['a0: &a0 [1, 1, 1, 1, 1, 1, 1, 1, 1]'];
  for (let level = 1; level < 9; level += 1)
    lines.push(
      `a${level}: &a${level} [${Array(9)
        .fill(`*a${level - 1}`)
        .join(', ')}]`,
    );
  return lines.join('\n');
}

describe('printYaml', () => {
  it('prints short lists on one line, repeats what is shared, and reads back equal', () => {
    const shared = { type: 'string' };
    const value = { list: ['a', 'no', '1'], one: shared, other: shared, text: 'two\nlines\n', empty: {} };
    const text = printYaml(value);
    expect(text).toBe(
      "list: [a, 'no', '1']\none:\n  type: string\nother:\n  type: string\ntext: |\n  two\n  lines\nempty: {}\n",
    );
    expect(read(text).value).toEqual(value);
  });
});

import { describe, expect, it } from 'vitest';
import { isDataFailure, parseData, printYaml, type Data } from '../generator/base/data.ts';

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

  it.each([
    ['a: [1,\n', 'unexpected end of the stream within a flow collection', 2],
    ['a: 1\na: 2\n', 'duplicated mapping key', 2],
    ['a: &x [*x]\n', 'an alias refers to a value that contains it', 1],
    [`${'['.repeat(500)}${']'.repeat(500)}`, 'nested more than 400 levels deep', 1],
    ['a: 1\n---\nb: 2\n', 'more than one YAML document in one text', 1],
    [bomb(), 'aliases unfold to more than 20000000 values', 1],
  ])('refuses %j', (text, reason, line) => {
    const data = parseData(text, { document: 'page.yaml' });
    expect(data).toMatchObject({
      reason: expect.stringContaining(reason) as string,
      location: { document: 'page.yaml', line },
    });
  });
});

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

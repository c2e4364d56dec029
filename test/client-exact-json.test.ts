import { assert, jsonValue, pre, property } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exactJson } from '../templates/runtime/exact-json.ts';

describe('exactJson', () => {
  const integers = [
    '0',
    '-0',
    '7',
    '9007199254740991',
    '9007199254740993',
    '-9223372036854775808',
    '18446744073709551615',
  ];

  it('keeps every digit of an integer, out and in', () => {
    for (const digits of integers) {
      const value: unknown = exactJson.parse(`{"n":[${digits}]}`);
      expect(exactJson.stringify(value)).toBe(`{"n":[${digits === '-0' ? '0' : digits}]}`);
    }
    expect(exactJson.parse('[9007199254740993,1]')).toEqual([9007199254740993n, 1]);
    expect(exactJson.stringify({ a: 5n, b: 'x' })).toBe('{"a":5,"b":"x"}');
  });

  it('reads and writes all else as JSON does', () => {
    // so many digits in a text make it look at each number
    const digits = '1234567890123456';
    assert(
      property(jsonValue(), (value) => {
        const text = JSON.stringify(value);
        pre(!/\d{16}/.test(text));
        const wider = `[${text},"${digits}"]`;
        expect(exactJson.stringify(value)).toBe(text);
        expect(exactJson.parse(text)).toEqual(JSON.parse(text));
        expect(exactJson.parse(wider)).toEqual(JSON.parse(wider));
      }),
    );
    const forged = `{"a":"\\u0062igint:5","n":${digits}0000}`;
    expect(exactJson.parse(forged)).toEqual({ a: 'bigint:5', n: BigInt(`${digits}0000`) });
    const escaped = 'x\\"'.repeat(3_000_000);
    expect(exactJson.parse(`["${escaped}",${digits}0000]`)).toEqual([
      escaped.replaceAll('\\', ''),
      BigInt(`${digits}0000`),
    ]);
    const others = `{"${digits}0":["bigint:1","${digits}0",1.${digits}e+3,-0,null]}`;
    expect(exactJson.parse(others)).toEqual(JSON.parse(others));
    expect(exactJson.stringify(exactJson.parse(`["bigint:1","\\"${digits}0",${digits}0]`))).toBe(
      `["bigint:1","\\"${digits}0",${digits}0]`,
    );
    expect(() => exactJson.parse(`[0${digits}0]`)).toThrow(SyntaxError);
    expect(() => exactJson.parse(`{"a":${digits}0`)).toThrow(SyntaxError);
  });
});

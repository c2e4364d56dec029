import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createReport } from '../generator/base/diagnostic.ts';
import { checkConfig } from '../generator/config-check.ts';
import { description, makePackage, type MadePackage } from './support/packages.ts';

// Dates and times as Temporal.Instant. Node has none yet: what stands in for it holds what is used of it.

class Instant {
  readonly epochNanoseconds: bigint;

  constructor(epochNanoseconds: bigint) {
    this.epochNanoseconds = epochNanoseconds;
  }

  static from(text: string): Instant {
    const [, start = '', fraction = '', zone = ''] = /^(.{19})(\.\d+)?(.+)$/.exec(text) ?? [];
    const time = Date.parse(`${start}${zone}`);
    if (Number.isNaN(time)) throw new RangeError('no time');
    return new Instant(BigInt(time) * 1_000_000n + BigInt(fraction.slice(1).padEnd(9, '0')));
  }

  toString(): string {
    const text = new Date(Number(this.epochNanoseconds / 1_000_000n)).toISOString().slice(0, 19);
    return `${text}.${String(this.epochNanoseconds % 1_000_000_000n).padStart(9, '0')}Z`;
  }
}

const time = { type: 'string', format: 'date-time' };
const api = description({
  Event: { type: 'object', properties: { at: time, id: { type: 'integer', format: 'int64' } } },
});
type Change = (value: unknown) => unknown;

describe('codecs with Temporal', () => {
  let made: MadePackage;
  let exports: Readonly<Record<string, Change>>;

  beforeAll(async () => {
    Object.assign(globalThis, { Temporal: { Instant } });
    made = await makePackage(api, { types: { dateTime: 'Temporal', int64: 'number' } });
    exports = (await made.load('codecs')) as Readonly<Record<string, Change>>;
  }, 60_000);
  afterAll(() => {
    Reflect.deleteProperty(globalThis, 'Temporal');
  });

  const decode: Change = (value) => exports['decodeEvent']?.(value);
  const encode: Change = (value) => exports['encodeEvent']?.(value);

  test.each([
    '2026-11-21T12:00:00Z',
    '2026-11-21t12:00:00.123456789+01:00',
    '2026-11-21 12:00:00-08:00',
    '0001-01-01T00:00:00.1Z',
  ])('%s is the same on the way out', (at) => {
    const value = decode({ at }) as { at: Instant };
    expect(value.at).toBeInstanceOf(Instant);
    expect(encode(value)).toEqual({ at });
  });

  test('holds nanoseconds', () => {
    const { at } = decode({ at: '1970-01-01T00:00:00.000000001Z' }) as { at: Instant };
    expect(at.epochNanoseconds).toBe(1n);
    expect(encode({ at: new Instant(2n) })).toEqual({ at: '1970-01-01T00:00:00.000000002Z' });
  });

  test('leaves integers alone where it is told so', () => {
    expect(decode({ id: 5 })).toEqual({ id: 5 });
    expect(made.text('src/codecs.ts')).not.toContain('bigint');
  });

  test.each([
    'yesterday',
    '2026-11-21',
    '2026-13-21T12:00:00Z',
    '2026-11-21T12:00:00',
    '2026-11-21T12:00:00.1234567890Z',
  ])('refuses %s', (at) => expect(() => decode({ at })).toThrow('is no date and time'));

  test('says what it needs where there is none', () => {
    Reflect.deleteProperty(globalThis, 'Temporal');
    expect(() => decode({ at: '2026-11-21T12:00:00Z' })).toThrow('polyfill');
    Object.assign(globalThis, { Temporal: { Instant } });
  });

  test('there are no codecs where nothing is to be changed', async () => {
    const plain = await makePackage(api, { types: { dateTime: 'string', int64: 'number' } });
    expect(plain.text('src/codecs.ts')).toBeUndefined();
  }, 60_000);
});

/** What a configuration with these options says. */
function check(options: object): { options: unknown; messages: string } {
  const report = createReport();
  const config = { apis: { a: { input: 'a.yaml', output: 'out', package: options } } };
  const plan = checkConfig(config, () => ({ document: 'config', line: 1 }), report);
  return {
    options: plan?.apis[0]?.packageOptions,
    messages: report
      .all()
      .map(({ message }) => message)
      .join(),
  };
}

describe('the configuration', () => {
  test('says what codecs make, and whether answers are open', () => {
    const said = { types: { dateTime: 'Temporal', int64: 'number' }, responses: 'closed' };
    expect(check(said).options).toMatchObject(said);
    expect(check({}).options).not.toHaveProperty('types');
    expect(check({}).options).not.toHaveProperty('responses');
  });

  test.each([
    [{ types: { dateTime: 'Moment' } }, 'Date, Temporal, string'],
    [{ types: { int64: 'string' } }, 'bigint, number'],
    [{ types: { date: 'Date' } }, 'unknown key "date"'],
    [{ responses: true }, 'open, closed'],
  ])('refuses %j', (options, message) => {
    expect(check(options).messages).toContain(message);
  });
});

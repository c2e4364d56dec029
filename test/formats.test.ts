import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { isIPv4, isIPv6 } from 'node:net';
import { join } from 'node:path';
import { domainToASCII } from 'node:url';
import {
  array,
  assert,
  bigInt,
  constantFrom,
  date,
  ipV4,
  ipV6,
  property,
  string,
  uint8Array,
  uuid,
  webUrl,
} from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { testableFormats } from '../generator/base/formats.ts';
import { formatTest } from '../generator/emit/formats.ts';
import { schemaOf, testOf } from './support/format-tests.ts';
import { projectFolder } from './support/sources.ts';

// The tests of formats, as they stand in packages: against the official suite, and against what Node says.

const suite = join(projectFolder, '../shared/corpus/suites/json-schema-test-suite/tests');
const suiteMissing = !existsSync(suite);

interface Group {
  readonly schema: { readonly format: string };
  readonly tests: readonly { readonly description: string; readonly data: unknown; readonly valid: boolean }[];
}

function failuresIn(draft: string): { total: number; failures: string[] } {
  const folder = join(suite, draft, 'optional/format');
  let total = 0;
  const failures: string[] = [];
  for (const file of readdirSync(folder).toSorted()) {
    for (const { schema, tests } of JSON.parse(readFileSync(join(folder, file), 'utf8')) as Group[]) {
      const fits = testOf(schema.format);
      for (const { description, data, valid } of tests) {
        total += 1;
        if ((typeof data !== 'string' || fits(data)) !== valid) failures.push(`${file}: ${description}`);
      }
    }
  }
  return { total, failures };
}

const title = suiteMissing
  ? 'the official suite (needs ../shared/corpus/suites/json-schema-test-suite)'
  : 'the official suite';

describe.skipIf(suiteMissing)(title, () => {
  it.each([
    ['draft2020-12', 764],
    ['draft2019-09', 757],
    ['draft4', 219],
  ])('%s: all %i', (draft, total) => {
    expect(failuresIn(draft)).toEqual({ total, failures: [] });
  });
});

describe('the table of formats', () => {
  it('has a test for each that can be tested', () => {
    const untested = testableFormats.filter((format) =>
      (['string', 'number'] as const).every((kind) => formatTest(schemaOf(kind, format)) === undefined),
    );
    // every JSON number is one
    expect(untested).toEqual(['double']);
    for (const format of testableFormats) {
      for (const kind of ['string', 'number'] as const) expect(typeof testOf(format, kind)).toBe('function');
    }
  });

  it('asserts nothing that the model does not assert', () => {
    const { assertedFormat: _, ...plain } = { ...schemaOf('string', 'date'), format: 'date' };
    expect(formatTest(plain)).toBeUndefined();
  });
});

describe('formats of OpenAPI', () => {
  test.each<[string, readonly number[], readonly number[]]>([
    ['int8', [-128, 127, 0], [-129, 128, 0.5]],
    ['int16', [-32_768, 32_767], [-32_769, 32_768]],
    ['int32', [-2_147_483_648, 2_147_483_647, -0], [-2_147_483_649, 2_147_483_648, 1.5, 1e300]],
    ['int64', [-(2 ** 63), 2 ** 63 - 1024, 0], [2 ** 63, -(2 ** 63) - 2048, 0.5, Infinity]],
    ['uint8', [0, 255], [-1, 256]],
    ['uint16', [0, 65_535], [-1, 65_536]],
    ['uint32', [0, 4_294_967_295], [-1, 4_294_967_296]],
    ['uint64', [0, 2 ** 64 - 2048], [-1, 2 ** 64]],
    ['double-int', [Number.MAX_SAFE_INTEGER, -3], [2 ** 53, 0.1]],
    ['float', [0, 0.1, 3.4e38, -3.4e38, 1e-50], [3.5e38, -1e39]],
    ['double', [1e308, 0.1], []],
  ])('%s of numbers', (format, valid, invalid) => {
    const fits = testOf(format, 'number');
    expect(valid.filter((value) => !fits(value))).toEqual([]);
    expect(invalid.filter(fits)).toEqual([]);
  });

  test.each<[string, readonly string[], readonly string[]]>([
    [
      'byte',
      ['', 'YQ==', 'YWI=', 'YWJj', '+/+/'],
      ['YQ', 'YQ=', 'Y===', '=', 'YW-j', 'YW_j', 'YW j', 'YWJj\n', 'YQ==YQ=='],
    ],
    ['base64url', ['', 'YQ', 'YQ==', 'YWI', '-_-_'], ['Y', 'YQ=', 'YW+j', 'YWJj\n']],
    ['char', ['a', '中', '😀', '\n'], ['', 'ab', '😀😀']],
    [
      'date-time-local',
      ['2024-02-29T12:00:00', '2024-02-29t12:00:00.5'],
      ['2023-02-29T12:00:00', '2024-02-29T12:00:00Z'],
    ],
    ['time-local', ['23:59:59', '00:00:00.1'], ['23:59:60', '24:00:00', '12:00:00Z']],
    [
      'int64',
      ['0', '-9223372036854775808', '9223372036854775807', '007'],
      ['9223372036854775808', '', '-', '1.0', '1e3', '+1'],
    ],
    ['uint64', ['0', '18446744073709551615'], ['18446744073709551616', '-1']],
    ['binary', ['\0', 'anything'], []],
    ['password', ['', 'anything'], []],
  ])('%s of texts', (format, valid, invalid) => {
    const fits = testOf(format);
    expect(valid.filter((value) => !fits(value))).toEqual([]);
    expect(invalid.filter(fits)).toEqual([]);
  });
});

describe('cases beyond the suite', () => {
  test.each<[string, readonly string[], readonly string[]]>([
    [
      'email',
      [`${'a'.repeat(64)}@x.y`, '"a\\"b"@x'],
      [`${'a'.repeat(65)}@x.y`, 'a@-x.y', 'a@x-.y', 'a@x..y', 'a@', 'a', 'a@[1::2]', 'a@[::1]'],
    ],
    ['idn-email', ['a@bücher.example', `${'ä'.repeat(32)}@x`], [`${'ä'.repeat(33)}@x`, 'a@b ü', 'ä ö@x']],
    ['hostname', ['xn--bcher-kva.example', 'XN--BCHER-KVA'], ['xn--', 'xn--a-.x', `${'a.'.repeat(126)}ab`]],
    [
      'idn-hostname',
      ['bücher.example', '例え.テスト', 'xn--bcher-kva'],
      ['Bücher', 'bu\u0308cher', 'a\u0308', 'a b', 'ab--ü', '\u0308a'],
    ],
    [
      'uri',
      ['a:', 'a:b?c#d', 'http://[::1]:80/', 'x://@/', 'urn:a:b%20c'],
      [
        '',
        ':',
        'a:b#c#d',
        'http://[::1',
        'http://a]/',
        'http://[::1]x/',
        'http://a:1:2/',
        'a:%4',
        'a:b%',
        'a://b%4@1/',
      ],
    ],
    ['iri', ['http://é/?\ue000'], ['http://é/\ue000', 'http://é/\ud800', 'http://é/\ufdd0', 'http://é/#\ue000']],
    [
      'uri-template',
      ['{=x}', '{a_b%20c}', 'x{?q*,p:3}y', '\ue000'],
      ['{', '}', '{a}}', '{a b}', '{a:b}', '{.a.}', '%', '{a%}', '{{a}}'],
    ],
    [
      'ipv6',
      ['::1.2.3.4', '1::', 'ABCD::'],
      [':::', '1.2.3.4::', '1:2:3:4:5:6:7:1.2.3.4', '1::2::3', '1:2:3:4:5:6:7::8'],
    ],
    ['relative-json-pointer', ['1+1/a', '0-2', '0'], ['1+/a', '0-1#', '0+01']],
    ['duration', ['P1W', 'PT1H'], ['P1W1D', 'p1d', 'P1.5D']],
    ['regex', ['^(?:a|b)*$', '\\p{L}'], ['(', 'a**', '\\p{Nothing}', '(?<a>)(?<a>)']],
    ['time', ['23:59:60+00:00'], ['23:59:60+00:01', '12:00:00+2400']],
  ])('%s', (format, valid, invalid) => {
    const fits = testOf(format);
    expect(valid.filter((value) => !fits(value))).toEqual([]);
    expect(invalid.filter(fits)).toEqual([]);
  });

  it('agrees with what Node says of addresses', () => {
    const noise = array(constantFrom('0', '1', '25', '255', '256', 'f', 'ffff', ':', '::', '.', '1.2.3.4'), {
      maxLength: 12,
    });
    const [four, six] = [testOf('ipv4'), testOf('ipv6')];
    assert(
      property(noise, (parts) => {
        const text = parts.join('');
        expect(four(text)).toBe(isIPv4(text));
        expect(six(text)).toBe(isIPv6(text));
      }),
      { numRuns: 2000 },
    );
    assert(property(ipV4(), four));
    assert(property(ipV6(), six));
  });

  it('accepts what is made to fit', () => {
    assert(property(uuid(), testOf('uuid')));
    assert(property(webUrl({ withFragments: true, withQueryParameters: true }), testOf('uri')));
    assert(property(webUrl(), testOf('iri-reference')));
    const days = date({ min: new Date('0001-01-01'), max: new Date('9999-12-31'), noInvalidDate: true });
    assert(
      property(days, (day) => {
        expect(testOf('date-time')(day.toISOString())).toBe(true);
        expect(testOf('date')(day.toISOString().slice(0, 10))).toBe(true);
      }),
    );
    assert(property(uint8Array(), (bytes) => testOf('byte')(Buffer.from(bytes).toString('base64'))));
    assert(property(uint8Array(), (bytes) => testOf('base64url')(Buffer.from(bytes).toString('base64url'))));
    assert(
      property(bigInt(), (value) => {
        expect(testOf('int64')(String(value))).toBe(BigInt.asIntN(64, value) === value);
      }),
    );
  });

  it('knows each day of the calendar', () => {
    const isDate = testOf('date');
    for (const year of ['1900', '2000', '2023', '2024']) {
      for (let month = 0; month <= 13; month += 1) {
        for (let day = 0; day <= 32; day += 1) {
          const text = `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
          const found = new Date(`${text}T00:00:00Z`);
          const exists = !Number.isNaN(found.getTime()) && found.toISOString().startsWith(text);
          expect(`${text} ${isDate(text)}`).toBe(`${text} ${exists}`);
        }
      }
    }
  });

  it('writes and reads Punycode as Node does', () => {
    const words = string({ minLength: 1, maxLength: 12, unit: constantFrom(...'abcäöüßéñαβγабв中文日本') });
    const [idn, plain] = [testOf('idn-hostname'), testOf('hostname')];
    assert(
      property(words, (word) => {
        const label = word.normalize('NFC').replaceAll('ß', 'x');
        expect(idn(label)).toBe(true);
        expect(plain(domainToASCII(label))).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });
});

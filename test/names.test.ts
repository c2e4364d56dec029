import * as fc from 'fast-check';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import {
  constantTypeName,
  createNameScope,
  isPropertyIdentifier,
  nameWords,
  typeName,
  valueName,
} from '../generator/base/names.ts';

describe('names', () => {
  it.each([
    ['CustomFieldEditTypeBool', 'CustomFieldEditTypeBool'],
    ['user_name', 'UserName'],
    ['fooBAR2Baz', 'FooBAR2Baz'],
    ['2fa', '_2fa'],
    ['a.b-c d', 'ABCD'],
    ['Größe', 'Größe'],
    ['用户', '用户'],
    ['🚀', 'Unnamed'],
    ['', 'Unnamed'],
    ['𓑠', 'Unnamed'],
    ['Array', 'Array_'],
  ])('of types: %j becomes %j', (text, name) => {
    expect(typeName(text)).toBe(name);
  });

  it.each([
    ['putUpdateCustomFields', 'putUpdateCustomFields'],
    ['Update a thing', 'updateAThing'],
    ['MAX_LEN', 'maxLen'],
    ['../../x', 'x'],
    ['con', 'con_'],
    ['delete', 'delete_'],
    ['__proto__', 'proto'],
  ])('of values: %j becomes %j', (text, name) => {
    expect(valueName(text)).toBe(name);
  });

  it('of constants read as words', () => {
    expect(constantTypeName('SINGLE_SELECT')).toBe('SingleSelect');
    expect(nameWords('HTTPServer2Go')).toEqual(['HTTP', 'Server2', 'Go']);
  });

  it('are identifiers for the compiler, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 12 }), (text) => {
        for (const name of [typeName(text), valueName(text), constantTypeName(text)]) {
          expect(name).toMatch(/^\P{Cc}+$/u);
          const { diagnostics } = ts.transpileModule(`export const ${name} = 1;`, { reportDiagnostics: true });
          expect(diagnostics).toEqual([]);
        }
        if (isPropertyIdentifier(text)) expect(text).toMatch(/^[\w$]+$/);
      }),
      { numRuns: 300 },
    );
  });

  it('differ in one scope, also on file systems that ignore case', () => {
    const scope = createNameScope(['taken']);
    const names = ['Taken', 'Thing', 'thing', 'Thing'].map((text) => scope.take(typeName(text)));
    expect(names).toEqual(['Taken2', 'Thing', 'Thing2', 'Thing3']);
    expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(names.length);
  });
});

import * as fc from 'fast-check';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { createNameScope, type NameWish } from '../generator/base/name-scope.ts';
import {
  constantTypeName,
  isPropertyIdentifier,
  limitName,
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

  it('are cut where they are too long for a file, and stay apart', () => {
    const long = 'word '.repeat(40);
    const names = [long, `${long}x`, `${long}y`, '用'.repeat(200)].map((text) => typeName(text));
    expect(new Set(names).size).toBe(names.length);
    for (const name of names) {
      expect(Buffer.byteLength(name)).toBeLessThanOrEqual(120);
      expect(limitName(name)).toBe(name);
    }
    expect(names[0]).toMatch(/^(?:Word)+(?:W?o?r?)_[\da-z]{4}$/);
  });
});

const wish = (key: string): NameWish => ({ key, wanted: typeName(key) });

const give = (keys: readonly string[]): Map<string, string> => {
  const names = createNameScope([], 'exact').takeAll(keys.map(wish));
  return new Map(keys.map((key, index) => [key, names[index] ?? '']));
};

describe('a scope of names', () => {
  it('gives a name once, also where file systems ignore case', () => {
    const scope = createNameScope(['taken']);
    const names = ['Taken', 'Thing', 'thing', 'Thing'].map((text) => scope.take(typeName(text), text));
    expect(names).toEqual(['Taken_fzkt', 'Thing', 'Thing_fu88', 'Thing_lahc']);
    expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(names.length);
  });

  it('leaves a name to the key that is that name, and marks the others with their own key', () => {
    const few = give(['user name', 'user_name', 'UserName']);
    expect(few.get('UserName')).toBe('UserName');
    expect(few.get('user_name')).toMatch(/^UserName_[\da-z]{4}$/);
    const more = give(['user-name', 'UserName', 'Other', 'user_name', 'user name']);
    for (const [key, name] of few) expect(more.get(key)).toBe(name);
  });

  const key = fc.oneof(
    fc.array(fc.constantFrom('user', 'User', 'name', 'NAME', '_', '-', '.', ' ', '1', '🚀', 'é'), { maxLength: 4 }),
    fc.array(fc.string({ unit: 'binary', maxLength: 3 }), { maxLength: 3 }),
  );
  const keys = fc.uniqueArray(
    key.map((parts) => parts.join('')),
    { maxLength: 10 },
  );

  it('does not care for the order of keys', () => {
    fc.assert(
      fc.property(keys, fc.infiniteStream(fc.nat()), (some, random) => {
        const ranks = new Map(some.map((one) => [one, random.next().value]));
        const shuffled = some.toSorted((left, right) => (ranks.get(left) ?? 0) - (ranks.get(right) ?? 0));
        const names = give(some);
        for (const [one, name] of give(shuffled)) expect(names.get(one)).toBe(name);
        expect(new Set(names.values()).size).toBe(some.length);
      }),
      { numRuns: 500 },
    );
  });

  it('gives a newcomer no name that changes another, but the one it wants itself', () => {
    fc.assert(
      fc.property(keys, (some) => {
        const [newcomer = '', ...others] = some;
        const before = give(others);
        const after = give(some);
        const changed = others.filter((one) => before.get(one) !== after.get(one));
        // at most one: who had the name that the newcomer has more right to
        expect(changed.length).toBeLessThanOrEqual(1);
        for (const one of changed) {
          expect(typeName(one)).toBe(typeName(newcomer));
          expect(after.get(newcomer)).toBe(typeName(newcomer));
        }
      }),
      { numRuns: 500 },
    );
  });
});

import { expect, it } from 'vitest';
import type { Identifier } from '../generator/base/names.ts';
import { code } from '../generator/emit/code.ts';
import { createModule } from '../generator/emit/module.ts';
import { printModule } from '../generator/emit/print-module.ts';

it('prints no local declaration that nothing exported needs, however they need each other', () => {
  const module = createModule('src/a.ts');
  module.add(
    { kind: 'const', name: 'limit' as Identifier, exported: false, value: code`1` },
    { kind: 'const', name: 'lost' as Identifier, exported: false, value: code`limit + other` },
    { kind: 'const', name: 'other' as Identifier, exported: false, value: code`2` },
    { kind: 'const', name: 'kept' as Identifier, value: code`limit` },
  );
  const { text } = printModule(module.finish());
  expect(text).toContain('const limit = 1;');
  expect(text).toContain('export const kept = limit;');
  expect(text).not.toMatch(/const (?:lost|other)/);
});

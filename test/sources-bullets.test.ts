import { assert, property, string } from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { createReport, diagnosticText } from '../generator/base/diagnostic.ts';
import { readHttpMessages } from '../generator/evidence/http-message.ts';
import type { Evidence } from '../generator/evidence/evidence.ts';
import { collectEvidence } from '../generator/evidence/index.ts';
import { readFieldList, readStatusList } from '../generator/evidence/sections/bullets.ts';
import type { FieldRow } from '../generator/evidence/sections/field-row.ts';
import { withoutLiteralIds } from '../generator/evidence/sections/literal-ids.ts';
import { typeWordsOf } from '../generator/evidence/sections/list-notes.ts';
import { readPages } from '../generator/pages/index.ts';
import type { ListItem, Page } from '../generator/pages/page.ts';

// Reference pages that say in lists what others say in tables, and templates that put pages together.

function pagesOf(files: Readonly<Record<string, string>>): Page[] {
  const documents = Object.entries(files).map(([path, text]) => ({ path, text }));
  return readPages(documents, createReport());
}

function itemsOf(markdown: string): readonly ListItem[] {
  const [page] = pagesOf({ 'page.md': markdown });
  return page?.blocks.flatMap((block) => (block.kind === 'prose' ? (block.items ?? []) : [])) ?? [];
}

function rowsOf(markdown: string, announced = true): FieldRow[] | undefined {
  return readFieldList(itemsOf(markdown), { announced });
}

/** What a row says, without its place in the document. */
function said({ location: _location, method: _method, children, ...row }: FieldRow): object {
  return { ...row, ...(children.length > 0 && { children: children.map(said) }) };
}

function read(files: Readonly<Record<string, string>>): {
  facts: string[];
  evidence: Evidence[];
  diagnostics: string[];
} {
  const report = createReport();
  const evidence = collectEvidence(pagesOf(files), report);
  const facts = evidence.map(({ subject, fact, location }) => {
    const operation = 'operation' in subject ? `${subject.operation.method} ${subject.operation.path}` : subject.kind;
    const path =
      'path' in subject ? subject.path.map((step) => (step.kind === 'property' ? step.name : step.kind)) : [];
    const name =
      subject.kind === 'parameter' ? `${subject.location}:${subject.name}` : `${subject.kind}#${path.join('.')}`;
    return `${operation} ${name} ${fact.kind} ${location.document}:${location.line}`;
  });
  return { facts, evidence, diagnostics: report.all().map(diagnosticText) };
}

describe('lists as trees', () => {
  it('have their items, nested ones and code in them, each with its lines', () => {
    const items = itemsOf('- one\n  goes on\n\n  - inner\n\n- two\n\n  ```json\n  {}\n  ```\n');
    expect(items.map(({ text }) => text)).toEqual(['one\ngoes on', 'two']);
    expect(items[0]?.items).toMatchObject([{ text: 'inner', location: { line: 4 } }]);
    expect(items[0]?.location).toEqual({ document: 'page.md', line: 1, endLine: 2 });
    expect(items[1]?.blocks).toMatchObject([{ kind: 'code', text: '{}', textLine: 9 }]);
  });

  it('nest an item that is indented less than the text above it, as it reads', () => {
    const [item] = itemsOf('-   **filters** - what to show:\n  -   `state` of it\n-   **limit** - how many\n');
    expect(item?.items.map(({ text }) => text)).toEqual(['`state` of it']);
  });

  it('take text that is pushed right for text', () => {
    const [page] = pagesOf({ 'page.md': '-   **Check**\n    -     **Times** - how often\n' });
    expect(page?.blocks).toHaveLength(1);
    expect(itemsOf('-   **Check**\n    -     **Times** - how often\n')[0]?.items[0]?.text).toBe(
      '**Times** - how often',
    );
  });
});

describe('fields in lists', () => {
  test.each<[string, object]>([
    [
      '`size` `(string: <required>)` - How big.',
      { name: 'size', words: 'string', required: true, description: 'How big.' },
    ],
    ['`count` `(int: 0)` - How many.', { name: 'count', words: 'int', defaultText: '0', description: 'How many.' }],
    [
      '`tags` `(map[string]string: nil)` - Notes.',
      { name: 'tags', words: 'map<string, string>', description: 'Notes.' },
    ],
    ['`side` `(string: "left|right")`', { name: 'side', words: 'string', values: ['left', 'right'] }],
    [
      '`name` (string, required): What it is called',
      { name: 'name', words: 'string', required: true, description: 'What it is called' },
    ],
    ['**name** – What it is called', { name: 'name', description: 'What it is called' }],
    [
      '**`age`** _integer_ **Required** - In years',
      { name: 'age', words: 'integer', required: true, description: 'In years' },
    ],
    [
      'name (string, optional, default: "x") - What',
      { name: 'name', words: 'string', required: false, defaultText: 'x', description: 'What' },
    ],
    [
      '`:crate_id` `(string: <required>)` - Which.',
      { name: 'crate_id', words: 'string', required: true, place: 'path', description: 'Which.' },
    ],
    ['`page?: number`', { name: 'page', words: 'number', required: false }],
    ['`q` (query, string) The words', { name: 'q', words: 'string', place: 'query', description: 'The words' }],
    [
      '`limit` - How many. It is passed as a query parameter.',
      { name: 'limit', place: 'query', description: 'How many. It is passed as a query parameter.' },
    ],
    ['`note` to be kept with it', { name: 'note', description: 'to be kept with it' }],
    ['`size` (string, at most 9 letters)', { name: 'size', words: 'string', description: '(at most 9 letters)' }],
  ])('%s', (item, row) => {
    expect(rowsOf(`- ${item}\n`)?.map(said)).toEqual([row].map((one) => ({ ...one })));
  });

  it('stand in those of the items around them', () => {
    const [row] = rowsOf('- `limits` (object):\n  - `weight` (int) - In kilograms.\n  - `rows`\n') ?? [];
    expect(row?.children.map(({ name }) => name)).toEqual(['weight', 'rows']);
  });

  it('are told from the values of a field', () => {
    const [row] = rowsOf('- `kind` - One of the following values:\n  - `rope`\n  - `chain` - of iron\n') ?? [];
    expect(row?.children).toEqual([]);
    expect(row?.description).toContain('- `chain` - of iron');
  });

  test.each([
    '- [Get crates](#get-crates)\n- [Add a crate](#add-a-crate)\n',
    '- Open the lid.\n- Look inside.\n',
    '- `state=<word>` - crates in that state\n',
    '- `true` - it is\n- `false` - it is not\n',
    '- `POST /crates` adds a crate\n',
  ])('are not what other lists hold: %s', (markdown) => {
    expect(rowsOf(markdown)).toBeUndefined();
  });

  it('need more than a name in code where no heading says that they are fields', () => {
    expect(rowsOf('- `left` of it\n- `right` of it\n', false)).toBeUndefined();
    expect(rowsOf('- `left` (int)\n- `right` (int)\n', false)).toHaveLength(2);
  });

  it('never fail and lie within the document', () => {
    assert(
      property(string({ unit: 'grapheme', maxLength: 80 }), (text) => {
        for (const row of rowsOf(`- \`name\` ${text}\n- ${text}\n`) ?? []) expect(row.location.line).toBeGreaterThan(0);
      }),
    );
  });
});

test.each([
  [
    '-   **200** – no error\n-   **4XX** - wrong\n',
    [
      ['200', 'no error'],
      ['4XX', 'wrong'],
    ],
  ],
  ['- `201 Created`: it is there\n', [['201', 'it is there']]],
  ['- 204\n', [['204', undefined]]],
  ['- 200 crates fit\n- none\n', undefined],
])('statuses in lists: %s', (markdown, expected) => {
  expect(readStatusList(itemsOf(markdown))?.map(({ status, description }) => [status, description])).toEqual(expected);
});

test.each([
  ['string', 'string'],
  ['an array of integers', 'array of integers'],
  ['[]string', 'string[]'],
  ['map[string]int', 'map<string, int>'],
  ['JSON object', 'object'],
  ['string or null', 'string or null'],
  ['The name of it', undefined],
])('words for types: %s', (text, words) => {
  expect(typeWordsOf(text)).toBe(words);
});

test.each([
  ['/lists/3/items.json', '/lists/{list_id}/items.json'],
  ['/boxes/1/entries/2.json', '/boxes/{box_id}/entries/{entry_id}.json'],
  ['/2/lists/by/1cb006ee-fb05-47e1-b541-c34179ddc446', '/2/lists/by/{by_id}'],
  ['/v3/lists', '/v3/lists'],
])('ids that are examples: %s', (path, template) => {
  expect(withoutLiteralIds(path)).toBe(template);
});

describe('HTTP messages', () => {
  it('are read with their headers and bodies', () => {
    const text =
      'POST /crates HTTP/1.1\nContent-Type: application/json\n\n{"a": 1}\n\nHTTP/1.1 201 Created\n\n{"id": 2}';
    expect(readHttpMessages(text)).toEqual([
      {
        kind: 'request',
        method: 'POST',
        target: '/crates',
        line: 0,
        headers: [{ name: 'Content-Type', value: 'application/json', line: 1 }],
        body: { text: '{"a": 1}', line: 3 },
      },
      { kind: 'response', status: '201', line: 5, headers: [], body: { text: '{"id": 2}', line: 7 } },
    ]);
  });

  test.each(['GET /crates\nGET /boxes', 'PUT it there', '{"HTTP": 1}', ''])('are not: %s', (text) => {
    expect(readHttpMessages(text)).toEqual([]);
  });
});

describe('templates', () => {
  it('put pages and pieces of other files where they are called for, each fact at its own line', () => {
    const { facts } = read({
      'site/crates.md.erb':
        '## Get crates\n\n`GET /crates`\n\n### Query parameters\n\n<%= partial "shared/paging" %>\n\n```http\nHTTP/1.1 200 OK\n\n<%= yield_content :crate %>\n```\n',
      'site/shared/_paging.md': '- `page` (integer) - Which page.\n',
      'site/pieces/_crates.erb': '<% content_for :crate do %>\n{ "id": 1 }\n<% end %>\n',
    });
    expect(facts).toContain('get /crates query:page exists site/shared/_paging.md:1');
    expect(facts).toContain('get /crates response#id exists site/pieces/_crates.erb:2');
  });

  test.each([
    ['{% include "paging.md" %}', {}],
    ['@include "paging.md"', {}],
    ['--8<-- "paging.md"', {}],
    ['import Paging from "./paging.md"\n\n<Paging />', {}],
  ])('of other kinds do so, too: %s', (directive) => {
    const text = `## Get crates\n\n\`GET /crates\`\n\n### Query parameters\n\n${directive}\n`;
    const { facts } = read({ 'site/crates.mdx': text, 'site/paging.md': '- `page` (integer) - Which page.\n' });
    expect(facts).toContain('get /crates query:page exists site/paging.md:1');
  });

  it('that call themselves, or for each other without end, come to an end', () => {
    const pieces = Array.from({ length: 30 }, (_, index) => {
      const next = `<%= yield_content :p${index + 1} %>`;
      return `<% content_for :p${index} do %>[${next},${next}]<% end %>`;
    });
    const { facts } = read({
      'a.md.erb': '## A\n\n`GET /a`\n\n<%= partial "b" %>\n\n```json\n<%= yield_content :p0 %>\n```\n',
      'b.md.erb': '<%= partial "a" %>\n\n<%= partial "b" %>\n',
      'pieces.erb': `${pieces.join('\n')}\n<% content_for :p30 do %><%= yield_content :p0 %><% end %>`,
    });
    expect(facts.some((fact) => fact.startsWith('get /a operation#'))).toBe(true);
  });

  it('with broken tags are read as they stand', () => {
    const { facts } = read({ 'a.md.erb': '## A\n\n`GET /a`\n\n<% content_for :x do %>\n\n<%=\n' });
    expect(facts.some((fact) => fact.startsWith('get /a operation#'))).toBe(true);
  });
});

describe('operations', () => {
  it('that are named together share what follows', () => {
    const { facts } = read({
      'page.md':
        '## Pin\n\n* `POST /notes/2/pin.json` pins it.\n* `DELETE /notes/2/pin.json` takes it off.\n\nThis endpoint returns `204 No Content`.\n',
    });
    for (const method of ['post', 'delete']) {
      expect(facts).toContain(`${method} /notes/{note_id}/pin.json response# exists page.md:6`);
    }
  });

  it('are not what entries of a table of contents link to, nor what a text tells from another', () => {
    const { facts } = read({
      'page.md':
        '## Notes\n\n* `GET /notes` shows them.\n\n## Old\n\n* `GET /old/notes` → [Notes](#notes)\n\n`GET /v1/notes` is now `GET /notes`.\n',
    });
    const named = facts.filter((fact) => / operation# exists /.test(fact));
    expect(named).toEqual(['get /notes operation# exists page.md:3']);
  });

  it('begin with the variables that their samples show before their paths', () => {
    const { facts } = read({
      'page.md': '## Notes\n\n* `GET /notes` shows them.\n\n```shell\ncurl https://notes.example/$ACCOUNT/notes\n```\n',
    });
    expect(facts).toContain('get /{ACCOUNT}/notes path:ACCOUNT exists page.md:6');
  });
});

/** The parts of a request that a sample shows. */
function keysOf(sample: string, fields = ''): string[] {
  const text = `## A\n\n\`POST /a\`\n\n### Body parameters\n\n${fields}\n### Example request\n\n\`\`\`http\nPOST /a HTTP/1.1\n\n${sample}\n\`\`\`\n`;
  const { evidence } = read({ 'page.md': text });
  return evidence.flatMap(({ subject, fact, method }) => {
    if (subject.kind !== 'request' || fact.kind !== 'exists' || method !== 'sample') return [];
    return [subject.path.map((step) => (step.kind === 'property' ? step.name : step.kind)).join('.')];
  });
}

describe('maps in samples', () => {
  it('are told by keys that name no property', () => {
    expect(keysOf('{"ports": {"22/tcp": 1}}')).toContain('ports.values');
    expect(keysOf('{"notes": {"foo": "bar"}}')).toContain('notes.values');
    expect(keysOf('{"size": {"width": 1}}')).toContain('size.width');
  });

  it('are told by what is said of them, unless properties are described', () => {
    expect(keysOf('{"notes": {"size": "big"}}', '- `notes` - A map of notes\n')).toContain('notes.values');
    expect(keysOf('{"notes": {"size/x": 1}}', '- `notes` (object):\n  - `size` (int)\n')).toContain('notes.size/x');
  });
});

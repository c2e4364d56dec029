import { describe, expect, test } from 'vitest';
import { createReport, diagnosticText } from '../generator/base/diagnostic.ts';
import { collectEvidence } from '../generator/evidence/index.ts';
import type { Evidence, Step, Subject } from '../generator/evidence/evidence.ts';
import { referenceSections } from '../generator/evidence/sources/reference-sections.ts';
import { readPages } from '../generator/pages/index.ts';
import { assemble } from '../generator/spec/assemble/index.ts';

interface Result {
  readonly score: number;
  readonly facts: readonly string[];
  readonly diagnostics: readonly string[];
}

function run(text: string, path = 'page.md'): Result {
  const report = createReport();
  const [page] = readPages([{ path, text }], report);
  const score = page ? referenceSections.sniff(page).score : 0;
  const evidence = page && score > 0 ? referenceSections.read(page, report) : [];
  return { score, facts: evidence.map(factLine), diagnostics: report.all().map(diagnosticText) };
}

/** The names of the operations of some pages, and of the components. */
function assembled(pages: Readonly<Record<string, string>>): Record<string, unknown> {
  const report = createReport();
  const documents = Object.entries(pages).map(([path, text]) => ({ path, text }));
  return assemble(collectEvidence(readPages(documents, report), report), report) ?? {};
}

function stepText(step: Step): string {
  return step.kind === 'property' ? step.name : `(${step.kind})`;
}

function subjectText(subject: Subject): string {
  switch (subject.kind) {
    case 'operation':
      return `${subject.operation.method} ${subject.operation.path}`;
    case 'parameter':
      return `${subject.location} ${subject.name}`;
    case 'request':
      return ['body', ...subject.path.map(stepText)].join('.');
    case 'response':
      return [`response${subject.status ?? ''}`, ...subject.path.map(stepText)].join('.');
    case 'entity':
      return [subject.entity.title, ...subject.path.map(stepText)].join('.');
    default:
      return subject.kind;
  }
}

function factLine({ subject, fact, confidence }: Evidence): string {
  const { kind, ...rest } = fact;
  const [value] = Object.values(rest);
  const text = fact.kind === 'sample' ? JSON.stringify(fact.data.value) : JSON.stringify(value);
  const sure = confidence === 'high' ? '' : ` (${confidence})`;
  return `${subjectText(subject)}: ${kind}${text === undefined ? '' : ` ${text}`}${sure}`;
}

function operationsOf(text: string): string[] {
  return run(text).facts.flatMap((fact) => /^(\w+ \/\S*): exists/.exec(fact)?.[1] ?? []);
}

const rows = (head: string, row: string): readonly string[] => {
  const columns = head.split('|').length - 2;
  const text = `## POST /a\n\n### Body\n\n${head}\n|${'-|'.repeat(columns)}\n${row}`;
  return run(text)
    .facts.filter((fact) => fact.startsWith('body.'))
    .map((fact) => fact.replace('body.', ''));
};

const places = (text: string): readonly string[] =>
  run(text).facts.filter((fact) => /^(?:path|query|header|cookie|body\.)\S* ?\S*: exists/.test(fact));

const page = (url: string, method = 'GET'): string =>
  `# Page\n\n\`\`\`sh\ncurl -X ${method} http://x.example${url}\n\`\`\`\n`;

const paths = (pages: Readonly<Record<string, string>>): string[] =>
  Object.keys((assembled(pages)['paths'] ?? {}) as object);

describe('an endpoint is named', () => {
  test.each([
    ['a heading', '## GET /a/{id}\n\n| Name | Type |\n|-|-|\n| x | string |', 'get /a/{id}'],
    ['a heading in code with a placeholder', '### `GET /a/<id>/b.jpg[?h=3]`', 'get /a/{id}/b.jpg'],
    ['a heading with a title', '## Fetch one: GET /a/:id', 'get /a/{id}'],
    ['a paragraph of code', '## One\n\n`PUT ${HOST}/a/:id`', 'put /a/{id}'],
    ['a labelled line', '## One\n\n**Endpoint:** `DELETE https://x.example/a`', 'delete /a'],
    ['a fence', '## One\n\n```http\nPOST /a\n```', 'post /a'],
    ['a fence with the method beside its language', '## One\n\n```curl title="POST"\napi/a\n```', 'post /api/a'],
    ['an element', '## One\n<Route method="GET">/a/[\\{b.id\\}](/b#b)</Route>', 'get /a/{b.id}'],
    ['a table', '# One\n\n| URL | Requires Auth | HTTP Method |\n|-|-|-|\n| `/a` | yes | `POST` |', 'post /a'],
    [
      'a table in HTML',
      '# One\n\n<table><tr><th>URL</th><th>Method</th></tr><tr><td><code>a/b</code></td><td>GET</td></tr></table>',
      'get /a/b',
    ],
    ['a sample alone', '# One\n\n```sh\ncurl -X PATCH https://x.example/a/:id\n```', 'patch /a/{id}'],
  ])('by %s', (_, text, operation) => {
    expect(operationsOf(text)).toEqual([operation]);
  });

  test.each([
    ['a sentence', '# One\n\nYou may call GET /a before, and POST /b after it.'],
    ['a link', '# One\n\nSee [GET /a](#get-a) for more.'],
    ['a table of errors', '# One\n\n| Code | Meaning |\n|-|-|\n| 404 | no such path /a |'],
    ['a download', '# One\n\n```sh\ncurl -O https://x.example/setup.sh\n```'],
  ])('not by %s', (_, text) => {
    expect(operationsOf(text)).toEqual([]);
  });

  test('a sample of another operation adds nothing to the one under way', () => {
    const text = '## GET /a\n\n### Example request\n\n```sh\ncurl -X POST https://x.example/b -d \'{"c": 1}\'\n```';
    expect(run(text).facts.filter((fact) => fact.includes('exists'))).toEqual(['get /a: exists']);
  });
});

describe('a cell says', () => {
  test.each([
    ['| Field | Type |', '| a? | ?string |', ['a: exists', 'a: type "string"', 'a: required false', 'a: nullable']],
    ['| Parameter | Mandatory |', '| `a` | YES |', ['a: exists', 'a: required true']],
    ['| Parameter | Optional |', '| `a` | no |', ['a: exists', 'a: required true']],
    ['| Parameter | Required |', '| `a` | Yes (if `b` is missing) |', ['a: exists']],
    ['| Name | Required |', '| a | Optional Default: `5` |', ['a: exists', 'a: required false', 'a: default 5']],
    [
      '| Attribute | Description |',
      '| **a** _integer_ | x |',
      ['a: exists', 'a: type "integer"', 'a: description "x"'],
    ],
    [
      '| Attribute | Description |',
      '| `a`<br/>string, required | x |',
      ['a: exists', 'a: type "string"', 'a: required true', 'a: description "x"'],
    ],
    [
      '| Key | Type | Description |',
      '| a | int | **Required.** Why. |',
      ['a: exists', 'a: type "int"', 'a: required true', 'a: description "**Required.** Why."'],
    ],
    [
      '| Argument | Type | Allowed values |',
      '| a | string | `x`, `y` |',
      ['a: exists', 'a: type "string"', 'a: enum ["x","y"]'],
    ],
    ['| Argument | Example |', '| `_id` | `true` |', ['_id: exists', '_id: example true']],
    ['| Field | Type |', '| a.b[].c | number |', ['a.b.(items).c: exists', 'a.b.(items).c: type "number"']],
    ['| Field | Type |', '| a \\| b | string |', ['a: exists', 'a: type "string"', 'b: exists', 'b: type "string"']],
  ])('%s %s', (head, row, facts) => {
    expect(rows(head, row)).toEqual(facts);
  });

  test('rows nest by the marks before their names', () => {
    const facts = rows('| Field | Type |', '| a | array |\n| » b | object |\n| »» c | string |\n| d | string |');
    expect(facts.filter((fact) => fact.endsWith('exists'))).toEqual([
      'a: exists',
      'a.(items).b: exists',
      'a.(items).b.c: exists',
      'd: exists',
    ]);
  });

  test('text that is no name gives no field', () => {
    expect(rows('| Field | Type |', '| what you like | string |')).toEqual([]);
  });
});

describe('where values are sent', () => {
  const table = '| Parameter | Type |\n|-|-|\n| id | string |\n| x | string |\n';

  test('convention, where no heading says it: the template, then the method', () => {
    expect(places(`## GET /a/{id}\n\n${table}`)).toEqual(['path id: exists', 'query x: exists (medium)']);
    expect(places(`## PUT /a/{id}\n\n${table}`)).toEqual(['path id: exists', 'body.x: exists (medium)']);
  });
  test('headings and the line before', () => {
    expect(places('## PUT /a\n\n### Query parameters\n\n| Name | Type |\n|-|-|\n| x | string |')).toEqual([
      'query x: exists',
    ]);
    expect(
      places('## PUT /a\n\nIt takes these query string parameters:\n\n| Name | Type |\n|-|-|\n| x | string |'),
    ).toEqual(['query x: exists']);
    expect(places('## PUT /a\n\n**Headers:**\n\n| Name | Type |\n|-|-|\n| X-y | string |')).toEqual([
      'header X-y: exists',
    ]);
  });
  test('a column', () => {
    expect(places('## PUT /a\n\n| Name | In | Type |\n|-|-|-|\n| x | query | string |')).toEqual(['query x: exists']);
  });
  test('samples tell in which part of the body a table stands', () => {
    const sample = '```json\n{"box": {"x": 1, "sides": [{"h": 2}]}}\n```\n\n';
    const text = `## POST /a\n\n### Body\n\n${sample}| Field | Type |\n|-|-|\n| x | integer |\n\n#### Sides\n\n| Field | Type |\n|-|-|\n| h | integer |`;
    expect(places(text)).toEqual(['body.box.x: exists', 'body.box.sides.(items).h: exists']);
  });
});

describe('answers', () => {
  test.each([
    ['Returns `204 No Content`.', ['response204: exists (medium)']],
    [
      'Returns a 201 Created, or a 409 if it is there.',
      ['response201: exists (medium)', 'response409: exists (medium)'],
    ],
    ['It costs 200 coins and returns nothing.', []],
  ])('%s', (text, facts) => {
    const found = run(`## POST /a\n\n${text}`).facts.filter((fact) => fact.startsWith('response'));
    expect(found).toEqual(facts);
  });

  test('a table of statuses', () => {
    const found = run('## POST /a\n\n| Code | Meaning |\n|-|-|\n| 201 | made |\n| 422 | wrong |').facts;
    expect(found).toContain('response201: description "made"');
    expect(found).toContain('response422: exists');
  });
});

describe('entities', () => {
  const user = '# Users\n\n## User object\n\n| Field | Type |\n|-|-|\n| name | string |\n';

  test('are found by links across pages, and by their names', () => {
    const document = assembled({
      'docs/user.md': user,
      'docs/a.md':
        '## GET /a\n\nReturns a list of [users](./user#user-object).\n\n## GET /b\n\nReturns a user object.\n',
    });
    const text = JSON.stringify(document);
    expect(text).toContain('"items":{"$ref":"#/components/schemas/User"}');
    expect(text).toContain('"schema":{"$ref":"#/components/schemas/User"');
  });

  test('that nothing refers to, or that are not found, add nothing', () => {
    const document = assembled({ 'user.md': user, 'a.md': '## GET /a\n\nReturns a house object.\n' });
    expect(document['components']).toEqual({});
  });

  test('a link that leads elsewhere does not mean what has the same name', () => {
    const document = assembled({
      'user.md': user,
      'other.md': '# Other\n\n| Field | Type |\n|-|-|\n| z | string |\n',
      'a.md': '## GET /a\n\nReturns a [user](other#gone) object.\n',
    });
    expect(JSON.stringify(document)).not.toContain('schemas/User');
  });

  test('do not depend on the order of pages', () => {
    const a = { 'b.md': '## GET /b\n\nReturns a user object.', 'user.md': user, 'x.md': user.replace('name', 'age') };
    const reversed = Object.fromEntries(Object.entries(a).toReversed());
    expect(JSON.stringify(assembled(a))).toBe(JSON.stringify(assembled(reversed)));
  });
});

describe('operations that only samples show', () => {
  test('join the stated one that they call', () => {
    expect(
      paths({ 'a.md': '## GET /things/{id}\n\n| Name | Type |\n|-|-|\n| id | string |', 'b.md': page('/things/blue') }),
    ).toEqual(['/things/{id}']);
  });
  test('get a name for what looks like a key', () => {
    expect(paths({ 'a.md': page('/things/64d2b8f1c3a94e5d7f801234/parts') })).toEqual(['/things/{id}/parts']);
  });
  test('keep words that nothing shows to be values', () => {
    expect(paths({ 'a.md': page('/things'), 'b.md': page('/things/export') })).toEqual(['/things', '/things/export']);
  });
});

describe('pages without operations or objects', () => {
  test('are not for this reader', () => {
    expect(run('# Thoughts\n\nWe like books.\n').score).toBe(0);
    expect(run('# Thoughts\n\n| Day | Weather |\n|-|-|\n| Mon | sun |').score).toBe(0);
  });
  test('what gives no fact is listed', () => {
    const { diagnostics } = run('## GET /a\n\n| Day | Weather |\n|-|-|\n| Mon | sun |');
    expect(diagnostics).toEqual(['page.md:3:1 note evidence/unread not understood: Day Weather']);
  });
});

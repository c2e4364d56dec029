import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { createReport, diagnosticText } from '../generator/base/diagnostic.ts';
import type { Evidence, Source, Step, Subject } from '../generator/evidence/evidence.ts';
import { openApiDocument } from '../generator/evidence/sources/openapi-document.ts';
import { openApiSlice } from '../generator/evidence/sources/openapi-slice.ts';
import { parameterComponents } from '../generator/evidence/sources/parameter-components.ts';
import { readPage } from '../generator/pages/index.ts';

interface Result {
  readonly score: number;
  readonly evidence: readonly Evidence[];
  /** Each fact in a line: `3 attribute path id: type string`. */
  readonly facts: readonly string[];
  readonly diagnostics: readonly string[];
}

function run(source: Source, text: string, path = 'page.mdx'): Result {
  const report = createReport();
  const page = readPage({ path, text }, report);
  const score = page ? source.sniff(page).score : 0;
  const evidence = page && score > 0 ? source.read(page, report) : [];
  return { score, evidence, facts: evidence.map(factLine), diagnostics: report.all().map(diagnosticText) };
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
    default:
      return subject.kind;
  }
}

function factLine({ subject, fact, location, method, confidence }: Evidence): string {
  const { kind, ...rest } = fact;
  const [value] = Object.values(rest);
  const text = kind === 'spec' || kind === 'sample' ? JSON.stringify(fact.data.value) : JSON.stringify(value);
  const sure = confidence === 'high' ? '' : ` (${confidence})`;
  return `${location.line} ${method} ${subjectText(subject)}: ${kind}${text === undefined ? '' : ` ${text}`}${sure}`;
}

const vuePage = `---
title: Rename a shelf
description: For search engines.
---

# Rename a shelf

<div class="badge">
  <span class="method put">PUT</span>
  <span class="path">/v1/rooms/{room}/shelves/{shelf_id}/</span>
</div>

<div class="left">

Gives a shelf another name.

Books stay where they are.

<div class="section">

### Path Parameters

<ApiParam name="room" type="string" :required="true">

The room the shelf stands in.

</ApiParam>

</div>
<div class="section">

### Query Parameters

<ApiParam name="limit" type="integer" :required="false" :default="20">
</ApiParam>

</div>
<div class="section">

### Body Parameters

<ApiParam name="label.text" type="string" :required="true">

Two kinds:
- short
- long

</ApiParam>

</div>
<div class="section">

### Scopes

\`shelves:write\` and \`rooms:read\`

</div>
</div>
<div class="right">

<CodePanel title="Rename" :languages="['cURL', 'Python']">
<template #curl>

\`\`\`bash
curl -X PUT "https://api.books.example/v1/rooms/north/shelves/7/" \\
  -H "X-Api-Key: $KEY" \\
  -H "Content-Type: application/json" \\
  -d '{ "label": { "text": "Poems" } }'
\`\`\`

</template>
<template #python>

\`\`\`python
requests.put("https://api.books.example/v1/rooms/north/shelves/7/", headers={"X-Api-Key": "k"})
\`\`\`

</template>
</CodePanel>

<ResponsePanel status="200">

\`\`\`json
{ "id": 7 }
\`\`\`

</ResponsePanel>
<ResponsePanel status="404">

No such shelf.

</ResponsePanel>
</div>

A closing remark.
`;

describe('components of a Vue page', () => {
  const { score, facts, diagnostics } = run(parameterComponents, vuePage, 'page.md');
  const operation = 'put /v1/rooms/{room}/shelves/{shelf_id}/';

  test('is recognized', () => {
    expect(score).toBe(1);
  });

  test.each([
    `8 attribute ${operation}: exists`,
    `6 attribute ${operation}: summary "Rename a shelf"`,
    `15 attribute ${operation}: description "Gives a shelf another name.\\n\\nBooks stay where they are."`,
    '23 attribute path room: exists',
    '23 attribute path room: type "string"',
    '23 attribute path room: required true',
    '25 attribute path room: description "The room the shelf stands in."',
    '34 attribute query limit: required false',
    '34 attribute query limit: default 20',
    '42 attribute body.label.text: exists',
    '42 attribute body.label.text: type "string"',
    '44 attribute body.label.text: description "Two kinds:\\n- short\\n- long"',
    `55 attribute ${operation}: scope "shelves:write"`,
    `55 attribute ${operation}: scope "rooms:read"`,
    '65 sample api: server "https://api.books.example"',
    `66 sample ${operation}: security {"type":"apiKey","in":"header","name":"X-Api-Key"}`,
    '67 sample body: mediaType "application/json"',
    '68 sample body: sample {"label":{"text":"Poems"}}',
    '81 attribute response200: exists',
    '84 sample response200: sample {"id":7}',
    '88 attribute response404: exists',
    '90 attribute response404: description "No such shelf."',
  ])('%s', (fact) => {
    expect(facts).toContain(fact);
  });

  test('what gave no fact is said', () => {
    expect(diagnostics).toEqual(['page.md:95:1 note evidence/unread not understood: A closing remark.']);
  });
});

describe('components of an MDX page', () => {
  const text = `---
title: "Add a book"
description: "Puts a book on a shelf."
api: "POST https://api.books.example/v2/shelves/:shelf/books"
authMethod: "bearer"
---

## Request

<ParamField path="shelf" type="string" required>Where to put it.</ParamField>
<ParamField header="Trace-Id" type="string" deprecated />
<ParamField query="copies" type="number" default="1" placeholder="1 | 2" />

<ParamField body="parts" type="object[]" required>
  What it is made of.
  <Expandable title="parts">
    <ParamField body="pages" type="integer" default={100} min={1} max="900">
      How many.
      <Note>Blank ones count.</Note>
    </ParamField>
    <ResponseField name="kind" type="string" enum={["text", 'plates']} />
  </Expandable>
</ParamField>

## Response

<ResponseField name="data" type="array">
  <Expandable>
    <ResponseField name="id" type="string" required>Its number.</ResponseField>
  </Expandable>
</ResponseField>

<RequestExample>
\`\`\`json Body
{ "parts": [] }
\`\`\`
</RequestExample>

<ResponseExample>
\`\`\`json 201 Created
{ "data": [] }
\`\`\`

\`\`\`json Error
{ "message": "no" }
\`\`\`
</ResponseExample>

<Snippet file="more.mdx" />
`;
  const { facts, diagnostics } = run(parameterComponents, text);
  const operation = 'post /v2/shelves/{shelf}/books';

  test.each([
    `4 attribute ${operation}: exists`,
    '4 attribute api: server "https://api.books.example"',
    `5 attribute ${operation}: security {"type":"http","scheme":"bearer"}`,
    `2 attribute ${operation}: summary "Add a book" (medium)`,
    `3 attribute ${operation}: description "Puts a book on a shelf." (medium)`,
    '10 attribute path shelf: required true',
    '10 attribute path shelf: description "Where to put it."',
    '11 attribute header Trace-Id: deprecated',
    '12 attribute query copies: default 1',
    '12 attribute query copies: enum [1,2] (low)',
    '14 attribute body.parts: type "object[]"',
    '15 attribute body.parts: description "What it is made of."',
    '17 attribute body.parts.(items).pages: default 100',
    '17 attribute body.parts.(items).pages: limit "minimum"',
    '18 attribute body.parts.(items).pages: description "How many.\\nBlank ones count."',
    '21 attribute body.parts.(items).kind: type "string"',
    '27 attribute response.data: type "array"',
    '29 attribute response.data.(items).id: required true',
    '35 sample body: sample {"parts":[]}',
    '40 attribute response201: exists',
    '41 sample response201: sample {"data":[]}',
  ])('%s', (fact) => {
    expect(facts).toContain(fact);
  });

  test('what gave no fact is said', () => {
    // what is only called an error is the answer of any other status
    expect(diagnostics).toEqual(['page.mdx:49:1 note evidence/unread not understood: <Snippet>']);
  });
});

describe('components in general', () => {
  test('several endpoints on a page each have their parameters', () => {
    const text =
      '## GET /a/{id}\n\n<PathParam name="id" type="string" />\n\n## DELETE /b\n\n<QueryParam name="force" type="boolean" />\n';
    expect(run(parameterComponents, text).facts).toEqual([
      '1 attribute get /a/{id}: exists',
      '3 attribute path id: exists',
      '3 attribute path id: type "string"',
      '5 attribute delete /b: exists',
      '7 attribute query force: exists',
      '7 attribute query force: type "boolean"',
    ]);
  });

  test('an endpoint may stand in the attributes of a component', () => {
    const text = '<Endpoint method="GET" path="/a" />\n\n<Param name="b" in="query" type="string" />\n';
    expect(run(parameterComponents, text).facts).toContain('1 attribute get /a: exists');
    expect(run(parameterComponents, text).facts).toContain('3 attribute query b: type "string"');
  });

  test('a parameter of no stated place is sent where the method has it by convention, as in tables', () => {
    const { facts, diagnostics } = run(
      parameterComponents,
      '`GET /a/{b}`\n\n### Parameters\n\n<Param name="b" type="string" />\n<Param name="c" type="string" />\n',
    );
    expect(facts).toContain('5 attribute path b: exists');
    expect(facts).toContain('6 attribute query c: exists (medium)');
    expect(diagnostics).toEqual([]);
  });

  test('a page without an endpoint is told of', () => {
    expect(run(parameterComponents, '<ParamField query="a" type="string" />').diagnostics).toEqual([
      'page.mdx:1:1 warning evidence/no-endpoint the page names no endpoint (a method and a path)',
    ]);
  });

  test('hostile names are data', () => {
    const text =
      'GET /a\n\n<Param in="body" name="__proto__" type="string" constructor="x" __proto__="y">*/ `${a}`</Param>\n';
    expect(run(parameterComponents, text).facts).toEqual([
      '1 attribute get /a: exists',
      '3 attribute body.__proto__: exists',
      '3 attribute body.__proto__: type "string"',
      '3 attribute body.__proto__: description "*/ `${a}`"',
    ]);
  });
});

describe('OpenAPI documents', () => {
  test('a data page with a root key is evidence as a whole', () => {
    const { evidence } = run(openApiDocument, 'swagger: "2.0"\ninfo: {}\n', 'a.yaml');
    expect(evidence).toMatchObject([{ subject: { kind: 'api' }, fact: { kind: 'spec' }, method: 'spec' }]);
    expect(run(openApiDocument, 'a: 1', 'a.yaml').score).toBe(0);
  });
});

describe('OpenAPI slices', () => {
  const slice = `openapi: 3.1.0
paths:
  /a/{b}:
    put:
      responses: {}
`;

  test('a slice is evidence with its file, and locates its parts in the page', () => {
    const text = `> ## Documentation Index\n> All pages: https://a.example/llms.txt\n\n# Change an A\n\n> Sets what\n> A holds.\n\n## OpenAPI\n\n\`\`\`\`yaml /spec/a.yaml put /a/{b}\n${slice}\`\`\`\`\n`;
    const { score, evidence, facts, diagnostics } = run(openApiSlice, text, 'a.md');
    expect(score).toBe(1);
    expect(evidence[0]?.fact).toMatchObject({ kind: 'spec', file: '/spec/a.yaml' });
    const [spec] = evidence;
    expect(spec?.fact.kind === 'spec' && spec.fact.data.locate('/paths/~1a~1{b}/put').line).toBe(15);
    expect(facts.slice(1)).toEqual([
      '4 prose put /a/{b}: summary "Change an A" (medium)',
      '6 prose put /a/{b}: description "Sets what\\nA holds." (medium)',
    ]);
    expect(diagnostics).toEqual([]);
  });

  test('front text adds nothing that the slice says itself', () => {
    const full = slice.replace('      responses', '      summary: A\n      description: B\n      responses');
    expect(run(openApiSlice, `# T\n\nText\n\n\`\`\`yaml\n${full}\`\`\``, 'a.md').evidence).toHaveLength(1);
  });

  test('several slices stand on one page', () => {
    const text = `\`\`\`yaml\n${slice}\`\`\`\n\n\`\`\`json\n{ "openapi": "3.0.0", "paths": {} }\n\`\`\`\n`;
    expect(run(openApiSlice, text, 'a.md').evidence).toHaveLength(2);
  });

  test.each([
    ['by its first key', '```yaml\nopenapi: 3.1.0\npaths:\n  /a:\n   put: {\n'],
    ['by its info string', '```yaml /a.yaml put /a\ninfo: 1\npaths:\n  /a:\n   put: {\n'],
  ])('a truncated slice, known %s, names its line', (_, text) => {
    expect(run(openApiSlice, `# T\n\n${text}`, 'a.md').diagnostics).toEqual([
      expect.stringMatching(/^a\.md:[78]:1 error pages\/syntax is not valid YAML: /),
    ]);
  });

  test('a request sample is no slice', () => {
    expect(run(openApiSlice, '```json POST /a\n{ "b": 1 }\n```\n', 'a.md').score).toBe(0);
  });
});

/** The Markdown files below a folder. */
function files(folder: string): string[] {
  const names = readdirSync(folder, { recursive: true, withFileTypes: true });
  return names.filter((entry) => /\.mdx?$/.test(entry.name)).map((entry) => `${entry.parentPath}/${entry.name}`);
}

describe('pages of others', () => {
  const corpus = fileURLToPath(new URL('../../shared/corpus/docs-truth', import.meta.url));
  const seeds = fileURLToPath(new URL('../../shared/seeds', import.meta.url));

  test.skipIf(!existsSync(corpus))(
    'each component page gives its endpoint and every parameter (needs ../shared)',
    () => {
      for (const set of ['plane-vitepress', 'plane-mintlify', 'upstash-qstash']) {
        for (const path of files(`${corpus}/${set}/pages`)) {
          const text = readFileSync(path, 'utf8');
          const { score, evidence } = run(parameterComponents, text, path);
          const hasEndpoint = /api-endpoint-badge|^api:/m.test(text);
          expect([path, score > 0]).toEqual([path, hasEndpoint]);
          if (!hasEndpoint) continue;
          const exist = evidence.filter(({ fact, method }) => fact.kind === 'exists' && method === 'attribute');
          expect(exist.filter(({ subject }) => subject.kind === 'operation')).toHaveLength(1);
          const parts = exist.filter(
            ({ subject }) =>
              subject.kind === 'parameter' ||
              subject.kind === 'request' ||
              (subject.kind === 'response' && subject.status === undefined),
          );
          expect([path, parts.length]).toEqual([
            path,
            text.match(/<(?:ApiParam|ParamField|ResponseField)\b/g)?.length ?? 0,
          ]);
        }
      }
    },
  );

  test.skipIf(!existsSync(seeds))('the slice of a page export is read whole (needs ../shared)', () => {
    const path = `${seeds}/partoo-update-custom-field.md`;
    const { evidence, diagnostics } = run(openApiSlice, readFileSync(path, 'utf8'), path);
    expect(evidence.map(({ fact }) => fact.kind)).toEqual(['spec']);
    expect(diagnostics).toEqual([]);
  });
});

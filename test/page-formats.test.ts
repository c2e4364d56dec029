import { describe, expect, test } from 'vitest';
import { createReport, diagnosticText } from '../generator/base/diagnostic.ts';
import type { Block, Page } from '../generator/pages/page.ts';
import { readPages } from '../generator/pages/index.ts';

// How documents of further formats become pages: what is a block of its own, and on which line it stands.

function pagesOf(path: string, text: string): { pages: readonly Page[]; diagnostics: string[] } {
  const report = createReport();
  const pages = readPages([{ path, text }], report);
  return { pages, diagnostics: report.all().map(diagnosticText) };
}

function blocksOf(path: string, text: string): readonly Block[] {
  return pagesOf(path, text).pages[0]?.blocks ?? [];
}

/** Blocks in short: kind, line, text; elements with what is in them. */
function outline(blocks: readonly Block[]): string[] {
  return blocks.flatMap((block) => {
    const { line } = block.location;
    switch (block.kind) {
      case 'element':
        return [
          `${line} <${block.tag} ${JSON.stringify(block.attributes)}>`,
          ...outline(block.children).map((one) => `  ${one}`),
        ];
      case 'table':
        return [
          `${line} table ${block.header.join('|')}`,
          ...block.rows.map((row) => `  ${row.location.line} ${row.cells.join('|')}`),
        ];
      default:
        return [`${line} ${block.kind} ${block.text}`];
    }
  });
}

describe('tags of template languages', () => {
  test('are elements with what stands between them', () => {
    const text = '# A\n\n{% tabs %}\n{% tab title="One" %}\nText.\n{% endtab %}\n{% endtabs %}\n';
    expect(outline(blocksOf('a.md', text))).toEqual([
      '1 heading A',
      '3 <tabs {}>',
      '  4 <tab {"title":"One"}>',
      '    5 prose Text.',
    ]);
  });

  test('need no end, and values may stand without a name', () => {
    const text = '{{< rest-endpoint GET "/things/{id}" deep=true >}}\n\nText with {{< ref "x" >}} in it.\n';
    expect(outline(blocksOf('a.md', text))).toEqual([
      '1 <rest-endpoint {"0":"GET","1":"/things/{id}","deep":"true"}>',
      '3 prose Text with {{< ref "x" >}} in it.',
    ]);
  });

  test.each(['{% include "x.md" %}', '{% ', '{{< ', '{%%}', '{% 3 %}', '`{% a %}`'])('%s stays text', (text) => {
    expect(outline(blocksOf('a.md', `${text}\n\n## B\n`))[0]).toBe(`1 prose ${text}`);
  });

  test('a line of many begins is read once', () => {
    expect(blocksOf('a.md', `## A\n\n${'{% '.repeat(200_000)}`)).toHaveLength(2);
  });
});

describe('HTML', () => {
  const text = `<!doctype html>
<html><head><title>x</title><script>if (a < b) {}</script></head>
<body><header><h1>Site</h1></header>
<main>
  <h2 id="a">Boats &amp; more <a href="#a">#</a></h2>
  <p>Gives <strong>all</strong>
     of <a href="/boats">them</a>: <code>GET /boats</code></p>
  <ul><li><code>a</code> one<ul><li>deep</li></ul></li><li>two</li></ul>
  <table><tr><th>Name</th><th>Type</th></tr>
  <tr><td>a</td><td>string</td></tr></table>
  <pre class="language-json"><code>{
  "a": 1
}</code></pre>
  <div>Loose <span>text</span><blockquote>Quoted</blockquote></div>
</main><footer>End</footer></body></html>`;

  test('is cut into the blocks that Markdown has', () => {
    expect(outline(blocksOf('a.html', text))).toEqual([
      '5 heading Boats & more',
      '6 prose Gives **all** of [them](/boats): `GET /boats`',
      '8 prose - `a` one\n  - deep\n- two',
      '9 table Name|Type',
      '  10 a|string',
      '11 code {\n  "a": 1\n}',
      '14 prose Loose text',
      '14 prose Quoted',
    ]);
  });

  test('of any depth and without ends is read', () => {
    expect(blocksOf('a.html', `<html>${'<div>'.repeat(20_000)}<p>Deep`)).toHaveLength(1);
    expect(blocksOf('a.html', `<html>${'<ul><li>'.repeat(5_000)}Deep`).length).toBeGreaterThan(0);
    expect(pagesOf('a.html', '<html><body></body></html>').pages).toHaveLength(1);
  });
});

describe('a description in a script', () => {
  test.each([
    ['braces in texts', '{"a":"}{","spec":{"openapi":"3.1.0","info":{"title":"\\"}"},"paths":{}}}'],
    ['members before its own mark', 'window.x = {"spec":{"info":{},"openapi":"3.0.0","paths":{}}};'],
    ['one after another', 'a({"openapi":"3.0.0","paths":{}}); b({"swagger":"2.0","paths":{}})'],
  ])('is found: %s', (_, script) => {
    const { pages } = pagesOf('a.html', `<html><body>\n<script>${script}</script></body></html>`);
    expect(pages.every(({ data, format }) => format === 'data' && data?.locate('').line === 2)).toBe(true);
  });

  test.each([
    ['is cut off', '{"openapi":"3.1.0","paths":{'],
    ['is no JSON', '{openapi:"3.1.0"}'],
    ['is an example in a text', '"{\\"openapi\\":\\"3.1.0\\"}"'],
  ])('is none where it %s', (_, script) => {
    const { pages } = pagesOf('a.html', `<html><body><script>${script}</script><p>Text</p></body></html>`);
    expect(pages.map(({ format }) => format)).toEqual(['markdown']);
  });
});

describe('a document that holds a whole site', () => {
  const text = `# One
Source: https://docs.example/one

get /one
Gives one.

# Source: https://docs.example/two.md

---
title: Two
---

## Part
`;

  test('is cut into its pages, each with the lines of the document', () => {
    const { pages } = pagesOf('llms-full.txt', text);
    expect(pages.map(({ frontMatter }) => frontMatter?.value)).toEqual([
      { title: 'One', api: 'get /one' },
      { title: 'Two' },
    ]);
    expect(pages.map(({ frontMatter }) => frontMatter?.locate('/title').line)).toEqual([1, 10]);
    expect(pages[0]?.frontMatter?.locate('/api').line).toBe(4);
    expect(pages.map(({ blocks }) => outline(blocks))).toEqual([['5 prose Gives one.'], ['13 heading Part']]);
    expect(new Set(pages.map(({ uri }) => uri)).size).toBe(2);
  });

  test('is one page where no address stands at its begin', () => {
    expect(pagesOf('a.md', '# One\n\nText.\n\n# Two\nSource: https://docs.example/two\n').pages).toHaveLength(1);
  });
});

describe('blocks that are JSON', () => {
  test('are tables, code and headings', () => {
    const text = `## A

[block:parameters]
{
  "data": {
    "h-0": "Name",
    "h-1": "Type",
    "1-0": "b",
    "0-0": "a",
    "0-1": "string <b>"
  }
}
[/block]
[block:code]
{ "codes": [{ "code": "{}", "language": "JSON", "name": "200" }, { "language": "none" }] }
[/block]
[block:api-header]
{ "title": "B", "level": 3 }
[/block]
`;
    expect(outline(blocksOf('a.md', text))).toEqual([
      '1 heading A',
      '3 table Name|Type',
      '  9 a|string <b>',
      '  8 b',
      '15 code {}',
      '17 heading B',
    ]);
  });

  test.each(['[block:parameters]\nno JSON\n[/block]', '[block:parameters]\n{}', '[block:unknown]\n{}\n[/block]'])(
    '%j stays text',
    (text) => {
      expect(blocksOf('a.md', `## A\n\n${text}\n`)[1]?.kind).toBe('prose');
    },
  );

  test('many that never end are searched once', () => {
    expect(blocksOf('a.md', `## A\n\n${'[block:code]\n'.repeat(300)}`)).toHaveLength(2);
  });
});

describe('AsciiDoc', () => {
  const text = [
    '= Boxes',
    ':base: https://boxes.example',
    '',
    '[[open]]',
    '== Open a box',
    '',
    "'POST /boxes/link:#id[\\{box\\}]'",
    '',
    '`size`::',
    '(Optional, integer) How large.',
    '+',
    '.Properties of `size`',
    '====',
    '`unit`:: Of what, see <<units,the units>>.',
    '====',
    '',
    '.Request',
    '[source,json]',
    '----',
    '{ "size": 1 } // <1>',
    '----',
    '',
    '[cols="1,2",options="header"]',
    '|===',
    '|Name |Text',
    '|*size* |At',
    '{base}',
    '.2+|a |b',
    '|c',
    '|===',
  ].join('\n');

  test('becomes headings, lists of terms, code and tables on their own lines', () => {
    const list = [
      '- `size`: (Optional, integer) How large.',
      '',
      '  **Properties of `size`**',
      '',
      '    - `unit`: Of what, see [the units](#units).',
    ];
    expect(outline(blocksOf('boxes.adoc', text))).toEqual([
      '1 heading Boxes',
      '4 <a {"id":"open"}>',
      '5 heading Open a box',
      '7 prose `POST /boxes/{box}`',
      `9 prose ${list.join('\n')}`,
      '17 prose **Request**',
      '19 code { "size": 1 }',
      '24 table Name|Text',
      '  26 **size**|At https://boxes.example',
      '  28 a|b',
      '  29 a|c',
    ]);
  });

  test('is known by its headings and tables where no name says so', () => {
    expect(outline(blocksOf('boxes.txt', text))).toEqual(outline(blocksOf('boxes.adoc', text)));
  });

  test('values of attributes that repeat themselves stay short', () => {
    const attributes = ':a: {a}{a}\n'.repeat(200);
    expect(outline(blocksOf('a.adoc', `= A\n:a: x\n${attributes}\n{a}`)).join('').length).toBeLessThan(3000);
  });
});

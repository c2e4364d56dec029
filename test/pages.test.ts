import { array, assert, constantFrom, property } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createReport, diagnosticText } from '../generator/base/diagnostic.ts';
import { readPage } from '../generator/pages/index.ts';
import type { Block, Page } from '../generator/pages/page.ts';

function read(text: string, path = 'page.md'): { page: Page | undefined; diagnostics: string[] } {
  const report = createReport();
  const page = readPage({ path, text }, report);
  return { page, diagnostics: report.all().map(diagnosticText) };
}

function blocks(text: string, path?: string): readonly Block[] {
  return read(text, path).page?.blocks ?? [];
}

/** A block as one line, its children indented, to compare trees at a glance. */
function outline(list: readonly Block[], indent = ''): string[] {
  return list.flatMap((block) => {
    const { line, endLine } = block.location;
    const place = endLine === undefined ? `${line}` : `${line}-${endLine}`;
    const text = block.kind === 'element' ? `<${block.tag}>` : block.kind === 'table' ? 'table' : block.text;
    const children = block.kind === 'element' ? outline(block.children, `${indent}  `) : [];
    return [`${indent}${place} ${block.kind} ${text.replaceAll('\n', '|')}`, ...children];
  });
}

describe('formats', () => {
  test.each([
    ['a.md', '# A', 'markdown'],
    ['a.MDX', '# A', 'markdown'],
    ['a.yaml', 'a: 1', 'data'],
    ['a.yml', 'a: 1', 'data'],
    ['a.json', '{"a": 1}', 'data'],
    ['a.txt', 'POST/things\nname:stringThe name', 'text'],
    ['a', 'just text', 'text'],
    ['a.txt', '---\ntitle: A\n---\n\nText', 'markdown'],
    ['a.txt', 'Text\n\n```json\n{}\n```\n', 'markdown'],
    ['a.txt', 'Text\n\n<Param name="a">\n\n</Param>', 'markdown'],
    ['a.txt', 'openapi: 3.1.0\ninfo: {}\n', 'data'],
    ['a.txt', '{ "openapi": "3.1.0" }', 'data'],
  ])('%s is read as fits its content', (path, text, format) => {
    expect(read(text, path).page?.format).toBe(format);
  });

  test('an empty document is told of at its first line', () => {
    expect(read('\uFEFF \r\n\t\n')).toEqual({
      page: undefined,
      diagnostics: ['page.md:1:1 warning documents/empty the document is empty'],
    });
  });

  test('broken YAML and JSON name their line', () => {
    const yaml = read('a: 1\nb:\n  - c\n d: 2\n', 'a.yaml');
    expect(yaml.page).toBeUndefined();
    expect(yaml.diagnostics).toEqual([expect.stringMatching(/^a\.yaml:4:1 error pages\/syntax is not valid YAML: /)]);
    expect(read('{\n "a": 1,\n "b" 2\n}', 'a.json').diagnostics).toEqual([
      expect.stringMatching(/^a\.json:3:1 error pages\/syntax is not valid JSON: /),
    ]);
  });

  test('line ends and the byte order mark do not matter', () => {
    const text = '---\ntitle: A\n---\n\n# B\n\n```json\n{\n}\n```\n';
    const windows = read(`\uFEFF${text.replaceAll('\n', '\r\n')}`).page;
    expect(windows?.text).toBe(text);
    expect(windows?.blocks).toEqual(blocks(text));
    expect(windows?.frontMatter?.value).toEqual({ title: 'A' });
  });

  test('text pages keep every line', () => {
    expect(outline(blocks('one  \n\ntwo\n', 'a.txt'))).toEqual(['1 line one', '2 line ', '3 line two']);
  });
});

describe('Markdown', () => {
  test('front matter is parsed and located; broken front matter names its line', () => {
    const { page } = read('---\ntitle: A\napi: GET /b\n---\n\nText');
    expect(page?.frontMatter?.value).toEqual({ title: 'A', api: 'GET /b' });
    expect(page?.frontMatter?.locate('/api').line).toBe(3);
    expect(outline(page?.blocks ?? [])).toEqual(['6 prose Text']);
    expect(read('---\na: 1\nb: [\n---\n\nText').diagnostics[0]).toMatch(/^page\.md:[34]:1 warning pages\/partly-read/);
  });

  test('headings, prose, lists and quotes are source text with their lines', () => {
    const text = '# A `b` [c](d) {#e}\n\nOne *two*\n  three\n\n- a\n  b\n- c\n\n> q\n> r\n\nF\n---\n';
    expect(outline(blocks(text))).toEqual([
      '1 heading A b c',
      '3-4 prose One *two*|three',
      '6-8 prose - a|  b|- c',
      '10-11 prose q|r',
      '13-14 heading F',
    ]);
  });

  test('a table has cells as source text', () => {
    const [table] = blocks('| A | B |\n|---|---|\n| `x` | y \\| z |\n');
    expect(table).toMatchObject({
      kind: 'table',
      header: ['A', 'B'],
      rows: [{ cells: ['`x`', 'y | z'], location: { line: 3 } }],
    });
  });

  test('a fence has language, info and the line its text begins on', () => {
    const [code] = blocks('\n````YAML /assets/a.yaml put /things/{id}\na: 1\n```\n````\n');
    expect(code).toEqual({
      kind: 'code',
      language: 'yaml',
      info: '/assets/a.yaml put /things/{id}',
      text: 'a: 1\n```',
      textLine: 3,
      location: { document: 'page.md', line: 2, endLine: 5 },
    });
    expect(blocks('```json{1,2} Title\n{}\n```')).toMatchObject([{ language: 'json', info: '{1,2} Title' }]);
  });

  test('an unclosed fence goes to the end', () => {
    expect(blocks('Text\n\n```yaml\na: 1\n<b c="d">\n')).toMatchObject([
      { kind: 'prose' },
      { kind: 'code', text: 'a: 1\n<b c="d">\n'.trimEnd(), textLine: 4 },
    ]);
  });

  test('code within lists and quotes is found', () => {
    expect(outline(blocks('- a\n\n  ```json\n  {}\n  ```\n'))).toEqual([
      '1-5 prose - a||  ```json|  {}|  ```',
      '3-5 code {}',
    ]);
  });
});

describe('elements', () => {
  test('tags in separate HTML blocks make a tree', () => {
    const text = [
      '<div class="list">',
      '',
      '<ApiParam name="a" type="string | number" :required="true">',
      '',
      'First *line*.',
      '',
      '- one',
      '',
      '</ApiParam>',
      '</div>',
      '',
      'After',
    ].join('\n');
    expect(outline(blocks(text))).toEqual([
      '1-10 element <div>',
      '  3-9 element <ApiParam>',
      '    5 prose First *line*.',
      '    7 prose - one',
      '12 prose After',
    ]);
    expect(blocks(text)).toMatchObject([
      { children: [{ attributes: { name: 'a', type: 'string | number', ':required': 'true' } }] },
      {},
    ]);
  });

  test('tags in one line, without empty lines, and indented', () => {
    const text =
      '<ParamField path="id" required>The <b>id</b> of `<X>`</ParamField>\n<Group>\n    <Field name="a">\n        Text\n\n        ```json\n        {\n          "a": 1\n        }\n        ```\n    </Field>\n</Group>';
    expect(outline(blocks(text, 'page.mdx'))).toEqual([
      '1 element <ParamField>',
      '  1 prose The <b>id</b> of `<X>`',
      '2-12 element <Group>',
      '  3-11 element <Field>',
      '    4 prose Text',
      '    6-10 code {|  "a": 1|}',
    ]);
  });

  test('attributes of Vue and MDX keep their names and values', () => {
    const text = `<A :list="['x', 'y']" default={{ a: "b > c" }} #slot v-slot:x required title='a &amp; b' {...rest} />`;
    expect(blocks(text)).toMatchObject([
      {
        tag: 'A',
        attributes: {
          ':list': "['x', 'y']",
          default: '{{ a: "b > c" }}',
          '#slot': '',
          'v-slot:x': '',
          required: '',
          title: 'a & b',
        },
        children: [],
      },
    ]);
  });

  test('tags in code are code', () => {
    const text = 'Use `<Param name="a">` here.\n\n```vue\n<Param name="b">\n```\n\n~~~\n</div>\n~~~';
    expect(outline(blocks(text)).map((line) => line.split(' ')[1])).toEqual(['prose', 'code', 'code']);
  });

  test('comments, scripts, styles and MDX modules are dropped without moving lines', () => {
    const text =
      'import A from "a"\n\n<!-- <B name="c"> -->\n\n<script setup>\nconst a = `b`\n</script>\n\n{/* <C d="e"> */}\n\nText';
    expect(outline(blocks(text, 'page.mdx'))).toEqual(['11 prose Text']);
  });

  test('an unclosed element ends with its parent and does not swallow its siblings', () => {
    const text = '<div>\n\n<P name="a">\n\nA\n\n<P name="b">\n\nB\n\n</div>\n\nAfter';
    expect(outline(blocks(text))).toEqual([
      '1-11 element <div>',
      '  3-10 element <P>',
      '    5 prose A',
      '  7-10 element <P>',
      '    9 prose B',
      '13 prose After',
    ]);
  });

  test('stray end tags are dropped, placeholders are text', () => {
    expect(outline(blocks('</div>\n\n<token>\n\nSend <your token> or a < b.\n\n</P>'))).toEqual([
      '3 prose <token>',
      '5 prose Send <your token> or a < b.',
    ]);
  });

  test('HTML headings and preformatted code are headings and code', () => {
    expect(outline(blocks('<h2 id="a">Path <em>parts</em></h2>\n\n<pre><code>&lt;a&gt;\n# b</code></pre>'))).toEqual([
      '1 heading Path <em>parts</em>',
      '3-4 code <a>|# b',
    ]);
  });
});

describe('hostile input', () => {
  const many = 10_000;
  test.each([
    ['nested elements', `${'<div>\n\n'.repeat(many)}a${'\n\n</div>'.repeat(many)}`],
    ['unclosed elements', '<P name="a">\n\ntext\n\n'.repeat(many)],
    ['elements in one line', '<A>'.repeat(many) + '</A>'.repeat(many)],
    ['quotes', '> '.repeat(many)],
    ['lists', '- '.repeat(many)],
    ['deep lists', Array.from({ length: 2000 }, (_, index) => `${' '.repeat(2 * index)}- a`).join('\n')],
    ['brackets', '['.repeat(many * 5)],
    ['backticks', Array.from({ length: 400 }, (_, index) => `${'`'.repeat(index + 1)} `).join('')],
    ['begun tags', '<a b="'.repeat(many)],
    ['begun braces', '<A b={'.repeat(many)],
    ['begun comments', '<!-- '.repeat(many)],
    ['fences', '```\n'.repeat(many + 1)],
    ['empty lines', '\n'.repeat(many * 10)],
  ])('%s neither crash nor hang', (_, text) => {
    for (const path of ['page.md', 'page.mdx']) {
      const { diagnostics } = read(`x\n\n${text}`, path);
      for (const diagnostic of diagnostics) expect(diagnostic).toContain('warning pages/partly-read');
    }
  });

  test('too deep a nesting is one located diagnostic', () => {
    expect(read('<div>\n'.repeat(200) + '</div>\n'.repeat(200)).diagnostics).toEqual([
      'page.md:101:1 warning pages/partly-read what is inside cannot be read: elements nested more than 100 levels deep; the rest of the page is',
    ]);
  });

  test('any text is read; blocks lie within the document, in order', () => {
    const piece = constantFrom(
      '<P a="b">',
      '</P>',
      '<div>',
      '</div>',
      '<X/>',
      '`',
      '```',
      '~~~',
      '\n',
      '\n\n',
      '- a',
      '> b',
      '# c',
      '    ',
      '| d |',
      '<!--',
      '-->',
      '{/*',
      '*/}',
      'text',
      '<',
      '>',
      '"',
      '{',
      '}',
      '---',
      'é𝒳',
    );
    assert(
      property(array(piece, { maxLength: 60 }), (pieces) => {
        const text = pieces.join('');
        const lines = text.split('\n').length;
        const check = (list: readonly Block[], first: number, last: number): void => {
          let before = first;
          for (const { location, ...block } of list) {
            expect(location.line).toBeGreaterThanOrEqual(before);
            expect(location.endLine ?? location.line).toBeLessThanOrEqual(last);
            before = location.line;
            if ('children' in block) check(block.children, location.line, last);
          }
        };
        for (const path of ['page.md', 'page.mdx', 'page.txt']) check(blocks(text, path), 1, lines);
      }),
      { numRuns: 150 },
    );
  });
});

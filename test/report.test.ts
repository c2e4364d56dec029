import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import { browserProgram, openPage } from './support/browser.ts';
import { command } from './support/command.ts';
import { temporaryFolder } from './support/temporary.ts';

/** A page with components: the type of `size` is contradicted by its sample, and one paragraph says nothing of the API. */
const page = `# Rename a thing

<div class="api-endpoint-badge">
<span class="method patch">PATCH</span>
<span class="path">/v1/things/{thing_id}</span>
</div>

### Path Parameters

<ApiParam name="thing_id" type="string" :required="true">

Which thing.

</ApiParam>

### Body Parameters

<ApiParam name="size" type="object" :required="true">

How large it is.

</ApiParam>

<CodePanel title="Rename">
<template #curl>

\`\`\`bash
curl -X PATCH "https://api.acme.dev/v1/things/abc" -H "X-API-Key: $KEY" -H "Content-Type: application/json" -d '{"size": "large"}'
\`\`\`

</template>
</CodePanel>

<ResponsePanel status="200">

\`\`\`json
{ "id": "abc", "size": "large" }
\`\`\`

</ResponsePanel>

| Word | Sense |
| --- | --- |
| green | not red |
`;

const hostile = `${page}\n</script><script>document.title = 'owned'</script>\n\n<img src=x onerror="document.title = 'owned'">\n`;

interface Counts {
  readonly conflict: number;
  readonly uncertain: number;
  readonly unread: number;
}

interface JsonReport {
  readonly apis: readonly {
    readonly counts: Counts;
    readonly conflicts: readonly {
      readonly loser: string;
      readonly winner: string;
      readonly rule: string;
      readonly places: readonly { readonly document: string; readonly line: number }[];
      readonly target: string;
      readonly decided: boolean;
    }[];
    readonly documents: readonly {
      readonly path: string;
      readonly unread: readonly { readonly text: string; readonly location: { readonly line: number } }[];
    }[];
  }[];
}

async function jsonReport(folder: string, ...more: readonly string[]): Promise<JsonReport> {
  const { stdout, stderr } = await command(folder, ['report', 'docs', '--format', 'json', ...more]);
  expect(stderr).toBe('');
  return JSON.parse(stdout) as JsonReport;
}

describe('specloom report', () => {
  it('lists every conflict with both places, the rule and the winner, and every part that gave no fact', async () => {
    const folder = temporaryFolder({ 'docs/a.md': page });
    const [api] = (await jsonReport(folder)).apis;
    expect(api?.conflicts).toMatchObject([
      {
        loser: 'a sample\'s string "large"',
        rule: 'attribute before sample',
        places: [
          { document: 'docs/a.md', line: 28 },
          { document: 'docs/a.md', line: 18 },
        ],
        decided: false,
      },
    ]);
    expect(api?.conflicts[0]?.winner).toContain('"object"');
    expect(api?.documents[0]?.unread).toMatchObject([
      { kind: 'table row', text: 'green | not red', location: { line: 44 } },
    ]);
  });

  it('reads as lines of text with places that editors link', async () => {
    const folder = temporaryFolder({ 'docs/a.md': page });
    const { status, stdout } = await command(folder, ['report', 'docs']);
    expect(status).toBe(0);
    expect(stdout).toContain('docs/a.md:28:1 open PATCH /v1/things/{thing_id}');
    expect(stdout).toContain('docs/a.md:44 not understood: table row: green | not red');
  });

  it('covers pages of no known style and OpenAPI files', async () => {
    const openapi = '{"openapi":"3.1.0","info":{"title":"T","version":"1"},"paths":{}}';
    const folder = temporaryFolder({ 'docs/a.md': page, 'docs/b.md': 'Only a story.\n', 'docs/c.json': openapi });
    const { stdout } = await command(folder, ['report', 'docs']);
    expect(stdout).toContain('docs/b.md: 0 % read (0 of 1 parts; 0 layout)');
    expect(stdout).toContain('docs/c.json: 100 % read');
  });

  it('drafts an overlay that decides every open conflict', async () => {
    const folder = temporaryFolder({ 'docs/a.md': page });
    await jsonReport(folder, '--draft-overlay', 'overlay.yaml');
    const draft = readFileSync(join(folder, 'overlay.yaml'), 'utf8');
    expect(draft.match(/- target:/g)).toHaveLength(1);
    const [api] = (await jsonReport(folder, '--overlay', 'overlay.yaml')).apis;
    expect(api?.counts.conflict).toBe(0);
    expect(api?.conflicts.map(({ decided }) => decided)).toEqual([true]);
    // a decision is about what is said, wherever it stands by then
    const moved = temporaryFolder({
      'docs/a.md': page.replace('# Rename', 'Moved.\n\n# Rename'),
      'overlay.yaml': draft,
    });
    expect((await jsonReport(moved, '--overlay', 'overlay.yaml')).apis[0]?.counts.conflict).toBe(0);
  });

  it('reads the configuration where there are no inputs', async () => {
    const apis = { acme: { input: 'docs', output: 'out' } };
    const folder = temporaryFolder({ 'docs/a.md': page, 'specloom.config.json': JSON.stringify({ apis }) });
    const { stdout } = await command(folder, ['report']);
    expect(stdout).toMatch(/^acme: 1 documents/);
  });
});

describe('--fail-on', () => {
  it.each([
    ['conflict', 1],
    ['unread,conflict', 1],
    ['uncertain', 1],
  ])('%s gives exit status %i where there is any', async (findings, expected) => {
    const folder = temporaryFolder({ 'docs/a.md': page });
    const { status, stderr } = await command(folder, ['spec', 'docs', '-o', '-', '--fail-on', findings]);
    expect(status).toBe(expected);
    expect(stderr).toContain(`(--fail-on ${findings.split(',')[0] ?? ''})`);
  });

  it('gives 0 where there is none, and 2 for a word it does not know', async () => {
    const folder = temporaryFolder({ 'docs/a.md': page.replace('type="object"', 'type="string"') });
    expect((await command(folder, ['spec', 'docs', '-o', '-', '--fail-on', 'conflict'])).status).toBe(0);
    expect((await command(folder, ['report', 'docs', '--fail-on', 'doubt'])).status).toBe(2);
  });
});

/** A page of one endpoint. */
function told(title: string, text: string): string {
  return `# ${title}\n\n\`GET /things\`\n\n${text}\n`;
}

describe('texts that are not taken', () => {
  const docs = {
    'docs/a.md': told('List things', 'All of them.'),
    'docs/b.md': told('See things', 'Every one of them.'),
  };

  it('are records with both places, and no conflicts', async () => {
    const [api] = (await jsonReport(temporaryFolder(docs))).apis;
    expect(api).toMatchObject({
      counts: { conflict: 0, text: 2 },
      texts: [
        { loser: 'description "All of them."', winner: '"Every one of them."', rule: 'the longest text is kept' },
        { loser: 'summary "See things"', places: [{ document: 'docs/b.md' }, { document: 'docs/a.md' }] },
      ],
    });
  });

  it('make a run fail only where that is asked for', async () => {
    const folder = temporaryFolder(docs);
    const run = async (finding: string): Promise<number> =>
      (await command(folder, ['spec', 'docs', '-o', '-', '--fail-on', finding])).status;
    expect(await run('conflict')).toBe(0);
    expect(await run('text')).toBe(1);
  });
});

describe('--clean', () => {
  it('leaves out what specloom says about its own statements, and nothing else', async () => {
    const named = page.replaceAll('name="size"', 'name="x-evidence"').replaceAll('"size"', '"x-evidence"');
    const folder = temporaryFolder({ 'docs/a.md': named });
    const { stdout } = await command(folder, ['spec', 'docs', '-o', '-', '--clean']);
    expect(stdout).not.toMatch(/^ *(?:- )?x-(?:confidence|conflicts|uncertain|inferred):/m);
    // the one that is left is a property of that name
    expect(stdout.match(/^ *x-evidence:$/gm)).toHaveLength(2);
  });

  it('holds for what a configuration writes: the spec and that of the package', async () => {
    const config = { apis: { a: { input: 'docs', spec: 'spec.yaml', clean: true, output: 'out' } } };
    const folder = temporaryFolder({ 'docs/a.md': page, 'specloom.config.json': JSON.stringify(config) });
    expect((await command(folder, ['generate'])).status).toBe(0);
    for (const file of ['spec.yaml', 'out/openapi.yaml']) {
      expect(readFileSync(join(folder, file), 'utf8')).not.toMatch(/x-(?:evidence|confidence|conflicts|uncertain)/);
    }
  });
});

describe('the HTML page', () => {
  it('asks for nothing and lets no text become markup', async () => {
    const folder = temporaryFolder({ 'docs/a.md': hostile });
    const { stdout } = await command(folder, ['report', 'docs', '--format', 'html']);
    expect(stdout).not.toMatch(/(?:src|href)="?https?:/);
    expect(stdout.match(/<\/script>/g)).toHaveLength(2);
    expect(stdout).not.toContain('<img');
    const data = /<script type="application\/json" id="data">(.*)<\/script>/.exec(stdout)?.[1] ?? '';
    expect(JSON.stringify(JSON.parse(data))).toContain('onerror=');
  });
});

const needsBrowser = browserProgram === undefined ? ' (skipped: no chromium or chrome is installed)' : '';

describe.skipIf(browserProgram === undefined)(`the HTML page in a browser${needsBrowser}`, () => {
  it(
    'shows conflicts on top, and leads from a fact to its line and back, by keyboard alone',
    { timeout: 180_000 },
    async () => {
      const folder = temporaryFolder({ 'docs/a.md': hostile });
      await command(folder, ['report', 'docs', '--format', 'html', '-o', 'report.html']);
      const browser = await openPage(pathToFileURL(join(folder, 'report.html')).href);
      try {
        const text = async (script: string): Promise<string> => String(await browser.evaluate(script));
        expect(await text('document.title')).toBe('specloom report');
        expect(await text(`document.querySelector('main').firstElementChild.id`)).toBe('conflicts');
        expect(await text(`document.querySelector('#conflicts li').textContent`)).toContain('attribute before sample');
        expect(await text(`document.querySelector('#text').textContent`)).toContain('onerror=');
        // to the first conflict's place, and there
        for (let tabs = 0; tabs < 10; tabs += 1) {
          await browser.press('Tab');
          if ((await text(`document.activeElement.closest('#conflicts') !== null`)) === 'true') break;
        }
        expect(await text('document.activeElement.textContent')).toBe('docs/a.md:28');
        await browser.press('Enter');
        expect(await text(`document.querySelector('#text .shown').id`)).toBe('document-28');
        // from a line of the document to the spec
        await browser.evaluate(`document.querySelector('#document-18 a').focus()`);
        await browser.press('Enter');
        const specLine = await text(`document.querySelector('#spec .shown').textContent`);
        expect(specLine).toMatch(/^\d+ +size:/);
        // and back: the focus is on the number of the line in the spec
        await browser.press('Enter');
        expect(await text(`document.querySelector('#text .shown').id`)).toBe('document-18');
        expect(browser.complaints).toEqual([]);
      } finally {
        await browser.close();
      }
    },
  );
});

import { mkdirSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createReport, diagnosticText } from '../generator/base/diagnostic.ts';
import { loadDocuments } from '../generator/documents/load.ts';
import { command } from './support/command.ts';
import { readTree, temporaryFolder, writeTree } from './support/temporary.ts';

/** A description of one operation, in the form every reader must know. */
function openapi(title: string): string {
  return `openapi: 3.1.0
info: { title: ${title}, version: '1' }
paths:
  /things/{id}:
    get:
      operationId: getThing
      parameters:
        - { name: id, in: path, required: true, schema: { type: string } }
      responses:
        '200':
          description: The thing.
          content: { application/json: { schema: { type: object, properties: { id: { type: string } } } } }
`;
}

function configured(apis: Readonly<Record<string, unknown>>): string {
  return JSON.stringify({ apis });
}

describe('usage', () => {
  it('prints the help with examples', async () => {
    const { status, stdout, stderr } = await command('/', ['--help']);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    for (const part of ['generate', 'spec', 'Examples:', 'Exit status:']) expect(stdout).toContain(part);
    expect((await command('/', ['generate', '--help'])).stdout).toContain('--check');
  });

  it('prints the version', async () => {
    const manifest = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as {
      version: string;
    };
    expect(await command('/', ['--version'])).toEqual({ status: 0, stdout: `${manifest.version}\n`, stderr: '' });
  });

  it.each([
    [[], /Usage: specloom/],
    [['nonsense'], /unknown command 'nonsense'/],
    [['generate', '--nonsense'], /unknown option '--nonsense'/],
    [['generate'], /no input/],
    [['generate', '-o', 'out'], /-o goes with inputs/],
    [['generate', '--name', 'x'], /--name goes with inputs/],
    [['generate', 'a.yaml'], /inputs need -o FOLDER/],
    [['generate', 'a.yaml', '-o', 'out', '--config', 'c.json'], /not both/],
    [['generate', 'a.yaml', '-o', 'out', '--name', 'Not A Name'], /npm does not accept/],
    [['generate', 'a.yaml', '-o'], /argument missing/],
    [['generate', '--format', 'xml'], /Allowed choices are text, json/],
    [['spec', 'a.yaml'], /required option '-o, --output <file>'/],
    [['spec', '-o', 'x.yaml'], /missing required argument 'input'/],
    [['spec', 'a.yaml', '-o', './a.yaml'], /is an input/],
    [['generate', '--root', '.'], /--root goes with inputs/],
    [['generate', '--include-tag', 'x'], /--include-tag goes with inputs/],
    [['spec', 'a.yaml', '-o', '-', '--allow-host', 'https://x.example'], /is no host/],
  ])('refuses %j with status 2', async (argv, message) => {
    const folder = temporaryFolder({ 'a.yaml': openapi('A') });
    const { status, stdout, stderr } = await command(folder, argv);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toMatch(message);
    expect(Object.keys(readTree(folder))).toEqual(['a.yaml']);
  });
});

describe('specloom generate INPUT... -o FOLDER', () => {
  it('writes a package, says so, and changes nothing the second time', async () => {
    const folder = temporaryFolder({ 'api.yaml': openapi('Things') });
    const first = await command(folder, ['generate', 'api.yaml', '-o', 'packages/things']);
    expect(first.status).toBe(0);
    expect(first.stdout).toMatch(/^packages\/things: \d+ files, \d+ changed\n$/);
    const manifest = JSON.parse(readFileSync(join(folder, 'packages/things/package.json'), 'utf8')) as { name: string };
    expect(manifest.name).toBe('things');
    const before = readTree(folder);
    const second = await command(folder, ['generate', 'api.yaml', '-o', 'packages/things']);
    expect(second.stdout).toMatch(/^packages\/things: \d+ files, unchanged\n$/);
    expect(readTree(folder)).toEqual(before);
  });

  it('takes the name of the package from --name', async () => {
    const folder = temporaryFolder({ 'api.yaml': openapi('Things') });
    await command(folder, ['generate', 'api.yaml', '-o', 'out', '--name', '@acme/things']);
    expect(readFileSync(join(folder, 'out/package.json'), 'utf8')).toContain('"@acme/things"');
  });

  it('can read the folder it writes into, again and again', async () => {
    const folder = temporaryFolder({ 'api.yaml': openapi('Things'), 'package.json': '{}' });
    expect((await command(folder, ['generate', '.', '-o', 'client'])).status).toBe(0);
    const again = await command(folder, ['generate', '.', '-o', 'client']);
    expect(again).toMatchObject({ status: 0, stdout: expect.stringContaining('unchanged') as unknown });
  });

  it('fails with status 1 and leaves the previous output untouched where an input is bad', async () => {
    const folder = temporaryFolder({ 'api.yaml': openapi('Things') });
    await command(folder, ['generate', 'api.yaml', '-o', 'out']);
    const before = readTree(folder);
    for (const [name, text] of [
      ['latin.md', new Uint8Array([10, 0xe9])],
      ['cut.yaml', 'openapi: 3.1.0\npaths: {\n'],
    ] as const) {
      writeTree(folder, { [name]: text });
      const { status, stdout, stderr } = await command(folder, ['generate', 'api.yaml', name, '-o', 'out']);
      expect({ name, status, stdout }).toEqual({ name, status: 1, stdout: '' });
      expect(stderr).toMatch(new RegExp(`^${name.replace('.', '\\.')}:\\d+:\\d+ error \\S+ `, 'm'));
      expect(stderr).toMatch(/^ {2}fix: /m);
      expect(stderr).toMatch(/1 error\n$/);
    }
    const after = readTree(folder);
    expect(Object.fromEntries(Object.keys(before).map((path) => [path, after[path]]))).toEqual(before);
    expect((await command(folder, ['generate', 'nowhere/*.md', '-o', 'out'])).stderr).toBe(
      'out: error documents/missing no file, folder or glob matches "nowhere/*.md"\n' +
        '  fix: Check the path; it is taken relative to the current folder, or to the configuration file that names it.\n' +
        '1 error\n',
    );
  });

  it('refuses a folder that is not its own', async () => {
    const folder = temporaryFolder({ 'api.yaml': openapi('Things'), 'out/mine.txt': 'mine' });
    const { status, stderr } = await command(folder, ['generate', 'api.yaml', '-o', 'out']);
    expect(status).toBe(1);
    expect(stderr).toContain('out:1:1 error write/not-ours');
    expect(Object.keys(readTree(folder))).toEqual(['api.yaml', 'out/mine.txt']);
  });
});

describe('references of an input', () => {
  const files = {
    'shared/thing.yaml': 'type: object\n',
    'docs/api.yaml': openapi('Things').replace(
      '{ type: object, properties: { id: { type: string } } }',
      '{ $ref: ../shared/thing.yaml }',
    ),
  };

  it('are followed in its folder only, or in the folders that --root names', async () => {
    const folder = temporaryFolder(files);
    const refused = await command(folder, ['spec', 'docs/api.yaml', '-o', '-']);
    expect(refused.status).toBe(1);
    expect(refused.stderr).toMatch(/^docs\/api\.yaml:12:1 error documents\/refused "\.\.\/shared\/thing\.yaml"/);
    const allowed = await command(folder, ['spec', 'docs/api.yaml', '-o', '-', '--root', 'shared', '--root', 'other']);
    expect(allowed).toMatchObject({ status: 0, stderr: '' });
    expect(allowed.stdout).toContain('x-evidence: [shared/thing.yaml:1]');
  });

  it('are followed in the folders that "root" of the configuration names', async () => {
    const api = { input: 'docs', output: 'out', spec: 'out.yaml', root: '.' };
    const folder = temporaryFolder({ ...files, 'specloom.config.json': configured({ things: api }) });
    expect(await command(folder, ['generate'])).toMatchObject({ status: 0, stderr: '' });
  });
});

describe('filters', () => {
  const two = `${openapi('Things')}  /others:
    get: { operationId: listOthers, tags: [other], responses: { '204': { description: none } } }
`;

  it.each([
    [['--include-operation', 'getThing'], ['/things/{id}']],
    [['--include-path', '/o*'], ['/others']],
    [
      ['--include-tag', 'other', '--include-operation', 'GET /things/{id}'],
      ['/things/{id}', '/others'],
    ],
    [['--exclude-tag', 'other'], ['/things/{id}']],
    [['--exclude-path', '/things/*'], ['/others']],
  ])('keep what %j says', async (flags, paths) => {
    const { status, stdout } = await command(temporaryFolder({ 'api.yaml': two }), [
      'spec',
      'api.yaml',
      '-o',
      '-',
      ...flags,
    ]);
    expect(status).toBe(0);
    expect([...stdout.matchAll(/^ {2}(\/\S*):$/gm)].map(([, path]) => path)).toEqual(paths);
  });

  it('of the configuration are applied, and one that leaves nothing is an error', async () => {
    const api = { input: 'api.yaml', output: 'out', spec: 'spec.yaml' };
    const folder = temporaryFolder({
      'api.yaml': two,
      'specloom.config.json': configured({ things: { ...api, exclude: { paths: '/others' } } }),
    });
    expect((await command(folder, ['generate'])).status).toBe(0);
    expect(readFileSync(join(folder, 'spec.yaml'), 'utf8')).not.toContain('/others');
    writeTree(folder, { 'specloom.config.json': configured({ things: { ...api, exclude: { paths: '*' } } }) });
    const none = await command(folder, ['generate']);
    expect(none.status).toBe(1);
    expect(none.stderr).toMatch(/error spec\/no-operations/);
  });
});

describe('specloom spec INPUT... -o FILE', () => {
  it('writes the spec to a file, or to the standard output and nothing else there', async () => {
    const folder = temporaryFolder({ 'api.yaml': openapi('Things') });
    const file = await command(folder, ['spec', 'api.yaml', '-o', 'out/openapi.yaml']);
    expect(file).toMatchObject({ status: 0, stdout: 'out/openapi.yaml: 1 file, 1 changed\n' });
    const stdout = await command(folder, ['spec', 'api.yaml', '-o', '-']);
    expect(stdout.status).toBe(0);
    expect(stdout.stdout).toBe(readFileSync(join(folder, 'out/openapi.yaml'), 'utf8'));
    expect(stdout.stdout).toMatch(/^openapi: 3\.1/m);
  });

  it('does not read back what it wrote', async () => {
    const folder = temporaryFolder({ 'docs/api.yaml': openapi('Things') });
    await command(folder, ['spec', 'docs', '-o', 'docs/openapi.yaml']);
    const { status, stdout } = await command(folder, ['spec', 'docs', '-o', 'docs/openapi.yaml']);
    expect({ status, stdout }).toEqual({ status: 0, stdout: 'docs/openapi.yaml: 1 file, unchanged\n' });
  });

  it('prints nothing to the standard output on errors', async () => {
    const { status, stdout } = await command(temporaryFolder(), ['spec', 'none.yaml', '-o', '-']);
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
  });
});

describe('specloom generate, with a configuration', () => {
  it('says of a configuration of a kind that it does not read which ones it does', async () => {
    const folder = temporaryFolder({ 'specloom.config.ts': 'export default {};' });
    const { status, stderr } = await command(folder, ['generate']);
    expect(status).toBe(1);
    expect(stderr).toContain('specloom.config.ts:1');
    expect(stderr).toContain('.json, .yaml, .yml, .js or .mjs');
  });

  it('writes all that it names, relative to the file, and goes on after an API that fails', async () => {
    const folder = temporaryFolder({
      'project/specloom.config.json': configured({
        a: { input: 'a.yaml', spec: 'specs/a.yaml', output: 'out/a', package: { name: '@x/a' } },
        b: { input: 'missing.yaml', spec: 'specs/b.yaml', output: 'out/b' },
        c: { input: 'c.yaml', output: 'out/c' },
      }),
      'project/a.yaml': openapi('A'),
      'project/c.yaml': openapi('C'),
    });
    const { status, stdout, stderr } = await command(folder, ['generate', '--config', 'project/specloom.config.json']);
    expect(status).toBe(1);
    expect(stderr).toContain('b: error documents/missing');
    expect(stdout).toMatch(
      /^project\/specs\/a\.yaml: 1 file, 1 changed\nproject\/out\/a: \d+ files, \d+ changed\nproject\/out\/c: \d+ files, \d+ changed\n$/,
    );
    const written = Object.keys(readTree(folder));
    expect(written).toContain('project/out/a/.specloom.json');
    expect(written).toContain('project/out/c/package.json');
    expect(written.filter((path) => /^project\/(?:out|specs)\/b/.test(path))).toEqual([]);
  });

  it('is found in the current folder', async () => {
    const folder = temporaryFolder({
      'package.json': JSON.stringify({ specloom: { apis: { a: { input: '*.yaml', output: 'out' } } } }),
      'a.yaml': openapi('A'),
    });
    expect((await command(folder, ['generate'])).status).toBe(0);
  });

  it('reports faults at their place', async () => {
    const folder = temporaryFolder({ 'specloom.config.yaml': 'apis:\n  a:\n    input: x\n    outptu: y\n' });
    const { status, stderr } = await command(folder, ['generate']);
    expect(status).toBe(1);
    expect(stderr).toMatch(
      /^specloom\.config\.yaml:4:\d+ error config\/invalid unknown key "outptu" in the API "a"; did you mean "output"\?$/m,
    );
  });

  it('fails where an overlay is missing', async () => {
    const folder = temporaryFolder({
      'specloom.config.json': configured({ a: { input: 'a.yaml', overlay: 'overlay.yaml', output: 'out' } }),
      'a.yaml': openapi('A'),
    });
    const { status, stderr } = await command(folder, ['generate']);
    expect(status).toBe(1);
    expect(stderr).toContain('overlay.yaml:1:1 error documents/unreadable cannot be read: no such file');
  });
});

describe('specloom generate --check', () => {
  it('passes on what was generated, fails on what differs, and writes nothing', async () => {
    const folder = temporaryFolder({
      'specloom.config.json': configured({ a: { input: 'a.yaml', spec: 'spec.yaml', output: 'out' } }),
      'a.yaml': openapi('A'),
    });
    const missing = await command(folder, ['generate', '--check']);
    expect(missing.status).toBe(1);
    expect(missing.stderr).toContain('spec.yaml:1:1 error check/stale spec.yaml: is missing');
    expect(Object.keys(readTree(folder))).toEqual(['a.yaml', 'specloom.config.json']);
    await command(folder, ['generate']);
    expect((await command(folder, ['generate', '--check'])).status).toBe(0);
    writeTree(folder, { 'out/package.json': '{}', 'spec.yaml': 'edited' });
    const before = readTree(folder);
    const stale = await command(folder, ['generate', '--check']);
    expect(stale.status).toBe(1);
    expect(stale.stderr).toContain('out/package.json:1:1 error check/stale package.json: differs');
    expect(stale.stderr).toContain('spec.yaml:1:1 error check/stale spec.yaml: differs');
    expect(readTree(folder)).toEqual(before);
  });
});

describe('what is printed', () => {
  const bad = ['generate', 'none.yaml', '-o', 'out'];

  it('is coloured only on a terminal without NO_COLOR', async () => {
    const folder = temporaryFolder();
    const escape = String.fromCodePoint(27);
    expect((await command(folder, bad)).stderr).not.toContain(escape);
    expect((await command(folder, bad, { isTTY: true })).stderr).toContain(`${escape}[31merror${escape}[39m`);
    const plain = await command(folder, bad, { isTTY: true, env: { NO_COLOR: '1' } });
    expect(plain.stderr).not.toContain(`${escape}[31m`);
  });

  it('is errors only with --quiet', async () => {
    const folder = temporaryFolder({ 'api.yaml': openapi('A') });
    expect(await command(folder, ['generate', 'api.yaml', '-o', 'out', '--quiet'])).toEqual({
      status: 0,
      stdout: '',
      stderr: '',
    });
    const { stderr } = await command(folder, [...bad, '-q']);
    expect(stderr).toMatch(/^out: error documents\/missing .*\n {2}fix: .*\n$/);
  });

  it('is one line with a hint after an unexpected failure, and the stack with --debug', async () => {
    const folder = temporaryFolder({
      'specloom.config.mjs': 'export default { get apis() { throw new Error("out of\\nluck"); } };',
    });
    const { status, stderr } = await command(folder, ['generate']);
    expect(status).toBe(1);
    expect(stderr).toBe(
      'specloom: unexpected failure: out of (this is a bug; run again with --debug and report the stack)\n',
    );
    expect((await command(folder, ['generate', '--debug'])).stderr).toMatch(/Error: out of\nluck\n +at /);
  });

  it('is one JSON document with --format json', async () => {
    const folder = temporaryFolder({ 'empty.md': '' });
    const { status, stdout, stderr } = await command(folder, ['generate', 'empty.md', '-o', 'out', '--format', 'json']);
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
    expect(JSON.parse(stderr)).toMatchObject({
      diagnostics: [
        { api: 'out', document: 'empty.md', line: 1, severity: 'warning', code: 'documents/empty' },
        { api: 'out', severity: 'error', code: 'spec/no-operations' },
      ],
      counts: { error: 1, warning: 1, note: 0 },
      written: [],
      failures: [],
    });
  });
});

async function load(folder: string, inputs: readonly string[]): Promise<{ paths: string[]; diagnostics: string[] }> {
  const report = createReport();
  const documents = await loadDocuments(inputs, folder, report);
  return { paths: documents.map(({ path }) => path), diagnostics: report.all().map(diagnosticText) };
}

describe('loading documents', () => {
  it('reads folders recursively, by extension, in code-unit order, each file once', async () => {
    const folder = temporaryFolder({
      'docs/b.md': 'b',
      'docs/B.MD': 'b',
      'docs/a/c.yaml': 'c',
      'docs/image.png': 'x',
      'docs/.hidden/x.md': 'x',
      'docs/.hidden.md': 'x',
      'docs/node_modules/p/readme.md': 'x',
      'docs/package.json': '{}',
      'docs/client/.specloom.json': '{}',
      'docs/client/README.md': 'x',
    });
    const { paths, diagnostics } = await load(folder, ['docs', 'docs/b.md', './docs/*.md']);
    expect(paths).toEqual(['docs/B.MD', 'docs/a/c.yaml', 'docs/b.md']);
    expect(diagnostics).toEqual([]);
  });

  it('expands globs, except where a file has the very name', async () => {
    const folder = temporaryFolder({ '[id].md': 'x', 'i.md': 'x', 'deep/er/d.md': 'x', 'deep/.h.md': 'x' });
    expect((await load(folder, ['[id].md'])).paths).toEqual(['[id].md']);
    expect((await load(folder, ['**/*.md'])).paths).toEqual(['[id].md', 'deep/er/d.md', 'i.md']);
    expect((await load(join(folder, 'deep'), ['../*.md'])).paths).toEqual(['../[id].md', '../i.md']);
  });

  it('strips the byte order mark and keeps the rest as it is', async () => {
    const folder = temporaryFolder({ 'a.md': '\uFEFFé\r\n' });
    const [document] = await loadDocuments(['a.md'], folder, createReport());
    expect(document).toEqual({ path: 'a.md', text: 'é\r\n' });
  });

  it('does not follow links out of a folder, but reads a link that is named', async () => {
    const outside = temporaryFolder({ 'secret.md': 'x' });
    const folder = temporaryFolder({ 'docs/a.md': 'x' });
    symlinkSync(join(outside, 'secret.md'), join(folder, 'docs', 'link.md'));
    symlinkSync(outside, join(folder, 'docs', 'folder'));
    symlinkSync('a.md', join(folder, 'docs', 'inner.md'));
    symlinkSync('..', join(folder, 'docs', 'cycle'));
    const { paths, diagnostics } = await load(folder, ['docs']);
    expect(paths).toEqual(['docs/a.md', 'docs/inner.md']);
    expect(diagnostics.map((text) => text.split(' ').slice(0, 3).join(' '))).toEqual([
      'docs/cycle:1:1 note documents/skipped',
      'docs/folder:1:1 note documents/skipped',
      'docs/link.md:1:1 note documents/skipped',
    ]);
    expect((await load(folder, ['docs/link.md'])).paths).toEqual(['docs/link.md']);
  });

  it('reports what cannot be read, and where', async () => {
    const folder = temporaryFolder({
      'latin.md': new Uint8Array([97, 10, 98, 10, 0xe9, 10]),
      'utf16.md': new Uint8Array([0xff, 0xfe, 97, 0]),
      'binary.md': 'a\nb\0',
      'blank.md': '\n \t',
    });
    mkdirSync(join(folder, 'nothing'));
    const { diagnostics } = await load(folder, ['.', 'nothing', 'none.md', '', 'https://example.com/x.md']);
    expect(diagnostics).toEqual([
      'binary.md:2:1 error documents/unreadable cannot be read: it holds NUL characters, so it is no text',
      'blank.md:1:1 warning documents/empty the document is empty',
      'latin.md:3:1 error documents/unreadable cannot be read: it is not valid UTF-8',
      'error documents/missing no file, folder or glob matches ""',
      'error documents/missing no file, folder or glob matches "none.md"',
      'error documents/missing no file, folder or glob matches "nothing"',
      'error documents/refused "https://example.com/x.md" is not read: the host example.com is not allowed',
    ]);
  });
});

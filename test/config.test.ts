import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createReport, diagnosticText } from '../generator/base/diagnostic.ts';
import { checkConfig } from '../generator/config-check.ts';
import { isPackageName, toPackageName, type ConfigPlan } from '../generator/config.ts';
import { findConfig, loadConfig } from '../generator/documents/config-file.ts';
import { testableFormats } from '../generator/base/formats.ts';
import { defineConfig } from '../generator/index.ts';
import { temporaryFolder } from './support/temporary.ts';

interface Checked {
  readonly plan: ConfigPlan | undefined;
  readonly reasons: readonly string[];
}

function check(value: unknown, environment: Record<string, string> = {}): Checked {
  const report = createReport();
  const plan = checkConfig(value, () => ({ document: 'x', line: 1 }), report, environment);
  return { plan, reasons: report.all().map(({ message }) => message) };
}

const api = { input: 'docs', output: 'out' };

describe('checking a configuration', () => {
  it('fills in the defaults', () => {
    expect(check({ apis: { shop: api } }).plan).toEqual({
      apis: [
        {
          name: 'shop',
          inputs: ['docs'],
          roots: [],
          overlays: [],
          output: 'out',
          packageOptions: { name: 'shop', version: '0.1.0', license: 'MIT' },
        },
      ],
      inference: 'apply',
      formats: 'annotate',
      web: { hosts: [], headers: {} },
    });
  });

  it('keeps what is given, APIs in code-unit order', () => {
    const full = defineConfig({
      apis: {
        b: {
          input: ['x', 'y/*.md'],
          overlay: 'o.yaml',
          spec: 's.yaml',
          clean: true,
          output: 'b',
          package: { name: '@a/b' },
        },
        a: { ...api, overlay: ['1', '2'], package: { version: '2.0.0-rc.1', license: 'Apache-2.0' } },
      },
      inference: { discriminator: 'report' },
    });
    const { plan, reasons } = check(full);
    expect(reasons).toEqual([]);
    expect(plan?.inference).toBe('report');
    expect(plan?.apis.map(({ name }) => name)).toEqual(['a', 'b']);
    expect(plan?.apis[0]).toMatchObject({ overlays: ['1', '2'], packageOptions: { version: '2.0.0-rc.1' } });
    expect(plan?.apis[1]).toMatchObject({ spec: 's.yaml', clean: true, packageOptions: { name: '@a/b' } });
  });

  it('reads which formats are asserted, for all APIs and for one', () => {
    const { plan, reasons } = check({
      apis: { a: api, b: { ...api, output: 'b', validators: { formats: ['uuid'] } } },
      validators: { formats: 'assert' },
    });
    expect(reasons).toEqual([]);
    expect(plan?.formats).toBe('assert');
    expect(plan?.apis.map(({ formats }) => formats)).toEqual([undefined, ['uuid']]);
  });

  it.each<[string, unknown, string]>([
    ['no object', 7, 'the configuration must be an object with the keys apis, inference, validators, hosts, headers'],
    ['a list', [], 'the configuration must be an object with the keys apis, inference, validators, hosts, headers'],
    ['no APIs', {}, '"apis" must be an object'],
    ['an empty list of APIs', { apis: {} }, '"apis" names no API'],
    ['a slip', { api: {}, apis: { a: api } }, 'unknown key "api" in the configuration; did you mean "apis"?'],
    [
      'an unknown key',
      { apis: { a: { ...api, ouptut: 'x' } } },
      'unknown key "ouptut" in the API "a"; did you mean "output"?',
    ],
    [
      'a far key',
      { apis: { a: api }, zzzzzzzz: 1 },
      'unknown key "zzzzzzzz" in the configuration; known are apis, inference, validators, hosts, headers',
    ],
    [
      'no input',
      { apis: { a: { output: 'x' } } },
      'the API "a" needs "input": a file, a folder or a glob, or a list of them',
    ],
    ['no output', { apis: { a: { input: 'x' } } }, 'the API "a" needs "output": the folder of its package'],
    ['a number as input', { apis: { a: { ...api, input: [1, 'x'] } } }, '"input" must be a text that is not empty'],
    ['null as overlay', { apis: { a: { ...api, overlay: null } } }, '"overlay" must be a text that is not empty'],
    ['a word for a switch', { apis: { a: { ...api, clean: 'yes' } } }, '"clean" is true or false, not "yes"'],
    ['an empty output', { apis: { a: { ...api, output: ' ' } } }, '"output" must be a text that is not empty'],
    [
      'a version that is none',
      { apis: { a: { ...api, package: { version: 'v1' } } } },
      '"v1" is no version like 1.2.3 (Semantic Versioning)',
    ],
    [
      'a name that npm refuses',
      { apis: { 'My API': api } },
      'npm does not accept the package name "My API"; give another as "package.name" of the API "My API"',
    ],
    [
      'one output twice',
      { apis: { a: api, b: { ...api, output: './out/' } } },
      '"./out/" is also written by the API "a"',
    ],
    [
      'an unknown mode',
      { apis: { a: api }, inference: { discriminator: 'maybe' } },
      '"inference.discriminator" is one of apply, report, off',
    ],
    [
      'an unknown choice of formats',
      { apis: { a: api }, validators: { formats: 'all' } },
      '"validators.formats" is "assert", "annotate", or a list of formats',
    ],
    [
      'a format that nothing tests',
      { apis: { a: { ...api, validators: { formats: ['date', 'password'] } } } },
      `the format "password" cannot be tested; those that can are ${testableFormats.join(', ')}`,
    ],
    [
      'an unknown key of validators',
      { apis: { a: api }, validators: { format: 'assert' } },
      'unknown key "format" in "validators"; did you mean "formats"?',
    ],
    [
      'a prototype',
      JSON.parse('{"apis":{"a":{"input":"x","output":"y"}},"__proto__":{}}'),
      'unknown key "__proto__" in the configuration; known are apis, inference, validators, hosts, headers',
    ],
    [
      'a URL as host',
      { apis: { a: api }, hosts: ['https://x.example'] },
      '"https://x.example" is no host: write its exact name, with a port if it is unusual',
    ],
    [
      'a pattern as host',
      { apis: { a: api }, hosts: ['*.example'] },
      '"*.example" is no host: write its exact name, with a port if it is unusual',
    ],
    [
      'headers for a host that is not allowed',
      { apis: { a: api }, headers: { 'x.example': { Accept: 'a' } } },
      'headers for "x.example", which is not among "hosts"',
    ],
    [
      'a variable that is not set',
      { apis: { a: api }, hosts: ['x.example'], headers: { 'x.example': { Authorization: 'Bearer ${TOKEN}' } } },
      'the environment variable TOKEN is not set',
    ],
    [
      'a header with a line feed',
      { apis: { a: api }, hosts: ['x.example'], headers: { 'x.example': { A: 'b\nC: d' } } },
      'the value of "A" holds characters that no header may have',
    ],
    [
      'an unknown kind of pattern',
      { apis: { a: { ...api, include: { tag: ['x'] } } } },
      'unknown key "tag" in "include"; did you mean "tags"?',
    ],
  ])('refuses %s', (_, value, reason) => {
    const { plan, reasons } = check(value);
    expect(plan).toBeUndefined();
    expect(reasons).toContain(reason);
  });
});

describe('what may be reached', () => {
  it('takes headers from the environment, and filters and roots as they are', () => {
    const value = {
      apis: { a: { ...api, root: '..', include: { tags: 'pets' }, exclude: { paths: ['/internal/*'] } } },
      hosts: ['x.example', 'localhost:8080'],
      headers: { 'x.example': { Authorization: 'Bearer ${TOKEN}', 'X-Plain': 'a' } },
    };
    const { plan, reasons } = check(value, { TOKEN: 'secret' });
    expect(reasons).toEqual([]);
    expect(plan?.web).toEqual({
      hosts: ['x.example', 'localhost:8080'],
      headers: { 'x.example': { Authorization: 'Bearer secret', 'X-Plain': 'a' } },
    });
    expect(plan?.apis[0]).toMatchObject({
      roots: ['..'],
      filter: { include: { tags: ['pets'] }, exclude: { paths: ['/internal/*'] } },
    });
  });

  it('tells of a bad value without repeating a secret', () => {
    const value = { apis: { a: api }, hosts: ['x.example'], headers: { 'x.example': { A: '${TOKEN}' } } };
    const { reasons } = check(value, { TOKEN: 'top\nsecret' });
    expect(reasons.join()).not.toMatch(/top|secret/);
    expect(reasons).toHaveLength(1);
  });
});

describe('names of packages', () => {
  it.each(['a', '@a/b', 'a.b_c-d', '0'])('accepts %j', (name) => expect(isPackageName(name)).toBe(true));
  it.each(['', 'A', 'a b', '@a', '@a/', 'a/b', '.a', '_a', 'ä', 'a'.repeat(215)])('refuses %j', (name) => {
    expect(isPackageName(name)).toBe(false);
    expect(isPackageName(toPackageName(name))).toBe(true);
  });
});

describe('finding and loading a configuration', () => {
  const text = JSON.stringify({ apis: { a: api } });

  it.each([
    ['specloom.config.json', text],
    ['specloom.config.yaml', 'apis:\n  a: {input: docs, output: out}\n'],
    ['specloom.config.yml', '\uFEFFapis:\n  a: {input: docs, output: out}\n'],
    ['specloom.config.mjs', `export default ${text};`],
    ['specloom.config.js', `export const config = ${text};`],
    ['package.json', `{"name":"x","specloom":${text}}`],
  ])('reads %s', async (name, content) => {
    const extra = name === 'specloom.config.js' ? { 'package.json': '{"type":"module"}' } : {};
    const folder = temporaryFolder({ ...extra, [name]: content });
    const report = createReport();
    const path = findConfig(folder, report);
    expect(path).toBe(join(folder, name));
    const file = await loadConfig(name, folder, report);
    expect(file?.folder).toBe(folder);
    expect(checkConfig(file?.value, file?.locate ?? (() => ({ document: '', line: 1 })), report)?.apis).toHaveLength(1);
    expect(report.all()).toEqual([]);
  });

  it('finds none in a package.json without the key, or where there is nothing', () => {
    expect(findConfig(temporaryFolder({ 'package.json': '{"name":"x"}' }), createReport())).toBeUndefined();
    expect(findConfig(temporaryFolder(), createReport())).toBeUndefined();
  });

  it('prefers its own file to package.json, and refuses two', () => {
    const one = { 'specloom.config.yml': 'x', 'package.json': `{"specloom":${text}}` };
    const folder = temporaryFolder(one);
    expect(findConfig(folder, createReport())).toBe(join(folder, 'specloom.config.yml'));
    const report = createReport();
    findConfig(temporaryFolder({ ...one, 'specloom.config.json': text }), report);
    expect(report.all().map(diagnosticText)).toEqual([
      'specloom.config.json:1:1 error config/invalid specloom.config.yml lies beside it; keep one of the two, or name one with --config',
    ]);
  });

  it.each([
    ['broken.yaml', 'a: [', /^broken\.yaml:\d+:1 error config\/invalid it cannot be read: /],
    ['broken.mjs', 'export default {', /^broken\.mjs:1:1 error config\/invalid it cannot be read: /],
    ['throws.mjs', 'throw new Error("no\\nway");', /^throws\.mjs:1:1 error config\/invalid it cannot be read: no way$/],
    ['nothing.mjs', 'export const other = 1;', /it exports neither "default" nor "config"$/],
    ['config.toml', 'x', /a configuration is a file of the kind/],
    ['missing.json', undefined, /^missing\.json:1:1 error documents\/unreadable cannot be read: no such file$/],
    ['missing.mjs', undefined, /^missing\.mjs:1:1 error config\/invalid it cannot be read: no such file$/],
  ])('reports %s', async (name, content, expected) => {
    const folder = temporaryFolder(content === undefined ? {} : { [name]: content });
    const report = createReport();
    expect(await loadConfig(name, folder, report)).toBeUndefined();
    expect(report.all().map(diagnosticText)).toEqual([expect.stringMatching(expected)]);
  });

  it('reports a fault at its line, also inside package.json', async () => {
    const folder = temporaryFolder({
      'package.json': '{\n "specloom": {\n  "apis": {\n   "a": {"input": "x"}\n  }\n }\n}',
    });
    const report = createReport();
    const file = await loadConfig('package.json', folder, report);
    if (file !== undefined) checkConfig(file.value, file.locate, report);
    expect(report.all().map(diagnosticText)[0]).toMatch(/^package\.json:4:\d+ error config\/invalid the API "a" needs/);
  });
});

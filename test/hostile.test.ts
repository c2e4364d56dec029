import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import http from 'node:http';
import { syncBuiltinESMExports } from 'node:module';
import net from 'node:net';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { isDataFailure, parseData, printYaml } from '../generator/base/data.ts';
import { createReport } from '../generator/base/diagnostic.ts';
import type { JsonValue } from '../generator/base/json.ts';
import { generate, type GenerateResult } from '../generator/generate.ts';
import { writePackage } from '../generator/write/package.ts';
import { escapes } from './support/hostile-proof.ts';
import {
  addMembers,
  deciding,
  marker,
  renameWords,
  replaceValues,
  richSpec,
  tokens,
  wholes,
} from './support/hostile-spec.ts';
import { projectFolder } from './support/sources.ts';
import { readTree, temporaryFolder } from './support/temporary.ts';

/** Whatever text stands in a spec, it stays text in all that is written. The positions are found by walking a spec. */

interface Run {
  readonly result: GenerateResult;
  readonly codes: readonly string[];
}

async function run(spec: JsonValue): Promise<Run> {
  const report = createReport();
  const result = await generate(
    {
      name: 'hostile',
      documents: [{ path: 'api.json', text: JSON.stringify(spec) }],
      overlays: [],
      packageOptions: { name: 'hostile', version: '1.0.0', license: 'MIT' },
      inference: 'apply',
    },
    report,
  );
  return { result, codes: report.all().map(({ code }) => code) };
}

/** What must hold of all that came of a hostile spec. */
function prove({ result }: Run): void {
  const text = result.spec ?? '';
  expect(text).not.toMatch(/\p{Cs}/u);
  const again = parseData(text, { document: 'openapi.yaml' });
  if (isDataFailure(again)) expect.fail(again.reason);
  expect(text.endsWith(printYaml(again.value))).toBe(true);
  expect(result.files.flatMap(escapes)).toEqual([]);
}

/** The text in every value that decides nothing, before every name of the spec's own, and as one more member of every object. */
function hostile(text: string): JsonValue {
  const renamed = renameWords(richSpec(), (word) => `${text}${word}`);
  return addMembers(
    replaceFree(renamed, (value) => `${text}${value}${text}`),
    [text],
  );
}

function replaceFree(spec: JsonValue, replace: (text: string) => string): JsonValue {
  return replaceValues(spec, (text, name) => (deciding.includes(name) ? text : replace(text)));
}

describe('the proof itself', () => {
  test.each([
    ['a.ts', `const a = '${marker}'; // ${marker}\n/** ${marker} */\nconst b = /${marker}/;`, 0],
    ['a.ts', `const a = ''; ${marker}();`, 1],
    ['a.ts', `/** */ ${marker} /* */`, 1],
    ['a.ts', `const a = \`\${${marker}}\`;`, 1],
    ['a.ts', `/**\n * @${marker} text\n */\nconst a = 1;`, 1],
    ['a.ts', `const a = '\n${marker}';`, 1],
    ['README.md', `<b>${marker}</b>`, 1],
    ['README.md', `# ${marker}`, 1],
    ['README.md', `[a](http://${marker})`, 1],
    ['README.md', `a \`${marker}\` and \\<b> ${marker}`, 0],
    ['../a.md', 'a', 1],
  ] as const)('%s %s', (path, text, faults) => {
    expect(Math.min(1, escapes({ path, text }).length)).toBe(faults);
  });
});

/** One text after the other; each by itself takes minutes. */
const together = process.env['HOSTILE'] === 'each' ? 1 : 12;
const groups = Array.from({ length: Math.ceil(tokens.length / together) }, (_, index) =>
  tokens.slice(index * together, (index + 1) * together).join(' '),
);

describe('hostile texts stay text', () => {
  test.each(groups.map((group) => [JSON.stringify(group).slice(0, 60), group] as const))(
    'in every text, every name and every map: %s',
    async (_name, group) => {
      const proven = await run(hostile(group));
      expect(proven.result.files.length).toBeGreaterThan(0);
      prove(proven);
    },
  );

  test('each in another place', async () => {
    const all = [...wholes, ...tokens];
    let next = 0;
    prove(await run(replaceFree(richSpec(), () => all[(next += 7) % all.length] ?? '')));
  });

  test('as names of more members of every map', async () => {
    const proven = await run(addMembers(richSpec(), ['__proto__', 'constructor', '..', '']));
    expect(proven.result.files.length).toBeGreaterThan(0);
    prove(proven);
  });

  test('in the values that decide what an object is', async () => {
    const all = ['*/ℵ();/*', '', '__proto__', '../../x', '\n@deprecated ℵ', '`${ℵ}`', "';ℵ;'"];
    for (const start of [0, 3]) {
      let next = start;
      const token = (): string => all[next++ % all.length] ?? '';
      const kept = new Set(['openapi', '$ref', '$id', 'jsonSchemaDialect']);
      prove(
        await run(
          replaceValues(richSpec(), (text, name) => (kept.has(name) || !deciding.includes(name) ? text : token())),
        ),
      );
      prove(await run(replaceValues(richSpec(), (text, name) => (/^(?:\$|json)/.test(name) ? token() : text))));
    }
  });
});

describe('nothing is read, fetched or written elsewhere', () => {
  const asked: string[] = [];
  const restorers: (() => void)[] = [];

  /** Notes what is asked of the system by a function that modules have imported by name. */
  function watch(owner: object, name: string): void {
    const original: unknown = Reflect.get(owner, name);
    if (typeof original !== 'function') return;
    Reflect.set(owner, name, function watched(this: unknown, ...values: unknown[]): unknown {
      asked.push(`${name} ${String(values[0])}`);
      return Reflect.apply(original, this, values);
    });
    restorers.push(() => Reflect.set(owner, name, original));
  }

  afterEach(() => {
    for (const restore of restorers.splice(0)) restore();
    syncBuiltinESMExports();
    asked.length = 0;
  });

  test('whatever a reference names', async () => {
    const folder = temporaryFolder({ 'sentinel.json': '{"type":"object","title":"sentinel-was-read"}' });
    await run(richSpec()); // loads what is loaded once
    for (const name of [
      'readFileSync',
      'openSync',
      'readFile',
      'open',
      'createReadStream',
      'statSync',
      'readdirSync',
    ]) {
      watch(fs, name);
    }
    for (const name of ['readFile', 'open', 'stat', 'readdir']) watch(fs.promises, name);
    for (const name of ['request', 'get']) watch(http, name);
    for (const name of ['connect', 'createConnection']) watch(net, name);
    watch(globalThis, 'fetch');
    syncBuiltinESMExports();
    const sentinel = join(folder, 'sentinel.json');
    const targets = [
      sentinel,
      `file://${sentinel}`,
      `${sentinel}#/title`,
      '/etc/passwd',
      'file:///etc/passwd',
      '../../../../../../../etc/passwd',
      'http://169.254.169.254/latest/meta-data',
      'https://localhost:1/x.json',
      '//evil.example/x',
      '\\\\server\\share\\x',
      'C:\\x.json',
      'data:application/json,{}',
      'javascript:alert(1)',
      '#/../../x',
      '%2e%2e/x',
      'x\u0000y',
      'npm:x',
    ];
    for (const start of [0, targets.length - 10]) {
      let next = start;
      const target = (): string => targets[next++ % targets.length] ?? '';
      const { result } = await run(replaceValues(richSpec(), (text, name) => (name === '$ref' ? target() : text)));
      expect(next).toBeGreaterThan(start + 10);
      expect(JSON.stringify(result)).not.toMatch(/sentinel-was-read|root:x:0/);
    }
    expect(asked.filter((one) => !one.includes(projectFolder))).toEqual([]);
  });

  test('a package of hostile names lands in its folder, and compiles', async () => {
    const folder = temporaryFolder({ 'beside/keep.txt': 'kept' });
    const spec = addMembers(
      renameWords(richSpec(), (word) => `../../${word}*/`),
      ['../../x', '/etc/x', '..\\..\\x', 'con'],
    );
    const { result } = await run(spec);
    const report = createReport();
    writePackage(join(folder, 'out'), result.files, report);
    expect(report.all()).toEqual([]);
    const outside = Object.keys(readTree(folder)).filter((path) => !path.startsWith('out/'));
    expect(outside).toEqual(['beside/keep.txt']);
    const compiler = join(projectFolder, 'node_modules/typescript7/bin/tsc');
    const compiled = spawnSync(process.execPath, [compiler, '-p', join(folder, 'out'), '--noEmit'], {
      encoding: 'utf8',
    });
    expect(compiled.stdout).toBe('');
  });
});

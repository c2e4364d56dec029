import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import ts from 'typescript';
import { expect } from 'vitest';
import { createReport } from '../../generator/base/diagnostic.ts';
import type { JsonObject } from '../../generator/base/json.ts';
import { validatorsEmitter } from '../../generator/emit/validators/index.ts';
import { buildApi } from '../../generator/model/build.ts';
import type { Issue, ParseResult } from '../../templates/runtime/validation.ts';
import { printed } from './printed.ts';

/** The checkout. */
export const root = fileURLToPath(new URL('../..', import.meta.url));
/** A folder for what tests write, removed when the process ends. */
export const folder = mkdtempSync(join(tmpdir(), 'validators-'));
/** The files that validators need of the runtime. */
export const runtimeFiles = [
  'checks',
  'leaves',
  'linear-pattern',
  'parts',
  'evaluated',
  'issues',
  'memo',
  'own',
  'union-issues',
  'words',
  'validation',
  'standard-schema',
];
let count = 0;

process.on('exit', () => rmSync(folder, { recursive: true, force: true }));

function toJavaScript(text: string): string {
  const { ESNext } = ts.ModuleKind;
  const { ES2022 } = ts.ScriptTarget;
  return ts.transpileModule(text, { compilerOptions: { target: ES2022, module: ESNext, verbatimModuleSyntax: true } })
    .outputText;
}

/** The text of a file of the runtime. */
export function runtimeText(name: string): string {
  return readFileSync(join(root, 'templates/runtime', `${name}.ts`), 'utf8');
}

/** Validators that can be run. */
export interface Loaded {
  readonly text: string;
  is(name: string, value: unknown): boolean;
  parse(name: string, value: unknown): ParseResult<unknown>;
  assert(name: string, value: unknown): void;
  issues(name: string, value: unknown): readonly Issue[];
}

/** The emitted module for component schemas, and the names of the schemas. */
export function emitText(schemas: JsonObject, rest: JsonObject = {}): { text: string; names: string[] } {
  const spec = { openapi: '3.1.0', info: { title: 'Test', version: '1' }, paths: {}, components: { schemas }, ...rest };
  const report = createReport();
  const api = buildApi(spec, report);
  const options = { name: 'test', version: '1.0.0', license: 'MIT' };
  const files = validatorsEmitter.emit({ api, spec, options }, report);
  if (!Array.isArray(files)) throw new Error('the emitter is not synchronous');
  return { text: printed(files)[0]?.text ?? '', names: api.schemas.map(({ name }) => name) };
}

/** Emits, transpiles and imports the validators of component schemas. */
export async function load(schemas: JsonObject, rest: JsonObject = {}): Promise<Loaded> {
  const { text } = emitText(schemas, rest);
  count += 1;
  mkdirSync(join(folder, 'run/runtime'), { recursive: true });
  writeFileSync(join(folder, 'run/package.json'), '{"type":"module"}');
  for (const name of runtimeFiles) {
    writeFileSync(join(folder, `run/runtime/${name}.js`), toJavaScript(runtimeText(name)));
  }
  const file = join(folder, `run/validators-${count}.js`);
  writeFileSync(file, toJavaScript(text));
  const module = (await import(pathToFileURL(file).href)) as Record<string, (...values: readonly unknown[]) => unknown>;
  const call = (name: string, ...values: readonly unknown[]): unknown => {
    const validator = module[name];
    if (!validator) throw new Error(`no ${name} in\n${text}`);
    return validator(...values);
  };
  return {
    text,
    is: (name, value) => call(`is${name}`, value) === true,
    parse: (name, value) => call(`parse${name}`, value) as ParseResult<unknown>,
    assert: (name, value) => void call(`assert${name}`, value),
    issues(name, value) {
      const result = call(`parse${name}`, value) as ParseResult<unknown>;
      expect(call(`is${name}`, value)).toBe(result.ok);
      expect(call(`parse${name}`, value, { limit: 1 })).toMatchObject({ ok: result.ok });
      return result.ok ? [] : result.issues;
    },
  };
}

/** Each issue in one line. */
export function lines(issues: readonly Issue[]): string[] {
  return issues.map(({ path, keyword, message }) => `${path} ${keyword}: ${message}`.trim());
}

/** An object schema. */
export const object = (properties: JsonObject, more: JsonObject = {}): JsonObject => ({
  type: 'object',
  properties,
  ...more,
});

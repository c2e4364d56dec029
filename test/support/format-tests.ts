import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { isTestableFormat, type TestableFormat } from '../../generator/base/formats.ts';
import { formatTest } from '../../generator/emit/formats.ts';
import type { NumberSchema, StringSchema } from '../../generator/model/model.ts';
import { projectFolder } from './sources.ts';

/** The kinds of values that formats say something about. */
export type FormatKind = 'string' | 'number';

/** What tests a value of one kind. */
export type FormatFunction = (value: string | number) => boolean;

const docs = { deprecated: false, examples: [], uncertain: [] };

/** The modules of the runtime that test formats, relative to the checkout. */
export const formatFiles: readonly string[] = readdirSync(join(projectFolder, 'templates/runtime'))
  .filter((name) => name.startsWith('formats-'))
  .map((name) => `templates/runtime/${name}`)
  .toSorted();

const modules = new Map<string, Record<string, FormatFunction>>();
for (const file of formatFiles) modules.set(file, await import(pathToFileURL(join(projectFolder, file)).href));

/** A schema that asserts a format. */
export function schemaOf(kind: FormatKind, assertedFormat: TestableFormat): StringSchema | NumberSchema {
  const base = { pointer: '', docs, hedged: false, typed: true, assertedFormat } as const;
  return kind === 'string' ? { ...base, kind } : { ...base, kind, integer: false };
}

/** The function that tests a format, found as the emitters find it; any value passes where there is none. */
export function testOf(format: string, kind: FormatKind = 'string'): FormatFunction {
  const found = isTestableFormat(format) ? formatTest(schemaOf(kind, format)) : undefined;
  if (!found) return () => true;
  const own = modules.get(`templates/runtime/${found.module}.ts`)?.[found.name];
  if (!own) throw new Error(`${found.module} has no ${found.name}`);
  return own;
}

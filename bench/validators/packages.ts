import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { createReport, diagnosticText } from '../../generator/base/diagnostic.ts';
import { isDataFailure, parseData } from '../../generator/base/data.ts';
import type { JsonObject, JsonValue } from '../../generator/base/json.ts';
import { loadDocuments } from '../../generator/documents/load.ts';
import { generate } from '../../generator/generate.ts';
import { root } from '../scoreboard/places.ts';

/** A generated package on disk, and the spec that it was made from. */
export interface Generated {
  readonly folder: string;
  readonly spec: JsonValue;
}

/**
 * Takes a document through the public door and writes the package into a folder of its own. `document` is OpenAPI, or the
 * path of a description from the checkout's root. Throws where the generator reports an error.
 */
export async function generatePackage(document: JsonObject | string, folder: string): Promise<Generated> {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const input = typeof document === 'string' ? resolve(root, document) : join(folder, 'openapi.json');
  if (typeof document !== 'string') writeFileSync(input, JSON.stringify(document));
  const report = createReport();
  const documents = await loadDocuments([input], folder, report);
  const packageOptions = { name: 'measured', version: '1.0.0', license: 'MIT' };
  const task = { name: 'measured', documents, overlays: [], packageOptions, inference: 'apply' } as const;
  const { files, spec = '' } = await generate(task, report);
  if (report.failed() || files.length === 0) throw new Error(report.all().map(diagnosticText).join('\n'));
  for (const { path, text } of files) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  const parsed = parseData(spec, { document: 'spec' });
  if (isDataFailure(parsed)) throw new Error('the normalized spec does not parse');
  return { folder, spec: parsed.value };
}

import { parseData, type Data } from '../../generator/base/data.ts';
import { createReport, diagnosticText } from '../../generator/base/diagnostic.ts';
import type { JsonValue } from '../../generator/base/json.ts';
import { resolvePointer } from '../../generator/base/pointer.ts';
import { loadDocuments } from '../../generator/documents/load.ts';
import { generate } from '../../generator/generate.ts';
import { temporaryFolder } from './temporary.ts';

/** What came of the files of a description. */
export interface Bundled {
  readonly text: string;
  readonly lines: readonly string[];
  readonly documents: readonly string[];
  readonly at: (pointer: string) => JsonValue | undefined;
}

/** Loads and normalizes `files` in a folder of their own. */
export async function bundleFiles(
  files: Readonly<Record<string, string>>,
  inputs: readonly string[] = ['openapi.yaml'],
  roots: readonly string[] = [],
): Promise<Bundled> {
  return bundleFolder(temporaryFolder(files), inputs, roots);
}

/** Loads and normalizes the inputs of a folder. */
export async function bundleFolder(
  folder: string,
  inputs: readonly string[] = ['openapi.yaml'],
  roots: readonly string[] = [],
): Promise<Bundled> {
  const report = createReport();
  const documents = await loadDocuments(inputs, folder, report, { roots });
  const packageOptions = { name: 'x', version: '1.0.0', license: 'MIT' };
  const task = { name: 'x', documents, overlays: [], packageOptions, inference: 'off' } as const;
  const { spec: text = '' } = await generate(task, report, { specOnly: true });
  const data = parseData(text, { document: 'out' }) as Data;
  return {
    text,
    lines: report.all().map(diagnosticText),
    documents: documents.map(({ path, part }) => (part ? `(${path})` : path)),
    at: (pointer) => resolvePointer(data.value, pointer),
  };
}

import { createReport } from '../../generator/base/diagnostic.ts';
import { loadDocuments } from '../../generator/documents/load.ts';
import { generate } from '../../generator/generate.ts';

/** The spec that is extracted from the pages in a folder, as YAML; an empty one where nothing could be made of them. */
export async function specOfPages(name: string, pages: string): Promise<string> {
  const report = createReport();
  const documents = await loadDocuments(['.'], pages, report);
  const packageOptions = { name, version: '1.0.0', license: 'MIT' };
  const task = { name, documents, overlays: [], packageOptions, inference: 'apply' as const };
  const { spec } = await generate(task, report, { specOnly: true });
  return spec ?? 'openapi: 3.1.0\ninfo: {title: none, version: "0"}\npaths: {}\n';
}

import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { createReport, diagnosticText, type Report } from '../../generator/base/diagnostic.ts';
import { loadDocuments } from '../../generator/documents/load.ts';
import { generate, type GenerateResult } from '../../generator/generate.ts';
import type { Candidate } from './corpora.ts';
import { shortReason, type Outcome, type Step, type Verdict } from './outcome.ts';

/** What is needed to try a document. */
export interface Trial {
  readonly candidate: Candidate;
  /** An empty folder for this document. `src` is written into it if the package is to be compiled. */
  readonly folder: string;
  readonly validate: (path: string, context: string) => Promise<Verdict>;
}

/** What came of a document but for the compiling, and how much there is to compile. */
export interface Tried {
  readonly outcome: Outcome;
  /** Characters of source; 0 where no package was emitted. */
  readonly size: number;
}

/** Takes one document through the public door, up to sources on the disk. Never throws. */
export async function tryDocument({ candidate, folder, validate }: Trial): Promise<Tried> {
  const start = performance.now();
  const { corpus, name, path } = candidate;
  const original = await validate(path, name);
  const report = createReport();
  const verdicts: Partial<Record<Step, Verdict>> = {};
  let size = 0;
  const result = await attempt(candidate, report);
  if (result instanceof Error) {
    verdicts.normalized = { reason: shortReason(`crash: ${result.message}`) };
  } else if (result.spec === undefined) {
    verdicts.normalized = { reason: firstError(report) ?? 'no spec' };
  } else {
    verdicts.normalized = 'pass';
    verdicts.valid = await validateSpec(result.spec, folder, validate);
    const written = report.failed() ? 0 : writeSources(result, folder);
    verdicts.emitted = written > 0 ? 'pass' : { reason: firstError(report) ?? 'no package' };
    size = written;
  }
  const codes: Record<string, number> = {};
  for (const { code } of report.all()) codes[code] = (codes[code] ?? 0) + 1;
  const seconds = (performance.now() - start) / 1000;
  return { outcome: { corpus, name, original, verdicts, codes, seconds }, size };
}

async function attempt({ path, root }: Candidate, report: Report): Promise<GenerateResult | Error> {
  try {
    const documents = await loadDocuments([basename(path)], dirname(path), report, { roots: [root] });
    const packageOptions = { name: 'tried', version: '1.0.0', license: 'MIT' };
    const task = { name: 'tried', documents, overlays: [], packageOptions, inference: 'apply' } as const;
    return await generate(task, report, { sourcesOnly: true });
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}

function firstError(report: Report): string | undefined {
  const error = report.all().find(({ severity }) => severity === 'error');
  return error && shortReason(diagnosticText(error));
}

async function validateSpec(text: string, folder: string, validate: Trial['validate']): Promise<Verdict> {
  const path = join(folder, 'openapi.yaml');
  writeFileSync(path, text);
  const verdict = await validate(path, 'normalized');
  rmSync(path);
  return verdict;
}

function writeSources({ files }: GenerateResult, folder: string): number {
  let size = 0;
  for (const { path, text } of files) {
    if (!path.startsWith('src/')) continue;
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
    size += text.length;
  }
  return size;
}

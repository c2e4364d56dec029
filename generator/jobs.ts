import { relative, resolve, sep } from 'node:path';
import { createReport, type Diagnostic, type Report } from './base/diagnostic.ts';
import type { FormatChoice, InferenceMode, OperationFilter, PackageOptions, WebAccess } from './base/options.ts';
import type { Location } from './base/location.ts';
import { isWebUri } from './base/uri.ts';
import { loadDocuments, loadFiles } from './documents/load.ts';
import { prepareEmission } from './emit/aside.ts';
import type { GenerateResult } from './generate.ts';
import type { Review } from './report/review.ts';
import { comparePackage, writePackage } from './write/package.ts';
import { checkTextFile, compareTextFile, writeTextFile } from './write/text-file.ts';

/** One API to be taken from its documents to what is written. Paths are relative to `base`, which is absolute. */
export interface Job {
  readonly name: string;
  readonly base: string;
  readonly inputs: readonly string[];
  /** Folders, besides those of the inputs, in which references may read files. */
  readonly roots: readonly string[];
  readonly web: WebAccess;
  readonly overlays: readonly string[];
  /** Where the normalized spec goes, if it is to be written. */
  readonly spec?: string;
  /** Leave what specloom says about its own statements out of it. */
  readonly clean?: boolean;
  /** Where the package goes; without it the work ends at the spec. */
  readonly output?: string;
  readonly packageOptions: PackageOptions;
  readonly inference: InferenceMode;
  /** Which formats validators test; none without it. */
  readonly formats?: FormatChoice;
  readonly filter?: OperationFilter;
}

/** How jobs are run. */
export interface JobContext {
  /** Absolute; paths are reported relative to it. */
  readonly cwd: string;
  /** Compare with the disk instead of writing. */
  readonly check: boolean;
  /** Look at what was understood and what is contradicted. */
  readonly review?: boolean;
  readonly onStep: (step: string) => void;
  /** Hears how many characters the documents of a job have, before they are worked on. */
  readonly onSize?: (characters: number, wantsPackage: boolean) => void;
  /** Runs an action such that an interruption of the program waits for its end. */
  readonly uninterrupted: <T>(action: () => T) => Promise<T>;
}

/** A spec or package as it now stands on the disk. */
export interface Written {
  readonly path: string;
  readonly files: number;
  readonly changed: number;
  readonly removed: number;
}

/** What came of a job. Nothing was written if one of the diagnostics is an error. */
export interface JobResult {
  readonly name: string;
  readonly diagnostics: readonly Diagnostic[];
  readonly failed: boolean;
  /** The printed spec, where it was asked for or there is no package. */
  readonly spec?: string;
  /** What was understood and what is contradicted, where that was asked for. */
  readonly review?: Review;
  readonly written: readonly Written[];
  /** What was thrown, if something unforeseen was. */
  readonly failure?: unknown;
}

/**
 * Loads the documents of `job`, generates, and writes (or compares) the results, in this order; an error on the way ends it
 * before anything is written. Gives what the rooms give; throws only what no room foresaw.
 */
export async function runJob(job: Job, context: JobContext): Promise<JobResult> {
  const report = createReport();
  const result = await produce(job, report, context);
  const place = (path: string): string => resolve(job.base, path);
  let written: Written[] = [];
  if (result !== undefined && !report.failed()) {
    if (context.check) checkResult(job, result, place, report);
    else written = await context.uninterrupted(() => writeResult(job, result, place, report));
  }
  const shown = (path: string): string => relative(context.cwd, place(path)).split(sep).join('/') || '.';
  return {
    name: job.name,
    diagnostics: report.all().map((diagnostic) => showPlace(diagnostic, shown)),
    failed: report.failed(),
    ...(result?.spec !== undefined && { spec: result.spec }),
    ...(result?.review && { review: result.review }),
    written: written.map((item) => ({ ...item, path: shown(item.path) })),
  };
}

async function produce(job: Job, report: Report, context: JobContext): Promise<GenerateResult | undefined> {
  // first of all, for it takes longer than a small description
  if (job.output !== undefined) prepareEmission();
  context.onStep('reading documents');
  // What this job writes, and what decides over the documents, is no document even where an input covers it.
  const exclude = [...job.overlays, ...(job.spec === undefined ? [] : [job.spec])];
  const documents = await loadDocuments(job.inputs, job.base, report, { exclude, roots: job.roots, web: job.web });
  const overlays = loadFiles(job.overlays, job.base, report);
  if (report.failed()) return undefined;
  const characters = documents.reduce((sum, { text }) => sum + text.length, 0);
  context.onSize?.(characters, job.output !== undefined);
  const { generate } = await import('./generate.ts'); // late, because it loads two compilers
  const { name, packageOptions, inference, formats, filter } = job;
  const { clean = false } = job;
  const only = { specOnly: job.output === undefined, packageOnly: job.spec === undefined };
  const stages = { ...only, clean, review: context.review ?? false, onStep: context.onStep };
  const result = await generate(
    { name, documents, overlays, packageOptions, inference, ...(formats && { formats }), ...(filter && { filter }) },
    report,
    stages,
  );
  // An empty result without a reason would empty the package folder.
  const isEmpty = result.spec === undefined && result.files.length === 0;
  if (isEmpty && !report.failed()) report.add('spec/no-operations', undefined);
  return result;
}

function writeResult(job: Job, result: GenerateResult, place: (path: string) => string, report: Report): Written[] {
  const spec = job.spec !== undefined && result.spec !== undefined ? { path: job.spec, text: result.spec } : undefined;
  if (spec !== undefined && compareTextFile(place(spec.path), spec.text, report) === undefined) return [];
  const written: Written[] = [];
  if (job.output !== undefined) {
    const change = writePackage(place(job.output), result.files, report);
    if (change === undefined) return [];
    written.push({ path: job.output, ...change });
  }
  if (spec !== undefined) {
    const changed = writeTextFile(place(spec.path), spec.text, report);
    if (changed !== undefined) written.unshift({ path: spec.path, files: 1, changed: changed ? 1 : 0, removed: 0 });
  }
  return written;
}

function checkResult(job: Job, result: GenerateResult, place: (path: string) => string, report: Report): void {
  if (job.spec !== undefined && result.spec !== undefined) {
    checkTextFile(place(job.spec), result.spec, job.spec, report);
  }
  if (job.output !== undefined) comparePackage(place(job.output), result.files, report);
}

function showPlace(diagnostic: Diagnostic, shown: (path: string) => string): Diagnostic {
  const { location, related } = diagnostic;
  const place = (at: Location): Location => (isWebUri(at.document) ? at : { ...at, document: shown(at.document) });
  return { ...diagnostic, ...(location && { location: place(location) }), ...(related && { related: place(related) }) };
}

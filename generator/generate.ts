import { createReport, type Report } from './base/diagnostic.ts';
import { compareText } from './base/order.ts';
import type { FormatChoice, InferenceMode, OperationFilter, PackageOptions } from './base/options.ts';
import type { Document } from './documents/document.ts';
import type { EmittedFile } from './emit/emitter.ts';
import type { Evidence } from './evidence/evidence.ts';
import { collectEvidence } from './evidence/index.ts';
import { readPages } from './pages/index.ts';
import type { Page } from './pages/page.ts';
import type { Review } from './report/review.ts';
import {
  buildSpec,
  itemsOfStreams,
  printInStyle,
  printSpec,
  type PrintStyle,
  specPrinting,
  splitDirections,
  withHintedStatuses,
} from './spec/index.ts';
import type { Spec } from './spec/openapi.ts';

/** What is to be generated for one API. */
export interface GenerateTask {
  readonly name: string;
  readonly documents: readonly Document[];
  readonly overlays: readonly Document[];
  readonly packageOptions: PackageOptions;
  readonly inference: InferenceMode;
  /** Which formats validators test; none without it. */
  readonly formats?: FormatChoice;
  /** Which operations are wanted; all without it. */
  readonly filter?: OperationFilter;
}

/** What came of it. Where the report holds an error, the result may be incomplete and must not be written. */
export interface GenerateResult {
  /** The normalized spec as YAML; absent where there was nothing to make one of, or only the package was asked for. */
  readonly spec?: string;
  /** The files of the package; none when only the spec was asked for. */
  readonly files: readonly EmittedFile[];
  /** What of the documents was understood and what they disagree in, where that was asked for. */
  readonly review?: Review;
}

/** How far to go, and whom to tell. */
export interface GenerateStages {
  readonly specOnly?: boolean;
  /** Leave the printed spec out of the result, but not out of the package. */
  readonly packageOnly?: boolean;
  /** Leave out the compiled modules of the package. */
  readonly sourcesOnly?: boolean;
  /** Leave what specloom says about its own statements out of the printed spec and of the package's. */
  readonly clean?: boolean;
  /** Look at what was understood and what is contradicted. */
  readonly review?: boolean;
  readonly onStep?: (step: string) => void;
}

/**
 * The staircase: documents → pages → evidence → spec → model → files. Touches neither disk nor network; everything
 * worth telling goes into `report`.
 */
export async function generate(
  task: GenerateTask,
  report: Report = createReport(),
  stages: GenerateStages = {},
): Promise<GenerateResult> {
  const step = stages.onStep ?? (() => undefined);
  const wantsPackage = stages.specOnly !== true;
  step('reading pages');
  // by path, so that the order in which files were named changes nothing
  const documents = task.documents.toSorted((left, right) => compareText(left.path, right.path));
  const pages = readPages(documents, report);
  const evidence = collectEvidence(pages, report);
  step('merging facts');
  const spec = buildSpec(evidence, task, report);
  const review = stages.review ? await reviewOf(task.name, { pages, evidence, report, spec }) : undefined;
  const reviewed = review ? { review } : {};
  const style = stages.clean ? 'clean' : 'full';
  if (!spec) return { ...reviewed, files: [] };
  if (!wantsPackage) return { ...reviewed, spec: printInStyle({ spec, style }), files: [] };
  const { doAside } = await import('./base/aside.ts');
  const print = (chosen: PrintStyle): Promise<string> => {
    const printed = doAside(specPrinting, { spec, style: chosen });
    // whoever waits for it is told, if only later
    printed.catch(() => undefined);
    return printed;
  };
  const text = stages.packageOnly ? undefined : print(style);
  const description = print(stages.clean ? 'clean package' : 'package');
  step('building the model');
  const { buildApi } = await import('./model/build.ts');
  const directed = itemsOfStreams(splitDirections(withHintedStatuses(spec)));
  const { responses = 'open' } = task.packageOptions;
  const api = buildApi(directed, report, undefined, task.formats, responses);
  step('writing code');
  // loaded here, for it brings the compiler along
  const { emitPackage } = await import('./emit/index.ts');
  const parts = { sourcesOnly: stages.sourcesOnly ?? false };
  const input = { api, spec: directed, options: task.packageOptions, description };
  const files = await emitPackage(input, report, parts);
  return { ...reviewed, ...(text && { spec: await text }), files };
}

interface Findings {
  readonly pages: readonly Page[];
  readonly evidence: readonly Evidence[];
  readonly report: Report;
  readonly spec: Spec | undefined;
}

async function reviewOf(name: string, { pages, evidence, report, spec }: Findings): Promise<Review> {
  const { createReview } = await import('./report/index.ts');
  const printed = spec && { value: spec, text: printSpec(spec) };
  return createReview({ name, pages, evidence, diagnostics: report.all(), ...(printed && { spec: printed }) });
}

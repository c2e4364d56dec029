import { createReport, type Report } from './base/diagnostic.ts';
import { compareText } from './base/order.ts';
import type { FormatChoice, InferenceMode, OperationFilter, PackageOptions } from './base/options.ts';
import type { Document } from './documents/document.ts';
import type { EmittedFile } from './emit/emitter.ts';
import { collectEvidence } from './evidence/index.ts';
import { readPages } from './pages/index.ts';
import { buildSpec, printSpec, splitDirections } from './spec/index.ts';

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
  /** The normalized spec as YAML; absent where there was nothing to make one of. */
  readonly spec?: string;
  /** The files of the package; none when only the spec was asked for. */
  readonly files: readonly EmittedFile[];
}

/** How far to go, and whom to tell. */
export interface GenerateStages {
  readonly specOnly?: boolean;
  /** Leave out the compiled modules of the package. */
  readonly sourcesOnly?: boolean;
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
  step('reading pages');
  // by path, so that the order in which files were named changes nothing
  const documents = task.documents.toSorted((left, right) => compareText(left.path, right.path));
  const pages = readPages(documents, report);
  const evidence = collectEvidence(pages, report);
  step('merging facts');
  const spec = buildSpec(evidence, task, report);
  if (!spec) return { files: [] };
  const text = printSpec(spec);
  if (stages.specOnly) return { spec: text, files: [] };
  step('building the model');
  const { buildApi } = await import('./model/build.ts');
  const directed = splitDirections(spec);
  const api = buildApi(directed, report, undefined, task.formats);
  step('writing code');
  // loaded here, for it brings three compilers along
  const { emitPackage } = await import('./emit/index.ts');
  const parts = { sourcesOnly: stages.sourcesOnly ?? false };
  return { spec: text, files: await emitPackage({ api, spec: directed, options: task.packageOptions }, report, parts) };
}

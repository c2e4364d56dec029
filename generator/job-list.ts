import { basename, resolve } from 'node:path';
import type { Report } from './base/diagnostic.ts';
import type { FormatChoice, OperationFilter } from './base/options.ts';
import { checkConfig } from './config-check.ts';
import type { Environment } from './config-web.ts';
import { defaults, isPackageName, toPackageName } from './config.ts';
import { findConfig, loadConfig } from './documents/config-file.ts';
import type { Job } from './jobs.ts';

/**
 * One job for each API of the configuration `config`, or of the one found in `cwd`. Undefined where none is found, or where it
 * is not valid: then the report says why (`config/invalid`, `documents/unreadable`).
 */
export async function jobsOfConfig(
  config: string | undefined,
  cwd: string,
  environment: Environment,
  report: Report,
): Promise<readonly Job[] | undefined> {
  const path = config ?? findConfig(cwd, report);
  if (path === undefined || report.failed()) return undefined;
  const file = await loadConfig(path, cwd, report);
  if (file === undefined) return undefined;
  const plan = checkConfig(file.value, file.locate, report, environment);
  if (plan === undefined) return undefined;
  const { apis, inference, formats, web } = plan;
  return apis.map((api) => ({ formats, ...api, base: file.folder, inference, web }));
}

/** What the command line says beside the inputs of a job. */
export interface InputOptions {
  /** Absolute; paths are relative to it. */
  readonly cwd: string;
  readonly roots?: readonly string[];
  readonly hosts?: readonly string[];
  /** Which formats validators test; none without it. */
  readonly formats?: FormatChoice;
  readonly filter?: OperationFilter;
  /** OpenAPI Overlay files. */
  readonly overlays?: readonly string[];
}

/** The job that takes `inputs` to a package in the folder `output`; its name is `name`, else that of the folder. */
export function packageJob(
  inputs: readonly string[],
  output: string,
  name: string | undefined,
  options: InputOptions,
): Job {
  const wanted = name ?? basename(resolve(options.cwd, output));
  return { ...inputJob(inputs, wanted, options), output };
}

/** The job that takes `inputs` to the normalized spec, `clean` of marks if so wished; `-` as `spec` stands for no file. */
export function specJob(
  inputs: readonly string[],
  spec: string,
  name: string,
  options: InputOptions & { readonly clean?: boolean },
): Job {
  const { clean = false } = options;
  return { ...inputJob(inputs, name, options), ...(spec !== '-' && { spec }), ...(clean && { clean }) };
}

function inputJob(inputs: readonly string[], name: string, options: InputOptions): Job {
  const { version, license, inference } = defaults;
  const packageOptions = { name: isPackageName(name) ? name : toPackageName(name), version, license };
  const { cwd, roots = [], hosts = [], formats = defaults.formats, filter, overlays = [] } = options;
  const web = { hosts, headers: {} };
  const job = { name, base: cwd, inputs, roots, web, overlays, packageOptions, inference, formats };
  return { ...job, ...(filter && { filter }) };
}

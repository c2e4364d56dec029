import { basename, resolve } from 'node:path';
import type { Report } from './base/diagnostic.ts';
import { checkConfig } from './config-check.ts';
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
  report: Report,
): Promise<readonly Job[] | undefined> {
  const path = config ?? findConfig(cwd, report);
  if (path === undefined || report.failed()) return undefined;
  const file = await loadConfig(path, cwd, report);
  if (file === undefined) return undefined;
  const plan = checkConfig(file.value, file.locate, report);
  return plan?.apis.map((api) => ({ ...api, base: file.folder, inference: plan.inference }));
}

/** The job that takes `inputs` to a package in the folder `output`; its name is `name`, else that of the folder. */
export function packageJob(inputs: readonly string[], output: string, name: string | undefined, cwd: string): Job {
  const wanted = name ?? basename(resolve(cwd, output));
  return { ...inputJob(inputs, wanted, cwd), output };
}

/** The job that takes `inputs` to the normalized spec; `-` as `spec` stands for no file. */
export function specJob(inputs: readonly string[], spec: string, name: string, cwd: string): Job {
  return { ...inputJob(inputs, name, cwd), ...(spec !== '-' && { spec }) };
}

function inputJob(inputs: readonly string[], name: string, cwd: string): Job {
  const { version, license, inference } = defaults;
  const packageOptions = { name: isPackageName(name) ? name : toPackageName(name), version, license };
  return { name, base: cwd, inputs, overlays: [], packageOptions, inference };
}

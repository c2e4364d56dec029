import { spawnSync } from 'node:child_process';
import { bench } from '../scoreboard/places.ts';
import { scoreTool, type DocumentationSet } from './sets.ts';

/** What the score says of one category of facts: counts of true, invented and missing ones, and their texts. */
export interface CategoryScore {
  readonly tp: number;
  readonly fp: number;
  readonly fn: number;
  /** The same of facts whose parent was found. */
  readonly ctp: number;
  readonly cfp: number;
  readonly cfn: number;
  /** Of the missing ones, how many no page carries. */
  readonly offpage: number;
  readonly missing: readonly string[];
  readonly invented: readonly string[];
}

/** The score by category. */
export type Score = Readonly<Record<string, CategoryScore>>;

/** Scores the spec in a file against the truth of a set of pages. Throws where the score cannot be had. */
export function scoreOf(set: Omit<DocumentationSet, 'kind'>, spec: string): Score {
  const options = ['--ops', set.operations, '--pages', set.pages, '--json'];
  const run = spawnSync(process.execPath, [scoreTool, set.truth, spec, ...options], {
    cwd: bench, // whose js-yaml reads what the specs were written for
    encoding: 'utf8',
    maxBuffer: 1 << 30,
  });
  if (run.status !== 0) throw new Error(`${set.name}: ${run.stderr}`);
  return (JSON.parse(run.stdout) as { readonly categories: Score }).categories;
}

import { appendFileSync, existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Outcome } from './outcome.ts';
import { cache, generatorDigest } from './places.ts';

/** What one state of the generator made of documents so far; a run that was broken off goes on from here. */
export interface Results {
  readonly known: ReadonlyMap<string, Outcome>;
  add(outcome: Outcome): void;
}

/** The results of the generator as it stands. `fresh` forgets them. */
export function openResults(fresh: boolean): Results {
  mkdirSync(cache, { recursive: true });
  const file = join(cache, `results-${generatorDigest()}.jsonl`);
  if (fresh) rmSync(file, { force: true });
  const known = new Map<string, Outcome>();
  const lines = existsSync(file) ? readFileSync(file, 'utf8').split('\n') : [];
  for (const line of lines) {
    const outcome = parseLine(line);
    if (outcome) known.set(outcome.name, outcome);
  }
  return {
    known,
    add(outcome) {
      known.set(outcome.name, outcome);
      appendFileSync(file, `${JSON.stringify(outcome)}\n`);
    },
  };
}

/** A line that was cut off when a run was stopped says nothing. */
function parseLine(line: string): Outcome | undefined {
  try {
    return JSON.parse(line) as Outcome;
  } catch {
    return undefined;
  }
}

import { fork, type ChildProcess } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { identifyingMark } from '../../generator/base/names.ts';
import { compareText } from '../../generator/base/order.ts';
import { findCandidates, type Candidate } from '../scoreboard/corpora.ts';
import { roundTripText } from './text.ts';
import type { Result } from './worker.ts';

/**
 * Draws values from every schema of a sample of documents and asks the emitted types and validators about them; see
 * `check.ts`. Each document is tried in a process that may be killed.
 *
 *   npm run round-trip -- [--take N] [--only TEXT] [--limit-bytes N] [--out FILE] [--details FILE]
 */
const root = fileURLToPath(new URL('../..', import.meta.url));
const worker = fileURLToPath(new URL('worker.ts', import.meta.url));
const limitSeconds = 240;
const take = Number(option('take') ?? 25);
const only = option('only') ?? '';
/** Larger documents would take most of the time, and are of the same make as others. */
const limitBytes = Number(option('limit-bytes') ?? 120_000);

function option(name: string): string | undefined {
  const at = process.argv.indexOf(`--${name}`);
  return at < 0 ? undefined : process.argv[at + 1];
}

/** As many of each corpus as are asked for, in an order that has nothing to do with their names. */
function choose(candidates: readonly Candidate[]): Candidate[] {
  const corpora = [...new Set(candidates.map(({ corpus }) => corpus))].filter((corpus) => corpus !== 'suites');
  return corpora
    .flatMap((corpus) => {
      const all = candidates.filter(
        (one) => one.corpus === corpus && one.bytes <= limitBytes && one.name.includes(only),
      );
      return all.toSorted((left, right) => compareText(order(left), order(right))).slice(0, take);
    })
    .toSorted((left, right) => compareText(left.name, right.name));
}

/** Nothing that a name says decides whether a document is tried. */
function order({ name }: Candidate): string {
  return identifyingMark(name) + name;
}

let child: ChildProcess | undefined;

function tryOne(path: string): Promise<Result> {
  const process = (child ??= fork(worker, { stdio: ['ignore', 'ignore', 'ignore', 'ipc'] }));
  return new Promise((resolve) => {
    const finish = (result: Result, isLost: boolean): void => {
      clearTimeout(timer);
      process.removeAllListeners();
      if (isLost) {
        process.kill('SIGKILL');
        child = undefined;
      }
      resolve(result);
    };
    const timer = setTimeout(() => finish({ failure: 'takes too long' }, true), limitSeconds * 1000);
    process.once('message', (result: Result) => finish(result, false));
    process.once('exit', () => finish({ failure: 'the process ended' }, true));
    process.send(path);
  });
}

const { candidates, absent } = findCandidates();
for (const name of absent) console.log(`absent: ${name}`);
const chosen = choose(candidates);
const results = new Map<string, Result>();
for (const [index, { name, path }] of chosen.entries()) {
  const result = await tryOne(path);
  results.set(name, result);
  const found = (result.tally?.disagreements.length ?? 0) + (result.mistyped?.length ?? 0);
  console.log(`${index + 1}/${chosen.length} ${name} ${result.failure ?? `${found} to look at`}`);
  const details = option('details');
  if (details !== undefined) writeFileSync(details, JSON.stringify([...results], undefined, 1));
}
child?.kill();
writeFileSync(
  option('out') ?? join(root, 'test/scoreboards/round-trip.txt'),
  roundTripText(results, `${take} documents of each corpus, of up to ${limitBytes} bytes`),
);

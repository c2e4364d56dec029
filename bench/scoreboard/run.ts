import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { findCandidates, type Candidate } from './corpora.ts';
import { passes } from './outcome.ts';
import { digest, isInstalled, scoreboardFile } from './places.ts';
import { tryAll } from './pool.ts';
import { createProgress } from './progress.ts';
import { openResults } from './results.ts';
import { sampleNames } from './sample.ts';
import { scoreboardText } from './scoreboard-text.ts';

/**
 * The scoreboard over the world's OpenAPI documents. A whole run writes test/scoreboards/openapi.txt; a part of one is
 * printed, or written with a line that says so (`--write`); `--known` tries nothing more. A run that is broken off goes on where it was, as long as the generator stays the same.
 *
 *   npm ci --prefix bench && npm run scoreboard -- [--only REGEXP] [--sample COUNT | --listed] [--limit-mb SIZE]
 *                                                  [--workers COUNT] [--fresh] [--write] [--known]
 */
const { values } = parseArgs({
  options: {
    only: { type: 'string' },
    sample: { type: 'string' },
    listed: { type: 'boolean', default: false },
    'limit-mb': { type: 'string' },
    workers: { type: 'string' },
    fresh: { type: 'boolean', default: false },
    write: { type: 'boolean', default: false },
    known: { type: 'boolean', default: false },
  },
});

if (!isInstalled()) throw new Error('install the documents first: npm ci --prefix bench');
const { candidates, absent } = findCandidates();
for (const corpus of absent) console.error(`without ${corpus}, which is not here`);

const limit = values['limit-mb'] === undefined ? Infinity : Number(values['limit-mb']) * 1_000_000;
const fitting = candidates.filter(({ bytes }) => bytes <= limit);
const chosen = choose(fitting);
const results = openResults(values.fresh);
const open = values.known ? [] : chosen.filter(({ name }) => !results.known.has(name));
const known = chosen.filter(({ name }) => results.known.has(name)).length;
if (known > 0) console.error(`${known} known from before`);

const folder = mkdtempSync(join(tmpdir(), 'specloom-scoreboard-'));
process.once('SIGINT', () => {
  rmSync(folder, { recursive: true, force: true });
  process.exit(130);
});
const progress = createProgress(open.length);
try {
  await tryAll(open, {
    workers: Number(values.workers ?? availableParallelism()),
    folder,
    onOutcome(outcome) {
      results.add(outcome);
      progress.done(passes(outcome));
    },
  });
} finally {
  rmSync(folder, { recursive: true, force: true });
}
progress.end();

const outcomes = chosen.flatMap(({ name }) => results.known.get(name) ?? []);
const isWhole = outcomes.length === candidates.length && absent.length === 0;
const text = scoreboardText(
  outcomes,
  isWhole ? undefined : { tried: outcomes.length, of: candidates.length, limit: values['limit-mb'] },
);
if (isWhole || values.write) writeFileSync(scoreboardFile, text);
else console.log(text);

/** The documents asked for, the large ones first, the others mixed, so that a beginning of the run shows a bit of all. */
function choose(all: readonly Candidate[]): Candidate[] {
  const pattern = values.only === undefined ? undefined : new RegExp(values.only, 'u');
  const listed = values.listed ? new Set(sampleNames()) : undefined;
  const mixed = all
    .filter(({ name }) => (pattern?.test(name) ?? true) && (listed?.has(name) ?? true))
    .map((candidate) => ({ candidate, order: digest(candidate.name) }))
    .toSorted((left, right) => (left.order < right.order ? -1 : 1))
    .map(({ candidate }) => candidate)
    .slice(0, values.sample === undefined ? undefined : Number(values.sample));
  return [...mixed.filter(isLarge), ...mixed.filter((candidate) => !isLarge(candidate))];
}

function isLarge({ bytes }: Candidate): boolean {
  return bytes > 5_000_000;
}

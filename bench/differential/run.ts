import { appendFileSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { cache, generatorDigest, root } from '../scoreboard/places.ts';
import { createJudges } from './judges.ts';
import { askAll, drawQuestions } from './pairs.ts';
import { groupText, scoreboardText, tally, type BatchResult } from './report.ts';
import { shrinkAll, type Disagreement } from './shrink.ts';
import { valuesPerSchema } from './values.ts';

/**
 * The emitted validators against two independent ones, on pairs of schemas and values that are drawn by chance. A run of
 * the whole length writes test/scoreboards/differential.txt; each disagreement is made small and listed. A run that is
 * broken off goes on where it was, as long as the generator stays the same.
 *
 *   npm ci --prefix bench && npm run differential -- [--pairs COUNT] [--seed NUMBER] [--fresh] [--write]
 */
const { values: options } = parseArgs({
  options: {
    pairs: { type: 'string', default: '50000' },
    seed: { type: 'string', default: '1' },
    fresh: { type: 'boolean', default: false },
    write: { type: 'boolean', default: false },
  },
});

/** How many schemas share a package. */
const together = 400;

const seed = Number(options.seed);
const batches = Math.ceil(Number(options.pairs) / (together * valuesPerSchema * 0.93));
const folder = join(cache, 'differential');
mkdirSync(folder, { recursive: true });
const file = join(folder, `${seed}-${generatorDigest()}.jsonl`);
if (options.fresh) rmSync(file, { force: true });

const known = new Map<number, BatchResult>();
for (const line of existsSync(file) ? readFileSync(file, 'utf8').trimEnd().split('\n') : []) {
  const result = JSON.parse(line) as BatchResult;
  known.set(result.batch, result);
}

const judges = await createJudges();
for (let batch = 0; batch < batches; batch += 1) {
  if (known.has(batch)) continue;
  const work = mkdtempSync(join(tmpdir(), 'specloom-differential-'));
  try {
    const questions = drawQuestions(seed, batch, together);
    const answers = await askAll(questions, judges, work);
    const result = { batch, ...tally(questions, answers) };
    known.set(batch, result);
    appendFileSync(file, `${JSON.stringify(result)}\n`);
    console.error(
      `batch ${batch + 1} of ${batches}: ${result.pairs} pairs, ${result.disagreements.length} disagreements`,
    );
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

const results = [...known.values()].filter(({ batch }) => batch < batches);
const found = results.flatMap(({ disagreements }) => disagreements);
const work = mkdtempSync(join(tmpdir(), 'specloom-differential-'));
const small: Disagreement[] = [];
try {
  for (let start = 0; start < found.length; start += 25) {
    small.push(...(await shrinkAll(found.slice(start, start + 25), judges, join(work, String(start)))));
    console.error(`${small.length} of ${found.length} disagreements made small`);
  }
} finally {
  rmSync(work, { recursive: true, force: true });
}
const text = scoreboardText(results, small, judges, seed);
console.log(text);
console.log(groupText(small, judges));
if (options.write) writeFileSync(join(root, 'test/scoreboards/differential.txt'), text);

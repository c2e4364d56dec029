import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { root } from '../scoreboard/places.ts';
import { coldStarts } from './cold.ts';
import { versionOf } from './contestants/contestant.ts';
import { contestants } from './contestants/index.ts';
import { allPayloads } from './payloads/index.ts';
import { buildWorker, prepare, type Prepared } from './prepare.ts';
import { reportText, type Measured, type Race } from './report.ts';
import { race } from './rounds.ts';
import { sizes } from './size.ts';
import { typeChecks } from './types.ts';
import type { Mode } from './worker.ts';

// All figures of the validators: `npm run bench:validators`. Writes test/scoreboards/validators.txt; with `-- --rounds 3` or
// another number for a shorter look, `-- --payload REGEXP` for a part, which is only printed.

const { values: options } = parseArgs({
  options: {
    rounds: { type: 'string', default: '21' },
    runs: { type: 'string', default: '15' },
    payload: { type: 'string', default: '.*' },
  },
});
const schedule = { rounds: Number(options.rounds), slice: 12, warmUp: 250 };

/** Whose cold start is of interest: those that need no compilation in the process, and ajv that does. */
const coldNames = new Set([
  'specloom',
  'ajv standalone',
  'hand-written',
  'ajv',
  'typebox',
  'zod',
  'valibot',
  'arktype',
]);

function modesOf({ payload }: Prepared): readonly Mode[] {
  return payload.name === 'standard-loose'
    ? ['valid', 'parse', 'verdict', 'first', 'all']
    : ['valid', 'verdict', 'first', 'all'];
}

/** Payloads that stand for the rest in what is measured with few of them. */
const representatives = new Set([
  'partoo-multiple-select-image',
  'github-repository',
  'github-issues',
  'standard-loose',
  'tree',
]);

async function main(): Promise<void> {
  const whole = options.payload === '.*';
  // first, for it soon says so if the package does not compile
  const checks = whole ? await typeChecks(3) : [];
  const worker = await buildWorker();
  const measured = { races: [], missing: [], cold: [], sizes: [] } as {
    races: Race[];
    missing: Measured['missing'][number][];
    cold: Measured['cold'][number][];
    sizes: Measured['sizes'][number][];
  };
  const wanted = new RegExp(`^(?:${options.payload})$`);
  for (const payload of allPayloads().filter(({ name }) => wanted.test(name))) {
    const prepared = await prepare(payload, contestants, worker);
    measured.missing.push(...prepared.missing.map((one) => ({ payload: payload.title, ...one })));
    for (const mode of modesOf(prepared)) {
      const timings = await race(prepared.entrants, { worker, data: prepared.data, mode }, schedule);
      measured.races.push({ payload: payload.name, title: payload.title, mode, timings });
      console.log(`${payload.name} ${mode}`);
    }
    if (!representatives.has(payload.name)) continue;
    const entrants = prepared.entrants.filter(({ name }) => coldNames.has(name));
    measured.cold.push(...(await coldStarts({ ...prepared, entrants }, Number(options.runs))));
    measured.sizes.push(...(await sizes(prepared)));
  }
  const text = reportText({
    ...measured,
    typeChecks: checks,
    versions: versions(),
    command: `npm run bench:validators${whole ? '' : ` -- --payload '${options.payload}'`} (${options.rounds} rounds)`,
  });
  if (whole) writeFileSync(join(root, 'test/scoreboards/validators.txt'), text);
  console.log(text);
}

function versions(): string[] {
  const packages = [...new Set(contestants.flatMap((one) => one.packages)), 'esbuild', 'typescript'];
  return [`Node.js ${process.versions.node}, V8 ${process.versions.v8}`, `With ${packages.map(versionOf).join(', ')}`];
}

await main();

import { parseArgs } from 'node:util';
import { contestants } from './contestants/index.ts';
import { allPayloads } from './payloads/index.ts';
import { buildWorker, prepare } from './prepare.ts';
import { race } from './rounds.ts';
import type { Mode } from './worker.ts';

// A short look at some payloads, for work on the emitted code:
//
//   npx tsx bench/validators/try.ts --payload partoo-text [--mode valid,first] [--only specloom,hand-written] [--rounds 15]

const { values: options } = parseArgs({
  options: {
    payload: { type: 'string', default: 'partoo-text' },
    mode: { type: 'string', default: 'valid,verdict,first,all' },
    only: { type: 'string', default: 'specloom,hand-written,ajv,ata-validator,typia,typebox' },
    rounds: { type: 'string', default: '11' },
  },
});
const schedule = { rounds: Number(options.rounds), slice: 12, warmUp: 240 };
const wanted =
  options.only === 'all' ? contestants : contestants.filter(({ name }) => options.only.split(',').includes(name));
const worker = await buildWorker();
for (const payload of allPayloads().filter(({ name }) =>
  new RegExp(`^(?:${options.payload.replaceAll(',', '|')})$`).test(name),
)) {
  const { data, entrants, missing } = await prepare(payload, wanted, worker);
  for (const { name, reason } of missing) console.log(`${name}: ${reason}`);
  for (const mode of options.mode.split(',') as Mode[]) {
    const timings = await race(entrants, { worker, data, mode }, schedule);
    console.log(`\n${payload.name}, ${mode}: ns per call, middle half, times specloom's`);
    for (const timing of timings) {
      const figures =
        'fault' in timing
          ? timing.fault
          : `${timing.median.toFixed(1).padStart(12)}  ${timing.low.toFixed(1)}-${timing.high.toFixed(1)}  ${timing.ratio.toFixed(2)}`;
      console.log(`  ${timing.name.padEnd(16)}${figures}`);
    }
  }
}

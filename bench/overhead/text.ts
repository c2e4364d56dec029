import { median, type Lap } from './race.ts';

/** What each may take at most, as a ratio to bare `fetch`. */
const limits: Readonly<Record<string, number>> = {
  'specloom, nothing checked': 1.05,
  'specloom, responses checked': 1.1,
};

/** The scoreboard: medians, their ratios to the first, and the ratio of each pair of calls in one round. */
export function overheadText(laps: readonly Lap[], abort: number): string {
  const [base] = laps;
  const rounds = base?.times.length ?? 0;
  const lines = laps.map(({ name, times }) => {
    const ratio = median(times) / median(base?.times ?? []);
    const paired = median(times.map((time, round) => time / (base?.times[round] ?? Number.NaN)));
    const limit = limits[name];
    const bound = limit === undefined ? '' : `${limit.toFixed(2)}x`;
    const micros = `${(median(times) * 1000).toFixed(0)} us`;
    return [name.padEnd(40), micros.padStart(8), `${ratio.toFixed(3)}x`, `${paired.toFixed(3)}x`, bound]
      .join('   ')
      .trimEnd();
  });
  return [
    'What a call costs beside bare fetch: npm run bench:client.',
    '',
    `GET with a path value, a query, a key and a JSON answer of 1.8 kB, from a server in a process of its own on this machine,`,
    `one call after the other; ${rounds} rounds with one call of each, in changing order. Node ${process.version}.`,
    '',
    `${''.padEnd(40)}     median    ratio    paired   at most`,
    ...lines,
    '',
    `A call that waits 30 s for Retry-After and is aborted after 0.5 s returns ${abort.toFixed(1)} ms after its signal (at most 50 ms; the latest of 5).`,
    '',
  ].join('\n');
}

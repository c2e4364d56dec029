import type { Contestant } from './contestants.ts';

/** How long a contestant's calls took. */
export interface Lap {
  readonly name: string;
  /** Milliseconds, one a round. */
  readonly times: readonly number[];
}

/**
 * Calls of all contestants, one after the other, in rounds: each has one call a round, and each place in the round equally
 * often, so that what disturbs the machine disturbs all.
 */
export async function race(contestants: readonly Contestant[], rounds: number): Promise<Lap[]> {
  const times = contestants.map((): number[] => []);
  for (let round = 0; round < rounds; round += 1) {
    for (let place = 0; place < contestants.length; place += 1) {
      // forwards and backwards, so that nobody always follows the same one
      const step = round % 2 === 0 ? place : contestants.length - place;
      const index = (round + step) % contestants.length;
      const start = performance.now();
      await contestants[index]?.call();
      times[index]?.push(performance.now() - start);
    }
  }
  return contestants.map(({ name }, index) => ({ name, times: times[index] ?? [] }));
}

/** The value that half of them are below. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((left, right) => left - right);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

import type { Score } from './score.ts';

/** Prints the first invented and missing facts of each category whose name fits. */
export function printFacts(name: string, score: Score, count: number, categories: RegExp): void {
  for (const [category, { invented, missing }] of Object.entries(score)) {
    if (!categories.test(category)) continue;
    for (const [what, facts] of Object.entries({ invented, missing })) {
      if (facts.length > 0) console.log(`${name} ${category}: ${facts.length} ${what}`);
      for (const fact of facts.slice(0, count)) console.log(`    ${fact}`);
    }
  }
}

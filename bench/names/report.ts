import type { Count } from './measure.ts';

/** What was counted on one page. */
export interface Result {
  readonly kind: string;
  readonly document: string;
  readonly operation: string;
  readonly count: Count;
}

const rules = `How many names come back from pages scraped to text, by what the scrape lost: npm run names.

Operations are drawn by the hashes of their names from the truths of documentation sets and from public OpenAPI 3.x documents, and
rendered the way a scrape looks: with samples as documentation generators make them, before the text, before it twice, or behind it.
Counted are the properties and parameters that have a description on the page and whose name stands in a sample. A name is
right where the spec made of the page has the description at that very place; wrong is a description at any other place.
What is neither is unassigned. Hedged ones are wrong too, but the spec says that it is unsure of them.
A parameter that a description puts into the path, but whose path has it behind a question mark, counts as one of the query,
which is what a URL says; the query of a sample stands before a fragment, which is never sent; and where the description of a
parameter is empty, that of its schema counts, as it is what the page prints. A name that no sample shows may stand in any part.
Another draw, to see that nothing is tuned to this one: npm run names -- --seed TEXT.
"names lost": nothing but descriptions, enum lists and examples is left of the text. With "values" the samples have the examples
of the description, with "types" only stand-ins of the right type. "glued" and "one token a line" keep names and types,
"anchors" a link before each that says the whole way.
`;

/** The scoreboard: totals by kind of page, and the documents below the goals. */
export function scoreboardText(results: readonly Result[], kinds: readonly string[]): string {
  const row = (title: string, some: readonly Result[]): string => {
    const all = sum(some, ({ all: count }) => count);
    const cells = [
      sum(some, ({ right }) => right),
      sum(some, ({ wrong }) => wrong.length),
      sum(some, ({ hedged }) => hedged.length),
      sum(some, ({ unassigned }) => unassigned.length),
    ].map((count) => `${count} (${all === 0 ? '0.0' : ((100 * count) / all).toFixed(1)} %)`.padStart(18));
    return `${title.padEnd(28)}${String(some.length).padStart(8)}${String(all).padStart(10)}${cells.join('')}`;
  };
  const head = `${'page'.padEnd(28)}${'pages'.padStart(8)}${'names'.padStart(10)}${['right', 'wrong', 'hedged wrong', 'unassigned'].map((word) => word.padStart(18)).join('')}`;
  const below = kinds.flatMap((kind) => {
    const some = results.filter((result) => result.kind === kind);
    return [...new Set(some.map(({ document }) => document))].flatMap((document) => {
      const its = some.filter((result) => result.document === document);
      const all = sum(its, ({ all: count }) => count);
      const right = sum(its, ({ right: count }) => count);
      const wrong = sum(its, ({ wrong: list }) => list.length);
      const fails = right < 0.95 * all || wrong > 0.01 * all;
      return fails ? [`  ${kind}: ${document}: ${right} of ${all} right, ${wrong} wrong`] : [];
    });
  });
  return [
    rules,
    head,
    ...kinds.map((kind) =>
      row(
        kind,
        results.filter((result) => result.kind === kind),
      ),
    ),
    '',
    `Documents below 95 % right or above 1 % wrong (${below.length}):`,
    ...below,
    '',
  ].join('\n');
}

function sum(results: readonly Result[], of: (count: Count) => number): number {
  return results.reduce((total, { count }) => total + of(count), 0);
}

import { firstFailure, passes, steps, stepTitles, type Outcome } from './outcome.ts';

const failingTitles = [
  'Valid by their own version, and failing',
  'Not valid by their own version, and failing',
] as const;

/** The documents that do not pass in a committed scoreboard. */
export function failingNames(text: string): Set<string> {
  const sections = text.split('\n\n').filter((section) => failingTitles.some((title) => section.startsWith(title)));
  const lines = sections.flatMap((section) => section.split('\n').slice(1)).filter((line) => line.trim() !== 'none');
  return new Set(lines.map((line) => /^\s*(.*?) {2}/.exec(line)?.[1] ?? line.trim()));
}

/** How many documents were tried of how many there are; `limit` is the size in MB that larger ones were left out for. */
export interface Part {
  readonly tried: number;
  readonly of: number;
  readonly limit: string | undefined;
}

/**
 * The scoreboard as it is committed: counts for each corpus, then every document that does not pass, those that are
 * valid by their own version apart from those that are not. Sorted, and without anything that differs between runs.
 */
export function scoreboardText(outcomes: readonly Outcome[], part?: Part): string {
  const sorted = outcomes.toSorted((left, right) => (left.name < right.name ? -1 : 1));
  const corpora = [...new Set(sorted.map(({ corpus }) => corpus))];
  const valid = sorted.filter(({ original }) => original === 'pass');
  const invalid = sorted.filter(({ original }) => original !== 'pass');
  const parts = [
    'Every OpenAPI document at hand, from reading to a package that compiles; written by `npm run scoreboard`.',
    ...(part ? [partText(part)] : []),
    ['Documents valid by their own version', ...countLines(valid, corpora)].join('\n'),
    ['Documents that are not', ...countLines(invalid, corpora)].join('\n'),
    [failingTitles[0], ...list(valid.flatMap(failureLine))].join('\n'),
    [failingTitles[1], ...list(invalid.flatMap(failureLine))].join('\n'),
    ['Not valid by their own version, and why', ...list(invalid.map(invalidLine))].join('\n'),
  ];
  return `${parts.join('\n\n')}\n`;
}

function partText({ tried, of, limit }: Part): string {
  return `${tried} of ${of} documents were tried${limit === undefined ? '' : `, those of up to ${limit} MB`}.`;
}

function countLines(outcomes: readonly Outcome[], corpora: readonly string[]): string[] {
  const titles = ['documents', ...steps.map((step) => stepTitles[step]), 'all'];
  const header = ['', ...titles];
  const rows = [...corpora, 'total'].map((corpus) => {
    const own = corpus === 'total' ? outcomes : outcomes.filter((outcome) => outcome.corpus === corpus);
    const counts = steps.map((step) => own.filter(({ verdicts }) => verdicts[step] === 'pass').length);
    return [corpus, own.length, ...counts, own.filter(passes).length].map(String);
  });
  return [header, ...rows].map((cells) =>
    `  ${cells.map((cell, index) => (index === 0 ? cell.padEnd(18) : cell.padStart(header[index]?.length ?? 0))).join('  ')}`.trimEnd(),
  );
}

function failureLine(outcome: Outcome): string[] {
  const failure = firstFailure(outcome);
  return failure ? [`${outcome.name}  ${stepTitles[failure.step]}: ${failure.reason}`] : [];
}

function invalidLine({ name, original }: Outcome): string {
  return `${name}  ${original === 'pass' ? '' : original.reason}`;
}

function list(lines: readonly string[]): string[] {
  return lines.length === 0 ? ['  none'] : lines.map((line) => `  ${line}`);
}

/** What is asked of a document, in this order. */
export const steps = ['normalized', 'valid', 'emitted', 'compiled'] as const;

/** One of the questions. */
export type Step = (typeof steps)[number];

/** What the lines of the scoreboard say of a step. */
export const stepTitles: Readonly<Record<Step, string>> = {
  normalized: 'normalized to 3.1',
  valid: 'valid as 3.1',
  emitted: 'package emitted',
  compiled: 'package compiles',
};

/** `pass`, or in a line why not. */
export type Verdict = 'pass' | { readonly reason: string };

/** What came of one document. */
export interface Outcome {
  readonly corpus: string;
  readonly name: string;
  /** Whether the document is valid by the version it names. */
  readonly original: Verdict;
  /** A step that was not reached is absent. */
  readonly verdicts: Readonly<Partial<Record<Step, Verdict>>>;
  /** How often each diagnostic was given. */
  readonly codes: Readonly<Record<string, number>>;
  readonly seconds: number;
}

/** Whether all is well with a document. */
export function passes(outcome: Outcome): boolean {
  return steps.every((step) => outcome.verdicts[step] === 'pass');
}

/** The first step that a document fails, and why; undefined where it passes. */
export function firstFailure(outcome: Outcome): { readonly step: Step; readonly reason: string } | undefined {
  for (const step of steps) {
    const verdict = outcome.verdicts[step] ?? { reason: 'not reached' };
    if (verdict !== 'pass') return { step, reason: verdict.reason };
  }
  return undefined;
}

const longestReason = 140;

/** A message in one short line that says nothing of this machine, and without the excerpt that some tools append. */
export function shortReason(message: string): string {
  const line = message
    .replace(/\n\s*(?:>\s*)?\d+ \| [^]*$/, '')
    .replaceAll(/(?:file:\/\/)?(?:\/[\w.@+-]+){2,}\/(?=[\w.@+-]+)/g, '')
    // oxlint-disable-next-line no-control-regex
    .replaceAll(/[\s\u0000-\u001f\u007f-\u009f\u2028\u2029]+/g, ' ')
    .trim();
  const chars = [...line];
  return chars.length <= longestReason ? line : `${chars.slice(0, longestReason - 1).join('')}…`;
}

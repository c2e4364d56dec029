import { groupBy } from '../../generator/base/order.ts';
import type { Disagreement } from './check.ts';
import type { Result } from './worker.ts';

/** The scoreboard: how documents were chosen, figures of all, then whatever is to be looked at, by document. */
export function roundTripText(results: ReadonlyMap<string, Result>, choice: string): string {
  const all = [...results.values()];
  const sum = (figure: (result: Result) => number): number => all.reduce((total, one) => total + figure(one), 0);
  const count = (kind: Disagreement['kind']): number =>
    sum(({ tally }) => tally?.disagreements.filter((one) => one.kind === kind).length ?? 0);
  const typed = (kind: string): number =>
    sum(({ mistyped = [] }) => mistyped.filter((one) => one.kind === kind).length);
  const lines = [
    'Values drawn from every schema, and mutants of them: what the emitted types and validators say, against ajv 2020.',
    `Tried: ${choice}.`,
    '',
    `documents                      ${all.length}`,
    `  without a package            ${sum(({ failure }) => Number(failure !== undefined))}`,
    `schemas                        ${sum(({ tally }) => tally?.schemas ?? 0)}`,
    `  no valid value could be drawn ${sum(({ tally }) => tally?.unsampled.length ?? 0)}`,
    `valid samples                  ${sum(({ tally }) => tally?.samples ?? 0)}`,
    `  refused by the validator     ${count('sample refused')}`,
    `  other than objects where properties are stated without a type, so not compiled ${sum(({ tally }) => tally?.notMeant ?? 0)}`,
    `mutants                        ${sum(({ tally }) => tally?.mutants ?? 0)}`,
    `  refused by both              ${sum(({ tally }) => tally?.refusedByBoth ?? 0)}`,
    `  refused by ours alone        ${count('mutant refused')}`,
    `  refused by ajv alone         ${count('mutant accepted')}`,
    `  refused by both for what types cannot say ${sum(({ tally }) => tally?.unsayable ?? 0)}`,
    `isX and parseX differ          ${count('is and parse differ')}`,
    `values the compiler was asked about ${sum(({ asked }) => asked ?? 0)}`,
    `  isX accepts, the type does not ${typed('not assignable')}`,
    `  the type accepts, isX does not ${typed('assignable')}`,
    '',
  ];
  for (const [name, result] of results) lines.push(...documentLines(name, result));
  return `${lines.join('\n').trimEnd()}\n`;
}

function documentLines(name: string, { failure, tally, mistyped = [] }: Result): string[] {
  if (failure !== undefined) return [`${name}: ${failure.split('\n')[0]}`];
  const groups = groupBy(
    tally?.disagreements ?? [],
    ({ kind, schema, reason }) => `${kind}: ${schema} ${place(reason)}`,
  );
  const types = groupBy(mistyped, ({ kind, about }) => `${kind}: ${about.split(' ')[0]}`);
  const unsampled = groupBy(tally?.unsampled ?? [], (text) => text.slice(text.indexOf(': ') + 2));
  return [
    ...[...groups, ...types].map(([what, group]) => `${name}: ${what} (${group.length})`),
    ...[...unsampled].map(([why, group]) => `${name}: not sampled, ${why}: ${group.map(schemaOf).join(', ')}`),
  ];
}

function schemaOf(text: string): string {
  return text.split(':')[0] ?? '';
}

/** A reason without positions in lists, so that the same fault counts as one. */
function place(reason: string): string {
  return reason.replaceAll(/\/\d+(?=[/ ])/g, '/*');
}

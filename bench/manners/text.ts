import type { Score } from '../documents/score.ts';
import { precision, recall, valueOf, type Figure } from '../documents/text.ts';
import { sumOf } from '../renderers/text.ts';
import { applies, choices, dimensions, type Manner } from './manner.ts';

/** What came of one draw. */
export interface Outcome {
  readonly manner: Manner;
  readonly score: Score;
}

const both = (title: string, ...categories: readonly string[]): Figure[] => [
  { title: `${title} P`, categories, measure: precision },
  { title: 'R', categories, measure: recall },
];

const figures: readonly Figure[] = [
  ...both('operation', 'operation'),
  ...both('parameter', 'param'),
  ...both('property', 'property'),
  ...both('answer', 'res-property'),
  ...both('type', 'param-type', 'type', 'res-type'),
  ...both('required', 'param-required', 'required'),
  ...both('enum', 'param-enum', 'enum'),
  ...both('status', 'status'),
  ...both('default', 'param-default', 'default'),
  ...both('limit', 'param-constraint', 'constraint'),
  ...both('format', 'param-format', 'format', 'res-format'),
  ...both('security', 'security'),
  ...both('null', 'nullable', 'res-nullable', 'param-nullable'),
  ...both('deprecated', 'deprecated'),
];

const preface = [
  'Calls of public descriptions, written as people write pages in manners drawn at random, and read back: npm run manners.',
  'P: of the facts extracted, how many the pages say. R: of the facts that the pages say, how many were extracted. A line for',
  'each choice: all draws that have it, whatever else they have.',
];

/** The scoreboard: all draws, then each choice of each dimension, in per cent. */
export function boardText(outcomes: readonly Outcome[]): string {
  const lines = dimensions.flatMap((dimension) => {
    const seen = outcomes.filter(({ manner }) => applies(dimension, manner));
    const options: readonly string[] = choices[dimension];
    return [
      '',
      row(
        dimension,
        'draws',
        figures.map(({ title }) => title),
      ),
      ...options.flatMap((choice) => {
        const own = seen.filter(({ manner }) => manner[dimension] === choice);
        return own.length === 0 ? [] : [line(choice, own)];
      }),
    ];
  });
  const heads = row(
    '',
    'draws',
    figures.map(({ title }) => title),
  );
  return [...preface, '', heads, line('all', outcomes), ...lines, ''].map((text) => text.trimEnd()).join('\n');
}

const widths = figures.map(({ title }) => Math.max(5, title.length) + 2);

function row(name: string, count: string, cells: readonly string[]): string {
  return [name.padEnd(50), count.padStart(5), ...cells.map((cell, index) => cell.padStart(widths[index] ?? 0))].join(
    '',
  );
}

function line(name: string, outcomes: readonly Outcome[]): string {
  const score = sumOf(outcomes.map((one) => one.score));
  return row(
    name,
    `${outcomes.length}`,
    figures.map((figure) => valueOf(score, figure)?.toFixed(1) ?? '-'),
  );
}

import type { CategoryScore, Score } from './score.ts';
import type { DocumentationSet } from './sets.ts';

/** What came of one set. */
export interface Outcome {
  readonly set: DocumentationSet;
  readonly score: Score;
}

/** A column of a board: of which facts how many are counted. */
export interface Figure {
  readonly title: string;
  readonly categories: readonly string[];
  readonly measure: (one: CategoryScore) => { readonly good: number; readonly all: number };
  /** What is asked for, in per cent: of components and exports, and of tables and bullets. */
  readonly least?: readonly [number | undefined, number | undefined];
}

/** Of the facts extracted, how many are true. */
export const precision: Figure['measure'] = ({ tp, fp }) => ({ good: tp, all: tp + fp });
/** Of the true facts, how many were extracted. */
export const recall: Figure['measure'] = ({ tp, fn }) => ({ good: tp, all: tp + fn });
/** Of the true facts that the pages carry, how many were extracted. */
export const recallOnPage: Figure['measure'] = ({ tp, fn, offpage }) => ({ good: tp, all: tp + fn - offpage });
/** Of the facts about what was found, how many are true. */
const givenParent: Figure['measure'] = ({ ctp, cfp }) => ({ good: ctp, all: ctp + cfp });

const figures: readonly Figure[] = [
  { title: 'operation P', categories: ['operation'], measure: precision, least: [100, 97] },
  { title: 'R', categories: ['operation'], measure: recall, least: [100, 95] },
  { title: 'parameter P', categories: ['param'], measure: precision, least: [99, 90] },
  { title: 'R*', categories: ['param'], measure: recallOnPage, least: [98, 85] },
  { title: 'property P', categories: ['property'], measure: precision, least: [99, 90] },
  { title: 'R*', categories: ['property'], measure: recallOnPage, least: [98, 85] },
  { title: 'type', categories: ['param-type', 'type'], measure: givenParent, least: [98, undefined] },
  { title: 'required P', categories: ['param-required', 'required'], measure: precision, least: [97, undefined] },
  { title: 'R*', categories: ['param-required', 'required'], measure: recallOnPage },
  { title: 'answer P', categories: ['res-property'], measure: precision },
  { title: 'R*', categories: ['res-property'], measure: recallOnPage },
];

const kinds: readonly DocumentationSet['kind'][] = ['components and exports', 'tables and bullets', 'texts'];

const preface = [
  'Specs extracted from real documentation, compared fact by fact with specs that others made: npm run documents.',
  'P: of the facts extracted, how many are true. R: of the true facts, how many were extracted; R*: of those that the pages',
  'carry. Types: of parameters and properties that were found. "answer": properties of response bodies. What misses the figure',
  'asked for has a mark (*). Each set is scored over the operations that its pages document, or, where pages and spec are years',
  'apart ("both"), over those that both have.',
];

/** The scoreboard: a line for each set, in per cent. */
export function boardText(outcomes: readonly Outcome[]): string {
  const lines = kinds.flatMap((kind, index) => {
    const own = outcomes.filter(({ set }) => set.kind === kind);
    const asked = figures.map(({ title, least }) =>
      cell(title, least?.[index] === undefined ? '' : `>=${least[index]}`),
    );
    return own.length === 0 ? [] : ['', heading(kind, asked), ...own.map((one) => line(one, index))];
  });
  return [...preface, ...lines, ''].map((text) => text.trimEnd()).join('\n');
}

function cell(title: string, asked: string): string {
  return `${title} ${asked}`.trim();
}

const widths = figures.map(({ title, least }) => Math.max(7, cell(title, least ? '>=100' : '').length) + 2);

function heading(kind: string, asked: readonly string[]): string {
  return [kind.padEnd(26), ...asked.map((text, index) => text.padStart(widths[index] ?? 0))].join('');
}

function line({ set, score }: Outcome, kind: number): string {
  const values = figures.map((figure, index) => {
    const value = valueOf(score, figure);
    const least = figure.least?.[kind];
    const mark = value !== undefined && least !== undefined && value < least ? '*' : ' ';
    return `${value === undefined ? '-' : value.toFixed(1)}${mark}`.padStart(widths[index] ?? 0);
  });
  const name = set.operations === 'both' ? `${set.name} (both)` : set.name;
  return [name.padEnd(26), ...values].join('');
}

/** The categories of a figure taken together, in per cent; undefined where nothing was counted. */
export function valueOf(
  score: Score,
  { categories, measure }: Pick<Figure, 'categories' | 'measure'>,
): number | undefined {
  const counts = categories.flatMap((name) => (score[name] ? [measure(score[name])] : []));
  const all = counts.reduce((sum, one) => sum + one.all, 0);
  return all === 0 ? undefined : (100 * counts.reduce((sum, one) => sum + one.good, 0)) / all;
}

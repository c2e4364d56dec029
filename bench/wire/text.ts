import type { Level } from './matrix.ts';
import type { Verdict } from './play.ts';

/** What a client made of all cells. */
export interface Score {
  readonly name: string;
  readonly verdicts: readonly Verdict[];
}

const levels: readonly (readonly [Level, about: string])[] = [
  ['MUST', 'what the standard says'],
  ['CONVENTION', 'what it leaves to conventions'],
  ['SAFETY', 'what no client should send'],
  ['OAS3.2', 'what OpenAPI 3.2 adds'],
  ['RECORD', 'what it leaves undefined'],
];

const heading = [
  'How calls of generated clients look on the wire, cell by cell: npm run wire.',
  '',
  'The matrix has one operation a cell: a value, and the bytes that OpenAPI 3.1 and RFC 6570 make of it, or an answer and what it is',
  'to be read as. Each operation is called against a raw TCP socket, and what arrives is compared as bytes, after the',
  'normalization of RFC 3986, section 6.2.2. The cells of OpenAPI 3.2 are a document of their own.',
  'specloom: generated and compiled with its defaults; its client is given `exactJson`, the opt-in for integers beyond 2^53.',
  'openapi-fetch: told the media types of bodies and how answers are read; serializers are its defaults.',
  'hey-api: generated with @hey-api/typescript, client-fetch and sdk, all defaults.',
];

/** How many cells of a level a client gets right, of how many. */
export function tally({ verdicts }: Score, level: Level): readonly [right: number, all: number] {
  const all = verdicts.filter(({ cell }) => cell.level === level);
  return [all.filter(({ fault }) => fault === undefined).length, all.length];
}

/** The scoreboard: a line for each client, one for each group of cells, and every cell that specloom gets wrong. */
export function wireText(scores: readonly Score[]): string {
  const [own] = scores;
  const wrong = (own?.verdicts ?? []).filter(({ fault }) => fault !== undefined);
  const width = 16;
  const row = (label: string, columns: readonly string[]): string =>
    label.padEnd(46) + columns.map((column) => column.padStart(width)).join('');
  const lines = [
    row(
      '',
      scores.map(({ name }) => name),
    ),
    ...levels.map(([level, about]) =>
      row(
        `${level}: ${about}`,
        scores.map((score) => tally(score, level).join(' of ')),
      ),
    ),
    '',
    row(
      'by group',
      scores.map(({ name }) => name),
    ),
    ...groups(own).map((group) =>
      row(
        group,
        scores.map((score) => groupTally(score, group)),
      ),
    ),
  ];
  const faults = wrong.map(({ cell, fault }) => `${cell.level} ${cell.id}: ${fault}`);
  return [...heading, '', ...lines, '', `Cells that specloom gets wrong: ${faults.length}`, ...faults, ''].join('\n');
}

function groups(score: Score | undefined): string[] {
  return [...new Set((score?.verdicts ?? []).map(({ cell }) => cell.tier))];
}

function groupTally({ verdicts }: Score, group: string): string {
  const all = verdicts.filter(({ cell }) => cell.tier === group);
  return `${all.filter(({ fault }) => fault === undefined).length} of ${all.length}`;
}

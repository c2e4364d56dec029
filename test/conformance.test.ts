import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { projectFolder } from './support/sources.ts';
import { scoreFile, suiteFiles, suiteMissing, type FileScore } from './support/conformance.ts';
import { temporaryFolder } from './support/temporary.ts';

// The required part of the official test suite of JSON Schema 2020-12, through `generate()` and the emitted package.
// What passes is kept in a scoreboard: `UPDATE_SCOREBOARDS=1` writes it, and its difference is what to read.

const scoreboard = join(projectFolder, 'test/scoreboards/json-schema.txt');

const passed = (score: FileScore): number => score.total - score.failures.length;

function scoreText(scores: readonly FileScore[]): string {
  const sum = (of: (score: FileScore) => number): number => scores.reduce((total, score) => total + of(score), 0);
  const lines = scores.flatMap((score) => [
    `${score.file} ${passed(score)} of ${score.total}`,
    ...score.failures.map((failure) => `  ${failure}`),
  ]);
  const head = [
    'JSON Schema Test Suite, draft 2020-12, required tests, through generate() and the emitted validators',
    `${sum(passed)} of ${sum((score) => score.total)}`,
  ];
  return `${[...head, '', ...lines].join('\n')}\n`;
}

const title = suiteMissing ? `the official suite (${suiteMissing})` : 'the official suite';

describe.skipIf(suiteMissing !== undefined)(title, () => {
  it('passes as the scoreboard says', { timeout: 600_000 }, async () => {
    const folder = temporaryFolder();
    const scores: FileScore[] = [];
    for (const file of suiteFiles('draft2020-12')) scores.push(await scoreFile('draft2020-12', file, folder));
    const text = scoreText(scores);
    if (process.env['UPDATE_SCOREBOARDS'] !== undefined) writeFileSync(scoreboard, text);
    expect(text).toBe(existsSync(scoreboard) ? readFileSync(scoreboard, 'utf8') : '');
  });
});

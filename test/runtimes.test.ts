import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { findEngines } from '../bench/runtimes/engines.ts';
import { playAll } from '../bench/runtimes/play.ts';
import { projectFolder } from './support/sources.ts';

// Emitted packages in the engines that they are for. `npm run runtimes` writes the scoreboard.

const { absent } = findEngines();
const without =
  absent.length === 0
    ? ''
    : ` (skipped: ${absent.join(', ')}; npm install --ignore-scripts --prefix bench/runtimes brings them)`;

describe('packages in every engine', () => {
  test(`do all that they are asked${without}`, async () => {
    const { reports } = await playAll();
    const faults = reports.flatMap(({ name, outcomes, failure }) => [
      ...(failure === undefined ? [] : [`${name}: ${failure}`]),
      ...Object.entries(outcomes).flatMap(([check, outcome]) =>
        outcome === 'ok' ? [] : [`${name}: ${check}: ${outcome}`],
      ),
    ]);
    expect(faults).toEqual([]);
    const board = readFileSync(join(projectFolder, 'test/scoreboards/runtimes.txt'), 'utf8');
    expect(board).toContain('Not as expected: 0\n');
    for (const { name } of reports.slice(1)) expect(board).toContain(`\n${name} `);
    for (const check of Object.keys(reports[0]?.outcomes ?? {})) expect(board).toContain(`\n- ${check}\n`);
  }, 300_000);
});

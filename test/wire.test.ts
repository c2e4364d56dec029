import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { hasMatrix, readCells, type Level } from '../bench/wire/matrix.ts';
import { play } from '../bench/wire/play.ts';
import { bench, isInstalled } from '../bench/scoreboard/places.ts';
import { matrixSizes, shopDocument, shopSizes } from '../bench/wire/size.ts';
import { specloomContestant, writePackage } from '../bench/wire/specloom.ts';
import { tally } from '../bench/wire/text.ts';
import { projectFolder } from './support/sources.ts';
import { temporaryFolder } from './support/temporary.ts';

// The generated client's bytes, cell by cell of the matrix. `npm run wire` also asks the clients of others.

describe('the wire (skipped where ../shared/fixtures/serialization-matrix.json is absent)', () => {
  it.skipIf(!hasMatrix())('carries what the standard says, as the scoreboard says, in few bytes', async () => {
    const cells = readCells();
    const folder = temporaryFolder();
    const verdicts = await play(await specloomContestant(cells, join(folder, 'specloom')), cells);
    const faults = verdicts.flatMap(({ cell, fault }) => (fault === undefined ? [] : [`${cell.id}: ${fault}`]));
    expect(faults).toEqual([]);
    const board = readFileSync(join(projectFolder, 'test/scoreboards/wire.txt'), 'utf8');
    const levels: readonly Level[] = ['MUST', 'CONVENTION', 'SAFETY', 'OAS3.2', 'RECORD'];
    for (const level of levels) {
      const line = board.split('\n').find((one) => one.startsWith(`${level}:`));
      expect(line).toContain(tally({ name: 'specloom', verdicts }, level).join(' of '));
    }
    expect(board).toContain('Cells that specloom gets wrong: 0\n');
    const sizes = matrixSizes(folder);
    for (const [, bytes] of sizes.slice(0, -1)) expect(bytes).toBeLessThanOrEqual(2600);
    expect(sizes.at(-1)?.[1]).toBeLessThanOrEqual(3400);
  });

  it.skipIf(!isInstalled())(
    'takes few bytes with credentials, too (skipped where the bench is not installed)',
    async () => {
      const folder = temporaryFolder();
      await writePackage(readFileSync(join(bench, shopDocument), 'utf8'), join(folder, 'shop'));
      for (const [, bytes] of shopSizes(folder)) expect(bytes).toBeLessThanOrEqual(2600);
    },
  );
});

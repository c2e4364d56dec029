import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { bench, cache, material, root } from '../scoreboard/places.ts';
import { hasMatrix, readCells } from './matrix.ts';
import { hasPeers, heyApi, openapiFetch } from './peers.ts';
import { play } from './play.ts';
import { shopDocument, sizeText } from './size.ts';
import { specloomContestant, writePackage } from './specloom.ts';
import { wireText, type Score } from './text.ts';

// The scoreboards of the wire: `npm run wire`. Writes test/scoreboards/wire.txt and test/scoreboards/client-size.txt, and prints both.

if (!hasMatrix()) throw new Error(`the matrix is not in ${material}`);
if (!hasPeers()) throw new Error('install the bench first: npm install --prefix bench');
const cells = readCells();
mkdirSync(cache, { recursive: true });
// below the bench, so that what others generate finds their packages
const folder = mkdtempSync(join(cache, 'wire-'));
try {
  const scores: Score[] = [];
  const contestants = [
    await specloomContestant(cells, join(folder, 'specloom')),
    await openapiFetch(),
    await heyApi(cells, join(folder, 'hey-api')),
  ];
  for (const contestant of contestants) {
    scores.push({ name: contestant.name, verdicts: await play(contestant, cells) });
  }
  await writePackage(readFileSync(join(bench, shopDocument), 'utf8'), join(folder, 'shop'));
  const boards = { wire: wireText(scores), 'client-size': sizeText(folder) };
  for (const [name, text] of Object.entries(boards)) {
    writeFileSync(join(root, 'test/scoreboards', `${name}.txt`), text);
    console.log(text);
  }
  if (process.argv.includes('--faults')) {
    for (const { name, verdicts } of scores.slice(1)) {
      for (const { cell, fault } of verdicts) if (fault !== undefined) console.log(`${name} ${cell.id}: ${fault}`);
    }
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}

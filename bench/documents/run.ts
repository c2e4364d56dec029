import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { material, root } from '../scoreboard/places.ts';
import { printFacts } from './facts.ts';
import { scoreOf } from './score.ts';
import { findSets, hasSets } from './sets.ts';
import { specOfPages } from './spec.ts';
import { boardText, type Outcome } from './text.ts';

/**
 * The scoreboard over real documentation. Whole, it writes test/scoreboards/documents.txt; of some sets it only prints.
 *
 *   npm run documents -- [--only REGEXP] [--list COUNT] [--category REGEXP] [--keep FOLDER]
 *
 * `--list` names that many invented and missing facts of each category, `--keep` leaves the specs in a folder.
 */
const { values } = parseArgs({
  options: {
    only: { type: 'string' },
    list: { type: 'string' },
    category: { type: 'string' },
    keep: { type: 'string' },
  },
});

if (!hasSets()) throw new Error(`the documentation sets are not in ${material}`);
const wanted = new RegExp(values.only ?? '');
const folder = values.keep ?? mkdtempSync(join(tmpdir(), 'specloom-documents-'));
mkdirSync(folder, { recursive: true });
try {
  const outcomes: Outcome[] = [];
  for (const set of findSets().filter(({ name }) => wanted.test(name))) {
    const file = join(folder, `${set.name}.yaml`);
    writeFileSync(file, await specOfPages(set.name, set.pages));
    const score = scoreOf(set, file);
    outcomes.push({ set, score });
    if (values.list !== undefined) printFacts(set.name, score, Number(values.list), new RegExp(values.category ?? ''));
  }
  const text = boardText(outcomes);
  console.log(text);
  if (values.only === undefined) writeFileSync(join(root, 'test/scoreboards/documents.txt'), text);
} finally {
  if (values.keep === undefined) rmSync(folder, { recursive: true, force: true });
}

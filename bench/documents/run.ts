import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { createReport } from '../../generator/base/diagnostic.ts';
import { loadDocuments } from '../../generator/documents/load.ts';
import { generate } from '../../generator/generate.ts';
import { material, root } from '../scoreboard/places.ts';
import { scoreOf, type Score } from './score.ts';
import { findSets, hasSets, type DocumentationSet } from './sets.ts';
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
    writeFileSync(file, await specOf(set));
    const score = scoreOf(set, file);
    outcomes.push({ set, score });
    if (values.list !== undefined) printFacts(set, score, Number(values.list));
  }
  const text = boardText(outcomes);
  console.log(text);
  if (values.only === undefined) writeFileSync(join(root, 'test/scoreboards/documents.txt'), text);
} finally {
  if (values.keep === undefined) rmSync(folder, { recursive: true, force: true });
}

/** The extracted spec; an empty one where nothing could be made of the pages. */
async function specOf({ name, pages }: DocumentationSet): Promise<string> {
  const report = createReport();
  const documents = await loadDocuments(['.'], pages, report);
  const packageOptions = { name, version: '1.0.0', license: 'MIT' };
  const task = { name, documents, overlays: [], packageOptions, inference: 'apply' as const };
  const { spec } = await generate(task, report, { specOnly: true });
  return spec ?? 'openapi: 3.1.0\ninfo: {title: none, version: "0"}\npaths: {}\n';
}

function printFacts({ name }: DocumentationSet, score: Score, count: number): void {
  const categories = new RegExp(values.category ?? '');
  for (const [category, { invented, missing }] of Object.entries(score)) {
    if (!categories.test(category)) continue;
    for (const [what, facts] of Object.entries({ invented, missing })) {
      if (facts.length > 0) console.log(`${name} ${category}: ${facts.length} ${what}`);
      for (const fact of facts.slice(0, count)) console.log(`    ${fact}`);
    }
  }
}

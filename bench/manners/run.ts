import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { printFacts } from '../documents/facts.ts';
import { scoreOf, type Score } from '../documents/score.ts';
import { hasSets, scoreTool } from '../documents/sets.ts';
import { specOfPages } from '../documents/spec.ts';
import { isInstalled, root } from '../scoreboard/places.ts';
import { publicDescriptions } from '../third-parties/documents.ts';
import { adornedApi } from './adorned.ts';
import { furtherApi } from './further.ts';
import { applies, dimensions, drawManner, randomOf, type Dimension, type Manner } from './manner.ts';
import { pagesOf } from './pages.ts';
import { boardText, type Outcome } from './text.ts';
import { callsOf, type Api } from './things.ts';
import { truthOf } from './truth.ts';

/**
 * Calls of public descriptions, written as people write pages, in manners drawn at random, and read back. Whole, it writes
 * test/scoreboards/manners.txt; with other seeds, or a fixed choice, it only prints.
 *
 *   npm run manners -- [--draws COUNT] [--seed NUMBER] [--fix DIMENSION=CHOICE]... [--list COUNT] [--category REGEXP] [--keep FOLDER]
 *     [--through COMMAND --as ENDING]
 *
 * `--list` names that many invented and missing facts of each category, `--keep` leaves pages, truths and specs in a folder.
 * `--through` passes each page through a command of the shell (the page in, the page out) and names it with `--as`, so that
 * what converters make of pages is tried with the same truth: --through 'pandoc -f gfm -t rst --wrap none' --as rst
 */
const { values } = parseArgs({
  options: {
    draws: { type: 'string', default: '300' },
    seed: { type: 'string', default: '1' },
    fix: { type: 'string', multiple: true, default: [] },
    list: { type: 'string' },
    category: { type: 'string' },
    keep: { type: 'string' },
    through: { type: 'string' },
    as: { type: 'string', default: 'md' },
  },
});

if (!isInstalled()) throw new Error('the descriptions are not installed: npm ci --prefix bench --ignore-scripts');
if (!hasSets()) throw new Error(`the score is not there: ${scoreTool}`);
const fixed = Object.fromEntries(
  values.fix.map((text) => [text.slice(0, text.indexOf('=')), text.slice(text.indexOf('=') + 1)]),
) as Partial<Record<Dimension, string>>;
const folder = values.keep ?? mkdtempSync(join(tmpdir(), 'specloom-manners-'));
try {
  const pool = publicDescriptions(60)
    .map(({ name, document }) => ({ name, calls: callsOf(document) }))
    .filter(({ calls }) => calls.length >= 2);
  const outcomes: Outcome[] = [];
  const first = Number(values.seed);
  for (let seed = first; seed < first + Number(values.draws); seed += 1) {
    const random = randomOf(seed);
    const drawn = pool[Math.floor(random() * pool.length)];
    if (!drawn) throw new Error('no description has calls that can be written');
    const manner = drawManner(random, fixed);
    outcomes.push({
      manner,
      score: await tryManner(
        `${seed}`,
        drawn.name,
        adornedApi(furtherApi(drawn.calls, manner), manner, random),
        manner,
      ),
    });
  }
  const text = boardText(outcomes);
  console.log(text);
  if (values.draws === '300' && values.seed === '1' && values.fix.length === 0 && values.through === undefined)
    writeFileSync(join(root, 'test/scoreboards/manners.txt'), text);
} finally {
  if (values.keep === undefined) rmSync(folder, { recursive: true, force: true });
}

function writePage(path: string, text: string): void {
  if (values.through === undefined) writeFileSync(path, text);
  else
    writeFileSync(
      path.replace(/\.md$/, `.${values.as}`),
      execFileSync('sh', ['-c', values.through], { input: text, maxBuffer: 2 ** 28 }),
    );
}

async function tryManner(seed: string, name: string, api: Api, manner: Manner): Promise<Score> {
  const pages = join(folder, seed, 'pages');
  mkdirSync(pages, { recursive: true });
  for (const [file, text] of pagesOf(api, manner)) writePage(join(pages, file), text);
  const truth = join(folder, seed, 'truth.json');
  writeFileSync(truth, JSON.stringify(truthOf(api, manner), null, 2));
  const spec = join(folder, seed, 'spec.yaml');
  writeFileSync(spec, await specOfPages('things', pages));
  const score = scoreOf({ name: seed, pages, truth, operations: 'truth' }, spec);
  if (values.list !== undefined) {
    const shown = dimensions.filter((one) => applies(one, manner)).map((one) => `${one}: ${manner[one]}`);
    console.log(`\n${seed} ${name}  ${shown.join(' · ')}`);
    printFacts(seed, score, Number(values.list), new RegExp(values.category ?? ''));
  }
  return score;
}

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { printFacts } from '../documents/facts.ts';
import { scoreOf, type Score } from '../documents/score.ts';
import { hasSets, scoreTool } from '../documents/sets.ts';
import { specOfPages } from '../documents/spec.ts';
import { root } from '../scoreboard/places.ts';
import { publicDescriptions } from '../third-parties/documents.ts';
import { hasRenderers, missingRenderers, renderers, type Renderer } from './renderers.ts';
import { boardText, sumOf, type Outcome } from './text.ts';

/**
 * The scoreboard over what the tools of others render. Whole, it writes test/scoreboards/renderers.txt; of some tools, or of another
 * draw of descriptions, it only prints.
 *
 *   npm run renderers -- [--only REGEXP] [--draw WORD] [--list COUNT] [--category REGEXP] [--keep FOLDER]
 *
 * `--list` names that many invented and missing facts of each category, `--keep` leaves pages and specs in a folder.
 */
const { values } = parseArgs({
  options: {
    only: { type: 'string' },
    draw: { type: 'string' },
    list: { type: 'string' },
    category: { type: 'string' },
    keep: { type: 'string' },
  },
});

if (!hasRenderers()) throw new Error('the tools are not installed: npm ci --prefix bench/renderers --ignore-scripts');
if (!hasSets()) throw new Error(`the score is not there: ${scoreTool}`);
const wanted = new RegExp(values.only ?? '');
const folder = values.keep ?? mkdtempSync(join(tmpdir(), 'specloom-renderers-'));
try {
  const descriptions = publicDescriptions(10, values.draw).map(({ name, document }) => {
    mkdirSync(join(folder, 'descriptions'), { recursive: true });
    const file = join(folder, 'descriptions', `${name}.json`);
    writeFileSync(file, JSON.stringify(document));
    return { name, file };
  });
  const outcomes: Outcome[] = [];
  for (const renderer of renderers().filter(({ name }) => wanted.test(name)))
    outcomes.push(await tryRenderer(renderer, descriptions));
  const text = boardText(outcomes, missingRenderers());
  console.log(text);
  if (values.only === undefined && values.draw === undefined)
    writeFileSync(join(root, 'test/scoreboards/renderers.txt'), text);
} finally {
  if (values.keep === undefined) rmSync(folder, { recursive: true, force: true });
}

async function tryRenderer(
  renderer: Renderer,
  descriptions: readonly { readonly name: string; readonly file: string }[],
): Promise<Outcome> {
  const scores: Score[] = [];
  const faults: string[] = [];
  for (const { name, file } of descriptions) {
    const pages = join(folder, renderer.name.replaceAll(' ', '-'), name);
    mkdirSync(pages, { recursive: true });
    const fault = renderer.render(file, pages);
    if (fault !== undefined) {
      faults.push(`${name}: ${fault}`);
      continue;
    }
    const spec = `${pages}.yaml`;
    writeFileSync(spec, await specOfPages(name, pages));
    const score = scoreOf({ name, pages, truth: file, operations: 'truth' }, spec);
    if (values.list !== undefined)
      printFacts(`${renderer.name} ${name}`, score, Number(values.list), new RegExp(values.category ?? ''));
    scores.push(score);
  }
  return { renderer, score: sumOf(scores), faults };
}

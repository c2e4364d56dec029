import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { own, ownString, type JsonObject } from '../../generator/base/json.ts';
import { material, root } from '../scoreboard/places.ts';
import { draw, rank, type Drawn } from './draw.ts';
import { measure } from './measure.ts';
import { anchoredText, sampledPage, type Layout } from './page.ts';
import { canRender, renderText, type Level } from './render.ts';
import { scoreboardText, type Result } from './report.ts';
import type { Values } from './samples.ts';
import { isArray, resolve, type Spec } from './schema.ts';
import { printedOf, type Operation } from './truth.ts';

// The scoreboard of names: `npm run names [-- --documents 40 --each 2 --kind glued --only NAME --verbose --seed TEXT]`.
// Writes test/scoreboards/names.txt, unless only some are asked for, or others: a seed draws other documents and operations.

interface Kind {
  readonly title: string;
  readonly level: Level | 'anchors';
  readonly values: Values;
}

const kinds: readonly Kind[] = [
  { title: 'names lost, values', level: 'bare', values: 'examples' },
  { title: 'names lost, types', level: 'bare', values: 'types' },
  { title: 'glued', level: 'glued', values: 'examples' },
  { title: 'one token a line', level: 'names', values: 'examples' },
  { title: 'anchors', level: 'anchors', values: 'examples' },
];
const layouts: readonly Layout[] = ['before', 'twice', 'behind'];

/** Larger pages are no pages but dumps. */
const longest = 200_000;

function argument(name: string): string | undefined {
  const position = process.argv.indexOf(`--${name}`);
  return position === -1 ? undefined : process.argv[position + 1];
}

const verbose = process.argv.includes('--verbose');
const wantedKind = argument('kind');
const wantedDocument = argument('only');
const wantedLayout = argument('layout');
const seed = argument('seed') ?? '';

async function pageResult(drawn: Drawn, operation: Operation, kind: Kind): Promise<Result | undefined> {
  const { spec, name } = drawn;
  const printed = printedOf(operation, spec);
  const rendered =
    kind.level === 'anchors'
      ? anchoredText(printed, (schema) => typeName(schema, spec))
      : await renderText(drawn.path, operation, kind.level);
  if (rendered === undefined || rendered.length > longest) return undefined;
  const title = `${operation.method.toUpperCase()} ${operation.path}`;
  const layout = layouts[parseInt(rank(title).slice(0, 6), 16) % layouts.length] ?? 'before';
  if (wantedLayout !== undefined && layout !== wantedLayout) return undefined;
  const page = sampledPage(operation, spec, rendered, { values: kind.values, layout });
  const count = await measure(page.text, printed, page.shown);
  if (verbose) tell(`${kind.title} ${name} ${title} (${layout})`, page.text, count);
  return { kind: kind.title, document: name, operation: title, count };
}

function tell(title: string, text: string, { all, right, wrong, hedged, unassigned }: Result['count']): void {
  console.log(`${title}: ${right}/${all}, wrong ${wrong.length}`);
  for (const one of wrong) console.log(`  wrong ${one}`);
  for (const one of hedged) console.log(`  hedged ${one}`);
  for (const one of unassigned) console.log(`  unassigned ${one}`);
  if (process.argv.includes('--pages')) console.log(text);
}

function typeName(schema: JsonObject, spec: Spec): string {
  if (isArray(schema)) return `${typeName(resolve(own(schema, 'items'), spec), spec)}[]`;
  const declared = own(schema, 'type');
  const type = Array.isArray(declared) ? declared.find((word) => word !== 'null') : declared;
  if (typeof type !== 'string') return own(schema, 'properties') === undefined ? 'any' : 'object';
  const format = ownString(schema, 'format');
  return format === undefined ? type : `${type}<${format}>`;
}

async function main(): Promise<void> {
  if (!canRender()) return console.log(`the tool that renders pages is not in ${material}`);
  const results: Result[] = [];
  const titles = kinds.filter(({ title }) => wantedKind === undefined || title.startsWith(wantedKind));
  const wanted = { documents: Number(argument('documents') ?? 40), each: Number(argument('each') ?? 2), seed };
  for (const drawn of draw(wanted)) {
    if (wantedDocument !== undefined && !drawn.name.includes(wantedDocument)) continue;
    for (const operation of drawn.operations) {
      for (const kind of titles) {
        const result = await pageResult(drawn, operation, kind);
        if (result && (result.count.all > 0 || result.count.wrong.length > 0)) results.push(result);
      }
    }
  }
  const text = scoreboardText(
    results,
    titles.map(({ title }) => title),
  );
  const isWhole = [wantedKind, wantedDocument, wantedLayout, argument('seed')].every((part) => part === undefined);
  if (isWhole) writeFileSync(join(root, 'test/scoreboards/names.txt'), text);
  console.log(text);
}

await main();

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { riskOf } from '../generator/base/pattern.ts';
import { literalsIn, type OwnExpression } from './support/own-expressions.ts';
import { projectFolder, readSources } from './support/sources.ts';

// Our own regular expressions run on text of documents: none may take more than linear time on long ones.

const short = 'at most 10,000 characters without long white space';

/** Where the detector finds expressions that go back, and why that cannot matter. */
const exceptions: Readonly<Record<string, string>> = {
  'generator/evidence/component-parameters.ts': 'names of at most 1,000 characters',
  'generator/evidence/field-rules.ts': 'sentences of at most 400 characters',
  'generator/evidence/labelled/grammar.ts': 'lines of at most 10,000 characters',
  'generator/evidence/prose-enums.ts': short,
  'generator/evidence/prose-limit-rows.ts': short,
  'generator/evidence/prose-marks.ts': short,
  'generator/evidence/prose-sizes.ts': short,
  'generator/evidence/prose-types.ts': short,
  'generator/evidence/prose-value-lists.ts': short,
  'generator/evidence/prose-bare-values.ts': short,
  'generator/evidence/prose-values.ts': short,
  'generator/evidence/sections/answers.ts': 'clauses of at most 600 characters',
  'generator/evidence/sections/field-name.ts': 'cells of at most 1,000 characters',
  'generator/evidence/sections/references.ts': 'words of at most 600 characters',
  'generator/evidence/sections/type-notations.ts': 'words of at most 200 characters',
  'generator/evidence/sections/table-rows.ts': 'cells of at most 1,000 characters',
  'generator/evidence/sections/list-head.ts': 'the first 2,000 characters of an item',
  'generator/evidence/sections/list-notes.ts': 'notes of at most 500 characters',
  'generator/spec/type-words.ts': 'at most 400 characters',
  'templates/runtime/operation.ts': 'the base URL that the user of a package gives',
};

/** Where it finds more than a square without need. */
const harmless: readonly RegExp[] = [
  // nothing must follow the repetition, so it is never tried in another way
  /\)\+\)$/,
  // a look ahead, which the detector leaves out, tells where the word ends
  /default:.*\(\?!\(\?:required\|/,
];

/** What is wrong with some of our expressions, each with its file. */
function faults(expressions: readonly OwnExpression[]): string[] {
  return expressions.flatMap(({ file, expression }) => {
    const growth = riskOf(expression)?.growth;
    if (growth === undefined) return [];
    const isSteep = growth !== 'with the power of 2' && !harmless.some((one) => one.test(expression.source));
    return exceptions[file] === undefined || isSteep ? [`${file} ${growth} ${String(expression)}`] : [];
  });
}

const files = [...readSources('generator'), ...readSources('templates')].map(({ path }) => path);

function buildsExpressions(file: string): boolean {
  return readFileSync(join(projectFolder, file), 'utf8').includes('new RegExp(');
}

describe('our own regular expressions', () => {
  it('take linear time as literals, but where a text cannot be long', () => {
    expect(faults(files.flatMap(literalsIn))).toEqual([]);
  });
});

describe('regular expressions that are built when our modules are loaded', () => {
  const built: OwnExpression[] = [];
  const Original = RegExp;

  beforeAll(() => {
    globalThis.RegExp = new Proxy(Original, {
      construct(target, [source, flags]: [string, string | undefined]) {
        const expression = new target(source, flags);
        const caller = new Error('who asks').stack?.split('\n')[2] ?? '';
        const file = /\/((?:generator|templates)\/[\w/-]+\.ts)/.exec(caller)?.[1];
        if (file !== undefined && !caller.includes('node_modules')) built.push({ file, expression });
        return expression;
      },
    });
  });

  afterAll(() => {
    globalThis.RegExp = Original;
  });

  it('take linear time, but where a text cannot be long', async () => {
    for (const file of files.filter(buildsExpressions)) {
      await import(/* @vite-ignore */ `${pathToFileURL(join(projectFolder, file)).href}?built`);
    }
    expect(built.length).toBeGreaterThan(40);
    expect(faults(built)).toEqual([]);
  });
});

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { material } from '../scoreboard/places.ts';

/** Real documentation, and a spec made by others that says what is true of it. */
export interface DocumentationSet {
  readonly name: string;
  /** The folder of its pages, absolute. */
  readonly pages: string;
  /** The spec, absolute. */
  readonly truth: string;
  /** Which operations count: a file of them, or `both` where pages and spec are years apart. */
  readonly operations: string;
  /** Documentation styles differ in how much can be asked of them. */
  readonly kind: 'components and exports' | 'tables and bullets' | 'texts';
}

const folder = join(material, 'corpus/docs-truth');

const components = new Set([
  'plane-vitepress',
  'plane-mintlify',
  'upstash-qstash',
  'firecrawl',
  'dydx-indexer',
  'partoo',
]);
const texts = new Set(['attio']);

/** The score that compares facts, absolute. */
export const scoreTool = join(material, 'tools/score.mjs');

/** Whether the sets and the score are on this machine. */
export function hasSets(): boolean {
  return existsSync(folder) && existsSync(scoreTool);
}

/** All sets, in the order of their names. */
export function findSets(): DocumentationSet[] {
  return readdirSync(folder)
    .toSorted()
    .flatMap((name) => {
      const truth = readdirSync(join(folder, name)).find((file) => file.startsWith('truth.'));
      return truth === undefined ? [] : [setOf(name, truth)];
    });
}

function setOf(name: string, truth: string): DocumentationSet {
  const notes = readFileSync(join(folder, name, 'SOURCES.md'), 'utf8');
  return {
    name,
    pages: join(folder, name, 'pages'),
    truth: join(folder, name, truth),
    operations: notes.includes('--ops both') ? 'both' : join(folder, name, 'ops.txt'),
    kind: texts.has(name) ? 'texts' : components.has(name) ? 'components and exports' : 'tables and bullets',
  };
}

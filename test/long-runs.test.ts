import { describe, expect, it } from 'vitest';
import { createReport } from '../generator/base/diagnostic.ts';
import { readPages } from '../generator/pages/index.ts';
import type { Block } from '../generator/pages/page.ts';

function blocksOf(text: string): readonly Block[] {
  return readPages([{ path: 'a.md', text, uri: 'a.md' }], createReport()).flatMap(({ blocks }) => blocks);
}

function linesOf(blocks: readonly Block[]): number {
  return blocks.reduce((sum, { location }) => sum + (location.endLine ?? location.line) - location.line + 1, 0);
}

describe('thousands of lines without an empty one', () => {
  it.each(['~x~ of a line of text', '- ~x~ of an item of a list', '> ~x~ of what somebody said'])(
    'are read in parts, and none is lost: %s',
    (line) => {
      const blocks = blocksOf(`${`${line}\n`.repeat(2500)}\nThe end.\n`);
      expect(blocks.length).toBeGreaterThan(2);
      expect(linesOf(blocks)).toBe(2501);
      expect(blocks.at(-1)).toMatchObject({ kind: 'prose', text: 'The end.', location: { line: 2502 } });
    },
  );

  it('stay together in a table', () => {
    const rows = '| [x] | a cell of a table |\n'.repeat(1500);
    const tables = blocksOf(`| name | text |\n| --- | --- |\n${rows}`);
    expect(tables).toMatchObject([{ kind: 'table' }]);
    expect(tables[0]?.kind === 'table' && tables[0].rows.length).toBe(1500);
  });
});

import { tableColumns } from '../sections/columns.ts';
import type { TextPiece } from './text-pieces.ts';
import { depths as levels, namedObject, tableBlock } from './text-roles.ts';

interface Holder {
  readonly depth: number;
  readonly names: Set<string>;
}

/**
 * Headings of what a value holds (`owner object`), each deeper than that under which the value is named: a text says no levels. Gives
 * no diagnostics.
 */
export function withObjectDepths(
  pieces: readonly TextPiece[],
  depths: readonly (number | undefined)[],
): (number | undefined)[] {
  let holders: Holder[] = [];
  return depths.map((depth, at) => {
    const piece = pieces[at];
    if (!piece) return depth;
    if (depth === undefined) {
      for (const name of namesIn(piece)) holders.at(-1)?.names.add(name);
      return depth;
    }
    const name = depth === levels.inner && 'text' in piece && namedObject.test(piece.text) ? lastName(piece.text) : '';
    if (name === '') {
      if (depth < levels.inner) holders = [{ depth: levels.inner - 0.01, names: new Set() }];
      return depth;
    }
    const around = holders.findLastIndex(({ names }) => names.has(name));
    if (around !== -1) holders = holders.slice(0, around + 1);
    const own = (around === -1 ? levels.inner - 0.01 : (holders.at(-1)?.depth ?? levels.inner)) + 0.01;
    holders.push({ depth: own, names: new Set() });
    return own;
  });
}

/** The last part of a dotted name, without the marks of lists. */
function lastName(text: string): string {
  const [first = ''] = text.trim().split(' ', 1);
  return first.split(/[.[\]?*]+/).findLast((part) => part !== '') ?? '';
}

function namesIn(piece: TextPiece): string[] {
  if (piece.kind === 'code') return [];
  if (piece.kind !== 'table') return [/^[A-Za-z_$@][\w$.@[\]-]{0,99}/.exec(piece.text)?.[0] ?? ''].map(lastName);
  const column = tableColumns(tableBlock(piece)).get('name') ?? 0;
  return piece.table.rows.map(({ cells }) => lastName(cells[column] ?? ''));
}

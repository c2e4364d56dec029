import { fieldItem } from './text-items.ts';
import type { TextPiece } from './text-pieces.ts';
import { canBeTitle, endpointLine, namedObject } from './text-roles.ts';

/**
 * Pieces without the menus of the page: short lines one below the other most of which stand somewhere else, too. Gives no diagnostics.
 */
export function withoutMenus(pieces: readonly TextPiece[]): TextPiece[] {
  const counts = new Map<string, number>();
  for (const piece of pieces) if ('text' in piece) counts.set(piece.text, (counts.get(piece.text) ?? 0) + 1);
  const result: TextPiece[] = [];
  for (let at = 0; at < pieces.length;) {
    let end = at;
    while (isEntry(pieces[end], end > at)) end += 1;
    const run = pieces.slice(at, end);
    // the last may be the title of what follows
    const entries = run.at(-1)?.kind === 'line' ? run.slice(0, -1) : run;
    const known = entries.filter((piece) => 'text' in piece && (counts.get(piece.text) ?? 0) > 1).length;
    const calls = entries.filter((piece) => 'text' in piece && endpointLine.test(piece.text)).length;
    const isMenu = entries.length > 1 && (known * 2 >= entries.length || calls * 2 >= entries.length);
    if (end === at) result.push(...pieces.slice(at, at + 1));
    else result.push(...(isMenu ? run.slice(entries.length) : run));
    at = Math.max(end, at + 1);
  }
  return result;
}

function isEntry(piece: TextPiece | undefined, isFurther: boolean): boolean {
  if (piece?.kind === 'item')
    return (
      piece.text.length < 100 &&
      !/[.:]$|:\s/.test(piece.text) &&
      (fieldItem(piece.text) === undefined || namedObject.test(piece.text))
    );
  if (piece?.kind !== 'line' || (isFurther && piece.isApart) || piece.level !== undefined) return false;
  return endpointLine.test(piece.text) || canBeTitle(piece, undefined);
}

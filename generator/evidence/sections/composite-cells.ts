import type { ListItem, TableBlock } from '../../pages/page.ts';
import { isComposite } from './columns.ts';
import { typeWordsOf } from './list-notes.ts';

/**
 * The rows of a table whose only column holds all that is said of a value (see `isComposite`), as the items of a list:
 * `` `size` integer **Required**<br>How large. ``. Undefined for any other table. Gives no diagnostics.
 */
export function compositeItems(table: TableBlock): ListItem[] | undefined {
  if (!isComposite(table)) return undefined;
  return table.rows.map(({ cells, location }) => {
    const [head = '', ...rest] = (cells[0] ?? '').split(/<br\s?\/?>/i).map((line) => line.trim());
    return { text: [noted(head), ...rest].join('\n'), items: [], blocks: [], location };
  });
}

/** A name with its type and presence as notes in parentheses. */
function noted(head: string): string {
  const [, name = '', words = '', presence] =
    /^(`[^`\n]{1,100}`|\*\*[^*\n]{1,100}\*\*|[\w.[\]-]{1,100})\s{1,4}([A-Za-z][\w<>[\] ]{0,60}?)(?:\s{1,4}[*_(]{0,3}(required|optional)[*_)]{0,3})?$/i.exec(
      head,
    ) ?? [];
  if (typeWordsOf(words.replace(/ or null$/i, '')) === undefined) return head;
  return `${name} (${[words, presence].filter((one) => one !== undefined).join(', ')})`;
}

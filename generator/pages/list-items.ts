import type { Location } from '../base/location.ts';
import type { Block, ListItem } from './page.ts';

/** What a child of a list item, other than a list, gives: text, or blocks that are no text. */
export interface ItemPart {
  readonly text: string;
  readonly blocks: readonly Block[];
  readonly location: Location;
}

/** An item as the parser of Markdown sees it. */
export interface ItemNode {
  /** The column of its marker. */
  readonly column: number;
  readonly location: Location;
  /** What stands in it, lists as their items. */
  readonly parts: readonly (ItemPart | readonly ItemNode[])[];
}

interface OpenItem {
  readonly column: number;
  readonly item: ListItem & { readonly items: ListItem[] };
}

/** How much further right a marker stands that its author meant to open a list in the item before. */
const nestedBy = 2;

/**
 * The items of a Markdown list as a tree. CommonMark (0.31, section 5.2) takes an item whose marker stands left of the
 * text of the item before for its neighbour, even if it is indented; here it is nested in that item, as it reads.
 */
export function listItems(nodes: readonly ItemNode[]): ListItem[] {
  const top: ListItem[] = [];
  const open: OpenItem[] = [];
  for (const node of nodes) {
    const { column } = node;
    while (open.length > 0 && column < (open.at(-1)?.column ?? 0) + nestedBy) open.pop();
    const item = readItem(node);
    (open.at(-1)?.item.items ?? top).push(item);
    open.push({ column, item });
  }
  return top;
}

function readItem(node: ItemNode): OpenItem['item'] {
  const items: ListItem[] = [];
  const parts: ItemPart[] = [];
  for (const part of node.parts) {
    if ('text' in part) parts.push(part);
    else items.push(...listItems(part));
  }
  const texts = parts.filter(({ text }) => text !== '');
  const blocks = parts.flatMap((part) => part.blocks);
  return { text: texts.map(({ text }) => text).join('\n\n'), items, blocks, location: span(texts) ?? node.location };
}

/** From the first to the last of the lines of some texts. */
function span(parts: readonly ItemPart[]): Location | undefined {
  const first = parts[0]?.location;
  const last = parts.at(-1)?.location;
  if (!first || !last) return undefined;
  const endLine = last.endLine ?? last.line;
  return { document: first.document, line: first.line, ...(endLine > first.line && { endLine }) };
}

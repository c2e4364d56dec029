import type { Block, ListItem } from './page.ts';

/**
 * Blocks of Markdown without what converters write and people do not: escapes of brackets that are no links (`array\[object\]`) and of
 * underscores within words and dashes between them (`box\_id`, `a \- b`), which mean the same with and without (CommonMark, section 2.4), and addresses as links to
 * themselves. Code is left as it is. Gives no diagnostics.
 */
export function withPlainEscapes(blocks: readonly Block[]): Block[] {
  // blocks of items also stand behind their list, and are the same there
  const known = new Map<Block, Block>();
  const plainBlock = (block: Block): Block => {
    const found = known.get(block) ?? withPlainText(block, plainBlock);
    known.set(block, found);
    return found;
  };
  return blocks.map(plainBlock);
}

function withPlainText(block: Block, inner: (block: Block) => Block): Block {
  switch (block.kind) {
    case 'heading':
      return { ...block, text: plain(block.text) };
    case 'prose': {
      const items = block.items && { items: block.items.map((item) => plainItem(item, inner)) };
      return { ...block, text: plain(block.text), ...items };
    }
    case 'table': {
      const rows = block.rows.map((row) => ({
        ...row,
        cells: row.cells.map((cell) => plain(cell).replace(markFirst, '')),
      }));
      return { ...block, header: block.header.map(plain), rows };
    }
    case 'element':
      return { ...block, children: block.children.map(inner) };
    case 'code':
    case 'line':
      return block;
  }
}

function plainItem(item: ListItem, inner: (block: Block) => Block): ListItem {
  const items = item.items.map((one) => plainItem(one, inner));
  return { ...item, text: plain(item.text), items, blocks: item.blocks.map(inner) };
}

/** The escape of a mark that a cell begins with, which begins no list there. */
const markFirst = /^\\(?=[-+>])/;

/** Code in a line, or what may be written without marks. */
const marked =
  /(`{1,3})[^`]{1,1000}\1|(?<=[A-Za-z0-9])\\_(?=[A-Za-z0-9])|\\\[(?![ xX]\\\])([^[\]\\`\n]{1,80}|)\\\](?![[(:])|(?<=\S[ \t])\\([-+=])(?=[ \t])|<(https?:\/\/[^<>\s]{1,500})>|\[(https?:\/\/[^\][\s]{1,500})\]\((https?:\/\/[^()\s]{1,700})\)/g;

function plain(text: string): string {
  if (!/\\[[_=+-]|https?:/.test(text)) return text;
  return text.replaceAll(
    marked,
    (whole: string, code?: string, held?: string, sign?: string, url?: string, shown?: string, target = '') => {
      if (code !== undefined) return whole;
      if (held !== undefined) return `[${held}]`;
      if (sign !== undefined) return sign;
      if (url !== undefined) return url;
      if (shown !== undefined) return isSame(shown, target) ? shown : whole;
      return '_';
    },
  );
}

/** Whether a link shows the address that it leads to. */
function isSame(shown: string, target: string): boolean {
  try {
    return decodeURI(target).replace(/\/$/, '') === shown.replaceAll('\\', '').replace(/\/$/, '');
  } catch {
    return false;
  }
}

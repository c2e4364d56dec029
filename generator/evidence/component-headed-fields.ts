import type { Block, HeadingBlock, ProseBlock } from '../pages/page.ts';
import type { FieldRow } from './sections/field-row.ts';
import { headedRow } from './sections/headed-fields.ts';
import { headingRole } from './sections/heading-roles.ts';
import { plainText } from './sections/markup.ts';

/** A value whose heading is its name, with the values below deeper headings in it. */
export interface HeadedValue {
  readonly row: FieldRow;
  /** The blocks that say it, beside the heading. */
  readonly read: ReadonlySet<Block>;
}

interface Open {
  readonly depth: number;
  readonly row: FieldRow & { readonly children: FieldRow[] };
  readonly read: Set<Block>;
}

/**
 * The values among some blocks that have a heading each (`### limit <Badge>integer</Badge>`, then what it is), by the heading;
 * those below deeper headings are parts of an object or a list. Gives no diagnostics.
 */
export function headedValues(blocks: readonly Block[]): ReadonlyMap<Block, HeadedValue> {
  const found = new Map<Block, HeadedValue>();
  let open: Open[] = [];
  for (const [at, block] of blocks.entries()) {
    if (block.kind !== 'heading') continue;
    open = open.filter(({ depth }) => depth < block.depth);
    const prose = proseBelow(blocks, at);
    const row = valueOf(block, prose);
    const outer = open.at(-1);
    if (!row) {
      open = [];
      continue;
    }
    const own: Open = { depth: block.depth, row: { ...row, children: [] }, read: new Set<Block>(prose) };
    if (outer && /\b(?:object|array|list|dict|map)\b|\[\]/i.test(outer.row.words ?? '')) {
      outer.row.children.push(own.row);
      for (const one of open) for (const part of [block, ...prose]) one.read.add(part);
    } else found.set(block, own);
    open.push(own);
  }
  return found;
}

function proseBelow(blocks: readonly Block[], at: number): ProseBlock[] {
  const prose: ProseBlock[] = [];
  for (let next = at + 1; next < blocks.length; next += 1) {
    const block = blocks[next];
    if (block?.kind !== 'prose') break;
    prose.push(block);
  }
  return prose;
}

function valueOf(heading: HeadingBlock, prose: readonly ProseBlock[]): FieldRow | undefined {
  const title = plainText(heading.text.slice(0, 500).replaceAll('><', '> <'));
  return headedRow({ heading, title, role: headingRole(title) }, prose);
}

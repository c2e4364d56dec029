import type { Block, ElementBlock, Page } from '../pages/page.ts';
import { allBlocks } from './blocks.ts';
import { attributeText, componentRole, tagPlace } from './component-roles.ts';
import { typeWordsOf } from './sections/list-notes.ts';

/** With less of them a page may well have them for something else. */
const fewest = 2;

/**
 * A page in which components of any name that have a name and words for a type among their attributes, and are known for nothing else,
 * are fields: `<ApiRow name="id" type="string" />`. The page itself where there are hardly any. Gives no diagnostics.
 */
export function withNamedFields(page: Page): Page {
  if (page.format !== 'markdown') return page;
  let count = 0;
  for (const block of allBlocks(page.blocks)) if (block.kind === 'element' && isField(block)) count += 1;
  return count < fewest ? page : { ...page, blocks: page.blocks.map(renamed) };
}

function isField(element: ElementBlock): boolean {
  if (!/^[A-Z]/.test(element.tag) || componentRole(element.tag) !== undefined) return false;
  const name = attributeText(element, 'name', 'field', 'param', 'property', 'key', 'prop');
  const type = attributeText(element, 'type', 'datatype', 'schematype', 'valuetype');
  const isOther = attributeText(element, 'method', 'verb', 'path', 'url', 'href', 'src') !== undefined;
  return (
    !isOther && name !== undefined && /^[A-Za-z_$@][\w$.[\]-]*$/.test(name) && typeWordsOf(type ?? '') !== undefined
  );
}

function renamed(block: Block): Block {
  if (block.kind !== 'element') return block;
  const children = block.children.map(renamed);
  if (!isField(block)) return { ...block, children };
  const place = tagPlace(block.tag) ?? '';
  return { ...block, tag: `${place.slice(0, 1).toUpperCase()}${place.slice(1)}Field`, children };
}

import type { Block, ElementBlock, Page } from '../pages/page.ts';
import { allBlocks } from './blocks.ts';
import { attributeText, componentRole, tagPlace } from './component-roles.ts';
import { typeWordsOf } from './sections/list-notes.ts';

/** With less of them a page may well have them for something else. */
const fewest = 2;

/**
 * A page in which components of any name that have a name and words for a type among their attributes, and are known for nothing else,
 * are fields: `<ApiRow name="id" type="string" />`; so are others of the same tag with a name. The page itself where there are hardly
 * any. Gives no diagnostics.
 */
export function withNamedFields(page: Page): Page {
  if (page.format !== 'markdown') return page;
  let count = 0;
  const tags = new Set<string>();
  for (const block of allBlocks(page.blocks)) {
    if (block.kind !== 'element' || !isField(block)) continue;
    count += 1;
    tags.add(block.tag);
  }
  return count < fewest ? page : { ...page, blocks: page.blocks.map((block) => renamed(block, tags)) };
}

function isField(element: ElementBlock): boolean {
  const type = attributeText(element, 'type', 'datatype', 'schematype', 'valuetype') ?? '';
  return isNamed(element) && (typeWordsOf(type) !== undefined || literalTypes.test(type));
}

/** Values that stand for the type of a field: `'day' | 'week'`. */
const literalTypes = /^\s{0,9}["'][^"'|]{1,60}["'](?:\s{0,9}\|\s{0,9}["'][^"'|]{1,60}["']){0,50}\s{0,9}$/;

/** Whether a component that is known for nothing else has a name that a field could have. */
function isNamed(element: ElementBlock): boolean {
  const role = componentRole(element.tag);
  // a part of a request that has a name and a type is one value of it: `<Query name="year" type="integer" />`
  const isValue = role === 'section' && attributeText(element, 'type') !== undefined;
  if (!/^[A-Z]/.test(element.tag) || (role !== undefined && !isValue)) return false;
  const name = attributeText(element, 'name', 'field', 'param', 'property', 'key', 'prop');
  const isOther = attributeText(element, 'method', 'verb', 'path', 'url', 'href', 'src') !== undefined;
  return !isOther && name !== undefined && /^[A-Za-z_$@][\w$.[\]-]*$/.test(name);
}

function renamed(block: Block, tags: ReadonlySet<string>): Block {
  if (block.kind !== 'element') return block;
  const children = block.children.map((child) => renamed(child, tags));
  if (!tags.has(block.tag) || !isNamed(block)) return { ...block, children };
  const place = tagPlace(block.tag) ?? '';
  return { ...block, tag: `${place.slice(0, 1).toUpperCase()}${place.slice(1)}Field`, children };
}

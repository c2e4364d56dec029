import type { Block, ElementBlock, Page } from '../pages/page.ts';
import { allBlocks } from './blocks.ts';
import { writtenType } from './component-parameters.ts';
import { withTypeAttributes } from './component-own-attributes.ts';
import { presenceAttributes } from './component-attributes.ts';
import { withLevels } from './component-levels.ts';
import { attributeText, attributeValue, componentRole, tagPlace } from './component-roles.ts';
import { typeWordsOf } from './sections/list-notes.ts';

/** With less of them a page may well have them for something else. */
const fewest = 2;

/**
 * A page in which components of any name that have a name and words for a type among their attributes, and are known for nothing else,
 * are fields: `<ApiRow name="id" type="string" />`; so are others of the same tag with a name. The page itself where there are hardly
 * any. Gives no diagnostics.
 */
export function withNamedFields(written: Page): Page {
  if (written.format !== 'markdown') return written;
  const page = withTypeAttributes(written);
  let count = 0;
  const tags = new Set<string>();
  for (const block of allBlocks(page.blocks)) {
    if (block.kind !== 'element' || !isField(block)) continue;
    count += 1;
    tags.add(block.tag);
  }
  if (count < fewest) tags.clear();
  for (const tag of groupTags(page)) tags.add(tag);
  const blocks = tags.size === 0 ? page.blocks : page.blocks.map((block) => renamed(block, tags));
  return { ...page, blocks: withLevels(blocks) };
}

/** Components that are called after a type. */
const typeTag = /^(?:(list|array|collection)|object|map)$/i;

/**
 * The tags of components that stand around fields, have a name that a field could have, and are called after a type, or of which some say
 * whether they have to be there: `<Group name="address" required>`. They are objects, or lists.
 */
function groupTags(page: Page): ReadonlySet<string> {
  const groups = allBlocks(page.blocks).filter((block): block is ElementBlock => {
    return block.kind === 'element' && isNamed(block) && block.children.some((child) => child.kind === 'element');
  });
  const marked = groups.filter((group) => {
    return typeTag.test(group.tag) || attributeValue(group, ...presenceAttributes) !== undefined;
  });
  return new Set(marked.filter(({ children }) => allBlocks(children).some(isNamedField)).map(({ tag }) => tag));
}

function isNamedField(block: Block): boolean {
  return block.kind === 'element' && (isField(block) || componentRole(block.tag) === 'parameter');
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
  const isList = typeTag.exec(block.tag)?.[1] !== undefined && writtenType(block) === undefined;
  const attributes = isList ? { ...block.attributes, type: 'array' } : block.attributes;
  return { ...block, attributes, tag: `${place.slice(0, 1).toUpperCase()}${place.slice(1)}Field`, children };
}

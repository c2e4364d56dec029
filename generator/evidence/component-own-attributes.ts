import type { Block, ElementBlock, Page } from '../pages/page.ts';
import { allBlocks } from './blocks.ts';
import { writtenName, writtenType } from './component-parameters.ts';
import { attributeNames, attributeText, placeAttributes } from './component-roles.ts';
import { typeWordsOf } from './sections/list-notes.ts';

/** What documents of their own call the attribute that holds the words for a type. */
const typeLike = /^(?:\w{0,20}(?:kind|type)|typ|tipo|t)$/i;

/** What they call the attribute for the type of the items of a list. */
const itemsLike = /^(?:items?|of|items?type|arrayof|elementtype|itemstype)$/i;

/** Fewer values than these may be words for types by chance. */
const fewest = 2;

/**
 * A page in which components with a name have the words for their type, and for that of their items, among the attributes that are read
 * as such, whatever the page calls them: an attribute of a kind (`kind="integer"`) of which most values are words for types,
 * `type="array" items="integer"`. Gives no diagnostics.
 */
export function withTypeAttributes(page: Page): Page {
  const names = typeNames(page);
  let isChanged = false;
  const typed = (block: Block): Block => {
    if (block.kind !== 'element') return block;
    const type = isDescribed(block) ? ownType(block, names.get(block.tag)) : undefined;
    if (type !== undefined) isChanged = true;
    const { attributes } = block;
    const children = block.children.map(typed);
    return { ...block, ...(type !== undefined && { attributes: withType(attributes, type) }), children };
  };
  const blocks = page.blocks.map(typed);
  return isChanged ? { ...page, blocks } : page;
}

function withType(attributes: Readonly<Record<string, string>>, type: string): Readonly<Record<string, string>> {
  const others = Object.entries(attributes).filter(([name]) => !/^(?:v-bind)?:?(?:data-?)?type$/i.test(name));
  return { ...Object.fromEntries(others), type };
}

/** The attribute that holds the words for a type, by the tag of the components that have it. */
function typeNames(page: Page): ReadonlyMap<string, string> {
  const values = new Map<string, Map<string, string[]>>();
  for (const block of allBlocks(page.blocks)) {
    if (block.kind !== 'element' || !isDescribed(block) || writtenType(block) !== undefined) continue;
    const ofTag = values.get(block.tag) ?? new Map<string, string[]>();
    values.set(block.tag, ofTag);
    for (const name of attributeNames(block)) {
      const value = typeLike.test(name) && !itemsLike.test(name) ? attributeText(block, name) : undefined;
      if (value !== undefined) ofTag.set(name, [...(ofTag.get(name) ?? []), value]);
    }
  }
  const found = new Map<string, string>();
  for (const [tag, ofTag] of values) {
    const name = [...ofTag].find(([, all]) => {
      const known = all.filter((one) => typeWordsOf(one) !== undefined).length;
      return known >= fewest && known * 3 >= all.length * 2;
    });
    if (name) found.set(tag, name[0]);
  }
  return found;
}

/** Whether a component, or a tag of a template, has a name that a value could have. */
function isDescribed(element: ElementBlock): boolean {
  if (!/[A-Z]/.test(element.tag) && !/^(?:param|parameter|field|property|prop|attribute|argument)$/.test(element.tag))
    return false;
  return (
    writtenName(element) !== undefined || placeAttributes.some((name) => attributeText(element, name) !== undefined)
  );
}

/** The words for a component's type where they stand in attributes of other names, or apart from those of its items. */
function ownType(element: ElementBlock, typeName: string | undefined): string | undefined {
  const stated = writtenType(element);
  const words = stated ?? (typeName === undefined ? undefined : attributeText(element, typeName));
  if (words === undefined) return undefined;
  const itemsName = attributeNames(element).find((name) => itemsLike.test(name));
  const items = itemsName === undefined ? undefined : attributeText(element, itemsName);
  if (items !== undefined && /^(?:array|list)$/i.test(words) && typeWordsOf(items) !== undefined)
    return `array<${items}>`;
  return stated === undefined ? words : undefined;
}

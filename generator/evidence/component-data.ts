import { isObject, setOwn, type JsonObject } from '../base/json.ts';
import type { Block, ElementBlock, Page } from '../pages/page.ts';
import { attributeData } from './component-lists.ts';
import { frontMatterEndpoint } from './endpoints.ts';

/** What the attributes of an element hold beside texts: lists and objects, by their names. Gives no diagnostics. */
export function attributesData(element: ElementBlock): JsonObject {
  const data: JsonObject = {};
  for (const [written, value] of Object.entries(element.attributes)) {
    const read = /^\s{0,9}[[{]/.test(value) ? attributeData(element, value.trim(), true) : undefined;
    if (read !== undefined) setOwn(data, written.replace(/^(?:v-bind)?:/, ''), read);
  }
  return data;
}

/**
 * A page in which elements that are told an operation as one object (`operation={{ method: 'GET', path: '/x', … }}`, `{...operation}`)
 * have the members of it as attributes. Gives no diagnostics.
 */
export function withOpenedData(page: Page): Page {
  if (page.format !== 'markdown' || !/\bmethod["']?\s{0,9}:/.test(page.text)) return page;
  return { ...page, blocks: page.blocks.map(opened) };
}

function opened(block: Block): Block {
  if (block.kind !== 'element') return block;
  const children = block.children.map(opened);
  const attributes = Object.entries(block.attributes).flatMap(([key, value]): (readonly [string, string])[] => {
    const isObjectLike = /^\s{0,9}\{/.test(value) && /\bmethod["']?\s{0,9}:/.test(value);
    const data = isObjectLike ? attributeData(block, value.trim(), true) : undefined;
    if (!isObject(data) || !frontMatterEndpoint(data)) return [[key, value]];
    return Object.entries(data).map(([name, member]) => [
      name,
      typeof member === 'string' ? member : `{${JSON.stringify(member)}}`,
    ]);
  });
  return { ...block, attributes: Object.fromEntries(attributes), children };
}

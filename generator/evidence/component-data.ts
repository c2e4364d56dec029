import { isDataFailure, parseData } from '../base/data.ts';
import { isObject, ownObject, ownString, parsedJson, setOwn, type JsonObject } from '../base/json.ts';
import type { Block, CodeBlock, ElementBlock, Page } from '../pages/page.ts';
import { attributeData } from './component-lists.ts';
import { blockEndpoint, frontMatterEndpoint } from './endpoints.ts';

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
 * A page in which elements that are told an operation as one object (`operation={{ method: 'GET', path: '/x', … }}`, `{...operation}`),
 * or hold YAML with its members in the place of text, have these as attributes; so does one in the place of JSON that is an operation
 * with its parameters. Gives no diagnostics.
 */
export function withOpenedData(page: Page): Page {
  if (page.format !== 'markdown') return page;
  const isOpen = /\bmethod["']?\s{0,9}:/.test(page.text);
  const lines = memberLine.test(page.text) ? page.text.split('\n') : [];
  return isOpen || lines.length > 0 ? { ...page, blocks: page.blocks.map((block) => opened(block, lines)) } : page;
}

/** A line of YAML that begins a member of an operation. */
const memberLine =
  /^[ \t]{0,20}(?:parameters|params|query|headers|body|requestBody|request|responses?)[ \t]{0,5}:[ \t]*$/m;

/** The members of an operation that an element holds as YAML between its tags; undefined for any other element. */
function heldData(block: ElementBlock, lines: readonly string[]): JsonObject | undefined {
  if (block.children.length === 0 || !blockEndpoint(block)) return undefined;
  const { document, line, endLine = line } = block.location;
  const inside = endLine - line > 1 ? lines.slice(line, endLine - 1).join('\n') : '';
  const [first = ''] = inside.trimStart().split('\n', 1);
  if (!/^\w{1,40}:(?:\s|$)/.test(first) || !memberLine.test(inside)) return undefined;
  const data = parseData(inside, { document, firstLine: line + 1 });
  return isDataFailure(data) || !isObject(data.value) ? undefined : data.value;
}

/** JSON in code that is an operation with its parameters, as an element with its members as attributes; any other code as it is. */
function openedCode(block: CodeBlock): Block {
  if (!/^\s*\{/.test(block.text) || block.text.length > 50_000) return block;
  const value = parsedJson(block.text);
  if (!isObject(value) || !frontMatterEndpoint(value)) return block;
  const request = ownObject(value, 'request') ?? value;
  const lists = Object.entries(request).filter(([key]) => /(?:param|argument|header|field)/i.test(key));
  const isDescribed = lists.some(
    ([, list]) =>
      Array.isArray(list) &&
      list.some((one) => ownString(one, 'name') !== undefined && ownString(one, 'type') !== undefined),
  );
  const { document, line } = block.location;
  return isDescribed
    ? { kind: 'element', tag: 'Endpoint', attributes: attributesOf(value), children: [], location: { document, line } }
    : block;
}

function opened(block: Block, lines: readonly string[]): Block {
  if (block.kind === 'code') return openedCode(block);
  if (block.kind !== 'element') return block;
  const held = lines.length > 0 ? heldData(block, lines) : undefined;
  if (held) return { ...block, attributes: { ...attributesOf(held), ...block.attributes }, children: [] };
  const children = block.children.map((child) => opened(child, lines));
  const attributes = Object.entries(block.attributes).flatMap(([key, value]): (readonly [string, string])[] => {
    const isObjectLike = /^\s{0,9}\{/.test(value) && /\bmethod["']?\s{0,9}:/.test(value);
    const data = isObjectLike ? attributeData(block, value.trim(), true) : undefined;
    if (!isObject(data) || !frontMatterEndpoint(data)) return [[key, value]];
    return Object.entries(attributesOf(data));
  });
  return { ...block, attributes: Object.fromEntries(attributes), children };
}

function attributesOf(data: JsonObject): Record<string, string> {
  const texts = Object.entries(data).map(([name, member]) => [
    name,
    typeof member === 'string' ? member : `{${JSON.stringify(member)}}`,
  ]);
  return Object.fromEntries(texts);
}

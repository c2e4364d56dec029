import { isObject, parsedJson, setOwn, type JsonObject, type JsonValue } from '../../base/json.ts';
import { shownNumber } from '../../base/shown-number.ts';
import type { Block, ProseBlock, TableBlock } from '../../pages/page.ts';
import { blockEndpoint } from '../endpoints.ts';
import { showsMap } from '../maps.ts';
import { placed } from '../printed/printed-data.ts';
import { blocksSchema, hasColumns, isValueTable, readValues, type PageSchemas } from './components.ts';
import { chapterLocation, type Chapter } from './chapters.ts';
import { cellText, rowTree, schemaRows } from './schema-rows.ts';
import { nodeSchema, type SchemaContext } from './schemas.ts';

/** A stretch of a chapter under one of its headings. */
interface Part {
  readonly title: string;
  readonly blocks: readonly Block[];
}

/** The Operation Object (OAS 3.1, section 4.8.10) of a chapter; security is for the page to add. */
export function operationObject(chapter: Chapter, page: PageSchemas): JsonObject {
  const parts = cutParts(chapter.blocks);
  const [front] = parts;
  const media = sampleMedia(front?.blocks ?? []);
  const operation: JsonObject = {};
  if (chapter.id !== undefined && chapter.id !== '') operation['operationId'] = chapter.id;
  if (chapter.tag !== '' && chapter.tag !== chapter.heading?.text) operation['tags'] = [chapter.tag];
  addTexts(operation, front?.blocks ?? [], chapter);
  const described = parts.filter(({ title }) =>
    ['parameters', 'enumerated values', 'detailed descriptions'].includes(title),
  );
  const inputs = described.flatMap(({ blocks }) => blocks);
  addParameters(operation, inputs, page);
  addBody(operation, inputs, page, { mediaType: media.request, isList: showsList(front?.blocks ?? []) });
  operation['responses'] = responses(parts, page, media.response);
  return placed(page.description, operation, chapterLocation(chapter));
}

function cutParts(blocks: readonly Block[]): Part[] {
  const parts: { title: string; blocks: Block[] }[] = [{ title: '', blocks: [] }];
  for (const block of blocks) {
    if (block.kind === 'heading') parts.push({ title: block.text.toLowerCase(), blocks: [] });
    else parts.at(-1)?.blocks.push(block);
  }
  return parts;
}

interface SampleMedia {
  readonly request: string;
  readonly response: string;
}

/** The media types that the samples send and accept; JSON where they say nothing. */
function sampleMedia(blocks: readonly Block[]): SampleMedia {
  const found = { accept: 'application/json', 'content-type': 'application/json' };
  for (const block of blocks) {
    if (block.kind !== 'code') continue;
    const header = /\b(Accept|Content-Type)["']?\s{0,4}(?::|=>|,|=)\s{0,4}\[?(?:string\{)?["']?([\w.+-]+\/[\w.+*-]+)/gi;
    for (const [, name = '', type = ''] of block.text.matchAll(header)) {
      const key = name.toLowerCase() as keyof typeof found;
      if (!type.includes('*')) found[key] = type.toLowerCase();
    }
  }
  return { request: found['content-type'], response: found.accept };
}

/** Summary and description: the paragraphs after the line that names the operation. */
function addTexts(operation: JsonObject, blocks: readonly Block[], { heading }: Chapter): void {
  const start = blocks.findIndex((block) => block.kind === 'prose' && blockEndpoint(block) !== undefined);
  const after = blocks.slice(start + 1).filter((block): block is ProseBlock => block.kind === 'prose');
  const texts = after.filter(({ form, text }) => form !== 'quote' && !/^<a id=|authenticat/.test(text));
  const [first] = texts;
  const summary = /^([*_])([^\n]+)\1$/.exec(first?.text.trim() ?? '')?.[2];
  if (summary !== undefined) operation['summary'] = summary;
  else if (heading && !/^[a-z]+__|^\S+$/i.test(heading.text)) operation['summary'] = heading.text;
  const description = texts.slice(summary === undefined ? 0 : 1).map(({ text }) => text.trim());
  if (description.length > 0) operation['description'] = description.join('\n\n');
}

function tablesOf(blocks: readonly Block[]): TableBlock[] {
  return blocks.filter((block): block is TableBlock => block.kind === 'table');
}

function addParameters(operation: JsonObject, blocks: readonly Block[], page: PageSchemas): void {
  const values = new Map<string, string[]>();
  for (const table of tablesOf(blocks)) {
    // those of properties are of the answers
    if (isValueTable(table) && !/^property$/i.test(table.header[0]?.trim() ?? '')) readValues(table, values);
  }
  const details = detailedTexts(blocks);
  const found: JsonValue[] = [];
  for (const table of tablesOf(blocks)) {
    if (!hasColumns(table, 'name', 'in')) continue;
    for (const place of ['path', 'query', 'header', 'cookie']) {
      const rows = schemaRows(table, place);
      const counts = new Map(rows.map(({ name }) => [name, 1]));
      const context: SchemaContext = { ...page, values, counts };
      for (const node of rowTree([rows]).children) {
        if (!node.row) continue;
        const { description: _, ...schema } = nodeSchema(node, context);
        const { name, required, location } = node.row;
        const text = details.get(name) ?? node.row.description;
        const parameter = { name, in: place, ...((required || place === 'path') && { required: true }), schema };
        found.push(placed(page.description, { ...parameter, ...(text !== '' && { description: text }) }, location));
      }
    }
  }
  if (found.length > 0) operation['parameters'] = found;
}

/** Longer texts of parameters, which do not fit the table: `**name**: text`. */
function detailedTexts(blocks: readonly Block[]): Map<string, string> {
  const texts = new Map<string, string>();
  for (const block of blocks) {
    const [, name, text] = block.kind === 'prose' ? (/^\*\*([^*\n]{1,200})\*\*:([\s\S]+)$/.exec(block.text) ?? []) : [];
    if (name !== undefined && text !== undefined) texts.set(name.replace(/^[»\s]+/, ''), text.trim());
  }
  return texts;
}

/** Whether the sample of the body is a list. */
function showsList(blocks: readonly Block[]): boolean {
  const at = blocks.findIndex((block) => block.kind === 'prose' && /^(?:>\s)?Body parameter$/i.test(block.text.trim()));
  const sample = at === -1 ? undefined : blocks[at + 1];
  return sample?.kind === 'code' && Array.isArray(parsedJson(sample.text));
}

/** The media type of a body, and whether its sample is a list. */
interface SentBody {
  readonly mediaType: string;
  readonly isList: boolean;
}

function addBody(
  operation: JsonObject,
  blocks: readonly Block[],
  page: PageSchemas,
  { mediaType, isList }: SentBody,
): void {
  const rows = tablesOf(blocks).flatMap((table) => (hasColumns(table, 'name', 'in') ? schemaRows(table, 'body') : []));
  const [first] = rows;
  if (!first) return;
  const schema = blocksSchema(blocks, page, 'body');
  const whole =
    schema && isObject(schema['properties']) && first.depth === 0 ? schema['properties'][first.name] : schema;
  const { description, ...said } = isObject(whole) ? whole : {};
  // of a list only the items are linked to
  const isOfItems = isList && typeof said['$ref'] === 'string' && !page.lists.has(said['$ref']);
  const rest = isOfItems ? { type: 'array', items: said } : said;
  const content = { [mediaType]: { schema: isObject(whole) ? placed(page.description, rest, first.location) : rest } };
  const text = typeof description === 'string' ? { description } : {};
  operation['requestBody'] = placed(
    page.description,
    { ...text, ...(first.required && { required: true }), content },
    first.location,
  );
}

function responses(parts: readonly Part[], page: PageSchemas, mediaType: string): JsonObject {
  const inline = new Map([...shownSchemas(parts.flatMap(({ blocks }) => blocks)), ...inlineSchemas(parts, page)]);
  const found: JsonObject = {};
  for (const table of parts.flatMap(({ title, blocks }) => (title === 'responses' ? tablesOf(blocks) : []))) {
    if (!hasColumns(table, 'status', 'schema')) continue;
    const at = new Map(table.header.map((title, index) => [title.trim().toLowerCase(), index]));
    for (const { cells, location } of table.rows) {
      const cell = (title: string): string => (cells[at.get(title) ?? -1] ?? '').trim();
      const status = cell('status').toLowerCase() === 'default' ? 'default' : cell('status').toUpperCase();
      if (!/^(?:[1-5](?:\d\d|XX)|default)$/.test(status) || Object.hasOwn(found, status)) continue;
      const meaning = /^\[([^\]]*)\]/.exec(cell('meaning'))?.[1] ?? cell('meaning');
      const response: JsonObject = { description: cellText(cell('description')) || meaning };
      const schema = responseSchema(cell('schema'), inline.get(status), page);
      if (schema) response['content'] = { [mediaType]: { schema } };
      setOwn(found, status, placed(page.description, response, location));
    }
  }
  addHeaders(found, parts, page);
  return found;
}

/** `None`, `Inline`, type words or a link. */
function responseSchema(cell: string, inline: JsonObject | undefined, page: PageSchemas): JsonObject | undefined {
  if (/^none$/i.test(cell) || cell === '') return undefined;
  if (/^inline$/i.test(cell)) return inline ?? {};
  const row = { depth: 0, name: '', isRest: false, type: cell, required: false, restrictions: '', description: '' };
  const location = { document: '', line: 1 };
  const context = {
    ...page,
    description: { ...page.description, places: new WeakMap() },
    values: new Map(),
    counts: new Map(),
  };
  return nodeSchema({ row: { ...row, location }, children: [], compositions: [] }, context);
}

/** What samples of answers show (`> 200 Response` and JSON), for schemas that are spelled out nowhere. */
function shownSchemas(blocks: readonly Block[]): Map<string, JsonObject> {
  const found = new Map<string, JsonObject>();
  for (const [index, block] of blocks.entries()) {
    const status =
      block.kind === 'prose' ? /^(?:>\s)?([1-5]\d\d|default) Response$/i.exec(block.text.trim())?.[1] : undefined;
    const sample = blocks[index + 1];
    const value = status !== undefined && sample?.kind === 'code' ? parsedJson(sample.text) : undefined;
    if (status !== undefined && value !== undefined && !found.has(status))
      found.set(status.toLowerCase(), shownSchema(value));
  }
  return found;
}

/** The schema of a sample value under a name. A zero stands for any number, a list shows one of its items. */
function shownSchema(value: JsonValue, name = ''): JsonObject {
  if (value === null) return {};
  if (Array.isArray(value)) {
    const [first] = value;
    return { type: 'array', ...(first !== undefined && { items: shownSchema(first, name) }) };
  }
  if (!isObject(value)) {
    const isWhole = typeof value === 'number' && Number.isInteger(value) && value !== 0;
    return { type: isWhole ? shownNumber(name) : typeof value };
  }
  if (showsMap(name, value)) return { type: 'object', additionalProperties: mapValues(Object.values(value)) };
  const properties: JsonObject = {};
  for (const [key, one] of Object.entries(value)) setOwn(properties, key, shownSchema(one, key));
  return { type: 'object', ...(Object.keys(properties).length > 0 && { properties }) };
}

/** The schema of the values of a map, where one shows what none of the others contradicts. */
function mapValues(values: readonly JsonValue[]): JsonObject {
  const [first = {}, ...others] = values.map((value) => shownSchema(value));
  return others.every((one) => JSON.stringify(one) === JSON.stringify(first)) ? first : {};
}

/** The schemas that are spelled out under `Status Code **200**`. */
function inlineSchemas(parts: readonly Part[], page: PageSchemas): Map<string, JsonObject> {
  const found = new Map<string, JsonObject>();
  const start = parts.findIndex(({ title }) => title === 'response schema');
  if (start === -1) return found;
  const end = parts.findIndex(({ title }, index) => index > start && title !== 'enumerated values');
  const blocks = parts.slice(start, end === -1 ? undefined : end).flatMap((part) => part.blocks);
  let status: string | undefined;
  let own: Block[] = [];
  const finish = (): void => {
    const schema = status === undefined ? undefined : blocksSchema(own, page, undefined, isTitled(own));
    if (status !== undefined && schema) found.set(status, schema);
    own = [];
  };
  for (const block of blocks) {
    const next = block.kind === 'prose' ? /^Status Code \*\*(\w+)\*\*$/i.exec(block.text.trim())?.[1] : undefined;
    if (next === undefined) own.push(block);
    else {
      finish();
      status = next.toLowerCase() === 'default' ? 'default' : next.toUpperCase();
    }
  }
  finish();
  return found;
}

/** Whether the first row of a schema is called by the title of the whole, which stands before it: then it is the whole. */
function isTitled(blocks: readonly Block[]): boolean {
  const table = blocks.find((block) => block.kind === 'table');
  const title = blocks.flatMap((block) =>
    block.kind === 'prose' ? (/^([*_])([^*\n]{1,200})\1$/.exec(block.text.trim())?.[2] ?? []) : [],
  )[0];
  return title !== undefined && table?.kind === 'table' && schemaRows(table)[0]?.name === title;
}

/** The headers of responses: columns Status, Header, Type, Format, Description. */
function addHeaders(found: JsonObject, parts: readonly Part[], page: PageSchemas): void {
  const tables = parts.flatMap(({ title, blocks }) => (title === 'response headers' ? tablesOf(blocks) : []));
  for (const table of tables) {
    for (const { cells, location } of table.rows) {
      const [status = '', name = '', type = '', format = '', description = ''] = cells.map((cell) => cell.trim());
      const response = Object.hasOwn(found, status) ? found[status] : undefined;
      if (!isObject(response) || name === '') continue;
      const schema: JsonObject = /^(?:string|number|integer|boolean)$/.test(type) ? { type } : {};
      if (format !== '' && 'type' in schema) schema['format'] = format;
      const header: JsonObject = {
        schema,
        ...(cellText(description) !== '' && { description: cellText(description) }),
      };
      const headers = isObject(response['headers']) ? response['headers'] : {};
      setOwn(headers, name, placed(page.description, header, location));
      response['headers'] = headers;
    }
  }
}

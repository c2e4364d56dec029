import { isObject, type JsonObject } from '../../base/json.ts';
import type { Location } from '../../base/location.ts';
import type { Block, TableBlock } from '../../pages/page.ts';
import { placed, type PrintedDescription } from '../printed/printed-data.ts';
import type { Chapter } from './chapters.ts';
import { rowTree, schemaMark, schemaRows, type SchemaMark, type SchemaRow } from './schema-rows.ts';
import { nameCounts, rootSchema, type SchemaContext } from './schemas.ts';

/** What all schemas of a page share. */
export interface PageSchemas {
  readonly description: PrintedDescription;
  readonly anchors: ReadonlyMap<string, string>;
  /** The names that samples of the chapter show. */
  readonly shown: ReadonlySet<string>;
  /** References to schemas that are lists. */
  readonly lists: ReadonlySet<string>;
}

/** Whether a table has these columns, whatever others. */
export function hasColumns(table: TableBlock, ...titles: readonly string[]): boolean {
  const header = new Set(table.header.map((title) => title.trim().toLowerCase()));
  return titles.every((title) => header.has(title));
}

/** The schema that the tables and marks among `blocks` describe; undefined for none. `place` keeps the rows sent there; of what is no object
 * (`isValue`) the first row is the value itself. */
export function blocksSchema(
  blocks: readonly Block[],
  page: PageSchemas,
  place?: string,
  isValue = false,
): JsonObject | undefined {
  const parts: (readonly SchemaRow[] | SchemaMark)[] = [];
  const values = new Map<string, string[]>();
  for (const block of blocks) {
    const mark = block.kind === 'prose' ? schemaMark(block.text) : undefined;
    if (mark) parts.push(mark);
    if (block.kind !== 'table') continue;
    if (isValueTable(block)) readValues(block, values);
    else if (hasColumns(block, 'name', 'type', 'required')) parts.push(schemaRows(block, place));
  }
  if (!parts.some((part) => !('kind' in part) && part.length > 0)) return undefined;
  if (isValue) nameless(parts, values);
  const root = rowTree(parts);
  const context: SchemaContext = { ...page, values, counts: nameCounts(root) };
  return rootSchema(root, context);
}

/** Takes the title that stands for the name of a value which is no object off its only row of the least depth. */
function nameless(parts: (readonly SchemaRow[] | SchemaMark)[], values: Map<string, string[]>): void {
  const [rows] = parts;
  const [first, ...others] = rows === undefined || 'kind' in rows ? [] : rows;
  if (!first || first.depth > 0 || first.isRest || others.some(({ depth }) => depth === 0)) return;
  parts[0] = [{ ...first, name: '' }, ...others];
  const own = values.get(first.name);
  if (own && !values.has('')) values.set('', own);
}

/** Whether the sample in front of a schema's table is a value without properties: a text, a number, a list. */
function showsValue(blocks: readonly Block[]): boolean {
  const sample = blocks.find((block) => block.kind === 'code');
  return sample?.kind === 'code' && /^(?:["[\d-]|true\b|false\b)/.test(sample.text.trim().slice(0, 20));
}

/** Whether the sample in front of a schema's table is a list. Gives no diagnostics. */
export function isListSchema({ blocks }: Chapter): boolean {
  const sample = blocks.find((block) => block.kind === 'code');
  return sample?.kind === 'code' && sample.text.trimStart().startsWith('[');
}

/** A table of allowed values: two columns, of which the second is the value. */
export function isValueTable(block: TableBlock): boolean {
  return /^(?:parameter|property|name)$/i.test(block.header[0]?.trim() ?? '') && /^value$/i.test(block.header[1] ?? '');
}

/** Adds the values that a table lists to those by name. */
export function readValues(table: TableBlock, values: Map<string, string[]>): void {
  for (const { cells } of table.rows) {
    const name = (cells[0] ?? '').replace(/^[»\s]+/, '').trim();
    const key = /^([*_])anonymous\1$/.test(name) ? '' : name.replaceAll(/\\([_*])/g, '$1');
    values.set(key, [...(values.get(key) ?? []), (cells[1] ?? '').replaceAll(/\\([_*])/g, '$1')]);
  }
}

/** The schema of a chapter about one, with its text. */
export function namedSchema(chapter: Chapter, page: PageSchemas): JsonObject {
  const start = chapter.blocks.findIndex((block) => block.kind === 'heading' || block.kind === 'table');
  const rest = start === -1 ? [] : chapter.blocks.slice(start);
  const listed = blocksSchema(rest, page, undefined, showsValue(chapter.blocks)) ?? {};
  // of a list of objects only their properties have rows
  const isOfItems = isListSchema(chapter) && isObject(listed['properties']);
  const schema: JsonObject = isOfItems ? { type: 'array', items: listed } : listed;
  const texts = chapter.blocks.slice(0, start === -1 ? undefined : start).flatMap((block) => {
    const text = block.kind === 'prose' && block.form === 'paragraph' ? block.text.trim() : '';
    return text === '' || text.startsWith('<a id=') || /^[*_]None[*_]$/i.test(text) || schemaMark(text) ? [] : [text];
  });
  const description = texts.map((text) => text.replace(/^([*_])([^*]*)\1$/s, '$2')).join('\n\n');
  if (description !== '' && schema['description'] === undefined) schema['description'] = description;
  const location: Location | undefined = chapter.heading?.location;
  return location ? placed(page.description, schema, location) : schema;
}

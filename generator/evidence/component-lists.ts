import { isObject, type JsonObject, type JsonValue } from '../base/json.ts';
import type { ElementBlock, TableBlock } from '../pages/page.ts';
import { readSample } from './code-samples.ts';

/** Keys under which a value lists the values in it. */
const innerKeys = /^(?:children|properties|fields|items|params|attributes|subfields|nested)$/i;

/** Values nested deeper are left out. */
const deepest = 20;

/** A table in an attribute. */
interface AttributeTable {
  readonly attribute: string;
  readonly table: TableBlock;
}

/**
 * The tables that a component holds as a list of objects in an attribute (`:items="[{ name: 'id', type: 'string' }]"`,
 * `rows={[...]}`), or as objects by their names (`type={{ id: { type: 'string' } }}`): a column for each key, a row for each
 * object; those in others stand below them under their dotted names. Each with the name of its attribute. Gives no diagnostics.
 */
export function attributeTables(element: ElementBlock): AttributeTable[] {
  return Object.entries(element.attributes).flatMap(([attribute, written]) => {
    const text = /^\{\s*(\[[\s\S]*\])\s*\}$/.exec(written.trim())?.[1] ?? written.trim();
    const isKeyed = text.startsWith('{') && text.endsWith('}') && /\btype["']?\s*:/.test(text);
    if (!isKeyed && !/^\[\s*\{/.test(text)) return [];
    const { document, line } = element.location;
    const data = readSample(isKeyed ? withoutBraces(text) : text, { document, firstLine: line }, undefined);
    const list = isKeyed && isObject(data?.value) ? keyedList(data.value) : data?.value;
    const rows = Array.isArray(list) ? flattened(list, '', 0) : [];
    return rows.length > 0
      ? [{ attribute: attribute.replace(/^(?:v-bind)?:/, ''), table: tableOf(rows, element) }]
      : [];
  });
}

/** The object in the braces of an expression: `{{ id: { type: 'string' } }}`. */
function withoutBraces(text: string): string {
  const inner = text.slice(1, -1).trim();
  return inner.startsWith('{') ? inner : text;
}

/** What is listed by name (`{ id: { type: 'string', required: true } }`) as a list; undefined where anything else stands in it. */
function keyedList(value: JsonObject): JsonValue[] | undefined {
  const entries = Object.entries(value);
  const isList = entries.length > 0 && entries.every(([, one]) => isObject(one) && typeof one['type'] === 'string');
  return isList ? entries.map(([name, one]) => ({ ...(isObject(one) ? one : {}), name })) : undefined;
}

type Row = ReadonlyMap<string, string>;

function tableOf(rows: readonly Row[], { location }: ElementBlock): TableBlock {
  const header = [...new Set(rows.flatMap((row) => [...row.keys()]))];
  const body = rows.map((row) => ({ cells: header.map((key) => row.get(key) ?? ''), location }));
  return { kind: 'table', header, rows: body, location };
}

function flattened(values: readonly JsonValue[], prefix: string, depth: number): Row[] {
  return values.flatMap((value): Row[] => {
    if (!isObject(value) || depth > deepest) return [];
    const inner = Object.entries(value).find(([key, list]) => innerKeys.test(key) && Array.isArray(list));
    const cells = Object.entries(value).flatMap(([key, cell]) =>
      key === inner?.[0] ? [] : [[words(key), cellText(cell)] as const],
    );
    const named = cells.find(([key]) => /^(?:name|field|param|parameter|property|key|attribute)$/.test(key));
    if (!named) return [];
    const name = `${prefix}${named[1]}`;
    const row = new Map([...cells, [named[0], name] as const]);
    const isList = /\[\]|\b(?:array|list)\b/i.test(row.get('type') ?? '');
    const list = Array.isArray(inner?.[1]) ? inner[1] : [];
    return [row, ...flattened(list, `${name}${isList ? '[]' : ''}.`, depth + 1)];
  });
}

/** A key as the header of a column: `defaultValue` is `default value`. */
function words(key: string): string {
  return key
    .replaceAll(/(?<=[a-z])(?=[A-Z])/g, ' ')
    .replaceAll(/[_-]/g, ' ')
    .toLowerCase();
}

function cellText(value: JsonValue): string {
  if (value === null) return '';
  if (Array.isArray(value)) return value.map((one) => `\`${String(one)}\``).join(', ');
  return isObject(value) ? JSON.stringify(value) : String(value).replaceAll('\n', '<br>');
}

/** The first of the tables that a component holds in its attributes; undefined for none. Gives no diagnostics. */
export function attributeTable(element: ElementBlock): TableBlock | undefined {
  return attributeTables(element)[0]?.table;
}

import { isObject, own, ownString, type JsonObject, type JsonValue } from '../base/json.ts';
import type { Location } from '../base/location.ts';
import type { ElementBlock, TableBlock } from '../pages/page.ts';
import { readSample } from './code-samples.ts';
import { plainText } from './sections/markup.ts';

/** Keys under which a value lists the values in it. */
const innerKeys = /^(?:children|properties|fields|items|params|attributes|subfields|nested|schema)$/i;

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
 * object; those in others stand below them under their dotted names. A list of lists is the rows themselves, below the columns that
 * another attribute lists. What an object gives that is spread (`{...data}`) counts as attributes. Each with the name of its
 * attribute. Gives no diagnostics.
 */
export function attributeTables(element: ElementBlock): AttributeTable[] {
  const written = Object.entries(element.attributes);
  if (!written.some(([key, value]) => key === spread || listLike.test(value))) return [];
  const values = written.flatMap(([key, value]): (readonly [string, JsonValue])[] => {
    const read = attributeData(element, value.trim(), key === spread);
    if (read === undefined) return [];
    return key === spread ? Object.entries(isObject(read) ? read : {}) : [[key.replace(/^(?:v-bind)?:/, ''), read]];
  });
  const header = values.flatMap(([key, value]) => (headerKeys.test(key) ? [headerOf(value)] : []))[0];
  return values.flatMap(([attribute, value]) => {
    const list = isObject(value) ? keyedList(value) : value;
    if (!Array.isArray(list)) return [];
    const rows = listedTable(list, header, element);
    // `head` and `body` of a table say nothing of where values are sent
    if (rows) return [{ attribute: header ? 'rows' : attribute, table: rows }];
    const table = fieldsTable(list, element.location);
    return table.rows.length > 0 ? [{ attribute, table }] : [];
  });
}

/**
 * Objects that describe named values (`[{ name: 'id', type: 'string' }]`, or by their names) as a table that stands at a place: a
 * column for each key; without rows where they are none. Gives no diagnostics.
 */
export function fieldsTable(values: JsonValue, location: Location): TableBlock {
  const list = isObject(values) ? keyedList(values) : values;
  return tableOf(flattened(Array.isArray(list) ? list : [], '', 0), location);
}

/** The name of what is spread. */
const spread = '...';

/** What begins as a list or an object. */
const listLike = /^\s{0,9}(?:\{\s{0,9})?[[{]/;

/** Attributes that name the columns of the rows in another. */
const headerKeys = /^(?:columns?|cols|headers?|heads?|headings?|thead|titles|labels)$/i;

/**
 * The value of an attribute that is a list, or an object: of named values, or any where `isOpen`. Undefined for any other. Gives no
 * diagnostics.
 */
export function attributeData(
  { location: { document, line } }: ElementBlock,
  written: string,
  isOpen: boolean,
): JsonValue | undefined {
  const list = /^\{\s*(\[[\s\S]*\])\s*\}$/.exec(written)?.[1] ?? written;
  const isKeyed = list.startsWith('{') && list.endsWith('}') && (isOpen || /\btype["']?\s*:/.test(list));
  if (!isKeyed && !/^\[\s*[[{"'`]/.test(list)) return undefined;
  return readSample(
    withPlainQuotes(withPlainElements(isKeyed ? withoutBraces(list) : list)),
    { document, firstLine: line },
    undefined,
  )?.value;
}

/** A text in quotes that is values in other quotes, `'"a" | "b"'`, with these in code. */
function withPlainQuotes(text: string): string {
  return text.replaceAll(
    /'((?:"[^"'|\n]{1,60}"\s?\|\s?){1,50}"[^"'|\n]{1,60}")'/g,
    (_, values: string) => `'${values.replaceAll('"', '`')}'`,
  );
}

/** Elements that stand for the texts of data (`description: <>Who <code>has</code> it</>`) as these, in as many lines. */
function withPlainElements(text: string): string {
  if (!text.includes('</')) return text;
  const plain = text.replaceAll(
    /((?:^|[:,[(])\s{0,20})<(?:>([^]{0,2000}?)<\/>|([A-Za-z][\w.]{0,40})[^<>]{0,200}>([^]{0,2000}?)<\/\3>)(?=\s{0,20}[,\]})])/g,
    (_, before: string, fragment: string | undefined, __: string, inner: string) => {
      const written = fragment ?? inner;
      const shown = written
        .replaceAll(/<\/?code>/g, '`')
        .replaceAll(/\{\s{0,9}(["'`])([^"'`{}\n]{0,200})\1\s{0,9}\}/g, '$2');
      const lines = '\n'.repeat(written.split('\n').length - 1);
      return `${before}${JSON.stringify(plainText(shown).replaceAll(/\s+/g, ' ').trim())}${lines}`;
    },
  );
  return plain.replaceAll(/(:\s{0,20})\(\s{0,20}("(?:[^"\\\n]|\\.){0,2000}"\s{0,20})\)/g, '$1$2');
}

/** The texts of a list of columns: words, or objects with a title. */
function headerOf(value: JsonValue): string[] | undefined {
  if (!Array.isArray(value)) return undefined;
  const texts = value.flatMap((one) => {
    const title = isObject(one) ? Object.entries(one).find(([key]) => titleKeys.test(key))?.[1] : one;
    return typeof title === 'string' ? [title] : [];
  });
  return texts.length === value.length ? texts : undefined;
}

const titleKeys = /^(?:title|label|header|name|text|key)$/i;

/** Rows that are lists of cells as a table; without a header names stand in code, for the columns to be told by what they hold. */
function listedTable(
  values: readonly JsonValue[],
  header: readonly string[] | undefined,
  { location }: ElementBlock,
): TableBlock | undefined {
  const lists = values.filter((value) => Array.isArray(value));
  if (lists.length === 0 || lists.length < values.length) return undefined;
  const width = Math.max(...lists.map((cells) => cells.length));
  const isNamed = header !== undefined && header.length >= width;
  const rows = lists.map((cells) => {
    const texts = cells.map(cellText);
    const [name = '', ...rest] = texts;
    return { cells: isNamed || !/^[\w$.[\]*-]{1,200}$/.test(name) ? texts : [`\`${name}\``, ...rest], location };
  });
  return { kind: 'table', header: isNamed ? header : Array.from({ length: width }, () => ''), rows, location };
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

/** The objects that describe values, those in others right behind them, as the rows of `fieldsTable` have them. Gives no diagnostics. */
export function namedValues(values: JsonValue, depth = 0): JsonObject[] {
  const list = innerList(values) ?? [];
  return list.flatMap((value): JsonObject[] => {
    if (!isObject(value) || depth > deepest || !Object.keys(value).some((key) => nameKeys.test(words(key)))) return [];
    const inner = Object.entries(value).find(([key, one]) => innerKeys.test(key) && innerList(one) !== undefined);
    return [value, ...namedValues(inner?.[1] ?? [], depth + 1)];
  });
}

/** Keys that hold the name of a value. */
const nameKeys = /^(?:name|field|param|parameter|property|key|attribute)$/;

type Row = ReadonlyMap<string, string>;

function tableOf(rows: readonly Row[], location: Location): TableBlock {
  const header = [...new Set(rows.flatMap((row) => [...row.keys()]))];
  const body = rows.map((row) => ({ cells: header.map((key) => row.get(key) ?? ''), location }));
  return { kind: 'table', header, rows: body, location };
}

function flattened(values: readonly JsonValue[], prefix: string, depth: number): Row[] {
  return values.flatMap((value): Row[] => {
    if (!isObject(value) || depth > deepest) return [];
    const inner = Object.entries(value).find(([key, list]) => innerKeys.test(key) && innerList(list) !== undefined);
    const cells = Object.entries(value).flatMap(([key, cell]) =>
      key === inner?.[0]
        ? []
        : [
            [
              listsValues(key, cell)
                ? 'values'
                : saysText(key, cell)
                  ? 'description'
                  : saysPresence(key, cell)
                    ? 'required'
                    : words(key),
              cellText(cell),
            ] as const,
          ],
    );
    const named = cells.find(([key]) => nameKeys.test(key));
    if (!named) return [];
    const name = `${prefix}${named[1]}`;
    const row = new Map([...cells, [named[0], name] as const]);
    const item = ownString(own(value, 'items'), 'type');
    if (item !== undefined && row.get('type') === 'array' && item !== 'object') row.set('type', `array of ${item}`);
    const isList = /\[\]|\b(?:array|list)\b/i.test(row.get('type') ?? '');
    const list = innerList(inner?.[1]) ?? [];
    return [row, ...flattened(list, `${name}${isList ? '[]' : ''}.`, depth + 1)];
  });
}

/** Values within another: a list of them, or an object by their names. */
function innerList(value: JsonValue | undefined): readonly JsonValue[] | undefined {
  return isObject(value) ? keyedList(value) : Array.isArray(value) ? value : undefined;
}

/** Whether a key lists what its value may be: `options: ['new', 'used']`. */
function listsValues(key: string, value: JsonValue): boolean {
  return /^(?:options|oneOf)$/.test(key) && Array.isArray(value) && !value.some((one) => typeof one === 'object');
}

/** Whether a key holds what is said of a value: `content: 'How many there are'`. */
function saysText(key: string, value: JsonValue): boolean {
  return /^(?:content|text)$/.test(key) && typeof value === 'string';
}

/** Whether a key says of what kind a value is in that it has to be there: `kind: 'optional'`. */
function saysPresence(key: string, value: JsonValue): boolean {
  return key === 'kind' && typeof value === 'string' && /^(?:required|optional)$/i.test(value);
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
  if (isObject(value)) return JSON.stringify(value);
  const text = String(value);
  // alternatives in quotes are values, as those in code are
  const quoted = /^\s*(?:"[^"|]{1,60}"|'[^'|]{1,60}')(?:\s*\|\s*(?:"[^"|]{1,60}"|'[^'|]{1,60}'))+\s*$/.test(text);
  return quoted ? text.replaceAll(/["']/g, '`') : text.replaceAll('\n', '<br>');
}

/** The first of the tables that a component holds in its attributes; undefined for none. Gives no diagnostics. */
export function attributeTable(element: ElementBlock): TableBlock | undefined {
  return attributeTables(element)[0]?.table;
}

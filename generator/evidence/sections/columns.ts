import { trimmedEnd } from '../../base/trim.ts';
import type { TableBlock } from '../../pages/page.ts';
import { inEnglish } from '../translations.ts';
import { columnsByContent } from './content-columns.ts';
import { typeWordsOf } from './list-notes.ts';
import { plainText } from './markup.ts';

/** What a column of a table holds. */
export type Column =
  | 'name'
  | 'type'
  | 'format'
  | 'required'
  | 'optional'
  | 'nullable'
  | 'deprecated'
  | 'readOnly'
  | 'writeOnly'
  | 'default'
  | 'example'
  | 'description'
  | 'notes'
  | 'values'
  | 'place'
  | 'method'
  | 'url'
  | 'status'
  | 'value';

/** Header texts by column. What stands nowhere is a column of its own that is not read. */
const synonyms: Readonly<Record<Exclude<Column, 'notes' | 'format'>, string>> = {
  name: `name|parameter|parameters|param|params|field|fields|attribute|attributes|argument|arguments|arg|key|keys|property|
    properties|header|headers|variable|variables|option|options|element|member|input|item|setting|header name|header key|
    body|cookie|identifier|json key|json field|key path|json path|property path|field path|attribute path|column|label|query|part|part name|form field`,
  type: 'type|data type|datatype|value type|kind|schema|format|data format|class|json type|field type|types|content-type|content type|media type|mime type',
  required: `required|mandatory|required?|is required|is required?|mandatory?|requirement|req|req.|presence|necessity|
    condition|required/optional|optional/required|mandatory/optional|optional/mandatory|m/o|o/m|m/o/c|r/o|required or optional|usage|cardinality|multiplicity|necessary`,
  optional: 'optional|optional?|is optional|is optional?',
  nullable: 'nullable|nullable?|null|can be null|null?',
  deprecated: 'deprecated|deprecated?|is deprecated',
  readOnly: 'read-only|read only|readonly|read-only?|read only?|is read-only|is read only',
  writeOnly: 'write-only|write only|writeonly',
  default: 'default|default value|defaults|default values|defaults to',
  example: 'example|examples|example value|example values|sample|sample value|e.g.|eg',
  description: `description|descriptions|desc|desc.|details|detail|meaning|note|notes|comment|comments|remarks|remark|
    explanation|purpose|info|value description|field description|parameter description|information|short description|summary|definition|what it does|about|descriptio|use`,
  values: `values|allowed values|possible values|valid values|accepted values|available values|enum|choices|allowed|
    valid options|supported values|permitted values|enum values`,
  place:
    'in|location|located in|parameter type|param type|where|sent in|place|position|passed in|parameter location|source',
  method: 'method|http method|verb|http verb|request method|methods',
  url: 'url|path|endpoint|uri|route|api|resource|request|http request|api endpoint|request url|url path|resource path',
  status: `status|status code|code|http code|http status|response code|http status code|response|error code|return code|
    status codes|http response|http response code`,
  value: 'value|integer|id|number|int|constant|code|bit',
};

const columnOfHeader = new Map<string, Column>();
for (const [column, list] of Object.entries(synonyms).toReversed()) {
  for (const header of list.split('|')) columnOfHeader.set(header.replaceAll(/\s+/g, ' ').trim(), column as Column);
}

const isFormat = /^(?:data )?format$/i;

/** Longer headers name no column. */
const maxHeader = 200;

/** The columns of a table by position, each kind once: the first header that says it. Gives no diagnostics. */
export function tableColumns(table: TableBlock): Map<Column, number> {
  const width = table.rows[0]?.cells.length ?? 0;
  // one header over all columns says of none what it holds
  if (table.header.length === 1 && width > 1 && width < 5)
    return unnamedColumns({ ...table, header: Array.from({ length: width }, () => '') });
  const found = new Map<Column, number>();
  table.header.forEach((cell, index) => {
    const text = inEnglish(trimmedEnd(plainText(cell.slice(0, maxHeader)).toLowerCase(), ':*').trim());
    const named =
      columnOfHeader.get(text) ?? qualified(text) ?? (text === '' ? unnamedColumn(table, index) : undefined);
    const column = named === 'type' ? typeColumn(table, index) : named;
    const typeAt = found.get('type');
    if (column !== undefined && !found.has(column)) found.set(column, index);
    // a format beside a type, on either side of it
    else if (column === 'type' && isFormat.test(text)) found.set('format', index);
    else if (column === 'type' && typeAt !== undefined && isFormat.test(plainText(table.header[typeAt] ?? ''))) {
      found.set('format', typeAt);
      found.set('type', index);
    }
    // remarks beside a description
    else if (column === 'description' && /^(?:notes?|remarks?|comments?)$/.test(text)) found.set('notes', index);
  });
  const pathAt = found.get('url');
  // `Path` over the names of fields, as JSONPath has them
  if (pathAt !== undefined && !found.has('name') && !found.has('method') && holdsNames(table, pathAt)) {
    found.delete('url');
    found.set('name', pathAt);
  }
  const valueAt = found.get('value');
  if (valueAt !== undefined && found.has('name') && !found.has('description') && holdsSentences(table, valueAt)) {
    found.delete('value');
    found.set('description', valueAt);
  }
  // beside a default, what a column of values says is which there may be
  const mayAt = found.get('value');
  if (mayAt !== undefined && found.has('name') && found.has('default') && !found.has('description')) {
    found.delete('value');
    found.set(holdsTypes(table, mayAt) && !found.has('type') ? 'type' : 'description', mayAt);
  }
  return table.header.some((cell) => cell.trim() !== '') ? found : unnamedColumns(table);
}

/** Whether all cells of a column are words for types. */
function holdsTypes({ rows }: Pick<TableBlock, 'rows'>, column: number): boolean {
  return rows.every(({ cells }) => typeWordsOf(plainText((cells[column] ?? '').slice(0, maxHeader))));
}

/** What a column without a header holds whose cells are empty or say that a value may be left out. */
function unnamedColumn({ rows }: TableBlock, column: number): Column | undefined {
  const cells = rows.map(({ cells: all }) => plainText((all[column] ?? '').slice(0, maxHeader)));
  const isPresence = column > 0 && cells.every((cell) => /^(?:optional|required|mandatory|$)/i.test(cell));
  if (isPresence && cells.some((cell) => cell !== '')) return 'required';
  if (column === 0 || cells.length === 0) return undefined;
  const typed = cells.filter((cell) => typeWordsOf(firstNote(cell)) !== undefined);
  const areNoted = cells.every((cell) => typed.includes(cell) || /^[\w .-]{3,40},\s(?:required|optional)$/i.test(cell));
  if (areNoted && typed.length * 2 > cells.length) return 'type';
  // the last column, in words
  const isLast = rows.every(({ cells: all }) => all.length === column + 1);
  return isLast && cells.filter((cell) => /\p{L}\s\p{L}/u.test(cell)).length * 2 > cells.length
    ? 'description'
    : undefined;
}

/** What a cell of notes begins with: `integer, required`, `string (UUID)`. */
function firstNote(cell: string): string {
  return cell.split(/,\s|\s\(/, 1)[0] ?? '';
}

/** Whether all cells of a column are names, and none is a path or an address. */
function holdsNames({ rows }: TableBlock, column: number): boolean {
  const cells = rows.map(({ cells: [...all] }) => plainText((all[column] ?? '').slice(0, maxHeader)));
  return (
    cells.length > 0 && cells.every((cell) => /^[A-Za-z_$][\w$-]*(?:(?:\.|\[\]\.?|\[\*\]\.?)[\w$-]*){0,10}$/.test(cell))
  );
}

/** Whether most cells of a column are sentences. */
function holdsSentences({ rows }: TableBlock, column: number): boolean {
  const sentences = rows.filter(({ cells }) =>
    /^(?:\W{0,3}(?:[Rr]equired|[Oo]ptional|[Mm]andatory)\b|[^`]{0,200}[\p{L}\d]\s[\p{L}’'-]{1,20}\s\p{Ll}[\p{L}’'-]{0,19}(?!\p{L}))/u.test(
      cells[column] ?? '',
    ),
  );
  return sentences.length * 2 > rows.length;
}

/**
 * Whether a table has one column for all that is said of a value, under a header that lists it: `Name, Type, Description`. Gives
 * no diagnostics.
 */
export function isComposite({ header }: TableBlock): boolean {
  const [only = ''] = header;
  const parts = plainText(only.slice(0, maxHeader))
    .toLowerCase()
    .split(/\s?[,/]\s?/);
  const columns = parts.map((part) => columnOfHeader.get(part));
  return header.length === 1 && parts.length > 1 && columns[0] === 'name' && !columns.includes(undefined);
}

/** What a column that is called the type holds: where values are sent (`Path`, `Query`), whether they are required, or types. */
function typeColumn({ rows }: TableBlock, column: number): Column {
  const words = rows.flatMap(({ cells }) => {
    const text = plainText((cells[column] ?? '').slice(0, maxHeader));
    return text === '' ? [] : [text.replaceAll(/[\s_-]/g, '')];
  });
  const holds = (form: RegExp): boolean => words.length > 0 && words.every((word) => form.test(word));
  if (holds(/^(?:path|query|header|cookie|body|form(?:data)?)$/i)) return 'place';
  return holds(/^(?:required|optional|mandatory)$/i) ? 'required' : 'type';
}

const nameInCode = /^\W{0,3}`[^`\s]{1,100}`/;

/** A name in bold with words in italics behind it, as its type is: `**size** *int* **Required**`. */
const typedName = /^\*\*[\w.$[\]-]{1,100}\*\*\s(?:\*[A-Za-z][^*]{0,60}\*|_[A-Za-z][^_]{0,60}_)(?:\s|$)/;

/** The columns of a table without a header: by their contents, or the name that each row begins with in code, and the text behind it. */
function unnamedColumns(table: TableBlock): Map<Column, number> {
  const { header, rows } = table;
  const found = columnsByContent(table);
  if (found) return new Map<Column, number>(found);
  const isList = header.length === 2 && rows.length > 0 && rows.every(({ cells }) => nameInCode.test(cells[0] ?? ''));
  const areTyped = header.length === 2 && rows.length > 0 && rows.every(({ cells }) => typedName.test(cells[0] ?? ''));
  return new Map(isList || areTyped ? [['name', 0] as const, ['description', 1] as const] : []);
}

/**
 * The columns of a table without a header of what is announced as fields, whose first cells are names and the others texts; those of any
 * other table as they are. Gives no diagnostics.
 */
export function announcedColumns(table: TableBlock, columns: ReadonlyMap<Column, number>): ReadonlyMap<Column, number> {
  const { header, rows } = table;
  const isBlank = header.length === 2 && header.every((cell) => cell.trim() === '');
  const areTexts = rows.every(({ cells }) => /\p{L}\s\p{L}/u.test(cells[1] ?? ''));
  return !columns.has('name') && isBlank && rows.length > 1 && areTexts && holdsNames(table, 0)
    ? new Map<Column, number>([
        ['name', 0],
        ['description', 1],
      ])
    : columns;
}

/** `Query parameter`, `Attribute name`, `Request field`: the last words decide. */
function qualified(text: string): Column | undefined {
  const words = text.split(' ');
  if (words.length < 2 || words.length > 4) return undefined;
  if (/^(?:request |json )?body data$/.test(text)) return 'name';
  const named = words.at(-1) === 'name' ? words.slice(0, -1) : words;
  return columnOfHeader.get(named.at(-1) ?? '') === 'name' ? 'name' : undefined;
}

/** Whether a table describes named values: a column of names and one that says something about them. */
export function describesFields(columns: ReadonlyMap<Column, number>): boolean {
  if (!columns.has('name')) return false;
  const said: readonly Column[] = [
    'type',
    'required',
    'optional',
    'default',
    'example',
    'description',
    'nullable',
    'values',
  ];
  return said.some((column) => columns.has(column));
}

/** The columns of a table of what is sent, in which values are examples (`| Accept-Language | en |`), or types. */
export function sentColumns({ rows }: TableBlock, columns: ReadonlyMap<Column, number>): ReadonlyMap<Column, number> {
  const value = columns.get('value');
  if (value === undefined || columns.has('example')) return columns;
  return new Map([...columns, [holdsTypes({ rows }, value) && !columns.has('type') ? 'type' : 'example', value]]);
}

/** Whether the header alone makes it sure that the names are those of values that are sent. */
export function namesFields(table: TableBlock, columns: ReadonlyMap<Column, number>): boolean {
  const header = plainText(table.header[columns.get('name') ?? 0] ?? '').toLowerCase();
  const says = (['type', 'required', 'optional'] as const).some((column) => columns.has(column));
  const column = columns.get('name') ?? 0;
  // those of an environment
  if (
    table.rows.every(({ cells }) => /^[A-Z]+(?:_[A-Z\d]+)+$/.test(plainText((cells[column] ?? '').slice(0, maxHeader))))
  )
    return false;
  return says || /param|field|attribute|arg|propert|header|key|variable/.test(header);
}

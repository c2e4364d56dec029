import type { TableBlock } from '../../pages/page.ts';
import { wordPlace } from '../component-roles.ts';
import type { Access, ParameterLocation } from '../evidence.ts';
import type { Column } from './columns.ts';
import { cellType } from './cell-types.ts';
import { codeValues, enumOf, valueCell } from './cell-values.ts';
import { describedText } from './described-text.ts';
import { closingType, describedObjects, describedReference, isOpenType } from './cell-references.ts';
import { fieldMarks, type FieldMarks, indentWidth, namedText, type NamedText } from './field-name.ts';
import { bracedType, shownPair, slashedNames } from './name-forms.ts';
import type { FieldRow } from './field-row.ts';
import { withoutGroupRows } from './group-rows.ts';
import { formatCell, formattedWords, withoutTail } from './format-words.ts';
import { firstNotes, readNotes, typeWordsOf, type FieldNotes } from './list-notes.ts';
import { limitColumns, typeBounds, withLimits } from './limit-columns.ts';
import { inEnglish } from '../translations.ts';
import { literalText, plainText } from './markup.ts';
import { typeText } from './references.ts';

type Row = TableBlock['rows'][number];

/** The rows of a table as fields, and those that name none. */
export interface TableFields {
  readonly fields: readonly FieldRow[];
  readonly unread: readonly Row[];
}

/**
 * The rows of a table of named values (see `describesFields`), nested by the marks before their names. A row without a
 * name is unread; one of several names gives a field each. With `mayOmit` names without a mark are not taken for required.
 * Gives no diagnostics.
 */
export function tableFields(
  written: TableBlock,
  columns: ReadonlyMap<Column, number>,
  options: { readonly mayOmit?: boolean } = {},
): TableFields {
  const table = withCircles(withoutGroupRows(written), columns.get('required'));
  const flat: { readonly depth: number; readonly field: FieldRow }[] = [];
  const unread: Row[] = [];
  const names = table.rows.map(({ cells }) => namedText(cells[columns.get('name') ?? 0] ?? ''));
  const isRequired = options.mayOmit !== true && starsRequire(names);
  const depths = narrowDepths(table.rows.map(({ cells }) => cells[columns.get('name') ?? 0] ?? ''));
  const limits = limitColumns(table);
  const slashed = slashedNames(names.flatMap((one) => one?.names ?? []));
  for (const [index, row] of table.rows.entries()) {
    const named = withStar(names[index], isRequired);
    if (isJoint(row)) continue;
    if (!named) {
      if (row.cells.some((cell) => cell !== '')) unread.push(row);
      continue;
    }
    for (const [at, name] of named.names.entries())
      flat.push({
        depth: depths[index] ?? named.depth,
        field: withLimits(
          boundedField(slashed.has(name) ? name.replaceAll('/', '.') : name, named, row, columns, at === 0),
          row.cells,
          limits,
        ),
      });
  }
  const isNoted = table.rows.some(({ cells }) => bracketNote.test(cells[columns.get('notes') ?? -1] ?? ''));
  return { fields: nested(options.mayOmit ? flat : unmarkedRequired(flat, columns, isNoted)), unread };
}

/** The depths of names that are set in by spaces alone, fewer than four for each level; else none. */
function narrowDepths(cells: readonly string[]): readonly (number | undefined)[] {
  const widths = cells.map(indentWidth);
  const unit = widths.reduce((least, width) => (width > 0 && width < least ? width : least), 4);
  const isEven = unit < 4 && widths.every((width) => width % unit === 0);
  return isEven ? widths.map((width) => width / unit) : [];
}

/** A table whose column of presence has circles for yes and crosses for no (`O`, `X`), as in Korean and Japanese pages, in words. */
function withCircles(table: TableBlock, at: number | undefined): TableBlock {
  const signs = new Set(table.rows.map(({ cells }) => (cells[at ?? -1] ?? '').trim().toUpperCase()));
  if (at === undefined || !signs.has('O') || !signs.has('X') || signs.size > 2) return table;
  const rows = table.rows.map((row) => ({
    ...row,
    cells: row.cells.map((cell, index) => (index === at ? circleWord(cell) : cell)),
  }));
  return { ...table, rows };
}

function circleWord(cell: string): string {
  return /^\s*o\s*$/i.test(cell) ? 'yes' : 'no';
}

/** Whether stars at names mark what is required, and no footnotes: these are few, and stand where presence is marked otherwise. */
function starsRequire(names: readonly (NamedText | undefined)[]): boolean {
  const starred = names.filter((name) => name?.isStarred);
  return starred.length > 1 && starred.length * 3 >= names.length && !names.some((name) => name?.isMarkedOptional);
}

function withStar(named: NamedText | undefined, isRequired: boolean): NamedText | undefined {
  if (!named?.isStarred || !isRequired) return named;
  return { ...named, marks: { required: true, ...named.marks } };
}

/** Whether a row only says how those around it belong together: `OR`, and nothing beside it. */
function isJoint({ cells }: Row): boolean {
  const [only = '', ...others] = cells.map(plainText).filter((text) => text !== '');
  return others.length === 0 && /^(?:or|and|and\/or|either|xor)$/i.test(only);
}

/** A remark in brackets, among which `[optional]` would stand where a value was so: `[default to null]`. */
const bracketNote = /\[(?:optional|default to [^\][]{1,200})\]/i;

/** In a table that marks optional values at their names (`name?`), or in remarks, the others are required. */
function unmarkedRequired<T extends { readonly field: FieldRow }>(
  flat: readonly T[],
  columns: ReadonlyMap<Column, number>,
  isNoted: boolean,
): readonly T[] {
  if (columns.has('required') || columns.has('optional')) return flat;
  if (!isNoted && !flat.some(({ field }) => field.isMarkedOptional)) return flat;
  return flat.map((one) =>
    one.field.required === undefined && one.field.defaultText === undefined && !columns.has('default')
      ? { ...one, field: { ...one.field, required: true } }
      : one,
  );
}

/** The field of a row, with the limits that stand in the cell of its type. */
function boundedField(...[name, named, row, columns, isFirst]: Parameters<typeof fieldOf>): FieldRow {
  const at = columns.get('type') ?? -1;
  const bounded = typeBounds(row.cells[at] ?? '');
  if (!bounded) return fieldOf(name, named, row, columns, isFirst);
  const plain = { ...row, cells: row.cells.with(at, bounded.words) };
  return { ...fieldOf(name, named, plain, columns, isFirst), limits: bounded.limits };
}

/** Longer cells of other columns than that of texts are cut off. */
const maxCell = 1000;

function fieldOf(
  name: string,
  named: NamedText,
  row: Row,
  columns: ReadonlyMap<Column, number>,
  isFirst: boolean,
): FieldRow {
  const whole = (column: Column): string => row.cells[columns.get(column) ?? -1] ?? '';
  const cell = (column: Column): string => whole(column).slice(0, maxCell);
  const { place: besideName, ...marks } = withoutPlace(named.marks);
  const typed = fieldMarks(cell('type'));
  const isTyped = cell('type').trim() !== '';
  const pair = isTyped ? undefined : shownPair(name, marks.text);
  const braced = isTyped ? undefined : bracedType(whole('description'));
  const closing = isTyped || braced || marks.text !== '' ? undefined : closingType(whole('description'));
  const type = typeText(statedType(), row.location.document);
  const remarks = bracketNotes(cell('notes'));
  const beside = { ...(isTyped ? undefined : readNotes(marks.text)?.notes), ...remarks };
  const tail = withoutTail(braced?.text ?? closing?.rest ?? whole('description'));
  const text = describedText(tail.text);
  const presence = presenceOf(cell('required'), plainText(cell('optional')));
  const stated =
    presence.required ?? marks.required ?? typed.required ?? beside.required ?? braced?.required ?? text.required;
  const choice = named.names.length > 1 ? named.choice : undefined;
  const required = choice === undefined ? stated : undefined;
  const alternatives = choice === 'one' && isFirst && stated === true ? named.names.slice(1) : [];
  const allowed = valueCell(cell('values'));
  const defaultText =
    literalCell(cell('default')) ??
    presence.defaultText ??
    allowed.defaultText ??
    beside.defaultText ??
    tail.defaultText;
  const exampleText = literalCell(cell('example')) ?? pair?.replaceAll(/^"|"$/g, '') ?? beside.exampleText;
  const listed = isOpenType(type) ? describedObjects(cell('description'), row.location.document) : undefined;
  const literals = codeValues(cell('type'));
  const isText = literals !== undefined && !literals.every((value) => /^-?\d+$/.test(value));
  const reference =
    type.reference ?? listed?.reference ?? describedReference(type, cell('description'), row.location.document);
  const written = cellType(cell('type'), row.location);
  const plainWords = isText
    ? 'string'
    : (written?.words ?? listed?.words ?? beside.words ?? allowed.words ?? type.words);
  const format = formatCell(cell('format')) ?? tail.format;
  const words = format === undefined || reference ? plainWords : formattedWords(plainWords, format);
  const described = [text.text, type.note ?? '', allowed.note ?? ''].filter((one) => one !== '').join('\n\n');
  const place = placeOf(cell('place')) ?? besideName ?? beside.place ?? placeBehind(text.text);
  const nullable = type.nullable ?? marks.nullable ?? typed.nullable ?? (isYes(cell('nullable')) || undefined);
  const deprecated =
    marks.deprecated ?? typed.deprecated ?? beside.deprecated ?? (isYes(cell('deprecated')) || undefined);
  const access = accessIn(cell) ?? marks.access ?? typed.access ?? beside.access ?? text.access;
  const values = allowed.values ?? beside.values ?? enumOf(cell('type')) ?? enumOf(cell('format'));
  function statedType(): string {
    if (isTyped) return withoutMarks(cell('type'));
    if (braced) return braced.words;
    if (pair !== undefined) return pair.startsWith('"') ? 'string' : '';
    return closing?.words ?? (marks.text === '' ? labelledType(cell('description')) : marks.text);
  }
  return {
    name,
    ...((named.isMarkedOptional || remarks.required === false) && { isMarkedOptional: true }),
    ...(words !== undefined && words !== '' && { words }),
    ...(required !== undefined && { required }),
    ...(alternatives.length > 0 && { alternatives }),
    ...(nullable && { nullable: true }),
    ...(deprecated && { deprecated: true }),
    ...(access && { access }),
    ...(defaultText !== undefined && { defaultText }),
    ...(exampleText !== undefined && { exampleText }),
    ...(values && { values }),
    ...(place && { place }),
    ...(reference && { reference }),
    ...(described !== '' && { description: described }),
    ...written,
    children: written?.children ?? [],
    location: row.location,
    method: 'cell',
  };
}

/** Who may set a value, as the columns of that say. */
function accessIn(cell: (column: Column) => string): Access | undefined {
  if (isYes(cell('readOnly'))) return 'readOnly';
  return isYes(cell('writeOnly')) ? 'writeOnly' : undefined;
}

/** What stands beside a name without the place in parentheses that is sent to (`string (path)`), and that place. */
function withoutPlace(marks: FieldMarks): FieldMarks & { readonly place?: ParameterLocation | 'body' } {
  const [whole, word = ''] = /\((path|query|header|cookie|body|formData)\)?$/i.exec(marks.text) ?? [];
  const place = whole === undefined ? undefined : placeOf(word);
  return place === undefined || whole === undefined
    ? marks
    : { ...marks, text: marks.text.slice(0, -whole.length).trim(), place };
}

/** The words for a type on a line of a description (`Data type: string or null`), or in marks at its begin (`**array** The parts`). */
function labelledType(cell: string): string {
  const words = /(?:^|\n|<br\s{0,3}\/?>)\s{0,9}(?:json )?(?:data )?type: {0,3}([\w<>[\] |]{1,60})/i
    .exec(cell)?.[1]
    ?.trim();
  if (words !== undefined && typeWordsOf(words.replace(/ or null$/, '')) !== undefined) return words;
  const marked = /^(\*\*|\*|_|`)([A-Za-z][\w<>[\] |]{0,60})\1(?=\s|$)/.exec(cell.trim())?.[2] ?? '';
  if (typeWordsOf(marked) !== undefined) return marked;
  // `integer - the number of the page`
  return (
    /^(string|integer|int|number|float|boolean|bool|object|array)\s[-–—]\s(?=[a-zA-Z])/i.exec(cell.trim())?.[1] ?? ''
  );
}

/** The words of a type cell with its links, without marks of presence. */
function withoutMarks(cell: string): string {
  return /\]\(/.test(cell) ? cell.replaceAll(/[*_(]*\b(?:required|optional)\b[*_)]*/gi, ' ') : fieldMarks(cell).text;
}

interface Presence {
  readonly required?: boolean;
  readonly defaultText?: string;
}

const yes =
  /^(?:yes|y|true|required|mandatory|always|✓|✔|✔️|✅|x|☑|●|1|m|r|\*|:[\w-]{0,30}check[\w-]{0,30}:|must)(?![\w-])/iu;
const no =
  /^(?:no|n|false|optional|never|✗|✘|❌|✖|-|–|—|0|o|not required|non-mandatory|:x:|:[\w-]{0,30}(?:close|cross|times)[\w-]{0,30}:)(?![\w-])/iu;

/** What the cells of presence say; a condition behind `yes` makes it no requirement. */
function presenceOf(cell: string, optional: string): Presence {
  const text = inEnglish(plainText(cell).replace(/^\((\w+)\)$/, '$1'));
  const given =
    /\bdefaults?(?: to)?(?: value)?(?: is)?\s{0,3}[:=]?\s{0,3}(?:(""|'')|["']?([^\s"',;):=][^\s"',;)]*))/i.exec(text);
  const defaultText = given?.[2] ?? (given && '');
  const found = { ...(typeof defaultText === 'string' && { defaultText }) };
  if (optional !== '')
    return {
      ...found,
      ...(yes.test(optional) || /^optional/i.test(optional)
        ? { required: false }
        : no.test(optional) && { required: true }),
    };
  if (yes.test(text)) {
    const rest = text.replace(yes, '');
    return /\b(?:if|when|unless|for|only|or|either|except|conditional\w*|depends)\b/i.test(rest)
      ? found
      : { ...found, required: true };
  }
  return no.test(text) ? { ...found, required: false } : found;
}

function isYes(cell: string): boolean {
  return yes.test(plainText(cell));
}

/** The text of a literal in a cell, or nothing where the cell says that there is none. */
function literalCell(cell: string): string | undefined {
  const text = plainText(cell.replaceAll(/<br\s*\/?>/g, ' '));
  if (
    text === '' ||
    text.length > 300 ||
    /^(?:-+|–|—|none|absent|n\/a|null|nil|undefined|no default|not set|unset|empty)$/i.test(text)
  ) {
    return undefined;
  }
  const code = /^`([^`]+)`$/.exec(cell.trim())?.[1] ?? (/\s/.test(text) ? text : literalText(cell));
  const quoted = /^"([^"]*)"$|^'([^']*)'$/.exec(code);
  const literal = quoted ? (quoted[1] ?? quoted[2] ?? '') : code;
  return /[`]/.test(cell) || quoted || !/\s/.test(literal) ? literal : undefined;
}

/** Where a value is sent, as a text says last: `Only tries. Query parameter.`, `The trace (header)`. */
const behind =
  /(?:(?:^|[.;)]\s{1,2})(?:(?:in|as)\s(?:an?\s|the\s)?)?(query|path|header)\s(?:string(?:\sparam(?:eter)?)?|param(?:eter)?|variable)|\((?:in\s(?:the\s)?)?(query|path|header)(?:\s(?:string|param(?:eter)?))?\))\.?$/i;

function placeBehind(text: string): ParameterLocation | 'body' | undefined {
  const [, said, noted] = behind.exec(text.slice(-60)) ?? [];
  return placeOf(said ?? noted ?? '');
}

/** What remarks in brackets say: `[optional] [default to 10]`. */
function bracketNotes(cell: string): FieldNotes {
  const notes = [...plainText(cell).matchAll(/\[([^\][]{1,300})\]/g)];
  return firstNotes(notes.flatMap(([, note = '']) => readNotes(note)?.notes ?? []));
}

function placeOf(cell: string): ParameterLocation | 'body' | undefined {
  const words = plainText(cell)
    .replaceAll(/[-_]/g, '')
    .split(/[\s,/]+/);
  const place = words.map(wordPlace).find((one) => one !== undefined);
  return place === 'response' ? undefined : place;
}

/** Rows of some depth as a tree: each belongs to the last row before it that is less deep. */
function nested(flat: readonly { readonly depth: number; readonly field: FieldRow }[]): FieldRow[] {
  interface Open {
    readonly depth: number;
    readonly field: FieldRow;
    readonly children: FieldRow[];
  }
  const root: FieldRow[] = [];
  const stack: Open[] = [];
  for (const { depth, field } of flat) {
    while (stack.length > 0 && (stack.at(-1)?.depth ?? 0) >= depth) stack.pop();
    const children: FieldRow[] = [...field.children];
    const placed = { ...field, children };
    (stack.at(-1)?.children ?? root).push(placed);
    stack.push({ depth, field: placed, children });
  }
  return root;
}

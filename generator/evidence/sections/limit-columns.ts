import type { TableBlock } from '../../pages/page.ts';
import type { Fact } from '../evidence.ts';
import type { FieldRow } from './field-row.ts';
import { plainText } from './markup.ts';

type Limit = Extract<Fact, { readonly kind: 'limit' }>;

/** What a column says of the size of values. */
type LimitKind =
  | 'minLength'
  | 'maxLength'
  | 'minItems'
  | 'maxItems'
  | 'min'
  | 'max'
  | 'length'
  | 'range'
  | 'pattern'
  | 'rules';

/** A column of limits, by its place in the table. */
export interface LimitColumn {
  readonly kind: LimitKind;
  readonly index: number;
}

/** Headers of columns of limits; the first that fits counts. */
const headers: readonly (readonly [LimitKind, RegExp])[] = [
  ['minLength', /^min(?:imum|\.)?[ _-]?(?:length|len|char(?:acter)?s)$/i],
  ['maxLength', /^(?:max(?:imum|\.)?[ _-]?(?:length|len|char(?:acter)?s)|char(?:acter)? limit)$/i],
  ['minItems', /^min(?:imum|\.)?[ _-]?items$/i],
  ['maxItems', /^max(?:imum|\.)?[ _-]?items$/i],
  ['min', /^min(?:imum|\.)?(?:[ _-]?value)?$/i],
  ['max', /^max(?:imum|\.)?(?:[ _-]?value)?$/i],
  ['length', /^(?:len|length|min ?\/ ?max length|length \((?:min-max|min\/max|characters|chars)\))$/i],
  ['range', /^(?:(?:value|valid|allowed) )?range(?: of values)?$|^min ?[/-] ?max(?: value)?$/i],
  ['pattern', /^(?:pattern|regex|regexp|regular expression|reg\.? ?exp\.?)$/i],
  ['rules', /^(?:constraints?|validations?|validators?|(?:validation )?rules?|restrictions?|limits?|limitations?)$/i],
];

/** The columns of a table that say how large, how long or of which form values may be. Gives no diagnostics. */
export function limitColumns({ header }: TableBlock): LimitColumn[] {
  return header.flatMap((cell, index) => {
    const text = plainText(cell.slice(0, 100)).replace(/:$/, '').trim();
    const kind = headers.find(([, form]) => form.test(text))?.[0];
    return kind === undefined ? [] : [{ kind, index }];
  });
}

const number = String.raw`(-?\d{1,15}(?:\.\d{1,9})?)`;
const whole = new RegExp(String.raw`^${number}$`);
const pair = new RegExp(
  String.raw`^[\[(]?\s?${number}\s?(?:-|–|—|\.{2,3}|,|;|/|\bto\b|\band\b|…)\s?${number}\s?[\])]?$`,
  'i',
);
const atLeast = new RegExp(String.raw`^(?:>=|≥|min(?:imum)?\.?:?|at least|from)\s?${number}$|^${number}\+$`, 'i');
const atMost = new RegExp(String.raw`^(?:<=|≤|max(?:imum)?\.?:?|at most|up to)\s?${number}$`, 'i');
const more = new RegExp(String.raw`^>\s?${number}$`);
const less = new RegExp(String.raw`^<\s?${number}$`);

/** What kind of value is limited, as the words for its type say. */
type Sort = 'number' | 'string' | 'list';

function sortOf(words: string): Sort | undefined {
  const plain = words.trim().toLowerCase();
  if (/^(?:an?\s)?(?:array|list|set)\b|\[\]$/.test(plain)) return 'list';
  if (/^(?:u?int(?:eger)?(?:8|16|32|64)?|long|short|num(?:ber|eric)?|float(?:32|64)?|double|decimal)\b/.test(plain))
    return 'number';
  return /^(?:str(?:ing)?|text|char|varchar)\b/.test(plain) ? 'string' : undefined;
}

/** The keywords for the least and the most of a kind of value. */
const keywords: Readonly<Record<Sort, readonly [string, string]>> = {
  number: ['minimum', 'maximum'],
  string: ['minLength', 'maxLength'],
  list: ['minItems', 'maxItems'],
};

/**
 * The limits (JSON Schema Validation, section 6) that the cells of columns of limits say of a value of which the words for its type are known; none for
 * cells that say anything else. One number as the length is the greatest that there may be. Gives no diagnostics.
 */
function cellLimits(cells: readonly string[], columns: readonly LimitColumn[], words: string): Limit[] {
  const sort = sortOf(words);
  return columns.flatMap(({ kind, index }): Limit[] => {
    const cell = cells[index] ?? '';
    const text = plainText(cell.slice(0, 300)).trim();
    if (text === '') return [];
    if (kind === 'pattern') return sort === 'string' ? patternIn(cell) : [];
    if (kind === 'rules') return sort ? rulesIn(text, sort) : [];
    if (kind === 'min' || kind === 'max')
      return sort && whole.test(text) ? [limit(keywords[sort][kind === 'min' ? 0 : 1], text)] : [];
    if (kind === 'range') return sort === 'number' ? bounds(text, 'number') : [];
    if (kind === 'length') return lengths(text.replace(/\s?(?:char(?:acter)?s?|letters)$/i, ''), sort);
    return /^\d+$/.test(text) ? [limit(sort === 'list' ? kind.replace('Length', 'Items') : kind, text)] : [];
  });
}

function limit(keyword: string, text: string): Limit {
  return { kind: 'limit', keyword, value: Number(text) };
}

function lengths(text: string, sort: Sort | undefined): Limit[] {
  if (sort !== 'string' && sort !== 'list') return [];
  return /^\d+$/.test(text) ? [limit(keywords[sort][1], text)] : bounds(text, sort);
}

/** The limits that a range says, or one end of it: `1-10`, `>= 1`, `max 10`. */
function bounds(text: string, sort: Sort): Limit[] {
  const [least, most] = keywords[sort];
  const [, from, to] = pair.exec(text) ?? [];
  if (from !== undefined && to !== undefined)
    return Number(from) <= Number(to) ? [limit(least, from), limit(most, to)] : [];
  const [, low, open] = atLeast.exec(text) ?? [];
  const high = atMost.exec(text)?.[1];
  if (low !== undefined || open !== undefined) return [limit(least, low ?? open ?? '')];
  if (high !== undefined) return [limit(most, high)];
  const [above, below] = [more.exec(text)?.[1], less.exec(text)?.[1]];
  if (sort !== 'number') return [];
  if (above !== undefined) return [limit('exclusiveMinimum', above)];
  return below === undefined ? [] : [limit('exclusiveMaximum', below)];
}

/** The pattern that a cell shows, and nothing else. */
function patternIn(cell: string): Limit[] {
  const code =
    /^\s*(`+)\s?(.{1,300}?)\s?\1\s*$/.exec(cell.slice(0, 400))?.[2] ??
    /^\s*(\^\S{1,300}\$)\s*$/.exec(cell.slice(0, 400))?.[1];
  const source = /^\/(.+)\/[a-z]{0,3}$/.exec(code ?? '')?.[1] ?? code;
  return source === undefined ? [] : [{ kind: 'limit', keyword: 'pattern', value: source }];
}

/** A rule of a list of such that names an end: `max: 10`, `min length 3`, `max 100 chars`. */
const rule = new RegExp(
  String.raw`^(min|max)(?:imum|\.)?(?:[ _-]?(length|len|value|items))?\s?[:=]?\s?${number}(?:\s(char(?:acter)?s|items|elements|entries))?$`,
  'i',
);

/** The limits among rules in one cell. */
function rulesIn(text: string, sort: Sort): Limit[] {
  return rulesApart(text).flatMap((one): Limit[] => {
    const [, end = '', of = '', size = '', unit = ''] = rule.exec(one) ?? [];
    if (size === '') return bounded(one, sort);
    const word = `${of}${unit}`.toLowerCase();
    const isOfCount = /items|elements|entries/.test(word);
    // a length is that of a text, a number of items that of a list
    if ((isOfCount && sort !== 'list') || (/len|char/.test(word) && sort !== 'string')) return [];
    const [least, most] = keywords[sort];
    return [limit(/^min/i.test(end) ? least : most, size)];
  });
}

function bounded(text: string, sort: Sort): Limit[] {
  const counted = text.replace(/\s(?:items|elements|entries|char(?:acter)?s)$/i, '');
  const isOf =
    sort === 'number'
      ? counted === text
      : sort === 'list'
        ? /(?:items|elements|entries)$/i.test(text)
        : /char(?:acter)?s$/i.test(text);
  return isOf && pair.test(counted) && !/^\d{4}[-/]/.test(counted) ? bounds(counted, sort) : [];
}

/**
 * A field with what the cells of columns of limits and rules say of it: limits, whether it has to be there, and rules in words behind its
 * description. Gives no diagnostics.
 */
export function withLimits(field: FieldRow, cells: readonly string[], columns: readonly LimitColumn[]): FieldRow {
  if (columns.length === 0) return field;
  const limits = cellLimits(cells, columns, field.words ?? '');
  const texts = columns.flatMap(({ kind, index }) => (kind === 'rules' ? [cells[index] ?? ''] : []));
  const rules = texts.filter((one) => /\p{L}{2}/u.test(one)).map((one) => one.replaceAll(/(?<=\S)\|(?=\S)/g, ' | '));
  const words = new Set(rules.flatMap(rulesApart).map((one) => plainText(one).toLowerCase()));
  const required = words.has('required') ? true : words.has('optional') ? false : undefined;
  const description = [field.description ?? '', ...rules].filter((one) => one !== '').join('\n\n');
  return {
    ...field,
    ...(field.required === undefined && required !== undefined && { required }),
    ...(limits.length > 0 && { limits }),
    ...(description !== '' && { description }),
  };
}

/**
 * The words for a type behind which its range stands (`string 0..32`, `uint8 0..254`), or in whose place one does (`-254 to 254`, which
 * only integers have), and the limits that it says. Undefined for any other text. Gives no diagnostics.
 */
export function typeBounds(type: string): { readonly words: string; readonly limits: readonly Limit[] } | undefined {
  const [, words = 'integer', from, to] =
    /^`?(?:([A-Za-z]\w{0,20}) )?(-?\d{1,10})(?:\.\.|\sto\s)(-?\d{1,10})`?$/.exec(type.trim()) ?? [];
  const sort = sortOf(words);
  if (from === undefined || to === undefined || sort === undefined || Number(from) > Number(to)) return undefined;
  const [least, most] = keywords[sort];
  return { words, limits: [limit(least, from), limit(most, to)] };
}

/** The rules that stand in one cell: `required, max 100 chars`, `string|min:2|max:9`. */
function rulesApart(text: string): string[] {
  return text.split(/\s?[,;|\n]\s?|\.\s|\.$/).map((one) => one.trim());
}

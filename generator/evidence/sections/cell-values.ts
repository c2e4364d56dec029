import { typeWordsOf } from './list-notes.ts';
import { plainText } from './markup.ts';

/** The values that a cell lists in code marks, or between commas; undefined where it lists none. Gives no diagnostics. */
function valuesOf(cell: string): string[] | undefined {
  const codes = [...cell.matchAll(/`([^`]+)`/g)].map((match) => match[1] ?? '');
  if (codes.length > 1) return codes.map(unquoted);
  const [, listed] = /^\[([^\][\n`]{1,5000})\]$/.exec(cell.trim()) ?? [];
  if (listed !== undefined) return listed.split(',').map((one) => unquoted(one.trim()));
  const plain = plainText(cell.replaceAll(/<br\s*\/?>/g, ', '));
  const parts = plain
    .split(/[,|;]|\s(?:or|and)\s/)
    .map((part) => part.trim())
    .filter((part) => part !== '');
  return parts.length > 1 && parts.every((part) => /^["']?[\w.:/-]{1,60}["']?$/.test(part))
    ? parts.map(unquoted)
    : undefined;
}

/** What a cell of the column of values says: the values it lists, the one it calls the default, or the type that all of them have. */
export interface ValueCell {
  readonly values?: readonly string[];
  readonly defaultText?: string;
  readonly words?: string;
  /** Its text, where it bounds the values: `integer >= 1`. */
  readonly note?: string;
}

const defaultBehind = /`([^`]{1,100})`\s{0,3}\((?:the )?default\)/i;
const defaultWithin = /\(defaults?(?: value)?(?: is| to)?\s{0,3}[:=]?\s{0,3}`?([^`()]{1,100}?)`?\)/i;
const boundedType =
  /^((?:positive |non-negative )?(?:integer|int|number|float|double|string|boolean|bool))s?(?:\s?[<>]=?\s?-?\d[\d.]*)?$/i;

/** Reads a cell of a column of values: `` `a` (default), `b` ``, `` `integer >= 1` (default `1`) ``, `one of: x, y`. Gives no diagnostics. */
export function valueCell(cell: string): ValueCell {
  const stated = defaultBehind.exec(cell)?.[1] ?? defaultWithin.exec(cell)?.[1];
  const left = cell
    .replace(defaultWithin, '')
    .replaceAll(/\((?:the )?default\)/gi, '')
    .trim();
  const plain = plainText(left);
  const [, type] = boundedType.exec(plain) ?? [];
  const values = type === undefined ? valuesOf(left) : undefined;
  return {
    ...(values && { values }),
    ...(stated !== undefined && { defaultText: unquoted(stated.trim()) }),
    ...(type !== undefined && { words: type.toLowerCase() }),
    ...(type !== undefined && type.length < plain.length && { note: plain }),
  };
}

/** The values in a cell of types: `enum (asc, desc)`; undefined where it lists none. Gives no diagnostics. */
export function enumOf(cell: string): string[] | undefined {
  const lines = /^(?:string )?enum\s?:?\s?<br\s?\/?>(.{1,2000})$/i.exec(cell.trim())?.[1]?.split(/<br\s?\/?>/i) ?? [];
  const items = lines.flatMap(
    (line) => /^\s{0,9}[-*•]\s{1,3}[`"']?([^\s`"']{1,80})[`"']?\s{0,9}$/.exec(line)?.[1] ?? [],
  );
  if (items.length > 1 && items.length === lines.length) return items;
  const plain = plainText(cell);
  const list =
    /\benum\s{0,3}[([<]([^()[\]<>]{1,900})[)\]>]/i.exec(plain)?.[1] ??
    /^(?:string )?enum\s?:\s(.{1,900})$/i.exec(plain)?.[1];
  return list === undefined ? codeValues(cell) : valuesOf(list);
}

/** The values in a cell of types that is nothing but literals in code: `` `asc` | `desc` ``; undefined for any other. Gives no diagnostics. */
export function codeValues(cell: string): string[] | undefined {
  const isList =
    /^\s{0,3}(?:(?:either|(?:any )?one of):?\s{1,3})?(?:`[^`\n]{1,60}`(?:\s{0,3}(?:\\?\||,(?:\s?or(?=\s))?|\/|or)\s{0,3}(?=`)|\s{0,3}$)){2,30}$/i.test(
      cell,
    );
  const values = isList ? [...cell.matchAll(/`([^`]+)`/g)].map((match) => match[1] ?? '') : [];
  const areWords = values.every((value) => /^["']?[\w.-]+["']?$/.test(value) && typeWordsOf(value) === undefined);
  return values.length > 1 && areWords ? values.map(unquoted) : undefined;
}

function unquoted(text: string): string {
  return text.replaceAll(/^["']|["']$/g, '');
}

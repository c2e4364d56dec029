import { own, parsedJson, type JsonValue } from '../../base/json.ts';
import type { Segment, TextSegment } from '../segments.ts';

/** A piece of text with its lines. */
export interface Lines {
  readonly text: string;
  readonly line: number;
}

/** What a page prints for one property whose name it lost: any of these parts, in this order. */
export interface TextItem {
  readonly line: number;
  /** Whether it stands on the line on which the samples end. */
  readonly glued?: true;
  /** What is left of a limit of the property before (`1`, `1 - 5`, `x >= 1`), glued to the front of this one. */
  readonly leftover?: string;
  readonly description?: Lines;
  readonly values?: { readonly values: readonly JsonValue[]; readonly line: number };
  /** `loose`: an object that may belong to a fold around this item instead. */
  readonly example?: {
    readonly value: JsonValue;
    readonly line: number;
    readonly endLine: number;
    readonly loose?: true;
  };
  /** The line of a "Show child attributes" mark: the properties of this one follow. */
  readonly fold?: number;
}

/** An example object that stands where a fold ends: it belongs to one of the folded properties before it. */
export interface LooseExample {
  readonly value: JsonValue;
  readonly text: string;
  readonly line: number;
  readonly endLine: number;
  /** How many items stand before it. */
  readonly after: number;
}

/** The items of a page in their order. */
export interface ItemList {
  readonly items: readonly TextItem[];
  readonly looseExamples: readonly LooseExample[];
}

type Draft = { -readonly [Key in keyof TextItem]: TextItem[Key] };

/** A mark behind which the properties of the one before it follow. */
export const foldMark: RegExp =
  /^(?:\+ ?)?(?:show|expand|hide)(?: all| nested)?(?: \d+)? ?(?:child(?:ren)?|nested|sub)?[- ]?(?:attributes|properties|parameters|fields|children)?$/i;
const noise =
  /^(?:authorizations?|headers|path parameters|query parameters|body(?: parameters)?|cookies|parameters|(?:application|multipart|text)\/[\w.+-]+|(?:was|did|is) this (?:page|article|guide)\b[^?]{0,40}\?|yes|no|copy|try it|(?:option \d+)+)$/i;

/**
 * Groups the text of a page whose property names are lost into items: a description begins one; an enum list, an
 * example or a fold mark joins the item before it, unless that already has one. Gives no diagnostics.
 */
export function readItems(segments: readonly Segment[]): ItemList {
  const items: Draft[] = [];
  const looseExamples: LooseExample[] = [];
  for (const segment of segments) {
    if (segment.kind === 'text') addText(items, segment);
    else if (segment.language === 'json') addJson(items, looseExamples, segment);
  }
  return { items, looseExamples };
}

function addText(items: Draft[], { text: raw, line, glued }: TextSegment): void {
  if (noise.test(raw)) return;
  const { leftover, text } = splitLeftover(raw);
  if (foldMark.test(text)) {
    const joins = (item: Draft): boolean => item.fold === undefined && !item.example && !item.values;
    place(items, line, leftover, joins).fold = line;
    return;
  }
  const literal = jsonLiteral(text);
  if (literal !== undefined && isStatus(text) && !isOpen(items.at(-1))) {
    items.push({ line, description: { text, line } });
    return;
  }
  if (literal !== undefined) {
    const item = place(items, line, leftover, (open) => open.fold === undefined && open.example === undefined);
    item.example = { value: literal, line, endLine: line };
    return;
  }
  const list = enumList(text) ?? loneValue(text, items.at(-1));
  if (list) {
    const item = place(items, line, leftover, (open) => open.fold === undefined && !open.example && !open.values);
    item.values = { values: list.values, line };
    if (list.example !== undefined) item.example = { value: list.example, line, endLine: line };
    return;
  }
  items.push({
    line,
    ...(leftover !== undefined && { leftover }),
    description: { text, line },
    ...(glued && { glued }),
  });
}

/** No word of a sentence. */
const camelWord = /^\p{Ll}+(?:\p{Lu}\p{Ll}*)+$/u;

/** A value without a description: a token with signs, digits or a hump in it, an address, or capitals behind a description. */
function loneValue(text: string, last: Draft | undefined): { values: JsonValue[]; example?: JsonValue } | undefined {
  const isAddress = /^https?:\/\/[^\s<>]+$/i.test(text);
  const isCode =
    /^[\p{L}\d]+(?:[._:/#-][\p{L}\d]+)+$/u.test(text) || /^(?=[^\d]*\d)[\p{L}\d]+$/u.test(text) || camelWord.test(text);
  const isShort = /^(?!OK$)\p{Lu}[\p{Lu}\d]+$/u.test(text) && isOpen(last);
  return isAddress || isCode || isShort ? { values: [text] } : undefined;
}

function addJson(items: Draft[], loose: LooseExample[], segment: Extract<Segment, { kind: 'code' }>): void {
  const { line, endLine, text } = segment;
  const value = jsonLiteral(text);
  if (value === undefined) return;
  const last = items.at(-1);
  const open = last !== undefined && last.fold === undefined && last.example === undefined;
  if (open && Array.isArray(value)) {
    last.example = { value, line, endLine };
    return;
  }
  if (open && !last.values) last.example = { value, line, endLine, loose: true };
  loose.push({ value, text, line, endLine, after: items.length });
}

/** A status number looks like the example of a number, but no text waits for one before it. */
function isStatus(text: string): boolean {
  return /^[2-5]\d\d$/.test(text);
}

function isOpen(item: TextItem | undefined): boolean {
  return item?.description !== undefined && item.example === undefined && item.fold === undefined && !item.values;
}

function place(items: Draft[], line: number, leftover: string | undefined, joins: (item: Draft) => boolean): Draft {
  const last = items.at(-1);
  if (last && leftover === undefined && joins(last)) return last;
  const item: Draft = { line, ...(leftover !== undefined && { leftover }) };
  items.push(item);
  return item;
}

/** Limits lose their labels ("Minimum array length") and stick to the next line as bare figures. */
function splitLeftover(raw: string): { leftover?: string; text: string } {
  const found =
    /^(\d+ - \d+(?: elements)?|(?:-?[\d.]+ ?<=? ?)?x ?[<>]=? ?-?\d+(?:\.\d+)?|\d+)(?=\p{Lu}[\p{Ll} ]|["{]|(?:show|whether|true|if) )/u.exec(
      raw,
    );
  const leftover = found?.[1];
  return leftover === undefined ? { text: raw } : { leftover, text: raw.slice(leftover.length).trim() };
}

/** The value of a line that is a JSON literal, or undefined. */
export function jsonLiteral(text: string): JsonValue | undefined {
  return /^(?:["{[\d-]|true$|false$|null$)/.test(text) ? parsedJson(text) : undefined;
}

/** `a, b, c "example"`: the listed values, and the example where one stands behind them. */
export function enumList(text: string): { values: JsonValue[]; example?: JsonValue } | undefined {
  const last = / ("(?:[^"\\]|\\.)*"|\[.*\]|-?\d+(?:\.\d+)?|true|false|null)$/.exec(text);
  // behind a comma it is one of the list
  const tail = last && text[last.index - 1] !== ',' ? last : null;
  const example = tail ? jsonLiteral(tail[1] ?? '') : undefined;
  if (tail && example !== undefined) {
    const words = text.slice(0, tail.index).split(', ');
    const shown = (Array.isArray(example) ? example : [example]).map(String);
    const listed = shown.length > 0 && shown.every((value) => words.includes(value));
    if (listed || (words.length > 2 && words.every(isToken))) return { values: typed(words, example), example };
    return undefined;
  }
  const words = text.split(', ');
  const single = words.length === 1 && /^(?:[a-z][a-z\d]*(?:[_.:-][a-z\d]+)*|[A-Z]+(?:_[A-Z\d]+)+)$/.test(text);
  return single || (words.length > 1 && words.every(isToken)) ? { values: typed(words, undefined) } : undefined;
}

function isToken(word: string): boolean {
  return /^[\p{L}\d_.:@/+*#-]{1,80}$/u.test(word) && !word.endsWith('.');
}

function typed(words: readonly string[], example: JsonValue | undefined): JsonValue[] {
  const numeric = words.every((word) => /^-?(?:0|[1-9]\d*)(?:\.\d+)?$/.test(word));
  return numeric && typeof example !== 'string' ? words.map(Number) : [...words];
}

/** Whether `value` looks like one of the objects a sample shows: shares most of its keys. */
export function sharesKeys(value: JsonValue, sample: JsonValue): number {
  const keys = typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.keys(value) : [];
  const shared = keys.filter((key) => own(sample, key) !== undefined);
  return keys.length === 0 ? 0 : shared.length / keys.length;
}

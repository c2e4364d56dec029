import type { JsonValue } from '../../base/json.ts';
import { jsonLiteral } from '../nameless/items.ts';
import { copiedSection, isHeading } from './copied-sections.ts';
import type { LineMeaning } from './grammar.ts';
import { limitLabel, readLimits } from './copied-types.ts';

/** What a line says, and the index behind the lines that say it. */
export interface Found {
  readonly meaning: LineMeaning;
  readonly end: number;
}

const enumLabel =
  /^(?:allowed(?: values?)?|available (?:values|options)|possible (?:enum )?values|(?:items )?enum(?: values)?|options|one of) ?:(.*)$/i;
const defaultLabel = /^default(?:s to| ?value)? ?(?::|(?<=defaults to)) ?(.*)$/i;
const token = /^[\w.:@/+*-]{1,80}$/;
/** A list of values is never longer on a page that a person reads. */
const mostValues = 300;

/**
 * Reads lines that add to the property before them, as renderers of OpenAPI print them: allowed values behind a label, on its line or
 * on the lines below it, defaults, examples and limits. Where `isText`, numbers are texts; `startsLabel` says whether a property begins on a line: there the values end.
 */
export function copiedAddition(
  lines: readonly string[],
  at: number,
  isText: boolean,
  startsLabel: (index: number) => boolean,
): Found | undefined {
  const found = additionAt(lines, at, startsLabel);
  const { meaning } = found ?? {};
  if (!isText || !found || !meaning) return found;
  if (meaning.kind === 'options') return { ...found, meaning: { ...meaning, values: meaning.values.map(asText) } };
  return meaning.kind === 'default' ? { ...found, meaning: { kind: 'default', value: asText(meaning.value) } } : found;
}

function asText(value: JsonValue): JsonValue {
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : value;
}

function additionAt(lines: readonly string[], at: number, startsLabel: (index: number) => boolean): Found | undefined {
  const line = lines[at] ?? '';
  const listed = enumLabel.exec(line) ?? (/^possible enum values$/i.test(line) ? ['', ''] : null);
  const stated = statedValues(line);
  if (stated) return { meaning: stated, end: at + 1 };
  if (listed) return allowedValues(lines, at, (listed[1] ?? '').trim(), startsLabel);
  const standard = defaultLabel.exec(line) ?? (/^default$/i.test(line) ? ['', ''] : null);
  if (standard && !(standard[1] === '' && copiedSection(lines[at + 1] ?? '')))
    return oneValue('default', lines, at, (standard[1] ?? '').trim());
  if (/^examples?:?$/i.test(line)) return oneValue('example', lines, at, '') ?? shownExample(lines, at, startsLabel);
  if (limitLabel.test(line)) {
    const next = at + 1;
    const limits = readLimits(`${line.trimEnd()} ${lines[next] ?? ''}`);
    return limits && { meaning: { kind: 'limits', limits }, end: next + 1 };
  }
  const limits = /^(?:x |\d)/.test(line) && !/ to | ?<= ?x|^x /.test(line) ? undefined : readLimits(line);
  return limits && { meaning: { kind: 'limits', limits }, end: at + 1 };
}

/** Sentences of values alone: `Values are a, b, or c. Default value is a.` */
function statedValues(line: string): LineMeaning | undefined {
  const [, listed, standard] =
    /^(?:values? (?:are|is) ([^.]{1,2000}?)\.)?(?: ?default value is (\S{1,80})\.)?$/i.exec(line) ?? [];
  if (listed === undefined && standard === undefined) return undefined;
  const values = listed === undefined ? [] : listOf(listed.replace(/,? (?:or|and) (?=\S+$)/, ', '));
  if (!values) return undefined;
  const options: LineMeaning = { kind: 'options', values };
  if (standard === undefined) return options;
  const given: LineMeaning = { kind: 'default', value: jsonLiteral(standard) ?? standard };
  return values.length === 0 ? given : { kind: 'several', meanings: [options, given] };
}

function oneValue(kind: 'default' | 'example', lines: readonly string[], at: number, rest: string): Found | undefined {
  const next = rest === '' ? at + 1 : at;
  const text = (rest === '' ? (lines[next] ?? '') : rest).replace(/^`(.*)`$/, '$1').trim();
  const literal = jsonLiteral(text);
  // a word that is no JSON is a default only where nothing else can be meant
  if (literal === undefined && (kind === 'example' || !token.test(text) || /^(?:required|optional)$/i.test(text)))
    return undefined;
  return { meaning: { kind, value: literal ?? text }, end: next + 1 };
}

/** Words below `Example:` that are no sentence and no code. */
function shownExample(
  lines: readonly string[],
  at: number,
  startsLabel: (index: number) => boolean,
): Found | undefined {
  const text = lines[at + 1] ?? '';
  const isValue = lines[at]?.endsWith(':') === true && /^(?!curl\b)[^{[].{0,79}(?<![.:{[])$/.test(text);
  if (!isValue || text.split(' ').length > 8 || startsLabel(at + 1)) return undefined;
  return { meaning: { kind: 'example', value: text }, end: at + 2 };
}

function allowedValues(
  lines: readonly string[],
  at: number,
  rest: string,
  startsLabel: (index: number) => boolean,
): Found | undefined {
  // the first stands behind the label, each of the others on a line of its own
  if (/^[\w.:@/+*-]{1,80},$/.test(rest)) {
    const values = [rest.slice(0, -1)];
    let index = at + 1;
    for (let isMore = true; isMore && values.length < mostValues; index += 1) {
      const text = /^([\w.:@/+*-]{1,80})(,?)$/.exec(lines[index] ?? '');
      if (!text) break;
      values.push(text[1] ?? '');
      isMore = text[2] === ',';
    }
    return { meaning: { kind: 'options', values }, end: index };
  }
  if (rest !== '') {
    const limits = rest.split(/ and (?=[<>=≤≥]|length\b|non-empty|unique)/).map(readLimits);
    if (!limits.includes(undefined))
      return { meaning: { kind: 'limits', limits: limits.flatMap((one) => one ?? []) }, end: at + 1 };
    const values = listOf(rest);
    return values && { meaning: { kind: 'options', values }, end: at + 1 };
  }
  const values: JsonValue[] = [];
  let index = at + 1;
  const bracketed = /^\[ ?(.*?) ?\]$/.exec(lines[index] ?? '')?.[1];
  if (bracketed !== undefined) {
    const inside = listOf(bracketed);
    return inside && { meaning: { kind: 'options', values: inside }, end: index + 1 };
  }
  while (values.length < mostValues && !startsLabel(index)) {
    const text = (lines[index] ?? '').replace(/,$/, '');
    const literal = jsonLiteral(text);
    const isValue = literal !== undefined || (token.test(text) && !text.endsWith(':'));
    if (!isValue || isHeading(text, String(values.at(-1) ?? ''))) break;
    values.push(typeof literal === 'string' || typeof literal === 'number' ? literal : text);
    index += 1;
  }
  // one long word where there are several are the values without what stood between them
  const isGlued = values.length === 1 && /values:$/i.test(lines[at] ?? '') && /^\w{20,}$/.test(String(values[0]));
  if (isGlued) return { meaning: { kind: 'limits', limits: [] }, end: index };
  return values.length > 0 ? { meaning: { kind: 'options', values }, end: index } : undefined;
}

/** `a, b`, `"a" "b"`, `[a, b]`; undefined where it is a sentence. */
function listOf(text: string): JsonValue[] | undefined {
  const inside = /^\[(.*)\]$/.exec(text)?.[1] ?? text;
  const quoted = /^"[^"]*"(?:[ ,]+"[^"]*")*$/.test(inside) ? inside.match(/"[^"]*"/g) : null;
  const parts = quoted ?? (/^-?\d+(?: -?\d+)+$/.test(inside) ? inside.split(' ') : inside.split(/,|┃/u));
  const values = parts.map((part) => part.trim().replace(/^[`'](.*)[`']$/, '$1')).filter((part) => part !== '');
  if (values.length === 0 || values.some((value) => !quoted && /\s/.test(value))) return undefined;
  return values.map((value) => {
    const literal = jsonLiteral(value);
    return typeof literal === 'string' || typeof literal === 'number' ? literal : value;
  });
}

/** What a line such as `readOnly: true` or `example: 5` adds to a property of a schema in brackets; undefined where it says anything else. */
export function bracketedAddition(line: string): LineMeaning | 'nothing' | undefined {
  const [, key = '', value = ''] = /^([a-zA-Z]{4,20}): ?(.{1,2000})$/.exec(line) ?? [];
  if (/^(?:readOnly|writeOnly|nullable|deprecated)$/.test(key) && /^(?:true|false)$/.test(value))
    return value === 'true' ? { kind: 'flag', flag: key as 'readOnly' } : 'nothing';
  if (key === 'example') return { kind: 'example', value: jsonLiteral(value) ?? value };
  return undefined;
}

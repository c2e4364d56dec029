import type { ParameterLocation } from '../evidence.ts';
import { jsonLiteral } from '../nameless/items.ts';
import { readCopiedType, type CopiedType } from './copied-types.ts';
import { isNameLine, type Label } from './grammar.ts';

/** A property of a copied page, and the index behind the lines that name it. */
export interface FoundLabel {
  readonly label: Label;
  readonly end: number;
}

const nameLine = /^([A-Za-z_$@][\w$.@-]{0,120}(?:\{\w{1,40}\})?(?:\[\])?)\s?(\*)?\s?(required|optional)?$/i;
/** Headings that are no names, though a type may stand below them. */
const heading =
  /^(?:Body|Headers?|Query|Path|Cookies?|Param(?:eter)?s|Responses?|Returns|Request|Payload|Security|Errors?|Attributes|Schemas?|Default|Example|Enum|OK|Type|Format)$/;
const mark =
  /^(?:(required|optional)|(deprecated)|(nullable)|(read-?only)|(write-?only)|\((path|query|header|cookie|body|formData)\)|enum|\*)$/i;
/** Where it is sent; in capitals it is the heading of what follows. */
const placeMark = /^(?:path|query|header|cookie|body|formData)$/;

type Marks = {
  -readonly [Key in 'required' | 'deprecated' | 'nullable' | 'access' | 'place' | 'default']?: Label[Key];
};

function takeMark(line: string, marks: Marks): boolean {
  const found = mark.exec(placeMark.test(line) ? `(${line})` : line);
  if (!found) return false;
  if (found[1] !== undefined) marks.required = found[1].toLowerCase() === 'required';
  if (line === '*') marks.required = true;
  if (found[2] !== undefined) marks.deprecated = true;
  if (found[3] !== undefined) marks.nullable = true;
  if (found[4] !== undefined) marks.access = 'readOnly';
  if (found[5] !== undefined) marks.access = 'writeOnly';
  const place = found[6]?.toLowerCase();
  if (place !== undefined) marks.place = place === 'formdata' ? 'body' : (place as ParameterLocation | 'body');
  return true;
}

/**
 * The property that begins on a line of a copied page: its name, then its type and marks on lines of their own in any order, as
 * Swagger UI, Redoc, ReadMe and others print them, or all on one line. What the labels of scraped text already say is
 * left to them: undefined.
 */
export function copiedLabel(lines: readonly string[], at: number): FoundLabel | undefined {
  const line = lines[at] ?? '';
  // what stands for the names of a map, as columns have it
  const values = /^property name\*$/i.test(line) && /^additional property$/i.test(lines[at + 1] ?? '');
  const type = values ? readCopiedType(lines[at + 2] ?? '') : undefined;
  if (type) return { label: labelOf('*', type, {}), end: at + 3 };
  // the only part of what is opened
  const stands = line === 'propertyName' && /^(?:hide|show) .{1,80} for \S{1,120}$/i.test(lines[at - 1] ?? '');
  const own = stands ? readCopiedType(lines[at + 1] ?? '') : undefined;
  if (own) return { label: labelOf('*', own, {}), end: at + 2 };
  return namedLabel(lines, at);
}

function namedLabel(lines: readonly string[], at: number): FoundLabel | undefined {
  const line = lines[at] ?? '';
  const [, name = '', star, said] = nameLine.exec(line) ?? [];
  // even a word for a type is a name where it is said that a type follows
  const isBefore = lines[at + 1] === 'required' && readCopiedType(lines[at + 2] ?? '') !== undefined;
  const isType = readCopiedType(line) !== undefined && !lines[at + 1]?.startsWith('Type: ') && !isBefore;
  if (name === '' || heading.test(name) || isType || mark.test(line)) return inOneLine(line, at);
  const marks: Marks = {};
  if (star !== undefined || said !== undefined) marks.required = said?.toLowerCase() !== 'optional';
  let index = at + 1;
  while (index < at + 4 && takeMark(lines[index] ?? '', marks)) index += 1;
  const typeLine = withoutMarks(lines[index] ?? '', marks);
  const type = readCopiedType(typeLine);
  if (!type) return undefined;
  const isPlain = index === at + 1 && star === undefined && said === undefined && typeLine === lines[index];
  index += 1;
  const format = /^format: ?([\w-]{1,40})$/i.exec(lines[index] ?? '')?.[1];
  if (format !== undefined) index += 1;
  const behind = index;
  while (index < behind + 4 && !readCopiedType(lines[index + 1] ?? '') && takeMark(lines[index] ?? '', marks))
    index += 1;
  if (isPlain && marks.place === undefined && isNameLine(lines, at) && type.limits.length === 0) return undefined;
  const words = format === undefined || /[<[]/.test(type.type) ? type.type : `${type.type}<${format}>`;
  return { label: labelOf(name, { ...type, type: words }, marks), end: index };
}

/** A type without the marks and the default that are glued to it: `stringheaderrequired`, `integerdefault:1`. */
function withoutMarks(line: string, marks: Marks): string {
  const [, type = '', standard, glued = ''] =
    /^(.{1,120}?)(?:default:(\S{1,80}?))?((?:header|query|path|cookie|required|deprecated){0,3})$/.exec(line) ?? [];
  if ((glued === '' && standard === undefined) || !readCopiedType(type)) return line;
  for (const [one] of glued.matchAll(/header|query|path|cookie|required|deprecated/g)) takeMark(one, marks);
  if (standard !== undefined) marks.default = jsonLiteral(standard) ?? standard;
  return type;
}

function labelOf(name: string, type: CopiedType, marks: Marks, description = ''): Label {
  const nullable = marks.nullable ?? type.nullable;
  return {
    name,
    type: type.type,
    ...(type.schema !== undefined && { schema: type.schema }),
    ...marks,
    ...(nullable && { nullable }),
    ...(type.limits.length > 0 && { limits: type.limits }),
    ...(description !== '' && { description }),
  };
}

const inBrackets = /^(?:[-*•] )?([A-Za-z_$@][\w$.@-]{0,80}(?:\[\])?) ?\(([^()]{1,100})\)(?:\s*[-–—:]\s*(.*)|$)/;
const spaced = /^((?:[a-z_$@]|(?=[A-Z][A-Za-z\d]*-[A-Z])[A-Z])[\w$.@-]{0,80}(?:\[\])?)(\*)?(?: ?: | )(\S.{0,100})$/;
/** What stands for the names of a map. */
const anyName = /^(?:\* (\S+) additional properties|property name\*(?: |\t)(.{1,60}))$/i;
const formatName = /^(?:email|uri|url|hostname|ipv[46]|password|byte|time|duration)$/;

/** `loft (string, required) - code of the loft`, `limit integer optional`, `to   string   required   who gets it`. */
function inOneLine(line: string, at: number): FoundLabel | undefined {
  const cells = line.split(/\t+| {2,}/);
  const bracketed = inBrackets.exec(line);
  if (bracketed) {
    const [, name = '', inside = '', description = ''] = bracketed;
    const words = inside.split(',').map((one) => one.trim());
    return fromWords(name, words, description.trim(), at);
  }
  if (cells.length > 1 && nameLine.test(cells[0] ?? '')) {
    const [, name = '', star] = nameLine.exec(cells[0] ?? '') ?? [];
    const isMarked = mark.test(cells[2] ?? '');
    const words = [cells[1] ?? '', ...(isMarked ? [cells[2] ?? ''] : []), ...(star === undefined ? [] : ['*'])];
    return fromWords(name, words, cells.slice(isMarked ? 3 : 2).join(' '), at);
  }
  const [, values, others] = anyName.exec(line) ?? [];
  if (values !== undefined || others !== undefined) return fromWords('*', [values ?? others ?? ''], '', at);
  const [, name = '', star, rest = ''] = spaced.exec(line) ?? [];
  if (name === '') return undefined;
  const last = / (required|optional|deprecated|nullable)$/i.exec(rest);
  const written = last ? rest.slice(0, last.index) : rest;
  const isFormat = formatName.test(written) && (last !== null || star !== undefined || written === name);
  const words = [
    isFormat ? `string<${written}>` : written,
    ...(last ? [last[1] ?? ''] : []),
    ...(star === undefined ? [] : ['*']),
  ];
  return fromWords(name, words, '', at);
}

function fromWords(name: string, words: readonly string[], description: string, at: number): FoundLabel | undefined {
  const marks: Marks = {};
  const types = words.flatMap((one) => readCopiedType(one) ?? []);
  const [type] = types;
  const others = words.filter((one) => !readCopiedType(one) && !takeMark(one, marks));
  const given = others.map((one) => /^defaults?(?: to)?(?: ?[:=] ?| )([^\s:=]\S*)$/i.exec(one)?.[1]);
  if (!type || types.length > 1 || given.includes(undefined)) return undefined;
  const [standard] = given;
  const label = labelOf(name, type, marks, description);
  return {
    label: standard === undefined ? label : { ...label, default: jsonLiteral(standard) ?? standard },
    end: at + 1,
  };
}

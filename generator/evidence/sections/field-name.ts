import { accessOf } from '../access-words.ts';
import type { Access } from '../evidence.ts';
import { readNotes, typeWordsOf } from './list-notes.ts';
import { literalText, plainText, withoutTags, withRequiredStars } from './markup.ts';

/** What a cell says beside a name. */
export interface NamedText {
  /** More than one where the value may go by any of them. */
  readonly names: readonly string[];
  /** `or` stands between the names: one of them is given; where they only stand beside each other, or a slash between them, it may be so. */
  readonly choice?: 'one' | 'open';
  /** How deep the name is nested, by the marks before it. */
  readonly depth: number;
  readonly marks: FieldMarks;
  /** A question mark at the name says that it may be left out. */
  readonly isMarkedOptional?: true;
  /** A star stands at the name: it is required, or there is a footnote. */
  readonly isStarred?: true;
}

/** Marks of presence and null in a text, and what is left of it without them. */
export interface FieldMarks {
  readonly text: string;
  readonly required?: boolean;
  readonly nullable?: true;
  readonly deprecated?: true;
  readonly access?: Access;
}

/** Longer cells hold no name and no marks. */
const maxCell = 1000;

const nestingMark =
  /^\s*(?:»|&gt;|›|↳|↪|└─*|├─*|│|→|>(?=\s*[\w`])|--?>|—|–|-{1,3}(?=[\s\w`])|\+(?=\s)|•|\.(?=[a-z_]))/iu;
const indent = /^(?:&(?:nbsp|emsp|ensp);?|\u00a0|\u2003)+/u;
const bareName = /^[\w$@:{}<>[\].*~#%/&+-]+$/u;

/**
 * The name in a cell: `name`, `name?`, `**name** _type_`, `name<br/>type`, `» name`, `name (required)`. Two names joined
 * by `|`, `/`, `,` or `or` are alternatives. Undefined where the cell holds no name. Gives no diagnostics.
 */
export function namedText(cell: string): NamedText | undefined {
  if (cell.length > maxCell) return undefined;
  const { text, depth } = unnested(withRequiredStars(partOf(besideEachOther(cell))));
  if (anyName.test(text)) return { names: ['*'], depth, marks: fieldMarks(text.replace(anyName, '')) };
  const tokens: string[] = [];
  let rest = text;
  let isStarred = false;
  let choice: NamedText['choice'];
  do {
    const token = nameToken(rest);
    if (!token) return undefined;
    isStarred ||= starred.test(token.name) || starBehind.test(token.rest);
    tokens.push(token.name.replace(/(?<!\.)\\?\*$/, ''));
    rest = token.rest.replace(starBehind, '');
    if (hasNext(rest)) choice = /^\s*(?:,\s*)?or\b/iu.test(rest) ? 'one' : /^\s*,/u.test(rest) ? choice : 'open';
  } while (tokens.length < 4 && hasNext(rest) && (rest = rest.replace(separator, '')) !== '');
  const joined = tokens.flatMap((token) => token.split(/\s*\\?[|,]\s*/u)).filter((token) => token !== '');
  const names = joined.map(bare);
  if (names.length === 0 || !names.every((name) => bareName.test(name) && /[\p{L}\d_]/u.test(name))) return undefined;
  const parted = choice ?? (tokens.some((token) => token.includes('|')) ? 'open' : undefined);
  const isOptional = joined.every((token) => /\?\*{0,9}$|^\?/.test(token));
  const marks = fieldMarks(rest);
  if (isProse(text, rest, marks)) return undefined;
  const required = marks.required ?? (isOptional ? false : undefined);
  return {
    names,
    ...(parted !== undefined && { choice: parted }),
    depth,
    ...(isOptional && { isMarkedOptional: true }),
    ...(isStarred && { isStarred: true }),
    marks: { ...marks, ...(required !== undefined && { required }) },
  };
}

/** Names in code with nothing but white space or breaks between them, with slashes there: `` `lat`<br>`lon` ``. */
function besideEachOther(cell: string): string {
  const codes = codesOnly.test(cell) ? [...cell.matchAll(/`([^`]+)`/g)].map((match) => match[1] ?? '') : [];
  const areNames =
    codes.length > 1 && codes.every((code) => typeWordsOf(code) === undefined && readNotes(code) === undefined);
  return areNames ? codes.map((code) => `\`${code}\``).join(' / ') : cell;
}

const codesOnly = /^\s*(?:`[A-Za-z_$][\w$.[\]-]{0,60}`(?:\s|<br\s?\/?>|&nbsp;)*){2,4}$/;

/** What stands for any name: the values of a map. */
const anyName = /^`\*`(?=$|<br>)/;

/** ``Properties of `rows`: `id` ``: a part of another value, by its name from the outside. */
function partOf(cell: string): string {
  return cell.replace(
    /^(?:properties|fields|attributes|members|keys)\s(?:of|in)\s(?:the\s)?`([\w.[\]-]{1,60})`(?:\s(?:object|objects|items?))?\s?[:–—-]\s?`([^`\s]{1,60})`/i,
    '`$1.$2`',
  );
}

/** A star at the end of a name, by which pages mark what is required or has a footnote; `meta.*` stands for any name. */
const starred = /[\p{L}\d\])}]\\?\*$/u;
const starBehind = /^\s?\\?\*(?=[\s<]|$)/;

/** Whether a bare word is only the first of some words: behind a name stand marks, a type, or what is set apart. */
function isProse(text: string, rest: string, marks: FieldMarks): boolean {
  if (/^[`*<[]/.test(text) || marks.text === '' || /^\s*(?:[(<[*_`:\\–—†‡-]|&)/.test(rest)) return false;
  return typeWordsOf(marks.text) === undefined && readNotes(marks.text) === undefined;
}

/** The text without the marks of nesting before it, and how many there are. */
/** How many spaces that do not collapse stand before what a cell says. */
export function indentWidth(cell: string): number {
  return (indent.exec(cell)?.[0] ?? '').replaceAll(/&\w+;?/g, ' ').length;
}

function unnested(cell: string): { text: string; depth: number } {
  const spaces = indent.exec(cell)?.[0] ?? '';
  const width = indentWidth(cell);
  let text = cell.slice(spaces.length);
  let depth = 0;
  for (let mark = nestingMark.exec(text); mark && depth < 20; mark = nestingMark.exec(text)) {
    text = text.slice(mark[0].length);
    depth += 1;
  }
  const shift = Math.ceil(width / 4);
  return { text: text.trim(), depth: depth > 0 ? Math.max(depth, shift) : shift };
}

interface NameToken {
  readonly name: string;
  readonly rest: string;
}

/** The name at the start of a text, with the question mark behind it. */
function nameToken(text: string): NameToken | undefined {
  const span =
    /^(?:\*\*|__|\*)?`([^`]+)`(?:\*\*|__|\*)?(\\?\?)?/.exec(text) ??
    /^\*\*([^*]+)\*\*(\\?\?)?/.exec(text) ??
    /^\[([^\][]+)\]\([^()\s]*\)(\\?\?)?/.exec(text) ??
    /^<(?:b|code|strong|em|i)>([^<>]+)<\/(?:b|code|strong|em|i)>(\\?\?)?/.exec(text);
  if (span) {
    const name = text.startsWith('`') ? (span[1] ?? '').trim() : literalText(span[1] ?? '');
    return { name: `${name}${span[2] === undefined ? '' : '?'}`, rest: text.slice(span[0].length) };
  }
  const word = /^[^\s|,<(]+/u.exec(text)?.[0] ?? (/^<[\w.-]+>/.exec(text)?.[0] || undefined);
  if (word === undefined) return undefined;
  return { name: literalText(word), rest: text.slice(word.length) };
}

const separator = /^\s*(?:\\?\||,|\/|\bor\b)\s*/iu;

/** Whether another name follows, and not a type or a note. */
function hasNext(rest: string): boolean {
  if (!separator.test(rest)) return false;
  const next = rest.replace(separator, '');
  if (/^[`*]/.test(next)) return true;
  const word = /^[\w.-]+(?=\s*(?:$|[|,/]|or\b))/i.exec(next)?.[0];
  return word !== undefined && typeWordsOf(word) === undefined && !/^(?:required|optional|mandatory)$/i.test(word);
}

function bare(name: string): string {
  const text = name
    .trim()
    .replaceAll(/^["'“]|["'”]$/g, '')
    .replace(/(?<!\.)[*?]+$/u, '')
    .replace(/^\?/, '');
  const open = text.replace(/:$/, '');
  return /^[:{<]/u.test(open) ? open.replaceAll(/^[:{<]+|[}>]+$/gu, '') : open;
}

const markWords =
  /[[({*_·—–\s,;-]*(?<![\p{L}\d])(not null(?:able)?|non[- ]?null(?:able)?|nullable|(?:nil|null) allowed|required|mandatory|optional|deprecated|(?:read|write)[- ]?only)(?![\p{L}\d]|[-_[<]\w)[)\]}*_\s,;:.]*/giu;

const condition =
  /\b(?:required|mandatory)\W{1,4}(?:only|if|when|for|unless|in case|under|conditionally|depending)\b|\bconditionally required\b/i;

/** Takes `required`, `optional`, `nullable`, `deprecated` and `not null` out of a text of words that is no sentence. */
export function fieldMarks(source: string): FieldMarks {
  if (source.length > maxCell) return { text: plainText(source) };
  let required: boolean | undefined;
  let nullable: true | undefined;
  let deprecated: true | undefined;
  let access: Access | undefined;
  const isConditional = condition.test(plainText(source));
  const text = withoutTags(source).replaceAll(markWords, (_, word: string) => {
    const plain = word.toLowerCase();
    if ((plain === 'required' || plain === 'mandatory') && !isConditional) required ??= true;
    if (plain === 'optional') required ??= false;
    if (/^nullable$|allowed$/.test(plain)) nullable = true;
    if (plain === 'deprecated') deprecated = true;
    access = accessOf(plain) ?? access;
    return ' ';
  });
  return {
    text: plainText(text).replaceAll(/^[\s:(,;-]+|[\s:),;-]+$/g, ''),
    ...(required !== undefined && { required }),
    ...(nullable && { nullable }),
    ...(deprecated && { deprecated }),
    ...(access && { access }),
  };
}

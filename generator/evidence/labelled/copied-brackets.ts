import { readCopiedType } from './copied-types.ts';
import type { Label, LineMeaning } from './grammar.ts';

/** What the lines of a schema in brackets say, by their index; those in between add to the property before them. */
export interface BracketedSchema {
  readonly meanings: ReadonlyMap<number, LineMeaning | 'nothing'>;
  readonly end: number;
}

interface Member {
  readonly at: number;
  /** Empty for items of lists and choices. */
  readonly name: string;
  readonly marks: Pick<Label, 'required' | 'access'>;
  /** How many lists are around the value. */
  readonly lists: number;
  readonly isObject: boolean;
  /** Of a value that is not opened. */
  readonly type?: string;
  readonly members: Member[];
  isChoice?: true;
  /** A part of it is at its end, so that what follows is about none of its members. */
  isBehind?: boolean;
}

/** A schema is never longer on a page that a person reads. */
const mostLines = 40_000;
/** Nor has it more levels; without this limit each of many brackets that are never closed would be looked for to the end. */
const mostLevels = 64;
/** A name and what is between it and its type: in one manner a tab, in the other a colon, and there lines with a colon are additions. */
const tabbed = /^(< ?\* ?>|\*|[A-Za-z_$@][\w$.@-]{0,120}) ?(\*)?(?: ?(🆁|🆆))?:? ?\t(?=\S)/u;
const named = /^(< ?\* ?>|\*|[A-Za-z_$@][\w$.@-]{0,120}) ?(\*)?(?: ?(🆁|🆆))?: ?(?=\S)/u;
const opened = /^(\[{0,5})([^[\]{}"]{0,200}?)(\[{0,5})(\{?)$/;
const closing = /^[\]}]{1,9}$/;
const choice = /^(?:one|any) ?of(?: ?->)?$/i;

/**
 * The schema that begins on a line and is written in brackets, `Box{`, `sides	[Side{`, `label*	string`, `}]` or `{`, `sides: [{`,
 * `label*: string`: where each part ends is plain, though nothing is indented. Undefined where the line begins none.
 */
export function bracketedSchema(lines: readonly string[], at: number): BracketedSchema | undefined {
  const second = lines[at + 1] ?? '';
  const form = /^description:$/.test(second) || tabbed.test(second) ? tabbed : named;
  const first = openedMember(lines[at] ?? '', at, form);
  if (!first || first.name !== '' || !beginsSchema(second, at + 1, form)) return undefined;
  const meanings = new Map<number, LineMeaning | 'nothing'>();
  const end = readMembers(lines, first, form, meanings);
  if (end === undefined || !hasNames(first)) return undefined;
  meanings.set(at, { kind: 'block', lists: first.lists });
  putMembers(first, meanings, first.isChoice === true);
  return { meanings, end };
}

/** Below the first bracket stands the description of the whole, or a name with its type or bracket. */
function beginsSchema(line: string, at: number, form: RegExp): boolean {
  if (/^description:$/.test(line)) return true;
  const member = openedMember(line, at, form) ?? closedMember(line, at, form);
  return member !== undefined && (member.name !== '' || member.isObject) && !/[,;]$/.test(line);
}

function hasNames(member: Member): boolean {
  return member.members.some((one) => one.name !== '' || hasNames(one));
}

/** Fills what is open line by line; returns the index behind the last bracket, undefined where there is none. */
function readMembers(
  lines: readonly string[],
  first: Member,
  form: RegExp,
  meanings: Map<number, LineMeaning | 'nothing'>,
): number | undefined {
  // each bracket that is open, with the member it belongs to
  const stack: Member[] = bracketsOf(first);
  for (let index = first.at + 1; index < lines.length && index - first.at < mostLines; index += 1) {
    const line = lines[index] ?? '';
    const open = stack.at(-1);
    if (!open) return index;
    if (stack.length > mostLevels) return undefined;
    const item = mayHaveItems(open) ? lastItem(line, index) : undefined;
    if (item) open.members.push(item.member);
    const closes = item ? item.closes : closing.test(line) ? line : closedBy(line);
    if (closes !== '') {
      const closed = stack.splice(Math.max(0, stack.length - closes.length));
      closeMembers(closed, stack, index, meanings);
      if (stack.length === 0) return index + 1;
      continue;
    }
    if (choice.test(line)) {
      open.isChoice = true;
      meanings.set(index, 'nothing');
      continue;
    }
    // the values of an enumeration stand in brackets, too
    if (form === tabbed && /^enum:$/i.test(line)) {
      index += 1;
      continue;
    }
    const member = openedMember(line, index, form) ?? closedMember(line, index, form);
    if (!member || (member.name === '' && !mayHaveItems(open))) {
      if (/^(?:title|description|externalDocs):/.test(line) || open.isBehind === true) meanings.set(index, 'nothing');
      continue;
    }
    open.members.push(member);
    if (member.name !== '') open.isBehind = false;
    if (member.type === undefined) stack.push(...bracketsOf(member));
  }
  return stack.length === 0 ? lines.length : undefined;
}

/** What a list holds, at its end: `string($date)]`. */
function lastItem(line: string, at: number): { readonly member: Member; readonly closes: string } | undefined {
  const [, words = '', closes = ''] = /^([^[\]{}]{1,100})([\]}]{1,9})$/.exec(line) ?? [];
  const type = closes === '' ? undefined : leafType(words, false);
  return type === undefined ? undefined : { member: itemOf(type, at), closes };
}

function itemOf(type: string, at: number): Member {
  return { at, name: '', marks: {}, lists: 0, isObject: false, type, members: [] };
}

function bracketsOf(member: Member): Member[] {
  return Array.from({ length: member.lists + (member.isObject ? 1 : 0) }, () => member);
}

function mayHaveItems(open: Member): boolean {
  return open.isChoice === true || (open.lists > 0 && !open.isObject && open.members.length === 0);
}

const addition =
  /^(?:(?:max|min|exclusiveM(?:ax|in))[A-Za-z]{4,10}|example|default|title|format|readOnly|writeOnly|nullable|deprecated|uniqueItems): ?\S/;

/** Brackets at the end of what is added that are none of its own: `example: { "side": "left" }]`, `maxLength: 9]`. */
function closedBy(line: string): string {
  if (line.length > 2000 || !addition.test(line)) return '';
  let depth = 0;
  for (const [index, char] of [...line.replaceAll(/"[^"]*"/g, (text) => ' '.repeat(text.length))].entries()) {
    if (char === '[' || char === '{') depth += 1;
    else if (char === ']' || char === '}') depth -= 1;
    if (depth < 0) return closing.test(line.slice(index)) ? line.slice(index) : '';
  }
  return '';
}

function closeMembers(
  closed: readonly Member[],
  stack: readonly Member[],
  index: number,
  meanings: Map<number, LineMeaning | 'nothing'>,
): void {
  const open = stack.at(-1);
  const whole = [...new Set(closed)].filter((one) => one !== open);
  const folds = whole.filter((one) => one.name !== '' && one.members.length > 0 && hasNames(one));
  if (open && whole.length > 0) open.isBehind = true;
  const meaning: LineMeaning = { kind: 'fold', open: false, end: 'plain' };
  meanings.set(
    index,
    open === undefined
      ? { kind: 'block', lists: -1 }
      : folds.length === 0
        ? 'nothing'
        : folds.length === 1
          ? meaning
          : { kind: 'several', meanings: folds.map(() => meaning) },
  );
}

function putMembers(
  { at, members, isChoice }: Member,
  meanings: Map<number, LineMeaning | 'nothing'>,
  mayBeAbsent: boolean,
): void {
  for (const member of members) {
    const inChoice = mayBeAbsent || isChoice === true || member.isChoice === true;
    if (member.name === '') {
      if (member.at !== at) meanings.set(member.at, 'nothing');
    } else {
      const { required, ...others } = member.marks;
      const type = typeOf(member);
      const label: LineMeaning = {
        kind: 'label',
        name: member.name.startsWith('<') ? '*' : member.name,
        ...(type !== undefined && typeWords(type)),
        ...others,
        ...(required === true && !mayBeAbsent && isChoice !== true && { required }),
      };
      const fold: LineMeaning = { kind: 'fold', open: true, end: 'plain' };
      meanings.set(member.at, hasNames(member) ? { kind: 'several', meanings: [label, fold] } : label);
    }
    putMembers(member, meanings, inChoice);
  }
}

function typeWords(type: string): Pick<Label, 'type' | 'nullable' | 'limits'> {
  const isNullable = /\bnull\b/.test(type);
  return { type: type.replace(/ ?[|┃] ?null\b/, ''), ...(isNullable && { nullable: true as const }) };
}

/** The type of a member, of whose items and choices the lines below it tell. */
function typeOf(member: Member): string | undefined {
  const lists = '[]'.repeat(member.lists);
  if (member.type !== undefined) return `${member.type}${lists}`;
  const items = member.members.filter(({ name }) => name === '');
  const types = [...new Set(items.map(typeOf))];
  if (member.isChoice) return types.includes(undefined) || lists !== '' ? undefined : types.join(' | ');
  if (member.isObject || items.length === 0) return member.isObject ? `object${lists}` : 'array';
  const [type] = types;
  return type === undefined ? 'array' : `${type}${lists}`;
}

interface Head {
  readonly name: string;
  readonly marks: Member['marks'];
  readonly rest: string;
}

function headOf(line: string, form: RegExp): Head {
  const found = form.exec(line);
  if (!found) return { name: '', marks: {}, rest: line };
  const [whole, name = '', star, access] = found;
  return {
    name,
    marks: {
      ...(star !== undefined && { required: true }),
      ...(access !== undefined && { access: access === '🆁' ? 'readOnly' : 'writeOnly' }),
    },
    rest: line.slice(whole.length).trim(),
  };
}

function withAccess({ name, marks, rest }: Head): Head {
  const mark = /(?: ?)(🆁|🆆)$/u.exec(rest);
  if (!mark) return { name, marks, rest };
  return {
    name,
    marks: { ...marks, access: mark[1] === '🆁' ? 'readOnly' : 'writeOnly' },
    rest: rest.slice(0, mark.index).trim(),
  };
}

function openedMember(line: string, at: number, form: RegExp): Member | undefined {
  if (line.length > 400) return undefined;
  const { name, marks, rest } = headOf(line, form);
  // a list whose items are told of in the lines below: `[string`
  const [, items = '', words = ''] = /^(\[{1,5})([^[\]{}]{1,200})$/.exec(rest) ?? [];
  const type = items === '' ? undefined : leafType(words, name !== '');
  if (type !== undefined) return { at, name, marks, lists: items.length, isObject: false, members: [itemOf(type, at)] };
  if (!/[[{]$/.test(line)) return undefined;
  const [, before = '', , behind = '', brace] = opened.exec(rest) ?? [];
  if (brace === undefined) return undefined;
  return { at, name, marks, lists: before.length + behind.length, isObject: brace !== '', members: [] };
}

/** A member on one line: `label	string($date)`, `sides: [enum]`, `boxes: [{recursive: Box} ]`, `date-time` among the items. */
function closedMember(line: string, at: number, form: RegExp): Member | undefined {
  if (line.length > 400) return undefined;
  const { name, marks, rest } = withAccess(headOf(line, form));
  const inside = /^(\[{0,5})([^[\]]{1,200}?) ?(\]{0,5})$/.exec(rest);
  if (!inside || (inside[1] ?? '').length !== (inside[3] ?? '').length) return undefined;
  const lists = (inside[1] ?? '').length;
  const words = inside[2] ?? '';
  const isNested = /^\{[^{}]{1,100}\}$/.test(words);
  const type = isNested ? 'object' : leafType(words, name !== '');
  if (type === undefined) return undefined;
  return {
    at,
    name,
    marks,
    lists,
    isObject: false,
    type: isNested && /missing/.test(words) ? 'any' : type,
    members: [],
  };
}

/** A type, what a schema is called before it, or the name of a format. */
function leafType(words: string, isNamed: boolean): string | undefined {
  const bare = words.replace(/ ?[|┃] ?null$/u, '');
  const nullable = bare === words ? '' : ' | null';
  const own = readCopiedType(bare) ?? (isNamed ? titled(bare) : undefined);
  if (own) return `${own.type}${nullable}`;
  if (/^any\b/.test(bare)) return `any${nullable}`;
  return isNamed && /^[a-z][a-z-]{2,30}\d{0,2}$/.test(bare) ? `string<${bare}>${nullable}` : undefined;
}

/** The title of a schema, once or twice, glued to its type: `Kind of boxstring`, `KindKindstring($date)`. */
function titled(words: string): { readonly type: string } | undefined {
  const found = /^\S.{0,160}?((?:string|integer|number|boolean)(?:\(\$[\w-]{1,40}\))?)$/.exec(words)?.[1];
  return found === undefined ? undefined : readCopiedType(found);
}

import type { EntityReference } from '../evidence.ts';
import type { FieldRow } from '../sections/field-row.ts';
import { typeWordsOf } from '../sections/list-notes.ts';
import {
  locationOf,
  membersOf,
  splitTop,
  withoutComments,
  type Declaration,
  type Declared,
  type Member,
  type Piece,
} from './declarations.ts';

/** Types nested deeper are left open. */
const deepest = 20;

/** What a type says of a value, as the parts of a row. */
export type TypeRow = Pick<FieldRow, 'words' | 'nullable' | 'values' | 'reference'> & {
  readonly children: readonly FieldRow[];
  /** It may be left out: `undefined` is among its alternatives. */
  readonly isOptional?: true;
};

interface Scope {
  readonly declared: Declared;
  readonly owner: Declaration;
  readonly depth: number;
  /** What the parameters of a generic type stand for. */
  readonly given: ReadonlyMap<string, string>;
}

/** The rows of a declared type: its members, and those that it takes over. Undefined for what has none. Gives no diagnostics. */
export function declaredRows(declaration: Declaration, declared: Declared): readonly FieldRow[] | undefined {
  return rowsOfDeclaration(declaration, { declared, owner: declaration, depth: 0, given: new Map() });
}

/** What a declared type says of a value that is one. Gives no diagnostics. */
export function declaredType(declaration: Declaration, declared: Declared): TypeRow {
  return typeRow(declaration.type, { declared, owner: declaration, depth: 0, given: new Map() });
}

function rowsOfDeclaration(declaration: Declaration, scope: Scope): readonly FieldRow[] | undefined {
  if (scope.depth > deepest) return undefined;
  const inner: Scope = { ...scope, owner: declaration, depth: scope.depth + 1 };
  const own = membersRows(declaration.type, inner);
  const bases = declaration.bases.map((base) => membersRows(base, inner) ?? []);
  return own && united([...bases, own]);
}

/** Rows of which later ones count more. */
function united(lists: readonly (readonly FieldRow[])[]): FieldRow[] {
  return [...new Map(lists.flat().map((row) => [row.name, row])).values()];
}

/** The rows of a type with members: in braces, a declared one, several together (`A & B`), or a part of one (`Pick<A, 'b'>`). */
function membersRows(type: Piece, scope: Scope): readonly FieldRow[] | undefined {
  if (scope.depth > deepest) return undefined;
  const text = unwrapped(type.text);
  const inner = { ...scope, depth: scope.depth + 1 };
  const parts = splitTop(text, '&');
  if (parts.length > 1) {
    const rows = parts.map((part) => membersRows({ text: part.text.trim(), line: type.line + part.line }, inner));
    const known = rows.filter((list) => list !== undefined);
    return known.length > 0 ? united(known) : undefined;
  }
  if (text.startsWith('{') && text.endsWith('}')) {
    const members = membersOf({ text, line: type.line });
    return members.length > 0 ? members.map((member) => memberRow(member, inner)) : undefined;
  }
  const { name, given } = generic(text);
  const [first = '', second = ''] = given;
  const base = (): readonly FieldRow[] | undefined => membersRows({ text: first, line: type.line }, inner);
  const keys = new Set([...second.matchAll(/["']([^"'\n]+)["']/g)].map((match) => match[1]));
  switch (given.length > 0 ? name : '') {
    case 'Partial':
      return base()?.map((row) => ({ ...row, required: false }));
    case 'Required':
      return base()?.map((row) => ({ ...row, required: true }));
    case 'Readonly':
    case 'Promise':
    case 'Awaited':
      return base();
    case 'Pick':
      return base()?.filter((row) => keys.has(row.name));
    case 'Omit':
      return base()?.filter((row) => !keys.has(row.name));
    default:
      return namedRows(name, given, inner);
  }
}

function namedRows(name: string, given: readonly string[], scope: Scope): readonly FieldRow[] | undefined {
  const value = scope.given.get(name);
  if (value !== undefined) return membersRows({ text: value, line: 0 }, { ...scope, given: new Map() });
  const declaration = scope.declared.get(name);
  if (!declaration) return undefined;
  const values = new Map(declaration.parameters.map((one, at) => [one, given[at] ?? 'unknown']));
  return rowsOfDeclaration(declaration, { ...scope, given: values });
}

function memberRow(member: Member, scope: Scope): FieldRow {
  const { isOptional, ...type } = typeRow(member.type, scope);
  const said = commentNotes(member.comment);
  const isLeft = member.isOptional || isOptional === true || said.defaultText !== undefined;
  const location = locationOf(scope.owner.block, member.type.line);
  return { ...type, ...said, name: member.name, required: !isLeft, location, method: 'cell' };
}

/** What a comment says: its text, and what tags in it state. */
function commentNotes(comment: string): Partial<FieldRow> {
  const tag = (name: string): string | undefined =>
    new RegExp(`@${name}\\b[ \\t]*([^\\n@]{0,300})`, 'i').exec(comment)?.[1]?.trim();
  const value = tag('default(?:value)?') ?? /^default(?: value)?\s?[:=]\s?(\S.{0,100})$/im.exec(comment)?.[1]?.trim();
  const example = tag('example');
  const text = comment
    .replaceAll(/(?:^|\s)@\w+[^\n@]*/g, '')
    .replace(/^default(?: value)?\s?[:=].{0,200}$/im, '')
    .trim();
  return {
    ...(text !== '' && { description: text }),
    ...(value !== undefined && value !== '' && { defaultText: unquoted(value) }),
    ...(example !== undefined && example !== '' && { exampleText: unquoted(example) }),
    ...(/@deprecated\b/.test(comment) && { deprecated: true as const }),
    ...(/@readonly\b/i.test(comment) && { access: 'readOnly' as const }),
  };
}

function unquoted(text: string): string {
  return /^(["'`])(.*)\1\.?$/.exec(text)?.[2] ?? text.replace(/\.$/, '');
}

/** A type without the parentheses around it and the bar before it. */
function unwrapped(text: string): string {
  const bare = /[{]/.test(text) ? text : withoutComments(text);
  let plain = bare.trim().replace(/^\|/, '').trim();
  for (let depth = 0; depth < deepest && plain.startsWith('(') && plain.endsWith(')'); depth += 1) {
    if (splitTop(plain, '|&').length > 1) break;
    plain = plain.slice(1, -1).trim().replace(/^\|/, '').trim();
  }
  return plain;
}

/** What a type is called, and what stands in angle brackets behind it. */
function generic(text: string): { readonly name: string; readonly given: readonly string[] } {
  const [, name = '', inner] = /^([A-Za-z_$][\w$.]{0,100})\s?(?:<([\s\S]*)>)?$/.exec(text) ?? [];
  return { name, given: inner === undefined ? [] : splitTop(inner, ',').map((one) => one.text.trim()) };
}

const primitives: Readonly<Record<string, string>> = {
  string: 'string',
  number: 'number',
  boolean: 'boolean',
  bigint: 'integer',
  integer: 'integer',
  Date: 'string<date-time>',
  object: 'object',
  File: 'file',
  Blob: 'file',
  Buffer: 'file',
};

const literal = /^(?:(["'`])([^"'`$\n]*)\1|-?\d+(?:\.\d+)?|true|false)$/;

/** What a type says of a value of it. */
function typeRow(type: Piece, scope: Scope): TypeRow {
  if (scope.depth > deepest) return { children: [] };
  const text = unwrapped(type.text);
  const line = type.line;
  const parts = splitTop(text, '|').map((one) => unwrapped(one.text));
  const branches = parts.filter((one) => !/^(?:null|undefined|void)$/.test(one));
  const marks = {
    ...(parts.includes('null') && { nullable: true as const }),
    ...((parts.includes('undefined') || parts.includes('void')) && { isOptional: true as const }),
  };
  const values = branches.map((one) => literal.exec(one));
  if (branches.length > 0 && values.every((one) => one !== null)) {
    return { ...marks, ...literalRow(branches, values), children: [] };
  }
  const [only = ''] = branches;
  if (branches.length === 1) return { ...oneType({ text: only, line }, scope), ...marks };
  const objects = objectAlternatives(branches, line, scope);
  if (objects) return { ...marks, words: 'object', reference: objects, children: [] };
  // some of the values are named, but any text will do: `'a' | 'b' | (string & {})`
  const words = new Set(branches.map((one) => plainWords(one, scope)));
  return words.has(undefined) || words.size === 0
    ? { ...marks, children: [] }
    : { ...marks, words: [...words].join(' | '), children: [] };
}

/** The objects of which a value is one, where all branches are named ones: `Book | Lamp`. */
function objectAlternatives(branches: readonly string[], line: number, scope: Scope): EntityReference | undefined {
  const found = branches.map((text) => oneType({ text, line }, scope).reference);
  const isNamed = found.every((one) => one?.form === 'one' && one.others === undefined);
  const [first, ...others] = isNamed ? found.filter((one) => one !== undefined) : [];
  return first && others.length > 0 ? { ...first, others: others.map(({ words }) => ({ words })) } : undefined;
}

function literalRow(
  branches: readonly string[],
  values: readonly (RegExpExecArray | null)[],
): Pick<TypeRow, 'words' | 'values'> {
  const texts = values.map((one, at) => one?.[2] ?? branches[at] ?? '');
  const areTexts = values.every((one) => one?.[1] !== undefined);
  if (areTexts) return { words: 'string', values: texts };
  if (branches.every((one) => /^(?:true|false)$/.test(one)))
    return branches.length > 1 ? { words: 'boolean' } : { words: 'boolean', values: texts };
  return branches.every((one) => /^-?\d/.test(one))
    ? { words: branches.some((one) => one.includes('.')) ? 'number' : 'integer', values: texts }
    : {};
}

/** The words of a branch of a union that is no object and no list of such. */
function plainWords(text: string, scope: Scope): string | undefined {
  if (text.startsWith('string & ')) return 'string';
  if (literal.test(text)) return literalRow([text], [literal.exec(text)]).words;
  const { words, reference, children } = oneType({ text, line: 0 }, scope);
  return reference || children.length > 0 ? undefined : words;
}

/** The begin of a type for maps: `{ [key: string]:`, `{ [key in Kind]:`. */
const indexed = /^\{\s{0,100}\[\s?\w{1,100}\s?(?::\s?\w{1,100}|in\s[^\]]{1,100})\s?\]\s?\??:/;

function oneType(type: Piece, scope: Scope): TypeRow {
  const { text } = type;
  const inner: Scope = { ...scope, depth: scope.depth + 1 };
  if (Object.hasOwn(primitives, text)) return { words: primitives[text] ?? '', children: [] };
  if (/^`[^`]*`$/.test(text)) return { words: 'string', children: [] };
  if (/^\[[\s\S]*\]$/.test(text)) return { words: 'array', children: [] };
  const index = text.endsWith('}') ? indexed.exec(text)?.[0] : undefined;
  if (index !== undefined) {
    const value = text.slice(index.length, -1).trim().replace(/;$/, '');
    return mapOf({ ...type, text: value }, inner);
  }
  const listed = /^(\{[\s\S]*\})\[\]$/.exec(text)?.[1];
  if (listed !== undefined) return listOf({ ...type, text: listed }, inner);
  const values = /^enum\[([^\][]{1,20000})\]$/.exec(text)?.[1]?.split(',');
  if (values) return { words: 'string', values: values.map((one) => one.trim()), children: [] };
  const rows = text.startsWith('{') || splitTop(text, '&').length > 1 ? membersRows(type, inner) : undefined;
  if (rows) return { words: 'object', children: rows };
  if (text.startsWith('{')) return { words: 'object', children: [] };
  const item = /^([\s\S]+)\[\]$/.exec(text)?.[1];
  if (item !== undefined) return listOf({ ...type, text: item.replace(/^readonly\s/, '') }, inner);
  const { name, given } = generic(text);
  const [first = '', second = ''] = given;
  if (/^(?:Array|ReadonlyArray|Set|Iterable)$/.test(name) && given.length === 1)
    return listOf({ ...type, text: first }, inner);
  if (/^(?:Record|Map)$/.test(name) && given.length === 2) return mapOf({ ...type, text: second }, inner);
  if (given.length > 0) {
    const parts = membersRows(type, inner);
    return parts ? { words: 'object', children: parts } : { children: [] };
  }
  return namedType(name, type, inner);
}

/** A type by its name: that of the page's own, or one that other pages may describe. */
function namedType(name: string, type: Piece, scope: Scope): TypeRow {
  const value = scope.given.get(name);
  if (value !== undefined) return typeRow({ ...type, text: value }, { ...scope, given: new Map() });
  const declaration = scope.declared.get(name);
  if (declaration && declaration.parameters.length === 0) {
    const isObject =
      /^[{]/.test(declaration.type.text) ||
      declaration.bases.length > 0 ||
      splitTop(declaration.type.text, '&').length > 1;
    const row = isObject ? undefined : typeRow(declaration.type, { ...scope, owner: declaration, given: new Map() });
    // one of several objects has a name of its own
    if (row && !row.reference?.others) return row;
    return { words: 'object', reference: referenceTo(name, 'one', scope), children: [] };
  }
  const words = typeWordsOf(name);
  if (words !== undefined && !/^(?:any|unknown|never)$/.test(name)) return { words, children: [] };
  return /^[A-Z]\w*$/.test(name) && /[a-z]/.test(name)
    ? { reference: referenceTo(name, 'one', scope), children: [] }
    : { children: [] };
}

function referenceTo(words: string, form: EntityReference['form'], { owner }: Scope): EntityReference {
  return { document: owner.location.document, words, form };
}

function listOf(type: Piece, scope: Scope): TypeRow {
  const { words, reference, children, values } = typeRow(type, scope);
  if (reference?.form === 'one') return { words: 'array', reference: { ...reference, form: 'list' }, children: [] };
  if (children.length > 0) return { words: 'array of objects', children };
  return {
    words: words === undefined || words.includes(' | ') ? 'array' : `${words}[]`,
    ...(values && { values }),
    children: [],
  };
}

function mapOf(type: Piece, scope: Scope): TypeRow {
  const { words, reference, children } = typeRow(type, scope);
  if (reference?.form === 'one') return { words: 'object', reference: { ...reference, form: 'map' }, children: [] };
  const isPlain = words !== undefined && children.length === 0 && /^[\w<>-]+$/.test(words);
  return { words: isPlain ? `map<string, ${words}>` : 'object', children: [] };
}

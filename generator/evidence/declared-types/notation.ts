import { parsedJson } from '../../base/json.ts';
import type { CodeBlock } from '../../pages/page.ts';
import type { EntityReference } from '../evidence.ts';
import type { FieldRow } from '../sections/field-row.ts';
import { readNotes, typeWordsOf } from '../sections/list-notes.ts';
import { typeText } from '../sections/references.ts';
import { isClassName } from '../sections/type-notations.ts';
import {
  isUnlabelledType,
  locationOf,
  membersOf,
  splitTop,
  withoutComments,
  type Member,
  type Piece,
} from './declarations.ts';

/** What code in the form of JSON says of the values in it, by words for types in their place or by comments. */
export interface Notation {
  readonly rows: readonly FieldRow[];
  /** It is a list of such objects. */
  readonly isList: boolean;
  /** Words for types stand in the place of all values: it is no sample. */
  readonly isPure: boolean;
}

/** Longer code is data. */
const maxText = 20_000;

/** Objects nested deeper are left open. */
const deepest = 12;

const languages = /^(?:json[c5]?|javascript|js|text|plaintext|plain|)$/;

/**
 * The values that an object in the form of JSON names, where it is none (RFC 8259): `{ "size": number }`, `{ kind: "a" | "b" }`,
 * `{ "size": 5 // optional }`. Undefined for JSON, for what says no more than its values do, and for other code. Gives no
 * diagnostics.
 */
export function notationOf(block: CodeBlock): Notation | undefined {
  if (!languages.test(block.language ?? '') || block.text.length > maxText || isUnlabelledType(block)) return undefined;
  const start = block.text.search(/\S/);
  const text = block.text.trim().replace(/;$/, '');
  const isObject = text.startsWith('{') && text.endsWith('}');
  if (!(isObject || (/^\[\s*\{/.test(text) && text.endsWith(']'))) || parsedJson(text) !== undefined) return undefined;
  const line = block.text.slice(0, start).split('\n').length - 1;
  const isList = text.startsWith('[');
  const [item] = isList ? splitTop(text.slice(1, -1), ',') : [];
  const object = item ? trimmedPiece({ text: item.text, line: line + item.line }) : { text, line };
  const first: Seen = { types: 0, quoted: 0, values: 0, comments: 0 };
  const read = rowsOf(object, { block, seen: first, depth: 0, isData: false });
  // among values a word in quotes is one
  const isData = first.quoted > 0 && first.values > 0;
  const seen: Seen = isData ? { types: 0, quoted: 0, values: 0, comments: 0 } : first;
  const rows = isData ? rowsOf(object, { block, seen, depth: 0, isData }) : read;
  if (rows.length === 0 || seen.types + seen.comments === 0) return undefined;
  return { rows, isList, isPure: seen.types > 0 && seen.values === 0 };
}

/** How many of the values are words for types or stand-ins, how many are values, and how many have comments. */
interface Seen {
  types: number;
  /** How many of the words for types stand in quotes. */
  quoted: number;
  values: number;
  comments: number;
}

interface Scope {
  readonly block: CodeBlock;
  readonly seen: Seen;
  readonly depth: number;
  /** A word in quotes is a value. */
  readonly isData: boolean;
}

function trimmedPiece({ text, line }: Piece): Piece {
  const start = text.slice(0, text.search(/\S|$/));
  return { text: text.trim(), line: line + start.split('\n').length - 1 };
}

/** A comment behind the bracket that opens a value is about the value. */
const opening = /^([{[])[ \t]{0,9}\/\/([^\n]{0,500})\n/;

function rowsOf(piece: Piece, scope: Scope): FieldRow[] {
  if (scope.depth > deepest) return [];
  const text = piece.text.replace(opening, '$1\n');
  const members = membersOf({ ...piece, text }).map((one) =>
    one.name.endsWith('?') ? { ...one, name: one.name.slice(0, -1), isOptional: true } : one,
  );
  const isMarked = members.some(({ isOptional }) => isOptional);
  return members.map((member) => rowOf(member, isMarked, scope));
}

type ValueRow = Pick<FieldRow, 'words' | 'values' | 'nullable' | 'children' | 'reference'>;

function rowOf({ name, isOptional, type, comment }: Member, isMarked: boolean, scope: Scope): FieldRow {
  const [whole = '', mark] = /\s{0,5}\((optional|required)\)$/i.exec(type.text) ?? [];
  const value = valueRow({ ...type, text: type.text.slice(0, type.text.length - whole.length) }, scope);
  const said = [opening.exec(type.text)?.[2]?.trim() ?? '', comment].filter((one) => one !== '').join('\n');
  if (said !== '') scope.seen.comments += 1;
  const presence = isMarked ? { required: !isOptional } : {};
  const marked = mark === undefined ? {} : { required: mark.toLowerCase() === 'required' };
  return {
    ...value,
    ...presence,
    ...marked,
    ...noted(said, value),
    name,
    location: locationOf(scope.block, type.line),
    method: 'cell',
  };
}

/** What a comment says: notes in its first sentence, or that the value is required in its last, and its text. */
function noted(comment: string, { words }: ValueRow): Partial<FieldRow> {
  if (comment === '') return {};
  const listed = /^"[^"\n]{1,100}"(?:\s?\|\s?"[^"\n]{1,100}")+$/.test(comment);
  if (listed) return { words: 'string', values: comment.split('|').map((one) => one.trim().slice(1, -1)) };
  const [first = '', ...others] = comment.split(/(?<=[.;])\s+|\n/);
  const read = readNotes(first.replace(/[.;]$/, ''));
  const last = /(?:^|[\s,;(])(required|mandatory|optional)[.)]?$/i.exec(comment)?.[1]?.toLowerCase();
  const required = last === undefined ? {} : { required: last !== 'optional' };
  if (!read) return { ...required, description: comment };
  const rest = [read.unread.join(', '), ...others].filter((part) => part !== '').join(' ');
  return {
    ...required,
    ...read.notes,
    ...(words !== undefined && read.notes.words === undefined && { words }),
    ...(rest !== '' && { description: rest }),
  };
}

function valueRow(type: Piece, scope: Scope): ValueRow {
  const { seen } = scope;
  const inner: Scope = { ...scope, depth: scope.depth + 1 };
  const text = type.text.trim();
  if (text.startsWith('{')) return { words: 'object', children: rowsOf({ ...type, text }, inner) };
  if (text.startsWith('[')) return listRow({ ...type, text }, inner);
  const plain = withoutComments(text).trim();
  const parts = splitTop(plain, '|').map((one) => one.text.trim());
  const branches = parts.filter((one) => one !== 'null');
  const nullable = branches.length < parts.length && branches.length > 0 ? { nullable: true as const } : {};
  if (parts.length > 1) seen.types += 1;
  if (branches.length > 1 && branches.every((one) => /^(?:true|false)$/.test(one)))
    return { ...nullable, words: 'boolean', children: [] };
  const quoted = branches.map((one) => /^(["'])([^"'\n]{0,200})\1$/.exec(one)?.[2]);
  if (branches.length > 1 && quoted.every((one) => one !== undefined))
    return { ...nullable, words: 'string', values: quoted.filter((one) => one !== undefined), children: [] };
  const named = classes(branches, scope);
  if (named) {
    seen.types += parts.length > 1 ? 0 : 1;
    return { ...nullable, reference: named, children: [] };
  }
  const words = branches.map((one) => wordsOf(one, scope));
  if (parts.length === 1 && words[0] === undefined) seen.values += 1;
  else if (parts.length === 1) seen.types += 1;
  const stated = words.filter((one) => one !== undefined && one !== '');
  if (stated.length < branches.length || stated.length === 0) return { ...nullable, children: [] };
  return { ...nullable, words: stated.join(' | '), children: [] };
}

/** The objects that stand in the place of a value by the names of their classes: `Box`, `Box[]`, `Box | Bag`; undefined for anything else. */
function classes(branches: readonly string[], { block }: Scope): EntityReference | undefined {
  const areClasses = branches.length > 0 && branches.every((one) => isClassName(one.replace(/\[\]$/, '')));
  return areClasses ? typeText(branches.join(' | '), block.location.document).reference : undefined;
}

/** The object, or list of objects, that code names by its class and nothing else: `Box`, `[Box]`, `Box[]`. Gives no diagnostics. */
export function classOf(block: CodeBlock): EntityReference | undefined {
  const text = block.text.trim().replace(/;$/, '');
  const [, listed, name = listed ?? ''] =
    /^(?:\[\s*(\w{1,80})\s*(?:,\s*(?:\.{3}|…)\s*)?\]|(\w{1,80})(?:\[\])?)$/.exec(text) ?? [];
  if (!languages.test(block.language ?? '') || !isClassName(name)) return undefined;
  return typeText(listed === undefined ? text : `${listed}[]`, block.location.document).reference;
}

/** The words for a type in the place of a value; empty for another stand-in, undefined for a value. */
function wordsOf(text: string, { seen, isData }: Scope): string | undefined {
  const standIn = /^["']?<([^<>\n]{1,100})>["']?$/.exec(text)?.[1];
  if (standIn !== undefined) return typeWordsOf(standIn) ?? '';
  const quoted = isData ? undefined : /^(["'])([a-z]{3,20}(?:\[\])?)\1$/.exec(text)?.[2];
  if (quoted !== undefined && typeWordsOf(quoted) !== undefined) seen.quoted += 1;
  const word = quoted ?? text;
  return /^(?:null|true|false|-?\d.*|["'].*)$/s.test(word) ? undefined : typeWordsOf(word);
}

function listRow(type: Piece, scope: Scope): ValueRow {
  const text = type.text.replace(opening, '$1\n');
  const [item] = splitTop(text.slice(1, -1), ',');
  if (!item) return { words: 'array', children: [] };
  const first = trimmedPiece({ text: item.text, line: type.line + item.line });
  const { words, values, children, reference } = valueRow(first, scope);
  if (reference?.form === 'one') return { words: 'array', reference: { ...reference, form: 'list' }, children: [] };
  if (children.length > 0) return { words: 'array of objects', children };
  const isOne = words !== undefined && !words.includes(' | ');
  return { words: isOne ? `${words}[]` : 'array', ...(values && { values }), children: [] };
}

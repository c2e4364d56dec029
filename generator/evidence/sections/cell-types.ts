import type { Location } from '../../base/location.ts';
import type { Evidence, Fact, OperationName, Subject } from '../evidence.ts';
import { fieldEvidence, isListRow, type FieldRole } from './field-evidence.ts';
import type { FieldRow } from './field-row.ts';
import { typeWordsOf } from './list-notes.ts';
import { typeText } from './references.ts';

/** What a type written out in one cell says of a value, but its name. */
export type CellType = Pick<FieldRow, 'words' | 'reference' | 'nullable' | 'values' | 'defaultText' | 'children'>;

/** Longer cells, and deeper types, are not read. */
const longest = 20_000;
const deepest = 30;

interface Cursor {
  readonly text: string;
  at: number;
  readonly location: Location;
}

/**
 * Reads a type that a cell writes out: `{ **"a"**: string, **"b"**: [ [Box](#box) ] }`, `[ string ]`, `[Box](#box) & { … }`, each with
 * the notes that may stand behind it (`string, **Available values:** "a", "b", **Default:** a`). Undefined for any other text, and for
 * one word or link alone.
 */
export function cellType(cell: string, location: Location): CellType | undefined {
  if (cell.length > longest || !/^\s{0,9}[[{]|&\s{0,3}\{|\*\*[A-Z][a-z ]{2,30}:\*\*/.test(cell)) return undefined;
  const cursor: Cursor = { text: cell.replaceAll(/<br\s?\/?>/g, ' ').trim(), at: 0, location };
  const found = readType(cursor, 0);
  skip(cursor, /\s*/y);
  return found && cursor.at === cursor.text.length ? found : undefined;
}

function skip(cursor: Cursor, form: RegExp): string | undefined {
  form.lastIndex = cursor.at;
  const found = form.exec(cursor.text)?.[0];
  cursor.at += found?.length ?? 0;
  return found;
}

function readType(cursor: Cursor, depth: number): CellType | undefined {
  if (depth > deepest) return undefined;
  const parts: CellType[] = [];
  // joined by this, a value is all of them
  do {
    const next = readOne(cursor, depth);
    if (!next) return undefined;
    parts.push(next);
  } while (skip(cursor, /\s*&\s*/y));
  const whole = Object.assign({}, ...parts.toReversed()) as CellType;
  return withNotes(cursor, { ...whole, children: parts.flatMap(({ children }) => children) });
}

function readOne(cursor: Cursor, depth: number): CellType | undefined {
  skip(cursor, /\s*/y);
  if (skip(cursor, /\{\s*/y)) return readMembers(cursor, depth);
  const link = skip(cursor, /\[[^\][\n]{1,200}\]\([^()\s]{1,300}\)/y);
  if (link === undefined && skip(cursor, /\[\s*/y)) return readItems(cursor, depth);
  const words = link ?? skip(cursor, /[A-Za-z][\w ]{0,60}?(?:\s\([\w -]{1,40}\))?(?=\s*(?:,|&|\}|\]|$))/y);
  if (words === undefined || (link === undefined && typeWordsOf(words.replace(/\s\(.*$/, '')) === undefined))
    return undefined;
  return { ...typeText(words, cursor.location.document), children: [] };
}

function readMembers(cursor: Cursor, depth: number): CellType | undefined {
  const children: FieldRow[] = [];
  while (!skip(cursor, /\s*\}/y)) {
    if (children.length > 0 && !skip(cursor, /\s*,\s*/y)) return undefined;
    const written = skip(cursor, memberName);
    const name = written === undefined ? undefined : /["`]([^"`]{1,200})["`]/.exec(written)?.[1];
    const type = name === undefined ? undefined : readType(cursor, depth + 1);
    if (name === undefined || !type) return undefined;
    children.push({ name, ...type, location: cursor.location, method: 'cell' });
  }
  return { words: 'object', children };
}

const memberName = /(?:\*\*"[^"*\n]{1,200}"\*\*|"[^"\n]{1,200}"|`[^`\n]{1,200}`)\s?:\s*/y;

function readItems(cursor: Cursor, depth: number): CellType | undefined {
  const item = skip(cursor, /(?=\])/y) === undefined ? readType(cursor, depth + 1) : { children: [] };
  if (!item || !skip(cursor, /\s*\]/y)) return undefined;
  const { words, reference, children, values } = item;
  if (reference) return reference.form === 'one' ? { reference: { ...reference, form: 'list' }, children } : undefined;
  const inner = children.length > 0 ? 'array of objects' : words === undefined ? 'array' : `array<${words}>`;
  return { words: inner, ...(values && { values }), children };
}

const noteLabel = /\s{0,9},?\s{0,9}\*\*(?:(available|allowed|possible) values|(default)(?: value)?):\*\*\s{0,9}/iy;
const quotedItem = /"(?:[^"\\]|\\.){0,300}"|-?\d[\d.]{0,30}|true|false|null/y;

/** A type with the values and the default noted behind it. */
function withNotes(cursor: Cursor, type: CellType): CellType {
  let found = type;
  // `string, null`
  if (skip(cursor, /\s*,\s*null(?=\s*(?:,|\}|\]|$))/y)) found = { ...found, nullable: true };
  for (let label = skip(cursor, noteLabel); label !== undefined; label = skip(cursor, noteLabel)) {
    if (/default/i.test(label)) {
      const text = skip(cursor, /(?:[^*}\],\n]|,(?!\s{0,3}\*\*)){1,300}/y)?.trim();
      if (text !== undefined && text !== '') found = { ...found, defaultText: text.replaceAll(/^"|"$/g, '') };
      continue;
    }
    const values: string[] = [];
    for (let one = skip(cursor, quotedItem); one !== undefined; one = skip(cursor, quotedItem)) {
      values.push(one.replaceAll(/^"|"$/g, ''));
      if (skip(cursor, /\s*,\s*(?=["\d-]|true|false|null)/y) === undefined) break;
    }
    if (values.length > 0) found = { ...found, values };
  }
  return found;
}

/** A body as a cell states it: its type, and the media types before it. */
export interface CellBody {
  readonly type: CellType;
  readonly mediaTypes: readonly string[];
}

const mediaLabel = /(?:\*\*|`)([\w.+-]{1,60}\/[\w.+*-]{1,80})(?:\*\*|`)\s?:\s/g;

/**
 * What a cell says of a body: a type, or one behind each media type (`**application/json**: [Box](#box)`), of which that of JSON
 * counts, else the first. Undefined where it says none.
 */
export function cellBody(cell: string, location: Location): CellBody | undefined {
  const text = cell.slice(0, longest);
  const labels = [...text.matchAll(mediaLabel)];
  const first = labels.find(([, mediaType = '']) => mediaType.endsWith('json')) ?? labels[0];
  const end = labels.find((label) => first && label.index > first.index)?.index ?? text.length;
  const stated = first ? text.slice(first.index + first[0].length, end) : text;
  const words = stated.replaceAll(/<br\s?\/?>/g, ' ').trimEnd();
  const mediaTypes = labels.map(([, mediaType = '']) => mediaType.toLowerCase());
  const type = cellType(words, location) ?? plainType(words, location);
  return type && { type, mediaTypes };
}

/** A type in one word, or a link to it. */
function plainType(words: string, { document }: Location): CellType | undefined {
  const { note: _, ...type } = typeText(words, document);
  const isType = type.reference ?? (type.words !== undefined && typeWordsOf(type.words) !== undefined);
  return isType ? { ...type, children: [] } : undefined;
}

/** The facts of a body that a cell states, for the body of a request or of an answer. Gives no diagnostics. */
export function cellBodyEvidence({ type, mediaTypes }: CellBody, subject: Subject, location: Location): Evidence[] {
  const role = roleOf(subject);
  if (!role) return [];
  const facts: Fact[] = [
    { kind: 'exists' },
    ...mediaTypes.map((mediaType) => ({ kind: 'mediaType', mediaType }) as const),
  ];
  if (type.words !== undefined) facts.push({ kind: 'type', words: type.words });
  if (type.reference) facts.push({ kind: 'refers', reference: type.reference });
  const own = facts.map((fact): Evidence => ({ subject, fact, location, method: 'cell', confidence: 'high' }));
  const path = isListRow({ name: '', ...type, location, method: 'cell' }) ? ([{ kind: 'items' }] as const) : [];
  return [...own, ...fieldEvidence(type.children, { role, path })];
}

function roleOf(subject: Subject): FieldRole | undefined {
  if (subject.kind === 'request') return { place: 'body', operation: subject.operation };
  if (subject.kind !== 'response') return undefined;
  const { operation, status }: { operation: OperationName; status?: string } = subject;
  return { place: 'response', operation, ...(status !== undefined && { status }) };
}

import type { JsonValue } from '../../base/json.ts';
import type { EntityReference, Fact, Step } from '../evidence.ts';
import { typed } from '../component-attributes.ts';
import { slug } from '../sections/outline.ts';
import type { BlueprintItem } from './items.ts';

/** What a line of a data structure says: `name: value (type, attributes) - description`. */
export interface Member {
  readonly name: string;
  readonly value: string;
  /** The words for its type, as written; empty where none is. */
  readonly type: string;
  readonly marks: readonly string[];
  readonly description: string;
  /** The name stands for any: `*locale (string)*`. */
  readonly isAny: boolean;
}

/** A fact about a part of a body, and its line. */
export interface PlacedFact {
  readonly path: readonly Step[];
  readonly fact: Fact;
  readonly line: number;
}

/** A data structure with a name: what it is based on, and its members. */
export interface Structure {
  readonly name: string;
  readonly base: string;
  readonly items: readonly BlueprintItem[];
}

/** Structures are put into each other at most so deep. */
const deepest = 12;
/** And so many members of a body are looked at, those of structures in it each time they are. */
const most = 20_000;

const marks = /^(?:required|optional|nullable|fixed|fixed-type|sample|default|deprecated)$/i;
const plainTypes = /^(?:string|number|integer|boolean|object|array|enum|file)$/i;

/** Reads the line of a member (MSON, sections 3 and 4). Gives no diagnostics. */
export function memberOf(text: string): Member {
  const quoted = /^`([^`]{1,200})`|^\*([^*]{1,200})\*/.exec(text);
  const start = quoted?.[0] ?? /^[^\s:(=]{1,200}/.exec(text)?.[0] ?? '';
  const name = quoted?.[1] ?? quoted?.[2] ?? start;
  let rest = text.slice(start.length).trim();
  let value = '';
  if (/^[:=]/.test(rest)) {
    const found =
      /^[:=]\s{0,9}(`[^`]{0,1000}`(?:\s{0,3},\s{0,3}`[^`]{0,1000}`){0,200}|[^(]{0,1000}?(?=\s{1,9}\(|\s{1,9}-\s|$))/.exec(
        rest,
      );
    value = (found?.[1] ?? '').trim();
    rest = rest.slice(found?.[0].length ?? 1).trim();
  }
  const inside = /^\(((?:[^()]|\([^()]{0,200}\)){0,400})\)/.exec(rest);
  rest = rest.slice(inside?.[0].length ?? 0).trim();
  const words = (inside?.[1] ?? '').split(/,(?![^[\]]{0,300}\])/).map((word) => word.trim());
  const type = words.find((word) => word !== '' && !marks.test(word) && !/[`"=]/.test(word)) ?? '';
  const quotedValue = words.find((word) => /^`[^`]+`$/.test(word));
  const description = rest.replace(/^(?:-|\.{3}|…)\s*/, '').trim();
  return {
    name: name.replace(/\s{0,9}\([^()]{0,60}\)$/, ''),
    value: value === '' && quotedValue !== undefined ? quotedValue : value,
    type: type.replaceAll(/[*_]/g, ''),
    marks: words.filter((word) => marks.test(word)).map((word) => word.toLowerCase()),
    description,
    isAny: quoted?.[2] !== undefined,
  };
}

/** The values of a list in a member: `` `a`, `b` `` or `a, b`. */
function valuesOf(text: string): string[] {
  return text
    .split(',')
    .map((one) => one.trim().replaceAll(/^`|`$/g, ''))
    .filter((one) => one !== '');
}

/** The words before the members of a type section, `+ Members`, and what they begin. */
const typeSection = /^(?:items|members|properties|values|sample|default|one of)(?=$|:|\s)/i;

/** The structures of a document, and the facts of the body that is being read. */
interface Writing {
  readonly document: string;
  readonly structures: ReadonlyMap<string, Structure>;
  readonly found: PlacedFact[];
  /** How many members may still be looked at. */
  left: number;
}

/** The facts of a body of a type with these members, by the structures of its document. Gives no diagnostics. */
export function bodyFacts(
  { document, structures }: Pick<Writing, 'document' | 'structures'>,
  type: string,
  items: readonly BlueprintItem[],
  line: number,
): PlacedFact[] {
  const writing: Writing = { document, structures, found: [], left: most };
  typeFacts(writing, type, [], line);
  memberFacts(writing, items, type, [], 0);
  return writing.found;
}

function typeFacts(writing: Writing, type: string, path: readonly Step[], line: number): void {
  const { document, structures, found } = writing;
  const push = (fact: Fact): void => void found.push({ path, fact, line });
  const inner = /^(array|enum)\s*\[(.*)\]$/i.exec(type);
  const kinds = (inner?.[2] ?? '')
    .split(',')
    .map((one) => one.trim())
    .filter((one) => one !== '');
  const [kind = '', ...others] = kinds;
  if (inner?.[1]?.toLowerCase() === 'enum') push({ kind: 'type', words: kind === '' ? 'string' : kind });
  else if (inner && others.length === 0 && structures.has(kind)) push(refers(document, kind, 'list'));
  else if (inner)
    push({
      kind: 'type',
      words: kinds.length > 0 && kinds.every((one) => plainTypes.test(one)) ? `(${kinds.join(' | ')})[]` : 'array',
    });
  else if (/^enum$/i.test(type)) push({ kind: 'type', words: 'string' });
  else if (plainTypes.test(type)) push({ kind: 'type', words: type.toLowerCase() });
  else if (/^enum\b/i.test(structures.get(type)?.base ?? '')) {
    const { base = '', items = [] } = structures.get(type) ?? {};
    typeFacts(writing, base, path, line);
    memberFacts(writing, items, base, path, 1);
  } else if (structures.has(type)) push(refers(document, type, 'one'));
}

function refers(document: string, name: string, form: EntityReference['form']): Fact {
  return { kind: 'refers', reference: { document, words: name, link: `#${slug(name)}`, form } };
}

function memberFacts(
  writing: Writing,
  items: readonly BlueprintItem[],
  type: string,
  path: readonly Step[],
  depth: number,
): void {
  const { structures, found } = writing;
  writing.left -= 1 + items.length;
  if (depth > deepest || writing.left < 0) return;
  const isEnum = /^enum\b/i.test(type);
  const isList = /^array\b/i.test(type);
  const inner: readonly Step[] = isList ? [...path, { kind: 'items' }] : path;
  const values: JsonValue[] = [];
  for (const item of items) {
    const included = /^include\s+(.{1,100})$/i.exec(item.text)?.[1]?.trim();
    const structure = included === undefined ? undefined : structures.get(included.replaceAll('`', ''));
    if (structure) {
      memberFacts(writing, membersOf(structure, structures, depth), 'object', inner, depth + 1);
      continue;
    }
    const section = typeSection.exec(item.text)?.[0].toLowerCase();
    if (section === 'sample' || section === 'default') {
      const shown = section === 'default' ? shownValue(item) : undefined;
      if (shown !== undefined)
        found.push({ path, fact: { kind: 'default', value: typed(shown, type) }, line: item.line });
    } else if (section !== undefined && item.items.length > 0) memberFacts(writing, item.items, type, path, depth + 1);
    else if (isEnum) values.push(typed(memberOf(item.text).name.replaceAll('`', ''), type));
    else if (isList) listItem(writing, item, inner, depth);
    else property(writing, item, path, depth);
  }
  const [first] = items;
  if (values.length > 0 && first) found.push({ path, fact: { kind: 'enum', values, closed: true }, line: first.line });
}

/** An item of a list: its type in parentheses, or a value that shows it. */
function listItem(writing: Writing, item: BlueprintItem, path: readonly Step[], depth: number): void {
  const type = /^\(([^()]{1,200})\)/.exec(item.text)?.[1]?.split(',')[0]?.trim();
  const named = type ?? item.text.replaceAll('`', '').trim();
  if (type === undefined && !writing.structures.has(named)) return;
  typeFacts(writing, named, path, item.line);
  memberFacts(writing, item.items, named, path, depth + 1);
}

function property(writing: Writing, item: BlueprintItem, path: readonly Step[], depth: number): void {
  const { structures, found } = writing;
  const member = memberOf(item.text);
  if (member.name === '' || member.name.startsWith('(')) return;
  const own: readonly Step[] = [...path, member.isAny ? { kind: 'values' } : { kind: 'property', name: member.name }];
  const push = (fact: Fact): void => void found.push({ path: own, fact, line: item.line });
  const bare = item.items.length > 0 ? 'object' : member.value === '' ? '' : 'string';
  const type = member.type === '' ? bare : member.type;
  push({ kind: 'exists' });
  typeFacts(writing, type, own, item.line);
  if (member.description !== '') push({ kind: 'description', text: member.description });
  if (!member.isAny && member.marks.includes('required')) push({ kind: 'required', value: true });
  if (member.marks.includes('optional')) push({ kind: 'required', value: false });
  if (member.marks.includes('nullable')) push({ kind: 'nullable' });
  const listed = valuesOf(member.value);
  const isList = /^array\b/i.test(type);
  const kind = /\[(.{0,500})\]/.exec(type)?.[1] ?? (isList ? 'string' : type);
  const values = (isList ? listed : [member.value.replaceAll(/^`|`$/g, '')]).map((one) => typed(one, kind));
  if (member.value !== '') {
    const value: JsonValue = isList ? values : (values[0] ?? '');
    push(member.marks.includes('default') ? { kind: 'default', value } : { kind: 'example', value });
  }
  const base = structures.get(type);
  // what is said beside the members of a structure belongs here alone
  memberFacts(writing, item.items, base ? 'object' : type, own, depth + 1);
}

function shownValue(item: BlueprintItem): string | undefined {
  const rest = item.text.replace(/^default\s*:?\s*/i, '');
  const text = rest === '' ? (item.items[0]?.text ?? '') : rest;
  return text === '' ? undefined : text.replaceAll(/^`|`$/g, '');
}

/** The members of a structure with those of the structures that it is based on. Gives no diagnostics. */
export function membersOf(
  structure: Structure,
  structures: ReadonlyMap<string, Structure>,
  depth = 0,
): readonly BlueprintItem[] {
  const base = depth > deepest ? undefined : structures.get(structure.base);
  return base ? [...membersOf(base, structures, depth + 1), ...structure.items] : structure.items;
}

import type { Block, ListItem, ProseBlock } from '../../pages/page.ts';
import { blocksLocation, proseText } from '../blocks.ts';
import { describedText } from './described-text.ts';
import { fieldRoles } from './field-paragraphs.ts';
import type { FieldRow } from './field-row.ts';
import type { PartRole } from './heading-roles.ts';
import { readListHead } from './list-head.ts';
import { firstNotes, readNotes, typeWordsOf, type FieldNotes } from './list-notes.ts';
import type { Section } from './outline.ts';
import { plainText } from './markup.ts';
import type { Part } from './units.ts';

/** A value that a section describes whose heading is its name, as a row of the section around. */
export interface HeadedField {
  readonly part: Part;
  readonly row: FieldRow;
}

/**
 * The values that have a heading each (`### limit`, then `integer, optional` on a line, then what it is), and the parts that are
 * left. Heading or line must say a type or whether the value is required. Gives no diagnostics.
 */
export function headedFields(parts: readonly Part[]): { readonly fields: HeadedField[]; readonly rest: Part[] } {
  const fields: HeadedField[] = [];
  const rest: Part[] = [];
  let before: { readonly role: PartRole; readonly depth: number } | undefined;
  for (const group of sectionGroups(parts)) {
    const [first] = group;
    const { section } = first;
    // what stands between them ends the list
    if (before && section.depth < before.depth) before = undefined;
    const isBeside = section.role.isPlain && before !== undefined && before.depth === section.depth;
    const role = isBeside && before ? before.role : first.role;
    const found = fieldRoles.has(role) ? fieldOf(section, group) : undefined;
    if (!found) {
      rest.push(...group);
      continue;
    }
    before = { role, depth: section.depth };
    fields.push({ part: outerPart(first, role), row: found.row });
    rest.push(...group.filter(({ block }) => !found.read.has(block)));
  }
  return { fields, rest };
}

/** Parts that stand in one section, one after the other. */
function sectionGroups(parts: readonly Part[]): [Part, ...Part[]][] {
  const groups: [Part, ...Part[]][] = [];
  for (const part of parts) {
    const last = groups.at(-1);
    if (last && last[0].section === part.section) last.push(part);
    else groups.push([part]);
  }
  return groups;
}

/** The part as it is in the section around that of the name. */
function outerPart(part: Part, role: PartRole): Part {
  const titles = part.titles.at(-1) === part.section.title ? part.titles.slice(0, -1) : part.titles;
  return { ...part, role, titles, section: { ...part.section, title: titles.at(-1) ?? '' } };
}

/** A name as no sentence begins: in lower case, with separators, or that of a header. */
const headingForm = /^([a-z_$@][\w.$[\]-]{0,60}|[A-Z]\w{0,30}(?:-\w{1,30}){1,6})(?:\s+(\S.{0,100}))?$/;

/** A name in code, whatever its case. */
const codeForm = /^([A-Za-z_$@][\w.$[\]-]{0,60})$/;

function fieldOf(section: Section, group: readonly Part[]): { row: FieldRow; read: ReadonlySet<Block> } | undefined {
  const prose = group.flatMap(({ block }): ProseBlock[] => (block.kind === 'prose' ? [block] : []));
  const row = headedRow(section, prose);
  return row && { row, read: new Set<Block>(prose) };
}

/**
 * The value that a heading names, as it and the prose below it describe it; undefined where neither says a type or whether it is
 * required. Gives no diagnostics.
 */
export function headedRow(
  { heading, title, isCode, codeName, role }: Pick<Section, 'heading' | 'title' | 'isCode' | 'codeName' | 'role'>,
  prose: readonly ProseBlock[],
): FieldRow | undefined {
  const [, name, behind] =
    (codeName === undefined ? undefined : codeBefore(codeName, title)) ??
    (isCode && !role.isPlain ? codeForm.exec(title) : undefined) ??
    headingForm.exec(title) ??
    [];
  if (!heading || name === undefined) return undefined;
  const named = behind === undefined ? {} : notesBehind(behind);
  if (!named) return undefined;
  const { line, described } = saidOf(prose);
  const { text: description, required } = describedText(described);
  const notes = firstNotes([named, line ?? {}, required === undefined ? {} : { required }]);
  if (notes.words === undefined && notes.required === undefined) return undefined;
  const text = description === '' ? {} : { description };
  const location = blocksLocation([heading, ...prose]) ?? heading.location;
  return { ...notes, ...text, name, children: [], location, method: 'prose' };
}

/** A name in code and what else the heading says behind it, in the form of a match. */
function codeBefore(name: string, title: string): readonly string[] | undefined {
  const isName = codeForm.test(name) && title.startsWith(`${name} `);
  return isName ? [title, name, title.slice(name.length).trim()] : undefined;
}

/** What the line, or the list of labelled values (`- Type: string`), before the description says, and the description. */
function saidOf(prose: readonly ProseBlock[]): { readonly line: FieldNotes | undefined; readonly described: string } {
  const [first, ...others] = prose;
  const place = first?.items && listedPlace(first.items);
  if (place) {
    const { line, described } = saidOf(others);
    return { line: { ...line, place }, described };
  }
  if (first?.items) {
    const label = /^[*_]{0,2}description[*_]{0,2}\s?:[*_]{0,2}\s{0,3}/i;
    const texts = first.items.map(({ text }) => text);
    const line = typeLine(texts.filter((text) => !label.test(text)).join('\n'));
    const own = texts.filter((text) => label.test(text)).map((text) => text.replace(label, ''));
    return { line, described: line ? [...own, proseText(others)].join('\n\n').trim() : proseText(prose) };
  }
  const line = first?.form === 'paragraph' ? typeLine(first.text) : undefined;
  for (const one of line ? [] : prose) {
    const said = one.form === 'paragraph' ? codeLine(one.text) : undefined;
    if (!said) continue;
    const texts = [proseText(prose.filter((other) => other !== one)), said.rest];
    return { line: said.notes, described: texts.join('\n\n').trim() };
  }
  return { line, described: proseText(line ? others : prose) };
}

/** Where a list that says nothing else says that a value is sent: `- In: query`. */
function listedPlace(items: readonly ListItem[]): FieldNotes['place'] {
  const [text = '', ...others] = items.map((item) => plainText(item.text).trim());
  const [, place] = /^(?:in|location|sent in)\s?:\s{0,3}`?(query|path|header|cookie|body)`?$/i.exec(text) ?? [];
  const read = others.length === 0 && place !== undefined ? readNotes(`in ${place.toLowerCase()}`) : undefined;
  return read?.notes.place;
}

/** A line that begins with a type in code and goes on with what limits it, and what of that is prose: `` `number`, minimum: `0` ``. */
function codeLine(text: string): { readonly notes: FieldNotes; readonly rest: string } | undefined {
  const said =
    /^`[^`\n]{1,60}`(?:,|$)/.test(text) && text.length < 1000 ? readListHead(`\`x\` ${text}`, false) : undefined;
  return said?.notes.words === undefined
    ? undefined
    : { notes: said.notes, rest: said.rest.replace(/^[,;\s]{1,5}/, '') };
}

/** What stands behind the name in the heading; undefined where it is anything but notes. */
function notesBehind(text: string): FieldNotes | undefined {
  const plain = text.replace(/^\((.*)\)$/, '$1');
  const read = [plain.replaceAll(/[\s()]+/g, ', '), plain].map((one) => readNotes(one));
  return read.find((one) => one?.unread.length === 0)?.notes;
}

/** A line that says type, presence and default and nothing else; undefined for any other paragraph. */
function typeLine(text: string): FieldNotes | undefined {
  if (text.length > 300) return undefined;
  const plain = text.replaceAll('*', '').replaceAll(/(?<!\w)_|_(?!\w)/g, '');
  const segments = plain.split(/\n|\s[—–·•-]\s|(?=\b(?:type|required|default)\s?:)/i).map((one) => one.trim());
  const notes = segments.filter((one) => one !== '').map((one) => segmentNotes(one.replace(/[,;.]$/, '')));
  return notes.every((one) => one !== undefined) && notes.length > 0 ? firstNotes(notes) : undefined;
}

function segmentNotes(segment: string): FieldNotes | undefined {
  const [, label = '', value = ''] = /^(type|required)\s?:\s{0,3}(\S.{0,200})$/i.exec(segment) ?? [];
  if (/^required$/i.test(label)) {
    const isSaid = /^`?(?:(yes|true|✅|✓|✔)|no|false|❌|✗)`?$/iu.exec(value);
    return isSaid ? { required: isSaid[1] !== undefined } : undefined;
  }
  const words = value === '' ? segment : value;
  const values = /^`?((["'])[^"'`]{1,60}\2(?:\s?\|\s?(["'])[^"'`]{1,60}\3){1,30})`?$/.exec(words)?.[1];
  if (values !== undefined) {
    return { words: 'string', values: values.split('|').map((one) => one.trim().slice(1, -1)) };
  }
  const type = typeWordsOf(words);
  if (type !== undefined) return { words: type };
  const read = value === '' ? readNotes(segment) : undefined;
  return read?.unread.length === 0 ? read.notes : undefined;
}

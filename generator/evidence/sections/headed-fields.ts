import type { Block, ListItem, ProseBlock } from '../../pages/page.ts';
import { blocksLocation, proseText } from '../blocks.ts';
import { areTypedFields } from './bullets.ts';
import { describedText } from './described-text.ts';
import { formatOf } from './format-words.ts';
import { fieldRoles } from './field-paragraphs.ts';
import type { FieldRow } from './field-row.ts';
import type { PartRole } from './heading-roles.ts';
import { readListHead } from './list-head.ts';
import { firstNotes, readNotes, typeWordsOf, type FieldNotes } from './list-notes.ts';
import { statesStatus } from './stated-status.ts';
import type { Section } from './outline.ts';
import { plainText } from './markup.ts';
import { itemsLabel } from './schema-lines.ts';
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
  const prose = group.flatMap(({ block }): ProseBlock[] =>
    block.kind === 'prose' && !listsFields(block) && !statesStatus(block.text) ? [block] : [],
  );
  const row = headedRow(section, prose);
  return row && { row, read: new Set<Block>(prose) };
}

/** Whether a list below the name of a value is of fields that it holds, and not of labels of its own (`- Type: string`). */
function listsFields({ items }: ProseBlock): boolean {
  // a field may be called as a label is: `description`
  const labels = items?.filter(({ text }) => ownLabel.test(text)) ?? [];
  return items !== undefined && labels.length * 2 < items.length && areTypedFields(items);
}

const ownLabel =
  /^\W{0,5}(?:data ?type|type|required|optional|nullable|default|description|format|examples?|enum|in|location|style|explode|values?)\b/i;

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
  const sent = first?.items && listedNotes(first.items);
  if (sent) {
    const { line, described } = saidOf(others);
    return { line: { ...line, ...sent }, described };
  }
  if (first?.items) {
    const label = /^[*_]{0,2}description[*_]{0,2}\s?:[*_]{0,2}\s{0,3}/i;
    const texts = first.items.map(({ text }) => text);
    const line = typeLine(texts.filter((text) => !label.test(text)).join('\n'));
    const own = texts.filter((text) => label.test(text)).map((text) => text.replace(label, ''));
    return { line, described: line ? [...own, proseText(others)].join('\n\n').trim() : proseText(prose) };
  }
  const line = first?.form === 'paragraph' ? typeLine(first.text) : undefined;
  const more = line && line.words === undefined ? saidOf(others) : undefined;
  if (more?.line?.words !== undefined) return { line: { ...line, ...more.line }, described: more.described };
  for (const [index, one] of line ? [] : prose.entries()) {
    const said = one.form === 'paragraph' ? codeLine(one.text) : undefined;
    if (!said) continue;
    const label = prose[index - 1];
    const isItem = label?.form === 'paragraph' && itemsLabel.test(label.text);
    const isText = (other: ProseBlock): boolean =>
      other !== one && !(isItem && other === label) && !exampleLabel.test(other.text);
    const texts = prose.filter(isText).map(({ text }) => text);
    // what stands behind the type may only say again what it is
    const known = texts.some((text) => text.replaceAll(/\s+/g, ' ').startsWith(said.rest.replaceAll(/\s+/g, ' ')));
    const described = [...texts, ...(known ? [] : [said.rest])].join('\n\n').trim();
    return { line: isItem ? listNotes(said.notes) : said.notes, described };
  }
  return { line, described: proseText(line ? others : prose) };
}

/** The label of an example in code: `**Example: default**`. */
const exampleLabel = /^\*\*examples?(?:\s?:[^*\n]{0,60})?(?:\*\*:?|:\*\*)$/i;

/** What is noted of the items of a list, as noted of the list. */
function listNotes({ words, format, ...notes }: FieldNotes): FieldNotes {
  const known = words === undefined || format === undefined ? undefined : formatOf(words, format);
  return { ...notes, words: `array<${known === undefined ? words : `${words}<${known}>`}>` };
}

/** A label of how a value is sent that says nothing else of it (OAS 3.1, section 4.8.12.2). */
const styleLabel = /^(?:style|explode|allow ?reserved|content[- ]type)\s?:/i;

/** What a list of nothing but labels says that tells where a value is sent: `- In: query`, and beside it `- Style: form`, `- Required: yes`. */
function listedNotes(items: readonly ListItem[]): FieldNotes | undefined {
  const read = items.map((item) => {
    const text = plainText(item.text).trim();
    if (styleLabel.test(text)) return {};
    const place = /^(?:in|location|sent in)\s?:\s{0,3}`?(query|path|header|cookie|body)`?$/i.exec(text)?.[1];
    return place === undefined ? segmentNotes(text) : readNotes(`in ${place.toLowerCase()}`)?.notes;
  });
  const notes = read.every((one) => one !== undefined) ? firstNotes(read) : {};
  return notes.place === undefined ? undefined : notes;
}

/**
 * A line that begins with a type in code, or a label of allowed values with these, and goes on with what limits it, and what of that is prose:
 * `` `number`, minimum: `0` ``, `` `string` — the name of a box ``, `` possible values: `"a", "b"` ``.
 */
function codeLine(text: string): { readonly notes: FieldNotes; readonly rest: string } | undefined {
  if (text.length >= 1000) return undefined;
  const [values] = /^(?:possible|allowed) values:\s{1,3}`"[^`\n]{1,900}`/i.exec(text) ?? [];
  const begin = values === undefined ? '' : '`string`, ';
  if (values === undefined && !/^`[^`\n]{1,60}`(?:,|$|\s[—–-]\s)/.test(text)) return undefined;
  const said = readListHead(`\`x\` ${begin}${text}`, false);
  return said?.notes.words === undefined
    ? undefined
    : { notes: said.notes, rest: said.rest.replace(/^[,;\s—–-]{1,9}/, '') };
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

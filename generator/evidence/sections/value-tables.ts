import type { JsonValue } from '../../base/json.ts';
import { nameWords } from '../../base/names.ts';
import { unique } from '../../base/order.ts';
import type { Block, TableBlock } from '../../pages/page.ts';
import type { Evidence, Subject } from '../evidence.ts';
import { singular } from '../../base/singular.ts';
import { tableColumns } from './columns.ts';
import { links, plainText, titleText } from './markup.ts';
import type { Reading } from './operation-reading.ts';
import type { Part } from './units.ts';
import { fieldName } from './value-lists.ts';
import { constants } from './value-table.ts';

/** Headers of what values are called, whosever they are. */
const valueHeader =
  /^(?:(?:possible |allowed |valid |accepted |available |supported )?(?:values?|options?|choices?|constants?|literals?|enum(?: values?)?))$/i;

/** Headers of tables that are about something else than values. */
const otherHeader =
  /^(?:field|parameter|param|property|attribute|argument|header|description|status code|http status|error|version|date|method|path|url|endpoint|example|request|response)$/i;

/** Headers that say of any table that its rows are called something. */
const anyHeader = /^(?:name|key|id|type|code)$/i;

/** What is called so is put together of values that may be combined. */
const combined = /\b(?:flags?|bits?|bitfield|bitmask|bitwise|permissions?)\b/i;

/** A text that shows some values of many. */
const showsSome =
  /\b(?:samples?|examples?|e\.g\.|such as|some of|for instance|among others|including|most common|not exhaustive|non-exhaustive|etc)\b/i;

/** The header of what some values ask for besides: those that ask for nothing may be left out. */
const needs = /\b(?:needs?|requires?|required|requirements?|mandatory|additional|extra)\b/i;

/**
 * Reads the tables of an operation that list the values of one of its fields: it is named by the header (`` `state` ``), by the
 * text before (``Possible values for `state`:``), by the heading (``Values of `state` ``), or links to the heading in its
 * description. Tables that are read are taken out of what is unread. Gives no diagnostics.
 */
export function readValueTables(reading: Reading): void {
  const { parts } = reading.unit;
  const tables = new Set<Block>(reading.unread.filter(({ kind }) => kind === 'table'));
  if (tables.size === 0) return;
  const fields = describedFields(reading.evidence);
  for (const [index, part] of parts.entries()) {
    if (part.block.kind !== 'table' || !tables.has(part.block)) continue;
    const found = valuesOf(part.block, { part, before: parts[index - 1], fields });
    if (found.length === 0) continue;
    reading.evidence.push(...found);
    reading.unread.splice(reading.unread.indexOf(part.block), 1);
  }
}

interface Field {
  readonly subject: Subject;
  readonly name: string;
  /** What describes it, and the type words stated for it. */
  readonly texts: readonly string[];
  readonly words: string;
}

interface Surroundings {
  readonly part: Part;
  readonly before: Part | undefined;
  readonly fields: readonly Field[];
}

/** The parameters and parts of bodies that evidence is about, each once. */
function describedFields(evidence: readonly Evidence[]): Field[] {
  const facts = new Map<string, { subject: Subject; name: string; texts: string[]; words: string }>();
  for (const { subject, fact } of evidence) {
    const name = fieldName(subject);
    if (name === undefined || fact.kind === 'sample') continue;
    const key = JSON.stringify(subject);
    const field = facts.get(key) ?? { subject, name, texts: [], words: '' };
    if (fact.kind === 'description') field.texts.push(fact.text);
    if (fact.kind === 'type') field.words = `${field.words} ${fact.words}`.trim();
    facts.set(key, field);
  }
  return [...facts.values()];
}

function valuesOf(table: TableBlock, { part, before, fields }: Surroundings): Evidence[] {
  const header = plainText(table.header[0] ?? '').trim();
  const isCode = /^`[^`]+`$/.test((table.header[0] ?? '').trim());
  const intro = before?.block.kind === 'prose' && before.section === part.section ? lastLine(before.block.text) : '';
  const title = part.section.title;
  const words = spelled(header);
  const ofHeader = valueHeader.test(header)
    ? []
    : fields.filter(({ name }) =>
        isCode ? name === header : !otherHeader.test(header) && !anyHeader.test(header) && spelled(name) === words,
      );
  // a header that names something else is about that
  const isOpen = valueHeader.test(header) || (!otherHeader.test(header) && words.split(' ').length === 1);
  const isNamed = (text: string): Field[] => (isOpen ? fields.filter(({ name }) => namesValues(text, name)) : []);
  const linked = fields.filter(
    ({ name, texts }) =>
      (valueHeader.test(header) || [name, title].some((one) => lastWord(one) === lastWord(header))) &&
      texts.some((text) => linksTo(text, part.section.anchors)),
  );
  const owners = [ofHeader, isNamed(intro), isNamed(title), linked].find((list) => list.length > 0) ?? [];
  if (unique(owners.map(({ name }) => name)).length !== 1 || areNested(owners)) return [];
  // what the first column is called after stands in that, whatever numbers stand beside it
  const values = constants(owners === ofHeader && !tableColumns(table).has('value') ? firstColumn(table) : table, 0);
  const isCombined = combined.test(`${intro} ${title} ${spelled(owners[0]?.name ?? '')}`);
  // the statuses of answers are no values of theirs
  const areStatuses = values?.every((one) => typeof one === 'number' && one >= 100 && one <= 599);
  if (!values || isCombined || areStatuses) return [];
  return owners.map(({ subject, words: type }) => ({
    subject,
    fact: {
      kind: 'enum',
      values: unique(values.map((one) => typed(one, type))),
      // of several in one text each may stand beside others
      closed:
        !showsSome.test(`${intro} ${title}`) &&
        !/\bany (?:combination |number )?of\b/i.test(intro) &&
        !table.header.some((cell) => needs.test(cell)),
    },
    location: table.location,
    method: 'cell',
    confidence: 'medium',
  }));
}

function firstColumn(table: TableBlock): TableBlock {
  const rows = table.rows.map(({ cells, location }) => ({ cells: cells.slice(0, 1), location }));
  return { ...table, header: table.header.slice(0, 1), rows };
}

function spelled(text: string): string {
  return nameWords(text).join(' ').toLowerCase();
}

/** The last word of a name or title, of one thing: `Crate states` → state; empty where it has none. */
export function lastWord(text: string): string {
  return singular(nameWords(plainText(text)).at(-1)?.toLowerCase() ?? '');
}

function lastLine(text: string): string {
  return text.trim().split('\n').at(-1)?.slice(-300) ?? '';
}

/**
 * Whether a text is about the values of a field: it names it in code, and nothing else, or says whose values follow (`Values of
 * the state`, `State values`). Gives no diagnostics.
 */
function namesValues(text: string, name: string): boolean {
  const codes = unique([...text.matchAll(/`([^`\n]{1,80})`/g)].map(([, code = '']) => code));
  if (codes.length > 0) return codes.length === 1 && codes[0] === name;
  const said = ofValues
    .exec(titleText(text).trim())
    ?.slice(1)
    .find((one) => one !== undefined);
  return said !== undefined && spelled(said) === spelled(name);
}

/** `Possible values for the state:`, `State values`. */
const ofValues =
  /^(?:(?:possible|allowed|valid|accepted|available|supported)\s)?(?:values|options|choices)\s(?:of|for)\s(?:the\s)?([\w. -]{1,60}):?$|^([\w. -]{1,60})\s(?:values|options|choices|enum):?$/i;

function linksTo(text: string, anchors: readonly string[]): boolean {
  return links(text).some(({ target }) => target.startsWith('#') && anchors.includes(target.slice(1)));
}

/** Whether several parts of one body have the name, so that it is not said which is meant. */
function areNested(fields: readonly Field[]): boolean {
  const places = fields.map(({ subject }) =>
    subject.kind === 'parameter'
      ? `parameter ${subject.location}`
      : `${subject.kind} ${'status' in subject ? subject.status : ''}`,
  );
  return unique(places).length < places.length;
}

/** A value as the stated type has it: `1` of a text is a text. */
function typed(value: JsonValue, words: string): JsonValue {
  const isNumber = /\b(?:int(?:eger)?|number|float|long)\d*\b/i.test(words);
  return typeof value === 'number' && !isNumber && words !== '' ? String(value) : value;
}

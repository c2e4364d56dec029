import type { CodeBlock, ProseBlock, TableBlock } from '../../pages/page.ts';
import { statusesOf, statusOf } from '../status-words.ts';
import type { Evidence, Fact, Subject } from '../evidence.ts';
import { cellBody, cellBodyEvidence } from './cell-types.ts';
import { tableColumns } from './columns.ts';
import { headingRole } from './heading-roles.ts';
import { typeWordsOf } from './list-notes.ts';
import { plainText } from './markup.ts';
import type { Reading } from './operation-reading.ts';
import { typeText } from './references.ts';
import { codedClass } from './type-notations.ts';
import { returningWords } from './stated-status.ts';
import type { Part } from './units.ts';
import { wholeType } from './whole-types.ts';

/** An operation whose answers are read, and where facts about them go. */
type Answered = Pick<Reading, 'operation' | 'evidence'>;

/** A link to what is answered, alone or as what a list holds, and nothing else. */
const answerLink =
  /^[*_]{0,3}(?:(?:an?|the|this)\s(?:[a-z]{1,20}\s)?(?=\[))?(?:(?:(?:array|list) of |(?:array|list|set)\[)?\[[^\][]{1,200}\]\([^()\s]{1,300}\)(?: or \[[^\][]{1,200}\]\([^()\s]{1,300}\)){0,9}\]?|(?:array|list|set)\[\w{1,100}\])[*_]{0,3}\.?$/i;

/** A description with a link behind it to the section that is called as the words of the link: `A box. [Box](#Box)`. */
const linkBehind = /^(.*?)\s{0,9}((?:array|list|set)\[\w{1,100}\]|\[(?<words>[^\][\s]{1,100})\]\(#\k<words>\))$/is;

/**
 * A paragraph that is a link to what is answered and nothing else, or, where its status is known, a description with such a link behind it;
 * false for any other.
 */
export function readAnswerType(reading: Reading, { status, section }: Part, block: ProseBlock): boolean {
  // below a heading that calls it a type
  const isCalled =
    /^(?:response|return) (?:type|class|model)$/i.test(section.title) && /^[A-Za-z]\w{0,100}$/.test(block.text.trim());
  const text = block.text.trim();
  const [, described = '', behind] = (status !== undefined && text.length < 3000 && linkBehind.exec(text)) || [];
  const words = isCalled || answerLink.test(text) ? text : behind;
  const coded = codedClass(text);
  const { reference } =
    coded !== undefined
      ? typeText(coded, block.location.document)
      : words === undefined
        ? {}
        : typeText(words.replace(/^(?:list|set)\[/i, 'array['), block.location.document);
  const whole = status === undefined && !isOfContent(section.title) ? undefined : wholeType(text)?.words;
  const type = words === undefined || reference ? whole : plainType(words);
  if (!reference && type === undefined) return false;
  const subject: Subject = {
    kind: 'response',
    operation: reading.operation,
    path: [],
    ...(status !== undefined && { status }),
  };
  add(reading, subject, { kind: 'exists' }, block.location);
  if (reference) add(reading, subject, { kind: 'refers', reference }, block.location);
  if (type !== undefined) add(reading, subject, { kind: 'type', words: type }, block.location);
  if (behind !== undefined && described !== '')
    add(reading, subject, { kind: 'description', text: described }, block.location);
  return true;
}

/** A heading of what has one media type: `Content-Type: text/plain`. */
function isOfContent(title: string): boolean {
  return /^(?:content[- ]type|media type)\b/i.test(title);
}

/** The word for a type that a link shows, or for a list of such. */
function plainType(text: string): string | undefined {
  return typeWordsOf(plainText(text.replaceAll('\\', '')));
}

/** A line that names a status, what it answers with and what it means: `200 ([Box](#box)): OK`. */
const statusLine =
  /^\W{0,4}([1-5](?:\d\d|XX))\W{0,3}?(?:\s\((\[[^\][]{1,100}\]\([^()\s]{1,200}\)|[\w [\]]{1,60})\))?\s{0,2}(?::|[-–—]\s|\s(?=(?:with|if|when|on)\s))\s{0,3}(\S.{0,300})$/;

/** Words before a status that say that it is returned, where a colon or dash and what it means come behind it. */
const returning = new RegExp(
  String.raw`${returningWords}(?=\W{0,3}[1-5]\d\d(?:\s[A-Z][\w '-]{1,40})?\x60?(?::|\s[-–—])\s\S)`,
  'i',
);

/** Whether a text begins by saying that a status is returned, and what it means: ``Returns `404` - there is none``. Gives no diagnostics. */
export function beginsWithStatus(text: string): boolean {
  return returning.test(text);
}

/** A paragraph whose every line names a status; false for any other. */
export function readStatusLines(reading: Reading, block: ProseBlock): boolean {
  const lines = block.text
    .split('\n')
    .map((line) => statusLine.exec(line.replace(/^<br\s?\/?>/, '').replace(returning, '')));
  if (block.form !== 'paragraph' || lines.includes(null)) return false;
  for (const [index, line] of lines.entries()) {
    const [, status = '', words, text] = line ?? [];
    const location = { document: block.location.document, line: block.location.line + index };
    addStatus(reading, { status, text, words }, location);
  }
  return true;
}

/** Reads a paragraph of statuses, each on a line with what is said of it below; false for any other. */
export function readStatusParagraph(reading: Answered, { form, text, location }: ProseBlock): boolean {
  const found: { status: string; readonly lines: string[]; readonly line: number }[] = [];
  for (const [index, line] of text.split('\n').entries()) {
    const status = /^\W{0,4}([1-5]\d\d)(?:\s[A-Z][A-Za-z'-]{1,20}(?:\s[A-Z][A-Za-z'-]{1,20}){0,4})?\W{0,4}$/.exec(
      line,
    )?.[1];
    if (status !== undefined) found.push({ status, lines: [], line: location.line + index });
    else if (found.length === 0) return false;
    else found.at(-1)?.lines.push(line.trim());
  }
  if (form !== 'paragraph' || found.length === 0) return false;
  for (const { status, lines, line } of found) {
    const description = lines.length > 0 ? lines.join(' ') : undefined;
    addStatus(reading, { status, text: description }, { document: location.document, line });
  }
  return true;
}

/**
 * Reads a line that names a status in its label: `**Response (204 No Content):** Nothing.`, `**204** Nothing.`, behind it
 * (`Success response: `201 Created``), or a run of statuses behind one; false for any other.
 */
export function readLabelledStatus(reading: Answered, block: ProseBlock): boolean {
  if (readStatusRun(reading, block)) return true;
  const { form, text, location } = block;
  const [, bold, plain, said = ''] =
    /^(?:(?:\*\*|__)([^*_\n]{3,60}?):?(?:\*\*|__)\s?:?|([A-Z][^:*_\n]{3,60}?)(?::|\s[–—-](?=\s`[1-5])))\s(\S[^\n]{0,500})$/.exec(
      text,
    ) ?? [];
  if (form !== 'paragraph' || /^[{[]|^`[{[]/.test(said)) return false;
  const { role, isPlain, status } = headingRole(bold ?? plain ?? '');
  if (!isPlain || !(role === 'response' || role === 'error')) return false;
  const [, behind, reason, more = ''] = codedStatus.exec(said) ?? [];
  if (status === undefined && behind === undefined) return false;
  addStatus(reading, status === undefined ? { status: behind ?? '', text: reason } : { status, text: said }, location);
  if (status === undefined)
    for (const [, other = '', otherReason] of more.matchAll(furtherStatus))
      addStatus(reading, { status: other, text: otherReason }, location);
  return true;
}

/** A status in code with what is said of it, and further ones in that: `` `200 OK` with the box, or `302 Found` ``. */
const codedStatus =
  /^`([1-5]\d\d)(?: ([A-Z][\w '-]{1,40}))?`(?:\.?$|[,;]?\s(?=with|if|when|on|or|and|[(–—-])([^[\]]*)$)/;
const furtherStatus = /\b(?:or|and) `([1-5]\d\d)(?: ([A-Z][\w '-]{1,40}))?`/g;

/** A status in code with which a text begins that says when it comes, or with what: `` `201 Created` with the [box](#box)``. */
const openingStatus =
  /^`([1-5]\d\d)(?: ([A-Z][\w '-]{1,40}))?`(?=\.?$|[,;]?\s(?:with|if|when|on|for|is|means|or|and|[(–—-])(?:\s|$))/;
const nextStatus =
  /(?:[,;.]|\b(?:or|and))\s`([1-5]\d\d)(?: ([A-Z][\w '-]{1,40}))?`(?=\s(?:with|if|when|on|for|is|means)\b|[,;.]|$)/g;

/** Adds the statuses of a paragraph that begins with one in code: ``` `404` if there is no such box, `403` if it is locked.```. */
export function readCodedStatuses(reading: Answered, { form, text, location }: ProseBlock): void {
  const first = form === 'paragraph' ? openingStatus.exec(text) : null;
  if (!first) return;
  const found = [first, ...text.slice(first[0].length, 2000).matchAll(nextStatus)];
  for (const [, status = '', reason] of found) addStatus(reading, { status, text: reason }, location);
}

/** The label of a line of statuses: `Normal response codes:`, `Status codes:`. */
const runLabel =
  /^[\s*_]{0,4}(?:(?:normal|success(?:ful)?|error|possible|expected|http|failure|other)\s){0,2}(?:(?:http\s)?(?:response|status|return|error)\s){1,2}codes?(?:\(s\))?[\s*_]{0,4}:[\s*_]{0,4}/i;

/** One of them, with the name that its reason may have: `200`, `badRequest(400)`, `404 Not Found`. */
const runItem = /^`?(?:[A-Za-z][\w ]{0,40}\s?\()?([1-5]\d\d)\)?`?(?:\s?\(?([A-Za-z][\w '-]{1,60})\)?)?$/;

/** Reads a line that is a label and a run of statuses: `Error response codes: badRequest(400), conflict(409)`; false for any other. */
function readStatusRun(reading: Answered, { form, text, location }: ProseBlock): boolean {
  const label = form === 'paragraph' && text.length < 500 ? runLabel.exec(text)?.[0] : undefined;
  if (label === undefined) return false;
  const items = text
    .slice(label.length)
    .replace(/\.$/, '')
    .split(/,|\band\b|\n/)
    .map((item) => item.trim())
    .filter((item) => item !== '');
  const found = items.map((item) => runItem.exec(item));
  if (found.length === 0 || found.includes(null)) return false;
  for (const match of found) addStatus(reading, { status: match?.[1] ?? '', text: match?.[2] }, location);
  return true;
}

/** Reads code in a response that shows a status and nothing else (`204 No Content`); false for any other. */
export function readShownStatus(reading: Reading, { role }: Part, { text, location }: CodeBlock): boolean {
  const isAnswer = role === 'response' || role === 'error';
  const status = isAnswer ? /^\s*([1-5]\d\d)(?:\s[A-Za-z -]{1,40})?\s*$/.exec(text.slice(0, 100))?.[1] : undefined;
  if (status === undefined || text.length > 100) return false;
  addStatus(reading, { status, text: undefined }, location);
  return true;
}

/** What a line or row says of one status: `words` are those for the type of the answer. */
export interface StatedStatus {
  readonly status: string;
  readonly text: string | undefined;
  readonly words?: string | undefined;
}

/** What is said of a status that begins with a link to what it answers with: `the [box](#box)`, `[Fault](fault.md): it is taken`. */
const linkedWords =
  /^(?:returns?\s)?(?:an?\s|the\s)?((?:(?:array|list)\sof\s)?)(?:the\s)?(\[[^\][\n]{1,100}\]\([^()\s]{1,300}\))(?:\s(?:objects?|entity|resource))?(?=$|[.:;]|\s[(–—-])/i;

/** The words for what a status answers with, where what is said of it begins with a link to that: `List of [boxes](#box)`. Gives no diagnostics. */
export function linkedAnswer(text: string): string | undefined {
  return codedClass(text) ?? linkedWords.exec(text.trim())?.slice(1).join('');
}

/** The media types in code that what is said of a success ends in: ``The box. `text/csv` or `application/json` ``. */
function typesBehind(status: string, text: string): string[] {
  if (!status.startsWith('2')) return [];
  const head = openingType.exec(text)?.[1];
  const tail = head ?? codedTypes.exec(text.slice(-300))?.[0];
  return tail === undefined ? [] : [...tail.matchAll(/[a-z]{1,20}\/[\w.+-]{1,60}/g)].map(([type]) => type);
}

/** A media type in brackets or code with which what is said of a status begins: ``(`text/csv`): the log``. */
const openingType = /^\s?\(?`?((?:application|text|image|audio|video)\/[\w.+-]{1,60})`?\)?(?:\s?[:–—-]\s{1,3}|$)/;

const codedTypes =
  /(?:`(?:application|text|image|audio|video)\/[\w.+-]{1,60}`(?:,\s(?:or\s)?|\sor\s)?){1,6}\.?\s{0,3}$/;

/** Adds what is said of one status: that it exists, its text, and what it answers with. */
export function addStatus(
  reading: Answered,
  { status, text, words }: StatedStatus,
  location: Evidence['location'],
): void {
  const subject: Subject = {
    kind: 'response',
    operation: reading.operation,
    status: /xx$/i.test(status) ? status.toUpperCase() : status.toLowerCase(),
    path: [],
  };
  add(reading, subject, { kind: 'exists' }, location);
  const said = text?.replace(openingType, '').trim() ?? '';
  if (said !== '' && codedClass(said) === undefined)
    add(reading, subject, { kind: 'description', text: said }, location);
  for (const mediaType of typesBehind(status, text ?? ''))
    add(reading, subject, { kind: 'mediaType', mediaType }, location);
  const type = words ?? linkedAnswer(text ?? '');
  const body = type === undefined ? undefined : cellBody(type, location);
  if (body) reading.evidence.push(...cellBodyEvidence(body, subject, location));
}

/** Reads a table of statuses, each row a response; false for any other. */
export function readStatusTable(reading: Answered, table: TableBlock): boolean {
  const columns = tableColumns(table);
  const at = columns.get('status') ?? columns.get('value') ?? (columns.has('name') ? undefined : 0);
  const typeAt = columns.get('type') ?? bodyColumn(table, at);
  if (at === undefined || (columns.has('type') && !columns.has('status'))) return false;
  // some renderers have 0 for any other status
  const statuses = table.rows.map((row) => statusOf(plainText(row.cells[at] ?? '').replace(/^0$/, 'default')));
  if (
    statuses.length === 0 ||
    !statuses.every((status, row) => status !== undefined && plainText(table.rows[row]?.cells[at] ?? '').length < 40)
  ) {
    return false;
  }
  if (statuses.some((status) => isOwnCode(status ?? ''))) return false;
  table.rows.forEach((row, index) => {
    const text = row.cells[columns.get('description') ?? (typeAt === at + 1 ? at + 2 : at + 1)];
    const words = typeAt === undefined ? undefined : row.cells[typeAt];
    const named = statusesOf(plainText(row.cells[at] ?? ''));
    for (const status of named.length > 1 ? named : [statuses[index] ?? ''])
      addStatus(reading, { status, text, words }, row.location);
  });
  return true;
}

/** Whether a number that looks like a status is none: below 400 only those of the registry are used (RFC 9110, section 15, and others). */
function isOwnCode(status: string): boolean {
  return /^[123]\d\d$/.test(status) && !/^(?:10[0-3]|20[0-8]|226|30[0-8])$/.test(status);
}

/** The column that says what each status answers with, under a header that calls it so: `Body`, `Returns`. */
function bodyColumn({ header, rows }: TableBlock, statusAt: number | undefined): number | undefined {
  const named = /^(?:(?:response )?(?:body|content|payload|model|object|schema)|returns|response|result)$/i;
  const at = header.findIndex((cell, index) => index !== statusAt && named.test(plainText(cell.slice(0, 60))));
  return at === -1 || rows.every(({ cells }) => outcome.test(plainText(cells[at] ?? ''))) ? undefined : at;
}

/** What a call comes to, which is no body: `Success`, `Error`. */
const outcome = /^(?:success(?:ful)?|ok|errors?|fail(?:ed|ure)|invalid|denied|not found|-?)$/i;

function add(reading: Answered, subject: Subject, fact: Fact, location: Evidence['location']): void {
  reading.evidence.push({ subject, fact, location, method: 'prose', confidence: 'high' });
}

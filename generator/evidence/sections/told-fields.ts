import type { Location } from '../../base/location.ts';
import type { ProseBlock } from '../../pages/page.ts';
import type { OperationName } from '../evidence.ts';
import type { FieldRow } from './field-row.ts';
import type { InlineFields } from './inline-fields.ts';
import { readListHead } from './list-head.ts';
import { typeWordsOf } from './list-notes.ts';
import { withoutLinks } from './markup.ts';

/** Longer texts are no sentences about fields. */
const maxText = 3000;

const kindOfBody = String.raw`(?:(?:json|request|post|http)\s){0,2}(?:body|payload|(?<=json\s)(?:object|document))`;

/** What says that the fields behind it are those of a body: `The body is a JSON object with`, `Send a JSON body containing`. */
const ofBody = new RegExp(
  String.raw`\b(?:the|an?|its|your)\s${kindOfBody}(?:\s(?:is|must be|should be|has to be)(?:\s(?:an?|the))?(?:\s(?:json|simple|single)){0,2}(?:\s(?:object|document|hash|map))?)?(?:\s(?:with|containing|that contains|contains|must contain|should contain|may contain|can contain|including|that has|has|must have|holding|made of|consists of|consisting of)(?:\s(?:the\s)?(?:following\s)?(?:fields|properties|keys|members|attributes))?:?(?:\sat\sleast)?|:)\s(?=(?:an?|the|its|optional|required|\x60)[\s\w])`,
  'gi',
);

/** What says that the fields behind it are those of an answer: `The response contains`, `Returns an object with`. */
const ofAnswer =
  /\b(?:(?:the|its|each)\s(?:json\s)?(?:response|answer|result|reply)(?:\s(?:body|object|document))?\s(?:(?:is|will be)\s(?:an?\s)(?:json\s)?(?:object|document)\s)?(?:with|containing|that contains|contains|holds|includes|has|consists of|carries)|(?:returns?|answers with|responds with|replies with|gives back|you get(?: back)?)\san?\s(?:json\s)?(?:object|document)\s(?:with|containing|that contains|that has|of)|(?:returns?|gives back)(?=\s`[a-z_]\w{1,40}`(?:\s\([^()\n]{1,100}\))?(?:,|\sand)\s`))(?:\s(?:the\s)?(?:following\s)?(?:fields|properties|keys|members|attributes))?:?\s(?=(?:an?|the|its|`)[\s\w])/gi;

/** What says that the fields before it are those of a body: `Send `name` and `size` in the body`. */
const inBody = new RegExp(
  String.raw`\b(?:send|sends|pass|post|put|provide|supply|include|requires?|needs?|takes?|accepts?|expects?|give)\s(?=[^.\n]{1,400}?\sin\s(?:the|a|your)\s${kindOfBody}\b)`,
  'gi',
);

/** What says that the fields behind it narrow, order or cut a list: `You can filter the list with`. */
const ofQuery =
  /\b(?:filter|narrow|restrict|limit|refine|page|paginate|sort|order|search)(?:e?d|ing)?(?:\s[\w']{1,20}){0,5}?\s(?:with|using|via|through)\s(?=(?:the\s)?`)/gi;

/** A sentence that says what is not so, or only sometimes. */
const denies = /\b(?:no longer|not|never|n't|cannot|deprecated|removed|instead of|unlike|without|ignored?|unless)\b/i;

/** A sentence about some cases. */
const onlyIf = /\b(?:if|when|unless|for requests|in case)\b/i;

/**
 * The fields that sentences about an operation name in code: those of its body (`The body is a JSON object with a `grams` number and
 * an optional `note`.`, `Send `name` (string) in the body`), of its answer (`The response contains `id` and `state``), and, of a call that reads, those by which a list is narrowed or cut
 * (`filter it with `state` (one of `open`, `shut`)`), and what is said of segments of its path (`` `:id` is the id of the box``).
 * What stands in parentheses behind a name is about it. Gives no diagnostics.
 */
export function toldFields(block: ProseBlock, { method, path }: OperationName): InlineFields[] {
  if (block.form !== 'paragraph' || block.text.length > maxText || !block.text.includes('`')) return [];
  const sends = /^(?:post|put|patch)$/.test(method);
  const text = withoutLinks(block.text);
  const inPath = path.includes('{') ? pathRows(text, path, block.location) : [];
  const found = sentences(text).flatMap((sentence): InlineFields[] => {
    if (denies.test(withoutAsides(sentence))) return [];
    const rowsOf = (patterns: readonly RegExp[]): FieldRow[] =>
      patterns.flatMap((pattern) =>
        [...sentence.matchAll(pattern)].flatMap((match) =>
          named(sentence.slice(match.index + match[0].length), block.location, isNeeded.test(match[0])),
        ),
      );
    const sent = rowsOf(sends ? [ofBody, inBody] : method === 'get' ? [ofQuery] : []);
    const answered = onlyIf.test(sentence) ? [] : rowsOf([ofAnswer]);
    return [
      ...(sent.length > 0 ? [{ role: sends ? 'body' : 'query', rows: sent } as const] : []),
      ...(answered.length > 0 ? [{ role: 'response', rows: answered } as const] : []),
    ];
  });
  return inPath.length > 0 ? [{ role: 'path', rows: inPath }, ...found] : found;
}

/** What a clause says that a segment of the path is: `` `:id` is the numeric id of the box``. */
const isClause =
  /(?<!\b(?:if|when|whether|unless|while|that)\s)`[:{<$]{0,2}([A-Za-z_][\w-]{0,60})[}>]?`\s(?:is|must be|stands for|identifies)\s((?:the|an?|your|its)\s[^.;\n]{3,200})/gi;

/** The segments of a path that a text explains. */
function pathRows(text: string, path: string, location: Location): FieldRow[] {
  return [...text.matchAll(isClause)].flatMap(([, name = '', description = '']): FieldRow[] =>
    path.includes(`{${name}}`) ? [{ name, description, children: [], location, method: 'prose' }] : [],
  );
}

/** The sentences of a text; a full stop in parentheses ends none. */
function sentences(text: string): string[] {
  return text.replaceAll(/\n(?!\n)/g, ' ').split(/(?<=[.!?])\s+(?=[A-Z`])|\n{2,}/);
}

function withoutAsides(text: string): string {
  return text.replaceAll(/\([^()]{0,300}\)|`[^`]{0,100}`/g, ' ');
}

const name = String.raw`\x60(?<name>[A-Za-z_$][\w$-]{0,60}(?:\[\])?)\x60`;
const typeWords = String.raw`(?:strings?|text|integers?|ints?|numbers?|floats?|booleans?|bools?|arrays?|lists?|objects?|timestamps?|dates?|UUIDs?)`;

/** One field: `an optional `note` string`, `the number `grams``, `` `state` (one of `open`, `shut`) of the box``. */
const field = new RegExp(
  String.raw`^(?:(?:an?|the|its|your|one|two|three|at least)\s)?(?:(?:(?<presence>optional|required|mandatory)|json|numeric|(?<before>${typeWords}))\s){0,2}(?:(?:fields?|keys?|propert(?:y|ies)|parameters?|values?)\s)?${name}(?:\s(?:(?<behind>${typeWords})|field|key|property|parameter|value))?(?:\s?\((?<note>[^()]{1,300})\))?`,
  'i',
);

/** What joins a field to the next one; a few words may say what the first is. */
const joiner =
  /^(?:[^`.;:()]{0,60}?)(?:,\s(?:(?:and|or|plus)\b,?\s)?(?:optionally,?\s)?|\s(?:and|plus|or),?\s(?:optionally,?\s)?)/i;

/** Words that say that all fields behind them have to be there. */
const isNeeded = /\b(?:requires?|needs?|must (?:contain|have)|at least)\b/i;

/** A note about all fields before it: `` `r`, `g` and `b` (integers from 0 to 255)``. */
const ofAll =
  /^(?:(?:all|both|each)\s)?(?<words>integers|numbers|strings|booleans|dates|timestamps)\b[\s,]{0,3}(?<rest>.{0,280})$/i;

/** More fields are in no sentence. */
const mostFields = 20;

/** The fields at the begin of a piece of a sentence, as far as they are joined to each other. */
function named(piece: string, location: Location, needed: boolean): FieldRow[] {
  const rows: FieldRow[] = [];
  let rest = piece;
  let joined = '';
  for (let match = field.exec(rest); match && rows.length < mostFields; match = field.exec(rest)) {
    const { name: own = '', presence, before, behind, note } = match.groups ?? {};
    const { words: shared, rest: more } = ofAll.exec(note ?? '')?.groups ?? {};
    const said = presence ?? (/\boptionally\b/i.test(joined) ? 'optional' : needed ? 'required' : undefined);
    rows.push(rowOf(own, { presence: said, words: before ?? behind ?? shared, note: shared ? more : note }, location));
    if (shared !== undefined) shareNote(rows, shared, more);

    rest = rest.slice(match[0].length);
    joined = joiner.exec(rest)?.[0] ?? '';
    // words between two fields may say what the first is, but a verb begins another clause
    if (joined === '' || /\b(?:is|are|will|to|which|that|if|when|by)\s/.test(joined)) break;
    rest = rest.slice(joined.length);
  }
  return rows;
}

/** Gives what a note says of several fields to those before it that have none of their own. */
function shareNote(rows: FieldRow[], words: string, note: string | undefined): void {
  const type = singular(words);
  for (let at = rows.length - 2; at >= 0; at -= 1) {
    const row = rows[at];
    if (!row || row.words !== undefined || row.description !== undefined) return;
    rows[at] = { ...row, ...(type !== undefined && { words: type }), ...(note && { description: note }) };
  }
}

function singular(words: string): string | undefined {
  return typeWordsOf(words.toLowerCase().replace(/(?<=[^s])s$/, ''));
}

interface Told {
  readonly presence: string | undefined;
  readonly words: string | undefined;
  readonly note: string | undefined;
}

function rowOf(written: string, { presence, words, note }: Told, location: Location): FieldRow {
  const head = note === undefined || note === '' ? undefined : readListHead(`\`${written}\` (${note})`, false);
  const description = head && Object.keys(head.notes).length > 0 ? head.rest.replace(/^\((.*)\)$/, '$1') : note;
  const type = words === undefined ? undefined : singular(words);
  const isList = written.endsWith('[]');
  return {
    ...(presence !== undefined && { required: !/^optional$/i.test(presence) }),
    ...(isList ? { words: 'array' } : type !== undefined && { words: type }),
    ...head?.notes,
    name: written.replace(/\[\]$/, ''),
    ...(description !== undefined && description.trim() !== '' && { description }),
    children: [],
    location,
    method: 'prose',
  };
}

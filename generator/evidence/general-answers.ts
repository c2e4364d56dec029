import { pagesOfAll } from './all-operations.ts';
import { namedOperations } from '../base/named-operations.ts';
import type { Block, Page, ProseBlock } from '../pages/page.ts';
import type { Evidence, OperationName } from './evidence.ts';
import type { KindAt } from './page-kinds.ts';
import { generalAnswerHeaders } from './sections/answer-headers.ts';
import { readStatusList } from './sections/bullets.ts';
import { lastSentence } from './sections/introduced-object.ts';
import { plainText } from './sections/markup.ts';
import { addStatus, readStatusTable } from './sections/operation-statuses.ts';
import { unitsOf, type Units } from './sections/units.ts';

/** Words for all operations, or for all that they answer. */
const ofAll =
  /\b(?:all|every|each|any)\s(?:(?:of\s(?:the|our|these)|the|our|api|http|rest|public)\s){0,3}(?:endpoints?|requests?|calls?|operations?|methods?|routes?|resources?|functions?|responses?|answers?|apis?)\b/i;

/** Words by which a sentence makes exceptions, or says that others tell. */
const exceptions =
  /\b(?:except|unless|most|some|many|few|not|documents?|lists?|describes?|details?|own|specific|typical(?:ly)?|webhooks?|callbacks?|your\s(?:server|endpoint|responses?|answers?)|following\s(?:endpoints|requests|methods|operations))\b/i;

/** A sentence about what stands before it. */
const aboutThese = /^(?:these|they|those|all of (?:these|them)|the (?:codes|errors|statuses|headers) above)\b/i;

/**
 * What pages say that all operations answer, for each of them, or for those that the page itself describes: the statuses of failures
 * in a table or list (`All endpoints may return:`), with their texts, and the headers that every answer carries. Sentences with
 * exceptions say nothing. Medium confidence. Gives no diagnostics.
 */
export function generalAnswers(evidence: readonly Evidence[], pages: readonly Page[], kindAt: KindAt): Evidence[] {
  const told = pagesOfAll(pages, kindAt).flatMap((page) => answersOfAll(unitsOf(page).loose));
  if (told.length === 0) return [];
  const all = [...namedOperations(evidence).values()];
  return told.flatMap((one) => {
    const own = all.filter(({ documents }) => documents.has(one.location.document));
    // a page that describes operations speaks of these
    return (own.length > 0 ? own : all).map(({ operation }) => ofOperation(one, operation));
  });
}

/** Any operation, in whose place those come that are meant. */
const anyOperation: OperationName = { method: 'get', path: '/' };

function ofOperation(one: Evidence, operation: OperationName): Evidence {
  if (!('operation' in one.subject)) return one;
  return { ...one, subject: { ...one.subject, operation }, confidence: 'medium' };
}

/** What sections outside of operations say that all of these answer, as said of one that stands for all. Gives no diagnostics. */
export function answersOfAll(loose: Units['loose']): Evidence[] {
  return loose.flatMap(({ section, blocks }) => answersIn(blocks, section.title));
}

function answersIn(blocks: readonly Block[], title: string): Evidence[] {
  return blocks.flatMap((block, at) => {
    const [before, after] = [blocks[at - 1], blocks[at + 1]];
    const line = before?.kind === 'prose' && !before.items ? lastSentence(before.text) : '';
    const rest = after?.kind === 'prose' && !after.items ? (after.text.split(/(?<=[.!?])\s+/)[0] ?? '') : '';
    const isOfAll = saysAll(line) || saysAll(plainText(title)) || (aboutThese.test(rest) && saysAll(rest));
    const named = block.kind === 'prose' && !block.items ? headersNamed(block) : [];
    if (!isOfAll || named.length > 0) return named;
    const statuses = failuresIn(block);
    return statuses.length > 0 ? statuses : generalAnswerHeaders(block, line, title, anyOperation);
  });
}

/** A sentence that says of all answers that they have headers. */
const haveHeaders =
  /\b(?:all|every|each)\s(?:\w{1,20}\s){0,2}(?:responses?|answers?|replies|reply)\b[^.\n]{0,60}\bheaders?\b|\bheaders?\b[^.\n]{0,120}\b(?:in|with|on|to)\s(?:all|every|each)\s(?:\w{1,20}\s){0,2}(?:responses?|answers?|replies|reply)\b/i;

/** The headers that sentences name in code which all answers carry: ``Every response has the headers `X-Left` and `X-Limit`.`` */
function headersNamed({ text, location }: ProseBlock): Evidence[] {
  const sentences = text
    .slice(0, 5000)
    .replaceAll('\n', ' ')
    .split(/(?<=[.!?])\s/);
  return sentences.flatMap((sentence) => {
    if (!haveHeaders.test(sentence) || exceptions.test(sentence)) return [];
    const names = [...sentence.matchAll(/`([A-Za-z][A-Za-z\d]{0,40}(?:-[A-Za-z\d]{1,40}){1,6})`/g)];
    return names.flatMap(([, name = '']): Evidence[] => {
      const subject = { kind: 'answerHeader', operation: anyOperation, name } as const;
      const stated = { subject, location, method: 'prose', confidence: 'medium' } as const;
      const isOfContent = /^content-(?:type|length)$/i.test(name);
      const facts = [{ kind: 'exists' }, { kind: 'type', words: 'string' }] as const;
      return isOfContent ? [] : facts.map((fact) => ({ ...stated, fact }));
    });
  });
}

function saysAll(text: string): boolean {
  return ofAll.test(text) && !exceptions.test(text);
}

/** The statuses of failures that a table or list names, each with its text: what succeeds is said of each operation. */
function failuresIn(block: Block): Evidence[] {
  const found: Evidence[] = [];
  const reading = { operation: anyOperation, evidence: found };
  if (block.kind === 'table') readStatusTable(reading, block);
  const items = block.kind === 'prose' && block.items ? readStatusList(block.items) : undefined;
  for (const { status, description, item } of items ?? [])
    addStatus(reading, { status, text: description }, item.location);
  return found.filter(({ subject }) => subject.kind === 'response' && /^[45]/.test(subject.status ?? ''));
}

import type { Data } from '../base/data.ts';
import { isObject, jsonType, type JsonValue } from '../base/json.ts';
import { groupBy } from '../base/order.ts';
import { methodAndPath, namedOperations, operationOf } from '../base/named-operations.ts';
import { joinPointer } from '../base/pointer.ts';
import type { Block, Page } from '../pages/page.ts';
import { allBlocks } from './blocks.ts';
import type { Evidence, Fact, Step, Subject } from './evidence.ts';
import { objectIn } from './message-samples.ts';
import type { KindAt } from './page-kinds.ts';
import { unitsOf } from './sections/units.ts';

type Answer = Extract<Subject, { readonly kind: 'response' }>;

/** What answers stand in, as a page shows it once for all. */
interface Envelope {
  readonly data: Data;
  /** The member in which the answer of an operation stands. */
  readonly slot: string;
  readonly of: 'all' | 'lists';
  /** The document with the operations that it is about, where these are not all. */
  readonly document?: string;
}

/** A sentence that says of all answers, or of those that are lists, what they look like. */
const ofAll =
  /\b(?:all|every|each)\s(?:(?:of\s(?:the|our)|the|api|json|http|successful|success)\s){0,3}(?:responses?|answers?|replies|reply)\b[^.\n]{0,80}\b(?:wrapped|envelopes?|format|structure|shape|form|body|looks?|follow(?:s|ing)?|this|these|consists?|contains?)\b/i;
const ofLists =
  /\b(?:lists|collections|(?:all|every|each)\s(?:lists?|collections?)|(?:list|collection|paginated)\s(?:responses?|answers?|endpoints?))\b[^.\n]{0,80}\b(?:wrapped|envelopes?|format|structure|shape|form|body|looks?|follow(?:s|ing)?|this|consists?|contains?)\b/i;
/** Words by which such a sentence makes exceptions, or speaks of what fails. */
const exceptions = /\b(?:except|unless|most|some|many|may|errors?|fail(?:s|ed|ures?)?|unsuccessful)\b/i;

/**
 * Evidence in which what operations answer with stands in the member of the answer in which a page shows that every answer does
 * (`All responses are wrapped: {"data": {}, "meta": {}}`), with the other members beside it. Answers that samples show, or whose
 * pages describe one of the members, stay as they are, as do all where pages show several such forms. A page with operations speaks
 * of these alone. Gives no diagnostics.
 */
export function withGeneralEnvelopes(
  evidence: readonly Evidence[],
  pages: readonly Page[],
  kindAt: KindAt,
): Evidence[] {
  const found = pages.flatMap((page) => envelopesOf(page, kindAt));
  if (found.length === 0) return [...evidence];
  const about = groupBy(evidence.filter(isSuccess), (one) => methodAndPath(operationOf(one)));
  const operations = namedOperations(evidence);
  const moved = new Map<Evidence, readonly Evidence[]>();
  for (const [key, answers] of about) {
    const fitting = found.filter(
      ({ document }) => document === undefined || operations.get(key)?.documents.has(document),
    );
    const own = fitting.filter(({ document }) => document !== undefined);
    const envelope = chosen(own.length > 0 ? own : fitting, isList(answers));
    const roots = envelope && answers.filter(isOfBody);
    if (!envelope || !roots || roots.length === 0 || isShown(answers, envelope)) continue;
    for (const one of roots) moved.set(one, [within(one, envelope.slot)]);
    const [first] = roots;
    const subjects = new Map(roots.map(({ subject }) => [(subject as Answer).status ?? '', subject as Answer]));
    const beside = [...subjects.values()].flatMap((subject) => membersBeside(envelope, { ...subject, path: [] }));
    if (first) moved.set(first, [within(first, envelope.slot), ...beside]);
  }
  return moved.size === 0 ? [...evidence] : evidence.flatMap((one) => moved.get(one) ?? one);
}

/** The one envelope of all answers, or of lists, where it is one. */
function chosen(found: readonly Envelope[], list: boolean): Envelope | undefined {
  const special = list ? found.filter(({ of }) => of === 'lists') : [];
  const [only, ...others] = special.length > 0 ? special : found.filter(({ of }) => of === 'all');
  return others.length === 0 ? only : undefined;
}

function envelopesOf(page: Page, kindAt: KindAt): Envelope[] {
  if (page.format !== 'markdown' || !page.blocks.some((block) => isSaying(block) !== undefined)) return [];
  const line = page.blocks[0]?.location.line ?? 1;
  const isGeneral = /^(?:general|guide)$/.test(kindAt({ document: page.path, line }) ?? '');
  const units = isGeneral ? undefined : unitsOf(page);
  const parts = units ? units.loose.map(({ blocks }) => blocks) : [allBlocks(page.blocks)];
  return parts.flatMap((blocks) =>
    blocks.flatMap((block, at): Envelope[] => {
      const before = blocks[at - 1];
      const of = before && block.kind === 'code' ? isSaying(before) : undefined;
      const data = of && block.kind === 'code' ? objectIn(block) : undefined;
      const slot = data && slotOf(data.value, before?.kind === 'prose' && isStrong.test(before.text.slice(0, 2000)));
      return of && data && slot !== undefined ? [{ data, slot, of, ...(units && { document: page.path }) }] : [];
    }),
  );
}

/** Of which answers a paragraph says what they look like. */
function isSaying(block: Block): Envelope['of'] | undefined {
  if (block.kind !== 'prose' || block.items) return undefined;
  const sentences = block.text.slice(0, 2000).split(/(?<=[.!?])\s+/);
  const said = (pattern: RegExp): boolean => sentences.some((one) => pattern.test(one) && !exceptions.test(one));
  return said(ofAll) ? 'all' : said(ofLists) ? 'lists' : undefined;
}

const slotName = /^(?:data|results?|response|payload|content|body|items|records|value)$/i;

/** Words that say that there is something around the answer, and not what one looks like. */
const isStrong = /\b(?:wrapped|envelopes?|structure|shape)\b/i;

/** Members that say something of the answer itself. */
const aboutAnswer =
  /^(?:success|ok|status(?:_?code)?|code|errors?|messages?|msg|meta(?:data)?|_?links|paging|pagination|page|per_?page|page_?size|limit|offset|total(?:_?\w+)?|count|next(?:_?\w+)?|prev(?:ious)?(?:_?\w+)?|cursor|has_?more|request_?id|trace_?id|timestamp|version|took(?:_?ms)?|warnings?)$/i;

/**
 * The member of an envelope that stands for the answer itself: the only one that is called so, else the only empty one. It is full
 * where words say so (`isSaid`) or all others speak of the answer: else an object is shown that an operation may answer with.
 */
function slotOf(value: JsonValue, isSaid: boolean): string | undefined {
  const members = Object.entries(isObject(value) ? value : {});
  const named = members.filter(
    ([name, one]) => slotName.test(name) && (one === null || typeof one === 'object' || isDots(one)),
  );
  const open = named.length > 0 ? named : members.filter(([, one]) => isEmpty(one));
  const [slot, ...others] = open;
  if (!slot || others.length > 0) return undefined;
  const isOne = isSaid || isEmpty(slot[1]) || members.every(([name]) => name === slot[0] || aboutAnswer.test(name));
  return isOne ? slot[0] : undefined;
}

function isEmpty(value: JsonValue): boolean {
  return typeof value === 'object' && value !== null ? Object.keys(value).length === 0 : isDots(value);
}

function isDots(value: JsonValue): boolean {
  return typeof value === 'string' && /^(?:\.{3}|…|<[^<>]{1,60}>|\{[^{}]{0,60}\}|)$/.test(value);
}

function isSuccess({ subject }: Evidence): boolean {
  return subject.kind === 'response' && /^2|^$/.test(subject.status ?? '') && subject.status !== '204';
}

/** Whether evidence says what an answer holds. */
function isOfBody({ subject, fact }: Evidence): boolean {
  return subject.kind === 'response' && (subject.path.length > 0 || /^(?:type|refers|extends|sample)$/.test(fact.kind));
}

/** Whether samples show the answer, or a page describes a member of the envelope. */
function isShown(answers: readonly Evidence[], { data }: Envelope): boolean {
  const names = new Set(isObject(data.value) ? Object.keys(data.value) : []);
  return answers.some(({ subject, fact, method }) => {
    const [step] = subject.kind === 'response' ? subject.path : [];
    return fact.kind === 'sample' || method === 'sample' || (step?.kind === 'property' && names.has(step.name));
  });
}

/** Whether an answer is a list as a whole. */
function isList(answers: readonly Evidence[]): boolean {
  return answers.some(({ subject, fact }) => {
    const [step] = subject.kind === 'response' ? subject.path : [];
    if (step) return step.kind === 'items';
    return fact.kind === 'refers'
      ? fact.reference.form === 'list'
      : fact.kind === 'type' && /^array|\[\]$/.test(fact.words);
  });
}

function within(one: Evidence, slot: string): Evidence {
  if (one.subject.kind !== 'response') return one;
  return { ...one, subject: { ...one.subject, path: [{ kind: 'property', name: slot }, ...one.subject.path] } };
}

/** The other members of an envelope, as a sample shows them. */
function membersBeside({ data, slot }: Envelope, subject: Answer): Evidence[] {
  const facts: Evidence[] = [];
  const add = (path: readonly Step[], pointer: string, fact: Fact): void => {
    facts.push({
      subject: { ...subject, path },
      fact,
      location: data.locate(pointer),
      method: 'sample',
      confidence: 'medium',
    });
  };
  const visit = (value: JsonValue, path: readonly Step[], pointer: string): void => {
    if (path.length > 0) add(path, pointer, { kind: 'exists' });
    if (path.length > 0 && value !== null) add(path, pointer, { kind: 'type', words: jsonType(value) });
    if (!isObject(value) || path.length > 4) return;
    for (const [name, one] of Object.entries(value))
      if (path.length > 0 || name !== slot)
        visit(one, [...path, { kind: 'property', name }], joinPointer(pointer, name));
  };
  visit(data.value, [], '');
  return facts;
}

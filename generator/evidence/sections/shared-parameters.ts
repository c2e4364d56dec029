import type { Block, ProseBlock } from '../../pages/page.ts';
import { credentialOf } from '../code-samples.ts';
import type { Evidence, OperationName, SecurityFact, SharedBy } from '../evidence.ts';
import { proseFacts } from '../prose-facts.ts';
import { headersIn } from './answer-headers.ts';
import { readFieldList } from './bullets.ts';
import { describesFields, tableColumns } from './columns.ts';
import { fieldEvidence } from './field-evidence.ts';
import { withFieldParagraphs } from './field-paragraphs.ts';
import type { FieldRow } from './field-row.ts';
import { headedRow } from './headed-fields.ts';
import { typeWordsOf } from './list-notes.ts';
import { introducedRole } from './introductions.ts';
import { lastSentence } from './introduced-object.ts';
import { links } from './markup.ts';
import { isSection, type Section } from './outline.ts';
import { queryNames } from './spoken-parameters.ts';
import { tableFields } from './table-rows.ts';
import type { Units } from './units.ts';

/**
 * The parameters of the query that a page describes under a heading of their own, outside of operations, for all that refer to
 * them (`Query parameters` on a page about paging), and those of the query and of headers that a line says all operations take.
 * Facts of the API, each with what links to it end in. Gives no diagnostics.
 */
export function sharedParameters(loose: Units['loose']): Evidence[] {
  return loose.flatMap(({ section, parents, blocks: written }) => {
    const headed = headedParameter(section, parents.at(-1), written);
    if (headed) return headed;
    const { role, isPlain } = section.role;
    const isHeaded = role === 'query' && isPlain;
    const anchors = [section, ...parents].flatMap((one) => one.anchors);
    const isOfMany = written.some(
      (block) => block.kind === 'prose' && sharedBy(lastSentence(block.text)) !== undefined,
    );
    const parts = written.map((block) => ({ block, role: 'parameters', titles: [], section }) as const);
    const blocks = isHeaded || isOfMany ? withFieldParagraphs(parts).map(({ block }) => block) : written;
    return blocks.flatMap((block, at) => {
      const before = blocks[at - 1];
      const line = before?.kind === 'prose' && !before.items ? lastSentence(before.text) : '';
      const of = sharedBy(line);
      const place = isHeaded || isAnnounced(line) ? 'query' : of && placeOf(line, of);
      const required = of !== undefined && place === 'header' && (mustBe.test(line) || isAsked.test(line));
      if (!place) return block.kind === 'prose' && !block.items ? spokenOfAll(block, anchors) : [];
      const rows = rowsOf(block, place);
      const shared = { anchors, ...(of && { of }) };
      const keys = of === 'all' && place === 'header' ? rows.map((row) => credentialIn(row, shared)) : [];
      const others = rows.filter((_, index) => !keys[index]);
      const parameters = parametersOf(required ? needed(others) : others, place, shared);
      return [...keys.flatMap((key) => key ?? []), ...parameters];
    });
  });
}

/** The parameter that a heading names, below one whose first line says that operations take what follows. */
function headedParameter(
  section: Section,
  around: Section | undefined,
  blocks: readonly Block[],
): Evidence[] | undefined {
  const [first] = around?.parts ?? [];
  if (!around || !first || isSection(first) || first.kind !== 'prose' || first.items) return undefined;
  const line = lastSentence(first.text);
  const of = sharedBy(line);
  const place = of && line.endsWith(':') ? placeOf(line, of) : undefined;
  const row =
    place &&
    headedRow(
      section,
      blocks.filter((block) => block.kind === 'prose'),
    );
  if (!place || !row) return undefined;
  return parametersOf([row], place, { anchors: [...section.anchors, ...around.anchors], ...(of && { of }) });
}

/** Who shares something: what links to one of the anchors, or what `of` says. */
interface Shared {
  readonly anchors: readonly string[];
  readonly of?: SharedBy;
}

/** The facts of the parameters that a table or list describes, as what operations share. */
function parametersOf(rows: readonly FieldRow[], place: 'query' | 'header', shared: Shared): Evidence[] {
  const role = { place, operation: { method: 'get', path: '/' } } as const;
  const described = fieldEvidence(rows, { role, path: [] });
  return [...described, ...proseFacts(described)].flatMap((one): Evidence[] => {
    if (one.subject.kind !== 'parameter' || ofEveryCall.test(one.subject.name)) return [];
    const { location, name } = one.subject;
    const fact = { kind: 'sharedParameter', ...shared, location, name, fact: one.fact } as const;
    return [{ ...one, subject: { kind: 'api' }, fact }];
  });
}

/** Names of what tells who calls: that is security (OAS 3.1, section 4.8.27). */
const ofCredentials = /(?:key|token|secret|auth|credentials?|password|signature)$/i;

/** The parameters of the query that sentences name of which they say that operations take them: ``All endpoints accept the query parameter `x` ``. */
function spokenOfAll({ text, location }: ProseBlock, anchors: readonly string[]): Evidence[] {
  const sentences = text.slice(0, 5000).split(/(?<=[.!?])\s+/);
  return sentences.flatMap((sentence) => {
    const of = sharedBy(sentence);
    const names = of ? queryNames(sentence).filter(({ name }) => !ofCredentials.test(name)) : [];
    const [, said = ''] = names.length === 1 ? (/`(?:\s\([^()]*\))?:\s([^:]+)$/.exec(sentence) ?? []) : [];
    const rows = names.map(({ name, note = '' }): FieldRow => {
      const words = typeWordsOf(note);
      return {
        name,
        ...(words !== undefined && { words }),
        ...(mustBe.test(sentence) && { required: true }),
        ...(said !== '' && { description: said.trim() }),
        children: [],
        location,
        method: 'prose',
      };
    });
    return of ? parametersOf(rows, 'query', { anchors, of }) : [];
  });
}

/** What a header of all calls says of how these are authenticated: it is no parameter (OAS 3.1, section 4.8.12.1). */
function credentialIn(row: FieldRow, shared: Shared): Evidence | undefined {
  const { name, exampleText = '', description = '', defaultText = '', location, method } = row;
  const scheme = /\b(bearer|basic)\b/i.exec(`${exampleText} ${description} ${defaultText}`)?.[1] ?? '';
  const isKey = /(?:key|token|secret|password)$/i.test(name) && !/idempoten|csrf|xsrf/i.test(name);
  const named: SecurityFact | undefined = isKey ? { type: 'apiKey', in: 'header', name } : undefined;
  const security = credentialOf(name, scheme || exampleText, 'header') ?? named;
  if (!security) return undefined;
  const fact = {
    kind: 'sharedParameter',
    ...shared,
    location: 'header',
    name,
    fact: { kind: 'security', security },
  } as const;
  return { subject: { kind: 'api' }, fact, location, method, confidence: 'medium' };
}

/** A line that says that what follows is always sent. */
const mustBe = /\b(?:must|requires?|required|needs?|has to|have to)\b/i;

/** A line that asks for what follows: `Send these headers with every request:`. */
const isAsked = /^\W{0,3}(?:please\s)?(?:send|include|pass|add|set|provide|supply|use)\b/i;

/** What says nothing else of itself is required. */
function needed(rows: readonly FieldRow[]): readonly FieldRow[] {
  return rows.map((row) =>
    row.required === undefined && row.defaultText === undefined ? { ...row, required: true } : row,
  );
}

/** Headers that are no parameters: what they say is said elsewhere (OAS 3.1, section 4.8.12.2), or no program sets them. */
const ofEveryCall = /^(?:authorization|accept(?:-encoding)?|content-(?:type|length)|user-agent|host|cookie)$/i;

/** Words for operations, with what may say which of all. */
const everyOperation =
  /\b(?:all|every|each|any)\s(?:of\s(?:the|our)\s)?(?:(?!(?:these|those|the)\b)([\w-]{1,20})\s)?(?:(?:api|rest|http)\s)?(endpoints?|requests?|calls?|operations?|methods?|routes?|lists?|collections?)\b/i;

/** Which operations a line speaks of: `All list endpoints accept`; undefined where it makes exceptions, or means others. */
function sharedBy(line: string): SharedBy | undefined {
  const [, which = '', noun = ''] = everyOperation.exec(line) ?? [];
  if (noun === '' || /\b(?:except|unless|most|some|many|but|following\s(?:endpoints|requests|methods))\b/i.test(line))
    return undefined;
  if (/^(?:lists?|collections?)$/i.test(noun)) return which === '' ? 'lists' : undefined;
  if (/^(?:list|listing|index|collection|paginated|paged)$/i.test(which)) return 'lists';
  if (/^get$/i.test(which)) return 'get';
  return which === '' || /^(?:api|rest|http|public|other)$/i.test(which) ? 'all' : undefined;
}

/** Where what a line announces is sent; undefined where it does not say that it is. */
function placeOf(line: string, of: SharedBy): 'query' | 'header' | undefined {
  const role = introducedRole(line);
  const isTaken =
    takes.test(line) ||
    isAsked.test(line) ||
    /\b(?:requires?|required|needs?|must|have to|can|may|include|carry|contain)\b/i.test(line);
  if (!isTaken) return undefined;
  if (role === 'header' || role === 'query') return role;
  // what is asked of a list is a question
  return role === 'parameters' && of !== 'all' ? 'query' : undefined;
}

/** Whether a line says of several endpoints that they take what follows in the query: `All lists accept these query parameters:`. */
function isAnnounced(line: string): boolean {
  const isOfMany =
    /\b(?:all|every|each|many|most|any|some)\b|\b(?:endpoints|lists|collections|operations|requests|calls|methods)\b/i;
  return takes.test(line) && isOfMany.test(line) && introducedRole(line) === 'query';
}

function rowsOf(block: Block, place: 'query' | 'header'): readonly FieldRow[] {
  if (block.kind === 'prose')
    return (block.items && readFieldList(block.items, { announced: true, isQuery: true })) ?? [];
  if (block.kind !== 'table') return [];
  const columns = tableColumns(block);
  if (describesFields(columns)) return tableFields(block, columns).fields;
  return place === 'header' ? headersIn(block) : [];
}

const takes = /\b(?:supports?|accepts?|takes?|allows?|understands?|may be used with|can be used with)\b/i;
const parameters = /\b(?:param(?:eter)?s?|pagination|paging)\b/i;

/** The words by which parameters of a query are called that many operations take. */
const paging =
  /^(?:offset|count|limit|page|per_?page|page_?size|size|skip|cursor|sort|order|order_?by|fields|query|filters?|expand|include|select|search|q)$/i;

function isPaging(word: string): boolean {
  return paging.test(word);
}

/** The words of the text of a link that may name parameters: those of `Sort and Fields Query Parameters` but the last two. */
function namesIn(text: string): string[] {
  const names = text.replace(/(?:\b(?:query|url|request|search|common|standard)\s+)?\bparam(?:eter)?s?\b.*$/i, '');
  return (names.match(/[\w.$-]+/g) ?? []).filter((word) => !/^(?:and|or|the|just|only|all)$/i.test(word));
}

/**
 * The links of a text that says an operation takes what they lead to: `It supports the [paging parameters](paging.md)`.
 * Gives no diagnostics.
 */
export function takenParameters(block: ProseBlock, operation: OperationName): Evidence[] {
  const sentences = block.text.slice(0, 5000).split(/(?<=[.!?])\s+/);
  return sentences.flatMap((sentence) => {
    if (!takes.test(sentence)) return [];
    return links(sentence).flatMap(({ text, target }): Evidence[] => {
      const words = namesIn(text);
      const isNamed = words.length > 0 && words.every(isPaging);
      if (!(parameters.test(text) || isNamed) || /^[a-z]+:/i.test(target)) return [];
      const fact = { kind: 'takes', document: block.location.document, link: target, words } as const;
      const subject = { kind: 'operation', operation } as const;
      return [{ subject, fact, location: block.location, method: 'prose', confidence: 'medium' }];
    });
  });
}

import type { Block, ProseBlock } from '../../pages/page.ts';
import type { Evidence, OperationName } from '../evidence.ts';
import { readFieldList } from './bullets.ts';
import { describesFields, tableColumns } from './columns.ts';
import { fieldEvidence } from './field-evidence.ts';
import type { FieldRow } from './field-row.ts';
import { introducedRole } from './introductions.ts';
import { lastSentence } from './introduced-object.ts';
import { links } from './markup.ts';
import { tableFields } from './table-rows.ts';
import type { Units } from './units.ts';

/**
 * The parameters of the query that a page describes under a heading of their own, outside of operations, for all that refer to
 * them (`Query parameters` on a page about paging). Facts of the API, each with what links to it end in. Gives no diagnostics.
 */
export function sharedParameters(loose: Units['loose']): Evidence[] {
  return loose.flatMap(({ section, parents, blocks }) => {
    const { role, isPlain } = section.role;
    const isHeaded = role === 'query' && isPlain;
    const told = isHeaded ? blocks : blocks.filter((_, at) => isAnnounced(blocks[at - 1]));
    if (told.length === 0) return [];
    const anchors = [section, ...parents].flatMap((one) => one.anchors);
    const place = { place: 'query', operation: { method: 'get', path: '/' } } as const;
    return told
      .flatMap((block) => fieldEvidence(rowsOf(block), { role: place, path: [] }))
      .flatMap((one): Evidence[] => {
        if (one.subject.kind !== 'parameter') return [];
        const fact = { kind: 'sharedParameter', anchors, name: one.subject.name, fact: one.fact } as const;
        return [{ ...one, subject: { kind: 'api' }, fact }];
      });
  });
}

/** Whether a line says of several endpoints that they take what follows in the query: `All lists accept these query parameters:`. */
function isAnnounced(before: Block | undefined): boolean {
  if (before?.kind !== 'prose' || before.items) return false;
  const line = lastSentence(before.text);
  const isOfMany =
    /\b(?:all|every|each|many|most|any|some)\b|\b(?:endpoints|lists|collections|operations|requests|calls|methods)\b/i;
  return takes.test(line) && isOfMany.test(line) && introducedRole(line) === 'query';
}

function rowsOf(block: Block): readonly FieldRow[] {
  if (block.kind === 'prose')
    return (block.items && readFieldList(block.items, { announced: true, isQuery: true })) ?? [];
  if (block.kind !== 'table') return [];
  const columns = tableColumns(block);
  return describesFields(columns) ? tableFields(block, columns).fields : [];
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

import type { Report } from '../../base/diagnostic.ts';
import type { Location } from '../../base/location.ts';
import type { Page } from '../../pages/page.ts';
import type { Assignment } from '../nameless/assignment.ts';
import { codeEvidence, requestEvidence } from '../code-samples.ts';
import type { Evidence, Fact, Sniff, Source, Subject } from '../evidence.ts';
import {
  claimedLeftovers,
  itemFacts,
  leftoverFacts,
  looseExampleFacts,
  nullFacts,
  subjectOf,
  type Frame,
  type NamedItem,
} from '../nameless/facts.ts';
import { readItems, type TextItem } from '../nameless/items.ts';
import { readLayout, type NamelessLayout } from '../nameless/layout.ts';
import { nameItems } from '../nameless/naming.ts';
import { operationFacts, responseFacts, securityFacts, statusOf } from '../nameless/sentences.ts';
import type { Slot } from '../nameless/slots.ts';
import { assignForeign } from '../nameless/foreign.ts';
import { findUnions, takenOverFacts, unionFacts } from '../nameless/unions.ts';

/**
 * A reference page (Mintlify's, and those like it) scraped to text: a cURL sample, a JSON response, then descriptions,
 * enum lists, examples and fold marks in the order of the properties, but without their names. The names come from
 * aligning these with the samples.
 */
export const namelessText: Source = { name: 'nameless-text', sniff, read };

function sniff(page: Page): Sniff {
  if (page.format !== 'text') return { score: 0, reason: 'the document is not plain text' };
  const layout = readLayout(page.text, page.path, undefined);
  if (!layout) return { score: 0, reason: 'no cURL sample' };
  const { items } = readItems(layout.rest);
  const folds = items.filter((item) => item.fold !== undefined).length;
  if (folds > 0) return { score: 0.8, reason: 'a cURL sample, then marks of folded attributes' };
  if (layout.response) return { score: 0.6, reason: 'a cURL sample, then a JSON response' };
  return { score: items.length > 0 ? 0.4 : 0.2, reason: 'a cURL sample without a JSON response' };
}

function read(page: Page, report: Report): Evidence[] {
  const layout = readLayout(page.text, page.path, report);
  if (!layout) {
    report.add('evidence/no-endpoint', { document: page.path, line: 1 }, { source: 'nameless-text' });
    return [];
  }
  const { operation, request } = layout;
  const origin = { document: page.path, firstLine: 1 };
  const found = requestEvidence(request, operation, origin, report);
  for (const program of layout.programs) {
    found.push(...codeEvidence(program.text, operation, { document: page.path, firstLine: program.line }));
  }
  for (const other of layout.others) reportUnread(report, page.path, other.line, other.text);
  const location = { document: page.path, line: request.line };
  const exists: Fact = { kind: 'exists' };
  found.push({
    subject: { kind: 'operation', operation },
    fact: exists,
    location,
    method: 'sample',
    confidence: 'high',
  });
  return [...found, ...referenceEvidence(layout, page.path, report)];
}

/** The facts of the reference part, each under the name its text was aligned with. */
function referenceEvidence(layout: NamelessLayout, document: string, report: Report): Evidence[] {
  const { items, looseExamples } = readItems(layout.rest);
  const { slots, assigned, confidences } = nameItems(items, layout);
  const named: NamedItem[] = [];
  for (const [place, assignment] of assigned.entries()) {
    const { item, index } = assignment;
    const slot = assignment.slot === undefined ? undefined : slots[assignment.slot];
    const confidence = confidences[place];
    if (slot && assignment.slot !== undefined && confidence) {
      named.push({ item, index, slot, slotIndex: assignment.slot, confidence, assignment });
    }
  }
  const sentences = (role: Slot['role']): TextItem[] =>
    named.filter(({ slot }) => slot.role === role).map(({ item }) => item);
  const responseTexts = sentences('responseText');
  const locate = (slot: Slot): Location =>
    (slot.role === 'request' ? layout.requestBody : layout.response)?.locate(slot.pointer) ?? {
      document,
      line: layout.request.urlLine,
    };
  const claimed = claimedLeftovers(items, named);
  const status = statusOf(responseTexts);
  const frame: Frame = { document, operation: layout.operation, status: status.status, items, slots, claimed, locate };

  const properties = named.filter(
    ({ slot }) => slot.role === 'parameter' || slot.role === 'request' || slot.role === 'response',
  );
  const loose = looseExampleFacts(looseExamples, properties, frame);
  const { evidence: foreign, named: foreignNamed } = foreignEvidence(assigned, properties, frame);
  const known = new Set([...named, ...foreignNamed].map(({ item }) => item));
  for (const { item } of assigned) if (!known.has(item)) reportUnassigned(report, document, item);
  for (const example of loose.left) reportUnread(report, document, example.line, example.text);
  return [
    ...operationFacts(layout, sentences('operation'), document),
    ...securityFacts(sentences('security'), frame),
    ...responseFacts(layout, responseTexts, status, frame),
    ...propertyEvidence(properties, frame),
    ...foreign,
    ...loose.evidence,
  ];
}

function propertyEvidence(properties: readonly NamedItem[], frame: Frame): Evidence[] {
  const unions = findUnions(properties, frame.slots);
  const plain = properties.filter(({ assignment }) => assignment.branchOf === undefined);
  return [
    ...plain.flatMap((named) => {
      const subject = subjectOf(named.slot, frame);
      return [
        ...headerExists(named, subject, frame),
        ...itemFacts(named, subject, frame),
        ...leftoverFacts(named, subject, frame),
        ...nullFacts(named, subject, frame),
      ];
    }),
    ...unions.flatMap((union) => unionFacts(union, frame)),
  ];
}

/** A header of the sample is a parameter once the page describes it. */
function headerExists({ item, slot, confidence }: NamedItem, subject: Subject, frame: Frame): Evidence[] {
  if (slot.role !== 'parameter' || slot.location !== 'header') return [];
  const location = { document: frame.document, line: item.line };
  return [{ subject, fact: { kind: 'exists' }, location, method: 'prose', confidence }];
}

/** The facts of items inside folds whose sample shows nothing, named after the same texts elsewhere on the page. */
function foreignEvidence(
  assigned: readonly Assignment[],
  properties: readonly NamedItem[],
  frame: Frame,
): { evidence: Evidence[]; named: NamedItem[] } {
  const unions = findUnions(properties, frame.slots);
  const evidence: Evidence[] = [];
  const named: NamedItem[] = [];
  for (const group of assignForeign(assigned, properties, frame.slots)) {
    named.push(...group.items);
    const union = unions.find(({ parentIndex }) => parentIndex === group.twinIndex);
    if (union) evidence.push(...takenOverFacts(union, group.target, group.items, frame));
    else {
      for (const item of group.items) {
        const path = [...group.target.path, ...item.slot.path.slice(group.twin.path.length)];
        evidence.push(...itemFacts(item, subjectOf(group.target, frame, path), frame, false));
      }
    }
  }
  return { evidence, named };
}

function reportUnassigned(report: Report, document: string, item: TextItem): void {
  const shown =
    item.description?.text ??
    item.values?.values.join(', ') ??
    (JSON.stringify(item.example?.value) as string | undefined);
  report.add('evidence/unassigned', { document, line: item.line }, { text: shorten(shown ?? 'child attributes') });
}

function reportUnread(report: Report, document: string, line: number, text: string): void {
  report.add('evidence/unread', { document, line }, { text: shorten(text) });
}

function shorten(text: string): string {
  return text.length > 80 ? `${text.slice(0, 79)}…` : text;
}

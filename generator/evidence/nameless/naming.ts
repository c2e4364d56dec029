import { align } from '../alignment.ts';
import { isPlaceholder, pathParameters, requestUrl } from '../request-url.ts';
import type { Assignment } from './assignment.ts';
import type { TextItem } from './items.ts';
import type { NamelessLayout } from './layout.ts';
import { usualGaps, type GapCosts } from './moves.ts';
import { createScore, withKnownNames, type Score } from './score.ts';
import { pushParameter, pushSampleSlots, pushSentence, type Slot } from './slots.ts';
import { confidencesOf, type Confidences } from './support.ts';

/** Where each text of a page belongs, and how sure that is. */
export interface Naming {
  readonly slots: readonly Slot[];
  readonly assigned: readonly Assignment[];
  /** By the place in `assigned`. */
  readonly confidences: Confidences;
  /** How well a text fits a slot, knowing what its like was named elsewhere on the page. */
  readonly score: Score;
}

/** Gives the texts of a page to the parts of its samples: aligned, and then once more with what was sure. Gives no diagnostics. */
export function nameItems(items: readonly TextItem[], layout: NamelessLayout): Naming {
  const slots = layoutSlots(layout);
  const score = createScore(items, slots);
  const first = align(items, slots, score);
  const sure = confidencesOf(first, slots, score);
  // Pages repeat the text of a property wherever it occurs.
  const informed = withKnownNames(score, knownNames(first, sure, slots), takenParameters(first, sure, slots));
  const assigned = align(items, slots, informed, gapsOf(first, slots));
  return { slots, assigned, confidences: confidencesOf(assigned, slots, informed), score: informed };
}

/** Between which bounds the costs of leaving out move, and how fast. */
const gapRange = { slot: { rate: 0.5, least: 0.3, most: 1.5 }, item: { rate: 0.3, least: 1, most: 1 } };

/** What leaving out costs on this page: much where little was left out among much. */
function gapsOf(found: readonly Assignment[], slots: readonly Slot[]): GapCosts {
  const taken = new Set(found.map(({ slot }) => slot));
  const near = [...slots.entries()].filter(
    ([, slot]) => isProperty(slot) && (slot.parent < 0 || taken.has(slot.parent)),
  );
  const described = near.filter(([index]) => taken.has(index)).length;
  const first = found.findIndex(({ slot }) => slot !== undefined && slots[slot]?.role === 'response');
  const texts = first === -1 ? [] : found.slice(first).filter(({ foreignOf }) => foreignOf === undefined);
  const kept = texts.filter(({ slot }) => slot !== undefined).length;
  const { slot, item } = gapRange;
  const slotCost = slot.rate * logRatio(described, near.length - described);
  const itemCost = item.rate * (logRatio(kept, texts.length - kept) - item.least);
  return {
    slot: Math.min(slot.most, Math.max(slot.least, slotCost)),
    requestItem: usualGaps.requestItem,
    responseItem: usualGaps.responseItem + Math.min(item.most, Math.max(0, itemCost)),
  };
}

function isProperty({ role, name }: Slot): boolean {
  return name !== '' && (role === 'request' || role === 'response');
}

function logRatio(many: number, few: number): number {
  return Math.log((many + 1) / (few + 1));
}

/** The names that the texts of properties were given with high confidence. */
function knownNames(
  found: readonly Assignment[],
  confidences: Confidences,
  slots: readonly Slot[],
): Map<string, Set<string>> {
  const names = new Map<string, Set<string>>();
  for (const [place, { item, slot }] of found.entries()) {
    const name = slot === undefined ? '' : (slots[slot]?.name ?? '');
    const text = item.description?.text;
    if (confidences[place] !== 'high' || text === undefined || name === '') continue;
    const known = names.get(text) ?? new Set();
    names.set(text, known.add(name));
  }
  return names;
}

/** The texts that parameters were given with high confidence: each has one. */
function takenParameters(
  found: readonly Assignment[],
  confidences: Confidences,
  slots: readonly Slot[],
): Map<Slot, string> {
  const texts = new Map<Slot, string>();
  for (const [place, { item, slot }] of found.entries()) {
    const target = slot === undefined ? undefined : slots[slot];
    const text = item.description?.text;
    if (target?.role === 'parameter' && confidences[place] === 'high' && text !== undefined) texts.set(target, text);
  }
  return texts;
}

/** The slots of a page in the order in which its kind prints them. */
function layoutSlots(layout: NamelessLayout): Slot[] {
  const slots: Slot[] = [];
  const url = requestUrl(layout.request.url);
  if (layout.about.length === 0) pushSentence(slots, 'operation');
  pushSentence(slots, 'security');
  pushSentence(slots, 'security');
  for (const header of layout.request.headers) {
    const isParameter = !/^(?:authorization|accept|content-type|user-agent)$/i.test(header.name);
    if (isParameter) pushParameter(slots, 'header', header.name, sampleOf(header.value));
  }
  for (const name of pathParameters(layout.operation.path)) pushParameter(slots, 'path', name);
  for (const { name, value } of url.query) pushParameter(slots, 'query', name, sampleOf(value));
  if (layout.requestBody) pushSampleSlots(slots, 'request', layout.requestBody.value);
  for (let count = 0; count < 3; count += 1) pushSentence(slots, 'responseText');
  if (layout.response) pushSampleSlots(slots, 'response', layout.response.value);
  return slots;
}

function sampleOf(value: string): string | undefined {
  return value === '' || isPlaceholder(value) ? undefined : value;
}

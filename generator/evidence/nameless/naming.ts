import { align } from '../alignment.ts';
import { isPlaceholder, pathParameters, requestUrl } from '../request-url.ts';
import type { Assignment } from './assignment.ts';
import type { TextItem } from './items.ts';
import type { NamelessLayout } from './layout.ts';
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
  const assigned = align(items, slots, informed);
  return { slots, assigned, confidences: confidencesOf(assigned, slots, informed), score: informed };
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

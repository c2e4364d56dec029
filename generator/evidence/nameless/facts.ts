import { isObject, type JsonValue } from '../../base/json.ts';
import type { Location } from '../../base/location.ts';
import type { Assignment } from './assignment.ts';
import type { Confidence, Evidence, Fact, Method, OperationName, Step, Subject } from '../evidence.ts';
import type { LooseExample, TextItem } from './items.ts';
import { sharesKeys } from './items.ts';
import type { Slot } from './slots.ts';

/** An item with the slot it was given. */
export interface NamedItem {
  readonly item: TextItem;
  readonly index: number;
  readonly slot: Slot;
  readonly slotIndex: number;
  readonly confidence: Confidence;
  readonly assignment: Assignment;
}

/** What the facts of one page have in common. */
export interface Frame {
  readonly document: string;
  readonly operation: OperationName;
  /** The status of the response the page shows. */
  readonly status: string;
  readonly items: readonly TextItem[];
  readonly slots: readonly Slot[];
  /** The items whose leftover is a limit of the item before them. */
  readonly claimed: ReadonlySet<number>;
  /** Where a part of the request or response sample stands. */
  locate(slot: Slot): Location;
}

/** The subject of a slot; `path` replaces its own path. */
export function subjectOf(slot: Slot, frame: Frame, path: readonly Step[] = slot.path): Subject {
  const { operation, status } = frame;
  if (slot.role === 'parameter')
    return { kind: 'parameter', operation, location: slot.location ?? 'path', name: slot.name };
  return slot.role === 'request' ? { kind: 'request', operation, path } : { kind: 'response', operation, status, path };
}

/** The facts of the text of one item about `subject`. In an `open` list other values than those shown may exist. */
export function itemFacts(named: NamedItem, subject: Subject, frame: Frame, open = false): Evidence[] {
  const { item, slot, confidence } = named;
  const found: Evidence[] = [];
  const add = (line: number, endLine: number, fact: Fact, method: Method, sure: Confidence = confidence): void => {
    const location = { document: frame.document, line, ...(endLine > line && { endLine }) };
    found.push({ subject, fact, location, method, confidence: sure });
  };
  const { description, values, example, fold } = item;
  if (description)
    add(description.line, description.line, { kind: 'description', text: textOf(named, frame) }, 'prose');
  else if (fold !== undefined) add(fold, fold, { kind: 'exists' }, 'prose');
  if (values) {
    add(
      values.line,
      values.line,
      { kind: 'enum', values: values.values, closed: !open },
      'prose',
      open ? 'low' : confidence,
    );
  }
  if (example && !example.loose) {
    add(example.line, example.endLine, { kind: 'example', value: example.value }, 'prose');
    if (isDateTime(example.value))
      add(example.line, example.endLine, { kind: 'format', format: 'date-time' }, 'sample', lower(confidence));
  }
  // Where the sample shows no value, the example and the listed values are all that shows the type.
  const shown = example?.loose ? undefined : (example?.value ?? values?.values[0]);
  if ((slot.value === undefined || slot.value === null || open) && shown !== undefined && shown !== null) {
    const line = example?.line ?? values?.line ?? item.line;
    add(line, line, { kind: 'type', words: typeWords(shown) }, 'sample');
  }
  return found;
}

/** A null in the sample proves that null occurs. */
export function nullFacts({ slot }: NamedItem, subject: Subject, frame: Frame): Evidence[] {
  if (slot.value !== null) return [];
  return [
    { subject, fact: { kind: 'nullable' }, location: frame.locate(slot), method: 'sample', confidence: 'medium' },
  ];
}

/** The type of a sample value in type words. */
export function typeWords(value: JsonValue): string {
  if (Array.isArray(value)) {
    const words = [...new Set(value.map(typeWords))];
    return words.length === 1 ? `${words[0]}[]` : 'array';
  }
  return value === null ? 'null' : typeof value;
}

/** One step less sure. */
export function lower(confidence: Confidence): Confidence {
  return confidence === 'high' ? 'medium' : 'low';
}

function isDateTime(value: JsonValue): boolean {
  return typeof value === 'string' && /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)$/.test(value);
}

/** The description; a leftover that cannot belong to the property before it is part of the text. */
function textOf({ item, index }: NamedItem, frame: Frame): string {
  const text = item.description?.text ?? '';
  return item.leftover === undefined || frame.claimed.has(index) ? text : `${item.leftover}${text}`;
}

/** The items whose leftover says something about the named item before them. */
export function claimedLeftovers(items: readonly TextItem[], named: readonly NamedItem[]): Set<number> {
  const claimed = new Set<number>();
  for (const { index, slot } of named) {
    const leftover = items[index + 1]?.leftover;
    if (leftover !== undefined && limitsOf(leftover, slot.value).length > 0) claimed.add(index + 1);
  }
  return claimed;
}

/**
 * The limits that lost their label and stick to the front of the next item: a lone figure behind an array is its
 * least length; `1 - 5` the lengths of an array or a string; `1 <= x <= 5` the range of a number.
 */
export function leftoverFacts(named: NamedItem, subject: Subject, frame: Frame): Evidence[] {
  const next = frame.items[named.index + 1];
  if (next?.leftover === undefined) return [];
  const location = { document: frame.document, line: next.line };
  return limitsOf(next.leftover, named.slot.value).map(([keyword, value]): Evidence => {
    return { subject, fact: { kind: 'limit', keyword, value }, location, method: 'prose', confidence: 'medium' };
  });
}

function limitsOf(text: string, sample: JsonValue | undefined): [string, number][] {
  const figures = [...text.matchAll(/-?\d+(?:\.\d+)?/g)].map((match) => Number(match[0]));
  const [first = 0, second] = figures;
  if (text.includes('x')) {
    if (typeof sample !== 'number') return [];
    if (second !== undefined)
      return [
        ['minimum', first],
        ['maximum', second],
      ];
    const least = /(?:^|\s)x ?>/.test(text) || /^-?[\d.]+ ?</.test(text);
    const strict = /[<>](?!=)/.test(text);
    return [[strict ? (least ? 'exclusiveMinimum' : 'exclusiveMaximum') : least ? 'minimum' : 'maximum', first]];
  }
  const unit = Array.isArray(sample) ? 'Items' : typeof sample === 'string' ? 'Length' : undefined;
  if (unit === undefined) return [];
  if (second === undefined) return unit === 'Items' ? [['minItems', first]] : [];
  return [
    [`min${unit}`, first],
    [`max${unit}`, Math.abs(second)],
  ];
}

/** Gives each example object to the innermost property around its place whose sample has most of its keys. */
export function looseExampleFacts(
  examples: readonly LooseExample[],
  named: readonly NamedItem[],
  frame: Frame,
): { evidence: Evidence[]; left: LooseExample[] } {
  const evidence: Evidence[] = [];
  const left: LooseExample[] = [];
  for (const example of examples) {
    const before = named.findLast((candidate) => candidate.index < example.after);
    const slot = before && ancestors(before.slotIndex, frame.slots).find(({ value }) => isSample(value, example.value));
    if (!slot) left.push(example);
    else {
      const location = { document: frame.document, line: example.line, endLine: example.endLine };
      const fact: Fact = { kind: 'example', value: example.value };
      evidence.push({ subject: subjectOf(slot, frame), fact, location, method: 'prose', confidence: 'medium' });
    }
  }
  return { evidence, left };
}

function isSample(sample: JsonValue | undefined, example: JsonValue): boolean {
  return isObject(sample) && sharesKeys(example, sample) > 0.5;
}

function ancestors(slotIndex: number, slots: readonly Slot[]): Slot[] {
  const found: Slot[] = [];
  for (let index = slotIndex; index >= 0;) {
    const slot = slots[index];
    if (!slot) break;
    found.push(slot);
    index = slot.parent;
  }
  return found;
}

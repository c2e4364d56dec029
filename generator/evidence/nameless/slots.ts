import { isObject, type JsonValue } from '../../base/json.ts';
import { joinPointer } from '../../base/pointer.ts';
import type { ParameterLocation, Step } from '../evidence.ts';
import { mergedItems } from '../merged-items.ts';

/** The part of a page a slot belongs to. `security` and `response` are whole sentences about those, not properties. */
export type SlotRole = 'operation' | 'security' | 'parameter' | 'request' | 'responseText' | 'response';

/** A place that a text item may describe, in the order in which pages print them; a tree laid out depth first. */
export interface Slot {
  readonly role: SlotRole;
  readonly name: string;
  /** Where a parameter is sent. */
  readonly location?: ParameterLocation;
  /** Where in the sample, and the way there; empty for parameters. */
  readonly pointer: string;
  readonly path: readonly Step[];
  /** The value in the sample; undefined where there is none (a path parameter). */
  readonly value: JsonValue | undefined;
  /** The index of the slot it is nested in, or -1. */
  readonly parent: number;
  /** The index just after the last slot nested in it. */
  readonly end: number;
}

interface Place {
  readonly role: 'request' | 'response';
  readonly pointer: string;
  readonly path: readonly Step[];
  readonly parent: number;
}

/** Appends a slot for a sentence about the page as a whole. */
export function pushSentence(slots: Slot[], role: 'operation' | 'security' | 'responseText'): void {
  slots.push({ role, name: '', pointer: '', path: [], value: undefined, parent: -1, end: slots.length + 1 });
}

/** Appends a slot for a parameter. */
export function pushParameter(slots: Slot[], location: ParameterLocation, name: string, value?: string): void {
  slots.push({ role: 'parameter', name, location, pointer: '', path: [], value, parent: -1, end: slots.length + 1 });
}

/** Appends the properties of a sample, depth first. An array stands for its items; those that are objects are taken together. */
export function pushSampleSlots(slots: Slot[], role: 'request' | 'response', sample: JsonValue): void {
  pushChildren(slots, sample, { role, pointer: '', path: [], parent: -1 });
}

function pushChildren(slots: Slot[], value: JsonValue, place: Place): void {
  if (Array.isArray(value)) {
    const path = [...place.path, { kind: 'items' } as const];
    const index = value.findIndex(isObject);
    const items = mergedItems(value);
    if (items) pushChildren(slots, items, { ...place, path, pointer: joinPointer(place.pointer, index) });
    return;
  }
  if (!isObject(value)) return;
  for (const [name, child] of Object.entries(value)) {
    const index = slots.length;
    const pointer = joinPointer(place.pointer, name);
    const path = [...place.path, { kind: 'property', name } as const];
    const slot: Slot = { role: place.role, name, pointer, path, value: child, parent: place.parent, end: index + 1 };
    slots.push(slot);
    pushChildren(slots, child, { role: place.role, pointer, path, parent: index });
    slots[index] = { ...slot, end: slots.length };
  }
}

import { jsonEqual } from '../../base/json.ts';
import type { Assignment } from './assignment.ts';
import type { NamedItem } from './facts.ts';
import type { TextItem } from './items.ts';
import type { Slot } from './slots.ts';

/** The items inside one fold whose children the sample does not show, named after equal texts inside a fold of the same name. */
export interface ForeignGroup {
  /** The property whose fold it is. */
  readonly target: Slot;
  /** The property of the same name, elsewhere on the page, whose children have the same texts. */
  readonly twin: Slot;
  readonly twinIndex: number;
  readonly items: readonly NamedItem[];
}

/**
 * Pages repeat the texts of a property in the request and the response. Where one sample shows null or nothing for
 * it, its children take their names from the other side, if the texts are equal; all other items are left out.
 */
export function assignForeign(
  assigned: readonly Assignment[],
  named: readonly NamedItem[],
  slots: readonly Slot[],
): ForeignGroup[] {
  const targets = [...new Set(assigned.map(({ foreignOf }) => foreignOf).filter((index) => index !== undefined))];
  return targets.flatMap((targetIndex): ForeignGroup[] => {
    const target = slots[targetIndex];
    const twins = slots.flatMap((slot, index) => (slot.name === target?.name && index !== targetIndex ? [index] : []));
    const wanted = assigned.filter(({ foreignOf }) => foreignOf === targetIndex);
    for (const twinIndex of twins) {
      const twin = slots[twinIndex];
      const found = twin ? namedAfter(wanted, children(named, twinIndex, twin)) : [];
      if (target && twin && found.length > 0) return [{ target, twin, twinIndex, items: found }];
    }
    return [];
  });
}

function children(named: readonly NamedItem[], index: number, slot: Slot): NamedItem[] {
  return named.filter(({ slotIndex }) => slotIndex > index && slotIndex < slot.end);
}

function namedAfter(wanted: readonly Assignment[], models: readonly NamedItem[]): NamedItem[] {
  let next = 0;
  return wanted.flatMap((assignment): NamedItem[] => {
    const { item, index } = assignment;
    const offset = models.slice(next).findIndex((model) => sameText(model.item, item));
    const model = models[next + offset];
    if (offset === -1 || !model) return [];
    next += offset + 1;
    const { slot, slotIndex } = model;
    return [{ item, index, slot, slotIndex, confidence: 'medium', assignment }];
  });
}

function sameText(left: TextItem, right: TextItem): boolean {
  if (left.description?.text !== right.description?.text) return false;
  const [leftValues, rightValues] = [left.values?.values, right.values?.values];
  return jsonEqual(leftValues && [...leftValues], rightValues && [...rightValues]);
}

import { isObject, type JsonValue } from '../../base/json.ts';
import type { TextItem } from './items.ts';
import type { Score } from './score.ts';
import type { Slot } from './slots.ts';

/** The scores of a page. */
export interface ScoreTable {
  /** A number for each text item, equal where nothing but the place differs. */
  kindOf(item: TextItem): number;
  /** How well a text of a kind fits a slot. */
  at(kind: number, slot: number, branch: boolean): number;
}

/**
 * Keeps what texts and slots score, each pair of kinds once: pages repeat themselves. Slots of one kind have the same name,
 * value and siblings. Gives no diagnostics.
 */
export function scoreTable(slots: readonly Slot[], score: Score): ScoreTable {
  const models: TextItem[] = [];
  const kinds = new Map<string, number>();
  const known = new WeakMap<TextItem, number>();
  const [slotKinds, count] = kindsOfSlots(slots);
  const plain: Float64Array[] = [];
  const branches: Float64Array[] = [];
  return {
    kindOf(item) {
      let kind = known.get(item);
      if (kind === undefined) {
        const { description, values, example, fold, glued } = item;
        const key = JSON.stringify([
          description?.text,
          values?.values,
          example?.value,
          example?.loose,
          fold !== undefined,
          glued,
        ]);
        kind = kinds.get(key) ?? models.length;
        if (kind === models.length) models.push(item);
        kinds.set(key, kind);
        known.set(item, kind);
      }
      return kind;
    },
    at(kind, slot, branch) {
      const row = ((branch ? branches : plain)[kind] ??= new Float64Array(count).fill(NaN));
      const column = slotKinds[slot] ?? 0;
      let found = row[column] ?? 0;
      if (Number.isNaN(found)) {
        const [item, target] = [models[kind], slots[slot]];
        found = item && target ? score(item, target, branch) : 0;
        row[column] = found;
      }
      return found;
    },
  };
}

function groupOf({ role, parent }: Slot): string {
  return `${role} ${parent}`;
}

/** The kind of each slot, and how many there are. */
function kindsOfSlots(slots: readonly Slot[]): readonly [Int32Array, number] {
  const kinds = new Map<string, number>();
  const numberOf = (key: string): number => {
    const found = kinds.get(key) ?? kinds.size;
    kinds.set(key, found);
    return found;
  };
  const values = new WeakMap<object, number>();
  const valueOf = (value: JsonValue | undefined): number => {
    if (typeof value !== 'object' || value === null) return numberOf(`value ${JSON.stringify(value)}`);
    let found = values.get(value);
    if (found === undefined) {
      const parts = isObject(value)
        ? Object.entries(value).map(([name, part]) => `${JSON.stringify(name)} ${valueOf(part)}`)
        : value.map(valueOf);
      found = numberOf(`${isObject(value) ? 'object' : 'list'} ${parts.join(' ')}`);
      values.set(value, found);
    }
    return found;
  };
  const siblings = new Map<string, string[]>();
  for (const slot of slots) {
    const group = siblings.get(groupOf(slot)) ?? [];
    siblings.set(groupOf(slot), group);
    group.push(slot.name);
  }
  const groups = new Map([...siblings].map(([group, names]) => [group, numberOf(`names ${JSON.stringify(names)}`)]));
  const columns = new Map<string, number>();
  const found = slots.map((slot, index) => {
    const place = slot.role === 'parameter' ? index : '';
    const isLeaf = slot.end === index + 1;
    const key = `${slot.role} ${place} ${isLeaf} ${valueOf(slot.value)} ${groups.get(groupOf(slot))} ${slot.name}`;
    const column = columns.get(key) ?? columns.size;
    columns.set(key, column);
    return column;
  });
  return [Int32Array.from(found), columns.size];
}

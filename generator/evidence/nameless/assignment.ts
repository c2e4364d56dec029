import type { TextItem } from './items.ts';

/** Where one item, or a part of it, belongs. */
export interface Assignment {
  /** The item; only its description, or only what follows it, where these belong to two slots. */
  readonly item: TextItem;
  /** The place of the item in the list. */
  readonly index: number;
  /** The index of the slot, or undefined where no slot fits. */
  readonly slot: number | undefined;
  /** How much better the best alignment is than the best one that puts this item elsewhere. */
  readonly margin: number;
  /** It is there because all around it have their texts: those of the path beside it, or all others of a fold. */
  readonly ordered?: true;
  /** The slot whose other union branch (not the sample's) this item is part of. */
  readonly branchOf?: number;
  /** The slot whose folded children, unknown to the sample, this item is among. */
  readonly foreignOf?: number;
}

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
  /** It is a parameter of the path because those before and behind it in the path are beside it. */
  readonly ordered?: true;
  /** The slot whose other union branch (not the sample's) this item is part of. */
  readonly branchOf?: number;
  /** The slot whose folded children, unknown to the sample, this item is among. */
  readonly foreignOf?: number;
}

import type { Block } from '../../pages/page.ts';

/** What a tab or fold around a block calls it. */
export interface TabLabel {
  readonly title: string;
  /** It is one of several tabs, of which a reader opens one; a fold is none. */
  readonly isTab: boolean;
}

const labels = new WeakMap<Block, TabLabel>();

/** Notes what the tab or fold around a block is called. Gives no diagnostics. */
export function setTabLabel(block: Block, label: TabLabel): void {
  labels.set(block, label);
}

/** What the tab or fold around a block is called; undefined where none is, or where that names a part of an operation. */
export function tabLabel(block: Block): TabLabel | undefined {
  return labels.get(block);
}

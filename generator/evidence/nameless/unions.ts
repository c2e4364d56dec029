import type { Confidence, Evidence, Fact, Step } from '../evidence.ts';
import { itemFacts, lower, subjectOf, typeWords, type Frame, type NamedItem } from './facts.ts';
import type { Slot } from './slots.ts';

/** A property that is a union: the page unfolds one branch, the sample shows another. */
export interface UnionFind {
  readonly parent: Slot;
  readonly parentIndex: number;
  readonly tag: string;
  /** The tag of the branch the page unfolds, and of the sample's. */
  readonly shown: string;
  readonly sampled: string;
  /** The items of the unfolded branch, the tag's first. */
  readonly items: readonly NamedItem[];
}

/** The unions among the named items: runs of items that the alignment put into another branch than the sample's. */
export function findUnions(named: readonly NamedItem[], slots: readonly Slot[]): UnionFind[] {
  const parents = [
    ...new Set(named.map(({ assignment }) => assignment.branchOf).filter((index) => index !== undefined)),
  ];
  return parents.flatMap((parentIndex): UnionFind[] => {
    const items = named.filter(({ assignment }) => assignment.branchOf === parentIndex);
    const parent = slots[parentIndex];
    const shown = items[0]?.item.values?.values[0];
    const sampled = items[0]?.slot.value;
    if (!parent || typeof shown !== 'string' || typeof sampled !== 'string') return [];
    return [{ parent, parentIndex, tag: items[0]?.slot.name ?? '', shown, sampled, items }];
  });
}

/** The facts of a union found on the page: its tag, the unfolded branch (its lists are open), and the sample's branch. */
export function unionFacts(union: UnionFind, frame: Frame): Evidence[] {
  return [
    unionFact(union, union.parent, union.items[0]?.item.line ?? 1, frame, 'medium'),
    ...shownBranch(union, union.parent, union.items, frame, 'medium'),
    ...sampledBranch(union, union.parent, frame, 'medium'),
  ];
}

/**
 * The facts of a union at `target`, whose fold shows the same branch as `union` does but whose sample shows nothing:
 * the names are those of `union`, and so is the branch that only the sample of `union` shows (low confidence).
 */
export function takenOverFacts(union: UnionFind, target: Slot, items: readonly NamedItem[], frame: Frame): Evidence[] {
  return [
    unionFact(union, target, items[0]?.item.line ?? 1, frame, 'medium'),
    ...shownBranch(union, target, items, frame, 'medium'),
    ...sampledBranch(union, target, frame, 'low'),
  ];
}

function unionFact(union: UnionFind, target: Slot, line: number, frame: Frame, confidence: Confidence): Evidence {
  const { tag, shown, sampled } = union;
  const fact: Fact = { kind: 'union', tag, values: [shown, sampled], complete: false };
  const location = { document: frame.document, line };
  return { subject: subjectOf(target, frame), fact, location, method: 'prose', confidence };
}

function shownBranch(
  union: UnionFind,
  target: Slot,
  items: readonly NamedItem[],
  frame: Frame,
  confidence: Confidence,
): Evidence[] {
  const branch: Step = { kind: 'branch', tag: union.tag, value: union.shown };
  return items.flatMap((named) => {
    const path = [...target.path, branch, ...named.slot.path.slice(union.parent.path.length)];
    const subject = subjectOf(target, frame, path);
    const location = { document: frame.document, line: named.item.line };
    const exists: Evidence = { subject, fact: { kind: 'exists' }, location, method: 'prose', confidence };
    // The tag's constant is said by the union itself.
    if (named.slot.name === union.tag) return [exists];
    return [exists, ...itemFacts({ ...named, confidence: lowest(named.confidence, confidence) }, subject, frame, true)];
  });
}

function sampledBranch(union: UnionFind, target: Slot, frame: Frame, confidence: Confidence): Evidence[] {
  const branch: Step = { kind: 'branch', tag: union.tag, value: union.sampled };
  const depth = union.parent.path.length;
  const inside = frame.slots.slice(union.parentIndex + 1, union.parent.end);
  return inside.flatMap((slot): Evidence[] => {
    const nested = slot.path.length > depth + 1;
    // One instance of a free value says little about its type.
    const sure = nested ? 'low' : confidence;
    if (nested && target !== union.parent) return [];
    const subject = subjectOf(target, frame, [...target.path, branch, ...slot.path.slice(depth)]);
    const location = frame.locate(slot);
    const facts: Evidence[] = [{ subject, fact: { kind: 'exists' }, location, method: 'sample', confidence: sure }];
    if (slot.name === union.tag && !nested) return facts;
    if (slot.value !== undefined && slot.value !== null) {
      facts.push({
        subject,
        fact: { kind: 'type', words: typeWords(slot.value) },
        location,
        method: 'sample',
        confidence: sure,
      });
    }
    return facts;
  });
}

function lowest(left: Confidence, right: Confidence): Confidence {
  return left === 'low' || right === 'low' ? 'low' : left === 'medium' ? left : right === 'high' ? left : lower('high');
}

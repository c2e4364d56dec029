import { compareText, groupBy } from './order.ts';
import { identifyingMark, type Identifier } from './names.ts';

/** What wants a name. */
export interface NameWish {
  /** What the thing is called where it comes from. Of several that want one name, only this decides. */
  readonly key: string;
  /** The name it gets where nothing else wants that one. */
  readonly wanted: Identifier;
  /** Whether it comes before others that want the same name. Unless said, it does where the key is that name already. */
  readonly first?: boolean;
}

/** Hands out names that differ from each other and from the words given first. */
export interface NameScope {
  /** `wanted` if it is still free, else `wanted` with a mark made from `key` (itself if not given). */
  take(wanted: Identifier, key?: string): Identifier;
  /**
   * A name for each wish, in their order; what is given to one does not depend on the order. Of the wishes for one
   * name it goes to the key that is the name already, else to the first in the order of code units; each other gets
   * the name with a mark made from its own key. So a new wish never changes a name but the one that it wants itself.
   */
  takeAll(wishes: readonly NameWish[]): Identifier[];
  /** Whether `name` has been handed out. */
  has(name: string): boolean;
}

/** When two names count as the same: `exact` for what is only code, `anyCase` for what becomes a file's name. */
export type NameSameness = 'exact' | 'anyCase';

/** A scope in which no name has been handed out but the `taken` ones. */
export function createNameScope(taken: Iterable<string> = [], sameness: NameSameness = 'anyCase'): NameScope {
  const fold = (name: string): string => (sameness === 'exact' ? name : name.toLowerCase());
  const used = new Set([...taken].map(fold));
  const has = (name: string): boolean => used.has(fold(name));
  const take = (wanted: Identifier, key: string = wanted): Identifier => {
    const name = has(wanted) ? freeMarked(wanted, key, has) : wanted;
    used.add(fold(name));
    return name;
  };
  return {
    has,
    take,
    takeAll(wishes) {
      const names = new Map<NameWish, Identifier>();
      const groups = groupBy(wishes, ({ wanted }) => fold(wanted));
      for (const group of groups.values()) {
        const [first] = group.toSorted(byRight);
        // the names that stand as they are come before any mark is made
        if (first && !has(first.wanted)) names.set(first, take(first.wanted));
      }
      for (const wish of wishes.toSorted((left, right) => compareText(left.key, right.key)))
        if (!names.has(wish)) names.set(wish, take(wish.wanted, wish.key));
      return wishes.map((wish) => names.get(wish) ?? wish.wanted);
    },
  };
}

/** How one name is wished for; what comes back is used at once, for other names may be made of it. */
export type TakeName = (wanted: Identifier, key: string) => Identifier;

/**
 * What `make` makes with names of `scope`. It is called twice, the same way: all wishes are heard before any is
 * granted, so that what comes first has no better right.
 */
export function grantNames<Made>(scope: NameScope, make: (take: TakeName) => Made): Made {
  const wishes: NameWish[] = [];
  make((wanted, key) => {
    wishes.push({ wanted, key });
    return wanted;
  });
  const names = scope.takeAll(wishes).values();
  return make((wanted) => names.next().value ?? wanted);
}

/** Who has more right to the name that both want comes first. */
function byRight(left: NameWish, right: NameWish): number {
  const comesFirst = ({ key, wanted, first }: NameWish): number => Number(first ?? key === wanted);
  return comesFirst(right) - comesFirst(left) || compareText(left.key, right.key);
}

/** `wanted` with the mark of `key`. Marks are short, so two may be alike; the second is then counted. */
function freeMarked(wanted: Identifier, key: string, has: (name: string) => boolean): Identifier {
  const marked = `${wanted}_${identifyingMark(key)}`;
  let name = marked;
  for (let count = 2; has(name); count += 1) name = `${marked}_${count}`;
  return name as Identifier;
}

import type { TextItem } from './items.ts';
import type { SlotRole } from './slots.ts';

/** The first and the last of the texts that say nothing but the status of a response. */
export interface StatusItems {
  readonly first: number;
  readonly last: number;
}

/** A status, or what stands for one: `200`, `200 OK`, `OK -- done`, or a reason phrase alone (RFC 9110, section 15.3). */
const statusText =
  /^(?:2\d\d(?:$|[ :-])|(?:ok|created|accepted|no content|success(?:ful)?(?: (?:response|operation|request))?)(?:[.!]?$| ?[-–:]))/i;

/** Between two texts about the status, its schema may be described. */
const nearest = 2;

/**
 * The texts of a page that name the status of the response, or undefined where there are none, or where they stand so far
 * from each other that one of them must mean something else.
 */
export function statusItems(items: readonly TextItem[]): StatusItems | undefined {
  const found = [...items.keys()].filter((index) => isStatusItem(items[index]));
  const [first, last] = [found[0], found.at(-1)];
  return first === undefined || last === undefined || last - first > nearest ? undefined : { first, last };
}

function isStatusItem(item: TextItem | undefined): boolean {
  const { description, values, example } = item ?? {};
  return description !== undefined && !values && !example && statusText.test(description.text);
}

/**
 * Whether an item may describe a slot of a role: what is sent stands before the status, what comes back at it or behind it.
 * What follows a description in one item counts as the next one.
 */
export function isOnSide(item: number, role: SlotRole, status: StatusItems | undefined): boolean {
  if (!status) return true;
  if (role === 'response') return item > status.first;
  if (role === 'responseText') return item >= status.first;
  return item < status.last;
}

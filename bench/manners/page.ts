import type { Manner } from './manner.ts';
import type { Thing } from './things.ts';

/** What a page has beside its calls: the objects that its fields link to, by the title of their section. */
export interface Page {
  readonly manner: Manner;
  readonly objects: Map<string, readonly Thing[]>;
}

/** How a list of fields is written: at which level of headings, and whether it says what is required and where each stands. */
export interface ListOptions {
  readonly level: number;
  readonly hasRequired: boolean;
  readonly hasPlaces?: boolean;
}

/** A line of a list or table of fields. */
export interface Row {
  readonly thing: Thing;
  readonly name: string;
  readonly type: string;
  readonly depth: number;
  readonly place: string;
}

import type { Report } from '../../base/diagnostic.ts';
import type { JsonObject } from '../../base/json.ts';
import type { Location } from '../../base/location.ts';
import type { Moves } from './moves.ts';

/** What the conversion of a dialect is given beside the document. */
export interface DialectContext {
  readonly report: Report;
  /** Where a part of the document stands, by its JSON Pointer. */
  readonly locate: (pointer: string) => Location;
}

/** Turns a document of one dialect into one shaped as OpenAPI 3.1. May change what it is given. */
export type Conversion = (root: JsonObject, context: DialectContext) => JsonObject;

/** An object of the document, and what its lowering needs. */
export interface Lowering {
  readonly object: JsonObject;
  readonly root: JsonObject;
  readonly pointer: string;
  readonly moves: Moves;
  /** Says that 3.1 has no equivalent for `what`, and what became of it. */
  report(what: string, outcome: string): void;
}

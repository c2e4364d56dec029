import type { EntityName, EntityReference } from '../evidence.ts';
import type { FieldRow } from './field-row.ts';
import type { Units } from './units.ts';

/** A section with blocks outside of any operation. */
export type Loose = Units['loose'][number];

/** An object that a section describes. */
export interface EntityUnit {
  readonly name: EntityName;
  /** What the line before its fields calls it, where that is not its heading's name. */
  readonly otherName?: string;
  readonly loose: Loose;
  readonly tables: readonly (readonly FieldRow[])[];
  /** The objects on which it is built. */
  readonly bases?: readonly EntityReference[];
  /** The other objects of which it is one, where it has no fields of its own. */
  readonly alternatives?: EntityReference;
}

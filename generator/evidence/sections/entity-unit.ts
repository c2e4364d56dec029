import type { EntityName, EntityReference, Step } from '../evidence.ts';
import type { FieldRow } from './field-row.ts';
import type { Units } from './units.ts';

/** A section with blocks outside of any operation. */
export type Loose = Units['loose'][number];

/** Fields that an object has only where another of its fields has a certain value. */
export interface EntityForm {
  readonly rows: readonly FieldRow[];
  /** Where in the object they stand. */
  readonly path: readonly Step[];
  /** The field and its value, as a label says it. */
  readonly label: string;
}

/** An object that a section describes. */
export interface EntityUnit {
  readonly name: EntityName;
  /** What the line before its fields calls it, where that is not its heading's name. */
  readonly otherName?: string;
  readonly loose: Loose;
  readonly tables: readonly (readonly FieldRow[])[];
  /** The line before each of the tables. */
  readonly labels?: readonly string[];
  /** What it has only in some cases, beside what the tables say. */
  readonly forms?: readonly EntityForm[];
  /** The objects on which it is built. */
  readonly bases?: readonly EntityReference[];
  /** The other objects of which it is one, where it has no fields of its own. */
  readonly alternatives?: EntityReference;
}

import type { Location } from '../../base/location.ts';
import type { Access, EntityReference, Fact, Method, ParameterLocation } from '../evidence.ts';

/**
 * One named value as a table row or a list item states it, in whatever form: what it is called, what its words say, and
 * the values within it. Nothing is interpreted but the form; texts keep their Markdown, see `field-evidence.ts`.
 */
export interface FieldRow {
  /** The name alone, marks of optionality and nesting taken off: `a`, `filter[name]`. Dotted names are split into children. */
  readonly name: string;
  /** The words for its type, as written without Markdown marks: `string`, `array of integers`. */
  readonly words?: string;
  readonly required?: boolean;
  /** The names beside it of which one has to be given, as `` `id` or `email` `` says that is required. */
  readonly alternatives?: readonly string[];
  /** A question mark at the name says that it may be left out. */
  readonly isMarkedOptional?: true;
  readonly nullable?: true;
  readonly deprecated?: true;
  readonly access?: Access;
  /** The text of the default, without Markdown marks. */
  readonly defaultText?: string;
  /** The text of an example value, without Markdown marks. */
  readonly exampleText?: string;
  /** All allowed values, where the form itself lists them. */
  readonly values?: readonly string[];
  /** The limits that columns of these say. */
  readonly limits?: readonly Extract<Fact, { readonly kind: 'limit' }>[];
  /** The format, where the form itself says that it is one. */
  readonly format?: string;
  /** Where the value is sent, where the row itself says it. */
  readonly place?: ParameterLocation | 'body';
  /** The entity that the words for its type name or link to. */
  readonly reference?: EntityReference;
  /** What is left of the text, as Markdown. */
  readonly description?: string;
  /** The named values within it (within its items, where it is a list). */
  readonly children: readonly FieldRow[];
  readonly location: Location;
  /** How the row was found: `cell` for tables, `prose` for lists. */
  readonly method: Method;
}

import { groupBy } from '../../base/order.ts';
import type { EntityUnit, Loose } from './entity-unit.ts';
import type { FieldRow } from './field-row.ts';

/** Whether a section is one of models: among them `Error` is an object like any other. */
export function isOfModels({ parents }: Loose): boolean {
  return /^(?:(?:available |all )?(?:models?|schemas?|definitions|(?:object )?types|objects|entities|data (?:models?|structures|types|objects)))$/i.test(
    parents.at(-1)?.title ?? '',
  );
}

/**
 * So many lists, or tables, of models that mark what is optional, and none that marks what is required, are the way of all lists beside
 * them.
 */
const leastMarked = 2;

/**
 * Objects in whose lists unmarked values are required: among models, a list that gives each value a type and marks only what is optional
 * says so of the others, and so do several for those beside them in which nothing is marked. Of tables only the latter is so. Gives no
 * diagnostics.
 */
export function withModelPresence(units: readonly EntityUnit[]): EntityUnit[] {
  const groups = groupBy(units, ({ loose }) => (isOfModels(loose) ? loose.parents.at(-1) : undefined));
  const wayOf = (isKind: (rows: readonly FieldRow[]) => boolean): Map<unknown, boolean> =>
    new Map(
      [...groups].map(([section, group]) => {
        const lists = group.flatMap(({ tables }) => tables.filter(isKind));
        const isMarked = lists.some((rows) => rows.some(({ required }) => required === true));
        const optional = lists.filter((rows) => rows.some(({ required }) => required === false));
        return [section, !isMarked && optional.length >= leastMarked] as const;
      }),
    );
  const [ofLists, ofTables] = [wayOf(isList), wayOf(isTable)];
  return units.map((unit) => {
    if (!isOfModels(unit.loose)) return unit;
    const section = unit.loose.parents.at(-1);
    const isWay = ofLists.get(section) === true;
    const isWayOfTables = ofTables.get(section) === true;
    return {
      ...unit,
      tables: unit.tables.map((rows) =>
        isList(rows) || (isTable(rows) && isWayOfTables) ? unmarkedRequired(rows, isWay || isTable(rows)) : rows,
      ),
    };
  });
}

/** Whether rows were read from a list, and not from a table or code. */
function isList(rows: readonly FieldRow[]): boolean {
  return rows.length > 0 && rows.every(({ method }) => method === 'prose');
}

/** Whether rows are those of a table that gives each a type. */
function isTable(rows: readonly FieldRow[]): boolean {
  return rows.length > 0 && rows.every(({ method, words, reference }) => method === 'cell' && (words ?? reference));
}

function unmarkedRequired(rows: readonly FieldRow[], isWay: boolean): readonly FieldRow[] {
  const isTold =
    rows.every((row) => (row.words ?? row.reference) !== undefined && row.required !== true) &&
    (isWay || rows.some((row) => row.required === false));
  return isTold ? rows.map((row) => (isOpen(row) ? { ...row, required: true } : row)) : rows;
}

function isOpen(row: FieldRow): boolean {
  const isSaid = /\b(?:optional|required)\b/i.test(row.description ?? '');
  return row.required === undefined && row.defaultText === undefined && !isSaid;
}

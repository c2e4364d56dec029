import { nameKey, titleKeys } from './body-path.ts';
import type { EntityUnit } from './entity-unit.ts';
import { isListRow } from './field-evidence.ts';
import type { FieldRow } from './field-row.ts';

const listed = /^\W{0,3}(?:an?\s+|the\s+)?(?:optional\s+)?(?:list|array|collection)\b/i;

/** The objects of a page by what properties that mean them are called, see `nameKey`. */
export function unitsByName(units: readonly EntityUnit[]): Map<string, EntityUnit[]> {
  const byName = new Map<string, EntityUnit[]>();
  for (const unit of units) {
    const keys = unit.otherName === undefined ? [] : [nameKey(unit.otherName)];
    for (const key of new Set([...titleKeys(unit.name.title), ...keys])) {
      const known = byName.get(key);
      const isKnown = known?.some(({ name }) => name.anchor === unit.name.anchor && name.title === unit.name.title);
      if (known && !isKnown) known.push(unit);
      else if (!known) byName.set(key, [unit]);
    }
  }
  return byName;
}

/**
 * An object with what its rows mean by their names: `TaskGroups` of which nothing else is said is a list of what the page
 * describes under the heading `Task group`. What has a type of its own, or parts, is left as it is.
 */
export function withNamedParts(unit: EntityUnit, byName: ReadonlyMap<string, readonly EntityUnit[]>): EntityUnit {
  const name = (row: FieldRow): FieldRow => {
    const children = row.children.map(name);
    if (!isOpen(row)) return { ...row, children };
    const [entity, ...more] = byName.get(nameKey(row.name)) ?? [];
    if (!entity || entity === unit || more.length > 0) return row;
    const isPlural = row.words === undefined && row.name.length > ownName(entity, row).replaceAll(/\W/g, '').length;
    const form = isPlural || isListRow(row) || listed.test(row.description ?? '') ? 'list' : 'one';
    const { document, title } = entity.name;
    return { ...row, reference: { document, words: title, link: `#${entity.name.anchor}`, form } };
  };
  return { ...unit, tables: unit.tables.map((rows) => rows.map(name)) };
}

/**
 * Objects of which several are called the same (`owner` object, below the one and below the other), each in the row of the object above
 * that has its name: they are two. All others as they were, and those that types link to.
 */
export function withNestedParts(units: readonly EntityUnit[]): EntityUnit[] {
  let found = [...units];
  const nested = units
    .filter(
      (unit) =>
        (unit.loose.isType !== true || unit.loose.owner !== undefined) &&
        units.some((one) => one !== unit && isSameName(one, unit)),
    )
    .toSorted((left, right) => right.loose.parents.length - left.loose.parents.length);
  for (const { loose, name } of nested) {
    const unit = found.find((one) => one.loose === loose && one.name === name);
    const around = found.find((one) => one.loose.section === loose.parents.at(-1));
    const keys = new Set(titleKeys(name.title));
    const row = around?.tables.flat().find((one) => isOpen(one) && keys.has(nameKey(one.name)));
    if (!unit || !around || !row) continue;
    const filled: EntityUnit = {
      ...around,
      tables: around.tables.map((rows) =>
        rows.map((one) => (one === row ? { ...row, children: unit.tables.flat() } : one)),
      ),
    };
    found = found.flatMap((one) => (one === unit ? [] : one === around ? [filled] : [one]));
  }
  return found;
}

/** Whether two objects are called the same, as names of fields tell them (`Errors`, and `error` in it); generators give each of their headings an anchor of its own. */
function isSameName({ name: one }: EntityUnit, { name: other }: EntityUnit): boolean {
  return nameKey(one.title) === nameKey(other.title);
}

/** The name of an object that a row means by its own. */
function ownName({ name, otherName }: EntityUnit, row: FieldRow): string {
  return otherName !== undefined && nameKey(otherName) === nameKey(row.name) ? otherName : name.title;
}

/** Whether a row leaves open which object it holds. */
function isOpen({ words, reference, children }: FieldRow): boolean {
  const isAny =
    words === undefined || /^(?:object|array|list|(?:array|list)(?: of |<)objects?>?|object\[\])$/i.test(words);
  return isAny && !reference && children.length === 0;
}

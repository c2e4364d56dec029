import { isObject, type JsonValue } from '../../base/json.ts';
import { tableColumns } from './columns.ts';
import { namedText } from './field-name.ts';
import type { HeadedField } from './headed-fields.ts';
import type { PartRole } from './heading-roles.ts';
import { readListHead } from './list-head.ts';
import type { Part } from './units.ts';

/** The names that tables and lists outside of answers describe, and headings (`headed`), of nested ones the outermost. Gives no diagnostics. */
export function describedNames(parts: readonly Part[], headed: readonly HeadedField[]): Set<string> {
  const names = parts.flatMap(({ block, role }) => {
    if (role === 'response') return [];
    const items = block.kind === 'prose' && listRoles.has(role) ? (block.items ?? []) : [];
    return [...namesIn(block), ...items.flatMap(({ text }) => readListHead(text, true)?.names ?? [])];
  });
  const asked = headed.flatMap(({ part, row }) => (listRoles.has(part.role) ? [row.name] : []));
  return new Set([...names, ...asked].map((name) => name.split(/[.[]/)[0] ?? name));
}

/** Roles of parts whose lists describe what is sent in a body, as far as they say. */
const listRoles: ReadonlySet<PartRole> = new Set(['body', 'parameters', 'request']);

function namesIn(block: Part['block']): string[] {
  const at = block.kind === 'table' ? tableColumns(block).get('name') : undefined;
  if (block.kind !== 'table' || at === undefined) return [];
  return block.rows.flatMap(
    (row) => namedText(row.cells[at] ?? '')?.names.map((name) => name.split(/[.[]/)[0] ?? name) ?? [],
  );
}

/** The names in code that the items of a list begin with. */
function listedNames({ block }: Part): string[] {
  const items = block.kind === 'prose' ? (block.items ?? []) : [];
  return items.flatMap(({ text }) => /^[*_]{0,2}`([A-Za-z_$][\w$-]{0,80})`/.exec(text)?.[1] ?? []);
}

/**
 * Whether a sample that nothing announces, right below the list or table of what is sent, shows what comes back: at least half of its names
 * are none of those that are described, and one is, without which it could as well be a body that nothing describes. Gives no diagnostics.
 */
export function showsOthers(part: Part, before: Part | undefined, value: JsonValue): boolean {
  if (!isObject(value) || !before || before.section !== part.section) return false;
  if (part.role !== 'parameters' && part.role !== 'other') return false;
  const names = new Set([...namesIn(before.block), ...listedNames(before)]);
  const keys = Object.keys(value);
  const known = keys.filter((key) => names.has(key)).length;
  return names.size > 1 && known > 0 && known * 2 <= keys.length;
}

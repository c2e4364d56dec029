import { nameKey, titleKeys, type SamplePart } from './body-path.ts';
import type { FieldRow } from './field-row.ts';
import type { Section } from './outline.ts';

/**
 * The rows of a table below a heading that names a part of the object above it (`Lid fields`, where samples of a kettle show
 * `lid`), as the rows of that part; as they are where samples show no such part, or one with other names. `owner` is what the
 * object is called.
 */
export function partRows(
  rows: readonly FieldRow[],
  section: Section,
  owner: string,
  shown: readonly SamplePart[],
): readonly FieldRow[] {
  const [first] = rows;
  if (!first || section.role.role !== 'parameters') return rows;
  const keys = titleKeys(section.title).filter((key) => key !== nameKey(owner));
  const part = shown.find((one) => isNamed(one, keys) && shareNames(rows, one));
  const last = part?.path.findLast((step) => step.kind === 'property');
  if (last?.kind !== 'property') return rows;
  const isList = part?.path.at(-1)?.kind === 'items';
  const { location, method } = first;
  return [{ name: last.name, ...(isList && { words: 'array' }), children: rows, location, method }];
}

/** Whether a part of a sample stands in the object, or in that within a wrapper, under one of some names. */
function isNamed({ path }: SamplePart, keys: readonly string[]): boolean {
  const steps = path.filter((step) => step.kind === 'property');
  const last = steps.at(-1);
  return steps.length <= 2 && last?.kind === 'property' && keys.includes(nameKey(last.name));
}

function shareNames(rows: readonly FieldRow[], { names }: SamplePart): boolean {
  const shared = rows.filter(({ name }) => names.has(name)).length;
  return shared > 0 && shared * 2 >= Math.min(rows.length, names.size);
}

import type { Api } from '../../model/model.ts';

/** Formats of integers that a number of JavaScript does not hold exactly. */
const wide: ReadonlySet<unknown> = new Set(['int64', 'uint64']);

/** Whether bodies of an API hold integers that a number of JavaScript does not hold exactly, as far as formats tell. */
export function hasWideIntegers(api: Api): boolean {
  return api.schemas.some(({ schema }) => holdsWide(schema));
}

/** A walk over everything in a schema: which member holds further schemas does not matter here. */
function holdsWide(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  if ('kind' in value && value.kind === 'number' && 'format' in value && wide.has(value.format)) return true;
  return Object.values(value).some(holdsWide);
}

import { fitsFormat } from '../../base/formats.ts';
import type { JsonObject } from '../../base/json.ts';
import { factsOf, type FactNode } from './fact-tree.ts';
import type { TypeDecision } from './types.ts';

/** Formats of the registry of OAS that numbers have. */
const ofNumbers = /^(?:u?int(?:8|16|32|64)|float|double|decimal(?:128)?|double-int)$/;

/**
 * Writes the format that is stated of a value, where its type can have it; what an example contradicts is told in `conflicts` and not
 * written.
 */
export function writeFormat(
  schema: JsonObject,
  node: FactNode,
  decision: TypeDecision | undefined,
  conflicts: string[],
): void {
  const types = [schema['type']].flat();
  const isNumber = types.some((type) => type === 'integer' || type === 'number');
  if (schema['format'] !== undefined || schema['enum'] !== undefined || !(isNumber || types.includes('string'))) return;
  // a documented type without a format is not given one by the look of a sample
  const stated = factsOf(node.evidence, 'format').find(
    ({ evidence }) => evidence.method !== 'sample' || (decision?.fromSample ?? true),
  );
  if (!stated) return;
  const { format } = stated.fact;
  if (isNumber && !types.includes('string') && !ofNumbers.test(format)) return;
  const misfit = factsOf(node.evidence, 'example').find(
    ({ fact }) =>
      !fact.placeholder && typeof fact.value === 'string' && fact.value !== '' && !fitsFormat(fact.value, format),
  );
  if (misfit)
    conflicts.push(`the text says ${format}, an example says ${JSON.stringify(misfit.fact.value)}: no format`);
  else if (stated.evidence.confidence !== 'low') schema['format'] = format;
}

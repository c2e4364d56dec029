import { fitsFormat } from '../../base/formats.ts';
import type { JsonObject } from '../../base/json.ts';
import { factsOf, type FactNode } from './fact-tree.ts';
import type { TypeDecision } from './types.ts';

/** Formats of the registry of OAS that numbers have. */
const ofNumbers = /^(?:u?int(?:8|16|32|64)|float|double|decimal(?:128)?|double-int)$/;

/** Puts `date-time` in the place of a `date` that words for a type say where all values that are shown have a time, and notes it in `conflicts`. Gives no diagnostics. */
export function mendDate(schema: JsonObject, node: FactNode, conflicts: string[]): void {
  if (schema['format'] !== 'date' || schema['type'] !== 'string') return;
  const shown = factsOf(node.evidence, 'example').flatMap(({ fact }) => (fact.placeholder ? [] : [fact.value]));
  const isTime = shown.every((value) => typeof value === 'string' && fitsFormat(value, 'date-time'));
  if (shown.length === 0 || !isTime) return;
  schema['format'] = 'date-time';
  conflicts.push(`the words say date, an example says ${JSON.stringify(shown[0])}: date-time`);
}

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

import type { Step } from '../evidence.ts';
import { pathByTitle } from './body-path.ts';
import type { Reading } from './operation-reading.ts';
import type { Part } from './units.ts';

/** Words for types of values that hold no others. */
const scalar =
  /^(?:str(?:ing)?|text|u?int(?:eger)?\d{0,2}|long|number|float\d{0,2}|double|decimal|bool(?:ean)?|date\S{0,12}|time\S{0,8}|uuid)$/i;

/**
 * A part of an operation whose heading names a value that the list of an answer just before it holds (`owner` object, below the fields
 * of the response), as the part of that answer that it is; any other as it stands. Gives no diagnostics.
 */
export function withinAnswer({ known, last, evidence }: Reading, part: Part): Part {
  const title = part.titles.at(-1);
  if (title === undefined || (part.role !== 'other' && part.role !== 'example') || last.role !== 'response')
    return part;
  const path = pathByTitle(title, [], known.response, []);
  if (!path || isScalar(evidence, path)) return part;
  return { ...part, role: 'response', ...(last.status !== undefined && { status: last.status }) };
}

function isScalar(evidence: Reading['evidence'], path: readonly Step[]): boolean {
  const steps = JSON.stringify(path);
  return evidence.some(
    ({ subject, fact }) =>
      subject.kind === 'response' &&
      fact.kind === 'type' &&
      scalar.test(fact.words) &&
      JSON.stringify(subject.path) === steps,
  );
}

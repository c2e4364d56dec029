import { isObject } from '../base/json.ts';
import type { CodeBlock } from '../pages/page.ts';
import type { Evidence, Fact, OperationName, Subject } from './evidence.ts';
import { codeSample } from './message-samples.ts';

/** A line of a stream of events (WHATWG HTML, section 9.2.6). */
const eventLine = /^(?:(?:event|data|id|retry):|:|$)/;

/** Whether code shows a stream of events and nothing else. */
export function showsEvents({ text }: CodeBlock): boolean {
  const lines = text.split('\n');
  return lines.some((line) => line.startsWith('data:')) && lines.every((line) => eventLine.test(line.trim()));
}

/**
 * What a stream of events that code shows says of the answer of an operation: its media type, and what `data` holds, where that is
 * JSON of one form. Gives no diagnostics.
 */
export function eventEvidence(block: CodeBlock, operation: OperationName, status: string | undefined): Evidence[] {
  const subject: Subject = { kind: 'response', operation, path: [], ...(status !== undefined && { status }) };
  const { document } = block.location;
  const place = block.lines?.[0] ?? { document, line: block.textLine };
  const add = (fact: Fact, location = place): Evidence => {
    return { subject, fact, location, method: 'sample', confidence: 'medium' };
  };
  const data = block.text.split('\n').flatMap((line, index) => {
    const text = /^\s*data:(.*)$/.exec(line)?.[1]?.trim() ?? '';
    const sample = /^[[{]/.test(text) ? codeSample(block, { text, line: index }, undefined) : undefined;
    return sample ? [sample] : [];
  });
  const forms = new Set(
    data.map(({ value }) => JSON.stringify(isObject(value) ? Object.keys(value).toSorted() : typeof value)),
  );
  const samples = forms.size === 1 ? data.map((one) => add({ kind: 'sample', data: one }, one.locate(''))) : [];
  return [add({ kind: 'exists' }), add({ kind: 'mediaType', mediaType: 'text/event-stream' }), ...samples];
}

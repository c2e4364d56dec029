import { parsedJson } from '../../base/json.ts';
import type { Location } from '../../base/location.ts';
import { balancedEnd } from '../balance.ts';
import { readSample } from '../code-samples.ts';
import type { Evidence, Fact, OperationName } from '../evidence.ts';
import type { NamedEndpoint } from './section-endpoints.ts';

/** What a row of a table of endpoints states: the operation, its server and the text beside it. Gives no diagnostics. */
export function listedEvidence({ operation, server, text, block }: NamedEndpoint): Evidence[] {
  const { location } = block;
  const about = (fact: Fact): Evidence => {
    return { subject: { kind: 'operation', operation }, fact, location, method: 'cell', confidence: 'medium' };
  };
  return [
    about({ kind: 'exists' }),
    ...(text === undefined ? [] : [about({ kind: 'description', text })]),
    ...bodyShown(text ?? '', operation, location),
    ...(server === undefined ? [] : [{ ...about({ kind: 'server', url: server }), subject: { kind: 'api' } as const }]),
  ];
}

const bodyBefore = /\b(?:body|payload)\b[^{}.\n]{0,60}(?=\{)/i;

/** The body that the text beside an operation shows: `PUT needs a body like this: {"size": 3}`. */
function bodyShown(text: string, operation: OperationName, location: Location): Evidence[] {
  const match = /^(?:post|put|patch)$/.test(operation.method) ? bodyBefore.exec(text.slice(0, maxText)) : null;
  const start = match ? match.index + match[0].length : -1;
  const end = start === -1 ? undefined : balancedEnd(text, start);
  const json = end === undefined ? '' : text.slice(start, end);
  const origin = { document: location.document, firstLine: location.line };
  const data = parsedJson(json) !== undefined ? readSample(json, origin, undefined) : undefined;
  if (!data) return [];
  const subject = { kind: 'request', operation, path: [] } as const;
  return [{ subject, fact: { kind: 'sample', data }, location, method: 'sample', confidence: 'medium' }];
}

/** Longer texts beside an operation are not searched. */
const maxText = 5000;

import { isObject, parsedJson } from '../../base/json.ts';
import type { Location } from '../../base/location.ts';
import { balancedEnd } from '../balance.ts';
import { readSample } from '../code-samples.ts';
import type { Evidence, OperationName, Subject } from '../evidence.ts';

/** What says before JSON in a text which way it goes. */
const answered = /(?:\b(?:returns?|returning|respon\w*|answers?|yields|outputs?|result\w*)\b|→|->|=>)[^{}[\]]{0,80}$/i;
const sent =
  /\b(?:accepts?|takes?|sends?|sending|expects?|bod(?:y|ies)|payload|posts?|posting|requires?)\b[^{}[\]]{0,80}$/i;

/** Longer texts are not searched. */
const maxText = 5000;

/** More are no bodies of one operation. */
const most = 4;

/**
 * The bodies that a text about an operation shows as JSON behind a word that says which way they go: `Returns `{"ok": true}``,
 * `needs a body like {"size": 3}`. Methods without a body (RFC 9110, section 9.3) are sent none. Medium confidence. Gives no diagnostics.
 */
export function inlineBodies(text: string, operation: OperationName, location: Location): Evidence[] {
  if (text.length > maxText) return [];
  const found: Evidence[] = [];
  const origin = { document: location.document, firstLine: location.line };
  let from = 0;
  for (let at = text.search(/[{[]/); at !== -1 && found.length < most;) {
    const end = balancedEnd(text, at);
    const json = end === undefined ? '' : text.slice(at, end);
    const subject = subjectOf(text.slice(Math.max(from, at - 120), at), operation);
    const value = subject ? parsedJson(json) : undefined;
    // a list of numbers may be anything
    const isBody = isObject(value) || (Array.isArray(value) && value.some(isObject));
    const data = subject && isBody ? readSample(json, origin, undefined) : undefined;
    if (subject && data) {
      found.push({ subject, fact: { kind: 'sample', data }, location, method: 'sample', confidence: 'medium' });
    }
    from = end === undefined ? at + 1 : end;
    const next = text.slice(from).search(/[{[]/);
    at = next === -1 ? -1 : from + next;
  }
  return found;
}

function subjectOf(before: string, operation: OperationName): Subject | undefined {
  // the last of the words counts
  const answer = answered.exec(before)?.index ?? -1;
  const request = /^(?:post|put|patch)$/.test(operation.method) ? (sent.exec(before)?.index ?? -1) : -1;
  if (answer === -1 && request === -1) return undefined;
  return { kind: answer > request ? 'response' : 'request', operation, path: [] };
}

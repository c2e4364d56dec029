import type { OperationName } from '../evidence.ts';
import type { PartRole } from './heading-roles.ts';
import { lastSentence } from './introduced-object.ts';
import type { Part } from './units.ts';

/** Which body a sample shows. */
export type SampleDirection = 'request' | 'response' | 'error';

/**
 * Which body a sample shows, by the role of its heading, the line before it, or the request that stands before it (`sentBefore`);
 * undefined where none of them says it. Gives no diagnostics.
 */
export function directionOf(
  role: PartRole,
  intro: string,
  { operation, sentBefore }: { readonly operation: OperationName; readonly sentBefore: boolean },
): SampleDirection | undefined {
  const hasBody = sendsBody(operation);
  if (role === 'response' && hasBody && isRequestLabel(intro)) return 'request';
  if (role === 'response' && announcesFault(intro)) return 'error';
  if (role === 'response' || role === 'error') return role;
  if (role === 'body') return /^(?:get|head)$/.test(operation.method) ? undefined : 'request';
  const says = lastSentence(intro);
  if (/\b(?:respon\w*|returns?|returned|result\w*|output)\b|\byou(?:'ll| will| should)? (?:receive|get)\b/i.test(says))
    return 'response';
  if (/\b(?:request|body|payload|post(?:ing)?|send|expects|accepts)\b|^input\b/i.test(says))
    return hasBody ? 'request' : undefined;
  if (sentBefore) return 'response';
  if (!hasBody) return role === 'request' || role === 'parameters' ? undefined : 'response';
  return role === 'request' || role === 'parameters' ? 'request' : undefined;
}

/** Whether the line before a sample announces what comes back where a call has failed: `A typical failed JSON response:`. */
function announcesFault(intro: string): boolean {
  const line = lastSentence(intro);
  return ofFailure.test(line) || inCaseOf.test(line);
}

const ofFailure =
  /\b(?:(?<!\b(?:no|without)\s(?:an?\s)?)(?:errors?|failure)|failed|failing|unsuccessful)\s(?:json\s)?(?:responses?|answers?|replies|reply|results?|body|object|messages?)\b/i;
const inCaseOf = /\b(?:in case of|on|upon)\s(?:an?\s)?(?:errors?|failure)\b[^\n]{0,200}:$/i;

/** A line that calls what follows the body of a request, whatever the heading over it. */
const requestLabel = /^[*_`]{0,3}(?:(?:example|sample|json)\s)?request\s(?:body|payload|data)[*_`]{0,3}:?[*_`]{0,3}$/i;

/** Whether a line calls what follows it the body of a request. Gives no diagnostics. */
export function isRequestLabel(text: string): boolean {
  return text.length < 100 && requestLabel.test(text.trim());
}

/** A sentence about what comes back, and none about what is sent. */
const speaksOfReturn =
  /^(?![^\n]*\b(?:requests?|send|sent|post|put)\b)[^\n]{0,300}\b(?:returns|responds|answers|is returned|response (?:is|looks|will be))\b/i;

/**
 * The role of code below a line that serves as a heading (`with a body of:`), behind a paragraph that already speaks of what comes back;
 * such a line has no end of its own. Gives no diagnostics.
 */
export function roleBehind({ role, section }: Part, intro: string): PartRole {
  const isSent = role === 'body' || role === 'request';
  return isSent && section.heading === undefined && speaksOfReturn.test(lastSentence(intro)) ? 'response' : role;
}

/** A line of labels that ends in that of what comes back: `**Sample output**:`. */
const outputLabel =
  /(?:^|\n)(?:\*\*|__)(?:sample|example)\s(?:output|response|result)(?::(?:\*\*|__)|(?:\*\*|__)\s?:)\s*$/i;
const usageLabel = /(?:^|\n)(?:\*\*|__)(?:sample|example)(?:\susage)?(?::(?:\*\*|__)|(?:\*\*|__)\s?:)\s*$/i;

/** Whether a paragraph of labels right before code says that it shows what comes back: an output, or a usage of what only produces something. Gives no diagnostics. */
export function announcesOutput(intro: string): boolean {
  if (outputLabel.test(intro)) return true;
  const says = (word: string): boolean => new RegExp(String.raw`(?:^|\n)(?:\*\*|__)${word}\b`, 'i').test(intro);
  return usageLabel.test(intro) && says('produces') && !says('consumes');
}

/** Whether an operation sends a body by its method. */
export function sendsBody({ method }: OperationName): boolean {
  return method === 'post' || method === 'put' || method === 'patch';
}

/** A paragraph that says what comes back, and how a line begins that announces it. */
const answers =
  /^[\s*_`>-]{0,5}(?:(?:this|it|the (?:call|request|endpoint)) (?:will |then )?)?(?:returns?|responds?|response|respuesta|result|(?:on|up)\s?on success)\b/i;

/**
 * The samples that nothing announces, right below an endpoint that is sent a body, by their order: of two the first is what is sent and
 * the second what comes back; a single one before what is said of the answer is what is sent. `bodies` are the parts that show
 * data, with what is known of each. Gives no diagnostics.
 */
export function directionsByOrder(
  parts: readonly Part[],
  bodies: ReadonlyMap<Part, SampleDirection | undefined>,
  operation: OperationName,
): ReadonlyMap<Part, 'body' | 'response'> {
  const shown = [...bodies.keys()];
  const isAnswered = shown.some((part) => bodies.get(part) === 'response');
  // an example is of what is sent only where another shows what comes back
  const bare = shown.filter((part) => isBare(part, bodies.get(part), isAnswered));
  const [first, second, ...more] = bare;
  const sent = parts.some(({ role, block }) => (role === 'body' || role === 'request') && block.kind === 'code');
  if (!sendsBody(operation) || !first || sent || more.length > 0) return new Map();
  if (shown.some((part) => bodies.get(part) === 'request')) return new Map();
  if (first.role === 'example' && second) return new Map();
  if (second) {
    const isFirst = shown[0] === first && shown[1] === second;
    return isFirst && !isAnswered
      ? new Map([
          [first, 'body'],
          [second, 'response'],
        ])
      : new Map();
  }
  const at = parts.indexOf(first);
  const isBefore = parts.slice(0, at).every((part) => part.role !== 'response' && !speaksOfAnswer(part));
  const isBehind = parts.slice(at + 1).some((part) => part.role === 'response' || speaksOfAnswer(part));
  return isBefore && isBehind ? new Map([[first, 'body']]) : new Map();
}

function isBare({ role, titles, status }: Part, known: SampleDirection | undefined, isAnswered: boolean): boolean {
  const isOpen = role === 'other' || (role === 'example' && isAnswered);
  return known === undefined && isOpen && titles.length === 0 && status === undefined;
}

function speaksOfAnswer({ block }: Part): boolean {
  return block.kind === 'prose' && answers.test(block.text);
}

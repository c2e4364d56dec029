import { placeholderType } from '../../base/placeholders.ts';
import type { Data } from '../../base/data.ts';
import type { JsonValue } from '../../base/json.ts';
import type { Location } from '../../base/location.ts';
import type { Evidence, Fact, OperationName, ParameterLocation, SecurityFact, Step, Subject } from '../evidence.ts';
import { formSteps } from '../code-samples.ts';
import { isPlaceholder } from '../request-url.ts';
import { isSecretName, isSecretValue } from './secrets.ts';

/** A name with a value, as requests carry them in the query, in headers and in forms. */
export interface Pair {
  readonly name: string;
  readonly value?: string;
  readonly description?: string;
  readonly location: Location;
  /** The part of a form is a file. */
  readonly file?: true;
  /** It is sent several times: a list. */
  readonly repeated?: true;
  /** The author marks it as one that must be sent. */
  readonly required?: true;
}

/** What a request or a response carries. */
export interface Content {
  readonly mediaType?: string;
  readonly location: Location;
  /** A JSON body. */
  readonly data?: Data;
  /** Properties of a JSON body whose values are left open. */
  readonly open?: readonly (readonly Step[])[];
  /** The parts of a form. */
  readonly pairs?: readonly Pair[];
}

/** A response that was recorded or saved. */
export interface RecordedResponse {
  readonly status: string;
  readonly description?: string;
  readonly content?: Content;
  readonly location: Location;
}

/** A request that was recorded or saved, and its responses. */
export interface Exchange {
  readonly operation: OperationName;
  readonly location: Location;
  readonly server?: string;
  /** The beginning of the path that belongs to the server, by the way the address is put together. */
  readonly base?: string;
  readonly summary?: string;
  readonly description?: string;
  readonly path: readonly Pair[];
  readonly query: readonly Pair[];
  readonly headers: readonly Pair[];
  readonly security: readonly SecurityFact[];
  readonly body?: Content;
  readonly responses: readonly RecordedResponse[];
}

/**
 * The facts of one exchange. Everything in it is a sample: it shows that something exists, and a value of it, but neither
 * what else there is nor whether it must be. Values of secrets are left out. Gives no diagnostics.
 */
export function exchangeEvidence(exchange: Exchange): Evidence[] {
  const { operation, location, responses, body } = exchange;
  const subject: Subject = { kind: 'operation', operation };
  const found: Evidence[] = [evidence(subject, { kind: 'exists' }, location)];
  if (exchange.server !== undefined)
    found.push(evidence({ kind: 'api' }, { kind: 'server', url: exchange.server }, location));
  if (exchange.summary) found.push(stated(subject, { kind: 'summary', text: exchange.summary }, location));
  if (exchange.description) found.push(stated(subject, { kind: 'description', text: exchange.description }, location));
  for (const security of exchange.security) found.push(evidence(subject, { kind: 'security', security }, location));
  for (const pair of exchange.path) found.push(...parameterEvidence(pair, 'path', operation));
  for (const pair of united(exchange.query)) found.push(...parameterEvidence(pair, 'query', operation));
  for (const pair of exchange.headers) found.push(...parameterEvidence(pair, 'header', operation));
  if (body) found.push(...contentEvidence(body, (path) => ({ kind: 'request', operation, path })));
  for (const response of responses) {
    const { status, content, description } = response;
    const at = (path: readonly Step[]): Subject => ({ kind: 'response', operation, status, path });
    found.push(evidence(at([]), { kind: 'exists' }, response.location));
    if (description) found.push(stated(at([]), { kind: 'description', text: description }, response.location));
    if (content) found.push(...contentEvidence(content, at));
  }
  return found;
}

/** Pairs of one name, which send a list, as one. */
function united(pairs: readonly Pair[]): Pair[] {
  const found = new Map<string, Pair>();
  for (const pair of pairs) {
    const before = found.get(pair.name);
    found.set(pair.name, before ? { ...before, repeated: true } : pair);
  }
  return [...found.values()];
}

function evidence(subject: Subject, fact: Fact, location: Location): Evidence {
  return { subject, fact, location, method: 'sample', confidence: 'high' };
}

function stated(subject: Subject, fact: Fact, location: Location): Evidence {
  return { subject, fact, location, method: 'prose', confidence: 'high' };
}

function parameterEvidence(pair: Pair, location: ParameterLocation, operation: OperationName): Evidence[] {
  const { name } = pair;
  return pairEvidence(pair, { kind: 'parameter', operation, location, name });
}

function pairEvidence(pair: Pair, subject: Subject): Evidence[] {
  const { name, value, description, location } = pair;
  const found = [evidence(subject, { kind: 'exists' }, location)];
  if (description) found.push(stated(subject, { kind: 'description', text: description }, location));
  if (pair.required) found.push(stated(subject, { kind: 'required', value: true }, location));
  const words = placeholderType(value ?? '') ?? (/^<string>$/i.test(value ?? '') ? 'string' : undefined);
  if (pair.repeated) {
    found.push(evidence(subject, { kind: 'type', words: words === undefined ? 'array' : `${words}[]` }, location));
  } else if (words !== undefined && !pair.file) found.push(evidence(subject, { kind: 'type', words }, location));
  if (pair.file) {
    found.push(evidence(subject, { kind: 'type', words: 'string' }, location));
    found.push(evidence(subject, { kind: 'format', format: 'binary' }, location));
  } else if (
    value !== undefined &&
    value !== '' &&
    !isOpenValue(value) &&
    !isSecretName(name) &&
    !isSecretValue(value)
  ) {
    found.push({ ...evidence(subject, { kind: 'example', value }, location), confidence: 'low' });
  }
  return found;
}

function isOpenValue(value: string): boolean {
  return isPlaceholder(value) || /\{\{[^{}]*\}\}/.test(value);
}

function contentEvidence(content: Content, at: (path: readonly Step[]) => Subject): Evidence[] {
  const { mediaType, data, location, pairs = [], open = [] } = content;
  const found: Evidence[] = [];
  if (mediaType !== undefined) found.push(evidence(at([]), { kind: 'mediaType', mediaType }, location));
  if (data) found.push(evidence(at([]), { kind: 'sample', data }, location));
  for (const path of open) found.push(evidence(at(path), { kind: 'exists' }, location));
  for (const pair of pairs) found.push(...pairEvidence(pair, at(formSteps(pair.name))));
  return found;
}

/** A value that was written inside of another text: all of it stands at one place. */
export function dataAt(value: JsonValue, location: Location): Data {
  return { value, locate: () => location };
}

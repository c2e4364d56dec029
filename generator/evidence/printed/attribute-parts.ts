import { isObject, own, ownObject, ownString, setOwn, type JsonObject, type JsonValue } from '../../base/json.ts';
import type { Location } from '../../base/location.ts';
import type { Evidence, OperationName } from '../evidence.ts';
import { placed, printedData, startDescription, type PrintedDescription } from './printed-data.ts';

/** A part of an operation that an attribute of a component holds as OpenAPI writes it. */
export interface PrintedPart {
  readonly member: 'parameters' | 'requestBody' | 'responses';
  readonly value: JsonValue;
}

/**
 * The part of an operation that a value is: Parameter Objects with their schemas (OAS 3.1, section 4.8.12), one or a list of
 * them, a Request Body Object (4.8.13) or a Responses Object (4.8.16). Undefined for any other. Gives no diagnostics.
 */
export function printedPart(value: JsonValue | undefined): PrintedPart | undefined {
  if (Array.isArray(value))
    return value.length > 0 && value.every(isParameter) ? { member: 'parameters', value } : undefined;
  if (!isObject(value)) return undefined;
  if (isParameter(value)) return { member: 'parameters', value: [value] };
  if (isContent(own(value, 'content'))) return { member: 'requestBody', value };
  return isResponses(value) ? { member: 'responses', value } : undefined;
}

function isParameter(value: JsonValue): boolean {
  const isPlaced = /^(?:path|query|header|cookie)$/.test(ownString(value, 'in') ?? '');
  const isTyped = isObject(own(value, 'schema')) || isContent(own(value, 'content'));
  return isPlaced && isTyped && ownString(value, 'name') !== undefined;
}

/** Whether a value maps media types (RFC 6838, section 4.2) to what a body of them is like. */
function isContent(value: JsonValue | undefined): boolean {
  const entries = Object.entries(isObject(value) ? value : {});
  return entries.length > 0 && entries.every(([type, media]) => /^[\w*.+-]+\/[\w*.+-]+/.test(type) && isObject(media));
}

function isResponses(value: JsonObject): boolean {
  const entries = Object.entries(value);
  return (
    entries.length > 0 && entries.every(([key, one]) => /^(?:[1-5](?:\d\d|XX)|default)$/.test(key) && isAnswer(one))
  );
}

function isAnswer(value: JsonValue): boolean {
  return ownString(value, 'description') !== undefined || isContent(own(value, 'content'));
}

/** A part with the operation that it belongs to and the lines where it is printed. */
export interface PlacedPart extends PrintedPart {
  readonly operation: OperationName;
  readonly location: Location;
}

/**
 * The description that parts of operations make together, as evidence; nothing where there are none. `uri` is that of the page.
 * Gives no diagnostics.
 */
export function printedEvidence(parts: readonly PlacedPart[], uri: string): Evidence[] {
  const [first] = parts;
  if (!first) return [];
  const { location } = first;
  const description = startDescription(location);
  for (const part of parts) addPart(description, part);
  const fact = { kind: 'spec', data: printedData(description), uri, isPartial: true } as const;
  return [{ subject: { kind: 'api' }, fact, location, method: 'spec', confidence: 'high' }];
}

/** Adds a part to a description under way; parts of one operation add to each other. Gives no diagnostics. */
export function addPart(description: PrintedDescription, { operation, member, value, location }: PlacedPart): void {
  const paths = ownObject(description.value, 'paths') ?? {};
  const item = ownObject(paths, operation.path) ?? {};
  const known: JsonObject = ownObject(item, operation.method) ?? placed(description, { responses: {} }, location);
  setOwn(paths, operation.path, item);
  setOwn(item, operation.method, known);
  for (const one of Array.isArray(value) ? value : Object.values(isObject(value) ? value : {})) {
    if (isObject(one)) placed(description, one, location);
  }
  if (Array.isArray(value)) {
    const before = own(known, member);
    known[member] = [...(Array.isArray(before) ? before : []), ...value];
  } else if (isObject(value)) known[member] = { ...ownObject(known, member), ...value };
}

import { isObject, own, ownObject, ownString, setOwn, type JsonObject, type JsonValue } from '../../../base/json.ts';
import { joinPointer, localRefPointer, resolvePointer } from '../../../base/pointer.ts';
import { leaveOut, type Swagger } from './conversion.ts';
import { serialization, splitValue } from './values.ts';

/** A parameter of Swagger 2.0 with where it stands. */
export interface Placed {
  /** The parameter itself, a reference followed. */
  readonly parameter: JsonObject;
  /** Where the list has it. */
  readonly pointer: string;
  /** Where the parameter itself stands. */
  readonly home: string;
  /** The reference, if the list has one. */
  readonly ref: string | undefined;
}

/** The parameters of one list: those that stay parameters, and those that make a request body. */
export interface SortedParameters {
  readonly plain: readonly Placed[];
  readonly body: Placed | undefined;
  readonly form: readonly Placed[];
}

/** Where a parameter goes: `body`, `formData`, or another place that Swagger 2.0 may know or not. */
export function placeOfParameter(parameter: JsonValue): string {
  const place = (ownString(parameter, 'in') ?? '').trim().toLowerCase();
  return place === 'formdata' || place === 'form' ? 'formData' : place;
}

/** Sorts a list of parameters. A second body, or one beside form fields, is reported as `spec/malformed`. */
export function sortParameters(swagger: Swagger, list: JsonValue | undefined, pointer: string): SortedParameters {
  const entries = Array.isArray(list) ? list : isObject(list) ? Object.values(list) : [];
  const placed = entries.flatMap((entry, index) => place(swagger, entry, joinPointer(pointer, index)) ?? []);
  const of = (wanted: string): Placed[] => placed.filter(({ parameter }) => placeOfParameter(parameter) === wanted);
  const [body, ...others] = of('body');
  const form = of('formData');
  for (const other of others) leaveOut(swagger, other.pointer, 'a second body parameter', 'a request has one body');
  if (body && form.length > 0)
    leaveOut(swagger, pointer, 'formData beside a body parameter', 'both describe the one body of the request');
  const bodies = new Set([body, ...others, ...form]);
  return { plain: placed.filter((one) => !bodies.has(one)), body, form: body ? [] : form };
}

function place(swagger: Swagger, entry: JsonValue, pointer: string): Placed | undefined {
  if (!isObject(entry)) {
    leaveOut(swagger, pointer, 'a parameter', 'it is no mapping');
    return undefined;
  }
  const ref = ownString(entry, '$ref');
  const home = ref === undefined ? undefined : localRefPointer(ref);
  const target = home === undefined ? undefined : resolvePointer(swagger.root, home);
  return {
    parameter: isObject(target) ? target : entry,
    pointer,
    home: isObject(target) ? (home ?? pointer) : pointer,
    ref,
  };
}

/** The parameters that stay parameters, as a list at `pointer` of OpenAPI 3.1. */
export function plainParameters(swagger: Swagger, plain: readonly Placed[], pointer: string): JsonValue[] {
  return plain.map(({ parameter, ref, pointer: from }, index) => {
    const to = joinPointer(pointer, index);
    swagger.moves.add(from, to);
    return ref === undefined ? plainParameter(swagger, parameter, from, to) : { $ref: ref };
  });
}

/** A parameter in query, header or path: what describes its value is its schema, `collectionFormat` is style and explode. */
function plainParameter(swagger: Swagger, parameter: JsonObject, from: string, to: string): JsonObject {
  const { schema, rest, collection } = splitValue(swagger, parameter, from, to);
  const { 'x-example': example, ...members } = rest;
  const location = placeOfParameter(parameter);
  return {
    ...members,
    ...(collection !== undefined && serialization(swagger, collection, location, from)),
    ...(Object.keys(schema).length > 0 && { schema }),
    ...(example !== undefined && members['example'] === undefined && { example }),
  };
}

/** The shared parameters of the root: under `components`, as parameters or as request bodies; form fields only where they are used. */
export function sharedParameters(
  swagger: Swagger,
  toBody: (placed: Placed, to: string) => JsonObject,
): { readonly parameters: JsonObject; readonly requestBodies: JsonObject } {
  const parameters: JsonObject = {};
  const requestBodies: JsonObject = {};
  for (const [name, parameter] of Object.entries(ownObject(swagger.root, 'parameters') ?? {})) {
    const from = joinPointer('/parameters', name);
    const location = placeOfParameter(parameter);
    if (!isObject(parameter)) continue;
    const section = location === 'body' || location === 'formData' ? 'requestBodies' : 'parameters';
    const to = joinPointer('/components', section, name);
    swagger.moves.add(from, to);
    if (section === 'parameters') {
      const isReference = typeof own(parameter, '$ref') === 'string';
      setOwn(parameters, name, isReference ? parameter : plainParameter(swagger, parameter, from, to));
    } else {
      setOwn(requestBodies, name, toBody({ parameter, pointer: from, home: from, ref: undefined }, to));
    }
  }
  return { parameters, requestBodies };
}

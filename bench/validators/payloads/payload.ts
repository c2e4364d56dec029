import type { JsonObject, JsonValue } from '../../../generator/base/json.ts';

/** Values that are validated against one component of one document. */
export interface Payload {
  readonly name: string;
  /** What it stands for, in the scoreboard. */
  readonly title: string;
  /** An OpenAPI document, or the path of one from the checkout's root. */
  readonly document: JsonObject | string;
  /** Where the schema stands in the normalized spec. */
  readonly pointer: string;
  /** What the package calls it. */
  readonly type: string;
  /** Values of one shape that are valid; a power of two of them, so that the loop can pick by a mask. */
  readonly valid: readonly JsonValue[];
  /** Values with one fault each, of different kinds; a power of two as well. */
  readonly invalid: readonly JsonValue[];
  /** Whether the schema closes its objects. */
  readonly strict?: boolean;
}

/** A document with one operation that answers with the component. */
export function documentOf(schemas: JsonObject, answer: string, version = '3.1.0'): JsonObject {
  const content = { 'application/json': { schema: { $ref: `#/components/schemas/${answer}` } } };
  const responses = { '200': { description: 'The value', content } };
  return {
    openapi: version,
    info: { title: 'Measured', version: '1' },
    paths: { '/value': { get: { operationId: 'readValue', responses } } },
    components: { schemas },
  };
}

/** `count` values, each made from its number. */
export function variants(count: number, make: (index: number) => JsonValue): JsonValue[] {
  return Array.from({ length: count }, (_, index) => make(index));
}

/** A copy of an object with some members replaced; those given as undefined are left out. */
export function changed(value: JsonValue, members: Readonly<Record<string, JsonValue | undefined>>): JsonValue {
  const entries = Object.entries({ ...(value as JsonObject), ...members });
  return Object.fromEntries(entries.filter((entry): entry is [string, JsonValue] => entry[1] !== undefined));
}

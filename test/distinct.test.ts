import { array, assert, constantFrom, jsonValue, oneof, property } from 'fast-check';
import { expect, test } from 'vitest';
import { distinctValues } from '../generator/base/distinct.ts';
import { jsonEqual, type JsonValue } from '../generator/base/json.ts';

const values = array(
  oneof(
    { maxDepth: 2 },
    constantFrom<JsonValue>(0, -0, 1, '1', '', null, true, 'true', [], {}, '__proto__'),
    jsonValue({ maxDepth: 2 }).map((value) => value as JsonValue),
    constantFrom<JsonValue>({ a: 1, b: [2] }, { b: [2], a: 1 }, { a: 1, b: [2, 2] }),
  ),
  { maxLength: 40 },
);

test('keeps the first of equal values, whatever the length of the list', () => {
  assert(
    property(values, (list) => {
      const wanted = list.filter((value, index) => list.findIndex((other) => jsonEqual(other, value)) === index);
      expect(distinctValues(list)).toEqual(wanted);
    }),
  );
});

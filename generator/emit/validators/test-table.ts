import type { Kind, SchemaOf } from '../../model/model.ts';
import { code } from '../code.ts';
import { always, never, not } from './conditions.ts';
import { into, type Place, type Test } from './place.ts';
import { testLeftovers } from './test-leftovers.ts';
import { testExpression } from './test.ts';
import { testArray } from './test-array.ts';
import { testObject } from './test-object.ts';
import {
  testConditional,
  testIntersection,
  testLiteral,
  testNumber,
  testReference,
  testString,
} from './test-scalars.ts';
import { testUnion } from './test-union.ts';

// The fast path: whether a value fits. Exact, without allocation, one expression or one function a schema.

type TestHandler<K extends Kind> = (schema: SchemaOf<K>, place: Place) => Test;

const handlers: { readonly [K in Kind]: TestHandler<K> } = {
  unknown: () => ({ expression: () => always }),
  never: () => ({ expression: () => never }),
  null: () => ({ expression: (value) => code`${value} === null` }),
  boolean: () => ({ expression: (value) => code`typeof ${value} === 'boolean'` }),
  number: testNumber,
  string: testString,
  literal: testLiteral,
  array: testArray,
  object: testObject,
  union: testUnion,
  intersection: testIntersection,
  not: (schema, place) => ({
    expression: (value) => not(testExpression(schema.schema, into(place, 'not'), value)),
  }),
  conditional: testConditional,
  reference: testReference,
};

/** How values of `schema` are tested. */
export function testOf<K extends Kind>(schema: SchemaOf<K>, place: Place): Test {
  if (schema.unevaluated) return testLeftovers(schema, place);
  const handler = handlers[schema.kind as K] as TestHandler<K>;
  return handler(schema, place);
}

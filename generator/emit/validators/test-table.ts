import type { Kind, SchemaOf } from '../../model/model.ts';
import { code } from '../code.ts';
import { always, never } from './conditions.ts';
import type { Place, Test } from './place.ts';
import { testArray } from './test-array.ts';
import { testLeftovers } from './test-leftovers.ts';
import { testObject } from './test-object.ts';
import { testConditional, testIntersection, testLiteral, testNot, testNumber, testReference } from './test-scalars.ts';
import { typeTest } from './test-limits.ts';
import { testString } from './test-string.ts';
import { testUnion } from './test-union.ts';
import { plainly } from './test.ts';

// Whether a value fits: one expression or one function a schema, which where notes are taken notes why not on its way out.

type TestHandler<K extends Kind> = (schema: SchemaOf<K>, place: Place) => Test;

const handlers: { readonly [K in Kind]: TestHandler<K> } = {
  unknown: () => plainly(() => always),
  never: (_schema, { writer }) =>
    writer.notes
      ? { expression: (value) => code`${writer.runtime('leaves', 'absent')}(${value})` }
      : plainly(() => never),
  null: (_schema, place) => typeTest('null', place, (value) => code`${value} === null`),
  boolean: (_schema, place) => typeTest('boolean', place, (value) => code`typeof ${value} === 'boolean'`),
  number: testNumber,
  string: testString,
  literal: testLiteral,
  array: testArray,
  object: testObject,
  union: testUnion,
  intersection: testIntersection,
  not: testNot,
  conditional: testConditional,
  reference: testReference,
};

/** How values of `schema` are tested. */
export function testOf<K extends Kind>(schema: SchemaOf<K>, place: Place): Test {
  if (schema.unevaluated) return testLeftovers(schema, place);
  const handler = handlers[schema.kind as K] as TestHandler<K>;
  return handler(schema, place);
}

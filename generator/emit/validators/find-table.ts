import type { Kind, SchemaOf } from '../../model/model.ts';
import { code, literal } from '../code.ts';
import { findInArray } from './find-array.ts';
import { findInObject } from './find-object.ts';
import {
  findInConditional,
  findInIntersection,
  findInNot,
  helperCall,
  numberLimits,
  referenceCall,
  textLimits,
} from './find-scalars.ts';
import { findLeftovers } from './find-leftovers.ts';
import { findInUnion } from './find-union.ts';
import type { Finding, Place } from './place.ts';
import { setConstant } from './test.ts';

// The slow path: why a value does not fit. It runs once the fast path has said no, so it may take its time.

type FindingHandler<K extends Kind> = (schema: SchemaOf<K>, place: Place) => Finding;

const handlers: { readonly [K in Kind]: FindingHandler<K> } = {
  unknown: () => ({ nothing: true }),
  never: (schema, place) => helperCall('forbidden', schema, place, code`'false'`),
  null: (schema, place) => helperCall('scalarIssues', schema, place, code`'null'`),
  boolean: (schema, place) => helperCall('scalarIssues', schema, place, code`'boolean'`),
  number: (schema, place) => helperCall('numberIssues', schema, place, numberLimits(schema)),
  string: (schema, place) => helperCall('textIssues', schema, place, textLimits(schema, place)),
  literal: (schema, place) =>
    helperCall('literalIssues', schema, place, setConstant(schema.values, place) ?? literal([...schema.values])),
  array: findInArray,
  object: findInObject,
  union: findInUnion,
  intersection: findInIntersection,
  not: findInNot,
  conditional: findInConditional,
  reference: (schema, place) => ({ call: (value, path) => referenceCall(schema, place, value, path) }),
};

/** How issues of `schema` are found. */
export function findingOf<K extends Kind>(schema: SchemaOf<K>, place: Place): Finding {
  if (schema.unevaluated) return findLeftovers(schema, place);
  const handler = handlers[schema.kind as K] as FindingHandler<K>;
  return handler(schema, place);
}

import type { JsonObject, JsonValue } from '../../../generator/base/json.ts';
import { changed, documentOf, variants, type Payload } from './payload.ts';

// The object of the public benchmarks of runtime type checks, with open and with closed objects, and a tree.

const number = { type: 'number' };
const text = { type: 'string' };
const boolean = { type: 'boolean' };

function standardSchemas(closed: JsonObject): JsonObject {
  const deeplyNested = object({ foo: text, num: number, bool: boolean }, closed);
  const members = {
    number,
    negNumber: number,
    maxNumber: number,
    string: text,
    longString: text,
    boolean,
    deeplyNested,
  };
  return { Standard: object(members, closed) };
}

function object(properties: JsonObject, further: JsonObject = {}): JsonObject {
  return { type: 'object', properties, required: Object.keys(properties), ...further };
}

const longString = 'It is a long sentence that goes on for a while and then on for some more. '.repeat(9);

function standard(index: number): JsonValue {
  return {
    number: 1 + index,
    negNumber: -1 - index,
    maxNumber: Number.MAX_VALUE,
    string: `string ${index}`,
    longString: longString + String(index),
    boolean: index % 2 === 0,
    deeplyNested: { foo: `bar ${index}`, num: index, bool: index % 2 === 1 },
  };
}

function faultyStandards(): JsonValue[] {
  const value = standard(3);
  const nested = { foo: 'bar', num: 1, bool: false };
  return [
    changed(value, { number: '1' }),
    changed(value, { negNumber: undefined }),
    changed(value, { longString: null }),
    changed(value, { boolean: 0 }),
    changed(value, { deeplyNested: { ...nested, foo: 5 } }),
    changed(value, { deeplyNested: { ...nested, bool: 'no' } }),
    changed(value, { deeplyNested: undefined }),
    changed(value, { deeplyNested: [] }),
  ];
}

/** With what only a closed schema refuses. */
function faultyStrictStandards(): JsonValue[] {
  const value = standard(3);
  const nested = { foo: 'bar', num: 1, bool: false, extra: true };
  return [
    ...faultyStandards().slice(0, 6),
    changed(value, { extra: 'attribute' }),
    changed(value, { deeplyNested: nested }),
  ];
}

/** 1 + 9 + 90 + 900 nodes. */
function tree(index: number, widths: readonly number[] = [9, 10, 10]): JsonObject {
  const [width = 0, ...deeper] = widths;
  const children = variants(width, (at) => tree(index * 10 + at, deeper));
  return { id: index, label: `node ${index}`, children };
}

const node = object({
  id: { type: 'integer' },
  label: text,
  children: { type: 'array', items: { $ref: '#/components/schemas/Node' } },
});

/** Trees with a fault at the root, in a branch, and in the last leaf. */
function faultyTrees(): JsonValue[] {
  const deep = (at: number): JsonValue => {
    const value = structuredClone(tree(1));
    let place = value;
    for (const position of at === 0 ? [4] : [8, 9, 9]) place = (place['children'] as JsonObject[])[position] ?? place;
    place['label'] = 7;
    return value;
  };
  return [changed(tree(1), { id: 1.5 }), changed(tree(1), { children: {} }), deep(0), deep(1)];
}

/** Payloads that need no foreign description. */
export const plainPayloads: readonly Payload[] = [
  {
    name: 'standard-loose',
    title: 'Standard object, loose',
    document: documentOf(standardSchemas({}), 'Standard'),
    pointer: '/components/schemas/Standard',
    type: 'Standard',
    valid: variants(8, standard),
    invalid: faultyStandards(),
  },
  {
    name: 'standard-strict',
    title: 'Standard object, strict',
    document: documentOf(standardSchemas({ additionalProperties: false }), 'Standard'),
    pointer: '/components/schemas/Standard',
    type: 'Standard',
    valid: variants(8, standard),
    invalid: faultyStrictStandards(),
    strict: true,
  },
  {
    name: 'tree',
    title: 'Tree of 1,000 nodes',
    document: documentOf({ Node: node }, 'Node'),
    pointer: '/components/schemas/Node',
    type: 'Node',
    valid: variants(2, (index) => tree(index + 1)),
    invalid: faultyTrees(),
  },
];

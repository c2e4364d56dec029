import { assert, boolean, constantFrom, dictionary, property, tuple, array } from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { JsonObject, JsonValue } from '../generator/base/json.ts';
import type { Apart, BranchTest } from '../generator/model/model.ts';
import { hasMember, memberOf, typeOf } from '../templates/runtime/branches.ts';
import { components, named, ref, schemaOf } from './model-building.ts';

function apartOf(raw: JsonObject): Apart {
  const { schema } = schemaOf(raw);
  if (schema.kind !== 'union' || !schema.apart) throw new Error('it has a tag, or is no union');
  return schema.apart;
}

/** The tests of each branch, in short. */
function words(raw: JsonObject): (string | undefined)[] {
  return apartOf(raw).tests.map((tests) => tests?.map((test) => `${test.kind} ${wordOf(test)}`).join(', '));
}

function wordOf(test: BranchTest): string {
  if (test.kind === 'type') return test.types.join('/');
  return test.kind === 'value' ? test.values.join('/') : test.property;
}

/** An object schema; names with `?` are not required. */
function object(...names: string[]): JsonObject {
  const required = names.filter((name) => !name.endsWith('?'));
  const properties = Object.fromEntries(names.map((name) => [name.replace('?', ''), { type: 'string' }]));
  return { type: 'object', required, properties };
}

function optional(kind: string): JsonObject {
  return { type: 'object', properties: { kind: { const: kind } } };
}

describe('branches without a tag', () => {
  it.each<[string, JsonValue[], (string | undefined)[]]>([
    ['by required keys', [object('a'), object('b')], ['present a', 'present b']],
    ['one has more', [object('a'), object('a', 'b')], ['absent b', 'present b']],
    ['beside null', [object('a'), object('a', 'b'), { type: 'null' }], ['type object, absent b', 'present b', '']],
    ['by type', [{ type: 'string' }, { type: 'array' }, object('a')], ['type string', 'type array', 'type object']],
    [
      'beside a scalar',
      [{ type: 'string' }, object('a'), object('b')],
      ['type string', 'type object, present a', 'type object, present b'],
    ],
    ['by values', [{ enum: ['a', 'b'] }, { const: 'c' }], ['value a/b', 'value c']],
    ['an open list', [{ type: 'string', enum: ['a'] }, { type: 'string' }], [undefined, undefined]],
    [
      'a constant that one may leave out',
      [
        { type: 'object', properties: { kind: { const: 'a' } } },
        { type: 'object', required: ['kind'], properties: { kind: { const: 'b' } } },
      ],
      ['constant kind', 'constant kind'],
    ],
    [
      'by the type of a property',
      [
        { type: 'object', required: ['data'], properties: { data: { type: 'array' } } },
        { type: 'object', required: ['data'], properties: { data: { type: ['object', 'null'] } } },
      ],
      ['propertyType data', 'propertyType data'],
    ],
    [
      'three, each by another key',
      [object('a', 'b?'), object('b', 'c?'), object('c', 'd')],
      ['present a', 'present b, absent a', 'present d'],
    ],
  ])('%s', (_title, oneOf, expected) => {
    expect(words({ oneOf })).toEqual(expected);
  });

  it('gives the reason where nothing tells them apart', () => {
    const reasons = [
      { anyOf: [object('a?'), object('b?')] },
      { anyOf: [optional('a'), optional('b')] },
      { anyOf: [{ type: 'object' }, object('a')] },
      { anyOf: [{ type: 'object', additionalProperties: { type: 'string' } }, object('a')] },
      { oneOf: [object('a'), { type: ['object', 'string'] }] },
      { oneOf: [object('a'), {}, object('b')] },
    ].map((raw) => ({ reason: apartOf(raw).reason, codes: schemaOf(raw).codes }));
    expect(reasons).toMatchInlineSnapshot(`
      [
        {
          "codes": [
            "spec/undiscriminated",
          ],
          "reason": "no property that branches 1 and 2 require tells them apart",
        },
        {
          "codes": [
            "spec/undiscriminated",
          ],
          "reason": ""kind" may be missing in branches 1 and 2",
        },
        {
          "codes": [
            "spec/undiscriminated",
          ],
          "reason": "branch 1 may have any key",
        },
        {
          "codes": [
            "spec/undiscriminated",
          ],
          "reason": "branch 1 may have any key",
        },
        {
          "codes": [
            "spec/undiscriminated",
          ],
          "reason": "branch 2 may have any key",
        },
        {
          "codes": [
            "spec/undiscriminated",
          ],
          "reason": "branches 1 and 2 may both hold any value",
        },
      ]
    `);
  });

  it('sees through references, allOf and unions among the branches', () => {
    const { api } = components({
      Base: object('id'),
      Card: { allOf: [ref('Base'), object('number')] },
      Account: { allOf: [ref('Base'), object('iban')] },
      Paid: { oneOf: [ref('Card'), ref('Account')] },
      Source: { oneOf: [ref('Paid'), object('token')] },
    });
    const { schema } = named(api, 'Source');
    expect(schema.kind === 'union' && schema.apart?.tests).toEqual([
      [{ kind: 'present', property: 'id' }],
      [{ kind: 'present', property: 'token' }],
    ]);
  });

  it('does not take too long over very many', () => {
    const oneOf = Array.from({ length: 400 }, (_, index) => object(`key${index}`));
    expect(apartOf({ oneOf }).reason).toBe('there are more than 150 of them');
  });
});

function passes(value: JsonValue, test: BranchTest): boolean {
  switch (test.kind) {
    case 'type':
      return test.types.some((type) => type === typeOf(value));
    case 'value':
      return test.values.includes(value);
    case 'constant': {
      const held = memberOf(value, test.property);
      return test.values.some((one) => one === held) || (test.optional && held === undefined);
    }
    case 'propertyType':
      return test.types.some((type) => type === typeOf(memberOf(value, test.property)));
    case 'present':
      return hasMember(value, test.property);
    case 'absent':
      return !hasMember(value, test.property);
  }
}

describe('what tells branches apart', () => {
  const names = ['a', 'b', 'c', 'd'] as const;
  const values: JsonValue[] = ['x', 1, null, [], {}];
  const schemas: JsonObject[] = values.map((value) => ({ const: value }));
  /** For each name: which value it holds, and whether it is required. */
  const branch = dictionary(constantFrom(...names), tuple(constantFrom(0, 1, 2, 3, 4), boolean()), { maxKeys: 4 });

  it('holds for every value of its branch and for no value of another', () => {
    assert(
      property(
        array(branch, { minLength: 2, maxLength: 4 }),
        array(boolean(), { minLength: 4, maxLength: 4 }),
        (all, leaveOut) => {
          const oneOf = all.map((entries) => ({
            type: 'object',
            properties: Object.fromEntries(
              Object.entries(entries).map(([name, [index]]) => [name, schemas[index] ?? {}]),
            ),
            required: Object.entries(entries).flatMap(([name, [, required]]) => (required ? [name] : [])),
          }));
          const { schema } = schemaOf({ oneOf });
          if (schema.kind !== 'union' || !schema.apart) return;
          const { tests } = schema.apart;
          all.forEach((entries, position) => {
            const members = Object.entries(entries).filter(
              ([name, [, required]]) => required || !leaveOut[names.indexOf(name as 'a')],
            );
            const value = Object.fromEntries(members.map(([name, [index]]) => [name, values[index] ?? null]));
            tests.forEach((found, other) => {
              if (found) expect(found.every((test) => passes(value, test))).toBe(other === position);
            });
          });
        },
      ),
      { numRuns: 300 },
    );
  });
});

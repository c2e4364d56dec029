import type { ArraySchema } from '../../model/model.ts';
import { code, joinCode, type Code } from '../code.ts';
import { testExpression } from './test.ts';
import { all, always, any, never, not } from './conditions.ts';
import { into, type Place, type Test } from './place.ts';

/** Arrays: an expression where only the length matters, else a loop. */
export function testArray(schema: ArraySchema, place: Place): Test {
  const lines = [...prefixLines(schema, place), ...itemLines(schema, place), ...containsLines(schema, place)];
  if (lines.length === 0) {
    return {
      expression: (value) => {
        const limits = lengthConditions(schema, place, value);
        if (schema.typed) return all([code`Array.isArray(${value})`, ...limits]);
        if (limits.length === 0) return always;
        return any([code`!Array.isArray(${value})`, code`(${all(limits)})`]);
      },
    };
  }
  const limits = all(lengthConditions(schema, place, code`value`));
  const guard = limits === always ? [] : [code`if (${not(limits)}) return false;`];
  const start = code`if (!Array.isArray(value)) return ${schema.typed ? never : always};`;
  return { body: joinCode([start, ...guard, ...lines, code`return true;`], '\n') };
}

function lengthConditions(schema: ArraySchema, { writer }: Place, value: Code): Code[] {
  const conditions: Code[] = [];
  if ((schema.minItems ?? 0) > 0) conditions.push(code`${value}.length >= ${schema.minItems ?? 0}`);
  if (schema.maxItems !== undefined) conditions.push(code`${value}.length <= ${schema.maxItems}`);
  if (schema.uniqueItems) conditions.push(code`${writer.runtime('checks', 'distinct')}(${value})`);
  return conditions;
}

function prefixLines(schema: ArraySchema, place: Place): Code[] {
  return schema.prefixItems.flatMap((item, index) => {
    const test = testExpression(item, into(place, `item ${index + 1}`), code`value[${index}]`);
    return test === always ? [] : [code`if (value.length > ${index} && ${not(test)}) return false;`];
  });
}

function itemLines(schema: ArraySchema, place: Place): Code[] {
  const first = schema.prefixItems.length;
  const test = testExpression(schema.items, into(place, 'item'), code`item`);
  if (test === always) return [];
  if (test === never) return [code`if (value.length > ${first}) return false;`];
  const items = first === 0 ? code`value` : code`value.slice(${first})`;
  return [
    code`for (const item of ${items}) {
  if (${not(test)}) return false;
}`,
  ];
}

function containsLines({ contains }: ArraySchema, place: Place): Code[] {
  if (!contains) return [];
  const test = testExpression(contains.schema, into(place, 'contained'), code`item`);
  const { minimum, maximum } = contains;
  const refuse = any([
    minimum > 0 ? code`found < ${minimum}` : never,
    maximum === undefined ? never : code`found > ${maximum}`,
  ]);
  if (refuse === never) return [];
  return [
    code`let found = 0;
for (const item of value) {
  if (${test}) found += 1;
}`,
    code`if (${refuse}) return false;`,
  ];
}

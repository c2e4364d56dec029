import type { ArraySchema } from '../../model/model.ts';
import { code, literal, type Code } from '../code.ts';
import { bodyWithBase, findingCall, pointerOf, withBase } from './finding.ts';
import { testExpression } from './test.ts';
import { into, type Finding, type Place } from './place.ts';

/** Arrays: the length, then a call an item. */
export function findInArray(schema: ArraySchema, outer: Place): Finding {
  const place = withBase(schema, outer);
  const { writer } = place;
  const lines = [...lengthLines(schema, place), ...itemLines(schema, place), ...containsLines(schema, place)];
  if (lines.length === 0) {
    if (!schema.typed) return { nothing: true };
    const expect = writer.runtime('issues', 'expectArray');
    const pointer = pointerOf(schema.pointer, outer);
    return { call: (value, path) => code`${expect}(${value}, ${path}, out, ${pointer})` };
  }
  const items = schema.typed
    ? code`${writer.runtime('issues', 'expectArray')}(value, path, out, ${pointerOf(schema.pointer, place)})`
    : code`Array.isArray(value) ? (value as unknown[]) : undefined`;
  const opening = code`const items = ${items};
if (items === undefined) return;`;
  return { body: bodyWithBase(place, [opening, ...lines]) };
}

function lengthLines(schema: ArraySchema, place: Place): Code[] {
  const { writer } = place;
  const { minItems = 0, maxItems, uniqueItems } = schema;
  const lines: Code[] = [];
  if (minItems > 0 || maxItems !== undefined) {
    const high = maxItems === undefined ? code`` : code`, ['maxItems', ${maxItems}]`;
    const helper = writer.runtime('issues', 'sizeIssues');
    lines.push(
      code`${helper}(items.length, path, out, ${pointerOf(schema.pointer, place)}, 'item', ['minItems', ${minItems}]${high});`,
    );
  }
  if (uniqueItems) {
    const distinct = writer.runtime('checks', 'distinct');
    lines.push(
      code`if (!${distinct}(items)) ${writer.runtime('issues', 'repeatedItems')}(path, out, ${pointerOf(schema.pointer, place)});`,
    );
  }
  return lines;
}

function itemLines(schema: ArraySchema, place: Place): Code[] {
  const first = schema.prefixItems.length;
  const lines = schema.prefixItems.flatMap((item, index) => {
    const path = code`path + ${literal(`/${index}`)}`;
    const call = findingCall(item, into(place, `item ${index + 1}`), code`items[${index}]`, path);
    return call === undefined ? [] : [code`if (items.length > ${index}) ${call};`];
  });
  if (schema.items.kind === 'unknown') return lines;
  const path = code`${place.writer.runtime('issues', 'join')}(path, index)`;
  const call = findingCall(schema.items, into(place, 'item'), code`item`, path);
  if (call === undefined) return lines;
  const guarded = first === 0 ? code`${call};` : code`if (index >= ${first}) ${call};`;
  lines.push(code`for (const [index, item] of items.entries()) {
  ${guarded}
}`);
  return lines;
}

function containsLines(schema: ArraySchema, place: Place): Code[] {
  const { contains } = schema;
  if (!contains) return [];
  const test = testExpression(contains.schema, into({ ...place, outside: true }, 'contained'), code`item`);
  const high = contains.maximum === undefined ? code`` : code`, ['maxContains', ${contains.maximum}]`;
  const low = code`['${contains.minimum === 1 ? code`contains` : code`minContains`}', ${contains.minimum}]`;
  const count = code`items.filter((item) => ${test}).length`;
  const helper = place.writer.runtime('issues', 'sizeIssues');
  return [code`${helper}(${count}, path, out, ${pointerOf(schema.pointer, place)}, 'fitting item', ${low}${high});`];
}

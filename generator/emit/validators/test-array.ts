import type { ArraySchema, Schema } from '../../model/model.ts';
import { code, joinCode, literal, type Code } from '../code.ts';
import { refusesUndefined } from './refuses.ts';
import { plainly, quietCall, testExpression } from './test.ts';
import { all, always, any, never, not, wrapped } from './conditions.ts';
import { into, locationOf, type Place, type Test, type Writer } from './place.ts';

/** Arrays: an expression where only the length matters, else a loop. */
export function testArray(schema: ArraySchema, place: Place): Test {
  const { writer } = place;
  const lines = [...prefixLines(schema, place), ...itemLines(schema, place), ...containsLines(schema, place)];
  const limits = (value: Code): Code[] => limitCalls(schema, place, value);
  if (lines.length === 0 && limits(code`value`).length === 0) {
    if (!schema.typed) return { expression: () => always };
    if (!writer.notes) return plainly((value) => code`Array.isArray(${value})`);
    return { expression: (value) => code`${writer.runtime('leaves', 'anArray')}(${value})` };
  }
  const noArray = schema.typed ? refusal(writer, 'type', [code`value`, code`'array'`]) : always;
  const start = code`if (!Array.isArray(value)) return ${noArray};`;
  const own = limits(code`value`).map((limit) => unless(limit, claimHere(place)));
  const first = writer.notes ? [code`let from = 0;`] : [];
  const isFine = writer.notes ? code`from === 0 || ${writer.runtime('issues', 'done')}(from - 1)` : always;
  const end = code`return ${isFine};`;
  return { body: joinCode([start, ...sparseLines(schema, place), ...first, ...own, ...lines, end], '\n') };
}

/** The refusal that a leaf notes, where notes are taken. */
function refusal(writer: Writer, leaf: string, values: readonly Code[]): Code {
  return writer.notes ? code`${writer.runtime('leaves', leaf)}(${joinCode(values, ', ')})` : never;
}

function limitCalls(schema: ArraySchema, { writer }: Place, value: Code): Code[] {
  const { minItems = 0, maxItems, uniqueItems } = schema;
  const calls: Code[] = [];
  if (!writer.notes) {
    if (minItems > 0) calls.push(code`${value}.length >= ${minItems}`);
    if (maxItems !== undefined) calls.push(code`${value}.length <= ${maxItems}`);
    if (uniqueItems) calls.push(code`${writer.runtime('checks', 'distinct')}(${value})`);
    return calls;
  }
  if (minItems > 0 || maxItems !== undefined) {
    const count = writer.runtime('leaves', 'itemCount');
    calls.push(code`${count}(${value}, ${minItems}, ${maxItems ?? code`Infinity`})`);
  }
  if (uniqueItems) calls.push(code`${writer.runtime('leaves', 'unique')}(${value})`);
  return calls;
}

function claimHere({ writer }: Place): Code {
  return writer.notes ? claim(code`${writer.runtime('issues', 'here')}()`, writer) : never;
}

/** Holes end a loop at once where they are refused; where they are not, there may be billions of them. */
function sparseLines(schema: ArraySchema, place: Place): Code[] {
  const { writer } = place;
  const { items, contains } = schema;
  const isLooped = items.kind !== 'unknown' && !refusesUndefined(items, writer);
  const isCounted = contains !== undefined && (contains.minimum > 0 || contains.maximum !== undefined);
  if (!isLooped && !isCounted) return [];
  const isSparse = writer.runtime('checks', 'isSparse');
  return [code`if (${isSparse}(value)) return ${refusal(writer, 'sparse', [code`value`])};`];
}

function prefixLines(schema: ArraySchema, place: Place): Code[] {
  const { writer } = place;
  const inside = (index: number, item: Schema): Code =>
    code`${writer.runtime('issues', 'inside')}('/${index}', ${literal(locationOf(item, schema))})`;
  return schema.prefixItems.flatMap((item, index) => {
    const test = testExpression(item, into(place, `item ${index + 1}`), code`value[${index}]`);
    if (test === always) return [];
    const claimed = writer.notes ? claim(inside(index, item), writer) : never;
    return [code`if (value.length > ${index} && ${refused(test, claimed)}) return false;`];
  });
}

/**
 * What follows a refused part of an array: `from` becomes the number of its first issue. Nothing of another module is read
 * as long as all parts fit, which in a short loop would be much of the time.
 */
function claim(call: Code, { runtime }: Writer): Code {
  return code`((from ||= ${runtime('issues', 'claimed')} + 1) > 0 && ${call})`;
}

/** The condition under which a part is refused, and nothing more is wanted. */
export function refused(test: Code, claim: Code): Code {
  return not(any([wrapped(test), claim]));
}

/** The statement that refuses the array where a part of the test does, and nothing more is wanted. */
function unless(test: Code, claim: Code): Code {
  return code`if (${refused(test, claim)}) return false;`;
}

function itemLines(schema: ArraySchema, place: Place): Code[] {
  const { writer } = place;
  const first = schema.prefixItems.length;
  if (schema.items.kind === 'never' && !schema.items.unevaluated) {
    const noMore = (): Code => code`${writer.runtime('leaves', 'noMore')}(value, ${first})`;
    return [unless(writer.notes ? noMore() : code`value.length <= ${first}`, claimHere(place))];
  }
  const test = testExpression(schema.items, into(place, 'item'), code`item`);
  if (test === always) return [];
  if (!writer.notes) {
    return [
      code`for (let index = ${first}; index < value.length; index += 1) {
  const item: unknown = value[index];
  ${unless(test, never)}
}`,
    ];
  }
  const location = locationOf(schema.items, schema);
  const call =
    location === '/items'
      ? code`${writer.runtime('issues', 'atItem')}(index)`
      : code`${writer.runtime('issues', 'inside')}(\`/\${index}\`, ${literal(location)})`;
  const wanting = writer.runtime('issues', 'wanting');
  return [
    code`for (let index = ${first}; index < value.length && (from === 0 || ${wanting}()); index += 1) {
  const item: unknown = value[index];
  ${unless(test, claim(call, writer))}
}`,
  ];
}

function containsLines({ contains }: ArraySchema, place: Place): Code[] {
  if (!contains) return [];
  const { writer } = place;
  const { minimum, maximum } = contains;
  if (minimum === 0 && maximum === undefined) return [];
  const test = quietCall(contains.schema, into(place, 'contained'), code`item`);
  const noted = (): Code =>
    code`${writer.runtime('leaves', 'contained')}(found, ${minimum}, ${maximum ?? code`Infinity`})`;
  const most = maximum === undefined ? always : code`found <= ${maximum}`;
  const enough = writer.notes ? noted() : all([code`found >= ${minimum}`, most]);
  return [
    code`let found = 0;
for (const item of value) {
  if (${test}) found += 1;
}
${unless(enough, claimHere(place))}`,
  ];
}

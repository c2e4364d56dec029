import type { ObjectSchema, Schema } from '../../model/model.ts';
import { code, joinCode, literal, type Code } from '../code.ts';
import { all, always, never, not } from './conditions.ts';
import { into, locationOf, quietly, type Place } from './place.ts';
import { refused } from './test-array.ts';
import { patternLimit } from '../patterns.ts';
import { patternConstant, paused, setConstant, testCall, tester } from './test.ts';

/** The loop over all members, where names outside `properties` or the names themselves matter. */
export function memberLoop(schema: ObjectSchema, place: Place): Code | undefined {
  const lines = [...nameLines(schema, place), ...patternLines(schema, place), ...additionalLines(schema, place)];
  if (lines.length === 0) return undefined;
  if (isClosed(schema) && lines.length === 1) return closedLoop(schema, place);
  return code`for (const key in object) {
  const member = object[key];
  if (member === undefined || !Object.hasOwn(object, key)) continue;
  ${joinCode(lines, '\n')}
}`;
}

/** Whether names that nothing declares are refused. */
function isClosed({ additional }: ObjectSchema): boolean {
  return additional.kind === 'never';
}

/** The loop where names alone decide: nothing is read of the properties that are known. */
function closedLoop(schema: ObjectSchema, place: Place): Code {
  const isOwn = code`${place.writer.runtime('own', 'own')}(object, key) !== undefined`;
  return code`for (const key in object) {
  ${refuseIf([isAdditional(schema, place), isOwn, surplus(schema, place)])}
}`;
}

function surplus({ additional }: ObjectSchema, { writer }: Place): Code {
  if (!writer.notes) return always;
  const keyword = additional.pointer.endsWith('/unevaluatedProperties') ? code`, 'unevaluatedProperties'` : code``;
  return code`!${writer.runtime('parts', 'surplus')}(object, key${keyword})`;
}

/** `if` the conditions hold, and nothing more is wanted, the object is refused. */
function refuseIf(conditions: readonly Code[]): Code {
  return code`if (${all(conditions)}) return false;`;
}

function nameLines(schema: ObjectSchema, place: Place): Code[] {
  const { writer } = place;
  const lines: Code[] = [];
  const { propertyNames } = schema;
  if (propertyNames && testCall(propertyNames, into(place, 'name'), code`key`) !== always) {
    const here = into(place, 'name');
    const refusal = (): Code => code`!${writer.runtime('parts', 'misnamed')}(key, ${tester(propertyNames, here)})`;
    // by a call, for a text is known to be equal to nothing else
    const fits = paused(testCall(propertyNames, quietly(here), code`key`), place);
    lines.push(refuseIf([not(fits), writer.notes ? refusal() : always]));
  }
  const limits = schema.patternProperties.flatMap(({ pattern }) => patternLimit(pattern) ?? []);
  if (limits.length > 0) {
    const limit = limits.reduce((one, other) => Math.min(one, other));
    const refusal = (): Code => code`!${writer.runtime('parts', 'overlong')}(key, ${limit})`;
    lines.push(refuseIf([code`key.length > ${limit}`, writer.notes ? refusal() : always]));
  }
  return lines;
}

function patternLines(schema: ObjectSchema, place: Place): Code[] {
  return schema.patternProperties.flatMap((one, index) => {
    const here = into(place, `pattern ${index + 1}`);
    const test = testCall(one.schema, here, code`member`);
    if (test === always) return [];
    return [refuseIf([patternTest(one.pattern, here), refused(test, claimMember(one.schema, schema, place))])];
  });
}

function claimMember(part: Schema, schema: ObjectSchema, { writer }: Place): Code {
  if (!writer.notes) return never;
  return code`${writer.runtime('issues', 'under')}(key, ${literal(locationOf(part, schema))})`;
}

function additionalLines(schema: ObjectSchema, place: Place): Code[] {
  const { additional } = schema;
  if (isClosed(schema)) return [refuseIf([isAdditional(schema, place), surplus(schema, place)])];
  const test = testCall(additional, into(place, 'value'), code`member`);
  if (test === always) return [];
  return [refuseIf([isAdditional(schema, place), refused(test, claimMember(additional, schema, place))])];
}

function patternTest(pattern: string, place: Place): Code {
  return code`${patternConstant(pattern, place)}.test(key)`;
}

/** The condition under which the local `key` is named by neither `properties` nor `patternProperties`. */
function isAdditional(schema: ObjectSchema, place: Place): Code {
  const names = [...schema.properties.map((property) => property.name), ...(schema.ignored ?? [])];
  const set = setConstant(names, into(place, 'names'));
  const known = set ? [code`!${set}.has(key)`] : names.map((name) => code`key !== ${literal(name)}`);
  const patterns = schema.patternProperties.map((one, index) =>
    not(patternTest(one.pattern, into(place, `pattern ${index + 1}`))),
  );
  return all([...known, ...patterns]);
}

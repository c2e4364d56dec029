import { followOnce } from '../../base/follow.ts';
import type { ObjectSchema, Schema } from '../../model/model.ts';
import { code, joinCode, literal, type Code } from '../code.ts';
import { patternConstant, patternLimit, returnAll, setConstant, testCall, testExpression } from './test.ts';
import { all, always, any, never, not } from './conditions.ts';
import { into, isInherited, ownMember, type Place, type Test, type Writer } from './place.ts';

/** Objects: a condition a property, and a loop only where the names are not all known. */
export function testObject(schema: ObjectSchema, place: Place): Test {
  const asObject = place.writer.runtime('checks', 'asObject');
  const conditions = objectConditions(schema, place);
  const loop = memberLoop(schema, place);
  if (all(conditions) === always && loop === undefined) {
    return { expression: (value) => (schema.typed ? code`${asObject}(${value}) !== undefined` : always) };
  }
  const start = code`const object = ${asObject}(value);
if (object === undefined) return ${schema.typed ? never : always};`;
  if (loop === undefined) return { body: joinCode([start, returnAll(conditions)], '\n') };
  const refuse = not(all(conditions));
  const guard = refuse === never ? [] : [code`if (${refuse}) return false;`];
  return { body: joinCode([start, ...guard, loop, code`return true;`], '\n') };
}

function objectConditions(schema: ObjectSchema, place: Place): Code[] {
  const present = (name: string): Code => code`${ownMember(place, name)} !== undefined`;
  const conditions = schema.properties.map((property) => {
    const value = ownMember(place, property.name);
    const here = into(place, property.name);
    const test = isInherited(property.name)
      ? testCall(property.schema, here, value)
      : testExpression(property.schema, here, value);
    if (!property.required) return any([code`${value} === undefined`, wrap(test)]);
    return all([refusesUndefined(property.schema, place.writer) ? always : present(property.name), test]);
  });
  conditions.push(...schema.otherRequired.map(present));
  for (const { name, required } of schema.dependentRequired) {
    conditions.push(any([code`${ownMember(place, name)} === undefined`, wrap(all(required.map(present)))]));
  }
  const { minProperties = 0, maxProperties } = schema;
  const count = (): Code => code`${place.writer.runtime('checks', 'propertyCount')}(object)`;
  if (minProperties > 0) conditions.push(code`${count()} >= ${minProperties}`);
  if (maxProperties !== undefined) conditions.push(code`${count()} <= ${maxProperties}`);
  return conditions;
}

/** An operand of `||`. */
function wrap(condition: Code): Code {
  return condition.includes(' && ') && !condition.startsWith('(') ? code`(${condition})` : condition;
}

/** Whether the test of `schema` itself refuses undefined, so that a required property needs no other. */
function refusesUndefined(schema: Schema, writer: Writer, known: Map<string, boolean> = new Map()): boolean {
  const go = (part: Schema): boolean => refusesUndefined(part, writer, known);
  switch (schema.kind) {
    case 'null':
    case 'boolean':
    case 'literal':
    case 'never':
      return true;
    case 'number':
    case 'string':
    case 'array':
    case 'object':
      return schema.typed;
    case 'union':
      return schema.tag !== undefined || schema.branches.every(go);
    case 'intersection':
      return schema.members.some(go);
    case 'reference': {
      const target = writer.schemas.get(schema.name);
      return target !== undefined && followOnce(known, schema.name, false, () => go(target));
    }
    default:
      return false;
  }
}

/** The loop over all members, where names outside `properties` or the names themselves matter. */
function memberLoop(schema: ObjectSchema, place: Place): Code | undefined {
  const lines: Code[] = [];
  const member = code`member`;
  if (schema.propertyNames) {
    const test = testCall(schema.propertyNames, into(place, 'name'), code`key`);
    if (test !== always) lines.push(code`if (${not(test)}) return false;`);
  }
  const limits = schema.patternProperties.flatMap(({ pattern }) => patternLimit(pattern) ?? []);
  if (limits.length > 0) lines.push(code`if (key.length > ${Math.min(...limits)}) return false;`);
  schema.patternProperties.forEach((one, index) => {
    const here = into(place, `pattern ${index + 1}`);
    const test = testCall(one.schema, here, member);
    if (test !== always) lines.push(code`if (${all([patternTest(one.pattern, here), not(test)])}) return false;`);
  });
  const test = testCall(schema.additional, into(place, 'value'), member);
  if (test !== always) lines.push(code`if (${all([isAdditional(schema, place), not(test)])}) return false;`);
  if (lines.length === 0) return undefined;
  return code`for (const key in object) {
  const member = object[key];
  if (member === undefined || !Object.hasOwn(object, key)) continue;
  ${joinCode(lines, '\n')}
}`;
}

function patternTest(pattern: string, place: Place): Code {
  return code`${patternConstant(pattern, place)}.test(key)`;
}

/** The condition under which the local `key` is named by neither `properties` nor `patternProperties`. */
export function isAdditional(schema: ObjectSchema, place: Place): Code {
  const names = [...schema.properties.map((property) => property.name), ...(schema.ignored ?? [])];
  const set = setConstant(names, into(place, 'names'));
  const known = set ? [code`!${set}.has(key)`] : names.map((name) => code`key !== ${literal(name)}`);
  const patterns = schema.patternProperties.map((one, index) =>
    not(patternTest(one.pattern, into(place, `pattern ${index + 1}`))),
  );
  return all([...known, ...patterns]);
}

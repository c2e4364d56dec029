import type { Identifier } from '../../base/names.ts';
import { escapeToken } from '../../base/pointer.ts';
import type { ObjectSchema, PropertySchema, Schema } from '../../model/model.ts';
import { code, joinCode, literal, type Code } from '../code.ts';
import { all, alternatives, always, any, not, wrapped } from './conditions.ts';
import { cut, returnJoined } from './cut.ts';
import { memberLoop } from './test-members.ts';
import {
  claim,
  claimProperty,
  into,
  isDone,
  isInherited,
  locationOf,
  noIssues,
  ownMember,
  type Place,
  type Test,
  type Writer,
} from './place.ts';
import { refusesUndefined } from './refuses.ts';
import { typeOf } from './test-scalars.ts';
import { plainTest, testCall, testExpression } from './test.ts';

/** Objects: a condition a property, and a loop only where the names are not all known. */
export function testObject(schema: ObjectSchema, place: Place): Test {
  const { writer } = place;
  const open = objectConditions(schema, place).filter((condition) => condition !== always);
  const loop = memberLoop(schema, place);
  if (open.length === 0 && loop === undefined) {
    if (!schema.typed) return { expression: () => always };
    return {
      expression: (value) => code`${writer.runtime('leaves', 'anObject')}(${value})`,
      plain: (value) => code`${writer.runtime('checks', 'keyed')}(${value})`,
    };
  }
  const start = objectLocal(schema.typed ? code`${writer.runtime('leaves', 'type')}(value, 'object')` : always, writer);
  const done = isDone(writer);
  const local = { name: 'object' as Identifier, type: writer.runtimeType('checks', 'Members') };
  const conditions = cut(open, '&&', { schema, place, local, claims: true });
  if (loop === undefined) {
    return { body: joinCode([start, noIssues, returnJoined([...conditions, code`(${done})`], '&&')], '\n') };
  }
  const guards = conditions.map((condition) => code`if (${not(condition)}) return false;`);
  return { body: joinCode([start, noIssues, ...guards, loop, code`return ${done};`], '\n') };
}

/**
 * The local `object`: the own members of `value`; `otherwise` is returned for what is no object. All of it is written
 * in place: V8 knows the prototype there without a call, and helpers would use up what it inlines.
 */
export function objectLocal(otherwise: Code, writer: Writer): Code {
  const copy = writer.runtime('checks', 'ownMembers');
  const given = code`(value as ${writer.runtimeType('checks', 'Members')})`;
  return code`if (typeof value !== 'object' || value === null || Array.isArray(value)) return ${otherwise};
const object = ${given}.__proto__ === Object.prototype ? ${given} : ${copy}(value);`;
}

function objectConditions(schema: ObjectSchema, place: Place): Code[] {
  const { writer } = place;
  const isMissing = (name: string): Code => code`${ownMember(place, name)} === undefined`;
  const isPresent = (name: string): Code => code`${ownMember(place, name)} !== undefined`;
  const missing = (name: string): Code =>
    claim(code`${writer.runtime('parts', 'missing')}(${literal(escapeToken(name))}, from)`);
  const conditions = schema.properties.map((property) => propertyCondition(property, schema, place, missing));
  for (const name of schema.otherRequired) conditions.push(any([isPresent(name), missing(name)]));
  for (const { name, required } of schema.dependentRequired) {
    for (const other of required) {
      const beside = writer.runtime('parts', 'missingBeside');
      const refusal = claim(code`${beside}(${literal(escapeToken(other))}, ${literal(name)}, from)`);
      conditions.push(any([isMissing(name), isPresent(other), refusal]));
    }
  }
  const { minProperties = 0, maxProperties } = schema;
  if (minProperties > 0 || maxProperties !== undefined) {
    const size = writer.runtime('leaves', 'size');
    const sized = code`${size}(object, ${minProperties}, ${maxProperties ?? code`Infinity`})`;
    conditions.push(any([sized, claim(code`${writer.runtime('issues', 'here')}(from)`)]));
  }
  return conditions;
}

function propertyCondition(
  { name, required, schema }: PropertySchema,
  object: ObjectSchema,
  place: Place,
  missing: (name: string) => Code,
): Code {
  const value = ownMember(place, name);
  const here = into(place, name);
  const test = isInherited(name) ? testCall(schema, here, value) : testExpression(schema, here, value);
  const refusal = mistyped(name, schema, object, place);
  if (refusal !== undefined) {
    const plain = plainTest(schema, here, value) ?? always;
    return anyInLines([...(required ? [] : [code`${value} === undefined`]), plain, refusal]);
  }
  const claimed = claimProperty(place, name, locationOf(schema, object));
  if (!required) return optional(value, test, claimed);
  if (refusesUndefined(schema, place.writer)) return anyInLines([test, claimed]);
  const present = any([code`${value} !== undefined`, missing(name)]);
  return test === always ? present : all([present, optional(value, test, claimed)]);
}

/** The refusal of a property by its type alone, told by its name, in one call. */
function mistyped(name: string, schema: Schema, object: ObjectSchema, place: Place): Code | undefined {
  const type = typeOf(schema, place.writer);
  const isPlain = locationOf(schema, object) === `/properties/${name}`;
  if (type === undefined || !isPlain || isInherited(name)) return undefined;
  return claim(code`${place.writer.runtime('parts', 'mistyped')}(object, ${literal(name)}, ${literal(type)}, from)`);
}

/** Alternatives, one below the other where they are too long for a line. */
function anyInLines(groups: readonly Code[]): Code {
  const parts = groups.flatMap(alternatives);
  const together = any(parts.map(wrapped));
  if (together.length < 110) return together;
  const [first, ...rest] = parts.map((part, index) =>
    index === parts.length - 1 ? wrapped(part) : code`${wrapped(part)} ||`,
  );
  return code`(${first ?? always}
  ${joinCode(rest, '\n')})`;
}

function optional(value: Code, test: Code, claimed: Code): Code {
  return test === always ? always : anyInLines([code`${value} === undefined`, test, claimed]);
}

import type { Identifier } from '../../base/names.ts';
import { escapeToken } from '../../base/pointer.ts';
import type { ObjectSchema } from '../../model/model.ts';
import { code, joinCode, literal, type Code } from '../code.ts';
import { always, any, never, not } from './conditions.ts';
import { cut, returnJoined } from './cut.ts';
import { memberLoop } from './test-members.ts';
import { isDone, noIssues, ownMember, type Place, type Test, type Writer } from './place.ts';
import { propertyCondition } from './test-property.ts';
import { plainly } from './test.ts';

/** Objects: a condition a property, and a loop only where the names are not all known. */
export function testObject(schema: ObjectSchema, place: Place): Test {
  const { writer } = place;
  const open = objectConditions(schema, place).filter((condition) => condition !== always);
  const loop = memberLoop(schema, place);
  if (open.length === 0 && loop === undefined) {
    if (!schema.typed) return { expression: () => always };
    if (!writer.notes) return plainly((value) => code`${writer.runtime('checks', 'keyed')}(${value})`);
    return { expression: (value) => code`${writer.runtime('leaves', 'anObject')}(${value})` };
  }
  const local = { name: 'object' as Identifier, type: writer.runtimeType('checks', 'Members') };
  const conditions = cut(open, '&&', { schema, place, local, counts: false });
  const guards = conditions.map((condition) => code`if (${not(condition)}) return false;`);
  const done = isDone(writer);
  const end =
    loop === undefined
      ? [returnJoined([...conditions, ...done], '&&')]
      : [...guards, loop, code`return ${joinCode(done.length > 0 ? done : [always], '')};`];
  const start = objectLocal(schema.typed ? noObject(writer) : always, writer);
  return { body: joinCode([start, ...noIssues(writer), ...end], '\n') };
}

/** What is returned for a value that is no object. */
export function noObject(writer: Writer): Code {
  return writer.notes ? code`${writer.runtime('leaves', 'noObject')}(value)` : never;
}

/**
 * The local `object`: the own members of `value`; `otherwise` is returned for what is no object. The usual case is asked for
 * in place and in few words: V8 knows the prototype there without a call, and inlines only functions that are short.
 */
export function objectLocal(otherwise: Code, writer: Writer): Code {
  const members = writer.runtimeType('checks', 'Members');
  const others = writer.runtime('checks', 'asObject');
  return code`const object = (value as ${members} | null)?.__proto__ === Object.prototype ? (value as ${members}) : ${others}(value);
if (object === undefined) return ${otherwise};`;
}

function objectConditions(schema: ObjectSchema, place: Place): Code[] {
  const { writer } = place;
  const isMissing = (name: string): Code => code`${ownMember(place, name)} === undefined`;
  const isPresent = (name: string): Code => code`${ownMember(place, name)} !== undefined`;
  const missing = (name: string): Code =>
    writer.notes ? code`${writer.runtime('parts', 'missing')}(${literal(escapeToken(name))})` : never;
  const conditions = schema.properties.map((property) => propertyCondition(property, schema, place, missing));
  for (const name of schema.otherRequired) conditions.push(any([isPresent(name), missing(name)]));
  for (const { name, required } of schema.dependentRequired) {
    for (const other of required) {
      const refusal = (): Code =>
        code`${writer.runtime('parts', 'missingBeside')}(${literal(escapeToken(other))}, ${literal(name)})`;
      conditions.push(any([isMissing(name), isPresent(other), writer.notes ? refusal() : never]));
    }
  }
  return [...conditions, ...sizeConditions(schema, writer)];
}

function sizeConditions({ minProperties = 0, maxProperties }: ObjectSchema, writer: Writer): Code[] {
  if (minProperties === 0 && maxProperties === undefined) return [];
  if (writer.notes) {
    const size = writer.runtime('leaves', 'size');
    const sized = code`${size}(object, ${minProperties}, ${maxProperties ?? code`Infinity`})`;
    return [any([sized, code`${writer.runtime('issues', 'here')}()`])];
  }
  const count = code`${writer.runtime('checks', 'propertyCount')}(object)`;
  return [
    ...(minProperties > 0 ? [code`${count} >= ${minProperties}`] : []),
    ...(maxProperties === undefined ? [] : [code`${count} <= ${maxProperties}`]),
  ];
}

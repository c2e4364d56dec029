import { escapeToken } from '../../base/pointer.ts';
import type { ObjectSchema } from '../../model/model.ts';
import { code, joinCode, literal, type Code } from '../code.ts';
import { bodyWithBase, finder, findingCall, pointerOf, withBase } from './finding.ts';
import { isAdditional } from './test-object.ts';
import { patternConstant, patternLimit } from './test.ts';
import { always } from './conditions.ts';
import { into, ownMember, type Finding, type Place } from './place.ts';

/** Objects: a call a property, and a loop where other names matter. */
export function findInObject(schema: ObjectSchema, outer: Place): Finding {
  const place = withBase(schema, outer);
  const { writer } = place;
  const lines = [
    ...requiredLines(schema, place),
    ...propertyLines(schema, place),
    ...sizeLines(schema, place),
    ...loopLines(schema, place),
  ];
  if (lines.length === 0) {
    if (!schema.typed) return { nothing: true };
    const expect = writer.runtime('issues', 'expectObject');
    const pointer = pointerOf(schema.pointer, outer);
    return { call: (value, path) => code`${expect}(${value}, ${path}, out, ${pointer})` };
  }
  const object = schema.typed
    ? code`${writer.runtime('issues', 'expectObject')}(value, path, out, ${pointerOf(schema.pointer, place)})`
    : code`${writer.runtime('checks', 'asObject')}(value)`;
  const opening = code`const object = ${object};
if (object === undefined) return;`;
  return { body: bodyWithBase(place, [opening, ...lines]) };
}

function names(list: readonly string[]): Code {
  return literal([...list]);
}

function requiredLines(schema: ObjectSchema, place: Place): Code[] {
  const { writer } = place;
  const required = schema.properties.filter((property) => property.required).map((property) => property.name);
  required.push(...schema.otherRequired);
  const lines: Code[] = [];
  if (required.length > 0) {
    lines.push(
      code`${writer.runtime('issues', 'requiredIssues')}(object, path, out, ${pointerOf(schema.pointer, place)}, ${names(required)});`,
    );
  }
  for (const one of schema.dependentRequired) {
    const helper = writer.runtime('issues', 'dependentIssues');
    lines.push(
      code`${helper}(object, path, out, ${pointerOf(schema.pointer, place)}, ${literal(one.name)}, ${names(one.required)});`,
    );
  }
  return lines;
}

function propertyLines(schema: ObjectSchema, place: Place): Code[] {
  return schema.properties.flatMap((property) => {
    const value = ownMember(place, property.name);
    const path = code`path + ${literal(`/${escapeToken(property.name)}`)}`;
    const call = findingCall(property.schema, into(place, property.name), value, path);
    return call === undefined ? [] : [code`if (${value} !== undefined) ${call};`];
  });
}

function sizeLines(schema: ObjectSchema, place: Place): Code[] {
  const { writer } = place;
  const { minProperties = 0, maxProperties } = schema;
  if (minProperties === 0 && maxProperties === undefined) return [];
  const count = code`${writer.runtime('checks', 'propertyCount')}(object)`;
  const high = maxProperties === undefined ? code`` : code`, ['maxProperties', ${maxProperties}]`;
  const limits = code`['minProperties', ${minProperties}]${high}`;
  return [
    code`${writer.runtime('issues', 'sizeIssues')}(${count}, path, out, ${pointerOf(schema.pointer, place)}, 'property', ${limits});`,
  ];
}

function loopLines(schema: ObjectSchema, place: Place): Code[] {
  const join = (): Code => code`${place.writer.runtime('issues', 'join')}(path, key)`;
  const lines: Code[] = [];
  if (schema.propertyNames && schema.propertyNames.kind !== 'unknown') {
    const helper = place.writer.runtime('issues', 'nameIssues');
    lines.push(
      code`${helper}(key, path, out, ${pointerOf(schema.pointer, place)}, ${finder(schema.propertyNames, into(place, 'name'))});`,
    );
  }
  schema.patternProperties.forEach((one, index) => {
    const here = into(place, `pattern ${index + 1}`);
    if (one.schema.kind === 'unknown') return;
    const call = findingCall(one.schema, here, code`member`, join());
    if (call !== undefined) lines.push(code`if (${patternConstant(one.pattern, here)}.test(key)) ${call};`);
  });
  const limits = schema.patternProperties.flatMap(({ pattern }) => patternLimit(pattern) ?? []);
  if (limits.length > 0) {
    const helper = place.writer.runtime('issues', 'longNameIssues');
    lines.push(code`${helper}(key, path, out, ${pointerOf(schema.pointer, place)}, ${Math.min(...limits)});`);
  }
  const call = additionalCall(schema, place, join);
  if (call !== undefined) {
    const additional = isAdditional(schema, place);
    lines.push(additional === always ? code`${call};` : code`if (${additional}) ${call};`);
  }
  if (lines.length === 0) return [];
  return [
    code`for (const [key, member] of Object.entries(object)) {
  if (member === undefined) continue;
  ${joinCode(lines, '\n')}
}`,
  ];
}

function additionalCall(schema: ObjectSchema, place: Place, join: () => Code): Code | undefined {
  if (schema.additional.kind === 'unknown') return undefined;
  if (schema.additional.kind !== 'never') {
    return findingCall(schema.additional, into(place, 'value'), code`member`, join());
  }
  const helper = place.writer.runtime('issues', 'forbidden');
  const keyword = schema.additional.pointer.slice(schema.additional.pointer.lastIndexOf('/') + 1);
  const known = keyword === 'unevaluatedProperties' ? keyword : 'additionalProperties';
  return code`${helper}(member, ${join()}, out, ${pointerOf(schema.pointer, place)}, ${literal(known)})`;
}

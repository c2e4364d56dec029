import type { ObjectSchema, PropertySchema, Schema } from '../../model/model.ts';
import { code, isInherited, joinCode, literal, type Code } from '../code.ts';
import { all, alternatives, always, any, never, wrapped } from './conditions.ts';
import { claimProperty, into, locationOf, ownMember, type Place, type Sides } from './place.ts';
import { refusesUndefined } from './refuses.ts';
import { testCall, testExpression } from './test.ts';

/** The condition that a property meets, or is refused by; `missing` makes what says that it is not there. */
export function propertyCondition(
  { name, required, schema }: PropertySchema,
  object: ObjectSchema,
  place: Place,
  missing: (name: string) => Code,
): Code {
  const value = ownMember(place, name);
  const here = into(place, name);
  const { atOnce, callOf } = propertySides(name, schema, object, place) ?? {};
  if (callOf) return orAbsent(value, required, [...(atOnce ? [atOnce(value)] : []), callOf(literal(name))]);
  const test = isInherited(name) ? testCall(schema, here, value) : testExpression(schema, here, value);
  if (test === always && !required) return always;
  const claimed = claimProperty(place, name, locationOf(schema, object));
  if (!required || refusesUndefined(schema, place.writer)) return orAbsent(value, required, [test, claimed]);
  const present = any([code`${value} !== undefined`, missing(name)]);
  return test === always ? present : all([present, orAbsent(value, false, [test, claimed])]);
}

/** The two sides of a property's test, where the call can speak of the property. */
function propertySides(name: string, schema: Schema, object: ObjectSchema, place: Place): Sides | undefined {
  // elsewhere, or where a pointer writes the name in another way, the call does not tell all
  if (locationOf(schema, object) !== `/properties/${name}` || isInherited(name)) return undefined;
  const test = place.writer.tables.testOf(schema, into(place, name));
  return 'sides' in test ? test.sides : undefined;
}

/** Alternatives, before them that the property is absent, one below the other where they are too long for a line. */
function orAbsent(value: Code, required: boolean, groups: readonly Code[]): Code {
  const possible = groups.flatMap(alternatives).filter((one) => one !== never);
  const isNullable = possible[0] === code`${value} === null`;
  const parts = required
    ? possible
    : isNullable
      ? [code`${value} == null`, ...possible.slice(1)]
      : [code`${value} === undefined`, ...possible];
  const [only = never, ...others] = parts;
  if (others.length === 0) return only;
  const together = any(parts.map(wrapped));
  if (together.length < 110) return together;
  const lines = parts.map((part, index) => (index === parts.length - 1 ? wrapped(part) : code`${wrapped(part)} ||`));
  const [top = never, ...below] = lines;
  return code`(${top}
  ${joinCode(below, '\n')})`;
}

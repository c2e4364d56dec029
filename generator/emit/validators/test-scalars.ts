import type { SchemaOf } from '../../model/model.ts';
import { code, literal, type Code } from '../code.ts';
import { validatorNames } from '../layout.ts';
import { all, always, any, not } from './conditions.ts';
import { deeperOf, into, type Place, type Test } from './place.ts';
import { patternConstant, setConstant, testCall } from './test.ts';

/** Numbers and integers. */
export function testNumber(schema: SchemaOf<'number'>, { writer }: Place): Test {
  const limits = (value: Code): Code[] => {
    const conditions: Code[] = [];
    if (schema.integer) conditions.push(code`Number.isInteger(${value})`);
    if (schema.minimum !== undefined) conditions.push(code`${value} >= ${literal(schema.minimum)}`);
    if (schema.exclusiveMinimum !== undefined) conditions.push(code`${value} > ${literal(schema.exclusiveMinimum)}`);
    if (schema.maximum !== undefined) conditions.push(code`${value} <= ${literal(schema.maximum)}`);
    if (schema.exclusiveMaximum !== undefined) conditions.push(code`${value} < ${literal(schema.exclusiveMaximum)}`);
    if (schema.multipleOf !== undefined) {
      conditions.push(code`${writer.runtime('checks', 'multiple')}(${value}, ${literal(schema.multipleOf)})`);
    }
    return conditions;
  };
  return {
    expression(value) {
      const conditions = limits(value);
      if (!schema.typed) return any([code`typeof ${value} !== 'number'`, group(conditions)]);
      if (conditions.length === 1 && schema.integer) return all(conditions);
      const finite = schema.integer ? always : code`Number.isFinite(${value})`;
      return conditions.length === 0 ? finite : all([code`typeof ${value} === 'number'`, finite, ...conditions]);
    },
  };
}

/** Strings. */
export function testString(schema: SchemaOf<'string'>, place: Place): Test {
  const { minLength = 0, maxLength, pattern } = schema;
  const limits = (value: Code): Code[] => {
    const conditions: Code[] = [];
    if (minLength === 1) conditions.push(code`${value} !== ''`);
    else if (minLength > 1) conditions.push(code`${place.writer.runtime('checks', 'atLeast')}(${value}, ${minLength})`);
    if (maxLength !== undefined) {
      conditions.push(code`${place.writer.runtime('checks', 'atMost')}(${value}, ${maxLength})`);
    }
    if (pattern !== undefined) conditions.push(code`${patternConstant(pattern, place)}.test(${value})`);
    return conditions;
  };
  return {
    expression: (value) =>
      schema.typed
        ? all([code`typeof ${value} === 'string'`, ...limits(value)])
        : any([code`typeof ${value} !== 'string'`, group(limits(value))]),
  };
}

/** All of the conditions, as one operand of `||`. */
function group(conditions: readonly Code[]): Code {
  const together = all(conditions);
  return conditions.length > 1 ? code`(${together})` : together;
}

/** Constants and enumerations. */
export function testLiteral(schema: SchemaOf<'literal'>, place: Place): Test {
  return {
    expression(value) {
      const set = setConstant(schema.values, place);
      if (set !== undefined) return code`${set}.has(${value})`;
      return any(
        schema.values.map((one) =>
          typeof one === 'object' && one !== null
            ? code`${place.writer.runtime('checks', 'equal')}(${value}, ${literal(one)})`
            : code`${value} === ${literal(one)}`,
        ),
      );
    },
  };
}

/** All members at once. */
export function testIntersection(schema: SchemaOf<'intersection'>, place: Place): Test {
  return {
    // calls do not narrow: a member that contradicts another would else not type-check
    expression: (value) =>
      all(schema.members.map((one, index) => testCall(one, into(place, `part ${index + 1}`), value))),
  };
}

/** What the condition of a conditional schema leads to. */
export function testConditional(schema: SchemaOf<'conditional'>, place: Place): Test {
  return {
    expression(value) {
      const whenTrue = testCall(schema.whenTrue, into(place, 'then'), value);
      const whenFalse = testCall(schema.whenFalse, into(place, 'else'), value);
      if (whenTrue === whenFalse) return whenTrue;
      const condition = testCall(schema.condition, into(place, 'if'), value);
      if (whenTrue === always) return any([condition, whenFalse]);
      if (whenFalse === always) return any([not(condition), whenTrue]);
      return code`(${condition} ? ${whenTrue} : ${whenFalse})`;
    },
  };
}

/** Another named schema, by its own test. */
export function testReference(schema: SchemaOf<'reference'>, place: Place): Test {
  const { writer, owner } = place;
  if (writer.recurs(owner, schema.name)) {
    return { expression: (value) => code`${writer.atDepth(schema.name)}(${value}, ${deeperOf(writer, schema.name)})` };
  }
  const { is } = validatorNames(schema.name);
  return { expression: (value) => code`${is}(${value})` };
}

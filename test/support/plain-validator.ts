import {
  isObject,
  jsonEqual,
  jsonType,
  own,
  ownArray,
  ownObject,
  type JsonObject,
  type JsonValue,
} from '../../generator/base/json.ts';
import { localRefPointer, resolvePointer } from '../../generator/base/pointer.ts';

// JSON Schema 2020-12, read as its specification is written and as slowly as need be: what the emitted validators are
// held against. Each schema answers with the members it looked at, or with undefined where it refuses.

type Looked = ReadonlySet<string | number> | undefined;
type Answer = (schema: JsonValue | undefined, value: JsonValue) => Looked;

const nothing: ReadonlySet<string | number> = new Set();

/** Whether `value` fits `schema`, whose references lead into `document`. */
export function fitsPlainly(document: JsonValue, schema: JsonValue, value: JsonValue): boolean {
  return answer(document)(schema, value) !== undefined;
}

function answer(document: JsonValue): Answer {
  const ask: Answer = (schema, value) => {
    if (schema === false) return undefined;
    if (!isObject(schema)) return nothing;
    if (!assertions(schema, value)) return undefined;
    const looked = new Set<string | number>();
    for (const look of [inPlace(document, ask), properties(ask), items(ask)]) {
      const more = look(schema, value);
      if (!more) return undefined;
      for (const key of more) looked.add(key);
    }
    return leftovers(ask, schema, value, looked);
  };
  return ask;
}

function assertions(schema: JsonObject, value: JsonValue): boolean {
  const type = own(schema, 'type');
  const types = type === undefined ? undefined : [type].flat();
  const actual = jsonType(value);
  if (types && !types.includes(actual) && !(actual === 'integer' && types.includes('number'))) return false;
  if (own(schema, 'const') !== undefined && !jsonEqual(own(schema, 'const'), value)) return false;
  if (ownArray(schema, 'enum')?.every((one) => !jsonEqual(one, value))) return false;
  const number = (keyword: string, otherwise: number): number => Number(own(schema, keyword) ?? otherwise);
  if (typeof value === 'number' && value < number('minimum', -Infinity)) return false;
  if (typeof value === 'string' && [...value].length > number('maxLength', Infinity)) return false;
  if (Array.isArray(value)) return value.length <= number('maxItems', Infinity);
  if (!isObject(value)) return true;
  const present = (name: JsonValue): boolean => typeof name === 'string' && Object.hasOwn(value, name);
  const tied = Object.entries(ownObject(schema, 'dependentRequired') ?? {}).filter(([name]) => present(name));
  const required = [...(ownArray(schema, 'required') ?? []), ...tied.flatMap(([, names]) => names)];
  return required.every(present) && Object.keys(value).length >= number('minProperties', 0);
}

/** Keywords that ask other schemas about the same value. */
function inPlace(document: JsonValue, ask: Answer): Answer {
  return (schema, value) => {
    const answers = (keyword: string): Looked[] => (ownArray(schema, keyword) ?? []).map((one) => ask(one, value));
    const asked: Looked[] = answers('allOf');
    for (const keyword of ['anyOf', 'oneOf']) {
      const fitting = answers(keyword).filter((one) => one !== undefined);
      const needed =
        ownArray(schema, keyword) === undefined || (keyword === 'anyOf' ? fitting.length > 0 : fitting.length === 1);
      asked.push(needed ? united(fitting) : undefined);
    }
    const ref = own(schema, '$ref');
    if (typeof ref === 'string') asked.push(ask(resolvePointer(document, localRefPointer(ref) ?? ''), value));
    if (own(schema, 'not') !== undefined) asked.push(ask(own(schema, 'not'), value) ? undefined : nothing);
    if (own(schema, 'if') !== undefined) {
      const condition = ask(own(schema, 'if'), value);
      asked.push(condition ? united([condition, ask(own(schema, 'then'), value)]) : ask(own(schema, 'else'), value));
    }
    for (const [name, one] of Object.entries(ownObject(schema, 'dependentSchemas') ?? {})) {
      if (isObject(value) && Object.hasOwn(value, name)) asked.push(ask(one, value));
    }
    return united(asked);
  };
}

/** The members of all answers; undefined if one of them is. */
function united(answers: readonly Looked[]): Looked {
  const all = new Set<string | number>();
  for (const one of answers) {
    if (!one) return undefined;
    for (const key of one) all.add(key);
  }
  return all;
}

function properties(ask: Answer): Answer {
  return (schema, value) => {
    if (!isObject(value)) return nothing;
    const named = ownObject(schema, 'properties') ?? {};
    const patterns = Object.entries(ownObject(schema, 'patternProperties') ?? {});
    const additional = own(schema, 'additionalProperties');
    const looked = new Set<string>();
    for (const [name, member] of Object.entries(value)) {
      if (own(schema, 'propertyNames') !== undefined && !ask(own(schema, 'propertyNames'), name)) return undefined;
      const schemas = patterns.filter(([pattern]) => new RegExp(pattern, 'u').test(name)).map(([, one]) => one);
      if (Object.hasOwn(named, name)) schemas.push(named[name] ?? true);
      if (schemas.length === 0 && additional !== undefined) schemas.push(additional);
      if (schemas.some((one) => !ask(one, member))) return undefined;
      if (schemas.length > 0) looked.add(name);
    }
    return looked;
  };
}

function items(ask: Answer): Answer {
  return (schema, value) => {
    if (!Array.isArray(value)) return nothing;
    const looked = new Set<number>();
    const prefix = ownArray(schema, 'prefixItems') ?? [];
    const contains = own(schema, 'contains');
    let found = 0;
    for (const [index, item] of value.entries()) {
      const one = index < prefix.length ? prefix[index] : own(schema, 'items');
      if (!ask(one, item)) return undefined;
      if (one !== undefined) looked.add(index);
      if (contains === undefined || !ask(contains, item)) continue;
      found += 1;
      looked.add(index);
    }
    return contains !== undefined && found < Number(own(schema, 'minContains') ?? 1) ? undefined : looked;
  };
}

function leftovers(ask: Answer, schema: JsonObject, value: JsonValue, looked: Set<string | number>): Looked {
  const keyword = Array.isArray(value) ? 'unevaluatedItems' : 'unevaluatedProperties';
  const rest = own(schema, keyword);
  if (rest === undefined || typeof value !== 'object' || value === null) return looked;
  const members = Array.isArray(value) ? [...value.entries()] : Object.entries(value);
  for (const [key, member] of members) {
    if (looked.has(key)) continue;
    if (!ask(rest, member)) return undefined;
    looked.add(key);
  }
  return looked;
}

import {
  isObject,
  own,
  ownArray,
  ownObject,
  ownString,
  type JsonObject,
  type JsonValue,
} from '../../generator/base/json.ts';
import { localRefPointer, resolvePointer } from '../../generator/base/pointer.ts';

/** A constant that a tag may hold. */
export type Constant = string | number | boolean;

/** What a document says of the values of one schema, read without any of the generators' own code. */
export interface Shape {
  /** JSON types; empty where the document does not say. */
  readonly types: ReadonlySet<string>;
  readonly properties: ReadonlyMap<string, PropertyShape>;
}

/** What it says of a property. */
export interface PropertyShape {
  readonly required: boolean;
  readonly constants: readonly Constant[] | undefined;
}

const none: Shape = { types: new Set(), properties: new Map() };

/** Follows references inside the document. */
export function follow(document: JsonObject, schema: JsonValue | undefined): JsonObject | undefined {
  let current = schema;
  for (let steps = 0; steps < 20 && isObject(current); steps += 1) {
    const ref = ownString(current, '$ref');
    if (ref === undefined) return current;
    const pointer = localRefPointer(ref);
    current = pointer === undefined ? undefined : resolvePointer(document, pointer);
  }
  return undefined;
}

/** The shape of a schema, its `allOf` included; a union among its parts has the shape that all its branches share. */
export function shapeOf(document: JsonObject, schema: JsonValue | undefined, depth = 0): Shape {
  const target = follow(document, schema);
  if (!target || depth > 8) return none;
  const parts = [
    ownShape(document, target),
    ...(ownArray(target, 'allOf') ?? []).map((part) => shapeOf(document, part, depth + 1)),
  ];
  const branches = ownArray(target, 'oneOf') ?? ownArray(target, 'anyOf');
  if (branches && branches.length > 0) {
    const shapes = branches
      .filter((one) => follow(document, one)?.['type'] !== 'null')
      .map((one) => shapeOf(document, one, depth + 1));
    const [first, ...rest] = shapes;
    if (first) parts.push(rest.reduce(either, first));
  }
  return parts.reduce(both, none);
}

function ownShape(document: JsonObject, schema: JsonObject): Shape {
  const listed = ownObject(schema, 'properties');
  const required = new Set(ownArray(schema, 'required') ?? []);
  const properties = new Map<string, PropertyShape>();
  for (const [name, property] of Object.entries(listed ?? {})) {
    properties.set(name, { required: required.has(name), constants: constantsOf(document, property) });
  }
  for (const name of required) {
    if (typeof name === 'string' && !properties.has(name))
      properties.set(name, { required: true, constants: undefined });
  }
  const types = [own(schema, 'type') ?? []]
    .flat()
    .filter((type): type is string => typeof type === 'string' && type !== 'null');
  if (types.length === 0 && listed) types.push('object');
  const values = ownArray(schema, 'enum');
  if (types.length === 0 && values) types.push(...values.map((value) => typeof value));
  return { types: new Set(types.map((type) => (type === 'integer' ? 'number' : type))), properties };
}

function constantsOf(document: JsonObject, schema: JsonValue): Constant[] | undefined {
  const target = follow(document, schema);
  const found = target?.['const'] === undefined ? ownArray(target, 'enum') : [target['const']];
  const constants = (found ?? []).filter((value) => value !== null);
  const parts = ownArray(target, 'allOf') ?? [];
  if (constants.length === 0) return parts.map((part) => constantsOf(document, part)).find(Boolean);
  return constants.every((value): value is Constant => ['string', 'number', 'boolean'].includes(typeof value))
    ? constants
    : undefined;
}

function both(left: Shape, right: Shape): Shape {
  const properties = new Map(left.properties);
  for (const [name, found] of right.properties) {
    const before = properties.get(name);
    const narrower = [before?.constants, found.constants]
      .filter((one) => one !== undefined)
      .toSorted((one, other) => one.length - other.length)[0];
    properties.set(name, { required: found.required || before?.required === true, constants: narrower });
  }
  return { types: left.types.size > 0 ? left.types : right.types, properties };
}

function either(left: Shape, right: Shape): Shape {
  const properties = new Map<string, PropertyShape>();
  for (const name of new Set([...left.properties.keys(), ...right.properties.keys()])) {
    const one = left.properties.get(name);
    const other = right.properties.get(name);
    const constants =
      one?.constants && other?.constants ? [...new Set([...one.constants, ...other.constants])] : undefined;
    properties.set(name, { required: Boolean(one?.required && other?.required), constants });
  }
  return { types: new Set([...left.types, ...right.types]), properties };
}

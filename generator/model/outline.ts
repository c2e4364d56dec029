import { followOnce } from '../base/follow.ts';
import type { JsonValue } from '../base/json.ts';
import { groupBy, unique } from '../base/order.ts';
import type { Identifier } from '../base/names.ts';
import type { ObjectSchema, Schema, TagValue, TypeName } from './model.ts';

/** Finds a named schema. */
export type Lookup = (name: Identifier) => Schema | undefined;

/** What is known of all values of a schema, as far as it helps to tell them from those of another. */
export interface Outline {
  readonly types: readonly TypeName[];
  /** All values, where they are listed. */
  readonly values: readonly JsonValue[] | undefined;
  /** What is said of the properties that objects among the values have. */
  readonly properties: ReadonlyMap<string, PropertyOutline>;
  /** It is a map: any key may be there, with a schema for what it holds. */
  readonly open: boolean;
}

/** What is known of one property of all objects of a schema. */
export interface PropertyOutline {
  readonly required: boolean;
  /** All objects among the values must have it, though the schema may allow what is no object as well. */
  readonly demanded: boolean;
  readonly types: readonly TypeName[];
  readonly constants: readonly TagValue[] | undefined;
}

const everyType: readonly TypeName[] = ['null', 'boolean', 'number', 'string', 'array', 'object'];

const anything: Outline = { types: everyType, values: undefined, properties: new Map(), open: false };

/** Makes outlines, each named schema's once. */
export function outliner(lookup: Lookup): (schema: Schema) => Outline {
  const known = new Map<Identifier, Outline>();
  const outline = (schema: Schema): Outline => {
    if (schema.hedged) return anything;
    switch (schema.kind) {
      case 'reference':
        return ofName(schema.name);
      case 'object':
        return { ...simple(schema), properties: propertiesOf(schema, lookup), open: isMap(schema) };
      case 'intersection':
        return schema.members.map(outline).reduce(both, anything);
      case 'union': {
        return anyOf(schema.branches.map(outline));
      }
      default:
        return simple(schema);
    }
  };
  const ofName = (name: Identifier): Outline => {
    const found = known.get(name);
    if (found) return found;
    // what leads back to itself says nothing new there
    known.set(name, anything);
    const target = lookup(name);
    const result = target ? outline(target) : anything;
    known.set(name, result);
    return result;
  };
  return outline;
}

/** Whether keys that the document does not list are as good as listed ones: in maps, and where it lists none. */
export function isOpen({ open, properties }: Outline): boolean {
  return open || properties.size === 0;
}

function isMap({ additional, patternProperties }: ObjectSchema): boolean {
  return patternProperties.length > 0 || (additional.kind !== 'unknown' && additional.kind !== 'never');
}

function propertiesOf(schema: ObjectSchema, lookup: Lookup): Map<string, PropertyOutline> {
  const properties = new Map<string, PropertyOutline>();
  for (const { name, required, schema: value } of schema.properties) {
    const { types, values } = valueOutline(value, lookup, new Map());
    const constants = values?.every(isTagValue) ? values : undefined;
    properties.set(name, { required: required && schema.typed, demanded: required, types, constants });
  }
  for (const name of schema.otherRequired) {
    properties.set(name, { required: schema.typed, demanded: true, types: everyType, constants: undefined });
  }
  return properties;
}

/** Types and listed values of a schema; the properties of objects are not looked at. */
function valueOutline(schema: Schema, lookup: Lookup, known: Map<Identifier, Outline>): Outline {
  if (schema.hedged) return anything;
  switch (schema.kind) {
    case 'reference': {
      const target = lookup(schema.name);
      return target ? followOnce(known, schema.name, anything, () => valueOutline(target, lookup, known)) : anything;
    }
    case 'intersection':
      return schema.members.map((member) => valueOutline(member, lookup, known)).reduce(both, anything);
    case 'union': {
      return anyOf(schema.branches.map((branch) => valueOutline(branch, lookup, known)));
    }
    default:
      return simple(schema);
  }
}

function simple(schema: Schema): Outline {
  switch (schema.kind) {
    case 'literal':
      return { ...anything, types: unique(schema.values.map(typeNameOf)), values: schema.values };
    case 'null':
    case 'boolean':
      return { ...anything, types: [schema.kind] };
    case 'number':
    case 'string':
    case 'array':
    case 'object':
      return schema.typed ? { ...anything, types: [schema.kind] } : anything;
    default:
      return anything;
  }
}

/** The type of a JSON value, integers counted as numbers. */
function typeNameOf(value: JsonValue): TypeName {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'array';
  return typeof value === 'object' ? 'object' : (typeof value as TypeName);
}

/** Whether a value may tell branches apart. */
export function isTagValue(value: JsonValue): value is TagValue {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
}

/** What is known of values that fit both. */
function both(left: Outline, right: Outline): Outline {
  const properties = new Map(left.properties);
  for (const [name, found] of right.properties) {
    const before = properties.get(name);
    properties.set(name, before ? bothProperties(before, found) : found);
  }
  return {
    types: left.types.filter((type) => right.types.includes(type)),
    values: left.values && right.values ? common(left.values, right.values) : (left.values ?? right.values),
    properties,
    open: left.open || right.open,
  };
}

function bothProperties(left: PropertyOutline, right: PropertyOutline): PropertyOutline {
  return {
    required: left.required || right.required,
    demanded: left.demanded || right.demanded,
    types: left.types.filter((type) => right.types.includes(type)),
    constants:
      left.constants && right.constants ? common(left.constants, right.constants) : (left.constants ?? right.constants),
  };
}

function common<T extends JsonValue>(left: readonly T[], right: readonly T[]): T[] {
  const wanted = new Set(right);
  return left.filter((value) => wanted.has(value));
}

/** What is known of values that fit one of them. A property that only some of those that objects fit have may be there. */
function anyOf(outlines: readonly Outline[]): Outline {
  const [only] = outlines;
  if (only === undefined) return anything;
  if (outlines.length === 1) return only;
  const objects = outlines.filter(({ types }) => types.includes('object'));
  const found = groupBy(
    objects.flatMap(({ properties }) => [...properties]),
    ([name]) => name,
  );
  const properties = new Map<string, PropertyOutline>();
  for (const [name, entries] of found) {
    const kinds = entries.map(([, kind]) => kind);
    properties.set(name, kinds.length === objects.length ? anyProperty(kinds) : optionalProperty);
  }
  const values = allDefined(outlines.map((outline) => outline.values));
  return {
    types: unique(outlines.flatMap(({ types }) => types)),
    values: values?.flat(),
    properties,
    open: objects.some(isOpen),
  };
}

/** A property that may be missing, and of whose values nothing is known. */
const optionalProperty: PropertyOutline = {
  required: false,
  demanded: false,
  types: everyType,
  constants: undefined,
};

function anyProperty(kinds: readonly PropertyOutline[]): PropertyOutline {
  const constants = allDefined(kinds.map((kind) => kind.constants));
  return {
    required: kinds.every(({ required }) => required),
    demanded: kinds.every(({ demanded }) => demanded),
    types: unique(kinds.flatMap(({ types }) => types)),
    constants: constants && unique(constants.flat()),
  };
}

function allDefined<T>(values: readonly (T | undefined)[]): T[] | undefined {
  const known = values.filter((value) => value !== undefined);
  return known.length === values.length ? known : undefined;
}

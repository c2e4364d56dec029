import {
  isObject,
  own,
  ownArray,
  ownObject,
  ownString,
  type JsonObject,
  type JsonValue,
} from '../../generator/base/json.ts';
import { localRefPointer, pointerTokens } from '../../generator/base/pointer.ts';
import { follow, shapeOf, type Constant, type Shape } from './shape.ts';

/** A step from the type of a component to a union inside it. */
export type Step = { readonly property: string } | 'items';

/** A branch of a union that is not null. */
export interface Branch {
  /** The component it refers to. */
  readonly component: string | undefined;
  readonly shape: Shape;
  /** What the discriminator says that its tag holds. */
  readonly tags: readonly Constant[];
}

/** How the branches of a union can be told apart, by what the document says. */
export type Kind = (typeof kinds)[number];

/** All kinds, in the order in which they are reported. */
export const kinds = [
  'explicit, with a mapping',
  'explicit, without a mapping',
  'allOf parent',
  'implicit: constants all require',
  'implicit: constants some may leave out',
  'by required keys',
  'objects beside other types',
  'by nothing',
] as const;

/** A union of a document. */
export interface Union {
  /** The component it is, or stands in. */
  readonly owner: string;
  readonly path: readonly Step[];
  readonly kind: Kind;
  /** The property that the discriminator names. */
  readonly tag: string | undefined;
  readonly branches: readonly Branch[];
}

/** The unions of component schemas, of their properties and of the items of these, that hold at least one object. */
export function findUnions(document: JsonObject): Union[] {
  const schemas = ownObject(ownObject(document, 'components'), 'schemas') ?? {};
  return Object.entries(schemas).flatMap(([owner, schema]) => [
    ...unionsAt(document, owner, schema, []),
    ...(isObject(schema) ? parentUnion(document, schemas, owner, schema) : []),
  ]);
}

function unionsAt(document: JsonObject, owner: string, schema: JsonValue, path: readonly Step[]): Union[] {
  if (!isObject(schema) || path.length > 2) return [];
  const list = ownArray(schema, 'oneOf') ?? ownArray(schema, 'anyOf');
  // what stands beside a union is part of each branch then, and no exported type says so
  const alone = !isObject(schema['properties']) && schema['allOf'] === undefined;
  const here = list && alone ? unionOf(document, { owner, path, schema, list }) : undefined;
  const inside = Object.entries(ownObject(schema, 'properties') ?? {}).flatMap(([property, value]) =>
    path.length === 0 ? unionsAt(document, owner, value, [...path, { property }]) : [],
  );
  const items =
    path.length > 0 && own(schema, 'items') !== undefined
      ? unionsAt(document, owner, own(schema, 'items') ?? null, [...path, 'items'])
      : [];
  return [...(here ? [here] : []), ...inside, ...items];
}

interface Found {
  readonly owner: string;
  readonly path: readonly Step[];
  readonly schema: JsonObject;
  readonly list: readonly JsonValue[];
}

function unionOf(document: JsonObject, { owner, path, schema, list }: Found): Union | undefined {
  const discriminator = ownObject(schema, 'discriminator');
  const tag = ownString(discriminator, 'propertyName');
  const mapping = ownObject(discriminator, 'mapping');
  const branches = list.flatMap((item): Branch[] => {
    const target = follow(document, item);
    if (!target || target['type'] === 'null') return [];
    const component = componentOf(item);
    return [{ component, shape: shapeOf(document, item), tags: tag === undefined ? [] : tagsOf(component, mapping) }];
  });
  const objects = branches.filter(({ shape }) => shape.types.has('object')).length;
  if (branches.length < 2 || objects === 0 || branches.length > 25) return undefined;
  return { owner, path, tag, branches, kind: kindOf(branches, tag, mapping) };
}

function componentOf(item: JsonValue): string | undefined {
  const [first, second, key, ...deeper] = pointerTokens(localRefPointer(ownString(item, '$ref') ?? '') ?? '');
  return first === 'components' && second === 'schemas' && deeper.length === 0 ? key : undefined;
}

function tagsOf(component: string | undefined, mapping: JsonObject | undefined): string[] {
  if (component === undefined) return [];
  const mapped = Object.entries(mapping ?? {}).filter(
    ([, target]) => typeof target === 'string' && (target === component || target.endsWith(`/${component}`)),
  );
  return mapped.length > 0 ? mapped.map(([value]) => value) : [component];
}

function kindOf(branches: readonly Branch[], tag: string | undefined, mapping: JsonObject | undefined): Kind {
  if (tag !== undefined) return mapping ? 'explicit, with a mapping' : 'explicit, without a mapping';
  const told = branches.every((one) => branches.every((other) => one === other || differs(one, other)));
  if (branches.some(({ shape }) => shape.types.size !== 1 || !shape.types.has('object')))
    return told ? 'objects beside other types' : 'by nothing';
  const names = [...(branches[0]?.shape.properties.keys() ?? [])];
  const tags = names.filter((name) => {
    const all = branches.map(({ shape }) => shape.properties.get(name)?.constants);
    const values = all.flatMap((constants) => constants ?? []);
    return all.every((constants) => constants !== undefined) && new Set(values).size === values.length;
  });
  if (tags.some((name) => branches.every(({ shape }) => shape.properties.get(name)?.required)))
    return 'implicit: constants all require';
  if (tags.length > 0) return 'implicit: constants some may leave out';
  return told ? 'by required keys' : 'by nothing';
}

function differs(one: Branch, other: Branch): boolean {
  const types = [...one.shape.types];
  if (types.length > 0 && other.shape.types.size > 0 && !types.some((type) => other.shape.types.has(type))) return true;
  if (types.length !== 1 || other.shape.types.size !== 1) return false;
  const constants = [...one.shape.properties].some(([name, property]) => {
    const theirs = other.shape.properties.get(name)?.constants;
    return theirs && property.constants?.every((value) => !theirs.includes(value));
  });
  if (constants) return true;
  return requires(one.shape, other.shape) || requires(other.shape, one.shape);
}

function requires(left: Shape, right: Shape): boolean {
  return [...left.properties].some(([name, { required }]) => required && !right.properties.has(name));
}

/** A component with a discriminator that others are built on by `allOf`, and these. */
function parentUnion(document: JsonObject, schemas: JsonObject, owner: string, schema: JsonObject): Union[] {
  const tag = ownString(ownObject(schema, 'discriminator'), 'propertyName');
  if (tag === undefined || schema['oneOf'] !== undefined || schema['anyOf'] !== undefined) return [];
  const mapping = ownObject(ownObject(schema, 'discriminator'), 'mapping');
  const children = Object.keys(schemas).filter((key) =>
    (ownArray(schemas[key], 'allOf') ?? []).some((part) => componentOf(part) === owner),
  );
  const mapped = mapping
    ? children.filter((key) =>
        Object.values(mapping).some(
          (target) => typeof target === 'string' && (target === key || target.endsWith(`/${key}`)),
        ),
      )
    : children;
  const hasKin = mapped.some((key) =>
    Object.values(schemas).some((other) => (ownArray(other, 'allOf') ?? []).some((part) => componentOf(part) === key)),
  );
  // a hierarchy of several levels has no one type for what stands in the middle
  if (mapped.length < 2 || mapped.length > 25 || hasKin) return [];
  const branches = mapped.map((key) => ({
    component: key,
    shape: shapeOf(document, schemas[key]),
    tags: tagsOf(key, mapping),
  }));
  return [{ owner, path: [], tag, branches, kind: 'allOf parent' }];
}

import { isObject, mapObject, ownObject, type JsonObject, type JsonValue } from '../../generator/base/json.ts';
import { resolvePointer } from '../../generator/base/pointer.ts';

// The schemas that all contestants are given: those of the normalized spec, less what states no test.

const prefix = '#/components/schemas/';

/** Keywords that test nothing here. Formats are left out for all, since no contestant but those that are told to asserts them alike. */
const silent = new Set(['title', 'description', 'default', 'example', 'examples', 'deprecated', 'format']);

/** A component and what it refers to. */
export interface Bundle {
  /** The key of the component that is validated. */
  readonly root: string;
  /** By key, each before those that refer to it unless they refer to each other. */
  readonly schemas: ReadonlyMap<string, JsonObject>;
  /** Whether some component contains itself. */
  readonly recursive: boolean;
}

/** The component that a schema is a reference to. */
export function targetOf(schema: JsonValue | undefined): string | undefined {
  const reference = isObject(schema) ? schema['$ref'] : undefined;
  return typeof reference === 'string' && reference.startsWith(prefix) ? reference.slice(prefix.length) : undefined;
}

/**
 * The schema at `pointer` of a normalized spec, under the key `root`, and all components that it needs. Throws where there
 * is none.
 */
export function bundleOf(spec: JsonValue, pointer: string, root: string): Bundle {
  const declared = ownObject(ownObject(spec, 'components'), 'schemas') ?? {};
  const at = resolvePointer(spec, pointer);
  const components = isObject(at) ? { ...declared, [root]: at } : declared;
  const schemas = new Map<string, JsonObject>();
  const open = new Set<string>();
  let recursive = false;
  const visit = (key: string): void => {
    if (open.has(key)) recursive = true;
    if (open.has(key) || schemas.has(key)) return;
    const schema = ownObject(components, key);
    if (!schema) throw new Error(`no component ${key}`);
    open.add(key);
    const plain = withoutSilent(schema);
    for (const target of referencesIn(plain)) visit(target);
    open.delete(key);
    schemas.set(key, plain);
  };
  visit(root);
  return { root, schemas, recursive };
}

/** JSON Schema 2020-12 with the components as `$defs`. */
export function withDefinitions({ root, schemas }: Bundle): JsonObject {
  const definitions: JsonObject = {};
  for (const [key, schema] of schemas) definitions[key] = redirected(schema);
  return { $ref: `#/$defs/${root}`, $defs: definitions };
}

/** JSON Schema without references, each component in place; with definitions where one contains itself. */
export function inlined(bundle: Bundle): JsonObject {
  if (bundle.recursive) return withDefinitions(bundle);
  const root = bundle.schemas.get(bundle.root) ?? {};
  return resolved(root, bundle.schemas);
}

/** What `discriminator` requires of ajv: the tag's name alone, and constants in place. */
export function withTagNames(schema: JsonObject): JsonObject {
  return mapSchemas(schema, (node) => {
    const tag = ownObject(node, 'discriminator')?.['propertyName'];
    return tag === undefined ? node : { ...node, discriminator: { propertyName: tag } };
  });
}

/** `schema` without `discriminator`, which some contestants refuse. */
export function withoutDiscriminators(schema: JsonObject): JsonObject {
  return mapSchemas(schema, (node) => without(node, (key) => key === 'discriminator'));
}

/** `schema` with its unions as `anyOf`; the same where branches exclude each other, as they do here. */
export function withAnyOf(schema: JsonObject): JsonObject {
  return mapSchemas(schema, ({ oneOf, ...rest }) => (oneOf === undefined ? rest : { ...rest, anyOf: oneOf }));
}

function resolved(schema: JsonObject, schemas: ReadonlyMap<string, JsonObject>): JsonObject {
  return mapSchemas(schema, (node) => {
    const target = targetOf(node);
    return target === undefined ? node : resolved(schemas.get(target) ?? {}, schemas);
  });
}

function redirected(schema: JsonObject): JsonObject {
  return mapSchemas(schema, (node) => {
    const target = targetOf(node);
    return target === undefined ? node : { $ref: `#/$defs/${target}` };
  });
}

/** Keywords whose value is a schema, a list of schemas, and schemas by name. */
const one = new Set(['items', 'additionalProperties', 'not', 'propertyNames', 'contains']);
const lists = new Set(['oneOf', 'anyOf', 'allOf', 'prefixItems']);
const maps = new Set(['properties', 'patternProperties', '$defs']);

/** `schema` with `change` done to each schema in it, the innermost first. */
function mapSchemas(schema: JsonObject, change: (node: JsonObject) => JsonObject): JsonObject {
  const inside = (value: JsonValue): JsonValue => (isObject(value) ? mapSchemas(value, change) : value);
  const mapped = Object.entries(schema).map(([key, value]): [string, JsonValue] => {
    if (one.has(key)) return [key, inside(value)];
    if (lists.has(key) && Array.isArray(value)) return [key, value.map(inside)];
    if (maps.has(key) && isObject(value)) return [key, mapObject(value, inside)];
    return [key, value];
  });
  return change(Object.fromEntries(mapped));
}

function withoutSilent(schema: JsonObject): JsonObject {
  return mapSchemas(schema, (node) => without(node, (key) => silent.has(key) || key.startsWith('x-')));
}

function without(node: JsonObject, isUnwanted: (key: string) => boolean): JsonObject {
  return mapObject(node, (value, key) => (isUnwanted(key) ? undefined : value));
}

function referencesIn(schema: JsonObject): string[] {
  const found: string[] = [];
  mapSchemas(schema, (node) => {
    const target = targetOf(node);
    if (target !== undefined) found.push(target);
    return node;
  });
  return found;
}

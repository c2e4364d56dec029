import { isObject, own, ownString, type JsonObject, type JsonValue } from '../base/json.ts';
import { joinPointer, localRefPointer, resolvePointer } from '../base/pointer.ts';
import { keywordShape, memberShape, objectShape, type ObjectName, type Shape } from './grammar.ts';

/** The operation members of a Path Item Object (OAS 3.1, section 4.8.9), in the order they are printed. */
export const methods = ['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace'] as const;

/** An operation of a path item, and how its method is written there. */
export interface PathOperation {
  /** In lower case where 3.1 knows the method, else as it is sent. */
  readonly method: string;
  readonly operation: JsonObject;
  /** What holds it: the path item, or its further operations (OAS 3.2, section 4.9). */
  readonly holder: JsonObject;
}

/** The operations of a path item: those that 3.1 has a member for, then those with methods of their own. */
export function pathOperations(item: JsonValue | undefined): PathOperation[] {
  if (!isObject(item)) return [];
  const further = own(item, 'x-oas-additionalOperations');
  const held = [item, ...(isObject(further) ? [further] : [])];
  return held.flatMap((holder) => {
    const names = holder === item ? methods : Object.keys(holder);
    return names.flatMap((method): PathOperation[] => {
      const operation = own(holder, method);
      return isObject(operation) ? [{ method, operation, holder }] : [];
    });
  });
}

/** Called for each schema; may change it in place. `evident` is the nearest object around it, or itself, that says where it stands. */
export type SchemaVisitor = (schema: JsonObject, pointer: string, evident: JsonObject | undefined) => void;

/** What a walk over a description calls; each may change what it is given in place. */
export interface Visitor {
  /** For each object of OpenAPI that is no reference, before its members. */
  readonly object?: (object: JsonObject, name: ObjectName, pointer: string, evident: JsonObject | undefined) => void;
  /** For each reference, of whatever it stands for; a schema with `$ref` is visited as a schema as well. */
  readonly reference?: (
    holder: JsonObject,
    kind: ObjectName | 'schema',
    pointer: string,
    evident: JsonObject | undefined,
  ) => void;
  /** For each schema, before its parts. */
  readonly enterSchema?: SchemaVisitor;
  /** For each schema, after its parts. */
  readonly leaveSchema?: SchemaVisitor;
}

/** Visits every schema of an OpenAPI description, innermost first, each once: also in headers, callbacks and webhooks. */
export function visitSchemas(document: JsonObject, visit: SchemaVisitor): void {
  visitDescription(document, { leaveSchema: visit });
}

/** Visits every object of OpenAPI that is called `name` and no reference, outer ones first. */
export function visitObjects(
  document: JsonObject,
  name: ObjectName,
  visit: (object: JsonObject, pointer: string, evident: JsonObject | undefined) => void,
): void {
  visitDescription(document, {
    object: (object, found, pointer, evident) => {
      if (found === name) visit(object, pointer, evident);
    },
  });
}

/** Walks over a description along the grammar of OpenAPI 3.1. References are not followed, extensions and data not entered. */
export function visitDescription(document: JsonObject, visitor: Visitor): void {
  walkObject(document, 'root', { pointer: '', evident: undefined, visitor });
}

interface Walk {
  readonly pointer: string;
  readonly evident: JsonObject | undefined;
  readonly visitor: Visitor;
}

function step(walk: Walk, key: string | number): Walk {
  const { pointer, evident, visitor } = walk;
  // most names need no escaping, and there are millions of them
  const plain = typeof key === 'number' || (!key.includes('/') && !key.includes('~'));
  return { pointer: plain ? `${pointer}/${key}` : joinPointer(pointer, key), evident, visitor };
}

function inside(walk: Walk, value: JsonObject): Walk {
  if (!Array.isArray(value['x-evidence'])) return walk;
  return { pointer: walk.pointer, evident: value, visitor: walk.visitor };
}

function walkObject(value: JsonObject, name: ObjectName, outer: Walk): void {
  const walk = inside(outer, value);
  const isReference = typeof value['$ref'] === 'string';
  if (isReference) walk.visitor.reference?.(value, name, walk.pointer, walk.evident);
  if (isReference && objectShape(name).referable) return;
  walk.visitor.object?.(value, name, walk.pointer, walk.evident);
  for (const key of Object.keys(value)) {
    const shape = memberShape(name, key);
    if (shape && leadsOn(shape)) walkShape(own(value, key), shape, step(walk, key));
  }
}

/** Whether objects or schemas can lie within a shape. */
function leadsOn(shape: Shape): boolean {
  return 'of' in shape ? leadsOn(shape.of) : shape.kind === 'object' || shape.kind === 'schema';
}

function walkShape(value: JsonValue | undefined, shape: Shape, walk: Walk): void {
  if (shape.kind === 'list') {
    if (Array.isArray(value)) value.forEach((item, index) => walkShape(item, shape.of, step(walk, index)));
  } else if (!isObject(value)) {
    return;
  } else if (shape.kind === 'schema') {
    walkSchema(value, walk);
  } else if (shape.kind === 'object') {
    walkObject(value, shape.name, walk);
  } else if (shape.kind === 'map') {
    for (const key of Object.keys(value)) walkShape(own(value, key), shape.of, step(walk, key));
  }
}

function walkSchema(schema: JsonObject, outer: Walk): void {
  const walk = inside(outer, schema);
  const { pointer, visitor } = walk;
  if (typeof schema['$ref'] === 'string') visitor.reference?.(schema, 'schema', pointer, walk.evident);
  visitor.enterSchema?.(schema, pointer, walk.evident);
  for (const key of Object.keys(schema)) {
    const shape = keywordShape(key);
    const value = own(schema, key);
    if (shape?.kind === 'schema') {
      if (isObject(value)) walkSchema(value, step(walk, key));
    } else if (shape?.kind === 'object') {
      if (isObject(value)) walkObject(value, shape.name, step(walk, key));
    } else if (shape?.kind === 'schemas' || shape?.kind === 'schemaMap') {
      walkParts(value, shape.kind, step(walk, key));
    }
  }
  visitor.leaveSchema?.(schema, pointer, walk.evident);
}

function walkParts(value: JsonValue | undefined, kind: 'schemas' | 'schemaMap', walk: Walk): void {
  if (kind === 'schemas' ? !Array.isArray(value) : !isObject(value)) return;
  for (const [key, part] of Object.entries(value ?? {})) if (isObject(part)) walkSchema(part, step(walk, key));
}

/** Follows `$ref`s inside the document to the schema they mean; undefined where one leads nowhere, out, or in a circle. */
export function resolveSchema(document: JsonObject, schema: JsonValue | undefined): JsonObject | undefined {
  const seen = new Set<JsonObject>();
  let current = schema;
  while (isObject(current) && !seen.has(current)) {
    const ref = ownString(current, '$ref');
    if (ref === undefined) return current;
    seen.add(current);
    const pointer = localRefPointer(ref);
    current = pointer === undefined ? undefined : resolvePointer(document, pointer);
  }
  return undefined;
}

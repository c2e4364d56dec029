import { isObject, own, ownArray, ownString, setOwn, type JsonObject, type JsonValue } from '../../base/json.ts';
import { resolveSchema } from '../walk.ts';
import { findProperty, type Constants } from './constants.ts';

/**
 * Makes the property `name` of `branch` accept only its constants, in place. A component that serves as the type of
 * this property alone is pinned itself, so that it keeps its name; one with other uses is copied into the branch first.
 * `references` counts the uses of each `$ref` before any pinning, see `countReferences`.
 */
export function pinConstants(
  document: JsonObject,
  references: ReadonlyMap<string, number>,
  branch: JsonObject,
  name: string,
  constants: Constants | undefined,
): void {
  if (!constants) return;
  const found = findProperty(document, branch, name);
  if (!found) {
    addProperty(branch, name, constants);
    return;
  }
  const target = resolveSchema(document, found.schema);
  if (!target || own(target, 'const') !== undefined || own(found.schema, 'const') !== undefined) return;
  if (Array.isArray(target['enum']) && target['enum'].length <= constants.values.length) return;
  const ref = ownString(found.schema, '$ref');
  if (ref === undefined || references.get(ref) === 1) {
    pin(target, constants);
    return;
  }
  const { $ref: _, ...siblings } = found.schema;
  const copy: JsonObject = { ...structuredClone(target), ...siblings };
  pin(copy, constants);
  setOwn(found.holder, name, copy);
}

function addProperty(branch: JsonObject, name: string, constants: Constants): void {
  const properties: JsonObject = isObject(branch['properties']) ? branch['properties'] : {};
  const schema: JsonObject = { type: 'string' };
  pin(schema, constants);
  setOwn(properties, name, schema);
  branch['properties'] = properties;
  const required = ownArray(branch, 'required') ?? [];
  if (!required.includes(name)) branch['required'] = [...required, name];
}

/** What says nothing any more beside a constant. */
const implied = ['enum', 'minLength', 'maxLength', 'pattern', 'format', 'example', 'examples', 'default'];

function pin(schema: JsonObject, { values, sureness, signal }: Constants): void {
  const [only] = values;
  for (const key of implied) delete schema[key];
  if (values.length === 1 && only !== undefined) schema['const'] = only;
  else schema['enum'] = [...values];
  if (sureness === 'certain') return;
  schema['x-inferred'] = `const: ${signal} (${sureness} confidence)`;
  if (schema['description'] === only) delete schema['description'];
}

/** How often each `$ref` occurs in a document. */
export function countReferences(value: JsonValue, counts: Map<string, number> = new Map()): Map<string, number> {
  if (Array.isArray(value)) {
    for (const item of value) countReferences(item, counts);
  } else if (isObject(value)) {
    const ref = ownString(value, '$ref');
    if (ref !== undefined) counts.set(ref, (counts.get(ref) ?? 0) + 1);
    for (const member of Object.values(value)) countReferences(member, counts);
  }
  return counts;
}

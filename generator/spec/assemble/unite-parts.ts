import { isObject, own, ownArray, ownObject, ownString, setOwn, stringsOf } from '../../base/json.ts';
import type { JsonObject, JsonValue } from '../../base/json.ts';
import { unique } from '../../base/order.ts';

/** Bodies nested deeper are taken as the description has them. */
const deepest = 30;

/** What a page may say of a value of which the description says nothing. */
const said: readonly string[] =
  `description default enum format pattern minimum maximum minLength maxLength minItems maxItems deprecated readOnly
  writeOnly examples`.split(/\s+/);

/**
 * An operation of which a description has only some parts, with what else a page says of it: parameters, bodies and their
 * properties, and of what both have what only the page states. Where both speak the description is stronger. `components` are
 * those of the description. Gives no diagnostics.
 */
export function withOtherParts(known: JsonObject, page: JsonObject, components: JsonObject): JsonObject {
  const operation: JsonObject = { ...known };
  const parameters = unitedParameters(ownArray(operation, 'parameters') ?? [], ownArray(page, 'parameters') ?? []);
  if (parameters.length > 0) operation['parameters'] = parameters;
  for (const member of ['requestBody', 'security']) {
    const value = own(page, member);
    if (value !== undefined && own(operation, member) === undefined) operation[member] = value;
  }
  const body = ownObject(operation, 'requestBody');
  const pageBody = ownObject(page, 'requestBody');
  if (body && pageBody) operation['requestBody'] = unitedContent(body, pageBody, components);
  const responses = { ...ownObject(operation, 'responses') };
  for (const [status, answer] of Object.entries(responses)) {
    const other = ownObject(ownObject(page, 'responses'), status);
    if (isObject(answer) && other) setOwn(responses, status, unitedContent(answer, other, components));
  }
  if (Object.keys(responses).length > 0) operation['responses'] = responses;
  const name = own(page, 'operationId');
  if (name !== undefined && own(operation, 'operationId') === undefined) {
    operation['operationId'] = name;
    operation['x-uncertain'] = listsOf(operation, page, 'x-uncertain');
  }
  return operation;
}

function unitedParameters(given: readonly JsonValue[], page: readonly JsonValue[]): JsonValue[] {
  const others = new Map(page.map((one) => [parameterKey(one), one]));
  const names = new Set(given.map(parameterKey));
  const known = given.map((one): JsonValue => {
    const other = others.get(parameterKey(one));
    const schema = ownObject(one, 'schema');
    const otherSchema = ownObject(other, 'schema');
    if (!isObject(one) || !isObject(other) || '$ref' in one) return one;
    const filled = withSaid(one, other, ['description', 'deprecated']);
    return schema && otherSchema ? { ...filled, schema: unitedSchema(schema, otherSchema, {}, 0) } : filled;
  });
  return [...known, ...page.filter((one) => !names.has(parameterKey(one)))];
}

function parameterKey(parameter: JsonValue): string {
  return `${ownString(parameter, 'in')} ${ownString(parameter, 'name')}`;
}

/** A request body or an answer with what a page says of its content; media types that only the page has are left to it. */
function unitedContent(part: JsonObject, page: JsonObject, components: JsonObject): JsonObject {
  const content = ownObject(part, 'content');
  const others = ownObject(page, 'content');
  if (!others || '$ref' in part) return part;
  if (!content) return { ...part, content: others };
  const united = { ...content };
  for (const [type, media] of Object.entries(content)) {
    // what only samples show of an answer says less than the description
    const other = ownObject(ownObject(others, type), 'schema');
    const schema = ownObject(media, 'schema');
    if (isObject(media) && schema && other)
      setOwn(united, type, { ...media, schema: unitedSchema(schema, other, components, 0) });
  }
  return { ...part, content: united };
}

/** A schema with the properties and statements that only the other has. Of a component they stand beside the reference. */
function unitedSchema(schema: JsonObject, other: JsonObject, components: JsonObject, depth: number): JsonObject {
  const name = /^#\/components\/schemas\/([^/]+)$/.exec(ownString(schema, '$ref') ?? '')?.[1];
  const target = name === undefined ? undefined : ownObject(ownObject(components, 'schemas'), name);
  if (target) {
    const { names, more } = otherProperties(target, other);
    return names.length === 0 ? schema : { allOf: [schema, more] };
  }
  if ('$ref' in schema || '$ref' in other || depth > deepest) return schema;
  const filled = sameTypes(schema, other) ? withSaid(schema, other, said) : schema;
  const items = ownObject(schema, 'items');
  const otherItems = ownObject(other, 'items');
  if (items && otherItems) return { ...filled, items: unitedSchema(items, otherItems, components, depth + 1) };
  const properties = ownObject(schema, 'properties');
  const others = ownObject(other, 'properties');
  if (!others || own(schema, 'type') !== 'object' || own(other, 'type') !== 'object') return filled;
  const united: JsonObject = { ...properties };
  for (const [key, value] of Object.entries(properties ?? {})) {
    const same = ownObject(others, key);
    if (isObject(value) && same) setOwn(united, key, unitedSchema(value, same, components, depth + 1));
  }
  const { more } = otherProperties(schema, other);
  const required = unique([...stringsOf(own(schema, 'required')), ...stringsOf(own(more, 'required'))]);
  return {
    ...filled,
    properties: { ...united, ...ownObject(more, 'properties') },
    ...(required.length > 0 && { required }),
  };
}

/** The properties of another schema that a schema does not have, as a schema. */
function otherProperties(
  schema: JsonObject,
  other: JsonObject,
): { readonly names: string[]; readonly more: JsonObject } {
  const known = ownObject(schema, 'properties') ?? {};
  const isOpen = ['allOf', 'anyOf', 'oneOf', '$ref'].every((key) => !(key in schema));
  const entries = Object.entries(ownObject(other, 'properties') ?? {}).filter(([key]) => !Object.hasOwn(known, key));
  const names = isOpen ? entries.map(([key]) => key) : [];
  const properties: JsonObject = {};
  for (const [key, value] of isOpen ? entries : []) setOwn(properties, key, value);
  const required = stringsOf(own(other, 'required')).filter((key) => names.includes(key));
  return { names, more: { type: 'object', properties, ...(required.length > 0 && { required }) } };
}

function sameTypes(schema: JsonObject, other: JsonObject): boolean {
  return JSON.stringify(own(schema, 'type')) === JSON.stringify(own(other, 'type'));
}

/** A value with what only the other says of it; what is but hedged says nothing. */
function withSaid(value: JsonObject, other: JsonObject, keys: readonly string[]): JsonObject {
  if (own(other, 'x-confidence') !== undefined) return value;
  const filled: JsonObject = { ...value };
  let isFilled = false;
  for (const key of keys) {
    const stated = own(other, key);
    if (stated === undefined || own(value, key) !== undefined || (key === 'enum' && own(value, 'const') !== undefined))
      continue;
    filled[key] = stated;
    isFilled = true;
  }
  if (isFilled) filled['x-evidence'] = listsOf(value, other, 'x-evidence');
  return filled;
}

function listsOf(base: JsonObject, other: JsonObject, key: string): JsonValue[] {
  return unique([...(ownArray(base, key) ?? []), ...(ownArray(other, key) ?? [])]);
}

import { isObject, own, ownObject, ownString, setOwn, type JsonObject } from '../../../base/json.ts';
import { joinPointer } from '../../../base/pointer.ts';
import { unstated, type Swagger } from './conversion.ts';
import type { Placed } from './parameters.ts';
import { serialization, splitValue } from './values.ts';

/** The Request Body Object at `to` that a body parameter stands for, in each media type of `consumes`. */
export function bodyOf(swagger: Swagger, placed: Placed, consumes: readonly string[], to: string): JsonObject {
  const { parameter, home } = placed;
  const types = consumes.length > 0 ? consumes : [unstated];
  const first = joinPointer(to, 'content', types[0] ?? unstated);
  const { schema, rest } = splitValue(swagger, parameter, home, first);
  swagger.moves.add(joinPointer(home, 'schema'), joinPointer(first, 'schema'));
  const { name, in: _, 'x-example': example, 'x-examples': examples, ...members } = rest;
  const content: JsonObject = {};
  for (const type of types) {
    const sample = own(examples, type) ?? (types.length === 1 ? example : undefined);
    setOwn(content, type, {
      ...((parameter['schema'] !== undefined || Object.keys(schema).length > 0) && { schema: structuredClone(schema) }),
      ...(sample !== undefined && { example: sample }),
      ...(consumes.length === 0 && { 'x-uncertain': ['no media type is stated'] }),
    });
  }
  const shown = Object.keys(ownObject(parameter, 'x-examples') ?? {}).some((type) => types.includes(type));
  return {
    ...members,
    content,
    ...(typeof name === 'string' && name !== 'body' && { 'x-name': name }),
    ...(examples !== undefined && !shown && { 'x-examples': examples }),
    ...(example !== undefined && types.length > 1 && { 'x-example': example }),
  };
}

/** How fields of a form are sent, by what carries files. */
const multipart = 'multipart/form-data';
const urlencoded = 'application/x-www-form-urlencoded';

/**
 * The Request Body Object at `to` that form fields stand for: an object with a property for each, in those of `consumes`
 * that are forms (files only go into `multipart/form-data`). Arrays say by `encoding` how they are written.
 */
export function formOf(
  swagger: Swagger,
  fields: readonly Placed[],
  consumes: readonly string[],
  to: string,
): JsonObject {
  const hasFile = fields.some(({ parameter }) => isFile(parameter));
  const isForm = (type: string): boolean =>
    type.toLowerCase().startsWith(multipart) || (!hasFile && type.toLowerCase().startsWith(urlencoded));
  const given = consumes.filter(isForm);
  const types = given.length > 0 ? given : [hasFile ? multipart : urlencoded];
  const place = joinPointer(to, 'content', types[0] ?? multipart);
  const properties: JsonObject = {};
  const encoding: JsonObject = {};
  const required: string[] = [];
  for (const field of fields) {
    const name = ownString(field.parameter, 'name');
    if (name === undefined || Object.hasOwn(properties, name)) {
      const reason = name === undefined ? 'it has no name' : 'another has its name';
      swagger.report.add('spec/malformed', swagger.locate(field.pointer), { what: 'a form field', reason });
      continue;
    }
    setOwn(properties, name, property(swagger, field, joinPointer(place, 'schema', 'properties', name)));
    if (own(field.parameter, 'required') === true) required.push(name);
    const written = encodingOf(swagger, field);
    if (written) setOwn(encoding, name, written);
  }
  const schema: JsonObject = { type: 'object', ...(required.length > 0 && { required }), properties };
  const content: JsonObject = {};
  for (const type of types) {
    setOwn(content, type, structuredClone({ schema, ...(Object.keys(encoding).length > 0 && { encoding }) }));
  }
  return { ...(required.length > 0 && { required: true }), content };
}

function isFile(parameter: JsonObject): boolean {
  const type = ownString(parameter, 'type') ?? ownString(ownObject(parameter, 'items'), 'type') ?? '';
  return type.toLowerCase() === 'file';
}

/** A form field as a property: its value's schema, with what is said of the field. */
function property(swagger: Swagger, { parameter, home, pointer }: Placed, to: string): JsonObject {
  const { schema, rest } = splitValue(swagger, parameter, home, to);
  for (const from of [pointer, home]) swagger.moves.add(from, to);
  for (const key of Object.keys(schema)) swagger.moves.add(joinPointer(home, key), joinPointer(to, key));
  const { name: _name, in: _in, required: _required, allowEmptyValue, 'x-example': example, ...told } = rest;
  return {
    ...schema,
    ...told,
    ...(allowEmptyValue !== undefined && { 'x-allowEmptyValue': allowEmptyValue }),
    ...(example !== undefined && told['example'] === undefined && { example }),
  };
}

function encodingOf(swagger: Swagger, { parameter, home }: Placed): JsonObject | undefined {
  const isArray = ownString(parameter, 'type') === 'array' || isObject(own(parameter, 'items'));
  if (!isArray || isFile(parameter)) return undefined;
  return serialization(swagger, ownString(parameter, 'collectionFormat') ?? 'csv', 'formData', home);
}

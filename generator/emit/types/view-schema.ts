import { isObject, jsonEqual, jsonType, own, ownArray, ownObject, ownString } from '../../base/json.ts';
import type { JsonObject, JsonValue } from '../../base/json.ts';
import { unique } from '../../base/order.ts';
import { escapeToken, localRefPointer, pointerTokens, resolvePointer } from '../../base/pointer.ts';
import { docComment } from '../docs.ts';
import { schemaDocs } from './view-docs.ts';
import type { Placeholders } from './placeholders.ts';

/** What the view of one spec shares. */
export interface ViewContext {
  readonly spec: JsonObject;
  readonly placeholders: Placeholders;
  /** Parts outside `components.schemas` that references lead to: key in the view's schemas by JSON Pointer. */
  readonly hoisted: Map<string, string>;
}

type Lower = (context: ViewContext, schema: JsonObject) => JsonObject | undefined;

/** Matches nothing. openapi-typescript has no keyword for it, but prints a union whose only branch is `false` as `never`. */
const never: JsonObject = { anyOf: [false] };
const objectKeywords = ['properties', 'required', 'additionalProperties', 'patternProperties'];
const arrayKeywords = ['items', 'prefixItems'];

/**
 * `schema` in the few words whose meaning openapi-typescript prints exactly: `$ref` to a component, `type` (one word),
 * `const` inside unions, `anyOf`, `allOf`, `properties`, `required`, `additionalProperties`, `items`, `prefixItems`,
 * `minItems`, `readOnly`, `title` (the whole comment) and `x-open` (any string or number, listed ones suggested).
 * Keywords that stand beside each other (JSON Schema 2020-12, section 7.6) become members of an `allOf`.
 */
export function viewSchema(context: ViewContext, schema: JsonValue | undefined): JsonObject {
  if (schema === false) return never;
  if (!isObject(schema)) return {};
  const lowered = intersection(parts(context, schema));
  const comment = context.placeholders.comment(docComment(schemaDocs(context.spec, schema)));
  return {
    ...lowered,
    ...(comment !== undefined && { title: comment }),
    ...(own(schema, 'readOnly') === true && { readOnly: true }),
  };
}

/** The schemas that together mean the same as `schema`. */
function parts(context: ViewContext, schema: JsonObject): JsonObject[] {
  const applied = rules.map((rule) => rule(context, schema)).filter((part) => part !== undefined);
  const plain = ownPart(context, schema);
  // beside others, a bare "object" (or "object or null") only repeats what they say
  if (!plain || (applied.length > 0 && saysOnlyObject(schema))) return applied;
  return [plain, ...applied];
}

function saysOnlyObject(schema: JsonObject): boolean {
  const types = typeWords(schema);
  if (!types?.includes('object') || types.some((type) => type !== 'object' && type !== 'null')) return false;
  return !['const', 'enum', ...objectKeywords].some((keyword) => Object.hasOwn(schema, keyword));
}

const reference: Lower = (context, schema) => {
  const ref = ownString(schema, '$ref');
  const pointer = ref === undefined ? undefined : localRefPointer(ref);
  if (pointer === undefined) return undefined;
  if (resolvePointer(context.spec, pointer) === undefined) return undefined;
  const [first, second, key = '', ...deeper] = pointerTokens(pointer);
  const isComponent = first === 'components' && second === 'schemas' && deeper.length === 0;
  if (!isComponent) context.hoisted.set(pointer, `#${pointer}`);
  const name = context.placeholders.text(isComponent ? key : `#${pointer}`);
  return { $ref: `#/components/schemas/${escapeToken(name)}` };
};

const allOf: Lower = (context, schema) => {
  const members = ownArray(schema, 'allOf');
  return members && intersection(members.map((member) => viewSchema(context, member)));
};

function alternatives(keyword: 'oneOf' | 'anyOf'): Lower {
  return (context, schema) => {
    const branches = ownArray(schema, keyword);
    if (!branches || branches.length === 0) return undefined;
    return union(branches.map((branch) => viewSchema(context, branch)));
  };
}

/** How schemas are combined, in the order in which the type shows them. */
const rules: readonly Lower[] = [reference, allOf, alternatives('oneOf'), alternatives('anyOf')];

/** What `type`, `const`, `enum` and the keywords of objects and arrays say. */
const ownPart: Lower = (context, schema) => {
  const types = typeWords(schema);
  const values = allowedValues(schema, types);
  if (values) return literals(context, schema, values);
  if (types) return union(types.map((type) => viewType(context, schema, type)));
  if (objectKeywords.some((keyword) => Object.hasOwn(schema, keyword))) return viewObject(context, schema);
  if (arrayKeywords.some((keyword) => Object.hasOwn(schema, keyword))) return viewArray(context, schema);
  return undefined;
};

function typeWords(schema: JsonObject): string[] | undefined {
  const type = own(schema, 'type');
  const words = (Array.isArray(type) ? type : [type]).filter((word) => typeof word === 'string');
  return words.length === 0 ? undefined : unique(words);
}

function allowedValues(schema: JsonObject, types: readonly string[] | undefined): JsonValue[] | undefined {
  const constant = own(schema, 'const');
  const values = constant === undefined ? ownArray(schema, 'enum') : [constant];
  if (!values || !types) return values;
  return values.filter((value) => {
    const type = jsonType(value);
    return types.includes(type) || (type === 'integer' && types.includes('number'));
  });
}

/** One of `values`; where the documents only hint at the list, any other string or number as well. */
function literals(context: ViewContext, schema: JsonObject, values: readonly JsonValue[]): JsonObject {
  const branches = values.map((value): JsonObject =>
    value === null ? { type: 'null' } : { const: context.placeholders.json(value) },
  );
  if (ownString(schema, 'x-confidence') === 'low' && Object.hasOwn(schema, 'enum')) {
    for (const type of ['string', 'number']) {
      if (values.some((value) => typeof value === type)) branches.push({ type, 'x-open': true });
    }
  }
  // never a bare `const`: openapi-typescript would write a comment about it
  return branches.length === 0 ? never : { anyOf: branches };
}

function viewType(context: ViewContext, schema: JsonObject, type: string): JsonObject {
  switch (type) {
    case 'object':
      return viewObject(context, schema);
    case 'array':
      return viewArray(context, schema);
    case 'integer':
    case 'number':
      return { type: 'number' };
    case 'string':
    case 'boolean':
    case 'null':
      return { type };
    default:
      return {};
  }
}

function viewArray(context: ViewContext, schema: JsonObject): JsonObject {
  const prefix = ownArray(schema, 'prefixItems') ?? [];
  const items = own(schema, 'items');
  return {
    type: 'array',
    prefixItems: prefix.map((item) => viewSchema(context, item)),
    items: items === false && prefix.length > 0 ? false : viewSchema(context, items),
    minItems: own(schema, 'minItems') ?? 0,
  };
}

function viewObject(context: ViewContext, schema: JsonObject): JsonObject {
  const { placeholders } = context;
  const required = unique((ownArray(schema, 'required') ?? []).filter((name) => typeof name === 'string'));
  const properties: JsonObject = {};
  for (const [name, property] of Object.entries(ownObject(schema, 'properties') ?? {})) {
    properties[placeholders.text(name)] = viewSchema(context, property);
  }
  for (const name of required.map((one) => placeholders.text(one))) {
    if (!Object.hasOwn(properties, name)) properties[name] = {};
  }
  return {
    type: 'object',
    properties,
    required: required.map((name) => placeholders.text(name)),
    additionalProperties: additional(context, schema, Object.values(properties)),
  };
}

/**
 * The index signature: TypeScript wants it to cover the listed properties too. Where there is none, listed properties
 * stand alone, as people expect, though JSON Schema lets others through.
 */
function additional(context: ViewContext, schema: JsonObject, listed: readonly JsonValue[]): JsonValue {
  const rest = own(schema, 'additionalProperties');
  const found = Object.values(ownObject(schema, 'patternProperties') ?? {}).map((one) => viewSchema(context, one));
  if (rest !== undefined && rest !== false) found.push(viewSchema(context, rest));
  if (found.length > 0) return union([...found, ...listed.filter(isObject)]);
  return listed.length === 0 && rest === undefined ? {} : false;
}

/** Any of `branches`, nested unions opened, nothing twice; anything, if one of them is that. */
function union(branches: readonly JsonObject[]): JsonObject {
  const bare = branches.map(withoutNotes);
  if (bare.some(isUnknown)) return {};
  const members = bare.flatMap((branch) => ownArray(branch, 'anyOf') ?? [branch]).filter(isObject);
  const distinct = members.filter((member, index) => members.findIndex((other) => jsonEqual(member, other)) === index);
  const [only] = distinct;
  if (!only) return never;
  return distinct.length === 1 && !Object.hasOwn(only, 'const') ? only : { anyOf: distinct };
}

/** All of `members`: nothing if one of them is that; what says nothing is left out. */
function intersection(members: readonly JsonObject[]): JsonObject {
  if (members.some((member) => ownArray(member, 'anyOf')?.[0] === false)) return never;
  const telling = members.filter((member) => !isUnknown(member));
  const [only] = telling;
  if (!only) return {};
  if (telling.length === 1) return only;
  const bare = telling.map(withoutNotes);
  return { allOf: bare.flatMap((member) => (ownArray(member, 'allOf') ?? [member]).filter(isObject)) };
}

/** `title` and `readOnly` inform about the place a schema stands at; inside a union or an `allOf` nobody sees them. */
function withoutNotes(schema: JsonObject): JsonObject {
  const { title: _title, readOnly: _readOnly, ...rest } = schema;
  return rest;
}

function isUnknown(schema: JsonObject): boolean {
  return Object.keys(withoutNotes(schema)).length === 0;
}

import { isObject, jsonType, own, ownArray, ownObject, ownString } from '../../base/json.ts';
import type { JsonObject, JsonValue } from '../../base/json.ts';
import { unique } from '../../base/order.ts';
import { escapeToken, localRefPointer, pointerTokens, resolvePointer } from '../../base/pointer.ts';
import { docComment } from '../docs.ts';
import { intersection, isUnknown, never, union } from './view-combine.ts';
import type { OpenPlaces } from './open-places.ts';
import { schemaDocs } from './view-docs.ts';
import type { Placeholders } from './placeholders.ts';

/** What the view of one spec shares. */
export interface ViewContext {
  readonly spec: JsonObject;
  readonly placeholders: Placeholders;
  /** Parts outside `components.schemas` that references lead to: key in the view's schemas by JSON Pointer. */
  readonly hoisted: Map<string, string>;
  /** The schemas that answers carry and that may grow: see `openPlaces`. */
  readonly open: OpenPlaces;
}

type Lower = (context: ViewContext, schema: JsonObject) => JsonObject | undefined;

/** Anything but undefined. */
const present: JsonObject = { 'x-present': true };

const objectKeywords = ['properties', 'required', 'additionalProperties', 'patternProperties'];
const arrayKeywords = ['items', 'prefixItems'];
const combining = '$ref allOf oneOf anyOf if dependentSchemas contains'.split(' ');

/**
 * `schema` in the few words whose meaning openapi-typescript prints exactly: `$ref` to a component, `type` (one word),
 * `const` inside unions, `anyOf`, `allOf`, `properties`, `required`, `additionalProperties`, `items`, `prefixItems`,
 * `minItems`, `readOnly`, `title` (the whole comment), `x-open` (any string or number, listed ones suggested), `x-unknown` (what
 * is not listed) and `x-present` (anything).
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
  if (!plain || (applied.some((part) => !isUnknown(part)) && saysOnlyObject(schema))) return applied;
  return [plain, ...applied];
}

function saysOnlyObject(schema: JsonObject): boolean {
  const types = typeWords(schema);
  if (!types?.includes('object') || types.some((type) => type !== 'object' && type !== 'null')) return false;
  return !isOpen(schema) && !['const', 'enum', ...objectKeywords].some((keyword) => Object.hasOwn(schema, keyword));
}

/** Whether `unevaluatedProperties` lets further properties pass. */
function isOpen(schema: JsonObject): boolean {
  return (own(schema, 'unevaluatedProperties') ?? false) !== false;
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

/**
 * The properties that only `then`, `else` and `dependentSchemas` give. Which of them there are depends on the value, which
 * no type tells, so all may be left out.
 */
function conditional(context: ViewContext, schema: JsonObject): JsonObject | undefined {
  // null and scalars have no properties, and an intersection would rule them out
  if ((typeWords(schema) ?? ['object']).some((type) => type !== 'object')) return undefined;
  const outcomes = [
    ...(Object.hasOwn(schema, 'if') ? [own(schema, 'then'), own(schema, 'else')] : []),
    ...Object.values(ownObject(schema, 'dependentSchemas') ?? {}),
  ];
  const known = ownObject(schema, 'properties') ?? {};
  const found = new Map<string, JsonObject[]>();
  for (const outcome of outcomes) {
    for (const [name, property] of Object.entries(ownObject(outcome, 'properties') ?? {})) {
      if (Object.hasOwn(known, name)) continue;
      found.set(name, [...(found.get(name) ?? []), viewSchema(context, property)]);
    }
  }
  if (found.size === 0) return undefined;
  const properties: JsonObject = {};
  for (const [name, types] of found) properties[context.placeholders.text(name)] = union(types);
  return { type: 'object', properties, required: [], additionalProperties: false };
}

function alternatives(keyword: 'oneOf' | 'anyOf'): Lower {
  return (context, schema) => {
    const branches = ownArray(schema, keyword);
    if (!branches || branches.length === 0) return undefined;
    const further = context.open.branchOf(schema);
    return union([
      ...branches.map((branch) => viewSchema(context, branch)),
      ...(further
        ? [{ type: 'object', 'x-unknown': further.type, tag: context.placeholders.text(further.property) }]
        : []),
    ]);
  };
}

/** How schemas are combined, in the order in which the type shows them. */
const rules: readonly Lower[] = [reference, allOf, alternatives('oneOf'), alternatives('anyOf'), conditional];

/** What `type`, `const`, `enum` and the keywords of objects and arrays say. */
const ownPart: Lower = (context, schema) => {
  const types = typeWords(schema);
  const values = allowedValues(schema, types);
  if (values) return literals(context, schema, values);
  if (types) return union(types.map((type) => viewType(context, schema, type)));
  if (objectKeywords.some((keyword) => Object.hasOwn(schema, keyword)) || isOpen(schema)) {
    return viewObject(context, schema);
  }
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
  const further = context.open.valueOf(schema);
  if (further !== undefined) branches.push({ type: 'string', 'x-unknown': further });
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

/** A tuple ends where `items` is false, where nothing may be left over, and at `maxItems`. */
function viewArray(context: ViewContext, schema: JsonObject): JsonObject {
  const all = ownArray(schema, 'prefixItems') ?? [];
  const most = own(schema, 'maxItems');
  const prefix = typeof most === 'number' ? all.slice(0, Math.max(0, most)) : all;
  const items = own(schema, 'items') ?? (combines(schema) ? undefined : own(schema, 'unevaluatedItems'));
  const ends = items === false || (typeof most === 'number' && most <= all.length);
  return {
    type: 'array',
    prefixItems: prefix.map((item) => viewSchema(context, item)),
    items: ends && all.length > 0 ? false : viewSchema(context, items),
    minItems: own(schema, 'minItems') ?? 0,
  };
}

function viewObject(context: ViewContext, schema: JsonObject): JsonObject {
  const { placeholders } = context;
  const required = unique((ownArray(schema, 'required') ?? []).filter((name) => typeof name === 'string'));
  const properties: JsonObject = {};
  for (const [name, property] of Object.entries(ownObject(schema, 'properties') ?? {})) {
    // only the other direction carries it
    if (own(property, 'x-other-direction') === true) continue;
    properties[placeholders.text(name)] = viewSchema(context, property);
  }
  for (const name of required.map((one) => placeholders.text(one))) {
    if (!Object.hasOwn(properties, name)) properties[name] = undeclared(context, schema);
  }
  return {
    type: 'object',
    properties,
    required: required.map((name) => placeholders.text(name)),
    additionalProperties: additional(context, schema, Object.values(properties)),
  };
}

/**
 * A property that is required and not declared: what further properties hold. Where nothing is said of them, anything
 * but undefined: beside `unknown`, a property that another member of an `allOf` leaves optional could be undefined too.
 */
function undeclared(context: ViewContext, schema: JsonObject): JsonObject {
  const rest = own(schema, 'additionalProperties');
  const isMap = isObject(rest) && Object.keys(rest).length > 0 && !Object.hasOwn(schema, 'patternProperties');
  return isMap ? viewSchema(context, rest) : present;
}

/**
 * The index signature: TypeScript wants it to cover the listed properties too. Where there is none, listed properties
 * stand alone, as people expect, though JSON Schema lets others through.
 */
function additional(context: ViewContext, schema: JsonObject, listed: readonly JsonValue[]): JsonValue {
  const rest = own(schema, 'additionalProperties') ?? leftover(schema);
  const found = Object.values(ownObject(schema, 'patternProperties') ?? {}).map((one) => viewSchema(context, one));
  if (rest !== undefined && rest !== false) found.push(viewSchema(context, rest));
  if (found.length > 0) return union([...found, ...listed.filter(isObject).map((one) => (one === present ? {} : one))]);
  return listed.length === 0 && rest === undefined ? {} : false;
}

/** What `unevaluatedProperties` lets pass; beside other schemas it must not hold for the properties of those. */
function leftover(schema: JsonObject): JsonValue | undefined {
  const value = own(schema, 'unevaluatedProperties');
  return value === undefined || value === false || !combines(schema) ? value : true;
}

/** Whether other keywords look at members of the same value. */
function combines(schema: JsonObject): boolean {
  return combining.some((keyword) => Object.hasOwn(schema, keyword));
}

import { setOwn, type JsonObject, type JsonValue } from '../../base/json.ts';
import { placed, type PrintedDescription } from '../printed/printed-data.ts';
import type { Composition, RowNode, SchemaRow } from './schema-rows.ts';

/** What schemas need to know of their page. */
export interface SchemaContext {
  readonly description: PrintedDescription;
  /** The names of schemas with a section of their own, by the anchor that links to them end in. */
  readonly anchors: ReadonlyMap<string, string>;
  /** The names that samples of the chapter show. */
  readonly shown: ReadonlySet<string>;
  /** Allowed values by the name of the value, in the order of the table. */
  readonly values: ReadonlyMap<string, readonly string[]>;
  /** How many rows of each name the table of values may mean. */
  readonly counts: ReadonlyMap<string, number>;
}

/** How many rows of each name stand in a tree: a list of values says only the name. */
export function nameCounts(root: RowNode): Map<string, number> {
  const counts = new Map<string, number>();
  const visit = (node: RowNode): void => {
    if (node.row) counts.set(node.row.name, (counts.get(node.row.name) ?? 0) + 1);
    for (const child of node.children) visit(child);
    for (const { branches } of node.compositions) branches.forEach(visit);
  };
  visit(root);
  return counts;
}

/** The schema of what stands under no name of its own: properties, or one anonymous row that is the value itself. */
export function rootSchema(root: RowNode, context: SchemaContext): JsonObject {
  const [first] = root.children;
  if (first?.row?.name !== '' || first.row.isRest) return objectSchema(root, undefined, context);
  const schema = nodeSchema(first, context);
  const others = { ...root, children: root.children.slice(1) };
  if (others.children.length === 0 && others.compositions.length === 0) return schema;
  return { ...schema, ...membersOf(others, context) };
}

/** The schema of a row with all that is nested in it. */
export function nodeSchema(node: RowNode, context: SchemaContext): JsonObject {
  const { row } = node;
  if (!row) return rootSchema(node, context);
  const schema = typedSchema(node, row, context);
  if (row.description !== '') schema['description'] = row.description;
  for (const [word, keyword] of [
    ['read-only', 'readOnly'],
    ['write-only', 'writeOnly'],
  ] as const) {
    if (row.restrictions.includes(word)) schema[keyword] = true;
  }
  return placed(context.description, schema, row.location);
}

function typedSchema(node: RowNode, row: SchemaRow, context: SchemaContext): JsonObject {
  const { words, isNullable } = typeText(row.type);
  const hasParts = node.children.length > 0 || node.compositions.length > 0;
  const schema = wordSchema(words, hasParts, node, context);
  const values = allowedValues(row, schema, context);
  if (values) holderOf(schema)['enum'] = values;
  return isNullable ? nullable(schema) : schema;
}

/** The schema of type words; what is nested belongs to the innermost items. */
function wordSchema(
  words: string,
  hasParts: boolean,
  node: RowNode,
  context: SchemaContext,
  isItem = false,
): JsonObject {
  const list = /^(?:array)?\[(.*)\]$/s.exec(words);
  if (list && !isLink(words)) {
    const items = wordSchema((list[1] ?? '').trim(), hasParts, node, context, true);
    return { type: 'array', ...(Object.keys(items).length > 0 && { items }) };
  }
  const reference = referenceOf(words, hasParts, context);
  if (reference) return reference;
  const base = plainType(words);
  if (!hasParts) return base;
  const [only] = node.children;
  // the items of a list under `array`, as older versions write it
  if (base['type'] === 'array') {
    const anonymous = only?.row?.name === '' && node.children.length === 1;
    return { ...base, items: anonymous && only ? nodeSchema(only, context) : objectSchema(node, undefined, context) };
  }
  if (only?.row?.name === '' && !only.row.isRest && node.children.length === 1 && node.compositions.length === 0) {
    return nodeSchema(only, context);
  }
  if (isItem && words === 'object' && only && isTitle(node, only, context)) return nodeSchema(only, context);
  // the title of what a list holds, where that is no object
  const isScalar = /^(?:string|number|integer|boolean)$/.test(String(base['type']));
  if (isScalar && only?.row?.type === words && node.children.length === 1) return nodeSchema(only, context);
  // a table that has no marks between alternatives lists them without names
  const isAny = node.children.length > 1 && node.children.every((child) => child.row?.name === '' && !child.row.isRest);
  if (isAny && base['type'] === undefined) return { anyOf: node.children.map((child) => nodeSchema(child, context)) };
  return objectSchema(node, base, context);
}

/** Whether the only row within a list of objects is the title of these: samples show the names within it, and not its own. */
function isTitle({ children, compositions }: RowNode, only: RowNode, { shown }: SchemaContext): boolean {
  if (children.length > 1 || compositions.length > 0 || only.row?.type !== 'object' || shown.has(only.row.name))
    return false;
  return only.children.some(({ row }) => row !== undefined && shown.has(row.name));
}

function objectSchema(node: RowNode, base: JsonObject | undefined, context: SchemaContext): JsonObject {
  const members = membersOf(node, context);
  const isObject = node.children.length > 0;
  return { ...(isObject ? { type: 'object' } : base?.['type'] === undefined ? {} : base), ...members };
}

function membersOf(node: RowNode, context: SchemaContext): JsonObject {
  const properties: JsonObject = {};
  const required: JsonValue[] = [];
  const members: JsonObject = {};
  for (const child of node.children) {
    const { row } = child;
    if (!row) continue;
    if (row.isRest) members['additionalProperties'] = nodeSchema(child, context);
    else if (row.name !== '') {
      setOwn(properties, row.name, nodeSchema(child, context));
      if (row.required) required.push(row.name);
    }
  }
  if (Object.keys(properties).length > 0) members['properties'] = properties;
  if (required.length > 0) members['required'] = required;
  for (const composition of node.compositions) Object.assign(members, composed(composition, context));
  return members;
}

function composed({ combiner, branches, discriminator }: Composition, context: SchemaContext): JsonObject {
  const schemas = branches.map((branch) => rootSchema(branch, context));
  if (combiner === 'not') return { not: schemas[0] ?? {} };
  const tag = discriminator !== undefined && combiner !== 'allOf' ? discriminator : undefined;
  return { [combiner]: schemas, ...(tag !== undefined && { discriminator: { propertyName: tag } }) };
}

/** The words without the mark for null (`string¦null`). */
function typeText(type: string): { readonly words: string; readonly isNullable: boolean } {
  const words = type.replaceAll('\\', '').replaceAll('`', '').trim();
  const parts = words.split(/[¦|]/).map((part) => part.trim());
  const others = parts.filter((part) => part !== 'null');
  return { words: others.join('|'), isNullable: others.length < parts.length };
}

function isLink(words: string): boolean {
  return /^\[[^[\]]*\]\([^()]*\)$/.test(words);
}

/** A reference to a schema of this page, or, where nothing of it is shown here, of another page. */
function referenceOf(words: string, hasParts: boolean, context: SchemaContext): JsonObject | undefined {
  const [, text, target = ''] = /^\[(.*)\]\(([^()\s]*)\)$/s.exec(words) ?? [];
  if (text === undefined) return undefined;
  const anchor = target.slice(target.indexOf('#') + 1).toLowerCase();
  const known = context.anchors.get(anchor);
  if (known === undefined && (hasParts || text === '')) return undefined;
  return schemaReference(known ?? text);
}

/** The schema of the name of a type with its format (`integer(int32)`); nothing is known of other words. */
function plainType(words: string): JsonObject {
  const types = words.split('|').map((word) => {
    const [, name = '', format] = /^([a-z]+)(?:\(([^()]+)\))?$/.exec(word.trim()) ?? [];
    if (!/^(?:string|number|integer|boolean|object|array|null)$/.test(name)) return {};
    return { type: name, ...(format !== undefined && { format }) };
  });
  const [only] = types;
  return types.length === 1 ? { ...only } : { anyOf: types };
}

function nullable(schema: JsonObject): JsonObject {
  const { type } = schema;
  if (typeof type === 'string') {
    const values = schema['enum'];
    return { ...schema, type: [type, 'null'], ...(Array.isArray(values) && { enum: [...values, null] }) };
  }
  return Object.keys(schema).length === 0 ? schema : { anyOf: [schema, { type: 'null' }] };
}

/** What allowed values are said of: the items of a list. */
function holderOf(schema: JsonObject): JsonObject {
  const { items } = schema;
  return typeof items === 'object' && items !== null && !Array.isArray(items) ? holderOf(items) : schema;
}

/**
 * The values that the table of values lists for a row. It says only names: where several rows have the same one, the list
 * must fall into as many equal parts. Rows that refer to a schema have its values already.
 */
function allowedValues(row: SchemaRow, schema: JsonObject, context: SchemaContext): JsonValue[] | undefined {
  const listed = context.values.get(row.name);
  const count = context.counts.get(row.name) ?? 0;
  const holder = holderOf(schema);
  if (!listed || count === 0 || '$ref' in holder || listed.length % count !== 0) return undefined;
  const own = listed.slice(0, listed.length / count);
  if (listed.some((value, index) => value !== own[index % own.length])) return undefined;
  const isNumber = holder['type'] === 'integer' || holder['type'] === 'number';
  if (isNumber && own.some((value) => value === '' || Number.isNaN(Number(value)))) return undefined;
  if (holder['type'] === 'boolean') return own.map((value) => value === 'true');
  return isNumber ? own.map(Number) : [...own];
}

/** The Reference Object (OAS 3.1, section 4.8.23) to the schema of a name. Gives no diagnostics. */
export function schemaReference(name: string): { readonly $ref: string } {
  return { $ref: `#/components/schemas/${name.replaceAll('~', '~0').replaceAll('/', '~1')}` };
}

import {
  isObject,
  own,
  ownArray,
  ownObject,
  ownString,
  type JsonObject,
  type JsonValue,
} from '../../generator/base/json.ts';
import { localRefPointer, resolvePointer } from '../../generator/base/pointer.ts';

/** What pages can say of a value: of a parameter, a property of a body, or one of an answer. */
export interface Thing {
  readonly name: string;
  readonly type: ScalarType | 'object' | 'array';
  /** The type of the items of an array. */
  readonly items?: ScalarType | 'object';
  readonly isRequired: boolean;
  /** The values that are allowed, where they are words. */
  readonly values: readonly string[];
  readonly text: string;
  /** The properties of an object, or of the objects in an array. */
  readonly inner: readonly Thing[];
  readonly facts?: Facts;
  /** Whether only samples show it. */
  readonly isUnlisted?: boolean;
  /** Whether an object has any keys, each with a value of the type of its items, or an array has arrays of these. */
  readonly within?: 'map' | 'lists';
  /** The value of the property beside it with which it is there. */
  readonly form?: string;
}

/** What pages can say of a scalar value beside its type. */
export interface Facts {
  readonly default?: string | number | boolean;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly format?: 'date-time' | 'date' | 'uuid' | 'email' | 'uri';
  readonly nullable?: true;
  readonly readOnly?: true;
  readonly deprecated?: true;
}

export type ScalarType = 'string' | 'integer' | 'number' | 'boolean';

/** A parameter, and where it stands. */
export interface Parameter extends Thing {
  readonly place: 'path' | 'query' | 'header';
}

/** A call, as far as every manner can write it. */
export interface Call {
  readonly method: string;
  readonly path: string;
  readonly title: string;
  readonly parameters: readonly Parameter[];
  readonly body: readonly Thing[];
  readonly status: string;
  readonly isList: boolean;
  readonly answer: readonly Thing[];
  readonly errors: readonly { readonly status: string; readonly text: string }[];
  /** A further status of success, which has no body. */
  readonly other?: { readonly status: string; readonly text: string };
  readonly isOutdated?: boolean;
}

/** Calls, and what is said of them all. */
export interface Api {
  readonly calls: readonly Call[];
  /** The object that errors carry. */
  readonly failure: readonly Thing[];
  /** The parameters that all calls take. */
  readonly shared: readonly Parameter[];
}

const deepest = 3;
const most = { calls: 8, fields: 12 } as const;
const methods = ['get', 'post', 'put', 'patch', 'delete'];

/** The first calls of a description whose parts every manner can write; what is no plain object is left out. */
export function callsOf(document: JsonObject): Call[] {
  const found: Call[] = [];
  const titles = new Set<string>();
  for (const [path, item] of Object.entries(ownObject(document, 'paths') ?? {})) {
    for (const method of methods) {
      const operation = isObject(item) ? own(item, method) : undefined;
      if (!isObject(item) || !isObject(operation) || found.length === most.calls) continue;
      const call = callOf(document, path, item, method, operation);
      if (!call || titles.has(call.title.toLowerCase())) continue;
      titles.add(call.title.toLowerCase());
      found.push(call);
    }
  }
  return found;
}

function callOf(
  document: JsonObject,
  path: string,
  item: JsonObject,
  method: string,
  operation: JsonObject,
): Call | undefined {
  const title = sentenceOf(ownString(operation, 'summary') ?? wordsOf(ownString(operation, 'operationId') ?? ''), 60);
  if (!/^(?:\/[\w.-]+|\/\{\w+\})+$/.test(path) || !/^[A-Za-z][\w ,'-]+$/.test(title)) return undefined;
  const parameters = [...(ownArray(item, 'parameters') ?? []), ...(ownArray(operation, 'parameters') ?? [])].flatMap(
    (one) => parameterOf(document, resolved(document, one)),
  );
  const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name);
  if (inPath.some((name) => !parameters.some((one) => one.place === 'path' && one.name === name))) return undefined;
  const body =
    own(operation, 'requestBody') === undefined ? undefined : contentOf(document, own(operation, 'requestBody'));
  const answers = Object.entries(ownObject(operation, 'responses') ?? {});
  const [status, answer] = answers.find(([name]) => /^20[01]$/.test(name)) ?? [];
  if (status === undefined) return undefined;
  const schema = contentOf(document, answer ?? {});
  const isList = schema !== undefined && ownString(schema, 'type') === 'array';
  const shown = isList ? resolved(document, own(schema, 'items') ?? {}) : schema;
  return {
    method: method.toUpperCase(),
    path,
    title,
    parameters: parameters.filter(({ place, name }) => place !== 'path' || inPath.includes(name)).slice(0, most.fields),
    body: body ? thingsOf(document, body, 0) : [],
    status,
    isList,
    answer: shown ? thingsOf(document, shown, 0) : [],
    errors: answers.flatMap(([name, one]) => {
      if (!/^4\d\d$/.test(name)) return [];
      const text = sentenceOf(ownString(resolved(document, one), 'description') ?? '', 80);
      return text === '' ? [] : [{ status: name, text }];
    }),
  };
}

function contentOf(document: JsonObject, body: JsonValue | undefined): JsonObject | undefined {
  const media = ownObject(ownObject(resolved(document, body ?? {}), 'content'), 'application/json');
  const schema = media && own(media, 'schema');
  return schema === undefined ? undefined : resolved(document, schema);
}

function parameterOf(document: JsonObject, parameter: JsonObject): Parameter[] {
  const place = ownString(parameter, 'in');
  const name = ownString(parameter, 'name') ?? '';
  const schema = own(parameter, 'schema');
  if ((place !== 'path' && place !== 'query' && place !== 'header') || schema === undefined) return [];
  if (/^(?:authorization|accept|content-type)$/i.test(name)) return [];
  const text = ownString(parameter, 'description');
  const thing = thingOf(document, name, schema, place === 'path' || own(parameter, 'required') === true, deepest, text);
  return thing && thing.type !== 'object' && thing.items !== 'object' ? [{ ...thing, place }] : [];
}

function thingsOf(document: JsonObject, schema: JsonObject, depth: number): Thing[] {
  const required = new Set(ownArray(schema, 'required') ?? []);
  const names = new Set<string>();
  return Object.entries(ownObject(schema, 'properties') ?? {})
    .flatMap(([name, inner]) => {
      const thing = thingOf(document, name, inner, required.has(name), depth);
      if (!thing || names.has(name.toLowerCase())) return [];
      names.add(name.toLowerCase());
      return [thing];
    })
    .slice(0, most.fields);
}

function thingOf(
  document: JsonObject,
  name: string,
  reference: JsonValue,
  isRequired: boolean,
  depth: number,
  said?: string,
): Thing | undefined {
  const schema = resolved(document, reference);
  const type = ownString(schema, 'type');
  if (!/^[A-Za-z_][\w-]*$/.test(name) || ['allOf', 'oneOf', 'anyOf'].some((word) => own(schema, word) !== undefined))
    return undefined;
  const text = sentenceOf(said ?? ownString(schema, 'description') ?? '', 120);
  const base = { name, isRequired, text, values: valuesOf(schema), inner: [] };
  if (isScalarType(type)) return { ...base, type };
  if (type === 'array') {
    const items = resolved(document, own(schema, 'items') ?? {});
    const itemType = ownString(items, 'type');
    if (isScalarType(itemType)) return { ...base, values: [], type, items: itemType };
    const inner = depth < deepest && itemType === 'object' ? thingsOf(document, items, depth + 1) : [];
    return inner.length > 0 ? { ...base, type, items: 'object', inner } : undefined;
  }
  const inner = depth < deepest && type === 'object' ? thingsOf(document, schema, depth + 1) : [];
  return inner.length > 0 ? { ...base, type: 'object', inner } : undefined;
}

const isScalarType = (type: string | undefined): type is ScalarType =>
  type === 'string' || type === 'integer' || type === 'number' || type === 'boolean';

function valuesOf(schema: JsonObject): string[] {
  const values = ownString(schema, 'type') === 'string' ? (ownArray(schema, 'enum') ?? []) : [];
  const words = values.filter((value): value is string => typeof value === 'string' && /^[A-Za-z][\w-]*$/.test(value));
  return words.length === values.length && words.length > 1 && words.length <= 8 ? [...new Set(words)] : [];
}

function resolved(document: JsonObject, value: JsonValue): JsonObject {
  let found: JsonValue | undefined = value;
  for (let turn = 0; turn < 10 && isObject(found) && typeof found['$ref'] === 'string'; turn += 1) {
    const pointer = localRefPointer(found['$ref']);
    found = pointer === undefined ? undefined : resolvePointer(document, pointer);
  }
  return isObject(found) ? found : {};
}

/** Words that say more of a value than its schema does, so that what is read of them would count as invented. */
const telling =
  /\b(?:one of|either|defaults?|required|mandatory|must|optional|optionally|valid|possible|allowed|can be|only|deprecated|null|list of|array|comma|format|minimum|maximum|at least|between|e\.?g|example|always|up to|positive|true|false|integer|number of|string|boolean|date|time|url|uuid|whether|if|characters?|digits?|letters?|iso)\b/i;

/** The first sentence of a text as one plain line; nothing where it is long, marked up, or tells facts of its own. */
function sentenceOf(text: string, longest: number): string {
  const [first = ''] = text.trim().split(/\n|(?<=[.!?])\s/);
  const plain = first.trim().replace(/[.:]$/, '');
  return plain.length <= longest && /^[A-Za-z][\w ,'/-]*$/.test(plain) && !telling.test(plain) ? plain : '';
}

function wordsOf(name: string): string {
  const words = name
    .replaceAll(/([a-z0-9])([A-Z])/g, '$1 $2')
    .replaceAll(/[_.-]+/g, ' ')
    .trim()
    .toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
}

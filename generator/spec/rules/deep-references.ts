import { isObject, own, ownObject, ownString, setOwn, type JsonObject, type JsonValue } from '../../base/json.ts';
import { joinPointer, localRefPointer, pointerTokens, resolvePointer } from '../../base/pointer.ts';
import { trimmed } from '../../base/trim.ts';
import { createMoves, followMoves, pointerRef } from '../dialects/moves.ts';
import { shortDigest } from '../short-digest.ts';
import { visitDescription } from '../walk.ts';
import { menderAt } from './mending/mender.ts';
import type { Rule, RuleContext } from './rule.ts';

/**
 * OAS 3.1, section 4.8.23 allows references into anything. Other rules move what stands inside of operations and schemas,
 * and a type needs a name, so what is referred to becomes a component: a schema by moving there, other parts by copies.
 */
export const deepReferencesRule: Rule = {
  says: 'References lead to components.',
  apply(document, context) {
    copyExamples(document);
    const { schemas, copied } = deepTargets(document);
    dropMisfits(document, schemas, context);
    for (const holder of copied) inlineTarget(document, holder);
    if (schemas.size === 0) return;
    const moves = createMoves();
    // inner targets first, so that they stand for themselves before what is around them moves
    const ordered = [...schemas].toSorted((left, right) => pointerTokens(right).length - pointerTokens(left).length);
    for (const pointer of ordered) hoist(document, pointer, moves.add);
    followMoves(document, moves);
  },
};

/** The pointers that schemas refer to outside of components, and the other parts that refer there. */
function deepTargets(document: JsonObject): { schemas: Set<string>; copied: JsonObject[] } {
  const schemas = new Set<string>();
  const copied: JsonObject[] = [];
  const holders = new Set<JsonObject>();
  visitDescription(document, {
    reference: (holder) => {
      if (isDeep(holder)) copied.push(holder);
    },
    enterSchema: (schema) => {
      holders.add(schema);
      const pointer = isDeep(schema) ? localRefPointer(ownString(schema, '$ref') ?? '') : undefined;
      if (pointer !== undefined) schemas.add(joinPointer('', ...pointerTokens(pointer)));
    },
  });
  return { schemas, copied: copied.filter((holder) => !holders.has(holder)) };
}

/** An example that is nothing but a reference is meant to be what it leads to, although OpenAPI takes it as data. */
function copyExamples(document: JsonObject): void {
  const copy = (holder: JsonObject, key: string): void => {
    const value = own(holder, key);
    const isReference = isObject(value) && Object.keys(value).length === 1;
    const pointer = isReference ? localRefPointer(ownString(value, '$ref') ?? '') : undefined;
    const target = pointer === undefined ? undefined : resolvePointer(document, pointer);
    if (target !== undefined && target !== value) holder[key] = structuredClone(target);
  };
  visitDescription(document, {
    object: (object, name) => copy(object, name === 'example' ? 'value' : 'example'),
    enterSchema: (schema) => copy(schema, 'example'),
  });
}

/** Takes away the references of schemas to what is known to be no schema. */
function dropMisfits(document: JsonObject, schemas: Set<string>, context: RuleContext): void {
  if (schemas.size === 0) return;
  const misfits = new Set<string>();
  visitDescription(document, {
    object: (_object, _name, pointer) => {
      if (schemas.delete(pointer)) misfits.add(pointer);
    },
  });
  if (misfits.size === 0) return;
  visitDescription(document, {
    enterSchema: (schema, _pointer, evident) => {
      const pointer = localRefPointer(ownString(schema, '$ref') ?? '');
      if (pointer === undefined || !misfits.has(joinPointer('', ...pointerTokens(pointer)))) return;
      const what = `the reference "${ownString(schema, '$ref') ?? ''}"`;
      menderAt(context, evident).dropped(what, 'it leads to what is no schema');
      schema['x-uncertain'] = [`${what} leads to what is no schema`];
      delete schema['$ref'];
    },
  });
}

function isDeep(holder: JsonObject): boolean {
  const pointer = localRefPointer(ownString(holder, '$ref') ?? '');
  return pointer !== undefined && !/^\/components\/\w+\/[^/]+$/.test(pointer);
}

/** Puts a copy of what a part refers to in its place. */
function inlineTarget(document: JsonObject, holder: JsonObject): void {
  for (let steps = 0; isDeep(holder) && steps < 20; steps += 1) {
    const pointer = localRefPointer(ownString(holder, '$ref') ?? '') ?? '';
    const target = resolvePointer(document, pointer);
    delete holder['$ref'];
    if (!isObject(target) || target === holder) return;
    for (const [key, value] of Object.entries(structuredClone(target))) {
      if (!Object.hasOwn(holder, key)) setOwn(holder, key, value);
    }
  }
}

function hoist(document: JsonObject, pointer: string, move: (from: string, to: string) => void): void {
  const target = resolvePointer(document, pointer);
  if (target === undefined || typeof target === 'string' || typeof target === 'number' || target === null) return;
  const components = ownObject(document, 'components') ?? {};
  document['components'] = components;
  const schemas = ownObject(components, 'schemas') ?? {};
  components['schemas'] = schemas;
  const name = freeName(schemas, pointer);
  const to = joinPointer('/components/schemas', name);
  move(pointer, to);
  const ref = ownString(target, '$ref');
  if (ref !== undefined && isObject(target) && Object.keys(target).length === 1) {
    setOwn(schemas, name, { $ref: ref });
    return;
  }
  setOwn(schemas, name, target);
  replaceAt(document, pointer, { $ref: pointerRef(to) });
}

function replaceAt(document: JsonObject, pointer: string, value: JsonObject): void {
  const tokens = pointerTokens(pointer);
  const last = tokens.at(-1);
  const parent: JsonValue | undefined = resolvePointer(document, joinPointer('', ...tokens.slice(0, -1)));
  if (last === undefined) return;
  if (Array.isArray(parent)) parent[Number(last)] = value;
  else if (isObject(parent)) setOwn(parent, last, value);
}

/** Tokens of a pointer that say what stands there rather than how it is called. */
const structural: ReadonlySet<string> = new Set(
  'components schemas paths properties content schema responses parameters requestBody allOf $defs'.split(' '),
);

/** A name made of the pointer alone: `/components/schemas/Pet/properties/tags` → Pet_tags. */
function freeName(schemas: JsonObject, pointer: string): string {
  const words = pointerTokens(pointer).filter(
    (token) => !structural.has(token) && !/^[\w.*+-]+\/[\w.*+-]+$/.test(token),
  );
  const name = words
    .map((token) => trimmed(token.replaceAll(/[^\w.-]+/g, '_'), '_'))
    .filter((word) => word !== '')
    .join('_');
  const isFree = name !== '' && own(schemas, name) === undefined;
  return isFree ? name : `${name === '' ? 'schema' : name}_${shortDigest(pointer)}`;
}

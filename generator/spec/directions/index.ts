import { isObject, mapObject, own, ownString, setOwn, type JsonObject, type JsonValue } from '../../base/json.ts';
import { memberShape, type Shape } from '../grammar.ts';
import type { Spec } from '../openapi.ts';
import { carriedBy, hasMarks } from './carried.ts';
import { planSplits } from './plan.ts';
import { rewriteSchema, type Rewriting } from './rewrite.ts';
import { enter, enterMember, start, tagNames, type Standing } from './usage.ts';

/**
 * A normalized spec in which requests and responses say only what they carry: without `readOnly` properties in
 * requests and `writeOnly` ones in responses, by JSON Schema Validation 2020-12, section 9.4. A component that differs
 * stands for what responses carry, and gets a twin for requests (`Pet`, `PetInput`); all that refers to it follows.
 * Discriminators keep their values. Webhooks and callbacks go the other way. The spec itself, where nothing differs.
 */
export function splitDirections(spec: Spec): Spec {
  if (!hasMarks(spec)) return spec;
  const carried = carriedBy(spec, tagNames(spec));
  const splits = planSplits(spec, carried);
  const rewriting: Omit<Rewriting, 'direction'> = { carried, splits };
  return rewrite(spec, { kind: 'object', name: 'root' }, start, rewriting) as Spec;
}

function rewrite(value: JsonValue, shape: Shape, outer: Standing, rewriting: Omit<Rewriting, 'direction'>): JsonValue {
  if (shape.kind === 'list') {
    return Array.isArray(value) ? value.map((item) => rewrite(item, shape.of, outer, rewriting)) : value;
  }
  if (!isObject(value)) return value;
  if (shape.kind === 'map') return mapObject(value, (item) => rewrite(item, shape.of, outer, rewriting));
  if (shape.kind === 'schema') {
    return outer.direction ? rewriteSchema(value, { ...rewriting, direction: outer.direction }) : value;
  }
  if (shape.kind !== 'object') return value;
  const standing = enter(shape.name, outer);
  const isComponents = shape.name === 'components';
  return mapObject(value, (member, key) => {
    if (isComponents && key === 'schemas' && isObject(member)) return componentSchemas(member, rewriting);
    const inner = memberShape(shape.name, key);
    return inner ? rewrite(member, inner, enterMember(shape.name, key, standing), rewriting) : member;
  });
}

/** Each component schema as its key stands for it, and beside it the twin for requests, if it has one. */
function componentSchemas(schemas: JsonObject, rewriting: Omit<Rewriting, 'direction'>): JsonObject {
  const result: JsonObject = {};
  for (const key of Object.keys(schemas)) {
    const schema = own(schemas, key) ?? true;
    const split = rewriting.splits.get(key);
    const plain = split?.plain ?? 'response';
    setOwn(result, key, split ? rewriteSchema(schema, { ...rewriting, direction: plain }) : schema);
    if (!split || split.request === key) continue;
    const twin = rewriteSchema(schema, { ...rewriting, direction: 'request' });
    setOwn(result, split.request, isObject(twin) ? { ...twin, ...twinNotes(twin, key) } : twin);
  }
  return result;
}

/** What a twin says of itself. */
function twinNotes(twin: JsonObject, key: string): JsonObject {
  const text = ownString(twin, 'description') ?? ownString(twin, 'title');
  const note = `What requests carry of \`${key}\`.`;
  return { description: text === undefined ? note : `${text}\n\n${note}`, 'x-input-of': key };
}

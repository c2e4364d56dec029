import { isObject, own, ownObject, type JsonObject, type JsonValue } from '../../base/json.ts';
import { typeName } from '../../base/names.ts';
import type { Carried, Direction } from './carried.ts';
import { componentReferences, schemaParts, usedBy } from './usage.ts';

/** What becomes of a component schema whose content differs by direction. */
export interface Split {
  /** The key of what requests carry; the plain key if only requests carry it. */
  readonly request: string;
  /** Which direction the plain key stands for. */
  readonly plain: Direction;
}

/**
 * The component schemas that differ by direction, by key. Under its own key stands what responses carry, or what
 * requests carry if no response does; where both do, what requests carry gets a key of its own: `PetInput`.
 */
export function planSplits(spec: JsonObject, carried: Carried): ReadonlyMap<string, Split> {
  const schemas = ownObject(ownObject(spec, 'components'), 'schemas') ?? {};
  const used = usedBy(spec);
  const taken = takenNames(spec, schemas);
  const splits = new Map<string, Split>();
  for (const key of differing(spec, schemas, carried)) {
    const inRequests = used.get('request')?.has(key) === true;
    const inResponses = used.get('response')?.has(key) === true;
    if (!inRequests && !inResponses) continue;
    if (!inRequests) splits.set(key, { request: key, plain: 'response' });
    else if (!inResponses) splits.set(key, { request: key, plain: 'request' });
    else splits.set(key, { request: inputKey(key, taken), plain: 'response' });
  }
  return splits;
}

/** The components with a property that one direction leaves out, and those that lead to one. */
function differing(spec: JsonObject, schemas: JsonObject, carried: Carried): ReadonlySet<string> {
  const found = new Set(Object.keys(schemas).filter((key) => omitsAnything(own(schemas, key), carried)));
  const users = new Map<string, string[]>();
  for (const [key, targets] of componentReferences(spec)) {
    for (const target of targets) {
      const known = users.get(target);
      if (known) known.push(key);
      else users.set(target, [key]);
    }
  }
  // a Set takes what is added while it is walked
  for (const key of found) for (const user of users.get(key) ?? []) found.add(user);
  // in document order, so that names do not depend on how they were found
  return new Set(Object.keys(schemas).filter((key) => found.has(key)));
}

function omitsAnything(schema: JsonValue | undefined, carried: Carried): boolean {
  if (!isObject(schema)) return false;
  const properties = Object.entries(ownObject(schema, 'properties') ?? {});
  const omits = properties.some(
    ([name, property]) => carried.omits(name, property, 'request') || carried.omits(name, property, 'response'),
  );
  return omits || schemaParts(schema).some((part) => omitsAnything(part, carried));
}

/** The names of types that the document asks for already: those of its schemas and those of its operations' inputs. */
function takenNames(spec: JsonObject, schemas: JsonObject): Set<string> {
  const names = new Set<string>(Object.keys(schemas).map((key) => typeName(key, 'Schema')));
  for (const item of Object.values(ownObject(spec, 'paths') ?? {})) {
    for (const operation of isObject(item) ? Object.values(item) : []) {
      const id = own(operation, 'operationId');
      if (typeof id === 'string') names.add(`${typeName(id, 'Operation')}Input`);
    }
  }
  return names;
}

/** `PetInput`; where the document has that name for something else, `PetInputSchema`, and so on. */
function inputKey(key: string, taken: Set<string>): string {
  for (let candidate = `${key}Input`; ; candidate += 'Schema') {
    const name = typeName(candidate, 'Schema');
    if (taken.has(name)) continue;
    taken.add(name);
    return candidate;
  }
}

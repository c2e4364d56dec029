import type { Identifier } from '../../base/names.ts';
import type { Schema } from '../../model/model.ts';
import { partsOf, type SchemasByName } from './parts.ts';

/** Whether a schema holds, at any depth, something that a newer API may add to. */
export function holdsOpen(schema: Schema, schemas: SchemasByName): boolean {
  return isOpenHere(schema) || referencesIn(schema).some((name) => openSchemas(schemas).has(name));
}

/** Asked for every union: the answer for named schemas is found once. */
const known = new WeakMap<SchemasByName, ReadonlySet<Identifier>>();

/** The named schemas that hold something open, themselves or in what they refer to. */
function openSchemas(schemas: SchemasByName): ReadonlySet<Identifier> {
  const found = known.get(schemas) ?? findOpen(schemas);
  known.set(schemas, found);
  return found;
}

function findOpen(schemas: SchemasByName): ReadonlySet<Identifier> {
  const users = new Map<Identifier, Identifier[]>();
  const open = new Set<Identifier>();
  for (const [name, schema] of schemas) {
    if (isOpenHere(schema)) open.add(name);
    for (const target of referencesIn(schema)) {
      const list = users.get(target);
      if (list) list.push(name);
      else users.set(target, [name]);
    }
  }
  // a Set takes what is added while it is walked
  for (const name of open) for (const user of users.get(name) ?? []) open.add(user);
  return open;
}

function isOpenHere(schema: Schema): boolean {
  if (schema.kind === 'literal') return schema.open === true;
  return (schema.kind === 'union' && schema.tag?.open === true) || partsOf(schema).some(isOpenHere);
}

function referencesIn(schema: Schema): Identifier[] {
  return schema.kind === 'reference' ? [schema.name] : partsOf(schema).flatMap(referencesIn);
}

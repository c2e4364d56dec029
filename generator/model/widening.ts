import type { Identifier } from '../base/names.ts';
import type { BuildContext } from './context.ts';
import type { NamedSchema, Schema } from './model.ts';
import { allSchemas, mapChildren } from './walk.ts';

/**
 * The same schemas, made safe where a part is wider than the document (a keyword left out, a lost reference, a hint
 * that is not enforced). A wider schema refuses less, but a `not`, an untagged `oneOf`, an `if`, a most number of
 * `contains` or the leftovers of `unevaluatedProperties` around it would refuse more: they give way to anything, to
 * `anyOf`, to either outcome, and to no limit.
 */
export function widenAroundLosses(context: BuildContext, schemas: readonly NamedSchema[]): NamedSchema[] {
  const lossy = lossFinder(context, schemas);
  return schemas.map((named) => ({ ...named, schema: widen(named.schema, lossy) }));
}

function widen(schema: Schema, lossy: (schema: Schema) => boolean): Schema {
  const changed = withoutLeftovers(
    mapChildren(schema, (child) => widen(child, lossy)),
    lossy,
  );
  if (changed.kind === 'not' && lossy(changed.schema)) {
    return { kind: 'unknown', pointer: changed.pointer, docs: changed.docs, hedged: changed.hedged };
  }
  if (changed.kind === 'conditional' && lossy(changed.condition)) {
    const { whenTrue, whenFalse, pointer, docs, hedged } = changed;
    return { kind: 'union', mode: 'anyOf', branches: [whenTrue, whenFalse], pointer, docs, hedged };
  }
  if (changed.kind === 'union' && changed.mode === 'oneOf' && !changed.tag && changed.branches.some(lossy)) {
    return { ...changed, mode: 'anyOf' };
  }
  if (changed.kind === 'array' && changed.contains?.maximum !== undefined && lossy(changed.contains.schema)) {
    const { maximum: _maximum, ...contains } = changed.contains;
    return { ...changed, contains };
  }
  return changed;
}

/** What a lost part looked at cannot be told from what nothing looks at. */
function withoutLeftovers(schema: Schema, lossy: (schema: Schema) => boolean): Schema {
  const { unevaluated, ...rest } = schema;
  return unevaluated && lossy(rest) ? rest : schema;
}

/** Tells whether a schema, or one it refers to, holds a loss. */
function lossFinder(context: BuildContext, schemas: readonly NamedSchema[]): (schema: Schema) => boolean {
  const places = new Set<string>();
  for (const loss of context.losses) {
    for (let end = loss.length; end > 0; end = loss.lastIndexOf('/', end - 1)) places.add(loss.slice(0, end));
  }
  const names = new Set<Identifier>();
  const lossy = (schema: Schema): boolean => {
    for (const part of allSchemas(schema)) {
      if (part.hedged || places.has(part.pointer) || (part.kind === 'reference' && names.has(part.name))) return true;
    }
    return false;
  };
  const users = usersOf(schemas);
  const pending = schemas.filter(({ schema }) => lossy(schema)).map(({ name }) => name);
  for (let name = pending.pop(); name !== undefined; name = pending.pop()) {
    if (names.has(name)) continue;
    names.add(name);
    for (const user of users.get(name) ?? []) pending.push(user);
  }
  return names.size === 0 ? () => false : lossy;
}

/** For each name, the schemas that refer to it. */
function usersOf(schemas: readonly NamedSchema[]): Map<Identifier, Identifier[]> {
  const users = new Map<Identifier, Identifier[]>();
  for (const { name, schema } of schemas) {
    for (const part of allSchemas(schema)) {
      if (part.kind !== 'reference') continue;
      const known = users.get(part.name);
      if (known) known.push(name);
      else users.set(part.name, [name]);
    }
  }
  return users;
}

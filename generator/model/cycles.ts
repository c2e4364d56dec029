import type { Identifier } from '../base/names.ts';
import { reportUnsupported, type BuildContext } from './context.ts';
import { emptyDocs } from './docs.ts';
import type { NamedSchema, Schema } from './model.ts';
import { mapChildren } from './walk.ts';

/** What a value must itself match for `schema` to hold: through these a name may not come back to itself. */
function sameValue(schema: Schema): readonly Schema[] {
  if (schema.kind === 'conditional') return [schema.condition, schema.whenTrue, schema.whenFalse];
  if (schema.kind === 'union') return schema.branches;
  if (schema.kind === 'intersection') return schema.members;
  return schema.kind === 'not' ? [schema.schema] : [];
}

function sameValueNames(schema: Schema): Identifier[] {
  return schema.kind === 'reference' ? [schema.name] : sameValue(schema).flatMap(sameValueNames);
}

/**
 * The same schemas without references by which a schema would be defined as itself (`A: {$ref: A}`), which no value
 * could ever be checked against; `model/unsupported` for each. Recursion through properties or items is fine and stays.
 */
export function breakEndlessReferences(context: BuildContext, schemas: readonly NamedSchema[]): NamedSchema[] {
  const edges = new Map(schemas.map((named) => [named.name, sameValueNames(named.schema)]));
  const endless = backEdges(edges);
  return schemas.map((named) => {
    const names = endless.get(named.name);
    return names ? { ...named, schema: without(context, named.schema, names) } : named;
  });
}

/** For each name, the references of it that close a circle; found depth first, without recursion. */
function backEdges(edges: ReadonlyMap<Identifier, readonly Identifier[]>): Map<Identifier, Set<Identifier>> {
  const found = new Map<Identifier, Set<Identifier>>();
  const done = new Set<Identifier>();
  for (const start of edges.keys()) {
    const path: { name: Identifier; next: number }[] = done.has(start) ? [] : [{ name: start, next: 0 }];
    const open = new Set<Identifier>([start]);
    for (let top = path.at(-1); top; top = path.at(-1)) {
      const target = edges.get(top.name)?.[top.next];
      top.next += 1;
      if (target === undefined) {
        open.delete(top.name);
        done.add(top.name);
        path.pop();
      } else if (open.has(target)) {
        found.set(top.name, (found.get(top.name) ?? new Set<Identifier>()).add(target));
      } else if (!done.has(target)) {
        open.add(target);
        path.push({ name: target, next: 0 });
      }
    }
  }
  return found;
}

function without(context: BuildContext, schema: Schema, names: ReadonlySet<Identifier>): Schema {
  if (schema.kind === 'reference' && names.has(schema.name)) {
    reportUnsupported(context, schema.pointer, `the reference to ${schema.name}`, 'it defines the schema as itself');
    return { kind: 'unknown', pointer: schema.pointer, docs: emptyDocs, hedged: false };
  }
  if (sameValue(schema).length === 0) return schema;
  const parts = new Set(sameValue(schema));
  return mapChildren(schema, (child) => (parts.has(child) ? without(context, child, names) : child));
}

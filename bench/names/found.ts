import { own, ownArray, ownObject, ownString, type JsonObject, type JsonValue } from '../../generator/base/json.ts';
import { alternatives, contentSchema, resolve, type Spec } from './schema.ts';
import { partsOf, printedText, type Operation } from './truth.ts';

/** A described property or parameter of the description that was made of a page. */
export interface Found {
  readonly name: string;
  readonly text: string;
  readonly hedged: boolean;
}

const deepest = 12;

/** What the made description says, by the keys of `printedOf`. */
export function foundIn(operation: Operation, spec: Spec): { described: Map<string, Found>; names: Set<string> } {
  const described = new Map<string, Found>();
  const names = new Set<string>();
  const { parameters, body, response } = partsOf(operation, spec);
  for (const parameter of parameters) {
    const name = ownString(parameter, 'name') ?? '';
    note(`${ownString(parameter, 'in') ?? ''} ${name}`, name, [parameter, resolve(own(parameter, 'schema'), spec)]);
  }
  walk(contentSchema(body, spec), 'request', [], 0);
  walk(contentSchema(response, spec), 'response', [], 0);
  return { described, names };

  function note(key: string, name: string, nodes: readonly JsonObject[]): void {
    names.add(key);
    for (const node of nodes) {
      const text = printedText(ownString(node, 'description') ?? '');
      const hedged = own(node, 'x-confidence') === 'low';
      if (text !== '' && !described.has(key)) described.set(key, { name, text, hedged });
    }
  }

  function walk(schema: JsonObject, part: string, steps: readonly string[], depth: number): void {
    if (depth > deepest) return;
    for (const one of partsOfSchema(schema)) {
      for (const [name, property] of Object.entries(ownObject(one, 'properties') ?? {})) {
        const child = resolve(property, spec);
        const path = [...steps, name];
        note(`${part} ${path.join('.')}`, name, [property as JsonObject, child, ...partsOfSchema(child)]);
        walk(child, part, path, depth + 1);
      }
      const items = own(one, 'items');
      if (items !== undefined) walk(resolve(items, spec), part, steps.length > 0 ? [...steps, '[]'] : steps, depth + 1);
    }
  }

  function partsOfSchema(schema: JsonObject, level = 0): JsonObject[] {
    const parts: readonly JsonValue[] = [...(ownArray(schema, 'allOf') ?? []), ...(alternatives(schema) ?? [])];
    if (level > 3) return [schema];
    return [schema, ...parts.flatMap((part) => partsOfSchema(resolve(part, spec), level + 1))];
  }
}

import { ownObject, setOwn, type JsonObject } from '../../base/json.ts';
import { unique } from '../../base/order.ts';
import type { Fact } from '../../evidence/evidence.ts';
import type { FactNode } from './fact-tree.ts';
import { isRequired } from './presence.ts';

/**
 * The keywords of a union of objects told apart by a property (OAS 3.1, section 4.8.25): each branch is an object of its own, with
 * what is said of all forms and what is said of it. Gives no diagnostics but those of `schemaOf`, which makes the schema of a part.
 */
export function unionSchema(
  node: FactNode,
  { tag, values }: Extract<Fact, { kind: 'union' }>,
  schemaOf: (part: FactNode) => JsonObject,
): JsonObject {
  const names = unique([...values, ...node.branches.keys()]);
  // what samples show of them stands in the branches already
  const own = new Set([...node.branches.values()].flatMap((branch) => [...branch.properties.keys()]));
  const shared: { readonly name: string; readonly schema: JsonObject; readonly required: boolean }[] = [];
  for (const [name, child] of node.properties) {
    const isShown = child.evidence.every(({ method }) => method === 'sample');
    if (own.has(name) && isShown) continue;
    shared.push({ name, schema: schemaOf(child), required: isRequired(child) });
  }
  const branches = names.map((value) => {
    const branch = node.branches.get(value);
    const schema = branch ? schemaOf(branch) : {};
    const common: JsonObject = {};
    // a branch that has a form of it has what is said of all of them
    const rest = shared.filter(({ name }) => !branch?.properties.has(name));
    for (const one of rest) setOwn(common, one.name, structuredClone(one.schema));
    const required = rest.flatMap((one) => (one.required ? [one.name] : []));
    return branchSchema({ schema, tag, value, common, required });
  });
  return { oneOf: branches, discriminator: { propertyName: tag } };
}

interface BranchParts {
  readonly schema: JsonObject;
  readonly tag: string;
  readonly value: string;
  readonly common: JsonObject;
  readonly required: readonly string[];
}

function branchSchema({ schema, tag, value, common, required }: BranchParts): JsonObject {
  const others = { ...common, ...ownObject(schema, 'properties') };
  const known = ownObject(others, tag);
  const constant: JsonObject = { type: 'string', const: value };
  if (known) {
    for (const key of ['description', 'x-evidence']) if (known[key] !== undefined) constant[key] = known[key];
  }
  const own = Array.isArray(schema['required']) ? schema['required'] : [];
  return {
    ...schema,
    type: 'object',
    properties: { [tag]: constant, ...Object.fromEntries(Object.entries(others).filter(([name]) => name !== tag)) },
    required: unique([tag, ...required, ...own]),
  };
}

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
  const common: JsonObject = {};
  const required: string[] = [];
  for (const [name, child] of node.properties) {
    if (own.has(name)) continue;
    setOwn(common, name, schemaOf(child));
    if (isRequired(child)) required.push(name);
  }
  const branches = names.map((value) => {
    const branch = node.branches.get(value);
    const schema = branch ? schemaOf(branch) : {};
    return branchSchema({ schema, tag, value, common: structuredClone(common), required });
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

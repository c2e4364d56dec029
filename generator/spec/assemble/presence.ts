import { factsOf, type FactNode } from './fact-tree.ts';
import { isDescribed } from './referred.ts';

/**
 * Whether the strongest statement about it says that the part must be present. Of which nothing is said but that it holds
 * others (the `a` of `a.b`, or a wrapper that samples show), that is there where one of them must be.
 */
export function isRequired(node: FactNode): boolean {
  const known = decided.get(node);
  if (known !== undefined) return known;
  const stated = factsOf(node.evidence, 'required')[0];
  const found = stated ? stated.fact.value : isOnlyShown(node) && [...node.properties.values()].some(isRequired);
  decided.set(node, found);
  return found;
}

/** What was decided of each node: each level of a body asks about all that are below it. */
const decided = new WeakMap<FactNode, boolean>();

function isOnlyShown(node: FactNode): boolean {
  return node.evidence.every((one) => one.method === 'sample');
}

/** Whether a part is the wrapper of a whole body: the only one in it, shown by samples, with described parts within. */
export function isWrapper(part: FactNode, node: FactNode): boolean {
  return node.name === '' && node.properties.size === 1 && isOnlyShown(part) && isDescribed(part);
}

/** Whether a body is never empty: one of its parts must be there, or one in each of the forms that it has. */
export function hasRequired({ properties, branches }: FactNode): boolean {
  const forms = [...branches.values()];
  return (
    [...properties.values()].some(isRequired) ||
    (forms.length > 0 && forms.every((form) => [...form.properties.values()].some(isRequired)))
  );
}

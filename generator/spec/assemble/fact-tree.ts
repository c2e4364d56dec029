import { compareLocations, lineRange } from '../../base/location.ts';
import { groupBy, unique } from '../../base/order.ts';
import type { Confidence, Evidence, Fact, Method, Step } from '../../evidence/evidence.ts';

/** Everything known about one part of a body (or about a parameter), and about the parts within it. */
export interface FactNode {
  /** Its last property name, for messages and placeholders. */
  readonly name: string;
  readonly evidence: Evidence[];
  readonly properties: Map<string, FactNode>;
  readonly branches: Map<string, FactNode>;
  items: FactNode | undefined;
  values: FactNode | undefined;
}

/** A node about which nothing is known yet. */
export function createNode(name: string): FactNode {
  return { name, evidence: [], properties: new Map(), branches: new Map(), items: undefined, values: undefined };
}

/** The node that `path` leads to, made where it is missing. */
export function nodeAt(root: FactNode, path: readonly Step[]): FactNode {
  let node = root;
  for (const step of path) node = child(node, step);
  return node;
}

function child(node: FactNode, step: Step): FactNode {
  switch (step.kind) {
    case 'property':
      return inMap(node.properties, step.name, step.name);
    case 'branch':
      return inMap(node.branches, step.value, node.name);
    case 'items':
      return (node.items ??= createNode(node.name));
    case 'values':
      return (node.values ??= createNode(node.name));
  }
}

function inMap(map: Map<string, FactNode>, key: string, name: string): FactNode {
  const known = map.get(key);
  if (known) return known;
  const node = createNode(name);
  map.set(key, node);
  return node;
}

/** A fact of one kind with where it stands. */
export interface Stated<F extends Fact = Fact> {
  readonly fact: F;
  readonly evidence: Evidence;
}

/** The order in which contradictions are decided; the first is the strongest. */
const methodOrder: readonly Method[] = ['spec', 'attribute', 'cell', 'prose', 'label', 'sample', 'name'];
const confidenceOrder: readonly Confidence[] = ['high', 'medium', 'low'];

/** The facts of one kind, strongest first: by method, then confidence, then order of appearance. */
export function factsOf<K extends Fact['kind']>(
  evidence: readonly Evidence[],
  kind: K,
): Stated<Extract<Fact, { kind: K }>>[] {
  const found: Stated<Extract<Fact, { kind: K }>>[] = [];
  for (const one of evidence) {
    if (one.fact.kind === kind) found.push({ fact: one.fact as Extract<Fact, { kind: K }>, evidence: one });
  }
  return found.toSorted((left, right) => strength(left.evidence) - strength(right.evidence));
}

function strength(evidence: Evidence): number {
  return methodOrder.indexOf(evidence.method) * 10 + confidenceOrder.indexOf(evidence.confidence);
}

/** What some evidence leaves open, each once: the texts of `x-uncertain`. */
export function uncertainTexts(evidence: readonly Evidence[]): string[] {
  return unique(factsOf(evidence, 'uncertain').map(({ fact }) => fact.text));
}

/** The distinct places of some evidence, as `x-evidence` lists them: one entry a document, its lines in order (`page.md:3,7-9`). */
export function evidenceList(evidence: readonly Evidence[]): string[] {
  const documents = groupBy(
    evidence.toSorted((left, right) => compareLocations(left.location, right.location)),
    (one) => one.location.document,
  );
  return [...documents].map(
    ([document, list]) => `${document}:${unique(list.map((one) => lineRange(one.location))).join(',')}`,
  );
}

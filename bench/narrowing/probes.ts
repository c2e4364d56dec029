import type { Branch, Union } from './unions.ts';

/** A condition on `value` that holds for every value of one branch and for none of the others, by the document. */
export interface Probe {
  /** TypeScript. */
  readonly condition: string;
  /** The property and values that it tests, if that is how it tells. */
  readonly tag: { readonly property: string; readonly values: readonly (string | number | boolean)[] } | undefined;
}

interface Test extends Probe {
  readonly refuses: ReadonlySet<Branch>;
}

/** The conditions to try for a branch: by the tag, by constants first, by keys first. */
export function probesFor(union: Union, branch: Branch): Probe[] {
  const others = union.branches.filter((other) => other !== branch);
  const types = typeTests(union, branch, others);
  if (!branch.shape.types.has('object') || branch.shape.types.size > 1) return covers(types, others);
  const constants = constantTests(branch, others);
  const keys = keyTests(branch, others);
  return [
    ...covers([...types, ...tagTests(union, branch)], others),
    ...covers([...types, ...constants, ...keys], others),
    ...covers([...types, ...keys, ...constants], others),
  ];
}

/** The tests that together refuse all others, taken greedily in the order given. */
function covers(tests: readonly Test[], others: readonly Branch[]): Probe[] {
  let left = [...others];
  const chosen: Test[] = [];
  for (const test of tests) {
    if (!left.some((other) => test.refuses.has(other))) continue;
    chosen.push(test);
    left = left.filter((other) => !test.refuses.has(other));
  }
  if (left.length > 0 || chosen.length === 0) return [];
  return [
    { condition: chosen.map(({ condition }) => condition).join(' && '), tag: chosen.find(({ tag }) => tag)?.tag },
  ];
}

function typeTests(union: Union, { shape }: Branch, others: readonly Branch[]): Test[] {
  const [type, second] = shape.types;
  if (type === undefined || second !== undefined) return [];
  const refuses = new Set(others.filter((other) => other.shape.types.size > 0 && !other.shape.types.has(type)));
  if (refuses.size === 0) return [];
  const hasArrays = union.branches.some((one) => one.shape.types.has('array'));
  const object = `typeof value === 'object' && value !== null${hasArrays ? ' && !Array.isArray(value)' : ''}`;
  const condition =
    type === 'object' ? object : type === 'array' ? 'Array.isArray(value)' : `typeof value === '${type}'`;
  return [{ condition, tag: undefined, refuses }];
}

function tagTests(union: Union, branch: Branch): Test[] {
  const [first] = branch.tags;
  if (union.tag === undefined || first === undefined) return [];
  const own = branch.shape.properties.get(union.tag)?.constants;
  const stated = own && !own.includes(first) ? own : branch.tags;
  return [equals(union.tag, stated, new Set(union.branches))];
}

function equals(property: string, values: readonly (string | number | boolean)[], refuses: ReadonlySet<Branch>): Test {
  const condition = `(${values.map((value) => `value${access(property)} === ${JSON.stringify(value)}`).join(' || ')})`;
  return { condition, tag: { property, values }, refuses };
}

function constantTests(branch: Branch, others: readonly Branch[]): Test[] {
  return [...branch.shape.properties].flatMap(([property, { constants, required }]) => {
    if (!constants) return [];
    const refuses = others.filter((other) => {
      const theirs = other.shape.properties.get(property)?.constants;
      return theirs?.every((value) => !constants.includes(value));
    });
    // a value without the property is of this branch all the same, but the test still holds for nothing else
    return refuses.length > 0 && (required || constants.length > 0)
      ? [equals(property, constants, new Set(refuses))]
      : [];
  });
}

function keyTests(branch: Branch, others: readonly Branch[]): Test[] {
  const present = [...branch.shape.properties].flatMap(([property, { required }]) => {
    const refuses = others.filter((other) => other.shape.types.has('object') && !other.shape.properties.has(property));
    return required && refuses.length > 0
      ? [{ condition: `${JSON.stringify(property)} in value`, tag: undefined, refuses: new Set(refuses) }]
      : [];
  });
  const foreign = new Set(others.flatMap((other) => [...other.shape.properties.keys()]));
  const absent = [...foreign].flatMap((property) => {
    const refuses = others.filter((other) => other.shape.properties.get(property)?.required === true);
    return !branch.shape.properties.has(property) && refuses.length > 0
      ? [{ condition: `!(${JSON.stringify(property)} in value)`, tag: undefined, refuses: new Set(refuses) }]
      : [];
  });
  const bySize = (left: Test, right: Test): number => right.refuses.size - left.refuses.size;
  return [...present.toSorted(bySize), ...absent.toSorted(bySize)];
}

/** `.name` or `["name"]`. */
function access(property: string): string {
  return /^[A-Za-z_$][\w$]*$/.test(property) ? `.${property}` : `[${JSON.stringify(property)}]`;
}

import { ownObject, ownString, type JsonObject } from '../../base/json.ts';
import { derivedName } from '../../base/names.ts';
import { compareText, groupBy } from '../../base/order.ts';
import { distinctPathName, isPlainPath, pathName } from '../operation-names.ts';
import { pathOperations, visitObjects } from '../walk.ts';
import { menderAt } from './mending/mender.ts';
import type { Rule, RuleContext } from './rule.ts';

/**
 * OAS 3.1, section 4.8.10: operationId is optional there, but every operation needs a name in code. A derived name hangs
 * on method and path alone. Where several would be the same, a path that can be told from its name keeps it, and the
 * others get a digest of method and path; so an operation is renamed only if another comes that wants the same name, and
 * never by the order in which they stand.
 */
export const operationIdsRule: Rule = {
  says: 'Every operation of a path has an operationId, no two share one, and a derived one hangs on its method and path alone.',
  apply(document, context) {
    const operations = listOperations(document);
    const taken = keepGiven(operations, context);
    dropElsewhere(document, operations, taken, context);
    const nameless = operations.filter(({ operation }) => operation['operationId'] === undefined);
    for (const [name, group] of groupBy(nameless, ({ method, path }) => pathName(method, path))) {
      const plain = group.filter(({ path }) => isPlainPath(path));
      const heir = taken.has(name)
        ? undefined
        : group.length === 1
          ? group[0]
          : plain.length === 1
            ? plain[0]
            : undefined;
      for (const one of group) nameOperation(one, one === heir ? name : distinctPathName(one.method, one.path), taken);
    }
  },
};

interface PlacedOperation {
  readonly method: string;
  readonly path: string;
  readonly operation: JsonObject;
}

function listOperations(document: JsonObject): PlacedOperation[] {
  const list: PlacedOperation[] = [];
  for (const [path, item] of Object.entries(ownObject(document, 'paths') ?? {})) {
    if (!path.startsWith('/')) continue;
    for (const { method, operation } of pathOperations(item)) list.push({ method, path, operation });
  }
  return list;
}

/** Of operations that are given one name, that with the first path in the order of its characters keeps it. */
function keepGiven(operations: readonly PlacedOperation[], context: RuleContext): Set<string> {
  const taken = new Set<string>();
  const ordered = operations.toSorted(
    (left, right) => compareText(left.path, right.path) || compareText(left.method, right.method),
  );
  for (const { method, path, operation } of ordered) {
    const given = ownString(operation, 'operationId')?.trim() ?? '';
    if (given !== '' && !taken.has(given)) {
      taken.add(given);
      continue;
    }
    delete operation['operationId'];
    if (given === '') continue;
    menderAt(context, operation).mended(
      `the operationId "${given}" of ${method.toUpperCase()} ${path}`,
      'another operation has it',
      'this one is named after its method and path',
    );
  }
  return taken;
}

/** Operations of webhooks and callbacks need no name; they must not share one with any other. */
function dropElsewhere(
  document: JsonObject,
  operations: readonly PlacedOperation[],
  taken: Set<string>,
  context: RuleContext,
): void {
  const listed = new Set(operations.map(({ operation }) => operation));
  visitObjects(document, 'operation', (operation) => {
    const given = ownString(operation, 'operationId');
    if (listed.has(operation) || given === undefined) return;
    if (taken.has(given)) {
      delete operation['operationId'];
      menderAt(context, operation).dropped(`the operationId "${given}"`, 'another operation has it');
    } else taken.add(given);
  });
}

function nameOperation({ operation }: PlacedOperation, wanted: string, taken: Set<string>): void {
  let id = wanted;
  // only where a document gives such a name itself
  while (taken.has(id)) id += '_';
  taken.add(id);
  operation['operationId'] = id;
  operation['x-uncertain'] = [
    ...(Array.isArray(operation['x-uncertain']) ? operation['x-uncertain'] : []),
    derivedName,
  ];
}

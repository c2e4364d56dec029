import { methodAndPath, operationOf } from '../../base/named-operations.ts';
import type { Location } from '../../base/location.ts';
import { fillsSegment } from '../../base/path-segment.ts';
import { groupBy } from '../../base/order.ts';
import { nameWords } from '../../base/names.ts';
import type { Evidence, OperationName } from '../../evidence/evidence.ts';
import { holds, isForeign } from './foreign-calls.ts';
import { templateNames } from './paths.ts';

/** An operation with what is said of it. */
interface Called {
  readonly operation: OperationName;
  readonly evidence: readonly Evidence[];
}

/**
 * Evidence about operations that only sample requests show, with their concrete paths made templates: that of a stated
 * operation which the call fits, else one whose values in place of names are told by their form, or by the collection
 * that they stand in and the samples that repeat them. Calls of other hosts than the API's are left out, and those few that
 * fit none of the many operations that the pages name.
 */
export function settleSampled(evidence: readonly Evidence[]): Evidence[] {
  const groups = groupBy(
    evidence.filter((one) => operationOf(one) !== undefined),
    (one) => methodAndPath(operationOf(one)),
  );
  const all = [...groups.values()].flatMap((list): Called[] => {
    const operation = operationOf(list[0]);
    return operation ? [{ operation, evidence: list }] : [];
  });
  const sampled = all.filter(isSampled);
  if (sampled.length === 0) return [...evidence];
  const stated = all.filter(
    (one) =>
      !isSampled(one) && one.evidence.some((fact) => fact.fact.kind === 'exists' && fact.subject.kind === 'operation'),
  );
  const collections = collectionPaths([...stated, ...sampled]);
  const shown = shownValues(evidence);
  const named = namedTemplates(all);
  const settled = new Map(
    sampled.map((one) => [methodAndPath(one.operation), settledPath(one, { stated, collections, named, shown })]),
  );
  const servers = evidence.filter(({ fact }) => fact.kind === 'server');
  const foreign = sampled.filter((one) => isForeign(namedAt(one), servers));
  const stray = new Set([...strayCalls(sampled, stated), ...foreign.map(({ operation }) => methodAndPath(operation))]);
  const foreignPlaces = foreign.flatMap(namedAt);
  return evidence.flatMap((one) => {
    const operation = operationOf(one);
    if (stray.has(methodAndPath(operation))) return [];
    if (one.fact.kind === 'server' && foreignPlaces.some((place) => holds(place, one.location))) return [];
    const path = operation && settled.get(methodAndPath(operation));
    return [operation && path !== undefined ? withPath(one, { ...operation, path }) : one];
  });
}

/** Where pages name so many operations for each that only a sample calls, the samples are of something else. */
const namedForEach = 5;

/** Calls of nothing that is named, on pages that name their operations: invented resources of an introduction. */
function strayCalls(sampled: readonly Called[], all: readonly Called[]): ReadonlySet<string> {
  // a table may list a few of many
  const stated = all.filter(({ evidence }) =>
    evidence.some(({ subject, fact, method }) => {
      return subject.kind === 'operation' && fact.kind === 'exists' && method !== 'cell';
    }),
  );
  const stray = sampled.filter(({ operation }) => {
    return !stated.some((one) => one.operation.method === operation.method && fits(one.operation.path, operation.path));
  });
  return new Set(
    stray.length * namedForEach > stated.length ? [] : stray.map(({ operation }) => methodAndPath(operation)),
  );
}

/** The blocks that call an operation. */
function namedAt({ evidence }: Called): Location[] {
  const named = evidence.filter(({ subject, fact }) => subject.kind === 'operation' && fact.kind === 'exists');
  return named.map(({ location }) => location);
}

function isSampled({ evidence }: Called): boolean {
  const named = evidence.filter((one) => one.subject.kind === 'operation' && one.fact.kind === 'exists');
  return named.length > 0 && named.every((one) => one.method === 'sample');
}

function withPath(evidence: Evidence, operation: OperationName): Evidence {
  const { subject } = evidence;
  if (subject.kind === 'api' || subject.kind === 'entity') return evidence;
  return { ...evidence, subject: { ...subject, operation } };
}

function parts(path: string): string[] {
  return path.split('/').filter((part) => part !== '');
}

/** Every path that some operation has, and that others begin with. */
function collectionPaths(all: readonly Called[]): ReadonlySet<string> {
  return new Set(all.map(({ operation }) => parts(operation.path).join('/')));
}

/** What is known of the other operations. */
interface Known {
  readonly stated: readonly Called[];
  readonly collections: ReadonlySet<string>;
  /** Templates with names that pages give, by their shape. */
  readonly named: ReadonlyMap<string, string>;
  /** The texts that each document shows as values. */
  readonly shown: ReadonlyMap<string, ReadonlySet<string>>;
}

function settledPath(called: Called, known: Known): string {
  const { method, path } = called.operation;
  const fitting = known.stated
    .filter((one) => one.operation.method === method && fits(one.operation.path, path))
    .toSorted(
      (left, right) => templateNames(left.operation.path).length - templateNames(right.operation.path).length,
    )[0];
  return fitting?.operation.path ?? inferredTemplate(called, known);
}

/** Whether a path is one that a template stands for, or differs from it by what a server puts before it. */
function fits(template: string, path: string): boolean {
  const [wanted, given] = [parts(template), parts(path)];
  return (
    wanted.length === given.length &&
    wanted.every((part, at) => {
      const own = given[at] ?? '';
      return part === own || fillsSegment(part, own) || /^\{[^{}]*\}$/.test(own);
    })
  );
}

const identifier =
  /^(?:\d+|[0-9a-f]{8}-[0-9a-f-]{27}|[0-9a-f]{16,}|[A-Za-z]+[-_]?\d+|(?=[\w-]*\d)(?=[\w-]*[A-Z])[\w-]{12,})$/;
/** Versions and words that stand for one thing, not for any. */
const fixed =
  /^(?:v\d+(?:\.\d+)*|api|me|self|current|all|default|search|export|import|bulk|batch|count|stats|status|latest)$/i;

/** A path with names in place of the values that only stand for any. */
function inferredTemplate(called: Called, { stated, collections, named, shown }: Known): string {
  const given = parts(called.operation.path);
  const texts = new Set(called.evidence.flatMap((one) => [...(shown.get(one.location.document) ?? [])]));
  const used = new Set<string>();
  const result: string[] = [];
  given.forEach((part, at) => {
    const before = given.slice(0, at).join('/');
    const isValue =
      at > 0 &&
      !fixed.test(part) &&
      !/[{}.]/.test(part) &&
      (identifier.test(part) ||
        (collections.has(before) &&
          (texts.has(part) || (called.operation.method !== 'post' && hasItems(stated, given.slice(0, at))))));
    if (!isValue) return void result.push(part);
    const name = parameterName(given[at - 1] ?? '', used);
    used.add(name);
    result.push(`{${name}}`);
  });
  // a slash at the end is part of the path (RFC 3986, section 3.3)
  const end = given.length > 0 && called.operation.path.endsWith('/') ? '/' : '';
  const inferred = `/${result.join('/')}${end}`;
  const declared = withDeclared(inferred, called.evidence);
  return declared === inferred ? (named.get(shapeOf(inferred)) ?? inferred) : declared;
}

/** The templates that operations have as they are written. */
function namedTemplates(all: readonly Called[]): ReadonlyMap<string, string> {
  const templates = all.map(({ operation }) => operation.path).filter((path) => path.includes('{'));
  return new Map(templates.toReversed().map((path) => [shapeOf(path), path]));
}

function shapeOf(path: string): string {
  return parts(path.replaceAll(/\{[^{}]*\}/g, '{}')).join('/');
}

/** A template with the names of the path parameters that pages describe, in their order, where they are as many. */
function withDeclared(template: string, evidence: readonly Evidence[]): string {
  const declared = new Set(
    evidence.flatMap(({ subject }) =>
      subject.kind === 'parameter' && subject.location === 'path' ? [subject.name] : [],
    ),
  );
  const names = templateNames(template);
  if (declared.size !== names.length || names.some((name) => declared.has(name))) return template;
  const rest = [...declared];
  return template.replaceAll(/\{[^{}]*\}/g, (whole) => `{${rest.shift() ?? whole}}`);
}

/** Whether stated operations have a parameter behind these parts. */
function hasItems(stated: readonly Called[], before: readonly string[]): boolean {
  return stated.some(({ operation }) => {
    const template = parts(operation.path);
    return (
      template.length > before.length &&
      before.every((part, at) => part === template[at]) &&
      /^\{[^{}]*\}$/.test(template[before.length] ?? '')
    );
  });
}

/** The texts that samples hold as values, and those that descriptions mark as code, by document. */
function shownValues(evidence: readonly Evidence[]): Map<string, Set<string>> {
  const found = new Map<string, Set<string>>();
  for (const { fact, location, subject } of evidence) {
    const texts = found.get(location.document) ?? new Set();
    found.set(location.document, texts);
    if (fact.kind === 'example' && typeof fact.value === 'string' && subject.kind !== 'parameter')
      texts.add(fact.value);
    if (fact.kind === 'description') for (const [, code = ''] of fact.text.matchAll(/`([^`\n]+)`/g)) texts.add(code);
  }
  return found;
}

/** `{id}`, or where that is taken a name made of the collection before it. */
function parameterName(collection: string, used: ReadonlySet<string>): string {
  const words = nameWords(collection).join('_').toLowerCase();
  return used.has('id') ? `${words === '' ? 'item' : words}_id` : 'id';
}

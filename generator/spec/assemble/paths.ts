import type { Report } from '../../base/diagnostic.ts';
import { locationText } from '../../base/location.ts';
import { compareText, groupBy, unique } from '../../base/order.ts';
import { trimmedEnd } from '../../base/trim.ts';
import type { Evidence, OperationName } from '../../evidence/evidence.ts';

/** One operation with everything said about it, whatever its pages call its path parameters. */
export interface OperationEvidence {
  readonly method: OperationName['method'];
  /** The template with the names that were decided. */
  readonly path: string;
  /** Names of the path parameters by position; the decided one first. */
  readonly parameterNames: readonly (readonly string[])[];
  readonly evidence: readonly Evidence[];
  /** What was overruled about the operation as a whole, as `x-conflicts` tells it. */
  readonly conflicts: string[];
}

/** The names between braces in a path template, in order. */
export function templateNames(path: string): string[] {
  return [...path.matchAll(/\{([^{}]*)\}/g)].map((match) => match[1] ?? '');
}

function withoutSlash(path: string): string {
  return path.slice(0, 1) + trimmedEnd(path.slice(1), '/');
}

/** What two pages must share to be about one operation: method and path, parameters by position only. */
export function operationKey({ method, path }: OperationName): string {
  return `${method} ${withoutSlash(path.replaceAll(/\{[^{}]*\}/g, '{}'))}`;
}

/**
 * Groups evidence by operation. Where pages name a path parameter differently, also those of other methods on the same
 * path, the name that most documents use is taken (then the one of the strongest statement, then the first in code-unit
 * order), reported as `merge/conflict`.
 */
export function groupOperations(evidence: readonly Evidence[], report: Report): OperationEvidence[] {
  const about = evidence.flatMap((one) =>
    one.subject.kind === 'api' || one.subject.kind === 'entity'
      ? []
      : [{ operation: one.subject.operation, evidence: one }],
  );
  // OpenAPI allows each template once, so all methods on it share its names
  const shapes = groupBy(about, ({ operation }) => operationKey({ ...operation, method: 'get' }));
  return [...shapes.values()].flatMap((shape) => {
    const votes = pathVotes(shape);
    const names = templateNames(votes[0]?.path ?? '').map((_, position) => decideName(votes, position));
    const chosen = fillTemplate(
      mostDocuments(votes).path,
      names.map((list) => list[0] ?? ''),
    );
    const operations = groupBy(shape, ({ operation }) => operation.method);
    return [...operations].map(([method, group]) => decidePath(method, chosen, group, report));
  });
}

interface Placed {
  readonly operation: OperationName;
  readonly evidence: Evidence;
}

function pathVotes(group: readonly Placed[]): (PathVote & { readonly first: Evidence | undefined })[] {
  return [...groupBy(group, ({ operation }) => operation.path)].map(([path, list]) => ({
    path,
    documents: unique(list.map((vote) => vote.evidence.location.document)),
    strongest: list.some((vote) => vote.evidence.method === 'attribute') ? 0 : 1,
    first: list[0]?.evidence,
  }));
}

function decidePath(
  method: OperationName['method'],
  path: string,
  group: readonly Placed[],
  report: Report,
): OperationEvidence {
  const votes = pathVotes(group);
  const conflicts: string[] = [];
  const kept = votes.find((vote) => trimmedEnd(vote.path, '/') === trimmedEnd(path, '/'))?.first;
  for (const vote of votes) {
    if (!vote.first || trimmedEnd(vote.path, '/') === trimmedEnd(path, '/')) continue;
    const told = {
      subject: `${method.toUpperCase()} ${path}`,
      loser: `the path template ${vote.path}`,
      winner: path,
      rule: 'path parameters are matched by position; the name most documents use wins',
    };
    report.add('merge/conflict', vote.first.location, told, kept?.location);
    conflicts.push(`the path template ${vote.path} (${locationText(vote.first.location)}) overruled by ${path}`);
  }
  const parameterNames = templateNames(path).map((name, position) => {
    const used = votes.map((vote) => templateNames(vote.path)[position] ?? '').filter((one) => one !== name);
    return [name, ...unique(used).toSorted(compareText)];
  });
  return { method, path, parameterNames, evidence: group.map((one) => one.evidence), conflicts };
}

interface PathVote {
  readonly path: string;
  readonly documents: readonly string[];
  readonly strongest: number;
}

function mostDocuments(paths: readonly PathVote[]): PathVote {
  const sorted = paths.toSorted(
    (left, right) =>
      right.documents.length - left.documents.length ||
      left.strongest - right.strongest ||
      compareText(left.path, right.path),
  );
  return sorted[0] ?? { path: '/', documents: [], strongest: 1 };
}

/** The names used at one position, the decided one first. */
function decideName(paths: readonly PathVote[], position: number): string[] {
  const byName = groupBy(paths, (one) => templateNames(one.path)[position] ?? '');
  const votes = [...byName].map(([name, list]) => ({
    path: name,
    documents: unique(list.flatMap((one) => one.documents)),
    strongest: Math.min(...list.map((one) => one.strongest)),
  }));
  const winner = mostDocuments(votes).path;
  return [
    winner,
    ...votes
      .map((vote) => vote.path)
      .filter((name) => name !== winner)
      .toSorted(compareText),
  ];
}

function fillTemplate(template: string, names: readonly string[]): string {
  let position = 0;
  return template.replaceAll(/\{[^{}]*\}/g, () => `{${names[position++] ?? ''}}`);
}

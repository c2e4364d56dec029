import type { Report } from '../../base/diagnostic.ts';
import { compareText, groupBy, unique } from '../../base/order.ts';
import type { Evidence, OperationName } from '../../evidence/evidence.ts';

/** One operation with everything said about it, whatever its pages call its path parameters. */
export interface OperationEvidence {
  readonly method: OperationName['method'];
  /** The template with the names that were decided. */
  readonly path: string;
  /** Names of the path parameters by position; the decided one first. */
  readonly parameterNames: readonly (readonly string[])[];
  readonly evidence: readonly Evidence[];
}

/** The names between braces in a path template, in order. */
export function templateNames(path: string): string[] {
  return [...path.matchAll(/\{([^{}]*)\}/g)].map((match) => match[1] ?? '');
}

/** What two pages must share to be about one operation: method and path, parameters by position only. */
export function operationKey({ method, path }: OperationName): string {
  return `${method} ${path.replaceAll(/\{[^{}]*\}/g, '{}').replace(/(?<=.)\/+$/, '')}`;
}

/**
 * Groups evidence by operation. Where pages name a path parameter differently, the name that most documents use is
 * taken (then the one of the strongest statement, then the first in code-unit order), reported as `merge/conflict`.
 */
export function groupOperations(evidence: readonly Evidence[], report: Report): OperationEvidence[] {
  const about = evidence.filter((one) => one.subject.kind !== 'api');
  const groups = groupBy(about, (one) => (one.subject.kind === 'api' ? '' : operationKey(one.subject.operation)));
  return [...groups.values()].map((group) => decidePath(group, report));
}

function decidePath(group: readonly Evidence[], report: Report): OperationEvidence {
  const votes = groupBy(
    group.flatMap((one) => (one.subject.kind === 'api' ? [] : [{ operation: one.subject.operation, evidence: one }])),
    (vote) => vote.operation.path,
  );
  const paths = [...votes.entries()].map(([path, list]) => ({
    path,
    documents: unique(list.map((vote) => vote.evidence.location.document)),
    strongest: list.some((vote) => vote.evidence.method === 'attribute') ? 0 : 1,
    first: list[0]?.evidence,
  }));
  const names = templateNames(paths[0]?.path ?? '').map((_, position) => decideName(paths, position));
  const template = mostDocuments(paths).path;
  const chosen = fillTemplate(
    template,
    names.map((list) => list[0] ?? ''),
  );
  const [method] = group.flatMap((one) => (one.subject.kind === 'api' ? [] : [one.subject.operation.method]));
  for (const { path, first } of paths) {
    if (!first || path.replace(/\/+$/, '') === chosen.replace(/\/+$/, '')) continue;
    report.add('merge/conflict', first.location, {
      subject: `${(method ?? 'get').toUpperCase()} ${chosen}`,
      loser: `the path template ${path}`,
      winner: chosen,
      rule: 'path parameters are matched by position; the name most documents use wins',
    });
  }
  return { method: method ?? 'get', path: chosen, parameterNames: names, evidence: group };
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

import type { Evidence, OperationName } from './evidence.ts';

/**
 * The same evidence with the placeholders in paths that are written like any word, `/files/file-id` of a list of endpoints,
 * as the parameters that they are in other paths: `/files/{file_id}`. Only where what stands before them is the same and only
 * words of which one is an id, so that `/files/search` stays beside `/files/{search}`. Gives no diagnostics.
 */
export function withNamedSegments(evidence: readonly Evidence[]): Evidence[] {
  const paths = new Set(evidence.flatMap(({ subject }) => ('operation' in subject ? [subject.operation.path] : [])));
  const names = namesByPlace(paths);
  const settled = new Map([...paths].map((path) => [path, named(path, names)]));
  return evidence.map((one) => {
    if (!('operation' in one.subject)) return one;
    const { operation } = one.subject;
    const path = settled.get(operation.path) ?? operation.path;
    return path === operation.path ? one : withOperation(one, { ...operation, path });
  });
}

function withOperation(evidence: Evidence, operation: OperationName): Evidence {
  const { subject } = evidence;
  return 'operation' in subject ? { ...evidence, subject: { ...subject, operation } } : evidence;
}

/** What has more is no path of an API. */
const mostSegments = 50;

const parameter = /^\{([^{}]+)\}$/;

/** A word that can only stand for an id: `file-id`, `file_uuid`. */
const idWord = /^[a-z][a-z0-9]*[-_](?:id|uuid|guid|slug|key)$/i;

function plain(name: string): string {
  return name.toLowerCase().replaceAll(/[-_]/g, '');
}

/** Where a segment stands, whatever the parameters before it are called. */
function place(before: readonly string[], name: string): string {
  return `${before.map((segment) => (parameter.test(segment) ? '{}' : segment)).join('/')}/{${plain(name)}}`;
}

function namesByPlace(paths: Iterable<string>): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  for (const path of paths) {
    const segments = path.split('/');
    if (segments.length > mostSegments) continue;
    segments.forEach((segment, at) => {
      const name = parameter.exec(segment)?.[1];
      if (name !== undefined) names.set(place(segments.slice(0, at), name), segment);
    });
  }
  return names;
}

function named(path: string, names: ReadonlyMap<string, string>): string {
  const segments = path.split('/');
  if (segments.length > mostSegments || !segments.some((segment) => idWord.test(segment))) return path;
  const found: string[] = [];
  for (const segment of segments) {
    found.push((idWord.test(segment) ? names.get(place(found, segment)) : undefined) ?? segment);
  }
  return found.join('/');
}

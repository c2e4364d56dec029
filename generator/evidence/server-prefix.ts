import type { Evidence, OperationName } from './evidence.ts';

/**
 * Evidence in which an operation has one path, whether a page writes it with the path of the server or without: where pages
 * state `https://host/v2` as a server, `/v2/things` at `https://host` is `/things` there, and so it is where all paths begin
 * with `/v2`. Only where all servers have one host, or each of them that path; else nobody says which of them is meant. Gives no diagnostics.
 */
export function withServerPrefixes(evidence: readonly Evidence[]): Evidence[] {
  const servers = evidence.flatMap(({ fact }) => (fact.kind === 'server' ? [fact.url] : []));
  const parsed = servers.map((url) => /^(https?:\/\/[^/]+)((?:\/[\w.-]+)*)\/?$/i.exec(url));
  const origins = new Set(parsed.map((match) => match?.[1]?.toLowerCase()));
  const prefixes = [...new Set(parsed.map((match) => match?.[2] ?? ''))];
  const [prefix, ...others] = prefixes.filter((one) => one !== '');
  if (prefix === undefined || others.length > 0) return [...evidence];
  const withPrefix = new Set(parsed.flatMap((match) => (match?.[2] === prefix ? [match[1]?.toLowerCase()] : [])));
  if (origins.size !== 1 && withPrefix.size !== origins.size) return [...evidence];
  // without a server that has no path, paths may begin so by chance
  if (
    !prefixes.includes('') &&
    !evidence.every(({ subject }) => !('operation' in subject) || withoutPrefix(subject.operation, prefix))
  )
    return [...evidence];
  const documents = new Set<string>();
  const renamed = evidence.map((one): Evidence => {
    const { subject } = one;
    const operation = 'operation' in subject ? withoutPrefix(subject.operation, prefix) : undefined;
    if (!operation || !('operation' in subject)) return one;
    documents.add(one.location.document);
    return { ...one, subject: { ...subject, operation } };
  });
  // what these documents state of the host alone is what stands before the path
  return renamed.filter(
    ({ fact, location }) => fact.kind !== 'server' || !documents.has(location.document) || fact.url.endsWith(prefix),
  );
}

function withoutPrefix(operation: OperationName, prefix: string): OperationName | undefined {
  return operation.path.startsWith(`${prefix}/`)
    ? { ...operation, path: operation.path.slice(prefix.length) }
    : undefined;
}

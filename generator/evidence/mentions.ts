import type { Report } from '../base/diagnostic.ts';
import type { Location } from '../base/location.ts';
import { groupBy } from '../base/order.ts';
import type { Evidence, OperationName, Subject } from './evidence.ts';
import type { KindAt, PageKind } from './page-kinds.ts';

/** What one page says of one operation. */
interface Mention {
  readonly kind: PageKind | undefined;
  readonly operation: OperationName;
  readonly evidence: Evidence[];
}

/** What becomes of the evidence of a mention: it is left out, or what it adds is said of the operation that it means. */
interface Fate {
  readonly means?: Mention;
  readonly addsNothing?: true;
  /** The parameters that its call or its path shows. */
  readonly shown?: ReadonlySet<string>;
  readonly hasRequest?: boolean;
  readonly hasAnswer?: boolean;
}

/**
 * Evidence of a site without what pages only mention that describe no operations: changes and migrations name operations as they were;
 * introductions, tutorials and pages about errors, paging or webhooks call those that other pages describe, with concrete values, or
 * some of nobody's. Such a call only adds what the operation's own page leaves open; one that fits no operation is none. Where no other
 * page names operations, everything is as it stands. `kindAt` tells what each page is for. An operation that is left out gives
 * `evidence/only-mentioned`.
 */
export function withoutMentions(evidence: readonly Evidence[], kindAt: KindAt, report: Report): Evidence[] {
  const mentions = new Map<string, Mention>();
  for (const one of evidence) {
    if (!('operation' in one.subject)) continue;
    const { operation } = one.subject;
    const kind = kindAt(one.location);
    const key = `${kind === undefined ? '' : one.location.document} ${kind} ${keyOf(operation)}`;
    const found = mentions.get(key) ?? { kind, operation, evidence: [] };
    mentions.set(key, found);
    found.evidence.push(one);
  }
  const all = [...mentions.values()];
  const described = all.filter((one) => one.kind === undefined && one.evidence.some(isNamed));
  if (described.length === 0 || described.length === all.length) return [...evidence];
  const fates = fatesOf(all, described, evidence);
  reportLeft(fates, report);
  const left = [...fates].flatMap(([{ evidence: list }, { means }]) =>
    means ? [] : list.filter(isNamed).map(({ location }) => location),
  );
  const isLeft = withinAny(left);
  const isShown = (one: Evidence): boolean =>
    kindAt(one.location) !== undefined &&
    (one.method === 'sample' || isLeft(one.location) || kindAt(one.location) === 'history');
  const servers = evidence.filter(({ fact }) => fact.kind === 'server');
  const isTold = servers.some((one) => !isShown(one));
  const isElsewhere = servers.some((one) => !isLeft(one.location));
  const isSecured = evidence.some((one) => one.fact.kind === 'security' && kindOfOperation(one, kindAt) === undefined);
  const fateOf = new Map([...fates].flatMap(([mention, fate]) => mention.evidence.map((one) => [one, fate] as const)));
  return evidence.flatMap((one): Evidence[] => {
    // the servers of what is called there are known from elsewhere
    if (one.fact.kind === 'server')
      return (isTold || (isElsewhere && isLeft(one.location))) && isShown(one) ? [] : [one];
    const fate = fateOf.get(one);
    return fate ? added(one, fate, isSecured) : [one];
  });
}

/** Tells of the operations that are left out, once each. */
function reportLeft(fates: ReadonlyMap<Mention, Fate>, report: Report): void {
  const told = new Set<string>();
  for (const [{ operation, evidence }, { means }] of fates) {
    const first = evidence.find(isNamed);
    const key = keyOf(operation);
    if (means || !first || told.has(key)) continue;
    told.add(key);
    report.add('evidence/only-mentioned', first.location, {
      operation: `${operation.method.toUpperCase()} ${operation.path}`,
    });
  }
}

/** The kind of the page that says something of an operation; undefined, too, for what is said of the API. */
function kindOfOperation({ subject, location }: Evidence, kindAt: KindAt): PageKind | undefined {
  return 'operation' in subject ? kindAt(location) : undefined;
}

function isNamed({ subject, fact }: Evidence): boolean {
  return subject.kind === 'operation' && fact.kind === 'exists';
}

/** Whether a line lies within one of some places. */
function withinAny(places: readonly Location[]): (location: Location) => boolean {
  const lines = new Set<string>();
  for (const { document, line, endLine } of places)
    for (let at = line; at <= (endLine ?? line); at += 1) lines.add(`${document}:${at}`);
  return ({ document, line }) => lines.has(`${document}:${line}`);
}

function keyOf({ method, path }: OperationName): string {
  return `${method} ${path.replaceAll(/\{[^{}]*\}/g, '{}').replace(/(?<=.)\/$/, '')}`;
}

/** The paths of the servers that pages name. */
function basesOf(evidence: readonly Evidence[]): string[] {
  const urls = evidence.flatMap(({ fact }) => (fact.kind === 'server' ? [fact.url] : []));
  const paths = urls.map((url) => url.replace(/^https?:\/\/[^/]*/i, '').replace(/\/$/, ''));
  return [...new Set(paths)].filter((path) => /^\/[\w./-]+$/.test(path));
}

function fatesOf(
  all: readonly Mention[],
  described: readonly Mention[],
  evidence: readonly Evidence[],
): ReadonlyMap<Mention, Fate> {
  const bases = basesOf(evidence);
  const servers = new Map(
    evidence.flatMap(({ fact, location }) =>
      fact.kind === 'server' ? [[`${location.document}:${location.line}`, fact.url] as const] : [],
    ),
  );
  const known = groupBy(described, ({ operation }) =>
    shapeOf(operation.method, partsOf(withoutBase(operation.path, bases))),
  );
  const fates = new Map<Mention, Fate>();
  const strays: Mention[] = [];
  for (const one of all) {
    if (one.kind === undefined) continue;
    const means = meant(one, known, bases);
    if (one.kind === 'history') fates.set(one, means ? { means, addsNothing: true } : {});
    else if (one.kind !== 'general' && isDescribed(one) && !(means && isDescribed(means)) && !isReceived(one, servers))
      continue;
    else if (means) fates.set(one, fateBy(one, means));
    else if (isReceived(one, servers) || (isCalled(one) && !givesCredentials(one))) strays.push(one);
  }
  // where they are more than what is described, the description is in the calls
  if (strays.length <= described.length) for (const one of strays) fates.set(one, {});
  return fates;
}

function fateBy(one: Mention, means: Mention): Fate {
  const kinds = new Set(means.evidence.map(({ subject }) => subject.kind));
  const places = withinAny(one.evidence.filter(isNamed).map(({ location }) => location));
  const isShown = ({ method, location }: Evidence): boolean => method === 'sample' || places(location);
  const shown = new Set(one.evidence.filter(isShown).flatMap(({ subject }) => parameterKey(subject) ?? []));
  return { means, shown, hasRequest: kinds.has('request'), hasAnswer: kinds.has('response') };
}

function parameterKey(subject: Subject): string | undefined {
  return subject.kind === 'parameter' && subject.location !== 'path'
    ? `${subject.location} ${subject.name}`
    : undefined;
}

/** What a mention adds to the operation that it means; that it is one of it is kept for whoever looks for its place. */
function added(
  one: Evidence,
  { means, addsNothing, shown, hasRequest, hasAnswer }: Fate,
  isSecured: boolean,
): Evidence[] {
  if (!means || !('operation' in one.subject)) return [];
  const subject: Subject = { ...one.subject, operation: means.operation };
  if (isNamed(one)) return [{ ...one, subject, method: 'sample', confidence: 'medium' }];
  const isNew =
    (one.fact.kind === 'security' && !isSecured) ||
    shown?.has(parameterKey(subject) ?? '') === true ||
    (subject.kind === 'request' && hasRequest !== true) ||
    (subject.kind === 'response' && hasAnswer !== true);
  return isNew && addsNothing === undefined ? [{ ...one, subject }] : [];
}

/** A host that stands for the reader's. */
const readersHost =
  /^https?:\/\/(?:[^/]{0,100}[.-])?(?:your|my|customer|localhost|127\.0\.0\.1|example\.(?:com|org|net))\b/i;

/** Whether a page about what the API sends shows it as sent to a host of the reader's. */
function isReceived({ kind, evidence }: Mention, servers: ReadonlyMap<string, string>): boolean {
  if (kind !== 'receiver') return false;
  const urls = evidence.filter(isNamed).map(({ location: { document, line } }) => servers.get(`${document}:${line}`));
  return urls.length > 0 && urls.every((url) => url !== undefined && readersHost.test(url));
}

/** Whether fields are described there, and not only shown. */
function isDescribed({ evidence }: Mention): boolean {
  return evidence.some(
    ({ subject, fact, method }) =>
      subject.kind !== 'operation' && method !== 'sample' && method !== 'name' && fact.kind !== 'exists',
  );
}

/** Whether an operation is only called, or written with concrete values. */
function isCalled({ operation, evidence }: Mention): boolean {
  return (
    evidence.filter(isNamed).every(({ method }) => method === 'sample') || partsOf(operation.path).some(isConcrete)
  );
}

/** Whether a call is for what later ones are authenticated by: guides are often the only pages that tell of it. */
function givesCredentials({ operation: { method, path } }: Mention): boolean {
  const words =
    /^(?:(?:access|refresh|auth|api)[-_]?)?(?:tokens?|log-?in|sign-?in|sessions?|auth|authenticate|oauth2?)(?:[-_](?:token|login|refresh))?$/i;
  return method === 'post' && partsOf(path).some((part) => words.test(part));
}

function isConcrete(part: string): boolean {
  return /^\d+$|%[\dA-F]{2}|^[\da-f]{8}-[\da-f-]{27}$|^(?=[a-z]*\d)[\da-z]{16,}$/i.test(part);
}

function partsOf(path: string): string[] {
  return path.split('/').filter((part) => part !== '');
}

/** What the templates that a path may fit have in common: their length, and their first and last part where these are fixed. */
function shapeOf(method: string, parts: readonly string[]): string {
  const [first = '', last = ''] = [parts[0], parts.at(-1)].map((part = '') => (part.startsWith('{') ? '{}' : part));
  return `${method} ${parts.length} ${first} ${last}`;
}

/** The shapes of the templates that a path with these parts may fit. */
function shapesOf(method: string, parts: readonly string[]): string[] {
  const ends = [parts[0], parts.at(-1)].map((part = '') => [...new Set([part, '{}'])]);
  const [firsts = [], lasts = []] = ends;
  const middle = parts.slice(1, -1);
  return [
    ...new Set(
      firsts.flatMap((first) =>
        lasts.map((last) => shapeOf(method, parts.length === 1 ? [first] : [first, ...middle, last])),
      ),
    ),
  ];
}

function withoutBase(path: string, bases: readonly string[]): string {
  const base = bases.find((one) => path.startsWith(`${one}/`));
  return base === undefined ? path : path.slice(base.length);
}

/** The described operation that a mention means: the one of its path, else the one whose template its values fill in. */
function meant(
  one: Mention,
  known: ReadonlyMap<string, readonly Mention[]>,
  bases: readonly string[],
): Mention | undefined {
  const { method, path } = one.operation;
  const own = partsOf(withoutBase(path, bases));
  const isSample = one.evidence.filter(isNamed).every((fact) => fact.method === 'sample');
  const near = shapesOf(method, own).flatMap((shape) => known.get(shape) ?? []);
  const fitting = near.flatMap((other) => {
    const open = openParts(partsOf(withoutBase(other.operation.path, bases)), own, isSample);
    return open === undefined ? [] : [{ other, open }];
  });
  return fitting.toSorted((left, right) => left.open - right.open)[0]?.other;
}

/** How many parts of a template a path fills in with values; undefined where it does not fit. */
function openParts(template: readonly string[], own: readonly string[], isSample: boolean): number | undefined {
  let open = 0;
  for (const [at, part] of template.entries()) {
    const given = own[at] ?? '';
    if (part === given) continue;
    const isParameter = /^\{[^{}]*\}$/.test(part);
    if (!isParameter || !(isSample || /^\{[^{}]*\}$/.test(given) || isConcrete(given))) return undefined;
    if (!given.startsWith('{')) open += 1;
  }
  return open;
}

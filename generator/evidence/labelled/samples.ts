import type { Data } from '../../base/data.ts';
import type { Report } from '../../base/diagnostic.ts';
import { isObject, parsedJson, type JsonObject, type JsonValue } from '../../base/json.ts';
import { readSample } from '../code-samples.ts';
import { readCurl, type CurlRequest } from '../curl.ts';
import { httpMethod } from '../endpoints.ts';
import type { OperationName } from '../evidence.ts';
import { pathParameters, pathTemplate, requestUrl } from '../request-url.ts';
import type { CodeSegment, Segment, TextSegment } from '../segments.ts';
import { copiedOperations } from './copied-operations.ts';
import { copiedSegments } from './copied-segments.ts';
import { copiedLines, type CopiedLine } from './copied-text.ts';
import { isNameLine, readLine, type LineMeaning } from './grammar.ts';
import { labelRuns } from './label-runs.ts';
import { nestingOf, type NestableLabel, type Nesting } from './nesting.ts';

/** A scraped page with labels: its endpoint, its samples, and the names they show. */
export interface LabelledPage {
  readonly document: string;
  readonly operation: OperationName;
  /** The line that names the endpoint. */
  readonly endpointLine: number;
  readonly server?: string;
  readonly title?: string;
  readonly segments: readonly Segment[];
  /** By their number, what lines say that a form of copied pages tells. */
  readonly meanings: ReadonlyMap<number, LineMeaning>;
  readonly curlSegment?: CodeSegment;
  readonly request?: CurlRequest;
  readonly requestSample?: Data;
  /** The code that is the sample of the request, where it is no command. */
  readonly requestSegment?: CodeSegment;
  readonly responseSegment?: CodeSegment;
  readonly responseSample?: Data;
  /** The status whose answer it shows, where that is told. */
  readonly sampleStatus?: string;
  /** The first status the page names. */
  readonly firstStatus?: string;
  readonly pathNames: ReadonlySet<string>;
  readonly queryNames: ReadonlySet<string>;
  /** All names the path and the samples show. */
  readonly knownNames: ReadonlySet<string>;
  /** By their line, the labels before which parts of values end or whose parts follow, where the page tells that. */
  readonly nesting: ReadonlyMap<number, Nesting>;
  /** Whether a name belongs to the body of the request. */
  bodyStarted(name: string): boolean;
}

/**
 * Finds the operations of a page with their samples: none where neither a line nor a cURL sample names an endpoint. Broken samples are
 * reported.
 */
export function readLabelledPages(text: string, document: string, report: Report | undefined): LabelledPage[] {
  const lines = copiedLines(text);
  const server = statedServer(lines);
  const operations = copiedOperations(lines).flatMap((own) => readOperation(own, document, report) ?? []);
  const nesting = nestingOf(operations.flatMap(({ runs }) => runs));
  return operations.map(({ page }) => ({ ...(server !== undefined && { server }), ...page, nesting }));
}

/** An operation, and its labels of which it is not known yet where their parts end. */
interface ReadOperation {
  readonly page: Omit<LabelledPage, 'nesting'>;
  readonly runs: readonly (readonly NestableLabel[])[];
}

/** The base URL that a page of several lines states for all of its operations. */
function statedServer(lines: readonly CopiedLine[]): string | undefined {
  const label = /^(?:(?:api )?base ?(?:url|path|uri)|servers?|host|api url)s?:?(?: is)?\s*/i;
  for (const [index, { text }] of lines.entries()) {
    const found = label.exec(text.trim());
    if (!found) continue;
    const rest = text.trim().slice(found[0].length) || (lines[index + 1]?.text.trim() ?? '');
    const url = /^`?(https?:\/\/[^\s`{}]+?)\/?`?$/.exec(rest)?.[1];
    if (url !== undefined) return url;
  }
  return undefined;
}

/** What a line says, by the forms of copied pages or else by itself. */
export function meaningOf(
  { text, line }: TextSegment,
  { meanings, knownNames }: Pick<LabelledPage, 'meanings' | 'knownNames'>,
): LineMeaning {
  return meanings.get(line) ?? readLine(text, knownNames);
}

function readOperation(
  lines: readonly CopiedLine[],
  document: string,
  report: Report | undefined,
): ReadOperation | undefined {
  const segments = copiedSegments(lines);
  const meanings = new Map(lines.flatMap(({ line, meaning }) => (meaning ? [[line, meaning] as const] : [])));
  const told: Told = { meanings, knownNames: new Set() };
  const curlSegment = segments.find((segment) => segment.kind === 'code' && segment.language === 'curl');
  const curl = curlSegment?.kind === 'code' ? curlSegment : undefined;
  const request = curl && readCurl(curl.text, { document, firstLine: curl.line });
  const endpoint = endpointOf(segments, told) ?? (request && endpointOfCurl(request));
  if (!endpoint) return undefined;
  const { operation } = endpoint;
  const body = request?.body && /^\s*[{[]/.test(request.body.text) ? request.body : undefined;
  const requestSegment = body ? undefined : sampleIn(segments, 'body', told);
  const shown = body ?? requestSegment;
  const requestSample = shown && readSample(shown.text, { document, firstLine: shown.line }, undefined);
  const responseSegment = responseOf(segments, curl, told);
  const responseSample =
    responseSegment && readSample(responseSegment.text, { document, firstLine: responseSegment.line }, report);
  const pathNames = new Set(pathParameters(operation.path));
  const queryNames = new Set(request ? requestUrl(request.url).query.map((pair) => pair.name) : []);
  const bodyNames = keysOf(requestSample?.value);
  const title = endpoint.summary ?? titleOf(segments, told);
  const firstStatus = statusOf(segments, told);
  const sampleStatus = responseSegment && (statusAbove(segments, responseSegment, told) ?? firstStatus);
  const knownNames = new Set([...pathNames, ...queryNames, ...bodyNames, ...keysOf(responseSample?.value)]);
  const shownSegments = withoutRepeats(segments);
  const runs = labelRuns(shownSegments, lines, (segment) => meaningOf(segment, { meanings, knownNames }));
  const page: ReadOperation['page'] = {
    document,
    operation,
    endpointLine: endpoint.endpointLine,
    ...(endpoint.server !== undefined && { server: endpoint.server }),
    ...(title !== undefined && { title }),
    segments: shownSegments,
    meanings,
    ...(requestSegment && { requestSegment }),
    ...(curl && { curlSegment: curl }),
    ...(request && { request }),
    ...(requestSample && { requestSample }),
    ...(responseSegment && { responseSegment }),
    ...(responseSample && { responseSample }),
    ...(firstStatus !== undefined && { firstStatus }),
    ...(sampleStatus !== undefined && { sampleStatus }),
    pathNames,
    queryNames,
    knownNames,
    bodyStarted: (name) => bodyNames.has(name),
  };
  return { page, runs };
}

/** What is known of lines before the names of the page are. */
type Told = Pick<LabelledPage, 'meanings' | 'knownNames'>;

interface EndpointFind {
  readonly operation: OperationName;
  readonly summary?: string;
  readonly endpointLine: number;
  readonly server?: string;
}

function endpointOf(segments: readonly Segment[], told: Told): EndpointFind | undefined {
  for (const segment of segments) {
    const meaning = segment.kind === 'text' ? meaningOf(segment, told) : undefined;
    if (meaning?.kind !== 'endpoint') continue;
    const method = httpMethod(meaning.method);
    if (!method) continue;
    const { path, origin } = requestUrl(meaning.url);
    const server = meaning.server ?? origin;
    return {
      operation: { method, path: pathTemplate(path) },
      endpointLine: segment.line,
      ...(server !== undefined && { server }),
      ...(meaning.summary !== undefined && { summary: meaning.summary }),
    };
  }
  return undefined;
}

function endpointOfCurl(request: CurlRequest): EndpointFind | undefined {
  const method = httpMethod(request.method);
  const path = pathTemplate(requestUrl(request.url).path);
  return method && { operation: { method, path }, endpointLine: request.line };
}

/** The first JSON block behind the request sample, or under a response heading. */
function responseOf(segments: readonly Segment[], curl: CodeSegment | undefined, told: Told): CodeSegment | undefined {
  let seen = false;
  let described: Set<string> | undefined;
  for (const segment of segments) {
    if (segment === curl) seen = true;
    else if (segment.kind === 'text') {
      const meaning = meaningOf(segment, told);
      if (meaning.kind === 'section') {
        seen = meaning.section === 'response' || (seen && meaning.section === 'other');
        described = meaning.section === 'response' ? new Set() : undefined;
      } else if (meaning.kind === 'statuses') {
        seen = true;
        described = new Set();
      } else if (meaning.kind === 'label') {
        seen = false;
        described?.add(meaning.name);
      }
    } else if (segment.language === 'json' && (seen || shows(segment, described))) return segment;
  }
  return undefined;
}

/** Whether most names of JSON are those that were described before it. */
function shows({ text }: CodeSegment, names: ReadonlySet<string> = new Set()): boolean {
  const keys = names.size === 0 ? [] : Object.keys(parsedObject(text) ?? {});
  return keys.length > 0 && keys.filter((key) => names.has(key)).length * 2 >= keys.length;
}

function parsedObject(text: string): JsonObject | undefined {
  const value = parsedJson(text);
  const one = Array.isArray(value) ? value[0] : value;
  return isObject(one) ? one : undefined;
}

/** The first JSON block below the heading of a part; what stands on one line below a property is an example of that. */
function sampleIn(segments: readonly Segment[], section: 'body', told: Told): CodeSegment | undefined {
  const texts = segments.map((segment) => (segment.kind === 'text' ? segment.text : undefined));
  let isIn = false;
  let hasLabels = false;
  for (const [index, segment] of segments.entries()) {
    const meaning = segment.kind === 'text' ? meaningOf(segment, told) : undefined;
    if (meaning?.kind === 'section') [isIn, hasLabels] = [meaning.section === section, false];
    else if (meaning?.kind === 'statuses') isIn = false;
    else if (meaning?.kind === 'label' || isNameLine(texts, index)) hasLabels = true;
    else if (
      isIn &&
      segment.kind === 'code' &&
      segment.language === 'json' &&
      (!hasLabels || segment.endLine > segment.line)
    )
      return segment;
  }
  return undefined;
}

function statusOf(segments: readonly Segment[], told: Told): string | undefined {
  for (const segment of segments) {
    const meaning = segment.kind === 'text' ? meaningOf(segment, told) : undefined;
    if (meaning?.kind === 'section' && meaning.status?.startsWith('2')) return meaning.status;
    if (meaning?.kind === 'statuses') return meaning.statuses[0];
  }
  return undefined;
}

/** How many lines may stand between a status and its sample: its phrase, a media type, a button. */
const longestSampleLead = 4;

/** The status that a heading right above a sample names. */
function statusAbove(segments: readonly Segment[], sample: CodeSegment, told: Told): string | undefined {
  const at = segments.indexOf(sample);
  for (const segment of segments.slice(Math.max(0, at - longestSampleLead), at).toReversed()) {
    const meaning = segment.kind === 'text' ? meaningOf(segment, told) : undefined;
    if (meaning?.kind === 'statuses') return meaning.statuses[0];
    if (meaning?.kind === 'section') return meaning.status;
  }
  return undefined;
}

function titleOf(segments: readonly Segment[], told: Told): string | undefined {
  const first = segments.find((segment) => segment.kind === 'text');
  const plain = first?.kind === 'text' && meaningOf(first, told).kind === 'text';
  return plain && first.text.length < 100 && !/[.:]$/.test(first.text) ? first.text : undefined;
}

/** Pages print their samples twice (wide and narrow layout): only the first one counts. */
function withoutRepeats(segments: readonly Segment[]): Segment[] {
  const seen = new Set<string>();
  return segments.filter((segment) => {
    if (segment.kind === 'text' || segment.text.length < 40) return true;
    const repeated = seen.has(segment.text);
    seen.add(segment.text);
    return !repeated;
  });
}

function keysOf(value: JsonValue | undefined, found = new Set<string>()): Set<string> {
  if (Array.isArray(value)) for (const item of value) keysOf(item, found);
  else if (isObject(value)) {
    for (const [key, child] of Object.entries(value)) {
      found.add(key);
      keysOf(child, found);
    }
  }
  return found;
}

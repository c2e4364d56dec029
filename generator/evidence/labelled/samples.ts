import type { Data } from '../../base/data.ts';
import type { Report } from '../../base/diagnostic.ts';
import { isObject, type JsonValue } from '../../base/json.ts';
import { readSample } from '../code-samples.ts';
import { readCurl, type CurlRequest } from '../curl.ts';
import { httpMethod } from '../endpoints.ts';
import type { OperationName } from '../evidence.ts';
import { pathParameters, pathTemplate, requestUrl } from '../request-url.ts';
import { cutSegments, type CodeSegment, type Segment } from '../segments.ts';
import { readLine } from './grammar.ts';

/** A scraped page with labels: its endpoint, its samples, and the names they show. */
export interface LabelledPage {
  readonly document: string;
  readonly operation: OperationName;
  /** The line that names the endpoint. */
  readonly endpointLine: number;
  readonly server?: string;
  readonly title?: string;
  readonly segments: readonly Segment[];
  readonly curlSegment?: CodeSegment;
  readonly request?: CurlRequest;
  readonly requestSample?: Data;
  readonly responseSegment?: CodeSegment;
  readonly responseSample?: Data;
  /** The first status the page names. */
  readonly firstStatus?: string;
  readonly pathNames: ReadonlySet<string>;
  readonly queryNames: ReadonlySet<string>;
  /** All names the path and the samples show. */
  readonly knownNames: ReadonlySet<string>;
  /** Whether a name belongs to the body of the request. */
  bodyStarted(name: string): boolean;
}

/** Finds endpoint and samples of a page, or undefined where neither a line nor a cURL sample names an endpoint. Broken samples are reported. */
export function readLabelledPage(text: string, document: string, report: Report | undefined): LabelledPage | undefined {
  const segments = cutSegments(text);
  const curlSegment = segments.find((segment) => segment.kind === 'code' && segment.language === 'curl');
  const curl = curlSegment?.kind === 'code' ? curlSegment : undefined;
  const request = curl && readCurl(curl.text, { document, firstLine: curl.line });
  const endpoint = endpointOf(segments) ?? (request && endpointOfCurl(request));
  if (!endpoint) return undefined;
  const { operation } = endpoint;
  const body = request?.body && /^\s*[{[]/.test(request.body.text) ? request.body : undefined;
  const requestSample = body && readSample(body.text, { document, firstLine: body.line }, undefined);
  const responseSegment = responseOf(segments, curl);
  const responseSample =
    responseSegment && readSample(responseSegment.text, { document, firstLine: responseSegment.line }, report);
  const pathNames = new Set(pathParameters(operation.path));
  const queryNames = new Set(request ? requestUrl(request.url).query.map((pair) => pair.name) : []);
  const bodyNames = keysOf(requestSample?.value);
  const title = titleOf(segments);
  const firstStatus = statusOf(segments);
  return {
    document,
    ...endpoint,
    ...(title !== undefined && { title }),
    segments: withoutRepeats(segments),
    ...(curl && { curlSegment: curl }),
    ...(request && { request }),
    ...(requestSample && { requestSample }),
    ...(responseSegment && { responseSegment }),
    ...(responseSample && { responseSample }),
    ...(firstStatus !== undefined && { firstStatus }),
    pathNames,
    queryNames,
    knownNames: new Set([...pathNames, ...queryNames, ...bodyNames, ...keysOf(responseSample?.value)]),
    bodyStarted: (name) => bodyNames.has(name),
  };
}

interface EndpointFind {
  readonly operation: OperationName;
  readonly endpointLine: number;
  readonly server?: string;
}

function endpointOf(segments: readonly Segment[]): EndpointFind | undefined {
  for (const segment of segments) {
    const meaning = segment.kind === 'text' ? readLine(segment.text, new Set()) : undefined;
    if (meaning?.kind !== 'endpoint') continue;
    const method = httpMethod(meaning.method);
    if (!method) continue;
    const { path, origin: server } = requestUrl(meaning.url);
    return {
      operation: { method, path: pathTemplate(path) },
      endpointLine: segment.line,
      ...(server !== undefined && { server }),
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
function responseOf(segments: readonly Segment[], curl: CodeSegment | undefined): CodeSegment | undefined {
  let seen = false;
  for (const segment of segments) {
    if (segment === curl) seen = true;
    else if (segment.kind === 'text') {
      const meaning = readLine(segment.text, new Set());
      if (meaning.kind === 'section') seen = meaning.section === 'response' || (seen && meaning.section === 'other');
      else if (meaning.kind === 'label') seen = false;
    } else if (segment.language === 'json' && seen) return segment;
  }
  return undefined;
}

function statusOf(segments: readonly Segment[]): string | undefined {
  for (const segment of segments) {
    const meaning = segment.kind === 'text' ? readLine(segment.text, new Set()) : undefined;
    if (meaning?.kind === 'section' && meaning.status?.startsWith('2')) return meaning.status;
  }
  return undefined;
}

function titleOf(segments: readonly Segment[]): string | undefined {
  const first = segments.find((segment) => segment.kind === 'text');
  const plain = first?.kind === 'text' && readLine(first.text, new Set()).kind === 'text';
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

import type { CodeBlock } from '../../pages/page.ts';
import { endpointOf, httpMethod } from '../endpoints.ts';
import type { OperationName } from '../evidence.ts';
import { matchPath } from '../request-url.ts';
import { withoutLiteralIds } from './literal-ids.ts';
import type { NamedEndpoint } from './section-endpoints.ts';

/** More lines are a list of operations, which says nothing about any of them. */
const mostLines = 12;

const line =
  /^\s{0,20}(GET|PUT|POST|DELETE|DEL|OPTIONS|HEAD|PATCH)[ \t]{1,20}((?:https?:\/\/|\/)\S{0,1000})[ \t]{0,20}$/;

/**
 * The endpoints of a fence that holds nothing else, one a line: an operation called in several ways, by queries or by ids, or
 * several that are described together. A line that only fills in the template of another is none. Undefined for other code,
 * for calls of single things by their ids, and for one line, which `namedEndpoint` reads. Gives no diagnostics.
 */
export function fenceEndpoints(block: CodeBlock): NamedEndpoint[] | undefined {
  const lines = block.text.split('\n', mostLines + 1);
  const written = lines.flatMap((text, index) => (isBlank(text) ? [] : [{ text, index }]));
  if (written.length < 2 || lines.length > mostLines) return undefined;
  const endpoints = written.flatMap(({ text, index }): NamedEndpoint[] => {
    const [, word = '', target = ''] = line.exec(text) ?? [];
    const method = httpMethod(word);
    const endpoint = method && endpointOf(method, target);
    if (!endpoint) return [];
    const location = { document: block.location.document, line: block.textLine + index };
    return [{ ...endpoint, block: { ...block, location } }];
  });
  if (endpoints.length < written.length) return undefined;
  const named = endpoints.filter((one) => !endpoints.some((other) => other !== one && isFilledIn(one, other)));
  return named.every(({ operation }) => withoutLiteralIds(operation.path) === operation.path) ? named : undefined;
}

/** Methods of one path that a fence names together only where they do the same. */
const twins: readonly (readonly string[])[] = [
  ['get', 'post'],
  ['post', 'put'],
];

/**
 * The operations that a fence names beside one for the same path, by methods that then do the same: `GET /search` beside
 * `POST /search`. Gives no diagnostics.
 */
export function twinsOf({ block, operation }: NamedEndpoint): OperationName[] {
  const named = block.kind === 'code' ? (fenceEndpoints(block) ?? []).map((one) => one.operation) : [];
  const isPair = twins.some((pair) => named.length === 2 && named.every(({ method }) => pair.includes(method)));
  const isOne = named.every(({ path }) => path === operation.path);
  return isPair && isOne ? named.filter(({ method }) => method !== operation.method) : [];
}

/** An empty line, or a comment. */
function isBlank(text: string): boolean {
  return /^\s*(?:$|#|\/\/)/.test(text);
}

/** Whether an endpoint is another with values in place of names. */
function isFilledIn({ operation }: NamedEndpoint, { operation: template }: NamedEndpoint): boolean {
  if (operation.method !== template.method || operation.path === template.path) return false;
  const match = matchPath(template.path, operation.path);
  return match?.prefix === '' && [...match.values.values()].every((value) => !/^\{.*\}$/.test(value));
}

/** Header lines of a message, and nothing behind them. */
const headersOnly = /^(?:[A-Z][\w-]{1,60}:[ \t]{0,5}[^\n]{0,300}(?:\n\s{0,20}|$)){1,12}$/;

/** What a fence shows of a request that is its head only: its first line, and whether header lines follow. */
function requestHead(text: string): string | undefined {
  const start = text.trim();
  const end = start.indexOf('\n');
  if (end === -1) return start;
  const rest = start.slice(end + 1, end + 4000).trim();
  return headersOnly.test(rest) ? start.slice(0, end).trim() : undefined;
}

/**
 * The endpoint of a fence that shows only the request line of a message (`GET /x/:id HTTP/1.1`), or its head, which may be there to name the
 * operation or to show a call of it: without a placeholder in its path it counts as a sample. Undefined for other code, and
 * for a path with an id. Gives no diagnostics.
 */
export function requestLineEndpoint(block: CodeBlock): NamedEndpoint | undefined {
  const head = requestHead(block.text) ?? '';
  const isWhole = head === block.text.trim();
  const [, start = '', version] = /^(\S{3,7}[ \t]{1,20}\S{1,1000})(?:[ \t]{1,20}(HTTP\/[\d.]{1,3}))?$/.exec(head) ?? [];
  if (version === undefined && isWhole) return undefined;
  const [, word = '', target = ''] = line.exec(start) ?? [];
  const method = httpMethod(word);
  const endpoint = method && endpointOf(method, target);
  const path = endpoint?.operation.path ?? '';
  if (!endpoint || withoutLiteralIds(path) !== path) return undefined;
  return { ...endpoint, block, ...(!path.includes('{') && { isSample: true }) };
}

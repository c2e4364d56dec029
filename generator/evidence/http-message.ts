/** A header of a message, and its line in the text (0 for the first). */
export interface MessageHeader {
  readonly name: string;
  readonly value: string;
  readonly line: number;
}

/** The body of a message, and the line of the text at which it begins. */
export interface MessageBody {
  readonly text: string;
  readonly line: number;
}

interface MessageParts {
  /** The line of the text on which the message begins. */
  readonly line: number;
  readonly headers: readonly MessageHeader[];
  readonly body?: MessageBody;
}

/** A request or a response as it goes over the wire. */
export type HttpMessage =
  | (MessageParts & { readonly kind: 'request'; readonly method: string; readonly target: string })
  | (MessageParts & { readonly kind: 'response'; readonly status: string });

const requestLine =
  /^(GET|PUT|POST|DELETE|OPTIONS|HEAD|PATCH|TRACE)\s{1,10}((?:\/|https?:\/\/|[$<{]|[a-z_][\w.-]{0,60}\/(?=\S{1,2000}(?:\s{1,10}HTTP\/[\d.]{1,3})?\s*$))[^\n]{0,2000}?)(?:\s{1,10}HTTP\/[\d.]{1,3})?\s*$/;
const statusLine =
  /^(?:HTTP(?:\/[\d.]{1,3})?|(?:HTTP )?[Ss]tatus:(?:\s{1,5}HTTP[/ ][\d.]{1,3})?|(?:HTTP|http) (?:status )?code:?)\s{1,10}([1-5]\d\d)(?:\s[^\n]{0,200})?$/;
/** A status line without the version of the protocol, as the first line of what is shown. */
const bareStatusLine =
  /^([1-5]\d\d) (?:OK|Created|Accepted|No Content|Bad Request|Unauthorized|Forbidden|Not Found|Conflict|Unprocessable (?:Entity|Content)|Too Many Requests|Internal Server Error)$/i;
const headerLine = /^"?([A-Za-z][\w-]{0,100})"?:(?:\s(.{0,2000}))?$/;

/**
 * Reads a sample that shows HTTP/1.1 messages (RFC 9112): a start line, header lines, an empty line, the body. A request line
 * without version is one only in front of header lines or the end; a body that begins right after the headers, without the
 * empty line, is forgiven. Empty where the text does not begin with a start line; several messages follow each other where
 * a start line does.
 */
export function readHttpMessages(text: string): HttpMessage[] {
  const lines = text.split('\n');
  const first = lines.findIndex((line) => line.trim() !== '');
  const isExchange = requestLine.test(lines[first]?.trim() ?? '');
  const starts = lines.flatMap((line, index) => {
    const isBare = (index === first && bareStatusLine.test(line.trim())) || (isExchange && isShortStatus(lines, index));
    const isStart =
      isBare || statusLine.test(line.trim()) || (requestLine.test(line.trim()) && isRequest(lines, index));
    return isStart && index >= first ? [index] : [];
  });
  if (starts[0] === undefined) return [];
  if (starts[0] !== first) return starts.length === 1 ? (amongHeaders(lines, first, starts[0]) ?? []) : [];
  return starts.flatMap((start, index) => readMessage(lines, start, starts[index + 1] ?? lines.length) ?? []);
}

/** The response whose status stands among its headers (`status: 202 Accepted` behind `content-type: …`), where only headers stand before it. */
function amongHeaders(lines: readonly string[], first: number, at: number): HttpMessage[] | undefined {
  const before = lines.slice(first, at);
  if (!/^\s*status:/i.test(lines[at] ?? '') || !before.every((line) => headerLine.test(line.trim()))) return undefined;
  const response = readMessage(
    [...lines.slice(0, first), lines[at] ?? '', ...before, ...lines.slice(at + 1)],
    first,
    lines.length,
  );
  if (!response) return undefined;
  const headers = response.headers.map((one) =>
    one.line > first && one.line <= at ? { ...one, line: one.line - 1 } : one,
  );
  return [{ ...response, headers }];
}

/** A status and at most its reason, on a line of its own behind a request: the answer to that begins there. */
const shortStatusLine = /^([1-5]\d\d)(?: [A-Z][A-Za-z' -]{1,40})?$/;

/** Whether such a line stands before JSON, headers or the end. */
function isShortStatus(lines: readonly string[], at: number): boolean {
  const next = lines[at + 1]?.trim() ?? '';
  return shortStatusLine.test(lines[at]?.trim() ?? '') && (next === '' || /^[{[]/.test(next) || headerLine.test(next));
}

/**
 * Whether what looks like a request line is one: it says its version, or a header, an empty line or nothing follows, or what may be its
 * body or the status of its answer.
 */
function isRequest(lines: readonly string[], at: number): boolean {
  const line = lines[at]?.trim() ?? '';
  const next = lines[at + 1]?.trim() ?? '';
  const isFollowed = next === '' || headerLine.test(next) || isShortStatus(lines, at + 1);
  return (
    /\sHTTP\/[\d.]+$/.test(line) ||
    isFollowed ||
    opensBody.test(line) ||
    (/^(?:GET|POST|PUT|PATCH)\s/.test(line) && /^[{[]$|^\{/.test(next))
  );
}

/** A request line at the end of which its body begins: `POST /boxes {`. */
const opensBody = /^(?:POST|PUT|PATCH)\s[^{}]{1,1000}(?:\{[^{}]{1,100}\}[^{}]{0,300}){0,10}\{$/;

/** What servers send before JSON so that no script loads it. */
const unloadable = /^\s{0,20}\)\]\}',?$/;

function readMessage(lines: readonly string[], start: number, end: number): HttpMessage | undefined {
  const opening = lines[start]?.trim() ?? '';
  const headers: MessageHeader[] = [];
  let at = start + 1;
  for (; at < end; at += 1) {
    const line = lines[at]?.trim() ?? '';
    const [, name, value = ''] = headerLine.exec(line) ?? [];
    if (name === undefined) break;
    headers.push({ name, value: value.trim(), line: at });
  }
  while (at < end && (lines[at]?.trim() === '' || unloadable.test(lines[at] ?? ''))) at += 1;
  const isOpened = opensBody.test(opening) && at > start;
  if (isOpened) at = start + 1;
  const text = `${isOpened ? '{\n' : ''}${lines.slice(at, end).join('\n').trimEnd()}`;
  if (isOpened) at = start;
  const parts = { line: start, headers, ...(text !== '' && { body: { text, line: at } }) };
  const status = (statusLine.exec(opening) ?? bareStatusLine.exec(opening) ?? shortStatusLine.exec(opening))?.[1];
  if (status !== undefined) return { kind: 'response', status, ...parts };
  const [, method, target] = requestLine.exec(opening) ?? [];
  if (method === undefined || target === undefined) return undefined;
  const whole = /^[a-z_]/i.test(target) && !/^https?:/.test(target) ? `/${target}` : target;
  return { kind: 'request', method, target: isOpened ? whole.slice(0, -1).trimEnd() : whole, ...parts };
}

/** The media type that the headers of a message declare, in lower case and without parameters. */
export function messageMediaType(message: HttpMessage): string | undefined {
  const value = message.headers.find(({ name }) => /^content-type$/i.test(name))?.value;
  const type = value?.split(';', 1)[0]?.trim().toLowerCase() ?? '';
  return /^[\w.+-]+\/[\w.+*-]+$/.test(type) ? type : undefined;
}

import { inspect, isDeepStrictEqual } from 'node:util';
import type { RawRequest } from './echo-server.ts';
import { revive, type Cell, type ExpectedPart } from './matrix.ts';

// What a cell expects against what was seen: equal bytes after the normalization of RFC 3986, section 6.2.2 (upper-case hex digits,
// unreserved characters not encoded); in form bodies `%20` is `+`.

/** How a call ended: with a success or another answer, or by throwing. */
export type Outcome =
  | { readonly kind: 'success' | 'failure'; readonly body: unknown; readonly status: number }
  | { readonly kind: 'thrown'; readonly error: unknown };

/** Why a cell is not as it should be; undefined where it is. */
export async function fault(
  cell: Cell,
  outcome: Outcome,
  requests: readonly RawRequest[],
): Promise<string | undefined> {
  const { expected } = cell;
  if (expected.reject || (expected.orReject && requests.length === 0)) {
    return outcome.kind === 'thrown' && requests.length === 0 ? undefined : 'was sent';
  }
  if (cell.wire) return answerFault(cell, outcome);
  const [request] = requests;
  if (!request) return `nothing was sent: ${outcome.kind === 'thrown' ? String(outcome.error) : ''}`;
  return requestFault(cell, request);
}

function requestFault(cell: Cell, request: RawRequest): string | undefined {
  const { expected } = cell;
  const [path = ''] = request.target.split('?', 1);
  const query = request.target.slice(path.length + 1);
  const header = (name: string): string | undefined => request.headers.get(name)?.join(', ');
  const pairs: [what: string, got: string | undefined, wanted: string | null | undefined][] = [
    ['path', normalize(path.split('/').slice(3).join('/')), expected.path],
    ['query', normalize(query), expected.query],
    ['header', header(cell.parameter?.name.toLowerCase() ?? ''), expected.header],
    ...Object.entries(expected.headers ?? {}).map(([name, value]): [string, string | undefined, string] => [
      name,
      header(name),
      value,
    ]),
    ['cookie', header('cookie'), expected.cookie],
    ['content type', header('content-type')?.split(';')[0], expected.contentType],
    ['body', utf8(request.body), expected.body],
    ['form', normalizeForm(request.body), expected.form && normalizeForm(expected.form)],
  ];
  const wrong = pairs.find(
    ([what, got, wanted]) =>
      wanted !== undefined && (got ?? null) !== (wanted === null || !escaped.has(what) ? wanted : normalize(wanted)),
  );
  if (wrong) return `${wrong[0]} is ${JSON.stringify(wrong[1])}, not ${JSON.stringify(wrong[2])}`;
  return expected.parts && partsFault(request, expected.parts);
}

const escaped = new Set(['path', 'query']);

function utf8(bytes: string): string {
  return Buffer.from(bytes, 'latin1').toString('utf8');
}

/** RFC 3986, section 6.2.2. */
function normalize(text: string): string {
  return text.replaceAll(/%([\da-f]{2})/gi, (triple, hex: string) => {
    const char = String.fromCharCode(Number.parseInt(hex, 16));
    return /[\w.~-]/.test(char) ? char : triple.toUpperCase();
  });
}

function normalizeForm(text: string): string {
  return normalize(text).replaceAll('%20', '+');
}

function partsFault(request: RawRequest, expected: readonly ExpectedPart[]): string | undefined {
  const parts = readParts(request);
  if (parts.length !== expected.length) return `there are ${parts.length} parts, not ${expected.length}`;
  const index = expected.findIndex(({ name, filename, contentType, body }, position) => {
    const part = parts[position];
    return (
      part?.name !== name ||
      part.body !== body ||
      (filename !== undefined && part.filename !== filename) ||
      (contentType !== undefined && part.contentType !== contentType)
    );
  });
  return index < 0 ? undefined : `part ${index} is ${JSON.stringify(parts[index])}`;
}

/** The parts of a multipart body (RFC 2046, section 5.1; RFC 7578). */
function readParts({ headers, body }: RawRequest): Partial<ExpectedPart>[] {
  const boundary = /boundary="?([^";]+)/.exec(headers.get('content-type')?.[0] ?? '')?.[1];
  if (boundary === undefined) return [];
  const sections = utf8(`\r\n${body}`).split(`\r\n--${boundary}`).slice(1, -1);
  return sections.map((section) => {
    const end = section.indexOf('\r\n\r\n');
    const head = section.slice(0, end);
    const field = (pattern: RegExp): string | undefined => pattern.exec(head)?.[1];
    const filename = field(/; filename="([^"]*)"/i);
    const contentType = field(/\r\ncontent-type: *([^\r;]+)/i);
    const name = field(/; name="([^"]*)"/i);
    return {
      ...(name !== undefined && { name }),
      ...(filename !== undefined && { filename }),
      ...(contentType !== undefined && { contentType }),
      body: section.slice(end + 4),
    };
  });
}

async function answerFault({ expected }: Cell, outcome: Outcome): Promise<string | undefined> {
  const seen = outcome.kind === 'thrown' ? String(outcome.error) : inspect(outcome.body, { breakLength: Infinity });
  const wrong = `ended in ${outcome.kind}: ${seen}`;
  if (expected.errorAny || expected.notSilentlyTyped) return outcome.kind === 'success' ? wrong : undefined;
  if (outcome.kind === 'thrown') return wrong;
  if (expected.status !== undefined && outcome.status !== expected.status) return `has the status ${outcome.status}`;
  const wantsFailure = expected.error !== undefined || expected.errorEmpty === true;
  if ((outcome.kind === 'failure') !== wantsFailure) return wrong;
  const { body } = outcome;
  if (expected.blob !== undefined) return (await bytesText(body)) === expected.blob ? undefined : wrong;
  if (expected.empty || expected.errorEmpty) return isEmpty(body) ? undefined : wrong;
  return isDeepStrictEqual(body, revive(expected.error ?? expected.data)) ? undefined : wrong;
}

async function bytesText(body: unknown): Promise<string | undefined> {
  const isBytes = body instanceof Blob || body instanceof ArrayBuffer || body instanceof ReadableStream;
  return isBytes ? new Response(body).text() : undefined;
}

/** Some clients give an empty object for nothing. */
function isEmpty(body: unknown): boolean {
  return (
    body === undefined ||
    body === null ||
    body === '' ||
    (typeof body === 'object' && Object.keys(body).length === 0 && !(body instanceof Blob))
  );
}

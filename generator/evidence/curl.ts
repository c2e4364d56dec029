import { parse, type ParseEntry } from 'shell-quote';
import { shellLine, shellPieces, type ShellPiece } from './shell-text.ts';

// The only import of shell-quote.

/** A text with the line it stands on. */
export interface CurlPart {
  readonly text: string;
  readonly line: number;
}

/** A header line of a request, and where it stands. */
export interface CurlHeader {
  readonly name: string;
  readonly value: string;
  readonly line: number;
}

/** One part of a multipart form; a `file` part uploads a file. */
export interface CurlFormPart {
  readonly name: string;
  readonly value: string;
  readonly file: boolean;
  readonly line: number;
}

/** What a cURL command sends. Lines count in the whole document. */
export interface CurlRequest {
  /** In upper case. */
  readonly method: string;
  /** As written: placeholders and `$VARIABLES` stay. */
  readonly url: string;
  readonly urlLine: number;
  readonly headers: readonly CurlHeader[];
  /** Credentials of `-u`, as written. */
  readonly user?: CurlPart;
  readonly body?: CurlPart;
  /** Parts of `-F`. */
  readonly form: readonly CurlFormPart[];
  readonly line: number;
}

/** Where a sample stands: its document and the line its text begins on. */
export interface CurlOrigin {
  readonly document: string;
  readonly firstLine: number;
}

type Option =
  | 'method'
  | 'url'
  | 'header'
  | 'data'
  | 'encode'
  | 'json'
  | 'user'
  | 'form'
  | 'get'
  | 'head'
  | 'skip'
  | 'flag';

/** The options of curl(1) that take a value or change the request; all others are flags. */
const longOptions: Readonly<Record<string, Option>> = {
  request: 'method', url: 'url', header: 'header', data: 'data', 'data-raw': 'data', 'data-ascii': 'data',
  'data-binary': 'data', 'data-urlencode': 'encode', json: 'json', user: 'user', form: 'form', 'form-string': 'form',
  get: 'get', head: 'head', output: 'skip', 'user-agent': 'skip', cookie: 'skip', referer: 'skip', 'max-time': 'skip',
  'connect-timeout': 'skip', retry: 'skip', cacert: 'skip', cert: 'skip', key: 'skip', 'write-out': 'skip',
  proxy: 'skip', 'cookie-jar': 'skip', 'upload-file': 'skip', 'oauth2-bearer': 'skip', 'aws-sigv4': 'skip',
}; // prettier-ignore
const shortOptions: Readonly<Record<string, Option>> = {
  X: 'method', H: 'header', d: 'data', u: 'user', F: 'form', G: 'get', I: 'head', o: 'skip', A: 'skip', b: 'skip',
  e: 'skip', m: 'skip', w: 'skip', x: 'skip', c: 'skip', T: 'skip', E: 'skip',
}; // prettier-ignore

/** Where the first cURL command of a text begins (the offset of the word `curl`), or undefined. */
function curlStart(text: string): number | undefined {
  const found = /(?:^|[\s;&|(`])(curl)(?=[ \t\\])/.exec(text);
  return found ? found.index + found[0].length - 4 : undefined;
}

/** The offset just after the cURL command that begins at `start` of `text`. */
export function curlEnd(text: string, start: number): number {
  return shellPieces(text, start).at(-1)?.end ?? start;
}

/**
 * Reads the first cURL command of `text` (curl(1), POSIX shell quoting). Understands the options for method, URL,
 * headers, data, forms, user and `-G`; data without a method makes it POST. A missing closing quote is mended where
 * JSON shows the end. Returns undefined where there is no command or it names no URL; gives no diagnostics.
 */
export function readCurl(source: string, origin: CurlOrigin): CurlRequest | undefined {
  const start = curlStart(source);
  const words = start === undefined ? undefined : shellWords(source, start, origin.firstLine);
  return words && requestOf(words.slice(1), words[0]?.line ?? origin.firstLine);
}

/** The words of the command that begins at `start` of a text, quotes undone; undefined where they do not end. Gives no diagnostics. */
export function shellWords(source: string, start: number, firstLine: number): CurlPart[] | undefined {
  const text = withoutCommentLines(source);
  return commandWords(text, shellPieces(text, start), firstLine);
}

/**
 * Blanks the comment lines between continued lines, offsets kept: a shell would end the command there, but the authors
 * of samples mean it to go on.
 */
function withoutCommentLines(text: string): string {
  return text.replaceAll(/(?<=\\[ \t]*\n)[ \t]*#[^\n]*(?=\n)/g, (comment) => `${' '.repeat(comment.length - 1)}\\`);
}

function commandWords(text: string, pieces: readonly ShellPiece[], firstLine: number): CurlPart[] | undefined {
  let entries: ParseEntry[];
  try {
    entries = parse(shellLine(pieces), (name) => `$${name}`);
  } catch {
    return undefined; // an unclosed ${ or the like
  }
  const end = entries.findIndex((entry) => typeof entry !== 'string' && !('pattern' in entry));
  const texts = entries.slice(0, end === -1 ? undefined : end).map(entryText);
  return locateWords(
    text,
    texts.filter((word) => word !== undefined),
    pieces[0]?.start ?? 0,
    firstLine,
  );
}

function entryText(entry: ParseEntry): string | undefined {
  if (typeof entry === 'string') return entry;
  return 'pattern' in entry ? entry.pattern : undefined;
}

/** The shell's words come without places: each is looked for behind the one before it. */
function locateWords(text: string, words: readonly string[], start: number, firstLine: number): CurlPart[] {
  let cursor = start;
  let line = firstLine + countLines(text.slice(0, start));
  return words.map((word) => {
    const probe = word.split(/[\n'"\\$]/, 1)[0] ?? '';
    const found = text.indexOf(word, cursor);
    const offset = found === -1 ? text.indexOf(probe, cursor) : found;
    if (offset > cursor) {
      line += countLines(text.slice(cursor, offset));
      cursor = offset;
    }
    const place = { text: word, line };
    line += countLines(text.slice(cursor, cursor + (found === -1 ? probe : word).length));
    cursor += (found === -1 ? probe : word).length;
    return place;
  });
}

function countLines(text: string): number {
  return text.split('\n').length - 1;
}

interface Draft {
  method?: string;
  url?: CurlPart;
  user?: CurlPart;
  json: boolean;
  get: boolean;
  readonly headers: CurlHeader[];
  readonly data: CurlPart[];
  readonly form: CurlFormPart[];
}

function requestOf(words: readonly CurlPart[], line: number): CurlRequest | undefined {
  const draft: Draft = { json: false, get: false, headers: [], data: [], form: [] };
  for (let index = 0; index < words.length; index += 1) {
    const word = words[index];
    if (word === undefined || word.text === '') continue;
    const option = optionOf(word.text);
    if (option === undefined) draft.url ??= word;
    else {
      const takesValue = option.value === undefined && !['flag', 'get', 'head'].includes(option.kind);
      const value = takesValue ? words[(index += 1)] : { text: option.value ?? '', line: word.line };
      if (value) apply(draft, option.kind, value);
    }
  }
  return draft.url === undefined ? undefined : finish(draft, draft.url, line);
}

/** The option a word is, with the value glued to it (`-XPOST`, `--url=...`), or undefined for a plain word. */
function optionOf(word: string): { readonly kind: Option; readonly value?: string } | undefined {
  const long = /^--([a-z][\w-]*)(?:=([^]*))?$/.exec(word);
  if (long) {
    const kind = lookUp(longOptions, long[1] ?? '');
    return { kind, ...(long[2] !== undefined && { value: long[2] }) };
  }
  if (!/^-[A-Za-z#]/.test(word)) return undefined;
  for (let index = 1; index < word.length; index += 1) {
    const kind = lookUp(shortOptions, word.charAt(index));
    if (kind === 'flag') continue; // flags may be written together: -sSLX POST
    const value = word.slice(index + 1);
    return value === '' ? { kind } : { kind, value };
  }
  return { kind: 'flag' };
}

function lookUp(options: Readonly<Record<string, Option>>, name: string): Option {
  return (Object.hasOwn(options, name) ? options[name] : undefined) ?? 'flag';
}

function apply(draft: Draft, kind: Option, value: CurlPart): void {
  if (kind === 'method') draft.method = value.text;
  else if (kind === 'url') draft.url = value;
  else if (kind === 'user') draft.user = value;
  else if (kind === 'get') draft.get = true;
  else if (kind === 'head') draft.method ??= 'HEAD';
  else if (kind === 'header') {
    const header = /^([^:;\s]+)\s*[:;]([^]*)$/.exec(value.text);
    if (header) draft.headers.push({ name: header[1] ?? '', value: (header[2] ?? '').trim(), line: value.line });
  } else if (kind === 'form') {
    const part = /^([^=]+)=([^]*)$/.exec(value.text);
    const content = part?.[2] ?? '';
    const file = /^[@<]/.test(content);
    if (part) draft.form.push({ name: part[1] ?? '', value: content, file, line: value.line });
  } else if (kind === 'data' || kind === 'encode' || kind === 'json') {
    draft.data.push(value);
    draft.json ||= kind === 'json';
  }
}

function finish(draft: Draft, { text: url, line: urlLine }: CurlPart, line: number): CurlRequest {
  const { user, form, data, headers } = draft;
  const body = data.map((part) => part.text).join('&');
  const sent = data[0] !== undefined && !draft.get ? { text: body, line: data[0].line } : undefined;
  const method = draft.method ?? (draft.get || (sent === undefined && form.length === 0) ? 'GET' : 'POST');
  const hasType = headers.some((header) => header.name.toLowerCase() === 'content-type');
  const jsonType = { name: 'Content-Type', value: 'application/json', line: data[0]?.line ?? line };
  return {
    method: method.toUpperCase(),
    url: draft.get && body !== '' ? `${url}${url.includes('?') ? '&' : '?'}${body}` : url,
    urlLine,
    headers: draft.json && !hasType ? [...headers, jsonType] : headers,
    ...(user && { user }),
    ...(sent && { body: sent }),
    form,
    line,
  };
}

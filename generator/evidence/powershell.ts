import { lineFinder } from '../base/lines.ts';
import type { JsonObject, JsonValue } from '../base/json.ts';
import { isObject } from '../base/json.ts';
import type { CurlHeader, CurlOrigin, CurlPart, CurlRequest } from './curl.ts';

const cmdlet = /\b(?:Invoke-(?:RestMethod|WebRequest)|irm|iwr)[ \t`\n]+(?=[-@$"'h])/i;

/** Whether a text calls a cmdlet of PowerShell that sends requests. */
export function holdsCmdlet(text: string): boolean {
  return new RegExp(cmdlet.source, 'i').test(text);
}

/** A value with the line on which it begins. */
interface Read {
  readonly value: JsonValue | undefined;
  readonly isJson?: true;
  readonly line: number;
}

interface Cursor {
  readonly text: string;
  at: number;
  readonly variables: Map<string, Read>;
  readonly firstLine: number;
  readonly lineOf: (offset: number) => number;
}

/**
 * The requests that a PowerShell script sends by `Invoke-RestMethod` and its like, with the values of the variables that it sets before:
 * hash tables, lists, texts and numbers (about_Hash_Tables, about_Arrays). Gives no diagnostics.
 */
export function powershellRequests(text: string, { firstLine }: CurlOrigin): CurlRequest[] {
  const find = lineFinder(text);
  const lineOf = (offset: number): number => firstLine + find(offset) - 1;
  const cursor: Cursor = { text, at: 0, variables: new Map(), firstLine, lineOf };
  const found: CurlRequest[] = [];
  const statements = new RegExp(String.raw`^[ \t]*\$(\w{1,60})[ \t]*=[ \t]*(?!=)|${cmdlet.source}`, 'gim');
  for (let match = statements.exec(text); match; match = statements.exec(text)) {
    cursor.at = match.index + match[0].length;
    const variable = match[1];
    if (variable !== undefined && startsCall(cursor)) continue;
    if (variable !== undefined) cursor.variables.set(variable.toLowerCase(), expression(cursor));
    else {
      const request = requestOf(parameters(cursor), cursor.lineOf(match.index));
      if (request) found.push(request);
    }
    statements.lastIndex = Math.max(cursor.at, match.index + match[0].length);
  }
  return found;
}

function startsCall({ text, at }: Cursor): boolean {
  const call = new RegExp(cmdlet.source, 'iy');
  call.lastIndex = at;
  return call.test(text);
}

/** White space, and line ends behind a backtick. */
function skip(cursor: Cursor, space: RegExp): void {
  const sticky = new RegExp(space.source, 'y');
  sticky.lastIndex = cursor.at;
  cursor.at += sticky.exec(cursor.text)?.[0].length ?? 0;
}

const inLine = /(?:[ \t]|`[ \t]*\n)*/;
const anySpace = /(?:\s|#[^\n]*)*/;

/** The parameters of a command, by their names in lower case; a hash table in `@name` holds some. */
function parameters(cursor: Cursor): Map<string, Read> {
  const found = new Map<string, Read>();
  for (let count = 0; count < 40; count += 1) {
    skip(cursor, inLine);
    const rest = cursor.text.slice(cursor.at, cursor.at + 80);
    const name = /^-([A-Za-z]{1,40})(?::|(?=[\s`]|$))/.exec(rest);
    const splat = /^@(\w{1,60})/.exec(rest)?.[1];
    if (name) {
      cursor.at += name[0].length;
      skip(cursor, inLine);
      // a switch has no value
      if (/^(?:-[A-Za-z]|\n|$)/.test(cursor.text.slice(cursor.at, cursor.at + 2))) continue;
      found.set((name[1] ?? '').toLowerCase(), operand(cursor));
    } else if (splat !== undefined) {
      cursor.at += splat.length + 1;
      const given = cursor.variables.get(splat.toLowerCase());
      for (const [key, value] of Object.entries(isObject(given?.value) ? given.value : {}))
        found.set(key.toLowerCase(), { value, line: given?.line ?? cursor.firstLine });
    } else if (/^[$"'h]/.test(rest) && !found.has('uri')) found.set('uri', operand(cursor));
    else break;
  }
  return found;
}

/** A value, and what it is piped into. */
function expression(cursor: Cursor): Read {
  const read = operand(cursor);
  skip(cursor, inLine);
  const [piped = ''] =
    /^\|\s*ConvertTo-Json(?:[ \t]+-\w+(?:[ \t]+\d+)?)*/i.exec(cursor.text.slice(cursor.at, cursor.at + 200)) ?? [];
  cursor.at += piped.length;
  return piped === '' ? read : { ...read, isJson: true };
}

function operand(cursor: Cursor): Read {
  const { text, at } = cursor;
  const line = cursor.lineOf(at);
  if (text[at] === '(') {
    cursor.at += 1;
    skip(cursor, anySpace);
    const inner = expression(cursor);
    skip(cursor, anySpace);
    if (text[cursor.at] === ')') cursor.at += 1;
    return inner;
  }
  const [whole, name = ''] = /^\$(\w{1,60})/.exec(text.slice(at, at + 80)) ?? [];
  if (whole !== undefined && !/^(?:true|false|null)$/i.test(name)) {
    cursor.at += whole.length;
    return cursor.variables.get(name.toLowerCase()) ?? { value: undefined, line };
  }
  return { value: value(cursor, 0), line };
}

/** More levels are no sample. */
const maxDepth = 30;

function value(cursor: Cursor, depth: number): JsonValue | undefined {
  const rest = cursor.text.slice(cursor.at, cursor.at + 2);
  if (depth < maxDepth && /^@?\{/.test(rest) && rest.startsWith('@')) return table(cursor, depth);
  if (depth < maxDepth && rest === '@(') return list(cursor, depth);
  if (rest === '@"' || rest === "@'") return hereString(cursor);
  if (/^["']/.test(rest)) return quoted(cursor);
  const sticky = /\[\w{1,40}\](?=@)|[^\s;,)}|]+/y;
  sticky.lastIndex = cursor.at;
  const word = sticky.exec(cursor.text)?.[0] ?? '';
  cursor.at += word.length;
  if (word.startsWith('[') && word.endsWith(']')) return value(cursor, depth + 1);
  if (/^\$(?:true|false)$/i.test(word)) return /true/i.test(word);
  if (/^\$null$/i.test(word)) return null;
  const variable = /^\$(\w+)$/.exec(word)?.[1];
  if (variable !== undefined) return cursor.variables.get(variable.toLowerCase())?.value;
  if (/^-?\d+(?:\.\d+)?$/.test(word)) return Number(word);
  return word === '' || word.startsWith('$') ? undefined : word;
}

function quoted(cursor: Cursor): string {
  const sign = cursor.text[cursor.at] ?? '"';
  const sticky = sign === '"' ? /"((?:`.|""|[^"`])*)"?/sy : /'((?:''|[^'])*)'?/y;
  sticky.lastIndex = cursor.at;
  const [whole = sign, inner = ''] = sticky.exec(cursor.text) ?? [];
  cursor.at += Math.max(whole.length, 1);
  return sign === '"'
    ? filled(cursor, inner.replaceAll(/`(.)/gs, '$1').replaceAll('""', '"'))
    : inner.replaceAll("''", "'");
}

/** A text with the texts of the variables that it names. */
function filled({ variables }: Cursor, text: string): string {
  return text.replaceAll(/\$\{?(\w{1,60})\}?/g, (whole, name: string) => {
    const known = variables.get(name.toLowerCase())?.value;
    return typeof known === 'string' || typeof known === 'number' ? String(known) : whole;
  });
}

function hereString(cursor: Cursor): string {
  const end = cursor.text.indexOf(`\n${cursor.text[cursor.at + 1] ?? ''}@`, cursor.at);
  const from = cursor.text.indexOf('\n', cursor.at);
  const to = end === -1 ? cursor.text.length : end;
  cursor.at = end === -1 ? to : end + 3;
  return from === -1 || from >= to ? '' : cursor.text.slice(from + 1, to);
}

function list(cursor: Cursor, depth: number): JsonValue[] {
  const found: JsonValue[] = [];
  cursor.at += 2;
  for (let count = 0; count < 1000; count += 1) {
    skip(cursor, /[\s,]*/);
    if (cursor.at >= cursor.text.length || cursor.text[cursor.at] === ')') break;
    const before = cursor.at;
    const item = value(cursor, depth + 1);
    if (item !== undefined) found.push(item);
    if (cursor.at === before) break;
  }
  if (cursor.text[cursor.at] === ')') cursor.at += 1;
  return found;
}

function table(cursor: Cursor, depth: number): JsonObject {
  const found: [string, JsonValue][] = [];
  cursor.at += 2;
  for (let count = 0; count < 1000; count += 1) {
    skip(cursor, /(?:[\s;]|#[^\n]*)*/);
    const sticky = /(?:"([^"\n]{1,100})"|'([^'\n]{1,100})'|([\w-]{1,100}))[ \t]*=[ \t]*/y;
    sticky.lastIndex = cursor.at;
    const key = sticky.exec(cursor.text);
    if (!key) break;
    cursor.at += key[0].length;
    const member = value(cursor, depth + 1);
    found.push([key[1] ?? key[2] ?? key[3] ?? '', member ?? '']);
  }
  skip(cursor, anySpace);
  if (cursor.text[cursor.at] === '}') cursor.at += 1;
  return Object.fromEntries(found);
}

function requestOf(given: ReadonlyMap<string, Read>, line: number): CurlRequest | undefined {
  const uri = given.get('uri') ?? given.get('url');
  if (typeof uri?.value !== 'string') return undefined;
  const headers = headersOf(given.get('headers'));
  const type = given.get('contenttype');
  if (typeof type?.value === 'string') headers.push({ name: 'Content-Type', value: type.value, line: type.line });
  const stated = given.get('method')?.value;
  const method = typeof stated === 'string' ? stated.toUpperCase() : 'GET';
  const body = bodyOf(given.get('body'));
  const isQuery = method === 'GET' && body !== undefined && !body.text.startsWith('{');
  return {
    method,
    url: isQuery ? `${uri.value}${uri.value.includes('?') ? '&' : '?'}${body.text}` : uri.value,
    urlLine: uri.line,
    headers,
    ...(body && !isQuery && { body }),
    form: [],
    line,
  };
}

function headersOf(read: Read | undefined): CurlHeader[] {
  if (!isObject(read?.value)) return [];
  const { line, value: pairs } = read;
  return Object.entries(pairs).flatMap(([name, one]) => (typeof one === 'string' ? [{ name, value: one, line }] : []));
}

/** JSON as it is or as it is made of a hash table; a hash table alone is sent as a form. */
function bodyOf(read: Read | undefined): CurlPart | undefined {
  if (!read || read.value === undefined || read.value === null) return undefined;
  const { value: sent, line } = read;
  if (read.isJson) return { text: JSON.stringify(sent), line };
  if (typeof sent === 'string') return { text: sent, line };
  if (!isObject(sent)) return undefined;
  const pairs = Object.entries(sent).map(([name, one]) => `${name}=${encodeURIComponent(String(one))}`);
  return { text: pairs.join('&'), line };
}

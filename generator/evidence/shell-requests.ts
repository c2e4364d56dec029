import { parsedJson } from '../base/json.ts';
import { shellWords, type CurlHeader, type CurlOrigin, type CurlPart, type CurlRequest } from './curl.ts';

/** The commands of wget and of HTTPie and its like, where a line begins with them. */
const command =
  /^([ \t]*(?:[$>%#][ \t]{0,4})?)(?:wget[ \t]+\S|(?:https?|xhs?)[ \t]+(?:--?[\w-]{1,40}(?:=\S{1,200})?[ \t]+){0,6}(?:-a[ \t]+\S{1,200}[ \t]+)?(?:(?:GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS)[ \t]+\S|https?:\/\/|:\d*\/|[\w-]+(?:\.[\w-]+)*(?::\d+)?\/|[\w-]+\.[\w-]+))/m;

/** The offsets at which commands of wget, HTTPie and its like begin. Gives no diagnostics. */
export function shellRequestStarts(text: string): number[] {
  return [...text.matchAll(new RegExp(command, 'gm'))].map((match) => match.index + (match[1] ?? '').length);
}

/**
 * Reads the command of wget(1), HTTPie or xh that begins at `start` of a text. Undefined where it names no URL; gives no diagnostics.
 */
export function readShellRequest(text: string, start: number, origin: CurlOrigin): CurlRequest | undefined {
  const [program, ...words] = shellWords(text, start, origin.firstLine) ?? [];
  if (!program) return undefined;
  return program.text === 'wget' ? wgetRequest(words, program.line) : httpieRequest(program, words);
}

function headerOf({ text, line }: CurlPart): CurlHeader[] {
  const [, name, value = ''] = /^([^:;\s]{1,100})\s*[:;]([^]*)$/.exec(text) ?? [];
  return name === undefined ? [] : [{ name, value: value.trim(), line }];
}

/** Options of wget that take the next word where no `=` gives them a value. */
const wgetValues = new Set('-O -o -P -U -t -T -e --output-document --user-agent --tries --timeout'.split(' '));

function wgetRequest(words: readonly CurlPart[], line: number): CurlRequest | undefined {
  const given = new Map<string, CurlPart>();
  const headers: CurlHeader[] = [];
  let url: CurlPart | undefined;
  for (let index = 0; index < words.length; index += 1) {
    const word = words[index];
    const [, option, glued] = /^(--[a-z][\w-]*)(?:=([^]*))?$|^-\w/.exec(word?.text ?? '') ?? [];
    if (!word) continue;
    if (!word.text.startsWith('-')) url ??= word;
    else if (wgetValues.has(word.text)) index += 1;
    else if (option !== undefined && /^--(?:method|header|body-data|post-data|user|password)$/.test(option)) {
      const value = glued === undefined ? words[(index += 1)] : { text: glued, line: word.line };
      if (value && option === '--header') headers.push(...headerOf(value));
      else if (value) given.set(option, value);
    }
  }
  const body = given.get('--body-data') ?? given.get('--post-data');
  const method = given.get('--method')?.text ?? (given.has('--post-data') ? 'POST' : 'GET');
  const user = given.get('--user');
  if (!url) return undefined;
  return request({ method, url, headers, line, ...(body && { body }), ...(user && { user }) });
}

interface Draft {
  readonly method: string;
  readonly url: CurlPart;
  readonly headers: readonly CurlHeader[];
  readonly line: number;
  readonly body?: CurlPart;
  readonly user?: CurlPart;
}

function request({ method, url, ...others }: Draft): CurlRequest {
  return { ...others, method: method.toUpperCase(), url: url.text, urlLine: url.line, form: [] };
}

/** Separators of HTTPie's items, the longest first: raw JSON, query, files, data, headers. */
const item = /^((?:\\.|[^\\:=@])+?)(:=@|:=|==|=@|=|@|:)([^]*)$/;

function httpieRequest(program: CurlPart, words: readonly CurlPart[]): CurlRequest | undefined {
  const plain: CurlPart[] = [];
  let user: CurlPart | undefined;
  let isForm = false;
  for (let index = 0; index < words.length; index += 1) {
    const word = words[index];
    if (!word) continue;
    if (/^(?:-a|--auth)$/.test(word.text)) user = words[(index += 1)];
    else if (/^(?:-A|--auth-type|-o|--output|--timeout|--session|-p|--print)$/.test(word.text)) index += 1;
    else if (/^(?:-f|--form|--multipart)$/.test(word.text)) isForm = true;
    else if (!/^--?[A-Za-z]/.test(word.text)) plain.push(word);
  }
  const isMethod = /^[A-Z]{3,7}$/.test(plain[0]?.text ?? '');
  const [url, ...items] = isMethod ? plain.slice(1) : plain;
  if (!url) return undefined;
  const headers: CurlHeader[] = [];
  const query: string[] = [];
  const data: { readonly name: string; readonly value: string; readonly isRaw: boolean; readonly line: number }[] = [];
  for (const { text, line } of items) {
    const [, name = '', sign, value = ''] = item.exec(text) ?? [];
    if (sign === ':') headers.push({ name, value: value.trim(), line });
    else if (sign === '==') query.push(`${name}=${encodeURIComponent(value)}`);
    else if (sign === '=' || sign === ':=') data.push({ name, value, isRaw: sign === ':=', line });
  }
  const [first] = data;
  const pairs = data.map(({ name, value, isRaw }) =>
    isForm
      ? `${name}=${encodeURIComponent(value)}`
      : `${JSON.stringify(name)}: ${isRaw && parsedJson(value) !== undefined ? value : JSON.stringify(value)}`,
  );
  // `a[b]=c` puts values into objects, which only forms are read by
  const isNested = !isForm && data.some(({ name }) => /[[\]]/.test(name));
  const body = isForm ? pairs.join('&') : `{${pairs.join(', ')}}`;
  const scheme = /^(?:https|xhs)$/.test(program.text) ? 'https' : 'http';
  const target = wholeUrl(url.text, scheme);
  const search = query.join('&');
  return request({
    method: isMethod ? (plain[0]?.text ?? '') : first ? 'POST' : 'GET',
    url: { ...url, text: search === '' ? target : `${target}${target.includes('?') ? '&' : '?'}${search}` },
    headers: isForm && first ? [...headers, formType(first.line)] : headers,
    line: program.line,
    ...(first && !isNested && { body: { text: body, line: first.line } }),
    ...(user && { user }),
  });
}

function formType(line: number): CurlHeader {
  return { name: 'Content-Type', value: 'application/x-www-form-urlencoded', line };
}

/** `:8000/x` and `host/x` as URLs. */
function wholeUrl(text: string, scheme: string): string {
  if (/^(?:https?:\/\/|\/|\$|\{\{)/.test(text)) return text;
  return `${scheme}://${text.startsWith(':') ? `localhost${text.startsWith(':/') ? text.slice(1) : text}` : text}`;
}

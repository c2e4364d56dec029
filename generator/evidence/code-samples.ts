import { isOctetType } from '../base/octet-types.ts';
import { jsonrepair } from 'jsonrepair';
import { isDataFailure, parseData, type Data, type DataOrigin } from '../base/data.ts';
import type { Report } from '../base/diagnostic.ts';
import type { CurlRequest } from './curl.ts';
import type { Confidence, Evidence, Fact, OperationName, SecurityFact, Step, Subject } from './evidence.ts';
import { placeholderType } from '../base/placeholders.ts';
import { isPlaceholder, matchPath, pathTemplate, queryPairs, requestUrl } from './request-url.ts';

// The only import of jsonrepair.

/** A word for a type where a value should be: `{ "size": number }`. */
const bareType = /([:[,][ \t]{0,5})(string|number|integer|int|float|boolean|object|array)(?=[ \t]{0,5}[,}\]\n])/g;

/** What stands for a value without the quotes that it may have or not: `{ "size": <integer> }`. */
const bareStandIn = /([:[,]\s{0,20})<([^<>"\n]{1,100})>(?=\s{0,20}(?:[,}\]]|$))/g;

/** A variable for a value, which says nothing of it: `{ "size": {{size}} }`. */
const variable = /([:[,][ \t]{0,5})\{\{[ \t]{0,5}[\w.$-]{1,100}[ \t]{0,5}\}\}(?=[ \t]{0,5}[,}\]\n])/g;

/** A letter or sign that slipped in behind the end. */
const behindEnd = /([}\]])[^\s{}[\]"'][^{}[\]"'\n]{0,2}\s{0,9}$/;

/** Values of which one is meant: `"a" | "b"`; the first shows what they are. */
const alternatives = /("[^"\\\n]{0,200}")(?:[ \t]{0,5}(?:\||or\b)[ \t]{0,5}"[^"\\\n]{0,200}")+/g;

/**
 * Reads a sample body. Text that is not JSON (RFC 8259) is repaired where possible: comments, trailing commas,
 * missing quotes, words for types, a cut-off end, a sign behind it; a repaired sample gives `evidence/repaired-sample`, one that
 * resists `evidence/broken-sample` (and then the result is undefined). `report` undefined: nothing is reported.
 */
export function readSample(text: string, origin: DataOrigin, report: Report | undefined): Data | undefined {
  const fault = jsonFault(text);
  if (fault === undefined) return dataOf(text, origin);
  const data = dataOf(repairedJson(text), origin);
  const code = data ? 'evidence/repaired-sample' : 'evidence/broken-sample';
  report?.add(code, { document: origin.document, line: origin.firstLine ?? 1 }, fault);
  return data;
}

function dataOf(text: string | undefined, origin: DataOrigin): Data | undefined {
  if (text === undefined) return undefined;
  const data = parseData(text, origin);
  return isDataFailure(data) ? undefined : data;
}

/** Dots without quotes in the place of a value, which may be of any type. */
const bareDots = /(:[ \t]{0,20})(?:\.{3}|…)(?=[ \t]{0,20}(?:[,}\n]|$))/g;

/** A text that is nearly JSON as JSON; undefined where it is beyond repair, or nested too deeply. */
function repairedJson(text: string): string | undefined {
  if (!/^\s*[{[]/.test(text)) return undefined;
  const plain = text
    .replace(behindEnd, '$1')
    .replaceAll(alternatives, '$1')
    .replaceAll(variable, '$1null')
    .replaceAll(bareStandIn, standIn)
    .replaceAll(bareDots, '$1"<%= any %>"')
    .replaceAll(bareType, '$1"<$2>"');
  try {
    return jsonrepair(plain);
  } catch {
    return undefined;
  }
}

/** A stand-in as a text: one that names no type may be of any, as what a template computes. */
function standIn(_: string, before: string, words: string): string {
  const isType = /^(?:string|number|integer|int|float|boolean|object|array)$/.test(words);
  return `${before}"${isType ? `<${words}>` : `<%= ${words.replaceAll(/[%\\]/g, ' ')} %>`}"`;
}

function jsonFault(text: string): { format: string; reason: string } | undefined {
  try {
    JSON.parse(text);
    return undefined;
  } catch (error) {
    // The engine's message quotes the text and differs between versions: keep its first clause only.
    const reason = error instanceof SyntaxError ? error.message.split(/,| in JSON/)[0] : undefined;
    return {
      format: 'JSON',
      reason: /unterminated|end of/i.test(reason ?? '') ? 'it ends too early' : 'a syntax fault',
    };
  }
}

const credentialWords =
  /(?:^|[-_])(?:api|access|auth|app|application|subscription|private|secret|service|client|bot|admin)[-_]?(?:key|token|secret)$|^(?:x-)?(?:token|auth|api-?key|secret)$/i;

/**
 * What a header or query pair of a sample says about authentication, or undefined where it carries no credential.
 * `Authorization` is read by its scheme (RFC 9110, section 11.4); another header counts when its name, or the
 * placeholder in it, names a key, token or secret. Page tokens and the like are no credentials.
 */
export function credentialOf(name: string, value: string, place: 'header' | 'query'): SecurityFact | undefined {
  if (place === 'header' && /^authorization$/i.test(name)) {
    const scheme = /^(bearer|basic)\b/i.exec(value)?.[1]?.toLowerCase();
    if (scheme === 'bearer' || scheme === 'basic') return { type: 'http', scheme };
    return { type: 'apiKey', in: 'header', name };
  }
  const named = credentialWords.test(name) || (place === 'query' && /^appid$/i.test(name));
  const placed = /^\W*(?:your|my|the|insert)?[-_ ]?\w*?(?:api|access|auth|secret)[-_ ]?(?:key|token)\W*$/i.test(value);
  const variable = /^(?:\$\{?\w+\}?|<[^<>]+>|\{\{?[^{}]+\}?\}|(?:your|my)[-_ ].+|\.{3,}|…|\*{3,}|x{3,})$/i.test(value);
  const filledIn = variable && /(?:key|token|secret)$/i.test(name);
  const excluded = /idempoten|csrf|xsrf|cursor|page/i.test(name);
  return (named || placed || filledIn) && !excluded ? { type: 'apiKey', in: place, name } : undefined;
}

/**
 * The facts of a request sample about `operation`: server (what stands before the operation's path; only scheme and
 * host where the paths differ), path and query parameters with their values, security, media type, and the body as a
 * `sample` (properties of forms one by one), and headers that are no general ones, hedged. A body that is not valid
 * JSON gives `evidence/repaired-sample` or `evidence/broken-sample`.
 */
export function requestEvidence(
  request: CurlRequest,
  operation: OperationName,
  origin: DataOrigin,
  report?: Report,
): Evidence[] {
  const at = (line: number, subject: Subject, fact: Fact, confidence: Confidence = 'high'): Evidence => {
    return { subject, fact, location: { document: origin.document, line }, method: 'sample', confidence };
  };
  return [
    ...urlEvidence(request, operation, at),
    ...headerEvidence(request, operation, at),
    ...bodyEvidence(request, operation, origin, report, at),
    ...formEvidence(request, operation, at),
  ];
}

type At = (line: number, subject: Subject, fact: Fact, confidence?: Confidence) => Evidence;

function urlEvidence(request: CurlRequest, operation: OperationName, at: At): Evidence[] {
  const url = requestUrl(request.url);
  const match = matchPath(operation.path, url.path);
  const line = request.urlLine;
  const found: Evidence[] = [];
  if (url.origin !== undefined) {
    const prefix = pathTemplate(match?.prefix ?? '');
    const variable = prefix.indexOf('/{');
    const fixed = variable === -1 ? prefix : prefix.slice(0, variable);
    found.push(at(line, { kind: 'api' }, { kind: 'server', url: `${url.origin}${fixed}` }));
    if (variable !== -1) {
      const before: Fact = { kind: 'pathPrefix', path: prefix.slice(variable) };
      found.push(at(line, { kind: 'operation', operation }, before));
    }
  }
  for (const [name, value] of match?.values ?? []) {
    const subject: Subject = { kind: 'parameter', operation, location: 'path', name };
    found.push(at(line, subject, { kind: 'exists' }));
    if (!isPlaceholder(value)) found.push(at(line, subject, { kind: 'example', value }));
  }
  for (const { name, value } of url.query) {
    const security = credentialOf(name, value, 'query');
    const subject: Subject = { kind: 'parameter', operation, location: 'query', name };
    if (security) found.push(at(line, { kind: 'operation', operation }, { kind: 'security', security }));
    else found.push(at(line, subject, { kind: 'exists' }, 'medium'));
    const type = security ? undefined : placeholderType(value);
    if (type !== undefined) found.push(at(line, subject, { kind: 'type', words: type }));
    if (!security && value !== '' && !isPlaceholder(value))
      found.push(at(line, subject, { kind: 'example', value }, 'low'));
  }
  return found;
}

/** Headers that HTTP itself, browsers and proxies know (RFC 9110, RFC 9111): samples send them to any operation. */
const generalHeaders =
  /^(?:accept(?:-.*)?|access-control-.*|authorization|cache-control|connection|content-.*|cookie|date|dnt|expect|forwarded|host|if-.*|keep-alive|origin|pragma|range|referer|sec-.*|te|trailer|transfer-encoding|upgrade.*|user-agent|via|x-(?:requested-with|forwarded-.*|csrf.*|xsrf.*))$/i;

/** A header that says nothing of an operation: a general one, or a name that stands for any. */
function isGeneralHeader(name: string): boolean {
  return generalHeaders.test(name) || /(?:^|-)(?:custom|my|your|some|foo|any)-(?:\w+-)?(?:header|name)$/i.test(name);
}

/** Whether a text is a media type (RFC 9110, section 8.3.1), and no stand-in for one. */
function isMediaType(text: string): boolean {
  return /^[\w.+-]{1,80}\/[\w.+*-]{1,120}$/.test(text);
}

function headerEvidence(request: CurlRequest, operation: OperationName, at: At): Evidence[] {
  const subject: Subject = { kind: 'operation', operation };
  const found: Evidence[] = [];
  for (const { name, value, line } of request.headers) {
    const security = credentialOf(name, value, 'header');
    if (security) found.push(at(line, subject, { kind: 'security', security }));
    const mediaType = (value.split(';', 1)[0] ?? '').trim().toLowerCase();
    // octets are not shown
    const isLeftOut = isOctetType(mediaType) && /^(?:post|put|patch)$/.test(operation.method);
    const sendsBody = request.body !== undefined || request.form.length > 0 || isLeftOut;
    if (/^content-type$/i.test(name) && sendsBody && isMediaType(mediaType)) {
      found.push(at(line, { kind: 'request', operation, path: [] }, { kind: 'mediaType', mediaType }));
    }
    if (!security && !isGeneralHeader(name)) {
      const parameter: Subject = { kind: 'parameter', operation, location: 'header', name };
      found.push(at(line, parameter, { kind: 'exists' }, 'low'));
      if (!isPlaceholder(value)) found.push(at(line, parameter, { kind: 'example', value }, 'low'));
    }
  }
  const basic: SecurityFact = { type: 'http', scheme: 'basic' };
  if (request.user) found.push(at(request.user.line, subject, { kind: 'security', security: basic }));
  return found;
}

function bodyEvidence(
  request: CurlRequest,
  operation: OperationName,
  origin: DataOrigin,
  report: Report | undefined,
  at: At,
): Evidence[] {
  const { body } = request;
  if (body === undefined || body.text.trim() === '' || body.text.startsWith('@')) return [];
  const subject: Subject = { kind: 'request', operation, path: [] };
  const declared = request.headers.find(
    (header) => /^content-type$/i.test(header.name) && isMediaType(header.value.split(';', 1)[0]?.trim() ?? ''),
  )?.value;
  if (/^\s*[{[]/.test(body.text)) {
    const data = readSample(body.text, { document: origin.document, firstLine: body.line }, report);
    const json: Fact = { kind: 'mediaType', mediaType: 'application/json' };
    return [
      ...(declared === undefined ? [at(body.line, subject, json, 'medium')] : []),
      ...(data ? [at(body.line, subject, { kind: 'sample', data })] : []),
    ];
  }
  const form = 'application/x-www-form-urlencoded';
  // pairs that are sent as JSON are a slip of the sample: their names are those of the body all the same
  const arePairs = /^[\w.[\]%-]+=/.test(body.text);
  const isJson = /\bjson\b/i.test(declared ?? '');
  if (declared === undefined || isJson ? !arePairs : !declared.startsWith(form)) return [];
  const type: Evidence[] =
    declared === undefined ? [at(body.line, subject, { kind: 'mediaType', mediaType: form })] : [];
  return [...type, ...queryPairs(body.text).flatMap((pair) => pairEvidence(pair, body.line, operation, at))];
}

function pairEvidence(
  pair: { name: string; value: string },
  line: number,
  operation: OperationName,
  at: At,
): Evidence[] {
  const subject: Subject = { kind: 'request', operation, path: formSteps(pair.name) };
  const example = pair.value !== '' && !isPlaceholder(pair.value);
  return [
    at(line, subject, { kind: 'exists' }),
    // A form carries text only: the value shows nothing about the type.
    ...(example ? [at(line, subject, { kind: 'example', value: pair.value }, 'low')] : []),
  ];
}

/** `a[b][]` of a form, as most servers read it: property a, its property b, the items of that. */
export function formSteps(name: string): Step[] {
  const [first = '', ...rest] = name.split('[');
  return [
    { kind: 'property', name: first },
    ...rest.map((part): Step => {
      const key = part.replace(/\]$/, '');
      return /^\d*$/.test(key) ? { kind: 'items' } : { kind: 'property', name: key };
    }),
  ];
}

function formEvidence(request: CurlRequest, operation: OperationName, at: At): Evidence[] {
  const declared = request.headers.some((header) => /^content-type$/i.test(header.name));
  const first = request.form[0];
  if (first === undefined) return [];
  const mediaType: Fact = { kind: 'mediaType', mediaType: 'multipart/form-data' };
  return [
    ...(declared ? [] : [at(first.line, { kind: 'request', operation, path: [] }, mediaType)]),
    ...request.form.flatMap((part) => {
      if (!part.file) return pairEvidence(part, part.line, operation, at);
      const subject: Subject = { kind: 'request', operation, path: formSteps(part.name) };
      return [
        at(part.line, subject, { kind: 'exists' }),
        at(part.line, subject, { kind: 'type', words: 'string' }),
        at(part.line, subject, { kind: 'format', format: 'binary' }),
      ];
    }),
  ];
}

/**
 * The facts of a JavaScript (`fetch`) or Python (`requests`) sample, or any language that writes headers as quoted
 * pairs: the authentication of each header that carries a credential. Gives no diagnostics.
 */
export function codeEvidence(text: string, operation: OperationName, origin: DataOrigin): Evidence[] {
  const firstLine = origin.firstLine ?? 1;
  const pair = /["'`]?([A-Za-z][\w-]{0,100})["'`]?\s{0,20}(?::|=>|=|,)\s{0,20}f?["'`]([^"'`\n]+)["'`]/g;
  return text.split('\n').flatMap((line, index) =>
    [...line.matchAll(pair)].flatMap((match): Evidence[] => {
      const [, name = '', value = ''] = match;
      // Bare names are variables (`apiKey = '...'`), unless the name can only be a header.
      const isHeader = /-/.test(name) || /^authorization$/i.test(name);
      const security = isHeader ? credentialOf(name, value, 'header') : undefined;
      const location = { document: origin.document, line: firstLine + index };
      const subject: Subject = { kind: 'operation', operation };
      return security
        ? [{ subject, fact: { kind: 'security', security }, location, method: 'sample', confidence: 'high' }]
        : [];
    }),
  );
}

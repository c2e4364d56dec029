import { statusOf } from '../status-words.ts';
import type { ParameterLocation } from '../evidence.ts';
import { inEnglish } from '../translations.ts';
import { trimmedEnd } from '../../base/trim.ts';
import { plainText } from './markup.ts';

/**
 * What stands under a heading. `parameters` does not say where they are sent, `url` is path or query, `example` is a
 * sample of either direction, `endpoint` names the operation, `aside` is about something else.
 */
export type PartRole =
  | ParameterLocation
  | 'url'
  | 'body'
  | 'parameters'
  | 'request'
  | 'response'
  | 'example'
  | 'error'
  | 'endpoint'
  | 'aside'
  | 'other';

/** What a heading says. */
export interface HeadingRole {
  readonly role: PartRole;
  /** Whether it says nothing else: no word that names a thing. */
  readonly isPlain: boolean;
  readonly status?: string;
}

/** Words by what they say about a section. The first row that has a word of the heading decides. */
const rows: readonly (readonly [PartRole, string])[] = [
  ['error', 'error errors failure failures exception exceptions'],
  ['response', 'response responses returns return returned result results output outputs reply answer'],
  ['header', 'header headers'],
  ['cookie', 'cookie cookies'],
  ['query', 'query querystring query-string'],
  ['body', 'body requestbody payload form formdata json multipart data'],
  ['path', 'path segment'],
  ['url', 'url uri route'],
  [
    'parameters',
    'parameter parameters param params parms argument arguments arg args attribute attributes field fields',
  ],
  ['parameters', 'property properties option options input inputs variables variable'],
  ['example', 'example examples sample samples call usage curl code snippet snippets'],
  ['request', 'request requests'],
  ['endpoint', 'endpoint endpoints definition method methods resource verb syntax'],
];

const roleOfWord = new Map<string, PartRole>();
for (const [role, words] of rows.toReversed()) for (const word of words.split(' ')) roleOfWord.set(word, role);
const order = [...new Set(rows.map(([role]) => role))];

/** Headings of what is beside the matter. */
const asides =
  /^(?:(?:[\w.-]{1,20} ){0,2}(?:sdks?|cli|client librar(?:y|ies)|environment variables?)(?: [\w.-]{1,20}){0,2}|change ?logs?|changes|(?:version )?history|notes?|annotations|pricing|authenti\w+|authori[sz]ation|(?:required )?permissions?(?: required)?|rate limits?|see also)$/i;

/** Words that say nothing about a section's role. */
const fillers: ReadonlySet<string> = new Set(
  `a an the of for to and or in as from with this all any each list table string strings optional required mandatory
  possible available supported accepted allowed additional common other valid http https rest api schema structure
  structures format content type types values value details detail info information description success successful ok
  created accepted status code codes object get post put patch delete bash shell json via successfully full minimal
  constraints basic new special expected application x-www-form-urlencoded form-data objects following are is`.split(
    /\s+/,
  ),
);

/** Words of reason phrases (RFC 9110, section 15), which say nothing behind a status. */
const reasonWords: ReadonlySet<string> = new Set(
  `allowed bad conflict content entity forbidden found gateway gone implemented internal large many media method no not
  payment precondition payload partial server service timeout too unauthorized unauthorised unavailable unprocessable
  unsupported`.split(/\s+/),
);

/** Words that make what stands before them (`URL`, `path`) a list of parameters, not the operation itself. */
const lists: ReadonlySet<PartRole> = new Set(['parameters']);

/** What is longer is cut off: it names no part. */
const maxHeading = 300;

/** A status at the begin of a heading, behind a label (`Status: 404`) or before a dash or colon, and what it means. */
const statusFirst =
  /^[^\p{L}\p{N}]{0,4}(?:(?:(?:http|response) )?(?:status|response|code)(?: code)?\s?[:–—-]?\s([1-5](?:\d\d|XX)|default)\b[\s:–—-]{0,4}|([1-5](?:\d\d|XX))\s?[:–—-]\s(?=\D))(\S.*)$/isu;

/**
 * The status with which a heading begins that goes on with what it means: `Status: 404 There is no such box`, `404 - There is no
 * such box`. Undefined where it says no more than the status. Gives no diagnostics.
 */
export function headedStatus(text: string): { readonly status: string; readonly text: string } | undefined {
  const [, labelled, plain, said] = statusFirst.exec(text) ?? [];
  const status = labelled ?? plain;
  if (status === undefined || said === undefined) return undefined;
  return { status: /xx$/i.test(status) ? status.toUpperCase() : status.toLowerCase(), text: said };
}

/** A heading over what the answers of something hold: `Box response elements`. */
const overAnswer = /^(?:(?!errors?\b)[\w-]{1,30} ){0,4}(?:response|reply) (?:entit(?:y|ies)|elements?)$/i;

/** Reads a heading, a tab's label or an introducing line by its words. Gives no diagnostics. */
export function headingRole(text: string): HeadingRole {
  const written = trimmedEnd(plainText(text.slice(0, maxHeading)), ':：.');
  const plain = inEnglish(written.replace(/^(?:\d{1,2}|\d{3}(?=\.))(?:\.\d{1,3}){0,5}[.)]?\s/, '')).replace(
    /(?<=^(?:json |query )?(?:request|response|body|query|object)\s)members$/i,
    'fields',
  );
  if (asides.test(plain)) return { role: 'aside', isPlain: true };
  const [, outcome] = /^(?:up)?on (success|failure|error)(?::|$)/i.exec(plain) ?? [];
  if (outcome !== undefined) return { role: /^s/i.test(outcome) ? 'response' : 'error', isPlain: true };
  if (overAnswer.test(plain)) return { role: 'response', isPlain: true };
  // any other status (OAS 3.1, section 4.8.16)
  if (/^(?:(?:response|status)(?: code)? \(?default\)?|default response)$/i.test(plain))
    return { role: 'response', isPlain: true, status: 'default' };
  // of a body they may be refusals only: no fields stand there
  if (/^(?:http |response )?status codes?$/i.test(plain)) return { role: 'error', isPlain: true };
  if (/^data (?:structures|types|models?|definitions)$/i.test(plain)) return { role: 'other', isPlain: false };
  const status = statusOf(plain);
  const words = (plain.toLowerCase().match(/[\p{L}\d_-]+/gu) ?? []).filter((word) => /[\p{L}\d]/u.test(word));
  const known = words.map((word) => roleOfWord.get(word));
  const isStatus = /(?:^|\()[1-5]\d\d\b/.test(plain);
  const isPlain =
    words.length > 0 &&
    words.length <= 8 &&
    words.every(
      (word, at) =>
        known[at] !== undefined ||
        fillers.has(word) ||
        /^[1-5](?:\d\d|xx)$/.test(word) ||
        (word === 'default' &&
          (known.includes('response') || /^(?:status|response|code)$/.test(words[at - 1] ?? ''))) ||
        (isStatus && reasonWords.has(word)),
    );
  if (status !== undefined && isPlain) {
    return { role: /^[45]/.test(status) ? 'error' : 'response', isPlain, status };
  }
  // those of an answer are none of what it holds
  const isOfHeaders = known.includes('response') && words.includes('headers') && !known.includes('body');
  if (isPlain && isOfHeaders) return { role: 'aside', isPlain };
  if (isPlain) return { role: plainRole(words, known), isPlain };
  const headed = headedStatus(plain)?.status;
  if (headed !== undefined) return { role: /^[45]/.test(headed) ? 'error' : 'response', isPlain: true, status: headed };
  return formRole(plain) ?? { role: lastRole(known), isPlain };
}

/** Parts of an operation that pages show in several forms. */
const formed: ReadonlySet<PartRole> = new Set([
  'body',
  'request',
  'response',
  'error',
  'parameters',
  'query',
  'example',
] as const);

/** The role of a heading that says in brackets which form of a part it is: `Body (bank transfer)`. */
function formRole(plain: string): HeadingRole | undefined {
  const outside = /^([^()]{3,60}?)\s?\([^()]{1,60}\)$/.exec(plain)?.[1];
  const said = outside === undefined ? undefined : headingRole(outside);
  return said?.isPlain && formed.has(said.role) ? said : undefined;
}

/** `Example data`, `Sample of the data`. */
function isSampleData(words: readonly string[]): boolean {
  return /^(?:examples?|samples?)$/.test(words[0] ?? '') && /^(?:of|the|data| )+$/.test(words.slice(1).join(' '));
}

function plainRole(words: readonly string[], known: readonly (PartRole | undefined)[]): PartRole {
  const found = new Set(known.filter((role) => role !== undefined));
  const isList = [...found].some((role) => lists.has(role));
  if (found.has('example') && found.has('request') && !found.has('response')) return 'request';
  const best =
    order.find((role) => found.has(role)) ??
    (/^(?:success|successful|ok)$/.test(words[0] ?? '') ? 'response' : 'other');
  if (isList) return best;
  if (best === 'path' || best === 'url') return 'endpoint';
  if (best === 'query' && found.has('example')) return 'example';
  // data that is only an example may be sent or come back
  if (best === 'body' && isSampleData(words)) return 'example';
  return best === 'request' && found.has('endpoint') ? 'endpoint' : best;
}

/** `Ranking parameters`, `Bulk ban response`: the last word says what stands there, the others of what. */
function lastRole(known: readonly (PartRole | undefined)[]): PartRole {
  const last = known.at(-1);
  const before = known.at(-2);
  if (last === 'parameters') return before !== undefined && before !== 'request' && before !== 'aside' ? before : last;
  if (last === 'response' || last === 'body' || last === 'header') return last;
  if (!known.includes('example')) return 'other';
  // `Example response: added`
  const [side, ...others] = new Set(known.filter((role) => role === 'request' || role === 'response'));
  return side !== undefined && others.length === 0 ? side : 'example';
}

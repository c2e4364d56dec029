import { isObject, type JsonValue } from '../../base/json.ts';
import type { Step } from '../evidence.ts';
import { lastSentence } from './introduced-object.ts';

/** The property that the line before a sample says it shows: ``The `data` section of the result has this format:``. Gives no diagnostics. */
export function partNamed(intro: string, value: JsonValue): readonly Step[] | undefined {
  return partApart(intro, isObject(value) ? Object.keys(value) : []);
}

/** The same of an object by its names; undefined where the property is one of them: then it shows the whole. Gives no diagnostics. */
export function partApart(intro: string, names: readonly string[]): readonly Step[] | undefined {
  const name =
    /\b(?:the|each)\s+`([\w.-]{1,60})`\s+(?:section|field|property|attribute|member|key|part|object)\s+(?:of\b[^.\n`]{1,60}\s)?(?:has|is|contains|looks|holds|will|takes)\b/i.exec(
      lastSentence(intro),
    )?.[1];
  const isOutside = name === undefined || name.includes('.') || names.includes(name);
  return isOutside ? undefined : [{ kind: 'property', name }];
}

/** The item of a list that the line before it says it shows: `The response is an array of boxes, where each box has the form:`. Gives no diagnostics. */
export function itemOf(intro: string, value: JsonValue): readonly Step[] | undefined {
  const says = /\b(?:array|list) of [\w\s-]{1,60},? (?:where|of which|in which|and) (?:each|every)\b/i;
  return isObject(value) && says.test(lastSentence(intro)) ? [{ kind: 'items' }] : undefined;
}

/**
 * The status of which the line before a sample speaks: ``you will receive an HTTP `404` status:``; of several the last where that is one
 * of failure, and the sample (`value`) looks like one. Gives no diagnostics.
 */
export function introducedStatus(intro: string, value?: JsonValue): string | undefined {
  const says = lastSentence(intro);
  const failed = value === undefined || !looksFailed(value) ? undefined : lastFailure(says);
  if (failed !== undefined) return failed;
  const status = /\b(?:http|status)(?: code)?(?: of)?[ :]{1,2}`?([1-5](?:\d\d|xx))\b(?=`|\s|:)/i.exec(says)?.[1];
  // a status with its phrase, as code: `507 Insufficient Storage`
  const [named, ...others] = [...says.matchAll(/`([1-5]\d\d) [A-Z][\w' -]{1,40}`/g)].map(([, code]) => code);
  return (
    status?.toUpperCase() ?? (others.length === 0 ? (named ?? phrasedStatus(says) ?? lastNamed(says)) : lastNamed(says))
  );
}

/** The last of several statuses in code that a line names which announces something, where that is one of failure. */
function lastFailure(sentence: string): string | undefined {
  const codes = sentence.endsWith(':')
    ? [...sentence.matchAll(/[`(]([1-5]\d\d)(?=[`)\s])/g)].map(([, code]) => code)
    : [];
  const last = codes.at(-1);
  return codes.length > 1 && last !== undefined && /^[45]/.test(last) ? last : undefined;
}

/** Whether a body names what went wrong. */
function looksFailed(value: JsonValue): boolean {
  const names = isObject(value) ? Object.keys(value) : [];
  const has = (form: RegExp): boolean => names.some((name) => form.test(name));
  return (
    has(/^errors?$|^error_?(?:message|code|description)$/i) ||
    (has(/^(?:message|detail|msg)$/i) && has(/^(?:code|status|type)$/i))
  );
}

/** The status in brackets right before the colon that a line ends in: `Returns the new box (201) or a list of errors (422):`. */
function lastNamed(sentence: string): string | undefined {
  return /\((?:(?:http|status|code)\s){0,2}`?([1-5]\d\d)(?:\s[A-Z][\w -]{1,40})?`?\):$/i.exec(sentence)?.[1];
}

/** A status before its reason phrase (RFC 9110, section 15). */
const phrased =
  /(?<![\w.,-])([1-5]\d\d) (?:OK|Created|Accepted|No Content|Bad Request|Unauthorized|Forbidden|Not Found|Conflict|Unprocessable (?:Entity|Content)|Too Many Requests|Internal Server Error)\b/g;

/** The one status that a sentence names with its phrase: `the response is 201 Created and contains:`. */
function phrasedStatus(sentence: string): string | undefined {
  const [only, ...others] = new Set([...sentence.matchAll(phrased)].map(([, code]) => code));
  return others.length === 0 ? only : undefined;
}

import type { Evidence, OperationName } from '../evidence.ts';
import type { FieldRow } from './field-row.ts';
import type { Part } from './units.ts';

const mediaTypes =
  /\b(application\/(?:json|xml|x-www-form-urlencoded|octet-stream|pdf|(?:[\w.-]{1,50}\+)(?:json|xml)|x-ndjson|vnd\.[\w.-]{1,50})|multipart\/form-data|text\/(?:plain|csv|xml|html))(?![\w+-])/gi;
const anyType = /\b(application\/[\w.+-]{1,60}|multipart\/form-data|text\/[\w.+-]{1,40})/i;

/**
 * The media type (RFC 9110, section 8.3.1) of a body that the heading of its fields names, as such (`Request body
 * (application/json)`) or as a form; `rows` are the fields. Undefined where it names none. Gives no diagnostics.
 */
export function headedMediaType(heading: string, rows: readonly FieldRow[]): string | undefined {
  const named = anyType.exec(heading)?.[1]?.toLowerCase();
  if (named !== undefined) return named;
  if (/\bmultipart\b/i.test(heading)) return 'multipart/form-data';
  if (!/\bform[- ]?data\b|\bform\s+(?:parameters?|params|fields|body)\b|\burl-?encoded\b/i.test(heading))
    return undefined;
  // files need parts of their own (RFC 7578)
  const hasFile = rows.some(({ words = '' }) => /^(?:file|binary|blob)\b/i.test(words));
  return hasFile ? 'multipart/form-data' : 'application/x-www-form-urlencoded';
}

/** Whether a text under a heading such as `Content type` is a list of media types and nothing else, which describes no operation. Gives no diagnostics. */
export function listsMediaTypes(heading: string, text: string): boolean {
  if (!/^(?:(?:content|media)[- ]types?|consumes|produces)$/i.test(heading) || text.length > 1000) return false;
  return text.split('\n').every((line) => /^\s{0,9}(?:[-*+]\s{1,3})?`?[\w*.+-]{1,60}\/[\w*.+-]{1,80}`?$/.test(line));
}

/** Roles of parts that speak of what is sent. */
const sent: ReadonlySet<Part['role']> = new Set(['other', 'body', 'request', 'parameters', 'header']);
const label =
  /^\W{0,5}(?:(?:request|body|supported|accepted|allowed)\s+)*(?:encoding(?:\s+type)?|content[- ]types?|media[- ]types?|consumes|accepts|(?:body|data)\s+format)\W{0,5}[:=]?/i;

/** A sentence that says how what it takes is sent, whatever the case: `All parameters may be sent as `multipart/form-data`.` */
const sentAs =
  /^(?![^\n]*\b(?:if|when|unless|not|returns?|responses?|answers?)\b)[^\n]*\b(?:parameters?|fields|arguments|values|body|data|payload|requests?)\b[^.\n]{0,40}\b(?:sent|passed|submitted|encoded|formatted|posted|provided|use|be|go)\b(?:\s\w+){0,3}\s(?:as|in|using|with)?\s?(?:an?\s)?`?(?:application|multipart|text)\//i;

/** The same of a sentence that asks for it: ``Send the body as `multipart/form-data` ``. */
const sendAs =
  /^(?:send|submit|post|encode|pass|upload)\s(?:the\s|its\s|your\s|all\s)?(?:request\s)?(?:body|parameters|fields|data|payload|request|file)\s(?:\w{1,20}\s){0,2}(?:as|in|using|with)\s(?:an?\s)?`?(?:application|multipart|text)\//i;

/** The same of one that names the header: ``Takes a patch with `Content-Type: application/json-patch+json` ``. */
const takesAs =
  /^(?![^\n]*\b(?:if|when|unless|not|returns?|responses?|answers?)\b)(?:takes|accepts|expects|send|submit|post)\s[^\n]{1,200}\b(?:with|as|in)\s(?:the\s)?(?:header\s)?`?content-type:\s?(?:application|multipart|text)\//i;

/** The media types that lines behind a label give for the body of a request: `Encoding type: application/x-www-form-urlencoded`. */
export function statedMediaTypes(parts: readonly Part[], operation: OperationName): Evidence[] {
  return parts.flatMap(({ block, role }, at): Evidence[] => {
    if (block.kind !== 'prose' || !sent.has(role)) return [];
    const before = parts[at - 1]?.block;
    const isBehind = before?.kind === 'prose' && before.text.length < 40 && label.test(before.text);
    return labelledMediaTypes(block.text, isBehind).map((mediaType) => ({
      subject: { kind: 'request', operation, path: [] },
      fact: { kind: 'mediaType', mediaType },
      location: block.location,
      method: 'prose',
      confidence: 'high',
    }));
  });
}

/** The media types in the lines of a short text that begin with a label of media types, or say how it is sent; in all lines where a label stands before it (`isBehind`). */
export function labelledMediaTypes(text: string, isBehind: boolean): string[] {
  if (text.length > 400) return [];
  const lines = text
    .split(/\n|(?<=\.)\s/)
    .filter((line) => isBehind || label.test(line) || sentAs.test(line) || sendAs.test(line) || takesAs.test(line));
  const found = lines.flatMap((line) => [...line.matchAll(mediaTypes)].map((match) => match[1]?.toLowerCase() ?? ''));
  return [...new Set(found)];
}

import type { ProseBlock } from '../../pages/page.ts';
import type { Evidence, Fact, OperationName, Subject } from '../evidence.ts';

/** Names in code, each with what it means in parentheses, if that is said: `` `room` (its id) and `depth` ``. */
const names = String.raw`((?:\x60[A-Za-z_$][\w.$-]{0,60}\x60(?:\s\([^()\x60]{1,60}\))?(?:,\s(?:and\s)?|\s(?:and|or)\s)?){1,8})`;
const presence = String.raw`(?:\b(mandatory|required|optional)\s)?`;

/** `two optional parameters `levels` and `prefix``, `one mandatory parameter, `room`,`. */
const inFront = new RegExp(String.raw`${presence}(?:query\s)?parameters?(?:\sis|\sare)?[,:]?\s${names}`, 'gi');
/** `one mandatory `room` parameter`. */
const behind = new RegExp(String.raw`${presence}${names}\s(?:[A-Za-z]{1,20}\s){0,2}parameters?\b`, 'gi');
/** `with `from` and `to` in the query string`. */
const inQuery = new RegExp(
  String.raw`${presence}${names}[^.\n\x60]{0,60}\bin\sthe\s(?:url's\s)?query(?:\sstring)?\b`,
  'gi',
);
/** `the `page` query parameter`, `the query parameters `page` and `size``. */
const calledQuery = new RegExp(
  String.raw`${presence}(?:query(?:\sstring)?\sparameters?[,:]?\s${names}|${names}\s(?:[A-Za-z]{1,20}\s)?query(?:\sstring)?\sparameters?\b)`,
  'gi',
);
const ofQuery: ReadonlySet<RegExp> = new Set([inQuery, calledQuery]);

/** A sentence that says what the operation is given. */
const gives =
  /\b(?:takes?|accepts?|supports?|supported|expects?|requires?|needs?|mandatory|required|optional|with|given|omitted|pass|(?:paginated|filtered|sorted|controlled|limited|restricted|narrowed)(?:\sdown)?\s(?:by|using|via|through)|(?:control|filter|sort|limit|paginate|restrict)\b[^.\n]{1,80}\s(?:by|using|via|through))\b/i;

/** A sentence that says what is not so, or is about something else. */
const denies =
  /\b(?:no longer|not|never|n't|cannot|deprecated|removed|obsolete|formerly|previously|instead of|unlike|without|ignored?|if|when)\b/i;

/** A parameter of the query as a sentence names it. */
export interface SpokenName {
  readonly name: string;
  /** What stands in parentheses behind the name. */
  readonly note?: string;
}

/**
 * The parameters that a sentence calls those of the query, with what follows each in parentheses: ``the query parameters `from`
 * (date) and `to` ``; none where it does not say that they are given. Gives no diagnostics.
 */
export function queryNames(sentence: string): SpokenName[] {
  if (!gives.test(sentence) || denies.test(sentence)) return [];
  return [...sentence.matchAll(calledQuery)].flatMap(([, , first, second]) =>
    [...(first ?? second ?? '').matchAll(/`([^`]+)`(?:\s\(([^()]+)\))?/g)].map(([, name = '', note]) => ({
      name,
      ...(note !== undefined && { note }),
    })),
  );
}

/**
 * The parameters that a sentence about an operation names in code: `Takes one mandatory `room` parameter and two optional parameters
 * `levels` and `prefix``. Those of calls without a body are of the query, as are those that samples show there (`shown`); of others it
 * is not said where they are sent, and nothing is reported unless others of the same list are shown. Medium confidence. Gives no diagnostics.
 */
export function spokenParameters(
  { text, location }: ProseBlock,
  operation: OperationName,
  shown: ReadonlySet<string>,
): Evidence[] {
  if (text.length > 3000 || !/parameter|\bquery\b/i.test(text)) return [];
  const mayNotSend = /^(?:get|head|delete)$/.test(operation.method);
  const found = new Map<string, { readonly isQuery: boolean; readonly required: boolean | undefined }>();
  for (const sentence of text.split(/(?<=\.)\s+/)) {
    if (!gives.test(sentence) || denies.test(sentence)) continue;
    for (const pattern of [calledQuery, inFront, behind, inQuery]) {
      for (const [, word, first, second] of sentence.matchAll(pattern)) {
        const required = word === undefined ? undefined : !/^optional$/i.test(word);
        const list = [...(first ?? second ?? '').matchAll(/`([^`]+)`/g)].map(([, name = '']) => name);
        // those that are named together are sent together
        const isQuery = ofQuery.has(pattern) || list.some((name) => shown.has(name));
        for (const name of list) if (!found.has(name)) found.set(name, { isQuery, required });
      }
    }
  }
  return [...found].flatMap(([name, { isQuery, required }]): Evidence[] => {
    if (operation.path.includes(`{${name}}`) || !(mayNotSend || isQuery)) return [];
    const subject: Subject = { kind: 'parameter', operation, location: 'query', name };
    const facts: Fact[] = [
      { kind: 'exists' },
      ...(required === undefined ? [] : [{ kind: 'required', value: required } as const]),
    ];
    return facts.map((fact) => ({ subject, fact, location, method: 'prose', confidence: 'medium' }));
  });
}

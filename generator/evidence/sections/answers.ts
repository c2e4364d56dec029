import type { Evidence, Fact, OperationName, Subject } from '../evidence.ts';
import type { ProseBlock } from '../../pages/page.ts';
import { keyedObject } from './answer-keys.ts';
import { links, type Link, plainText, withoutLinks } from './markup.ts';
import { typeWordsOf } from './list-notes.ts';
import { referenceOf, typeText } from './references.ts';
import { isClassName } from './type-notations.ts';

/** Words that say that an operation answers, before what it answers with. */
const answers = String.raw`(?:returns?|returning|(?:respond|answer)(?:s|ed|ing)?\s+with|repl(?:y|ies|ied|ying)\s+with|gives?\s+back|sends?\s+back|yields?)`;

/** Words before a status only: of failures, of what callers get, and of verbs that go without `with` there. */
const statusWords = String.raw`(?:(?:fail|end|result|reject|refuse)(?:s|ed|ing)?\s+(?:with|in)|(?:get|receive|expect)s?|gives?|throws?|raises?|(?:responds?|answers?|repl(?:y|ies))(?=\s+\W{0,3}[1-5]\d\d\b)|(?:http\s|response\s)?(?:status|code)\s(?:code\s)?(?:is|will\sbe|of)|with\s+(?:an?\s+)?(?:http\s+)?status(?:\s+code)?)`;

const answer = new RegExp(
  String.raw`\b(?:(${answers}|response\s+(?:body\s+)?(?:is|will\s+be|contains|has(?=\s+(?:an?\s+)?(?:(?:http|status|code)\s+){0,3}\W{0,3}[1-5]\d\d\b)))|${statusWords})\b[*_:]{0,4}`,
  'gi',
);

/** A paragraph that begins with what an operation answers: `Answers with `202 Accepted`.` */
const answersFirst = new RegExp(
  String.raw`^[*_]{0,3}(?:(?:it|this|you|the\s(?:server|service))\s)?(?:(?:will|then|also)\s){0,2}(?:${answers}\b|${statusWords}\s+(?:an?\s+|the\s+)?(?:(?:http|status|code)\s+){0,2}\W{0,3}[1-5]\d\d\b)`,
  'i',
);

/** `On success the status is `200`.` */
const successFirst = /^(?:on|in case of)\s(?:success|failure)\b[^.\n]{0,60}\bstatus\b[^.\n]{0,20}[1-5]\d\d\b/i;

/** Whether a text begins with words that say what an operation answers. */
export function beginsWithAnswer(text: string): boolean {
  return answersFirst.test(text) || successFirst.test(text) || failureLine.test(text);
}

const statusCode = /(?<![\w#/.-])`?([1-5]\d\d)`?(?![\w%-]|\.\d|,\d)/g;
const statusBefore =
  /\b(?:returns?|respond\w*|with|in|back|and|status|code|an?|empty|or|the|http|of|is|otherwise|else)\W{1,4}$/i;
const statusAfter =
  /^[\s`*(]*(?:OK|Created|Accepted|No[ -]Content|Partial[ -]Content|Multi-Status|Moved|See Other|Not|Bad|Unauthorized|Payment Required|Forbidden|Method Not|Request Timeout|Conflict|Gone|Precondition|Payload Too|Unprocess|Locked|Too Many|Internal Server Error|Service Unavailable|Gateway Time|response|status|empty|error|code|if|when|on|with|and|[.,;)]|$)/i;

/**
 * What a text says of the answer of an operation: the statuses behind `returns` or `responds with`, and the entity that it
 * returns, one or a list, as a whole or under a key. `under` is the status of the heading that it stands below. Gives no diagnostics.
 */
export function answerEvidence(block: ProseBlock, operation: OperationName, under?: string): Evidence[] {
  const found: Evidence[] = [];
  const text = block.text.slice(0, 5000);
  let status = under;
  const add = (subject: Subject, fact: Fact): void => {
    found.push({ subject, fact, location: block.location, method: 'prose', confidence: 'medium' });
  };
  const keyed = keyedObject(text, block.location.document);
  for (const match of text.matchAll(answer)) {
    const sentence = clauseAt(text, match.index + match[0].length);
    // a bare number behind `you get` may count anything
    const isSaid =
      match[1] !== undefined ||
      /(?:status|code)\b[^.]*$/i.test(match[0]) ||
      /^\s*(?:`|[1-5]\d\d\s[A-Z])/.test(sentence);
    for (const code of statuses(`${isSaid ? 'returns the status' : ''} ${sentence}`)) {
      if (code.startsWith('2')) status ??= code;
      add({ kind: 'response', operation, status: code, path: [] }, { kind: 'exists' });
    }
    const isWhole = match[1] !== undefined && keyed === undefined;
    const reference = isWhole ? returnedEntity(sentence, block.location.document) : undefined;
    if (!reference || found.some(({ fact }) => fact.kind === 'refers')) continue;
    const subject: Subject = { kind: 'response', operation, path: [], ...(status !== undefined && { status }) };
    add(subject, { kind: 'exists' });
    add(subject, { kind: 'refers', reference });
  }
  for (const code of failures(text)) add({ kind: 'response', operation, status: code, path: [] }, { kind: 'exists' });
  for (const [, code = ''] of [...text.matchAll(statusReturned), ...text.matchAll(statusBehind)]) {
    if (code.startsWith('2')) status ??= code;
    add({ kind: 'response', operation, status: code, path: [] }, { kind: 'exists' });
  }
  if (keyed) {
    const path = [{ kind: 'property', name: keyed.name }] as const;
    const subject: Subject = { kind: 'response', operation, path, ...(status !== undefined && { status }) };
    const { form } = keyed.reference;
    add(subject, { kind: 'exists' });
    add(subject, { kind: 'refers', reference: keyed.reference });
    if (form === 'list') add(subject, { kind: 'type', words: 'array' });
    return found;
  }
  // whether it was done, or one value
  const words = saysTrue.test(text) ? 'boolean' : saysType.exec(text)?.groups?.['type']?.toLowerCase();
  if (words !== undefined && !found.some(({ fact }) => fact.kind === 'refers')) {
    const subject: Subject = { kind: 'response', operation, path: [], ...(status !== undefined && { status }) };
    add(subject, { kind: 'exists' });
    add(subject, { kind: 'type', words });
  } else if (!found.some(({ fact }) => fact.kind === 'refers')) {
    const reference = isReturned(text, block.location.document);
    const subject: Subject = { kind: 'response', operation, path: [], ...(status !== undefined && { status }) };
    if (reference) add(subject, { kind: 'exists' });
    if (reference) add(subject, { kind: 'refers', reference });
  }
  return found;
}

/** `Returns *Int* on success.`, `Returns the new address as *String* on success.` */
const saysType =
  /(?:^|[.\n]\s{0,3})returns\s(?:(?:an?|the)\s[^.\n*_`[\]]{1,60}\sas\s)?(?:an?\s)?(?<mark>[*_`]{1,2})(?<type>int(?:eger)?|string|float|double|number|bool(?:ean)?)\k<mark>\son\ssuccess\b/im;

/** `Returns True on success.` */
const saysTrue =
  /(?:^|[.\n]\s{0,3})(?:on success,?\s)?returns\s[*_`]{0,2}true[*_`]{0,2}(?:\s(?:on success|if|when)\b(?![^.\n]*\b(?:otherwise|else)\b(?![^.\n]*\bfalse\b))[^.\n]{0,120})?(?:\.|$)/im;

/** `If successful, a `204` is returned.`, `` `204 No Content` is returned instead. `` */
const statusReturned =
  /(?:\b(?:[Aa]n?|[Tt]he|[Ss]tatus|[Cc]ode)\s|(?=`[1-5]))(?:HTTP\s|http\s|empty\s|status\s|code\s){0,2}`?([1-5]\d\d)(?:\s[A-Z][\w-]{1,20}(?:\s[A-Z][\w-]{1,20})?)?`?(?:\s(?:status|response|code)){0,2}\s(?:is|will\sbe|gets)\s(?:returned|sent|answered|given)\b/g;

/** `Nothing is returned (204).`, ``Empty response (`204`).``, `Returns the box (`201 Created`)`. */
const statusBehind =
  /\b(?:returned|returns?|responds?|answered|(?:empty|no) (?:response|answer|body|content))\b[^.\n()]{0,80}\((?:(?:http|status|code)\s){0,2}`?([1-5]\d\d)(?:\s[A-Z][\w-]{1,20}(?:\s[A-Z][\w-]{1,20})?)?`?\)/gi;

/** The entity of which a text says that it `is returned`: `On success, the new [box](#box) is returned`. */
function isReturned(text: string, document: string): ReturnType<typeof referenceOf> {
  const [, list = '', words = '', target = ''] =
    /(?:^|[.,;]\s|\s)(?:an?\s|the\s)?((?:array|list)\sof\s)?(?:the\s)?(?:[a-z-]{1,20}\s){0,2}\[([^\][\n]{1,100})\]\(([^()\s]{1,300})\)(?:\s(?:objects?|entit(?:y|ies)))?\s(?:is|are|will\sbe)\sreturned\b/i.exec(
      text,
    ) ?? [];
  return target === '' ? undefined : referenceOf(`${list}${plainText(words)}`, target, 1, document);
}

/** The sentence from `at` on, full stops within links and numbers aside. */
function clauseAt(text: string, at: number): string {
  return /^(?:\[[^\][]*\]\([^()]*\)|`[^`]*`|\.(?=\S)|[^.\n`[]|[`[])*/.exec(text.slice(at, at + 600))?.[0] ?? '';
}

function statuses(linked: string): string[] {
  const sentence = withoutLinks(linked);
  const named = namedStatuses(sentence);
  // one after the other, each with what it means: ``401` (no key), `404` (no box) or `409` (taken)``
  return named.length === 0
    ? []
    : [...new Set([...named, ...[...sentence.matchAll(statusInRun)].flatMap(([, code]) => code ?? [])])];
}

/** A status in code that goes on a run of them, before what it means. */
const statusInRun = /[)\w`](?:,|;|,?\s(?:or|and))\s`([1-5]\d\d)`(?=\s?(?:\(|[A-Za-z]|[.,;]|$))/g;

/** A line of failures by their statuses: ``Errors: `401` No key, `404` No such box``. */
const failureLine =
  /^[*_]{0,3}(?:(?:possible|common|http|api|other)\s){0,2}(?:errors?|failures?|error\s(?:codes|statuses|responses)|(?:http\s)?status\s?codes|statuses)[*_]{0,3}:[*_]{0,3}\s{0,3}(`?[1-5]\d\d`?\b.*)$/im;

/** The statuses of a line of failures, each in code or all of it numbers. */
function failures(text: string): string[] {
  const [, line = ''] = failureLine.exec(text) ?? [];
  const isBare = /^[1-5]\d\d(?:(?:,|;|,?\s(?:or|and)|\s?\/)\s?[1-5]\d\d){0,9}\.?$/.test(line);
  return isBare
    ? (line.match(/\d{3}/g) ?? [])
    : [...` ${line}`.matchAll(/(?:^\s|[,;]\s|\s(?:or|and)\s)`([1-5]\d\d)`/g)].flatMap(([, code]) => code ?? []);
}

function namedStatuses(sentence: string): string[] {
  return [...sentence.matchAll(statusCode)].flatMap((match) => {
    const before = sentence.slice(0, match.index);
    const after = sentence.slice(match.index + match[0].length);
    // `the status is 200, otherwise 404 (no such box)`
    const isExplained = /^`?\s\([^()\d]/.test(after) && /\b(?:status|code|http)\b/i.test(before);
    const isNamed = statusBefore.test(before) && (statusAfter.test(after) || isExplained);
    // `204 if it is gone, 404 if there was none`
    const isNext =
      /[1-5]\d\d\b[^.]{1,200},\s$/.test(before) && /^(?:\s[A-Z][\w-]{1,20}){0,3}\s(?:if|when|where)\b/.test(after);
    return isNamed || isNext ? [match[1] ?? ''] : [];
  });
}

const subjectEnd =
  /\s(?:for|if|when|on|that|which|with|whose|in|of the (?:current|given|specified)|belonging|associated|from|where|after|upon|matching|containing|including|and)\s|,|;|\s–|\s—|\(/i;

/** Words for a type in code that say that it holds others of a class: `` `Box[]` ``, `` `Map<string, Box>` ``. */
const codedType =
  /^\s{0,3}(?:an?\s|the\s)?`([A-Za-z][\w.]{0,60}(?:[<[][\w<>, [\].]{0,100}[>\]]))`(?=\s{0,3}(?:[.,;)]|$|objects?\b|with\b|on\b|if\b))/;

/** A name in code that an article or a word for lists stands before: ``a `Box` ``, ``an array of `Box` objects``. */
const codedName =
  /^\s{0,3}(?:((?:an?\s)?(?:array|list|collection)\sof\s|all\s)|(an?\s|the\s))(?:[a-z]{1,20}\s){0,2}`([A-Z]\w{0,60}(?: \w{1,40}){0,3})`(?:\sobjects?)?(?=\s{0,3}(?:[.,;:(]|$|with\b|on\b|if\b|for\b|in\b))/;
/** Words in code that name no object: values, and what a protocol calls a status. */
const codedWord =
  /^(?:true|false|null|none|nil|ok|json|xml|http\b.*|.*\b(?:error|exception|status|found|content|request))$/i;

/** Several objects that are named one by one: `all created [Box](#box) objects`, `all [boxes](#box)`. */
const allOfThem =
  /^\s{0,3}all\s(?:of\s)?(?:(?:the|your|our)\s)?(?:(?:available|matching|existing|[a-z]{2,20}ed)\s){0,2}(?:\[[^\][\n]{1,100}s\]\([^()\s]{1,300}\)|\[[^\][\n]{1,100}\]\([^()\s]{1,300}\)\s(?:objects|resources|records|entities|items))/i;

/** The entity in what follows `returns`, up to where the sentence goes on. Gives no diagnostics. */
export function returnedEntity(sentence: string, document: string): ReturnType<typeof referenceOf> {
  const coded = codedType.exec(sentence)?.[1];
  const named = coded === undefined ? undefined : typeText(coded, document).reference;
  if (named) return named;
  const [, many, single, called = ''] = codedName.exec(sentence) ?? [];
  if (called !== '' && typeWordsOf(called) === undefined && !codedWord.test(called))
    return referenceOf(
      `${many !== undefined || single === undefined ? 'list of ' : ''}${called} object`,
      undefined,
      0,
      document,
    );
  // what is like the answer of another operation is no object
  if (/^\s*(?:exactly\s)?(?:the\s)?same\s(?:[a-z]{1,20}\s)?as\b/i.test(sentence)) return undefined;
  const isStatus = /^\s*(?:an?\s+)?`?[1-5]\d\d\b[^,;]{0,40}?\b(?:with|and)\s+(?:an?|the)\s+/i.exec(sentence);
  const whole = isStatus ? sentence.slice(isStatus[0].length) : sentence.replace(/^\s*(?:(?:an?|the)\b)?\s*/i, '');
  // `information about the box in form of a [Box](#box) object`
  const rest = whole.replace(/^[^[.;\n]{1,100}\b(?:in (?:the )?form of|as) an?\s(?=\[)/i, '');
  const marked = rest.replaceAll(/\]\([^()]*\)/g, (target) => target.replaceAll(/\s|,/g, ''));
  const visible = marked.replaceAll(/\([^()]*\)/g, (target) => target.replaceAll(/[\s,;()–—]/g, '\u0001'));
  const end = subjectEnd.exec(visible)?.index ?? visible.length;
  const piece = marked.slice(0, end);
  const target = links(piece);
  const plain = plainText(piece)
    .replace(/^(?:back\s+)?(?:an?\s+|the\s+)?(?:json\s+)?/i, '')
    .replace(
      /^(?:[a-z]+-)?(?:paginated|paged|ordered|sorted|filtered|flat|possibly empty)\s+(?=(?:array|list|collection|set|page)\b)/i,
      '',
    )
    .replace(
      /\b(?:new|newly created|updated|created|modified|deleted|all|complete|full|current|same|single|available|resulting)\s+/gi,
      '',
    )
    .replace(/\s+(?:as (?:the )?(?:body|response)|on success|instance|resource)$/i, '');
  const core = plain.replace(/^(array|list|collection) of (?:the )?(?:[a-z]+ )?(?=\S+ objects?$)/i, '$1 of ');
  const several = allOfThem.test(sentence) ? 'list of ' : '';
  const words =
    target.length === 1 && target[0] && core !== target[0].text
      ? core.replace(/^((?:array|list|collection|page|set)\s+of\s+)?.*?$/is, `$1${target[0].text}`)
      : core;
  // `the created Box`
  const [, name = ''] =
    /^\s*(?:an?|the)\s(?:[\w ]{1,40}\s)?(\w{1,80})$/i.exec(sentence.slice(0, end + 200).trimEnd()) ?? [];
  const isClass = isClassName(name) && core.endsWith(name);
  if (target.length === 0 && !isClass && !/\bobjects?$/i.test(core)) return undefined;
  const said = target.length === 1 && target[0] && isThing(target[0]) && !/\bobjects?$/i.test(words) ? ' object' : '';
  return referenceOf(`${several}${words}${said}`, target[0]?.target, target.length, document);
}

/** Whether a word that is also one for a text of a kind is a link to what the page describes under that name: `[Email](#email)`, but not `[String](#string)`. */
function isThing({ text, target }: Link): boolean {
  return (
    /^(?:Email|File|Slug|Time|Duration|Text|Enum|Set|Map|List|Character)$/.test(text) &&
    target.toLowerCase() === `#${text.toLowerCase()}`
  );
}

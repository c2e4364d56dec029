import { accessOf } from '../access-words.ts';
import type { JsonValue } from '../../base/json.ts';
import type { Access, ParameterLocation, SecurityFact } from '../evidence.ts';
import { enumList, foldMark, jsonLiteral } from '../nameless/items.ts';
import type { Limit } from './copied-types.ts';

/** What is glued behind the name of a property and its colon. */
const marked = /^(?:required|optional)/;

/** A name with what is glued to it. */
export interface Label {
  readonly name: string;
  /** As written. */
  readonly type?: string;
  /** What the object is called that its value, or an item of it, is. */
  readonly schema?: string;
  readonly required?: boolean;
  readonly deprecated?: true;
  readonly access?: Access;
  readonly default?: JsonValue;
  readonly description?: string;
  readonly nullable?: true;
  readonly limits?: readonly Limit[];
  /** Where it says itself that it is sent. */
  readonly place?: ParameterLocation | 'body';
  /** It is known to be within no other. */
  readonly isTop?: boolean;
}

/** What the labels of a section describe. */
export type SectionName = 'path' | 'query' | 'header' | 'cookie' | 'body' | 'response' | 'scopes' | 'other';

/** What one line of a scraped page says. */
export type LineMeaning =
  | {
      readonly kind: 'endpoint';
      readonly method: string;
      readonly url: string;
      readonly server?: string;
      readonly summary?: string;
    }
  | {
      readonly kind: 'section';
      readonly section: SectionName;
      readonly status?: string;
      readonly text?: string;
      readonly mediaType?: string;
      /** It is about how to be let in: its labels are credentials. */
      readonly access?: true;
      /** Samples follow, no descriptions. */
      readonly sample?: true;
    }
  /** Tabs of all answers; what follows is about the first. */
  | { readonly kind: 'statuses'; readonly statuses: readonly string[] }
  | { readonly kind: 'mediaType'; readonly mediaType: string }
  | { readonly kind: 'limits'; readonly limits: readonly Limit[] }
  | ({ readonly kind: 'label' } & Label)
  | { readonly kind: 'flag'; readonly flag: 'required' | 'optional' | 'deprecated' | 'nullable' | Access }
  | { readonly kind: 'options'; readonly values: readonly JsonValue[]; readonly example?: JsonValue }
  | { readonly kind: 'default'; readonly value: JsonValue }
  | { readonly kind: 'example'; readonly value: JsonValue }
  /** So many properties of the last one follow, where it says how many; where they end may be plain to see, or nowhere said. */
  | { readonly kind: 'fold'; readonly open: boolean; readonly count?: number; readonly end?: 'plain' | 'hidden' }
  /** A schema whose brackets tell where its parts end (unless it is open) begins, with so many lists around it; or it ends: -1. */
  | { readonly kind: 'block'; readonly lists: number; readonly isOpen?: true }
  | { readonly kind: 'security'; readonly security: SecurityFact }
  /** One after another. */
  | { readonly kind: 'several'; readonly meanings: readonly LineMeaning[] }
  | { readonly kind: 'text'; readonly text: string };

const word =
  '(?:string|integer|int32|int64|int|number|float|double|decimal|boolean|bool|object|array|any|null|file|binary|date-time|datetime|date|uuid|map|enum|unknown|list)';
/** What a bracket right behind a type word is where the text begins with a tag of its own. */
const tag = '<\\/?(?:p|b|i|em|strong|code|a|ul|ol|li|br|div|span)\\b';
const inBrackets = `(?!${tag})<[^<>]*(?:<[^<>]*>[^<>]*)?>`;
const atom = `${word}(?:${inBrackets})?(?:\\[\\])*`;
/** A type word whose end is plain to see, whatever follows it. */
const closedAtom = `${word}(?:${inBrackets}(?:\\[\\])*|(?:\\[\\])+)`;
/** Type words as pages print them, alternatives joined by a bar. */
const typeWords = `${atom}(?: ?\\| ?${atom})*`;
const marks = '(?:required|optional|deprecated|nullable|read-only|write-only)';
const flags = `(?:${marks}|(?:header|query|path|cookie)(?=${marks}|\\p{Lu}|$))`;
const name = '[A-Za-z_$@][\\w$.@-]*(?:\\[\\])?';
const defaultWord = `[\\w.+-](?:(?!${flags}|\\p{Lu})[\\w.+-])*(?=${flags}|\\p{Lu}|$)`;
const afterType = `((?:${flags}|default:(?:"[^"]*"|${defaultWord}))*)`;
// `[]` is of the type, not of the text
const descriptionStart = `(?=[\\p{Lu}"'\`“(\\d]|\\[(?!\\])|${tag}|$)`;

const colonLabel = new RegExp(
  `^(${name})\\s*:\\s*((?:${flags})*)\\s*(${typeWords})?${afterType}${descriptionStart}(.*)$`,
  'u',
);
/** Behind a flag the type word is sure, whatever the text after it begins with. */
const flaggedLabel = new RegExp(`^(${name})\\s*:\\s*((?:${flags})+)\\s*(${typeWords})(.*)$`, 'u');
/** Nothing marks the name's end here, so a bracket right after the type is a call, `print(…)`, unless a flag is in it. */
const call = '\\((?![Oo]ptional\\b|[Rr]equired\\b|[Dd]eprecated\\b)';
const gluedLabel = new RegExp(`^(${name}?)(${typeWords})${afterType}(?!${call})${descriptionStart}(.*)$`, 'u');
const closedLabel = new RegExp(`^(${name}?)(${closedAtom})${afterType}(?!${call})(.*)$`, 'u');
const knownLabel = new RegExp(`^\\s*(${typeWords})${afterType}(.*)$`, 'u');
const typeLine = new RegExp(`^${typeWords}$`, 'u');

/** What is longer is no label, and would cost the expressions time. */
const maxLabelLine = 10_000;

/**
 * Whether a line is a name whose type words stand on the next line. A property may itself be called `object` or
 * `date`, so names and types are told apart by counting the lines of type words that follow.
 */
export function isNameLine(lines: readonly (string | undefined)[], index: number): boolean {
  if (!/^[A-Za-z_$@][\w$.@[\]-]*$/.test(lines[index] ?? '')) return false;
  let count = 0;
  while (count < maxTypeLines && isTypeLine(lines[index + 1 + count] ?? '')) count += 1;
  return count % 2 === 1;
}

const maxTypeLines = 9;

function isTypeLine(line: string): boolean {
  return typeLine.test(line);
}

/**
 * Reads `name:requiredstringText`, `namestringrequiredText` and the like: the type word ends where a capital letter,
 * a flag or the line's end follows. Names in `known` (of the path and the samples) may be followed by any text.
 */
function readLabel(line: string, known: ReadonlySet<string>): Label | undefined {
  if (line.length > maxLabelLine) return undefined;
  const colon = colonLabel.exec(line);
  if (colon && (colon[2] !== '' || colon[3] !== undefined)) {
    return labelOf(colon[1] ?? '', colon[3], `${colon[2] ?? ''}${colon[4] ?? ''}`, colon[5] ?? '');
  }
  const flagged = flaggedLabel.exec(line);
  if (flagged) return labelOf(flagged[1] ?? '', flagged[3], flagged[2] ?? '', flagged[4] ?? '');
  const glued = gluedLabel.exec(line) ?? closedLabel.exec(line);
  if (glued && !isProse(glued, known)) return labelOf(glued[1] ?? '', glued[2], glued[3] ?? '', glued[4] ?? '');
  const own = [...known]
    .filter((candidate) => line.startsWith(candidate))
    .toSorted((left, right) => right.length - left.length);
  for (const candidate of own) {
    const found = knownLabel.exec(line.slice(candidate.length));
    if (found) return labelOf(candidate, found[1], found[2] ?? '', found[3] ?? '');
  }
  return undefined;
}

/** A lone word like "Germany" ends in a type word by chance; real names on such pages begin in lower case or have more glued to them. */
function isProse(
  [, start = '', type = '', after = '', rest = '']: RegExpExecArray,
  known: ReadonlySet<string>,
): boolean {
  if (known.has(start)) return false;
  // other words and names end in these, too: `phone_number`, `RideProfileEnum`
  if (!/\s/.test(rest) && after === '' && /^(?:number|date|file|any|map|list|int|float|double|binary|enum)$/.test(type))
    return true;
  return /^\p{Lu}\p{Ll}+$/u.test(start) && rest === '' && after === '' && !/[<[|]/.test(type);
}

function labelOf(start: string, type: string | undefined, marks: string, rest: string): Label {
  const required = /required/.test(marks) ? true : /optional/.test(marks) ? false : undefined;
  const place = /header|query|path|cookie/.exec(marks.replace(/default:(?:"[^"]*"|[\w.+-]+)/, ''))?.[0];
  const given = /default:("[^"]*"|[\w.+-]+?)(?=required|optional|deprecated|nullable|$)/.exec(marks)?.[1];
  const description = rest.trim();
  return {
    name: start,
    ...(type !== undefined && { type }),
    ...(required !== undefined && { required }),
    ...(/deprecated/.test(marks) && { deprecated: true }),
    ...(/read-only/.test(marks) && { access: 'readOnly' }),
    ...(/write-only/.test(marks) && { access: 'writeOnly' }),
    ...(place !== undefined && { place: place as ParameterLocation }),
    ...(given !== undefined && { default: literalOrText(given) }),
    ...(description !== '' && { description }),
  };
}

/** Headings of what lets a caller in. */
export const accessHeading: RegExp = /^(?:authori[sz]ations?|authentication|security):?$/i;

const sections: readonly (readonly [RegExp, SectionName])[] = [
  [/^(?:path|url|route)(?: param(?:eter)?s?| variables?)$/i, 'path'],
  [/^query(?: string)?(?: param(?:eter)?s?)?$/i, 'query'],
  [/^(?:request )?headers?(?: param(?:eter)?s?)?$/i, 'header'],
  [/^cookies?(?: param(?:eter)?s?)?$/i, 'cookie'],
  [/^(?:(?:request )?body(?: param(?:eter)?s?)?|form data|payload)$/i, 'body'],
  [/^(?:required )?scopes?$/i, 'scopes'],
  [
    /^(?:authorizations?|authentication|parameters|(?:application|multipart)\/[\w.+-]+|errors?|(?:code )?(?:examples?|samples?))$/i,
    'other',
  ],
];

/** What a line says by itself; labels are found by `readLabel`, names on a line of their own by the reader. */
export function readLine(line: string, known: ReadonlySet<string>): LineMeaning {
  const endpoint = /^(GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS|TRACE)\s*(https?:\/\/\S+|\/\S*)$/i.exec(line);
  if (endpoint) return { kind: 'endpoint', method: endpoint[1] ?? '', url: endpoint[2] ?? '' };
  const several = /^(?:20\d|30\d)(?:[45]\d\d){1,8}$/.test(line) ? line.match(/\d{3}/g) : null;
  if (several) return { kind: 'statuses', statuses: several };
  const status =
    /^(?:(?:response|returns|status(?: code)?)s?\s*(?::\s*)?)?([1-5]\d\d)(?:\s*(?:[-–:]\s*)?(\p{L}.*))?$/iu.exec(line);
  if (status) {
    const text = status[2];
    return { kind: 'section', section: 'response', ...(status[1] && { status: status[1] }), ...(text && { text }) };
  }
  if (/^(?:responses?|returns|response body)$/i.test(line)) return { kind: 'section', section: 'response' };
  for (const [pattern, section] of sections)
    if (pattern.test(line)) return { kind: 'section', section, ...(accessHeading.test(line) && { access: true }) };
  if (foldMark.test(line)) return { kind: 'fold', open: !/^hide/i.test(line) };
  const flag = /^(required|optional|deprecated|nullable)$/i.exec(line)?.[1]?.toLowerCase();
  if (flag === 'required' || flag === 'optional' || flag === 'deprecated' || flag === 'nullable')
    return { kind: 'flag', flag };
  const access = /-only$/i.test(line) ? accessOf(line) : undefined;
  if (access) return { kind: 'flag', flag: access };
  return readAddition(line) ?? readLabelLine(line, known);
}

/** What is left of a limit of the property before ("Minimum array length: `2`"), glued to the front of a label. */
const limitLeft = /^\d+(?: - \d+)?(?=[A-Za-z_$@])/;

function readLabelLine(line: string, known: ReadonlySet<string>): LineMeaning {
  const rest = limitLeft.test(line) ? line.replace(limitLeft, '') : undefined;
  const label = readLabel(line, known) ?? (rest === undefined ? undefined : readLabel(rest, known));
  if (label) return { kind: 'label', ...label };
  const literal = jsonLiteral(line);
  if (literal !== undefined) return { kind: 'example', value: literal };
  const list = enumList(line);
  const sure = list && (list.example !== undefined || list.values.length > 1);
  return sure ? { kind: 'options', ...list } : { kind: 'text', text: line };
}

/** Lines that add to the label before them: "Available options: a, b", "default:x", "Example: x". */
function readAddition(line: string): LineMeaning | undefined {
  const found =
    /^(available options|allowed values?|possible values|enum|options|default(?: value)?|examples?)\s*:(.*)$/i.exec(
      line,
    );
  // a property may itself be called `default` or `options`
  const rest = found?.[2]?.trimStart() ?? '';
  if (!found || marked.test(rest)) return undefined;
  const [, key = ''] = found;
  if (/^default/i.test(key)) return rest === '' ? undefined : { kind: 'default', value: literalOrText(rest) };
  if (/^example/i.test(key))
    return rest === '' ? { kind: 'section', section: 'other' } : { kind: 'example', value: literalOrText(rest) };
  const values = rest
    .split(',')
    .map((value) =>
      value
        .trim()
        .replace(/^[`"'](.*)[`"']$/, '$1')
        .trim(),
    )
    .filter((value) => value !== '');
  return { kind: 'options', values };
}

function literalOrText(text: string): JsonValue {
  const bare = text.replace(/^`(.*)`$/, '$1').trim();
  return jsonLiteral(bare) ?? bare;
}

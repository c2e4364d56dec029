import type { JsonValue } from '../base/json.ts';
import { typed } from './component-attributes.ts';
import type { Evidence, Fact, Subject } from './evidence.ts';
import { knownFields, namesAround, ownName, type Fields } from './known-fields.ts';
import { choiceRows } from './prose-choices.ts';
import { defaultRows } from './prose-defaults.ts';
import { isOfAnother } from './prose-enums.ts';
import { limitRows } from './prose-limits.ts';
import { markRows } from './prose-marks.ts';
import { repeatRows } from './prose-repeats.ts';
import { shownWords } from './shown-words.ts';
import { sizeRows } from './prose-sizes.ts';
import { typeRows } from './prose-types.ts';
import { valueListRows } from './prose-value-lists.ts';
import { valueRows } from './prose-values.ts';
import { proseOf, type ProseFinding, type ProseRow } from './prose.ts';

/** Ways of saying a fact, and what a text that says it in one of them has in any case: most texts have little of it. */
interface RowGroup {
  readonly rows: readonly ProseRow[];
  readonly needs: RegExp;
}

/** Every way of saying a fact in prose that is read. */
const groups: readonly RowGroup[] = [
  { rows: typeRows, needs: /./ },
  { rows: [...valueRows, ...valueListRows, ...choiceRows], needs: /[`"'“|/:=,]|\bor\b|[-*+] /i },
  {
    rows: defaultRows,
    needs:
      /default|falls? back|unless|omitted|absent|missing|unspecified|left out|empty|\bnot (?:set|specified|provided|given|present|supplied|included|passed)\b/i,
  },
  {
    rows: sizeRows,
    needs: /\d|\b(?:one|two|three|four|five|six)\b|empty|blank|duplicate|unique|pattern|regular|regex|must match/i,
  },
  { rows: limitRows, needs: /\d|negative|positive|zero/i },
  { rows: repeatRows, needs: /repeat|times|once|multiple|&|comma|['"`],/i },
  {
    rows: markRows,
    needs:
      /null|deprecated|obsolete|no longer|format|phased out|uuid|only|YYYY|ISO|RFC|required|optional|mandatory|obligatory|compulsory|(?:must|has to|needs to|need|can) (?:not )?(?:always )?be|can'?t|cannot|may|valid|absolute/i,
  },
];

/** Those of them that read other facts where the type is known. */
const typedGroups: readonly RowGroup[] = groups.filter(({ rows }) =>
  [defaultRows, sizeRows, limitRows].some((typed) => typed === rows),
);

/** Longer descriptions are read up to here. */
const maxLength = 10_000;

/**
 * Further facts that the `description` facts of parameters and of parts of bodies state in words: types, values,
 * defaults, examples, formats, limits, null and deprecation. Each has the method `prose`, or `name` where words only
 * suggest it, and the place of its description. Prose that could be about something else gives none. Gives no diagnostics.
 */
export function proseFacts(evidence: readonly Evidence[]): Evidence[] {
  const words = statedTypes(evidence);
  const shownOf = shownWords(evidence);
  const fields = knownFields(evidence);
  const chosen = chosenOthers(evidence);
  const known = new Map<string, ProseFinding[]>();
  return evidence.flatMap((one) => {
    if (one.fact.kind !== 'description' || !isPart(one.subject)) return [];
    const stated = words.get(subjectKey(one.subject)) ?? '';
    const shown = stated === '' ? shownOf(one.subject) : '';
    // pages repeat the descriptions of what they share
    const key = JSON.stringify([stated, shown, one.fact.text]);
    const findings = known.get(key) ?? readTyped(one.fact.text, stated, shown);
    known.set(key, findings);
    return findings.flatMap(({ fact: found, confidence = 'high', ofItems = false, isGuess = false }): Evidence[] => {
      const fact =
        found.kind === 'example' ? { ...found, value: valueInQuery(found.value, one.subject, stated) } : found;
      if (fact.kind === 'enum' && namesFields(fact.values, one.subject, fields)) return [];
      // in a query a list may as well be one text
      const isChosen = fact.kind === 'type' && fact.words === 'boolean' && chosen.has(subjectKey(one.subject));
      if (isChosen) return [];
      const isText = isGuess && one.subject.kind === 'parameter' && fact.kind === 'type' && fact.words === 'array';
      // values of a list are those of its items, which of a parameter have no subject of their own
      const isOwn = fact.kind === 'enum' && one.subject.kind === 'parameter';
      const subject = ofItems && !isOwn ? itemsOf(one.subject) : isText ? undefined : one.subject;
      const method = isGuess ? 'name' : 'prose';
      return subject ? [{ subject, fact, location: one.location, method, confidence }] : [];
    });
  });
}

function isTruth(value: JsonValue): boolean {
  return /^(?:true|false)$/i.test(String(value));
}

/** The subjects whose stated values are none of true and false: what `whether` says of them is no type. */
function chosenOthers(evidence: readonly Evidence[]): ReadonlySet<string> {
  return new Set(
    evidence.flatMap(({ subject, fact }) =>
      fact.kind === 'enum' && !fact.values.some(isTruth) ? [subjectKey(subject)] : [],
    ),
  );
}

/** The value of an example that a query shows: `?name=north` of the parameter `name`. Any other as it is. */
function valueInQuery(value: JsonValue, subject: Subject, words: string): JsonValue {
  if (subject.kind !== 'parameter' || subject.location !== 'query' || typeof value !== 'string') return value;
  const pairs = value.replace(/^[?&]/, '').split('&');
  const own = pairs.find((pair) => pair.startsWith(`${subject.name}=`));
  return own === undefined ? value : typed(own.slice(subject.name.length + 1), words);
}

/** Whether values are the names of fields, the subject's own among them: `at least one of a, b` of the field "a". */
function namesFields(values: readonly JsonValue[], subject: Subject, fields: Fields): boolean {
  const own = ownName(subject);
  if (own === undefined || values.length < 2 || !values.includes(own)) return false;
  const beside = namesAround(subject, fields);
  return values.every((value) => typeof value === 'string' && beside.has(value));
}

function isPart(subject: Subject): boolean {
  if (subject.kind === 'request' || subject.kind === 'response' || subject.kind === 'entity')
    return subject.path.length > 0;
  return subject.kind === 'parameter' || subject.kind === 'answerHeader';
}

/** The items of a body part; a parameter's items are no subject. */
function itemsOf(subject: Subject): Subject | undefined {
  if (subject.kind !== 'request' && subject.kind !== 'response' && subject.kind !== 'entity') return undefined;
  return { ...subject, path: [...subject.path, { kind: 'items' }] };
}

function subjectKey(subject: Subject): string {
  return JSON.stringify(subject);
}

/** The type words stated for each subject, alternatives of several places joined. */
function statedTypes(evidence: readonly Evidence[]): Map<string, string> {
  const words = new Map<string, string>();
  for (const { subject, fact } of evidence) {
    if (fact.kind !== 'type' || !isPart(subject)) continue;
    const key = subjectKey(subject);
    const before = words.get(key);
    if (before !== fact.words) words.set(key, before === undefined ? fact.words : `${before} | ${fact.words}`);
  }
  return words;
}

/**
 * The findings in a description. Where nothing else states a type, limits are read as those of the type that the prose tells, or
 * of what samples show: `An integer between 1 and 5`.
 */
function readTyped(text: string, stated: string, shown: string): ProseFinding[] {
  const findings = readProse(text, stated);
  if (stated !== '') return findings;
  const types = findings.flatMap(({ fact, isGuess }) => (fact.kind === 'type' ? [{ words: fact.words, isGuess }] : []));
  const told = types.find(({ isGuess }) => !isGuess)?.words;
  const words = told ?? (shown === '' ? (types[0]?.words ?? '') : shown);
  if (words === '') return findings;
  const kinds = new Set(findings.map(({ fact }) => fact.kind));
  const further = readProse(text, words, typedGroups).filter(
    ({ fact }) => (fact.kind === 'limit' || fact.kind === 'default') && !kinds.has(fact.kind),
  );
  return [...findings, ...further];
}

/** The findings of all rows in one description, without repetitions and without defaults that contradict each other. */
export function readProse(text: string, words: string, ways: readonly RowGroup[] = groups): ProseFinding[] {
  const cut = plainProse(text.slice(0, maxLength));
  const found = new Map<string, ProseFinding>();
  const prose = proseOf(cut, words);
  const unmarked = cut.replace(firstMark, '');
  const possible = ways.flatMap(({ rows, needs }) => (needs.test(cut) ? rows : []));
  for (const row of possible) {
    const behind = unmarked === cut ? [] : unmarked.matchAll(row.pattern);
    for (const match of [...cut.matchAll(row.pattern), ...behind]) {
      for (const finding of row.read(match, prose)) {
        if (finding.fact.kind === 'enum' && isOfAnother(match)) continue;
        const key = JSON.stringify([finding.fact, finding.ofItems ?? false]);
        if (!found.has(key)) found.set(key, finding);
      }
    }
  }
  if (prose.isList) for (const one of itemFindings(cut, words)) found.set(JSON.stringify([one.fact, true]), one);
  return agreeing([...found.values()]);
}

/** A text as the patterns expect it: in whole lines, without escapes, and with marks of emphasis only where they set apart a literal. */
function plainProse(text: string): string {
  // what a text has no sign of need not be looked for
  const lines = text.includes('\n')
    ? unwrapped(withWholeItems(text)).replaceAll(/\n[^\S\n]*(?:\n[^\S\n]*)+/g, '\n\n')
    : text;
  // long white space says nothing and would cost the patterns time
  const dense = lines.replaceAll(/[^\S\n]{9,}/g, '        ');
  // as in the cell of a table, and where an underscore is no emphasis
  const unescaped = dense.includes('\\') ? dense.replaceAll(/\\([|_.<>-])/g, '$1') : dense;
  const unbold = unescaped.includes('**') ? withoutBold(unescaped) : unescaped;
  // an underscore of emphasis is a part of no word
  return unbold.includes('_') ? unbold.replaceAll(/(?<![\w`"'])_([^_\n]{2,200})_(?![\w`"'])/g, '$1') : unbold;
}

/** A mark of presence that a description begins with, set apart from what is said of the value: `**Required.** String. …`. */
const firstMark =
  /^\s{0,3}(?:(\*\*|[*_])(?:required|optional|mandatory)[.:]?\1[.:,]?|[([](?:required|optional|mandatory)[)\]][.:,]?|(?:required|optional|mandatory)[.:;,])\s+(?=\S)/i;

/** A text whose labels are not bold (`**Default:** 5`), and whose bold literals are code. */
function withoutBold(text: string): string {
  return text
    .replaceAll(
      /\*\*((?:one of|(?:possible|allowed|valid) values|default(?: value)?|pattern|range|length|min(?:imum)?|max(?:imum)?)\s?:)\*\*[ \t]{0,3}/gi,
      '$1 ',
    )
    .replaceAll(
      /(\b(?:default(?: value)?(?: is)?|(?:possible|allowed|valid|maximum|minimum) (?:values?|choices?|options?)(?: is| are)?)\s{0,3}:?\s{1,3}|,\s{1,3}|\b(?:or|and|either)\s{1,3}|(?:^|\n)[ \t]{0,9}[-*+][ \t]{1,3})\*\*([\w.-]{1,60})\*\*/gi,
      (_, before: string, value: string) => `${before}\`${value}\``,
    );
}

/** What a list says of each of its items: `Each must be at most 20 characters long.` */
const ofEach =
  /(?:^|[.;]\s{1,3}|\n\s{0,9})(?:each|every)(?:\s(?:one|item|element|entry|value|of (?:them|these)|[a-z]{2,20}))?\s(?=(?:must|can|may|should|has|is|at|up|no|not|max|min|between|one|either)\b)([^\n]*?)(?=\.(?:\s|$)|;|\n|$)/gi;

/** The limits and formats of the items of a list. */
function itemFindings(text: string, words: string): ProseFinding[] {
  const item = /(?:^|[\s<])([a-z]+?)s?(?:>|\[\])?$/i.exec(words.trim())?.[1] ?? '';
  if (/^(?:array|list)$/i.test(item)) return [];
  return [...text.matchAll(ofEach)].flatMap(([, clause = '']) =>
    readProse(clause.slice(0, 400), item)
      .filter(({ fact, ofItems }) => (fact.kind === 'limit' || fact.kind === 'format') && !ofItems)
      .map((one): ProseFinding => ({ ...one, ofItems: true })),
  );
}

/** A text in which each item of a list is one line: the further lines of an item stand indented below its first. */
function withWholeItems(text: string): string {
  const lines: string[] = [];
  for (const line of text.split('\n')) {
    const last = lines.at(-1) ?? '';
    if (/^[ \t]*[-*+][ \t]/.test(last) && /^[ \t]{2,9}[^\s\-*+`|]/.test(line))
      lines[lines.length - 1] = `${last} ${line.trim()}`;
    else lines.push(line);
  }
  return lines.join('\n');
}

/** A text in which lines that only wrap, and go on in small letters or with code, are one. */
function unwrapped(text: string): string {
  const lines: string[] = [];
  for (const line of text.split('\n')) {
    const last = lines.at(-1) ?? '';
    const goesOn = /^[ \t]{0,9}(?:[a-z`]|\d+(?![\d.)]))/.test(line) && !/^\s*\S{1,40}\s?[-–—:=]\s/.test(line);
    if (last.length >= 40 && goesOn && !/[.:;!?|]\s*$/.test(last))
      lines[lines.length - 1] = `${last.trimEnd()} ${line.trim()}`;
    else lines.push(line);
  }
  return lines.join('\n');
}

/** Facts of which a value has only one: where prose gives several, it does not speak of this value alone. */
const singleKinds: ReadonlySet<Fact['kind']> = new Set(['default', 'type']);

/** Drops facts of which prose gives several; a list of values that lacks the default is not the whole list. */
function agreeing(findings: readonly ProseFinding[]): ProseFinding[] {
  const kept = findings.filter(({ fact }) => {
    return !singleKinds.has(fact.kind) || findings.filter((other) => other.fact.kind === fact.kind).length === 1;
  });
  const largest = kept.filter((finding) => !kept.some((other) => other !== finding && isPartOf(finding, other)));
  const fallback = largest.map(({ fact }) => fact).find((fact) => fact.kind === 'default');
  const listed = largest.flatMap(({ fact }) => (fact.kind === 'enum' ? fact.values : []));
  // as the list of values writes it: `json` or `xml`, by default JSON
  const value =
    fallback &&
    (listed.includes(fallback.value) ? undefined : listed.find((one) => isSpelledLike(one, fallback.value)));
  const spelled =
    value === undefined
      ? largest
      : largest.map((one): ProseFinding =>
          one.fact === fallback ? { ...one, fact: { kind: 'default', value } } : one,
        );
  return spelled.map((finding) => (fallback ? openUnlessListed(finding, value ?? fallback.value) : finding));
}

/** Whether a list of values is a part of another, which says more. */
function isPartOf({ fact, ofItems }: ProseFinding, other: ProseFinding): boolean {
  if (fact.kind !== 'enum' || other.fact.kind !== 'enum' || ofItems !== other.ofItems) return false;
  const all = other.fact.values;
  return fact.values.length < all.length && fact.values.every((value) => all.includes(value));
}

function isSpelledLike(one: JsonValue, other: JsonValue): boolean {
  return typeof one === 'string' && typeof other === 'string' && one.toLowerCase() === other.toLowerCase();
}

function openUnlessListed(finding: ProseFinding, fallback: JsonValue): ProseFinding {
  const { fact } = finding;
  if (fact.kind !== 'enum' || fact.values.includes(fallback)) return finding;
  return { ...finding, fact: { ...fact, closed: false } };
}

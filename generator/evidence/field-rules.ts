import type { JsonValue } from '../base/json.ts';
import { unique } from '../base/order.ts';
import { trimmedEnd } from '../base/trim.ts';
import type { FieldRule, FieldRuleKind } from './evidence.ts';
import type { Names } from './known-fields.ts';

/** One way of saying a rule; it is tried on single sentences of at most `longestSentence` characters. */
interface RuleRow {
  readonly kind: FieldRuleKind;
  readonly pattern: RegExp;
  /** What the sentence begins with. */
  readonly behind?: RegExp;
}

/** A longer sentence is no rule but a story. */
const longestSentence = 400;

const given = String.raw`(?:be (?:set|given|provided|specified|present|supplied|included|sent|passed|defined|filled)|exist|contain|have)`;
const condition = String.raw`\s+(?:only )?(?:if|when|whenever|where|unless|in case)\b`;
const obliged = String.raw`(?:required|mandatory|obligatory|must ${given})`;

/**
 * The ways, first the one that says most: what comes later is only looked for where nothing before has been found. What is
 * "not required if" something leaves open whether it is required otherwise, so it is no rule.
 */
const rows: readonly RuleRow[] = [
  { kind: 'exactlyOne', pattern: /\bexactly one of\b|\bbut not both\b|\bone and only one of\b/i },
  { kind: 'exclusive', pattern: /\bmutually[- ]exclusive\b/i },
  {
    kind: 'exclusive',
    pattern:
      /\b(?:cannot|can't|can not|may not|must not|should not|not) be (?:used|combined|set|specified|given|provided|passed|sent)(?: (?:in combination|in conjunction|together|along|at the same time))?(?: with| as| alongside|(?= together))/i,
  },
  { kind: 'exclusive', pattern: /\b(?:incompatible|conflicts?) with\b|\b(?:at most|only|no more than) one of\b/i },
  { kind: 'atLeastOne', pattern: /\b(?:at least|any) one of\b|\bone or more of\b/i },
  { kind: 'atLeastOne', pattern: new RegExp(String.raw`\b(?:either|one of)\b[^;]*\b(?:${obliged}|required)\b`, 'i') },
  {
    kind: 'forbidden',
    pattern:
      /\b(?:cannot|can't|must not|may not) be (?:set|given|used|specified|provided|passed|sent)\s+(?:if|when|whenever|unless)\b/i,
  },
  {
    kind: 'forbidden',
    pattern: /\bnot (?:allowed|permitted|supported|valid|applicable)\s+(?:if|when|whenever|unless|with)\b/i,
  },
  {
    kind: 'ignored',
    pattern: /\b(?:ignored|has no effect|not used|unused|not considered)\s+(?:if|when|whenever|unless|with)\b/i,
  },
  { kind: 'required', pattern: new RegExp(String.raw`(?<!\bnot )\b${obliged}(?:${condition}|\s+(?:with|for)\b)`, 'i') },
  {
    kind: 'needs',
    pattern: new RegExp(String.raw`\b(?:is|are|must)\s+(?:also )?(?:required|${given})`, 'i'),
    behind: /^(?:if|when) (?:(?:this|it) is )?(?:set|specified|given|provided|present|used),/i,
  },
  {
    kind: 'required',
    pattern: new RegExp(
      String.raw`(?<!\bnot )\b(?:is|are|becomes?|must)\s+(?:also )?(?:required|mandatory|${given})`,
      'i',
    ),
    behind: /^(?:if|when|unless)\b[^,]*,/i,
  },
  {
    kind: 'needs',
    pattern:
      /\bmust be (?:used|combined|sent|given|accompanied) (?:(?:together|in combination|in conjunction) )?(?:with|by)\b|^(?:this )?requires\b/i,
  },
  {
    kind: 'allowed',
    pattern:
      /\bonly (?:be )?(?:allowed|permitted|valid|used|applies|applied|applicable|available|effective|relevant|supported|considered|meaningful|present|returned|included|set|takes effect|has (?:an )?effect|works|required)\s+(?:if|when|whenever|with|for|together with|in combination with|in conjunction with)\b/i,
  },
  {
    kind: 'allowed',
    pattern:
      /\b(?:can|may) only be (?:used|set|given|specified|provided|passed|sent)\s+(?:if|when|whenever|with|for|together with|in combination with)\b/i,
  },
  {
    kind: 'allowed',
    pattern:
      /\b(?:allowed|valid|used|applies|applicable|available|present|returned) only\s+(?:if|when|whenever|with|for)\b/i,
  },
];

const literal = String.raw`(\x60[^\x60]{1,100}\x60|"[^"]{1,100}"|true|false|null|-?\d{1,15})`;
const valueRow = new RegExp(String.raw`\b(?:must|has to|should) (?:be|equal)(?: set to)? ${literal}${condition}`, 'i');

/** Kinds that speak of several fields as equals: on a whole body they need two. */
const groupKinds: ReadonlySet<FieldRuleKind> = new Set(['exclusive', 'exactlyOne', 'atLeastOne', 'needs']);

/**
 * The rules that a text states between fields, sentence by sentence, each with the fields that it names, of those that
 * `known` says exist. On a field `own` is its name, and another one must be named; without it, on a body or operation, only
 * rules between several fields are told. What depends on anything else than a field is no rule here.
 */
export function fieldRules(text: string, known: Names, own?: string): FieldRule[] {
  return sentencesOf(text).flatMap((sentence) => {
    const rule = ruleOf(sentence, known);
    if (!rule) return [];
    const field = rule.field === own ? undefined : rule.field;
    const named = namedFields(sentence, known, own);
    // what is said of another field there depends on the one that the text is of
    const isMeant = field !== undefined && own !== undefined && !named.includes(own) && /\bthis\b/.test(sentence);
    const fields = isMeant ? [...named, own] : named;
    const others = fields.filter((name) => name !== (field ?? own));
    const isTold =
      own === undefined && field === undefined ? groupKinds.has(rule.kind) && others.length > 1 : others.length > 0;
    return isTold
      ? [{ kind: rule.kind, ...(field !== undefined && { field }), fields, ...valuesOf(rule), text: sentence }]
      : [];
  });
}

interface RuleHead {
  readonly kind: FieldRuleKind;
  /** The field that the sentence says it of. */
  readonly field?: string;
  readonly values?: readonly JsonValue[];
}

function valuesOf({ values }: RuleHead): Pick<RuleHead, 'values'> {
  return values === undefined ? {} : { values };
}

function ruleOf(sentence: string, known: Names): RuleHead | undefined {
  const value = valueRow.exec(sentence);
  if (value)
    return { kind: 'value', ...fieldBefore(sentence, value.index, known), values: [literalOf(value[1] ?? '')] };
  for (const { kind, pattern, behind } of rows) {
    const start = behind === undefined ? 0 : behind.exec(sentence)?.[0].length;
    const match = start === undefined ? null : pattern.exec(sentence.slice(start));
    if (match) return { kind, ...(!groupKinds.has(kind) && fieldBefore(sentence, (start ?? 0) + match.index, known)) };
  }
  return undefined;
}

/** The field that a clause is about: the name before its verb, as in "`a` is required if". */
function fieldBefore(sentence: string, end: number, known: Names): Pick<RuleHead, 'field'> {
  const before = sentence.slice(Math.max(0, end - 120), end).replace(auxiliaries, '');
  const word = /[`"'“ ]([A-Za-z_$@][\w$@.[\]-]{0,80})[`"'”]?$/.exec(` ${before}`)?.[1];
  const field = word === undefined ? undefined : nameOf(word, known);
  return field === undefined ? {} : { field };
}

/** What may stand between a name and what is said of it. */
const auxiliaries =
  /(?: (?:parameters?|fields?|property|attribute|option|argument|is|are|was|must|can|may|will|be|only|also|then|it|this)){0,6} ?$/;

function literalOf(text: string): JsonValue {
  const inner = /^[`"](.*)[`"]$/.exec(text)?.[1] ?? text;
  const isBare = !text.startsWith('"');
  if (isBare && /^(?:true|false)$/i.test(inner)) return inner.toLowerCase() === 'true';
  if (isBare && inner.toLowerCase() === 'null') return null;
  return isBare && /^-?(?:0|[1-9]\d*)$/.test(inner) ? Number(inner) : inner;
}

/** The sentences of a text, without marks of emphasis and with the texts of links. */
function sentencesOf(text: string): string[] {
  const plain = text
    .replaceAll(/\[([^[\]\n]{1,200})\]\([^()\s]{0,300}\)/g, '$1')
    .replaceAll(/\*\*|<\/?[a-z]{1,10}\s?\/?>|\\/gi, '');
  return paragraphsOf(plain)
    .flatMap((paragraph) => paragraph.split(/(?<=[.;!]) (?![a-z])|; /))
    .map((sentence) => sentence.replace(/[.;]$/, ''))
    .filter((sentence) => sentence.length > 0 && sentence.length <= longestSentence);
}

/** Lines that belong together as one, with single spaces: a blank line ends a paragraph, the mark of an item begins one. */
function paragraphsOf(text: string): string[] {
  const paragraphs: string[][] = [[]];
  for (const line of text.split('\n').map((one) => one.trim())) {
    const item = /^(?:[-*+•]|\d{1,3}\.)\s(.*)$/.exec(line)?.[1];
    if (line === '' || item !== undefined) paragraphs.push([]);
    paragraphs.at(-1)?.push(item ?? line);
  }
  return paragraphs.map((lines) => lines.join(' ').split(/\s+/).join(' ').trim());
}

/** What may stand around a plain word that is meant as the name of a field. */
const beforeName = /(?:^|\b(?:if|when|whenever|unless|where|with|for|and|or|the|both)|,)\s?$/i;
const afterName =
  /^(?:\s+(?:is|isn't|are|equals|was|has|set|not|parameters?|fields?|property|properties|attributes?|keys?|options?|arguments?)\b|\s*=|$)/;

/** The fields that a sentence names: in code or quotes, as a word that no language has (`is_open`), or as in "if kind is". */
function namedFields(sentence: string, known: Names, own: string | undefined): string[] {
  const found: string[] = [];
  for (const match of sentence.matchAll(/[A-Za-z_$@][\w$@.[\]-]*/g)) {
    const [word] = match;
    const name = nameOf(word, known);
    if (name === undefined) continue;
    const before = sentence.slice(Math.max(0, match.index - 12), match.index);
    const after = sentence.slice(match.index + word.length, match.index + word.length + 20);
    const isQuoted = /[`"'“]$/.test(before) && /^[`"'”.=:[]/.test(after);
    const isCoined = /[_$@\d-]|[a-z][A-Z]/.test(name);
    const isPlain = beforeName.test(before) && afterName.test(after);
    if (isQuoted || isCoined || name === own || isPlain) found.push(name);
  }
  return unique(found);
}

/** The field that a word means: itself, or the one that a path of names begins with or ends in. */
function nameOf(word: string, known: Names): string | undefined {
  const plain = trimmedEnd(word, '.').replaceAll(/\[\w?\]/g, '');
  const parts = plain.split('.');
  return [word, plain, parts.at(-1) ?? '', parts[0] ?? ''].find((name) => known.has(name));
}

import { isObject, type JsonValue } from '../base/json.ts';
import { fits, isConditional, literalValue, type Prose, type ProseFinding } from './prose.ts';

/** Whether a list of values is the whole list: no condition follows it and nothing says that it only gives examples. */
export function isClosed(match: RegExpExecArray): boolean {
  const before = match.input.slice(Math.max(0, match.index - 30), match.index);
  const after = match.input.slice(match.index + match[0].length, match.index + match[0].length + 20);
  const isExample = /(?:e\.g\.|\beg\b|such as|for example|for instance|usually|typically)[^.]*$/i.test(before);
  // a further literal stands right behind where a comma was forgotten
  const goesOn = /^(?:[\s,]*(?:etc\b|and (?:so on|more|others)|or (?:any|a|an|the|other)\b|\.\.\.|…)|\s?`\w)/i.test(
    after,
  );
  return !isConditional(match) && !isExample && !goesOn && !ofSomeCases(match) && !/\binclude/i.test(match[0]);
}

/** The part of the sentence before a match, which may begin with the end of the sentence before. */
function sentenceBefore({ input, index, 0: text }: RegExpExecArray): string {
  const begin = index + (/^[.;\n\s]*/.exec(text)?.[0].length ?? 0);
  const before = input.slice(Math.max(0, begin - 200), begin);
  return before.split(/[.;!?]\s+|\n/).at(-1) ?? '';
}

/** Words that say that the value is there at all: `if set, must be one of ...` speaks of the value itself. */
const isThere =
  /\b(?:specified|provided|present|set|given|supplied|used|included|passed|sent|defined|not (?:null|empty))\b/i;

/** Whether a sentence speaks of some cases only: `For transfers this is always ...`. */
function ofSomeCases(match: RegExpExecArray): boolean {
  const [, words] =
    /^[\s*_(>-]{0,5}(?:for|if|when|while|with|in case|unless)\s(?!now\b|the time being\b|(?:this|these|all|every|each)\b)([^,]{0,60})/i.exec(
      sentenceBefore(match),
    ) ?? [];
  return words !== undefined && !isThere.test(words);
}

/**
 * Whether values are those of something else: `required if \`kind\` is one of ...`, `ctrl-<key> where <key> is one of ...`.
 * Takes the match of the words that announce them.
 */
export function isOfAnother(match: RegExpExecArray): boolean {
  const [, between] = /\b(?:if|when|unless|where|whose|whenever)\s+([^,:()]{0,60})$/i.exec(sentenceBefore(match)) ?? [];
  return between !== undefined && !isThere.test(between);
}

/** A text that stands for many: `team:<id>`, `{name}.pdf`, `user_*`. */
const hasSlot = /<[^<>\s][^<>]*>|\{[\w.-]+\}|\w\*$|^\*\.?\w|\([\w-]+\|[\w|-]+\)|…|\.{3}/;

/** Signs from one to another: `a-z`. */
const isRange = /^([a-z])\s?-\s?[a-z]$|^\d\s?-\s?\d$/i;

/** The words of a list without quotes, each as a value its type words allow. */
export function bareValues(text: string, prose: Prose): JsonValue[] {
  const words = text.split(/\s*,\s*(?:(?:or|and)\s+)?|\s+(?:or|and)\s+/).map((word) => word.replace(/\.$/, ''));
  return words.filter((word) => word !== '').map((word) => literalValue(word, false, prose));
}

/** The words of a list in one literal: `[ red green blue ]`, `[asc, desc]`. */
function listedWords(value: JsonValue): readonly JsonValue[] {
  if (typeof value !== 'string' || !/^\[[^[\]]*\]$/.test(value)) return [value];
  const words = value
    .slice(1, -1)
    .trim()
    .split(/\s*[,|]\s*|\s+/)
    .map((word) => word.replaceAll(/^["']|["']$/g, ''));
  return words.length > 1 && words.every((word) => /^[\w.-]+$/.test(word)) ? words : [value];
}

/** Whether the value is a file, of which a text lists the formats. */
function holdsFile({ text, words }: Prose): boolean {
  if (/\b(?:file|binary|blob)\b/i.test(words)) return true;
  return (
    /\b(?:formats|types|extensions)\b/i.test(text) &&
    /\b(?:file size|multipart|upload(?:s|ed)?|files? (?:less|smaller|up to|of (?:at most|up to))|(?:image|logo|audio|video|picture|photo|avatar|media) file(?! (?:types?|formats?|extensions?)\b)|base64|sent as a file)\b/i.test(
      text,
    )
  );
}

/** An enum of the value, or of its items if it is a list; nothing for fewer than `least` values, or where the type does not allow them. */
export function enumFindings(
  values: readonly JsonValue[],
  prose: Prose,
  closed: boolean,
  least: number,
): ProseFinding[] {
  const given = [...new Set(values.flatMap(listedWords).filter((value) => !isObject(value) && !Array.isArray(value)))];
  const distinct = given.filter((value) => !hasSlot.test(String(value)) && !/^etc\.?$/i.test(String(value)));
  if (given.length < least || distinct.length === 0 || given.some((value) => isRange.test(String(value)))) return [];
  const isOpen = distinct.length < given.length;
  // what a file may hold is no value of its own
  if (holdsFile(prose) && distinct.every((value) => /^\.?[a-z\d]{2,5}$/i.test(String(value)))) return [];
  if (!prose.isList && !distinct.every((value) => fits(value, prose))) return [];
  // all that a boolean can be
  if (distinct.length === 2 && distinct.every((value) => typeof value === 'boolean')) return [];
  const mayGrow =
    /\b(?:new|more|further|other|additional) (?:[\w-]{1,30} ){1,3}(?:may|might|can|could|will) be (?:added|introduced)\b/i.test(
      prose.text,
    );
  // a text may hold several of them
  const isOne =
    prose.isList ||
    !/\b(?:comma|space|pipe|semicolon)s?[- ](?:separated|delimited)\b|\b(?:separated|delimited) (?:by|with) (?:an? )?(?:comma|space|pipe|semicolon)|\bseparate (?:[a-z]{1,20} ){1,3}(?:by|with|using)\b/i.test(
      prose.text,
    );
  return [
    {
      fact: { kind: 'enum', values: distinct, closed: closed && isOne && !mayGrow && !isOpen },
      ...(prose.isList && { ofItems: true }),
    },
  ];
}

import { isObject, type JsonValue } from '../base/json.ts';
import { fits, isConditional, literalValue, type Prose, type ProseFinding } from './prose.ts';

/** Whether a list of values is the whole list: no condition follows it and nothing says that it only gives examples. */
export function isClosed(match: RegExpExecArray): boolean {
  const before = match.input.slice(Math.max(0, match.index - 30), match.index);
  const after = match.input.slice(match.index + match[0].length, match.index + match[0].length + 20);
  const isExample = /(?:e\.g\.|such as|for example|for instance|usually|typically)[^.]*$/i.test(before);
  const goesOn = /^[\s,]*(?:etc\b|and (?:so on|more|others)|or (?:any|a|an|the|other)\b|\.\.\.|…)/i.test(after);
  return !isConditional(match) && !isExample && !goesOn && !/\binclude/i.test(match[0]);
}

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

/** An enum of the value, or of its items if it is a list; nothing for fewer than `least` values, or where the type does not allow them. */
export function enumFindings(
  values: readonly JsonValue[],
  prose: Prose,
  closed: boolean,
  least: number,
): ProseFinding[] {
  const distinct = [
    ...new Set(values.flatMap(listedWords).filter((value) => !isObject(value) && !Array.isArray(value))),
  ];
  if (distinct.length < least || distinct.every((value) => /^<[^<>]+>$/.test(String(value)))) return [];
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
    !/\b(?:comma|space|pipe|semicolon)s?[- ](?:separated|delimited)\b|\b(?:separated|delimited) (?:by|with) (?:an? )?(?:comma|space|pipe|semicolon)/i.test(
      prose.text,
    );
  return [
    {
      fact: { kind: 'enum', values: distinct, closed: closed && isOne && !mayGrow },
      ...(prose.isList && { ofItems: true }),
    },
  ];
}

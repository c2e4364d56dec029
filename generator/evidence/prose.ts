import { parsedJson, type JsonValue } from '../base/json.ts';
import type { Confidence, Fact } from './evidence.ts';

/** The description of one value, and what is known of its type. */
export interface Prose {
  readonly text: string;
  /** The type words stated elsewhere for the value; empty if there are none. */
  readonly words: string;
  /** Whether these words allow a value of the kind; where none are stated, everything is allowed. */
  readonly may: Readonly<Record<'string' | 'number' | 'boolean' | 'list' | 'object', boolean>>;
  /** Whether the words say a list and nothing else. */
  readonly isList: boolean;
}

/** What a row reads out of one match. */
export interface ProseFinding {
  readonly fact: Fact;
  /** High unless said otherwise. */
  readonly confidence?: Confidence;
  /** The fact is about the items of the value, which is a list. */
  readonly ofItems?: boolean;
  /** The words only suggest it: what anything else says, a sample too, counts more. */
  readonly isGuess?: boolean;
}

/** One way of saying a fact in prose. */
export interface ProseRow {
  readonly name: string;
  /** Has the flag `g`. */
  readonly pattern: RegExp;
  read(match: RegExpExecArray, prose: Prose): readonly ProseFinding[];
}

/** A description with what its type words allow. */
export function proseOf(text: string, words: string): Prose {
  const known = words.trim() !== '';
  const has = (pattern: RegExp): boolean => !known || pattern.test(words);
  const isList = /^(?:array|list)\b|\[\]$/i.test(words.trim()) && !words.includes(' | ');
  return {
    text,
    words,
    isList,
    may: {
      // the name of an enumeration, too: `BoxState`
      string:
        !isList &&
        has(
          /^\w{2,60}(?:Type|Kind|State|Status|Enum|Mode|Level|Role|Reason)$|\b(?:string|str|text|uuid|date|timestamp|datetime|enum|file|any|mixed)\b/i,
        ),
      number: !isList && has(/\b(?:int(?:eger)?|number|float|decimal|double|long|any|mixed)\d*\b/i),
      boolean: !isList && has(/\b(?:bool(?:ean)?|any|mixed)\b/i),
      list: has(/\b(?:array|list|any|mixed)\b|\[\]/i),
      object: !isList && has(/\b(?:object|map|hash|dict(?:ionary)?|json|any|mixed)\b/i),
    },
  };
}

/** Source of a pattern for one literal in backticks or quotes. */
export const bareLiteralPattern: string = String.raw`(?:\x60[^\x60\n]{1,200}\x60|"[^"\n]{1,200}"|'[^'\n]{1,200}'|“[^”\n]{1,200}”)`;

/** The same with an explanation in parentheses. */
export const literalPattern: string = String.raw`${bareLiteralPattern}(?:\s*\([^()\n]{1,100}\))?`;

/** Source of a pattern for literals joined by commas, slashes, `or` and `and`. */
export const literalsPattern: string = String.raw`${literalPattern}(?:(?:\s*[,;|/]\s*(?:(?:or|and)\s+)?|\s+(?:or|and)\s+)${literalPattern})*`;

/** Source of a pattern for two or more bare words joined by commas, at the end of a sentence or line. */
export const wordsPattern: string = String.raw`[\w.-]{1,60}(?:\s*,\s*(?:(?:or|and)\s+)?[\w.-]{1,60})*(?:\s*,?\s*(?:or|and)\s+[\w.-]{1,60})?(?=\s*(?:\.?\s*$|\.\s|\n|[;)]))`;

/** The literals of a text that `literalsPattern` matched, each as a value its type words allow. */
export function literalValues(text: string, prose: Prose): JsonValue[] {
  const literals = text.matchAll(/\x60([^\x60\n]+)\x60|"([^"\n]+)"|'([^'\n]+)'|“([^“”\n]+)”|\([^()\n]*\)/g);
  return [...literals].flatMap(([, code, ...quoted]) => {
    const listed = code === undefined ? undefined : quotedList(code);
    if (listed) return listed.map((one) => literalValue(one, true, prose));
    const json = code?.startsWith('"') && code.includes('\\') ? parsedJson(code) : undefined;
    const inCode = typeof json === 'string' ? json : /^["'](.*)["']$/.exec(code ?? '')?.[1];
    const string = quoted.find((one) => one !== undefined) ?? inCode;
    if (string !== undefined) return [literalValue(string, true, prose)];
    return code === undefined ? [] : [literalValue(code, false, prose)];
  });
}

/** The texts of a piece of code that is several in quotes: `"a", "b"`. */
function quotedList(code: string): string[] | undefined {
  if (!/^"[^"]{0,100}"(?:,\s?"[^"]{0,100}"){1,200}$/.test(code)) return undefined;
  return [...code.matchAll(/"([^"]*)"/g)].map(([, text = '']) => text);
}

/** One literal as a value: a number or boolean where the type allows it and no quotes make it a string. */
export function literalValue(text: string, isQuoted: boolean, prose: Prose): JsonValue {
  const { may } = prose;
  const scalarItems = prose.isList && /\b(?:int(?:eger)?|number|float)/i.test(prose.words);
  const asNumber = may.string ? prose.words === '' && !isQuoted : may.number || scalarItems;
  if (asNumber && /^-?(?:0|[1-9]\d*)(?:\.\d+)?$/.test(text)) return Number(text);
  const asBoolean = may.string ? prose.words === '' && !isQuoted : may.boolean;
  if (asBoolean && /^(?:true|false)$/i.test(text)) return text.toLowerCase() === 'true';
  if (text === 'null' && !isQuoted) return null;
  if (!isQuoted && may.list && /^\[.*\]$/.test(text)) return parsedJson(text) ?? text;
  if (!isQuoted && may.object && /^\{.*\}$/.test(text)) return parsedJson(text) ?? text;
  return text;
}

/** Whether the type words allow a value. */
export function fits(value: JsonValue, prose: Prose): boolean {
  if (value === null) return true;
  if (Array.isArray(value)) return prose.may.list;
  if (typeof value === 'object') return prose.may.object;
  if (typeof value === 'number') return prose.may.number;
  return typeof value === 'boolean' ? prose.may.boolean : prose.may.string;
}

/** Whether what follows a match makes it conditional: `... when x is y`. */
export function isConditional(match: RegExpExecArray): boolean {
  const rest = match.input.slice(match.index + match[0].length, match.index + match[0].length + 40);
  return /^[\s,]*(?:only\s+)?(?:if|when|unless|for|in case|where|while|otherwise|depending|on|in|with)\b/i.test(rest);
}

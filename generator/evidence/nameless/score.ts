import { isObject, jsonEqual, type JsonValue } from '../../base/json.ts';
import { nameWords } from '../../base/names.ts';
import type { TextItem } from './items.ts';
import { sharesKeys } from './items.ts';
import type { Slot } from './slots.ts';

/** Says how well an item fits a slot: positive for a fit, negative for a contradiction. `branch`: the item shows another union branch than the sample. */
export type Score = (item: TextItem, slot: Slot, branch: boolean) => number;

/** What every match of a property gains: more says more about how sure it is than about whether it is right. */
export const base = 2;
/** What is glued to the samples is nearly always the description of the operation. */
const gluedGain = 4;
const sentencesOf: Partial<
  Record<Slot['role'], { readonly words: RegExp; readonly good: number; readonly bad: number }>
> = {
  operation: { words: /[^]/, good: 1.5, bad: -8 },
  security: {
    words:
      /\b(?:oauth|bearer|authenticat(?:e|ed|ion)|basic auth|authori[sz]ation (?:header|code)|api[- ]?key (?:header|auth\w*|in)|your api[- ]?key)\b/i,
    good: 3,
    bad: -8,
  },
  responseText: {
    words:
      /^(?:\d{3}\b.*|default|success\w*|ok|created|accepted|no content|deleted|updated|returns?|returned)\b.{0,80}$|^(?:an? |the )?(?:\w+ )?response\b|\bsuccess(?:ful|fully)?\b/i,
    good: 3.5,
    bad: -0.5,
  },
};

/** What words of a description say about the value, with what they add where the value agrees and where it does not. */
const hints: readonly { words: RegExp; agrees: (value: JsonValue) => boolean; good: number; bad: number }[] = [
  {
    words:
      /^(?:whether|true if|if (?:true|set)|indicates (?:if|whether)|boolean|when true|set (?:this )?to true|flag|specifies (?:if|whether)|determines (?:if|whether))\b/i,
    agrees: (value) => typeof value === 'boolean',
    good: 2,
    bad: -3,
  },
  { words: /\b(?:uuid|guid)\b/i, agrees: (value) => /^[\da-f]{8}-/i.test(firstText(value)), good: 1, bad: -0.3 },
  {
    words: /\b(?:timestamp|date|datetime|iso ?8601|unix|when (?:this|the)|time (?:at|when)|expir\w+)\b/i,
    agrees: isTime,
    good: 1.5,
    bad: -0.7,
  },
  {
    words: /\b(?:url|uri|link|href|webhook)\b/i,
    agrees: (value) => /^(?:https?:)?\/\//.test(firstText(value)),
    good: 1.5,
    bad: -0.4,
  },
  { words: /\be-?mail\b/i, agrees: (value) => firstText(value).includes('@'), good: 1.5, bad: -0.4 },
  {
    words: /^(?:an? )?(?:list|array|set|collection) of\b/i,
    agrees: (value) => Array.isArray(value),
    good: 2,
    bad: -1.5,
  },
  {
    words: /^(?:the )?(?:total )?(?:number|count|amount|quantity|size|maximum|minimum|percentage|limit|index)\b/i,
    agrees: (value) => typeof value === 'number' || /^[\d.]+$/.test(firstText(value)),
    good: 1.2,
    bad: -0.7,
  },
];

/** A score whose weight for a word falls with the number of items that use it. */
export function createScore(items: readonly TextItem[]): Score {
  // By text, as the parts of a split item are items of their own.
  const texts = new Map(items.map(({ description }) => [description?.text ?? '', stems(description?.text ?? '')]));
  const frequency = new Map<string, number>();
  for (const words of texts.values()) for (const word of words) frequency.set(word, (frequency.get(word) ?? 0) + 1);
  const weigh = (word: string): number =>
    Math.log2(1 + items.length / (frequency.get(word) ?? 1)) / Math.log2(1 + items.length);
  // Every name is compared with every text: its stems are found once.
  const names = new Map<string, readonly string[]>();
  const wordsOf = (name: string): readonly string[] => {
    const known = names.get(name) ?? [...stems(name)];
    names.set(name, known);
    return known;
  };
  return (item, slot, branch) => {
    const sentence = sentencesOf[slot.role];
    if (sentence) return sentenceScore(item, sentence) + (slot.role === 'operation' && item.glued ? gluedGain : 0);
    const named = nameScore(wordsOf(slot.name), texts.get(item.description?.text ?? '') ?? new Set(), weigh);
    if (slot.role === 'parameter') return base + named + parameterScore(item, slot.value);
    const shape = branch ? 0 : foldScore(item, slot) + valuesScore(item, slot) + exampleScore(item, slot);
    return base + named + shape + (branch ? 0 : hintScore(item, slot.value));
  };
}

function sentenceScore(item: TextItem, { words, good, bad }: { words: RegExp; good: number; bad: number }): number {
  if (!item.description || item.values || item.fold !== undefined) return -8;
  const { text } = item.description;
  return (words.test(text) ? good : bad) - (item.example ? 4 : 0) - (text.length > 80 ? 1 : 0);
}

/** A parameter has no type in a URL: its value is compared as text, and a fold never belongs to one. */
function parameterScore(item: TextItem, value: JsonValue | undefined): number {
  const example = item.example?.value;
  const shown = [...(item.values?.values ?? []), ...(example === undefined ? [] : [example])].map(String);
  const fits = value !== undefined && shown.includes(String(value)) ? 3 : 0;
  const isWhole = typeof example === 'object' && example !== null && !Array.isArray(example);
  return fits - (item.fold === undefined ? 0 : 4) - (isWhole ? 3 : 0);
}

function nameScore(words: readonly string[], text: ReadonlySet<string>, weigh: (word: string) => number): number {
  let sum = 0;
  for (const word of words) if (text.has(word)) sum += 0.5 + weigh(word);
  return words.length === 0 ? 0 : (3 * sum) / Math.max(1.5, words.length);
}

function foldScore(item: TextItem, slot: Slot): number {
  const { value } = slot;
  if (value === undefined || value === null) return item.fold === undefined ? 0 : -0.5;
  const hasChildren = slot.end > slot.parent + 1 && (isObject(value) || (Array.isArray(value) && value.some(isObject)));
  const isEmpty = (isObject(value) && Object.keys(value).length === 0) || (Array.isArray(value) && value.length === 0);
  if (item.fold !== undefined) return hasChildren ? 3 : isEmpty ? 0 : -5;
  if (!hasChildren) return 0;
  // A container printed without its children: its example may stand in for them.
  return item.example !== undefined && typeof item.example.value === 'object' ? 0 : -3;
}

function valuesScore(item: TextItem, { value }: Slot): number {
  if (!item.values || value === undefined || value === null) return 0;
  const samples = Array.isArray(value) ? value : [value];
  if (samples.some((sample) => typeof sample === 'object')) return -4;
  const listed = new Set(item.values.values.map(String));
  if (samples.length > 0 && samples.every((sample) => listed.has(String(sample)))) return 4;
  return samples.every((sample) => typeof sample === typeof item.values?.values[0]) ? -1.5 : -4;
}

function exampleScore(item: TextItem, { value }: Slot): number {
  const example = item.example?.value;
  if (example === undefined || value === undefined || value === null || example === null) return 0;
  const large = typeof value === 'string' ? value.length > 3 : typeof value !== 'boolean';
  if (jsonEqual(example, value)) return large ? 4 : 1.5;
  if (item.example?.loose && !(isObject(value) && sharesKeys(example, value) > 0.5)) return 0;
  if (isObject(example) && isObject(value)) return sharesKeys(example, value) > 0.5 ? 2 : -1;
  if (Array.isArray(value) && !Array.isArray(example)) return value.some((part) => jsonEqual(part, example)) ? 2 : -2;
  if (shapeOf(example) === shapeOf(value)) return 1;
  return typeof example === typeof value && Array.isArray(example) === Array.isArray(value) ? 0 : -4;
}

function hintScore(item: TextItem, value: JsonValue | undefined): number {
  const text = item.description?.text;
  if (text === undefined || value === undefined || value === null) return 0;
  let sum = 0;
  for (const hint of hintsOf(item)) sum += hint.agrees(value) ? hint.good : hint.bad;
  return sum;
}

type Hint = (typeof hints)[number];
const knownHints = new WeakMap<TextItem, readonly Hint[]>();

function hintsOf(item: TextItem): readonly Hint[] {
  let found = knownHints.get(item);
  if (!found) knownHints.set(item, (found = hints.filter((hint) => hint.words.test(item.description?.text ?? ''))));
  return found;
}

function firstText(value: JsonValue): string {
  const first = Array.isArray(value) ? value[0] : value;
  return typeof first === 'string' ? first : '';
}

function isTime(value: JsonValue): boolean {
  return typeof value === 'number' ? value > 1e8 : /^\d{4}-\d\d(?:-\d\d)?/.test(firstText(value));
}

/** A finer type: strings by their form. */
function shapeOf(value: JsonValue): string {
  if (typeof value !== 'string') return Array.isArray(value) ? 'array' : typeof value;
  if (/^[\da-f]{8}-[\da-f]{4}-/i.test(value)) return 'uuid';
  if (/^\d{4}-\d\d-\d\d/.test(value)) return 'date';
  if (/^https?:/.test(value)) return 'url';
  return value.includes('@') ? 'email' : /^[\d.]+$/.test(value) ? 'digits' : 'text';
}

const stopWords = new Set(['is', 'has', 'at', 'of', 'the', 'a', 'an', 'to', 'in', 'on', 'and', 'or', 'for', 'by']);
const sameWords: Readonly<Record<string, string>> = {
  identifier: 'id',
  identifi: 'id',
  ids: 'id',
  uuid: 'id',
  uri: 'url',
  link: 'url',
  num: 'number',
  count: 'number',
  desc: 'description',
  ts: 'timestamp',
  addr: 'address',
  org: 'organization',
  config: 'configuration',
  configuration: 'configuration',
  info: 'information',
  msg: 'message',
};

/** The distinctive words of a text, cut to their stems. */
function stems(text: string): Set<string> {
  const found = new Set<string>();
  for (const word of nameWords(text)) {
    const lower = word.toLowerCase();
    if (!stopWords.has(lower)) found.add(stem(Object.hasOwn(sameWords, lower) ? (sameWords[lower] ?? lower) : lower));
  }
  return found;
}

function stem(word: string): string {
  return word.length < 4
    ? word
    : word.replace(/(?:ations?|ables?|ings?|ions?|ers?|ors?|ies|ed|es|s|e|y)$/, (end) =>
        word.length - end.length < 3 ? end : '',
      );
}

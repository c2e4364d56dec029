import { isObject, jsonEqual, type JsonValue } from '../../base/json.ts';
import type { TextItem } from './items.ts';
import { sharesKeys } from './items.ts';
import { parameterScore } from './parameter-score.ts';
import type { Slot } from './slots.ts';
import { stems, textWords, type TextWords } from './words.ts';

/** Says how well an item fits a slot: positive for a fit, negative for a contradiction. `branch`: the item shows another union branch than the sample. */
export type Score = (item: TextItem, slot: Slot, branch: boolean) => number;

/** What every match of a property gains: more says more about how sure it is than about whether it is right. */
export const base = 0.5;
/** What is glued to the samples is nearly always the description of the operation. */
const gluedGain = 1;
const sentencesOf: Partial<
  Record<Slot['role'], { readonly words: RegExp; readonly good: number; readonly bad: number }>
> = {
  operation: {
    words:
      /^(?:this (?:endpoint|operation|method|api|call|request|resource)\b|(?:use|used|allows?|lets?|creates?|updates?|deletes?|removes?|gets?|lists?|retrieves?|returns?|fetch(?:es)?|finds?|adds?|sends?|sets?|replaces?|patch(?:es)?|modif(?:y|ies)|edits?|search(?:es)?|starts?|stops?|cancels?|shows?|reads?|describes?|provides?|performs?|exports?|imports?|uploads?|downloads?)\b(?! (?:the )?(?:format|number|type)))/i,
    good: 3,
    bad: 1,
  },
  security: {
    words:
      /\b(?:oauth|bearer|authenticat(?:e|ed|ion)|basic auth|authori[sz]ation (?:header|code|v\d)|(?:request|aws|amazon|hmac|key) signature|api[- ]?key (?:header|auth\w*|in)|your api[- ]?key)\b/i,
    good: 3,
    bad: -8,
  },
  responseText: {
    words:
      /^(?:\d{3}\b.*|default|success\w*|ok|created|accepted|no content|deleted|updated|returns?|returned)\b.{0,80}$|^(?:an? |the )?(?:[\w-]+ ){0,3}response\b(?! (?:format|type|language|encoding))|\bsuccess(?:ful|fully)?\b|^.{0,60}\bresponse\.?$|^[^.]{1,60} (?:was |were |has been |have been )?(?:created|updated|deleted|removed|fetched|retrieved|returned|found|added|accepted|sent|saved|listed|queued|started|stopped|cancel+ed)\.?$/i,
    good: 3.5,
    bad: -0.5,
  },
};

/** What is said of what may be sent, and hardly ever of what comes back. */
const requestWords =
  /^(?:optional|desired)\b|\b(?:filter(?:s|ed|ing)? (?:by|the|results|on|for|to)|(?:results|items|entries|records|number) to return|per page|page size|comma[- ]separated|sort(?:ed|s|ing)? by|(?:sort|order) (?:results |the results )?by|if (?:set|present|specified|provided|omitted|not (?:set|specified|provided))|defaults? (?:to|value|is)|\(?default: ?|(?:include|expand|return)(?:d|s)? in (?:the )?response|to include in|prefix with|you want|when specified|must be (?:between|one of|set|specified|provided)|cursor for getting|starting point|limit (?:the )?(?:number|results))\b/i;
/** As above, and never of what comes back. */
const filterWords = /^(?:used to )?filters?\b/i;
const requestPenalty = { text: 1.5, filter: 3 };

/** What words of a description say about the value, with what they add where the value agrees and where it does not. */
const hints: readonly { words: RegExp; agrees: (value: JsonValue) => boolean; good: number; bad: number }[] = [
  {
    words:
      /^(?:whether|true if|if (?:true|set)|indicates (?:if|whether)|boolean|when true|set (?:this )?to true|flag|specifies (?:if|whether)|determines (?:if|whether))\b/i,
    agrees: (value) => typeof value === 'boolean',
    good: 2,
    bad: -3,
  },
  // what begins otherwise and says it a little later: "Gets whether", "A flag that says whether"
  { words: /^(?!whether)[^.,;:]{0,40}\bwhether\b/i, agrees: (value) => typeof value === 'boolean', good: 1.5, bad: -1 },
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
export function createScore(items: readonly TextItem[], slots: readonly Slot[]): Score {
  // By text, as the parts of a split item are items of their own.
  const texts = new Map(items.map(({ description }) => [description?.text ?? '', textWords(description?.text ?? '')]));
  const frequency = new Map<string, number>();
  for (const words of texts.values())
    for (const word of new Set(words.stems)) frequency.set(word, (frequency.get(word) ?? 0) + 1);
  const weigh = (word: string): number =>
    Math.log2(1 + items.length / (frequency.get(word) ?? 1)) / Math.log2(1 + items.length);
  // Every name is compared with every text: its stems are found once.
  const names = new Map<string, readonly string[]>();
  const wordsOf = (name: string): readonly string[] => {
    const known = names.get(name) ?? [...new Set(stems(name))];
    names.set(name, known);
    return known;
  };
  const siblings = siblingNames(slots);
  const rivals = new Map<string, Map<string, number>>();
  /** How well the text fits the best of the properties beside `slot`. */
  const rivalOf = (text: string, slot: Slot): number => {
    const group = groupOf(slot);
    let known = rivals.get(group);
    if (!known) rivals.set(group, (known = new Map()));
    let best = known.get(text);
    if (best === undefined) {
      const words = texts.get(text) ?? noWords;
      best = Math.max(0, ...[...(siblings.get(group) ?? [])].map((name) => nameScore(wordsOf(name), words, weigh)));
      known.set(text, best);
    }
    return best;
  };
  return (item, slot, branch) => {
    const sentence = sentencesOf[slot.role];
    if (sentence) return sentenceScore(item, sentence) + (slot.role === 'operation' && item.glued ? gluedGain : 0);
    const words = slot.location === 'header' ? withoutPrefix(wordsOf(slot.name), frequency) : wordsOf(slot.name);
    const named = nameScore(words, texts.get(item.description?.text ?? '') ?? noWords, weigh);
    const text = item.description?.text;
    const isRivals = named < rivalScore.own && text !== undefined && rivalOf(text, slot) >= rivalScore.other;
    if (slot.role === 'parameter') return base + named + parameterScore(item, slot, named);
    const shape = branch ? 0 : foldScore(item, slot) + valuesScore(item, slot) + exampleScore(item, slot);
    const astray = slot.role === 'response' ? requestPenaltyOf(item) : 0;
    return (
      base +
      named +
      shape -
      astray -
      (isRivals && !branch ? rivalScore.penalty : 0) +
      (branch ? 0 : hintScore(item, slot.value))
    );
  };
}

/** The words of a header's name without what only says whose it is (`X-Acme-`): those at its front that no text of the page has. */
function withoutPrefix(words: readonly string[], known: ReadonlyMap<string, number>): readonly string[] {
  const first = words.findIndex((word) => known.has(word));
  return first === -1 ? words : words.slice(first);
}

/** A text that has nothing of this name, and much of that of another property beside it, loses. */
const rivalScore = { own: 1, other: 3, penalty: 2 };

function groupOf({ role, parent }: Slot): string {
  return `${role} ${parent}`;
}

function siblingNames(slots: readonly Slot[]): Map<string, Set<string>> {
  const found = new Map<string, Set<string>>();
  for (const slot of slots) {
    if (slot.name === '') continue;
    const group = groupOf(slot);
    const names = found.get(group) ?? new Set();
    found.set(group, names.add(slot.name));
  }
  return found;
}

/** What a name gains that a text has been given elsewhere on the page, and what another one loses. */
const repeated = { gain: 1.5, loss: 0.5 };
/** What a text loses at a parameter that another one has for sure. */
const takenLoss = 3;

/** The same score, knowing what some texts were named elsewhere, and which parameters have their texts. */
export function withKnownNames(
  score: Score,
  names: ReadonlyMap<string, ReadonlySet<string>>,
  taken: ReadonlyMap<Slot, string>,
): Score {
  return (item, slot, branch) => {
    const other = slot.role === 'parameter' ? taken.get(slot) : undefined;
    if (other !== undefined && other !== item.description?.text) return score(item, slot, branch) - takenLoss;
    const known = slot.name === '' ? undefined : names.get(item.description?.text ?? '');
    const extra = known === undefined ? 0 : known.has(slot.name) ? repeated.gain : -repeated.loss;
    return score(item, slot, branch) + extra;
  };
}

function sentenceScore(item: TextItem, { words, good, bad }: { words: RegExp; good: number; bad: number }): number {
  if (!item.description || item.values || item.fold !== undefined) return -8;
  const { text } = item.description;
  return (words.test(text) ? good : bad) - (item.example ? 4 : 0) - (text.length > 80 ? 1 : 0);
}

const noWords = textWords('');

function nameScore(words: readonly string[], text: TextWords, weigh: (word: string) => number): number {
  let sum = 0;
  for (const word of words) {
    const weight = text.weightOf(word);
    if (weight > 0) sum += weight * (0.5 + weigh(word));
  }
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

const knownRequests = new WeakMap<TextItem, number>();

function requestPenaltyOf(item: TextItem): number {
  const text = item.description?.text ?? '';
  let found = knownRequests.get(item);
  if (found === undefined) {
    found = filterWords.test(text) ? requestPenalty.filter : requestWords.test(text) ? requestPenalty.text : 0;
    knownRequests.set(item, found);
  }
  return found;
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
  return typeof value === 'number' ? value > 1e8 : /^(?:\d{4}-\d\d|y{4}-mm)/i.test(firstText(value));
}

/** A finer type: strings by their form. */
function shapeOf(value: JsonValue): string {
  if (typeof value !== 'string') return Array.isArray(value) ? 'array' : typeof value;
  if (/^[\da-f]{8}-[\da-f]{4}-/i.test(value)) return 'uuid';
  if (/^\d{4}-\d\d-\d\d/.test(value)) return 'date';
  if (/^https?:/.test(value)) return 'url';
  return value.includes('@') ? 'email' : /^[\d.]+$/.test(value) ? 'digits' : 'text';
}

import { nameWords } from '../../base/names.ts';

/** Words that stand in nearly every description, and so say nothing about a name. */
const stopWords = new Set(
  'is are was be has have at of the a an to in on and or for by with that this which it its as from required optional'.split(
    ' ',
  ),
);

/** Words that names and descriptions use for the same: each group is one word, named after its first. */
const groups = [
  'id identifier identifiers ids uuid guid sid identifies identify identifying identified identity uid pk',
  'url uri link links href uris urls hyperlink',
  'number num count total amount quantity qty no nr',
  'description desc summary',
  'timestamp ts time',
  'address addr',
  'organization organisation org',
  'configuration config configured settings',
  'information info',
  'message msg',
  'update updated updates modified modification edited changed',
  'create created creation creates',
  'delete deleted removed deletion',
  'maximum max',
  'minimum min',
  'image img picture photo',
  'language lang locale',
  'telephone phone tel',
  'error err errors',
  'parameter param params parameters',
  'document doc',
  'environment env',
  'language lang',
  'position pos',
  'reference ref',
  'application app',
  'expire expires expiry expiration expired',
  'enabled enable active activated',
  'limit maximum',
  'email mail',
  'currency ccy',
  'category categories',
  'temporary temp',
  'longitude lng lon long',
  'latitude lat',
  'repository repo',
  'authentication auth authorization',
  'administrator admin',
  'initial init',
  'statistics stats',
  'previous prev',
  'password pwd',
  'source src',
  'destination dest dst',
];
const sameWords = new Map(
  groups.flatMap((group) => {
    const [first = '', ...others] = group.split(' ');
    return others.map((word): [string, string] => [word, first]);
  }),
);

/** The distinctive words of a text in their order, cut to their stems, those of one meaning made equal. */
export function stems(text: string): string[] {
  const found: string[] = [];
  for (const word of nameWords(text)) {
    const lower = word.toLowerCase();
    if (!stopWords.has(lower)) found.push(stem(sameWords.get(lower) ?? lower));
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

/** What a word counts by its place in a text: what a text is about stands at its beginning, and far behind it other things. */
const head = { first: 2, firstWeight: 1.3, words: 4, weight: 1.1, later: 0.85, far: 24, farWeight: 0.6 };
/** What a word counts that is only the beginning of another (`desc` of `description`), or made of two (`userid`). */
const partWeight = 0.7;

/** The words of one description, to look words of names up in. */
export interface TextWords {
  /** 0 where a stem does not occur in the text, else about 1: more at the beginning, less where only a part of a word is alike. */
  weightOf(stem: string): number;
  readonly stems: readonly string[];
}

/** Prepares a description for being compared with many names. */
export function textWords(text: string): TextWords {
  const list = stems(text);
  const places = new Map<string, number>();
  const initials = initialsOf(text);
  for (const [place, word] of list.entries()) if (!places.has(word)) places.set(word, place);
  const known = new Map<string, number>();
  return {
    stems: list,
    weightOf(word) {
      let weight = known.get(word);
      if (weight === undefined) {
        const place = places.get(word);
        weight = place === undefined ? partWeight * partOf(word, places) : weightAt(place);
        if (weight === 0 && /^[a-z]{2,4}$/.test(word) && initials.includes(word)) weight = partWeight;
        known.set(word, weight);
      }
      return weight;
    },
  };
}

/** The first letters of the words at the beginning of a text: names abbreviate what it says (`cm` of "consent manager"). */
function initialsOf(text: string): string {
  const words = nameWords(text.slice(0, 100)).slice(0, initialWords);
  return words.map((word) => word.slice(0, 1).toLowerCase()).join('');
}

const initialWords = 10;

function weightAt(place: number): number {
  if (place < head.words) return place < head.first ? head.firstWeight : head.weight;
  return place < head.far ? head.later : head.farWeight;
}

function partOf(word: string, places: ReadonlyMap<string, number>): number {
  if (word.length < 3) return 0;
  for (const [other, place] of places) {
    if (other.length > word.length && other.startsWith(word)) return weightAt(place);
    if (other.length < 3 || !word.startsWith(other)) continue;
    const rest = word.slice(other.length);
    if (rest.length > 0 && (places.has(rest) || places.has(stem(rest)))) return weightAt(place);
  }
  return 0;
}

/** Words that end as plurals do and are none, or are short for something: `dns`, `ws`. */
const alike = /(?:ss|us|is)$|(?<![a-z])(?:\w?s|analytics|news|series|species|sms|dns|tls|gps|aws|css|rss|https)$/i;

/** The endings of English plurals, each with what stands for it in the singular; the first that fits counts. */
const endings: readonly (readonly [RegExp, string])[] = [
  [/(?<=(?:shel|wol|loa|thie|hal|cal|(?<![a-z])lea))ves$/i, 'f'],
  [/(?<=(?<![a-z])(?:li|wi|kni))ves$/i, 'fe'],
  [/(?<=(?<![a-z])(?:[dlpt]|mov|cook|zomb|selfl?|calor|brown))ies$/i, 'ie'],
  [/(?<=[^aeiou])ies$/i, 'y'],
  [/(?<=quiz)zes$/i, ''],
  [/(?<=ss|zz|x|sh|(?<!ca|ni|da)ch|[^aeo]us|ias|canvas|atlas|lens|hero|echo|veto|potato)es$/i, ''],
];

/**
 * The singular of an English plural, by its ending, as is what is none: properties → property, boxes → box, shelves → shelf,
 * cases → case. Of several words the last one counts, whatever stands between them.
 */
export function singular(words: string): string {
  if (alike.test(words)) return words;
  const [plural, single] = endings.find(([ending]) => ending.test(words)) ?? [/s$/i, ''];
  return words.replace(plural, single);
}

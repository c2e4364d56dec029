import { nameWords } from '../base/names.ts';

/** The fixed segments of a path as words: `/projects/{id}/work-items/` → projects, work items. */
export function collections(path: string): string[] {
  return path
    .split('/')
    .filter((segment) => segment !== '' && !segment.includes('{'))
    .map((segment) => nameWords(segment).join(' ').toLowerCase());
}

/** The fixed segments of a path as singular words: `/projects/{id}/work-items/` → project, work item. */
export function collectionWords(path: string): string[] {
  return collections(path).map(singular);
}

/** The singular of an English plural, by ending: properties → property, boxes → box, shelves → shelf, values → value. */
export function singular(words: string): string {
  if (/(?:shel|wol|loa|thie|hal|cal|\blea|\bli|\bwi|\bkni)ves$/.test(words)) {
    return words.replace(/ives$/, 'ife').replace(/ves$/, 'f');
  }
  if (/(?:[^aeiou])ies$/.test(words)) return words.replace(/ies$/, 'y');
  if (/(?:s|x|z|ch|sh)es$/.test(words)) return words.replace(/es$/, '');
  // `ws` and `dns` are short for something
  if (/(?:ss|us|is)$|\b(?:\w?s|analytics|news|series|species|sms|dns|tls|gps|aws|css|rss)$/.test(words)) return words;
  return words.replace(/s$/, '');
}

import { assert, property, string, stringMatching } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { singular } from '../generator/base/singular.ts';

const plurals: Readonly<Record<string, string>> = {
  properties: 'property',
  Categories: 'Category',
  movies: 'movie',
  boxes: 'box',
  branches: 'branch',
  caches: 'cache',
  cases: 'case',
  sizes: 'size',
  quizzes: 'quiz',
  statuses: 'status',
  houses: 'house',
  addresses: 'address',
  aliases: 'alias',
  releases: 'release',
  licenses: 'license',
  lenses: 'lens',
  shelves: 'shelf',
  knives: 'knife',
  archives: 'archive',
  heroes: 'hero',
  'work items': 'work item',
  work_items: 'work_item',
  ids: 'id',
};

describe('the singular', () => {
  it.each(Object.entries(plurals))('of %s is %s', (plural, single) => {
    expect(singular(plural)).toBe(single);
  });

  it.each(['status', 'address', 'analysis', 'series', 'news', 'dns', 'ws', 'box', 'knife', ''])(
    'of %s is itself',
    (word) => {
      expect(singular(word)).toBe(word);
    },
  );

  it('of words that end otherwise is what they are', () => {
    assert(property(string(), (text) => /s$/i.test(text) || singular(text) === text));
  });

  it('begins as the plural does, and is no longer', () => {
    const words = stringMatching(/^[a-z_ ]{0,12}(?:es|ies|ves|s)$/);
    assert(
      property(words, (plural) => {
        const single = singular(plural);
        return single.length <= plural.length && plural.startsWith(single.slice(0, -2)) && single !== '';
      }),
    );
  });
});

import { array, assert, constantFrom, property } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitFences } from '../generator/pages/fences.ts';
import { markdownBlocks } from '../generator/pages/markdown.ts';

const origin = { document: 'page.md', firstLine: 1, indentedCode: true };

/** Lines that meet each other's constructs: fences, lists, quotes, tables, headings, code by indentation. */
const lines = [
  'Text of a paragraph',
  '',
  '```',
  '```json',
  '```js {1,3} title="x"',
  '```json{4}',
  '````',
  '``` `not a fence',
  '- item',
  '  more of it',
  '    deep',
  '> quote',
  '# Heading',
  '===',
  '---',
  '| a | b |',
  '| --- | --- |',
  '1. first',
  '{ "a": 1 }',
  '\tcode',
];

describe('splitFences', () => {
  it('cuts a text such that the parser says the same of its pieces as of the whole', () => {
    assert(
      property(array(constantFrom(...lines), { maxLength: 14 }), (chosen) => {
        const text = chosen.join('\n');
        // a space before a line break keeps the whole text from being cut, and changes no block of it
        const whole = markdownBlocks(`${text}\n\n<!-- a\`\`\`b -->`, origin);
        const pieces = markdownBlocks(`${text}\n\n<!-- a b -->`, origin);
        const shown = (blocks: typeof whole): string => JSON.stringify(blocks.slice(0, -1)).replaceAll('a```b', 'a b');
        if (splitFences(`${text}\n\n<!-- a b -->`, origin) !== undefined) expect(shown(pieces)).toBe(shown(whole));
      }),
      { numRuns: 2000 },
    );
  });

  it.each([['- ```\n  code\n  ```'], ['~~~\n```\n~~~'], ['```\nopen to the end'], ['no fence']])(
    'leaves %j to the parser',
    (text) => expect(splitFences(text, origin)).toBeUndefined(),
  );
});

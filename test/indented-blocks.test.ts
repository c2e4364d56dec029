import { array, assert, constantFrom, property } from 'fast-check';
import { expect, test } from 'vitest';
import { openIndentedBlocks } from '../generator/pages/indented-blocks.ts';

// Tabs, notes and folds of MkDocs, whose content is indented.

test('a tab is a label, and its content stands where the tab stood', () => {
  const text = ['=== "Request"', '', '    ```json', '    {}', '    ```', '', 'After'].join('\n');
  expect(openIndentedBlocks(text).split('\n')).toEqual(['**Request**', '', '```json', '{}', '```', '', 'After']);
});

test('notes and folds are opened, blocks in blocks too', () => {
  const text = ['!!! note "Mind"', '    One', '', '    ??? example', '        Two', 'Three'].join('\n');
  expect(openIndentedBlocks(text).split('\n')).toEqual(['', 'One', '', '', 'Two', 'Three']);
});

test('what only looks like one stays: a heading by underline, marks within a fence, indented code', () => {
  for (const text of [
    'Title\n=====\n',
    '```\n!!! note\n    x\n```',
    'a\n\n    code',
    '!!!',
    '=== no title',
    '=== none\n!!!',
  ])
    expect(openIndentedBlocks(text)).toBe(text);
});

test('no line is added or lost', () => {
  const line = constantFrom('=== "A"', '    === "B"', '!!! note', '    x', '        y', '```', '    ```', '', 'text');
  assert(
    property(array(line, { maxLength: 30 }), (lines) => {
      expect(openIndentedBlocks(lines.join('\n')).split('\n')).toHaveLength(Math.max(1, lines.length));
    }),
  );
});

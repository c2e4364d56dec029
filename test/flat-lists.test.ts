import { array, assert, boolean, constantFrom, property } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { markdownBlocks, parsedBlocks } from '../generator/pages/markdown.ts';
import { splitFlatLists } from '../generator/pages/flat-lists.ts';

const origin = { document: 'page.md', firstLine: 1, indentedCode: true };

function lists(text: string): number {
  return (splitFlatLists(text, origin) ?? []).filter(({ kind }) => kind === 'list').length;
}

describe('lists of paragraphs', () => {
  test.each([
    ['items of one line', '- `TEXT` - words\n- `DATE` - a day', 1],
    ['text of several lines', '* **name** (string)\n  what it is\ncalled\n* **age**', 1],
    ['several paragraphs', '- `id` _uuid_\n\n  Names the thing.\n\n- `name` _string_\n\n  Its name.\n\nDone.', 1],
    ['two lists', 'First:\n- one\n\n* two\n\n## More\n\n1. three\n2. four', 3],
  ])('with %s are cut out', (_, text, count) => {
    expect(lists(text)).toBe(count);
    expect(markdownBlocks(text, origin)).toEqual(parsedBlocks(text, origin));
  });

  test('with a number behind indented code are left to the parser, which takes only 1 there', () => {
    expect(lists('    far\n\n10) tenth')).toBe(0);
    expect(lists('    far\n\n1) first')).toBe(1);
  });

  test.each([
    ['a list', '- one\n  - two'],
    ['code', '- one\n\n      let two;'],
    ['a quote', '- one\n  > two'],
    ['a table', '- a | b\n  - | -\n  1 | 2'],
    ['a heading', '- one\n  # two'],
    ['an underlined heading', '- one\n  ==='],
    ['nothing', '-\n- one'],
  ])('with an item that holds %s are left to the parser', (_, text) => {
    expect(lists(text)).toBe(0);
  });

  test('that are within an open item are left to the parser', () => {
    expect(lists('- one\n  - two\n\n- three\n- four')).toBe(0);
  });

  test('are read as the parser reads them, whatever stands around them', () => {
    const line = constantFrom(
      '',
      '',
      '',
      '- one',
      '- `a` - b',
      '* two',
      '*   wide',
      '+ three',
      '1. first',
      '2. second',
      '10) tenth',
      '  more',
      '    far',
      '      code',
      ' text',
      'text',
      '# Heading',
      '## ',
      '  ## in',
      '> quote',
      '- > quote',
      '---',
      '- ---',
      '===',
      '| a | b |',
      '| - | - |',
      '  - nested',
      '- [ ] task',
      '- [link](to)',
      '[a]: b',
      '- [a]: b',
      '-',
      '- ',
      '\t- tab',
      '2024 was',
      '**bold** text',
      '_soft_',
      '- **bold**:',
      'a | b',
      '- | -',
    );
    assert(
      property(array(line, { minLength: 1, maxLength: 14 }), boolean(), (lines, indentedCode) => {
        const text = lines.join('\n');
        const here = { ...origin, indentedCode };
        expect(markdownBlocks(text, here)).toEqual(parsedBlocks(text, here));
      }),
      { numRuns: 1000 },
    );
  });
});

import { describe, expect, test } from 'vitest';
import type { Evidence, Subject } from '../generator/evidence/evidence.ts';
import { proseFacts } from '../generator/evidence/prose-facts.ts';

/** A fact of the property or of its items: `.(items): format "uuid" (low)`. */
function factText({ subject, fact, confidence }: Evidence): string {
  const { kind, ...rest } = fact;
  const [value] = Object.values(rest);
  const ofItems = subject.kind === 'request' && subject.path.at(-1)?.kind === 'items' ? '.(items): ' : '';
  const sure = confidence === 'high' ? '' : ` (${confidence})`;
  return `${ofItems}${kind}${value === undefined ? '' : ` ${JSON.stringify(value)}`}${sure}`;
}

/** The facts in the description of a property, whose type words may be stated elsewhere. */
function prose(text: string, words = ''): string[] {
  const location = { document: 'a.md', line: 1 };
  const subject: Subject = {
    kind: 'request',
    operation: { method: 'post', path: '/a' },
    path: [{ kind: 'property', name: 'b' }],
  };
  const shared = { subject, location, method: 'attribute', confidence: 'high' } as const;
  const description: Evidence = { ...shared, fact: { kind: 'description', text } };
  const type: Evidence = { ...shared, fact: { kind: 'type', words } };
  return proseFacts(words === '' ? [description] : [description, type]).map((one) => factText(one));
}

describe('prose', () => {
  test.each<[text: string, words: string, facts: string[]]>([
    // types
    ['The number.\nJSON data type: integer\nRead only', '', ['type "integer"', 'access "readOnly"']],
    ['Type: array of strings. The names.', '', ['type "array of strings"']],
    ['Type of the thing: string', '', []],
    [
      'Depends on the column: number for sums, string for names, list of UUIDs or boolean for links',
      'object',
      ['type "string | number | boolean | string<uuid>[]"'],
    ],
    [
      'What it holds depends on the column:\n- SUM: number\n- NAME: string (any)\n- LINKS: list of strings (UUIDs) or single string',
      '',
      ['type "string | number | string<uuid>[]"'],
    ],
    ['A string or a list of strings.', '', ['type "string | string[]" (medium)']],
    ['A string with the number of the shelf for sorting.', '', []],
    ['Has these parts:\n- width: number\n- name: string', 'object', []],
    ['Indicates whether the box is open.', '', ['type "boolean" (medium)']],
    ['Shows the lid. If true, the lid is shown first.', '', ['type "boolean" (medium)']],
    ['Indicates whether the box is open.', 'string', []],
    ['The maximum number of boxes to return.', '', ['type "integer" (medium)']],
    ['Number of hours spent.', '', ['type "number" (medium)']],
    ['The number of the box.', '', []],
    ['List of strings.', 'array', ['type "string[]" (medium)']],
    ['Run as a string or an array of strings.', '', ['type "string | string[]" (medium)']],
    ['How it ends,\nas a string or unsigned integer.', '', ['type "string | integer" (medium)']],
    ['Names to values. Values can be a string or an array of strings.', '', []],
    ['Opens a port. Specified as a boolean value.', '', ['type "boolean" (medium)']],
    ['A 64-bit integer as a string.', '', []],
    ['Array of boxes.', '', ['type "array" (medium)']],
    ['List of boxes.', '', ['type "array" (medium)']],
    ['List of boxes, comma-separated.', '', ['joined (medium)']],
    ['Name of the box.', '', ['type "string" (medium)']],
    ['Password field errors.', '', []],
    ['Whether the box is open.', '', ['type "boolean" (medium)']],
    ['Whether to sort up or down.', '', []],
    // limits of a type that only the words tell
    ['A positive integer.', '', ['type "integer" (medium)', 'limit "exclusiveMinimum"']],
    [
      'How wide. Accepts an integer between 0 and 100.',
      '',
      ['type "integer" (medium)', 'limit "minimum"', 'limit "maximum"'],
    ],
    ['Number between 1 and 28, or `last`.', '', []],
    [
      'The name that is given to the box when it is made. Must\nmatch `/?[a-z]+`.',
      'string',
      ['limit "pattern" (medium)'],
    ],
    ['Defaults to an empty list.', '', ['default []']],
    // values
    ['Must be one of `asc`, `desc` or `none`.', 'string', ['enum ["asc","desc","none"]']],
    ['One of: red, green or blue.', 'string', ['enum ["red","green","blue"]']],
    ['Must be `1` or `2`.', 'integer', ['enum [1,2]']],
    ['Must be `1` or `2`.', 'string', ['enum ["1","2"]']],
    ['Available options: `a`, `b`', 'string[]', ['.(items): enum ["a","b"]']],
    ['Possible values:\n- `0` - closed\n- `1` - open', 'integer', ['enum [0,1]']],
    ['- `in` - Inside\n- `out` - Outside', 'string', ['enum ["in","out"]']],
    ['draft - Not sent yet\nsent - On its way', 'string', ['enum ["draft","sent"]']],
    ['in-house - Made here\nand then sold elsewhere', 'string', []],
    ['Keys of the object:\n- `in` - Inside\n- `out` - Outside', 'object', []],
    ['The only possible value is `IN`.', 'string', ['enum ["IN"]']],
    ['How it is sorted. Options: name, age, size.', 'string', ['enum ["name","age","size"]']],
    ['Only those in this state: `lent`, `here`, or `lost`.', 'string', ['enum ["lent","here","lost"]']],
    ["Cover type: 'cloth', 'paper'.", 'string', ['enum ["cloth","paper"]']],
    ['Comma-separated, by type: `cloth`, `paper`.', 'string', ['joined (medium)']],
    ['What to show; use a comma to separate them.', 'string', ['joined (medium)']],
    ['What to show; may not hold commas.', 'string', []],
    ['The form [`gif`, `mp4`] of it', 'string', ['enum ["gif","mp4"]']],
    ['Which one.\n\nSupported models:\n\n* `m-1` - small\n* `m-2` - large', 'string', ['enum ["m-1","m-2"]']],
    ['The colour, e.g. `red`, `green`.', 'string', ['example "red"', 'example "green"']],
    ['How it looks, e.g. "big", "small" being the default look', 'string', ['example "big"']],
    ['Needs quotes, such as `"\\"a-b\\" in list"`.', 'string', ['example "\\"a-b\\" in list"']],
    ['See for example `/a/b` in the address.', 'object', []],
    ['Either `open` or `shut`.', 'string', ['enum ["open","shut"]']],
    ['Specify either `name` or `id`.', 'string', []],
    ['Must be `box`.', 'string', ['enum ["box"]']],
    ['Must be `box` if there is a lid.', 'string', []],
    ['The state (OPEN, SHUT or LOST).', 'string', ['enum ["OPEN","SHUT","LOST"]']],
    ['How it is (open/shut/lost).', 'string', ['enum ["open","shut","lost"]']],
    ['When it was made (yyyy/mm/dd).', 'string', []],
    ['`open` if the lid is up, `shut` if it is down.', 'string', ['enum ["open","shut"] (medium)']],
    ['`open`: the lid is up. See also `lid`.', 'string', []],
    ['0 = open, 1 = shut, 2 = lost', 'integer', ['enum [0,1,2] (medium)']],
    ['0 = C, 1 = D, and so on', 'integer', []],
    ['For doors: 0 = open, 1 = shut.', 'integer', []],
    ['State of it:\n- open - The lid is up\n- shut - It is down', 'string', ['enum ["open","shut"] (medium)']],
    ['Parts of it:\n- lid - The upper end', 'object', []],
    ['One of `true`, `false`.', 'boolean', []],
    ['One of `a`, `b`. More kinds may be added later.', 'string', ['enum ["a","b"]']],
    // defaults
    ['`false` by default.', 'boolean', ['default false']],
    ['False by default', 'boolean', ['default false']],
    ['If omitted, 10 is used.', 'integer', ['default 10']],
    ['Defaults to 10 if not set.', 'integer', ['default 10']],
    ['The default page size is 10.', 'integer', ['default 10']],
    ['How far, default is 10km.', 'integer', []],
    ['`up` (default) or `down`', 'string', ['enum ["up","down"]', 'default "up"']],
    ['"json" or "xml". Defaults to JSON.', 'string', ['enum ["json","xml"]', 'default "json" (medium)']],
    ['In which form. Default: json', 'string', ['default "json" (medium)']],
    ['Default: the room of its owner', 'string', []],
    ['Defaults to now.', 'string', []],
    [
      'Which books. Defaults to `all`.\n\n- `all` - every book\n- `new` - new books',
      'string',
      ['enum ["all","new"]', 'default "all"'],
    ],
    ['Page size, defaults to `20`.', 'integer', ['default 20']],
    ['Page size (default: 20, max: 100)', 'integer', ['default 20', 'limit "maximum"']],
    ['Defaults to `a` if b is given, defaults to the room of its owner otherwise.', 'string', []],
    ['Defaults to `a`. Elsewhere the default is `b`.', 'string', []],
    // formats
    ['A UUID of a shelf.', 'string', ['format "uuid"']],
    ['A UUID or slug of a shelf.', 'string', []],
    ['A list of UUIDs of shelves.', 'string[]', ['.(items): format "uuid" (low)']],
    ['A list of slugs or UUIDs of shelves.', 'string[]', []],
    ['The day, as YYYY-MM-DD.', 'string', ['format "date" (medium)']],
    ['YYYY-MM-DD or YYYY-MM-DD HH:MM', 'string', []],
    // limits
    ['Between 1 and 100.', 'integer', ['limit "minimum"', 'limit "maximum"']],
    ['Between 3 and 100 characters.', 'string', ['limit "minLength"', 'limit "maxLength"']],
    ['1 - 10 elements', 'string[]', ['limit "minItems"', 'limit "maxItems"']],
    ['Required string length: `1 - 256`', 'string', ['limit "minLength"', 'limit "maxLength"']],
    ['At most 255 characters.', 'string', ['limit "maxLength"']],
    ['0 < x <= 2', 'number', ['limit "exclusiveMinimum"', 'limit "maximum"']],
    ['Takes between 1 and 100 seconds.', 'string', []],
    ['Two-letter country code.', 'string', ['limit "minLength" (medium)', 'limit "maxLength" (medium)']],
    ['ISO 3166-1 alpha-2', 'string', ['limit "minLength" (medium)', 'limit "maxLength" (medium)']],
    ['Comma-separated two-letter country codes.', 'string', ['joined (medium)']],
    ['Two-letter code, or the name of the country.', 'string', []],
    ['Exactly 6 digits.', 'string', ['limit "minLength" (medium)', 'limit "maxLength" (medium)']],
    ['The name. Must not be longer than 12.', 'string', ['limit "maxLength"']],
    ['Labels of boxes cannot be longer than 12.', 'string', []],
    ['A name with a limit of 1,000 characters.', 'string', ['limit "maxLength"']],
    ['Must not be empty.', 'string', ['limit "minLength"']],
    ['Must not be empty.', 'string[]', ['limit "minItems"']],
    ['Up to 10 tags.', 'string[]', ['limit "maxItems"']],
    ['Up to 10 characters each.', 'string[]', []],
    ['At least one tag is required.', 'string[]', ['limit "minItems"']],
    ['No duplicates.', 'string[]', ['limit "uniqueItems" (medium)']],
    ['A rating from 1 (bad) to 5 (good).', 'integer', ['limit "minimum"', 'limit "maximum"']],
    ['A share in the range [0, 1].', 'number', ['limit "minimum"', 'limit "maximum"']],
    ['Cannot be negative.', 'integer', ['limit "minimum"']],
    ['Must be a multiple of 0.5.', 'number', ['limit "multipleOf"']],
    ['How many (100 max).', 'integer', ['limit "maximum"']],
    ['How many, max 100 results per page.', 'integer', ['limit "maximum"']],
    ['Up to 4,194,304 of them.', 'integer', []],
    // null and deprecation
    ['Always null if the box is shut.', 'string', ['nullable']],
    ['The lid, null if there is none.', 'string', ['nullable (medium)']],
    ['A value of null means that it is open.', 'string', ['nullable']],
    ['Output only. When it was made.', 'string', ['access "readOnly"']],
    ['When it was made. This is a read-only field.', 'string', ['access "readOnly"']],
    ['This field is no longer supported.', 'string', ['deprecated']],
    ['The name. Deprecated, use b.', 'string', ['deprecated']],
    ['The name (deprecated: use b)', 'string', ['deprecated']],
    ['`null` means that nobody owns it.', 'string', ['nullable']],
    ['The owner, or null if there is none.', 'string', ['nullable']],
    ['May be null.', 'string', ['nullable']],
    ['If switched off, values may be null and need no filling.', 'boolean', []],
    ['Shown when the name is missing or null.', 'boolean', []],
    ['Deprecated: use c.', 'string', ['deprecated']],
    ['Whether deprecated books are shown.', 'boolean', []],
    ['Deprecated books are kept here for a year', 'string', []],
  ])('%s [%s]', (text, words, facts) => {
    expect(prose(text, words)).toEqual(facts);
  });

  test('the length of prose costs no more than its length', () => {
    const pieces = [
      'one of `a`, ',
      '- `a`\n',
      'string for a, ',
      'or null ',
      '`',
      'between 1 and ',
      'A UUID ',
      '1 - ',
      '"a", ',
      'e.g. ',
    ];
    for (const piece of pieces) {
      // patterns that backtrack would not come back before the test's timeout
      expect(prose(piece.repeat(5000), 'string')).toBeInstanceOf(Array);
    }
  });
});

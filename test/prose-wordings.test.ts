import { describe, expect, test } from 'vitest';
import type { Evidence, Subject } from '../generator/evidence/evidence.ts';
import { proseFacts } from '../generator/evidence/prose-facts.ts';

// The same fact in the words of many authors. What is listed is all that a description gives.

const location = { document: 'a.md', line: 1 };

/** What a description says of a property of a stated type: `maximum 10`, `enum a|b`, `open a|b`, `items maxLength 20`. */
function said(words: string, text: string): string {
  const subject: Subject = {
    kind: 'request',
    operation: { method: 'post', path: '/a' },
    path: [{ kind: 'property', name: 'b' }],
  };
  const shared = { subject, location, method: 'attribute', confidence: 'high' } as const;
  const stated: Evidence[] = [
    { ...shared, fact: { kind: 'description', text } },
    { ...shared, fact: { kind: 'type', words } },
  ];
  return proseFacts(stated)
    .map((one) => `${isOfItems(one) ? 'items ' : ''}${factText(one)}`)
    .toSorted()
    .join(', ');
}

function isOfItems({ subject }: Evidence): boolean {
  return subject.kind === 'request' && subject.path.at(-1)?.kind === 'items';
}

function factText({ fact }: Evidence): string {
  if (fact.kind === 'limit') return `${fact.keyword} ${fact.value}`;
  if (fact.kind === 'enum') return `${fact.closed ? 'enum' : 'open'} ${fact.values.join('|')}`;
  if (fact.kind === 'default' || fact.kind === 'example') return `${fact.kind} ${String(fact.value)}`;
  if (fact.kind === 'required') return fact.value ? 'required' : 'optional';
  return fact.kind === 'format' ? `format ${fact.format}` : fact.kind;
}

const wordings: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  string: {
    'enum red|blue': [
      'Has to be `red` or `blue`.',
      'Accepted values: red, blue.',
      'Supported: `red`, `blue`.',
      'Available options are `red` and `blue`.',
      'Either `red` or `blue`.',
      'Can be any of: red, blue.',
      'May take the values `red` and `blue`.',
      'Choices: red | blue.',
      'Allowed: `red`/`blue`',
      'Pick one of `red`, `blue`.',
      'Only `red` and `blue` are supported.',
      'The colour.\n\nPossible enum values:\n - `"red"` warm light\n - `"blue"` cold light',
    ],
    'open red|blue': [
      'Use `red` for warm boxes, `blue` for cold ones.',
      'Set this to `red` for warm boxes or `blue` for cold ones.',
      'Currently only `red` and `blue` are supported.',
    ],
    'enum red': ['Must equal `red`.', 'Always `red`.', 'Will always be "red".', 'Only `red` is accepted.'],
    'default red': [
      'If omitted, `red` is used.',
      'If not given, it is `red`.',
      'Falls back to `red`.',
      'When left out, defaults to red.',
      'Unless specified, `red`.',
      'Unless otherwise specified, `red` is used.',
      '`red` by default.',
      'The default is red.',
      'Default value = red',
      '(default: red)',
    ],
    'maxLength 20': [
      'At most 20 characters.',
      'Up to 20 characters long.',
      'No longer than 20 characters.',
      'Not more than 20 characters.',
      'Must not exceed 20 characters.',
      'Limited to 20 characters.',
      'Fewer than 21 characters.',
      '20 chars max.',
    ],
    'minLength 3': ['At least 3 characters.', 'Not fewer than 3 characters.', 'Must have more than 2 characters.'],
    'maxLength 20, minLength 3': ['3 to 20 characters.', 'Length: 3-20.'],
    'pattern [a-z]{3}': ['Must match `[a-z]{3}`.', 'Has to fit the pattern `[a-z]{3}`.'],
    'format date-time': [
      'When it was made.\nFormat: datetime',
      'When it was made. **Format:** `date-time`.',
      'When it was made (RFC 3339).',
      'Timestamp in ISO 8601 format.',
      'The [RFC 3339](https://example.com/rfc) timestamp.',
      'The date and time it was made, in ISO 8601.',
    ],
    'format date': ['The day, as YYYY-MM-DD.', 'Format: yyyy-mm-dd'],
    'format uri': ['A valid URL.', 'Must be an absolute URI.'],
    'format email': ['Has to be a valid e-mail address.'],
    required: [
      'This field is required.',
      'This is a mandatory field.',
      'Must be given.',
      'It has to be specified.',
      'Cannot be omitted.',
      'What it is called. It must always be sent.',
      'What it is called, required.',
      'A required string.',
    ],
    optional: ['This parameter is optional.', 'Can be omitted.', 'May be left out.', 'Need not be given.'],
    nullable: ['Null until it is shipped.', '`null` if there is none.', 'May be null.', 'Null otherwise.'],
    deprecated: ['Deprecated, use `tint`.', 'No longer used.', 'Being phased out; send the tint.'],
    '': [
      'Defaults to the colour of the shelf.',
      'Matches `*.txt` files.',
      'How long it took, as an ISO 8601 duration.',
      'A timestamp in ISO 8601 or a Unix time.',
      'Never null.',
      'Unless specified otherwise by the shelf.',
      'Moves over 10 boxes.',
      'Must be given if the box is open.',
      'A lid is required.',
      'May not be given.',
    ],
  },
  integer: {
    'maximum 10, minimum 1': [
      'Between 1 and 10.',
      'From 1 to 10.',
      'In the range 1-10.',
      '1 ≤ n ≤ 10',
      'Min 1, max 10.',
      'A value between 1 and 10 that counts boxes.',
      'Values between 1-10 are accepted.',
    ],
    'maximum 10': [
      'No more than 10.',
      'Not more than 10.',
      'Up to 10.',
      'Must not exceed 10.',
      "Can't be greater than 10.",
      'Cannot be larger than 10.',
      'Limited to 10.',
      'Capped at 10.',
      'Max. 10',
      'Values over 10 are refused.',
    ],
    'minimum 1': ['At least 1.', 'Not less than 1.', 'Must not be lower than 1.', 'Never below 1.'],
    'exclusiveMinimum 0': ['Greater than zero.', 'Must be larger than 0.', 'Must be above 0.', 'A positive number.'],
    'exclusiveMaximum 10': ['Less than 10.', 'Must be below 10.'],
    'exclusiveMaximum 10, exclusiveMinimum 0': ['Must be greater than 0 and less than 10.'],
    'exclusiveMinimum 0, maximum 100': ['Larger than 0 and at most 100.'],
    'default 20, maximum 100, minimum 1': ['How many to return (1 to 100, default 20).'],
    '': [
      'If this is greater than 5, the box is ignored.',
      'Whether more than 10 may be open.',
      'The number of boxes over 10 days.',
      'For seconds larger than 720 but less than 1080 (over 921,600 and more).',
    ],
  },
  'array of strings': {
    'maxItems 5': ['No more than 5 items.', 'Up to 5 tags.', 'Not to exceed 5 tags.', 'The list is limited to 5 tags.'],
    'maxItems 5, minItems 1': ['Must contain between 1 and 5 ids.', '1 to 5 tags.'],
    'items maxLength 20': ['Each at most 20 characters.', 'Every tag must not exceed 20 characters.'],
    'items format email': ['Each must be a valid e-mail address.'],
    'items enum a|b': ['Each must be `a` or `b`.', 'Any of `a`, `b`.'],
  },
};

describe('wordings', () => {
  const rows = Object.entries(wordings).flatMap(([words, facts]) =>
    Object.entries(facts).flatMap(([fact, texts]) => texts.map((text) => ({ words, text, fact }))),
  );

  test.each(rows)('$words: $text', ({ words, text, fact }) => {
    expect(said(words, text)).toBe(fact);
  });
});

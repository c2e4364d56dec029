import { factTexts } from './facts.ts';
import type { Manner } from './manner.ts';
import type { Facts, ScalarType, Thing } from './things.ts';

type Words = Readonly<Record<Thing['type'], string>> & {
  readonly list: (item: string) => string;
  readonly lists: (item: string) => string;
  readonly map: (item: string) => string;
};

const words: Readonly<Record<Manner['types'], Words>> = {
  plain: {
    string: 'string',
    integer: 'integer',
    number: 'number',
    boolean: 'boolean',
    object: 'object',
    array: 'array',
    list: (item) => `array of ${item}s`,
    lists: (item) => `array of arrays of ${item}s`,
    map: (item) => `map of string to ${item}`,
  },
  capitals: {
    string: 'String',
    integer: 'Integer',
    number: 'Float',
    boolean: 'Boolean',
    object: 'Object',
    array: 'Array',
    list: (item) => `Array of ${item}`,
    lists: (item) => `Array of Array of ${item}`,
    map: (item) => `Map of String to ${item}`,
  },
  short: {
    string: 'str',
    integer: 'int',
    number: 'float',
    boolean: 'bool',
    object: 'object',
    array: 'list',
    list: (item) => `list of ${item}`,
    lists: (item) => `list of lists of ${item}`,
    map: (item) => `dict of str to ${item}`,
  },
  generic: {
    string: 'String',
    integer: 'Integer',
    number: 'Double',
    boolean: 'Boolean',
    object: 'Object',
    array: 'List',
    list: (item) => `List<${item}>`,
    lists: (item) => `List<List<${item}>>`,
    map: (item) => `Map<String, ${item}>`,
  },
  go: {
    string: 'string',
    integer: 'int64',
    number: 'float64',
    boolean: 'bool',
    object: 'object',
    array: 'array',
    list: (item) => `[]${item}`,
    lists: (item) => `[][]${item}`,
    map: (item) => `map[string]${item}`,
  },
  brackets: {
    string: 'string',
    integer: 'integer',
    number: 'number',
    boolean: 'boolean',
    object: 'object',
    array: 'array',
    list: (item) => `array[${item}]`,
    lists: (item) => `array[array[${item}]]`,
    map: (item) => `object[string, ${item}]`,
  },
  code: {
    string: '`string`',
    integer: '`integer`',
    number: '`number`',
    boolean: '`boolean`',
    object: '`object`',
    array: '`array`',
    list: (item) => `\`${item.replaceAll('`', '')}[]\``,
    lists: (item) => `\`${item.replaceAll('`', '')}[][]\``,
    map: (item) => `\`object<string, ${item.replaceAll('`', '')}>\``,
  },
};

/** The type of a thing in the words of the manner. */
export function typeWords(thing: Thing, manner: Manner): string {
  const written = bareWords(thing, manner);
  if (manner.marks !== 'in type: or null' || thing.facts?.nullable !== true) return written;
  return written.endsWith('`') ? `${written.slice(0, -1)} or null\`` : `${written} or null`;
}

function bareWords({ type, items, facts, within }: Thing, { types, formats }: Manner): string {
  const own = words[types];
  if (within && items) return (within === 'map' ? own.map : own.lists)(own[items]);
  const format = facts?.format;
  if (type === 'array' && items) return own.list(own[items]);
  if (format && formats === 'type (format)') return `${own[type]} (${format})`;
  if (format && formats === 'type<format>') return `\`${own[type].replaceAll('`', '')}<${format}>\``;
  return own[type];
}

/** The description with what its dimension says of values, as one line; `list below` is told by `valueLines`. */
export function textOf(thing: Thing, manner: Manner): string {
  const text = thing.text === '' ? '' : `${thing.text}.`;
  return [text, markText(thing, manner), ...factTexts(thing, manner), valueText(thing, manner)]
    .filter((part) => part !== '')
    .join(' ');
}

/** What a mark says in words. */
function markText({ facts = {} }: Thing, { marks }: Manner): string {
  const isMarked = facts.nullable === true || facts.readOnly === true || facts.deprecated === true;
  return isMarked && !marks.startsWith('in type') ? marks : '';
}

const quoted = (values: readonly string[], mark: string): string[] => values.map((value) => `${mark}${value}${mark}`);

function valueText({ values }: Thing, manner: Manner): string {
  if (values.length === 0 || hasValueColumn(manner)) return '';
  const ticked = quoted(values, '`');
  const last = ticked.at(-1) ?? '';
  const before = ticked.slice(0, -1).join(', ');
  switch (manner.values) {
    case 'One of `a`, `b`.':
      return `One of ${ticked.join(', ')}.`;
    case 'Possible values: `a`, `b`.':
      return `Possible values: ${ticked.join(', ')}.`;
    case 'Either `a` or `b`.':
      return `${values.length === 2 ? 'Either' : 'One of'} ${before} or ${last}.`;
    case 'Allowed: a, b':
      return `Allowed: ${values.join(', ')}`;
    case '`a` | `b`':
      return ticked.join(isTable(manner) ? ' \\| ' : ' | ');
    case 'Can be "a", "b".':
      return `Can be ${quoted(values, '"').join(', ')}.`;
    case 'Must be one of: a, b.':
      return `Must be one of: ${values.join(', ')}.`;
    case '(a/b)':
      return `(${values.join('/')})`;
    case 'Valid values are `a` and `b`.':
      return `Valid values are ${before} and ${last}.`;
    case 'list below':
      return hasListBelow(manner) ? 'One of:' : `One of: ${ticked.join(', ')}`;
  }
}

const isTable = ({ fields }: Manner): boolean => fields === 'table' || fields === 'html table';

/** Whether a table of this manner has a column for values. */
const hasValueColumn = (manner: Manner): boolean => isTable(manner) && manner.columns.includes('values');

/** Whether values stand in a list of their own below what they belong to. */
const hasListBelow = (manner: Manner): boolean =>
  manner.values === 'list below' && (manner.fields.startsWith('bullets: name') || manner.fields === 'headings');

/** The list of values below a thing. */
export function valueLines({ values }: Thing, manner: Manner): string[] {
  return hasListBelow(manner) ? values.map((value) => `- \`${value}\``) : [];
}

const formatted: Readonly<Record<NonNullable<Facts['format']>, string>> = {
  'date-time': '2023-05-02T10:20:30Z',
  date: '2023-05-02',
  uuid: '7d0f1e0a-3f5b-4c55-9a3e-0f3b1c2d4e5f',
  email: 'ada@things.example',
  uri: 'https://things.example/box',
};

/** A value as a sample shows it. */
function sampleOf(thing: Thing, index = 0): unknown {
  const inner = (at: number): unknown =>
    sampleOf(
      { name: thing.name, type: thing.items as ScalarType, isRequired: false, values: [], text: '', inner: [] },
      at,
    );
  const words = ['blue', 'north', 'maple', 'seven', 'Ada', 'river', 'quartz'];
  switch (thing.type) {
    case 'string':
      if (thing.facts?.format) return formatted[thing.facts.format];
      return thing.values[0] ?? `${words[(index + thing.name.length) % words.length]}`;
    case 'integer':
      return 40 + index;
    case 'number':
      return 4.5 + index;
    case 'boolean':
      return index % 2 === 0;
    case 'object':
      return thing.within === 'map'
        ? { [keyOf(thing, 17)]: inner(0), [keyOf(thing, 23)]: inner(1) }
        : sampleObject(thing.inner);
    case 'array':
      if (thing.within === 'lists') return [[inner(0), inner(1)], [inner(2)]];
      if (thing.items === 'object') return [sampleObject(thing.inner)];
      return [sampleOf({ ...thing, type: thing.items ?? 'string' }, index)];
  }
}

/** A key of a map, which nobody would take for a name: a number of something, or that alone. */
function keyOf({ items }: Thing, number: number): string {
  return items === 'integer' ? `t-${number}` : `${number}04`;
}

/** An object of the things as a sample shows it. */
export function sampleObject(things: readonly Thing[]): Record<string, unknown> {
  // a sample is of the first form
  const shown = things.filter(({ form }) => form === undefined || form === 'card');
  return Object.fromEntries(shown.map((thing, index) => [thing.name, sampleOf(thing, index)]));
}

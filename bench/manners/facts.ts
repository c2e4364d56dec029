import type { Manner } from './manner.ts';
import type { Facts, Thing } from './things.ts';

/** What pages say of a value beside its type. */
export type FactKind = 'defaults' | 'limits' | 'formats';

const kinds: readonly FactKind[] = ['formats', 'limits', 'defaults'];

/** Which facts stand in columns of their own: those of tables whose columns have names. */
export function factColumns(manner: Manner): FactKind[] {
  const isTable = manner.fields === 'table' || manner.fields === 'html table';
  return isTable && manner.headers !== 'none' ? kinds.filter((kind) => manner[kind] === 'column') : [];
}

export const factHeads: Readonly<Record<FactKind, string>> = {
  defaults: 'Default',
  limits: 'Constraints',
  formats: 'Format',
};

/** What a column says of a value. */
export function factCell(kind: FactKind, { facts = {} }: Thing): string {
  if (kind === 'formats') return facts.format ?? '';
  if (kind === 'defaults') return facts.default === undefined ? '' : `\`${facts.default}\``;
  const words = { minimum: 'min', maximum: 'max', minLength: 'min length', maxLength: 'max length' } as const;
  return Object.entries(words)
    .flatMap(([name, word]) =>
      facts[name as keyof typeof words] === undefined ? [] : [`${word}: ${facts[name as keyof typeof words]}`],
    )
    .join(', ');
}

/** The sentences that say what stands in no column. */
export function factTexts(thing: Thing, manner: Manner): string[] {
  const columns = factColumns(manner);
  return kinds.flatMap((kind) => {
    const text = columns.includes(kind) ? '' : sentence[kind](thing.facts ?? {}, manner);
    return text === '' ? [] : [text];
  });
}

const sentence: Readonly<Record<FactKind, (facts: Facts, manner: Manner) => string>> = {
  defaults: ({ default: value }, { defaults }) => (value === undefined ? '' : defaultText(value, defaults)),
  limits: (facts, { limits }) =>
    'minLength' in facts || 'maxLength' in facts ? lengthText(facts, limits) : rangeText(facts, limits),
  formats: ({ format }, { formats }) => (format === undefined || formats.startsWith('type') ? '' : formatTexts[format]),
};

const formatTexts: Readonly<Record<NonNullable<Facts['format']>, string>> = {
  'date-time': 'ISO 8601 timestamp.',
  date: 'Date in the format `YYYY-MM-DD`.',
  uuid: 'A UUID.',
  email: 'A valid email address.',
  uri: 'A valid URL.',
};

function defaultText(value: NonNullable<Facts['default']>, manner: Manner['defaults']): string {
  switch (manner) {
    case 'Defaults to `a`.':
      return `Defaults to \`${value}\`.`;
    case '(default: `a`)':
      return `(default: \`${value}\`)`;
    case 'Default is a.':
      return `Default is ${value}.`;
    case 'If omitted, `a` is used.':
      return `If omitted, \`${value}\` is used.`;
    case 'The default value is `a`.':
      return `The default value is \`${value}\`.`;
    default:
      return `Default: ${value}.`;
  }
}

function rangeText({ minimum, maximum }: Facts, manner: Manner['limits']): string {
  if (maximum === undefined) return '';
  switch (manner) {
    case 'Between 1 and 9.':
      return minimum === undefined ? `At most ${maximum}.` : `Between ${minimum} and ${maximum}.`;
    case 'Min: 1, max: 9.':
      return minimum === undefined ? `Max: ${maximum}.` : `Min: ${minimum}, max: ${maximum}.`;
    case 'Range: 1-9.':
      return minimum === undefined ? `Up to ${maximum}.` : `Range: ${minimum}-${maximum}.`;
    default:
      return minimum === undefined ? `Maximum ${maximum}.` : `Minimum ${minimum}, maximum ${maximum}.`;
  }
}

function lengthText({ minLength, maxLength }: Facts, manner: Manner['limits']): string {
  switch (manner) {
    case 'Between 1 and 9.':
      return minLength === undefined
        ? `At most ${maxLength} characters.`
        : `Between ${minLength} and ${maxLength} characters.`;
    case 'Min: 1, max: 9.':
      return minLength === undefined
        ? `Max length: ${maxLength}.`
        : `Min length: ${minLength}, max length: ${maxLength}.`;
    case 'Range: 1-9.':
      return minLength === undefined ? `Up to ${maxLength} characters.` : `${minLength}-${maxLength} characters.`;
    default:
      return minLength === undefined
        ? `Maximum ${maxLength} characters.`
        : `Minimum length ${minLength}, maximum length ${maxLength}.`;
  }
}

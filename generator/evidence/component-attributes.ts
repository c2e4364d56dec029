import { isObject, own, parsedJson, type JsonValue } from '../base/json.ts';
import type { Location } from '../base/location.ts';
import type { ElementBlock, ProseBlock } from '../pages/page.ts';
import { blocksLocation, proseText } from './blocks.ts';
import { isOptionalType, plainTypeWords } from './component-type-words.ts';
import { typeAttributes, writtenType } from './component-parameters.ts';
import { attributeText, attributeValue, isBareAttribute } from './component-roles.ts';
import { typeWordsOf } from './sections/list-notes.ts';
import type { Confidence, Evidence, Fact, Subject } from './evidence.ts';
import { alternativeReference } from './sections/cell-references.ts';
import { referenceOf, typeText } from './sections/references.ts';

interface AttributeRow {
  readonly names: readonly string[];
  /** The fact that a value states; undefined if the value states none. */
  fact(value: JsonValue, words: string, document: string): Fact | undefined;
  readonly confidence?: Confidence;
  /** Whether the attribute says nothing where it has no value. */
  readonly needsValue?: true;
}

const limits: readonly (readonly [string, string])[] = [
  ['min', 'minimum'],
  ['max', 'maximum'],
  ['minimum', 'minimum'],
  ['maximum', 'maximum'],
  ['minlength', 'minLength'],
  ['maxlength', 'maxLength'],
  ['minlen', 'minLength'],
  ['maxlen', 'maxLength'],
  ['minitems', 'minItems'],
  ['maxitems', 'maxItems'],
];

const defaultAttributes = ['default', 'defaultvalue'];
const requiredAttributes = ['required', 'isrequired', 'mandatory', 'ismandatory', 'needed', 'req'];
const optionalAttributes = ['optional', 'isoptional'];

/** Attributes that say whether a value has to be there. */
export const presenceAttributes: readonly string[] = [...requiredAttributes, ...optionalAttributes];

/** The same attributes, read as they are written. */
const markedType = [...typeAttributes];

/** What each attribute states. */
const attributeRows: readonly AttributeRow[] = [
  { names: typeAttributes, fact: (value) => typeFact(value) },
  { names: typeAttributes, fact: literalFact },
  { names: typeAttributes, fact: (value) => noteFact(value) },
  { names: markedType, fact: (value) => optionalFact(value) },
  { names: typeAttributes, fact: (value, _, document) => referenceFact(value, document) },
  { names: requiredAttributes, fact: (value) => booleanFact(value, 'required', true) },
  { names: optionalAttributes, fact: (value) => booleanFact(value, 'required', false) },
  {
    names: defaultAttributes,
    fact: (value, words) => ({ kind: 'default', value: typed(value, words) }),
    needsValue: true,
  },
  {
    names: ['example'],
    fact: (value, words) => ({ kind: 'example', value: listedValue(typed(value, words), words) }),
    needsValue: true,
  },
  {
    names: [
      'enum',
      'enumvalues',
      'values',
      'options',
      'allowedvalues',
      'possiblevalues',
      'choices',
      'oneof',
      'allowed',
      'validvalues',
      'acceptedvalues',
    ],
    fact: enumFact,
  },
  { names: ['placeholder'], fact: placeholderFact, confidence: 'low' },
  { names: ['format'], fact: (value) => (typeof value === 'string' ? { kind: 'format', format: value } : undefined) },
  {
    names: ['pattern'],
    fact: (value) => (typeof value === 'string' ? { kind: 'limit', keyword: 'pattern', value } : undefined),
  },
  { names: ['deprecated', 'isdeprecated'], fact: (value) => (isTrue(value) ? { kind: 'deprecated' } : undefined) },
  { names: ['nullable', 'isnullable'], fact: (value) => (isTrue(value) ? { kind: 'nullable' } : undefined) },
  {
    names: ['readonly', 'readOnly', 'read-only'],
    fact: (value) => (isTrue(value) ? { kind: 'access', access: 'readOnly' } : undefined),
  },
  {
    names: ['writeonly', 'writeOnly', 'write-only'],
    fact: (value) => (isTrue(value) ? { kind: 'access', access: 'writeOnly' } : undefined),
  },
  ...limits.map(([name, keyword]): AttributeRow => ({ names: [name], fact: (value) => limitFact(keyword, value) })),
];

/** The facts of a parameter component: that it exists, what its attributes state, and `prose` as its description. */
export function parameterEvidence(element: ElementBlock, subject: Subject, prose: readonly ProseBlock[]): Evidence[] {
  const { document, line } = element.location;
  const tagLocation: Location = { document, line };
  const evidence = (fact: Fact, location: Location, confidence: Confidence): Evidence => {
    return { subject, fact, location, method: 'attribute', confidence };
  };
  const places = element.attributePlaces ?? {};
  const naming = Object.entries(places).flatMap(([name, place]) => (/^(?:name|key|in)$/.test(name) ? [place] : []));
  const found = [tagLocation, ...naming].map((place) => evidence({ kind: 'exists' }, place, 'high'));
  const words = writtenType(element) ?? '';
  for (const { names, fact, confidence, needsValue } of attributeRows) {
    const isSilent = needsValue && isBareAttribute(element, ...names);
    const written = isSilent ? undefined : attributeValue(element, ...names);
    const value = names === typeAttributes ? typeValue(element, written) : written;
    const stated = value === undefined ? undefined : fact(value, words, document);
    const place = names.map((name) => places[name]).find((one) => one !== undefined);
    if (stated) found.push(evidence(stated, place ?? tagLocation, confidence ?? 'high'));
  }
  const location = blocksLocation(prose);
  const text = location
    ? proseText(prose)
    : attributeText(element, 'description', 'desc', 'text', 'help', 'info', 'details');
  if (text === undefined) return found;
  const isReferred = found.some(({ fact }) => fact.kind === 'refers');
  const oneOf = isReferred ? undefined : alternativeReference({ ...(words !== '' && { words }) }, text, document);
  const facts: Fact[] = [
    { kind: 'description', text },
    ...(oneOf ? [{ kind: 'refers', reference: oneOf } as const] : []),
  ];
  return [...found, ...facts.map((fact) => evidence(fact, location ?? tagLocation, 'high'))];
}

/** The facts of a whole body whose element names its class (`<Returns status="200" type="Book[]" />`). Gives no diagnostics. */
export function classEvidence(element: ElementBlock, subject: Subject): Evidence[] {
  const { document, line } = element.location;
  const location: Location = { document, line };
  const value = attributeText(element, 'type', 'schema', 'model', 'returns');
  const reference = value === undefined ? undefined : referenceFact(value, document);
  if (!reference) return [];
  return [{ kind: 'exists' } as const, reference].map((fact) => {
    return { subject, fact, location, method: 'attribute', confidence: 'high' };
  });
}

/** What an attribute says of the type, in the form that its readers know. */
function typeValue(element: ElementBlock, written: JsonValue | undefined): JsonValue | undefined {
  return wordsAsTexts(element) ?? (typeof written === 'string' ? plainTypeWords(written) : written);
}

/**
 * Words between bars that are no types and of which the default is one (`type="asc | desc" default="asc"`), in quotes: they are values.
 * Undefined for any others.
 */
function wordsAsTexts(element: ElementBlock): string | undefined {
  const type = writtenType(element) ?? '';
  const fallback = attributeText(element, ...defaultAttributes);
  const words = type.length > 500 ? [] : listed(type, /\|/);
  const areWords = words.length > 1 && words.every((word) => /^[a-z][\w.-]{0,60}$/.test(word) && !typeWordsOf(word));
  return areWords && fallback !== undefined && words.includes(fallback)
    ? words.map((word) => `'${word}'`).join(' | ')
    : undefined;
}

/** Alternatives in quotes are values, not types: `'asc' | 'desc'`. */
function literalFact(value: JsonValue): Fact | undefined {
  if (typeof value !== 'string' || value.length > 2000) return undefined;
  const inner = /^(?:literal|enum|union)\s?[[(<]([^\][()<>]*)[\])>]$/i.exec(value.trim())?.[1];
  const words = inner === undefined ? listed(value, /\|/) : listed(inner, /[,|]/);
  const isPlain =
    /^enum\b/i.test(value.trim()) && words.length > 1 && words.every((word) => /^[\w.-]{1,60}$/.test(word));
  const areNumbers = words.length > 1 && words.every((word) => /^-?\d{1,9}(?:\.\d{1,6})?$/.test(word));
  if (areNumbers) return { kind: 'enum', values: words.map(Number), closed: true };
  const values = isPlain ? words : words.flatMap((word) => /^(["'`])([^"'`]+)\1$/.exec(word)?.[2] ?? []);
  return values.length === words.length ? { kind: 'enum', values, closed: true } : undefined;
}

/** What stands behind the words for a type and is none: `string (required)`, `integer, optional`. */
const typeNote = /^([^(,|]{1,100}?)\s{0,5}(?:[,|]\s{0,5}|\()(required|optional)\)?$/i;

function typeFact(value: JsonValue): Fact | undefined {
  const literal = literalFact(value);
  if (literal?.kind === 'enum') {
    const isNumber = literal.values.every((one) => typeof one === 'number');
    const isWhole = isNumber && literal.values.every(Number.isInteger);
    return { kind: 'type', words: isWhole ? 'integer' : isNumber ? 'number' : 'string' };
  }
  const stated = Array.isArray(value) ? value.filter((word) => typeof word === 'string').join(' | ') : value;
  const words = typeof stated === 'string' ? (typeNote.exec(stated.trim())?.[1] ?? stated).trim() : '';
  // `enum` alone says that there are values, not of which type
  return words === '' || /^enum$/i.test(words) ? undefined : { kind: 'type', words };
}

/** The object that a type names by its class: `Parcel`, `Parcel[]`, `array<Parcel>`. */
function referenceFact(value: JsonValue, document: string): Fact | undefined {
  const words = typeof value === 'string' ? (typeNote.exec(value.trim())?.[1] ?? value).trim() : '';
  const reference = /^[\w<>[\] ]{1,100}$/.test(words) ? referenceOf(words, undefined, 0, document) : undefined;
  const isOneOf = /^[A-Z]\w{0,60}(?:\s?\|\s?[A-Z]\w{0,60}){1,20}$/.test(words);
  const meant = reference ?? (isOneOf ? typeText(words, document).reference : undefined);
  return meant && { kind: 'refers', reference: meant };
}

function optionalFact(value: JsonValue): Fact | undefined {
  return typeof value === 'string' && isOptionalType(value) ? { kind: 'required', value: false } : undefined;
}

function noteFact(value: JsonValue): Fact | undefined {
  const note = typeof value === 'string' ? typeNote.exec(value.trim())?.[2] : undefined;
  return note === undefined ? undefined : { kind: 'required', value: /^required$/i.test(note) };
}

/** Whether the value of an attribute says yes. */
export function isTrue(value: JsonValue): boolean {
  return (
    value === true || (typeof value === 'string' && /^(?:true|yes|required|always|mandatory|1)$/i.test(value.trim()))
  );
}

function isFalse(value: JsonValue): boolean {
  return value === false || (typeof value === 'string' && /^(?:false|no|optional|0)$/i.test(value.trim()));
}

function booleanFact(value: JsonValue, kind: 'required', whenTrue: boolean): Fact | undefined {
  const truth = isTrue(value) ? true : isFalse(value) ? false : undefined;
  return truth === undefined ? undefined : { kind, value: truth === whenTrue };
}

function limitFact(keyword: string, value: JsonValue): Fact | undefined {
  const limit = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
  return typeof limit === 'number' && Number.isFinite(limit) ? { kind: 'limit', keyword, value: limit } : undefined;
}

/** A plain attribute's text as a value of the stated type: `default="10"` of an integer is the number. */
export function typed(value: JsonValue, words: string): JsonValue {
  if (typeof value !== 'string') return value;
  const isNumber = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:e[+-]?\d+)?$/i.test(value);
  if (isNumber && /\b(?:int(?:eger)?|number|float|decimal|double|long)\d*\b/i.test(words)) return Number(value);
  if (/^(?:true|false)$/i.test(value) && /\bbool(?:ean)?\b/i.test(words)) return value.toLowerCase() === 'true';
  if (value === 'null' && !/\bstring\b/i.test(words)) return null;
  if (/^[[{]/.test(value) && /\b(?:array|list|object)\b|\[\]/i.test(words)) return parsedJson(value) ?? value;
  return value;
}

/** Words with commas between them as the list that they are an example of. */
function listedValue(value: JsonValue, words: string): JsonValue {
  const isList = typeof value === 'string' && /\[\]$|^(?:array|list)\b/i.test(words.trim());
  return isList && /^[^\s,[\]{}]{1,80}(?:,\s?[^\s,[\]{}]{1,80}){0,50}$/.test(value) ? listed(value, /,/) : value;
}

/** What stands between separators, without the space around it. */
function listed(text: string, separator: RegExp): string[] {
  return text.split(separator).map((word) => word.trim());
}

function enumFact(value: JsonValue, words: string): Fact | undefined {
  const values = Array.isArray(value) ? value : typeof value === 'string' ? listed(value, /[,|]/) : [];
  // a value with a label of its own
  const plain = values.map((one) => (isObject(one) ? (own(one, 'value') ?? one) : one));
  const scalars = plain.filter((one) => typeof one !== 'object' && one !== '').map((one) => typed(one, words));
  if (scalars.length < plain.length) return undefined;
  return scalars.length > 0 ? { kind: 'enum', values: scalars, closed: true } : undefined;
}

/** A placeholder that lists alternatives (`A | B`) hints at values, but nobody says that these are all. */
function placeholderFact(value: JsonValue, words: string): Fact | undefined {
  if (typeof value !== 'string' || !/^[\w.-]+(?:\s*\|\s*[\w.-]+)+$/.test(value)) return undefined;
  const values = listed(value, /\|/).filter((one) => one !== 'null');
  return { kind: 'enum', values: values.map((one) => typed(one, words)), closed: false };
}

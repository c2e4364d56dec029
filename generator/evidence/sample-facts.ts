import { formatOfShape } from '../base/formats.ts';
import { isObject, jsonType, type JsonValue } from '../base/json.ts';
import { joinPointer } from '../base/pointer.ts';
import { shownNumber } from '../base/shown-number.ts';
import { stepIntoForm } from './body-forms.ts';
import type { BodyUnion } from './form-bodies.ts';
import type { Evidence, Fact, Step, Subject } from './evidence.ts';
import { findMaps } from './maps.ts';
import { isPlaceholder, placeholderType } from '../base/placeholders.ts';

type BodySubject = Extract<Subject, { kind: 'request' | 'response' | 'entity' }>;

/**
 * What the samples show, fact by fact: every property exists, has the type of its value, and null where the value is
 * null; strings of a known shape have a format; a value that is no placeholder is an example. Each fact stands at the
 * line of its property in the sample; what stands in a map is about all of its values, and what stands in one of several forms
 * of a body (`unions`) about that form. The samples themselves are not repeated.
 */
export function sampleFacts(evidence: readonly Evidence[], unions: readonly BodyUnion[]): Evidence[] {
  const maps = findMaps(evidence);
  return evidence.flatMap((one) => {
    const { subject, fact } = one;
    if (fact.kind !== 'sample' || !isBody(subject)) return [];
    const found: Evidence[] = [];
    walk(fact.data.value, '', subject.path, '', false);
    return found;

    function walk(value: JsonValue, pointer: string, path: readonly Step[], name: string, areTypes: boolean): void {
      const place: BodySubject = { ...(subject as BodySubject), path };
      const location = fact.kind === 'sample' ? fact.data.locate(pointer) : one.location;
      const named = areTypes ? writtenType(name, value) : undefined;
      for (const leaf of named === undefined ? valueFacts(name, value) : typeFacts(named)) {
        found.push({ subject: place, fact: leaf, location, method: 'sample', confidence: one.confidence });
      }
      if (Array.isArray(value)) {
        value.forEach((item, index) =>
          walk(item, joinPointer(pointer, index), [...path, { kind: 'items' }], name, areTypes),
        );
      } else if (isObject(value)) {
        const isMap = maps.isMap(subject, path, value);
        const holdsTypes = areTypes || writesTypes(value);
        for (const [key, member] of Object.entries(value)) {
          const step: Step = isMap ? { kind: 'values' } : { kind: 'property', name: key };
          const form = unions.length > 0 ? stepIntoForm(unions, subject, path, value, key) : undefined;
          walk(member, joinPointer(pointer, key), [...path, ...(form ? [form] : []), step], key, holdsTypes);
        }
      }
    }
  });
}

/** Words that stand in a sample for a value of the type they name, as the table of type words reads them. */
const typeNames: Readonly<Record<string, string>> = {
  string: 'string',
  str: 'string',
  integer: 'integer',
  int: 'integer',
  number: 'number',
  float: 'number',
  double: 'number',
  boolean: 'boolean',
  bool: 'boolean',
};

/** What a sample writes in the place of a value: its type, and what it notes beside it. */
interface WrittenType {
  readonly words: string;
  readonly note: string;
}

/** What a sample writes in the place of a value (`string`, `number (optional)`); a property that is itself about types may hold such a word. */
function writtenType(name: string, value: JsonValue): WrittenType | undefined {
  if (typeof value !== 'string' || /type|kind|format|schema/i.test(name)) return undefined;
  const [, word = '', note = ''] =
    /^([a-z]{3,7})(\s?\|\s?null|\s?\([^()]{1,200}\)|,?\s(?:required|optional|or null)|\s[-–]\s.{1,200})?$/i.exec(
      value,
    ) ?? [];
  const words = Object.hasOwn(typeNames, word.toLowerCase()) ? typeNames[word.toLowerCase()] : undefined;
  return words === undefined ? undefined : { words, note };
}

/** Whether a sample writes types in the place of values: of two properties at least, and of all that are strings. */
function writesTypes(value: Readonly<Record<string, JsonValue>>): boolean {
  const texts = Object.entries(value).filter(([, member]) => typeof member === 'string');
  return texts.length > 1 && texts.every(([key, member]) => writtenType(key, member) !== undefined);
}

function typeFacts({ words, note }: WrittenType): Fact[] {
  const facts: Fact[] = [{ kind: 'exists' }, { kind: 'type', words }];
  const presence = /\b(required|optional)\b(?!\s(?:if|when|for|unless))/i.exec(note)?.[1]?.toLowerCase();
  if (presence !== undefined) facts.push({ kind: 'required', value: presence === 'required' });
  if (/\bnull(?:able)?\b/i.test(note)) facts.push({ kind: 'nullable' });
  return facts;
}

function isBody(subject: Subject): subject is BodySubject {
  return subject.kind === 'request' || subject.kind === 'response' || subject.kind === 'entity';
}

function valueFacts(name: string, value: JsonValue): Fact[] {
  const facts: Fact[] = [{ kind: 'exists' }];
  // what a template would compute may be of any type
  if (typeof value === 'string' && /^<%=[^%]*%>$/.test(value)) return facts;
  if (value === null) return [...facts, { kind: 'nullable' }];
  const type = jsonType(value);
  const shown = type === 'integer' ? shownNumber(name) : type;
  facts.push({ kind: 'type', words: placeholderType(value) ?? shown });
  if (isObject(value) || Array.isArray(value)) return facts;
  if (isPlaceholder(name, value)) return [...facts, { kind: 'example', value, placeholder: true }];
  if (typeof value === 'string') {
    const format = formatOfShape(value);
    if (format !== undefined) facts.push({ kind: 'format', format });
  }
  return [...facts, { kind: 'example', value }];
}

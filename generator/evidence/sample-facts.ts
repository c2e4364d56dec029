import { formatOfShape } from '../base/formats.ts';
import { isObject, jsonType, type JsonValue } from '../base/json.ts';
import { joinPointer } from '../base/pointer.ts';
import { shownNumber } from '../base/shown-number.ts';
import type { Evidence, Fact, Step, Subject } from './evidence.ts';
import { findMaps } from './maps.ts';
import { isPlaceholder } from '../base/placeholders.ts';

type BodySubject = Extract<Subject, { kind: 'request' | 'response' | 'entity' }>;

/**
 * What the samples show, fact by fact: every property exists, has the type of its value, and null where the value is
 * null; strings of a known shape have a format; a value that is no placeholder is an example. Each fact stands at the
 * line of its property in the sample; what stands in a map is about all of its values. The samples themselves are not repeated.
 */
export function sampleFacts(evidence: readonly Evidence[]): Evidence[] {
  const maps = findMaps(evidence);
  return evidence.flatMap((one) => {
    const { subject, fact } = one;
    if (fact.kind !== 'sample' || !isBody(subject)) return [];
    const found: Evidence[] = [];
    walk(fact.data.value, '', subject.path, '');
    return found;

    function walk(value: JsonValue, pointer: string, path: readonly Step[], name: string): void {
      const place: BodySubject = { ...(subject as BodySubject), path };
      const location = fact.kind === 'sample' ? fact.data.locate(pointer) : one.location;
      for (const leaf of valueFacts(name, value)) {
        found.push({ subject: place, fact: leaf, location, method: 'sample', confidence: one.confidence });
      }
      if (Array.isArray(value)) {
        value.forEach((item, index) => walk(item, joinPointer(pointer, index), [...path, { kind: 'items' }], name));
      } else if (isObject(value)) {
        const isMap = maps.isMap(subject, path, value);
        for (const [key, member] of Object.entries(value)) {
          const step: Step = isMap ? { kind: 'values' } : { kind: 'property', name: key };
          walk(member, joinPointer(pointer, key), [...path, step], key);
        }
      }
    }
  });
}

function isBody(subject: Subject): subject is BodySubject {
  return subject.kind === 'request' || subject.kind === 'response' || subject.kind === 'entity';
}

/** The type that a placeholder names instead of a value: `<number>`. */
function placeholderType(value: JsonValue): string | undefined {
  return typeof value === 'string' ? /^<(number|integer|int|float|boolean|object|array)>$/.exec(value)?.[1] : undefined;
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

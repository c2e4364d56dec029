import { formatOfShape } from '../base/formats.ts';
import { isObject, jsonType, type JsonValue } from '../base/json.ts';
import { joinPointer } from '../base/pointer.ts';
import type { Evidence, Fact, Step, Subject } from './evidence.ts';
import { isPlaceholder } from '../base/placeholders.ts';

type BodySubject = Extract<Subject, { kind: 'request' | 'response' }>;

/**
 * What the samples show, fact by fact: every property exists, has the type of its value, and null where the value is
 * null; strings of a known shape have a format; a value that is no placeholder is an example. Each fact stands at the
 * line of its property in the sample. The samples themselves are not repeated.
 */
export function sampleFacts(evidence: readonly Evidence[]): Evidence[] {
  return evidence.flatMap((one) => {
    const { subject, fact } = one;
    if (fact.kind !== 'sample' || (subject.kind !== 'request' && subject.kind !== 'response')) return [];
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
        for (const [key, member] of Object.entries(value)) {
          walk(member, joinPointer(pointer, key), [...path, { kind: 'property', name: key }], key);
        }
      }
    }
  });
}

function valueFacts(name: string, value: JsonValue): Fact[] {
  const facts: Fact[] = [{ kind: 'exists' }];
  if (value === null) return [...facts, { kind: 'nullable' }];
  const type = jsonType(value);
  // 1 in a sample may stand for any number
  facts.push({ kind: 'type', words: type === 'integer' ? 'number' : type });
  if (isObject(value) || Array.isArray(value)) return facts;
  if (isPlaceholder(name, value)) return [...facts, { kind: 'example', value, placeholder: true }];
  if (typeof value === 'string') {
    const format = formatOfShape(value);
    if (format !== undefined) facts.push({ kind: 'format', format });
  }
  return [...facts, { kind: 'example', value }];
}

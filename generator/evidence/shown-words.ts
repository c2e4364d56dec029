import { isObject, jsonType, own, type JsonValue } from '../base/json.ts';
import { groupBy } from '../base/order.ts';
import { isPlaceholder } from '../base/placeholders.ts';
import type { Evidence, Step, Subject } from './evidence.ts';

type BodySubject = Extract<Subject, { kind: 'request' | 'response' | 'entity' }>;

/**
 * The type words of what samples show of a part of a body, for parts of which nothing states a type: `integer`; empty where no
 * sample shows one, or they differ. Null and placeholders show none. Gives no diagnostics.
 */
export function shownWords(evidence: readonly Evidence[]): (subject: Subject) => string {
  const samples = evidence.flatMap(({ subject, fact }) =>
    fact.kind === 'sample' && isBody(subject) ? [{ subject, value: fact.data.value }] : [],
  );
  const byBody = groupBy(samples, ({ subject }) => bodyKey(subject));
  return (subject) => {
    if (!isBody(subject)) return '';
    const types = (byBody.get(bodyKey(subject)) ?? []).flatMap(({ subject: shown, value }) => {
      const steps = stepsBelow(shown.path, subject.path);
      return steps ? valuesAt(value, steps).flatMap((one) => typeOf(one, steps.at(-1))) : [];
    });
    const [first = '', ...others] = types;
    return others.every((one) => one === first) ? first : '';
  };
}

function bodyKey(subject: BodySubject): string {
  return JSON.stringify({ ...subject, path: [] });
}

function isBody(subject: Subject): subject is BodySubject {
  return subject.kind === 'request' || subject.kind === 'response' || subject.kind === 'entity';
}

/** The steps from a part that a sample shows to one in it; undefined where it is not in it. */
function stepsBelow(shown: readonly Step[], path: readonly Step[]): readonly Step[] | undefined {
  const isIn = shown.every((step, index) => JSON.stringify(step) === JSON.stringify(path[index]));
  return isIn ? path.slice(shown.length) : undefined;
}

/** What stands at some steps of a value, in each item and each value of a map. */
function valuesAt(value: JsonValue, [step, ...steps]: readonly Step[]): JsonValue[] {
  if (step === undefined) return [value];
  if (step.kind === 'branch') return valuesAt(value, steps);
  if (step.kind === 'items') return Array.isArray(value) ? value.flatMap((item) => valuesAt(item, steps)) : [];
  if (!isObject(value)) return [];
  if (step.kind === 'values') return Object.values(value).flatMap((member) => valuesAt(member, steps));
  const member = own(value, step.name);
  return member === undefined ? [] : valuesAt(member, steps);
}

function typeOf(value: JsonValue, step: Step | undefined): string[] {
  const name = step?.kind === 'property' ? step.name : '';
  return value === null || isPlaceholder(name, value) ? [] : [jsonType(value)];
}

import { isObject, type JsonValue } from '../base/json.ts';
import { groupBy } from '../base/order.ts';
import type { Evidence, Step } from './evidence.ts';

/** Words of a type that is a list. */
const listWords = /\[\]$|^\[.*\]$|^(?:array|list)\b/i;

/** What a list is called that has no name. */
const listName = /^(?:array|list|\[\])$/i;

/**
 * Fields that stand for the whole of a body. Pages whose components need a name give one to what has none: the only field of
 * an answer is called `array`, or samples show a list where the page names a field of a list. The facts are then those of the
 * body itself; all others are returned as they are. Gives no diagnostics.
 */
export function withWholeBodies(evidence: readonly Evidence[]): Evidence[] {
  const bodies = groupBy(evidence.filter(isPart), bodyKey);
  const wholes = new Map<string, string>();
  for (const [key, about] of bodies) {
    const whole = wholeName(about);
    if (whole !== undefined) wholes.set(key, whole);
  }
  if (wholes.size === 0) return [...evidence];
  return evidence.flatMap((one): Evidence[] => {
    if (!isPart(one) || wholes.get(bodyKey(one)) !== firstName(one)) return [one];
    const path = one.subject.path.slice(1);
    // a body is not required by a body around it
    if (path.length === 0 && one.fact.kind === 'required') return [];
    return [{ ...one, subject: { ...one.subject, path } }];
  });
}

type Part = Evidence & { readonly subject: { readonly kind: 'request' | 'response'; readonly path: readonly Step[] } };

function isPart(one: Evidence): one is Part {
  return one.subject.kind === 'request' || one.subject.kind === 'response';
}

function bodyKey({ subject }: Part): string {
  const { kind, operation } = subject;
  const isFault = kind === 'response' && /^(?:[45]|default)/.test(subject.status ?? '');
  return JSON.stringify([kind, operation.method, operation.path, isFault]);
}

function firstName({ subject, fact }: Part): string | undefined {
  const [first] = subject.path;
  return fact.kind !== 'sample' && first?.kind === 'property' ? first.name : undefined;
}

/** The name of the only field that a page names in a body, if it stands for the body. */
function wholeName(about: readonly Part[]): string | undefined {
  const [name, ...others] = new Set(about.flatMap((one) => firstName(one) ?? []));
  if (name === undefined || others.length > 0) return undefined;
  const isList = about.some(({ subject, fact }) => {
    return subject.path.length === 1 && fact.kind === 'type' && listWords.test(fact.words.trim());
  });
  if (!isList) return undefined;
  const samples = about.flatMap(({ subject, fact }) =>
    fact.kind === 'sample' && subject.path.length === 0 ? [fact.data.value] : [],
  );
  if (samples.some((sample) => hasName(sample, name))) return undefined;
  return listName.test(name) || (samples.length > 0 && samples.every(Array.isArray)) ? name : undefined;
}

function hasName(sample: JsonValue, name: string): boolean {
  const one = Array.isArray(sample) ? sample[0] : sample;
  return isObject(one) && Object.hasOwn(one, name);
}

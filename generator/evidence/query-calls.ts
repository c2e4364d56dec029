import { methodAndPath, operationOf } from '../base/named-operations.ts';
import { groupBy } from '../base/order.ts';
import type { Location } from '../base/location.ts';
import type { Evidence, Fact } from './evidence.ts';

/** Names of parameters that say which of several calls at one address is meant. */
const selector = /^(?:api_?)?(?:method|action|command|cmd|operation|op|function|func|call)$/i;

/** Whether a pair of a query says which call is meant, as `method=boxes.open` does. Gives no diagnostics. */
export function selectsCall(name: string, value: string): boolean {
  return selector.test(name) && value.length <= 100 && /^[A-Za-z][\w.:-]*\w$/.test(value) && /\w[.:_]\w/.test(value);
}

/** A call that stands somewhere. */
interface Place extends Location {
  readonly value: string;
}

/**
 * Evidence of calls at one address that a parameter of the query tells apart, which are one operation (OAS 3.1, section 4.8.8.1): what is
 * required of a single call is not required of all, and what says what one call does is said of none of the others. All other
 * evidence is as it was. Gives no diagnostics.
 */
export function withQueryCalls(evidence: readonly Evidence[]): Evidence[] {
  const selected = groupBy(
    evidence.flatMap((one) => {
      const { subject, fact } = one;
      const isSelector =
        subject.kind === 'parameter' &&
        subject.location === 'query' &&
        fact.kind === 'enum' &&
        fact.values.length === 1;
      const [value] = isSelector ? fact.values : [];
      return typeof value === 'string' && subject.kind === 'parameter' && selectsCall(subject.name, value)
        ? [{ key: methodAndPath(subject.operation), place: { ...one.location, value } }]
        : [];
    }),
    ({ key }) => key,
  );
  const calls = new Map(
    [...selected].flatMap(([key, found]) => {
      const places = found.map(({ place }) => place);
      const count = new Set(places.map(({ value }) => value)).size;
      return count > 1 ? [[key, { places, count }] as const] : [];
    }),
  );
  if (calls.size === 0) return [...evidence];
  const known = new Map<string, Set<string>>();
  for (const one of evidence) {
    const { subject, location } = one;
    const call = calls.get(methodAndPath(operationOf(one)));
    if (!call) continue;
    const key = JSON.stringify(subject);
    known.set(key, (known.get(key) ?? new Set<string>()).add(valueAt(call.places, location)));
  }
  const kept = evidence.filter((one) => {
    const { subject, fact } = one;
    const call = calls.get(methodAndPath(operationOf(one)));
    if (!call) return true;
    if (subject.kind === 'operation') return !ofOneCall.has(fact.kind);
    const isOfAll = (known.get(JSON.stringify(subject))?.size ?? 0) >= call.count;
    return fact.kind !== 'required' || !fact.value || isOfAll;
  });
  return [...kept, ...[...calls].flatMap(([, { places }]) => uncertain(evidence, places))];
}

/** What is said of one call alone. */
const ofOneCall: ReadonlySet<Fact['kind']> = new Set(['summary', 'name', 'description'] as const);

/** The call that a place is about: the last one before it in its document, else the first behind it. */
function valueAt(places: readonly Place[], { document, line }: Location): string {
  const own = places.filter((place) => place.document === document);
  return (own.findLast((place) => place.line <= line) ?? own[0])?.value ?? '';
}

function uncertain(evidence: readonly Evidence[], [first]: readonly Place[]): Evidence[] {
  const one = evidence.find(
    ({ subject, location }) =>
      subject.kind === 'parameter' && selector.test(subject.name) && location.document === first?.document,
  );
  if (!first || one?.subject.kind !== 'parameter') return [];
  const text = `several calls are told apart by the query parameter "${one.subject.name}": what each takes and answers is not`;
  const subject = { kind: 'operation', operation: one.subject.operation } as const;
  const { document, line } = first;
  return [
    { subject, fact: { kind: 'uncertain', text }, location: { document, line }, method: 'name', confidence: 'low' },
  ];
}

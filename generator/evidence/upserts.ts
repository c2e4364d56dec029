import { methodAndPath, operationOf } from '../base/named-operations.ts';
import { groupBy } from '../base/order.ts';
import type { Evidence, HttpMethod } from './evidence.ts';

/** Methods of operations that may create. */
const creating: ReadonlySet<HttpMethod> = new Set(['post', 'put', 'patch']);

/** The statuses of what was there and what was made (RFC 9110, sections 15.3.1 and 15.3.2; 9.3.4 for PUT). */
const statuses = ['200', '201'];

const upsert =
  /\bupsert(?:s|ed|ing)?\b|\bcreat(?:es?|ing) (?:\S{1,30} ){0,4}or (?:to )?(?:updat|replac|overwrit)(?:es?|ing)\b|\bupdat(?:es?|ing) (?:\S{1,30} ){0,4}or (?:to )?creat(?:es?|ing)\b/i;

/**
 * The status that pages leave out of operations which, as their texts say, update something or create it: of 200 and 201 the
 * one that is not shown where the other is. It is a hint about the answer that is shown, since not every server tells the two
 * apart and no document says this one does.
 */
export function upsertFacts(evidence: readonly Evidence[]): Evidence[] {
  const about = evidence.filter(({ subject: { kind } }) => kind === 'operation' || kind === 'response');
  return [...groupBy(about, (one) => methodAndPath(operationOf(one))).values()].flatMap((group): Evidence[] => {
    const said = group.find(saysUpsert);
    const shown = new Set(group.flatMap(statusOf));
    const [missing, ...more] = statuses.filter((status) => !shown.has(status));
    if (said?.subject.kind !== 'operation' || missing === undefined || more.length > 0) return [];
    const status = statuses.find((one) => shown.has(one)) ?? '';
    const subject = { kind: 'response', operation: said.subject.operation, status, path: [] } as const;
    const fact = { kind: 'otherStatus', status: missing } as const;
    return [{ subject, fact, location: said.location, method: 'prose', confidence: 'low' }];
  });
}

function statusOf({ subject }: Evidence): string[] {
  return subject.kind === 'response' && subject.status !== undefined ? [subject.status] : [];
}

function saysUpsert({ subject, fact }: Evidence): boolean {
  if (subject.kind !== 'operation' || !creating.has(subject.operation.method)) return false;
  if (fact.kind !== 'summary' && fact.kind !== 'description') return false;
  return upsert.test(fact.text.slice(0, longestText));
}

/** Longer descriptions are read up to here. */
const longestText = 2000;

import type { Report } from '../../base/diagnostic.ts';
import { jsonEqual, type JsonValue } from '../../base/json.ts';
import { locationText } from '../../base/location.ts';
import { groupBy } from '../../base/order.ts';
import { factsOf, type FactNode, type Stated } from './fact-tree.ts';

/** A statement that can hold for one value only. */
interface Single {
  readonly what: string;
  readonly value: JsonValue;
  readonly evidence: Stated['evidence'];
}

/**
 * The statements about a node that are overruled by a stronger one of the same kind: its default, whether it is required, its
 * format, each of its limits. Each is reported (`merge/conflict`) and told in one line for `x-conflicts`. What is only hinted
 * at, or shown by a sample, contradicts nothing.
 */
export function overruledFacts(node: FactNode, subject: string, report: Report): string[] {
  const { evidence: all } = node;
  const stated: Single[] = [
    ...factsOf(all, 'default').map(({ fact, evidence }) => ({ what: 'default', value: fact.value, evidence })),
    ...factsOf(all, 'required').map(({ fact, evidence }) => ({ what: 'required', value: fact.value, evidence })),
    ...factsOf(all, 'format').map(({ fact, evidence }) => ({ what: 'format', value: fact.format, evidence })),
    ...factsOf(all, 'limit').map(({ fact, evidence }) => ({ what: fact.keyword, value: fact.value, evidence })),
  ].filter(
    ({ evidence }) => evidence.confidence !== 'low' && evidence.method !== 'sample' && evidence.method !== 'name',
  );
  return [...groupBy(stated, ({ what }) => what).values()].flatMap(([winner, ...others]) => {
    if (winner === undefined) return [];
    const losers = others.filter(({ value }) => !jsonEqual(value, winner.value));
    return losers.map((loser) => overrule(loser, winner, subject, report));
  });
}

/** The words for a scalar that a sample contradicts, which leaves out the parts of an object there; told as `overruledFacts` does. */
export function overruledWords(node: FactNode, shown: Stated, subject: string, report: Report): string[] {
  const winner: Single = { what: 'type', value: 'object', evidence: shown.evidence };
  const stated = factsOf(node.evidence, 'type').filter(({ evidence }) => evidence.method !== 'sample');
  return stated.map(({ fact, evidence }) =>
    overrule(
      { what: 'type', value: fact.words, evidence },
      winner,
      subject,
      report,
      'the object that a sample leaves out',
    ),
  );
}

function overrule(loser: Single, winner: Single, subject: string, report: Report, rule?: string): string {
  const [lost, won] = [loser, winner].map(({ what, value }) => `${what} ${JSON.stringify(value)}`);
  const place = locationText(loser.evidence.location);
  const sameMethod = loser.evidence.method === winner.evidence.method;
  const told = {
    subject,
    loser: `${lost} (${loser.evidence.method})`,
    winner: `${won} (${winner.evidence.method}, ${locationText(winner.evidence.location)})`,
    rule:
      rule ?? (sameMethod ? 'the surer, then the first' : `${winner.evidence.method} before ${loser.evidence.method}`),
  };
  report.add('merge/conflict', loser.evidence.location, told, winner.evidence.location);
  return `${lost} (${place}) overruled by ${won}`;
}

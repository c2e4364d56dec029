import type { Diagnostic } from '../base/diagnostic.ts';
import { isObject, own, stringsOf, type JsonValue } from '../base/json.ts';
import { locationText, type Location } from '../base/location.ts';
import type { ConflictReview, UncertainReview } from './review.ts';

/** A node of the spec that has something to tell. */
interface Marked {
  readonly target: string;
  readonly conflicts: readonly string[];
  readonly decided: ReadonlySet<string>;
  readonly uncertain: readonly string[];
  readonly places: readonly Location[];
}

/** Diagnostics that tell what was decided between two places. */
const decisions: ReadonlySet<string> = new Set(['merge/conflict', 'spec/duplicate-operation']);

/** What stands in the nodes of a spec and is worth a look. */
export interface Findings {
  readonly conflicts: readonly ConflictReview[];
  readonly texts: readonly ConflictReview[];
  readonly uncertain: readonly UncertainReview[];
}

/**
 * The conflicts and uncertain facts of a spec. Each conflict that was reported (`merge/conflict` with the place of the winner)
 * is joined with the record of it in the spec, which names the place of the loser; records that nobody reported and reports
 * without a record stand for themselves. Texts that were not taken (`merge/text`) are told apart: nothing depends on them.
 */
export function findFindings(spec: JsonValue, diagnostics: readonly Diagnostic[]): Findings {
  const nodes: Marked[] = [];
  collect(spec, '$', nodes);
  const reported = diagnostics.filter(({ code }) => decisions.has(code));
  const used = new Set<Diagnostic>();
  const recorded = nodes.flatMap((node) =>
    node.conflicts.map((record): ConflictReview => {
      const diagnostic = reported.find(({ location }) => location && record.includes(`(${locationText(location)})`));
      if (diagnostic !== undefined) used.add(diagnostic);
      const decided = node.decided.has(withoutPlaces(record));
      const told = diagnostic === undefined ? { loser: record, places: node.places } : conflictOf(diagnostic);
      return { ...told, target: node.target, record, decided };
    }),
  );
  const others = reported.filter((one) => !used.has(one));
  return {
    conflicts: [...recorded, ...others.map((one) => ({ ...conflictOf(one), decided: false }))],
    texts: diagnostics
      .filter(({ code }) => code === 'merge/text')
      .map((one) => ({ ...conflictOf(one), decided: false })),
    uncertain: nodes.flatMap(({ target, uncertain, places }) => uncertain.map((text) => ({ target, text, places }))),
  };
}

function conflictOf({ message, parameters, location, related }: Diagnostic): Omit<ConflictReview, 'decided'> {
  const places = [location, related].filter((place) => place !== undefined);
  if (parameters === undefined) return { loser: message, places };
  const { subject, loser, winner, rule } = parameters;
  return {
    loser: String(loser),
    places,
    ...(subject !== undefined && { subject: String(subject) }),
    ...(winner !== undefined && { winner: String(winner) }),
    ...(rule !== undefined && { rule: String(rule) }),
  };
}

/** A record without its places, which move as documents are edited: a decision is about what is said. */
function withoutPlaces(record: string): string {
  return record.replaceAll(/ \([^()\s]*:\d+:\d+\)/g, '');
}

/** Members whose values are data of the API, where nothing is a mark of ours. */
const data: ReadonlySet<string> = new Set(['example', 'examples', 'default', 'enum', 'const']);

function collect(value: JsonValue, target: string, nodes: Marked[]): void {
  if (Array.isArray(value)) return value.forEach((item, index) => collect(item, `${target}[${index}]`, nodes));
  if (!isObject(value)) return;
  const conflicts = stringsOf(own(value, 'x-conflicts'));
  const hedged = own(value, 'x-confidence') === 'low' ? ['only hinted at: values that differ are not refused'] : [];
  const uncertain = [...hedged, ...stringsOf(own(value, 'x-uncertain'))];
  if (conflicts.length + uncertain.length > 0) {
    const decided = new Set(stringsOf(own(value, 'x-decided')).map(withoutPlaces));
    const places = stringsOf(own(value, 'x-evidence')).flatMap(evidencePlaces);
    nodes.push({ target, conflicts, decided, uncertain, places });
  }
  for (const [key, member] of Object.entries(value)) {
    if (!data.has(key) && !key.startsWith('x-')) collect(member, `${target}[${pathName(key)}]`, nodes);
  }
}

/** The places that an entry of `x-evidence` lists: `page.md:3,7-9`. */
export function evidencePlaces(entry: string): Location[] {
  const colon = entry.lastIndexOf(':');
  const document = entry.slice(0, colon);
  return entry
    .slice(colon + 1)
    .split(',')
    .map((range) => range.split('-').map(Number))
    .filter(([line]) => Number.isInteger(line))
    .map(([line = 0, endLine]) => ({ document, line, ...(endLine !== undefined && { endLine }) }));
}

/** A name in a normalized path (RFC 9535, section 2.7): in single quotes, control characters escaped. */
function pathName(name: string): string {
  const escaped = JSON.stringify(name)
    .slice(1, -1)
    .replaceAll('\\"', '"')
    .replaceAll("'", String.raw`\'`);
  return `'${escaped}'`;
}

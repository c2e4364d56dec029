import type { Report } from '../../base/diagnostic.ts';
import { ownString, type JsonObject } from '../../base/json.ts';
import { locationText, type Location } from '../../base/location.ts';
import type { Evidence, OperationName } from '../../evidence/evidence.ts';
import { titleFit } from '../../base/operation-titles.ts';
import { placeOf } from '../rules/rule.ts';
import { factsOf, type Stated } from './fact-tree.ts';

/** Facts whose value is a text for people. */
type TextKind = 'summary' | 'description' | 'title';

type StatedText = Stated<{ kind: TextKind; text: string }>;

/** A longer text is a page and no description; printing it would exhaust the stack. */
const maxDescription = 100_000;

/** The description that counts: that of a spec, else the longest that documents surely give, for it says most. */
export function descriptionOf(evidence: readonly Evidence[]): string | undefined {
  return chosenDescription(evidence)?.fact.text.trim();
}

function chosenDescription(evidence: readonly Evidence[]): StatedText | undefined {
  const all = factsOf(evidence, 'description').filter(({ fact }) => fact.text.length <= maxDescription);
  const specs = all.filter((one) => one.evidence.method === 'spec');
  const texts = all.filter(({ evidence: { method } }) => method !== 'sample' && method !== 'name');
  const sure = texts.filter(({ evidence: { confidence } }) => confidence !== 'low');
  let best: StatedText | undefined;
  let length = 0;
  for (const one of specs.length > 0 ? specs : sure.length > 0 ? sure : texts) {
    const size = one.fact.text.trim().length;
    if (size > length) [best, length] = [one, size];
  }
  return best;
}

/** Tells which descriptions of one thing were not taken (`merge/text`): what says the same in less words is no loss. */
export function reportDescriptions(evidence: readonly Evidence[], subject: string, report: Report): void {
  const winner = chosenDescription(evidence);
  if (winner === undefined) return;
  const rule = winner.evidence.method === 'spec' ? 'a spec before pages' : 'the longest text is kept';
  reportTexts(factsOf(evidence, 'description'), winner, { subject, rule }, report);
}

/** The same for a response, about which a page says several things one after another: only what other pages say is a loss. */
export function reportResponseTexts(evidence: readonly Evidence[], subject: string, report: Report): void {
  const winner = chosenDescription(evidence)?.evidence;
  const elsewhere = evidence.filter((one) => one.location.document !== winner?.location.document);
  if (winner && elsewhere.length > 0) reportDescriptions([winner, ...elsewhere], subject, report);
}

/** Tells which of the titles of one thing were not taken (`merge/text`); the strongest counts, then the first. */
export function reportFirst(evidence: readonly Evidence[], kind: 'title', subject: string, report: Report): void {
  const texts: readonly StatedText[] = factsOf<TextKind>(evidence, kind);
  const winner = texts.find((one) => one.evidence.confidence !== 'low');
  if (winner) reportTexts(texts, winner, { subject, rule: 'the strongest, then the first' }, report);
}

/**
 * The summary that counts: of those that are stated in the strongest way the one that fits method and path of the operation best
 * (a section about filters calls `GET /rooms` too), then the first; none that is only guessed at. Tells which were not taken
 * (`merge/text`).
 */
export function summaryOf(evidence: readonly Evidence[], operation: OperationName, report: Report): string | undefined {
  const texts = factsOf(evidence, 'summary');
  const sure = texts.filter((one) => one.evidence.confidence !== 'low');
  const strongest = sure.filter((one) => one.evidence.method === sure[0]?.evidence.method);
  const fits = strongest.map(({ fact }) => titleFit(fact.text, operation));
  const best = Math.max(...fits);
  const winner = strongest[fits.indexOf(best)];
  // what stands above a mere call of an operation that is described elsewhere may be about something else
  const isElsewhere = winner?.evidence.confidence !== 'high' && best <= 0 && evidence.some(isDescribed);
  if (!winner || isElsewhere) return undefined;
  const subject = `${operation.method.toUpperCase()} ${operation.path}`;
  reportTexts(texts, winner, { subject, rule: 'the strongest, then the one that fits best, then the first' }, report);
  return winner.fact.text.trim();
}

/** Whether an operation is named otherwise than by a call. */
function isDescribed({ fact, method }: Evidence): boolean {
  return fact.kind === 'exists' && method !== 'sample';
}

interface Loss {
  readonly subject: string;
  readonly rule: string;
}

function reportTexts(texts: readonly StatedText[], winner: StatedText, loss: Loss, report: Report): void {
  const kept = bare(winner.fact.text);
  for (const { fact, evidence } of texts) {
    const { method, confidence, location } = evidence;
    const isGuess = confidence === 'low' || method === 'sample' || method === 'name';
    if (isGuess || kept.includes(bare(fact.text))) continue;
    const places = { lost: location, kept: winner.evidence.location };
    reportLoss({ ...loss, what: fact.kind, text: fact.text, winner: winner.fact.text, ...places }, report);
  }
}

/** What two texts share that say the same: their letters and digits. */
function bare(text: string): string {
  return text
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** Tells which texts of `other` are not taken (`merge/text`) because `base`, the same part of an earlier or stronger document, has its own. */
export function reportOtherTexts(
  base: JsonObject,
  other: JsonObject,
  { subject, rule }: Loss,
  places: { readonly lost: Location | undefined; readonly kept: Location | undefined },
  report: Report,
): void {
  for (const what of ['title', 'summary', 'description']) {
    const [winner, text] = [ownString(base, what), ownString(other, what)];
    if (winner === undefined || text === undefined || bare(winner).includes(bare(text))) continue;
    const { lost = placeOf(other), kept = placeOf(base) } = places;
    reportLoss({ subject, rule, what, text, winner, lost, kept }, report);
  }
}

function reportLoss(
  loss: Loss & { what: string; text: string; winner: string; lost: Location | undefined; kept: Location | undefined },
  report: Report,
): void {
  const { subject, rule, what, text, winner, lost, kept } = loss;
  const told = {
    subject,
    what,
    rule,
    place: kept === undefined ? 'another document' : locationText(kept),
    loser: `${what} "${excerpt(text)}"`,
    winner: `"${excerpt(winner)}"`,
  };
  report.add('merge/text', lost, told, kept);
}

const excerptLength = 80;

function excerpt(text: string): string {
  const start = text
    .slice(0, 2 * excerptLength)
    .split(/\s+/)
    .join(' ')
    .trim();
  return start.length > excerptLength ? `${start.slice(0, excerptLength)}…` : start;
}

import type { Report } from '../../base/diagnostic.ts';
import { isObject, jsonEqual, type JsonObject } from '../../base/json.ts';
import { locationText } from '../../base/location.ts';
import type { Evidence, Fact } from '../../evidence/evidence.ts';
import { readTypeWords, type TypeBranches } from '../type-words.ts';
import { factsOf, type FactNode, type Stated } from './fact-tree.ts';
import { isTimeWord, timeType } from './time-words.ts';

/** What was decided about a type, and what was overruled. */
export interface TypeDecision extends TypeBranches {
  readonly conflicts: readonly string[];
  /** Only samples show it. */
  readonly fromSample: boolean;
}

interface Candidate extends TypeBranches {
  readonly words: string;
  readonly evidence: Evidence;
}

/**
 * Decides the type of one value from everything said about it. The strongest statement wins (see `Method`); a weaker
 * one that agrees may refine it (a format, the items of an array); one that contradicts it is reported as
 * `merge/conflict`, unless prose and a real sample agree against a declaration: then that loses. Type words that are in
 * no table are reported as `evidence/unknown-type`.
 */
export function decideType(node: FactNode, subject: string, report: Report): TypeDecision | undefined {
  const candidates = outvoted(withoutGuesses(readCandidates(node, report), node), node);
  const [winner, ...others] = candidates;
  if (!winner) return undefined;
  const fromSample = winner.evidence.method === 'sample';
  if (fromSample) return { ...uniteSamples(candidates), conflicts: [], fromSample };
  let branches = winner.branches;
  const conflicts: string[] = [];
  for (const other of others) {
    if (other.evidence.method === 'sample') {
      if (!admits(branches, other)) reportSample(node, subject, winner, other, conflicts, report);
    } else if (isRefinement(branches, other.branches)) {
      branches = refine(branches, other.branches);
    } else if (!isRefinement(other.branches, branches)) {
      const text = `type "${other.words}" (${locationText(other.evidence.location)}) overruled by "${winner.words}"`;
      conflicts.push(text);
      const told = {
        subject,
        loser: `type "${other.words}" (${other.evidence.method})`,
        winner: `"${winner.words}" (${winner.evidence.method}, ${locationText(winner.evidence.location)})`,
        rule:
          winner.evidence.method === 'prose' && other.evidence.method !== 'label'
            ? 'the text and a sample agree against it'
            : `${winner.evidence.method} before ${other.evidence.method}`,
      };
      report.add('merge/conflict', other.evidence.location, told, winner.evidence.location);
    }
  }
  return { branches, nullable: candidates.some((one) => one.nullable), conflicts, fromSample };
}

/** What only words suggest counts where neither a statement nor a sample nor parts tell more. */
function withoutGuesses(candidates: readonly Candidate[], node: FactNode): readonly Candidate[] {
  const told = candidates.filter(({ evidence }) => evidence.method !== 'name');
  const hasParts =
    node.properties.size > 0 || node.branches.size > 0 || node.items !== undefined || node.values !== undefined;
  return told.length > 0 || hasParts ? told : candidates;
}

/** A declaration that its own prose and a real sample both contradict loses: generators put `object` where they know nothing. */
function outvoted(candidates: readonly Candidate[], node: FactNode): readonly Candidate[] {
  const [winner] = candidates;
  const prose = candidates.find(({ evidence }) => evidence.method === 'prose');
  if (!winner || !prose || winner === prose || winner.evidence.method === 'spec') return candidates;
  if (isRefinement(winner.branches, prose.branches) || isRefinement(prose.branches, winner.branches)) return candidates;
  const witness = candidates.some(
    (one) =>
      one.evidence.method === 'sample' &&
      sampleValue(node, one.evidence)?.fact.placeholder !== true &&
      admits(prose.branches, one) &&
      !admits(winner.branches, one),
  );
  return witness ? [prose, ...candidates.filter((one) => one !== prose)] : candidates;
}

function readCandidates(node: FactNode, report: Report): Candidate[] {
  const candidates: Candidate[] = [];
  const unknown: { readonly words: string; readonly evidence: Evidence }[] = [];
  for (const { fact, evidence } of factsOf(node.evidence, 'type')) {
    const read = readTypeWords(fact.words) ?? timeType(fact.words, node);
    if (read) candidates.push({ ...read, words: fact.words, evidence });
    else unknown.push({ words: fact.words, evidence });
  }
  for (const { words, evidence } of unknown) {
    if (candidates.length === 0 || !isTimeWord(words))
      report.add('evidence/unknown-type', evidence.location, { name: node.name, words });
  }
  return candidates;
}

/** Samples of one value may differ: their types unite, a whole number and a fraction being both numbers. */
function uniteSamples(candidates: readonly Candidate[]): TypeBranches {
  const branches: JsonObject[] = [];
  for (const candidate of candidates) {
    for (const branch of candidate.branches) {
      if (!branches.some((known) => jsonEqual(known, branch))) branches.push(branch);
    }
  }
  const isNumber = branches.some((branch) => branch['type'] === 'number');
  const distinct = isNumber ? branches.filter((branch) => branch['type'] !== 'integer') : branches;
  return { branches: distinct, nullable: candidates.some((one) => one.nullable) };
}

/** Whether a sample's type is one of the declared ones; a declared `any` admits everything. */
function admits(declared: readonly JsonObject[], sample: Candidate): boolean {
  return sample.branches.every((branch) => declared.some((known) => typeMatches(known, branch)));
}

function typeMatches(declared: JsonObject, shown: JsonObject): boolean {
  const wanted = declared['type'];
  if (wanted === undefined || wanted === shown['type']) return true;
  return isNumeric(wanted) && isNumeric(shown['type']);
}

/** Of numbers, a sample shows by chance whether they are whole. */
function isNumeric(type: unknown): boolean {
  return type === 'integer' || type === 'number';
}

function reportSample(
  node: FactNode,
  subject: string,
  winner: Candidate,
  sample: Candidate,
  conflicts: string[],
  report: Report,
): void {
  const value = sampleValue(node, sample.evidence);
  const place = locationText(sample.evidence.location);
  if (value?.fact.placeholder) {
    conflicts.push(
      `the placeholder ${JSON.stringify(value.fact.value)} (${place}) is no ${winner.words}: declaration kept`,
    );
  } else {
    conflicts.push(`a sample shows ${sample.words} (${place}) where ${winner.words} is declared: declaration kept`);
  }
  const told = {
    subject,
    loser: `a sample's ${sample.words}${value === undefined ? '' : ` ${JSON.stringify(value.fact.value)}`}`,
    winner: `"${winner.words}" (${winner.evidence.method}, ${locationText(winner.evidence.location)})`,
    rule: `${winner.evidence.method} before sample`,
  };
  report.add('merge/conflict', sample.evidence.location, told, winner.evidence.location);
}

/** The example value that stands where a sample's type was seen. */
function sampleValue(node: FactNode, at: Evidence): Stated<Extract<Fact, { kind: 'example' }>> | undefined {
  return factsOf(node.evidence, 'example').find(
    ({ evidence }) =>
      evidence.location.line === at.location.line && evidence.location.document === at.location.document,
  );
}

/** Whether every alternative of `finer` is one of `wider`, perhaps with a format or items added. */
function isRefinement(wider: readonly JsonObject[], finer: readonly JsonObject[]): boolean {
  return finer.every((branch) => wider.some((known) => known['type'] === branch['type'] && itemsAgree(known, branch)));
}

function itemsAgree(wider: JsonObject, finer: JsonObject): boolean {
  const wide = wider['items'];
  const fine = finer['items'];
  if (wide === undefined || fine === undefined) return true;
  return isObject(wide) && isObject(fine) && wide['type'] === fine['type'];
}

/** `wider` with the details that `finer` adds: items of arrays, and a format where the finer text leaves no plain alternative. */
function refine(wider: readonly JsonObject[], finer: readonly JsonObject[]): readonly JsonObject[] {
  return wider.map((branch) => {
    const detail = finer.find((one) => one['type'] === branch['type']);
    return detail && Object.keys(detail).length >= Object.keys(branch).length ? { ...branch, ...detail } : branch;
  });
}

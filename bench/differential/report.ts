import { isObject, type JsonValue } from '../../generator/base/json.ts';
import type { Judge, Verdict } from './judges.ts';
import type { Question, Verdicts } from './pairs.ts';
import type { Disagreement } from './shrink.ts';

/** What came of one batch. */
export interface BatchResult {
  readonly batch: number;
  readonly schemas: number;
  readonly pairs: number;
  /** How many values the emitted validators allow. */
  readonly allowed: number;
  /** How many pairs the emitted validators, and each of the judges, have no answer to. */
  readonly unanswered: readonly [number, number, number];
  readonly disagreements: readonly Disagreement[];
}

/** Counts the answers of a batch, and keeps what they differ in. */
export function tally(questions: readonly Question[], answers: readonly Verdicts[][]): Omit<BatchResult, 'batch'> {
  const all = questions.flatMap(({ schema, values }, index) =>
    values.map((value, position) => ({
      schema,
      value,
      verdicts: answers[index]?.[position] ?? ([null, null, null] as const),
    })),
  );
  const missing = (index: 0 | 1 | 2): number => all.filter(({ verdicts }) => verdicts[index] === null).length;
  return {
    schemas: questions.length,
    pairs: all.length,
    allowed: all.filter(({ verdicts }) => verdicts[0] === true).length,
    unanswered: [missing(0), missing(1), missing(2)],
    disagreements: firstOfEach(all.filter(({ verdicts }) => differ(verdicts))),
  };
}

/** Whether ours is no answer, or a judge's answer is another one. */
function differ([ours, ...judges]: Verdicts): boolean {
  return ours === null || judges.some((verdict) => verdict !== null && verdict !== ours);
}

/** Of the values of one schema with the same verdicts, one is looked at. */
function firstOfEach(found: readonly Disagreement[]): Disagreement[] {
  const first = new Map<string, Disagreement>();
  for (const one of found) {
    const key = `${String(one.verdicts)} ${JSON.stringify(one.schema)}`;
    if (!first.has(key)) first.set(key, one);
  }
  return [...first.values()];
}

const word = (verdict: Verdict): string => (verdict === null ? 'none' : verdict ? 'allows' : 'refuses');

/** The committed text: what was asked, and how often who differed from whom. */
export function scoreboardText(
  results: readonly BatchResult[],
  small: readonly Disagreement[],
  judges: readonly [Judge, Judge],
  seed: number,
): string {
  const sum = (of: (result: BatchResult) => number): number => results.reduce((total, one) => total + of(one), 0);
  const alone = (index: 0 | 1 | 2): number => small.filter(({ verdicts }) => standsAlone(verdicts, index)).length;
  const lines = [
    `The emitted validators against ${judges.map(({ name }) => name).join(' and ')}, on schemas and values drawn by chance (seed ${seed})`,
    '',
    `${sum(({ schemas }) => schemas)} schemas`,
    `${sum(({ pairs }) => pairs)} pairs of a schema and a value, of which the emitted validators allow ${sum(({ allowed }) => allowed)}`,
    `no answer: emitted validators ${sum(({ unanswered }) => unanswered[0])}, ${judges[0].name} ${sum(({ unanswered }) => unanswered[1])}, ${judges[1].name} ${sum(({ unanswered }) => unanswered[2])}`,
    `schemas with a disagreement: ${small.length}`,
    `  in which the emitted validators stand alone: ${alone(0)}`,
    `  in which ${judges[0].name} stands alone: ${alone(1)}`,
    `  in which ${judges[1].name} stands alone: ${alone(2)}`,
    `by the keywords of the smallest form:`,
    ...groups(small).map(([signature, members]) => `  ${members.length} ${describe(signature, judges)}`),
  ];
  return `${lines.join('\n')}\n`;
}

/** Whether the other two agree with each other, as far as they answer, and not with this one. */
function standsAlone(verdicts: Verdicts, index: 0 | 1 | 2): boolean {
  const own = verdicts[index];
  const others = verdicts.filter((verdict, position) => position !== index && verdict !== null);
  return own !== null && others.length > 0 && others.every((verdict) => verdict !== own);
}

/** For a person: an example of each group. */
export function groupText(small: readonly Disagreement[], judges: readonly [Judge, Judge]): string {
  return groups(small)
    .map(([signature, members]) => {
      const examples = members
        .map(({ schema, value }) => `    ${JSON.stringify(schema)}\n      ${JSON.stringify(value)}`)
        .toSorted((left, right) => left.length - right.length)
        .slice(0, 3);
      return `${members.length} ${describe(signature, judges)}\n${examples.join('\n')}`;
    })
    .join('\n');
}

interface Signature {
  readonly verdicts: Verdicts;
  readonly keywords: string;
}

function describe({ verdicts, keywords }: Signature, judges: readonly [Judge, Judge]): string {
  const [ours, first, second] = verdicts.map(word);
  return `ours ${ours}, ${judges[0].name} ${first}, ${judges[1].name} ${second}: ${keywords}`;
}

function groups(small: readonly Disagreement[]): [Signature, Disagreement[]][] {
  const found = new Map<string, [Signature, Disagreement[]]>();
  for (const one of small) {
    const signature = { verdicts: one.verdicts, keywords: keywordsOf(one.schema).join(' ') };
    const key = JSON.stringify(signature);
    const group = found.get(key) ?? [signature, []];
    group[1].push(one);
    found.set(key, group);
  }
  return [...found.entries()]
    .toSorted(([left, [, first]], [right, [, second]]) => second.length - first.length || (left < right ? -1 : 1))
    .map(([, group]) => group);
}

const notKeywords: ReadonlySet<string> = new Set(
  'properties patternProperties $defs definitions dependentSchemas dependentRequired dependencies'.split(' '),
);

function keywordsOf(value: JsonValue, isMap = false): string[] {
  if (Array.isArray(value)) return [...new Set(value.flatMap((item) => keywordsOf(item)))];
  if (!isObject(value)) return [];
  const inner = Object.entries(value).flatMap(([key, member]) =>
    key === 'enum' || key === 'const' ? [] : keywordsOf(member, !isMap && notKeywords.has(key)),
  );
  const own = isMap ? [] : Object.keys(value).filter((key) => key !== '$schema');
  return [...new Set([...own, ...inner])].toSorted();
}

import * as fc from 'fast-check';
import type { JsonObject, JsonValue } from '../../generator/base/json.ts';
import { validatorsFor } from '../../test/support/conformance.ts';
import type { Judge, Verdict } from './judges.ts';
import { hasLoop } from './loops.ts';
import { schemaOf, type DrawnDialect } from './schemas.ts';
import { anyChance, valuesFor } from './values.ts';

/** A schema and the values it is asked about. */
export interface Question {
  readonly schema: JsonObject;
  readonly values: readonly JsonValue[];
}

/** What the emitted validator says of a value, and what the two judges say. */
export type Verdicts = readonly [ours: Verdict, first: Verdict, second: Verdict];

/** The questions of one batch: the same for the same seed and number. */
export function drawQuestions(seed: number, batch: number, count: number): Question[] {
  // every fifth batch is of the older draft
  const dialect: DrawnDialect = batch % 5 === 4 ? 'draft-07' : '2020-12';
  const drawn = fc.sample(fc.tuple(schemaOf(dialect), anyChance), { seed: seed * 10_000 + batch, numRuns: count });
  return drawn.flatMap(([schema, chance]) => {
    // what is drawn has objects without a prototype, which no parser makes
    const plain = JSON.parse(JSON.stringify(schema)) as JsonObject;
    if (hasLoop(plain) || holdsMendedNull(plain)) return [];
    return [{ schema: plain, values: valuesFor(plain, JSON.parse(JSON.stringify(chance)) as typeof chance) }];
  });
}

/** The type "null" beside a union is read as one more branch on purpose (`generator/spec/rules/nullable.ts`). */
function holdsMendedNull(value: JsonValue): boolean {
  if (typeof value !== 'object' || value === null) return false;
  if (Array.isArray(value)) return value.some(holdsMendedNull);
  const isMended = value['type'] === 'null' && (value['oneOf'] !== undefined || value['anyOf'] !== undefined);
  return isMended || Object.values(value).some(holdsMendedNull);
}

/** The verdicts on all values of all questions. Packages are written below `folder`. */
export async function askAll(
  questions: readonly Question[],
  judges: readonly [Judge, Judge],
  folder: string,
): Promise<Verdicts[][]> {
  const validators = await validatorsFor(questions, { sources: true }, folder);
  const answers: Verdicts[][] = [];
  for (const [index, { schema, values }] of questions.entries()) {
    const validate = validators[index];
    const [first, second] = [await judges[0].judge(schema, values), await judges[1].judge(schema, values)];
    answers.push(
      values.map((value, position) => [ask(validate, value), first[position] ?? null, second[position] ?? null]),
    );
  }
  return answers;
}

function ask(validate: ((value: unknown) => boolean) | undefined, value: JsonValue): Verdict {
  try {
    return validate?.(value) ?? null;
  } catch {
    return null;
  }
}

import type { ValidateFunction } from 'ajv/dist/2020.js';
import type { JsonObject, JsonValue } from '../../generator/base/json.ts';
import type { Spec } from '../../generator/spec/openapi.ts';
import type { MadePackage } from './document.ts';
import { drawValues, withMeantTypes, withoutEvidence } from './draw.ts';
import { independentValidator } from './independent.ts';
import { mutants } from './values.ts';

/** A value on which we and the independent validator differ. */
export interface Disagreement {
  readonly schema: string;
  readonly kind: 'sample refused' | 'mutant refused' | 'mutant accepted' | 'is and parse differ';
  /** How the value came about: `sample`, `without name at /`. */
  readonly change: string;
  /** Which place and keyword the one that refuses names. */
  readonly reason: string;
  readonly value: string;
}

/** A valid value and the name of its schema. */
export interface Sample {
  readonly schema: string;
  readonly value: JsonValue;
  /** False where only the letter allows the value: see `withMeantTypes`. */
  readonly isMeant: boolean;
}

/** What came of the schemas of one document. */
export interface Tally {
  schemas: number;
  /** Schemas of which no valid value could be drawn, and why. */
  readonly unsampled: string[];
  readonly samples: Sample[];
  mutants: number;
  refusedByBoth: number;
  readonly disagreements: Disagreement[];
}

/** How much is drawn from each schema. */
export interface Amount {
  readonly samples: number;
  readonly mutants: number;
}

/** Draws values from each schema of a package and asks both validators about them and about their mutants. */
export function checkPackage(made: MadePackage, amount: Amount): Tally {
  const independent = independentValidator(made.spec);
  const meant = independentValidator(withMeantTypes(made.spec as JsonObject) as Spec);
  const { paths, components } = made.spec as JsonObject;
  const plain = withoutEvidence({ paths: paths ?? {}, components: components ?? {} }) as JsonObject;
  const tally: Tally = { schemas: 0, unsampled: [], samples: [], mutants: 0, refusedByBoth: 0, disagreements: [] };
  for (const { name, pointer } of made.schemas) {
    tally.schemas += 1;
    const validate = attempt(() => independent(pointer));
    const values = typeof validate === 'string' ? validate : drawValues(plain, pointer, validate, amount.samples);
    if (typeof validate === 'string' || typeof values === 'string') {
      tally.unsampled.push(`${name}: ${String(values)}`);
      continue;
    }
    const isMeant = meant(pointer);
    const { compare } = comparison(made, tally, name, validate);
    for (const value of values) {
      tally.samples.push({ schema: name, value, isMeant: isMeant(value) });
      compare('sample', value);
      for (const mutant of mutants(value, amount.mutants)) {
        tally.mutants += 1;
        compare(mutant.change, mutant.value);
      }
    }
  }
  return tally;
}

function attempt(make: () => ValidateFunction): ValidateFunction | string {
  try {
    return make();
  } catch (error) {
    return `ajv: ${error instanceof Error ? error.message.split('\n')[0] : 'fails'}`;
  }
}

/** Asks both validators about values of one schema, and adds to the tally where they differ. */
function comparison(made: MadePackage, tally: Tally, schema: string, validate: ValidateFunction) {
  const add = (kind: Disagreement['kind'], change: string, reason: string, value: JsonValue): void => {
    tally.disagreements.push({ schema, kind, change, reason, value: JSON.stringify(value).slice(0, 400) });
  };
  const compare = (change: string, value: JsonValue): void => {
    const expected = validate(value);
    const accepted = made.accepts(schema, value);
    const issue = made.firstIssue(schema, value);
    if (accepted === (issue !== undefined)) add('is and parse differ', change, issue ?? 'parse accepts', value);
    if (!accepted && !expected) tally.refusedByBoth += 1;
    if (!accepted && expected)
      add(change === 'sample' ? 'sample refused' : 'mutant refused', change, issue ?? 'unknown', value);
    if (accepted && !expected) {
      const [refusal] = validate.errors ?? [];
      add('mutant accepted', change, `${refusal?.instancePath ?? ''} ${refusal?.keyword ?? ''}`, value);
    }
  };
  return { compare };
}

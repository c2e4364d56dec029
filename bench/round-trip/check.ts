import type { ValidateFunction } from 'ajv/dist/2020.js';
import type { JsonObject, JsonValue } from '../../generator/base/json.ts';
import type { Spec } from '../../generator/spec/openapi.ts';
import type { MadePackage } from './document.ts';
import { drawValues, withoutEvidence } from './draw.ts';
import { independentValidator } from './independent.ts';
import { withMeantTypes, withSayableOnly } from './sayable.ts';
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

/** A value, and whether it has the type of its schema: true where both validators accept it, false where both refuse it. */
export interface TypeQuestion {
  readonly schema: string;
  readonly value: JsonValue;
  readonly fits: boolean;
}

/** What came of the schemas of one document. */
export interface Tally {
  schemas: number;
  /** Schemas of which no valid value could be drawn, and why. */
  readonly unsampled: string[];
  samples: number;
  /** Samples that only the letter allows: see `withMeantTypes`. */
  notMeant: number;
  mutants: number;
  refusedByBoth: number;
  /** Mutants that are refused for what types cannot say: see `withSayableOnly`. */
  unsayable: number;
  readonly questions: TypeQuestion[];
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
  const sayable = independentValidator(withSayableOnly(made.spec as JsonObject) as Spec);
  const tally = emptyTally();
  for (const { name, pointer } of made.schemas) {
    tally.schemas += 1;
    const validate = attempt(() => independent(pointer));
    const values = typeof validate === 'string' ? validate : drawValues(plain, pointer, validate, amount.samples);
    if (typeof validate === 'string' || typeof values === 'string') {
      tally.unsampled.push(`${name}: ${String(values)}`);
      continue;
    }
    const { compare } = comparison(made, tally, name, validate);
    const { ask } = asking(tally, name, meant(pointer), sayable(pointer));
    for (const value of values) {
      tally.samples += 1;
      if (compare('sample', value) !== undefined && !ask(value, true)) tally.notMeant += 1;
      for (const mutant of mutants(value, amount.mutants)) {
        tally.mutants += 1;
        const verdict = compare(mutant.change, mutant.value);
        if (verdict !== undefined) ask(mutant.value, verdict);
      }
    }
  }
  return tally;
}

function emptyTally(): Tally {
  const counts = { schemas: 0, samples: 0, notMeant: 0, mutants: 0, refusedByBoth: 0, unsayable: 0 };
  return { ...counts, unsampled: [], questions: [], disagreements: [] };
}

/** Notes what the type of one schema is to say of values; false where nothing follows from what validators say. */
function asking(tally: Tally, schema: string, isMeant: ValidateFunction, isSayable: ValidateFunction) {
  const ask = (value: JsonValue, accepted: boolean): boolean => {
    if (accepted && !isMeant(value)) return false;
    if (!accepted && isSayable(value)) {
      tally.unsayable += 1;
      return false;
    }
    tally.questions.push({ schema, value, fits: accepted });
    return true;
  };
  return { ask };
}

function attempt(make: () => ValidateFunction): ValidateFunction | string {
  try {
    return make();
  } catch (error) {
    return `ajv: ${error instanceof Error ? error.message.split('\n')[0] : 'fails'}`;
  }
}

/** Asks both validators about values of one schema: what both say, or undefined, and an entry in the tally, where they differ. */
function comparison(made: MadePackage, tally: Tally, schema: string, validate: ValidateFunction) {
  const add = (kind: Disagreement['kind'], change: string, reason: string, value: JsonValue): void => {
    tally.disagreements.push({ schema, kind, change, reason, value: JSON.stringify(value).slice(0, 400) });
  };
  const compare = (change: string, value: JsonValue): boolean | undefined => {
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
    return accepted === expected ? accepted : undefined;
  };
  return { compare };
}

import { own, ownArray, ownString, type JsonObject, type JsonValue } from '../../base/json.ts';
import { nameWords } from '../../base/names.ts';
import { resolveSchema } from '../walk.ts';
import { partsOf } from './properties.ts';

/** The constants a property is limited to, and how that is known. */
export interface Constants {
  readonly values: readonly (string | number | boolean)[];
  /** `certain`: said by the schema itself with `const` or `enum`. */
  readonly sureness: Sureness;
  /** A clause for reports. */
  readonly signal: string;
}

/** How sure an inferred constant is. */
export type Sureness = 'certain' | 'high' | 'medium';

interface Signal {
  readonly signal: string;
  /** What must hold beside the property being required, in every branch, with values no other branch has. */
  readonly needs: string;
  readonly sureness: Sureness;
  /** The constant that this signal shows, if it does. */
  find(hints: Hints): string | undefined;
}

interface Hints {
  readonly description: string;
  /** The only example, if there is just one and it is a string. */
  readonly example: string | undefined;
  readonly fallback: string | undefined;
  /** Words of the branch's name and title. */
  readonly branchWords: ReadonlySet<string>;
  /** The property has a name that tags customarily have. */
  readonly customary: boolean;
}

/** "must be `x`", "is always "x"", "the only possible value is 'x'", and no second value after it. */
const statedValue =
  /(?:^|[\s,;.(])(?:must be|has to be|always|(?:the )?only (?:possible |allowed |valid )?value(?: is)?|constant(?: value)?)[:\s]+[`"'“*]([^`"'“”*\n]{1,80})[`"'”*](?=\)?\.?\s*$|[.;])/i;

/** The one value that a description says there may be: `must be "x"`, `always *x*`. Undefined where it says none. */
export function statedConstant(description: string): string | undefined {
  return statedValue.exec(description)?.[1];
}

const constantLike = /^[A-Za-z][\w.:-]*$/;

/**
 * How documents write a constant down as a plain string, surest first. Each needs the property to be a string without
 * `const` or `enum`; that the values differ between the branches and that the property is required is checked by the
 * discriminator rule.
 */
const signals: readonly Signal[] = [
  {
    signal: 'description and example are the same constant',
    needs: 'a string whose whole description is its only example, one word without spaces',
    sureness: 'high',
    find: ({ description, example }) =>
      example !== undefined && constantLike.test(example) && unquoted(description) === example ? example : undefined,
  },
  {
    signal: 'the description states the only value',
    needs: 'a string whose description says that it must be, or always is, one quoted value',
    sureness: 'high',
    find: ({ description }) => statedConstant(description),
  },
  {
    signal: 'the default is the constant that the branch is named after',
    needs: "a string called type, kind or the like whose default is made of words of the branch's name or title",
    sureness: 'medium',
    find: ({ fallback, branchWords, customary }) =>
      customary && fallback !== undefined && namesBranch(fallback, branchWords) ? fallback : undefined,
  },
  {
    signal: 'the example is the constant that the branch is named after',
    needs: "a string called type, kind or the like whose only example is made of words of the branch's name or title",
    sureness: 'medium',
    find: ({ example, branchWords, customary }) =>
      customary && example !== undefined && namesBranch(example, branchWords) ? example : undefined,
  },
];

function unquoted(text: string): string {
  return text
    .trim()
    .replace(/^[`"'](.*)[`"']\.?$/s, '$1')
    .replace(/\.$/, '');
}

function namesBranch(value: string, branchWords: ReadonlySet<string>): boolean {
  const words = nameWords(value).map((word) => word.toLowerCase());
  return constantLike.test(value) && words.length > 0 && words.every((word) => branchWords.has(word));
}

/** Where a constant is sought: the property `name`, its schema, and the name and titles of the branch it belongs to. */
export interface ConstantPlace {
  readonly name: string;
  readonly property: JsonObject;
  readonly branchName: string;
}

/** The constants that `const` and `enum` of all these schemas of one property allow, null aside; undefined without any. */
export function certainConstants(document: JsonObject, schemas: readonly JsonObject[]): Constants | undefined {
  const parts = schemas.flatMap((schema) => partsOf(document, schema)).map(({ part }) => part);
  const stated = parts.flatMap((part) => statedConstants(part) ?? []);
  const [nearest] = stated.toSorted((left, right) => left.values.length - right.values.length);
  if (!nearest) return undefined;
  const values = nearest.values.filter((value) => stated.every((one) => one.values.includes(value)));
  // schemas that contradict each other say nothing here: the type will be `never`
  return values.length === 0 ? undefined : { ...nearest, values };
}

function statedConstants(property: JsonObject): Constants | undefined {
  const stated = own(property, 'const');
  if (isScalar(stated)) return { values: [stated], sureness: 'certain', signal: 'const' };
  const values = ownArray(property, 'enum')?.filter((value) => value !== null);
  if (!values || values.length === 0 || !values.every(isScalar)) return undefined;
  return { values, sureness: 'certain', signal: values.length === 1 ? 'an enum of one' : 'disjoint enums' };
}

/** The constant of a plain string that has neither `const` nor `enum`, by the first signal that shows one. */
export function hintedConstant(document: JsonObject, place: ConstantPlace): Constants | undefined {
  const target = resolveSchema(document, place.property);
  if (!target || (target['type'] !== undefined && target['type'] !== 'string')) return undefined;
  const hints = hintsOf(place, target);
  for (const { signal, sureness, find } of signals) {
    const value = find(hints);
    if (value !== undefined) return { values: [value], sureness, signal };
  }
  return undefined;
}

function isScalar(value: JsonValue | undefined): value is string | number | boolean {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
}

/** Names that properties have whose values name the kind of a thing. */
const customaryTag =
  /(?:^|_|(?<=[a-z]))(?:type|kind|object|variant|category|class|event|action|method|mode|format|provider|scheme)$/i;

function hintsOf({ name, property, branchName }: ConstantPlace, target: JsonObject): Hints {
  const examples = [own(target, 'example'), ...(ownArray(target, 'examples') ?? []), own(property, 'example')].filter(
    (one) => one !== undefined,
  );
  const distinct = new Set(examples);
  const [example] = distinct.size === 1 ? distinct : [];
  const fallback = own(target, 'default');
  return {
    description: ownString(property, 'description') ?? ownString(target, 'description') ?? '',
    example: typeof example === 'string' ? example : undefined,
    fallback: typeof fallback === 'string' ? fallback : undefined,
    branchWords: new Set(nameWords(branchName).map((word) => word.toLowerCase())),
    customary: customaryTag.test(name),
  };
}

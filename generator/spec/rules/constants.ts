import { own, ownArray, ownObject, ownString, type JsonObject, type JsonValue } from '../../base/json.ts';
import { nameWords } from '../../base/names.ts';
import { resolveSchema } from '../walk.ts';

/** A property of a union's branch, and the object that holds it among its properties. */
export interface FoundProperty {
  readonly holder: JsonObject;
  readonly schema: JsonObject;
  readonly required: boolean;
}

/** The property `name` of an object schema, also where an `allOf` of it brings the property in. */
export function findProperty(
  document: JsonObject,
  branch: JsonObject,
  name: string,
  depth = 0,
): FoundProperty | undefined {
  const required = (ownArray(branch, 'required') ?? []).includes(name);
  const holder = ownObject(branch, 'properties');
  const schema = ownObject(holder, name);
  if (holder && schema) return { holder, schema, required };
  for (const part of depth > 10 ? [] : (ownArray(branch, 'allOf') ?? [])) {
    const target = resolveSchema(document, part);
    const found = target && findProperty(document, target, name, depth + 1);
    if (found) return { ...found, required: found.required || required };
  }
  return undefined;
}

/** The names of all properties of an object schema, its `allOf` included. */
export function propertyNames(document: JsonObject, branch: JsonObject, depth = 0): string[] {
  const names = Object.keys(ownObject(branch, 'properties') ?? {});
  for (const part of depth > 10 ? [] : (ownArray(branch, 'allOf') ?? [])) {
    const target = resolveSchema(document, part);
    if (target) names.push(...propertyNames(document, target, depth + 1));
  }
  return [...new Set(names)];
}

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
  /(?:^|[\s,;.(])(?:must be|has to be|always|(?:the )?only (?:possible |allowed |valid )?value(?: is)?|constant(?: value)?)[:\s]+[`"']([^`"'\n]{1,80})[`"'](?=\)?\.?\s*$|[.;])/i;

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
    find: ({ description }) => statedValue.exec(description)?.[1],
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

/** The constants of a branch's property: certain ones from `const` and `enum`, else by the signals of plain strings. */
export function constantsOf(document: JsonObject, place: ConstantPlace): Constants | undefined {
  const { property } = place;
  const target = resolveSchema(document, property);
  if (!target) return undefined;
  const stated = own(property, 'const') ?? own(target, 'const');
  if (isScalar(stated)) return { values: [stated], sureness: 'certain', signal: 'const' };
  const values = (ownArray(property, 'enum') ?? ownArray(target, 'enum'))?.filter((value) => value !== null);
  if (values && values.length > 0 && values.every(isScalar))
    return { values, sureness: 'certain', signal: values.length === 1 ? 'an enum of one' : 'disjoint enums' };
  if (target['type'] !== undefined && target['type'] !== 'string') return undefined;
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

import { ownObject, type JsonObject } from '../base/json.ts';
import {
  constantTypeName,
  createNameScope,
  nameWords,
  typeName,
  valueName,
  type Identifier,
  type NameScope,
} from '../base/names.ts';
import type { NamedSchema } from './model.ts';

/** What may follow an operation's stem in the name of a type. Emitters rely on these names being free. */
const derivedSuffixes = ['Body', 'Input', 'Output', 'Result', 'Error', 'Path', 'Query', 'Header', 'Cookie'] as const;

/** Exports of every package that no operation may be called. */
const packageValues = `createClient match security servers operationValidators defineOperation noEscape withName
  keepReserved jsonValue textValue jsonBody textBody formBody multipartBody binaryBody simpleStyle simpleExplodedStyle
  labelStyle labelExplodedStyle matrixStyle matrixExplodedStyle formStyle formExplodedStyle spaceDelimitedStyle
  pipeDelimitedStyle deepObjectStyle`.split(/\s+/);

/** The name of each component schema by its key, in document order; a collision is numbered. */
export function nameComponents(spec: JsonObject, scope: NameScope): Map<string, Identifier> {
  const schemas = ownObject(ownObject(spec, 'components'), 'schemas') ?? {};
  return new Map(Object.keys(schemas).map((key) => [key, scope.take(typeName(key, 'Schema'))]));
}

/**
 * The PascalCase stem of an operation's type names, numbered until every name derived from it is free; all of them,
 * and one for each of the `statuses`, are then taken.
 */
export function takeStem(operationId: string, statuses: readonly string[], scope: NameScope): Identifier {
  const wanted = typeName(operationId, 'Operation');
  const derived = (stem: string): string[] => [
    ...derivedSuffixes.map((suffix) => `${stem}${suffix}`),
    ...statuses.map((status) => responseName(stem, status)),
  ];
  let stem: string = wanted;
  for (let count = 2; derived(stem).some((name) => scope.has(name)); count += 1) stem = `${wanted}${count}`;
  for (const name of derived(stem)) scope.take(name as Identifier);
  return stem as Identifier;
}

/** The name of the schema of a response with `status` (`200`, `4XX`, `default`). */
export function responseName(stem: string, status: string): Identifier {
  return `${stem}Response${pascal(status)}` as Identifier;
}

/** The subtype of a media type in PascalCase: `multipart/form-data` → `FormData`. */
export function mediaSuffix(mediaType: string): string {
  const [full = ''] = mediaType.split(';');
  return pascal(full.slice(full.indexOf('/') + 1).replace(/^x-www-/, '')) || 'Any';
}

/** The words of `text` in PascalCase, to stand inside a longer name: `SINGLE_SELECT` → `SingleSelect`, `1` → `1`. */
export function pascal(text: string): string {
  // A leading word keeps digits and reserved words as they are.
  return constantTypeName(`x ${text}`).slice(1);
}

/** The name of each operation's function, in order: free of each other and of the functions that validate and match `schemas`. */
export function nameOperations(operationIds: readonly string[], schemas: readonly NamedSchema[]): Identifier[] {
  const prefixes = ['is', 'parse', 'assert', 'match'];
  const taken = schemas.flatMap(({ name }) => prefixes.map((prefix) => `${prefix}${name}`));
  const scope = createNameScope([...packageValues, ...taken]);
  return operationIds.map((operationId) => scope.take(valueName(operationId, 'operation')));
}

/**
 * The words that all `names` have, in the order of the first, without the words of `tag`; undefined where they share
 * fewer than two or nothing is left: `CatPetKind` and `DogPetKind`, told apart by `kind`, give `Pet`.
 */
export function sharedName(names: readonly string[], tag: string): Identifier | undefined {
  const [first = [], ...rest] = names.map(nameWords);
  const sets = rest.map((words) => new Set(words));
  const shared = first.filter((word) => sets.every((words) => words.has(word)));
  if (rest.length === 0 || shared.length < 2) return undefined;
  const tagWords = new Set(nameWords(tag).map((word) => word.toLowerCase()));
  const left = shared.filter((word) => !tagWords.has(word.toLowerCase()));
  return left.length === 0
    ? undefined
    : typeName(left.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join(''));
}

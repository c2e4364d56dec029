import { ownObject, type JsonObject } from '../base/json.ts';
import { createNameScope, type NameScope } from '../base/name-scope.ts';
import { constantTypeName, identifyingMark, nameWords, typeName, valueName, type Identifier } from '../base/names.ts';
import { unique } from '../base/order.ts';
import type { NamedSchema } from './model.ts';

/** What may follow an operation's stem in the name of a type. Emitters rely on these names being free. */
const derivedSuffixes = ['Body', 'Input', 'Output', 'Result', 'Error', 'Path', 'Query', 'Header', 'Cookie'] as const;

/** What the modules of a package import beside the types of its schemas, so that no schema may be called it. */
const packageTypes: ReadonlySet<string> = new Set(
  `EventStream IssueCollector ItemAt ItemPagesFunction ItemStream PagesFunction ReceivedOf ReceivedWebhook StandardSchema UnknownBranch UnknownNumber UnknownTagError
  UnknownValue WebhookReceiver`.split(/\s+/),
);

/** What every package exports, or imports where an operation is defined, so that no operation may be called it. */
const packageValues: ReadonlySet<string> = new Set(
  `createClient match security servers operationValidators defineOperation inPath inQuery inHeader inCookie
  keepReserved keepCookie withReserved jsonValue textValue namedJson namedText jsonBody textBody binaryBody formBody
  formBodyOf multipartBody multipartBodyOf part exactJson simpleStyle simpleExplodedStyle labelStyle labelExplodedStyle
  matrixStyle matrixExplodedStyle formStyle formExplodedStyle spaceDelimitedStyle pipeDelimitedStyle deepObjectStyle
  cookieStyle cookieExplodedStyle readBlob byContentType eventStream jsonLines jsonRecords followEvents streamed streamOf
  bind client createApi defineWebhook receiveAny hmacSignature equalInConstantTime
  pagesOf linkedPages addressedPages markedPages numberedPages offsetPages`.split(/\s+/),
);

/** A name of the package's own is kept off as a reserved word is: `match` → `match_`. */
function keepOff(own: ReadonlySet<string>, name: Identifier): Identifier {
  return own.has(name) ? (`${name}_` as Identifier) : name;
}

/** The name of each component schema by its key. They come before all other names, and none of them yields to one. */
export function nameComponents(spec: JsonObject, scope: NameScope): Map<string, Identifier> {
  const keys = Object.keys(ownObject(ownObject(spec, 'components'), 'schemas') ?? {});
  const names = scope.takeAll(keys.map((key) => ({ key, wanted: keepOff(packageTypes, typeName(key, 'Schema')) })));
  return new Map(keys.flatMap((key, index): [string, Identifier][] => (names[index] ? [[key, names[index]]] : [])));
}

/** What decides the names of an operation's types. */
interface StemOwner {
  readonly operationId: string;
  readonly statuses: readonly string[];
}

/**
 * Gives each operation the PascalCase stem of its type names, and takes all names derived from it, one for each of the
 * `statuses` among them. Where one of these is taken already, the stem is marked.
 */
export function nameStems<Owner extends StemOwner>(
  operations: readonly Owner[],
  scope: NameScope,
): (Owner & { readonly typeStem: Identifier })[] {
  const wishes = operations.map(({ operationId, statuses }) => {
    const plain = typeName(operationId, 'Operation');
    const isFree = derivedNames(plain, statuses).every((name) => !scope.has(name));
    const wanted = isFree ? plain : (`${plain}_${identifyingMark(operationId)}` as Identifier);
    return { key: operationId, wanted, first: valueName(operationId) === operationId };
  });
  const stems = createNameScope([], 'exact').takeAll(wishes);
  return operations.flatMap((operation, index) => {
    const typeStem = stems[index];
    if (!typeStem) return [];
    for (const name of derivedNames(typeStem, operation.statuses)) scope.take(name);
    return [{ ...operation, typeStem }];
  });
}

function derivedNames(stem: string, statuses: readonly string[]): Identifier[] {
  const names = [
    ...derivedSuffixes.map((suffix) => `${stem}${suffix}` as Identifier),
    ...statuses.map((status) => responseName(stem, status)),
  ];
  return unique(names);
}

/** The name of the schema of a response with `status` (`200`, `4XX`, `default`). */
export function responseName(stem: string, status: string): Identifier {
  return `${stem}Response${/^default$/i.test(status) ? 'Default' : status.toUpperCase()}` as Identifier;
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

/**
 * The name of each operation's function, in order: free of each other, also where case does not count, for they name
 * files, and of the values that are called after `schemas`.
 */
export function nameOperations(operationIds: readonly string[], schemas: readonly NamedSchema[]): Identifier[] {
  const prefixes = ['', 'is', 'parse', 'assert', 'match'];
  const taken = schemas.flatMap(({ name }) => prefixes.map((prefix) => `${prefix}${name}`));
  const scope = createNameScope(taken);
  const wanted = operationIds.map((key) => keepOff(packageValues, valueName(key, 'operation')));
  return scope.takeAll(operationIds.map((key, index) => ({ key, wanted: wanted[index] ?? valueName(key) })));
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

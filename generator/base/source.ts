import type { Data } from './data.ts';
import { isObject, ownString, type JsonValue } from './json.ts';
import { identifierOf, isReferenceAlone, ownDialect } from './schema-dialect.ts';
import { resolveUri } from './uri.ts';

/** A document among those that refer to each other. */
export interface Source {
  readonly uri: string;
  readonly data: Data;
}

/** What a part of a document inherits from what is around it. */
export interface Surroundings {
  /** The base URI of references. */
  readonly base: string;
  /** The `$schema` that counts here; undefined where none does. */
  readonly dialect: string | undefined;
}

/** What holds within a value: its own `$schema`, and its own `$id` resolved against the base URI around it. */
export function within(value: JsonValue, { base, dialect }: Surroundings, source: Source): Surroundings {
  const own = ownDialect(value, dialect);
  const id = identifier(value, own, source);
  return { base: id === undefined ? base : (resolveUri(id, base) ?? base), dialect: own };
}

/** What holds within a whole document. */
export function withinSource(source: Source): Surroundings {
  return within(source.data.value, { base: source.uri, dialect: undefined }, source);
}

/** `$id`, the `$self` of a document, or the `id` of a schema in draft 4; an `$id` that is only a fragment names no resource. */
function identifier(value: JsonValue, dialect: string | undefined, source: Source): string | undefined {
  if (!isObject(value)) return undefined;
  const isWhole = value === source.data.value;
  // nothing counts beside a reference; a whole file is known by its name even so
  if (!isWhole && isReferenceAlone(dialect) && ownString(value, '$ref') !== undefined) return undefined;
  const id = identifierOf(value, dialect) ?? (isWhole ? ownString(value, '$self') : undefined);
  return id === undefined || id === '' || id.startsWith('#') ? undefined : id;
}

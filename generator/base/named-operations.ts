import type { Location } from './location.ts';

/** An operation as pages write it. */
interface Written {
  readonly method: string;
  readonly path: string;
}

/** An operation with the documents that say there is one. */
interface Named<Name> {
  readonly operation: Name;
  readonly documents: ReadonlySet<string>;
}

/** What may be about an operation. */
interface About<Name> {
  readonly subject: { readonly kind: string; readonly operation?: Name };
}

/** The operation that a statement is about, or a part of which. */
export function operationOf<Name>(statement: About<Name> | undefined): Name | undefined {
  return statement?.subject.operation;
}

/** Method and path as one text, which tells operations apart as they are written; empty for none. */
export function methodAndPath(operation: Written | undefined): string {
  return operation ? `${operation.method} ${operation.path}` : '';
}

/** A path without the names of its parameters and without a last slash, by which pages tell operations apart: `/boxes/{}`. */
export function pathShape(path: string): string {
  return path.replaceAll(/\{[^{}]*\}/g, '{}').replace(/\/$/, '');
}

/** The operations of which statements say that there are such, by method and path, in the order of the first of each. */
export function namedOperations<Name extends Written>(
  statements: Iterable<About<Name> & { readonly fact: { readonly kind: string }; readonly location: Location }>,
): Map<string, Named<Name>> {
  const found = new Map<string, Named<Name> & { readonly documents: Set<string> }>();
  for (const { subject, fact, location } of statements) {
    const { operation } = subject;
    if (!operation || subject.kind !== 'operation' || fact.kind !== 'exists') continue;
    const key = methodAndPath(operation);
    const known = found.get(key) ?? { operation, documents: new Set<string>() };
    found.set(key, known);
    known.documents.add(location.document);
  }
  return found;
}

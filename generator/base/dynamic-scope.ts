import type { Source } from './source.ts';

/** A schema resource: a document, or a schema with an `$id` of its own (JSON Schema Core 2020-12, section 4.3.5). */
export interface Resource {
  readonly source: Source;
  readonly base: string;
}

/**
 * The resources that were entered on the way to a part, outermost first (Core, section 7.1). Each is named once: it is
 * the outermost that decides what a `$dynamicRef` means.
 */
export type DynamicScope = readonly Resource[];

/** The scope with a further resource entered. */
export function enter(scope: DynamicScope, { source, base }: Resource): DynamicScope {
  return scope.some((entered) => isSame(entered, { source, base })) ? scope : [...scope, { source, base }];
}

/** Whether two resources are one. */
function isSame(left: Resource, right: Resource): boolean {
  return left.source === right.source && left.base === right.base;
}

/** Finds the pointer of the schema that has a `$dynamicAnchor` in a resource. */
export type FindAnchor = (resource: Resource, name: string) => string | undefined;

/** The outermost resource of a scope with the `$dynamicAnchor` called `name`, and the schema's pointer in it. */
export function outermost(
  scope: DynamicScope,
  name: string,
  find: FindAnchor,
): { readonly resource: Resource; readonly pointer: string } | undefined {
  for (const resource of scope) {
    const pointer = find(resource, name);
    if (pointer !== undefined) return { resource, pointer };
  }
  return undefined;
}

/**
 * What a part means that it would not mean by itself: for each of the `names`, which schema the scope has decided on, where
 * that is not the one of the part's own resource. Empty where there is nothing to tell.
 */
export function scopeMark(scope: DynamicScope, own: Resource, names: readonly string[], find: FindAnchor): string {
  const marks = names.flatMap((name) => {
    const found = outermost(scope, name, find);
    return found && !isSame(found.resource, own) ? [`${name}=${found.resource.source.uri}#${found.pointer}`] : [];
  });
  return marks.length === 0 ? '' : ` ${marks.join(' ')}`;
}

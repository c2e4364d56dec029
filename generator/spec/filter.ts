import type { Report } from '../base/diagnostic.ts';
import { isObject, own, ownObject, ownString, stringsOf, type JsonObject } from '../base/json.ts';
import type { OperationFilter, OperationPatterns } from '../base/options.ts';
import type { Spec } from './openapi.ts';
import { pruneComponents } from './prune.ts';
import { pathOperations } from './walk.ts';

/**
 * A copy of a normalized spec with the operations that a filter keeps, and of components, tags and security schemes what
 * they reach. Webhooks are asked like paths: by their tags, their name in place of a path, and `METHOD name`. A pattern
 * that fits no operation at all is reported as `filter/no-match`. Without patterns the spec stays as it is.
 */
export function filterSpec(spec: Spec, filter: OperationFilter, report: Report): Spec {
  const include = matchersOf('include', filter.include);
  const exclude = matchersOf('exclude', filter.exclude);
  if (filter.include === undefined && exclude.length === 0) return spec;
  const copy = structuredClone(spec);
  const keeps = (operation: Candidate): boolean => {
    const wanted = filter.include === undefined || fits(include, operation);
    return !fits(exclude, operation) && wanted;
  };
  for (const section of ['paths', 'webhooks']) keepOperations(ownObject(copy, section), keeps);
  if (Object.keys(ownObject(copy, 'webhooks') ?? { kept: true }).length === 0) delete copy['webhooks'];
  for (const { list, kind, pattern, used } of [...include, ...exclude]) {
    if (!used.value) report.add('filter/no-match', undefined, { list, kind, pattern });
  }
  pruneComponents(copy);
  return copy;
}

interface Candidate {
  readonly path: string;
  readonly method: string;
  readonly operation: JsonObject;
}

type Matched = (candidate: Candidate) => readonly string[];

/** What the patterns of each kind are compared with. */
const texts: Readonly<Record<keyof OperationPatterns, Matched>> = {
  tags: ({ operation }) => stringsOf(operation['tags']),
  paths: ({ path }) => [path],
  operations: ({ operation, method, path }) => [
    ownString(operation, 'operationId') ?? '',
    `${method.toUpperCase()} ${path}`,
  ],
};

interface Matcher {
  readonly list: 'include' | 'exclude';
  readonly kind: keyof OperationPatterns;
  readonly pattern: string;
  readonly expression: RegExp;
  readonly used: { value: boolean };
}

function matchersOf(list: Matcher['list'], patterns: OperationPatterns | undefined): Matcher[] {
  const kinds = Object.keys(texts) as (keyof OperationPatterns)[];
  return kinds.flatMap((kind) =>
    (patterns?.[kind] ?? []).map((pattern) => ({
      list,
      kind,
      pattern,
      expression: wildcard(pattern),
      used: { value: false },
    })),
  );
}

/** The pattern as an expression: `*` stands for any run of characters, everything else for itself. */
function wildcard(pattern: string): RegExp {
  const parts = pattern.split(/\*+/).map((part) => part.replaceAll(/[\\^$.|?+()[\]{}]/g, String.raw`\$&`));
  return new RegExp(`^${parts.join('[^]*')}$`, 'u');
}

/** Whether one of the patterns fits; each that does is marked as used. */
function fits(matchers: readonly Matcher[], candidate: Candidate): boolean {
  let fit = false;
  for (const { kind, expression, used } of matchers) {
    if (!texts[kind](candidate).some((text) => expression.test(text))) continue;
    used.value = true;
    fit = true;
  }
  return fit;
}

/** Takes away, in place, what is not kept, and path items that are left without operations. */
function keepOperations(items: JsonObject | undefined, keeps: (candidate: Candidate) => boolean): void {
  for (const [path, item] of Object.entries(items ?? {})) {
    if (!isObject(item) || path.startsWith('x-')) continue;
    for (const { method, operation, holder } of pathOperations(item)) {
      if (!keeps({ path, method, operation })) delete holder[method];
    }
    const further = own(item, 'x-oas-additionalOperations');
    if (isObject(further) && Object.keys(further).length === 0) delete item['x-oas-additionalOperations'];
    if (items && pathOperations(item).length === 0) delete items[path];
  }
}

import { ownArray, ownObject, ownString, type JsonObject, type JsonValue } from '../../base/json.ts';
import { localRefPointer, resolvePointer } from '../../base/pointer.ts';
import { pathOperations } from '../walk.ts';
import type { Rule } from './rule.ts';

/** OAS 3.1, sections 4.8.8 and 4.8.12: a template and its path parameters correspond; some headers are no parameters. */
export const pathParametersRule: Rule = {
  says: 'Every placeholder of a path has its parameter, no parameter lacks its placeholder, and headers that OpenAPI ignores are gone.',
  apply(document) {
    for (const [path, item] of Object.entries(ownObject(document, 'paths') ?? {})) {
      const names = [...path.matchAll(/\{([^{}]+)\}/g)].map((match) => match[1] ?? '');
      for (const { operation } of pathOperations(item)) correspond(document, operation, names);
    }
  },
};

/** Described elsewhere in OpenAPI: by media types and by security schemes. */
const ignoredHeaders: ReadonlySet<string> = new Set(['accept', 'content-type', 'authorization']);

function correspond(document: JsonObject, operation: JsonObject, names: readonly string[]): void {
  const given = ownArray(operation, 'parameters') ?? [];
  const kept = given.filter((one) => {
    const { place, name } = identify(document, one);
    if (place === 'path') return names.includes(name);
    return place !== 'header' || !ignoredHeaders.has(name.toLowerCase());
  });
  const declared = new Set(
    kept
      .map((one) => identify(document, one))
      .filter(({ place }) => place === 'path')
      .map(({ name }) => name),
  );
  const implied = [...new Set(names)]
    .filter((name) => !declared.has(name))
    .map((name): JsonValue => ({
      name,
      in: 'path',
      required: true,
      schema: { type: 'string' },
      'x-uncertain': ['only the path names it'],
    }));
  const parameters = [...kept, ...implied];
  if (parameters.length > 0) operation['parameters'] = parameters;
  else delete operation['parameters'];
}

function identify(document: JsonObject, parameter: JsonValue): { place: string; name: string } {
  const pointer = localRefPointer(ownString(parameter, '$ref') ?? '');
  const target = pointer === undefined ? parameter : resolvePointer(document, pointer);
  return { place: ownString(target, 'in') ?? '', name: ownString(target, 'name') ?? '' };
}

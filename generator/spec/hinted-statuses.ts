import { isObject, own, ownObject, setOwn, stringsOf, type JsonObject, type JsonValue } from '../base/json.ts';
import type { Spec } from './openapi.ts';
import { visitObjects } from './walk.ts';

/**
 * A normalized spec in which an answer that may come with further statuses (`x-statuses`) stands under these too, unless they
 * are described: the spec that is printed states what documents show, and a client is ready for what they hint at. The spec
 * itself, where nothing is such.
 */
export function withHintedStatuses(spec: Spec): Spec {
  if (!holdsHint(own(spec, 'paths'))) return spec;
  const copy = structuredClone(spec);
  visitObjects(copy, 'operation', (operation) => {
    const responses = ownObject(operation, 'responses') ?? {};
    for (const [status, response] of Object.entries(responses)) {
      for (const other of stringsOf(own(response, 'x-statuses'))) {
        if (isObject(response) && !Object.hasOwn(responses, other)) setOwn(responses, other, hinted(response, status));
      }
    }
  });
  return copy;
}

function hinted(response: JsonObject, status: string): JsonObject {
  const copy: JsonObject = structuredClone(response);
  delete copy['x-statuses'];
  return { ...copy, description: `Hinted at: what ${status} answers.`, 'x-confidence': 'low' };
}

function holdsHint(paths: JsonValue | undefined): boolean {
  return Object.values(isObject(paths) ? paths : {}).some((item) =>
    Object.values(isObject(item) ? item : {}).some((operation) =>
      Object.values(ownObject(operation, 'responses') ?? {}).some(
        (response) => own(response, 'x-statuses') !== undefined,
      ),
    ),
  );
}

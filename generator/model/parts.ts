import { isObject, own, type JsonObject, type JsonValue } from '../base/json.ts';
import { localRefPointer, resolvePointer } from '../base/pointer.ts';
import { reportAt, type BuildContext } from './context.ts';

/** A part of the spec that is no schema (a parameter, a response, …) and where it stands. */
export interface Part {
  readonly raw: JsonObject;
  readonly pointer: string;
}

/**
 * The part that `value` is or, through Reference Objects (OAS 3.1, section 4.8.23), leads to. Gives undefined with
 * `spec/foreign-ref` or `spec/dangling-ref` where a reference leads out of the document, nowhere, or in a circle.
 */
export function resolvePart(context: BuildContext, value: JsonValue | undefined, pointer: string): Part | undefined {
  let current = value;
  let at = pointer;
  const seen = new Set<string>();
  for (;;) {
    if (!isObject(current)) return undefined;
    const ref = own(current, '$ref');
    if (typeof ref !== 'string') return { raw: current, pointer: at };
    const target = localRefPointer(ref);
    const next = target === undefined ? undefined : resolvePointer(context.spec, target);
    if (target === undefined || next === undefined || seen.has(target)) {
      reportAt(context, target === undefined ? 'spec/foreign-ref' : 'spec/dangling-ref', at, { ref });
      return undefined;
    }
    seen.add(target);
    current = next;
    at = target;
  }
}

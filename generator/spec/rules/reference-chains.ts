import { isObject, ownString, type JsonValue } from '../../base/json.ts';

/** Takes one step along a chain: the next reference, nothing where it ends well, or why it is of no use. */
export type TakeHop = (ref: string) => { readonly next: string | undefined } | { readonly fault: string };

/**
 * Tells why a reference, or the chain of them that it begins, is of no use, as words behind "leads"; undefined where it leads
 * to something. Chains may be of any length and circles lead nowhere; each part is followed once, however many lead there.
 */
export function createChains(takeHop: TakeHop): (ref: string) => string | undefined {
  const settled = new Map<string, string | undefined>();

  /** Follows a chain to what is known of its end. */
  function follow(first: string, passed: Set<string>): string | undefined {
    let ref: string | undefined = first;
    while (ref !== undefined && !settled.has(ref)) {
      if (passed.has(ref)) return 'nowhere';
      passed.add(ref);
      const hop = takeHop(ref);
      if ('fault' in hop) return hop.fault;
      ref = hop.next;
    }
    return ref === undefined ? undefined : settled.get(ref);
  }

  return (first) => {
    const passed = new Set<string>();
    const fault = follow(first, passed);
    for (const ref of passed) settled.set(ref, fault);
    return fault;
  };
}

/** The reference that a value is, where it is nothing else. */
export function bareReference(value: JsonValue): string | undefined {
  return isObject(value) && Object.keys(value).length === 1 ? ownString(value, '$ref') : undefined;
}

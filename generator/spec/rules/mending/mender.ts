import type { JsonObject } from '../../../base/json.ts';
import { placeOf, type RuleContext } from '../rule.ts';

/** Says what became of a faulty part, at the nearest line that is known. */
export interface Mender {
  /** `what` was read in another way (`spec/mended`). */
  mended(what: string, reason: string, remedy: string): void;
  /** `what` could not be read and is gone (`spec/malformed`). */
  dropped(what: string, reason: string): void;
}

/** A mender for what stands in or under `evident`. */
export function menderAt(context: RuleContext, evident: JsonObject | undefined): Mender {
  return {
    mended: (what, reason, remedy) =>
      context.report.add('spec/mended', evident && placeOf(evident), { what, reason, remedy }),
    dropped: (what, reason) => context.report.add('spec/malformed', evident && placeOf(evident), { what, reason }),
  };
}

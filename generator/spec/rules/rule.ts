import type { Report } from '../../base/diagnostic.ts';
import type { JsonObject } from '../../base/json.ts';
import { evidencePlace, type Location } from '../../base/location.ts';
import type { InferenceMode } from '../../base/options.ts';

/** What rules are given beside the document. */
export interface RuleContext {
  readonly report: Report;
  readonly inference: InferenceMode;
}

/** One normalization. */
export interface Rule {
  /** What holds afterwards, as a sentence. */
  readonly says: string;
  /** Makes it hold. The document belongs to the rules: they change it in place. */
  apply(document: JsonObject, context: RuleContext): void;
}

/** Where a part of the document was found, from its `x-evidence`. */
export function placeOf(part: JsonObject): Location | undefined {
  const evidence = part['x-evidence'];
  const first = Array.isArray(evidence) ? evidence[0] : undefined;
  return typeof first === 'string' ? evidencePlace(first) : undefined;
}

import type { Report } from '../base/diagnostic.ts';
import { isObject, own } from '../base/json.ts';
import type { InferenceMode, OperationFilter } from '../base/options.ts';
import type { Evidence } from '../evidence/evidence.ts';
import { assemble } from './assemble/index.ts';
import { filterSpec } from './filter.ts';
import type { Spec } from './openapi.ts';
import { applyOverlay, type OverlayText } from './overlay.ts';
import { normalize } from './rules/index.ts';

export { splitDirections } from './directions/index.ts';
export { withHintedStatuses } from './hinted-statuses.ts';
export { specPrinting } from './aside.ts';
export { printInStyle, printSpec, type PrintStyle } from './print.ts';
export { itemsOfStreams } from './stream-items.ts';

/** What a person decides about a spec. */
export interface Decisions {
  readonly overlays: readonly OverlayText[];
  readonly inference: InferenceMode;
  /** Which operations are wanted; all without it. */
  readonly filter?: OperationFilter;
}

/**
 * From evidence to the normalized spec: assembled, normalized, then a person's overlays, whose targets are those of
 * the printed spec, and normalized again without inferring anything, so that a decision stands as it was made; in the end, what a filter
 * leaves of it. Returns undefined, with an error in the report, where nothing can be generated.
 */
export function buildSpec(
  evidence: readonly Evidence[],
  { overlays, inference, filter }: Decisions,
  report: Report,
): Spec | undefined {
  const draft = assemble(evidence, report);
  if (!draft) return undefined;
  let spec = normalize(draft, inference, report);
  for (const overlay of overlays) spec = normalize(applyOverlay(spec, overlay, report), 'off', report);
  if (filter === undefined) return spec;
  const wanted = filterSpec(spec, filter, report);
  if ([own(wanted, 'paths'), own(wanted, 'webhooks')].some((part) => isObject(part) && Object.keys(part).length > 0))
    return wanted;
  report.add('spec/no-operations', undefined);
  return undefined;
}

import type { Report } from '../base/diagnostic.ts';
import type { InferenceMode } from '../base/options.ts';
import type { Evidence } from '../evidence/evidence.ts';
import { assemble } from './assemble/index.ts';
import type { Spec } from './openapi.ts';
import { applyOverlay, type OverlayText } from './overlay.ts';
import { normalize } from './rules/index.ts';

export { printSpec } from './print.ts';

/**
 * From evidence to the normalized spec: assembled, normalized, then a person's overlays, whose targets are those of
 * the printed spec, and normalized again without inferring anything, so that a decision stands as it was made.
 * Returns undefined, with an error in the report, where nothing can be generated.
 */
export function buildSpec(
  evidence: readonly Evidence[],
  overlays: readonly OverlayText[],
  inference: InferenceMode,
  report: Report,
): Spec | undefined {
  const draft = assemble(evidence, report);
  if (!draft) return undefined;
  let spec = normalize(draft, inference, report);
  for (const overlay of overlays) spec = normalize(applyOverlay(spec, overlay, report), 'off', report);
  return spec;
}

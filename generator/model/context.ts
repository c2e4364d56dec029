import type { DiagnosticCode } from '../base/catalog.ts';
import type { DiagnosticParameters, Report } from '../base/diagnostic.ts';
import { isObject, ownArray, type JsonValue } from '../base/json.ts';
import { evidencePlace, type Location } from '../base/location.ts';
import type { Identifier } from '../base/names.ts';
import type { FormatChoice } from '../base/options.ts';
import { childOf, pointerTokens } from '../base/pointer.ts';
import type { Spec } from '../spec/openapi.ts';
import { printedPointer } from './twins.ts';

/** What every step of the build is handed. */
export interface BuildContext {
  readonly spec: Spec;
  readonly report: Report;
  /** Which formats validators test. */
  readonly formats: FormatChoice;
  readonly locate: ((pointer: string) => Location | undefined) | undefined;
  /** The name of each component schema by its key. */
  readonly componentNames: ReadonlyMap<string, Identifier>;
  /** References that are being replaced by what they lead to, outermost first. */
  readonly inlining: Set<string>;
  /** How many more references may be replaced by what they lead to; keeps a hostile document from unfolding without end. */
  readonly budget: { inlines: number };
  /** Pointers at which the model says less than the spec: see `reportLoss`. */
  readonly losses: Set<string>;
  /** Pointers to all that a loss lies in. */
  readonly lossy: Set<string>;
}

/** Adds a diagnostic about the part of the spec at `pointer`. */
export function reportAt(
  context: BuildContext,
  code: DiagnosticCode,
  pointer: string,
  parameters: DiagnosticParameters = {},
): void {
  const printed = printedPointer(context.spec, pointer);
  const location = context.locate?.(printed) ?? evidentPlace(context.spec, printed);
  context.report.add(code, location, { ...parameters, pointer: printed });
}

/** The place that the `x-evidence` nearest to a part of the spec names: its own, or that of what it stands in. */
function evidentPlace(spec: Spec, pointer: string): Location | undefined {
  let place: Location | undefined;
  let current: JsonValue | undefined = spec;
  for (const token of pointerTokens(pointer)) {
    current = childOf(current, token);
    const [first] = isObject(current) ? (ownArray(current, 'x-evidence') ?? []) : [];
    if (typeof first === 'string') place = evidencePlace(first) ?? place;
  }
  return place;
}

/** Adds a diagnostic about a schema that the model can only say in part, and marks the place as a loss. */
export function reportLoss(
  context: BuildContext,
  code: DiagnosticCode,
  pointer: string,
  parameters: DiagnosticParameters = {},
): void {
  context.losses.add(pointer);
  for (let end = pointer.lastIndexOf('/'); end > 0; end = pointer.lastIndexOf('/', end - 1)) {
    const around = pointer.slice(0, end);
    if (context.lossy.has(around)) break;
    context.lossy.add(around);
  }
  reportAt(context, code, pointer, parameters);
}

/** Adds `model/unsupported`: `what` at `pointer` has no place in the model, because of `reason`. */
export function reportUnsupported(context: BuildContext, pointer: string, what: string, reason: string): void {
  reportLoss(context, 'model/unsupported', pointer, { what, reason });
}

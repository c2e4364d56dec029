import { catalog, type CatalogEntry, type DiagnosticCode, type Severity } from './catalog.ts';
import { compareLocations, locationText, type Location } from './location.ts';

/** One thing worth telling a person, with the place it is about where there is one. */
export interface Diagnostic {
  readonly code: DiagnosticCode;
  readonly severity: Severity;
  readonly message: string;
  readonly location?: Location;
  /** The other place it is about, where two disagree; then `parameters` are what fills the message. */
  readonly related?: Location;
  readonly parameters?: DiagnosticParameters;
}

/** What fills the `{name}` gaps of a catalog message. */
export type DiagnosticParameters = Readonly<Record<string, string | number>>;

/** Collects diagnostics; every step of the staircase is handed one instead of throwing. */
export interface Report {
  /** Adds the diagnostic `code`; `parameters` fill the gaps of its message, `related` is the other of two places that disagree. */
  add(
    code: DiagnosticCode,
    location: Location | undefined,
    parameters?: DiagnosticParameters,
    related?: Location,
  ): void;
  /** All diagnostics so far, ordered by place and then code, without exact repetitions. */
  all(): Diagnostic[];
  /** Whether one of them is an error. */
  failed(): boolean;
}

function fill(message: string, parameters: DiagnosticParameters): string {
  return message.replaceAll(/\{(\w+)\}/g, (gap, name: string) => String(parameters[name] ?? gap));
}

/** One line, no control characters: text of documents ends up in messages. */
function clean(text: string): string {
  // oxlint-disable-next-line no-control-regex
  return text.replaceAll(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]+/g, ' ').trim();
}

/** A report with nothing in it. */
export function createReport(): Report {
  const entries = new Map<string, Diagnostic>();
  return {
    add(code, location, parameters = {}, related) {
      const entry: CatalogEntry = catalog[code];
      const message = clean(fill(entry.message, parameters));
      const diagnostic: Diagnostic = {
        code,
        severity: entry.severity,
        message,
        ...(location && { location }),
        ...(related && { related, parameters }),
      };
      entries.set(diagnosticText(diagnostic), diagnostic);
    },
    all() {
      return [...entries.values()].toSorted(compareDiagnostics);
    },
    failed() {
      return [...entries.values()].some((entry) => entry.severity === 'error');
    },
  };
}

function compareDiagnostics(left: Diagnostic, right: Diagnostic): number {
  if (left.location && right.location) {
    const order = compareLocations(left.location, right.location);
    if (order !== 0) return order;
  } else if (left.location || right.location) {
    return left.location ? -1 : 1;
  }
  if (left.code !== right.code) return left.code < right.code ? -1 : 1;
  return left.message < right.message ? -1 : left.message > right.message ? 1 : 0;
}

/** A diagnostic in one line: `page.md:7:1 warning evidence/unknown-type message`. */
export function diagnosticText(diagnostic: Diagnostic): string {
  const place = diagnostic.location ? `${locationText(diagnostic.location)} ` : '';
  return `${place}${diagnostic.severity} ${diagnostic.code} ${diagnostic.message}`;
}

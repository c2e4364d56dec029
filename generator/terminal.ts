import type { Writable } from 'node:stream';
import colors from 'picocolors';
import { catalog, type Severity } from './base/catalog.ts';
import type { Diagnostic } from './base/diagnostic.ts';
import { locationText } from './base/location.ts';
import type { JobResult, Written } from './jobs.ts';

// The only import of picocolors.

/** Where a run writes, and whether a person watches. */
export interface Streams {
  readonly stdout: Writable;
  readonly stderr: Writable;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Whether `stderr` is a terminal. */
  readonly isTTY: boolean;
}

/** What a person wants to see. */
export interface PrintOptions {
  /** Errors only. */
  readonly quiet?: true;
  readonly format: 'text' | 'json';
  /** The stack of an unexpected failure. */
  readonly debug?: true;
}

/** Whether `stderr` is a terminal that can move its cursor. */
export function hasTerminal(streams: Streams): boolean {
  return streams.isTTY && streams.env['TERM'] !== 'dumb';
}

/**
 * Prints what came of the jobs. Text: diagnostics and their count to `stderr`, what was written to `stdout`; colours only on a
 * terminal and without NO_COLOR (no-color.org). JSON: one document to `stderr`, so that `stdout` is free for a spec.
 */
export function printResults(results: readonly JobResult[], options: PrintOptions, streams: Streams): void {
  const { stdout, stderr } = streams;
  if (options.format === 'json') {
    stderr.write(jsonReport(results));
    return;
  }
  const paint = createPaint(hasTerminal(streams) && !streams.env['NO_COLOR']);
  for (const { name, diagnostics, failure } of results) {
    const shown = diagnostics.filter(({ severity }) => severity === 'error' || options.quiet !== true);
    for (const diagnostic of shown) stderr.write(diagnosticLines(diagnostic, name, paint));
    if (failure !== undefined) stderr.write(failureLines(failure, name, options.debug === true));
  }
  if (options.quiet === true) return;
  for (const written of results.flatMap((result) => result.written)) stdout.write(writtenLine(written));
  stderr.write(summaryLine(results, paint));
}

/** An unexpected failure in one line with a hint; with its stack where that was asked for. */
function failureLines(failure: unknown, subject: string, debug: boolean): string {
  if (debug && failure instanceof Error) return `${subject}: unexpected failure: ${failure.stack ?? failure.message}\n`;
  const [message = ''] = failureText(failure).split('\n');
  return `${subject}: unexpected failure: ${message} (this is a bug; run again with --debug and report the stack)\n`;
}

function failureText(failure: unknown): string {
  return failure instanceof Error ? failure.message : String(failure);
}

/** Puts the colours of a severity around a text, or leaves it as it is. */
type Paint = (severity: Severity, text: string) => string;

/** Colours for a terminal; none where `enabled` is false. */
function createPaint(enabled: boolean): Paint {
  const { red, yellow, cyan } = colors.createColors(enabled);
  const paints = { error: red, warning: yellow, note: cyan };
  return (severity, text) => paints[severity](text);
}

/**
 * A diagnostic as lines: `file:line:column severity code message`, and for an error `fix:` with the way out. Where there is no
 * place, `subject` (the API concerned) stands for it.
 */
function diagnosticLines(diagnostic: Diagnostic, subject: string, paint: Paint): string {
  const { code, severity, message, location } = diagnostic;
  const place = location === undefined ? `${subject}:` : locationText(location);
  const fix = severity === 'error' ? `  fix: ${catalog[code].fix}\n` : '';
  return `${place} ${paint(severity, severity)} ${code} ${message}\n${fix}`;
}

/** What was written to one place: `generated/partoo: 14 files, 3 changed`. */
function writtenLine(written: Written): string {
  const counts = [count(written.files, 'file'), written.changed === 0 ? 'unchanged' : `${written.changed} changed`];
  if (written.removed > 0) counts.push(`${written.removed} removed`);
  return `${written.path}: ${counts.join(', ')}\n`;
}

/** How many diagnostics there were, the gravest last: `2 warnings, 1 error`. Empty where there were none. */
function summaryLine(results: readonly JobResult[], paint: Paint): string {
  const counts = countSeverities(results);
  const parts = (['note', 'warning', 'error'] as const)
    .filter((severity) => counts[severity] > 0)
    .map((severity) => paint(severity, count(counts[severity], severity)));
  return parts.length === 0 ? '' : `${parts.join(', ')}\n`;
}

/** All that a run has to say as one JSON document, for programs. */
function jsonReport(results: readonly JobResult[]): string {
  const diagnostics = results.flatMap(({ name, diagnostics }) =>
    diagnostics.map(({ location, ...rest }) => ({ api: name, ...location, ...rest, fix: catalog[rest.code].fix })),
  );
  const written = results.flatMap(({ name, written }) => written.map((item) => ({ api: name, ...item })));
  const failures = results
    .filter(({ failure }) => failure !== undefined)
    .map(({ name, failure }) => ({ api: name, message: failureText(failure) }));
  return `${JSON.stringify({ diagnostics, counts: countSeverities(results), written, failures }, undefined, 2)}\n`;
}

function countSeverities(results: readonly JobResult[]): Record<Severity, number> {
  const counts = { error: 0, warning: 0, note: 0 };
  for (const { diagnostics } of results) {
    for (const { severity } of diagnostics) counts[severity] += 1;
  }
  return counts;
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}

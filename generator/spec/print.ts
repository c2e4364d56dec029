import { printYaml } from '../base/data.ts';
import { isObject, mapObject, type JsonValue } from '../base/json.ts';
import type { Spec } from './openapi.ts';

const header = `# Normalized OpenAPI 3.1, written by specloom. Do not edit: decisions go into an overlay.
# x-evidence: where each statement stands (file:line). x-inferred, x-uncertain, x-conflicts, x-confidence: what is not
# stated outright, left open, contradicted, or only hinted at.
`;

/** Where statements stand, and what became of others: of use where a spec is made. */
const provenance: ReadonlySet<string> = new Set(['x-evidence', 'x-conflicts', 'x-inferred']);

/** All that specloom says about its own statements: of use to those who decide about them. */
const marks: ReadonlySet<string> = new Set([...provenance, 'x-confidence', 'x-decided', 'x-uncertain']);

/** For whom a spec is printed: for those who decide about it, for others, or as a part of its package. */
export type PrintStyle = 'full' | 'clean' | 'package' | 'clean package';

const printers: Readonly<Record<PrintStyle, (spec: Spec) => string>> = {
  full: printSpec,
  clean: printCleanSpec,
  package: (spec) => printPlainSpec(spec, false),
  'clean package': (spec) => printPlainSpec(spec, true),
};

/** A spec and how it is printed. */
export interface Printing {
  readonly spec: Spec;
  readonly style: PrintStyle;
}

/** The spec as canonical YAML 1.2: the same spec gives the same bytes. */
export function printInStyle({ spec, style }: Printing): string {
  return printers[style](spec);
}

/**
 * The spec as the package of its client carries it: without what is said about where its statements come from, and with
 * `clean` without any mark.
 */
function printPlainSpec(spec: Spec, clean: boolean): string {
  const left = without(spec, clean ? marks : provenance);
  return `# The API as this package knows it: OpenAPI 3.1, normalized by specloom.\n${printYaml(left)}`;
}

/** The spec as others get it: without any mark of specloom's own. What is only hinted at looks like the rest then. */
function printCleanSpec(spec: Spec): string {
  return `# Normalized OpenAPI 3.1, written by specloom.\n${printYaml(without(spec, marks))}`;
}

/** Members whose values are data of the API, in which nothing is a mark. */
const data: ReadonlySet<string> = new Set(['const', 'default', 'enum', 'example', 'examples']);

/** A value without the members of some names; names of properties are no members. */
function without(value: JsonValue, names: ReadonlySet<string>): JsonValue {
  if (Array.isArray(value)) return value.map((item) => without(item, names));
  if (!isObject(value)) return value;
  return mapObject(value, (member, key) => {
    if (names.has(key)) return undefined;
    // names of properties and statuses, of which `default` is one, are no members
    if ((key === 'properties' || key === 'responses') && isObject(member))
      return mapObject(member, (inner) => without(inner, names));
    if (data.has(key)) return member;
    return without(member, names);
  });
}

/** The spec with all that is known of where its statements stand. */
export function printSpec(spec: Spec): string {
  return header + printYaml(spec);
}

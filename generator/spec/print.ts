import { printYaml } from '../base/data.ts';
import type { Spec } from './openapi.ts';

const header = `# Normalized OpenAPI 3.1, written by specloom. Do not edit: decisions go into an overlay.
# x-evidence: where each statement stands (file:line). x-inferred, x-uncertain, x-conflicts, x-confidence: what is not
# stated outright, left open, contradicted, or only hinted at.
`;

/** The spec as canonical YAML 1.2: the same spec gives the same bytes. */
export function printSpec(spec: Spec): string {
  return header + printYaml(spec);
}

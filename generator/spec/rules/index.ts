import type { Report } from '../../base/diagnostic.ts';
import type { JsonObject } from '../../base/json.ts';
import type { InferenceMode } from '../../base/options.ts';
import type { Spec } from '../openapi.ts';
import { bareListsRule } from './bare-lists.ts';
import { binaryRule } from './binary.ts';
import { closedCompositionsRule } from './closed-compositions.ts';
import { componentNamesRule } from './component-names.ts';
import { deepReferencesRule } from './deep-references.ts';
import { discriminatorsRule } from './discriminators.ts';
import { examplesRule } from './examples.ts';
import { exclusiveLimitsRule } from './exclusive-limits.ts';
import { inheritanceRule } from './inheritance.ts';
import { keyOrderRule } from './key-order.ts';
import { legacySchemasRule } from './legacy-schemas.ts';
import { nullableRule } from './nullable.ts';
import { operationIdsRule } from './operation-ids.ts';
import { parametersRule } from './parameters.ts';
import { pathItemsRule } from './path-items.ts';
import { pathParametersRule } from './path-parameters.ts';
import { pathsRule } from './paths.ts';
import { referencesRule } from './references.ts';
import { repeatedSchemasRule } from './repeated-schemas.ts';
import { requiredMembersRule } from './required-members.ts';
import type { Rule } from './rule.ts';
import { selfReferencesRule } from './self-references.ts';
import { shapesRule } from './shapes.ts';
import { singleAllOfRule } from './single-all-of.ts';
import { stackedSchemasRule } from './stacked-schemas.ts';
import { versionRule } from './version.ts';

/** All normalizations, in the order in which they are made. Each leaves what the earlier ones made true. */
export const rules: readonly Rule[] = [
  versionRule,
  legacySchemasRule,
  pathsRule,
  shapesRule,
  parametersRule,
  referencesRule,
  deepReferencesRule,
  requiredMembersRule,
  repeatedSchemasRule,
  componentNamesRule,
  pathItemsRule,
  pathParametersRule,
  selfReferencesRule,
  inheritanceRule,
  closedCompositionsRule,
  singleAllOfRule,
  nullableRule,
  // again, for what two schemas said of null no longer keeps them apart
  singleAllOfRule,
  exclusiveLimitsRule,
  binaryRule,
  examplesRule,
  operationIdsRule,
  discriminatorsRule,
  // again, for the tags that branches have by now are required of them
  closedCompositionsRule,
  stackedSchemasRule,
  bareListsRule,
  keyOrderRule,
];

/**
 * Applies every rule to a copy of an OpenAPI 3 description. Normalizing a normalized description changes nothing.
 * Reports `spec/dangling-ref`, `spec/foreign-ref` and what was inferred about unions.
 */
export function normalize(document: JsonObject, inference: InferenceMode, report: Report): Spec {
  const copy = structuredClone(document);
  for (const rule of rules) rule.apply(copy, { report, inference });
  return copy as Spec;
}

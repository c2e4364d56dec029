import type { Report } from '../../base/diagnostic.ts';
import type { JsonObject } from '../../base/json.ts';
import { derivedName } from '../../base/names.ts';
import { createNode, evidenceList, factsOf, nodeAt, type FactNode, uncertainTexts } from './fact-tree.ts';
import type { EntityTable } from './named-entities.ts';
import { contentOf, mediaTypes } from './media-types.ts';
import { assembleParameters } from './parameters.ts';
import type { OperationEvidence } from './paths.ts';
import { hasRequired, isRequired } from './presence.ts';
import { assembleResponses } from './responses.ts';
import { ruleEntries } from './rules.ts';
import { schemaOf } from './schemas.ts';
import { securityRequirements, type SecuritySchemes } from './security.ts';
import { descriptionOf, reportDescriptions, summaryOf } from './texts.ts';

/** What the operations of one API share while they are assembled. */
export interface OperationContext {
  readonly report: Report;
  readonly schemes: SecuritySchemes;
  /** `components.schemas`, to which bodies that stand in several places are moved. */
  readonly components: JsonObject;
  readonly entities: EntityTable;
}

/** The Operation Object (OAS 3.1, section 4.8.10) of everything said about one operation. */
export function assembleOperation(group: OperationEvidence, context: OperationContext): JsonObject {
  const subject = `${group.method.toUpperCase()} ${group.path}`;
  const own = createNode('');
  own.evidence.push(...group.evidence.filter((one) => one.subject.kind === 'operation'));
  const request = requestNode(group);
  const operation: JsonObject = {};
  const summary = summaryOf(own.evidence, group, context.report);
  const description = descriptionOf(own.evidence);
  reportDescriptions(own.evidence, subject, context.report);
  const [name] = factsOf(own.evidence, 'name');
  if (name) operation['operationId'] = name.fact.text;
  if (summary) operation['summary'] = summary;
  // what only repeats the title says no more
  if (description !== undefined && description.trim() !== summary) operation['description'] = description;
  if (factsOf(own.evidence, 'deprecated').length > 0) operation['deprecated'] = true;
  const requirements = securityRequirements(own.evidence, context.schemes);
  if (requirements) operation['security'] = requirements;
  const parameters = assembleParameters(group, subject, context);
  if (parameters.length > 0) operation['parameters'] = parameters;
  if (request) operation['requestBody'] = requestBody(request, group, subject, context);
  operation['responses'] = assembleResponses(group, request, {
    subject,
    path: group.path,
    summary: summary ?? '',
    report: context.report,
    components: context.components,
    entities: context.entities,
  });
  operation['x-evidence'] = evidenceList(own.evidence);
  const uncertain = [...uncertainTexts(own.evidence), ...(name ? [] : [derivedName])];
  if (uncertain.length > 0) operation['x-uncertain'] = uncertain;
  const rules = ruleEntries(own.evidence);
  if (rules.length > 0) operation['x-rule'] = rules;
  if (group.conflicts.length > 0) operation['x-conflicts'] = [...group.conflicts];
  return operation;
}

function requestNode(group: OperationEvidence): FactNode | undefined {
  const facts = group.evidence.filter((one) => one.subject.kind === 'request');
  if (facts.length === 0) return undefined;
  const root = createNode('');
  for (const one of facts) if (one.subject.kind === 'request') nodeAt(root, one.subject.path).evidence.push(one);
  return root;
}

function requestBody(
  request: FactNode,
  group: OperationEvidence,
  subject: string,
  { report, entities }: OperationContext,
): JsonObject {
  const schema = schemaOf(request, { report, subject: `${subject} request`, entities });
  const required = hasRequired(request) || isRequired(request);
  const types = mediaTypes(
    group.evidence.filter((one) => one.subject.kind === 'request'),
    schema,
  );
  return { ...(required && { required: true }), content: contentOf(types, schema) };
}

import { createReport, type Report } from '../../base/diagnostic.ts';
import { isObject, jsonEqual, ownObject, setOwn, type JsonObject, type JsonValue } from '../../base/json.ts';
import { unique } from '../../base/order.ts';
import type { EntityReference } from '../../evidence/evidence.ts';
import { isPlaceholder } from '../../base/placeholders.ts';
import { branchesSchema, readTypeWords } from '../type-words.ts';
import { evidenceList, factsOf, type FactNode, uncertainTexts } from './fact-tree.ts';
import { overruledFacts, overruledWords } from './losses.ts';
import type { EntityTable } from './named-entities.ts';
import { isRequired, isWrapper } from './presence.ts';
import { isDescribed, isScalar, namesakePart, referredTarget, referredValue, writeReferredValues } from './referred.ts';
import { ruleEntries } from './rules.ts';
import { typeOfValues } from './shown-type.ts';
import { withShownBeside } from './shown-beside.ts';
import { unionSchema } from './unions.ts';
import { descriptionOf, reportDescriptions } from './texts.ts';
import { mendDate, writeFormat } from './stated-format.ts';
import { writeStatedValues } from './stated-values.ts';
import { withBases } from './bases.ts';
import { decideType, type TypeDecision } from './types.ts';
import { valueAs } from './url-values.ts';

/** What the making of one schema needs to know beside the facts. */
export interface SchemaContext {
  readonly report: Report;
  /** Whose part this is, for messages: `POST /x response 200`. */
  readonly subject: string;
  /** Declared parts of the request by name: a response property of that name that only samples show is of the same kind. */
  readonly declared?: ReadonlyMap<string, FactNode>;
  /** The entities that texts may refer to. */
  readonly entities?: EntityTable;
}

/**
 * The JSON Schema of one value, put together from all that is known about it and its parts. What `isInner` is an item or a value
 * of what has the name, not what has it.
 */
export function schemaOf(node: FactNode, context: SchemaContext, isInner = false): JsonObject {
  const referred = referredSchema(node, context);
  if (referred) return referred;
  const union = factsOf(node.evidence, 'union')[0];
  const twin = isInner ? undefined : declaredTwin(node, context);
  // what is wrong with the twin is told where it stands
  const decision = decideType(twin ?? node, subjectOf(node, context), twin ? createReport() : context.report);
  const schema: JsonObject = {};
  const conflicts = twin ? [] : [...(decision?.conflicts ?? [])];
  const told = { subject: subjectOf(node, context), report: context.report };
  conflicts.push(...overruledFacts(node, told.subject, told.report));
  if (union)
    Object.assign(
      schema,
      unionSchema(node, union.fact, (part) => schemaOf(part, context)),
    );
  else writeType(schema, node, decision, context);
  writeText(schema, node, context);
  writeStatedValues(schema, node, conflicts, told);
  writeDefault(schema, node);
  writeReferredValues(schema, node, context.entities);
  if (isNullable(node, decision)) makeNullable(schema);
  writeLimits(schema, node, decision, conflicts);
  writeExamples(schema, node);
  writeAccess(schema, node);
  writeNotes(schema, node, conflicts);
  return context.entities ? withBases(schema, node, context.entities) : schema;
}

/**
 * The schema of a value that is described elsewhere under a name, if that is found and documents say nothing of its parts
 * here. Samples of it are left out: they show what the entity says.
 */
function referredSchema(node: FactNode, context: SchemaContext): JsonObject | undefined {
  const stated = factsOf(node.evidence, 'refers')[0];
  const shape = stated && context.entities && referredShape(node, stated.fact.reference, context, context.entities);
  const schema = shape && (stated.fact.reference.within ?? []).toReversed().reduce(inCollection, shape);
  // a word that is a type elsewhere is here what its link leads to: `[Text](#text)`
  const isNamed = stated !== undefined && isNamesake(node, stated.fact.reference);
  const isShown = stated?.evidence.method === 'sample' || isNamed;
  if (!schema || isDescribed(node) || (isScalar(node) && !isShown)) return undefined;
  const isNull = factsOf(node.evidence, 'nullable').length > 0;
  const seen = { reference: stated.fact.reference, entities: context.entities };
  const whole = seen.entities
    ? withShownBeside(schema, node, { ...seen, entities: seen.entities }, (part) => schemaOf(part, context))
    : schema;
  const target = isNull && whole['type'] === undefined ? { anyOf: [whole, { type: 'null' }] } : whole;
  if (isNull && typeof target['type'] === 'string') target['type'] = [target['type'], 'null'];
  writeText(target, node, context);
  writeAccess(target, node);
  const lost = isScalar(node) && !isNamed ? overruledWords(node, stated, subjectOf(node, context), context.report) : [];
  writeNotes(target, node, lost);
  return target;
}

/** Whether all that is said of the type of a value is the name of what a reference means. */
function isNamesake(node: FactNode, { words, link }: EntityReference): boolean {
  const said = factsOf(node.evidence, 'type').filter(({ evidence }) => evidence.method !== 'sample');
  const name = words.toLowerCase();
  return link?.toLowerCase() === `#${name}` && said.every(({ fact }) => fact.words.toLowerCase().endsWith(name));
}

function inCollection(schema: JsonObject, form: 'list' | 'map'): JsonObject {
  return form === 'list' ? { type: 'array', items: schema } : { type: 'object', additionalProperties: schema };
}

/** The object that a reference means as a reference to it, or the value without parts that it means as what that is. */
function referredShape(
  node: FactNode,
  reference: EntityReference,
  context: SchemaContext,
  entities: EntityTable,
): JsonObject | undefined {
  const value = referredValue(reference, entities) ?? namesakePart(node, reference, entities);
  if (!value || value === node) return referredTarget(node, reference, entities);
  const schema = schemaOf(value, { ...context, subject: reference.words });
  return reference.form === 'list' ? { type: 'array', items: schema } : schema;
}

function subjectOf(node: FactNode, context: SchemaContext): string {
  return node.name === '' ? context.subject : `${context.subject} "${node.name}"`;
}

/** Where a sample is all there is, the request's documented property of the same name says more than the sample's value. */
function declaredTwin(node: FactNode, context: SchemaContext): FactNode | undefined {
  const twin = context.declared?.get(node.name);
  if (!twin || node.name === '') return undefined;
  const shown = factsOf(node.evidence, 'type');
  const onlySamples = shown.every(({ evidence }) => evidence.method === 'sample');
  const documented = factsOf(twin.evidence, 'type').some(({ evidence }) => evidence.method !== 'sample');
  const structured = node.properties.size > 0 || node.items !== undefined;
  if (!onlySamples || !documented || structured || contradicts(node, twin)) return undefined;
  return { ...twin, evidence: documentedEvidence(twin) };
}

/** Whether values that samples show are of a kind that the documented property cannot have; what only fills a place says nothing. */
function contradicts(node: FactNode, twin: FactNode): boolean {
  const fills = factsOf(node.evidence, 'example').some(({ fact }) => fact.placeholder === true);
  const shown = typesIn(node.evidence);
  const documented = typesIn(documentedEvidence(twin));
  if (fills || shown.size === 0 || documented.size === 0) return false;
  return [...shown].every((type) => !documented.has(type));
}

/** The types that words name, numbers as one; none where they leave it open. */
function typesIn(evidence: FactNode['evidence']): ReadonlySet<string> {
  const read = factsOf(evidence, 'type').map(({ fact }) => readTypeWords(fact.words));
  const types = read.flatMap((one) => one?.branches.map((branch) => String(branch['type'] ?? '')) ?? ['']);
  return new Set(types.includes('') ? [] : types.map((type) => (type === 'integer' ? 'number' : type)));
}

function documentedEvidence(node: FactNode): FactNode['evidence'] {
  return node.evidence.filter((one) => one.method !== 'sample');
}

function writeType(
  schema: JsonObject,
  node: FactNode,
  decision: TypeDecision | undefined,
  context: SchemaContext,
): void {
  const hasProperties = node.properties.size > 0;
  const branches = decision?.branches ?? [];
  const structural = hasProperties ? 'object' : node.items ? 'array' : node.values ? 'object' : undefined;
  if (branches.length > 1) {
    const withParts = branches.map((branch) =>
      branch['type'] === 'object' && hasProperties
        ? { ...branch, ...objectParts(node, context) }
        : branch['type'] === 'array' && node.items
          ? { ...branch, items: mergeItems(branch, node.items, context) }
          : branch,
    );
    Object.assign(schema, branchesSchema({ branches: withParts, nullable: false }));
    return;
  }
  const [single] = branches;
  if (single) Object.assign(schema, single);
  const shown = (schema['type'] ?? structural) ? undefined : typeOfValues(node);
  const type = schema['type'] ?? structural ?? shown?.type;
  if (type === undefined) return;
  if (shown?.isGuess) schema['x-confidence'] = 'low';
  schema['type'] = type;
  if (type === 'object') Object.assign(schema, statedValues(objectParts(node, context), node, single));
  if (type === 'array' && node.items) schema['items'] = mergeItems(schema, node.items, context);
}

/** What type words say of the values of a map, where nothing but samples shows them and shows another type: they have only some. */
function statedValues(parts: JsonObject, { values }: FactNode, stated: JsonObject | undefined): JsonObject {
  const declared = stated?.['additionalProperties'];
  const shown = ownObject(parts, 'additionalProperties');
  const isShown = values?.evidence.every(({ method }) => method === 'sample') === true;
  if (!isShown || !shown || declared === undefined || !isObject(declared) || jsonEqual(declared['type'], shown['type']))
    return parts;
  return { ...parts, additionalProperties: declared };
}

/** The items as their own facts say, with what the array's type words say where those are silent. */
function mergeItems(array: JsonObject, items: FactNode, context: SchemaContext): JsonObject {
  const own = schemaOf(items, context, true);
  const declared = ownObject(array, 'items');
  return declared ? { ...own, ...declared, ...(own['format'] !== undefined && { format: own['format'] }) } : own;
}

function objectParts(node: FactNode, context: SchemaContext): JsonObject {
  const parts: JsonObject = {};
  const required: JsonValue[] = [];
  const properties: JsonObject = {};
  for (const [name, child] of node.properties) {
    setOwn(properties, name, schemaOf(child, context));
    if (isRequired(child) || isWrapper(child, node)) required.push(name);
  }
  if (node.properties.size > 0) parts['properties'] = properties;
  if (required.length > 0) parts['required'] = required;
  if (node.values) parts['additionalProperties'] = schemaOf(node.values, context, true);
  return parts;
}

function isNullable(node: FactNode, decision: TypeDecision | undefined): boolean {
  return decision?.nullable === true || factsOf(node.evidence, 'nullable').length > 0;
}

function makeNullable(schema: JsonObject): void {
  if (typeof schema['type'] === 'string') schema['type'] = [schema['type'], 'null'];
  const values = schema['enum'];
  if (Array.isArray(values) && !values.includes(null)) schema['enum'] = [...values, null];
  for (const key of ['oneOf', 'anyOf']) {
    const branches = schema[key];
    if (Array.isArray(branches)) schema[key] = [...branches, { type: 'null' }];
  }
}

function writeText(schema: JsonObject, node: FactNode, context: SchemaContext): void {
  const text = descriptionOf(node.evidence);
  reportDescriptions(node.evidence, subjectOf(node, context), context.report);
  if (text !== undefined) schema['description'] = text;
  if (factsOf(node.evidence, 'deprecated').length > 0) schema['deprecated'] = true;
}

function writeDefault(schema: JsonObject, node: FactNode): void {
  const fallback = factsOf(node.evidence, 'default')[0];
  if (fallback) schema['default'] = fallback.fact.value;
}

function writeLimits(
  schema: JsonObject,
  node: FactNode,
  decision: TypeDecision | undefined,
  conflicts: string[],
): void {
  for (const { fact, evidence } of factsOf(node.evidence, 'limit')) {
    // a limit that is only guessed must not refuse anything
    if (evidence.confidence !== 'low' && schema[fact.keyword] === undefined) schema[fact.keyword] = fact.value;
  }
  mendDate(schema, node, conflicts);
  writeFormat(schema, node, decision, conflicts);
}

function writeExamples(schema: JsonObject, node: FactNode): void {
  const values: JsonValue[] = [];
  const allowed = schema['x-confidence'] === 'low' ? undefined : schema['enum'];
  for (const { fact } of factsOf(node.evidence, 'example')) {
    const value = valueAs(schema, fact.value);
    // as in the cell of a table, text of which a value of that type cannot be made
    if (typeof value === 'string' && refusesText(schema, value)) continue;
    if (Array.isArray(allowed) && !allowed.some((one) => jsonEqual(one, value))) continue;
    const isKnown = values.some((one) => jsonEqual(one, value));
    if (fact.placeholder || isKnown || isPlaceholder(node.name, value)) continue;
    if (values.length < 3) values.push(value);
  }
  // the same value read from a URL, where it is text
  const texts = new Set(values.filter((value) => typeof value !== 'string').map(String));
  const distinct = values.filter((value) => typeof value !== 'string' || !texts.has(value));
  if (distinct.length > 0) schema['examples'] = distinct;
}

/** Whether a schema has types and text is none of them; a list may be sent as text, but not as that of a literal. */
function refusesText({ type }: JsonObject, text: string): boolean {
  const types = type === undefined ? [] : [type].flat();
  const isList = types.includes('array') && !text.startsWith('[');
  return types.length > 0 && !types.includes('string') && !isList;
}

/** That only answers or only requests hold a property; nothing where documents say both. */
function writeAccess(schema: JsonObject, node: FactNode): void {
  const stated = factsOf(node.evidence, 'access');
  const [access, ...others] = unique(stated.map(({ fact }) => fact.access));
  const isProperty = stated.every(({ evidence }) => evidence.subject.kind !== 'parameter');
  if (access !== undefined && others.length === 0 && isProperty && node.name !== '') schema[access] = true;
}

function writeNotes(schema: JsonObject, node: FactNode, conflicts: readonly string[]): void {
  const stated = node.evidence.filter((one) => one.fact.kind !== 'uncertain');
  if (node.evidence.length > 0) schema['x-evidence'] = evidenceList(node.evidence);
  if (stated.length > 0 && stated.every((one) => one.confidence === 'low')) schema['x-confidence'] = 'low';
  const uncertain = uncertainTexts(node.evidence);
  if (uncertain.length > 0) schema['x-uncertain'] = uncertain;
  const rules = ruleEntries(node.evidence);
  if (rules.length > 0) schema['x-rule'] = rules;
  if (conflicts.length > 0) schema['x-conflicts'] = unique(conflicts);
}

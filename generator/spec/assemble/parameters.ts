import type { Report } from '../../base/diagnostic.ts';
import type { JsonObject, JsonValue } from '../../base/json.ts';
import { locationText } from '../../base/location.ts';
import { unique } from '../../base/order.ts';
import type { Evidence, ParameterLocation } from '../../evidence/evidence.ts';
import { createNode, factsOf, type FactNode } from './fact-tree.ts';
import type { EntityTable } from './named-entities.ts';
import { templateNames, type OperationEvidence } from './paths.ts';
import { isRequired } from './presence.ts';
import { schemaOf } from './schemas.ts';

interface ParameterFacts {
  readonly name: string;
  readonly location: ParameterLocation;
  readonly aliases: readonly string[];
  readonly node: FactNode;
}

/** The parameters by location and name; those in the path by their position, in the order of the template. */
function collectParameters(group: OperationEvidence, subject: string, report: Report): ParameterFacts[] {
  const found = new Map<string, ParameterFacts>();
  group.parameterNames.forEach(([name = '', ...aliases]) => {
    found.set(`path ${name}`, { name, location: 'path', aliases, node: createNode(name) });
  });
  const strangers: Evidence[] = [];
  for (const one of group.evidence) {
    if (one.subject.kind !== 'parameter') continue;
    const { location, name } = one.subject;
    if (location === 'path') {
      const position = templateNames(one.subject.operation.path).indexOf(name);
      const decided =
        group.parameterNames[position]?.[0] ?? group.parameterNames.find((names) => names.includes(name))?.[0];
      if (decided === undefined) strangers.push(one);
      else found.get(`path ${decided}`)?.node.evidence.push(one);
      continue;
    }
    const key = `${location} ${location === 'header' ? name.toLowerCase() : name}`;
    const known = found.get(key) ?? { name, location, aliases: [], node: createNode(name) };
    known.node.evidence.push(one);
    found.set(key, known);
  }
  adoptStrangers(group, strangers, found, subject, report);
  return [...found.values()];
}

/** A path parameter that the template does not have takes the place of the one nobody describes, if there is just one. */
function adoptStrangers(
  group: OperationEvidence,
  strangers: readonly Evidence[],
  found: Map<string, ParameterFacts>,
  subject: string,
  report: Report,
): void {
  const names = unique(strangers.flatMap((one) => (one.subject.kind === 'parameter' ? [one.subject.name] : [])));
  for (const name of names) {
    const about = strangers.filter((one) => one.subject.kind === 'parameter' && one.subject.name === name);
    const silent = [...found.values()].filter((one) => one.location === 'path' && one.node.evidence.length === 0);
    const [place] = silent;
    const adopted = names.length === 1 && silent.length === 1 && place !== undefined;
    if (adopted) {
      place.node.evidence.push(...about);
      found.set(`path ${place.name}`, { ...place, aliases: [...place.aliases, name] });
    }
    const location = about[0]?.location;
    const winner = adopted ? `"${place.name}"` : 'the path template';
    const told = {
      subject,
      loser: `the path parameter "${name}", which the path does not have,`,
      winner,
      rule: 'the path decides the names of its parameters',
    };
    report.add('merge/conflict', location, told, pathEvidence(group)?.location);
    const at = location === undefined ? '' : ` (${locationText(location)})`;
    group.conflicts.push(`the path parameter "${name}"${at} overruled by ${winner}`);
  }
}

/** What states the path of an operation. */
function pathEvidence({ evidence }: OperationEvidence): Evidence | undefined {
  return evidence.find(({ subject, fact }) => subject.kind === 'operation' && fact.kind === 'exists');
}

/** What is said of a parameter, or of a header of an answer, and not of the schema of its values. */
export const ofParameter: readonly string[] = [
  'description',
  'deprecated',
  'x-evidence',
  'x-confidence',
  'x-uncertain',
  'x-rule',
  'x-conflicts',
];

/**
 * The schema of a parameter that may be given several times, or of the query whose name says so (`ids[]`): a list of such values (OAS
 * 3.1, section 4.8.12.2, `explode`).
 */
function ofEach(schema: JsonObject, node: FactNode, isQuery: boolean): JsonObject {
  const type = schema['type'];
  const isOne = typeof type === 'string' && type !== 'array' && type !== 'object';
  const isNamed = isQuery && /\w\[\]$/.test(node.name);
  if (isNamed && Object.keys(schema).every((key) => key === 'examples')) return { type: 'array', ...schema };
  if (!isOne || !(isNamed || factsOf(node.evidence, 'repeated').length > 0)) return schema;
  const { default: fallback, examples, ...items } = schema;
  return {
    type: 'array',
    items,
    // what is empty is none
    ...(fallback !== undefined && fallback !== '' && { default: [fallback] }),
    ...(examples && { examples }),
  };
}

/** The schema of a parameter whose values are some of those allowed, with commas between them; undefined for any other. */
function ofJoined(schema: JsonObject, node: FactNode): JsonObject | undefined {
  const isJoined =
    schema['type'] === 'string' && schema['enum'] !== undefined && factsOf(node.evidence, 'joined').length > 0;
  if (!isJoined) return undefined;
  const { default: fallback, examples, ...items } = schema;
  const values = Array.isArray(items['enum']) ? items['enum'] : [];
  const isOne = fallback !== undefined && values.includes(fallback);
  return { type: 'array', items, ...(isOne && { default: [fallback] }), ...(examples && { examples }) };
}

/** The Parameter Objects (OAS 3.1, section 4.8.12) of an operation; `subject` names it in messages (`merge/conflict`). */
export function assembleParameters(
  group: OperationEvidence,
  subject: string,
  { report, entities }: { readonly report: Report; readonly entities: EntityTable },
): JsonValue[] {
  return collectParameters(group, subject, report).map(({ name, location, aliases, node }) => {
    const schema = schemaOf(node, { report, subject: `${subject} ${location}`, entities });
    const parameter: JsonObject = { name, in: location };
    if (location === 'path' || isRequired(node)) parameter['required'] = true;
    for (const key of ofParameter) {
      if (schema[key] !== undefined) parameter[key] = schema[key];
      delete schema[key];
    }
    if (aliases.length > 0) parameter['x-aliases'] = [...aliases];
    // on the wire a path segment is text; nothing else is known of a parameter nobody describes
    if (location === 'path' && Object.keys(schema).length === 0) schema['type'] = 'string';
    const joined = location === 'query' ? ofJoined(schema, node) : undefined;
    // without `explode` the items of a list stand in one value, with commas between them (section 4.8.12.2)
    if (joined) Object.assign(parameter, { style: 'form', explode: false });
    parameter['schema'] = location === 'path' ? schema : (joined ?? ofEach(schema, node, location === 'query'));
    return parameter;
  });
}

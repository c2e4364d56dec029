import type { Report } from '../../base/diagnostic.ts';
import { isObject, own, ownObject, setOwn, type JsonObject, type JsonValue } from '../../base/json.ts';
import { nameWords, typeName } from '../../base/names.ts';
import { compareText, unique } from '../../base/order.ts';
import type { Evidence, ParameterLocation } from '../../evidence/evidence.ts';
import { collectionWords, dropWrongEntity } from './entities.ts';
import { createNode, evidenceList, factsOf, nodeAt, type FactNode } from './fact-tree.ts';
import { templateNames, type OperationEvidence } from './paths.ts';
import { isRequired, longestDescription, schemaOf } from './schemas.ts';
import { securityRequirement, type SecuritySchemes } from './security.ts';

/** What the operations of one API share while they are assembled. */
export interface OperationContext {
  readonly report: Report;
  readonly schemes: SecuritySchemes;
  /** `components.schemas`, to which bodies that stand in several places are moved. */
  readonly components: JsonObject;
}

interface ParameterFacts {
  readonly name: string;
  readonly location: ParameterLocation;
  readonly aliases: readonly string[];
  readonly node: FactNode;
}

/** The Operation Object (OAS 3.1, section 4.8.10) of everything said about one operation. */
export function assembleOperation(group: OperationEvidence, context: OperationContext): JsonObject {
  const subject = `${group.method.toUpperCase()} ${group.path}`;
  const own = createNode('');
  own.evidence.push(...group.evidence.filter((one) => one.subject.kind === 'operation'));
  const request = requestNode(group);
  const operation: JsonObject = {};
  const summary = factsOf(own.evidence, 'summary')[0]?.fact.text.trim();
  const description = longestDescription(own);
  if (summary) operation['summary'] = summary;
  if (description !== undefined) operation['description'] = description;
  if (factsOf(own.evidence, 'deprecated').length > 0) operation['deprecated'] = true;
  const requirement = securityRequirement(own.evidence, context.schemes);
  if (requirement) operation['security'] = [requirement];
  const parameters = assembleParameters(group, subject, context.report);
  if (parameters.length > 0) operation['parameters'] = parameters;
  if (request) operation['requestBody'] = requestBody(request, group, subject, context.report);
  operation['responses'] = assembleResponses(group, request, { subject, summary: summary ?? '', context });
  operation['x-evidence'] = evidenceList(own.evidence);
  const uncertain = unique(factsOf(own.evidence, 'uncertain').map(({ fact }) => fact.text));
  if (uncertain.length > 0) operation['x-uncertain'] = uncertain;
  return operation;
}

function requestNode(group: OperationEvidence): FactNode | undefined {
  const facts = group.evidence.filter((one) => one.subject.kind === 'request');
  if (facts.length === 0) return undefined;
  const root = createNode('');
  for (const one of facts) if (one.subject.kind === 'request') nodeAt(root, one.subject.path).evidence.push(one);
  return root;
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
  adoptStrangers(strangers, found, subject, report);
  return [...found.values()];
}

/** A path parameter that the template does not have takes the place of the one nobody describes, if there is just one. */
function adoptStrangers(
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
    report.add('merge/conflict', about[0]?.location, {
      subject,
      loser: `the path parameter "${name}", which the path does not have,`,
      winner: adopted ? `"${place.name}"` : 'the path template',
      rule: 'the path decides the names of its parameters',
    });
  }
}

function assembleParameters(group: OperationEvidence, subject: string, report: Report): JsonValue[] {
  return collectParameters(group, subject, report).map(({ name, location, aliases, node }) => {
    const schema = schemaOf(node, { report, subject: `${subject} ${location}` });
    const parameter: JsonObject = { name, in: location };
    if (location === 'path' || isRequired(node)) parameter['required'] = true;
    for (const key of ['description', 'deprecated', 'x-evidence', 'x-confidence', 'x-uncertain', 'x-conflicts']) {
      if (schema[key] !== undefined) parameter[key] = schema[key];
      delete schema[key];
    }
    if (aliases.length > 0) parameter['x-aliases'] = [...aliases];
    // on the wire a path segment is text; nothing else is known of a parameter nobody describes
    if (location === 'path' && Object.keys(schema).length === 0) schema['type'] = 'string';
    parameter['schema'] = schema;
    return parameter;
  });
}

function requestBody(request: FactNode, group: OperationEvidence, subject: string, report: Report): JsonObject {
  const schema = schemaOf(request, { report, subject: `${subject} request` });
  const required = [...request.properties.values()].some(isRequired) || isRequired(request);
  const types = mediaTypes(group.evidence.filter((one) => one.subject.kind === 'request'));
  const content: JsonObject = {};
  for (const type of types) setOwn(content, type, { schema });
  return { ...(required && { required: true }), content };
}

function mediaTypes(evidence: readonly Evidence[]): string[] {
  const stated = unique(factsOf(evidence, 'mediaType').map(({ fact }) => fact.mediaType.trim().toLowerCase()));
  return stated.length > 0 ? stated : ['application/json'];
}

interface ResponseContext {
  readonly subject: string;
  readonly summary: string;
  readonly context: OperationContext;
}

/** Reason phrases of the statuses that pages leave without a text (RFC 9110, section 15; RFC 6585). */
const reasonPhrases: Readonly<Record<string, string>> = {
  200: 'OK',
  201: 'Created',
  202: 'Accepted',
  204: 'No Content',
  301: 'Moved Permanently',
  302: 'Found',
  304: 'Not Modified',
  400: 'Bad Request',
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'Not Found',
  409: 'Conflict',
  410: 'Gone',
  413: 'Content Too Large',
  415: 'Unsupported Media Type',
  422: 'Unprocessable Content',
  429: 'Too Many Requests',
  500: 'Internal Server Error',
  502: 'Bad Gateway',
  503: 'Service Unavailable',
};

function assembleResponses(
  group: OperationEvidence,
  request: FactNode | undefined,
  where: ResponseContext,
): JsonObject {
  const nodes = responseNodes(group);
  const list = [...nodes.entries()].toSorted(([left], [right]) => compareText(left, right));
  const vocabulary = {
    subject: where.subject,
    path: group.path,
    summary: where.summary,
    requestNames: new Set(request?.properties.keys()),
  };
  const emptied = new Set<string>();
  for (const [status, node] of list) {
    const others = list.filter(([other]) => other !== status && other.startsWith('2')).map(([, one]) => one);
    const dropped = dropWrongEntity(
      node,
      others,
      { ...vocabulary, subject: `${where.subject} response ${status}` },
      where.context.report,
    );
    if (dropped) emptied.add(status);
  }
  const responses: JsonObject = {};
  let shared: JsonObject | undefined;
  for (const [status, node] of list) {
    const schema = responseSchema(node, request, status, where);
    if (schema && status.startsWith('2')) shared ??= schema;
    setOwn(responses, status, responseObject(node, status, schema));
  }
  if (shared) shareBody(responses, emptied, shared, group.path, where.context.components);
  if (list.length === 0) {
    responses['default'] = {
      description: 'No response is documented.',
      'x-uncertain': ['the documents show no response'],
    };
  }
  return responses;
}

function responseNodes(group: OperationEvidence): Map<string, FactNode> {
  const nodes = new Map<string, FactNode>();
  const facts = group.evidence.filter((one) => one.subject.kind === 'response');
  const statuses = unique(
    facts.flatMap((one) => (one.subject.kind === 'response' && one.subject.status ? [one.subject.status] : [])),
  );
  const success = statuses.filter((status) => status.startsWith('2'));
  for (const one of facts) {
    if (one.subject.kind !== 'response') continue;
    // what is said of "the response" is said of each success status
    const targets = one.subject.status ? [one.subject.status] : success.length > 0 ? success : ['200'];
    for (const status of targets) {
      const root = nodes.get(status) ?? createNode('');
      nodes.set(status, root);
      nodeAt(root, one.subject.path).evidence.push(one);
    }
  }
  return nodes;
}

function hasBody(node: FactNode): boolean {
  return node.properties.size > 0 || node.items !== undefined || factsOf(node.evidence, 'type').length > 0;
}

function responseSchema(
  node: FactNode,
  request: FactNode | undefined,
  status: string,
  where: ResponseContext,
): JsonObject | undefined {
  if (!hasBody(node)) return undefined;
  const body: FactNode = { ...node, evidence: node.evidence.filter((one) => one.fact.kind !== 'description') };
  const schema = schemaOf(body, {
    report: where.context.report,
    subject: `${where.subject} response ${status}`,
    ...(request && { declared: request.properties }),
  });
  delete schema['examples'];
  if (factsOf(node.evidence, 'orList').length === 0) return schema;
  const name = hoist(schema, where.context.components, groupName(where.subject));
  const reference = { $ref: `#/components/schemas/${name}` };
  return { anyOf: [reference, { type: 'array', items: { ...reference } }] };
}

function groupName(subject: string): string {
  return subject.slice(subject.indexOf(' ') + 1);
}

function responseObject(node: FactNode, status: string, schema: JsonObject | undefined): JsonObject {
  const description = longestDescription(node) ?? reasonPhrases[status] ?? `Status ${status}`;
  const response: JsonObject = { description };
  const shown = node.evidence.length > 0 ? mediaTypes(node.evidence) : [];
  if (schema || node.evidence.some((one) => one.method === 'sample')) {
    const content: JsonObject = {};
    for (const type of shown.length > 0 ? shown : ['application/json']) setOwn(content, type, schema ? { schema } : {});
    response['content'] = content;
  }
  response['x-evidence'] = evidenceList(node.evidence);
  const uncertain = unique(factsOf(node.evidence, 'uncertain').map(({ fact }) => fact.text));
  if (uncertain.length > 0) response['x-uncertain'] = uncertain;
  return response;
}

/** A success status whose only sample was of another entity answers with the same body as the others: hedged. */
function shareBody(
  responses: JsonObject,
  emptied: ReadonlySet<string>,
  schema: JsonObject,
  path: string,
  components: JsonObject,
): void {
  const statuses = [...emptied].filter((status) => status.startsWith('2') && hasNoContent(responses[status]));
  if (statuses.length === 0) return;
  const shared = hoistable(schema) ? { $ref: `#/components/schemas/${hoist(schema, components, path)}` } : schema;
  for (const [status, response] of Object.entries(responses)) {
    if (!isObject(response)) continue;
    const borrows = statuses.includes(status);
    if (!borrows && JSON.stringify(response).includes(JSON.stringify(schema)) === false) continue;
    response['content'] = { 'application/json': { schema: structuredClone(shared) } };
    if (borrows)
      response['x-inferred'] =
        'the documents show no usable body for this status; it is taken to be that of the other success status';
  }
}

function hasNoContent(response: JsonValue | undefined): boolean {
  return (
    isObject(response) &&
    Object.values(ownObject(response, 'content') ?? {}).every((media) => own(media, 'schema') === undefined)
  );
}

function hoistable(schema: JsonObject): boolean {
  return schema['type'] === 'object';
}

/** Moves a schema to `components.schemas` under the singular of the path's last collection, and returns the name. */
function hoist(schema: JsonObject, components: JsonObject, path: string): string {
  const collections = collectionWords(path);
  const last = collections.at(-1) ?? 'body';
  // a word like "value" alone names nothing: the collection before it says whose
  const words = nameWords(last).length === 1 ? [collections.at(-2) ?? '', last] : [last];
  const wanted: string = typeName(words.map((word) => nameWords(word).map(capital).join('')).join(''));
  let name = wanted;
  for (
    let count = 2;
    components[name] !== undefined && JSON.stringify(components[name]) !== JSON.stringify(schema);
    count += 1
  ) {
    name = `${wanted}${count}`;
  }
  components[name] = schema;
  return name;
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

import { isObject, own, ownObject, setOwn, type JsonObject, type JsonValue } from '../../base/json.ts';
import type { Report } from '../../base/diagnostic.ts';
import { compareText, unique } from '../../base/order.ts';
import type { Fact } from '../../evidence/evidence.ts';
import { addAnswerHeaders } from './answer-headers.ts';
import { dropWrongEntity } from './entities.ts';
import { createNode, evidenceList, factsOf, nodeAt, type FactNode, uncertainTexts } from './fact-tree.ts';
import { hoist } from './hoist.ts';
import type { EntityTable } from './named-entities.ts';
import { contentOf, mediaTypes } from './media-types.ts';
import type { OperationEvidence } from './paths.ts';
import { schemaOf } from './schemas.ts';
import { descriptionOf, reportResponseTexts } from './texts.ts';

/** What the responses of one operation need to know of it. */
export interface ResponseContext {
  /** `POST /x`, for messages. */
  readonly subject: string;
  readonly path: string;
  readonly summary: string;
  readonly report: Report;
  /** `components.schemas`, to which bodies that stand in several places are moved. */
  readonly components: JsonObject;
  readonly entities: EntityTable;
}

/** Reason phrases of the statuses that pages leave without a text (RFC 9110, section 15; RFC 4918, RFC 6585, RFC 7725). */
const reasonPhrases: Readonly<Record<string, string>> = {
  200: 'OK',
  201: 'Created',
  202: 'Accepted',
  203: 'Non-Authoritative Information',
  204: 'No Content',
  205: 'Reset Content',
  206: 'Partial Content',
  207: 'Multi-Status',
  301: 'Moved Permanently',
  302: 'Found',
  303: 'See Other',
  304: 'Not Modified',
  307: 'Temporary Redirect',
  308: 'Permanent Redirect',
  400: 'Bad Request',
  401: 'Unauthorized',
  402: 'Payment Required',
  403: 'Forbidden',
  404: 'Not Found',
  405: 'Method Not Allowed',
  406: 'Not Acceptable',
  408: 'Request Timeout',
  409: 'Conflict',
  410: 'Gone',
  411: 'Length Required',
  412: 'Precondition Failed',
  413: 'Content Too Large',
  414: 'URI Too Long',
  415: 'Unsupported Media Type',
  416: 'Range Not Satisfiable',
  417: 'Expectation Failed',
  421: 'Misdirected Request',
  422: 'Unprocessable Content',
  423: 'Locked',
  424: 'Failed Dependency',
  426: 'Upgrade Required',
  428: 'Precondition Required',
  429: 'Too Many Requests',
  431: 'Request Header Fields Too Large',
  451: 'Unavailable For Legal Reasons',
  500: 'Internal Server Error',
  501: 'Not Implemented',
  502: 'Bad Gateway',
  503: 'Service Unavailable',
  504: 'Gateway Timeout',
};

/**
 * The Responses Object (OAS 3.1, section 4.8.16) of an operation. Samples of other entities are left out
 * (`merge/wrong-entity`); a success status that then has no body is taken to answer like the other one, marked
 * `x-inferred`.
 */
export function assembleResponses(
  group: OperationEvidence,
  request: FactNode | undefined,
  where: ResponseContext,
): JsonObject {
  const nodes = responseNodes(group);
  const list = [...nodes.entries()].toSorted(([left], [right]) => compareText(left, right));
  const vocabulary = {
    subject: where.subject,
    path: where.path,
    summary: where.summary,
    requestNames: new Set(request?.properties.keys()),
  };
  const emptied = new Set<string>();
  for (const [status, node] of list) {
    // what says that something failed looks like no entity
    const rivals = status.startsWith('2') ? list : [];
    const others = rivals.filter(([other]) => other !== status && other.startsWith('2')).map(([, one]) => one);
    const dropped = dropWrongEntity(
      node,
      others,
      { ...vocabulary, subject: `${where.subject} response ${status}` },
      where.report,
    );
    if (dropped) emptied.add(status);
  }
  const responses: JsonObject = {};
  let shared: JsonObject | undefined;
  for (const [status, node] of list) {
    const schema = responseSchema(node, request, status, where);
    if (schema && status.startsWith('2') && !withoutBody.test(status)) shared ??= schema;
    reportResponseTexts(node.evidence, `${where.subject} response ${status}`, where.report);
    setOwn(responses, status, responseObject(node, status, schema));
  }
  if (shared) shareBody(responses, emptied, shared, where.path, where.components);
  addAnswerHeaders(responses, group.evidence, where, (status) => responseObject(createNode(''), status, undefined));
  // what is said of all errors says nothing of success
  if (Object.keys(responses).every((status) => /^[45]XX$/.test(status))) {
    responses['default'] = {
      description: list.length === 0 ? 'No response is documented.' : 'No other response is documented.',
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
  const answers = statuses.filter((status) => status.startsWith('2'));
  const withBody = answers.filter((status) => !withoutBody.test(status));
  for (const one of facts) {
    if (one.subject.kind !== 'response') continue;
    // what is said of "the response" is said of each success status that may have a body
    const success = withBody.length > 0 ? withBody : answers;
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
  return (
    node.properties.size > 0 ||
    node.branches.size > 0 ||
    node.items !== undefined ||
    ['type', 'refers'].some((kind) => node.evidence.some((one) => one.fact.kind === kind))
  );
}

/** What statuses are called that stand for several. */
const anyOf: Readonly<Record<string, string>> = {
  default: 'Any other answer',
  '4XX': 'Any client error',
  '5XX': 'Any server error',
};

/** Facts about a response that are none about its body. */
const ofResponse: ReadonlySet<Fact['kind']> = new Set(['description', 'otherStatus']);

function responseSchema(
  node: FactNode,
  request: FactNode | undefined,
  status: string,
  where: ResponseContext,
): JsonObject | undefined {
  if (!hasBody(node)) return undefined;
  const body: FactNode = { ...node, evidence: node.evidence.filter((one) => !ofResponse.has(one.fact.kind)) };
  const schema = schemaOf(body, {
    report: where.report,
    subject: `${where.subject} response ${status}`,
    entities: where.entities,
    // under the names of what was sent, an error says what is wrong with it
    ...(request && !/^[45]/.test(status) && { declared: request.properties }),
  });
  delete schema['examples'];
  if (factsOf(node.evidence, 'orList').length === 0) return schema;
  const name = hoist(schema, where.components, where.path);
  const reference = { $ref: `#/components/schemas/${name}` };
  return { anyOf: [reference, { type: 'array', items: { ...reference } }] };
}

/** Statuses whose answers have no content (RFC 9110, sections 15.2, 15.3.5, 15.3.6 and 15.4.5). */
const withoutBody = /^(?:1(?:\d\d|XX)|204|205|304)$/;

function responseObject(node: FactNode, status: string, schema: JsonObject | undefined): JsonObject {
  const unnamed = anyOf[status] ?? `Status ${status}`;
  const description = descriptionOf(node.evidence) ?? reasonPhrases[status] ?? unnamed;
  const response: JsonObject = { description };
  const shown = node.evidence.length > 0 ? mediaTypes(node.evidence) : [];
  const isEmpty = withoutBody.test(status);
  // of JSON nothing is said by its name
  const isOther = factsOf(node.evidence, 'mediaType').some(({ fact }) => !/\bjson$/i.test(fact.mediaType.trim()));
  if (!isEmpty && (schema || isOther || node.evidence.some((one) => one.method === 'sample')))
    response['content'] = contentOf(shown.length > 0 ? shown : ['application/json'], schema);
  response['x-evidence'] = evidenceList(node.evidence);
  const others = unique(factsOf(node.evidence, 'otherStatus').map(({ fact }) => fact.status));
  const hints = others.map(
    (other) => `the text says "update or create": ${other} may come as well, which no document shows`,
  );
  const shownBody = isEmpty && schema ? ['the documents show a body, which no answer of this status has'] : [];
  const uncertain = [...uncertainTexts(node.evidence), ...hints, ...shownBody];
  if (others.length > 0) response['x-statuses'] = others;
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
  const statuses = [...emptied].filter(
    (status) => status.startsWith('2') && !withoutBody.test(status) && hasNoContent(responses[status]),
  );
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

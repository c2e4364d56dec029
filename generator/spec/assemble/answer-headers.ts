import type { JsonObject } from '../../base/json.ts';
import { setOwn } from '../../base/json.ts';
import { groupBy, unique } from '../../base/order.ts';
import type { Report } from '../../base/diagnostic.ts';
import type { Evidence } from '../../evidence/evidence.ts';
import { createNode, factsOf } from './fact-tree.ts';
import { ofParameter } from './parameters.ts';
import { schemaOf } from './schemas.ts';
import type { EntityTable } from './named-entities.ts';

/** What the headers of an operation's answers need to know of it. */
interface HeaderContext {
  /** `POST /x`, for messages. */
  readonly subject: string;
  readonly report: Report;
  readonly entities: EntityTable;
}

/**
 * Adds the Header Objects (OAS 3.1, section 4.8.21) that documents describe to the responses of an operation: to that of the status they are
 * said of, else to each success; a status that nothing else tells of is added by `create`. Contradictions are `merge/conflict`.
 */
export function addAnswerHeaders(
  responses: JsonObject,
  evidence: readonly Evidence[],
  where: HeaderContext,
  create: (status: string) => JsonObject,
): void {
  const about = evidence.filter((one) => one.subject.kind === 'answerHeader');
  const successes = Object.keys(responses).filter((status) => status.startsWith('2'));
  for (const [key, list] of groupBy(about, keyOf)) {
    const [first] = list;
    if (first?.subject.kind !== 'answerHeader') continue;
    const { name, status } = first.subject;
    const targets = status === undefined ? (successes.length > 0 ? successes : ['200']) : [status];
    const node = createNode(name);
    node.evidence.push(...list);
    const header = headerObject(node, `${where.subject} response header ${key}`, where);
    for (const target of unique(targets)) {
      const response = (responses[target] as JsonObject | undefined) ?? create(target);
      const headers = (response['headers'] as JsonObject | undefined) ?? {};
      setOwn(headers, name, structuredClone(header));
      response['headers'] = headers;
      setOwn(responses, target, response);
    }
  }
}

function keyOf({ subject }: Evidence): string {
  return subject.kind === 'answerHeader' ? `${subject.status ?? ''} ${subject.name.toLowerCase()}` : '';
}

function headerObject(
  node: ReturnType<typeof createNode>,
  subject: string,
  { report, entities }: HeaderContext,
): JsonObject {
  const schema = schemaOf(node, { report, subject, entities });
  const header: JsonObject = {};
  for (const key of ofParameter) {
    if (schema[key] !== undefined) header[key] = schema[key];
    delete schema[key];
  }
  if (factsOf(node.evidence, 'required').some(({ fact }) => fact.value)) header['required'] = true;
  // on the wire it is text
  if (Object.keys(schema).length === 0) schema['type'] = 'string';
  header['schema'] = schema;
  return header;
}

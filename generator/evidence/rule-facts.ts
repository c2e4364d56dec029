import type { Evidence, OperationName, Step, Subject } from './evidence.ts';
import { fieldRules, type Names } from './field-rules.ts';

/**
 * The rules between fields that `description` facts state: what is required, allowed, forbidden, ignored or of one value
 * depending on another field, and which fields exclude or need each other. They are kept as they are said and enforced by
 * nobody. Each has the method `prose` and the place and confidence of its description. Gives no diagnostics.
 */
export function ruleFacts(evidence: readonly Evidence[]): Evidence[] {
  const fields = knownFields(evidence);
  return evidence.flatMap((one): Evidence[] => {
    if (one.fact.kind !== 'description') return [];
    const { subject, location, confidence } = one;
    const rules = fieldRules(one.fact.text.slice(0, longestText), namesAround(subject, fields), ownName(subject));
    return rules.map((rule) => ({ subject, fact: { kind: 'rule', rule }, location, method: 'prose', confidence }));
  });
}

/** Longer descriptions are read up to here. */
const longestText = 10_000;

/** The names of fields, by the key of what they are fields of. */
type Fields = ReadonlyMap<string, ReadonlySet<string>>;

function knownFields(evidence: readonly Evidence[]): Fields {
  const fields = new Map<string, Set<string>>();
  for (const { subject } of evidence) {
    const own = ownName(subject);
    const key = own === undefined ? undefined : ownerKey(subject);
    if (own === undefined || key === undefined) continue;
    const names = fields.get(key) ?? new Set<string>();
    fields.set(key, names.add(own));
  }
  return fields;
}

function ownName(subject: Subject): string | undefined {
  if (subject.kind === 'parameter') return subject.name;
  const last = stepsOf(subject)?.at(-1);
  return last?.kind === 'property' ? last.name : undefined;
}

function stepsOf(subject: Subject): readonly Step[] | undefined {
  return !('path' in subject) ? undefined : subject.path;
}

function operationKey({ method, path }: OperationName): string {
  return `${method} ${path}`;
}

/** What the whole is that a subject is a part of, and the steps to it. */
function partKey(subject: Subject, steps: readonly Step[]): string | undefined {
  switch (subject.kind) {
    case 'request':
      return JSON.stringify(['request', operationKey(subject.operation), steps]);
    case 'response':
      return JSON.stringify(['response', operationKey(subject.operation), subject.status ?? '', steps]);
    case 'entity':
      return JSON.stringify(['entity', subject.entity.document, subject.entity.anchor, subject.entity.title, steps]);
    default:
      return undefined;
  }
}

/** The key of what holds a field: its object, or the operation that has the parameter. */
function ownerKey(subject: Subject): string | undefined {
  if (subject.kind === 'parameter') return operationKey(subject.operation);
  const steps = stepsOf(subject);
  return steps && partKey(subject, steps.slice(0, -1));
}

/** The fields that a description may mean: beside its subject, in it, and what the operation takes. */
function namesAround(subject: Subject, fields: Fields): Names {
  const steps = stepsOf(subject);
  const keys = [
    ...(steps === undefined ? [] : [partKey(subject, steps), partKey(subject, steps.slice(0, -1))]),
    ...inputKeys(subject),
  ];
  // asked one after another: putting them together for each description would take the square of their number
  const sets = keys.flatMap((key) => (key === undefined ? [] : (fields.get(key) ?? [])));
  return { has: (name) => sets.some((names) => names.has(name)) };
}

function inputKeys(subject: Subject): (string | undefined)[] {
  if (
    subject.kind === 'api' ||
    subject.kind === 'entity' ||
    subject.kind === 'response' ||
    subject.kind === 'answerHeader'
  )
    return [];
  const { operation } = subject;
  return [operationKey(operation), partKey({ kind: 'request', operation, path: [] }, [])];
}

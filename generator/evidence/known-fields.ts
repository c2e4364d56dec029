import { methodAndPath } from '../base/named-operations.ts';
import type { Evidence, Step, Subject } from './evidence.ts';

/** The names of fields that exist. */
export interface Names {
  has(name: string): boolean;
}

/** The names of fields, by the key of what they are fields of. */
export type Fields = ReadonlyMap<string, ReadonlySet<string>>;

/** The names of all fields that pages describe, by what they are fields of. Gives no diagnostics. */
export function knownFields(evidence: readonly Evidence[]): Fields {
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

/** The name of the field that a subject is; undefined for any other. */
export function ownName(subject: Subject): string | undefined {
  if (subject.kind === 'parameter') return subject.name;
  const last = stepsOf(subject)?.at(-1);
  return last?.kind === 'property' ? last.name : undefined;
}

function stepsOf(subject: Subject): readonly Step[] | undefined {
  return !('path' in subject) ? undefined : subject.path;
}

/** What the whole is that a subject is a part of, and the steps to it. */
function partKey(subject: Subject, steps: readonly Step[]): string | undefined {
  switch (subject.kind) {
    case 'request':
      return JSON.stringify(['request', methodAndPath(subject.operation), steps]);
    case 'response':
      return JSON.stringify(['response', methodAndPath(subject.operation), subject.status ?? '', steps]);
    case 'entity':
      return JSON.stringify(['entity', subject.entity.document, subject.entity.anchor, subject.entity.title, steps]);
    default:
      return undefined;
  }
}

/** The key of what holds a field: its object, or the operation that has the parameter. */
function ownerKey(subject: Subject): string | undefined {
  if (subject.kind === 'parameter') return methodAndPath(subject.operation);
  const steps = stepsOf(subject);
  return steps && partKey(subject, steps.slice(0, -1));
}

/** The fields that a description may mean: beside its subject, in it, and what the operation takes. */
export function namesAround(subject: Subject, fields: Fields): Names {
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
  return [methodAndPath(operation), partKey({ kind: 'request', operation, path: [] }, [])];
}

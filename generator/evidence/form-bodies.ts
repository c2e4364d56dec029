import type { BodyForm, Evidence, Fact, Step, Subject } from './evidence.ts';
import type { Form } from './form-tags.ts';

/** What has forms: a body, or an object that pages describe once. */
export type BodySubject = Extract<Subject, { kind: 'request' | 'response' | 'entity' }>;

/** A part of a body, or of an object that pages describe once, that is one of several forms. */
export interface BodyUnion {
  readonly subject: BodySubject;
  /** The property that tells the forms apart, and its values. */
  readonly tag: string;
  readonly values: ReadonlySet<string>;
  /** The properties that all forms have. */
  readonly common: ReadonlySet<string>;
}

/** Whether a subject is a body, a part of one, or an object. Gives no diagnostics. */
export function isBody(subject: Subject): subject is BodySubject {
  return subject.kind === 'request' || subject.kind === 'response' || subject.kind === 'entity';
}

/** The status of an answer. Gives no diagnostics. */
export function statusOf(subject: BodySubject): string | undefined {
  return subject.kind === 'response' ? subject.status : undefined;
}

/** A body, or a part of one, of which no status is said. Gives no diagnostics. */
export function withoutStatus(subject: BodySubject): BodySubject {
  if (subject.kind === 'entity') return subject;
  const { kind, operation, path } = subject;
  return { kind, operation, path };
}

/** What tells a part of a body from all others. Gives no diagnostics. */
export function bodyKey(subject: BodySubject, path: readonly Step[]): string {
  if (subject.kind === 'entity') {
    const { document, anchor, title } = subject.entity;
    return JSON.stringify([document, anchor, title, path]);
  }
  const status = statusOf(subject);
  return JSON.stringify([subject.kind, subject.operation.method, subject.operation.path, status, path]);
}

/** A form with what is said of it. Gives no diagnostics. */
export function formOf(form: BodyForm, evidence: readonly Evidence[]): Form {
  const facts = new Map<string, Fact[]>();
  for (const one of evidence) {
    const name = ownName(one, form);
    if (name === undefined) continue;
    const known = facts.get(name);
    if (known) known.push(one.fact);
    else facts.set(name, [one.fact]);
  }
  return { form, evidence, names: new Set(evidence.flatMap((one) => nameIn(one, form) ?? [])), facts };
}

/** The field of the form that evidence is about, or about a part of. */
function nameIn({ subject }: Evidence, { path }: BodyForm): string | undefined {
  const step = isBody(subject) ? subject.path[path.length] : undefined;
  return step?.kind === 'property' ? step.name : undefined;
}

/** The field of the form that evidence is about itself. Gives no diagnostics. */
export function ownName(one: Evidence, form: BodyForm): string | undefined {
  return isBody(one.subject) && one.subject.path.length === form.path.length + 1 ? nameIn(one, form) : undefined;
}

import type { JsonValue } from '../base/json.ts';
import { groupBy, unique } from '../base/order.ts';
import { conditionOf, isConditional, namedValue } from './form-labels.ts';
import type { BodyForm, Evidence, Step, Subject } from './evidence.ts';

type BodySubject = Extract<Subject, { kind: 'request' | 'response' }>;

/** A table, list or tab that describes fields of a body, with what is said of them. */
interface Form {
  readonly form: BodyForm;
  readonly evidence: readonly Evidence[];
  /** The names of the fields. */
  readonly names: ReadonlySet<string>;
}

/** What one form of a body has and no other: the value of the property that tells forms apart. */
type Chosen = ReadonlyMap<BodyForm, string>;

/** Forms told apart by a property. */
interface Union {
  readonly tag: string;
  readonly chosen: Chosen;
  /** All values of the property that documents name. */
  readonly values: readonly string[];
  readonly isComplete: boolean;
}

/** A part of a body that is one of several forms. */
export interface BodyUnion {
  readonly subject: BodySubject;
  /** The property that tells the forms apart, and its values. */
  readonly tag: string;
  readonly values: ReadonlySet<string>;
  /** The properties that all forms have. */
  readonly common: ReadonlySet<string>;
}

/** Evidence in which forms are apart, and the parts that have them. */
export interface Formed {
  readonly evidence: Evidence[];
  readonly unions: readonly BodyUnion[];
}

/**
 * Evidence in which the forms of one body are apart. Tables, lists and tabs that describe one part of a body are forms of it where
 * each holds another constant of one property, or stands below the name of another of its values: then the part is a union by
 * that property (OAS 3.1, section 4.8.25), and each form a branch of it. What stands below any other condition, or in one of
 * several forms, is required by none of them as a whole. All other evidence is returned as it is. Gives no diagnostics.
 */
export function withForms(evidence: readonly Evidence[]): Formed {
  const stated = ownedByForms(evidence);
  const bodies = groupBy([...stated.keys()], (one) => bodyKey(one.subject as BodySubject, stated.get(one)?.path ?? []));
  const changed = new Map<Evidence, Evidence | undefined>();
  const added: Evidence[] = [];
  const unions: BodyUnion[] = [];
  for (const list of bodies.values()) {
    const forms = [...groupBy(list, (one) => stated.get(one) as BodyForm)].map(([form, own]) => formOf(form, own));
    if (forms.length < 2) continue;
    const union = unionOf(forms);
    if (union) {
      for (const one of forms) moveInto(union, one, changed);
      added.push(...unionFacts(union, forms));
      unions.push(...bodyUnion(union, forms));
    } else for (const one of alternatives(forms)) loosen(one, forms, changed);
  }
  if (changed.size === 0) return { evidence: [...evidence], unions };
  const kept = evidence.flatMap((one) => (changed.has(one) ? (changed.get(one) ?? []) : one));
  return { evidence: [...kept, ...added], unions };
}

function bodyUnion({ tag, chosen, values }: Union, forms: readonly Form[]): BodyUnion[] {
  const [shown] = forms.flatMap((one) => one.evidence);
  if (!shown || !isBody(shown.subject)) return [];
  const rest = forms.filter((one) => !chosen.has(one.form));
  const subject = { ...shown.subject, path: forms[0]?.form.path ?? [] };
  return [{ subject, tag, values: new Set(values), common: new Set(rest.flatMap((one) => [...one.names])) }];
}

/** The evidence of each form: what its reader reported, and what texts in the same place state of the same field. */
function ownedByForms(evidence: readonly Evidence[]): Map<Evidence, BodyForm> {
  const atLine = new Map<string, BodyForm[]>();
  for (const one of evidence) {
    if (!one.form || !isBody(one.subject)) continue;
    const key = placeKey(one, one.subject);
    const known = atLine.get(key) ?? [];
    if (!known.includes(one.form)) atLine.set(key, [...known, one.form]);
  }
  const owned = new Map<Evidence, BodyForm>();
  if (atLine.size === 0) return owned;
  for (const one of evidence) {
    if (!isBody(one.subject) || one.method === 'sample') continue;
    const { path } = one.subject;
    const form = one.form ?? atLine.get(placeKey(one, one.subject))?.at(-1);
    if (form && path.length > form.path.length && isWithin(path, form.path)) owned.set(one, form);
  }
  return owned;
}

/** The step into the form that an object at `path` of a body is, for one of its properties; undefined where all forms have that. */
export function stepIntoForm(
  unions: readonly BodyUnion[],
  subject: Subject,
  path: readonly Step[],
  value: Readonly<Record<string, JsonValue>>,
  name: string,
): Step | undefined {
  if (!isBody(subject)) return undefined;
  for (const { subject: own, tag, values, common } of unions) {
    const chosen = value[tag];
    if (typeof chosen !== 'string' || !values.has(chosen) || name === tag || common.has(name)) continue;
    const isAny = statusOf(own) === undefined;
    if (bodyKey(own, own.path) === bodyKey(isAny ? withoutStatus(subject) : subject, path))
      return { kind: 'branch', tag, value: chosen };
  }
  return undefined;
}

function isBody(subject: Subject): subject is BodySubject {
  return subject.kind === 'request' || subject.kind === 'response';
}

function placeKey({ location }: Evidence, subject: BodySubject): string {
  return `${location.document}:${location.line} ${bodyKey(subject, [])}`;
}

function statusOf(subject: BodySubject): string | undefined {
  return subject.kind === 'response' ? subject.status : undefined;
}

function withoutStatus(subject: BodySubject): BodySubject {
  const { kind, operation, path } = subject;
  return { kind, operation, path };
}

function bodyKey(subject: BodySubject, path: readonly Step[]): string {
  const status = statusOf(subject);
  return JSON.stringify([subject.kind, subject.operation.method, subject.operation.path, status, path]);
}

function isWithin(path: readonly Step[], outer: readonly Step[]): boolean {
  return outer.every((step, index) => JSON.stringify(path[index]) === JSON.stringify(step));
}

function formOf(form: BodyForm, evidence: readonly Evidence[]): Form {
  return { form, evidence, names: new Set(evidence.flatMap((one) => nameIn(one, form) ?? [])) };
}

/** The field of the form that evidence is about, or about a part of. */
function nameIn({ subject }: Evidence, { path }: BodyForm): string | undefined {
  const step = isBody(subject) ? subject.path[path.length] : undefined;
  return step?.kind === 'property' ? step.name : undefined;
}

/** The field of the form that evidence is about itself. */
function ownName(one: Evidence, form: BodyForm): string | undefined {
  return isBody(one.subject) && one.subject.path.length === form.path.length + 1 ? nameIn(one, form) : undefined;
}

function unionOf(forms: readonly Form[]): Union | undefined {
  const names = unique(forms.flatMap((one) => [...one.names]));
  for (const find of [byConstants, byLabels, byExamples]) {
    for (const tag of names) {
      const found = isOptional(forms, tag) ? undefined : find(forms, tag);
      if (!found || !forms.some((one) => found.has(one.form) && one.names.size > Number(one.names.has(tag)))) continue;
      const own = unique(found.values());
      const others = forms.flatMap((one) => listed(one, tag));
      const values = unique([...others.flatMap((list) => list.values), ...own]);
      const isClosed = others.length > 0 && others.every((list) => list.closed);
      return { tag, chosen: withNamed(found, forms, { tag, values: own }), values, isComplete: isClosed };
    }
  }
  return undefined;
}

/** The forms chosen, and those that go on with one of them below another label with its value. */
function withNamed(chosen: Chosen, forms: readonly Form[], { tag, values }: Pick<Union, 'tag' | 'values'>): Chosen {
  const others = forms.flatMap(({ form, names }) => {
    const value = chosen.has(form) || names.has(tag) ? undefined : namedValue(form.labels, values);
    return value === undefined ? [] : [[form, value] as const];
  });
  return new Map([...chosen, ...others]);
}

/** Whether a field is said not to be required: what may be left out tells nothing apart. */
function isOptional(forms: readonly Form[], name: string): boolean {
  return forms.some((one) =>
    one.evidence.some(({ fact }, index) => {
      const at = one.evidence[index];
      return fact.kind === 'required' && !fact.value && at !== undefined && ownName(at, one.form) === name;
    }),
  );
}

interface Listed {
  readonly values: readonly string[];
  readonly closed: boolean;
}

/** The lists of texts that a form names as the values of a field. */
function listed(one: Form, name: string): Listed[] {
  return one.evidence.flatMap((stated): Listed[] => {
    const { fact } = stated;
    if (fact.kind !== 'enum' || ownName(stated, one.form) !== name) return [];
    const values = fact.values.filter((value) => typeof value === 'string');
    return values.length === fact.values.length ? [{ values, closed: fact.closed }] : [];
  });
}

/** The forms that hold one constant of the field each, where there are two of them at least and no value is that of two. */
function byConstants(forms: readonly Form[], tag: string): Chosen | undefined {
  const found = forms.flatMap((one) => {
    const values = unique(listed(one, tag).flatMap((list) => (list.closed ? list.values : [])));
    const [value, ...others] = values;
    return value !== undefined && others.length === 0 ? [[one.form, value] as const] : [];
  });
  return found.length === new Set(found.map(([, value]) => value)).size ? several(found, 2) : undefined;
}

/** Names of properties that say what an object is. */
const tagName =
  /(?:^|[_.-])(?:type|kind|mode|method|category|variant|object|provider|channel)$|[a-z](?:Type|Kind|Mode|Method|Category|Variant|Provider)$/;

/** The forms below labels of their own whose examples of a property that says what they are differ. */
function byExamples(forms: readonly Form[], tag: string): Chosen | undefined {
  if (!tagName.test(tag)) return undefined;
  const found = forms.flatMap((one) => {
    const values = unique(
      one.evidence.flatMap((stated) => {
        const { fact } = stated;
        return fact.kind === 'example' && ownName(stated, one.form) === tag ? [fact.value] : [];
      }),
    );
    const [value, ...others] = values;
    return typeof value === 'string' && others.length === 0 && one.form.labels.length > 0
      ? [[one.form, value] as const]
      : [];
  });
  const labels = new Set(found.map(([{ labels: own }]) => own.join('\n')));
  const isApart = labels.size === found.length && new Set(found.map(([, value]) => value)).size === found.length;
  return isApart ? several(found, 2) : undefined;
}

/** The forms below labels that name one value of the field each. */
function byLabels(forms: readonly Form[], tag: string): Chosen | undefined {
  const lists = forms.flatMap((one) => listed(one, tag));
  const values = unique(lists.flatMap((list) => list.values));
  const names = new Set(forms.flatMap((one) => [...one.names]));
  const said = forms.flatMap((one) => {
    if (one.names.has(tag)) return [];
    const condition = conditionOf(one.form.labels, names);
    if (condition?.field === tag && (values.length === 0 || values.includes(condition.value)))
      return [{ form: one.form, value: condition.value, isSaid: values.length > 1 }];
    const value = condition ? undefined : namedValue(one.form.labels, values);
    return value === undefined ? [] : [{ form: one.form, value, isSaid: false }];
  });
  // one alone has to be told in so many words
  return several(
    said.map(({ form, value }) => [form, value] as const),
    said.some((one) => one.isSaid) ? 1 : 2,
  );
}

function several(found: readonly (readonly [BodyForm, string])[], least: number): Chosen | undefined {
  return new Set(found.map(([, value]) => value)).size >= least ? new Map(found) : undefined;
}

/** Puts what a form says of its fields into its branch of the union. */
function moveInto(union: Union, { form, evidence }: Form, changed: Map<Evidence, Evidence | undefined>): void {
  const value = union.chosen.get(form);
  if (value === undefined) return;
  const branch: Step = { kind: 'branch', tag: union.tag, value };
  for (const one of evidence) {
    if (!isBody(one.subject)) continue;
    const path = [...form.path, branch, ...one.subject.path.slice(form.path.length)];
    changed.set(one, { ...one, subject: { ...one.subject, path } });
  }
}

/** That the part is a union, said once at the first form of it. */
function unionFacts({ tag, chosen, values, isComplete }: Union, forms: readonly Form[]): Evidence[] {
  const first = forms.find((one) => chosen.has(one.form));
  const [shown] = first?.evidence ?? [];
  if (!first || !shown || !isBody(shown.subject)) return [];
  const subject: BodySubject = { ...shown.subject, path: first.form.path };
  const base = { subject, location: shown.location, method: shown.method, confidence: shown.confidence };
  return [
    { ...base, fact: { kind: 'union', tag, values, complete: isComplete } },
    ...(isComplete
      ? []
      : [{ ...base, fact: { kind: 'uncertain', text: `there may be forms for other values of \`${tag}\`` } } as const]),
  ];
}

/** The forms of which a caller sends one, or that are only for some cases. */
function alternatives(forms: readonly Form[]): readonly Form[] {
  return forms.filter((one) => isConditional(one.form) || forms.some((other) => other !== one && isBeside(one, other)));
}

/** Whether two forms have labels of their own, and fields in common that only one of both can describe. */
function isBeside(one: Form, other: Form): boolean {
  if (other.form.document !== one.form.document) return false;
  if (one.form.isPart || other.form.isPart) return false;
  const [label, otherLabel] = [one, other].map(({ form }) => form.labels[0]);
  if (label === undefined || otherLabel === undefined || otherLabel === label) return false;
  // of one part within the body nobody has two tables
  if ((one.form.isTab && other.form.isTab) || one.form.path.length > 0) return true;
  return [...one.names].filter((name) => other.names.has(name)).length > 1;
}

/** Takes back that fields of a form are required, but for those that all forms require. */
function loosen(one: Form, forms: readonly Form[], changed: Map<Evidence, Evidence | undefined>): void {
  const others = forms.filter((other) => other !== one);
  for (const stated of one.evidence) {
    const name = ownName(stated, one.form);
    if (stated.fact.kind !== 'required' || !stated.fact.value || name === undefined) continue;
    const isCommon = others.every((other) => !isBeside(one, other) || other.names.has(name));
    if (isConditional(one.form) || !isCommon) changed.set(stated, undefined);
  }
}

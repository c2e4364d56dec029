import type { JsonValue } from '../base/json.ts';
import { groupBy } from '../base/order.ts';
import {
  bodyKey,
  formOf,
  isBody,
  ownName,
  statusOf,
  withoutStatus,
  type BodySubject,
  type BodyUnion,
} from './form-bodies.ts';
import { isBelow } from './steps-within.ts';
import { unionAround } from './form-around.ts';
import { noteValues, statedCase, type NamedValues } from './form-cases.ts';
import { isConditional } from './form-labels.ts';
import { mostForms, unionOf, type Form, type Union } from './form-tags.ts';
import type { BodyForm, Evidence, Step, Subject } from './evidence.ts';

/** Evidence in which forms are apart, and the parts that have them. */
export interface Formed {
  readonly evidence: Evidence[];
  readonly unions: readonly BodyUnion[];
}

/**
 * Evidence in which the forms of one body are apart. Tables, lists and tabs that describe one part of a body are forms of it where
 * each holds another constant of one property, or stands below the name of another of its values: then the part is a union by
 * that property (OAS 3.1, section 4.8.25), and each form a branch of it. What stands below any other condition, or in one of
 * several forms, is required by none of them as a whole. Where the values are those of a property beside the part (`config` by
 * `kind`), what holds both is the union. All other evidence is returned as it is. Gives no diagnostics.
 */
export function withForms(evidence: readonly Evidence[]): Formed {
  const stated = ownedByForms(evidence);
  const bodies = groupBy([...stated.keys()], (one) => bodyKey(one.subject as BodySubject, stated.get(one)?.path ?? []));
  const changed = new Map<Evidence, Evidence | undefined>();
  const added: Evidence[] = [];
  const unions: BodyUnion[] = [];
  const isInner = [...stated.values()].some(({ path }) => path.length > 0);
  const whole = isInner ? groupBy(evidence, ({ subject }) => (isBody(subject) ? bodyKey(subject, []) : '')) : undefined;
  for (const list of bodies.values()) {
    const forms = [...groupBy(list, (one) => stated.get(one) as BodyForm)].map(([form, own]) => formOf(form, own));
    if (forms.length > mostForms) continue;
    const union = forms.length < 2 ? undefined : unionOf(forms);
    const around = union ? undefined : unionAround(forms, whole);
    if (around) {
      for (const [one, moved] of around.moved) changed.set(one, moved);
      added.push(...around.added);
      unions.push(around.union);
    } else if (union) {
      for (const one of forms) moveInto(union, one, changed);
      const found = bodyUnion(union, forms);
      added.push(...found.facts);
      unions.push(...found.unions);
    } else loosen(forms, changed);
  }
  if (changed.size === 0) return { evidence: [...evidence], unions };
  const kept = evidence.flatMap((one) => (changed.has(one) ? (changed.get(one) ?? []) : one));
  return { evidence: [...kept, ...added], unions };
}

/** The part that a union is of, and that it is one, said once at the first form of it. */
function bodyUnion(
  { tag, chosen, values, isComplete }: Union,
  forms: readonly Form[],
): { readonly unions: BodyUnion[]; readonly facts: Evidence[] } {
  const first = forms.find((one) => chosen.has(one.form));
  const [shown] = first?.evidence ?? [];
  if (!first || !shown || !isBody(shown.subject)) return { unions: [], facts: [] };
  const subject: BodySubject = { ...shown.subject, path: first.form.path };
  const rest = forms.filter((one) => !chosen.has(one.form));
  const common = new Set(rest.flatMap((one) => [...one.names]));
  const base = { subject, location: shown.location, method: shown.method, confidence: shown.confidence };
  const facts: Evidence[] = [{ ...base, fact: { kind: 'union', tag, values, complete: isComplete } }];
  if (!isComplete)
    facts.push({ ...base, fact: { kind: 'uncertain', text: `there may be forms for other values of \`${tag}\`` } });
  return { unions: [{ subject, tag, values: new Set(values), common }], facts };
}

/** The evidence of each form: what its reader reported, and what texts in the same place state of the same field. */
function ownedByForms(evidence: readonly Evidence[]): Map<Evidence, BodyForm> {
  const atLine = new Map<string, BodyForm>();
  for (const one of evidence) if (one.form && isBody(one.subject)) atLine.set(placeKey(one, one.subject), one.form);
  const owned = new Map<Evidence, BodyForm>();
  if (atLine.size === 0) return owned;
  for (const one of evidence) {
    if (!isBody(one.subject) || one.method === 'sample') continue;
    const { path } = one.subject;
    const form = one.form ?? atLine.get(placeKey(one, one.subject));
    if (form && isBelow(path, form.path)) owned.set(one, form);
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

function placeKey({ location }: Evidence, subject: BodySubject): string {
  return `${location.document}:${location.line} ${bodyKey(subject, [])}`;
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

/**
 * Takes back that fields of forms are required of which a caller sends one, or that are only for some cases, but for those that all
 * such forms require; where it is known what it depends on, that is kept as a rule.
 */
function loosen(forms: readonly Form[], changed: Map<Evidence, Evidence | undefined>): void {
  const values: NamedValues = new Map();
  const names = new Set(forms.flatMap((one) => [...one.names]));
  for (const one of forms) for (const [name, facts] of one.facts) noteValues(values, name, facts);
  for (const one of forms) {
    const isSent = one.evidence.some(({ subject }) => subject.kind === 'request');
    const found = isSent ? statedCase(one.form.labels, values, names) : undefined;
    const rule = found?.fields.some((name) => one.names.has(name)) ? undefined : found;
    const others = forms.filter((other) => other !== one && isBeside(one, other));
    const isOfCase = rule !== undefined || isConditional(one.form);
    // two tables of an object are parts of it, unless they say otherwise
    const isEntity = one.evidence.some(({ subject }) => subject.kind === 'entity');
    if (!isOfCase && (isEntity || others.length === 0)) continue;
    for (const stated of one.evidence) {
      const name = ownName(stated, one.form);
      if (stated.fact.kind !== 'required' || !stated.fact.value || name === undefined) continue;
      const isCommon = others.every((other) => other.names.has(name));
      if (isOfCase || !isCommon) changed.set(stated, rule ? { ...stated, fact: { kind: 'rule', rule } } : undefined);
    }
  }
}

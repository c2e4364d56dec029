import { unique } from '../base/order.ts';
import type { BodyForm, Evidence, Fact } from './evidence.ts';
import { conditionOf, namedValue } from './form-labels.ts';

/** What is described in more parts is no union, and none of more values. */
export const mostForms = 100;

/** A table, list or tab that describes fields of a body, with what is said of them. */
export interface Form {
  readonly form: BodyForm;
  readonly evidence: readonly Evidence[];
  /** The names of the fields. */
  readonly names: ReadonlySet<string>;
  /** What is said of each field itself, and not of its parts. */
  readonly facts: ReadonlyMap<string, readonly Fact[]>;
}

/** What one form of a body has and no other: the value of the property that tells forms apart. */
export type Chosen = ReadonlyMap<BodyForm, string>;

/** Forms told apart by a property. */
export interface Union {
  readonly tag: string;
  readonly chosen: Chosen;
  /** All values of the property that documents name. */
  readonly values: readonly string[];
  readonly isComplete: boolean;
}

/**
 * The property that tells forms of one part of a body apart, with the form of each of its values: forms hold a constant of it each,
 * stand below labels that name one of its values each, or give one example of it each, where its name says what an object is. Undefined
 * where there is none, or where it may be left out. Gives no diagnostics.
 */
export function unionOf(forms: readonly Form[]): Union | undefined {
  const names = new Set(forms.flatMap((one) => [...one.names]));
  const conditions = conditionsOf(forms, names);
  for (const find of [byConstants, byLabels, byExamples]) {
    for (const tag of names) {
      const found = isOptional(forms, tag) ? undefined : find(forms, tag, conditions);
      if (!found || !forms.some((one) => found.has(one.form) && one.names.size > Number(one.names.has(tag)))) continue;
      if (!areForms(forms.filter((one) => found.has(one.form) && !conditions.of.has(one.form)))) continue;
      const own = unique(found.values());
      const others = forms.flatMap((one) => listed(one, tag));
      const values = unique([...others.flatMap((list) => list.values), ...own]);
      if (values.length > mostForms) continue;
      const isClosed = others.length > 0 && others.every((list) => list.closed);
      return { tag, chosen: withNamed(found, forms, { tag, values: own }), values, isComplete: isClosed };
    }
  }
  return undefined;
}

/** Words for something that stands within a body. */
const objectWords = /\b(?:objects?|structures?|models?|schemas?|entit(?:y|ies))\b/i;

/**
 * Whether what has a value of a property each are forms of one body, and not objects within it that have the property too: they share
 * another field, stand in tabs, or are all there is of what is sent.
 */
function areForms(chosen: readonly Form[]): boolean {
  const [first, ...others] = chosen;
  if (!first || others.length === 0 || chosen.every(({ form }) => form.isTab)) return true;
  const shared = [...first.names].filter((name) => others.every((one) => one.names.has(name)));
  if (shared.length > 1) return true;
  const isSent = first.evidence.some(({ subject }) => subject.kind === 'request');
  return isSent && !chosen.some(({ form }) => form.labels.some((label) => objectWords.test(label)));
}

/**
 * The property that tells forms of a part of a body apart where it stands beside that part, with what is said `around` the part: labels
 * name one of its values each (``Options for `kind` = `wait` ``). Undefined where they do not, or where it may be left out. Gives no diagnostics.
 */
export function tagAround(forms: readonly Form[], around: Form): Union | undefined {
  const conditions = conditionsOf(forms, around.names);
  for (const tag of around.names) {
    const found = isOptional([around], tag) ? undefined : byLabels([around, ...forms], tag, conditions);
    if (!found || new Set(found.values()).size < found.size) continue;
    const others = listed(around, tag);
    const values = unique([...others.flatMap((list) => list.values), ...found.values()]);
    const isComplete = others.length > 0 && others.every((list) => list.closed);
    if (values.length <= mostForms) return { tag, chosen: found, values, isComplete };
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
  return forms.some(({ facts }) => facts.get(name)?.some((fact) => fact.kind === 'required' && !fact.value));
}

interface Listed {
  readonly values: readonly string[];
  readonly closed: boolean;
}

/** The lists of texts that a form names as the values of a field. */
function listed({ facts }: Form, name: string): Listed[] {
  return (facts.get(name) ?? []).flatMap((fact): Listed[] => {
    if (fact.kind !== 'enum') return [];
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
export const tagName: RegExp =
  /(?:^|[_.-])(?:type|kind|mode|method|category|variant|object|provider|channel)$|[a-z](?:Type|Kind|Mode|Method|Category|Variant|Provider)$/;

/** The forms below labels of their own whose examples of a property that says what they are differ. */
function byExamples(forms: readonly Form[], tag: string): Chosen | undefined {
  if (!tagName.test(tag)) return undefined;
  const found = forms.flatMap((one) => {
    const facts = one.facts.get(tag) ?? [];
    const values = unique(facts.flatMap((fact) => (fact.kind === 'example' ? [fact.value] : [])));
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
function byLabels(forms: readonly Form[], tag: string, conditions: Conditions): Chosen | undefined {
  const values = unique(forms.flatMap((one) => listed(one, tag)).flatMap((list) => list.values));
  if (values.length === 0 && !conditions.fields.has(tag)) return undefined;
  // a heading may be called like the value of any field
  const mayBeNamed = tagName.test(tag) || forms.some(({ facts }) => facts.get(tag)?.some(isRequirement));
  const said = forms.flatMap((one) => {
    if (one.names.has(tag)) return [];
    const condition = conditions.of.get(one.form);
    if (condition?.field === tag && (values.length === 0 || values.includes(condition.value)))
      return [{ form: one.form, value: condition.value, isSaid: values.length > 1 }];
    const value = condition || !mayBeNamed ? undefined : namedValue(one.form.labels, values);
    return value === undefined ? [] : [{ form: one.form, value, isSaid: false }];
  });
  // one alone has to be told in so many words
  return several(
    said.map(({ form, value }) => [form, value] as const),
    said.some((one) => one.isSaid) ? 1 : 2,
  );
}

function isRequirement(fact: Fact): boolean {
  return fact.kind === 'required' && fact.value;
}

/** What labels say of the values of fields in so many words. */
interface Conditions {
  readonly of: ReadonlyMap<BodyForm, { readonly field: string; readonly value: string }>;
  readonly fields: ReadonlySet<string>;
}

function conditionsOf(forms: readonly Form[], names: ReadonlySet<string>): Conditions {
  const found = forms.flatMap(({ form }) => {
    const condition = conditionOf(form.labels, names);
    return condition ? [[form, condition] as const] : [];
  });
  return { of: new Map(found), fields: new Set(found.map(([, { field }]) => field)) };
}

function several(found: readonly (readonly [BodyForm, string])[], least: number): Chosen | undefined {
  return new Set(found.map(([, value]) => value)).size >= least ? new Map(found) : undefined;
}

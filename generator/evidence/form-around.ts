import type { Evidence, Step } from './evidence.ts';
import { bodyKey, formOf, isBody, type BodySubject, type BodyUnion } from './form-bodies.ts';
import { isBelow, isWithin } from './steps-within.ts';
import { tagAround, type Form } from './form-tags.ts';

/** A union that holds a part of a body which has several forms. */
interface Around {
  readonly union: BodyUnion;
  /** What is said of the forms, in the branches that they belong to. */
  readonly moved: ReadonlyMap<Evidence, Evidence>;
  readonly added: readonly Evidence[];
}

/**
 * The union that a part of a body is, or the object around it, where labels say by which property they differ that is described
 * elsewhere: in the part itself, or beside it (``Options for `kind` = `wait` ``). Then each branch has its form of the part, with all
 * that is said of the part itself. `bodies` is the evidence of each body. Undefined for any other forms. Gives no diagnostics.
 */
export function unionAround(
  forms: readonly Form[],
  bodies: ReadonlyMap<string, readonly Evidence[]> | undefined,
): Around | undefined {
  const [first] = forms;
  const path = first?.form.path ?? [];
  const at = path.findLastIndex((step) => step.kind === 'property');
  const [shown] = first?.evidence ?? [];
  if (at < 0 || !shown || !isBody(shown.subject)) return undefined;
  const all = bodies?.get(bodyKey(shown.subject, [])) ?? [];
  return unionAt(forms, all, path) ?? unionAt(forms, all, path.slice(0, at), path[at]);
}

/** The union at some steps by a property there, of which `part` differs, or all of it where there is none. */
function unionAt(
  forms: readonly Form[],
  all: readonly Evidence[],
  outer: readonly Step[],
  part?: Step,
): Around | undefined {
  const [first] = forms;
  const [shown] = first?.evidence ?? [];
  if (!first || !shown || !isBody(shown.subject)) return undefined;
  const inForms = new Set(forms.flatMap(({ evidence }) => evidence));
  const isOfPart = (path: readonly Step[]): boolean => part !== undefined && isWithin(path, [...outer, part]);
  const told = all.filter(
    (one) => one.method !== 'sample' && isBody(one.subject) && isBelow(one.subject.path, outer) && !inForms.has(one),
  );
  const [common, beside] = [true, false].map((side) =>
    told.filter(({ subject }) => isBody(subject) && isOfPart(subject.path) === side),
  );
  const around = formOf({ ...first.form, path: outer, labels: [] }, beside ?? []);
  const found = tagAround(forms, around);
  if (!found) return undefined;
  const { tag, chosen, values, isComplete } = found;
  const branchOf = (value: string): Step => ({ kind: 'branch', tag, value });
  const moved = new Map<Evidence, Evidence>();
  for (const { form, evidence } of forms) {
    const value = chosen.get(form);
    if (value !== undefined) for (const one of evidence) moved.set(one, within(one, outer, branchOf(value)));
  }
  const also = [...(common ?? []), ...forms.flatMap((one) => (chosen.has(one.form) ? [] : one.evidence))];
  const copied = part
    ? [...chosen.values()].flatMap((value) => also.map((one) => within(one, outer, branchOf(value))))
    : [];
  const subject: BodySubject = { ...shown.subject, path: outer };
  const base = { subject, location: shown.location, method: shown.method, confidence: shown.confidence };
  const text = `there may be forms for other values of \`${tag}\``;
  const added: Evidence[] = [
    { ...base, fact: { kind: 'union', tag, values, complete: isComplete } },
    ...(isComplete ? [] : [{ ...base, fact: { kind: 'uncertain', text } } as const]),
    ...copied,
  ];
  return { union: { subject, tag, values: new Set(values), common: around.names }, moved, added };
}

/** Evidence with a step more behind those of an object. */
function within(one: Evidence, outer: readonly Step[], branch: Step): Evidence {
  if (!isBody(one.subject)) return one;
  const path = [...outer, branch, ...one.subject.path.slice(outer.length)];
  return { ...one, subject: { ...one.subject, path } };
}

import { isObject } from '../../base/json.ts';
import { methodAndPath, operationOf, pathShape } from '../../base/named-operations.ts';
import { groupBy } from '../../base/order.ts';
import type { Evidence, OperationName, Step } from '../../evidence/evidence.ts';
import { linkedDocument } from './links.ts';

/**
 * What operations take over from others that documents say they are like: parameters other than those in the path, the body,
 * and what succeeds, as far as nothing is said of these here. Medium confidence, at the places where the others are
 * described. Links that lead to no operation are left.
 */
export function likenesses(evidence: readonly Evidence[]): Evidence[] {
  const stated = evidence.filter((one) => one.fact.kind === 'like');
  if (stated.length === 0) return [];
  const about = evidence.filter((one) => operationOf(one) !== undefined);
  const byOperation = groupBy(about, (one) => methodAndPath(operationOf(one)));
  const anchors = operationAnchors(about);
  const documents = [...new Set(about.map((one) => one.location.document))];
  const shapes = new Map(about.flatMap((one) => operationOf(one) ?? []).map((one) => [shapeOf(one), one]));
  return stated.flatMap((one): Evidence[] => {
    const operation = operationOf(one);
    if (one.fact.kind !== 'like' || !operation) return [];
    const { link, other, except = [], optional } = one.fact;
    const document = link === undefined ? undefined : linkedDocument(link, one.fact.document, documents);
    const linked = document === undefined ? undefined : anchors.get(`${document}#${link?.split('#')[1] ?? ''}`);
    const written = other && shapes.get(shapeOf(other));
    const target = other ? written : link === undefined ? ({ method: 'get', path: operation.path } as const) : linked;
    if (!target || methodAndPath(target) === methodAndPath(operation)) return [];
    const here = byOperation.get(methodAndPath(operation)) ?? [];
    const all = (byOperation.get(methodAndPath(target)) ?? []).filter((fact) => !isExcepted(fact, except));
    const there = optional ? all.filter(({ fact }) => fact.kind !== 'required') : all;
    const own = new Set(here.map(partKey));
    const request = one.fact.parts === 'answer' ? [] : there.flatMap((fact) => taken(fact, operation, own));
    const answer = one.fact.parts === 'request' ? [] : takenAnswer(there, here, operation, one.fact);
    return [...request, ...answer];
  });
}

/** An operation by its method and the positions of its parameters. */
function shapeOf({ method, path }: OperationName): string {
  return `${method} ${pathShape(path)}`;
}

/** Whether a fact is about what is left out, or shows it: a parameter, a property at whatever depth. */
function isExcepted({ subject, fact }: Evidence, names: readonly string[]): boolean {
  if (names.length === 0) return false;
  if (subject.kind === 'parameter') return names.includes(subject.name);
  if (subject.kind !== 'request' && subject.kind !== 'response') return false;
  const value = fact.kind === 'sample' ? fact.data.value : undefined;
  return (
    subject.path.some((step) => step.kind === 'property' && names.includes(step.name)) ||
    (isObject(value) && names.some((name) => Object.hasOwn(value, name)))
  );
}

/** Whether a fact says what succeeds holds. */
function isAnswer({ subject, fact }: Evidence): boolean {
  if (subject.kind !== 'response' || !/^2|^$/.test(subject.status ?? '')) return false;
  return subject.path.length > 0 || !(fact.kind === 'exists' || fact.kind === 'description');
}

/** Whether the whole of an answer is a list. Gives no diagnostics. */
export function isListAnswer({ subject, fact }: Evidence): boolean {
  if (subject.kind !== 'response') return false;
  const [first] = subject.path;
  if (first) return first.kind === 'items';
  if (fact.kind === 'sample') return Array.isArray(fact.data.value);
  return fact.kind === 'refers' ? fact.reference.form !== 'one' : fact.kind === 'type' && /array|\[\]/.test(fact.words);
}

/** What another operation answers with, for one of which only the status is known; a `single` one takes no list, a `list` has it in its items. */
function takenAnswer(
  there: readonly Evidence[],
  here: readonly Evidence[],
  operation: OperationName,
  { single, list }: { readonly single?: true; readonly list?: true },
): Evidence[] {
  const answer = there.filter(isAnswer);
  const isList = answer.some(isListAnswer);
  if (here.some(isAnswer) || (single && isList)) return [];
  const outer: readonly Step[] = list && !isList ? [{ kind: 'items' }] : [];
  const success = here.flatMap(({ subject }) =>
    subject.kind === 'response' && subject.status?.startsWith('2') ? [subject.status] : [],
  );
  const [status] = success;
  if (status === '204') return [];
  return answer.flatMap((one): Evidence[] => {
    if (one.subject.kind !== 'response') return [];
    const path = [...outer, ...one.subject.path];
    const subject = { kind: 'response', operation, path, ...(status !== undefined && { status }) } as const;
    return [{ ...one, subject, confidence: one.confidence === 'high' ? 'medium' : one.confidence }];
  });
}

/** The operations by the places that links lead to. */
function operationAnchors(about: readonly Evidence[]): Map<string, OperationName> {
  const anchors = new Map<string, OperationName>();
  for (const one of about) {
    const operation = operationOf(one);
    if (one.fact.kind !== 'alias' || !operation) continue;
    // texts call an operation without the number of its heading: `#2-open-a-box`
    for (const anchor of [one.fact.anchor, one.fact.anchor.replace(/^(?:\d{1,3}-+){1,4}/, '')]) {
      const key = `${one.location.document}#${anchor}`;
      if (!anchors.has(key)) anchors.set(key, operation);
    }
  }
  // a link to a document means its only operation
  for (const [document, inside] of groupBy(about, ({ location }) => location.document)) {
    const [first] = inside.map((one) => operationOf(one));
    const isOnly = first && new Set(inside.map((one) => methodAndPath(operationOf(one) ?? first))).size === 1;
    if (isOnly && !anchors.has(`${document}#`)) anchors.set(`${document}#`, first);
  }
  return anchors;
}

/** The part that a fact is about: a parameter, or a property of the body with what it holds. */
export function partKey({ subject }: Evidence): string {
  if (subject.kind === 'parameter') return `${subject.location} ${subject.name}`;
  if (subject.kind !== 'request') return '';
  const first = subject.path.find((step) => step.kind === 'property');
  return `body ${first?.kind === 'property' ? first.name : ''}`;
}

function taken(one: Evidence, operation: OperationName, own: ReadonlySet<string>): Evidence[] {
  const { subject } = one;
  if (subject.kind === 'parameter' ? subject.location === 'path' : subject.kind !== 'request') return [];
  const isBody = subject.kind === 'request' && subject.path.length === 0;
  if ((own.has(partKey(one)) && !isBody) || (isBody && one.fact.kind === 'sample')) return [];
  const moved = subject.kind === 'parameter' || subject.kind === 'request' ? { ...subject, operation } : subject;
  return [{ ...one, subject: moved, confidence: one.confidence === 'high' ? 'medium' : one.confidence }];
}

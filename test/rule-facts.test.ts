import { describe, expect, test } from 'vitest';
import type { Evidence, FieldRule, Step, Subject } from '../generator/evidence/evidence.ts';
import { ruleFacts } from '../generator/evidence/rule-facts.ts';
import { upsertFacts } from '../generator/evidence/upserts.ts';

const operation = { method: 'put', path: '/a' } as const;
const location = { document: 'a.md', line: 1 };
const shared = { location, method: 'cell', confidence: 'high' } as const;

function property(...names: string[]): Subject {
  return { kind: 'request', operation, path: names.map((name): Step => ({ kind: 'property', name })) };
}

/** A rule in one line: `field: kind(fields) values`. */
function ruleText({ kind, field, fields, values }: FieldRule): string {
  const of = field === undefined ? '' : `${field}: `;
  return `${of}${kind}(${fields.join(', ')})${values === undefined ? '' : ` ${JSON.stringify(values)}`}`;
}

const others = [
  property('kind'),
  property('is_open'),
  property('b', 'inner'),
  property('name'),
  { kind: 'parameter', operation, location: 'query', name: 'page' } as const,
];

function rules(text: string, subject: Subject = property('b')): string[] {
  const known = others.map((one): Evidence => ({ ...shared, subject: one, fact: { kind: 'exists' } }));
  const description: Evidence = { ...shared, subject, fact: { kind: 'description', text } };
  return ruleFacts([...known, description]).flatMap(({ fact }) => (fact.kind === 'rule' ? ruleText(fact.rule) : []));
}

describe('rules between fields', () => {
  test.each<[text: string, rules: string[]]>([
    ['Must be true when is_open is true.', ['value(is_open) [true]']],
    ['The size. Must be `"x"` unless `kind` is given.', ['value(kind) ["\\"x\\""]']],
    ['Required if `kind` is `shelf`.', ['required(kind)']],
    ['Has to be true where is_open is true.', ['value(is_open) [true]']],
    ['Required if the **kind** is set', ['required(kind)']],
    ['If kind is set, this is required.', ['required(kind)']],
    ['Only valid together with `name`.', ['allowed(name)']],
    ['Only valid with [`name`](/names#name).', ['allowed(name)']],
    ['Can only be used if `page` is there.', ['allowed(page)']],
    ['Ignored when `inner` is there.', ['ignored(inner)']],
    ['Cannot be set if `name` is set.', ['forbidden(name)']],
    ['Cannot be used together with `name`.', ['exclusive(name)']],
    ['Mutually exclusive with `name` and\n`kind`.', ['exclusive(name, kind)']],
    ['Either `b` or `name` must be given.', ['atLeastOne(b, name)']],
    ['Give `b` or `name`, but not both.', ['exactlyOne(b, name)']],
    ['Must be used together with `name`.', ['needs(name)']],
    ['If given, `name` and `kind` must also be given.', ['needs(name, kind)']],
    ['`name` must not be set if this is.', ['name: forbidden(name, b)']],
    ['- Required if `kind` is `a`\n- ignored if `name` is set', ['required(kind)', 'ignored(name)']],
    // what depends on no other field
    ['Required if the account is old.', []],
    ['Required if a new name is wanted.', []],
    ['Not required if `kind` is `a`.', []],
    ['Must be one of `kind` or `name`.', []],
    ['Ignored unless `b` is true.', []],
    [`Required if ${'very '.repeat(200)} \`kind\``, []],
  ])('%j', (text, wanted) => {
    expect(rules(text)).toEqual(wanted);
  });

  test.each<[text: string, rules: string[]]>([
    ['At least one of `name`, `kind` or `page` is needed.', ['atLeastOne(name, kind, page)']],
    ['`kind` is required if `name` is given.', ['kind: required(kind, name)']],
    ['Required if `kind` is given.', []],
  ])('of an operation: %j', (text, wanted) => {
    expect(rules(text, { kind: 'operation', operation })).toEqual(wanted);
  });
});

function statuses(text: string, ...shown: string[]): string[] {
  const subjects = shown.map((status): Subject => ({ kind: 'response', operation, status, path: [] }));
  const evidence = subjects.map((subject): Evidence => ({ ...shared, subject, fact: { kind: 'exists' } }));
  const summary: Evidence = { ...shared, subject: { kind: 'operation', operation }, fact: { kind: 'summary', text } };
  return upsertFacts([...evidence, summary]).flatMap(({ fact }) => (fact.kind === 'otherStatus' ? fact.status : []));
}

describe('what updates or creates', () => {
  test('is answered by either status', () => {
    expect(statuses('Upserts a shelf', '200')).toEqual(['201']);
    expect(statuses('Create or update a shelf', '201', '404')).toEqual(['200']);
    expect(statuses('Updating a shelf or creating one', '200')).toEqual(['201']);
    expect(statuses('Update or create a shelf', '200', '201')).toEqual([]);
    expect(statuses('Update or create a shelf', '204')).toEqual([]);
    expect(statuses('Creates a shelf or a book', '200')).toEqual([]);
  });
});

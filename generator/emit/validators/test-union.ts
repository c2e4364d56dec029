import { unique } from '../../base/order.ts';
import type { Schema, Tag, UnionSchema } from '../../model/model.ts';
import { code, joinCode, literal, type Code } from '../code.ts';
import { escapeToken } from '../../base/pointer.ts';
import { noObject, objectLocal } from './test-object.ts';
import { areDisjoint } from './json-types.ts';
import { cut, isLong, returnJoined } from './cut.ts';
import { plainly, plainTest, quietCall, sided, testCall, tester, testExpression, valueLocal } from './test.ts';
import { always, any, never, wrapped } from './conditions.ts';
import { holdsOpen } from './openness.ts';
import { into, ownMember, type Place, type Test } from './place.ts';

/** Unions: by the tag if there is one, else branch after branch. */
export function testUnion(schema: UnionSchema, place: Place): Test {
  if (schema.tag) return { body: tagSwitch(schema, schema.tag, place) };
  const isExact = schema.mode === 'oneOf' && !areDisjoint(schema.branches, place.writer.schemas);
  if (isExact) return place.writer.notes ? explained(schema, place) : { body: exactlyOne(schema, place) };
  if (schema.branches.some((branch) => branch.kind === 'unknown' && !branch.unevaluated)) return plainly(() => always);
  const [first, second, ...more] = schema.branches;
  if (first && second?.kind === 'null' && more.length === 0) return orNull(first, place);
  return place.writer.notes ? explained(schema, place) : anyBranch(schema, place);
}

/** The place of a branch. */
export function branchPlace(place: Place, index: number): Place {
  return into(place, `branch ${index + 1}`);
}

/** Null, or the one branch there is: no choice that would have to be explained. */
function orNull(branch: Schema, place: Place): Test {
  if (branch.kind === 'literal' && branch.values.every((value) => typeof value !== 'object')) {
    return place.writer.tables.testOf({ ...branch, values: [...branch.values, null] }, place);
  }
  const here = branchPlace(place, 0);
  const test = place.writer.tables.testOf(branch, here);
  if ('sides' in test && test.sides?.orNull) {
    const { atOnce, orNull } = test.sides;
    const orAtOnce = (value: Code): Code => any([isNull(value), ...(atOnce ? [wrapped(atOnce(value))] : [])]);
    return sided({ atOnce: orAtOnce, ...orNull });
  }
  const expression = (value: Code): Code => {
    const test = testExpression(branch, here, value);
    if (test === always) return always;
    const refusal = place.writer.notes ? code`${place.writer.runtime('issues', 'orNull')}()` : never;
    return any([isNull(value), wrapped(test), refusal]);
  };
  return 'plain' in test ? plainly(expression) : { expression };
}

function isNull(value: Code): Code {
  return code`${value} === null`;
}

function testers(schema: UnionSchema, place: Place): Code[] {
  return schema.branches.map((branch, index) => tester(branch, branchPlace(place, index)));
}

/** The branches as functions, to ask them again why. */
function explanation(schema: UnionSchema, place: Place, value: Code): Code {
  const areTypes = schema.branches.every((branch) => branch.pointer === schema.pointer);
  const keyword = areTypes ? 'type' : schema.mode;
  const closest = place.writer.runtime('union-issues', 'closest');
  return code`${closest}(${value}, ${literal(keyword)}, [${joinCode(testers(schema, place), ', ')}])`;
}

/** A union without a tag is asked without notes, and only where it refuses, which branch is the closest. */
function explained(schema: UnionSchema, place: Place): Test {
  const answer = wrapped(quietCall(schema, place, code`value`));
  return {
    body: code`return (
  ${answer} ||
  ${explanation(schema, place, code`value`)}
);`,
  };
}

function anyBranch(schema: UnionSchema, place: Place): Test {
  const plain = (value: Code): Code[] =>
    schema.branches.flatMap((branch, index) => plainTest(branch, branchPlace(place, index), value) ?? []);
  if (!isLong(schema.branches) && plain(code`value`).length === schema.branches.length) {
    return plainly((value) => any(plain(value).map(wrapped)));
  }
  const value = code`value`;
  const tests = schema.branches.map((branch, index) => testCall(branch, branchPlace(place, index), value));
  return { body: returnJoined(cut(unique(tests), '||', { schema, place, local: valueLocal, counts: false }), '||') };
}

function exactlyOne(schema: UnionSchema, place: Place): Code {
  const { writer } = place;
  // a value that the documents do not list may make more than one branch fit
  const isFitting = schema.branches.some((branch) => holdsOpen(branch, writer.schemas))
    ? code`fitting === 1 || (fitting > 1 && ${writer.runtime('issues', 'lenient')}())`
    : code`fitting === 1`;
  return code`let fitting = 0;
${countLines(schema, place)}
return ${isFitting};`;
}

function countLines(schema: UnionSchema, place: Place): Code {
  if (isLong(schema.branches)) {
    return code`for (const test of [${joinCode(testers(schema, place), ', ')}]) {
  if (test(value)) fitting += 1;
}`;
  }
  const lines = schema.branches.map((branch, index) => {
    const test = testCall(branch, branchPlace(place, index), code`value`);
    return code`if (${test}) fitting += 1;`;
  });
  return joinCode(lines, '\n');
}

/** The cases of a tag by branch, in the order of the branches. */
export function casesByBranch(schema: UnionSchema, tag: Tag): { branch: Schema; index: number; labels: Code[] }[] {
  return schema.branches.flatMap((branch, index) => {
    const labels = tag.cases.filter((one) => one.branch === index).map((one) => code`case ${literal(one.value)}:`);
    return labels.length === 0 ? [] : [{ branch, index, labels }];
  });
}

/** The branches that the documents only hint at, already widened: they take what no tag claims. */
export function openBranches(schema: UnionSchema): { branch: Schema; index: number }[] {
  return schema.branches
    .map((branch, index) => ({ branch, index }))
    .filter(({ branch }) => branch.hedged && branch.kind !== 'null');
}

/** The branches that a value without the tag may be of. */
function lackingBranches(schema: UnionSchema, tag: Tag): { branch: Schema; index: number }[] {
  return (tag.mayLack ?? []).flatMap((index) => {
    const branch = schema.branches[index];
    return branch ? [{ branch, index }] : [];
  });
}

function tagSwitch(schema: UnionSchema, tag: Tag, place: Place): Code {
  const { writer } = place;
  const isNullable = schema.branches.some((branch) => branch.kind === 'null');
  const cases = casesByBranch(schema, tag).map(
    ({ branch, index, labels }) => code`${labels}
  return ${testCall(branch, branchPlace(place, index), code`value`)};`,
  );
  const lacking = lackingBranches(schema, tag);
  if (lacking.length > 0) {
    cases.push(code`case undefined:
  return ${oneOfThese(schema, lacking, place)};`);
  }
  const open = openBranches(schema);
  const others = open.length > 0 ? oneOfThese(schema, open, place) : unknownTag(tag, place);
  const refusal = noObject(writer);
  const orNothing = writer.notes ? code`${writer.runtime('issues', 'orNull')}()` : never;
  return joinCode(
    [
      ...(isNullable ? [code`if (value === null) return true;`] : []),
      code`${objectLocal(isNullable ? any([refusal, orNothing]) : refusal, writer)}
switch (${ownMember(place, tag.property)}) {
  ${joinCode(cases, '\n')}
  default:
    return ${others};
}`,
    ],
    '\n',
  );
}

/** The refusal of a tag that no branch claims. The list of those is hoisted: its words are found once (see words.ts). */
function unknownTag(tag: Tag, place: Place): Code {
  const { writer } = place;
  if (!writer.notes && !tag.open) return never;
  const tags = literal(tag.cases.map(({ value }) => value));
  // an empty list alone would have no type
  const known = tag.cases.length === 0 ? tags : writer.constant('tagsOf', place, tags);
  if (!writer.notes) return code`${writer.runtime('leaves', 'newer')}(${ownMember(place, tag.property)}, ${known})`;
  const refusal = writer.runtime('leaves', tag.open ? 'unlistedTag' : 'unknownTag');
  return code`${refusal}(${ownMember(place, tag.property)}, ${literal(escapeToken(tag.property))}, ${known})`;
}

/** The test for a value that may be of each of some branches. */
function oneOfThese(schema: UnionSchema, some: readonly { branch: Schema; index: number }[], place: Place): Code {
  const [only, ...more] = some;
  if (only && more.length === 0) return testCall(only.branch, branchPlace(place, only.index), code`value`);
  const branches = some.map(({ branch }) => branch);
  return testCall({ ...bareUnion(schema), branches }, into(place, 'other'), code`value`);
}

function bareUnion(schema: UnionSchema): UnionSchema {
  const { tag: _tag, apart: _apart, ...rest } = schema;
  return { ...rest, mode: 'anyOf' };
}

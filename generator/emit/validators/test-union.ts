import type { Schema, Tag, UnionSchema } from '../../model/model.ts';
import { code, joinCode, literal, type Code } from '../code.ts';
import { areDisjoint } from './json-types.ts';
import { testCall, testExpression } from './test.ts';
import { any } from './conditions.ts';
import { into, ownMember, type Place, type Test } from './place.ts';

/** Unions: by the tag if there is one, else branch after branch. */
export function testUnion(schema: UnionSchema, place: Place): Test {
  if (schema.tag) return { body: tagSwitch(schema, schema.tag, place) };
  if (schema.mode === 'oneOf' && !areDisjoint(schema.branches, place.writer.schemas)) {
    return { body: exactlyOne(schema, place) };
  }
  return {
    expression: (value) =>
      any(
        schema.branches.map((branch, index) => {
          const test = testExpression(branch, branchPlace(place, index), value);
          return test.includes(' && ') ? code`(${test})` : test;
        }),
      ),
  };
}

/** The place of a branch. */
export function branchPlace(place: Place, index: number): Place {
  return into(place, `branch ${index + 1}`);
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
export function lackingBranches(schema: UnionSchema, tag: Tag): { branch: Schema; index: number }[] {
  return (tag.mayLack ?? []).flatMap((index) => {
    const branch = schema.branches[index];
    return branch ? [{ branch, index }] : [];
  });
}

function tagSwitch(schema: UnionSchema, tag: Tag, place: Place): Code {
  const value = code`value`;
  const cases = casesByBranch(schema, tag).map(
    ({ branch, index, labels }) => code`${labels}
  return ${testCall(branch, branchPlace(place, index), value)};`,
  );
  const without = lackingBranches(schema, tag);
  const lacking =
    without.length === 0
      ? []
      : [
          code`case undefined:
  return ${any(without.map(({ branch, index }) => testCall(branch, branchPlace(place, index), value)))};`,
        ];
  const others = any(
    openBranches(schema).map(({ branch, index }) => testCall(branch, branchPlace(place, index), value)),
  );
  const nullable = schema.branches.some((branch) => branch.kind === 'null');
  return joinCode(
    [
      ...(nullable ? [code`if (value === null) return true;`] : []),
      code`const object = ${place.writer.runtime('checks', 'asObject')}(value);
if (object === undefined) return false;
switch (${ownMember(place, tag.property)}) {
  ${joinCode([...cases, ...lacking], '\n')}
  default:
    return ${others};
}`,
    ],
    '\n',
  );
}

function exactlyOne(schema: UnionSchema, place: Place): Code {
  const lines = schema.branches.map((branch, index) => {
    const test = testCall(branch, branchPlace(place, index), code`value`);
    return code`if (${test}) matches += 1;`;
  });
  return code`let matches = 0;
${joinCode(lines, '\n')}
return matches === 1;`;
}

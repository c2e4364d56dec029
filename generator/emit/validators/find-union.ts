import { escapeToken } from '../../base/pointer.ts';
import type { Schema, Tag, UnionSchema } from '../../model/model.ts';
import { code, joinCode, literal, type Code } from '../code.ts';
import { finder, findingCall, pointerOf } from './finding.ts';
import { branchPlace, casesByBranch, lackingBranches, openBranches } from './test-union.ts';
import { ownMember, type Finding, type Place } from './place.ts';

/** Unions: the tag names the branch that answers; without a tag the closest branch does. */
export function findInUnion(schema: UnionSchema, place: Place): Finding {
  if (schema.tag) return { body: tagSwitch(schema, schema.tag, place) };
  if (schema.branches.some((branch) => branch.kind === 'unknown') && schema.mode === 'anyOf') return { nothing: true };
  const [first, second, ...more] = schema.branches;
  if (first && second?.kind === 'null' && more.length === 0) return nullable(first, place);
  const finders = schema.branches.map((branch, index) => finder(branch, branchPlaceOf(place, index)));
  const helper = place.writer.runtime('union-issues', 'unionIssues');
  const pointer = pointerOf(schema.pointer, place);
  return {
    call: (value, path) => code`${helper}(${value}, ${path}, out, ${pointer}, ${literal(schema.mode)}, [
  ${joinCode(finders, ',\n')},
])`,
  };
}

function branchPlaceOf(place: Place, index: number): Place {
  return { ...place, ...branchPlace(place, index) };
}

function nullable(schema: Schema, place: Place): Finding {
  const find = finder(schema, branchPlaceOf(place, 0));
  const helper = place.writer.runtime('union-issues', 'issuesUnlessNull');
  return { call: (value, path) => code`${helper}(${value}, ${path}, out, ${find})` };
}

function tagSwitch(schema: UnionSchema, tag: Tag, outer: Place): Code {
  const { base: _, ...place } = outer;
  const { writer } = place;
  const ending = (branch: Schema, index: number): Code => {
    const call = findingCall(branch, branchPlaceOf(place, index), code`value`, code`path`);
    return call === undefined ? code`return;` : code`return void ${call};`;
  };
  const cases = casesByBranch(schema, tag).map(
    ({ branch, index, labels }) => code`${labels}
  ${ending(branch, index)}`,
  );
  const lacking = lackingBranches(schema, tag);
  const [only, second] = lacking;
  if (only && !second) cases.push(code`case undefined:\n  ${ending(only.branch, only.index)}`);
  if (second) {
    const finders = lacking.map(({ branch, index }) => finder(branch, branchPlaceOf(place, index)));
    cases.push(code`case undefined:
  return void ${writer.runtime('union-issues', 'unionIssues')}(value, path, out, schema, 'anyOf', [
    ${joinCode(finders, ',\n')},
  ]);`);
  }
  const member = ownMember(place, tag.property);
  const path = code`path + ${literal(`/${escapeToken(tag.property)}`)}`;
  const allowed = literal(tag.cases.map((one) => one.value));
  const [open] = openBranches(schema);
  const other = open
    ? ending(open.branch, open.index)
    : code`return ${writer.runtime('union-issues', 'tagIssue')}(${member}, ${path}, out, schema, ${allowed});`;
  const isNullable = schema.branches.some((branch) => branch.kind === 'null');
  return code`const schema = ${literal(schema.pointer)};
${isNullable ? [code`if (value === null) return;`] : []}
const object = ${writer.runtime('issues', 'expectObject')}(value, path, out, schema);
if (object === undefined) return;
switch (${member}) {
  ${joinCode(cases, '\n')}
  default:
    ${other}
}`;
}

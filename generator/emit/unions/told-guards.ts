import type { Identifier } from '../../base/names.ts';
import type { BranchTest, Schema, TypeName } from '../../model/model.ts';
import { code, joinCode, literal, propertyName, type Code } from '../code.ts';
import type { DocTag } from '../docs.ts';
import { layout } from '../layout.ts';
import type { Module } from '../module.ts';
import { testsText } from '../told-text.ts';
import { toldType } from '../told-branch.ts';
import type { ToldUnion } from './names.ts';

/** Adds a type guard for each branch of a union without a tag that its keys or their values tell apart. */
export function addToldGuards(module: Module, { name, guards }: ToldUnion): void {
  const type = code`${module.use(layout.schemas, name, 'type')}`;
  for (const { guard, branch, tests } of guards) {
    module.add({
      kind: 'function',
      name: guard,
      docs: {
        text: `Whether a value is ${branchText(branch)}: ${testsText(tests)}.`,
        tags: remarks(tests),
      },
      parameters: [{ name: 'value' as Identifier, type }],
      returnType: code`value is ${branchType(module, type, branch, tests)}`,
      body: code`return ${bodyOf(tests.map((test) => testCode(module, test)))};`,
    });
  }
}

function bodyOf(tests: readonly Code[]): Code {
  return joinCode(
    tests.map((test) => (tests.length > 1 && test.includes(' || ') ? code`(${test})` : test)),
    ' && ',
  );
}

function branchText(branch: Schema): string {
  return branch.kind === 'reference' ? `the branch \`${branch.name}\`` : 'of this branch';
}

/** What the document does not say outright: only the keys it lists count. */
function remarks(tests: readonly BranchTest[]): DocTag[] {
  const presence = tests.some((test) => test.kind === 'present' || test.kind === 'absent');
  const text =
    'Told by which properties the documents list; a value with others of its own could be taken for another branch.';
  return presence ? [{ tag: 'remarks', text }] : [];
}

/** The branch; without the keys that only others have, so that TypeScript does not take those for it. */
function branchType(module: Module, type: Code, branch: Schema, tests: readonly BranchTest[]): Code {
  if (branch.kind !== 'reference') return toldType(type, tests);
  const named = code`${module.use(layout.schemas, branch.name, 'type')}`;
  const absent = tests.flatMap((test) =>
    test.kind === 'absent' ? [code`{ readonly ${propertyName(test.property)}?: never }`] : [],
  );
  return joinCode([named, ...absent], ' & ');
}

function testCode(module: Module, test: BranchTest): Code {
  const use = (name: string): Identifier => module.use(layout.runtime('branches'), name as Identifier, 'value');
  const value = code`value`;
  switch (test.kind) {
    case 'type':
      return isOneOf(code`${use('typeOf')}(${value})`, test.types);
    case 'value':
      return isOneOf(value, test.values.filter((one) => typeof one !== 'object' || one === null) as TypeName[]);
    case 'constant': {
      const found = code`${use('memberOf')}(${value}, ${literal(test.property)})`;
      const held = test.values.map((one) => code`${found} === ${literal(one)}`);
      return anyOf(test.optional ? [...held, code`${found} === undefined`] : held);
    }
    case 'propertyType':
      return isOneOf(code`${use('typeOf')}(${use('memberOf')}(${value}, ${literal(test.property)}))`, test.types);
    case 'present':
      return code`${use('hasMember')}(${value}, ${literal(test.property)})`;
    case 'absent':
      return code`!${use('hasMember')}(${value}, ${literal(test.property)})`;
  }
}

function isOneOf(value: Code, values: readonly TypeName[]): Code {
  return anyOf(values.map((one) => code`${value} === ${literal(one)}`));
}

function anyOf(tests: readonly Code[]): Code {
  return joinCode(tests, ' || ');
}

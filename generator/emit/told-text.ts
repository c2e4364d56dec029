import type { Identifier } from '../base/names.ts';
import type { BranchTest, NamedSchema, Schema, UnionSchema } from '../model/model.ts';
import { literal } from './code.ts';

/** What the values of a branch show, in a clause: "it has `a` and no `b`". */
export function testsText(tests: readonly BranchTest[]): string {
  return tests.map(testText).join(', and ');
}

function testText(test: BranchTest): string {
  switch (test.kind) {
    case 'type':
      return `its type is ${test.types.join(' or ')}`;
    case 'value':
      return `it is ${test.values.map((value) => `\`${literal(value)}\``).join(' or ')}`;
    case 'constant': {
      const values = test.values.map((value) => `\`${literal(value)}\``).join(' or ');
      return `its \`${test.property}\` is ${values}${test.optional ? ' or missing' : ''}`;
    }
    case 'propertyType':
      return `the type of its \`${test.property}\` is ${test.types.join(' or ')}`;
    case 'present':
      return `it has \`${test.property}\``;
    case 'absent':
      return `it has no \`${test.property}\``;
  }
}

/** How the branches of a union without a tag are told apart, or why they cannot be; undefined where nobody would ask. */
export function toldRemark(index: ReadonlyMap<Identifier, NamedSchema>, schema: Schema): string | undefined {
  if (schema.kind !== 'union' || !schema.apart) return undefined;
  const { tests, reason } = schema.apart;
  if (reason !== undefined) return `Its branches cannot all be told apart: ${reason}.`;
  if (!tests.some((found, position) => found && isStructure(index, schema, position))) return undefined;
  const lines = schema.branches.flatMap((branch, position) => {
    const found = tests[position];
    return found && found.length > 0 ? [`- ${branchWord(branch, position)}: ${testsText(found)}`] : [];
  });
  return `How its branches are told apart:\n${lines.join('\n')}`;
}

function branchWord(branch: Schema, position: number): string {
  return branch.kind === 'reference' ? `\`${branch.name}\`` : `branch ${position + 1} (${branch.kind})`;
}

/** Whether a branch is, or leads to, anything but a scalar. */
function isStructure(
  index: ReadonlyMap<Identifier, NamedSchema>,
  { branches }: UnionSchema,
  position: number,
): boolean {
  const branch = branches[position];
  const schema = branch?.kind === 'reference' ? index.get(branch.name)?.schema : branch;
  return schema !== undefined && ['object', 'array', 'intersection', 'union', 'reference'].includes(schema.kind);
}

import type { Identifier } from '../../base/names.ts';
import type { NamedSchema } from '../../model/model.ts';
import { code, joinCode, literal, member, type Code } from '../code.ts';
import { layout } from '../layout.ts';
import type { Module } from '../module.ts';
import { branchType } from '../branch-type.ts';
import type { NamedUnion, UnionNames } from './names.ts';

/** Adds the list of the union's tags, as a tuple of literals. */
export function addTags(module: Module, { name, union }: NamedUnion, names: UnionNames): void {
  const list = names.tags.get(name);
  if (!list) return;
  const values = union.tag.cases.map(({ value }) => literal(value));
  module.add({
    kind: 'const',
    name: list,
    docs: {
      text: `What \`${union.tag.property}\` can be in \`${name}\`, in the order of the documents.`,
      tags: [
        {
          tag: 'example',
          text: `\`\`\`ts\nfor (const option of ${list}) select.add(new Option(String(option)));\n\`\`\``,
        },
      ],
    },
    value: code`[${joinCode(values, ', ')}] as const`,
  });
}

/** Adds a type guard for each branch of the union. */
export function addGuards(
  module: Module,
  index: ReadonlyMap<Identifier, NamedSchema>,
  { name, union, nullable }: NamedUnion,
  names: UnionNames,
): void {
  const type = code`${module.use(layout.schemas, name, 'type')}`;
  const { property, cases } = union.tag;
  for (const [branch, guard] of names.guards.get(name) ?? []) {
    const values = cases.filter((one) => one.branch === branch).map((one) => one.value);
    const [first] = values;
    if (first === undefined) continue;
    const tag = member('value' as Identifier, property);
    const tests = values.map((value) => code`${tag} === ${literal(value)}`);
    module.add({
      kind: 'function',
      name: guard,
      docs: {
        text: `Whether \`${property}\` is ${values.map((value) => `\`${literal(value)}\``).join(' or ')}.`,
        tags: [
          {
            tag: 'example',
            text: `\`\`\`ts\nif (${guard}(value)) {\n  value; // ${branchText(name, property, values)}\n}\n\`\`\``,
          },
        ],
      },
      parameters: [{ name: 'value' as Identifier, type }],
      returnType: code`value is ${branchType(index, type, name, { tag: property, value: first })}`,
      body: returnOf(tests, nullable),
    });
  }
}

/** Adds the type guard for branches that the documents do not list, where answers may hold such. */
export function addUnknownGuard(module: Module, { name, union, nullable }: NamedUnion, names: UnionNames): void {
  const guard = names.unknown.get(name);
  const list = names.tags.get(name);
  if (!guard || !list) return;
  const { property, cases, mayLack } = union.tag;
  const branch = module.use(layout.runtime('open'), 'UnknownBranch' as Identifier, 'type');
  const isNumber = cases.some(({ value }) => typeof value === 'number');
  const further = isNumber
    ? code`, ${module.use(layout.runtime('open'), 'UnknownNumber' as Identifier, 'type')}`
    : code``;
  const type = code`${module.use(layout.schemas, name, 'type')}`;
  const tag = member('value' as Identifier, property);
  const tests = [
    ...(nullable ? [code`value !== null`] : []),
    ...(mayLack ? [code`${tag} !== undefined`] : []),
    code`!(${list} as readonly unknown[]).includes(${tag})`,
  ];
  module.add({
    kind: 'function',
    name: guard,
    docs: {
      text: `Whether \`${property}\` is a value that the documents do not list, as a newer API may send.`,
      tags: [],
    },
    parameters: [{ name: 'value' as Identifier, type }],
    // what stands beside a union holds for each of its branches, for this one too
    returnType: code`value is Extract<${type}, ${branch}<${literal(property)}${further}>>`,
    body: code`return ${joinCode(tests, ' && ')};`,
  });
}

function returnOf(tests: readonly Code[], nullable: boolean): Code {
  const any = joinCode(tests, ' || ');
  if (!nullable) return code`return ${any};`;
  return tests.length === 1 ? code`return value !== null && ${any};` : code`return value !== null && (${any});`;
}

function branchText(name: Identifier, property: string, values: readonly (string | number | boolean)[]): string {
  return `the branch of ${name} with ${property} ${values.map((value) => JSON.stringify(value)).join(' or ')}`;
}

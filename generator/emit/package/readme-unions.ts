import type { Api } from '../../model/model.ts';
import { code, literal, member, type Code } from '../code.ts';
import type { Identifier } from '../../base/names.ts';
import type { TemplateView } from '../template.ts';
import { namedUnions, unionNames, type NamedUnion, type UnionNames } from '../unions/names.ts';
import { codeBlock, inlineCode } from './markdown.ts';

/** Unions that the README shows; the others work alike. */
const shown = 3;

/** The tagged unions of an API as the README shows them: what tells them apart, and each way to do so. */
export function unionViews(api: Api, packageName: string): TemplateView[] {
  const unions = namedUnions(api);
  const names = unionNames(api, unions);
  return unions.slice(0, shown).map((one) => ({
    name: inlineCode(one.name),
    property: inlineCode(one.union.tag.property),
    values: one.union.tag.cases.map(({ value }) => inlineCode(String(value))).join(', '),
    inferred: one.union.tag.inferred,
    example: codeBlock(unionExample(one, names, packageName)),
  }));
}

function unionExample({ name, union, nullable }: NamedUnion, names: UnionNames, packageName: string): Code {
  const { property, cases } = union.tag;
  const match = names.match.get(property) ?? ('match' as Identifier);
  const guard = [...(names.guards.get(name)?.values() ?? [])][0];
  const value = code`value`;
  const switchCases = cases.map((one) => code`case ${literal(one.value)}:\n  return ${literal(String(one.value))};`);
  const matchCases = cases.map((one) => code`${literal(String(one.value))}: () => ${literal(String(one.value))},`);
  const type = nullable ? code`NonNullable<${name}>` : code`${name}`;
  const imported = [...(guard === undefined ? [] : [guard]), match].join(', ') as Code;
  const guarded =
    guard === undefined
      ? code``
      : code`\n\nfunction first(value: ${type}): boolean {\n  return ${guard}(value); // narrows to one branch\n}`;
  return code`import { ${imported}, type ${name} } from ${literal(packageName)};

function bySwitch(value: ${type}): string {
  switch (${member(value, property)}) {
    ${switchCases}
  }
}

function byMatch(value: ${type}): string {
  return ${match}(value, {
    ${matchCases}
  });
}${guarded}`;
}

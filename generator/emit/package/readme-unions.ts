import type { Api } from '../../model/model.ts';
import { code, joinCode, literal, member, objectKey, type Code } from '../code.ts';
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
  const tag = member('value' as Identifier, property);
  const switchCases = cases.map((one) => code`case ${literal(one.value)}:\n  return value; // narrowed to this branch`);
  const matchCases = cases.map((one) => code`${objectKey(String(one.value))}: (branch) => Object.keys(branch),`);
  const imported = joinCode([...(guard === undefined ? [] : [guard]), match, code`type ${name}`], ', ');
  const type = nullable ? code`NonNullable<${name}>` : name;
  const parts = [
    code`import { ${imported} } from ${literal(packageName)};`,
    code`function narrow(value: ${type}) {\n  switch (${tag}) {\n    ${switchCases}\n  }\n}`,
    code`// a missing case, or one too many, does not compile\nfunction choose(value: ${type}) {\n  return ${match}(value, {\n    ${matchCases}\n  });\n}`,
  ];
  if (guard !== undefined)
    parts.push(code`function ask(value: ${type}) {\n  return ${guard}(value) ? ${tag} : undefined;\n}`);
  return joinCode(parts, '\n\n');
}

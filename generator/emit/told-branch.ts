import type { BranchTest, TypeName } from '../model/model.ts';
import { code, joinCode, literal, propertyName, type Code } from './code.ts';

/** Types of JSON values in TypeScript; an object is what remains when the others are taken away. */
const typeWords: Readonly<Record<Exclude<TypeName, 'object'>, Code>> = {
  null: code`null`,
  boolean: code`boolean`,
  number: code`number`,
  string: code`string`,
  array: code`readonly unknown[]`,
};

/** The members of the union `type` whose values pass all of `tests`, as far as types can say it. */
export function toldType(type: Code, tests: readonly BranchTest[]): Code {
  let result = type;
  for (const test of tests) result = narrowed(result, test);
  return result;
}

function narrowed(type: Code, test: BranchTest): Code {
  switch (test.kind) {
    case 'type':
      return ofTypes(type, test.types);
    case 'value':
      return code`Extract<${type}, ${joinCode(test.values.map(literal), ' | ')}>`;
    case 'constant': {
      const name = test.optional ? code`${propertyName(test.property)}?` : propertyName(test.property);
      return code`Extract<${type}, { ${name}: ${joinCode(test.values.map(literal), ' | ')} }>`;
    }
    case 'propertyType':
      return ofPropertyTypes(type, propertyName(test.property), test.types);
    case 'present':
      return code`Extract<${type}, { ${propertyName(test.property)}: unknown }>`;
    case 'absent':
      return code`Exclude<${type}, { ${propertyName(test.property)}: unknown }>`;
  }
}

function ofPropertyTypes(type: Code, name: Code, types: readonly TypeName[]): Code {
  if (!types.includes('object')) return code`Extract<${type}, { ${name}: ${typesOf(types)} }>`;
  const found = code`Extract<${type}, { ${name}: object | ${typesOf(types)} }>`;
  return types.includes('array') ? found : code`Exclude<${found}, { ${name}: readonly unknown[] }>`;
}

function ofTypes(type: Code, types: readonly TypeName[]): Code {
  if (!types.includes('object')) return code`Extract<${type}, ${typesOf(types)}>`;
  const others = names.filter((name) => !types.includes(name));
  return others.length === 0 ? type : code`Exclude<${type}, ${typesOf(others)} | undefined>`;
}

const names = Object.keys(typeWords) as (keyof typeof typeWords)[];

function typesOf(types: readonly TypeName[]): Code {
  const words = types.flatMap((name) => (name === 'object' ? [] : [typeWords[name]]));
  return words.length === 0 ? code`never` : joinCode(words, ' | ');
}

import type { Identifier } from '../../base/names.ts';
import { groupBy } from '../../base/order.ts';
import { code, literal, propertyName } from '../code.ts';
import type { DocTag } from '../docs.ts';
import type { Emitter } from '../emitter.ts';
import { layout } from '../layout.ts';
import { createModule, type Module } from '../module.ts';
import { schemaIndex } from '../branch-type.ts';
import { addGuards, addTags, addUnknownGuard } from './guards.ts';
import { namedUnions, unionNames, type NamedUnion, type UnionNames } from './names.ts';
import { addToldGuards } from './told-guards.ts';

/**
 * `src/unions.ts`: for each tagged union a guard for each of its branches and the list of its tags, and a `match` for
 * each property that tells some apart; for a union that only its keys tell apart a guard for each branch. No file where the API has neither.
 */
export const unionsEmitter: Emitter = {
  name: 'unions',
  emit({ api }) {
    const unions = namedUnions(api);
    const names = unionNames(api, unions);
    if (unions.length + names.told.length === 0) return [];
    const module = createModule(layout.unions);
    if (unions.length > 0) addMatches(module, unions, names);
    const index = schemaIndex(api);
    for (const one of unions) {
      addTags(module, one, names);
      addGuards(module, index, one, names);
      addUnknownGuard(module, one, names);
    }
    for (const union of names.told) addToldGuards(module, union);
    return [module.finish()];
  },
};

/** `match` for unions told apart by `type`, `matchBy…` for each other property that tells some apart. */
function addMatches(module: Module, unions: readonly NamedUnion[], names: UnionNames): void {
  const runtime = layout.runtime('match');
  const make = module.use(runtime, 'matchOn' as Identifier, 'value');
  const type = module.use(runtime, 'MatchOn' as Identifier, 'type');
  module.add({ kind: 'export', from: runtime, names: ['UnknownTagError' as Identifier] });
  for (const [property, group] of groupBy(unions, (one) => one.union.tag.property)) {
    const name = names.match.get(property);
    const [example] = group;
    if (!name || !example) continue;
    module.add({
      kind: 'const',
      name,
      docs: {
        text: `Calls the function for the branch that a value is of, told by its \`${property}\`. Every branch needs one, unless \`_\` takes the rest.`,
        tags: [matchExample(name, example)],
      },
      type: code`${type}<${literal(property)}>`,
      value: code`/* @__PURE__ */ ${make}(${literal(property)})`,
    });
  }
}

function matchExample(match: Identifier, { union }: NamedUnion): DocTag {
  const cases = union.tag.cases.map(({ value }) => `  ${propertyName(String(value))}: (value) => …,`);
  return { tag: 'example', text: `\`\`\`ts\n${match}(value, {\n${cases.join('\n')}\n})\n\`\`\`` };
}

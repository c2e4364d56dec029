import type { Identifier } from '../../base/names.ts';
import type { Api } from '../../model/model.ts';
import { code, literal, type Code } from '../code.ts';
import { layout } from '../layout.ts';
import type { Module } from '../module.ts';

/** Declares that a type of the runtime is used in a module, and returns its name; by a longer way if a schema has taken it. */
export type UseType = (file: 'walk' | 'codecs' | 'temporal-codec' | 'open', name: string) => Code;

/** How `module` names types of the runtime beside those of the schemas of `api`. */
export function typesOfRuntime(api: Api, module: Module): UseType {
  const taken = new Set<string>(api.schemas.map(({ name }) => name));
  return (file, name) =>
    taken.has(name)
      ? code`import(${literal(`./runtime/${file}.js`)}).${name as Identifier}`
      : code`${module.use(layout.runtime(file), name as Identifier, 'type')}`;
}

import type { Identifier } from '../base/names.ts';
import { groupBy } from '../base/order.ts';
import type { Api, PropertySchema, Schema } from '../model/model.ts';
import { code, isInherited, joinCode, literal, objectKey, type Code } from './code.ts';
import { layout } from './layout.ts';
import type { Module } from './module.ts';

/** Writes how texts are read as values of schemas. */
export interface Readers {
  /** What reads a text as a value of `schema`, lists with `separator` between their items; undefined where it stays text. */
  read(schema: Schema, separator: string | undefined): Code | undefined;
  /** The properties of an object and what reads each. */
  partsOf(schema: Schema): readonly { readonly name: string; readonly read: Code }[];
  /** The properties of an object, each once, and their schemas. */
  propertiesOf(schema: Schema): readonly Pick<PropertySchema, 'name' | 'schema'>[];
  /** Whether values are objects. */
  isObject(schema: Schema): boolean;
  /** Declares that a function of the runtime is used, and returns its name. */
  use(name: string): Identifier;
}

/** A branch of a union, its references followed, and what reads its values. */
interface ReadBranch {
  readonly branch: Schema | undefined;
  readonly read: Code | undefined;
}

/** Whether values of a schema may be any text, which then stays as it is. */
function takesText(schema: Schema | undefined): boolean {
  return schema === undefined || !['number', 'boolean', 'literal', 'array', 'null', 'object'].includes(schema.kind);
}

function isList(schema: Schema | undefined): boolean {
  return schema?.kind === 'array';
}

/** Readers for the schemas of an API, written into `module`. */
export function createReaders(api: Api, module: Module): Readers {
  const schemas = new Map(api.schemas.map(({ name, schema }) => [name, schema]));
  const use = (name: string): Identifier => module.use(layout.runtime('coercion'), name as Identifier, 'value');
  const resolve = (schema: Schema): Schema | undefined => {
    let current: Schema | undefined = schema;
    for (let steps = 0; current?.kind === 'reference'; steps += 1)
      current = steps > schemas.size ? undefined : schemas.get(current.name);
    return current;
  };
  const read = (schema: Schema, separator: string | undefined, depth = 0): Code | undefined => {
    const target = resolve(schema);
    // a list in a list has no form in a text
    if (!target || target.hedged || depth > 20) return undefined;
    switch (target.kind) {
      case 'number':
        return target.typed ? code`${use('toNumber')}` : undefined;
      case 'boolean':
        return code`${use('toBoolean')}`;
      case 'literal': {
        const constants = target.values.filter((value) => typeof value === 'number' || typeof value === 'boolean');
        return constants.length === 0 ? undefined : code`${use('toConstant')}(${literal(constants)})`;
      }
      case 'array': {
        if (!target.typed) return undefined;
        const item = read(target.items, undefined, depth + 1) ?? code`${use('asText')}`;
        return separator === undefined
          ? code`${use('toList')}(${item})`
          : code`${use('toList')}(${item}, ${literal(separator)})`;
      }
      case 'union':
        return first(
          target.branches.map((branch) => ({ branch: resolve(branch), read: read(branch, separator, depth + 1) })),
        );
      case 'intersection':
        return target.members.map((member) => read(member, separator, depth + 1)).find((one) => one !== undefined);
      default:
        return undefined;
    }
  };
  const first = (branches: readonly ReadBranch[]): Code | undefined => {
    if (branches.some(({ branch }) => takesText(branch))) return undefined;
    // lists come last, for any text is one of one item
    const inOrder = branches.toSorted((left, right) => Number(isList(left.branch)) - Number(isList(right.branch)));
    const readings = inOrder.flatMap((one) => (one.read === undefined ? [] : [one.read]));
    const [only] = readings;
    if (only === undefined || readings.length === 1) return only;
    return code`${use('toFirst')}(${joinCode(readings, ', ')})`;
  };
  const viewsOf = (schema: Schema): readonly PropertySchema[] => {
    const target = resolve(schema);
    if (!target || target.hedged) return [];
    if (target.kind === 'intersection') return target.members.flatMap(viewsOf);
    return target.kind === 'object' ? target.properties : [];
  };
  const partsOf = (schema: Schema): { name: string; read: Code }[] =>
    // several members of an `allOf` may describe one property, each a part of what is known of it
    [...groupBy(viewsOf(schema), ({ name }) => name)].map(([name, views]) => ({
      name,
      read:
        views.map((view) => read(view.schema, undefined)).find((one) => one !== undefined) ?? code`${use('asText')}`,
    }));
  const isObject = (schema: Schema): boolean => resolve(schema)?.kind === 'object' || viewsOf(schema).length > 0;
  const propertiesOf = (schema: Schema): readonly PropertySchema[] =>
    [...groupBy(viewsOf(schema), ({ name }) => name).values()].flatMap(([first]) => first ?? []);
  return { read: (schema, separator) => read(schema, separator), partsOf, propertiesOf, isObject, use };
}

/** A member of a record of plans for names (`CoercionPlan` in `templates/runtime/coercion.ts`). */
export function planEntry(readers: Readers, name: string, plan: Code): Code {
  return code`${objectKey(name)}: ${isInherited(name) ? code`${readers.use('asPlan')}(${plan})` : plan},`;
}

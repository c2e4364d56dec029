import type { JsonValue } from '../../base/json.ts';
import type { Identifier } from '../../base/names.ts';
import type { Api, Schema } from '../../model/model.ts';
import { code, joinCode, keyOfType, literal, propertyName, type Code } from '../code.ts';
import { layout } from '../layout.ts';
import type { Module } from '../module.ts';
import { typesOfRuntime, type UseType } from './runtime-type.ts';
import type { BranchPlan, Leaf, MembersPlan, Plan } from './plan.ts';

/** What types are written with. */
export interface TypeWriter {
  readonly module: Module;
  readonly use: UseType;
  /** The type of dates: a schema may have its name. */
  readonly date: Code;
  /** The name of the type of a schema after the transform, if it has one. */
  nameOf(schema: Identifier): Identifier | undefined;
}

/** What the types of `module` are written with; `nameOf` names those that are changed. */
export function createTypeWriter(
  api: Api,
  module: Module,
  nameOf: (schema: Identifier) => Identifier | undefined,
): TypeWriter {
  const use = typesOfRuntime(api, module);
  const isTaken = api.schemas.some(({ name }) => name === 'Date');
  return { module, nameOf, use, date: isTaken ? use('codecs', 'DateValue') : code`Date` };
}

/** The type that values of type `original` (without null and undefined) have after what `plan` does. */
export function planType(writer: TypeWriter, plan: Plan, original: Code | Identifier): Code | Identifier {
  switch (plan.kind) {
    case 'leaf':
      return leafType(writer, plan.leaf);
    case 'named':
      return writer.nameOf(plan.name) ?? original;
    case 'members':
      return membersType(writer, plan, original);
    case 'items':
      return listOf(planType(writer, plan.item, present(code`${original}[number]`)));
    case 'values':
      return code`{ [name: string]: ${planType(writer, plan.value, present(code`${original}[string]`))} }`;
    case 'tagged':
    case 'fitting':
    case 'apart':
      return joinCode(
        [
          ...plan.branches.map((branch) => code`${branchType(writer, branch, original)}`),
          ...(plan.kind === 'tagged' && plan.open ? [furtherBranch(writer, plan, original)] : []),
        ],
        ' | ',
      );
  }
}

function leafType(writer: TypeWriter, leaf: Leaf): Code {
  if (leaf === 'dateTime') return writer.date;
  return leaf === 'instant' ? writer.use('temporal-codec', 'Instant') : code`bigint`;
}

/** A branch that the documents do not list stays as it is. */
function furtherBranch(writer: TypeWriter, { property }: { property: string }, original: Code | Identifier): Code {
  const any = joinCode([writer.use('open', 'UnknownValue'), writer.use('open', 'UnknownNumber')], ' | ');
  return code`Extract<${original}, ${writer.use('open', 'UnknownBranch')}<${literal(property)}, ${any}>>`;
}

function listOf(item: Code | Identifier): Code {
  return /^\w+$/.test(item) ? code`${item}[]` : code`(${item})[]`;
}

function present(type: Code): Code {
  return code`NonNullable<${type}>`;
}

function membersType(writer: TypeWriter, { parts, missing }: MembersPlan, original: Code | Identifier): Code {
  const changes = parts.map(({ name, plan }) => {
    const type = planType(writer, plan, present(code`${original}[${literal(name)}]`));
    return code`${memberKey(name)}: ${type}`;
  });
  const changed =
    changes.length === 0
      ? original
      : code`${writer.use('walk', 'Changed')}<${original}, { ${joinCode(changes, '; ')} }>`;
  if (missing.length === 0) return code`${changed}`;
  const names = joinCode(
    missing.map(({ name }) => keyOfType(name)),
    ' | ',
  );
  return code`${writer.use('walk', 'Present')}<${changed}, ${names}>`;
}

/** A member of a type of changes, which are looked up by the keys of the original. */
function memberKey(name: string): Code {
  const key = keyOfType(name);
  return key.startsWith("'") ? propertyName(name) : key;
}

/** The type of one branch of a union whose type is `original`. */
function branchType(writer: TypeWriter, { schema, plan }: BranchPlan, original: Code | Identifier): Code | Identifier {
  if (plan === undefined) return plainType(writer, schema);
  if (plan.kind === 'items') return planType(writer, plan, code`Extract<${original}, readonly unknown[]>`);
  // the only branch that is an object
  const object = code`Exclude<Extract<${original}, object>, readonly unknown[]>`;
  return planType(writer, plan, object);
}

function furtherValue(writer: TypeWriter, values: readonly JsonValue[]): Code {
  return writer.use('open', values.some((value) => typeof value === 'number') ? 'UnknownNumber' : 'UnknownValue');
}

/** The type of a branch that stays as it is: see `isTypeable`. */
function plainType(writer: TypeWriter, schema: Schema): Code | Identifier {
  switch (schema.kind) {
    case 'reference':
      return writer.module.use(layout.schemas, schema.name, 'type');
    case 'literal':
      return joinCode(
        [...schema.values.map(literal), ...(schema.open ? [furtherValue(writer, schema.values)] : [])],
        ' | ',
      );
    default:
      return code`${schema.kind as Code}`;
  }
}

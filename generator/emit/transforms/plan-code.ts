import type { Identifier } from '../../base/names.ts';
import { code, isInherited, joinCode, literal, objectKey, type Code } from '../code.ts';
import { layout, validatorNames } from '../layout.ts';
import type { Module } from '../module.ts';
import type { BranchPlan, Leaf, Plan } from './plan.ts';

/** What calls are written with. */
export interface CodeWriter {
  readonly module: Module;
  /** The name of the function that does what is planned for a named schema. */
  functionOf(schema: Identifier): Identifier;
}

/** The modules of the runtime in which the steps for leaves stand, each by the leaf's own name. */
const leafModules: { readonly [Kind in Leaf]: string } = {
  dateTime: 'codecs',
  instant: 'temporal-codec',
  bigInteger: 'codecs',
  bigIntegerText: 'codecs',
};

function leafStep({ module }: CodeWriter, leaf: Leaf): Identifier {
  return module.use(layout.runtime(leafModules[leaf]), leaf as Identifier, 'value');
}

/** A call that does what `plan` says to the local `value`, on the local `walk`. */
export function planCall(writer: CodeWriter, plan: Plan): Code {
  switch (plan.kind) {
    case 'leaf':
      return code`${leafStep(writer, plan.leaf)}(value, walk)`;
    case 'named':
      return code`${helper(writer, 'once')}(${writer.functionOf(plan.name)}, value, walk)`;
    case 'members': {
      const parts = record(plan.parts.map((part) => [part.name, memberFunction(writer, part.name, part.plan)]));
      const missing = plan.missing.map((one) => [one.name, freshValue(literal(one.value))] as const);
      const more = missing.length === 0 ? code`` : code`, ${record(missing)}`;
      return code`${helper(writer, 'members')}(value, walk, ${parts}${more})`;
    }
    case 'items':
      return code`${helper(writer, 'items')}(value, walk, ${planFunction(writer, plan.item)})`;
    case 'values':
      return code`${helper(writer, 'values')}(value, walk, ${planFunction(writer, plan.value)})`;
    case 'tagged': {
      const cases = plan.branches.flatMap(({ tags, plan: branch }) =>
        branch === undefined ? [] : tags.map((tag) => code`[${literal(tag)}, ${planFunction(writer, branch)}]`),
      );
      return code`${helper(writer, 'tagged')}(value, walk, ${literal(plan.property)}, ${list(cases)})`;
    }
    case 'fitting':
      return code`${helper(writer, 'firstFitting')}(value, walk, ${list(plan.branches.flatMap((one) => fitting(writer, one)))})`;
    case 'apart': {
      const plans = plan.branches.flatMap((branch) => (branch.plan === undefined ? [] : [branch.plan]));
      const [only] = plans;
      if (only && plans.length === 1) return planCall(writer, only);
      return code`${helper(writer, 'every')}(value, walk, ${list(plans.map((one) => planFunction(writer, one)))})`;
    }
  }
}

/** What `plan` does, as a function of `value` and `walk`. */
function planFunction(writer: CodeWriter, plan: Plan): Code | Identifier {
  if (plan.kind === 'leaf') return leafStep(writer, plan.leaf);
  const call = planCall(writer, plan);
  // what is planned may be no more than what is planned for its only branch
  return /^\w+\(value, walk\)$/.test(call)
    ? (call.slice(0, call.indexOf('(')) as Code)
    : code`(value, walk) => ${call}`;
}

/** What `plan` does to a member of that name, which may have to be told that it is a step. */
function memberFunction(writer: CodeWriter, name: string, plan: Plan): Code | Identifier {
  const step = planFunction(writer, plan);
  return isInherited(name) && step.startsWith('(') ? code`${helper(writer, 'asStep')}(${step})` : step;
}

function fitting(writer: CodeWriter, { schema, plan }: BranchPlan): Code[] {
  if (schema.kind !== 'reference') return [];
  const test = writer.module.use(layout.validators, validatorNames(schema.name).is, 'value');
  return [code`[${test}, ${plan === undefined ? code`undefined` : planFunction(writer, plan)}]`];
}

function helper(writer: CodeWriter, name: string): Identifier {
  return writer.module.use(layout.runtime('walk'), name as Identifier, 'value');
}

/** A value that nobody else holds, made anew each time. */
function freshValue(value: Code): Code {
  return value.startsWith('{') ? code`() => (${value})` : code`() => ${value}`;
}

/** An object literal; a name that would set the prototype is computed. */
function record(entries: readonly (readonly [name: string, value: Code | Identifier])[]): Code {
  if (entries.length === 0) return code`{}`;
  const members = entries.map(([name, value]) => {
    const key = objectKey(name);
    return key === value ? code`${value},` : code`${key}: ${value},`;
  });
  return code`{\n  ${members}\n}`;
}

function list(entries: readonly (Code | Identifier)[]): Code {
  return entries.length < 2
    ? code`[${joinCode(entries, '')}]`
    : code`[\n  ${entries.map((entry) => code`${entry},`)}\n]`;
}

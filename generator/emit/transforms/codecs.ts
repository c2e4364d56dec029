import type { Identifier } from '../../base/names.ts';
import type { CodecTypes, PackageOptions } from '../../base/options.ts';
import type { Api, Schema } from '../../model/model.ts';
import { code, type Code } from '../code.ts';
import { layout } from '../layout.ts';
import { createModule, type Module, type ModuleStatement } from '../module.ts';
import { transformNames } from './names.ts';
import type { Leaf, Plan, Plans } from './plan.ts';
import { planCall, type CodeWriter } from './plan-code.ts';
import { createTypeWriter, planType } from './plan-type.ts';
import { planAll } from './planning.ts';
import type { TransformModule } from './transform-module.ts';

/** Integers that a number does not hold exactly (OpenAPI Format Registry). */
const wideFormats: ReadonlySet<string | undefined> = new Set(['int64', 'uint64']);

function leafOf(schema: Schema, { dateTime = 'Date', int64 = 'bigint' }: CodecTypes): Leaf | undefined {
  if (schema.kind === 'string' && schema.typed && schema.format === 'date-time') return timeLeaves[dateTime];
  if (int64 === 'number') return undefined;
  if (schema.kind === 'string' && schema.typed) {
    return wideFormats.has(schema.format) ? 'bigIntegerText' : undefined;
  }
  return schema.kind === 'number' && schema.typed && schema.integer && wideFormats.has(schema.format)
    ? 'bigInteger'
    : undefined;
}

const timeLeaves: { readonly [Type in NonNullable<CodecTypes['dateTime']>]: Leaf | undefined } = {
  Date: 'dateTime',
  Temporal: 'instant',
  string: undefined,
};

/** What is done with the values of an API in which there are dates and times, or integers of 64 bits. */
function planCodecs(api: Api, types: CodecTypes): Plans {
  return planAll(api, { leafOf: (schema) => leafOf(schema, types), missing: () => undefined });
}

/** The schemas with an integer of 64 bits written as a number, which only a reader of the text can take in exactly. */
function withWideNumbers(plans: Plans): ReadonlySet<Identifier> {
  const wide = new Set<Identifier>();
  const holds = (plan: Plan): boolean => {
    switch (plan.kind) {
      case 'leaf':
        return plan.leaf === 'bigInteger';
      case 'named':
        return wide.has(plan.name);
      case 'members':
        return plan.parts.some((part) => holds(part.plan));
      case 'items':
        return holds(plan.item);
      case 'values':
        return holds(plan.value);
      default:
        return plan.branches.some((branch) => branch.plan !== undefined && holds(branch.plan));
    }
  };
  for (let before = -1; before < wide.size;) {
    before = wide.size;
    for (const [name, plan] of plans) if (holds(plan)) wide.add(name);
  }
  return wide;
}

type CodecNames = Readonly<Record<'type' | 'step' | 'decode' | 'encode' | 'read' | 'write', Identifier>>;

/**
 * `src/codecs.ts`: for each named schema with dates and times or integers of 64 bits in it, the type of its values with
 * `Date` (or what `package.types` says) and `bigint` instead, and functions both ways; from text and to text as well where JSON.parse would lose
 * digits. No file where there is none.
 */
export function codecsModule(api: Api, { types: made = {} }: PackageOptions): TransformModule | undefined {
  const plans = planCodecs(api, made);
  const [first] = plans.keys();
  if (first === undefined) return undefined;
  const module = createModule(layout.codecs);
  const names = transformNames(api, plans, ({ name }) => ({
    type: `Decoded${name}`,
    step: `change${name}`,
    decode: `decode${name}`,
    encode: `encode${name}`,
    read: `read${name}`,
    write: `write${name}`,
  }));
  const types = createTypeWriter(api, module, (name) => names.get(name)?.type);
  const calls: CodeWriter = { module, functionOf: (name) => names.get(name)?.step ?? name };
  const wide = withWideNumbers(plans);
  module.add({ kind: 'export', from: layout.runtime('walk'), names: ['TransformError' as Identifier] });
  for (const [name, plan] of plans) {
    const own = names.get(name);
    if (!own) continue;
    const schema = module.use(layout.schemas, name, 'type');
    module.add(
      {
        kind: 'type',
        name: own.type,
        docs: { text: `\`${name}\` with dates and integers as JavaScript has them.`, tags: [] },
        type: code`${planType(types, plan, schema)}`,
      },
      ...valueFunctions(module, name, own),
      ...(wide.has(name) ? textFunctions(module, name, own) : []),
      {
        kind: 'function',
        name: own.step,
        exported: false,
        parameters: [parameter('value', code`unknown`), parameter('walk', code`${types.use('walk', 'Walk')}`)],
        returnType: code`unknown`,
        body: code`return ${planCall(calls, plan)};`,
      },
    );
  }
  return { file: module.finish(), example: names.get(first)?.decode ?? first };
}

function parameter(name: string, type: Code): { name: Identifier; type: Code } {
  return { name: name as Identifier, type };
}

function valueFunctions(module: Module, schema: Identifier, names: CodecNames): ModuleStatement[] {
  const walked = module.use(layout.runtime('walk'), 'walked' as Identifier, 'value');
  return [
    {
      kind: 'function',
      name: names.decode,
      docs: {
        text: `A copy of \`value\` with dates and integers as JavaScript has them; throws a TransformError where that is not exact.`,
        tags: [],
      },
      parameters: [parameter('value', code`${schema}`)],
      returnType: code`${names.type}`,
      body: code`return ${walked}(${names.step}, value, 'value') as ${names.type};`,
    },
    {
      kind: 'function',
      name: names.encode,
      docs: { text: `A copy of \`value\` as JSON has it; throws a TransformError where that is not exact.`, tags: [] },
      parameters: [parameter('value', code`${names.type}`)],
      returnType: code`${schema}`,
      body: code`return ${walked}(${names.step}, value, 'json') as ${schema};`,
    },
  ];
}

function textFunctions(module: Module, schema: Identifier, names: CodecNames): ModuleStatement[] {
  const walked = module.use(layout.runtime('walk'), 'walked' as Identifier, 'value');
  const json = module.use(layout.runtime('exact-json'), 'exactJson' as Identifier, 'value');
  return [
    {
      kind: 'function',
      name: names.read,
      docs: {
        text: `Decodes what a JSON text holds, with every digit of its integers; whether that is a \`${schema}\` is not checked.`,
        tags: [],
      },
      parameters: [parameter('text', code`string`)],
      returnType: code`${names.type}`,
      body: code`return ${walked}(${names.step}, ${json}.parse(text), 'value') as ${names.type};`,
    },
    {
      kind: 'function',
      name: names.write,
      docs: { text: `The JSON text of what was decoded, with every digit of its integers.`, tags: [] },
      parameters: [parameter('value', code`${names.type}`)],
      returnType: code`string`,
      body: code`return ${json}.stringify(${walked}(${names.step}, value, 'text'));`,
    },
  ];
}

import type { JsonValue } from '../../base/json.ts';
import type { Identifier } from '../../base/names.ts';
import type { Api, Schema } from '../../model/model.ts';
import { code } from '../code.ts';
import { layout } from '../layout.ts';
import { createModule } from '../module.ts';
import { fits, type SchemasByName } from './fits.ts';
import { transformNames } from './names.ts';
import { planCall, type CodeWriter } from './plan-code.ts';
import { createTypeWriter, planType } from './plan-type.ts';
import { planAll } from './planning.ts';
import type { Plans } from './plan.ts';
import type { TransformModule } from './transform-module.ts';

/** What is done with the values of an API that lack properties with a default (JSON Schema Validation 2020-12, section 9.2). */
function planDefaults(api: Api): Plans {
  const schemas = new Map(api.schemas.map(({ name, schema }) => [name, schema]));
  return planAll(api, { leafOf: () => undefined, missing: (views) => defaultOf(views, schemas) });
}

/** The default that documents give for a property which each of `views` describes, if it fits all of them and none only hints. */
function defaultOf(views: readonly Schema[], schemas: SchemasByName): JsonValue | undefined {
  if (views.some(({ hedged }) => hedged)) return undefined;
  const value = views.map((view) => givenDefault(view, schemas, new Set())).find((one) => one !== undefined);
  return value !== undefined && views.every((view) => fits(value, view, schemas)) ? value : undefined;
}

/** The default of a schema, or of what it refers to: whoever uses a schema may say another. */
function givenDefault(schema: Schema, schemas: SchemasByName, seen: Set<Schema>): JsonValue | undefined {
  if (seen.has(schema) || schema.hedged) return undefined;
  seen.add(schema);
  if (schema.docs.defaultValue !== undefined) return schema.docs.defaultValue;
  if (schema.kind === 'intersection')
    return schema.members.map((one) => givenDefault(one, schemas, seen)).find((one) => one !== undefined);
  const target = schema.kind === 'reference' ? schemas.get(schema.name) : undefined;
  return target && givenDefault(target, schemas, seen);
}

/**
 * `src/defaults.ts`: for each named schema in which a missing property has a default, at any depth, the type of its values
 * with all of them and a function that adds them to a copy. No file where there is none.
 */
export function defaultsModule(api: Api): TransformModule | undefined {
  const plans = planDefaults(api);
  const [first] = plans.keys();
  if (first === undefined) return undefined;
  const module = createModule(layout.defaults);
  const names = transformNames(api, plans, ({ name }) => ({
    type: `${name}WithDefaults`,
    step: `fill${name}`,
    fill: `with${name}Defaults`,
  }));
  const types = createTypeWriter(api, module, (name) => names.get(name)?.type);
  const calls: CodeWriter = { module, functionOf: (name) => names.get(name)?.step ?? name };
  for (const [name, plan] of plans) {
    const own = names.get(name);
    if (!own) continue;
    const schema = module.use(layout.schemas, name, 'type');
    const walk = layout.runtime('walk');
    const walked = module.use(walk, 'walked' as Identifier, 'value');
    module.add(
      {
        kind: 'type',
        name: own.type,
        docs: { text: `\`${name}\` in which no property is missing that has a default.`, tags: [] },
        type: code`${planType(types, plan, schema)}`,
      },
      {
        kind: 'function',
        name: own.fill,
        docs: {
          text: `A copy of \`value\` with the documented defaults of what it lacks; \`value\` itself stays as it is.`,
          tags: [],
        },
        parameters: [{ name: 'value' as Identifier, type: code`${schema}` }],
        returnType: code`${own.type}`,
        body: code`return ${walked}(${own.step}, value, 'value') as ${own.type};`,
      },
      {
        kind: 'function',
        name: own.step,
        exported: false,
        parameters: [
          { name: 'value' as Identifier, type: code`unknown` },
          { name: 'walk' as Identifier, type: code`${types.use('walk', 'Walk')}` },
        ],
        returnType: code`unknown`,
        body: code`return ${planCall(calls, plan)};`,
      },
    );
  }
  return { file: module.finish(), example: names.get(first)?.fill ?? first };
}

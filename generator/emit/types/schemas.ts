import type { Identifier } from '../../base/names.ts';
import type { AccessStep, Api, NamedSchema, Origin, Schema } from '../../model/model.ts';
import { code, literal, type Code } from '../code.ts';
import { docComment, type DocTag } from '../docs.ts';
import { layout, validatorNames } from '../layout.ts';
import { createModule, type Module, type FinishedModule } from '../module.ts';
import { branchType, schemaIndex } from '../branch-type.ts';
import { toldType } from '../told-branch.ts';
import { toldRemark } from '../told-text.ts';

/**
 * `src/schemas.ts`: for each named schema its type, and under the same name its Standard Schema, so that the name
 * serves both in annotations and wherever a validator is asked for. Editors show the comment of the type for both.
 */
export function emitSchemas(api: Api): FinishedModule {
  const module = createModule(layout.schemas);
  const index = schemaIndex(api);
  for (const named of api.schemas) {
    const { name } = named;
    const face = module.use(layout.runtime('standard-schema'), 'StandardSchema' as Identifier, 'type');
    const make = module.use(layout.runtime('validation'), 'standardSchema' as Identifier, 'value');
    const parse = module.use(layout.validators, validatorNames(name).parse, 'value');
    module.add(
      {
        kind: 'type',
        name,
        docs: docComment(named.schema.docs, unionTags(index, named)),
        type: originType(module, index, named),
      },
      {
        kind: 'const',
        name,
        type: code`${face}<${name}>`,
        value: code`/* @__PURE__ */ ${make}(${parse})`,
      },
    );
  }
  return module.finish();
}

/** A remark on how the branches of a union without a tag are told apart, or why they cannot be. */
function unionTags(index: SchemaIndex, { schema, origin }: NamedSchema): DocTag[] {
  const text = origin.kind === 'alias' ? undefined : toldRemark(index, schema);
  return text === undefined ? [] : [{ tag: 'remarks', text }];
}

type OriginOf<K extends Origin['kind']> = Extract<Origin, { kind: K }>;
type SchemaIndex = ReadonlyMap<Identifier, NamedSchema>;

/** How the type is reached from the types that openapi-typescript writes, or from another named schema. */
function originType(module: Module, index: SchemaIndex, named: NamedSchema): Code {
  const { origin } = named;
  switch (origin.kind) {
    case 'component':
      return code`${openapi(module, 'components')}['schemas'][${literal(origin.key)}]`;
    case 'body':
      return bodyType(module, origin);
    case 'response': {
      const status = /^\d+$/.test(origin.status) ? literal(Number(origin.status)) : literal(origin.status);
      return code`${operation(module, origin.operationId)}['responses'][${status}]['content'][${literal(origin.mediaType)}]`;
    }
    case 'part':
      return partType(index, named, origin);
    case 'alias':
      return code`${origin.of}`;
  }
}

function openapi(module: Module, name: 'components' | 'operations'): Identifier {
  return module.use(layout.openapi, name as Identifier, 'type');
}

function operation(module: Module, operationId: string): Code {
  return code`${openapi(module, 'operations')}[${literal(operationId)}]`;
}

function bodyType(module: Module, origin: OriginOf<'body'>): Code {
  const body = code`${operation(module, origin.operationId)}['requestBody']`;
  const present = origin.required ? body : code`NonNullable<${body}>`;
  return code`${present}['content'][${literal(origin.mediaType)}]`;
}

function partType(index: SchemaIndex, named: NamedSchema, origin: OriginOf<'part'>): Code {
  const owner = index.get(origin.of);
  const inside =
    origin.steps[0]?.kind !== 'branch' &&
    origin.steps[0]?.kind !== 'told' &&
    owner !== undefined &&
    admitsNull(index, owner.schema);
  let type = inside ? code`NonNullable<${origin.of}>` : code`${origin.of}`;
  origin.steps.forEach((step, position) => {
    const isLast = position === origin.steps.length - 1;
    type = stepType(index, origin.of, type, step);
    if (step.kind === 'branch' || step.kind === 'told') return;
    // the part itself may be null; what it is a part of may not
    type = isLast && admitsNull(index, named.schema) ? code`Exclude<${type}, undefined>` : code`NonNullable<${type}>`;
  });
  return type;
}

function stepType(index: SchemaIndex, owner: Identifier, type: Code, step: AccessStep): Code {
  switch (step.kind) {
    case 'property':
      return code`${type}[${literal(step.name)}]`;
    case 'items':
      return code`${type}[number]`;
    case 'values':
      return code`${type}[string]`;
    case 'branch':
      return branchType(index, type, owner, step);
    case 'told':
      return toldType(type, step.tests);
  }
}

function admitsNull(index: SchemaIndex, schema: Schema, depth = 0): boolean {
  if (schema.kind === 'null' || schema.kind === 'unknown') return true;
  if (schema.kind === 'union') return schema.branches.some((branch) => branch.kind === 'null');
  const target = schema.kind === 'reference' ? index.get(schema.name)?.schema : undefined;
  // references that lead back to themselves admit nothing that can be told
  return target !== undefined && depth < index.size && admitsNull(index, target, depth + 1);
}

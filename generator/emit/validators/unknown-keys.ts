import { createNameScope } from '../../base/name-scope.ts';
import { followOnce } from '../../base/follow.ts';
import type { Identifier } from '../../base/names.ts';
import type { Api, Schema, SchemaOf } from '../../model/model.ts';
import { code, joinCode, literal, propertyName, type Code } from '../code.ts';
import { layout } from '../layout.ts';
import { createModule, type Module, type FinishedModule } from '../module.ts';
import { patternCode } from '../patterns.ts';
import type { SchemasByName } from './parts.ts';

/** What the shapes of one package share while they are written. */
interface Shapes {
  readonly schemas: SchemasByName;
  readonly nameOf: (schema: Identifier) => Identifier;
  readonly use: (file: string, name: string) => Identifier;
  /** Whether a named schema declares names; found once. */
  readonly known: Map<Identifier, boolean>;
}

const nothing: Code = code`null`;

/**
 * Emits `src/unknown-keys.ts`: for each named schema a function that lists the properties of a value that the schema does not
 * declare, `unknownKeysOfX`. The value is not judged: a schema that closes its objects has the validators refuse them.
 */
export function unknownKeysModule(api: Api): FinishedModule {
  const module = createModule(layout.unknownKeys);
  const names = createNameScope([
    'Part',
    'anything',
    'unknownKeys',
    'boundedPattern',
    'linearPattern',
    'steadyPattern',
  ]);
  const namesOfShapes = new Map(api.schemas.map(({ name }) => [name, names.take(`shapeOf${name}` as Identifier)]));
  const shapes: Shapes = {
    schemas: new Map(api.schemas.map(({ name, schema }) => [name, schema])),
    nameOf: (schema) => namesOfShapes.get(schema) ?? schema,
    use: (file, name) => module.use(layout.runtime(file), name as Identifier, 'value'),
    known: new Map(),
  };
  for (const { name } of api.schemas) addFunction(name, shapes, module);
  return module.finish();
}

function addFunction(name: Identifier, shapes: Shapes, module: Module): void {
  const schema = shapes.schemas.get(name);
  const part = schema && declares(name, shapes) ? partOf(schema, shapes) : nothing;
  const runtime = layout.runtime('unknown-keys');
  const shape = part === nothing ? nothing : code`${shapes.nameOf(name)}`;
  if (part !== nothing) {
    const type = module.use(runtime, 'Part' as Identifier, 'type');
    module.add({ kind: 'const', name: shapes.nameOf(name), type: code`${type}`, value: part, exported: false });
  }
  module.add({
    kind: 'function',
    name: `unknownKeysOf${name}` as Identifier,
    docs: {
      text: `JSON Pointers of the properties of \`value\` that \`${name}\` does not declare, a hundred at most.`,
      tags: [],
    },
    parameters: [{ name: 'value' as Identifier, type: code`unknown` }],
    returnType: code`string[]`,
    body: code`return ${shapes.use('unknown-keys', 'unknownKeys')}(value, ${shape});`,
  });
}

/** Whether a named schema declares names of properties, at any depth. */
function declares(name: Identifier, shapes: Shapes): boolean {
  const schema = shapes.schemas.get(name);
  return schema !== undefined && followOnce(shapes.known, name, true, () => partOf(schema, shapes) !== nothing);
}

/** What a schema declares, as the runtime's `Part`. */
function partOf(schema: Schema, shapes: Shapes): Code {
  const go = (part: Schema): Code => partOf(part, shapes);
  switch (schema.kind) {
    case 'object':
      return objectPart(schema, shapes);
    case 'array':
      return arrayPart(schema, shapes);
    case 'reference':
      return declares(schema.name, shapes) ? code`() => ${shapes.nameOf(schema.name)}` : nothing;
    case 'intersection':
      return together(schema.members.map(go));
    case 'conditional':
      return together([schema.condition, schema.whenTrue, schema.whenFalse].map(go));
    case 'union':
      return unionPart(schema, shapes);
    default:
      return nothing;
  }
}

function objectPart(schema: SchemaOf<'object'>, shapes: Shapes): Code {
  const { properties, patternProperties, additional, ignored = [] } = schema;
  const leftovers = schema.unevaluated?.properties;
  const open = [additional, leftovers].find((one) => one && one.kind !== 'unknown' && one.kind !== 'never');
  // an object of which no name is told may have any
  if (properties.length + patternProperties.length + ignored.length === 0 && !open) return nothing;
  const keys = [
    ...properties.map((one) => [one.name, partOf(one.schema, shapes)] as const),
    ...ignored.map((name) => [name, nothing] as const),
  ].map(([name, part]) => code`${name === '__proto__' ? code`['__proto__']` : propertyName(name)}: ${part}`);
  const patterns = patternProperties.map(
    (one) => code`[${patternCode(one.pattern, shapes.use)}, ${partOf(one.schema, shapes)}]`,
  );
  return shapeCode([
    code`keys: {${joinCode(keys, ', ')}}`,
    ...(patterns.length > 0 ? [code`patterns: [${joinCode(patterns, ', ')}]`] : []),
    ...(open ? [code`others: ${partOf(open, shapes)}`] : []),
  ]);
}

function arrayPart({ prefixItems, items, contains }: SchemaOf<'array'>, shapes: Shapes): Code {
  const first = prefixItems.map((one) => partOf(one, shapes));
  const rest = partOf(items, shapes);
  const isPlain = rest === nothing && first.every((part) => part === nothing);
  const members = [
    ...(first.length > 0 ? [code`first: [${joinCode(first, ', ')}]`] : []),
    ...(rest === nothing ? [] : [code`items: ${rest}`]),
  ];
  const contained = contains ? partOf(contains.schema, shapes) : nothing;
  return together([
    isPlain ? nothing : shapeCode(members),
    contained === nothing ? nothing : shapeCode([code`items: ${contained}`]),
  ]);
}

function unionPart(schema: SchemaOf<'union'>, shapes: Shapes): Code {
  const parts = schema.branches.map((branch) => partOf(branch, shapes));
  if (parts.every((part) => part === nothing)) return nothing;
  if (schema.tag) {
    const cases = schema.tag.cases.map(({ value, branch }) => code`[${literal(value)}, ${parts[branch] ?? nothing}]`);
    return shapeCode([code`tag: ${literal(schema.tag.property)}`, code`cases: [${joinCode(cases, ', ')}]`]);
  }
  // beside a branch of which nothing is told, every name may be meant
  const isOpen = schema.branches.some((branch, index) => parts[index] === nothing && mayHaveNames(branch, shapes));
  return isOpen ? code`${shapes.use('unknown-keys', 'anything')}` : together(parts);
}

function mayHaveNames(branch: Schema, { schemas }: Shapes): boolean {
  const target = branch.kind === 'reference' ? schemas.get(branch.name) : branch;
  return target === undefined || target.kind === 'unknown' || target.kind === 'object';
}

function together(parts: readonly Code[]): Code {
  const some = parts.filter((part) => part !== nothing);
  const [only = nothing] = some;
  return some.length < 2 ? only : shapeCode([code`all: [${joinCode(some, ', ')}]`]);
}

function shapeCode(members: readonly Code[]): Code {
  return code`{ ${joinCode(members, ', ')} }`;
}

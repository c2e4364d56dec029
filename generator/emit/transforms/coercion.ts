import type { Identifier } from '../../base/names.ts';
import type { Api, Operation, Parameter, ParameterLocation } from '../../model/model.ts';
import { code, joinCode, literal, objectKey, type Code } from '../code.ts';
import { layout } from '../layout.ts';
import { createModule, type Module } from '../module.ts';
import { createReaders, planEntry, type Readers } from '../text-readers.ts';
import type { TransformModule } from './transform-module.ts';

/** The places of parameters, and what their types end with. */
const places: readonly (readonly [ParameterLocation, suffix: string])[] = [
  ['path', 'Path'],
  ['query', 'Query'],
  ['header', 'Header'],
  ['cookie', 'Cookie'],
];

/**
 * `src/coercion.ts`: for each operation and place of parameters of which some are no texts, a function that reads them from
 * texts (OAS 3.1, section 4.8.12). No file where there is none.
 */
export function coercionModule(api: Api): TransformModule | undefined {
  const module = createModule(layout.coercion);
  const readers = createReaders(api, module);
  const added = api.operations.flatMap((operation) =>
    places.flatMap(([place, suffix]) => addCoercion(module, readers, operation, place, suffix) ?? []),
  );
  const [example] = added;
  return example === undefined ? undefined : { file: module.finish(), example };
}

function addCoercion(
  module: Module,
  readers: Readers,
  operation: Operation,
  place: ParameterLocation,
  suffix: string,
): Identifier | undefined {
  const parameters = operation.parameters.filter((parameter) => parameter.in === place);
  const plans = parameters.flatMap((parameter) => {
    const plan = parameterPlan(readers, parameter);
    return plan === undefined ? [] : [planEntry(readers, parameter.name, plan)];
  });
  if (plans.length === 0) return undefined;
  const name = `coerce${operation.typeStem}${suffix}` as Identifier;
  const runtime = layout.runtime('coercion');
  const type = module.use(layout.operation(operation.name), `${operation.typeStem}${suffix}` as Identifier, 'type');
  const result = code`${module.use(runtime, 'Coerced' as Identifier, 'type')}<${type}>`;
  const call = module.use(runtime, 'coerced' as Identifier, 'value');
  const anyCase = place === 'header' ? code`, true` : code``;
  module.add({
    kind: 'function',
    name,
    docs: {
      text: `The ${place} parameters of \`${operation.name}\` from texts; what cannot be read stays text.`,
      tags: [],
    },
    parameters: [{ name: 'raw' as Identifier, type: code`${module.use(runtime, 'RawValues' as Identifier, 'type')}` }],
    returnType: result,
    body: code`return ${call}(raw, {\n  ${plans}\n}${anyCase}) as ${result};`,
  });
  return name;
}

/** How one parameter is read; undefined where it is the text that it is written as. */
function parameterPlan(readers: Readers, parameter: Parameter): Code | undefined {
  const { schema, style, explode, mediaType } = parameter;
  if (mediaType !== undefined) {
    return /[/+]json\b/i.test(mediaType) ? code`{ read: ${readers.use('toJson')} }` : undefined;
  }
  // frameworks hand these over with their marks, each in a way of its own
  if (style === 'label' || style === 'matrix') return undefined;
  const separator = separatorOf(parameter);
  const parts = readers.partsOf(schema);
  if (parts.length === 0) {
    const read = readers.read(schema, separator);
    return read && code`{ read: ${read} }`;
  }
  const members = joinCode(
    parts.map(({ name, read }) => code`${objectKey(name)}: ${read}`),
    ', ',
  );
  if (style === 'deepObject') return code`{ members: 'bracketed', parts: { ${members} } }`;
  if (style === 'form' && explode) return code`{ members: 'spread', parts: { ${members} } }`;
  const exploded = explode ? code`true` : code`false`;
  return code`{ read: ${readers.use('toObject')}({ ${members} }, ${literal(separator ?? ',')}, ${exploded}) }`;
}

/** What stands between the items of a list in one text; undefined where each has the name to itself. */
function separatorOf({ style, explode }: Parameter): string | undefined {
  if (style === 'simple') return ',';
  if (explode || style === 'deepObject') return undefined;
  return style === 'spaceDelimited' ? ' ' : style === 'pipeDelimited' ? '|' : ',';
}

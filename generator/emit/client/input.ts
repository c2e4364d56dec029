import type { Identifier } from '../../base/names.ts';
import type { MediaType, Operation, Parameter, ParameterLocation } from '../../model/model.ts';
import { code, joinCode, literal, propertyName, type Code } from '../code.ts';
import { docComment, type DocComment } from '../docs.ts';
import { layout } from '../layout.ts';
import type { MemberDeclaration, Module } from '../module.ts';
import { mediaClass } from './media.ts';

const places: readonly (readonly [ParameterLocation, suffix: string])[] = [
  ['path', 'Path'],
  ['query', 'Query'],
  ['header', 'Header'],
  ['cookie', 'Cookie'],
];

/**
 * Adds the types of what an operation is given: one for each place of parameters (`${stem}Path`, …) and
 * `${stem}Input`, which joins them with the body. Returns the type to call it with.
 */
export function addInputTypes(operation: Operation, module: Module): Code | Identifier {
  const name = `${operation.typeStem}Input` as Identifier;
  const members: MemberDeclaration[] = [];
  for (const [place, suffix] of places) {
    const parameters = operation.parameters.filter((parameter) => parameter.in === place);
    if (parameters.length > 0) members.push(addPlace(operation, place, suffix, parameters, module));
  }
  const content = operation.body?.content ?? [];
  const [only] = content;
  if (content.length === 1 && only) members.push(bodyMember(operation, only, module));
  const docs: DocComment = { text: `What \`${operation.name}\` is given.`, tags: [] };
  if (content.length < 2) {
    module.add(members.length === 0 ? emptyInput(name, docs) : { kind: 'interface', name, docs, members });
    return name;
  }
  const bodies = content.map((media, index) => bodyAlternative(operation, media, index === 0, module));
  const base = members.map(
    (member) => code`readonly ${member.name}${member.optional ? code`?` : code``}: ${member.type};`,
  );
  const either = joinCode(bodies, ' | ');
  const type = base.length === 0 ? either : code`{\n  ${base}\n} & (${either})`;
  module.add({ kind: 'type', name, docs, type });
  return name;
}

function emptyInput(name: Identifier, docs: DocComment) {
  return { kind: 'type', name, docs, type: code`{ readonly [Name in never]: never }` } as const;
}

function addPlace(
  operation: Operation,
  place: ParameterLocation,
  suffix: string,
  parameters: readonly Parameter[],
  module: Module,
): MemberDeclaration {
  const name = `${operation.typeStem}${suffix}` as Identifier;
  const operations = operationsType(operation, module);
  const type = code`NonNullable<${operations}[${literal(operation.operationId)}]['parameters'][${literal(place)}]>`;
  module.add({
    kind: 'type',
    name,
    docs: { text: `The ${place} parameters of \`${operation.name}\`.`, tags: [] },
    type,
  });
  const optional = !parameters.some((parameter) => parameter.required);
  return {
    name: propertyName(place),
    optional,
    readonly: true,
    type: optional ? code`${name} | undefined` : code`${name}`,
  };
}

/** The type of all operations; an operation that is itself called `operations` cannot import that name. */
function operationsType(operation: Operation, module: Module): Code | Identifier {
  const name = 'operations' as Identifier;
  if (operation.name !== name) return module.use(layout.openapi, name, 'type');
  return code`import('../openapi.js').${name}`;
}

function bodyMember(operation: Operation, media: MediaType, module: Module): MemberDeclaration {
  const optional = !(operation.body?.required ?? true);
  const type = requestBodyType(media, module);
  return {
    name: code`body`,
    docs: operation.body && docComment({ ...operation.body.docs, examples: [] }),
    optional,
    readonly: true,
    type: optional ? code`${type} | undefined` : code`${type}`,
  };
}

/** One of several media types: the first is sent where the input names none. */
function bodyAlternative(operation: Operation, media: MediaType, first: boolean, module: Module): Code {
  const optional = !(operation.body?.required ?? true) && first;
  const type = requestBodyType(media, module);
  const body = optional ? code`readonly body?: ${type} | undefined` : code`readonly body: ${type}`;
  const mark = first ? code`?` : code``;
  return code`{ ${body}; readonly contentType${mark}: ${literal(media.mediaType)}${first ? code` | undefined` : code``} }`;
}

/** The type of a request body in one media type. */
function requestBodyType({ mediaType, schema }: MediaType, module: Module): Code | Identifier {
  const own = (): Code | Identifier => (schema ? module.use(layout.schemas, schema, 'type') : code`unknown`);
  const bodies = layout.runtime('bodies');
  switch (mediaClass(mediaType)) {
    case 'json':
      return own();
    case 'form':
      return schema ? code`${own()} | URLSearchParams` : code`URLSearchParams | Readonly<Record<string, unknown>>`;
    case 'multipart':
      return schema
        ? code`${module.use(bodies, 'FormFields' as Identifier, 'type')}<${own()}> | FormData`
        : code`FormData | Readonly<Record<string, unknown>>`;
    case 'text':
      return code`string`;
    case 'binary':
      return module.use(bodies, 'BinaryBody' as Identifier, 'type');
  }
}

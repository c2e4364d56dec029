import type { Identifier } from '../../base/names.ts';
import type { BodyPart, Operation, Parameter, ParameterLocation } from '../../model/model.ts';
import { code, joinCode, literal, propertyName, type Code } from '../code.ts';
import { docComment, type DocComment } from '../docs.ts';
import { layout } from '../layout.ts';
import type { MemberDeclaration, Module } from '../module.ts';
import { sentMedia, type SentMedia } from './media.ts';

/** A longer alternative is broken over lines. */
const lineWidth = 100;

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
  const content = sentMedia(operation.body?.content ?? []);
  const [only] = content;
  if (content.length === 1 && only) members.push(bodyMember(operation, only, module));
  const docs: DocComment = { text: `What \`${operation.name}\` is given.`, tags: [] };
  if (content.length < 2) {
    module.add(members.length === 0 ? emptyInput(name, docs) : { kind: 'interface', name, docs, members });
    return name;
  }
  const bodies = content.map((sent, index) => code`| ${bodyAlternative(operation, sent, index === 0, module)}`);
  const base = members.map(
    (member) => code`readonly ${member.name}${member.optional ? code`?` : code``}: ${member.type};`,
  );
  const type = base.length === 0 ? code`\n  ${bodies}` : code`{\n  ${base}\n} & (\n  ${bodies}\n)`;
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

function bodyMember(operation: Operation, sent: SentMedia, module: Module): MemberDeclaration {
  const optional = !(operation.body?.required ?? true);
  const type = requestBodyType(sent, module);
  return {
    name: code`body`,
    docs: operation.body && docComment({ ...operation.body.docs, examples: [] }),
    optional,
    readonly: true,
    type: optional ? code`${type} | undefined` : code`${type}`,
  };
}

/** One of several media types: the first is sent where the input names none. */
function bodyAlternative(operation: Operation, sent: SentMedia, first: boolean, module: Module): Code {
  const optional = !(operation.body?.required ?? true) && first;
  const type = requestBodyType(sent, module);
  const body = optional ? code`readonly body?: ${type} | undefined` : code`readonly body: ${type}`;
  const name = literal(sent.mediaType);
  const mediaType = first ? code`readonly contentType?: ${name} | undefined` : code`readonly contentType: ${name}`;
  const line = code`{ ${body}; ${mediaType} }`;
  return line.length <= lineWidth ? line : code`{\n  ${body};\n  ${mediaType};\n}`;
}

/** The type of a request body in one media type. */
function requestBodyType({ kind, media }: SentMedia, module: Module): Code | Identifier {
  const { schema, parts = [] } = media;
  const own = (): Code | Identifier => (schema ? module.use(layout.schemas, schema, 'type') : code`unknown`);
  const bodies = layout.runtime('bodies');
  switch (kind) {
    case 'json':
      return own();
    case 'form':
      return schema ? code`${own()} | URLSearchParams` : code`URLSearchParams | Readonly<Record<string, unknown>>`;
    case 'multipart':
      return schema
        ? code`${multipartFields(own(), parts, module)} | FormData`
        : code`FormData | Readonly<Record<string, unknown>>`;
    case 'text':
      return code`string`;
    case 'events':
    case 'lines':
    case 'records':
      return code`${module.use(layout.runtime('item-body'), 'ItemBody' as Identifier, 'type')}<${own()}>`;
    case 'parts':
      return code`${module.use(layout.runtime('parts-body'), 'PartsBody' as Identifier, 'type')}<${own()}>`;
    case 'binary':
      return module.use(bodies, 'BinaryBody' as Identifier, 'type');
  }
}

function multipartFields(type: Code | Identifier, parts: readonly BodyPart[], module: Module): Code {
  const fields = module.use(layout.runtime('multipart-body'), 'MultipartFields' as Identifier, 'type');
  const files = parts.filter(({ isFile }) => isFile).map(({ name }) => literal(name));
  return files.length === 0 ? code`${fields}<${type}>` : code`${fields}<${type}, ${joinCode(files, ' | ')}>`;
}

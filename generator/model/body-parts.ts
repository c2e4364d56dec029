import { isObject, own, ownArray, ownObject, ownString, type JsonObject, type JsonValue } from '../base/json.ts';
import { localRefPointer, resolvePointer } from '../base/pointer.ts';
import type { BuildContext } from './context.ts';
import type { BodyPart, ParameterStyle } from './model.ts';

/** A body is looked for its members this deep in what it is combined of. */
const maxDepth = 20;

/**
 * The members of a multipart or form body about which more is known than that the schema describes them: files, and
 * those that an Encoding Object says something of (OAS 3.1, section 4.8.15). `media` is the Media Type Object.
 */
export function buildBodyParts(context: BuildContext, mediaType: string, media: JsonObject): BodyPart[] {
  const isMultipart = /^multipart\//i.test(mediaType.trim());
  const isForm = /^application\/x-www-form-urlencoded\b/i.test(mediaType.trim());
  if (!isMultipart && !isForm) return [];
  const members = new Map<string, JsonValue[]>();
  collectMembers(context, own(media, 'schema'), members, 0);
  const encodings = ownObject(media, 'encoding') ?? {};
  const names = new Set([...members.keys(), ...Object.keys(encodings)]);
  return [...names].flatMap((name): BodyPart[] => {
    const part = bodyPart(context, name, members.get(name) ?? [], ownObject(encodings, name));
    return part ? [part] : [];
  });
}

/** Whether a body's schema says that it is octets. */
export function isOctetBody(context: BuildContext, media: JsonObject): boolean {
  const schema = resolved(context, own(media, 'schema'));
  return schema !== undefined && own(schema, 'items') === undefined && octetType(context, schema) !== undefined;
}

function bodyPart(
  context: BuildContext,
  name: string,
  schemas: readonly JsonValue[],
  encoding: JsonObject | undefined,
): BodyPart | undefined {
  const octets = schemas.flatMap((schema) => octetType(context, schema) ?? []);
  const isFile = octets.length > 0;
  if (!isFile && !encoding) return undefined;
  const given = ownString(encoding, 'contentType');
  const contentTypes = (given ?? octets[0] ?? '').split(',').map((type) => type.trim());
  const style = ownString(encoding, 'style');
  const explode = own(encoding, 'explode');
  const allowReserved = own(encoding, 'allowReserved');
  // any of the three makes it a matter of styles, and its content type counts no more (OAS 3.1, section 4.8.15.1.2)
  const isStyled = [style, explode, allowReserved].some((value) => value !== undefined);
  return {
    name,
    isFile,
    isObject: schemas.some((schema) => own(resolved(context, schema), 'type') === 'object'),
    contentTypes: contentTypes.filter((type) => type !== ''),
    ...(isStyled && {
      style: {
        style: styles.find((one) => one === style) ?? 'form',
        explode: typeof explode === 'boolean' ? explode : (style ?? 'form') === 'form',
        allowReserved: allowReserved === true,
      },
    }),
  };
}

const styles: readonly ParameterStyle[] = ['form', 'spaceDelimited', 'pipeDelimited', 'deepObject'];

/** The schemas of the members of a body, of all that it is combined of. */
function collectMembers(
  context: BuildContext,
  value: JsonValue | undefined,
  found: Map<string, JsonValue[]>,
  depth: number,
): void {
  const schema = resolved(context, value);
  if (!schema || depth > maxDepth) return;
  for (const [name, member] of Object.entries(ownObject(schema, 'properties') ?? {})) {
    found.set(name, [...(found.get(name) ?? []), member]);
  }
  for (const keyword of ['allOf', 'oneOf', 'anyOf']) {
    for (const part of ownArray(schema, keyword) ?? []) collectMembers(context, part, found, depth + 1);
  }
}

/**
 * The media type of a member that is octets, or a list of them: text of no type of its own, neither encoded nor known
 * to be readable (OAS 3.1, section 4.4.2; JSON Schema Validation 2020-12, section 8).
 */
function octetType(context: BuildContext, value: JsonValue): string | undefined {
  const schema = resolved(context, value);
  const mediaType = ownString(schema, 'contentMediaType');
  if (mediaType === undefined) {
    const items = resolved(context, own(schema, 'items'));
    return items && own(items, 'type') !== 'array' ? octetType(context, items) : undefined;
  }
  const types = [own(schema, 'type')].flat();
  const isText = types.every((type) => type === undefined || type === 'string' || type === 'null');
  const isReadable = /^text\/|[/+](?:json|xml)\b/i.test(mediaType);
  return isText && !isReadable && own(schema, 'contentEncoding') === undefined ? mediaType : undefined;
}

/** The schema that a value is or refers to; a circle of references is none. */
function resolved(context: BuildContext, value: JsonValue | undefined): JsonObject | undefined {
  let current = value;
  for (let steps = 0; steps < maxDepth; steps += 1) {
    const ref = ownString(current, '$ref');
    if (ref === undefined) return isObject(current) ? current : undefined;
    const pointer = localRefPointer(ref);
    current = pointer === undefined ? undefined : resolvePointer(context.spec, pointer);
  }
  return undefined;
}

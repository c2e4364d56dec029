import { own, ownArray, ownObject, ownString, type JsonObject, type JsonValue } from '../base/json.ts';
import { joinPointer } from '../base/pointer.ts';
import { reportUnsupported, type BuildContext } from './context.ts';
import { docsOfPart, emptyDocs, mergeDocs } from './docs.ts';
import type { Parameter, ParameterLocation, ParameterStyle } from './model.ts';
import { resolvePart, type Part } from './parts.ts';
import { buildSchema } from './schemas.ts';

/** The styles a parameter may have where it stands, its default first (OAS 3.1, section 4.8.12.2). */
const styles: Readonly<Record<ParameterLocation, readonly ParameterStyle[]>> = {
  path: ['simple', 'matrix', 'label'],
  header: ['simple'],
  query: ['form', 'spaceDelimited', 'pipeDelimited', 'deepObject'],
  cookie: ['form'],
};

/** Header parameters that say nothing: other parts of the description decide these (OAS 3.1, section 4.8.12.2). */
const ignoredHeaders = new Set(['accept', 'content-type', 'authorization']);

/**
 * The parameters of an operation: its own, then those of the path item that it does not replace, then a required
 * string for each placeholder of the path without a parameter. Gives `model/unsupported` for parameters that cannot be
 * sent: no known place, or a path without their placeholder.
 */
export function buildParameters(context: BuildContext, path: string, owners: readonly Part[]): Parameter[] {
  const found = new Map<string, Parameter>();
  for (const { raw, pointer } of owners) {
    for (const [index, entry] of (ownArray(raw, 'parameters') ?? []).entries()) {
      const part = resolvePart(context, entry, joinPointer(pointer, 'parameters', index));
      const parameter = part && buildParameter(context, part);
      const key = parameter && `${parameter.in} ${parameter.name}`;
      if (parameter && key !== undefined && !found.has(key) && canBeSent(context, path, parameter, part.pointer))
        found.set(key, parameter);
    }
    for (const parameter of wholeQueries(context, { raw, pointer })) {
      const key = `${parameter.in} ${parameter.name}`;
      if (!found.has(key)) found.set(key, parameter);
    }
  }
  const implied = placeholders(path).filter((name) => !found.has(`path ${name}`));
  return [...found.values(), ...implied.map(impliedParameter)];
}

/** Parameters that are the whole query string (OAS 3.2, section 4.12.1), which the normalized spec keeps apart. */
function wholeQueries(context: BuildContext, { raw, pointer }: Part): Parameter[] {
  const key = 'x-oas-querystring';
  return (ownArray(raw, key) ?? []).flatMap((entry, index): Parameter[] => {
    const part = resolvePart(context, entry, joinPointer(pointer, key, index));
    const parameter = part && buildParameter(context, { ...part, raw: { ...part.raw, in: 'query' } });
    return parameter ? [{ ...parameter, isWhole: true }] : [];
  });
}

/** The names between braces in a path template, each once. */
function placeholders(path: string): string[] {
  return [...new Set([...path.matchAll(/\{([^{}]+)\}/g)].map((match) => match[1] ?? ''))];
}

function canBeSent(context: BuildContext, path: string, parameter: Parameter, pointer: string): boolean {
  if (parameter.in === 'header') return !ignoredHeaders.has(parameter.name.toLowerCase());
  if (parameter.in !== 'path' || placeholders(path).includes(parameter.name)) return true;
  reportUnsupported(context, pointer, `the path parameter "${parameter.name}"`, 'the path has no such placeholder');
  return false;
}

function buildParameter(context: BuildContext, { raw, pointer }: Part): Parameter | undefined {
  const name = ownString(raw, 'name');
  const place = ownString(raw, 'in');
  if (name === undefined || !isPlace(place)) {
    reportUnsupported(context, pointer, 'the parameter', 'it has no name, or stands nowhere a request could carry it');
    return undefined;
  }
  const style = styleOf(context, raw, place, pointer);
  const explode = own(raw, 'explode');
  const value = valueOf(context, raw, pointer);
  return {
    name,
    in: place,
    required: place === 'path' || own(raw, 'required') === true,
    style,
    explode: typeof explode === 'boolean' ? explode : style === 'form' || style === 'cookie',
    allowReserved: own(raw, 'allowReserved') === true,
    ...value,
    docs: mergeDocs(docsOfPart(raw), value.schema.docs),
  };
}

function isPlace(text: string | undefined): text is ParameterLocation {
  return text !== undefined && Object.hasOwn(styles, text);
}

function styleOf(context: BuildContext, raw: JsonObject, place: ParameterLocation, pointer: string): ParameterStyle {
  const [usual = 'simple'] = styles[place];
  if (place === 'cookie' && ownString(raw, 'x-oas-style') === 'cookie') return 'cookie';
  const wanted = ownString(raw, 'style');
  const style = styles[place].find((name) => name === wanted);
  if (wanted !== undefined && !style) {
    reportUnsupported(
      context,
      joinPointer(pointer, 'style'),
      `the style "${wanted}"`,
      `a ${place} parameter cannot have it`,
    );
  }
  return style ?? usual;
}

/** The schema of a parameter, from `schema` or from the one media type of `content`. */
function valueOf(context: BuildContext, raw: JsonObject, pointer: string): Pick<Parameter, 'schema' | 'mediaType'> {
  const [mediaType] = Object.keys(ownObject(raw, 'content') ?? {});
  if (mediaType === undefined)
    return { schema: buildSchema(context, own(raw, 'schema'), joinPointer(pointer, 'schema')) };
  const media: JsonValue | undefined = own(own(raw, 'content'), mediaType);
  return {
    mediaType,
    schema: buildSchema(context, own(media, 'schema'), joinPointer(pointer, 'content', mediaType, 'schema')),
  };
}

function impliedParameter(name: string): Parameter {
  return {
    name,
    in: 'path',
    required: true,
    style: 'simple',
    explode: false,
    allowReserved: false,
    schema: { kind: 'string', typed: true, pointer: '', docs: emptyDocs, hedged: false },
    docs: emptyDocs,
  };
}

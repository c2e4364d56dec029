import { own, ownArray, ownObject, ownString, type JsonObject, type JsonValue } from '../../generator/base/json.ts';
import { contentSchema, isArray, alternatives, printedObject, resolve, type Spec } from './schema.ts';

/** A property or parameter as a page prints it. */
export interface Printed {
  /** `query id`, `request data.title`, `response items[].id`. */
  readonly key: string;
  readonly name: string;
  /** The part of the page, and the names of the way, `[]` for the items of an array, and of branches. */
  readonly part: string;
  readonly steps: readonly string[];
  readonly schema: JsonObject;
  readonly required: boolean;
  /** The description as it is printed; empty where there is none. */
  readonly text: string;
  /** What else of its own is printed that a reader may take for the description: that of its first alternative. */
  readonly other: string;
}

/** The operation of a description. */
export interface Operation {
  readonly method: string;
  readonly path: string;
}

const deepest = 9;

/** Text as a page shows it: without marks of Markdown, on one line. */
export function printedText(text: string): string {
  return text
    .replaceAll(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replaceAll('`', '')
    .replaceAll(/\s+/g, ' ')
    .trim();
}

/** The parts of an operation: its parameters, its body, and its first successful response. */
export function partsOf(
  { method, path }: Operation,
  spec: Spec,
): {
  readonly operation: JsonObject;
  readonly parameters: readonly JsonObject[];
  readonly body: JsonObject;
  readonly status: string | undefined;
  readonly response: JsonObject;
} {
  const item = ownObject(ownObject(spec, 'paths'), path) ?? {};
  const operation = ownObject(item, method) ?? {};
  const parameters = [...(ownArray(item, 'parameters') ?? []), ...(ownArray(operation, 'parameters') ?? [])];
  const responses = Object.entries(ownObject(operation, 'responses') ?? {});
  const [status, response] = responses.find(([code]) => code.startsWith('2')) ?? [];
  return {
    operation,
    parameters: parameters.map((parameter) => resolve(parameter, spec)),
    body: resolve(own(operation, 'requestBody'), spec),
    status,
    response: resolve(response, spec),
  };
}

/**
 * The names in the query of a path such as `/days?postal={postal}`: a path has none (OAS 3.1, section 4.8.8.1), and in a URL
 * they are what they stand in, whatever the description calls them.
 */
export function queryNames(path: string): string[] {
  return [...(/\?([^#]*)/.exec(path)?.[1] ?? '').matchAll(/([^&=]+)=\{/g)].map(([, name = '']) => name);
}

/** All that a page prints for an operation, in its order. */
export function printedOf(operation: Operation, spec: Spec): Printed[] {
  const found: Printed[] = [];
  const { parameters, body, response } = partsOf(operation, spec);
  for (const parameter of parameters) {
    const schema = resolve(own(parameter, 'schema'), spec);
    // one that is empty is none, and that of the schema is printed
    const given = ownString(parameter, 'description') ?? '';
    const description = given === '' ? ownString(schema, 'description') : given;
    const described = { ...schema, ...(description !== undefined && { description }) };
    const name = ownString(parameter, 'name') ?? '';
    const place = ownString(parameter, 'in') ?? 'query';
    const part = place === 'path' && queryNames(operation.path).includes(name) ? 'query' : place;
    const required = own(parameter, 'required') === true;
    add({ name, part, steps: [name] }, described, required, 0);
  }
  addProperties(contentSchema(body, spec), 'request', [], 0);
  addProperties(contentSchema(response, spec), 'response', [], 0);
  return found;

  function add(
    place: Pick<Printed, 'name' | 'part' | 'steps'>,
    node: JsonValue,
    required: boolean,
    depth: number,
  ): void {
    if (depth > deepest) return;
    const schema = resolve(node, spec);
    const text = printedText(ownString(schema, 'description') ?? '');
    const first = alternatives(schema)?.[0];
    const other = first === undefined ? '' : printedText(ownString(resolve(first, spec), 'description') ?? '');
    found.push({ ...place, key: `${place.part} ${place.steps.join('.')}`, schema, required, text, other });
    const items = alternatives(schema) === undefined && isArray(schema);
    const below = printedObject(schema, spec);
    addProperties(below, place.part, items ? [...place.steps, '[]'] : place.steps, depth + 1);
  }

  function addProperties(schema: JsonObject, part: string, steps: readonly string[], depth: number): void {
    const required = ownArray(schema, 'required') ?? [];
    for (const [name, property] of Object.entries(ownObject(schema, 'properties') ?? {}))
      add({ name, part, steps: [...steps, name] }, property, required.includes(name), depth);
  }
}

import { isObject, own, ownString, type JsonObject, type JsonValue } from '../../generator/base/json.ts';
import type { Spec } from './schema.ts';
import { bodySample, sampleOf, type Values } from './samples.ts';
import { partsOf, printedText, queryNames, type Operation, type Printed } from './truth.ts';

/** Where a page has its samples: before the text, there and again with the description in between, or behind the text. */
export type Layout = 'before' | 'twice' | 'behind';

/** A page, and the samples on it. */
export interface SampledPage {
  readonly text: string;
  /** The keys of `printedOf` that a sample shows. */
  readonly shown: ReadonlySet<string>;
}

/** A scraped page: a cURL sample and a JSON response around the rendered reference text. */
export function sampledPage(
  operation: Operation,
  spec: Spec,
  rendered: string,
  { values, layout }: { readonly values: Values; readonly layout: Layout },
): SampledPage {
  const { operation: node, parameters, body, response } = partsOf(operation, spec);
  const request = bodySample(body, spec, values);
  const answer = bodySample(response, spec, values);
  const query = parameters.filter((parameter) => isShown(parameter, 'query', values));
  const headers = parameters.filter((parameter) => isShown(parameter, 'header', values));
  const search = query.map((parameter) => `${ownString(parameter, 'name')}=${encodeURIComponent(valueOf(parameter))}`);
  const url = `https://api.example.com${withQuery(operation.path, search)}`;
  const lines = [
    `curl --request ${operation.method.toUpperCase()} \\`,
    `  --url ${search.length > 0 ? `'${url}'` : url} \\`,
    ...headers.map((parameter) => `  --header '${ownString(parameter, 'name')}: ${valueOf(parameter)}' \\`),
    `  --header 'Authorization: Bearer <token>'`,
  ];
  if (request !== undefined) {
    lines[lines.length - 1] += ' \\';
    const text = JSON.stringify(request, undefined, 2).replaceAll("'", String.raw`'\''`);
    lines.push(`  --header 'Content-Type: application/json' \\`, `  --data '`, text, `'`);
  }
  const curl = lines.map((line) => line.trimStart()).join('\n');
  const samples =
    answer === undefined
      ? `${curl}\n`
      : `${curl}${request === undefined ? '\n' : ''}${JSON.stringify(answer, undefined, 2)}`;
  const about = printedText(ownString(node, 'description') ?? '');
  const text =
    layout === 'behind'
      ? `${rendered}\n${samples}`
      : layout === 'twice' && about !== ''
        ? `${samples}${about}\n${samples}${rendered}`
        : `${samples}${rendered}`;
  const shown = new Set([
    ...[...operation.path.replace(/\?.*/s, '').matchAll(/\{([^{}]+)\}/g)].map((match) => `path ${match[1]}`),
    ...queryNames(operation.path).map((name) => `query ${name}`),
    ...query.map((parameter) => `query ${ownString(parameter, 'name')}`),
    ...headers.map((parameter) => `header ${ownString(parameter, 'name')}`),
    ...keysOf('request', request),
    ...keysOf('response', answer),
  ]);
  return { text, shown };

  function valueOf(parameter: JsonObject): string {
    const schema = own(parameter, 'schema');
    const example = own(parameter, 'example');
    const value =
      values === 'examples' && example !== undefined ? example : sampleOf(isObject(schema) ? schema : {}, spec, values);
    return (typeof value === 'object' ? JSON.stringify(value) : String(value)).replaceAll("'", '');
  }
}

/** A path with a query: before the fragment, which is never sent (RFC 3986, section 3.5), and joined to the one it has. */
function withQuery(path: string, search: readonly string[]): string {
  const [before = '', ...fragment] = path.split('#');
  const sign = before.includes('?') ? '&' : '?';
  const sent = search.length > 0 ? `${before}${sign}${search.join('&')}` : before;
  return [sent, ...fragment].join('#');
}

/** The query and headers of a sample are those that must be sent, and those an example is given for. */
function isShown(parameter: JsonObject, place: string, values: Values): boolean {
  if (
    own(parameter, 'in') !== place ||
    /^(?:authorization|accept|content-type)$/i.test(ownString(parameter, 'name') ?? '')
  )
    return false;
  const hasExample = own(parameter, 'example') !== undefined || own(own(parameter, 'schema'), 'example') !== undefined;
  return own(parameter, 'required') === true || (values === 'examples' && hasExample);
}

function keysOf(part: string, value: JsonValue | undefined, steps: readonly string[] = []): string[] {
  if (Array.isArray(value))
    return value.flatMap((item) => keysOf(part, item, steps.length > 0 ? [...steps, '[]'] : steps));
  if (!isObject(value)) return [];
  return Object.entries(value).flatMap(([name, child]) => {
    const path = [...steps, name];
    return [`${part} ${path.join('.')}`, ...keysOf(part, child, path)];
  });
}

/**
 * The text of a page whose anchors survived: before each property stands a link to it, which says the whole way. What
 * holds the properties is left to the link, as are the alternatives.
 */
export function anchoredText(printed: readonly Printed[], typeName: (schema: JsonObject) => string): string {
  return printed
    .flatMap((one) => {
      const part = one.part === 'request' ? 'body' : one.part === 'response' ? 'response' : 'parameter';
      const way = one.steps
        .filter((step) => step !== '[]')
        .map((step) => step.toLowerCase().replaceAll(/[^a-z\d]+/g, '-'));
      return [
        `[](#${[part, ...way].join('-')})`,
        one.name,
        typeName(one.schema),
        ...(one.required ? ['required'] : []),
        ...(one.text === '' ? [] : [one.text]),
      ];
    })
    .join('\n');
}

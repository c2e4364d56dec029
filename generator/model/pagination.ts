import { isObject, own, ownArray, ownObject, ownString, type JsonObject, type JsonValue } from '../base/json.ts';
import { joinPointer, pointerTokens } from '../base/pointer.ts';
import { reportUnsupported, type BuildContext } from './context.ts';
import type { Operation, PageParameter, Pagination } from './model.ts';
import type { Part } from './parts.ts';

/**
 * How an operation's pages follow each other, where the spec says so: by `x-pagination`, by an extension of others that
 * says the same (`forms`), or by a `Link` header among the headers of its success. Nothing is concluded from names. Gives
 * `model/unsupported` for what cannot be followed.
 */
export function paginationOf(
  context: BuildContext,
  { raw, pointer }: Part,
  operation: Pick<Operation, 'parameters' | 'responses' | 'method'>,
): Pagination | undefined {
  for (const [key, read] of forms) {
    const value = own(raw, key);
    if (value === undefined) continue;
    const said = read(value);
    const result = said === undefined ? 'it does not say how' : checked(said, operation);
    if (typeof result !== 'string') return result;
    reportUnsupported(context, joinPointer(pointer, key), key, result);
  }
  const hasLink = operation.responses.some(
    ({ status, headers }) => status.startsWith('2') && headers.some(({ name }) => name.toLowerCase() === 'link'),
  );
  return hasLink && operation.method === 'GET' ? { kind: 'link' } : undefined;
}

/** What an extension says, before it is known whether the operation has such parameters. */
interface Said {
  readonly type: string;
  /** The name of the parameter that asks for a page. */
  readonly request?: string | undefined;
  readonly place?: string | undefined;
  readonly size?: string | undefined;
  readonly items?: readonly string[] | undefined;
  readonly response?: readonly string[] | undefined;
  readonly more?: readonly string[] | undefined;
  readonly start?: number | undefined;
}

/** The extensions that are read, ours first. */
const forms: readonly (readonly [key: string, read: (value: JsonValue) => Said | undefined])[] = [
  ['x-pagination', ownForm],
  ['x-speakeasy-pagination', speakeasyForm],
  ['x-fern-pagination', fernForm],
  ['x-ms-pageable', pageableForm],
];

function ownForm(value: JsonValue): Said | undefined {
  const type = ownString(value, 'type');
  const start = own(value, 'start');
  if (type === undefined) return undefined;
  return {
    type,
    request: ownString(value, 'request'),
    place: ownString(value, 'in'),
    size: ownString(value, 'size'),
    items: tokensOf(ownString(value, 'items')),
    response: tokensOf(ownString(value, 'response')),
    more: tokensOf(ownString(value, 'more')),
    start: typeof start === 'number' ? start : undefined,
  };
}

function speakeasyForm(value: JsonValue): Said | undefined {
  const outputs = ownObject(value, 'outputs');
  const inputs = (ownArray(value, 'inputs') ?? []).filter(isObject);
  const input = (...types: string[]): JsonObject | undefined =>
    inputs.find((one) => types.includes(ownString(one, 'type') ?? ''));
  const kind = ownString(value, 'type');
  const asked = input('page', 'offset', 'cursor');
  const type = kind === 'offsetLimit' ? (ownString(asked, 'type') ?? '') : (kind ?? '');
  return {
    type,
    request: ownString(asked, 'name'),
    place: ownString(asked, 'in') === 'requestBody' ? 'body' : undefined,
    size: ownString(input('limit'), 'name'),
    items: expressionTokens(ownString(outputs, 'results')),
    response: expressionTokens(ownString(outputs, type === 'url' ? 'nextUrl' : 'nextCursor')),
  };
}

function fernForm(value: JsonValue): Said | undefined {
  const cursor = expressionTokens(ownString(value, 'cursor'));
  const offset = expressionTokens(ownString(value, 'offset'));
  const more = expressionTokens(ownString(value, 'has-next-page'));
  const items = expressionTokens(ownString(value, 'results'));
  const response = expressionTokens(ownString(value, 'next_cursor'));
  if (cursor) return { type: 'cursor', request: cursor.at(-1), items, response };
  // what is called an offset there counts pages unless a step is given
  const type = Object.hasOwn(isObject(value) ? value : {}, 'step') ? 'offset' : 'page';
  return offset && { type, request: offset.at(-1), items, more };
}

function pageableForm(value: JsonValue): Said | undefined {
  const next = ownString(value, 'nextLinkName');
  return next === undefined
    ? undefined
    : { type: 'url', response: [next], items: [ownString(value, 'itemName') ?? 'value'] };
}

/** The steps of a JSON Pointer; the empty one is the body itself. */
function tokensOf(pointer: string | undefined): readonly string[] | undefined {
  return pointer === '' || pointer?.startsWith('/') ? pointerTokens(pointer) : undefined;
}

/** The steps of `$.data.items`, `$response.data` and `$request.cursor`; undefined for what says more than that. */
function expressionTokens(expression: string | undefined): readonly string[] | undefined {
  const [, path] = /^\$(?:response|request)?((?:\.[\w-]+)*)$/.exec(expression ?? '') ?? [];
  return path?.split('.').slice(1);
}

/** What can be done with what was said, or why nothing can. */
function checked(said: Said, { parameters }: Pick<Operation, 'parameters'>): Pagination | string {
  const { type, items, response, more } = said;
  const common = { ...(items && { items }), ...(more && { more }) };
  if (type === 'link') return { kind: 'link', ...common };
  if (type === 'url') return response ? { kind: 'url', path: response, ...common } : 'it names no place of the address';
  const place = (name: string | undefined): PageParameter | undefined => {
    if (name === undefined) return undefined;
    if (said.place === 'body') return { in: 'body', name };
    const found = parameters.find((one) => one.name === name && one.in !== 'cookie');
    return found && found.in !== 'cookie' ? { in: found.in, name } : undefined;
  };
  const parameter = place(said.request);
  if (!parameter) return `the operation has no parameter ${said.request ?? 'that is named'}`;
  const size = place(said.size);
  if (type === 'cursor') {
    return response ? { kind: 'cursor', parameter, path: response, ...common } : 'it names no place of the cursor';
  }
  if (!items) return 'it names no place of the items, so that the last page could not be told';
  if (type === 'page') return { kind: 'page', parameter, start: said.start ?? 1, ...common };
  return type === 'offset'
    ? { kind: 'offset', parameter, ...(size && { size }), ...common }
    : `its type is none of link, url, cursor, page, offset`;
}

import type { ApiClient, Layer, RequestOptions } from './client.js';
import { ApiError, OperationError, type RequestIdentity } from './errors.js';
import type { ApiOperation, CallArguments } from './operation.js';
import type { AnyAnswer } from './result.js';

// Lists that come in pages, as the API's description (`x-pagination`, a `Link` header) says they do.

/** The way to a part of a body: names of members, and `-1` for the last item of a list. */
export type BodyPath = readonly string[];

type PageInput = Readonly<Record<string, unknown>>;

/** A page, and what was asked for it. */
export interface PageState {
  readonly input: PageInput;
  readonly body: unknown;
  readonly headers: Headers;
  /** The items of the page, where it is known where they are. */
  readonly items: readonly unknown[] | undefined;
}

/** How the next page is asked for: by another input, or by its address; undefined behind the last one. */
export type NextPage = (page: PageState) => { readonly input: PageInput } | { readonly url: string } | undefined;

type PartAt<Body, Path extends BodyPath> = Path extends readonly [
  infer First extends string,
  ...infer Rest extends BodyPath,
]
  ? Body extends object
    ? First extends keyof Body
      ? PartAt<NonNullable<Body[First]>, Rest>
      : never
    : never
  : Body;

/** The items of a list in a body. */
export type ItemAt<Body, Path extends BodyPath> = PartAt<Body, Path> extends readonly (infer Item)[] ? Item : unknown;

/** The pages of an operation, each asked for when the loop comes to it. */
export interface PagesFunction<Input, Output> {
  (client: ApiClient, ...call: CallArguments<Input>): AsyncGenerator<Output, void, undefined>;
}

/** The same, and the items of the pages. */
export interface ItemPagesFunction<Input, Output, Item> extends PagesFunction<Input, Output> {
  /** The items of all pages, one after the other. */
  items(client: ApiClient, ...call: CallArguments<Input>): AsyncGenerator<Item, void, undefined>;
}

/** The next page cannot be asked for: it would be at another host, or the one that was just there. */
export class PageError extends OperationError {
  override readonly name = 'PageError';

  constructor(request: RequestIdentity, text: string) {
    super(request, `has no next page to ask for: ${text}`);
  }
}

/** Makes the function that goes through the pages of `operation`; `list` is the way to the items of a body. */
export function pagesOf<Input, Output, Result, Item = never>(
  operation: ApiOperation<Input, Output, Result>,
  next: NextPage,
  list?: BodyPath,
): ItemPagesFunction<Input, Output, Item> {
  const { plan } = operation;
  const ask = operation.result as unknown as (
    client: ApiClient,
    input: PageInput,
    options: RequestOptions,
  ) => Promise<AnyAnswer>;

  async function* walk(client: ApiClient, given: PageInput = {}, options: RequestOptions = {}) {
    let input = given;
    let address: string | undefined;
    let url = '';
    // stands outside of all other layers, so that they see the address that is asked
    const readdress: Layer =
      (send) =>
      (written, ...rest) => {
        url = address ?? written;
        return send(url, ...rest);
      };
    for (;;) {
      const answer = await ask(client, input, { ...options, use: [readdress, ...(options.use ?? [])] });
      if (!answer.response.ok) throw new ApiError(plan, answer);
      const { body, headers } = answer;
      const found = list && partAt(body, list);
      const items = Array.isArray(found) ? (found as unknown[]) : undefined;
      yield { body, items: items ?? [] };
      const following = next({ input, body, headers, items });
      if (!following) return;
      if ('input' in following) input = following.input;
      else address = nextAddress(plan, following.url, url);
    }
  }

  async function* bodies(...call: Parameters<typeof walk>): AsyncGenerator<unknown> {
    for await (const { body } of walk(...call)) yield body;
  }
  async function* items(...call: Parameters<typeof walk>): AsyncGenerator<unknown> {
    for await (const page of walk(...call)) yield* page.items;
  }
  return Object.assign(bodies, { items }) as unknown as ItemPagesFunction<Input, Output, Item>;
}

/** The address of the next page. Credentials go along, so it must be where the first one was. */
function nextAddress(request: RequestIdentity, reference: string, current: string): string {
  const next = new URL(reference, current);
  if (next.origin !== new URL(current).origin) throw new PageError(request, `it is at ${next.origin}`);
  if (next.href === new URL(current).href) throw new PageError(request, 'it is the same again');
  return next.href;
}

/** The part of a body at the end of a way; undefined where there is none. */
function partAt(body: unknown, path: BodyPath): unknown {
  return path.reduce<unknown>((part, name) => {
    if (name === '-1' && Array.isArray(part)) return part.at(-1);
    return typeof part === 'object' && part !== null && Object.hasOwn(part, name)
      ? (part as Record<string, unknown>)[name]
      : undefined;
  }, body);
}

/** The address in the `Link` header with the relation `next` (RFC 8288). */
export const linkedPages: NextPage = ({ headers }) => {
  const url = nextLink(headers.get('Link') ?? '');
  return url === undefined ? undefined : { url };
};

/** The target of the first link with the relation `next`. */
function nextLink(header: string): string | undefined {
  for (let start = header.indexOf('<'); start !== -1;) {
    const end = header.indexOf('>', start);
    if (end === -1) return undefined;
    const behind = linkEnd(header, end + 1);
    if (relations(header.slice(end + 1, behind)).includes('next')) return header.slice(start + 1, end);
    start = header.indexOf('<', behind);
  }
  return undefined;
}

/** Where the parameters of a link end: at a comma that stands in no quotes. */
function linkEnd(header: string, start: number): number {
  let isQuoted = false;
  for (let index = start; index < header.length; index += 1) {
    if (isQuoted && header[index] === '\\') index += 1;
    else if (header[index] === '"') isQuoted = !isQuoted;
    else if (header[index] === ',' && !isQuoted) return index;
  }
  return header.length;
}

/** The relations that the parameters of a link name; of several `rel` the first counts (RFC 8288, section 3.3). */
function relations(parameters: string): string[] {
  const parameter = parameters.split(';').find((one) => /^rel\s*=/i.test(one.trim()));
  const value = parameter?.slice(parameter.indexOf('=') + 1).replaceAll('"', ' ') ?? '';
  return value.toLowerCase().split(/\s+/);
}

/** An address that stands in the body. */
export const addressedPages =
  (path: BodyPath): NextPage =>
  ({ body }) => {
    const url = partAt(body, path);
    return typeof url === 'string' && url !== '' ? { url } : undefined;
  };

/** Where a page is asked for: a place of parameters, or `body`, and the name there. */
export type PageParameter = readonly [place: 'query' | 'header' | 'path' | 'body', name: string];

/** A mark that stands in the body and is sent back; `more` is the way to whether there is a further page. */
export const markedPages =
  (parameter: PageParameter, path: BodyPath, more?: BodyPath): NextPage =>
  ({ input, body }) => {
    const mark = partAt(body, path);
    if (mark === undefined || mark === null || mark === '' || mark === false || isOver(body, more)) return undefined;
    // an API that does not understand the mark would give the first page for ever
    if (mark === valueOf(input, parameter)) return undefined;
    return { input: withValue(input, parameter, mark) };
  };

/** Pages by their number, of which the first is `first`. */
export const numberedPages =
  (parameter: PageParameter, first: number, more?: BodyPath): NextPage =>
  ({ input, body, items }) => {
    if (isOver(body, more) || (!more && !items?.length)) return undefined;
    return { input: withValue(input, parameter, Number(valueOf(input, parameter) ?? first) + 1) };
  };

/** Items by their number; a page with less than `size` says, which is how many were asked for, is the last one. */
export const offsetPages =
  (parameter: PageParameter, size?: PageParameter, more?: BodyPath): NextPage =>
  ({ input, body, items = [] }) => {
    const wanted = size && valueOf(input, size);
    const isShort = wanted !== undefined && items.length < Number(wanted);
    if (items.length === 0 || isOver(body, more) || (!more && isShort)) return undefined;
    return { input: withValue(input, parameter, Number(valueOf(input, parameter) ?? 0) + items.length) };
  };

function isOver(body: unknown, more: BodyPath | undefined): boolean {
  return more !== undefined && partAt(body, more) !== true;
}

function valueOf(input: PageInput, [place, name]: PageParameter): unknown {
  return partAt(input, [place, name]);
}

function withValue(input: PageInput, [place, name]: PageParameter, value: unknown): PageInput {
  return { ...input, [place]: { ...(input[place] as object | undefined), [name]: value } };
}

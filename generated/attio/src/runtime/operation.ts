import type { BodyEncoder } from './bodies.ts';
import type { ApiClient, OperationInfo, RequestOptions, Transport } from './client.ts';
import { ApiError, OperationError, TimeoutError, TransportError } from './errors.ts';
import { decode, type BodyKind } from './decode.ts';
import type { Place, PlacedValues, RequestDraft } from './places.ts';
import type { AnyAnswer, ErrorOf } from './result.ts';
import type { Encoder, Escape } from './styles.ts';

/** Where a parameter stands, its name, how it is written and how escaped. */
export type ParameterPlan = readonly [place: Place, name: string, encode: Encoder, escape?: Escape];

/** All that is needed to call one operation. */
export interface OperationPlan extends OperationInfo {
  readonly parameters?: readonly ParameterPlan[];
  /** Encoders of the body by media type; the first is used unless the input says otherwise. */
  readonly body?: Readonly<Record<string, BodyEncoder>>;
  /** Media types that responses are documented in. */
  readonly accept?: string;
  /** How bodies are read, by status or range of them (`4XX`). */
  readonly responses: Readonly<Record<string, BodyKind>>;
}

/** An input in which nothing is required may be left out. */
export type CallArguments<Input> =
  Record<never, never> extends Input
    ? [input?: Input | undefined, options?: RequestOptions | undefined]
    : [input: Input, options?: RequestOptions | undefined];

/** A function that calls one operation. */
export interface ApiOperation<Input, Output, Result> {
  /** Resolves with the body of a success; throws an `ApiError` for every other answer. */
  (client: ApiClient, ...call: CallArguments<Input>): Promise<Output>;
  /** Resolves with every answer, told apart by `status`; throws only where there is none, or it cannot be read. */
  result(client: ApiClient, ...call: CallArguments<Input>): Promise<Result>;
  /** Whether an error is an `ApiError` of this operation. */
  isError(error: unknown): error is ErrorOf<Result>;
  readonly plan: OperationPlan;
}

interface AnyInput extends PlacedValues {
  readonly body?: unknown;
  readonly contentType?: string;
}

type Send = (client: ApiClient, input?: AnyInput, options?: RequestOptions) => Promise<AnyAnswer>;

/** Makes the function that calls the operation described by `plan`. */
export function defineOperation<Input, Output, Result>(plan: OperationPlan): ApiOperation<Input, Output, Result> {
  const result: Send = (client, input = {}, options = {}) => exchange(plan, client, input, options);
  const call = async (...given: Parameters<Send>): Promise<Output> => {
    const answer = await result(...given);
    if (answer.ok || (!answer.documented && answer.response.ok)) return answer.body as Output;
    throw new ApiError(plan, answer);
  };
  const isError = (error: unknown): boolean => error instanceof ApiError && error.operationId === plan.id;
  return Object.assign(call, { result, isError, plan }) as unknown as ApiOperation<Input, Output, Result>;
}

/** One request and its answer. Bodies are checked as they are written and as they are read, if the client can. */
async function exchange(
  plan: OperationPlan,
  client: ApiClient,
  input: AnyInput,
  options: RequestOptions,
): Promise<AnyAnswer> {
  const { validators, validate, json = JSON, fetch: transport = fetch } = client.options;
  const check = (key: string, body: unknown, response?: Response): void =>
    validators?.check(plan, key, body, { ...validate, ...options.validate }, response);
  const mediaType = input.contentType ?? Object.keys(plan.body ?? {})[0] ?? '';
  if (input.body !== undefined) check(mediaType, input.body);
  const [url, init] = writeRequest(plan, client, input, options, mediaType);
  try {
    const send = [...(options.use ?? []), ...client.layers].reduceRight<Transport>(
      (next, layer) => layer(next),
      options.fetch ?? transport,
    );
    const response = await send(url, init, plan, { client, options });
    const { status, headers } = response;
    const key = [`${status}`, `${status}`[0] + 'XX'].find((one) => Object.hasOwn(plan.responses, one));
    const documented = key !== undefined;
    const body = await decode(plan, response, documented ? plan.responses[key] : undefined, json);
    if (documented) check(key, body, response);
    return { ok: documented && response.ok, documented, status, body, headers, response };
  } catch (error) {
    if (error instanceof OperationError) throw error;
    // a body that is being read when the signal comes fails with an error of its own
    const cause: unknown = options.signal?.aborted ? options.signal.reason : error;
    if (cause instanceof DOMException && cause.name === 'TimeoutError') throw new TimeoutError(plan, cause);
    throw options.signal?.aborted ? cause : new TransportError(plan, cause);
  }
}

function writeRequest(
  plan: OperationPlan,
  client: ApiClient,
  input: AnyInput,
  options: RequestOptions,
  mediaType: string,
): [url: string, init: Parameters<Transport>[1]] {
  const { baseUrl, headers: shared, json = JSON } = client.options;
  const headers = new Headers(shared);
  const draft: RequestDraft = { request: plan, path: plan.path, query: [], headers, cookies: [] };
  const { query, cookies } = draft;
  if (plan.accept !== undefined) headers.set('Accept', plan.accept);
  for (const [place, ...parameter] of plan.parameters ?? []) place(draft, input, ...parameter);
  const body = input.body === undefined ? undefined : plan.body?.[mediaType]?.(input.body, json, mediaType);
  // fetch itself takes the type of a Blob where ours is a range, and the boundary of a form
  if (body !== undefined && !/\*|^multipart/i.test(mediaType)) headers.set('Content-Type', mediaType);
  if (options.headers) new Headers(options.headers).forEach((value, name) => headers.set(name, value));
  if (cookies.length > 0) headers.set('Cookie', cookies.join('; '));
  // a template may hold a query of its own, and a fragment that only tells operations apart
  const [path] = draft.path.split('#');
  const url = `${(options.baseUrl ?? baseUrl).replace(/\/+$/, '')}${path}`;
  const init = {
    method: plan.method,
    headers,
    signal: options.signal ?? null,
    // streams are refused without `duplex`, and it is what all other bodies are sent with anyway
    ...(body !== undefined && { body, duplex: 'half' }),
  };
  return [query.length > 0 ? url + (url.includes('?') ? '&' : '?') + query.join('&') : url, init];
}

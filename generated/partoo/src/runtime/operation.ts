import type { BodyEncoder } from './bodies.ts';
import type { ApiClient, ClientOptions, OperationInfo, RequestOptions, Transport } from './client.ts';
import { ApiError, OperationError, TimeoutError, TransportError } from './errors.ts';
import { decode, type BodyKind } from './decode.ts';
import type { Place, PlacedValues, RequestDraft } from './places.ts';
import type { AnyAnswer, ErrorOf } from './result.ts';
import type { Encoder, Escape } from './styles.ts';

/** Where a parameter stands, its name, how it is written and how escaped. */
export type ParameterPlan = readonly [place: Place, name: string, encode: Encoder, escape?: Escape];

/** All that is needed to call one operation. */
export interface OperationPlan extends OperationInfo {
  /** Where it is sent, if not to the client's server. */
  readonly server?: (client: ClientOptions) => string;
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

/** Gives the body, or what is to be sent instead; throws where it breaks its schema. */
type Check = (key: string, body: unknown, response?: Response) => unknown;

type Send = (client: ApiClient, input?: AnyInput, options?: RequestOptions) => Promise<AnyAnswer>;

/** Makes the function that calls the operation described by `plan`. */
export function defineOperation<Input, Output, Result>(plan: OperationPlan): ApiOperation<Input, Output, Result> {
  const result: Send = (client, input = {}, options = {}) => exchange(plan, client, input, options);
  const call = async (...given: Parameters<Send>): Promise<Output> => {
    const answer = await result(...given);
    if (answer.response.ok) return answer.body as Output;
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
  const check: Check = (key, body, response) =>
    validators ? validators.check(plan, key, body, { ...validate, ...options.validate }, response) : body;
  const [url, init] = writeRequest(plan, client, input, options, check);
  try {
    const send = [...(options.use ?? []), ...client.layers].reduceRight<Transport>(
      (next, layer) => layer(next),
      options.fetch ?? transport,
    );
    const response = await send(url, init, plan, { client, options });
    const { status, headers } = response;
    const key = [`${status}`, `${status}`[0] + 'XX'].find((one) => one in plan.responses) ?? '';
    const documented = key !== '';
    const body = await decode(plan, response, plan.responses[key], json);
    if (documented) check(key, body, response);
    return { ok: documented && response.ok, documented, status, body, headers, response };
  } catch (error) {
    // what the items of a body fail with is the cause of what engines throw
    for (const one of [error, (error as Error | undefined)?.cause]) if (one instanceof OperationError) throw one;
    // a body that is being read when the signal comes fails with an error of its own
    const { aborted, reason = error }: Partial<AbortSignal> = options.signal ?? {};
    if (reason instanceof DOMException && reason.name === 'TimeoutError') throw new TimeoutError(plan, reason);
    throw aborted ? reason : new TransportError(plan, reason);
  }
}

function writeRequest(
  plan: OperationPlan,
  client: ApiClient,
  input: AnyInput,
  options: RequestOptions,
  check: Check,
): [url: string, init: Parameters<Transport>[1]] {
  const { baseUrl, headers: shared, json = JSON } = client.options;
  const { contentType = Object.keys(plan.body ?? {})[0] ?? '' } = input;
  const encode = input.body === undefined ? undefined : plan.body?.[contentType];
  const body = encode?.(check(contentType, input.body), json, contentType);
  const headers = new Headers(shared);
  const query: string[] = [];
  const cookies: string[] = [];
  const draft: RequestDraft = { request: plan, path: plan.path, query, headers, cookies };
  if (plan.accept) headers.set('Accept', plan.accept);
  for (const [place, ...parameter] of plan.parameters ?? []) place(draft, input, ...parameter);
  // a body knows more of its type where ours is a range, or lacks a boundary; that of a form is known to fetch alone
  const type = /\*|^multipart/i.test(contentType) ? (body as Partial<Blob> | undefined)?.type : contentType;
  if (body !== undefined && type) headers.set('Content-Type', type);
  if (options.headers) new Headers(options.headers).forEach((value, name) => headers.set(name, value));
  if (cookies.length > 0) headers.set('Cookie', cookies.join('; '));
  // a template may hold a query of its own, and a fragment that only tells operations apart
  const url = `${(options.baseUrl ?? plan.server?.(client.options) ?? baseUrl).replace(/\/+$/, '')}${draft.path.replace(/#.*/s, '')}`;
  const init = {
    method: plan.method,
    headers,
    signal: options.signal ?? null,
    // streams are refused without `duplex`, and it is what all other bodies are sent with anyway
    ...(body !== undefined && { body, duplex: 'half' }),
  };
  return [query.length > 0 ? url + (url.includes('?') ? '&' : '?') + query.join('&') : url, init];
}

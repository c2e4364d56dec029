import type { BodyEncoder } from './bodies.js';
import type { CredentialSlots } from './auth.js';
import type { ApiClient, Parse, RequestOptions } from './client.js';
import {
  ApiError,
  DecodeError,
  TransportError,
  UnsafeHeaderError,
  UnsafePathError,
  ValidationError,
} from './errors.js';
import { decode, type BodyKind } from './decode.js';
import type { AnyAnswer, ErrorOf } from './result.js';
import { noEscape, percentEncode, type Encoder, type Escape } from './styles.js';

type Place = 'path' | 'query' | 'header' | 'cookie';

/** Where a parameter stands, its name, how it is written and how escaped. */
export type ParameterPlan = readonly [place: Place, name: string, encode: Encoder, escape?: Escape];

/** All that is needed to call one operation. */
export interface OperationPlan {
  readonly id: string;
  readonly method: string;
  readonly path: string;
  readonly parameters?: readonly ParameterPlan[];
  /** Encoders of the body by media type; the first is used unless the input says otherwise. */
  readonly body?: Readonly<Record<string, BodyEncoder>>;
  /** Media types that responses are documented in. */
  readonly accept?: string;
  /** How bodies are read, by status or range of them (`4XX`). */
  readonly responses: Readonly<Record<string, BodyKind>>;
  /** Names of security schemes: alternatives of what holds together. */
  readonly security?: readonly (readonly string[])[];
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

interface AnyInput {
  readonly path?: object;
  readonly query?: object;
  readonly header?: object;
  readonly cookie?: object;
  readonly body?: unknown;
  readonly contentType?: string;
}

/** Makes the function that calls the operation described by `plan`. */
export function defineOperation<Input, Output, Result>(plan: OperationPlan): ApiOperation<Input, Output, Result> {
  const call = async (client: ApiClient, input: AnyInput = {}, options: RequestOptions = {}): Promise<Output> => {
    const answer = await send(plan, client, input, options);
    if (answer.ok || (!answer.documented && answer.response.ok)) return answer.body as Output;
    throw new ApiError(plan, answer.response, answer.body);
  };
  return Object.assign(call, {
    result: (client: ApiClient, input: AnyInput = {}, options: RequestOptions = {}) =>
      send(plan, client, input, options),
    isError: (error: unknown) => error instanceof ApiError && error.operationId === plan.id,
    plan,
  }) as unknown as ApiOperation<Input, Output, Result>;
}

async function send(
  plan: OperationPlan,
  client: ApiClient,
  input: AnyInput,
  options: RequestOptions,
): Promise<AnyAnswer> {
  const { validators, validate } = client.options;
  const switches = { ...validate, ...options.validate };
  const validator = validators?.[plan.id];
  const contentType = input.contentType ?? Object.keys(plan.body ?? {})[0];
  if (switches.requests !== false && input.body !== undefined)
    check(plan, validator?.body?.[contentType ?? ''], input.body);
  const [url, init] = await writeRequest(plan, client, input, contentType, options);
  const response = await transport(plan, options.signal, () => {
    const fetcher = options.fetch ?? client.options.fetch ?? fetch;
    return fetcher(url, init);
  });
  const { status, headers } = response;
  const key = [String(status), `${String(status)[0]}XX`].find((one) => Object.hasOwn(plan.responses, one));
  const documented = key !== undefined;
  const kind = documented ? plan.responses[key] : undefined;
  const body = await transport(plan, options.signal, () => decode(plan, response, kind));
  if (documented && switches.responses !== false) check(plan, validator?.responses?.[key], body, response);
  return { ok: documented && response.ok, documented, status, body, headers, response };
}

function check(plan: OperationPlan, parse: Parse | undefined, body: unknown, response?: Response): void {
  const parsed = parse?.(body);
  if (parsed?.ok === false) throw new ValidationError(plan, parsed.issues, response);
}

/** Runs a step of the exchange: an abort rejects with the signal's reason, any other failure with a TransportError. */
async function transport<Value>(
  plan: OperationPlan,
  signal: AbortSignal | undefined,
  step: () => Value | Promise<Value>,
): Promise<Value> {
  try {
    return await step();
  } catch (cause) {
    signal?.throwIfAborted();
    throw cause instanceof DecodeError ? cause : new TransportError(plan, cause);
  }
}

async function writeRequest(
  plan: OperationPlan,
  client: ApiClient,
  input: AnyInput,
  contentType: string | undefined,
  options: RequestOptions,
): Promise<[url: string, init: RequestInit]> {
  const slots: Slots = { path: plan.path, query: [], headers: new Headers(client.options.headers), cookies: [] };
  const { headers, query, cookies } = slots;
  if (plan.accept !== undefined) headers.set('Accept', plan.accept);
  for (const parameter of plan.parameters ?? []) writeParameter(parameter, input, slots);
  const init: RequestInit & { duplex?: 'half' } = { method: plan.method, headers };
  if (options.signal) init.signal = options.signal;
  if (input.body !== undefined && contentType !== undefined) {
    const body = plan.body?.[contentType]?.(input.body) ?? null;
    init.body = body;
    // fetch itself names the boundary of a form, and the type of a Blob where ours is a range
    if (!(body instanceof FormData) && !contentType.includes('*')) headers.set('Content-Type', contentType);
    if (body instanceof ReadableStream) init.duplex = 'half';
  }
  await authorize(plan, client, slots);
  new Headers(options.headers).forEach((value, name) => headers.set(name, value));
  if (cookies.length > 0) headers.set('Cookie', cookies.join('; '));
  const base = (options.baseUrl ?? client.options.baseUrl).replace(/\/+$/, '');
  return [`${base}${slots.path}${query.length > 0 ? `?${query.join('&')}` : ''}`, init];
}

interface Slots extends CredentialSlots {
  path: string;
}

function writeParameter([place, name, encode, escape]: ParameterPlan, input: AnyInput, slots: Slots): void {
  const values: object = input[place] ?? {};
  const value: unknown = Object.hasOwn(values, name) ? Reflect.get(values, name) : undefined;
  const text = encode(name, value, escape ?? (place === 'header' ? noEscape : percentEncode));
  if (place === 'path') {
    slots.path = slots.path.replaceAll(`{${name}}`, () => text ?? '');
    if (!text || /(?:^|\/)\.\.?(?:\/|$)/.test(`${text}/${slots.path}`)) throw new UnsafePathError(name, value);
  } else if (text !== undefined) {
    if (place === 'query') slots.query.push(text);
    else if (place === 'cookie') slots.cookies.push(text);
    else if (/[\r\n\0]/.test(text)) throw new UnsafeHeaderError(name);
    else slots.headers.set(name, text);
  }
}

/** Sends the credentials of the first alternative that has them all; none where no alternative is complete. */
async function authorize(
  { security = [] }: OperationPlan,
  { options, schemes }: ApiClient,
  slots: Slots,
): Promise<void> {
  const auth = options.auth ?? {};
  const complete = security.find((names) => names.length > 0 && names.every((name) => auth[name] !== undefined));
  for (const name of complete ?? []) {
    const credential = auth[name];
    schemes[name]?.(typeof credential === 'function' ? await credential() : credential, slots);
  }
}

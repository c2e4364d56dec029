import type { Parse } from './client.js';
import type { Issue } from './validation.js';

// Requests that the API sends: webhooks and callbacks.

/** A request as a server has it: one of `fetch`, or its headers and the bytes of its body, as they came. */
export type WebhookRequest =
  | Request
  | {
      readonly headers: Headers | Readonly<Record<string, string | readonly string[] | undefined>>;
      readonly body: string | Uint8Array | ArrayBuffer;
    };

/** What a signature is made over. */
export interface SignedMessage {
  /** The body as it came: what was parsed and written anew may differ. */
  readonly body: Uint8Array<ArrayBuffer>;
  readonly headers: Headers;
}

/** Whether a message is from whom it says; false, or an error of its own, refuses it. */
export type VerifySignature = (message: SignedMessage) => boolean | Promise<boolean>;

/** How a request is received. */
export interface ReceiveOptions {
  /** Is asked before anything is read. `unsigned` takes what comes from anybody. */
  readonly verify: VerifySignature | 'unsigned';
  /** With `closed`, values that the documents do not list are refused, too; `false` checks nothing. */
  readonly validate?: boolean | 'closed' | undefined;
}

/** A webhook or callback, and what it carries. */
export interface WebhookReceiver<Name extends string, Payload> {
  readonly name: Name;
  /** The payload of a request. Throws a WebhookError where it is not signed, no JSON, or not what is documented. */
  receive(request: WebhookRequest, options: ReceiveOptions): Promise<Payload>;
  /** The payload in a body that was verified elsewhere. Throws a WebhookError. */
  parse(body: string | Uint8Array<ArrayBuffer>, options?: Pick<ReceiveOptions, 'validate'>): Payload;
}

/** Reads the body of a request; throws where it is not of its media type. */
export type PayloadReader = (body: Uint8Array<ArrayBuffer>) => unknown;

/** One of several webhooks, by its name. */
export type ReceivedOf<Known> =
  Known extends WebhookReceiver<infer Name, infer Payload> ? { readonly name: Name; readonly payload: Payload } : never;

/** A request that is not taken. Answer it with 400; with 401 where `reason` is `signature`. */
export class WebhookError extends Error {
  override readonly name = 'WebhookError';
  readonly reason: 'signature' | 'json' | 'payload';
  /** Why the payload is not what is documented. */
  readonly issues: readonly Issue[];

  constructor(reason: WebhookError['reason'], text: string, issues: readonly Issue[] = [], options?: ErrorOptions) {
    super(text, options);
    this.reason = reason;
    this.issues = issues;
  }
}

/** JSON, as most are sent. */
const jsonPayload: PayloadReader = (body) => JSON.parse(textPayload(body));

/** Text, UTF-8. */
export const textPayload = (body: Uint8Array<ArrayBuffer>): string => new TextDecoder().decode(body);

/** Bytes, as they came. */
export const bytesPayload: PayloadReader = (body) => body;

/** Makes what receives one webhook: how its body is read, and what it is checked with, if there is anything to check. */
export function defineWebhook<Name extends string, Payload>(
  name: Name,
  check: Parse | undefined,
  read: PayloadReader = jsonPayload,
): WebhookReceiver<Name, Payload> {
  const parse: WebhookReceiver<Name, Payload>['parse'] = (body, { validate = true } = {}) =>
    checked(name, check, readBody(name, bytesOf(body), read), validate) as Payload;
  return {
    name,
    parse,
    receive: async (request, options) => parse(await verifiedBody(name, request, options), options),
  };
}

/**
 * Receives what may be any of several webhooks, as where all of them go to one address: the first whose payload it is.
 * Where it is none as documented, those are asked that a newer API may have added values or branches to.
 */
export async function receiveAny<Known extends readonly WebhookReceiver<string, unknown>[]>(
  request: WebhookRequest,
  known: Known,
  { verify, validate = true }: ReceiveOptions,
): Promise<ReceivedOf<Known[number]>> {
  const names = known.map(({ name }) => name).join(', ');
  const body = await verifiedBody(names, request, { verify });
  const refusals: WebhookError[] = [];
  for (const mode of validate === true ? (['closed', true] as const) : [validate]) {
    for (const webhook of known) {
      try {
        return { name: webhook.name, payload: webhook.parse(body, { validate: mode }) } as ReceivedOf<Known[number]>;
      } catch (error) {
        if (!(error instanceof WebhookError)) throw error;
        refusals.push(error);
      }
    }
  }
  const [first] = refusals;
  if (first && refusals.every(({ reason }) => reason === 'json')) throw first;
  throw new WebhookError(
    'payload',
    `What came is none of ${names}`,
    refusals.flatMap(({ issues }) => issues),
  );
}

function checked(name: string, check: Parse | undefined, value: unknown, validate: boolean | 'closed'): unknown {
  const result = validate === false ? undefined : check?.(value, { open: validate !== 'closed' });
  if (result?.ok !== false) return value;
  const [first] = result.issues;
  throw new WebhookError('payload', `${name} has an invalid payload: ${first?.path} ${first?.message}`, result.issues);
}

function readBody(name: string, body: Uint8Array<ArrayBuffer>, read: PayloadReader): unknown {
  try {
    return read(body);
  } catch (cause) {
    throw new WebhookError('json', `${name} has a payload that is not JSON`, [], { cause });
  }
}

async function verifiedBody(
  name: string,
  request: WebhookRequest,
  { verify }: ReceiveOptions,
): Promise<Uint8Array<ArrayBuffer>> {
  const message = await messageOf(request);
  if (verify !== 'unsigned' && (await verify(message)) !== true) {
    throw new WebhookError('signature', `${name} has no valid signature`);
  }
  return message.body;
}

const bytesOf = (body: string | Uint8Array | ArrayBuffer): Uint8Array<ArrayBuffer> =>
  typeof body === 'string' ? new TextEncoder().encode(body) : new Uint8Array(body);

async function messageOf(request: WebhookRequest): Promise<SignedMessage> {
  if (request instanceof Request) {
    return { body: new Uint8Array(await request.arrayBuffer()), headers: request.headers };
  }
  const { body, headers: given } = request;
  const bytes = bytesOf(body);
  if (given instanceof Headers) return { body: bytes, headers: given };
  const headers = new Headers();
  for (const [name, value] of Object.entries(given)) {
    for (const one of value === undefined ? [] : [value].flat()) headers.append(name, one);
  }
  return { body: bytes, headers };
}

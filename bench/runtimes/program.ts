import type * as streams from '../../templates/runtime/item-stream.ts';
import type * as resilience from '../../templates/runtime/resilience.ts';
import type * as signatures from '../../templates/runtime/signatures.ts';
import type * as upload from '../../templates/runtime/upload.ts';
import type { ClientOptions, RequestOptions } from '../../templates/runtime/client.ts';
import type { WebhookReceiver } from '../../templates/runtime/webhooks.ts';

// What is done with packages in each engine. It is handed their modules, and uses nothing but what all engines have.

type Client = object;
type Call = (client: Client, input?: object, options?: RequestOptions) => Promise<unknown>;
type Operation = Call & { readonly result: (client: Client, input?: object) => Promise<Answer> };
type Answer = { readonly status: number; readonly body: unknown; readonly headers: Headers };
type Config = Partial<Omit<ClientOptions, 'validators'>> & { readonly validators?: unknown };

interface Package {
  createClient(config: Config): Client;
  readonly operationValidators: unknown;
}

/** The modules of both packages. */
export interface Modules {
  readonly partoo: Package & { readonly putUpdateCustomFields: Operation };
  readonly sample: Package &
    typeof upload &
    Record<'getThing' | 'addThing' | 'watch' | 'lines' | 'download' | 'upload' | 'send', Operation>;
  readonly transports: typeof resilience;
  readonly webhooks: typeof signatures & { readonly thingAddedWebhook: WebhookReceiver<string, unknown> };
}

type Check = readonly [label: string, expected: unknown, run: () => Promise<unknown>];

/** What became of each check: `ok`, or what came instead of what was expected. */
export async function runChecks(modules: Modules, baseUrl: string): Promise<Record<string, string>> {
  const outcomes: Record<string, string> = {};
  for (const [label, expected, run] of [...plainChecks(modules, baseUrl), ...streamChecks(modules, baseUrl)]) {
    const found = await run().catch((error: unknown) => nameOf(error));
    const text = JSON.stringify(found);
    outcomes[label] = text === JSON.stringify(expected) ? 'ok' : (text ?? 'nothing').slice(0, 200);
  }
  return outcomes;
}

/** An error in a few words: its name, and what tells one of a kind from another. */
function nameOf(error: unknown): unknown {
  const { name, status, during, message } = error as Record<string, unknown>;
  if (name === 'Error' || name === 'TypeError') return [name, message];
  return [name, status ?? during ?? null];
}

const at = (id: unknown): object => ({ path: { id } });

const bytes = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text);

async function all(stream: unknown): Promise<unknown[]> {
  const items: unknown[] = [];
  for await (const item of stream as streams.ItemStream<unknown>) items.push(item);
  return items;
}

function plainChecks({ partoo, sample, transports }: Modules, baseUrl: string): Check[] {
  const { operationValidators: validators } = sample;
  const { getThing } = sample;
  const client = sample.createClient({ baseUrl, validators });
  const patient = (settings: Parameters<typeof transports.resilience>[0]): Client =>
    sample.createClient({ baseUrl, validators, use: [transports.resilience(settings)] });
  const quick = patient({ retry: { baseDelay: 1 } });
  const update = (body: object): Promise<unknown> =>
    partoo.putUpdateCustomFields(
      partoo.createClient({ baseUrl, auth: { ApiKeyAuth: 'key' }, validators: partoo.operationValidators }),
      { path: { custom_field_id: 42 }, query: { org_id: 7 }, body },
    );
  const aborted = async (): Promise<unknown> => {
    const controller = new AbortController();
    const call = getThing(patient({}), at(8), { signal: controller.signal });
    setTimeout(() => controller.abort(new Error('enough')), 100);
    const start = Date.now();
    const error = await call.catch((thrown: unknown) => thrown);
    return [(error as Error).message, Date.now() - start < 5000];
  };
  return [
    ['PUT, the operation of Partoo', { status: 'success' }, () => update({ type: 'BOOLEAN', name: 'Parking é' })],
    [
      'its validator refuses a body',
      ['ValidationError', null],
      () => update({ type: 'TEXT', name: 'x', max_len: 'x' }),
    ],
    ['GET', { id: 1, name: 'Thing' }, () => getThing(client, at(1))],
    [
      'an answer with its status and headers',
      [200, '3'],
      () => getThing.result(client, at(1)).then(({ status, headers }) => [status, headers.get('x-total')]),
    ],
    ['no content', null, async () => (await getThing(client, at(204))) ?? null],
    ['POST, a JSON body', { id: 1, name: 'é' }, () => sample.addThing(client, { body: { id: 1, name: 'é' } })],
    ['ApiError', ['ApiError', 404], () => getThing(client, at(9))],
    ['DecodeError', ['DecodeError', 200], () => getThing(client, at(6))],
    ['ValidationError of an answer', ['ValidationError', null], () => getThing(client, at(7))],
    ['UnsafePathError', ['UnsafePathError', null], () => getThing(client, at('..'))],
    [
      'TransportError',
      ['TransportError', null],
      () => getThing(sample.createClient({ baseUrl: 'http://127.0.0.1:9' }), at(1)),
    ],
    ['retry after 503', { id: 2, name: 'Thing' }, () => getThing(quick, at(2))],
    ['retry after a reset in the body', { id: 3, name: 'Thing' }, () => getThing(quick, at(3))],
    [
      'timeout while waiting',
      ['TimeoutError', 'waiting for an answer'],
      () => getThing(patient({ timeout: { overall: 100 } }), at(4)),
    ],
    [
      'timeout in the body',
      ['TimeoutError', 'reading the body'],
      () => getThing(patient({ timeout: { overall: 300 } }), at(5)),
    ],
    ['abort wakes a back-off of 30 s', ['enough', true], aborted],
  ];
}

function streamChecks({ sample, webhooks }: Modules, baseUrl: string): Check[] {
  const client = sample.createClient({ baseUrl, validators: sample.operationValidators });
  const signed = async (): Promise<unknown> => {
    const secret = bytes('secret');
    const body = '{"id":5,"name":"New"}';
    const algorithm = { name: 'HMAC', hash: 'SHA-256' };
    const key = await crypto.subtle.importKey('raw', secret, algorithm, false, ['sign']);
    const made = new Uint8Array(await crypto.subtle.sign('HMAC', key, bytes(body)));
    const signature = [...made].map((byte) => byte.toString(16).padStart(2, '0')).join('');
    const request = new Request('http://x.test/', { method: 'POST', body, headers: { 'X-Signature': signature } });
    const verify = webhooks.hmacSignature({ secret, header: 'X-Signature' });
    return webhooks.thingAddedWebhook.receive(request, { verify });
  };
  const form = { title: 'é', file: new Blob(['ab'], { type: 'image/png' }) };
  const parts =
    'Content-Disposition: form-data; name="title"|é|Content-Disposition: form-data; name="file"; filename="blob"|Content-Type: image/png|ab';
  return [
    [
      'server-sent events',
      [
        { id: '1', data: 'one' },
        { id: '2', data: 'two' },
      ],
      async () => all(await sample.watch(client)),
    ],
    ['JSON Lines', [{ id: 1 }, { id: 2 }], async () => all(await sample.lines(client))],
    [
      'a file as a Blob',
      [0, 255, 10],
      async () => [...new Uint8Array(await ((await sample.download(client)) as Blob).arrayBuffer())],
    ],
    [
      'upload of bytes',
      { text: 'bytes', type: 'application/octet-stream' },
      () => sample.upload(client, { body: bytes('bytes') }),
    ],
    [
      'upload of a stream',
      { text: 'in pieces', type: 'application/octet-stream' },
      () => sample.upload(client, { body: sample.streamOf(['in ', 'pieces']) }),
    ],
    ['a multipart body', { text: parts, type: 'multipart' }, () => sample.send(client, { body: form })],
    ['the signature of a webhook', { id: 5, name: 'New' }, signed],
  ];
}

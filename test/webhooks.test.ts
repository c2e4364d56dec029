import { spawnSync } from 'node:child_process';
import { createHmac } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import type { JsonObject } from '../generator/base/json.ts';
import { equalInConstantTime, hmacSignature } from '../templates/runtime/signatures.ts';
import type { WebhookReceiver } from '../templates/runtime/webhooks.ts';
import { description, makePackage, type MadePackage } from './support/packages.ts';
import { projectFolder } from './support/sources.ts';

// What the API sends: webhooks and callbacks, their payloads and their signatures.

const carries = (schema: JsonObject): JsonObject => ({
  post: {
    requestBody: { required: true, content: { 'application/json': { schema } } },
    responses: { 200: { description: 'taken' } },
  },
});
const pet: JsonObject = { $ref: '#/components/schemas/Pet' };
const api = description(
  {
    Pet: {
      type: 'object',
      required: ['id', 'name'],
      properties: {
        id: { type: 'integer', readOnly: true },
        name: { type: 'string' },
        secret: { type: 'string', writeOnly: true },
        mood: { type: 'string', enum: ['calm', 'wild'] },
      },
    },
  },
  {
    servers: [{ url: 'https://api.example.com' }],
    paths: {
      '/pets': {
        post: {
          operationId: 'addPet',
          requestBody: { required: true, content: { 'application/json': { schema: pet } } },
          responses: { 201: { description: 'made' } },
          callbacks: { onSold: { '{$request.body#/url}': carries(pet) } },
        },
      },
    },
    webhooks: {
      'pet.added': carries(pet),
      'pet.gone': carries({ type: 'object', required: ['gone'], properties: { gone: { type: 'boolean' } } }),
      // nothing is known of it but that it is text
      ping: { post: { requestBody: { content: { 'text/plain': {} } }, responses: { 200: { description: 'taken' } } } },
      empty: { post: { responses: { 200: { description: 'taken' } } } },
      paid: {
        post: {
          requestBody: {
            content: {
              'application/x-www-form-urlencoded': {
                schema: {
                  type: 'object',
                  required: ['amount', 'live'],
                  properties: {
                    amount: { type: 'integer' },
                    live: { type: 'boolean' },
                    note: { type: 'string' },
                    tags: { type: 'array', items: { type: 'string' } },
                    codes: { type: 'array', items: { type: 'integer' } },
                    buyer: { type: 'object', properties: { id: { type: 'integer' } } },
                    place: { type: 'object', properties: { lat: { type: 'number' } } },
                  },
                },
                encoding: { codes: { style: 'form', explode: false }, place: { style: 'deepObject', explode: true } },
              },
            },
          },
          responses: { 200: { description: 'taken' } },
        },
      },
      filed: {
        post: {
          requestBody: { content: { 'application/pdf': {}, 'application/xml': { schema: pet } } },
          responses: { 200: { description: 'taken' } },
        },
      },
      scanned: {
        post: { requestBody: { content: { 'image/png': {} } }, responses: { 200: { description: 'taken' } } },
      },
      coded: {
        post: {
          requestBody: { content: { 'text/plain': { schema: { type: 'string', pattern: '^[a-z]+$' } } } },
          responses: { 200: { description: 'taken' } },
        },
      },
    },
  },
);

const uses = `import {
  addPetOnSoldCallback, filedWebhook, hmacSignature, paidWebhook, petAddedWebhook, petGoneWebhook, pingWebhook,
  receiveAny, scannedWebhook, WebhookError,
  type ReceivedWebhook,
} from './src/webhooks.js';

const verify = hmacSignature({ secret: 's', header: 'X-Signature' });

export async function receive(request: Request): Promise<number | boolean | string | undefined> {
  const added = await petAddedWebhook.receive(request, { verify });
  const id: number = added.id;
  // @ts-expect-error only requests carry it
  added.secret;
  const sold = await addPetOnSoldCallback.receive({ headers: { a: ['b'] }, body: '{}' }, { verify: 'unsigned' });
  // @ts-expect-error somebody must say who checks
  await petGoneWebhook.receive(request, {});
  const event = await receiveAny(request, [petAddedWebhook, petGoneWebhook], { verify });
  if (event.name === 'pet.gone') return event.payload.gone;
  return event.payload.mood ?? sold.name ?? id;
}

export async function others(request: Request): Promise<[number, boolean, string, string, Uint8Array]> {
  const { amount, live } = await paidWebhook.receive(request, { verify });
  const ping = await pingWebhook.receive(request, { verify });
  const filed = await filedWebhook.receive(request, { verify });
  return [amount, live, ping, filed, await scannedWebhook.receive(request, { verify })];
}

export function named(event: ReceivedWebhook): unknown {
  switch (event.name) {
    default:
      return event.payload;
    case 'pet.added':
    case 'addPet onSold':
      return event.payload.id;
    case 'pet.gone':
      return event.payload.gone;
  }
}

export const reasonOf = (error: unknown): string => (error instanceof WebhookError ? error.reason : '');
`;

const body = '{"id": 1, "name":"Ä"}';
const sign = (text: string, hash = 'sha256', encoding: 'hex' | 'base64' = 'hex'): string =>
  createHmac(hash, 'key').update(text).digest(encoding);

describe('a signature', () => {
  const message = (header: string): { body: Uint8Array<ArrayBuffer>; headers: Headers } => ({
    body: new TextEncoder().encode(body),
    headers: new Headers({ 'X-Signature': header, 'X-Time': '5' }),
  });
  const options = { secret: 'key', header: 'x-signature' };

  test.each([
    ['as hex', {}, sign(body), true],
    ['in capitals', {}, sign(body).toUpperCase(), true],
    ['of another text', {}, sign(`${body} `), false],
    ['cut off', {}, sign(body).slice(0, -2), false],
    ['of an odd length', {}, sign(body).slice(0, -1), false],
    ['empty', {}, '', false],
    ['that is none', {}, 'hello', false],
    ['with what stands before it', { prefix: 'sha256=' }, `sha256=${sign(body)}`, true],
    ['without what must stand before it', { prefix: 'sha256=' }, sign(body), false],
    ['as base64', { encoding: 'base64' }, sign(body, 'sha256', 'base64'), true],
    [
      'as base64 of URLs',
      { encoding: 'base64' },
      sign(body, 'sha256', 'base64').replaceAll('+', '-').replaceAll('/', '_'),
      true,
    ],
    ['that is no base64', { encoding: 'base64' }, '%%%', false],
    ['by another hash', { hash: 'SHA-512' }, sign(body, 'sha512'), true],
    ['over more than the body', { message: timed }, sign(`5.${body}`), true],
    ['among several', { signatures: (text: string) => text.split(',') }, `${sign('old')},${sign(body)}`, true],
  ] as const)('%s', async (_what, more, header, expected) => {
    expect(await hmacSignature({ ...options, ...more })(message(header))).toBe(expected);
  });

  test('that is missing', async () => {
    expect(await hmacSignature({ ...options, header: 'X-Other' })(message(sign(body)))).toBe(false);
  });

  test('texts and bytes compared in constant time', () => {
    expect(equalInConstantTime('abc', new TextEncoder().encode('abc'))).toBe(true);
    expect(equalInConstantTime('abc', 'abd')).toBe(false);
    expect(equalInConstantTime('abc', 'abcd')).toBe(false);
    expect(equalInConstantTime('', '\0')).toBe(false);
  });
});

/** What many APIs sign: a time, and the body. */
function timed({ body: bytes, headers }: { body: Uint8Array; headers: Headers }): string {
  return `${headers.get('X-Time')}.${new TextDecoder().decode(bytes)}`;
}

describe('a webhook', () => {
  let made: MadePackage;
  let exports: Readonly<Record<string, unknown>>;

  beforeAll(async () => {
    made = await makePackage(api);
    exports = await made.load('webhooks');
  }, 60_000);

  const webhook = (name: string): WebhookReceiver<string, unknown> => exports[name] as WebhookReceiver<string, unknown>;
  const request = (text: string, signature = sign(text)): Request =>
    new Request('https://me.example/hook', { method: 'POST', body: text, headers: { 'X-Signature': signature } });
  const verify = hmacSignature({ secret: 'key', header: 'X-Signature' });

  test.each(['typescript', 'typescript7'])(
    'is typed under %s',
    (compiler) => {
      writeFileSync(join(made.folder, 'uses.ts'), uses);
      writeFileSync(
        join(made.folder, 'tsconfig.uses.json'),
        JSON.stringify({
          extends: './tsconfig.json',
          compilerOptions: { rootDir: '.', noEmit: true, skipLibCheck: false },
          include: ['src', 'uses.ts'],
        }),
      );
      const program = join(projectFolder, 'node_modules', compiler, 'bin/tsc');
      const run = spawnSync(process.execPath, [program, '-p', 'tsconfig.uses.json', '--pretty', 'false'], {
        cwd: made.folder,
        encoding: 'utf8',
      });
      expect(run.stdout + run.stderr).toBe('');
    },
    120_000,
  );

  test('is there for each that carries something', () => {
    expect(
      Object.keys(exports)
        .filter((name) => /Webhook$|Callback$/.test(name))
        .toSorted(),
    ).toEqual([
      'addPetOnSoldCallback',
      'codedWebhook',
      'filedWebhook',
      'paidWebhook',
      'petAddedWebhook',
      'petGoneWebhook',
      'pingWebhook',
      'scannedWebhook',
    ]);
  });

  test('gives what is signed and as documented', async () => {
    const read = { id: 1, name: 'Ä' };
    expect(await webhook('petAddedWebhook').receive(request(body), { verify })).toEqual(read);
    const raw = { headers: { 'x-signature': sign(body), other: undefined }, body: new TextEncoder().encode(body) };
    expect(await webhook('petAddedWebhook').receive(raw, { verify })).toEqual(read);
    expect(webhook('addPetOnSoldCallback').parse(body)).toEqual(read);
  });

  test('that is a form has members of their types, and is checked', async () => {
    const paid = webhook('paidWebhook');
    const form = 'amount=5&live=true&note=7+%C3%A9&tags=a&codes=1,2&buyer=%7B%22id%22%3A3%7D&place%5Blat%5D=1.5&new=x';
    const payload = {
      amount: 5,
      live: true,
      note: '7 é',
      tags: ['a'],
      codes: [1, 2],
      buyer: { id: 3 },
      place: { lat: 1.5 },
    };
    expect(await paid.receive(request(form), { verify })).toEqual({ ...payload, new: 'x' });
    expect(paid.parse('amount=1&live=false&tags=a&tags=b')).toEqual({ amount: 1, live: false, tags: ['a', 'b'] });
    await expect(paid.receive(request('amount=five&live=true'), { verify })).rejects.toMatchObject({
      reason: 'payload',
      issues: [{ path: '/amount' }],
    });
    await expect(paid.receive(request('amount=5'), { verify })).rejects.toMatchObject({ reason: 'payload' });
    await expect(paid.receive(request(form, sign('x')), { verify })).rejects.toMatchObject({ reason: 'signature' });
  });

  test('that is text is a string, and anything else is bytes', async () => {
    expect(await webhook('pingWebhook').receive(request('hé'), { verify })).toBe('hé');
    expect(await webhook('filedWebhook').receive(request('<pet/>'), { verify })).toBe('<pet/>');
    expect(webhook('codedWebhook').parse('abc')).toBe('abc');
    expect(() => webhook('codedWebhook').parse('ABC')).toThrow(/invalid payload/);
    const bytes = new Uint8Array([0, 255, 128]);
    const raw = { headers: {}, body: bytes };
    expect(await webhook('scannedWebhook').receive(raw, { verify: 'unsigned' })).toEqual(bytes);
  });

  test('in one of several media types is told from others, too', async () => {
    const any = exports['receiveAny'] as (request: unknown, known: unknown, options: object) => Promise<unknown>;
    const known = ['petAddedWebhook', 'paidWebhook', 'pingWebhook'].map(webhook);
    for (const [text, name] of [
      [body, 'pet.added'],
      ['amount=1&live=true', 'paid'],
      ['ping', 'ping'],
    ] as const) {
      expect(await any(request(text), known, { verify })).toMatchObject({ name });
    }
    await expect(any(request('<'), known.slice(0, 1), { verify })).rejects.toMatchObject({ reason: 'json' });
  });

  test.each([
    ['not signed', body, sign('x'), 'signature'],
    ['signed, but no JSON', '<html>', undefined, 'json'],
    ['signed, but not as documented', '{"name":"x"}', undefined, 'payload'],
  ])('refuses what is %s', async (_what, text, signature, reason) => {
    await expect(webhook('petAddedWebhook').receive(request(text, signature), { verify })).rejects.toMatchObject({
      name: 'WebhookError',
      reason,
    });
  });

  test('asks for the signature before it reads', async () => {
    await expect(webhook('petAddedWebhook').receive(request('<html>', 'x'), { verify })).rejects.toMatchObject({
      reason: 'signature',
    });
  });

  test('takes values that are not listed, unless it is told not to', async () => {
    const text = '{"id":1,"name":"x","mood":"new"}';
    const added = webhook('petAddedWebhook');
    expect(await added.receive(request(text), { verify })).toMatchObject({ mood: 'new' });
    await expect(added.receive(request(text), { verify, validate: 'closed' })).rejects.toMatchObject({
      reason: 'payload',
    });
    expect(await added.receive(request('{"name":1}'), { verify, validate: false })).toEqual({ name: 1 });
  });

  test('is told from others by what it carries', async () => {
    const any = exports['receiveAny'] as (request: unknown, known: unknown, options: object) => Promise<unknown>;
    const known = [webhook('petAddedWebhook'), webhook('petGoneWebhook')];
    expect(await any(request('{"gone":true}'), known, { verify })).toEqual({
      name: 'pet.gone',
      payload: { gone: true },
    });
    const newer = '{"id":1,"name":"x","mood":"new"}';
    expect(await any(request(newer), known, { verify })).toMatchObject({ name: 'pet.added' });
    await expect(any(request('{}'), known, { verify })).rejects.toMatchObject({ reason: 'payload' });
  });
});

import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import type { JsonObject } from '../generator/base/json.ts';
import { description, makePackage, type MadePackage } from './support/packages.ts';
import { projectFolder } from './support/sources.ts';

// What a call of an emitted package ends in, as the compiler sees it and as it comes.

const json = (name: string): JsonObject => ({
  'application/json': { schema: { $ref: `#/components/schemas/${name}` } },
});
const answer = (content?: JsonObject, headers: JsonObject = {}): JsonObject => ({
  description: 'an answer',
  headers,
  ...(content && { content }),
});
const api = description(
  {
    Thing: { type: 'object', required: ['id'], properties: { id: { type: 'integer' } } },
    Fault: { type: 'object', required: ['code'], properties: { code: { type: 'string' } } },
    Other: { type: 'object', required: ['reason'], properties: { reason: { type: 'string' } } },
  },
  {
    servers: [{ url: 'https://api.example.com' }],
    paths: {
      '/things/{id}': {
        parameters: [{ name: 'id', in: 'path', required: true, schema: { type: 'string' } }],
        get: {
          operationId: 'readThing',
          responses: {
            200: answer(json('Thing'), {
              'X-Left': { required: true, schema: { type: 'integer' } },
              'X-Note': { schema: { type: 'string' } },
            }),
            404: answer(json('Fault')),
            '4XX': answer(json('Other')),
            default: answer(json('Fault')),
          },
        },
        delete: { operationId: 'dropThing', responses: { 204: answer(), 205: answer(json('Thing')) } },
        head: { operationId: 'askThing', responses: { 200: answer(json('Thing')) } },
      },
    },
  },
);

const uses = `import {
  ApiError, askThing, createClient, DecodeError, dropThing, readThing, TransportError, UnsafePathError, ValidationError,
  type Fault, type Other, type Thing,
} from './src/index.js';

const client = createClient();
const input = { path: { id: '1' } };

export async function uses(): Promise<unknown> {
  const thing: Thing = await readThing(client, input);
  const nothing: void = await dropThing(client, input);
  const asked: void = await askThing(client, input);
  const result = await readThing.result(client, input);
  switch (result.status) {
    case 200: {
      const body: Thing = result.body;
      const left: \`\${number}\` = result.headers.get('X-Left');
      const lower: \`\${number}\` = result.headers.get('x-left');
      const note: string | null = result.headers.get('X-Note');
      return [body, left, lower, note, result.response, thing, nothing, asked];
    }
    case 404: {
      const body: Fault = result.body;
      return body;
    }
    case 422: {
      const body: Other = result.body;
      return body;
    }
    case 503: {
      const body: Fault = result.body;
      return body;
    }
    case 201: {
      const body: unknown = result.body;
      // @ts-expect-error nothing is known of it
      return result.body.id ?? body;
    }
  }
  return result.documented;
}

export async function succeeded(): Promise<number | undefined> {
  const result = await readThing.result(client, input);
  return result.ok ? result.body.id : undefined;
}

export function caught(error: unknown): unknown {
  if (readThing.isError(error)) {
    if (error.status === 404) {
      const body: Fault = error.body;
      return body.code;
    }
    if (error.status === 409) {
      const body: Other = error.body;
      return body.reason;
    }
    return error.status;
  }
  if (error instanceof ApiError) return error.body;
  if (error instanceof DecodeError) return error.text;
  if (error instanceof ValidationError) return error.issues;
  if (error instanceof UnsafePathError) return error.parameter;
  return error instanceof TransportError ? error.cause : undefined;
}
`;

type Call = ((client: unknown, input: object, options?: object) => Promise<unknown>) & {
  result(client: unknown, input: object, options?: object): Promise<unknown>;
  isError(error: unknown): boolean;
};

const html = (status: number) => (): Response =>
  new Response('<html>', { status, headers: { 'Content-Type': 'text/html' } });
const broken = (): Response =>
  new Response(new ReadableStream({ pull: (controller) => controller.error(new TypeError('terminated')) }));
const wrong = (): Response => Response.json({ id: 'x' });

describe('a call', () => {
  let made: MadePackage;
  let exports: Readonly<Record<string, unknown>>;

  beforeAll(async () => {
    made = await makePackage(api);
    exports = await made.load('index');
  }, 120_000);

  const input = { path: { id: '1' } };
  const call = (name: string): Call => exports[name] as Call;
  const client = (answer: () => Response | Promise<Response>, more: object = {}): unknown =>
    (exports['createClient'] as (config: object) => unknown)({ fetch: async () => answer(), ...more });

  test.each(['typescript', 'typescript7'])(
    'is typed by status under %s',
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

  test.each([
    [200, true, true],
    [201, false, false],
    [404, false, true],
    [418, false, true],
    [503, false, true],
  ])('result tells %i apart and does not throw', async (status, ok, documented) => {
    const answer = (): Response => Response.json({ id: 1 }, { status, headers: { 'X-Left': '3' } });
    const result = await call('readThing').result(client(answer), input);
    expect(result).toMatchObject({ status, ok, documented, body: { id: 1 } });
    expect((result as { headers: Headers }).headers.get('x-left')).toBe('3');
    expect((result as { response: Response }).response).toBeInstanceOf(Response);
  });

  test('resolves with a success that is not documented, and throws every failure', async () => {
    expect(
      await call('readThing')(
        client(() => Response.json({ id: 2 }, { status: 201 })),
        input,
      ),
    ).toEqual({ id: 2 });
    for (const status of [300, 404, 418, 500]) {
      const failed = call('readThing')(
        client(() => Response.json({ code: 'x' }, { status })),
        input,
      );
      await expect(failed).rejects.toMatchObject({ name: 'ApiError', status, body: { code: 'x' } });
      await failed.catch((error: unknown) => {
        expect(call('readThing').isError(error)).toBe(true);
        expect(call('dropThing').isError(error)).toBe(false);
      });
    }
  });

  test.each([204, 205, 304])('%i has no body, whatever is documented', async (status) => {
    const result = await call('dropThing').result(
      client(() => new Response(null, { status })),
      input,
    );
    expect(result).toMatchObject({ status, body: undefined });
  });

  test('what has no body is not checked, whatever is documented', async () => {
    const validators = exports['operationValidators'];
    for (const [name, status] of [
      ['dropThing', 204],
      ['dropThing', 205],
      ['askThing', 200],
    ] as const) {
      expect(
        await call(name)(
          client(() => new Response(null, { status }), { validators }),
          input,
        ),
      ).toBeUndefined();
    }
  });

  test('HEAD has no body', async () => {
    expect(
      await call('askThing')(
        client(() => new Response(null)),
        input,
      ),
    ).toBeUndefined();
  });

  test.each([
    ['HTML under a promise of JSON', html(200), { status: 200, text: '<html>' }],
    ['HTML of a gateway under a promise of JSON', html(502), { status: 502, text: '<html>' }],
    ['JSON that breaks off', () => new Response('{"id":', { status: 200 }), { status: 200, text: '{"id":' }],
    ['nothing under a promise of JSON', () => new Response('', { status: 200 }), { status: 200, text: '' }],
  ])('%s is a DecodeError', async (_what, answer, expected) => {
    await expect(call('readThing')(client(answer), input)).rejects.toMatchObject({ name: 'DecodeError', ...expected });
    await expect(call('readThing').result(client(answer), input)).rejects.toMatchObject({ name: 'DecodeError' });
  });

  test('no answer is a TransportError with its cause', async () => {
    const cause = new TypeError('fetch failed');
    const nowhere = client(() => Promise.reject(cause));
    await expect(call('readThing')(nowhere, input)).rejects.toMatchObject({ name: 'TransportError', cause });
  });

  test('an answer that breaks off is a TransportError', async () => {
    await expect(call('readThing')(client(broken), input)).rejects.toMatchObject({ name: 'TransportError' });
  });

  test('no answer in time is a TimeoutError, and an abort is what it was aborted with', async () => {
    const never = client(() => new Promise<Response>(() => undefined), {
      fetch: (_url: string, init: RequestInit) =>
        new Promise((_resolve, reject) => {
          init.signal?.addEventListener('abort', () => reject(init.signal?.reason));
        }),
    });
    const late = call('readThing')(never, input, { signal: AbortSignal.timeout(10) });
    await expect(late).rejects.toMatchObject({ name: 'TimeoutError', operationId: 'readThing' });
    const stop = new AbortController();
    const stopped = call('readThing')(never, input, { signal: stop.signal });
    stop.abort(new Error('enough'));
    await expect(stopped).rejects.toThrow('enough');
  });

  test('a body that is not as documented is a ValidationError where that is asked', async () => {
    expect(await call('readThing')(client(wrong), input)).toEqual({ id: 'x' });
    const checked = client(wrong, { validators: exports['operationValidators'] });
    await expect(call('readThing')(checked, input)).rejects.toMatchObject({
      name: 'ValidationError',
      direction: 'response',
      issues: [{ path: '/id' }],
    });
  });

  test.each(['', '.', '..', undefined, null])(
    'a path value of %j is an UnsafePathError, and nothing is sent',
    async (id) => {
      let sent = 0;
      const counting = client(() => {
        sent += 1;
        return Response.json({});
      });
      await expect(call('readThing')(counting, { path: { id } })).rejects.toMatchObject({ name: 'UnsafePathError' });
      expect(sent).toBe(0);
    },
  );
});

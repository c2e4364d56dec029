import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { assert, asyncProperty, string } from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { readBlob } from '../templates/runtime/decode.ts';
import { binaryBody, jsonBody, textBody, type BodyEncoder } from '../templates/runtime/bodies.ts';
import type { ClientOptions } from '../templates/runtime/client.ts';
import {
  DecodeError,
  TimeoutError,
  TransportError,
  UnsafeHeaderError,
  UnsafePathError,
} from '../templates/runtime/errors.ts';
import { formBody } from '../templates/runtime/form-body.ts';
import { multipartBody } from '../templates/runtime/multipart-body.ts';
import { inCookie, inHeader, inPath, inQuery } from '../templates/runtime/places.ts';
import * as styles from '../templates/runtime/styles.ts';
import { client, define, recorder, type Sent } from './support/client.ts';

const places = { path: inPath, query: inQuery, header: inHeader, cookie: inCookie } as const;

/** The URL after the base, for one parameter. */
async function write(
  place: keyof typeof places,
  encoder: styles.Encoder,
  value: unknown,
  escape?: styles.Escape,
): Promise<Sent | undefined> {
  const { sent, fetch } = recorder();
  const path = place === 'path' ? '/c/{color}' : '/c';
  const where = places[place];
  const parameters = [escape ? ([where, 'color', encoder, escape] as const) : ([where, 'color', encoder] as const)];
  await define({ path, parameters })(client({ fetch }), { [place]: { color: value } });
  return sent[0];
}

const object = { R: 100, G: 200, B: 150 };
const list = ['blue', 'black', 'brown'];

const sendBody = async (mediaType: string, encoder: BodyEncoder, body: unknown): Promise<Request> => {
  const { sent, fetch } = recorder();
  await define({ body: { [mediaType]: encoder } })(client({ fetch }), { body });
  return new Request('https://x.test', sent[0]?.init);
};

const html = (status: number) => () =>
  new Response('<h1>Oops</h1>', { status, headers: { 'Content-Type': 'text/html' } });

const broken = () => new Response('{"a":', { headers: { 'Content-Type': 'application/json' } });

const text = () => new Response('123', { headers: { 'Content-Type': 'application/json' } });

const pdf = () => new Response('%PDF', { headers: { 'Content-Type': 'application/pdf' } });

let close = (): void => {};
afterEach(() => close());

async function serve(handle: (request: IncomingMessage, response: ServerResponse) => void): Promise<string> {
  const server = createServer(handle);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  close = () => {
    server.closeAllConnections();
    server.close();
  };
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

describe('styles (OpenAPI 3.1, section 4.8.12)', () => {
  it.each([
    [styles.simpleStyle, 'blue', 'blue'],
    [styles.simpleStyle, list, 'blue,black,brown'],
    [styles.simpleStyle, object, 'R,100,G,200,B,150'],
    [styles.simpleExplodedStyle, object, 'R=100,G=200,B=150'],
    [styles.labelStyle, list, '.blue,black,brown'],
    [styles.labelExplodedStyle, list, '.blue.black.brown'],
    [styles.labelExplodedStyle, object, '.R=100.G=200.B=150'],
    [styles.matrixStyle, '', ';color'],
    [styles.matrixStyle, list, ';color=blue,black,brown'],
    [styles.matrixStyle, object, ';color=R,100,G,200,B,150'],
    [styles.matrixExplodedStyle, list, ';color=blue;color=black;color=brown'],
    [styles.matrixExplodedStyle, object, ';R=100;G=200;B=150'],
    [styles.simpleStyle, 'a/b c?d#e%f', 'a%2Fb%20c%3Fd%23e%25f'],
    [styles.simpleStyle, "!'()*", '%21%27%28%29%2A'],
    [styles.simpleStyle, ['a,b', 'c'], 'a%2Cb,c'],
    [styles.simpleStyle, '%2e%2e', '%252e%252e'],
    [styles.simpleStyle, 0, '0'],
    [styles.simpleStyle, false, 'false'],
    [styles.simpleStyle, new Date(0), '1970-01-01T00%3A00%3A00.000Z'],
    [styles.jsonValue, { a: 1 }, '%7B%22a%22%3A1%7D'],
  ])('path %#', async (encoder, value, expected) => {
    expect((await write('path', encoder, value))?.url).toBe(`https://api.example.com/v1/c/${expected}`);
  });

  it.each([
    [styles.formExplodedStyle, list, '?color=blue&color=black&color=brown'],
    [styles.formStyle, list, '?color=blue,black,brown'],
    [styles.formExplodedStyle, object, '?R=100&G=200&B=150'],
    [styles.formStyle, object, '?color=R,100,G,200,B,150'],
    [styles.formExplodedStyle, '', '?color='],
    [styles.formExplodedStyle, [], ''],
    [styles.formExplodedStyle, {}, ''],
    [styles.formExplodedStyle, null, ''],
    [styles.formStyle, ['a', null, undefined, 'b'], '?color=a,b'],
    [styles.spaceDelimitedStyle, list, '?color=blue%20black%20brown'],
    [styles.pipeDelimitedStyle, object, '?color=R%7C100%7CG%7C200%7CB%7C150'],
    [styles.deepObjectStyle, object, '?color%5BR%5D=100&color%5BG%5D=200&color%5BB%5D=150'],
    [styles.deepObjectStyle, { a: { b: ['x', 'y'] }, c: null }, '?color%5Ba%5D%5Bb%5D=x&color%5Ba%5D%5Bb%5D=y'],
    [styles.namedJson, [1, 2], '?color=%5B1%2C2%5D'],
    [styles.formExplodedStyle, 10n ** 18n, '?color=1000000000000000000'],
  ])('query %#', async (encoder, value, expected) => {
    expect((await write('query', encoder, value))?.url).toBe(`https://api.example.com/v1/c${expected}`);
  });

  it('leaves reserved characters and percent triples alone where told to', async () => {
    const sent = await write('query', styles.formExplodedStyle, 'a/b:c?d@e!f$g %2F^%', styles.keepReserved);
    expect(sent?.url).toBe('https://api.example.com/v1/c?color=a/b:c?d@e!f$g%20%2F%5E%25');
  });

  it('writes headers as they are and cookies percent-encoded', async () => {
    expect((await write('header', styles.simpleStyle, 'a b/c=d%20;e'))?.init.headers.get('color')).toBe('a b/c=d%20;e');
    expect((await write('header', styles.simpleStyle, undefined))?.init.headers.has('color')).toBe(false);
    expect((await write('cookie', styles.formExplodedStyle, 'a b'))?.init.headers.get('cookie')).toBe('color=a%20b');
  });

  it.each([
    ['/items#action', undefined, '/items'],
    ['/items?kind=a', undefined, '/items?kind=a'],
    ['/items?kind=a', ['x', 'y'], '/items?kind=a&color=x&color=y'],
    ['/items?kind=a#action', ['x'], '/items?kind=a&color=x'],
    ['/#Action=List', '#?', '/?color=%23%3F'],
  ])('joins the path %s with a query', async (path, value, expected) => {
    const { sent, fetch } = recorder();
    const parameters = [[inQuery, 'color', styles.formExplodedStyle]] as const;
    await define({ path, parameters })(client({ fetch }), { query: { color: value } });
    expect(sent[0]?.url).toBe(`https://api.example.com/v1${expected}`);
  });

  it('reads own members only', async () => {
    const { sent, fetch } = recorder();
    const call = define({ parameters: [[inQuery, 'constructor', styles.formExplodedStyle]] });
    await call(client({ fetch }), { query: {} });
    expect(sent[0]?.url).toBe('https://api.example.com/v1/items');
  });
});

describe('safety', () => {
  it.each(['', '.', '..', undefined, null, [], [''], ['..'], {}, [null], Number.NaN])(
    'refuses the path value %j before sending',
    async (value) => {
      const { sent, fetch } = recorder();
      const call = define({ path: '/c/{color}', parameters: [[inPath, 'color', styles.simpleStyle]] });
      await expect(call(client({ fetch }), { path: { color: value } })).rejects.toThrow(UnsafePathError);
      expect(sent).toEqual([]);
    },
  );

  it.each(['/c/{a}{b}#x', '/c/{a}{b}?x', '/c/{a}{b}/x', '/c/%2e{a}?x={b}', '/c/{b}%2E/x{a}'])(
    'refuses what makes a dot segment of %s',
    async (path) => {
      const parameters = [
        [inPath, 'a', styles.simpleStyle],
        [inPath, 'b', styles.simpleStyle],
      ] as const;
      const call = define({ path, parameters })(client(recorder()), { path: { a: '.', b: '.' } });
      await expect(call).rejects.toThrow(UnsafePathError);
    },
  );

  it.each([
    ['%2e%2e', '%252e%252e'],
    [' ', '%20'],
    ['\t\n', '%09%0A'],
    ['..%2f', '..%252f'],
    ['..\\', '..%5C'],
    ['...', '...'],
    ['NaN', 'NaN'],
    [' ..', '%20..'],
  ])('escapes the path value %j, so that it stays one segment', async (value, expected) => {
    const sent = await write('path', styles.simpleStyle, value);
    expect(new URL(sent?.url ?? '').pathname).toBe(`/v1/c/${expected}`);
  });

  it('refuses values that make a dot segment together', async () => {
    const call = define({
      path: '/{a}{b}/x',
      parameters: [
        [inPath, 'a', styles.labelStyle],
        [inPath, 'b', styles.labelStyle],
      ],
    });
    await expect(call(client(recorder()), { path: { a: '', b: '' } })).rejects.toThrow(UnsafePathError);
  });

  it('never lets a path value reach another resource', async () => {
    await assert(
      asyncProperty(string({ unit: 'grapheme' }), async (value) => {
        const sent = await write('path', styles.simpleStyle, value).catch((error: unknown) => error);
        if (sent instanceof UnsafePathError) return;
        const { pathname, search, hash } = new URL((sent as Sent).url);
        expect(pathname.startsWith('/v1/c/')).toBe(true);
        expect(decodeURIComponent(pathname.slice('/v1/c/'.length))).toBe(value);
        expect(search + hash).toBe('');
      }),
    );
  });

  it('refuses line breaks in headers', async () => {
    await expect(write('header', styles.simpleStyle, 'a\r\nX-Evil: 1')).rejects.toThrow(UnsafeHeaderError);
  });
});

describe('bodies', () => {
  it.each([0, false, '', null, { a: 1, b: undefined }])('sends the JSON body %j', async (body) => {
    const request = await sendBody('application/vnd.api+json', jsonBody, body);
    expect(await request.text()).toBe(JSON.stringify(body));
    expect(request.headers.get('content-type')).toBe('application/vnd.api+json');
  });

  it('sends nothing where there is no body', async () => {
    const request = await sendBody('application/json', jsonBody, undefined);
    expect([await request.text(), request.headers.get('content-type')]).toEqual(['', null]);
  });

  it('sends text, bytes and forms', async () => {
    expect(await (await sendBody('text/plain', textBody, 'hello "x"')).text()).toBe('hello "x"');
    expect(await (await sendBody('application/octet-stream', binaryBody, new Blob(['BIN']))).text()).toBe('BIN');
    const form = await sendBody('application/x-www-form-urlencoded', formBody, {
      a: 'x y&z',
      tags: ['a', 'b'],
      address: { city: 'S W' },
      none: null,
    });
    expect(await form.text()).toBe('a=x+y%26z&tags=a&tags=b&address=%7B%22city%22%3A%22S+W%22%7D');
  });

  it('sends multipart with the boundary that fetch chose', async () => {
    const request = await sendBody('multipart/form-data', multipartBody, {
      text: 'é',
      zero: 0,
      object: { a: 1 },
      files: [new File(['1'], 'a.txt', { type: 'text/plain' }), new File(['2'], 'b.txt')],
    });
    expect(request.headers.get('content-type')).toMatch(/^multipart\/form-data; boundary=/);
    const data = await request.formData();
    expect([data.get('text'), data.get('zero'), data.getAll('files').length]).toEqual(['é', '0', 2]);
    // a part that is no file has no file name, so that servers do not take it for one
    expect(data.get('object')).toBe('{"a":1}');
  });

  it('uses the media type that the input names', async () => {
    const { sent, fetch } = recorder();
    const call = define({ body: { 'application/json': jsonBody, 'text/plain': textBody } });
    await call(client({ fetch }), { body: 'x', contentType: 'text/plain' });
    expect(sent[0]?.init.headers.get('content-type')).toBe('text/plain');
    expect(sent[0]?.init.body).toBe('x');
  });
});

describe('answers', () => {
  it('resolves with the body of a success, whatever it is', async () => {
    for (const value of [{ a: 1 }, null, false, 'x', 0]) {
      expect(await define({})(client(recorder(() => Response.json(value))))).toEqual(value);
    }
  });

  it('throws a typed error otherwise', async () => {
    const call = define({ responses: { 200: 'json', 404: 'json' } });
    const error: unknown = await call(client(recorder(() => Response.json({ code: 1 }, { status: 404 })))).catch(
      (thrown: unknown) => thrown,
    );
    expect(error).toMatchObject({ name: 'ApiError', status: 404, body: { code: 1 }, operationId: 'test' });
    expect(String(error)).toBe('ApiError: POST /items answered 404');
    expect(call.isError(error)).toBe(true);
    expect(define({ id: 'other' }).isError(error)).toBe(false);
    expect(call.isError(new Error('x'))).toBe(false);
  });

  it('gives every status as a result', async () => {
    const call = define({ responses: { 200: 'json', '4XX': 'json' } });
    const result = async (answer: () => Response): Promise<unknown> => call.result(client(recorder(answer)));
    expect(await result(() => Response.json(1))).toMatchObject({ ok: true, documented: true, status: 200, body: 1 });
    expect(await result(() => Response.json(2, { status: 418 }))).toMatchObject({
      ok: false,
      documented: true,
      body: 2,
    });
    expect(await result(html(502))).toMatchObject({ ok: false, documented: false, status: 502, body: '<h1>Oops</h1>' });
    expect(await result(() => Response.json(3, { status: 201 }))).toMatchObject({
      ok: false,
      documented: false,
      body: 3,
    });
  });

  it('resolves with the body of an undocumented success', async () => {
    expect(await define({})(client(recorder(() => Response.json(3, { status: 201 }))))).toBe(3);
  });

  it.each([204, 205, 304])('has no body for %i', async (status) => {
    const result = await define({ responses: { [status]: 'json' } }).result(
      client(recorder(() => new Response(null, { status }))),
    );
    expect(result.body).toBeUndefined();
  });

  it('has no body for HEAD', async () => {
    const call = define({ method: 'HEAD' });
    expect(await call(client(recorder(() => new Response(null))))).toBeUndefined();
  });

  it('does not take HTML or broken JSON for data', async () => {
    for (const answer of [html(200), broken, () => new Response('')]) {
      const error: unknown = await define({})
        .result(client(recorder(answer)))
        .catch((thrown: unknown) => thrown);
      expect(error).toBeInstanceOf(DecodeError);
      expect(error).toMatchObject({ status: 200, text: await answer().text() });
    }
  });

  it('reads text and bytes as such', async () => {
    expect(await define({ responses: { 200: 'text' } })(client(recorder(text)))).toBe('123');
    const bytes = await define({ responses: { 200: readBlob } })(client(recorder(text)));
    expect(await (bytes as Blob).text()).toBe('123');
    expect(await define({ responses: { 200: 'any' } })(client(recorder(pdf)))).toBeInstanceOf(Blob);
  });
});

describe('the wire', () => {
  it('carries headers, the later ones winning', async () => {
    const baseUrl = await serve((request, response) => response.end(JSON.stringify(request.headers)));
    const call = define({
      method: 'GET',
      accept: 'application/json',
      parameters: [[inHeader, 'X-A', styles.simpleStyle]],
    });
    const headers = await call(
      client({ baseUrl, headers: { 'X-A': 'client', 'X-B': 'client', 'X-C': 'client' } }),
      { header: { 'X-A': 'input' } },
      { headers: { 'x-b': 'call' } },
    );
    expect(headers).toMatchObject({ accept: 'application/json', 'x-a': 'input', 'x-b': 'call', 'x-c': 'client' });
  });

  it('rejects with the reason of the signal', async () => {
    const baseUrl = await serve(() => {});
    const controller = new AbortController();
    const reason = new Error('changed my mind');
    setTimeout(() => controller.abort(reason), 20);
    const call = define({})(client({ baseUrl }), {}, { signal: controller.signal });
    await expect(call).rejects.toBe(reason);
    await expect(define({})(client({ baseUrl }), {}, { signal: AbortSignal.abort(reason) })).rejects.toBe(reason);
  });

  it('tells what took too long, before the answer and in the middle of it', async () => {
    const silent = await serve(() => {});
    const half = await serve((_request, response) => response.writeHead(200, { 'Content-Length': 9 }).write('{'));
    for (const baseUrl of [silent, half]) {
      const call = define({})(client({ baseUrl }), {}, { signal: AbortSignal.timeout(50) });
      const error: unknown = await call.catch((thrown: unknown) => thrown);
      expect(error).toBeInstanceOf(TimeoutError);
      expect(error).toMatchObject({ operationId: 'test', cause: { name: 'TimeoutError' } });
    }
  });

  it('tells what stands around fetch which operation a request is for', async () => {
    const told: unknown[] = [];
    const transport: ClientOptions['fetch'] = async (url, init, operation) => {
      told.push([url, init.method, operation.id, operation.path]);
      return Response.json(1);
    };
    await define({ path: '/items/{id}', parameters: [[inPath, 'id', styles.simpleStyle]] })(
      client({ fetch: transport }),
      {
        path: { id: 7 },
      },
    );
    expect(told).toEqual([['https://api.example.com/v1/items/7', 'POST', 'test', '/items/{id}']]);
  });

  it('keeps the cause of a failed connection', async () => {
    const baseUrl = await serve((request) => request.socket.destroy());
    const error: unknown = await define({})(client({ baseUrl })).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(TransportError);
    expect((error as Error).cause).toBeInstanceOf(TypeError);
  });

  it('tells a body that breaks off from one that is not JSON', async () => {
    const baseUrl = await serve((request, response) => {
      response.writeHead(200, { 'Content-Type': 'application/json', 'Content-Length': '100' });
      response.write('{"a":');
      setTimeout(() => request.socket.destroy(), 20);
    });
    await expect(define({})(client({ baseUrl }))).rejects.toThrow(TransportError);
  });

  it('sends a stream', async () => {
    const baseUrl = await serve((request, response) => request.pipe(response));
    const call = define({ body: { 'application/octet-stream': binaryBody }, responses: { 200: 'text' } });
    const body = new Blob(['streamed']).stream();
    expect(await call(client({ baseUrl }), { body })).toBe('streamed');
  });
});

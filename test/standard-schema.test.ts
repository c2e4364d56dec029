import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { StandardSchemaV1 } from '@standard-schema/spec';
import { sValidator } from '@hono/standard-validator';
import { initTRPC, TRPCError } from '@trpc/server';
import { Hono } from 'hono';
import { beforeAll, describe, expect, test } from 'vitest';
import { description, makePackage, type MadePackage } from './support/packages.ts';
import { compilers } from './type-tests/project.ts';

// `X['~standard']` of a generated package, held against the interface's own types and used by libraries that know nothing of us.

const cat = {
  type: 'object',
  required: ['kind', 'lives'],
  properties: { kind: { const: 'cat' }, lives: { type: 'integer' } },
};
const dog = {
  type: 'object',
  required: ['kind'],
  properties: { kind: { const: 'dog' }, 'a/b~c': { type: 'boolean' } },
};
const schemas = {
  Cat: cat,
  Dog: dog,
  Pet: { oneOf: [{ $ref: '#/components/schemas/Cat' }, { $ref: '#/components/schemas/Dog' }] },
  Order: {
    type: 'object',
    required: ['pets'],
    additionalProperties: false,
    properties: { pets: { type: 'array', items: { $ref: '#/components/schemas/Pet' } }, note: { type: 'string' } },
  },
};

interface Cat {
  kind: 'cat';
  lives: number;
}
interface Order {
  pets: (Cat | { kind: 'dog' })[];
  note?: string;
}

const good: Order = { pets: [{ kind: 'cat', lives: 9 }, { kind: 'dog' }], note: 'soon' };
const bad = { pets: [{ kind: 'dog', 'a/b~c': 1 }, { kind: 'cat', lives: 'nine' }, { kind: 'cow' }] };

let made: MadePackage;
let OrderSchema: StandardSchemaV1<Order>;

beforeAll(async () => {
  made = await makePackage(description(schemas));
  OrderSchema = (await made.load('index'))['Order'] as StandardSchemaV1<Order>;
});

describe('the face', () => {
  test('names the version of the interface and who made it', () => {
    expect(OrderSchema['~standard']).toMatchObject({ version: 1, vendor: 'specloom' });
  });

  test('answers at once, with the very value that it was given', () => {
    const result = OrderSchema['~standard'].validate(good);
    expect(result).not.toBeInstanceOf(Promise);
    expect(result).toEqual({ value: good });
    expect((result as { value: unknown }).value).toBe(good);
  });

  test('gives paths of keys: numbers for positions in lists, names unescaped', () => {
    const { issues = [] } = OrderSchema['~standard'].validate(bad) as StandardSchemaV1.FailureResult;
    expect(issues.map(({ path }) => path)).toEqual([
      ['pets', 0, 'a/b~c'],
      ['pets', 1, 'lives'],
      ['pets', 2, 'kind'],
    ]);
    expect(issues.every(({ message }) => message.length > 0)).toBe(true);
  });

  test('gives an empty path for the value itself', () => {
    const { issues = [] } = OrderSchema['~standard'].validate(7) as StandardSchemaV1.FailureResult;
    expect(issues.map(({ path }) => path)).toEqual([[]]);
  });
});

const program = `
import type { StandardSchemaV1 } from '@standard-schema/spec';
import { sValidator } from '@hono/standard-validator';
import { initTRPC } from '@trpc/server';
import { Hono } from 'hono';
import { Order, Pet, type Cat } from './src/index.js';

type Same<Left, Right> = (<T>() => T extends Left ? 1 : 2) extends <T>() => T extends Right ? 1 : 2 ? true : false;

export const official: StandardSchemaV1<Order> = Order;
export const input: Same<StandardSchemaV1.InferInput<typeof Order>, Order> = true;
export const output: Same<StandardSchemaV1.InferOutput<typeof Pet>, Pet> = true;
// @ts-expect-error it is the face of another type
export const other: StandardSchemaV1<string> = Order;
// synchronous, so that nobody has to wait for it
const result = Order['~standard'].validate(1);
export const order: Order | undefined = result.issues === undefined ? result.value : undefined;

const t = initTRPC.create();
export const router = t.router({
  first: t.procedure.input(Order).query(({ input }): Pet | undefined => input.pets[0]),
});
export const caller = router.createCaller({});
export const call = (cat: Cat): Promise<Pet | undefined> => caller.first({ pets: [cat] });
// @ts-expect-error a note is a text
export const wrong = () => caller.first({ pets: [], note: 1 });

export const app = new Hono().post('/orders', sValidator('json', Order), (context) => {
  const { pets, note }: Order = context.req.valid('json');
  return context.json({ count: pets.length, note });
});
`;

test.each(Object.keys(compilers) as (keyof typeof compilers)[])(
  'has the types of the interface, and gives libraries the types of the schema (%s)',
  (compiler) => {
    writeFileSync(join(made.folder, 'program.ts'), program);
    const compilerOptions = {
      target: 'es2022',
      lib: ['es2023', 'dom', 'dom.iterable'],
      module: 'nodenext',
      types: ['node'],
      noEmit: true,
      allowImportingTsExtensions: true,
      strict: true,
      exactOptionalPropertyTypes: true,
      noUncheckedIndexedAccess: true,
      // of the libraries, not of the package
      skipLibCheck: true,
    };
    writeFileSync(
      join(made.folder, 'tsconfig.program.json'),
      JSON.stringify({ compilerOptions, include: ['program.ts'] }),
    );
    const argv = [compilers[compiler], '-p', join(made.folder, 'tsconfig.program.json'), '--pretty', 'false'];
    expect(spawnSync(process.execPath, argv, { encoding: 'utf8' }).stdout).toBe('');
  },
);

describe('in tRPC', () => {
  const t = initTRPC.create();
  const create = () =>
    t.router({ count: t.procedure.input(OrderSchema).query(({ input }) => input.pets.length) }).createCaller({});

  test('a call with a value that fits gets through', async () => {
    await expect(create().count(good)).resolves.toBe(2);
  });

  test('another is refused, with the issues as the cause', async () => {
    const failure = await create()
      .count(bad as never)
      .catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(TRPCError);
    expect(failure).toMatchObject({ code: 'BAD_REQUEST' });
    expect(failure).toHaveProperty('cause.issues.1.path', ['pets', 1, 'lives']);
  });
});

const sendOrder = (body: unknown) => {
  const app = new Hono().post('/orders', sValidator('json', OrderSchema), (context) =>
    context.json({ count: context.req.valid('json').pets.length }),
  );
  const headers = { 'Content-Type': 'application/json' };
  return app.request('/orders', { method: 'POST', body: JSON.stringify(body), headers });
};

describe('in Hono', () => {
  test('a request with a body that fits reaches the handler', async () => {
    const response = await sendOrder(good);
    expect([response.status, await response.json()]).toEqual([200, { count: 2 }]);
  });

  test('another is answered with the issues', async () => {
    const response = await sendOrder(bad);
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({
      success: false,
      error: [{ path: ['pets', 0, 'a/b~c'] }, { path: ['pets', 1, 'lives'] }, { path: ['pets', 2, 'kind'] }],
    });
  });
});

import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import type { JsonObject } from '../generator/base/json.ts';
import type { StandardSchema } from '../templates/runtime/standard-schema.ts';
import { description, makePackage, type MadePackage } from './support/packages.ts';
import { projectFolder } from './support/sources.ts';

// What answers carry may grow, what requests carry may not: types, validators and guards of one small API.

const json = (name: string): JsonObject => ({
  content: { 'application/json': { schema: { $ref: `#/components/schemas/${name}` } } },
});
const answer = (name: string): JsonObject => ({ responses: { 200: { description: 'fine', ...json(name) } } });
const schemas: JsonObject = {
  Cat: {
    type: 'object',
    required: ['kind', 'mood'],
    properties: { kind: { const: 'cat' }, mood: { $ref: '#/components/schemas/Mood' } },
  },
  Dog: {
    type: 'object',
    required: ['kind'],
    properties: { kind: { enum: ['dog', 'wolf'] }, size: { type: 'integer', enum: [1, 2] } },
  },
  Mood: { type: 'string', enum: ['calm', 'wild'] },
  Pet: { oneOf: [{ $ref: '#/components/schemas/Cat' }, { $ref: '#/components/schemas/Dog' }] },
  // what stands beside a union holds for each branch, also for those that are not listed
  Named: {
    oneOf: [{ $ref: '#/components/schemas/Cat' }, { $ref: '#/components/schemas/Dog' }],
    properties: { name: { type: 'string' } },
  },
  // no branch may have the property that tells it apart: no object is valid, but the package compiles
  Shut: {
    oneOf: [
      { type: 'object', properties: { kind: { const: 'cat' }, age: { type: 'integer' } } },
      { type: 'object', properties: { kind: { const: 'dog' }, size: { type: 'integer' } } },
    ],
    additionalProperties: false,
  },
  Order: { type: 'object', required: ['speed'], properties: { speed: { type: 'string', enum: ['slow', 'fast'] } } },
  // told apart by keys, not by a tag, and each with a list of its own
  Loose: {
    oneOf: [
      { type: 'object', required: ['a'], properties: { a: { type: 'string', enum: ['p', 'q'] } } },
      { type: 'object', required: ['b'], properties: { b: { type: 'string', enum: ['r', 's'] } } },
    ],
  },
  Ruled: { type: 'object', properties: { word: { type: 'string' } }, not: { $ref: '#/components/schemas/Bad' } },
  Bad: { type: 'object', required: ['word'], properties: { word: { enum: ['x', 'y'] } } },
  // a union that contains itself, and what is built on it and does not
  Branch: {
    oneOf: [{ $ref: '#/components/schemas/Knot' }, { $ref: '#/components/schemas/Leaf' }],
    discriminator: { propertyName: 'kind' },
  },
  Knot: {
    type: 'object',
    required: ['kind'],
    properties: { kind: { const: 'Knot' }, inner: { $ref: '#/components/schemas/Branch' } },
  },
  Leaf: { type: 'object', required: ['kind'], properties: { kind: { const: 'Leaf' } } },
  // branches that no object can be: a property of theirs is two things at once
  Torn: {
    allOf: [
      { type: 'object', required: ['kind', 'size'], properties: { kind: { const: 'Torn' }, size: { const: 'small' } } },
      { type: 'object', properties: { size: { const: 'large' } } },
    ],
  },
  Whole: {
    oneOf: [{ $ref: '#/components/schemas/Torn' }, { $ref: '#/components/schemas/Leaf' }],
    discriminator: { propertyName: 'kind' },
  },
  // the same, by what is built on: a base that states no type, and one that may be null
  Worn: {
    oneOf: [
      {
        allOf: [
          { properties: { size: { enum: ['small'] } }, required: ['size'] },
          { type: 'object', required: ['kind'], properties: { kind: { const: 'Worn' }, size: { type: 'null' } } },
        ],
      },
      { $ref: '#/components/schemas/Leaf' },
    ],
    discriminator: { propertyName: 'kind' },
  },
  Cut: {
    oneOf: [
      {
        allOf: [
          { type: ['object', 'null'], properties: { size: { const: 'small' } }, required: ['size'] },
          { type: 'object', required: ['kind'], properties: { kind: { const: 'Cut' }, size: { const: 'large' } } },
        ],
      },
      { $ref: '#/components/schemas/Leaf' },
    ],
    discriminator: { propertyName: 'kind' },
  },
  // one branch lets anything pass, so that no type is left to take the other one from
  Vague: {
    oneOf: [
      { oneOf: [{}, { type: 'object', properties: { size: { type: 'integer' } } }] },
      {
        oneOf: [
          { type: 'object', required: ['kind'], properties: { kind: { const: 'x' } } },
          { type: 'object', required: ['kind'], properties: { kind: { const: 'y' } } },
        ],
      },
    ],
  },
  Doubtful: {
    allOf: [
      { type: 'object', required: ['size'], properties: { size: { type: 'string' } } },
      { type: 'object', properties: { size: { type: 'integer' } } },
    ],
  },
  Sized: {
    oneOf: [
      { $ref: '#/components/schemas/Doubtful' },
      { type: 'object', required: ['size'], properties: { size: { type: 'boolean' } } },
    ],
  },
  Planted: {
    allOf: [{ $ref: '#/components/schemas/Branch' }, { type: 'object', properties: { by: { type: 'string' } } }],
  },
};
const api = description(schemas, {
  servers: [{ url: 'https://api.example.com' }],
  paths: {
    '/pet': {
      get: { operationId: 'readPet', ...answer('Pet') },
      put: { operationId: 'writePet', requestBody: { required: true, ...json('Pet') }, ...answer('Pet') },
    },
    '/order': { post: { operationId: 'order', requestBody: { required: true, ...json('Order') }, ...answer('Loose') } },
    '/named': { get: { operationId: 'readNamed', ...answer('Named') } },
    '/shut': { get: { operationId: 'readShut', ...answer('Shut') } },
    '/ruled': { get: { operationId: 'readRuled', ...answer('Ruled') } },
  },
});

const uses = `import {
  createClient, isUnknownNamed, isUnknownPet, matchByKind, readPet, writePet,
  type Mood, type Named, type Order, type Pet, type UnknownBranch, type UnknownValue,
} from './src/index.js';

const client = createClient();

export async function calls(): Promise<void> {
  const pet = await readPet(client);
  // what was read can be sent back
  await writePet(client, { body: pet });
  // @ts-expect-error nobody writes a branch that is not listed
  await writePet(client, { body: { kind: 'bird' } });
  // @ts-expect-error nor a value
  await writePet(client, { body: { kind: 'cat', mood: 'calmm' } });
  await writePet(client, { body: { kind: 'cat', mood: 'calm' } });
}

export function narrows(pet: Pet): Mood | number | undefined {
  switch (pet.kind) {
    case 'cat':
      return pet.mood;
    case 'dog':
    case 'wolf':
      return pet.size;
    default: {
      const unknown: UnknownBranch<'kind'> = pet;
      const tag: string = unknown.kind;
      return tag.length;
    }
  }
}

export function values(mood: Mood): 'calm' | 'wild' | undefined {
  if (mood === 'calm') return mood;
  switch (mood) {
    case 'wild':
      return mood;
    default: {
      const unknown: UnknownValue = mood;
      return unknown.toUpperCase() === '' ? undefined : undefined;
    }
  }
}

export const guarded = (pet: Pet): UnknownBranch<'kind'> | undefined => (isUnknownPet(pet) ? pet : undefined);
export const guardedBeside = (pet: Named): (UnknownBranch<'kind'> & { name?: string }) | undefined =>
  isUnknownNamed(pet) ? pet : undefined;
export const keyed = (pet: Pet): Mood | undefined => ('mood' in pet ? pet.mood : undefined);
export const chosen = (pet: Pet): string =>
  matchByKind(pet, { cat: (cat) => cat.mood, dog: () => 'd', wolf: () => 'w', _: (other) => other.kind });
// every listed branch needs a case, unless _ takes the rest
// @ts-expect-error wolf is missing
export const missing = (pet: Pet): string => matchByKind(pet, { cat: (cat) => cat.mood, dog: () => 'd' });

// only requests carry it: closed
export const every = (one: Order): 'slow' | 'fast' => one.speed;
`;

interface Parsed {
  readonly ok: boolean;
}
type Parse = (value: unknown, options?: { readonly open?: boolean }) => Parsed;

describe('what answers carry', () => {
  let open: MadePackage;
  let exports: Readonly<Record<string, unknown>>;

  beforeAll(async () => {
    open = await makePackage(api);
    exports = await open.load('index');
  }, 60_000);

  /** Reads a pet of a kind that is not listed; with a body, sends that. */
  const call = async (validate: object, body?: unknown): Promise<unknown> => {
    const { createClient, operationValidators, readPet, writePet } = exports as Record<string, unknown>;
    const client = (createClient as (config: object) => unknown)({
      validators: operationValidators,
      validate,
      fetch: async () => Response.json({ kind: 'bird', wings: 2 }),
    });
    type Call = (client: unknown, input?: object) => Promise<unknown>;
    return body === undefined ? (readPet as Call)(client) : (writePet as Call)(client, { body });
  };

  const parse = (name: string, value: unknown, isOpen: boolean): boolean =>
    (exports[`parse${name}`] as Parse)(value, { open: isOpen }).ok;

  test.each(['typescript', 'typescript6', 'typescript7'])(
    'narrows and can be sent back under %s',
    (compiler) => {
      writeFileSync(join(open.folder, 'uses.ts'), uses);
      writeFileSync(
        join(open.folder, 'tsconfig.uses.json'),
        JSON.stringify({
          extends: './tsconfig.json',
          compilerOptions: { rootDir: '.', noEmit: true, skipLibCheck: false },
          include: ['src', 'uses.ts'],
        }),
      );
      const program = join(projectFolder, 'node_modules', compiler, 'bin/tsc');
      const run = spawnSync(process.execPath, [program, '-p', 'tsconfig.uses.json', '--pretty', 'false'], {
        cwd: open.folder,
        encoding: 'utf8',
      });
      expect(run.stdout + run.stderr).toBe('');
    },
    120_000,
  );

  test.each([
    ['a listed branch', 'Pet', { kind: 'dog', size: 1 }, true, true],
    ['a branch that is not listed', 'Pet', { kind: 'bird', wings: 2 }, false, true],
    ['a tag of another type', 'Pet', { kind: 7 }, false, false],
    ['no tag', 'Pet', {}, false, false],
    ['a value that is not listed', 'Pet', { kind: 'cat', mood: 'sleepy' }, false, true],
    ['a value of another type', 'Pet', { kind: 'cat', mood: 3 }, false, false],
    ['a number that is not listed', 'Pet', { kind: 'dog', size: 3 }, false, true],
    ['a value in a union without a tag', 'Loose', { a: 'new' }, false, true],
    ['a value of requests only', 'Order', { speed: 'warp' }, false, false],
    ['what is ruled out', 'Ruled', { word: 'x' }, false, false],
    ['what is not ruled out', 'Ruled', { word: 'z' }, true, true],
  ])('%s', (_what, name, value, closed, opened) => {
    expect([parse(name, value, false), parse(name, value, true)]).toEqual([closed, opened]);
  });

  test('is lenient only while it is asked', () => {
    expect(parse('Pet', { kind: 'bird' }, true)).toBe(true);
    expect((exports['isPet'] as (value: unknown) => boolean)({ kind: 'bird' })).toBe(false);
    const schema = exports['Pet'] as StandardSchema;
    expect(schema['~standard'].validate({ kind: 'bird' })).toHaveProperty('issues');
  });

  test('a client validates answers openly and requests strictly', async () => {
    const read = await call({});
    expect(read).toEqual({ kind: 'bird', wings: 2 });
    await expect(call({ responses: 'closed' })).rejects.toMatchObject({ name: 'ValidationError' });
    await expect(call({}, read)).rejects.toMatchObject({ name: 'ValidationError', direction: 'request' });
    expect(await call({ requests: false }, read)).toEqual(read);
  });

  test('has a guard for branches that are not listed', () => {
    const isUnknown = exports['isUnknownPet'] as (value: unknown) => boolean;
    expect([isUnknown({ kind: 'bird' }), isUnknown({ kind: 'cat' })]).toEqual([true, false]);
  });

  test('is closed where the configuration says so', async () => {
    const closed = await makePackage(api, { responses: 'closed' });
    expect(closed.text('src/openapi.ts')).not.toContain('Unknown');
    expect(closed.text('src/unions.ts')).not.toContain('isUnknown');
    const { parsePet } = await closed.load('index');
    expect((parsePet as Parse)({ kind: 'bird' }, { open: true }).ok).toBe(false);
  }, 60_000);
});

import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { createReport } from '../generator/base/diagnostic.ts';
import { checkConfig } from '../generator/config-check.ts';
import type { ConfigPlan } from '../generator/config.ts';
import { description, makePackage, type MadePackage } from './support/packages.ts';
import { makeTransforms, object, paths, schemas, time } from './support/transforms.ts';
import { compilers } from './type-tests/project.ts';

// The modules of transforms as parts of a package: their types, and where they stand.

let made: MadePackage;

beforeAll(async () => {
  made = await makeTransforms();
});

type Compiler = keyof typeof compilers;

/** What a compiler says of files in the folder of a package. */
function compile(compiler: Compiler, { folder }: MadePackage, include: readonly string[]): string {
  const compilerOptions = {
    target: 'es2022',
    lib: ['es2023', 'dom', 'dom.iterable'],
    module: 'nodenext',
    types: [],
    noEmit: true,
    allowImportingTsExtensions: true,
    strict: true,
    noUnusedLocals: true,
    noUnusedParameters: true,
    exactOptionalPropertyTypes: true,
    noUncheckedIndexedAccess: true,
  };
  writeFileSync(join(folder, 'tsconfig.program.json'), JSON.stringify({ compilerOptions, include }));
  const argv = [compilers[compiler], '-p', join(folder, 'tsconfig.program.json'), '--pretty', 'false'];
  return spawnSync(process.execPath, argv, { encoding: 'utf8' }).stdout;
}

const program = `
import { decodeEvent, encodeEvent, readEvent, type DecodedOrder } from './src/codecs.js';
import { coerceListPetsQuery } from './src/coercion.js';
import { withOrderDefaults, withPetDefaults, withTreeDefaults } from './src/defaults.js';
import type { Event, Order, Pet, Tree } from './src/index.js';

declare const order: Order;
declare const pet: Pet;
declare const tree: Tree;
declare const event: Event;
export const status: string = withOrderDefaults(order).status;
export const size: number = withOrderDefaults(order).settings.size;
export const inner: string | undefined = withTreeDefaults(tree).children?.[0]?.children?.[0]?.name;
const filled = withPetDefaults(pet);
export const lives: number | undefined = filled.kind === 'cat' ? filled.lives : undefined;
// @ts-expect-error it may be missing
export const missing: string = order.status;
export const id: bigint = decodeEvent(event).id;
export const at: Date = readEvent('{}').at;
export const count: bigint | undefined = decodeEvent(event).count;
export const again: Event = encodeEvent({ id: 1n, at: new Date() });
export const born = (one: DecodedOrder): (Date | undefined)[] | undefined =>
  one.pets?.map((each) => (each.kind === 'dog' ? each.born : undefined));
export const closed = (one: DecodedOrder): Date | null | undefined => one.closed;
// @ts-expect-error an event has no text for a date any more
export const text: string = decodeEvent(event).at;
export const limit: number | string | readonly string[] | undefined = coerceListPetsQuery({ limit: '1' }).limit;
`;

test.each(Object.keys(compilers) as Compiler[])('the types say what is done (%s)', (compiler) => {
  writeFileSync(join(made.folder, 'program.ts'), program);
  expect(compile(compiler, made, ['src', 'program.ts'])).toBe('');
});

/** A configuration with these transforms, checked. */
function check(transforms: unknown): { plan: ConfigPlan | undefined; messages: string[] } {
  const report = createReport();
  const config = { apis: { one: { input: 'a', output: 'b', package: { transforms } } } };
  const plan = checkConfig(config, () => ({ document: 'config', line: 1 }), report);
  return { plan, messages: report.all().map(({ message }) => message) };
}

describe('the package', () => {
  test('has them under paths of their own, and says so', () => {
    const { exports } = JSON.parse(made.text('package.json') ?? '') as { exports: object };
    expect(Object.keys(exports)).toEqual(expect.arrayContaining(['./defaults', './coercion', './codecs']));
    expect(made.text('README.md')).toContain('`withSettingsDefaults`');
    expect(made.text('src/index.ts')).not.toMatch(/defaults|coercion|codecs/);
    expect(made.codes).toEqual([]);
  });

  test('has none where there is nothing to do, or where they are not wanted', async () => {
    const plain = await makePackage(description({ Plain: schemas['Plain'] ?? {} }));
    const { exports } = JSON.parse(plain.text('package.json') ?? '') as { exports: object };
    expect(Object.keys(exports).filter((name) => /defaults|coercion|codecs/.test(name))).toEqual([]);
    expect(plain.text('README.md')).not.toContain('Changing values');
    const some = await makePackage(description(schemas, { paths }), { transforms: ['codecs'] });
    expect(['defaults', 'coercion', 'codecs'].filter((name) => some.text(`src/${name}.ts`) !== undefined)).toEqual([
      'codecs',
    ]);
  });

  test('is not confused by schemas that are called like what is made for others', async () => {
    const named = {
      A: schemas['Settings'] ?? {},
      AWithDefaults: schemas['Settings'] ?? {},
      DecodedB: object({}),
      B: object({ at: time }),
      Date: object({ at: time }),
      Changed: object({ at: time }),
    };
    const other = await makePackage(description(named));
    expect(Object.keys(await other.load('defaults'))).toHaveLength(2);
    expect(compile('TypeScript 7', other, ['src'])).toBe('');
  });

  test('is not confused by names that every object has, by numbers, or by one described twice', async () => {
    const odd = object(
      {
        constructor: object({ toString: time, id: { type: 'integer', default: 1 } }),
        '1': { type: 'string', default: 'a' },
      },
      { required: ['constructor'] },
    );
    const parts = {
      type: 'object',
      allOf: [object({ at: {}, id: { type: 'integer' } }), object({ at: { type: 'boolean' } })],
    };
    const parameters = [
      { name: 'toString', in: 'query', schema: parts },
      { name: 'valueOf', in: 'query', schema: parts, style: 'deepObject' },
    ];
    const odds = {
      '/odd': { get: { operationId: 'getOdd', parameters, responses: { 200: { description: 'It is.' } } } },
    };
    const other = await makePackage(description({ Odd: odd, Date: object({ '2': time }) }, { paths: odds }));
    expect(compile('TypeScript 7', other, ['src'])).toBe('');
    const { withOddDefaults } = (await other.load('defaults')) as { withOddDefaults: (value: unknown) => unknown };
    expect(withOddDefaults({ constructor: {} })).toEqual({ constructor: { id: 1 }, '1': 'a' });
    const { coerceGetOddQuery } = (await other.load('coercion')) as { coerceGetOddQuery: (raw: object) => unknown };
    expect(coerceGetOddQuery({ at: 'true', id: '7' })).toEqual({ toString: { at: true, id: 7 } });
  });

  test('has those that the configuration names', () => {
    expect(check(['codecs', 'defaults']).plan?.apis[0]?.packageOptions.transforms).toEqual(['defaults', 'codecs']);
    expect(check([]).plan?.apis[0]?.packageOptions.transforms).toEqual([]);
    expect(check(undefined).plan?.apis[0]?.packageOptions).not.toHaveProperty('transforms');
    expect(check(['dates']).messages.join()).toContain('"dates" is no transform');
  });
});

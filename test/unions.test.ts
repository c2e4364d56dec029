import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { createReport } from '../generator/base/diagnostic.ts';
import { unionsEmitter } from '../generator/emit/unions/index.ts';
import { buildApi } from '../generator/model/build.ts';
import { hasMember, memberOf, typeOf } from '../templates/runtime/branches.ts';
import { matchOn, UnknownTagError } from '../templates/runtime/match.ts';
import { compilers, createProject, emitTypes, readSpec, root } from './type-tests/project.ts';

describe.each(['small', 'told', 'inherited'])('types of unions: %s', async (name) => {
  const spec = readSpec(join(root, `test/type-tests/${name}-spec.yaml`));
  const project = createProject(await emitTypes(spec), { [`${name}.ts`]: `${name}.ts` });
  afterAll(() => project.remove());
  for (const compiler of Object.keys(compilers) as (keyof typeof compilers)[]) {
    it(`narrow, exhaust and refuse under ${compiler}`, () => {
      expect(project.compile(compiler)).toBe('');
    });
  }
});

describe('src/unions.ts', () => {
  it('is not there where the API has no tagged union', async () => {
    const spec = { openapi: '3.1.0', info: {}, paths: {}, components: { schemas: { Text: { type: 'string' } } } };
    const report = createReport();
    const options = { name: 'none', version: '1.0.0', license: 'MIT' };
    expect(await unionsEmitter.emit({ api: buildApi(spec, report), spec, options }, report)).toEqual([]);
  });
});

describe('what guards ask', () => {
  it('tells the types of JSON', () => {
    expect([null, [], {}, 'a', 1, true, undefined, Symbol.iterator].map(typeOf)).toEqual([
      'null',
      'array',
      'object',
      'string',
      'number',
      'boolean',
      undefined,
      undefined,
    ]);
  });

  it('sees only members of the value itself that hold something', () => {
    const value: unknown = { a: 1, b: undefined, c: null };
    expect(['a', 'b', 'c', 'd', 'constructor', '__proto__'].map((name) => hasMember(value, name))).toEqual([
      true,
      false,
      true,
      false,
      false,
      false,
    ]);
    expect(hasMember(JSON.parse('{ "__proto__": 1 }'), '__proto__')).toBe(true);
    expect([null, 'text', ['x'], undefined].map((one) => memberOf(one, 'length'))).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
  });
});

type Shape = { kind: 'circle'; radius: number } | { kind: 'box'; width: number } | { kind: 'toString' };

describe('match', () => {
  const match = matchOn('kind');
  const circle = { kind: 'circle', radius: 2 } as Shape;
  const cases = {
    circle: (value: { radius: number }) => value.radius,
    box: (value: { width: number }) => value.width,
    toString: () => 'named like a method',
  };

  it('calls the case of the branch with the value', () => {
    expect(match(circle, cases)).toBe(2);
    expect(match({ kind: 'toString' } as Shape, cases)).toBe('named like a method');
  });

  it('gives what has no case to `_`', () => {
    expect(match(circle, { box: () => 'box', _: (value) => value })).toBe(circle);
    expect(match({ kind: 'toString' } as Shape, { _: () => 'rest' })).toBe('rest');
  });

  it('says which tag it does not know', () => {
    const unknown = { kind: 'star' } as unknown as Shape;
    expect(() => match(unknown, cases)).toThrow(UnknownTagError);
    expect(() => match(unknown, cases)).toThrow('No case for kind "star". Known: "circle", "box", "toString".');
    expect(() => match({ kind: 'constructor' } as unknown as Shape, cases)).toThrow(UnknownTagError);
  });

  it('takes numbers and booleans as tags', () => {
    const byLevel = matchOn('level');
    expect(byLevel({ level: 2 } as { level: 1 } | { level: 2 }, { 1: () => 'one', 2: () => 'two' })).toBe('two');
    expect(matchOn('ok')({ ok: false } as { ok: boolean }, { true: () => 'yes', false: () => 'no' })).toBe('no');
  });
});

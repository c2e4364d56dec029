import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import type { FormatChoice } from '../generator/base/options.ts';
import type { JsonObject } from '../generator/base/json.ts';
import { generate } from '../generator/generate.ts';
import { temporaryFolder } from './support/temporary.ts';

// Which formats the validators of a package assert, from the configuration to the running code.

interface Generated {
  readonly files: readonly string[];
  is(value: unknown): unknown;
  issues(value: unknown): readonly { readonly path: string; readonly keyword: string; readonly message: string }[];
}

/** The validator of a schema in a package of its own. */
async function packageFor(schema: JsonObject, formats?: FormatChoice): Promise<Generated> {
  const paths = { '/': { get: { operationId: 'ask', responses: { 204: { description: 'Nothing' } } } } };
  const spec = {
    openapi: '3.1.0',
    info: { title: 'T', version: '1' },
    paths,
    components: { schemas: { Value: schema } },
  };
  const { files } = await generate({
    name: 'formats',
    documents: [{ path: 'api.json', text: JSON.stringify(spec) }],
    overlays: [],
    packageOptions: { name: 'formats', version: '1.0.0', license: 'MIT' },
    inference: 'apply',
    ...(formats && { formats }),
  });
  const folder = temporaryFolder();
  for (const { path, text } of files) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  type Validators = { isValue(value: unknown): unknown; parseValue(value: unknown): { issues?: [] } };
  const url = pathToFileURL(join(folder, 'dist/validators.js')).href;
  const module = (await import(/* @vite-ignore */ url)) as Validators;
  return {
    files: files.map(({ path }) => path),
    is: (value) => module.isValue(value),
    issues: (value) => module.parseValue(value).issues ?? [],
  };
}

const schema: JsonObject = {
  type: 'object',
  properties: {
    at: { type: 'string', format: 'date-time' },
    id: { type: ['string', 'null'], format: 'uuid' },
    count: { type: 'integer', format: 'int32' },
    data: { type: 'string', format: 'byte' },
    secret: { type: 'string', format: 'password' },
    odd: { type: 'string', format: 'of-our-own' },
    any: { format: 'ipv4' },
    kind: { enum: ['1.2.3.4', 'else', 7], format: 'ipv4' },
  },
};
const good = {
  at: '2024-02-29T12:00:00Z',
  id: null,
  count: 7,
  data: 'YQ==',
  secret: '',
  odd: '',
  any: 1,
  kind: '1.2.3.4',
};
const bad = { at: 'now', id: 'x', count: 2 ** 31, data: '?', any: 'x', kind: 'else' };

describe('formats', () => {
  it('are remarks by default', async () => {
    const { is, files } = await packageFor(schema);
    expect(is(good)).toBe(true);
    expect(is(bad)).toBe(true);
    expect(files.filter((path) => path.includes('formats-'))).toEqual([]);
  });

  it('are asserted where the configuration says so, each with an issue', async () => {
    const { is, issues } = await packageFor(schema, 'assert');
    expect(is(good)).toBe(true);
    for (const [name, value] of Object.entries(bad)) {
      expect([name, is({ [name]: value })]).toEqual([name, false]);
      expect(issues({ [name]: value })).toMatchObject([{ path: `/${name}`, keyword: 'format' }]);
    }
    expect(issues({ at: 'now' })[0]?.message).toContain('date-time');
    expect(is({ kind: 7, any: {}, odd: 'x' })).toBe(true);
  });

  it('are asserted as they are listed, and only their tests are carried', async () => {
    const { is, files } = await packageFor(schema, ['uuid', 'int32']);
    expect(['at', 'data', 'any', 'kind'].map((name) => is({ [name]: bad[name as keyof typeof bad] }))).toEqual([
      true,
      true,
      true,
      true,
    ]);
    expect([is({ id: 'x' }), is({ count: 2 ** 31 })]).toEqual([false, false]);
    expect(files.filter((path) => path.startsWith('src/runtime/formats-'))).toEqual([
      'src/runtime/formats-number.ts',
      'src/runtime/formats-text.ts',
    ]);
  });
});

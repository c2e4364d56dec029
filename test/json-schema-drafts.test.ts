import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createReport, diagnosticText } from '../generator/base/diagnostic.ts';
import type { JsonObject, JsonValue } from '../generator/base/json.ts';
import { generate } from '../generator/generate.ts';
import { validatorsFor } from './support/conformance.ts';
import { part } from './support/conformance-suites.ts';
import { projectFolder } from './support/sources.ts';
import { temporaryFolder } from './support/temporary.ts';

// What the drafts of JSON Schema, and OpenAPI 3.0, read in their own way.

interface DraftCase {
  readonly description: string;
  readonly openapi?: string;
  readonly schema: JsonValue;
  readonly valid: readonly JsonValue[];
  readonly invalid: readonly JsonValue[];
}

const cases = JSON.parse(readFileSync(join(projectFolder, 'test/conformance/drafts.json'), 'utf8')) as DraftCase[];

describe('schemas of each draft', () => {
  it.each([undefined, '3.0.3'])('allow and refuse what their own draft does (OpenAPI %s)', async (openapi) => {
    const asked = cases.filter((one) => one.openapi === openapi);
    const validators = await validatorsFor(asked, openapi === undefined ? {} : { openapi }, temporaryFolder());
    const faults = asked.flatMap(({ description, valid, invalid }, index) => {
      const validate = validators[index] ?? (() => false);
      const refused = valid.filter((value) => !validate(value));
      const allowed = invalid.filter((value) => validate(value));
      return [
        ...refused.map((value) => `${description}: ${JSON.stringify(value)} is refused`),
        ...allowed.map((value) => `${description}: ${JSON.stringify(value)} is allowed`),
      ];
    });
    expect(faults).toEqual([]);
  });
});

const paths = { '/': { get: { operationId: 'ask', responses: { 204: { description: 'Nothing' } } } } };
const info = { title: 'Drafts', version: '1' };

function statements(text: string): string {
  return text.replaceAll(/ *x-evidence: .*\n/g, '');
}

async function normalized(root: JsonObject, parts: Readonly<Record<string, JsonValue>> = {}) {
  const report = createReport();
  const documents = [
    { path: 'api.json', text: JSON.stringify({ openapi: '3.1.0', info, paths, ...root }) },
    ...Object.entries(parts).map(([path, value]) => part(path, value)),
  ];
  const packageOptions = { name: 'drafts', version: '1.0.0', license: 'MIT' };
  const task = { name: 'drafts', documents, overlays: [], packageOptions, inference: 'apply' } as const;
  const { spec = '' } = await generate(task, report, { specOnly: true });
  const again = await generate({ ...task, documents: [{ path: 'api.yaml', text: spec }] }, createReport(), {
    specOnly: true,
  });
  return {
    spec: statements(spec),
    again: statements(again.spec ?? ''),
    diagnostics: report.all().map(diagnosticText),
  };
}

describe('the normalized spec', () => {
  it('says in 2020-12 what a file of an earlier draft said, and names what that draft did not know', async () => {
    const pet = {
      $schema: 'http://json-schema.org/draft-07/schema#',
      type: 'array',
      items: [{ $ref: '#/definitions/name', maxLength: 2 }],
      prefixItems: [false],
      definitions: { name: { type: 'string' } },
    };
    const { spec, again, diagnostics } = await normalized(
      { components: { schemas: { Pet: { $ref: 'pet.json' } } } },
      { 'pet.json': pet },
    );
    expect(spec).toMatch(/Pet:\s+type: array\s+prefixItems:\s+- \$ref: '#\/components\/schemas\/name'/);
    expect(spec).not.toMatch(/\$schema|maxLength|definitions/);
    expect(spec).toMatch(/x-prefixItems/);
    expect(diagnostics).toEqual([
      'pet.json:1:1 note spec/ignored-sibling beside a $ref nothing counts before OpenAPI 3.1: maxLength ignored',
      'pet.json:1:1 note spec/later-keyword "prefixItems" is no keyword of the dialect http://json-schema.org/draft-07/schema#, which the schema names; it is kept as "x-prefixItems"',
    ]);
    expect(again).toBe(spec);
  });

  it('takes the draft of schemas without their own from `jsonSchemaDialect`', async () => {
    const { spec, again } = await normalized({
      jsonSchemaDialect: 'http://json-schema.org/draft-07/schema#',
      components: {
        schemas: {
          Row: { type: 'array', items: [{ type: 'string' }] },
          First: { $ref: '#/components/schemas/Row/items/0', maxLength: 1 },
          Named: { $schema: 'https://json-schema.org/draft/2020-12/schema', prefixItems: [{ type: 'string' }] },
        },
      },
    });
    expect(spec).not.toMatch(/jsonSchemaDialect|maxLength|x-prefixItems/);
    expect(spec).toMatch(/Row:\s+type: array\s+prefixItems:/);
    expect(again).toBe(spec);
  });

  it('does not read the schemas of a document by the `$schema` that is about the document', async () => {
    const { spec } = await normalized({
      $schema: 'http://json-schema.org/draft-04/schema#',
      components: {
        schemas: {
          Pet: { const: 1 },
          Anchored: { $anchor: 'pet', type: 'string' },
          Near: { $ref: '#pet', maxLength: 2 },
        },
      },
    });
    expect(spec).toMatch(/Pet:\s+const: 1/);
    expect(spec).toMatch(/Near:\s+\$ref: '#\/components\/schemas\/Anchored'\s+maxLength: 2/);
  });

  it('leaves out the keywords of vocabularies that a meta-schema of one’s own does not list', async () => {
    const meta = {
      $id: 'https://drafts.test/meta',
      $schema: 'https://json-schema.org/draft/2020-12/schema',
      $vocabulary: { 'https://json-schema.org/draft/2020-12/vocab/applicator': true },
    };
    const pet = { $schema: 'https://drafts.test/meta', properties: { age: { minimum: 1 } } };
    const { spec } = await normalized(
      { components: { schemas: { Pet: { $ref: 'pet.json' }, Meta: { $ref: 'meta.json' } } } },
      { 'pet.json': pet, 'meta.json': meta },
    );
    expect(spec).toMatch(/age:\s+x-minimum: 1/);
  });
});

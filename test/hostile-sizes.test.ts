import { describe, expect, test } from 'vitest';
import { createReport, type Diagnostic } from '../generator/base/diagnostic.ts';
import type { JsonObject, JsonValue } from '../generator/base/json.ts';
import { isPatternFault, readPattern } from '../generator/base/pattern.ts';
import { generate, type GenerateStages } from '../generator/generate.ts';
import { boundedPattern } from '../templates/runtime/checks.ts';
import { record } from '../templates/runtime/issues.ts';
import { matches } from '../templates/runtime/leaves.ts';

/** What is too deep, too large, endless or too slow ends in a package or in a located diagnostic. */

interface Run {
  readonly diagnostics: readonly Diagnostic[];
  readonly files: ReadonlyMap<string, string>;
  /** The normalized description; nothing where there is none. */
  readonly spec: string;
}

async function run(spec: JsonValue, stages: GenerateStages = {}): Promise<Run> {
  const report = createReport();
  const text = typeof spec === 'string' ? spec : JSON.stringify(spec);
  const { files, spec: normalized = '' } = await generate(
    {
      name: 'large',
      documents: [{ path: 'api.yaml', text }],
      overlays: [],
      packageOptions: { name: 'large', version: '1.0.0', license: 'MIT' },
      inference: 'apply',
    },
    report,
    stages,
  );
  return {
    diagnostics: report.all(),
    files: new Map(files.map((file) => [file.path, file.text])),
    spec: normalized,
  };
}

const head = "openapi: 3.1.0\ninfo: { title: Large, version: '1' }\npaths: {}\n";
const ref = (index: number | string): JsonObject => ({ $ref: `#/components/schemas/S${index}` });

function description(schemas: JsonObject): JsonObject {
  const content = { 'application/json': { schema: ref(0) } };
  return {
    openapi: '3.1.0',
    info: { title: 'Large', version: '1' },
    paths: { '/things': { get: { operationId: 'list', responses: { '200': { description: 'ok', content } } } } },
    components: { schemas },
  };
}

/** The validators of an object whose names match a pattern. */
async function namesBy(pattern: string): Promise<string> {
  const object = { type: 'object', patternProperties: { [pattern]: { type: 'string' } } };
  const { files } = await run(description({ S0: object }));
  return files.get('src/validators.ts') ?? '';
}

function schemas(count: number, make: (index: number) => JsonValue): JsonObject {
  return Object.fromEntries(Array.from({ length: count }, (_, index) => [`S${index}`, make(index)]));
}

describe('texts that unfold', () => {
  const levels = Array.from({ length: 12 }, (_, level) => {
    const items = level === 0 ? 'a' : `*a${level - 1}`;
    return `x-a${level}: &a${level} [${Array.from({ length: 9 }, () => items).join(', ')}]\n`;
  });

  test.each([
    ['brackets in YAML', `${head}x: ${'['.repeat(5000)}${']'.repeat(5000)}\n`],
    ['schemas in JSON', `{"openapi":"3.1.0","x":${'{"not":'.repeat(5000)}{}${'}'.repeat(5000)}}`],
    ['aliases', head + levels.join('')],
  ])('%s', async (_name, text) => {
    const { diagnostics, files } = await run(text);
    expect(diagnostics[0]).toMatchObject({ code: 'pages/syntax', location: { document: 'api.yaml' } });
    expect(files.size).toBe(0);
  });
});

describe('references in many ways', () => {
  test.each([
    [
      'twice in each of thirty schemas',
      schemas(30, (index) =>
        index === 29 ? { type: 'string' } : { oneOf: [ref(index + 1), { allOf: [ref(index + 1), ref(index + 1)] }] },
      ),
    ],
    [
      'each other, in unions',
      schemas(60, (index) => ({
        oneOf: [ref((index + 1) % 60), ref((index + 7) % 60), { type: 'object', required: [`p${index}`] }],
      })),
    ],
    [
      'themselves',
      { S0: ref(0), S1: { allOf: [ref(2)] }, S2: { allOf: [ref(1)] }, S3: { not: ref(3) }, S4: { items: ref(4) } },
    ],
    ['a chain', schemas(300, (index) => (index === 299 ? { type: 'string' } : ref(index + 1)))],
  ])('%s', async (_name, parts) => {
    const { files } = await run(description(parts));
    expect(files.get('src/validators.ts')).toContain('isListResponse200');
  });
});

describe('long chains', () => {
  const last: JsonObject = { type: 'object', properties: { end: { type: 'string' } } };
  const chain = (count: number, make: (next: JsonObject, index: number) => JsonObject): JsonObject =>
    schemas(count, (index) => (index === count - 1 ? last : make(ref(index + 1), index)));

  test('of references mean their end', async () => {
    const { diagnostics, files } = await run(description(chain(1000, (next) => next)), { sourcesOnly: true });
    expect(diagnostics).toEqual([]);
    expect(files.get('src/openapi.ts')).toContain("S798: components['schemas']['S999'];");
    expect(files.get('src/openapi.ts')).toContain("S900: components['schemas']['S901'];");
  });

  test.each([
    ['nowhere', 'Gone', 1],
    ['in a circle', 0, 1000],
  ])('of references that lead %s are told of', async (_name, end, count) => {
    const parts = schemas(1000, (index) => ref(index === 999 ? end : index + 1));
    const { diagnostics } = await run(description(parts), { specOnly: true });
    expect(new Set(diagnostics.map(({ code }) => code))).toEqual(new Set(['spec/dangling-ref']));
    expect(new Set(diagnostics.map(({ message }) => message)).size).toBe(count);
  });

  test.each([
    ['allOf', (next: JsonObject, index: number) => ({ allOf: [next, { required: [`p${index}`] }] })],
    ['oneOf', (next: JsonObject, index: number) => ({ oneOf: [next, { const: index }] })],
    ['items', (next: JsonObject) => ({ type: 'array', items: next })],
  ])('of %s are cut where no compiler could follow them', async (_name, make) => {
    const { diagnostics, files } = await run(description(chain(430, make)));
    const cuts = diagnostics.filter(({ code }) => code === 'spec/malformed');
    expect(cuts).toHaveLength(2);
    expect(cuts[0]).toMatchObject({ location: { document: 'api.yaml', line: 1 } });
    expect(files.get('dist/validators.js')).toContain('isListResponse200');
  });

  test('of properties stay as they are', async () => {
    const parts = chain(600, (next) => ({ type: 'object', properties: { next } }));
    const { diagnostics, files } = await run(description(parts), { sourcesOnly: true });
    expect(diagnostics).toEqual([]);
    expect(files.get('src/openapi.ts')).toContain("next?: components['schemas']['S599'];");
  });
});

describe('much of one kind', () => {
  test('an enum of 20,000 values', async () => {
    const values = Array.from({ length: 20_000 }, (_, index) => `value ${index}`);
    const { diagnostics, files } = await run(description({ S0: { type: 'string', enum: values } }), {
      sourcesOnly: true,
    });
    expect(diagnostics).toEqual([]);
    expect(files.get('src/openapi.ts')).toContain("'value 19999'");
  });

  test('a union of 1,000 objects with a tag, inferred', async () => {
    const branches = schemas(1000, (index) => ({
      type: 'object',
      required: ['kind'],
      properties: { kind: { const: `k${index}` } },
    }));
    const union = { oneOf: Object.keys(branches).map((key) => ({ $ref: `#/components/schemas/${key}` })) };
    const { diagnostics, spec } = await run(description({ ...branches, Union: union }), { specOnly: true });
    expect(diagnostics).toEqual([]);
    expect(spec).toContain('      discriminator:\n        propertyName: kind\n');
  });
});

describe('patterns', () => {
  test.each([
    ['^(a+)+$', 25],
    ['^(a|a)*$', 25],
    ['^(a|aa)+$', 25],
    ['^((ab)*)*c$', 50],
    [String.raw`^(\d{12}|\d{16})*$`, 300],
    [String.raw`\s+$`, 5792],
    [String.raw`^\s*(.*?)\s*$`, 322],
    ['^[a-z]+(-[a-z]+)*$', undefined],
    [String.raw`^(?:\d{1,3}\.){3}\d{1,3}$`, undefined],
    ['^[0-9a-f]{32}$', undefined],
    ['^(foo|bar|baz)$', undefined],
  ])('%s is run on up to %s characters', (source, limit) => {
    const found = readPattern(source);
    if (isPatternFault(found)) expect.fail(found.reason);
    expect(found.risk?.limit).toBe(limit);
  });

  test('what cannot be analysed is run on short texts only, or not at all', () => {
    for (const source of ['(a|b)?'.repeat(20_000), `${'('.repeat(5000)}a${')'.repeat(5000)}*`]) {
      const found = readPattern(source);
      expect(isPatternFault(found) || found.risk !== undefined).toBe(true);
    }
  });

  test('one that is valid only without the u flag is run without', () => {
    expect(readPattern(String.raw`^[\w-.]+\-$`)).toMatchObject({ looseReason: 'Invalid character class' });
    expect(readPattern(String.raw`^\p{Print}$`)).toMatchObject({ reason: 'Invalid property name' });
    expect(readPattern('(')).toMatchObject({ reason: 'Unterminated group' });
  });

  test('are told of with their place, and become automata or are bounded in the validator', async () => {
    const pattern = '^(a+)+$';
    const back = String.raw`^(a+)+\1$`;
    const object = {
      type: 'object',
      properties: { slow: { type: 'string', pattern }, bounded: { type: 'string', pattern: back } },
      patternProperties: { [pattern]: {} },
    };
    const { diagnostics, files } = await run(description({ S0: object }));
    const slow = diagnostics.filter(({ code }) => code === 'model/slow-pattern');
    expect(slow.length).toBe(2);
    expect(slow[0]?.location).toMatchObject({ document: 'api.yaml', line: 1 });
    expect(diagnostics.filter(({ code }) => code === 'model/bounded-pattern').length).toBe(1);
    expect(files.get('src/validators.ts')).toContain("linearPattern('^(a+)+$', [");
    expect(files.get('src/validators.ts')).toContain(String.raw`boundedPattern(/^(a+)+\1$/u, 25)`);
  });

  test('a name for which an engine has not the memory goes to an automaton, or is refused', async () => {
    const steady = await namesBy('^(?:ab)*$');
    expect(steady).toContain('steadyPattern(/^(?:ab)*$/u');
    expect(steady).not.toContain('overlong');
    expect(await namesBy(String.raw`^(a)(?:b)*\1$`)).toContain('overlong(key, 1000000)');
  });

  test('a text that is too long is refused, and the issue says why', () => {
    const pattern = boundedPattern(/^(a+)+$/u, 25);
    expect(pattern.test('a'.repeat(25))).toBe(true);
    expect(pattern.test('a'.repeat(26))).toBe(false);
    const issues = record(`${'a'.repeat(60)}!`, (value) => matches(value, pattern), 100) ?? [];
    expect(issues).toMatchObject([{ keyword: 'pattern', expected: 25, actual: 61 }]);
    expect(issues[0]?.message).toContain('in good time');
  });
});

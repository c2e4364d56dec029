import { describe, expect, test } from 'vitest';
import { createReport, type Diagnostic } from '../generator/base/diagnostic.ts';
import type { JsonObject, JsonValue } from '../generator/base/json.ts';
import { isPatternFault, readPattern } from '../generator/base/pattern.ts';
import { generate } from '../generator/generate.ts';
import { boundedPattern } from '../templates/runtime/checks.ts';
import { collect, textIssues } from '../templates/runtime/issues.ts';

/** What is too deep, too large, endless or too slow ends in a package or in a located diagnostic. */

interface Run {
  readonly diagnostics: readonly Diagnostic[];
  readonly files: ReadonlyMap<string, string>;
}

async function run(spec: JsonValue): Promise<Run> {
  const report = createReport();
  const text = typeof spec === 'string' ? spec : JSON.stringify(spec);
  const { files } = await generate(
    {
      name: 'large',
      documents: [{ path: 'api.yaml', text }],
      overlays: [],
      packageOptions: { name: 'large', version: '1.0.0', license: 'MIT' },
      inference: 'apply',
    },
    report,
  );
  return { diagnostics: report.all(), files: new Map(files.map((file) => [file.path, file.text])) };
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

  test('are told of with their place, and bounded in the validator', async () => {
    const pattern = '^(a+)+$';
    const object = {
      type: 'object',
      properties: { slow: { type: 'string', pattern } },
      patternProperties: { [pattern]: {} },
    };
    const { diagnostics, files } = await run(description({ S0: object }));
    const slow = diagnostics.filter(({ code }) => code === 'model/slow-pattern');
    expect(slow.length).toBe(2);
    expect(slow[0]?.location).toMatchObject({ document: 'api.yaml', line: 1 });
    expect(files.get('src/validators.ts')).toContain('boundedPattern(/^(a+)+$/u, 25)');
    expect(files.get('src/validators.ts')).toContain('if (key.length > 25) return false;');
  });

  test('a text that is too long is refused, and the issue says why', () => {
    const pattern = boundedPattern(/^(a+)+$/u, 25);
    expect(pattern.test('a'.repeat(25))).toBe(true);
    expect(pattern.test('a'.repeat(26))).toBe(false);
    const issues = collect(`${'a'.repeat(60)}!`, (value, path, out) => textIssues(value, path, out, '', { pattern }));
    expect(issues).toMatchObject([{ keyword: 'pattern', expected: 25, actual: 61 }]);
    expect(issues[0]?.message).toContain('in good time');
  });
});

import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import {
  array,
  assert,
  constant,
  constantFrom,
  dictionary,
  letrec,
  oneof,
  property,
  record,
  type Arbitrary,
} from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isDataFailure, parseData } from '../generator/base/data.ts';
import { createReport } from '../generator/base/diagnostic.ts';
import { isObject, type JsonObject, type JsonValue } from '../generator/base/json.ts';
import { toOpenApi31 } from '../generator/spec/dialects/index.ts';
import { normalize } from '../generator/spec/rules/index.ts';

// Whatever comes in, normalizing what is normalized changes no byte.

describe('broken input', () => {
  const words =
    'swagger openapi info paths components definitions parameters responses schema items properties content get post in name type required enum allOf $ref discriminator security securityDefinitions flows servers tags headers examples /a 200 default x-a xml mapping'.split(
      ' ',
    );
  const { tree } = letrec<{ tree: JsonValue }>((tie) => ({
    tree: oneof(
      { maxDepth: 7 },
      constantFrom<JsonValue>(
        null,
        true,
        0,
        'string',
        'query',
        'body',
        '#/definitions/a',
        '#/components/schemas/x',
        'file',
        '2xx',
        '3.1',
      ),
      array(tie('tree'), { maxLength: 3 }),
      dictionary(constantFrom(...words), tie('tree'), { maxKeys: 5 }) as Arbitrary<JsonValue>,
    ),
  }));

  test.each(['2.0', '3.0.0', '3.1.0', '3.2.0'])(
    '%s: whatever stands where, it is normalized, and a second time to the same',
    (version) => {
      const document = record({
        info: tree,
        paths: dictionary(constant('/a'), tree),
        components: tree,
        definitions: tree,
        parameters: tree,
        responses: tree,
      });
      assert(
        property(document, (parts) => {
          const root = structuredClone({
            [version === '2.0' ? 'swagger' : 'openapi']: version,
            ...parts,
          }) as JsonObject;
          const draft = toOpenApi31(root, { report: createReport(), locate: () => ({ document: 'd', line: 1 }) });
          const once = normalize(draft ?? {}, 'apply', createReport());
          expect(JSON.stringify(normalize(once, 'apply', createReport()))).toBe(JSON.stringify(once));
        }),
        { numRuns: 150, seed: 7 },
      );
    },
  );
});

const corpus = fileURLToPath(new URL('../../shared/corpus/', import.meta.url));
const absent = !existsSync(corpus);

/** Every so many-th of the small documents of the corpus, in the order of their paths. */
function sample(every: number): string[] {
  if (absent) return [];
  return readdirSync(corpus, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(?:json|ya?ml)$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .toSorted()
    .filter((_, index) => index % every === 0)
    .filter((path) => statSync(path).size < 150_000);
}

describe.skipIf(absent)(`real documents${absent ? ' (skipped: ../shared is not on this machine)' : ''}`, () => {
  test('a normalized one, normalized again, changes no byte', () => {
    let count = 0;
    const changed = sample(23).filter((path) => {
      const data = parseData(readFileSync(path, 'utf8'), { document: path });
      if (isDataFailure(data) || !isObject(data.value)) return false;
      const draft = toOpenApi31(data.value, { report: createReport(), locate: data.locate });
      if (draft === undefined) return false;
      count += 1;
      const once = normalize(draft, 'apply', createReport());
      return JSON.stringify(normalize(once, 'apply', createReport())) !== JSON.stringify(once);
    });
    expect(changed.map((path) => relative(corpus, path))).toEqual([]);
    expect(count).toBeGreaterThan(40);
  });
});

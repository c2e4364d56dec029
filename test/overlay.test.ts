import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { isDataFailure, parseData } from '../generator/base/data.ts';
import { createReport, diagnosticText } from '../generator/base/diagnostic.ts';
import { isObject, mapObject, type JsonObject, type JsonValue } from '../generator/base/json.ts';
import { applyOverlay } from '../generator/spec/overlay.ts';

function read(text: string): JsonObject {
  const data = parseData(text, { document: 'd' });
  if (isDataFailure(data) || !isObject(data.value)) throw new Error('no mapping');
  return data.value;
}

/** Evidence is ours; what the specification asks for is the rest. */
function withoutEvidence(value: JsonValue): JsonValue {
  if (Array.isArray(value)) return value.map(withoutEvidence);
  if (!isObject(value)) return value;
  return mapObject(value, (member, key) => (key === 'x-evidence' ? undefined : withoutEvidence(member)));
}

function apply(document: string, actions: string, version = '1.1.0'): { result: JsonValue; diagnostics: string[] } {
  const report = createReport();
  const text = `overlay: ${version}\ninfo: { title: t, version: '1' }\nactions:\n${actions}`;
  const result = applyOverlay(read(document), { path: 'o.yaml', text }, report);
  return { result: withoutEvidence(result), diagnostics: report.all().map(diagnosticText) };
}

describe('update', () => {
  test('merges objects, adds lists to lists, replaces plain values', () => {
    const { result, diagnostics } = apply(
      'info: { title: a, tags: [1], contact: { name: n } }',
      '- { target: $.info, update: { title: b, tags: [2], contact: { url: u }, summary: s } }',
    );
    expect(result).toEqual({ info: { title: 'b', tags: [1, 2], contact: { name: 'n', url: 'u' }, summary: 's' } });
    expect(diagnostics).toEqual([]);
  });

  test('adds to a list what is given: an item, or in 1.1 the items of a list', () => {
    expect(apply('tags: [1]', '- { target: $.tags, update: 2 }').result).toEqual({ tags: [1, 2] });
    expect(apply('tags: [1]', '- { target: $.tags, update: [2, 3] }').result).toEqual({ tags: [1, 2, 3] });
    expect(apply('tags: [1]', '- { target: $.tags, update: [2, 3] }', '1.0.0').result).toEqual({ tags: [1, [2, 3]] });
  });

  test('replaces plain values of lists and objects', () => {
    expect(
      apply('{ a: 1, b: [1, 2] }', '- { target: "$.b[1]", update: 5 }\n- { target: $.a, update: x }').result,
    ).toEqual({
      a: 'x',
      b: [1, 5],
    });
  });

  test('refuses in 1.1 what does not fit, as a whole, and says where', () => {
    const { result, diagnostics } = apply('{ a: { b: [1], c: 1 } }', '- { target: $.a, update: { c: 2, b: x } }');
    expect(result).toEqual({ a: { b: [1], c: 1 } });
    expect(diagnostics).toEqual([
      'o.yaml:4:1 error overlay/mismatch the action on $.a cannot be applied: "b" is a list, and is given a plain value',
    ]);
    expect(apply('{ a: { b: [1] } }', '- { target: $.a, update: { b: x } }', '1.0.0').result).toEqual({
      a: { b: 'x' },
    });
    expect(apply('{ a: [{}, 1] }', '- { target: "$.a[*]", update: { b: x } }').diagnostics[0]).toContain(
      'it selects an object and a plain value',
    );
  });
});

describe('copy', () => {
  const paths = '{ paths: { /a: { get: { summary: s } }, /b: { put: {} }, /c: {} } }';

  test('merges one value into each that is selected', () => {
    const { result } = apply(paths, `- { target: "$.paths['/b','/c']", copy: "$.paths['/a']" }`);
    expect(result).toEqual({
      paths: {
        '/a': { get: { summary: 's' } },
        '/b': { put: {}, get: { summary: 's' } },
        '/c': { get: { summary: 's' } },
      },
    });
  });

  test('copies what earlier actions made', () => {
    const actions = `- { target: $.paths, update: { /d: {} } }\n- { target: "$.paths['/d']", copy: "$.paths['/a']" }\n- { target: "$.paths['/a']", remove: true }`;
    expect(apply(paths, actions).result).toEqual({
      paths: { '/b': { put: {} }, '/c': {}, '/d': { get: { summary: 's' } } },
    });
  });

  test('needs exactly one value, and no update', () => {
    expect(apply(paths, '- { target: $.paths, copy: "$.paths.*" }').diagnostics[0]).toContain(
      '"copy" selects 3 values',
    );
    expect(apply(paths, '- { target: $.paths, copy: $.nothing }').diagnostics[0]).toContain('"copy" selects 0 values');
    expect(apply(paths, '- { target: $, copy: $.paths, update: {} }').diagnostics[0]).toContain('excludes the other');
  });
});

test('remove takes each place once, whatever else the action says', () => {
  expect(apply('a: [1, 2, 3]', '- { target: "$.a[0,0,1]", remove: true, update: 5 }').result).toEqual({ a: [3] });
  expect(apply('a: [1]', '- { target: $.b, remove: true }').diagnostics[0]).toContain('warning overlay/no-match');
});

test('an action may be reused, as Overlay 1.2 has it', () => {
  const report = createReport();
  const text = `overlay: 1.2.0
info: { title: t, version: '1' }
components: { actions: { mark: { fields: { update: { x-mark: true } } } } }
actions: [{ target: $.info, $ref: '#/components/actions/mark' }]`;
  const result = applyOverlay(read('info: { title: a }'), { path: 'o.yaml', text }, report);
  expect(withoutEvidence(result)).toEqual({ info: { title: 'a', 'x-mark': true } });
});

test('evidence goes to what says something, not to maps of names or data', () => {
  const text = `overlay: 1.1.0
info: { title: t, version: '1' }
actions:
  - { target: $.paths, update: { /a: { get: { responses: {} } } } }
  - { target: "$.paths['/a'].get", update: { summary: s } }
  - { target: "$.components.schemas.A.examples[0]", update: { b: 1 } }`;
  const document = read('{ paths: {}, components: { schemas: { A: { examples: [{}] } } } }');
  expect(applyOverlay(document, { path: 'o.yaml', text }, createReport())).toEqual({
    paths: { '/a': { get: { responses: {}, summary: 's', 'x-evidence': ['o.yaml:5'] } } },
    components: { schemas: { A: { examples: [{ b: 1 }] } } },
  });
});

const suite = fileURLToPath(new URL('../../shared/corpus/suites/overlay-spec/', import.meta.url));
const absent = !existsSync(suite);
const list = (path: string): string[] => (absent ? [] : readdirSync(join(suite, path)).toSorted());
const text = (path: string): string => readFileSync(join(suite, path), 'utf8');

describe.skipIf(absent)(
  `the suite of the specification${absent ? ' (skipped: ../shared is not on this machine)' : ''}`,
  () => {
    // sets that start from the same description share one copy of it
    const inputs = list('compliant-sets')
      .map((name) => `compliant-sets/${name}/openapi.yaml`)
      .filter((path) => existsSync(join(suite, path)));

    test.each(list('compliant-sets'))('compliant set %s', (name) => {
      const folder = `compliant-sets/${name}`;
      const given = inputs.includes(`${folder}/openapi.yaml`) ? [`${folder}/openapi.yaml`] : inputs;
      const results = given.map((path) => {
        const report = createReport();
        const overlay = { path: 'overlay.yaml', text: text(`${folder}/overlay.yaml`) };
        const result = withoutEvidence(applyOverlay(read(text(path)), overlay, report));
        return report.failed() ? undefined : result;
      });
      expect(results).toContainEqual(read(text(`${folder}/output.yaml`)));
    });

    for (const version of list('tests')) {
      for (const kind of ['pass', 'fail']) {
        test.each(list(`tests/${version}/${kind}`))(`${version} ${kind} %s`, (name) => {
          const report = createReport();
          applyOverlay({}, { path: name, text: text(`tests/${version}/${kind}/${name}`) }, report);
          const refused = report.all().some(({ code }) => code === 'overlay/syntax');
          expect(refused, report.all().map(diagnosticText).join('\n')).toBe(kind === 'fail');
        });
      }
    }
  },
);

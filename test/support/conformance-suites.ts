import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isObject, type JsonObject, type JsonValue } from '../../generator/base/json.ts';
import type { Document } from '../../generator/documents/document.ts';
import { projectFolder } from './sources.ts';

// The official JSON Schema Test Suite as it lies on the disk: its drafts, its groups of tests, what its schemas refer to.

/** One scoreboard: a folder of the suite, and how its schemas are to be read. */
export interface Suite {
  /** The scoreboard's file in `test/scoreboards`, without its extension. */
  readonly name: string;
  /** What the first line of the scoreboard says. */
  readonly title: string;
  /** The folder below `tests`. */
  readonly folder: string;
  /** The dialect of schemas that do not name theirs. */
  readonly dialect: string;
  /** Whether formats are asserted. */
  readonly formats?: true;
  /** The version of the OpenAPI document, whose own dialect is used; no schema names another one. */
  readonly openapi?: string;
  /** What becomes of the schema of a group; undefined where the suite leaves the group out. */
  readonly adapt?: (group: Omit<SuiteGroup, 'file'>) => JsonValue | undefined;
}

/** The `$schema` of each draft, by the name of its folder. */
const dialects = {
  draft4: 'http://json-schema.org/draft-04/schema#',
  draft6: 'http://json-schema.org/draft-06/schema#',
  draft7: 'http://json-schema.org/draft-07/schema#',
  'draft2019-09': 'https://json-schema.org/draft/2019-09/schema',
  'draft2020-12': 'https://json-schema.org/draft/2020-12/schema',
} as const;

type Draft = keyof typeof dialects;

function suite(draft: Draft, part: 'required' | 'optional' | 'format'): Suite {
  const title = `JSON Schema Test Suite, ${draft.replace('draft', 'draft ')}, ${part} tests`;
  const below = { required: '', optional: '/optional', format: '/optional/format' }[part];
  const name = `json-schema-${draft.replace('draft', '').replace(/^(?=\d$)/, 'draft-')}-${part}`;
  const folder = `${draft}${below}`;
  return { name, title, folder, dialect: dialects[draft], ...(part === 'format' && { formats: true }) };
}

/** All scoreboards. */
export const suites: readonly Suite[] = [
  suite('draft2020-12', 'required'),
  suite('draft2020-12', 'optional'),
  suite('draft2020-12', 'format'),
  suite('draft2019-09', 'required'),
  suite('draft2019-09', 'optional'),
  suite('draft2019-09', 'format'),
  suite('draft7', 'required'),
  suite('draft7', 'optional'),
  suite('draft7', 'format'),
  {
    name: 'json-schema-draft-7-shared',
    title: 'JSON Schema Test Suite, draft 2019-09, the tests whose schemas say only what draft 7 knows, as draft 7',
    folder: 'draft2019-09',
    dialect: dialects.draft7,
    adapt: asDraft7,
  },
  suite('draft4', 'required'),
  suite('draft4', 'optional'),
  suite('draft4', 'format'),
  {
    name: 'json-schema-openapi-3.0',
    title:
      'JSON Schema Test Suite, draft 4, the tests whose schemas say only what OpenAPI 3.0 knows, in such a document',
    folder: 'draft4',
    dialect: dialects.draft4,
    openapi: '3.0.3',
    adapt: ({ schema }) => (isOpenApi30(schema) ? schema : undefined),
  },
];

const suiteFolder = join(projectFolder, '../shared/corpus/suites/json-schema-test-suite/tests');
const remotesFolder = join(suiteFolder, '../remotes');
const modules = join(projectFolder, 'node_modules');

/** Why a suite cannot be run here; undefined where it can. */
export function whyMissing({ folder }: Suite): string | undefined {
  return existsSync(join(suiteFolder, folder))
    ? undefined
    : `needs ../shared/corpus/suites/json-schema-test-suite/tests/${folder}`;
}

/** One test of a suite: a value, and whether the schema of its group allows it. */
export interface SuiteTest {
  readonly description: string;
  readonly data: unknown;
  readonly valid: boolean;
}

/** A schema and its tests. */
export interface SuiteGroup {
  readonly file: string;
  readonly description: string;
  readonly schema: JsonValue;
  readonly tests: readonly SuiteTest[];
}

/** The groups of a suite, by file in alphabetical order, as they stand in the file. */
export function suiteGroups({ folder, dialect, openapi, adapt = ({ schema }) => schema }: Suite): SuiteGroup[] {
  const files = readdirSync(join(suiteFolder, folder)).filter((name) => name.endsWith('.json'));
  return files.toSorted().flatMap((file) => {
    const groups = JSON.parse(readFileSync(join(suiteFolder, folder, file), 'utf8')) as Omit<SuiteGroup, 'file'>[];
    return groups.flatMap((group) => {
      const schema = adapt(group);
      if (schema === undefined) return [];
      return [{ ...group, file, schema: openapi === undefined ? stamped(schema, dialect) : schema }];
    });
  });
}

/** A schema file says which dialect it is written in. */
function stamped(schema: JsonValue, dialect: string): JsonValue {
  return isObject(schema) && schema['$schema'] === undefined ? { $schema: dialect, ...schema } : schema;
}

/** Keywords of the Schema Object of OpenAPI 3.0 (section 4.7.24), and what they hold. */
const openApi30Keywords = new Map<string, 'schema' | 'schemas' | 'map' | 'data'>([
  ...['items', 'not', 'additionalProperties'].map((key) => [key, 'schema'] as const),
  ...['allOf', 'anyOf', 'oneOf'].map((key) => [key, 'schemas'] as const),
  ['properties', 'map'],
  ...`multipleOf maximum exclusiveMaximum minimum exclusiveMinimum maxLength minLength pattern maxItems minItems uniqueItems
  maxProperties minProperties required enum format default type title description`
    .split(/\s+/)
    .map((key) => [key, 'data'] as const),
]);

/** Whether a schema of draft 4 is one of OpenAPI 3.0 as well: one type, no `null` among the types, no list of items. */
function isOpenApi30(schema: JsonValue | undefined): boolean {
  if (!isObject(schema)) return typeof schema === 'boolean';
  if (schema['type'] !== undefined && (typeof schema['type'] !== 'string' || schema['type'] === 'null')) return false;
  return Object.entries(schema).every(([key, value]) => {
    const shape = openApi30Keywords.get(key);
    if (shape === 'schema') return isOpenApi30(value);
    if (shape === 'schemas') return Array.isArray(value) && value.every(isOpenApi30);
    if (shape === 'map') return isObject(value) && Object.values(value).every(isOpenApi30);
    return shape === 'data';
  });
}

/** What draft 7 does not know or reads in another way: keywords, siblings of references, files of other drafts. */
const notDraft7 =
  /"(?:\$anchor|\$recursive|\$id|\$vocabulary|dependent|minContains|maxContains|unevaluated|contentSchema|ref")|localhost|draft\/2019-09\/(?!schema")/;

/** A schema of 2019-09 as draft 7 says it; undefined where that says it otherwise. */
function asDraft7({ schema, tests }: Omit<SuiteGroup, 'file'>): JsonValue | undefined {
  const text = JSON.stringify(schema);
  if (notDraft7.test(text) || hasSiblings(schema) || JSON.stringify(tests).includes('$defs')) return undefined;
  const older = text.replaceAll('$defs', 'definitions').replaceAll(dialects['draft2019-09'], dialects.draft7);
  return JSON.parse(older) as JsonValue;
}

function hasSiblings(value: JsonValue): boolean {
  if (typeof value !== 'object' || value === null) return false;
  const keys = Object.keys(value).filter((key) => key !== '$schema' && key !== '$defs');
  return (keys.includes('$ref') && keys.length > 1) || Object.values(value).some(hasSiblings);
}

/** What the suite expects to find on the web: its own remote files, and the meta-schemas of all drafts. */
export function remoteDocuments(): Document[] {
  const own = filesBelow(remotesFolder).flatMap((path) => {
    const draft = path.split('/')[0] ?? '';
    if (draft === 'v1' || draft === 'draft3') return [];
    const schema = JSON.parse(readFileSync(join(remotesFolder, path), 'utf8')) as JsonValue;
    const dialect = Object.hasOwn(dialects, draft) ? dialects[draft as Draft] : undefined;
    return [part(`http://localhost:1234/${path}`, dialect === undefined ? schema : stamped(schema, dialect))];
  });
  return [...own, ...metaSchemas()];
}

function metaSchemas(): Document[] {
  const refs = join(modules, 'ajv/dist/refs');
  const single = [
    ['http://json-schema.org/draft-07/schema', join(refs, 'json-schema-draft-07.json')],
    ['http://json-schema.org/draft-06/schema', join(refs, 'json-schema-draft-06.json')],
    ['http://json-schema.org/draft-04/schema', join(modules, 'ajv-draft-04/dist/refs/json-schema-draft-04.json')],
  ] as const;
  const folders = ['2019-09', '2020-12'].flatMap((version) => {
    const folder = join(refs, `json-schema-${version}`);
    return filesBelow(folder).map(
      (path) =>
        [`https://json-schema.org/draft/${version}/${path.replace(/\.json$/, '')}`, join(folder, path)] as const,
    );
  });
  return [...single, ...folders].map(([uri, path]) => part(uri, JSON.parse(readFileSync(path, 'utf8')) as JsonObject));
}

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.json'))
    .map((path) => path.replaceAll('\\', '/'))
    .toSorted();
}

/** A document that others refer to. */
export function part(path: string, value: JsonValue): Document {
  return { path, text: JSON.stringify(value), part: true };
}

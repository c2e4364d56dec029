import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { isDataFailure, parseData } from '../generator/base/data.ts';
import { createReport } from '../generator/base/diagnostic.ts';
import type { InferenceMode } from '../generator/base/options.ts';
import { isObject, own, ownArray, type JsonObject, type JsonValue } from '../generator/base/json.ts';
import { bareListsRule } from '../generator/spec/rules/bare-lists.ts';
import { binaryRule } from '../generator/spec/rules/binary.ts';
import { closedCompositionsRule } from '../generator/spec/rules/closed-compositions.ts';
import { componentNamesRule } from '../generator/spec/rules/component-names.ts';
import { deepReferencesRule } from '../generator/spec/rules/deep-references.ts';
import { discriminatorsRule } from '../generator/spec/rules/discriminators.ts';
import { examplesRule } from '../generator/spec/rules/examples.ts';
import { exclusiveLimitsRule } from '../generator/spec/rules/exclusive-limits.ts';
import { normalize, rules } from '../generator/spec/rules/index.ts';
import { inheritanceRule } from '../generator/spec/rules/inheritance.ts';
import { keyOrderRule } from '../generator/spec/rules/key-order.ts';
import { legacySchemasRule } from '../generator/spec/rules/legacy-schemas.ts';
import { nullableRule } from '../generator/spec/rules/nullable.ts';
import { operationIdsRule } from '../generator/spec/rules/operation-ids.ts';
import { parametersRule } from '../generator/spec/rules/parameters.ts';
import { pathItemsRule } from '../generator/spec/rules/path-items.ts';
import { pathParametersRule } from '../generator/spec/rules/path-parameters.ts';
import { pathsRule } from '../generator/spec/rules/paths.ts';
import { referencesRule } from '../generator/spec/rules/references.ts';
import { repeatedSchemas, repeatedSchemasRule } from '../generator/spec/rules/repeated-schemas.ts';
import { requiredMembersRule } from '../generator/spec/rules/required-members.ts';
import type { Rule } from '../generator/spec/rules/rule.ts';
import { selfReferencesRule } from '../generator/spec/rules/self-references.ts';
import { shapesRule } from '../generator/spec/rules/shapes.ts';
import { singleAllOfRule } from '../generator/spec/rules/single-all-of.ts';
import { stackedSchemasRule } from '../generator/spec/rules/stacked-schemas.ts';
import { versionRule } from '../generator/spec/rules/version.ts';

const folder = new URL('rules/', import.meta.url);

/** Each folder under test/rules holds the cases of one rule: {given, want, diagnostics?, inference?}, parts of a description. */
const byFolder: Readonly<Record<string, Rule>> = {
  'bare-lists': bareListsRule,
  binary: binaryRule,
  'closed-compositions': closedCompositionsRule,
  'component-names': componentNamesRule,
  'deep-references': deepReferencesRule,
  discriminators: discriminatorsRule,
  examples: examplesRule,
  'exclusive-limits': exclusiveLimitsRule,
  inheritance: inheritanceRule,
  'key-order': keyOrderRule,
  'legacy-schemas': legacySchemasRule,
  nullable: nullableRule,
  'operation-ids': operationIdsRule,
  parameters: parametersRule,
  'path-items': pathItemsRule,
  'path-parameters': pathParametersRule,
  paths: pathsRule,
  references: referencesRule,
  'repeated-schemas': repeatedSchemas(3),
  'required-members': requiredMembersRule,
  'self-references': selfReferencesRule,
  shapes: shapesRule,
  'single-all-of': singleAllOfRule,
  'stacked-schemas': stackedSchemasRule,
  version: versionRule,
};

function readCase(path: string): JsonObject {
  const data = parseData(readFileSync(new URL(path, folder), 'utf8'), { document: path });
  if (isDataFailure(data) || !isObject(data.value)) throw new Error(`${path} is no case`);
  return data.value;
}

function object(value: JsonValue | undefined): JsonObject {
  if (!isObject(value)) throw new Error('a case needs the mappings "given" and "want"');
  return value;
}

test('every rule has a folder of cases', () => {
  // the cases are those of a limit that is easily reached
  const applied = { ...byFolder, 'repeated-schemas': repeatedSchemasRule };
  expect(new Set(Object.values(applied))).toEqual(new Set(rules));
  expect(readdirSync(folder).toSorted()).toEqual(Object.keys(byFolder).toSorted());
});

describe.each(Object.entries(byFolder))('%s', (name, rule) => {
  const files = readdirSync(new URL(`${name}/`, folder)).toSorted();
  test.each(files)('%s', (file) => {
    const data = readCase(`${name}/${file}`);
    const inference = (own(data, 'inference') ?? 'apply') as InferenceMode;
    const document = structuredClone(object(own(data, 'given')));
    const report = createReport();
    rule.apply(document, { report, inference });
    expect(document).toEqual(own(data, 'want'));
    expect(Object.keys(document)).toEqual(Object.keys(object(own(data, 'want'))));
    const wanted = ownArray(data, 'diagnostics') ?? [];
    expect(report.all().map((one) => `${one.severity} ${one.code} ${one.message}`)).toEqual(wanted);
  });
  test.each(files)('%s, normalized twice, stays the same', (file) => {
    const given = {
      openapi: '3.1.0',
      info: { title: 'T', version: '1' },
      paths: {},
      ...object(own(readCase(`${name}/${file}`), 'given')),
    };
    const once = normalize(given, 'apply', createReport());
    expect(JSON.stringify(normalize(once, 'apply', createReport()))).toBe(JSON.stringify(once));
  });
});

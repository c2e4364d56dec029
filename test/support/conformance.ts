import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { createReport, diagnosticText } from '../../generator/base/diagnostic.ts';
import { isObject, ownString, type JsonValue } from '../../generator/base/json.ts';
import type { Document } from '../../generator/documents/document.ts';
import { generate } from '../../generator/generate.ts';
import { part } from './conformance-suites.ts';
import { writeTree } from './temporary.ts';

// Schemas through the users' door: each becomes a component of an OpenAPI document, a package is generated, and its
// validators are asked. Hundreds of schemas share one package, which is what makes it quick.

/** A schema that is asked about, in a file of its own. */
export interface Asked {
  readonly schema: JsonValue;
}

/** How a package is to be made. */
export interface PackageSetting {
  /** The version of the OpenAPI document; with 3.0 the schemas stand in the document itself. */
  readonly openapi?: string;
  /** What the schemas refer to. */
  readonly remotes?: readonly Document[];
  /** Whether formats are asserted. */
  readonly formats?: true;
  /** Run the TypeScript sources, which is quicker where something compiles them on import, instead of the compiled modules. */
  readonly sources?: true;
}

/** Says whether the schema allows a value: what `is` and `parse` say, which must agree. Throws where no validator came out. */
export type Validate = (value: unknown) => boolean;

/** No more schemas than this share a package. */
const maxTogether = 450;

/**
 * A validator for each schema, in their order. Packages are written below `folder`. Where one schema spoils the
 * generation of a package, its validator throws what was said, and the others get theirs.
 */
export async function validatorsFor(
  asked: readonly Asked[],
  setting: PackageSetting,
  folder: string,
): Promise<Validate[]> {
  const validators = new Map<Asked, Validate>();
  let count = 0;
  for (const together of batches(asked)) {
    count += 1;
    await generateBatch(together, setting, join(folder, String(count)), validators);
  }
  return asked.map(
    (one) =>
      validators.get(one) ??
      (() => {
        throw new Error('nothing was generated');
      }),
  );
}

/** Schemas that call themselves by the same URI cannot share a document, and dynamic scopes are kept apart from the rest. */
function batches<Item extends Asked>(asked: readonly Item[]): Item[][] {
  const found: { readonly items: Item[]; readonly uris: Set<string>; readonly isDynamic: boolean }[] = [];
  for (const item of asked) {
    const uris = identifiers(item.schema);
    const isDynamic = /"\$(?:dynamic|recursive)/.test(JSON.stringify(item.schema));
    const fitting = found.find(
      (batch) =>
        batch.isDynamic === isDynamic && batch.items.length < maxTogether && !uris.some((uri) => batch.uris.has(uri)),
    );
    const batch = fitting ?? { items: [], uris: new Set<string>(), isDynamic };
    if (!fitting) found.push(batch);
    batch.items.push(item);
    for (const uri of uris) batch.uris.add(uri);
  }
  return found.map(({ items }) => items);
}

function identifiers(value: JsonValue): string[] {
  if (Array.isArray(value)) return value.flatMap(identifiers);
  if (!isObject(value)) return [];
  const own = ['$id', 'id'].flatMap((key) => ownString(value, key) ?? []).filter((uri) => uri.includes(':'));
  return [...own, ...Object.values(value).flatMap(identifiers)];
}

async function generateBatch(
  asked: readonly Asked[],
  setting: PackageSetting,
  folder: string,
  validators: Map<Asked, Validate>,
): Promise<void> {
  const made = await generatePackage(asked, setting, folder);
  if ('module' in made) {
    for (const [index, one] of asked.entries())
      validators.set(one, (value) => answer(made.module, componentName(index), value));
  } else if (asked.length === 1) {
    for (const one of asked)
      validators.set(one, () => {
        throw new Error(made.fault);
      });
  } else {
    const middle = Math.ceil(asked.length / 2);
    await generateBatch(asked.slice(0, middle), setting, join(folder, 'a'), validators);
    await generateBatch(asked.slice(middle), setting, join(folder, 'b'), validators);
  }
}

type Module = Readonly<Record<string, (value: unknown, options?: { readonly limit: number }) => unknown>>;

async function generatePackage(
  asked: readonly Asked[],
  setting: PackageSetting,
  folder: string,
): Promise<{ readonly module: Module } | { readonly fault: string }> {
  const report = createReport();
  try {
    const packageOptions = { name: 'suite', version: '1.0.0', license: 'MIT' };
    const documents = documentsOf(asked, setting);
    const { files } = await generate(
      {
        name: 'suite',
        documents,
        overlays: [],
        packageOptions,
        inference: 'apply',
        formats: setting.formats ? 'assert' : 'annotate',
      },
      report,
      { sourcesOnly: setting.sources ?? false },
    );
    if (files.length === 0) return { fault: report.all().map(diagnosticText).join('; ') };
    writeTree(folder, Object.fromEntries(files.map(({ path, text }) => [path, text])));
    const url = pathToFileURL(join(folder, setting.sources ? 'src/validators.ts' : 'dist/validators.js')).href;
    return { module: (await import(/* @vite-ignore */ url)) as Module };
  } catch (error) {
    return { fault: error instanceof Error ? error.message : String(error) };
  }
}

/** An OpenAPI document that refers to a file for each schema, those files, and what the schemas may refer to. */
function documentsOf(asked: readonly Asked[], { openapi, remotes = [] }: PackageSetting): Document[] {
  const isInline = openapi?.startsWith('3.0') ?? false;
  const schemas = Object.fromEntries(
    asked.map(({ schema }, index) => [componentName(index), isInline ? schema : { $ref: `case-${index + 1}.json` }]),
  );
  // nothing is generated for a document without operations
  const paths = { '/': { get: { operationId: 'ask', responses: { 204: { description: 'Nothing' } } } } };
  const spec = {
    openapi: openapi ?? '3.1.0',
    info: { title: 'Suite', version: '1' },
    paths,
    components: { schemas },
  };
  const files = isInline ? [] : asked.map(({ schema }, index) => part(`case-${index + 1}.json`, schema));
  return [{ path: 'api.json', text: JSON.stringify(spec) }, ...files, ...remotes];
}

/** What both paths say; they must agree. */
function answer(module: Module, name: string, value: unknown): boolean {
  const fits = module[`is${name}`]?.(value);
  if (typeof fits !== 'boolean') throw new Error('no validator was made');
  // for one issue the test that notes is asked alone, for several only where the other has refused
  for (const limit of [1, 100]) {
    const parsed = module[`parse${name}`]?.(value, { limit }) as { ok: boolean } | undefined;
    if (fits !== parsed?.ok) throw new Error(`is says ${String(fits)}, parse says ${String(parsed?.ok)}`);
  }
  return fits;
}

function componentName(index: number): string {
  return `Case${index + 1}`;
}

import { gzipSync } from 'node:zlib';
import { bundledCode } from './bundle-code.ts';
import { declarations } from './contestants/builders.ts';
import { ajvModule } from './contestants/json-schema.ts';
import { load } from './contestants/contestant.ts';
import { validatorModule } from './contestants/ours.ts';
import type { Prepared } from './prepare.ts';
import { inlined, withDefinitions, withoutDiscriminators, withTagNames } from './schema.ts';
import { nameOf } from './writers/walk.ts';
import { valibotWords, zodWords } from './writers/words.ts';

/** A module, minified and compressed. */
export interface Size {
  readonly payload: string;
  readonly name: string;
  readonly minified: number;
  readonly gzip: number;
}

/** What one validator costs in a browser: minified by esbuild, compressed by gzip at level 9. */
export async function sizes({ payload, bundle, packageFolder }: Prepared): Promise<Size[]> {
  const found: Size[] = [];
  const add = (name: string, text: string): void => {
    const minified = Buffer.byteLength(text);
    found.push({ payload: payload.name, name, minified, gzip: gzipSync(text, { level: 9 }).length });
  };
  const { type } = payload;
  const ours = JSON.stringify(validatorModule(packageFolder, type));
  const exported = (name: string): string => `export { ${name} } from ${ours};`;
  add(`specloom, parse${type}`, await bundledCode(exported(`parse${type}`), undefined, true));
  add(`specloom, is${type}`, await bundledCode(exported(`is${type}`), undefined, true));
  const root = nameOf(bundle.root);
  const zod = `import * as z from 'zod';\n${declarations(bundle, zodWords)}\nexport { ${root} };`;
  add('zod', await bundledCode(zod, undefined, true));
  const valibot = `import * as v from 'valibot';\n${declarations(bundle, valibotWords)}\nexport const parse = (value) => v.safeParse(${root}, value);`;
  add('valibot', await bundledCode(valibot, undefined, true));
  const ajv = await Promise.all(
    [withTagNames(inlined(bundle)), withoutDiscriminators(withDefinitions(bundle))].map((schema) =>
      ajvModule(schema, false, true),
    ),
  );
  add('ajv standalone', shortest(ajv));
  const ata = await ataModule(withoutDiscriminators(inlined(bundle)));
  if (ata !== undefined) add('ata-validator, compiled', ata);
  return found;
}

interface AtaBuild {
  toStandaloneModule(schema: unknown, options: unknown): string | null;
}

async function ataModule(schema: unknown): Promise<string | undefined> {
  const { toStandaloneModule } = await load<AtaBuild>('ata-validator/build');
  const text = toStandaloneModule(schema, { format: 'esm' });
  return text === null ? undefined : bundledCode(text, undefined, true);
}

/** What compresses best: with references or without. */
function shortest(texts: readonly string[]): string {
  const [first = ''] = texts.toSorted((left, right) => gzipSync(left).length - gzipSync(right).length);
  return first;
}

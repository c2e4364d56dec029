import { bench } from '../scoreboard/places.ts';

interface Esbuild {
  build(options: unknown): Promise<{ readonly outputFiles: readonly { readonly text: string }[] }>;
}

/** A module that stands for itself: `text` with all that it imports, found from `folder`; minified where that is asked. */
export async function bundledCode(text: string, folder: string = bench, minify = false): Promise<string> {
  const { build } = (await import('esbuild' as string)) as Esbuild;
  const { outputFiles } = await build({
    stdin: { contents: text, resolveDir: folder, loader: 'ts' },
    bundle: true,
    minify,
    write: false,
    format: 'esm',
    platform: 'node',
    mainFields: ['module', 'main'],
    conditions: ['import'],
    target: 'es2022',
    logLevel: 'error',
  });
  return outputFiles[0]?.text ?? '';
}

import type { EmittedFile } from './emitter.ts';

/**
 * A source with the names of files as they are beside it (`./schemas.ts`): Node runs such a module without a build, and
 * compilers write `.js` in its place (`rewriteRelativeImportExtensions`). Until here modules say `.js`, as what is compiled
 * of them does.
 */
export function withSourceSpecifiers(file: EmittedFile): EmittedFile {
  if (!/^src\/.*\.ts$/.test(file.path)) return file;
  const text = file.text
    .replaceAll(/^((?:import|export|\}) [^;]*?from '\.{1,2}\/[\w/.-]+)\.js';$/gm, "$1.ts';")
    .replaceAll(/\bimport\('(\.\/runtime\/[\w-]+)\.js'\)/g, "import('$1.ts')");
  return { path: file.path, text };
}

/** The inverse: a source with the names of files as they are beside what it is compiled to. */
export function withScriptSpecifiers(file: EmittedFile): EmittedFile {
  const text = file.text
    .replaceAll(/^((?:import|export|\}) [^;]*?from '\.{1,2}\/[\w/.-]+)\.ts';$/gm, "$1.js';")
    .replaceAll(/\bimport\('(\.\/runtime\/[\w-]+)\.ts'\)/g, "import('$1.js')");
  return { path: file.path, text };
}

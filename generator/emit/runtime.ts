import { readAsset, runtimeModules } from './assets.ts';
import type { EmittedFile } from './emitter.ts';
import { layout } from './layout.ts';

/** The runtime's modules that the modules of a package import, directly or through each other, ready to be added to it. */
export function runtimeFiles(files: readonly EmittedFile[]): EmittedFile[] {
  const known = runtimeModules();
  const wanted = new Set(
    files.filter(({ path }) => path.endsWith('.ts')).flatMap((file) => importedModules(file.text)),
  );
  // a Set takes what is added while it is walked
  for (const name of wanted) {
    if (known.includes(name)) for (const next of importedModules(runtimeText(name))) wanted.add(next);
  }
  return known
    .filter((name) => wanted.has(name))
    .map((name) => ({ path: layout.runtime(name), text: runtimeText(name) }));
}

function runtimeText(name: string): string {
  return readAsset(`runtime/${name}.ts`);
}

/** Names of the runtime's modules in the imports and exports of a text (of ours: one specifier form only). */
function importedModules(text: string): string[] {
  const specifiers = text.matchAll(
    /^(?:import|export|\}) [^;]*?from '(?:\.\/|(?:\.\.\/)*runtime\/|\.\/runtime\/)([\w-]+)\.js';$/gm,
  );
  return [...specifiers].map((match) => match[1] ?? '');
}

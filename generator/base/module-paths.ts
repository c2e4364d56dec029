const extensions = ['', '.js', '.jsx', '.ts', '.tsx', '.mjs', '.mdx', '.md', '/index.js', '/index.ts', '/index.tsx'];

const importLine =
  /^[ \t]*import\s{1,5}(?:\w{1,100}\s?,\s?)?\{([^{}]{1,1000})\}\s{0,5}from\s{1,5}["']([\w./@~-]{1,200})["']/gm;

/** What a file imports by name from another one. */
export interface NamedImport {
  /** What each is called here, and there. */
  readonly names: readonly (readonly [own: string, exported: string])[];
  readonly target: string;
}

/** The named imports of a module (ECMA-262, section 16.2.2), as MDX pages and Vue scripts have them. */
export function namedImports(text: string): NamedImport[] {
  if (!text.includes('import ')) return [];
  return [...text.matchAll(importLine)].map(([, list = '', target = '']) => {
    const names = list.split(',').flatMap((one): (readonly [string, string])[] => {
      const [, exported = '', own = exported] = /^\s*(\w{1,100})(?:\s{1,5}as\s{1,5}(\w{1,100}))?\s*$/.exec(one) ?? [];
      return exported === '' ? [] : [[own, exported]];
    });
    return { names, target };
  });
}

/** Whether a file holds code that only others import. */
export function isModuleFile(path: string): boolean {
  return /\.(?:m?js|jsx|tsx?)$/i.test(path);
}

/**
 * The paths of files that an import of `target` in the file `from` may mean, likeliest first: beside it, or, where it names a place in
 * the site (`/snippets/x`, `@site/src/x`), in a folder above.
 */
export function modulePaths(target: string, from: string): string[] {
  const folder = from.split('/').slice(0, -1);
  const plain = target.replace(/^(?:[@~](?:site|theme)?)?\//, '');
  const isNear = target.startsWith('.');
  if (!isNear && plain === target) return [];
  const places = isNear
    ? [[...folder, target].join('/')]
    : Array.from({ length: folder.length + 1 }, (_, up) => folder.slice(0, folder.length - up)).flatMap((above) =>
        [plain, `src/${plain}`].map((one) => [...above, one].join('/')),
      );
  return places.flatMap((place) => extensions.map((extension) => withoutDots(place) + extension));
}

function withoutDots(path: string): string {
  const parts: string[] = [];
  for (const part of path.split('/')) {
    if (part === '..' && parts.length > 0 && parts.at(-1) !== '..') parts.pop();
    else if (part !== '.' && part !== '') parts.push(part);
  }
  return path.startsWith('/') ? `/${parts.join('/')}` : parts.join('/');
}

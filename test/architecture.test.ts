import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { catalog } from '../generator/base/catalog.ts';
import { projectFolder, readSources, type Source } from './support/sources.ts';

// The rules that ARCHITECTURE.md states, held against every import.

const sources = readSources('generator');
const byPath = new Map(sources.map((source) => [source.path, source]));

/** What each room may import besides `base` and itself: the type file of the room before it, and nothing else. */
const doors: Readonly<Record<string, readonly string[]>> = {
  base: [],
  documents: [],
  pages: ['documents/document.ts'],
  evidence: ['pages/page.ts'],
  spec: ['evidence/evidence.ts'],
  model: ['spec/openapi.ts'],
  // The types are made from the spec itself, so the emitters are given both.
  emit: ['model/model.ts', 'spec/openapi.ts'],
  write: ['emit/emitter.ts'],
  // It shows what was found beside where it was found, and is printed as packages are.
  report: ['pages/page.ts', 'evidence/evidence.ts', 'spec/openapi.ts', 'emit/template.ts', 'emit/assets.ts'],
};

/** What the files outside of the rooms may import besides `base`. A name that ends in `/` stands for the whole room. */
const stairs: Readonly<Record<string, readonly string[]>> = {
  'index.ts': ['config.ts'],
  'config.ts': [],
  'config-check.ts': ['config.ts', 'config-formats.ts', 'config-values.ts', 'config-web.ts'],
  'config-formats.ts': ['config-values.ts'],
  'config-values.ts': [],
  'config-web.ts': ['config-values.ts'],
  'generate.ts': ['config.ts', 'documents/document.ts', 'pages/', 'evidence/', 'spec/', 'model/', 'emit/', 'report/'],
  'jobs.ts': ['config.ts', 'documents/load.ts', 'emit/aside.ts', 'generate.ts', 'report/review.ts', 'write/'],
  'job-list.ts': ['config.ts', 'config-check.ts', 'config-web.ts', 'documents/config-file.ts', 'jobs.ts'],
  'input-options.ts': ['config-formats.ts', 'config-web.ts', 'config.ts', 'job-list.ts'],
  'memory.ts': [],
  'progress.ts': [],
  'report-command.ts': ['jobs.ts', 'report/', 'write/'],
  'terminal.ts': ['jobs.ts'],
  'engine.ts': [],
  'run-jobs.ts': ['jobs.ts', 'memory.ts', 'progress.ts', 'report-command.ts', 'report/review.ts', 'terminal.ts'],
  'cli.ts': [
    'config.ts',
    'engine.ts',
    'input-options.ts',
    'job-list.ts',
    'jobs.ts',
    'report-command.ts',
    'report/review.ts',
    'run-jobs.ts',
    'terminal.ts',
  ],
};

function inner(path: string): string {
  return path.slice('generator/'.length);
}

function mayImport(from: string, to: string): boolean {
  const [room = '', folder = ''] = from.split('/');
  const [otherRoom = '', otherFolder = ''] = to.split('/');
  if (otherRoom === 'base' && to.includes('/')) return true;
  if (!from.includes('/'))
    return (stairs[from] ?? []).some((door) => to === door || (door.endsWith('/') && to.startsWith(door)));
  if (room !== otherRoom) return (doors[room] ?? []).includes(to);
  // One emitter knows nothing of another: they share what lies beside their folders. Only the package describes them all.
  const crossesEmitters =
    room === 'emit' &&
    folder !== 'package' &&
    from.split('/').length > 2 &&
    to.split('/').length > 2 &&
    folder !== otherFolder;
  return !crossesEmitters;
}

describe('imports', () => {
  it('go through one door: base, the own room, and the type file of the room before', () => {
    const wrong = sources.flatMap((source) =>
      source.imports
        .filter(({ file }) => file !== undefined && !mayImport(inner(source.path), inner(file)))
        .map(({ specifier }) => `${source.path} imports ${specifier}`),
    );
    expect(wrong).toEqual([]);
  });

  it('know every room and every file outside of the rooms', () => {
    const entries = readdirSync(join(projectFolder, 'generator'), { withFileTypes: true });
    const rooms = entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
    const files = entries.filter((entry) => entry.name.endsWith('.ts')).map(({ name }) => name);
    expect(rooms.filter((room) => !(room in doors))).toEqual([]);
    expect(files.filter((file) => !(file in stairs))).toEqual([]);
  });

  it('name files that exist, by their extension', () => {
    const wrong = sources.flatMap(({ path, imports }) =>
      imports
        .filter(({ file }) => file !== undefined && !byPath.has(file))
        .map(({ specifier }) => `${path}: ${specifier}`),
    );
    expect(wrong).toEqual([]);
  });

  it('never run in a circle, types counted', () => {
    expect(findCycle(sources)).toBeUndefined();
  });

  it('name each library in one file only, and only libraries that are dependencies or lie in dist', () => {
    const importers = new Map<string, Set<string>>();
    for (const { path, imports } of sources) {
      for (const { library } of imports) {
        if (library !== undefined) importers.set(library, (importers.get(library) ?? new Set()).add(path));
      }
    }
    const shared = [...importers]
      .filter(([, paths]) => paths.size > 1)
      .map(([name, paths]) => `${name}: ${[...paths].join(', ')}`);
    expect(shared).toEqual([]);
    const manifest = JSON.parse(readFileSync(join(projectFolder, 'package.json'), 'utf8')) as {
      dependencies: Record<string, string>;
    };
    const typesOnly = new Set(['mdast']); // only types, of @types/mdast
    // what `generator/bundle.mjs` puts inside, for users do not install it
    const contained = ['htmlparser2', 'mdast-util-from-markdown', 'mdast-util-gfm', 'micromark-extension-gfm'];
    const unknown = [...importers.keys()].filter((name) => !(name in manifest.dependencies) && !typesOnly.has(name));
    expect(unknown.toSorted()).toEqual(contained);
  });

  it('load no compiler before there is something to generate', () => {
    const libraries = new Set<string>();
    const seen = new Set<string>();
    const follow = (path: string): void => {
      if (seen.has(path)) return;
      seen.add(path);
      for (const { file, library, atStart } of byPath.get(path)?.imports ?? []) {
        if (!atStart) continue;
        if (file !== undefined) follow(file);
        if (library !== undefined) libraries.add(library);
      }
    };
    follow('generator/cli.ts');
    expect([...libraries].toSorted()).toEqual(['commander', 'js-yaml', 'picocolors', 'tinyglobby']);
  });

  it('of the runtime templates stay among themselves, so that an emitted package depends on nothing', () => {
    const foreign = readSources('templates/runtime').flatMap(({ path, imports }) =>
      imports
        .filter(({ specifier }) => !/^\.\/[a-z-]+\.(?:ts|js)$/.test(specifier))
        .map(({ specifier }) => `${path}: ${specifier}`),
    );
    expect(foreign).toEqual([]);
  });
});

describe('the code', () => {
  it('has no any', () => {
    expect([...sources, ...readSources('templates')].flatMap(({ anys }) => anys)).toEqual([]);
  });

  it('uses process and console in the command line only', () => {
    const users = sources.filter(({ globals }) => globals.size > 0).map(({ path }) => path);
    expect(users).toEqual(['generator/cli.ts']);
  });

  it('reads and writes the disk in few places', () => {
    const users = sources.filter(({ imports }) =>
      imports.some(({ specifier }) => /^node:(?:fs|child_process|net|https?)/.test(specifier)),
    );
    const allowed = /^generator\/(?:cli\.ts|(?:documents|write)\/[a-z-]+\.ts|emit\/[a-z-]+(?:\/[a-z-]+)?\.ts)$/;
    expect(users.map(({ path }) => path).filter((path) => !allowed.test(path))).toEqual([]);
  });
});

describe('the catalog of diagnostics', () => {
  it('lists none that is never given', () => {
    const texts = sources
      .filter(({ path }) => path !== 'generator/base/catalog.ts')
      .map(({ path }) => readFileSync(join(projectFolder, path), 'utf8'));
    const unused = Object.keys(catalog).filter((code) => !texts.some((text) => text.includes(`'${code}'`)));
    expect(unused).toEqual([]);
  });
});

describe('ARCHITECTURE.md', () => {
  const text = readFileSync(join(projectFolder, 'ARCHITECTURE.md'), 'utf8');

  it('mentions every room and every top-level file of the generator', () => {
    const entries = readdirSync(join(projectFolder, 'generator'), { withFileTypes: true });
    const names = entries
      .filter((entry) => entry.isDirectory() || entry.name.endsWith('.ts'))
      .map((entry) => (entry.isDirectory() ? `${entry.name}/` : entry.name));
    expect(names.filter((name) => !text.includes(name))).toEqual([]);
  });

  it('names only files that exist', () => {
    const named = [...text.matchAll(/`((?:generator|templates|specs|test|bench|\.ci)\/[\w./-]+)`/g)].map(
      ([, path = '']) => path,
    );
    expect(named.filter((path) => !existsSync(join(projectFolder, path)))).toEqual([]);
  });
});

/** The first circle of imports found, as the paths along it. */
function findCycle(files: readonly Source[]): string[] | undefined {
  const done = new Set<string>();
  const walk = (path: string, trail: readonly string[]): string[] | undefined => {
    if (trail.includes(path)) return [...trail.slice(trail.indexOf(path)), path];
    if (done.has(path)) return undefined;
    for (const { file } of byPath.get(path)?.imports ?? []) {
      const cycle = file === undefined ? undefined : walk(file, [...trail, path]);
      if (cycle !== undefined) return cycle;
    }
    done.add(path);
    return undefined;
  };
  for (const { path } of files) {
    const cycle = walk(path, []);
    if (cycle !== undefined) return cycle;
  }
  return undefined;
}

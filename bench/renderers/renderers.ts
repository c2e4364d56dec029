import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** A tool that writes documentation of a description. */
export interface Renderer {
  readonly name: string;
  /** What it writes: the ones that keep the description whole must give all of it back. */
  readonly kind: 'lossless' | 'requests' | 'pages';
  /** Writes the documentation of a description (a file of JSON) into a folder, which is there. Returns what went wrong, or nothing. */
  render(description: string, folder: string): string | undefined;
}

const here = dirname(fileURLToPath(import.meta.url));
const packages = join(here, 'node_modules');
const archive = join(packages, '@openapitools/openapi-generator-cli/bin/openapi-generator.jar');

/** Whether the tools are installed. */
export function hasRenderers(): boolean {
  return existsSync(packages);
}

/** The tools; those that need Java only where it is. */
export function renderers(): Renderer[] {
  const hasJava = spawnSync('java', ['-version']).status === 0;
  return hasJava ? [...nodeRenderers, ...javaRenderers] : [...nodeRenderers];
}

/** The tools that are left out on this machine, and why. */
export function missingRenderers(): string[] {
  const there = renderers();
  return javaRenderers.filter((one) => !there.includes(one)).map(({ name }) => `${name}: no Java`);
}

function run(command: string, args: readonly string[], cwd = here): string | undefined {
  const done = spawnSync(command, args, { cwd, encoding: 'utf8', timeout: 120_000, maxBuffer: 1 << 28 });
  if (done.status === 0) return undefined;
  const [said = ''] = `${done.stderr}`.trim().split('\n');
  return said.slice(0, 200) || `ended with ${done.status}`;
}

function script(name: string, ...args: readonly string[]): string | undefined {
  return run(process.execPath, [join(here, 'scripts', name), ...args]);
}

const binary = (name: string): string => join(packages, '.bin', name);

const nodeRenderers: readonly Renderer[] = [
  {
    name: 'redocly build-docs',
    kind: 'lossless',
    render: (description, folder) =>
      run(binary('redocly'), ['build-docs', description, '-o', join(folder, 'index.html')]),
  },
  {
    name: 'docusaurus-openapi-docs',
    kind: 'lossless',
    render: (description, folder) => script('docusaurus.cjs', description, folder),
  },
  {
    name: 'openapi-to-postmanv2',
    kind: 'requests',
    render: (description, folder) =>
      run(binary('openapi2postmanv2'), ['-s', description, '-o', join(folder, 'collection.json')]),
  },
  {
    name: 'bruno converter',
    kind: 'requests',
    render: (description, folder) => script('bruno.cjs', description, folder),
  },
  {
    name: 'widdershins',
    kind: 'pages',
    render: (description, folder) => run(binary('widdershins'), [description, '-o', join(folder, 'index.md')]),
  },
  {
    name: 'swagger-markdown',
    kind: 'pages',
    render: (description, folder) =>
      run(binary('swagger-markdown'), ['-i', description, '-o', join(folder, 'index.md')]),
  },
  {
    name: 'scalar markdown',
    kind: 'pages',
    render: (description, folder) => script('scalar.mjs', description, folder),
  },
];

const javaRenderers: readonly Renderer[] = ['markdown', 'html', 'html2', 'dynamic-html', 'asciidoc'].map(
  (generator): Renderer => ({
    name: `openapi-generator ${generator}`,
    kind: 'pages',
    render(description, folder) {
      mkdirSync(folder, { recursive: true });
      const args = ['-jar', archive, 'generate', '-i', description, '-g', generator, '-o', folder];
      const fault = run('java', [...args, '--skip-validate-spec']);
      for (const extra of ['.openapi-generator', '.openapi-generator-ignore'])
        rmSync(join(folder, extra), { recursive: true, force: true });
      return fault;
    },
  }),
);

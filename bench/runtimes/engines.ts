import { execFile, spawn, spawnSync } from 'node:child_process';
import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { basename, join } from 'node:path';
import { promisify } from 'node:util';
import { bench } from '../scoreboard/places.ts';
import { writeProgram, writeWorker } from './packages.ts';

/** An engine that is here, and how it runs the checks against a server. */
export interface Engine {
  readonly name: string;
  readonly version: string;
  run(folder: string, url: string): Promise<Record<string, string>>;
}

/** What an engine is started with, and which part of the packages it is given. */
interface Kind {
  readonly name: string;
  /** Where its program is, below the folder of the engines' packages; several where there is one for each machine. */
  readonly binaries: readonly string[];
  readonly part: 'dist' | 'src' | 'worker';
  readonly flags: readonly string[];
}

const installed = join(bench, 'runtimes/node_modules');
const deno = {
  binaries: packagesOf('@deno', 'deno'),
  flags: ['run', '--allow-net', '--allow-read', '--no-config', '--no-lock', '--quiet'],
};
const bun = { binaries: packagesOf('@oven', 'bin/bun'), flags: ['run'] };
const node22 = { binaries: ['node22/bin/node'], flags: ['--no-warnings'] };
const node24 = { binaries: ['node24/bin/node'], flags: ['--no-warnings'] };

const kinds: readonly Kind[] = [
  { name: 'Node.js 22', part: 'dist', ...node22 },
  { name: 'Node.js 22, sources', part: 'src', ...node22 },
  { name: 'Node.js 24', part: 'dist', ...node24 },
  { name: 'Node.js 24, sources', part: 'src', ...node24 },
  { name: 'Deno', part: 'dist', ...deno },
  { name: 'Deno, sources', part: 'src', ...deno },
  { name: 'Bun', part: 'dist', ...bun },
  { name: 'Bun, sources', part: 'src', ...bun },
  { name: 'workerd', part: 'worker', binaries: packagesOf('@cloudflare', 'bin/workerd'), flags: ['serve'] },
];

/** What engines have is in a package for each kind of machine. */
function packagesOf(scope: string, path: string): string[] {
  const folder = join(installed, scope);
  return existsSync(folder) ? readdirSync(folder).map((name) => join(scope, name, path)) : [];
}

/** The engines that are here: the one that runs this, and those of `bench/runtimes`; and the names of those that are not. */
export function findEngines(): { readonly engines: readonly Engine[]; readonly absent: readonly string[] } {
  const engines: Engine[] = [
    engineOf(
      { name: `Node.js ${process.versions.node.split('.')[0] ?? ''}`, part: 'dist', binaries: [], flags: [] },
      process.execPath,
      process.version,
    ),
  ];
  const absent: string[] = [];
  for (const kind of kinds) {
    const found = kind.binaries
      .map((path) => join(installed, path))
      .map((path) => ({ path, version: versionOf(path) }))
      .find(({ version }) => version !== undefined);
    if (found?.version === undefined) absent.push(kind.name);
    else engines.push(engineOf(kind, found.path, found.version));
  }
  return { engines, absent };
}

/** What a program says its version is; undefined where it does not run on this machine. */
function versionOf(path: string): string | undefined {
  if (!existsSync(path)) return undefined;
  const { status, stdout } = spawnSync(path, ['--version'], { encoding: 'utf8' });
  return status === 0 ? /\d[\w.-]*/.exec(stdout)?.[0] : undefined;
}

function engineOf({ name, part, flags }: Kind, path: string, version: string): Engine {
  const run = async (folder: string, url: string): Promise<Record<string, string>> => {
    if (part === 'worker') return runWorker(path, flags, folder, writeWorker(folder, url));
    const env = { ...process.env, DENO_DIR: join(folder, '.deno'), DENO_NO_UPDATE_CHECK: '1' };
    const { stdout } = await promisify(execFile)(path, [...flags, writeProgram(folder, part, url)], {
      env,
      timeout: 120_000,
    });
    return JSON.parse(stdout) as Record<string, string>;
  };
  return { name, version: version.replace(/^v/, ''), run };
}

/** Serves a module as a worker, asks it once, and stops it. */
async function runWorker(
  path: string,
  flags: readonly string[],
  folder: string,
  module: string,
): Promise<Record<string, string>> {
  const port = await freePort();
  const config = join(folder, 'worker.capnp');
  writeFileSync(config, workerConfig(module, port));
  const child = spawn(path, [...flags, config], { stdio: ['ignore', 'ignore', 'pipe'] });
  let said = '';
  child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
  try {
    for (let attempt = 0; attempt < 100; attempt += 1) {
      const answer = await fetch(`http://127.0.0.1:${port}/`).catch(() => undefined);
      if (answer) {
        const text = await answer.text();
        if (!answer.ok)
          throw new Error(`the worker answered ${answer.status}: ${text.slice(0, 500)} ${said.slice(-1000)}`);
        return JSON.parse(text) as Record<string, string>;
      }
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    throw new Error(`the worker does not start: ${said.slice(-1000)}`);
  } finally {
    child.kill();
  }
}

/** Workers reach no private addresses unless they are told that they may. */
function workerConfig(module: string, port: number): string {
  return `using Workerd = import "/workerd/workerd.capnp";
const config :Workerd.Config = (
  services = [
    (name = "main", worker = (
      modules = [(name = "worker", esModule = embed ${JSON.stringify(basename(module))})],
      compatibilityDate = "2025-09-01",
    )),
    (name = "internet", network = (allow = ["public", "private"])),
  ],
  sockets = [(name = "http", address = "127.0.0.1:${port}", http = (), service = "main")],
);
`;
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

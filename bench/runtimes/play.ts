import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { cache } from '../scoreboard/places.ts';
import { findEngines, type Engine } from './engines.ts';
import { writePackages } from './packages.ts';
import { startServer } from './server.ts';
import type { EngineReport } from './text.ts';

/** Runs the checks in every engine that is here, one after the other, each against a server of its own. */
export async function playAll(): Promise<{
  readonly reports: readonly EngineReport[];
  readonly absent: readonly string[];
}> {
  const { engines, absent } = findEngines();
  mkdirSync(cache, { recursive: true });
  // below the bench, where no package.json says what kind the modules are but their own
  const folder = mkdtempSync(join(cache, 'runtimes-'));
  try {
    await writePackages(folder);
    const reports: EngineReport[] = [];
    for (const engine of engines) reports.push(await play(engine, folder));
    return { reports, absent };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function play({ name, version, run }: Engine, folder: string): Promise<EngineReport> {
  const server = await startServer();
  try {
    return { name, version, outcomes: await run(folder, server.url) };
  } catch (error) {
    return { name, version, outcomes: {}, failure: String(error).replace(/\s+/g, ' ').slice(0, 500) };
  } finally {
    server.stop();
  }
}

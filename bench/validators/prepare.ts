import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { bench } from '../scoreboard/places.ts';
import { bundledCode } from './bundle-code.ts';
import type { Contestant } from './contestants/contestant.ts';
import { generatePackage } from './packages.ts';
import type { Payload } from './payloads/payload.ts';
import { wrongAnswer, type Entrant } from './rounds.ts';
import { bundleOf, type Bundle } from './schema.ts';

/** Below the bench, so that what is written there finds the bench's packages. */
export const cache = join(bench, '.cache/validators');

/** A payload with its package, its values on disk, and the modules of those that can validate it. */
export interface Prepared {
  readonly payload: Payload;
  readonly bundle: Bundle;
  readonly packageFolder: string;
  readonly data: string;
  readonly entrants: readonly Entrant[];
  /** Why a contestant is missing. */
  readonly missing: readonly { readonly name: string; readonly reason: string }[];
}

/** Generates the package, asks each contestant for its module, writes all of it into the cache and has each one checked. */
export async function prepare(payload: Payload, contestants: readonly Contestant[], worker: string): Promise<Prepared> {
  const folder = join(cache, payload.name);
  const packageFolder = join(folder, 'package');
  const { spec } = await generatePackage(payload.document, packageFolder);
  const bundle = bundleOf(spec, payload.pointer, payload.type);
  const data = join(folder, 'values.json');
  writeFileSync(data, JSON.stringify({ valid: payload.valid, invalid: payload.invalid }));
  const entrants: Entrant[] = [];
  const missing: { name: string; reason: string }[] = [];
  for (const contestant of contestants) {
    try {
      const text = await contestant.write({ payload, bundle, packageFolder, folder });
      const module = join(folder, `${contestant.name.replaceAll(' ', '-')}.mjs`);
      writeFileSync(module, text);
      const wrong = await wrongAnswer(module, { worker, data });
      if (wrong === undefined) entrants.push({ name: contestant.name, module });
      else missing.push({ name: contestant.name, reason: wrong });
    } catch (error) {
      missing.push({ name: contestant.name, reason: error instanceof Error ? error.message : String(error) });
    }
  }
  return { payload, bundle, packageFolder, data, entrants, missing };
}

/** The worker as plain JavaScript: a loader that rewrites modules has no place in a measurement. */
export async function buildWorker(): Promise<string> {
  mkdirSync(cache, { recursive: true });
  const file = join(cache, 'worker.mjs');
  writeFileSync(file, await bundledCode(`import ${JSON.stringify(join(bench, 'validators/worker.ts'))};`));
  return file;
}

import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { compileBatch } from './compile.ts';
import type { Candidate } from './corpora.ts';
import type { Outcome } from './outcome.ts';
import { sampleFile } from './places.ts';
import { tryDocument } from './try-document.ts';
import { createValidator, remembered } from './validity.ts';

/** The names of the documents that every change is tried on: a line each, `#` begins a remark. */
export function sampleNames(): string[] {
  return readFileSync(sampleFile, 'utf8')
    .split('\n')
    .map((line) => line.replace(/#.*$/, '').trim())
    .filter((line) => line !== '');
}

const batchPackages = 60;

/** The same as `tryAll` for a few documents, in this process; `folder` holds what is emitted. */
export async function tryHere(candidates: readonly Candidate[], folder: string): Promise<Map<string, Outcome>> {
  const validate = remembered(await createValidator());
  const outcomes = new Map<string, Outcome>();
  const compiling: Promise<void>[] = [];
  let batch: { readonly folder: string; readonly outcome: Outcome }[] = [];

  const compile = async (ready: typeof batch): Promise<void> => {
    const packages = ready.map((one) => one.folder);
    const verdicts = await compileBatch({ folder, packages, limitSeconds: 1200 });
    for (const { folder: name, outcome } of ready) {
      const compiled = verdicts.get(name) ?? { reason: 'not compiled' };
      outcomes.set(outcome.name, { ...outcome, verdicts: { ...outcome.verdicts, compiled } });
    }
  };

  for (const [index, candidate] of candidates.entries()) {
    const name = String(index);
    mkdirSync(join(folder, name));
    const { outcome, size } = await tryDocument({ candidate, folder: join(folder, name), validate });
    if (size === 0) outcomes.set(outcome.name, outcome);
    else batch.push({ folder: name, outcome });
    if (batch.length === batchPackages || index === candidates.length - 1) {
      // beside the next documents, for it is another process
      compiling.push(compile(batch));
      batch = [];
    }
  }
  await Promise.all(compiling);
  return outcomes;
}

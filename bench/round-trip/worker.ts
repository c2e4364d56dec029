import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checkPackage, type Tally } from './check.ts';
import { makePackage } from './document.ts';
import { checkTypes, type Mistyped } from './types.ts';

/** What came of one document. */
export interface Result {
  /** Why nothing could be checked. */
  readonly failure?: string;
  readonly tally?: Omit<Tally, 'samples'> & { readonly samples: number; readonly notMeant: number };
  readonly mistyped?: readonly Mistyped[];
}

async function tryDocument(path: string): Promise<Result> {
  const folder = mkdtempSync(join(tmpdir(), 'specloom-round-trip-'));
  try {
    const made = await makePackage(path, readFileSync(path, 'utf8'), folder);
    if (!made) return { failure: 'no package' };
    const tally = checkPackage(made, { samples: 3, mutants: 40 });
    const figures = { samples: tally.samples.length, notMeant: tally.samples.filter(({ isMeant }) => !isMeant).length };
    return { tally: { ...tally, ...figures }, mistyped: checkTypes(tally.samples, folder) };
  } catch (error) {
    return { failure: (error instanceof Error ? error.message : String(error)).slice(0, 200) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

process.on('message', (path: string) => {
  void tryDocument(path).then((result) => process.send?.(result));
});

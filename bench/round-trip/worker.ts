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
  readonly tally?: Omit<Tally, 'questions'>;
  /** How many values the compiler was asked about. */
  readonly asked?: number;
  readonly mistyped?: readonly Mistyped[];
}

async function tryDocument(path: string): Promise<Result> {
  const folder = mkdtempSync(join(tmpdir(), 'specloom-round-trip-'));
  try {
    const made = await makePackage(path, readFileSync(path, 'utf8'), folder);
    if (!made) return { failure: 'no package' };
    const { questions, ...tally } = checkPackage(made, { samples: 3, mutants: 40 });
    return { tally, ...checkTypes(questions, folder) };
  } catch (error) {
    return { failure: (error instanceof Error ? error.message : String(error)).slice(0, 200) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

process.on('message', (path: string) => {
  void tryDocument(path).then((result) => process.send?.(result));
});

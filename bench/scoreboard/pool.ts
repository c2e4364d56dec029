import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { compileBatch } from './compile.ts';
import type { Candidate } from './corpora.ts';
import type { Outcome } from './outcome.ts';
import { startWorker, type WorkerHandle } from './worker-handle.ts';

/** How documents are tried. */
export interface PoolOptions {
  readonly workers: number;
  /** A folder of its own for what is emitted. */
  readonly folder: string;
  readonly onOutcome: (outcome: Outcome) => void;
}

/** A worker that grew beyond this is replaced after its document. */
const recycleMegabytes = 1500;

/** Documents that need so much memory, and their packages in the compiler again, that only one is in hand at a time. */
function isHuge({ bytes }: Candidate): boolean {
  return bytes > 30_000_000;
}

/** What a document may take: the largest, 78 MB of JSON, need more than what lets several workers run side by side. */
function heapMegabytes(candidate: Candidate): number {
  return isHuge(candidate) ? 16_000 : 7000;
}

/** Packages that are compiled as one program: enough to save the compiler's start, not more than memory takes. */
const batchPackages = 60;
const batchSize = 15_000_000;

/** Generous: only a document that hangs may run into it, on however busy a machine. */
function limitSeconds(size: number): number {
  return Math.round(600 + size / 10_000);
}

interface Emitted {
  readonly name: string;
  readonly isHuge: boolean;
  readonly outcome: Outcome;
  readonly size: number;
}

/** Tries all candidates in the order given, on as many processes as asked for; each outcome is told once. */
export async function tryAll(candidates: readonly Candidate[], options: PoolOptions): Promise<void> {
  const waiting = candidates.map((candidate, index) => ({ candidate, name: String(index) }));
  let emitted: Emitted[] = [];
  let hugeInHand = false;

  const nextDocument = (): (typeof waiting)[number] | undefined => {
    const index = hugeInHand ? waiting.findIndex(({ candidate }) => !isHuge(candidate)) : 0;
    const [next] = index === -1 ? [] : waiting.splice(index, 1);
    if (next !== undefined && isHuge(next.candidate)) hugeInHand = true;
    return next;
  };

  const nextBatch = (): Emitted[] => {
    const size = emitted.reduce((sum, one) => sum + one.size, 0);
    const isFull = emitted.length >= batchPackages || size >= batchSize || emitted.some((one) => one.isHuge);
    if (waiting.length > 0 && !isFull) return [];
    const batch = emitted;
    emitted = [];
    return batch;
  };

  const compile = async (batch: readonly Emitted[]): Promise<void> => {
    const packages = batch.map(({ name }) => name);
    const size = batch.reduce((sum, one) => sum + one.size, 0);
    const verdicts = await compileBatch({ folder: options.folder, packages, limitSeconds: limitSeconds(size) });
    for (const { name, outcome } of batch) {
      const compiled = verdicts.get(name) ?? { reason: 'not compiled' };
      options.onOutcome({ ...outcome, verdicts: { ...outcome.verdicts, compiled } });
      rmSync(join(options.folder, name), { recursive: true, force: true });
    }
    if (batch.some((one) => one.isHuge)) hugeInHand = false;
  };

  const lane = async (): Promise<void> => {
    let worker: WorkerHandle | undefined;
    for (;;) {
      const batch = nextBatch();
      if (batch.length > 0) {
        await compile(batch);
        continue;
      }
      const next = nextDocument();
      if (next === undefined) break;
      const folder = join(options.folder, next.name);
      mkdirSync(folder, { recursive: true });
      const { candidate } = next;
      const heap = heapMegabytes(candidate);
      if (worker !== undefined && worker.heapMegabytes < heap) {
        worker.stop();
        worker = undefined;
      }
      worker ??= startWorker(heap);
      const answer = await worker.ask({ candidate, folder }, limitSeconds(candidate.bytes));
      if ('reason' in answer) options.onOutcome(lost(candidate, answer.reason));
      else if (answer.size === 0) options.onOutcome(answer.outcome);
      else emitted.push({ name: next.name, isHuge: isHuge(candidate), outcome: answer.outcome, size: answer.size });
      if (isHuge(candidate) && !('size' in answer && answer.size > 0)) hugeInHand = false;
      if ('reason' in answer || answer.residentMegabytes > recycleMegabytes) {
        worker.stop();
        worker = undefined;
      }
    }
    worker?.stop();
  };
  await Promise.all(Array.from({ length: options.workers }, lane));
}

/** The outcome of a document whose worker did not answer. */
function lost({ corpus, name }: Candidate, reason: string): Outcome {
  return { corpus, name, original: 'pass', verdicts: { normalized: { reason } }, codes: {}, seconds: 0 };
}

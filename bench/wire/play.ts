import { fault, type Outcome } from './compare.ts';
import { startEchoServer } from './echo-server.ts';
import { revive, type Cell } from './matrix.ts';

/** What an operation is called with. */
export interface CallInput {
  readonly path?: Readonly<Record<string, unknown>>;
  readonly query?: Readonly<Record<string, unknown>>;
  readonly header?: Readonly<Record<string, unknown>>;
  readonly cookie?: Readonly<Record<string, unknown>>;
  readonly querystring?: Readonly<Record<string, unknown>>;
  readonly body?: unknown;
}

/** A generated client that can be asked to call the operation of a cell. */
export interface Contestant {
  readonly name: string;
  /** Calls the operation; throws what the client throws. */
  call(cell: Cell, baseUrl: string, input: CallInput): Promise<Outcome>;
}

/** A cell, and what is wrong with how a client treats it. */
export interface Verdict {
  readonly cell: Cell;
  readonly fault: string | undefined;
}

/** Calls the operation of every cell, one after the other, against a server that keeps the bytes. */
export async function play(contestant: Contestant, cells: readonly Cell[]): Promise<Verdict[]> {
  let answering: Cell | undefined;
  const server = await startEchoServer(
    () => answering?.wire ?? { status: 200, contentType: 'application/json', body: '{}' },
  );
  const verdicts: Verdict[] = [];
  try {
    for (const cell of cells) {
      answering = cell;
      const outcome = await contestant
        .call(cell, server.url, callInput(cell))
        .catch((error: unknown): Outcome => ({ kind: 'thrown', error }));
      verdicts.push({ cell, fault: await fault(cell, outcome, server.taken()) });
    }
  } finally {
    await server.close();
  }
  return verdicts;
}

function callInput({ values, body }: Cell): CallInput {
  const places = Object.entries(values ?? {}).map(([place, members]) => [place, revive(members)] as const);
  return { ...Object.fromEntries(places), ...(body !== undefined && { body: revive(body) }) };
}

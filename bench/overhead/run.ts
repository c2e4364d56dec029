import { fork } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { cache, root } from '../scoreboard/places.ts';
import { contestants } from './contestants.ts';
import { abortMilliseconds } from './abort.ts';
import { race } from './race.ts';
import { overheadText } from './text.ts';

// What a call costs beside bare `fetch`: `npm run bench:client [ROUNDS]`. Writes test/scoreboards/client-overhead.txt, and prints it.

const rounds = Number(process.argv[2] ?? 4000);
mkdirSync(cache, { recursive: true });
const folder = mkdtempSync(join(cache, 'overhead-'));
const server = fork(fileURLToPath(new URL('server.ts', import.meta.url)), { execArgv: process.execArgv });
try {
  const port = await new Promise<unknown>((resolve) => server.once('message', resolve));
  const all = await contestants(`http://127.0.0.1:${String(port)}`, folder);
  await race(all, Math.min(rounds, 500)); // warm: connections, and the engine's compilers
  const text = overheadText(await race(all, rounds), await abortMilliseconds(folder));
  writeFileSync(join(root, 'test/scoreboards/client-overhead.txt'), text);
  console.log(text);
} finally {
  server.kill();
  rmSync(folder, { recursive: true, force: true });
}

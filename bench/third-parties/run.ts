import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { cache, root } from '../scoreboard/places.ts';
import { drawCalls } from './calls.ts';
import { descriptions, servedCopy, type Description } from './documents.ts';
import { judgeAnswers, judgeCalls, tallyOf, type Tally } from './judging.ts';
import { loadPackage } from './package.ts';
import { startExpressValidator, startPrismMock, startPrismProxy, type Judge } from './servers.ts';
import { thirdPartiesText } from './text.ts';

// What third parties say of the calls of generated clients: `npm run third-parties [NAME …]`. Writes
// test/scoreboards/third-parties.txt where all descriptions are tried, and prints it.

const only = process.argv.slice(2);
const all = descriptions().filter(({ name }) => only.length === 0 || only.includes(name));
mkdirSync(cache, { recursive: true });
const folder = mkdtempSync(join(cache, 'third-parties-'));
const tallies: Tally[] = [];
const untried: string[] = [];

/** Has a judge do its part, and stops it; one that cannot start is a failure of its own. */
async function withJudge<Started extends Judge>(
  tally: Tally,
  start: Promise<Started>,
  judge: (started: Started, tally: Tally) => Promise<void>,
): Promise<void> {
  tallies.push(tally);
  try {
    const started = await start;
    await judge(started, tally).finally(() => started.stop());
  } catch (error) {
    const [line = ''] = String(error)
      .split('\n')
      .filter((one) => /error|fatal|✖/i.test(one))
      .toReversed();
    tally.failures.push(`it does not start: ${line.slice(0, 200)}`);
  }
}

async function tryDescription({ name, document }: Description): Promise<void> {
  const made = await loadPackage(document, join(folder, name));
  const drawn = drawCalls(made);
  untried.push(...drawn.untried.map((line) => `${name}: ${line}`));
  const served = servedCopy(document);
  // each takes most of its time to start
  await Promise.all([
    withJudge(tallyOf(name, 'express-openapi-validator'), startExpressValidator(served), (judge, tally) =>
      judgeCalls(made, drawn.calls, judge, tally),
    ),
    withJudge(tallyOf(name, 'prism mock'), startPrismMock(served), (judge, tally) =>
      judgeCalls(made, drawn.calls, judge, tally),
    ),
    withJudge(tallyOf(name, 'prism proxy --errors'), startPrismProxy(served), (proxy, tally) =>
      judgeAnswers(made, drawn, proxy, tally),
    ),
  ]);
}

try {
  for (const description of all) {
    await tryDescription(description).catch((error: unknown) => {
      const tally = tallyOf(description.name, 'none');
      tally.failures.push(`there is no package: ${String(error).slice(0, 200)}`);
      tallies.push(tally);
    });
    console.error(
      `${description.name}: ${tallies
        .slice(-3)
        .map(({ failures }) => failures.length)
        .join(', ')} failures`,
    );
  }
  const text = thirdPartiesText(tallies, untried);
  if (only.length === 0) writeFileSync(join(root, 'test/scoreboards/third-parties.txt'), text);
  console.log(text);
} finally {
  rmSync(folder, { recursive: true, force: true });
}

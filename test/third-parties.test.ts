import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { drawCalls } from '../bench/third-parties/calls.ts';
import { descriptions, servedCopy } from '../bench/third-parties/documents.ts';
import { judgeAnswers, judgeCalls, tallyOf } from '../bench/third-parties/judging.ts';
import { loadPackage } from '../bench/third-parties/package.ts';
import { startPrismMock, startPrismProxy } from '../bench/third-parties/servers.ts';
import { projectFolder } from './support/sources.ts';

// The short form of `npm run third-parties`: our specs, and Prism.

const folder = mkdtempSync(join(tmpdir(), 'specloom-third-parties-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Prism takes the JSON body `null` for none. */
const disputed: readonly RegExp[] = [/^\w+: body null at \/: 2\d\d$/];

test.each(['partoo', 'plane', 'attio'])(
  'Prism accepts what is valid and refuses what is not, of %s',
  async (name) => {
    const document = descriptions([name])[0]?.document;
    if (!document) throw new Error(`there is no spec of ${name}`);
    expect(existsSync(join(projectFolder, 'specs', name))).toBe(true);
    const made = await loadPackage(document, join(folder, name));
    const drawn = drawCalls(made);
    expect(drawn.untried).toEqual([]);
    const [calls, answers] = [tallyOf(name, 'prism mock'), tallyOf(name, 'prism proxy --errors')];
    const served = servedCopy(document);
    const mock = await startPrismMock(served);
    await judgeCalls(made, drawn.calls, mock, calls).finally(() => mock.stop());
    const proxy = await startPrismProxy(served);
    await judgeAnswers(made, drawn, proxy, answers).finally(() => proxy.stop());
    const failures = [...calls.failures, ...answers.failures];
    expect(failures.filter((line) => !disputed.some((known) => known.test(line)))).toEqual([]);
    expect(calls.valid).toBeGreaterThan(0);
    expect(calls.invalid).toBeGreaterThan(0);
  },
  180_000,
);

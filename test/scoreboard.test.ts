import { existsSync, mkdtempSync, readFileSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { findCandidates } from '../bench/scoreboard/corpora.ts';
import { firstFailure, type Outcome } from '../bench/scoreboard/outcome.ts';
import { isInstalled, scoreboardFile } from '../bench/scoreboard/places.ts';
import { sampleNames, tryHere } from '../bench/scoreboard/sample.ts';
import { failingNames } from '../bench/scoreboard/scoreboard-text.ts';

// A fixed part of the scoreboard: what passes there has to go on passing. The whole of it is `npm run scoreboard`.

const names = sampleNames();
const scoreboard = existsSync(scoreboardFile) ? readFileSync(scoreboardFile, 'utf8') : '';
const failing = failingNames(scoreboard);
const installed = isInstalled();
const { candidates, absent } = installed ? findCandidates() : { candidates: [], absent: [] };
const here = new Map(candidates.map((candidate) => [candidate.name, candidate]));

describe('the sample', () => {
  it('names no document twice', () => {
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
  });

  it.skipIf(!installed)('names documents that there are', () => {
    const known = names.filter((name) => !absent.some((corpus) => name.startsWith(`${corpus}:`)));
    expect(known.filter((name) => !here.has(name))).toEqual([]);
  });
});

describe('reading the scoreboard', () => {
  it('finds the documents that fail', () => {
    const text = [
      'Documents\n  a:1  2',
      'Valid by their own version, and failing\n  a:b c.json  valid as 3.1: x',
      'Not valid by their own version, and failing\n  none',
    ].join('\n\n');
    expect([...failingNames(text)]).toEqual(['a:b c.json']);
  });
});

const title = installed ? 'each document of the sample' : 'each document of the sample (needs `npm ci --prefix bench`)';

describe.skipIf(!installed)(title, () => {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'specloom-sample-')));
  let outcomes = new Map<string, Outcome>();

  beforeAll(async () => {
    vi.stubGlobal('fetch', () => Promise.reject(new Error('not fetched')));
    outcomes = await tryHere(
      names.flatMap((name) => here.get(name) ?? []),
      folder,
    );
  }, 3_600_000);

  afterAll(() => {
    vi.unstubAllGlobals();
    rmSync(folder, { recursive: true, force: true });
  });

  for (const name of names) {
    it.skipIf(!here.has(name))(`${name}${here.has(name) ? '' : ' (not here)'}`, () => {
      const outcome = outcomes.get(name);
      const failure = outcome ? firstFailure(outcome) : { step: 'normalized', reason: 'not tried' };
      // one that fails in the scoreboard may pass, so that a mended one does not break the build
      expect(failing.has(name) ? undefined : failure).toBeUndefined();
    });
  }
});

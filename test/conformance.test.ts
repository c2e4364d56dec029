import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { validatorsFor, type Validate } from './support/conformance.ts';
import {
  remoteDocuments,
  suiteGroups,
  suites,
  whyMissing,
  type Suite,
  type SuiteTest,
} from './support/conformance-suites.ts';
import { projectFolder } from './support/sources.ts';
import { temporaryFolder } from './support/temporary.ts';

// The official test suite of JSON Schema, draft by draft, through `generate()` and the emitted package. What passes is
// kept in scoreboards: `UPDATE_SCOREBOARDS=1` writes them, and their difference is what to read.

describe('the official suite of JSON Schema', () => {
  for (const suite of suites) {
    const missing = whyMissing(suite);
    const title = missing === undefined ? suite.title : `${suite.title} (${missing})`;
    it.skipIf(missing !== undefined)(title, { timeout: 600_000 }, async () => {
      const scoreboard = join(projectFolder, 'test/scoreboards', `${suite.name}.txt`);
      const text = scoreText(suite, await scoreSuite(suite));
      if (process.env['UPDATE_SCOREBOARDS'] !== undefined) writeFileSync(scoreboard, text);
      expect(text).toBe(existsSync(scoreboard) ? readFileSync(scoreboard, 'utf8') : '');
    });
  }
});

/** What came of one file of the suite. */
interface FileScore {
  total: number;
  /** `group: test (what is wrong)`, in the order of the file. */
  readonly failures: string[];
}

async function scoreSuite(suite: Suite): Promise<Map<string, FileScore>> {
  const groups = suiteGroups(suite);
  const setting = {
    remotes: remoteDocuments(),
    ...(suite.formats && { formats: suite.formats }),
    ...(suite.openapi !== undefined && { openapi: suite.openapi }),
  };
  const validators = await validatorsFor(groups, setting, temporaryFolder());
  const scores = new Map<string, FileScore>();
  for (const [index, { file, description, tests }] of groups.entries()) {
    const score = scores.get(file) ?? { total: 0, failures: [] };
    scores.set(file, score);
    for (const test of tests) {
      const fault = faultOf(test, validators[index]);
      score.total += 1;
      if (fault !== undefined) score.failures.push(`${description}: ${test.description} (${fault})`);
    }
  }
  return scores;
}

function faultOf(test: SuiteTest, validate: Validate | undefined): string | undefined {
  try {
    const answer = validate?.(test.data);
    if (answer === test.valid) return undefined;
    return test.valid ? 'refused' : 'accepted';
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

function scoreText({ title }: Suite, scores: ReadonlyMap<string, FileScore>): string {
  const all = [...scores.values()];
  const total = all.reduce((sum, score) => sum + score.total, 0);
  const failed = all.reduce((sum, score) => sum + score.failures.length, 0);
  const lines = [...scores].flatMap(([file, score]) => [
    `${file} ${score.total - score.failures.length} of ${score.total}`,
    ...score.failures.map((failure) => `  ${failure}`),
  ]);
  const head = [`${title}, through generate() and the emitted validators`, `${total - failed} of ${total}`];
  return `${[...head, '', ...lines].join('\n')}\n`;
}

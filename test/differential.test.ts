import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { JsonObject, JsonValue } from '../generator/base/json.ts';
import { validatorsFor } from './support/conformance.ts';
import { projectFolder } from './support/sources.ts';
import { temporaryFolder } from './support/temporary.ts';

/** A pair in which validators disagreed, and what the standard says of it. */
interface Judged {
  readonly schema: JsonObject;
  readonly value: JsonValue;
  readonly valid: boolean;
  /** Who answered otherwise when the pair was found. */
  readonly wrong: readonly string[];
  readonly section: string;
  readonly why: string;
}

const judged = JSON.parse(readFileSync(join(projectFolder, 'test/conformance/judged.json'), 'utf8')) as Judged[];

describe('what validators disagreed in', () => {
  it('is answered as the standard has it', async () => {
    const dialect = 'https://json-schema.org/draft/2020-12/schema';
    const asked = judged.map(({ schema }) => ({ schema: { $schema: dialect, ...schema } }));
    const validators = await validatorsFor(asked, {}, temporaryFolder());
    const faults = judged.filter(({ value, valid }, index) => validators[index]?.(value) !== valid);
    expect(faults).toEqual([]);
  });

  it('is told once, with a section of the standard', () => {
    const pairs = judged.map(({ schema, value }) => JSON.stringify([schema, value]));
    expect(new Set(pairs).size).toBe(pairs.length);
    expect(judged.filter(({ section, why, wrong }) => !/\d/.test(section) || why === '' || wrong.length === 0)).toEqual(
      [],
    );
  });
});

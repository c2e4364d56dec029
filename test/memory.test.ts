import { expect, test } from 'vitest';
import { memoryWarning } from '../generator/memory.ts';

const gigabytes = 1_000_000_000;

test('says before the work when the memory may not do, and what would', () => {
  expect(memoryWarning(10_000_000, true, 4 * gigabytes)).toBeUndefined();
  expect(memoryWarning(73_000_000, false, 4 * gigabytes)).toBeUndefined();
  const warning = memoryWarning(73_000_000, true, 4 * gigabytes);
  expect(warning).toContain('73 million characters');
  expect(warning).toContain('NODE_OPTIONS=--max-old-space-size=9000');
});

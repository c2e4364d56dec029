import { arktype, valibot, zod } from './builders.ts';
import type { Contestant } from './contestant.ts';
import { hand } from './hand.ts';
import { ajv, ajvStandalone, ata, schemasafe, typebox } from './json-schema.ts';
import { ours } from './ours.ts';
import { typia } from './typia.ts';

/** All contestants, in the order of the scoreboard. */
export const contestants: readonly Contestant[] = [
  ours,
  hand,
  ajv,
  ajvStandalone,
  ata,
  typebox,
  typia,
  schemasafe,
  arktype,
  zod,
  valibot,
];

import { githubPayloads } from './github.ts';
import { partooPayloads } from './partoo.ts';
import type { Payload } from './payload.ts';
import { plainPayloads } from './plain.ts';

/** All payloads, in the order of the scoreboard. */
export function allPayloads(): readonly Payload[] {
  return [...partooPayloads, ...githubPayloads(), ...plainPayloads];
}

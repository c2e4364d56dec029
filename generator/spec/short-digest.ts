import { hashOf } from '../base/hash.ts';

/**
 * Six hexadecimal digits made of a text alone (FNV-1a, 32 bits, folded to 24), to tell apart names that would be the
 * same: the same text gives the same digits on every machine.
 */
export function shortDigest(text: string): string {
  const hash = hashOf(text);
  return ((hash >>> 24) ^ (hash & 0xff_ff_ff)).toString(16).padStart(6, '0');
}

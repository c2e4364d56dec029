/**
 * Six hexadecimal digits made of a text alone (FNV-1a, 32 bits, folded to 24), to tell apart names that would be the
 * same: the same text gives the same digits on every machine.
 */
export function shortDigest(text: string): string {
  let hash = 0x81_1c_9d_c5;
  for (const byte of new TextEncoder().encode(text)) hash = Math.imul(hash ^ byte, 0x01_00_01_93) >>> 0;
  return ((hash >>> 24) ^ (hash & 0xff_ff_ff)).toString(16).padStart(6, '0');
}

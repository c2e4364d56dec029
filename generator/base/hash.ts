/** The FNV-1a hash of a text's UTF-8 bytes as an unsigned 32-bit number: the same on every machine, and no secret. */
export function hashOf(text: string): number {
  let hash = 0x81_1c_9d_c5;
  for (const byte of new TextEncoder().encode(text)) hash = Math.imul(hash ^ byte, 0x01_00_01_93) >>> 0;
  return hash;
}

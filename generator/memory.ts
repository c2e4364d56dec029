/**
 * Bytes of heap that one character of the documents takes at most, as measured on descriptions of 13 to 73 million characters:
 * for the normalized spec, and for a package.
 */
const bytesForSpec = 20;
const bytesForPackage = 120;

/**
 * What to tell a person before documents of `characters` are worked on with a heap of `heapLimit` bytes, where that may not
 * do; undefined where it does. Node.js ends without a word of use when its heap is full, so it must be said before.
 */
export function memoryWarning(characters: number, wantsPackage: boolean, heapLimit: number): string | undefined {
  const needed = characters * (wantsPackage ? bytesForPackage : bytesForSpec);
  if (needed <= heapLimit) return undefined;
  const [size, limit] = [characters / 1e6, heapLimit / 1e6].map(Math.round);
  const wanted = Math.ceil(needed / 1e9) * 1000;
  return `the documents hold ${size} million characters, which may take more than the ${limit} MB of memory that Node.js allows itself; if it runs out, start it with NODE_OPTIONS=--max-old-space-size=${wanted}`;
}

/** Classes of POSIX, which are lists of letters here. */
const posixClass = /\[:\^?(?:alnum|alpha|ascii|blank|cntrl|digit|graph|lower|print|punct|space|upper|word|xdigit):\]/;
/** Escapes with a meaning (ECMA-262, section 22.2.1); any other letter stands for itself without the flag `u`. */
const knownEscape = /^[bBcdDfknpPrsStuvwWx]$/;

/** Why a pattern would mean something else than its author had in mind, though it can be compiled; undefined for most. */
export function slipReason(source: string): string | undefined {
  // nothing can stand before the begin of a text, so that no text would ever fit
  return /^\/\^[^]*\$\/[dgimsuvy]*$/.test(source) ? 'it stands between slashes' : undefined;
}

/** Whether a pattern has `\p{…}`, `\u{…}` or `\k<…>`, which are letters without the flag `u`. */
export function needsUnicode(source: string): boolean {
  return /\\[pPuk][{<]/.test(source);
}

/** Why a pattern that cannot be compiled with the flag `u` means something else without it; undefined where it does not. */
export function foreignReason(source: string): string | undefined {
  const posix = posixClass.exec(source)?.[0];
  if (posix !== undefined) return `${posix} is no class of ECMAScript`;
  const letters = [...source.matchAll(/\\([^])/g)].map(([, char = '']) => char).filter((char) => /[A-Za-z]/.test(char));
  const foreign = letters.find((letter) => !knownEscape.test(letter));
  return foreign === undefined ? undefined : `\\${foreign} is no escape of ECMAScript`;
}

const closers: Readonly<Record<string, string>> = { '{': '}', '[': ']', '(': ')' };

/**
 * The offset just after the bracket that closes the one at `start`, or undefined where it is never closed or
 * closed by the wrong one. Brackets inside strings do not count; `quotes` are the characters that begin a string
 * (only `"` in JSON).
 */
export function balancedEnd(text: string, start: number, quotes = '"'): number | undefined {
  const open: string[] = [];
  for (let offset = start; offset < text.length; offset += 1) {
    const char = text.charAt(offset);
    const closer = closers[char];
    if (quotes.includes(char)) {
      const end = stringEnd(text, offset);
      if (end === undefined) return undefined;
      offset = end - 1;
    } else if (closer !== undefined) open.push(closer);
    else if (char === '}' || char === ']' || char === ')') {
      if (open.pop() !== char) return undefined;
      if (open.length === 0) return offset + 1;
    }
    if (open.length === 0) return undefined; // the text does not begin with a bracket
  }
  return undefined;
}

/** The offset just after the string whose opening quote stands at `start`; undefined where it is not closed. */
export function stringEnd(text: string, start: number): number | undefined {
  const quote = text.charAt(start);
  for (let offset = start + 1; offset < text.length; offset += 1) {
    const char = text.charAt(offset);
    if (char === '\\') offset += 1;
    else if (char === quote) return offset + 1;
  }
  return undefined;
}

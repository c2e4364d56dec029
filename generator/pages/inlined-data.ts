import { isDataFailure, looksLikeOpenApi, parseData, type Data } from '../base/data.ts';

/** The member by which a description is known (OAS 3.1, section 4.8.1), within JSON or an object of a script. */
const mark = /(?:"(?:openapi|swagger)"|(?<=[{,]\s{0,200})(?:openapi|swagger))\s{0,20}:\s{0,20}["'][23]\.\d/g;

/** More descriptions than these in one page are not looked for. */
const maxDescriptions = 20;

/**
 * The OpenAPI descriptions that stand as JSON in a text, outermost first, each with its lines: renderers put them into
 * scripts of the pages they make. `lineOf` gives the line of an offset. Never fails; linear in the length of the text.
 */
export function inlinedDescriptions(text: string, document: string, lineOf: (offset: number) => number): Data[] {
  const found: Data[] = [];
  let from = 0;
  let tries = 0;
  for (;;) {
    mark.lastIndex = from;
    const match = mark.exec(text);
    if (!match || tries >= maxDescriptions) return found;
    tries += 1;
    const start = objectStart(text, match.index, from);
    const end = start === undefined ? undefined : objectEnd(text, start);
    from = end ?? mark.lastIndex;
    if (start === undefined || end === undefined) continue;
    const data = parseData(text.slice(start, end), { document, firstLine: lineOf(start) });
    if (!isDataFailure(data) && looksLikeOpenApi(data.value)) found.push(data);
  }
}

/** Whether the quote at `at` is escaped: an odd number of backslashes stands before it. */
function isEscaped(text: string, at: number): boolean {
  let count = 0;
  while (text.charAt(at - count - 1) === '\\') count += 1;
  return count % 2 === 1;
}

/** The brace that opens the object in which the key at `at` stands, going back over JSON no further than `limit`. */
function objectStart(text: string, at: number, limit: number): number | undefined {
  let depth = 0;
  let inText = false;
  for (let index = at - 1; index >= limit; index -= 1) {
    const char = text.charAt(index);
    if (char === '"' && !isEscaped(text, index)) inText = !inText;
    else if (inText) continue;
    else if (char === '}' || char === ']') depth += 1;
    else if (char === '{' || char === '[') {
      if (depth === 0) return char === '{' ? index : undefined;
      depth -= 1;
    } else if (char === ';' || char === '<') return undefined;
  }
  return undefined;
}

/** The offset after the brace that closes the one at `start`, quoted braces aside; undefined where none does. Gives no diagnostics. */
export function objectEnd(text: string, start: number): number | undefined {
  let depth = 0;
  const token = /["'{}[\]]/g;
  token.lastIndex = start;
  for (let match = token.exec(text); match; match = token.exec(text)) {
    const char = match[0];
    if (char === '"' || char === "'") {
      const end = stringEnd(text, match.index, char);
      if (end === undefined) return undefined;
      token.lastIndex = end;
    } else if (char === '{' || char === '[') depth += 1;
    else depth -= 1;
    if (depth === 0) return token.lastIndex;
  }
  return undefined;
}

function stringEnd(text: string, start: number, quote: string): number | undefined {
  for (let at = text.indexOf(quote, start + 1); at !== -1; at = text.indexOf(quote, at + 1)) {
    if (!isEscaped(text, at)) return at + 1;
  }
  return undefined;
}

/** A text that is written as an expression, by the offsets of its braces and of what it says. */
export interface ExpressionText {
  readonly start: number;
  readonly from: number;
  readonly to: number;
  /** The offset after its closing brace. */
  readonly end: number;
}

/** A longer text is data of its own. */
const longest = 20_000;

const quoted = /\{\s{0,9}(?:"((?:[^"\\\n]|\\.){1,2000})"|'((?:[^'\\\n]|\\.){1,2000})')\s{0,9}\}/y;

/**
 * The text at offset `at`, where a brace stands, that MDX has in the braces of an expression (`{'/boxes/{id}'}`, ``{`text`}``), so that
 * signs in it mean themselves. Undefined where anything in it would have to be computed. Gives no diagnostics.
 */
export function expressionText(text: string, at: number): ExpressionText | undefined {
  quoted.lastIndex = at;
  const match = quoted.exec(text);
  const inner = match?.[1] ?? match?.[2];
  if (match && inner !== undefined) {
    const from = at + match[0].indexOf(inner, 1);
    return { start: at, from, to: from + inner.length, end: at + match[0].length };
  }
  const open = /^\{\s{0,9}`/.exec(text.slice(at, at + 12))?.[0];
  if (open === undefined) return undefined;
  const from = at + open.length;
  const to = literalEnd(text, from);
  if (to === undefined) return undefined;
  const end = to + 1 + (/^\s{0,9}/.exec(text.slice(to + 1, to + 11))?.[0].length ?? 0);
  return text.charAt(end) === '}' ? { start: at, from, to, end: end + 1 } : undefined;
}

/** Where the template literal whose text begins at `from` ends; undefined where it has values of others in it. */
function literalEnd(text: string, from: number): number | undefined {
  const limit = Math.min(text.length, from + longest);
  for (let index = from; index < limit; index += 1) {
    const char = text.charAt(index);
    if (char === '`') return index;
    if (char === '\\') index += 1;
    else if (char === '$' && text.charAt(index + 1) === '{') return undefined;
  }
  return undefined;
}

const inText =
  /\{\s?(?:"((?:[^"\\\n]|\\.){1,500})"|'((?:[^'\\\n]|\\.){1,500})'|`((?:[^`$\\\n]|\\.){1,500})`)\s?\}|`[^`\n]{1,500}`/g;

/** Text in which what is written as an expression stands plain; code spans and line breaks stay. Gives no diagnostics. */
export function withPlainExpressions(text: string): string {
  if (!/\{\s?["'`]/.test(text)) return text;
  return text.replaceAll(inText, (whole: string, double?: string, single?: string, literal?: string) => {
    return double ?? single ?? literal ?? whole;
  });
}

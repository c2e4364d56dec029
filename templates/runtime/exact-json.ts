import type { JsonCodec } from './client.js';

/**
 * JSON that keeps every integer: those beyond 2^53 are read as a bigint, and every bigint is written as its digits. What
 * `JSON` does exactly is left to it. For `createClient({ json: exactJson })`.
 */
export const exactJson: JsonCodec = {
  parse(text) {
    if (!/\d{16}/.test(text)) return JSON.parse(text);
    // asked of the values: in the text a string could be written with escapes
    const mark = unusedMark(JSON.stringify(JSON.parse(text)));
    const marked = markWideIntegers(text, mark);
    return JSON.parse(marked, (_key, value: unknown) =>
      typeof value === 'string' && value.startsWith(mark) ? BigInt(value.slice(mark.length)) : value,
    );
  },
  stringify(value) {
    const write = (big: (value: bigint) => unknown): string =>
      JSON.stringify(value, (_key, member: unknown) => (typeof member === 'bigint' ? big(member) : member));
    const mark = unusedMark(write(() => 0));
    return write((big) => `${mark}${big}`)?.replaceAll(new RegExp(`"${mark}(-?\\d+)"`, 'g'), '$1');
  },
};

/** Valid JSON with each integer that a number cannot hold written as a string that begins with `mark`. */
function markWideIntegers(text: string, mark: string): string {
  const token = /"|-?\d[\d.eE+-]*/g;
  let marked = '';
  let end = 0;
  for (let found = token.exec(text); found; found = token.exec(text)) {
    const [written] = found;
    if (written === '"') token.lastIndex = stringEnd(text, found.index);
    else if (/^-?\d+$/.test(written) && !Number.isSafeInteger(Number(written))) {
      marked += `${text.slice(end, found.index)}"${mark}${written}"`;
      end = token.lastIndex;
    }
  }
  return marked + text.slice(end);
}

/** Behind the quote that ends the string which begins at `start`: an even number of backslashes stands before it. */
function stringEnd(text: string, start: number): number {
  for (let end = text.indexOf('"', start + 1); ; end = text.indexOf('"', end + 1)) {
    let before = end;
    while (text[before - 1] === '\\') before -= 1;
    if ((end - before) % 2 === 0) return end + 1;
  }
}

/** Letters that occur nowhere in a text. */
function unusedMark(text: string | undefined): string {
  let mark = 'bigint';
  while (text?.includes(mark)) mark += 'x';
  return `${mark}:`;
}

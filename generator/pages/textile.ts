import { decoded } from './wiki-text.ts';

/** Whether a text without a name that says so is Textile: headings as `h2.`, and code in `<pre>`, names between at signs, or headers of tables. */
export function looksLikeTextile(text: string): boolean {
  const isOther = /^[ \t]*(?:\|\|[^|\n]{1,200}\||\{(?:code|noformat|panel)[:}])/m.test(text);
  return (
    !isOther &&
    /^h[1-6](?:\([^()\n]{0,60}\))?\. \S/m.test(text) &&
    /^<pre>|(?:^|[\s(])@[^@\s][^@\n]{0,80}@|^\|_\. ?\S/m.test(text)
  );
}

const codeBegin = /<pre(?:\s[^<>]{0,100})?>\s{0,3}(?:<code(?:\s+class="([\w+-]{1,30})")?>)?/;
/** A block of code: until the next empty line, or with two dots until a block of another kind begins. */
const codeBlock = /^(?:bc|pre)(?:\(([\w+-]{1,30})?[^()\n]{0,60}\))?\.(\.?) /;
const nextBlock = /^(?:p|h[1-6]|bc|bq|pre|notextile|table|fn\d{1,3})(?:\([^()\n]{0,60}\))?\.\.? /;
const codeEnd = /(?:<\/code>)?\s{0,3}<\/pre>/;

/**
 * A page in Textile as the wiki markup that says the same, line by line: code, headers of tables, names between at signs, links. Headings and
 * lists are written alike in both. Never fails.
 */
export function textileAsWiki(text: string): string {
  let isCode = false;
  return withCodeBlocks(text.split('\n'))
    .map((line) => {
      const [begin, ...others] = line.split(codeEnd);
      if (isCode) {
        if (others.length === 0) return decoded(line);
        isCode = false;
        return `${decoded(begin ?? '')}{code}${others.join('')}`;
      }
      const [whole, language = ''] = codeBegin.exec(line) ?? [];
      if (whole === undefined) return markup(line);
      isCode = others.length === 0;
      const macro = language === '' ? '{code}' : `{code:${language}}`;
      const opened = decoded(line.replace(whole, macro));
      return isCode ? opened : opened.replace(codeEnd, '{code}');
    })
    .join('\n');
}

/** Lines in which each block of code stands between elements; those that end it stand on the empty line behind it. */
function withCodeBlocks(lines: readonly string[]): string[] {
  const read = [...lines];
  for (let index = 0; index < read.length; index += 1) {
    const [whole, language, isLong = ''] = codeBlock.exec(read[index] ?? '') ?? [];
    if (whole === undefined) continue;
    let end = index + 1;
    while (end < read.length && (isLong === '' ? read[end] !== '' : !nextBlock.test(read[end] ?? ''))) end += 1;
    const first = (read[index] ?? '').slice(whole.length);
    read[index] = `<pre>${language === undefined ? '' : `<code class="${language}">`}${first}`;
    if (isLong !== '' && read[end - 1] === '') end -= 1;
    read[end - 1] = `${read[end - 1] ?? ''}${language === undefined ? '' : '</code>'}</pre>`;
    index = end - 1;
  }
  return read;
}

function markup(line: string): string {
  if (line.length > 3000) return line;
  const marked = line
    .replace(/^p(?:\([^()\n]{0,60}\))?\. /, '')
    .replace(/^(h[1-6])\([^()\n]{0,60}\)\. /, '$1. ')
    .replaceAll(/\{\{[<>]?[a-z_]{2,20}(?:\([^()\n]{0,100}\))?\}\}/g, '')
    .replaceAll(/(?<![\w@])@([^@\s](?:[^@\n]{0,200}[^@\s])?)@(?![\w@])/g, '{{$1}}')
    .replaceAll(/ -- (?=\S)| --$/g, ' — ')
    // an address that is its own text
    .replaceAll(/"\$":(?=https?:)/g, '')
    .replaceAll(/"([^"\n]{1,200})":((?:https?:\/\/|[/#])[^\s|,;)]{0,300}[^\s|,;).])/g, '[$1|$2]');
  if (!marked.startsWith('|')) return marked;
  const cells = marked.replaceAll(/\|(?:[<>=^~]{1,2}|[\\/]\d{1,2})\. ?/g, '|');
  // two bars hold an empty cell
  const apart = cells.replaceAll('||', '| |').replaceAll('||', '| |');
  return /\|_[<>=^~]{0,2}\. ?/.test(apart) ? headerRow(apart) : apart;
}

/** A row whose cells are headers as wiki markup writes them: `||A||B||`. */
function headerRow(line: string): string {
  const cells = line.trim().replace(/^\|/, '').replace(/\|$/, '').split('|');
  const isAll = cells.every((cell) => /^_[<>=^~]{0,2}\./.test(cell));
  const texts = cells.map((cell) => cell.replace(/^_[<>=^~]{0,2}\. ?/, '').trim());
  return isAll ? `||${texts.join('||')}||` : `|${texts.join('|')}|`;
}

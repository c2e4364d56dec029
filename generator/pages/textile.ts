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
const codeEnd = /(?:<\/code>)?\s{0,3}<\/pre>/;

/**
 * A page in Textile as the wiki markup that says the same, line by line: code, headers of tables, names between at signs, links. Headings and
 * lists are written alike in both. Never fails.
 */
export function textileAsWiki(text: string): string {
  let isCode = false;
  return text
    .split('\n')
    .map((line) => {
      const [begin, ...others] = line.split(codeEnd);
      if (isCode) {
        if (others.length === 0) return line;
        isCode = false;
        return `${begin ?? ''}{code}${others.join('')}`;
      }
      const [whole, language = ''] = codeBegin.exec(line) ?? [];
      if (whole === undefined) return markup(line);
      isCode = others.length === 0;
      const macro = language === '' ? '{code}' : `{code:${language}}`;
      return isCode ? line.replace(whole, macro) : line.replace(whole, macro).replace(codeEnd, '{code}');
    })
    .join('\n');
}

function markup(line: string): string {
  if (line.length > 3000) return line;
  const marked = line
    .replace(/^(h[1-6])\([^()\n]{0,60}\)\. /, '$1. ')
    .replaceAll(/\{\{[<>]?[a-z_]{2,20}(?:\([^()\n]{0,100}\))?\}\}/g, '')
    .replaceAll(/(?<![\w@])@([^@\s](?:[^@\n]{0,200}[^@\s])?)@(?![\w@])/g, '{{$1}}')
    .replaceAll(/"([^"\n]{1,200})":((?:https?:\/\/|[/#])[^\s|,;)]{0,300}[^\s|,;).])/g, '[$1|$2]');
  if (!marked.startsWith('|')) return marked;
  const cells = marked.replaceAll(/\|(?:[<>=^~]{1,2}|[\\/]\d{1,2})\. ?/g, '|');
  return /\|_[<>=^~]{0,2}\. ?/.test(cells) ? headerRow(cells) : cells;
}

/** A row whose cells are headers as wiki markup writes them: `||A||B||`. */
function headerRow(line: string): string {
  const cells = line.trim().replace(/^\|/, '').replace(/\|$/, '').split('|');
  const isAll = cells.every((cell) => /^_[<>=^~]{0,2}\./.test(cell));
  const texts = cells.map((cell) => cell.replace(/^_[<>=^~]{0,2}\. ?/, '').trim());
  return isAll ? `||${texts.join('||')}||` : `|${texts.join('|')}|`;
}

/** Signs that a page of wiki markup may hold as references of HTML. */
const named: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'", nbsp: ' ' };

/** What small pictures stand for where they are all that a cell holds. */
const pictures: Readonly<Record<string, string>> = {
  '(/)': 'yes',
  '(y)': 'yes',
  '(on)': 'yes',
  '(x)': 'no',
  '(n)': 'no',
  '(off)': 'no',
  '(-)': 'no',
};

/** A sign that is no markup for the backslash before it. */
const escapedSign = /\\([!-/:-@[\]^-`{-~])/g;

/** Text of wiki markup as Markdown writes it: code, bold, links, the words of labels; macros without words are left out. Gives no diagnostics. */
export function wikiText(written: string): string {
  const text = pictures[written.trim().toLowerCase()] ?? written;
  if (!/[*{[&\\!]/.test(text)) return text;
  const codes: string[] = [];
  const keep = (code: string): string => {
    const plain = decoded(code).replaceAll(escapedSign, '$1');
    return `\uE000${codes.push(plain.includes('`') || plain.trim() === '' ? plain : `\`${plain.trim()}\``) - 1}\uE000`;
  };
  return decoded(
    text
      .replaceAll(
        /\{(?:noformat|code)(?::[^{}\n]{0,300})?\}([^\n]{0,2000}?)\{(?:noformat|code)\}/g,
        (_, code: string) => keep(code),
      )
      .replaceAll(/\{\{([^\n]{1,500}?)\}\}(?!\})/g, (_, code: string) => keep(code))
      .replaceAll(/\{status:([^{}\n]{0,300})\}/g, (_, options: string) => /\btitle=([^|]*)/.exec(options)?.[1] ?? '')
      .replaceAll(/\{(?:color|anchor)(?::[^{}\n]{0,200})?\}/g, '')
      .replaceAll(/\[([^\][|\n]{1,300})\|([^\][|\s]{1,500})(?:\|[^\][\n]{0,200})?\]/g, '[$1]($2)')
      .replaceAll(/\[(https?:\/\/[^\][|\s]{1,500})\]/g, '$1')
      .replaceAll(/(^|[\s(,;:])\*([^\s*](?:[^*\n]{0,300}[^\s*])?)\*(?=$|[\s).,;:!?])/g, '$1**$2**')
      .replaceAll(/\\\\(?=\s|$)/g, ' ')
      .replaceAll(escapedSign, '$1'),
  ).replaceAll(/\uE000(\d+)\uE000/g, (_, at: string) => codes[Number(at)] ?? '');
}

/** A text with the signs that references of HTML stand for (HTML, section 13.5). Gives no diagnostics. */
export function decoded(text: string): string {
  return text.replaceAll(
    /&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]{2,5}));/gi,
    (whole, number?: string, hex?: string, name?: string) => {
      if (name !== undefined) return named[name.toLowerCase()] ?? whole;
      const code = number === undefined ? Number.parseInt(hex ?? '', 16) : Number(number);
      return code > 0x1f && code < 0x11_00_00 ? String.fromCodePoint(code) : whole;
    },
  );
}

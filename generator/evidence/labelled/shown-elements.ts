/** Elements of HTML that a page of Markdown may hold, and whether a browser breaks the line at them. */
const blocks = new Set(
  'address article aside blockquote br dd details div dl dt fieldset figure footer form h1 h2 h3 h4 h5 h6 header hr li main nav ol option p pre section select summary table tbody tfoot thead tr ul'.split(
    ' ',
  ),
);
const inlines = new Set(
  'a abbr b button circle code del em g i img input ins kbd label line mark path polygon rect s small span strong sub sup svg td textarea th u'.split(
    ' ',
  ),
);

const tag = /<(\/?)([a-z][a-z\d]{0,15})(?=[\s/>])(?:"[^"]*"|'[^']*'|[^"'<>])*>/gi;

/**
 * What a browser shows of a line that holds elements of HTML, line by line: broken at blocks, with tabs between the cells of a row. A
 * line without any is given back as it is; words in angle brackets that are no elements stay.
 */
export function elementLines(source: string): string[] {
  if (!/<\/?[a-z]/i.test(source)) return [source];
  let text = '';
  let end = 0;
  for (const found of source.matchAll(tag)) {
    const name = (found[2] ?? '').toLowerCase();
    const isBlock = blocks.has(name);
    if (!isBlock && !inlines.has(name)) continue;
    text += source.slice(end, found.index);
    end = found.index + found[0].length;
    if (isBlock) text += '\n';
    else if (/^t[dh]$/.test(name) && found[1] === '/') text += '\t';
  }
  if (end === 0) return [source];
  const lines = `${text}${source.slice(end)}`.split('\n').map((one) => one.trim());
  return lines.filter((one) => one !== '');
}

const entities: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', nbsp: ' ', apos: "'" };

/** A text with the characters that its entities stand for, as far as these are common. */
export function decoded(text: string): string {
  if (!text.includes('&')) return text;
  return text.replaceAll(
    /&(?:([a-z]{2,5})|#(\d{2,5}));/g,
    (whole, name: string | undefined, code: string | undefined) =>
      name === undefined ? String.fromCodePoint(Number(code)) : (entities[name] ?? whole),
  );
}

/** Names of document attributes with their values. */
export type AsciidocAttributes = ReadonlyMap<string, string>;

/** References to attributes that are signs in every document (AsciiDoc, character replacement attributes). */
const signs: Readonly<Record<string, string>> = {
  nbsp: '\u00A0',
  sp: ' ',
  empty: '',
  blank: '',
  zwsp: '',
  vbar: '|',
  asterisk: '*',
  plus: '+',
  backtick: '`',
  lt: '<',
  gt: '>',
  amp: '&',
  startsb: '[',
  endsb: ']',
  'two-colons': '::',
};

const method = '(?:GET|PUT|POST|DELETE|OPTIONS|HEAD|PATCH)';
const linkText = /\blink:[^\s[\]]{1,300}\[([^\][\n]{0,300})\]/g;
const endpointInQuotes = new RegExp(`^'(${method} [^'\\n]{1,300})'$`);

/**
 * Text of AsciiDoc as Markdown writes it: code, bold, links and cross references, attributes by their values. What is no
 * attribute of the document stays, but for titles that files elsewhere hold (`{api-request-title}`), which are read as their words.
 */
export function asciidocText(written: string, attributes: AsciidocAttributes): string {
  if (!/[*`+<[{:'_^\\]/.test(written)) return written;
  const codes: string[] = [];
  const keep = (code: string): string => `\uE000${codes.push(code) - 1}\uE000`;
  return (
    written
      .replace(
        endpointInQuotes,
        (_, endpoint: string) => `\`${endpoint.replaceAll(linkText, '$1').replaceAll('\\', '')}\``,
      )
      // an escaped brace begins no attribute
      .replaceAll('\\{', '\uE001')
      .replaceAll(
        /\{([\w-]{1,60})\}/g,
        (whole, name: string) => attributes.get(name) ?? signs[name] ?? titleWords(whole, name),
      )
      .replaceAll(/`{1,2}\+{0,3}([^`\n]{1,1000}?)\+{0,3}`{1,2}/g, (_, code: string) => keep(`\`${code}\``))
      .replaceAll(/(?<![\w+])\+{1,3}([^\s+][^+\n]{0,300}?)\+{1,3}(?![\w+])/g, (_, code: string) => keep(`\`${code}\``))
      .replaceAll(/\\([*_#`+~^<[])/g, (whole, sign: string) => keep(/[*`[<]/.test(sign) ? whole : sign))
      .replaceAll(/\[\[[\w.:-]{1,200}(?:,[^\][]{0,200})?\]\]/g, '')
      .replaceAll(/<<([^<>,\n]{1,200}),\s?([^<>\n]{1,300})>>/g, (_, id: string, text: string) => linkTo(id, text))
      .replaceAll(/<<([^<>\s,]{1,200})>>/g, (_, id: string) => linkTo(id, id))
      .replaceAll(/\bxref:([^\s[\]]{1,300})\[([^\][\n]{0,300})\]/g, (_, id: string, text: string) => linkTo(id, text))
      .replaceAll(
        /(?:\blink:|(?=https?:\/\/))([^\s[\]<>]{1,500})\[([^\][\n]{0,300})\]/g,
        (_, to: string, text: string) =>
          link(to, text === '' || text === '^' ? to : text.replace(/\^$|,\s?window=.*$/, '')),
      )
      .replaceAll(/\b(?:pass:[a-z,]{0,20}|kbd:|btn:|menu:)\[([^\][\n]{0,300})\]/g, '$1')
      .replaceAll(/\bicon:check[\w-]{0,20}\[[^\][]{0,100}\]/g, '✓')
      .replaceAll(/(?:\[[.#%][\w.#%-]{1,60}\])(?=[*_#`\uE000])/g, '')
      .replaceAll(/(^|[\s(,;:|>"'])\*([^\s*][^*\n]{0,300})(?<=\S)\*(?=$|[\s).,;:!?|<"'])/g, '$1**$2**')
      .replaceAll(/__([^_\n]{1,300})__/g, '_$1_')
      .replaceAll(/\s\+$/gm, '  ')
      .replaceAll(/\uE000(\d+)\uE000/g, (_, at: string) => codes[Number(at)] ?? '')
      .replaceAll('\uE001', '{')
      .replaceAll(/(?<=[^\u00A0])\u00A0+/g, ' ')
  );
}

function linkTo(id: string, text: string): string {
  const target = id.replace(/\.(?:adoc|asciidoc)(?=#|$)/, '').replaceAll(/[()\s]/g, '');
  return `[${text}](${/[#/]/.test(target) ? target : `#${target}`})`;
}

function link(to: string, text: string): string {
  return `[${text}](${to.replaceAll(/[()]/g, (sign) => encodeURIComponent(sign))})`;
}

function titleWords(whole: string, name: string): string {
  return /^[a-z][\w-]*-title$/.test(name) ? name.replace(/-title$/, '').replaceAll('-', ' ') : whole;
}

/** The marker of an item of a list, and what stands behind it on its line. */
export interface AsciidocMarker {
  /** What is the same for items of one list: `*`, `**`, `.`, `::`. */
  readonly kind: string;
  /** The term that an item of a description list describes. */
  readonly term?: string;
  readonly rest: string;
}

const bulleted = /^\s*(\*{1,5}|-|\.{1,5}|\d{1,3}\.)\s+(\S.*)$/;
const described = /^\s{0,40}(\S(?:.{0,300}?\S)?)(:{2,4}|;;)(?:\s(.*))?$/;

/** The marker that a line begins an item with; undefined for any other line. */
export function asciidocMarker(line: string): AsciidocMarker | undefined {
  if (line.length > 5000) return undefined;
  const [, mark, rest = ''] = bulleted.exec(line) ?? [];
  if (mark !== undefined) return { kind: /^\d/.test(mark) ? '1.' : mark, rest };
  const [, term = '', kind, text = ''] = described.exec(line) ?? [];
  // a block macro (`include::x[]`), an attribute, or a word of code
  const isTerm = kind !== undefined && !/^(?:\/\/|:|\|)/.test(term) && !/`[^`]*$/.test(term.replaceAll(/`[^`]*`/g, ''));
  return isTerm ? { kind, term, rest: text.trim() } : undefined;
}

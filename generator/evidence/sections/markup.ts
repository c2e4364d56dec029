/** A link in a text. */
export interface Link {
  readonly text: string;
  readonly target: string;
}

const linkPattern = /!?\[([^\][]*)\]\(([^()\s]*)(?:\s[^()]*)?\)/g;

/** The links of a Markdown text, in order. Gives no diagnostics. */
export function links(source: string): Link[] {
  return [...source.matchAll(linkPattern)].flatMap(([whole, text = '', target = '']) =>
    whole.startsWith('!') ? [] : [{ text: plainText(text), target }],
  );
}

const entities: Readonly<Record<string, string>> = {
  nbsp: ' ',
  emsp: ' ',
  ensp: ' ',
  lt: '<',
  gt: '>',
  amp: '&',
  quot: '"',
  apos: "'",
  ast: '*',
  check: '✓',
};

/** What character references stand for; a missing semicolon is forgiven (`&nbsp`), an unknown name stays. */
function decoded(source: string): string {
  return source.replaceAll(/&(?:#(\d{1,6})|([a-z]{2,8}))(?:;|(?![\w=]))/gi, (whole, code?: string, name?: string) => {
    if (code !== undefined) return Number(code) <= 0x10ffff ? String.fromCodePoint(Number(code)) : whole;
    const known = (name ?? '').toLowerCase();
    return Object.hasOwn(entities, known) ? (entities[known] ?? whole) : whole;
  });
}

/** A red star behind a name, by which pages mark what is required, as the word. */
const redStar =
  /<(mark|span|font|b|strong|em|sup|abbr)\b[^<>]{0,60}(?:\bred\b|#[ef][0-9a-f]{0,2}0{2}[0-9a-f]{0,3}\b|\brequired\b)[^<>]{0,60}>\s{0,3}(?:<b>)?\\?\*(?:<\/b>)?\s{0,3}<\/\1>/gi;

/** A text in which red stars behind names are words: `(required)`. */
export function withRequiredStars(source: string): string {
  return source.replaceAll(redStar, ' (required)');
}

/** Marks of a field that a page sets apart: `<i class="label">mandatory</i>`. */
const marks =
  /<(i|b|em|strong|small|span|sup|mark|font|div)\b[^<>]{0,120}>\s{0,3}(required|mandatory|optional|deprecated|nullable|(?:read|write)[- ]?only)\s{0,3}<\/\1>/gi;

/** A component that is such a mark: `<Required />`. */
const wordTag = /<(Required|Optional|Deprecated)\s{0,3}\/>/g;

/** A component that shows a word or two: `<Badge text="string" />`. */
const badge = /<[A-Z]\w{0,40}\s[^<>]{0,200}?\b(?:text|label)=["']([A-Za-z][\w[\]<>| -]{0,40})["'][^<>]{0,200}\/>/g;

/** A text without tags (`<br/>` becomes a space); code spans keep what looks like a tag; placeholders and `List<Part>` stay. */
export function withoutTags(source: string): string {
  return /[<&]/.test(source) ? withoutMarkup(source) : source;
}

function withoutMarkup(source: string): string {
  return source
    .replaceAll(/&nbsp;?/g, ' ')
    .replaceAll(marks, ' ($2) ')
    .replaceAll(wordTag, (_, mark: string) => ` (${mark.toLowerCase()}) `)
    .replaceAll(badge, (whole, text: string) => (/^[A-Z]{3,7}$/.test(text) ? whole : ` (${text}) `))
    .replaceAll(
      /(`[^`]*`)|<\/?(?:br|[A-Z][\w.]*|[a-z]+)(?:\s[^<>]*)?\/?>/g,
      (whole, code: string | undefined, at: number) => {
        if (code !== undefined) return code;
        // one that is escaped is none
        if (source[at - 1] === '\\') return whole;
        if (/^<[A-Z]\w*>$/.test(whole) && /\w/.test(source[at - 1] ?? '')) return whole;
        return /^<\/?(?:[A-Z]|(?:a|abbr|b|big|br|center|cite|code|del|details|div|em|font|i|img|ins|kbd|li|mark|ol|p|q|s|small|span|strong|sub|summary|sup|table|tbody|td|th|thead|tr|tt|u|ul)\b)/.test(
          whole,
        )
          ? ' '
          : whole;
      },
    );
}

/** A name or another literal as it stands in Markdown: escapes and character references undone, emphasis around it taken off. */
export function literalText(source: string): string {
  const text = decoded(withoutTags(source)).replaceAll(linkPattern, '$1').replaceAll('`', '').trim();
  return text
    .replace(/^(\*\*|__|\*|_)(.+)\1$/s, '$2')
    .replaceAll(/\\([\\`*_{}[\]()#+.!|<>?~-])/g, '$1')
    .trim();
}

/** A component beside the words of a title, with what it shows. */
const beside = /<([A-Z]\w{0,60})\b[^<>]{0,300}(?:\/>|>[^<>]{0,60}<\/\1>)/g;

/** A title without the components beside its words (`Dig a pond <Badge text="beta" />`). Gives no diagnostics. */
export function titleText(source: string): string {
  const words = source.replaceAll(beside, ' ').replaceAll(/\s+/g, ' ').trim();
  return words === '' ? source : words;
}

/** A text with the words of its links, and without what they lead to. */
export function withoutLinks(text: string): string {
  return text.replaceAll(/\[([^\][]{1,100})\]\([^()\s]{0,300}\)/g, '$1');
}

/**
 * What a reader sees of a short Markdown text, in one line: no tags, link targets, emphasis, code marks or escapes; code keeps its
 * stars and underscores.
 */
export function plainText(source: string): string {
  const text = /[<&[*_`\\]/.test(source) ? withoutMarks(source) : source;
  return text.replaceAll(/\s+/g, ' ').trim();
}

function withoutMarks(source: string): string {
  return decoded(withoutTags(source))
    .replaceAll(linkPattern, '$1')
    .replaceAll(
      /`([^`]*)`|\*\*|`|(?<![\w\\])[*_](?=\S)|(?<=[^\s\\])[*_](?!\w)/g,
      (_, code: string | undefined) => code ?? '',
    )
    .replaceAll(/\\([\\`*_{}[\]()#+.!|<>?~-])/g, '$1');
}

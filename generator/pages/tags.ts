import { elementText } from './elements.ts';
import { expressionText, type ExpressionText } from './expression-text.ts';
import { readTag, type LengthBudget, type Tag } from './tag.ts';
import { readTemplateTag, type TagEnds } from './template-tag.ts';

/** Elements that belong to the running text; they stay part of the Markdown around them. */
const inlineNames = new Set(
  `a abbr acronym b bdi bdo big br cite code data del dfn em font i img input ins kbd label mark q s samp small
  strike strong sub sup time tt u var wbr`.split(/\s+/),
);

const blockNames = new Set(
  `address article aside blockquote body center dd details dialog div dl dt fieldset figcaption figure footer form
  h1 h2 h3 h4 h5 h6 head header hr html iframe legend li main menu nav ol p pre script section slot source span style
  summary svg table tbody td template tfoot th thead title tr ul video`.split(/\s+/),
);

/** A stretch of a text to leave out: a comment, a script or a style. */
export interface Cut {
  readonly start: number;
  readonly end: number;
}

/** What `findTags` found, in document order. */
interface TagList {
  readonly tags: readonly Tag[];
  readonly cuts: readonly Cut[];
}

interface Scan {
  readonly text: string;
  readonly tags: Tag[];
  readonly cuts: Cut[];
  /** Opening tags left in the running text, by name: their end tags stay there, too. */
  readonly inline: Map<string, number>;
  /** Whether text that is no tag stands before the current offset on its line. */
  inText: boolean;
  /** The end of the paragraph last looked at, and lengths of backtick runs known to have no partner in it. */
  paragraphEnd: number;
  unmatched: Set<number>;
  /** How comments begin that end nowhere in what is left of the text. */
  readonly endless: Set<string>;
  readonly ends: TagEnds;
  readonly budget: LengthBudget;
}

/**
 * Finds the tags in a Markdown text from offset `from` on that make up its structure: components and block
 * elements that begin a line, and their end tags. Tags in code spans and fences are code (CommonMark 0.31, sections
 * 4.5 and 6.1); tags within running text, of inline elements, and placeholders such as `<token>` are text. Never fails; linear in the
 * length of the text.
 */
export function findTags(text: string, from: number): TagList {
  const scan: Scan = {
    text,
    tags: [],
    cuts: [],
    inline: new Map(),
    inText: false,
    paragraphEnd: 0,
    unmatched: new Set(),
    endless: new Set(),
    ends: new Map(),
    budget: { left: text.length },
  };
  let at = from;
  while (at < text.length) at = fenceEnd(text, at) ?? scanLine(scan, at);
  return { tags: withoutPlaceholders(scan.tags), cuts: scan.cuts };
}

/** The offset after the fenced code block that begins on the line at `at`; to the end of the text if it is never closed. */
function fenceEnd(text: string, at: number): number | undefined {
  const opening = /[ \t]*(?:(?:>|[-*+]|\d{1,9}[.)])[ \t]+)*(`{3,}(?=[^`\n]*(?:\n|$))|~{3,})/y;
  opening.lastIndex = at;
  const fence = opening.exec(text)?.[1];
  if (fence === undefined) return undefined;
  const closing = new RegExp(`\\n[ \\t>]*${fence.charAt(0)}{${fence.length},}[ \\t]*(?=\\n|$)`, 'g');
  closing.lastIndex = opening.lastIndex;
  const end = closing.test(text) ? closing.lastIndex : text.length;
  return end + 1;
}

/** Scans from `at` to the next line and returns where that begins. */
function scanLine(scan: Scan, start: number): number {
  const { text } = scan;
  const special = /[\n`<\\{]/g;
  scan.inText = false;
  let at = start;
  for (;;) {
    special.lastIndex = at;
    const next = special.exec(text)?.index ?? text.length;
    if (/\S/.test(text.slice(at, next))) scan.inText = true;
    if (next >= text.length || text[next] === '\n') return next + 1;
    at = scanSpecial(scan, next);
  }
}

/** Handles the special character at `at` and returns where to go on. */
function scanSpecial(scan: Scan, at: number): number {
  const { text } = scan;
  const char = text.charAt(at);
  if (char === '<' || char === '{') {
    const end = cutEnd(scan, at) ?? tagEnd(scan, at);
    if (end !== undefined) return end;
    const expression = expressionText(text, at);
    // elements in it are what is shown
    const isMarkup = expression && /^\s{0,20}<[A-Za-z!]/.test(text.slice(expression.from, expression.from + 30));
    if (expression && !isMarkup) return shownText(scan, expression);
  }
  scan.inText = true;
  if (char === '`') return codeSpanEnd(scan, at);
  return char === '\\' && text[at + 1] !== '\n' ? at + 2 : at + 1;
}

/**
 * Takes in a text that is written as an expression and returns where it ends: code, where it is all that an element holds and has several
 * lines, or its element shows code; else the running text that it is.
 */
function shownText(scan: Scan, { start, from, to, end }: ExpressionText): number {
  const { text, tags } = scan;
  const tag = tags.at(-1);
  const written = text.slice(from, to);
  const isAll =
    tag?.kind === 'open' &&
    start - tag.end <= 200 &&
    text.slice(tag.end, start).trim() === '' &&
    text.startsWith(`</${tag.name}`, end + (/^\s{0,200}/.exec(text.slice(end, end + 200))?.[0].length ?? 0));
  if (isAll && (written.includes('\n') || /code|pre|highlight|json|snippet/i.test(tag.name))) {
    const code = written.replaceAll(/\\([`$\\])/g, '$1');
    tags.push({ kind: 'empty', name: 'pre', attributes: tag.attributes, start, end, code });
    return end;
  }
  scan.inText = true;
  return end;
}

/** How comments begin and end: in HTML, MDX, Hugo, Handlebars, Jinja, Liquid and Markdoc. */
const comments: readonly (readonly [open: string, close: RegExp])[] = [
  ['<!--', /-->/g],
  ['{/*', /\*\/\}/g],
  ['{{/*', /\*\/\}\}/g],
  ['{{!--', /--\}\}/g],
  ['{# ', /#\}/g],
  ['{% comment %}', /\{% (?:end|\/)comment %\}/g],
];

/** Where a comment that begins at `at` ends. */
function cutEnd(scan: Scan, at: number): number | undefined {
  const { text, endless } = scan;
  const [open, close] = comments.find(([begin]) => text.startsWith(begin, at)) ?? [];
  if (open === undefined || close === undefined || endless.has(open)) return undefined;
  close.lastIndex = at + open.length;
  const found = close.test(text);
  if (!found && open !== '<!--') {
    endless.add(open);
    return undefined;
  }
  const end = found ? close.lastIndex : text.length;
  scan.cuts.push({ start: at, end });
  return end;
}

/** Takes in the tag at `at` and returns its end; undefined if none stands there or it belongs to the running text. */
function tagEnd(scan: Scan, at: number): number | undefined {
  const tag =
    scan.text.charAt(at) === '<' ? readTag(scan.text, at, scan.budget) : readTemplateTag(scan.text, at, scan.ends);
  if (!tag) return undefined;
  const raw = tag.kind === 'open' ? rawElement(scan, tag) : undefined;
  if (raw !== undefined) return raw;
  if (isInline(scan, tag)) {
    scan.inText = true;
    return tag.end;
  }
  scan.tags.push(tag);
  if (tag.kind === 'close') scan.inText = false;
  return tag.end;
}

/** Components that show a word or a sign in the line where they stand. */
const badge = /(?:badge|label|pill|chip|method|verb|icon|tag)$/i;

/** Whether a badge begins a line on which text follows it: `<Badge text="GET" /> /items`. */
function leadsText({ text }: Scan, tag: Tag): boolean {
  if (tag.isTemplate || !/^[A-Z]/.test(tag.name) || !badge.test(tag.name)) return false;
  const line = text.slice(tag.end, tag.end + 300).split('\n')[0] ?? '';
  const close = `</${tag.name}>`;
  const at = tag.kind === 'open' ? line.indexOf(close) : 0;
  const rest = at === -1 ? '' : line.slice(at + (tag.kind === 'open' ? close.length : 0)).trim();
  return rest !== '' && !rest.startsWith('<');
}

function isInline(scan: Scan, tag: Tag): boolean {
  const count = scan.inline.get(tag.name) ?? 0;
  if (tag.kind === 'close') {
    if (count > 0) scan.inline.set(tag.name, count - 1);
    return count > 0 || (inlineNames.has(tag.name) && !tag.isTemplate);
  }
  const inline = scan.inText || (inlineNames.has(tag.name) && !tag.isTemplate) || leadsText(scan, tag);
  if (inline && tag.kind === 'open') scan.inline.set(tag.name, count + 1);
  return inline;
}

/** Elements whose inside is no Markdown: scripts and styles are left out, `<pre>` becomes code. */
function rawElement(scan: Scan, tag: Tag): number | undefined {
  if (scan.inText) return undefined;
  if (tag.isTemplate && tag.name === 'highlight') return highlighted(scan, tag);
  if (tag.isTemplate || !/^(?:script|style|pre)$/i.test(tag.name)) return undefined;
  const closing = new RegExp(`</${tag.name}\\s*>`, 'gi');
  closing.lastIndex = tag.end;
  const match = closing.exec(scan.text);
  const end = match ? closing.lastIndex : scan.text.length;
  if (tag.name.toLowerCase() === 'pre') {
    const shown = elementText(scan.text.slice(tag.end, match?.index ?? end));
    const whole = expressionText(shown.trim(), 0);
    const code = whole?.end === shown.trim().length ? shown.trim().slice(whole.from, whole.to) : shown;
    scan.tags.push({ ...tag, kind: 'empty', end, code });
  } else {
    scan.cuts.push({ start: tag.start, end });
  }
  return end;
}

/** Takes in the code between `{% highlight json %}` and its end (Liquid, Hugo); undefined where that is missing. */
function highlighted(scan: Scan, tag: Tag): number | undefined {
  const closing = /\{%-?\s{0,5}endhighlight\s{0,5}-?%\}|\{\{[<%]\s{0,5}\/\s{0,5}highlight\s{0,5}[%>]\}\}/g;
  closing.lastIndex = tag.end;
  const match = closing.exec(scan.text);
  if (!match) return undefined;
  scan.tags.push({
    ...tag,
    kind: 'empty',
    end: closing.lastIndex,
    code: scan.text.slice(tag.end, match.index).trimEnd(),
  });
  return closing.lastIndex;
}

/** Where the code span at `at` ends; after its backticks if they have no partner in the paragraph. */
function codeSpanEnd(scan: Scan, at: number): number {
  const { text } = scan;
  const run = /`+/y;
  run.lastIndex = at;
  const length = run.exec(text)?.[0].length ?? 1;
  if (at >= scan.paragraphEnd) {
    const end = /\n[ \t]*(?:\n|<[A-Za-z/]|`{3}|~{3})/g;
    end.lastIndex = at;
    scan.paragraphEnd = end.exec(text)?.index ?? text.length;
    scan.unmatched = new Set();
  }
  if (scan.unmatched.has(length)) return at + length;
  const runs = /`+/g;
  runs.lastIndex = at + length;
  for (let match = runs.exec(text); match && match.index < scan.paragraphEnd; match = runs.exec(text)) {
    if (match[0].length === length) return runs.lastIndex;
  }
  scan.unmatched.add(length);
  return at + length;
}

/**
 * Drops start tags that are never ended and so are likely no tags: `<token>`. A block element that is never
 * ended counts as empty; a component with attributes stays open.
 */
function withoutPlaceholders(tags: readonly Tag[]): Tag[] {
  const ends = new Map<string, number>();
  const kept: Tag[] = [];
  for (const tag of tags.toReversed()) {
    const count = ends.get(tag.name) ?? 0;
    if (tag.kind === 'close') ends.set(tag.name, count + 1);
    if (tag.kind === 'open') ends.set(tag.name, Math.max(0, count - 1));
    const known = blockNames.has(tag.name.toLowerCase());
    const valued = Object.values(tag.attributes).some((value) => value !== '');
    if (tag.kind !== 'open' || count > 0 || (valued && !tag.isTemplate)) kept.push(tag);
    else if (known || tag.isTemplate) kept.push({ ...tag, kind: 'empty' });
  }
  return kept.toReversed();
}

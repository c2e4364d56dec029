import { labelledNote, firstNotes, readNotes, typeAndValue, typeWordsOf, type FieldNotes } from './list-notes.ts';
import { isClassName } from './type-notations.ts';

/** Notes without marks that take the rest of the line behind a marked name, or what of it no marks take: `**to** string, required`, `**to** string **Required**`. */
export function lineNotes(text: string, { isBare }: { readonly isBare: boolean }): TakenNotes | undefined {
  const [whole = '', inner = ''] =
    /^[ \t]{1,4}([A-Za-z][\w<>[\]|, -]{1,60}?)[ \t]{0,4}(?=\n|$|[*_([`])/.exec(text) ?? [];
  const read = isBare || whole === '' ? undefined : readNotes(inner);
  if (!read || read.unread.length > 0) return undefined;
  const rest = text.slice(whole.length);
  const more: TakenNotes | undefined = /^(?:\n|$)/.test(rest) ? undefined : takeNotes(rest, false);
  if (!more) return { notes: read.notes, unread: [], found: true, rest };
  const isWhole = more.found && more.unread.length === 0 && /^\s*(?:\n|$)/.test(more.rest);
  // a remark in italics behind the comma: `string, *may be absent*`
  const isRemark = !isWhole && /,\s{0,4}$/.test(whole) && /^(\*|_)[a-z][^\n]{1,200}\1\s*(?:\n|$)/.test(rest);
  if (isRemark) return { notes: read.notes, unread: [], found: true, rest: ` ${rest}` };
  return isWhole ? { ...more, notes: { ...more.notes, ...read.notes } } : undefined;
}

/** The notes in front of a text. */
export interface TakenNotes {
  readonly notes: FieldNotes;
  readonly unread: readonly string[];
  readonly found: boolean;
  readonly rest: string;
}

/** One note in front of a text, with its marks. */
const noteForms: readonly RegExp[] = [
  /^`{1,2}\(([^`\n]{1,300}?)\)?`{1,2}\)?/,
  /^[*_]{0,2}\(([^()\n]{1,300}(?:\([^()\n]{0,100}\)[^()\n]{0,100})?)\)[*_]{0,2}/,
  /^[*_]{0,2}\[([^\][\n]{1,200})\](?!\()[*_]{0,2}/,
  /^\{([^{}\n]{1,200})\}/,
  /^<([a-z][^<>\n]{0,100})>(?=\s|$)/,
  /^`([^`\n]{1,100})`/,
  /^[*_]{1,2}\[([^\][\n]{1,100})\]\([^()\s]{0,200}\)[*_]{1,2}/,
  /^\*{1,2}([^*\n]{1,100})\*{1,2}/,
  /^_{1,2}([^_\n]{1,100})_{1,2}/,
];

/** A note without marks, where a separator stands before it: `: string, required. The name`. */
const plainNote =
  /^((?:an? |\[\])?(?:[A-Za-z]\w{0,20}[<[]\w{1,20},\s?[\w<>]{1,40}[>\]]|[A-Za-z][\w<>[\]| -]{0,50}?)(?:,\s*(?:required|optional|nullable))?)(?=\s*(?:$|[.;:](?:\s|$)|\s[-–—](?:\s|$)|\s\((?:required|optional|nullable|deprecated|default)\b|\n|,\s*default\b))/i;

/**
 * Takes the notes from the begin of what follows a name: each in parentheses, brackets, code or italics; where a separator stood
 * before (`separated`) also without. Where the type is known (`isTyped`), words in code that exclude each other are values. Gives no diagnostics.
 */
export function takeNotes(text: string, separated: boolean, isTyped = false): TakenNotes {
  let rest = text;
  const read: OneNote[] = [];
  for (let count = 0; count < 6; count += 1) {
    // A component in between, such as a badge, says nothing of the value.
    rest = rest.replace(/^[\s,]*<[A-Z]\w{0,40}[^<>\n]{0,100}\/>/, '');
    const [space = ''] = /^\s*,?\s*/.exec(rest) ?? [];
    const start = rest.slice(space.length);
    const note =
      markedNote(start) ??
      (count > 0 && space.includes(',') ? codeBehindLabel(start) : undefined) ??
      (!separated && count === 0 ? typeNote(start) : undefined) ??
      (separated && count === 0 ? (bareNote(start) ?? linkNote(start) ?? presenceNote(start)) : undefined) ??
      (separated ? undefined : noteBeforeDash(start)) ??
      (count > 0 && (separated || space.includes(',') || loudMark.test(start)) ? presenceNote(start) : undefined);
    // a word of which others are told apart is a value, and no type: `json` | `media`
    const isKnown = isTyped || read.some((one) => one.notes.words !== undefined);
    const isValue = isKnown && /^`[^`\n]{1,100}`\s?\|\s?`/.test(start);
    if (!note || isValue) break;
    read.push(note);
    rest = start.slice(note.length).replace(separated ? /^\s*[.:,;–—-](?=\s|$)/ : /^(?!)/, '');
  }
  const notes = firstNotes(read.map((one) => one.notes));
  return { notes, unread: read.flatMap(({ unread }) => unread), found: read.length > 0, rest };
}

/** A label of a note with its value in code: `` format: `int32` ``, `` possible values: `"a", "b"` ``. */
function codeBehindLabel(text: string): OneNote | undefined {
  const [whole = '', label = '', code = ''] = /^([A-Za-z][a-z ]{2,30}):\s{1,3}`([^`\n]{1,1900})`/.exec(text) ?? [];
  const notes = whole === '' ? undefined : labelledNote(label, code);
  return notes && { notes, unread: [], length: whole.length };
}

/** A mark that its capitals tell from a text. */
const loudMark = /^(?:REQUIRED|OPTIONAL)\b/;

interface OneNote {
  readonly notes: FieldNotes;
  readonly unread: readonly string[];
  readonly length: number;
}

/** A link to what a value is, alone or as a list, or a list of a class: `[Meta](#meta) object`, `array of [Meta](#meta)`, `[]Part`. */
const typeReference =
  /^(?:\[\]\s?|(?:an? )?(?:array|list|map) of )?\[[^\][]{1,100}\]\([^()\s]{1,200}\)(?:\[\]|\s(?:objects?|array|list))?(?:\s(?:or|\|)\snull)?$|^\[\][A-Z][A-Za-z]{1,60}$/i;

/** Whether words name a class and nothing else: `BoxSpec`, `Box object`; one word alone may be any. */
function namesClass(words: string): boolean {
  const [, name = '', behind] = /^(?:an?\s)?([A-Z]\w{1,100})(\sobjects?)?$/.exec(words) ?? [];
  return isClassName(name) && (behind !== undefined || /[a-z\d][A-Z]/.test(name));
}

/** A type that a link names, and what is said of it behind a colon: `[Meta](#meta): <required>`, `array<[Meta](#meta)>: nil`. */
const referenceAndValue =
  /^((?:array|list|map)<\[[^\][<>]{1,100}\]\([^()\s]{1,200}\)>|[^:]{0,20}\[[^\][]{1,100}\]\([^()\s]{1,200}\)[^:]{0,20}):\s{0,3}(<?(?:required|optional)>?|nil|null|none|"[^"]{0,60}"|\[\]|\{\}|true|false|-?\d[\d.]{0,20})$/i;

/** A note that begins with such a type: `[Meta](#meta) object, required`. */
function referenceNote(text: string): Omit<OneNote, 'length'> | undefined {
  const [, type = '', behind = ''] = referenceAndValue.exec(text) ?? [];
  const named = type.trim().replace(/^(array|list|map)<(.*)>$/i, '$1 of $2');
  const said = typeReference.test(named) ? typeAndValue(`object: ${behind}`) : undefined;
  if (said) return { notes: { ...said, words: named }, unread: [] };
  const at = text.indexOf(', ');
  const words = at === -1 ? text : text.slice(0, at);
  if (!typeReference.test(words) && !namesClass(words)) return undefined;
  const more = at === -1 ? undefined : readNotes(text.slice(at + 2));
  return at !== -1 && !more ? undefined : { notes: { ...more?.notes, words }, unread: more?.unread ?? [] };
}

/** A note in code that a link parts: `` `(`[`Meta`](#meta)`: <required>)` ``. */
const partedNote = /^`\(([^`\n]{0,40})`\[`?([^`\][\n]{1,100})`?\]\(([^()\s]{1,200})\)`([^`\n]{0,100})\)`/;

/** The same as HTML writes it: `<code>([Meta](#meta): &lt;required&gt;)</code>`. */
const codeElement = /^<code>\(([^\n]{1,300}?)\)<\/code>/;

/** A list in code by its items in parentheses: `` `(string | integer)[]` ``. */
const bracketedList = /^`(\([^()`\n]{1,60}\)\[\])`/;

function markedNote(text: string): OneNote | undefined {
  const [list = '', items = ''] = bracketedList.exec(text) ?? [];
  const words = items === '' ? undefined : typeWordsOf(items);
  if (words !== undefined) return { notes: { words }, unread: [], length: list.length };
  const [parted = '', before = '', name = '', target = '', behind = ''] = partedNote.exec(text) ?? [];
  const [element = '', within = ''] = codeElement.exec(text) ?? [];
  const whole = parted === '' ? within : `${before}[${name}](${target})${behind}`;
  const linked = referenceNote(whole.replaceAll('&lt;', '<').replaceAll('&gt;', '>'));
  if (linked) return { ...linked, length: (parted || element).length };
  for (const [index, form] of noteForms.entries()) {
    const match = form.exec(text);
    if (!match) continue;
    const inner = (match[1] ?? '').trim();
    const isListed = /^(?:an?\s)?(?:array|list|map)\sof\s\[/i.test(inner);
    const isEmphasis = index > 6 && inner.includes('](');
    const referred = index === 1 || isListed || isEmphasis ? referenceNote(inner) : undefined;
    const read = referred ?? readNotes(inner);
    if (read) return { ...read, length: match[0].length };
    // What stands in code and parentheses right after the name is the name of a type.
    if (index === 0 && /^[A-Za-z][\w.<>[\]|:" *-]*$/.test(inner)) {
      return { notes: namedType(inner), unread: [], length: match[0].length };
    }
  }
  return undefined;
}

/** A link of one word right behind a name, and at most a remark in italics behind it: `[box](box.md), *may be absent*`. */
function typeNote(text: string): OneNote | undefined {
  const [whole = '', words] =
    /^(\[(?!(?:see|more|here|link|docs?|details|example|note)\])[A-Za-z]\w{1,60}\]\([^()\s]{1,200}\))(?:,\s{1,4}(?=[*_])|(?=\s{0,4}(?:,\s{0,4}(?:required|optional)\b|\n|$)))/.exec(
      text,
    ) ?? [];
  return words === undefined ? undefined : { notes: { words }, unread: [], length: whole.length };
}

/** A link that is all that is said of a type: `: [Box](#box), required`. */
function linkNote(text: string): OneNote | undefined {
  const [whole] = linkOnly.exec(text) ?? [];
  return whole === undefined ? undefined : { notes: { words: whole }, unread: [], length: whole.length };
}

const linkOnly =
  /^(?:\[\]\s?|(?:array|list)\sof\s)?\[[^\][\n]{1,100}\]\([^()\s]{1,200}\)(?=\s{0,4}(?:,\s|\.(?:\s|$)|\((?:required|optional)\)|\n|$))/i;

/** Words for a type, or a link to one, without marks before the dash that a text follows: `` `limit` integer - How many ``. */
function noteBeforeDash(text: string): OneNote | undefined {
  const [words = ''] = /^[A-Za-z[][^\n`*]{1,200}?(?=\s(?:-{1,3}|[–—])(?:\s|$))/.exec(text.slice(0, 300)) ?? [];
  const read = typeReference.test(words) || typeWordsOf(words) !== undefined ? { words } : undefined;
  return read && { notes: read, unread: [], length: words.length };
}

/** A word behind the comma that a note ends in: `([]Part), required`. */
function presenceNote(text: string): OneNote | undefined {
  const [word] =
    /^(?:required|optional|nullable|deprecated|(?:read|write)-?only)\b(?=\s{0,4}(?:[.,;:(\n]|[–—]\s|$))/i.exec(text) ??
    [];
  const read = word === undefined ? undefined : readNotes(word);
  return read && word !== undefined ? { ...read, length: word.length } : undefined;
}

function namedType(text: string): FieldNotes {
  const [, type = text] = /^([\w.<>[\]|-]{1,80})\s{0,9}:/.exec(text) ?? [];
  return /^[A-Z]\w*$/.test(type) ? { words: type } : {};
}

const itemWords = '(?:string|str|int|integer|long|number|bool|boolean|object|uuid|float|double)s?';

/** Items, or values of a map, of which not the words for types alone tell: `a list of tags`. */
const otherItems = new RegExp(
  String.raw`\bof\s+(?!(?:(?:array|list)s?\s+of\s+)?${itemWords}$|${itemWords}\s+to\s+${itemWords}$)`,
  'i',
);

function bareNote(text: string): OneNote | undefined {
  const match = plainNote.exec(text);
  const inner = match?.[1] ?? '';
  const first = inner.replace(/,\s*(?:required|optional|nullable)$/i, '');
  const referred = namesClass(first.trim()) ? referenceNote(inner) : undefined;
  if (referred && match) return { ...referred, length: match[0].length };
  const words = typeWordsOf(first);
  // `a list of tags` is a description; a note names types only
  const isType = words !== undefined && !otherItems.test(first);
  const isNote = isType || /^(?:required|optional)$/i.test(first.trim());
  const read = isNote ? readNotes(inner) : undefined;
  return read && match ? { ...read, length: match[0].length } : undefined;
}

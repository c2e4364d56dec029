import { readNotes, typeWordsOf } from './list-notes.ts';
import { withRequiredStars } from './markup.ts';

/**
 * The begin of an item with what pages mark in other ways as notes in parentheses or italics: stars, badges, attributes, glued
 * types, inline HTML, and with `bare` values behind a name. Gives no diagnostics.
 */
export function withNotes(text: string, bare: boolean): string {
  const start = placedName(
    withRequiredStars(withMarks(listsOfUnions(text.replace(boundedType, '$1, ')))).replace(linkedType, '$1 ($2)'),
  );
  return joinedTypes(badgeNotes(gluedType(bare ? namedValue(notesFirst(presenceBeside(start))) : start)));
}

/** Lists of any of several types in the begin of a text as a word for the list: `(string | integer)[]` as `array<string | integer>`. */
function listsOfUnions(text: string): string {
  const line = text.split('\n', 1)[0] ?? '';
  if (!line.includes(')[]')) return text;
  const written = line.replaceAll(
    /(?<=[\s|(])\((\w{1,40}(?:\s?\|\s?\w{1,40}){1,5})\)\[\](\s[-–—:]\s)?/g,
    (whole, words: string, separator?: string) => {
      if (typeWordsOf(words) === undefined) return whole;
      return separator === undefined ? `array<${words}>` : `(array<${words}>)${separator}`;
    },
  );
  return written + text.slice(line.length);
}

/** A type with its bound in the notes of a name as two of them: `(integer >= 1)`. */
const boundedType = /(?<=^[^(\n]{1,160}\()(integer|int|number|float)\s{0,2}(?=[<>]=?\s?-?\d[\d.]{0,20}\))/i;

/** A name with a link to its type right behind it: `box [Box](#box) (required)`. */
const linkedType = /^([A-Za-z_$][\w$.-]{0,99}) (\[[^\][\n]{1,100}\]\(#[^()\s]{1,200}\))(?=$|\s\(|:\s)/;

/** A name behind the place that it is sent in, with its type: `Query: limit Integer How many`, as a name with notes. */
function placedName(text: string): string {
  const [whole, place = '', name = '', words = ''] =
    /^(path|query|header|cookie|body|form):\s{1,3}([A-Za-z_$][\w$.-]{0,99})(?:\s([A-Za-z]\w{0,80}(?:[[(]\w{1,80}[\])])?))?(?=\s|$)/i.exec(
      text,
    ) ?? [];
  const type = words.replace(/^(\w+)\(\1\)$/, '$1');
  const isLine = whole !== undefined && /^[ \t]{0,9}(?:\n|$)/.test(text.slice(whole.length));
  const isClass = type !== words || (isLine && /^[A-Z][a-z]\w*$/.test(words) && typeWordsOf(words) === undefined);
  const isType = words === '' || typeWordsOf(words) !== undefined || isClass;
  // `Body: the [box](#box)` is a sentence
  if (whole === undefined || !isType || /^(?:an?|the|this|these|each|all|any|only|no|see)$/i.test(name)) return text;
  const notes = isClass
    ? `${place.toLowerCase()}) ([${type}](#${type})`
    : [place.toLowerCase(), type].filter((note) => note !== '').join(', ');
  const rest = text.slice(whole.length).trim();
  return `\`${name}\` (${notes})${rest === '' ? '' : `: ${rest}`}`;
}

/** A bare name with its presence right behind it, in italics or before the colon: `limit *optional*: How many`, as a note. */
function presenceBeside(text: string): string {
  return text.replace(
    /^([A-Za-z_$][\w$.[\]-]{0,99}) (?:([*_]{1,2})((?:[a-z]{3,20}, )?(?:required|optional)\b[^*:\n]{0,80}?)\2|((?:[a-z]{3,20}, )?(?:required|optional)(?:\s(?:if|when|unless)\s[^*:\n]{1,80})?))(?=:\s|\s?$)/i,
    (whole, name: string, __, marked: string | undefined, plain: string | undefined) => {
      const presence = marked ?? plain ?? '';
      // `Login required: yes` says something else
      if (/^[A-Z][a-z]*$/.test(name)) return whole;
      return /\s(?:if|when|unless|for)\s/i.test(presence) ? `${name}: ${presence}` : `${name} (${presence})`;
    },
  );
}

/** Words of a badge that say something of a value: its type, or a mark. */
function badgeWord(word: string): string | undefined {
  const text = word.trim();
  const isNote = /^(?:required|optional|deprecated|nullable)$/i.test(text) || typeWordsOf(text) !== undefined;
  return isNote ? ` (${text})` : undefined;
}

/**
 * Components and shortcodes that mark a value (`<Required />`, `{{< required >}}`), or show its type (`<Badge text="string" />`,
 * `<Type>string</Type>`), as notes in parentheses.
 */
function badgeNotes(source: string): string {
  const shown = source
    .replaceAll(
      /\s?<([A-Z]\w{0,40})(?:\s[^<>\n]{0,200})?>([^<>\n]{1,60})<\/\1>/g,
      (whole, _, word: string) => badgeWord(word) ?? whole,
    )
    .replaceAll(
      /\s?<[A-Z]\w{0,40}\s(?:[^<>\n]{0,200}\s)?(?:text|label|type|content|name)=["']([^"'<>\n]{1,60})["'][^<>\n]{0,200}\/>/g,
      (whole, word: string) => badgeWord(word) ?? whole,
    );
  return shown.replaceAll(
    /<(required|optional|deprecated|nullable)\s*\/?>(?:<\/\w{1,20}>)?|\{\{[<%]\s*(required|optional|deprecated|nullable)\s*[%>]\}\}|\{:?\s?\.(required|optional|deprecated|nullable)\s?\}/gi,
    (whole, tag?: string, code?: string, word?: string) =>
      tag !== undefined && !/[A-Z]|\//.test(whole) ? whole : ` (${tag ?? code ?? word})`,
  );
}

/** A name with a text and the notes at its end, the notes first: `pid: number of the room (integer, required)`. */
function notesFirst(text: string): string {
  const [, name = '', said = '', notes = ''] =
    /^(`?[\w.$-]{1,60}`?):\s{1,4}([a-z][^\s`]{0,40}\s[^\n]{1,600}?)\s\(([^()\n]{1,200})\)\.?$/.exec(
      text.slice(0, 1000),
    ) ?? [];
  const pieces = notes.replaceAll('*', '').split(/,\s{0,4}/);
  const [type = ''] = pieces;
  if (text.length > 1000 || /^an?\s/i.test(type) || typeWordsOf(type) === undefined) return text;
  const known = pieces.filter((piece) => readNotes(piece)?.unread.length === 0);
  const others = pieces.filter((piece) => !known.includes(piece));
  const left = others.length > 0 ? ` (${others.join(', ')})` : '';
  return `${name} (${known.join(', ')}): ${said}${left}`;
}

/** A name with a value and notes (MSON, section 3): `count: 3 (number, required)`, the value as a note. */
function namedValue(text: string): string {
  return text.replace(
    /^(`?[\w.$-]{1,60}`?):\s(`[^`\n]{1,100}`|[^\n()`]{1,100}?)\s\(([^()\n]{1,100})\)(?=\s|$)/,
    (whole, name: string, value: string, notes: string) => {
      const read = readNotes(notes);
      // words without a type behind them are a text: `offset: skip so many rooms (optional)`
      const isText = /\S\s\S+\s\S/.test(value) && read?.notes.words === undefined;
      if (read?.unread.length !== 0) return whole;
      return isText ? `${name} (${notes}): ${value}` : `${name} (${notes}, example: ${value.replaceAll('`', '')})`;
    },
  );
}

/** Inline HTML as Markdown marks, where a text begins with such: `<b><code>name</code></b> <small>integer</small>`. */
function withMarks(text: string): string {
  if (!/^<(?:b|strong|code)>/i.test(text)) return text;
  return text
    .replaceAll(/<input\b[^<>]{0,300}?\s(required)\b[^<>]{0,300}>/gi, '($1)')
    .replaceAll(/<input\b[^<>]{0,600}>/gi, '')
    .replaceAll(/<(?:b|strong)>\s?(?=<code>)|(?<=<\/code>)\s?<\/(?:b|strong)>/gi, '')
    .replaceAll(/<code>([^<>`\n]{1,150})<\/code>/gi, '`$1`')
    .replaceAll(/<(small|i|em|span)(?:\s[^<>]{0,100})?>([^<>*\n]{1,100})<\/\1>/gi, '*$2*')
    .replaceAll('&nbsp;', ' ')
    .replaceAll(/\s{0,20}<br\s?\/?>\s{0,20}/gi, '\n');
}

/** The type right behind a marked name, which a copied page has lost the space before, as a note: `` `name`string ``. */
function gluedType(text: string): string {
  return text.replace(
    /^(`[^`\n]{1,150}`|\*\*[^*\n]{1,150}\*\*)([A-Za-z][\w<>[\]]{0,40})(?=[ \t]*(?:$|\n|(?:required|optional)\b))/i,
    (whole, name: string, words: string) => (typeWordsOf(words) === undefined ? whole : `${name} (${words})`),
  );
}

/** Types that are marked one by one as one note: `_string_ or _null_` as `_string or null_`. */
function joinedTypes(source: string): string {
  // further lines are text, which is read as such
  const text = source.replace(/^[^\n]*/, (line) =>
    line.replaceAll(/([*_]{1,2})default:\1\s{0,2}`([^`\n]{1,100})`/gi, '(default: $2)'),
  );
  return text.replaceAll(
    /([*_`])[A-Za-z][\w<>[\]]{0,40}\1(?:\s{1,3}(?:or|\|)\s{1,3}\1[A-Za-z][\w<>[\]]{0,40}\1){1,6}/g,
    (whole: string, mark: string, at: number) => {
      const words = whole.split(/\s{1,3}(?:or|\|)\s{1,3}/).map((word) => word.slice(1, -1));
      const areTypes = words.every((word) => typeWordsOf(word) !== undefined) && !isTyped(text.slice(0, at));
      return areTypes ? `${mark}${words.join(' or ')}${mark}` : whole;
    },
  );
}

/** Whether a note right before a text says the type: `as (string): `, `**as** — string — `. */
function isTyped(before: string): boolean {
  const [, noted, dashed] =
    /(?:\(([^()\n]{1,60})\):?|\s[–—-]\s([^–—\n]{1,60}?)\s[–—-])\s{0,3}$/.exec(before.slice(-80)) ?? [];
  return typeWordsOf((noted ?? dashed ?? '').split(',')[0] ?? '') !== undefined;
}

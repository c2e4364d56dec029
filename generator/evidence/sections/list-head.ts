import { withFormatInType } from './format-words.ts';
import { headerNotes } from './header-notes.ts';
import { lineNotes, takeNotes } from './head-notes.ts';
import { labelledNote, readNotes, typeWordsOf, type FieldNotes } from './list-notes.ts';
import { withNotes } from './list-head-marks.ts';

/** The begin of a list item that describes a value: its name, what is noted beside it, and the rest. */
export interface ListHead {
  /** As written without marks; several where the item describes several values at once. */
  readonly names: readonly string[];
  /** `or` stands between the names: not all of them are given. */
  readonly isChoice?: true;
  readonly notes: FieldNotes;
  /** Whether something tells the name from the text: a note, a separator, or that nothing follows. */
  readonly isStrong: boolean;
  readonly rest: string;
}

/** A name as code, in bold or italics, in each of the ways that Markdown and HTML have for it. */
const markedName =
  /^(?:\*\*|__|\*|_)?(?:`{1,2}([^`\n]{1,150})`{1,2}|<code>([^<\n]{1,150})<\/code>)(?:\*\*|__|\*|_)?|^\*\*([^*\n]{1,150})\*\*|^__([^_\n][^\n]{0,149}?)__(?!\w)|^\*([^*\s][^*\n]{0,149})\*|^_([^_\s][^\s]{0,149}?)_(?![\w[])|^<(?:b|strong|i|em)>([^<\n]{1,150})<\/(?:b|strong|i|em)>/;

/** A name without marks, for which what follows must speak. */
const bareName =
  /^([a-z_$@][\w$.[\]-]{0,99}|[A-Z]\w{0,30}(?:-\w{1,30}){1,6})(?=(?:\\?\*)?\s{1,4}[([{]|\s{0,4}:\s|\s{1,4}(?:-{1,3}|[–—])\s)|^([A-Z]\w{0,60})(?=(?:\\?\*)?\s{1,2}\()/;

const separator = /^\s*(?::|-{1,3}|–|—|=>|\|)(?=\s|$)\s*/;

const identifier = /^[:@$*]?[A-Za-z_$][\w$-]{0,80}(?:\.[\w$*-]{1,80}|\[[\w$.*'"-]{0,80}\]|\{[\w-]{1,80}\}){0,12}$/;

/** Words that begin remarks, not names. */
const remark = /^(?:note|notes|warning|important|tip|caution|example|examples|todo|default|returns?|see|deprecated)$/i;

/**
 * Takes the begin of a list item apart: `name` in code, bold or italics (a bare name where `bare` allows it), then notes in
 * parentheses, brackets, code or italics, then a separator; with `filled` also `name=<text>`. Undefined where no name of a
 * value stands there.
 */
export function readListHead(written: string, bare: boolean, filled = false): ListHead | undefined {
  const text = withFormatInType(written);
  const listed = text.length > maxHead ? takeLongList(text) : undefined;
  if (listed) {
    const head = readListHead(listed.text, bare, filled);
    return head && { ...head, notes: { ...head.notes, ...listed.notes } };
  }
  const head = readHead(withNotes(text.slice(0, maxHead), bare), bare, filled);
  return head && text.length > maxHead ? { ...head, rest: head.rest + text.slice(maxHead) } : head;
}

/** A text without the piece of code behind a label near its begin, and what that says; undefined where it has none. */
function takeLongList(text: string): { readonly text: string; readonly notes: FieldNotes } | undefined {
  const [whole = '', before = '', label = ''] =
    /^([^—]{1,400}?),\s([A-Za-z][a-z ]{2,30}):\s{1,3}`/.exec(text.slice(0, 500)) ?? [];
  const end = text.indexOf('`', whole.length);
  const notes = whole === '' || end === -1 ? undefined : labelledNote(label, text.slice(whole.length, end));
  return notes && { text: before + text.slice(end + 1), notes };
}

/** More names are no item that describes them. */
const maxNames = 10;

/** The begin of an item that its name and notes may take. */
const maxHead = 2000;

/** The star behind the name of what is required: `` `name`* ``; not that of emphasis: `**name** *(string)*`. */
const requiredStar = /^\s?(?:\\\*|\*(?!\*|(?:\[\]){1,3}\w{1,60}\*|[([][^\n]{1,300}[)\]]\*(?!\*)))(?=[\s:([]|$)/;

function readHead(text: string, bare: boolean, filled: boolean): ListHead | undefined {
  const first = readName(text, bare, filled);
  if (!first) return undefined;
  const names = [...first.names];
  let notes: FieldNotes = first.notes;
  let rest = text.slice(first.length);
  const star = requiredStar.exec(rest)?.[0];
  if (star !== undefined) {
    notes = { required: true, ...notes };
    rest = rest.slice(star.length);
  }
  if (!/^(?:$|[\s:,([{<–—]|-{1,3}\s|\/\s?`)/.test(rest)) return undefined;
  let isChoice = /\sor\s/.test(text.slice(0, first.length)) && names.length > 1;
  for (let more = anotherName(rest); more && names.length < maxNames; more = anotherName(rest)) {
    names.push(...more.names);
    isChoice ||= /^\s*(?:or\s|,\s*or\s)/.test(rest);
    rest = rest.slice(more.length);
  }
  const noted = lineNotes(rest, first) ?? takeNotes(rest, false);
  const separated = first.separated || separator.test(noted.rest);
  const after = takeNotes(noted.rest.replace(separator, ''), separated, noted.notes.words !== undefined);
  notes = { ...after.notes, ...noted.notes, ...notes };
  const isStrong = separated || noted.found || first.found || after.rest.trim() === '';
  if (first.isBare && !noted.found && (!separated || /^[A-Z][^-]*$/.test(first.names[0] ?? ''))) return undefined;
  const unread = [...noted.unread, ...after.unread].map((part) => `(${part})`).join(' ');
  const described = after.rest.replace(separator, '').trim();
  const said = [unread, described].filter((part) => part !== '').join(' ');
  return { names, ...(isChoice && { isChoice }), notes, isStrong, rest: said };
}

/** A name with what is to be filled in, or an example: `name=<string>`, `h=300`. */
const filledName = /^([\w$.[\]-]{1,100})=(?:[<{[]([^<>{}[\]]{0,100})[>}\]]|\S{0,100})$/;

/** A name with the values that it may have: `type=alert|record`. */
const chosenName = /^([\w$.[\]-]{1,100})=([\w.-]{1,60}(?:\|[\w.-]{1,60}){1,12})$/;

/** The notes of such a name; of a kind of values none. */
function chosenNotes(values: readonly string[]): FieldNotes {
  if (values.every((value) => constant.test(value))) return { words: 'boolean' };
  return values.some((value) => typeWordsOf(value) !== undefined) ? {} : { words: 'string', values };
}

/** What tells the objects of one kind from others, with the one value that it has: `` `kind: Box` ``. */
const fixedValue = /^(kind|type|object|apiVersion|event)(?::\s?|=)["']?([A-Za-z][\w./-]{0,60})["']?$/;

/** Values, not names. */
const constant = /^(?:true|false|null|nil|undefined)$/i;

interface NameRead {
  readonly names: readonly string[];
  readonly notes: FieldNotes;
  /** Whether notes or a separator stood within the marks of the name. */
  readonly found: boolean;
  readonly separated: boolean;
  readonly isBare: boolean;
  readonly length: number;
}

function readName(text: string, bare: boolean, mayFill = false): NameRead | undefined {
  const marked = markedName.exec(text);
  const match = marked ?? (bare ? bareName.exec(text) : null);
  if (!match) return undefined;
  const written = (match.slice(1).find((part) => part !== undefined) ?? '').replaceAll('\\', '').trim();
  const separated = /[:–—]$/.test(written) && written.length > 1;
  const inner = written.replace(/\s*[:–—]$/, '');
  const filled = mayFill && match[1] !== undefined ? filledName.exec(inner) : null;
  const [, name = inner, note] =
    /^(\S{1,100})\s*\(([^()]{1,100})\)$/.exec(inner) ??
    /^([\w$.[\]-]{1,100}\??):\s*(\S.{0,100})$/.exec(inner) ??
    filled ??
    [];
  const fixed = match[1] !== undefined && match[0].length === text.trim().length ? fixedValue.exec(inner) : null;
  if (fixed?.[2] !== undefined && typeWordsOf(fixed[2]) === undefined) {
    const notes = { words: 'string', values: [fixed[2]] };
    return { names: [fixed[1] ?? ''], notes, found: true, separated, isBare: false, length: match[0].length };
  }
  const chosen = mayFill && match[1] !== undefined ? chosenName.exec(inner) : null;
  if (chosen) {
    const notes = chosenNotes((chosen[2] ?? '').split('|'));
    return { names: [chosen[1] ?? ''], notes, found: true, separated, isBare: false, length: match[0].length };
  }
  const header = match[1] === undefined ? undefined : headerNotes(inner);
  const read = note === undefined ? undefined : readNotes(note);
  if (header) return { ...header, found: true, separated, isBare: false, length: match[0].length };
  const names = (read || filled ? name : inner).split(/\s*,\s*|\s+(?:\/|or|and)\s+/).map(cleanName);
  const isCode = (match[1] ?? match[2]) !== undefined && marked !== null;
  // notes behind it make it a name: `note (optional)`
  const behind = text.slice(match[0].length);
  const isNoted = marked
    ? /^[a-z]/.test(inner) && lineNotes(behind, { isBare: false }) !== undefined
    : /^\s{1,4}(?:[-–—]\s{1,2})?\((?:optional|required|\[|string|int(?:eger)?|bool(?:ean)?|number|array|object)\b/i.test(
        behind,
      );
  if (names.some((one) => one === undefined) || (!isNoted && (isCode ? constant : remark).test(inner)))
    return undefined;
  return {
    names: names.filter((one) => one !== undefined),
    notes: { ...read?.notes, ...(name.endsWith('?') && { required: false }) },
    found: read !== undefined,
    separated,
    isBare: !marked,
    length: match[0].length,
  };
}

/** A name without the marks of optionality and of placeholders; undefined where the text can be no name. */
function cleanName(text: string): string | undefined {
  const name = text
    .replace(/^\{([\w.-]+)\}$|^<([\w.-]+)>$/, ':$1$2')
    .replace(/^"([^"]*)"$/, '$1')
    .replace(/[?*]$/, '');
  return identifier.test(name) ? name : undefined;
}

/** `, b`, `and b`, `or b`, `/ b` right after a name. */
function anotherName(text: string): { readonly names: readonly string[]; readonly length: number } | undefined {
  const joint = /^\s*(?:,\s*(?:and\s+|or\s+)?|\/\s*|(?:and|or)\s+)(?=[`*])/.exec(text)?.[0];
  const next = joint === undefined ? undefined : readName(text.slice(joint.length), false);
  return joint === undefined || !next ? undefined : { names: next.names, length: joint.length + next.length };
}

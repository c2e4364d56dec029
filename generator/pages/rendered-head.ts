/** A text within an element that begins no block of its own, or values behind their label. */
export interface Piece {
  readonly text: string;
  /** Values that stand behind the text, where that is their label, each in an element of its own. */
  readonly values?: readonly string[];
}

/** What renderers of schemas show of a value first. */
export interface FieldHead {
  readonly name: string;
  /** Words such as `required`. */
  readonly marks: readonly string[];
  /** The words for its type, brackets in words. */
  readonly type: string;
  /** The texts behind it. */
  readonly rest: readonly Piece[];
}

const name = /^(?:[-+]\s)?(\*\s)?["'`]{0,3}([A-Za-z_$@][\w$.:@-]{0,100}?(?:\[\])?)["'`]{0,3}(\s?\*)?:?$/;
/** What stands for any name, where an object may have values by other names. */
const anyName =
  /^(?:(?:property ?name|any[- ]?key|key) ?\*|[<[{]\s?(?:\*|any[- ]?key|property ?name\*?|key)\s?[>\]}]:?|\*:?|additional ?propert(?:y|ies)\*?:?)$/i;
const presence = /^(?:required|optional|deprecated|nullable|read-?only|write-?only|recursive|additional property|\*)$/i;
const title = /^[A-Z][\w.-]{0,100}$|^https?:\/\/\S{0,300}#\/\S{0,300}$/;
const typeLabel = /^type:?$/i;
const labelledType = /^type:\s{0,3}(?=\S)/i;

const base =
  '(?:strings?|integers?|numbers?|booleans?|objects?|arrays?|any|null|file|binary|enum|uuid|date|date-time|email|ur[il]|int32|int64|float|double|byte|password)';
const shown = new RegExp(
  String.raw`^(?:array of |array (?=\w{1,20}\[\])|\[)?${base}\b(?:\s?(?:\[\]|<[^<>]{1,60}>|\[[^\][]{1,60}\]|\(\$?[^()]{1,60}\)|· [\w.-]{1,60}(?:\[\])?|(?:or|\||,) ${base}(?:<[^<>]{1,60}>)?)){0,4}\]?$`,
  'i',
);
const brackets = /^(?:array\s?)?[[{]{1,2}$/i;
const rootTypes =
  /^(?:array|object|any|\[|\]|\{|\}|\[\{|\}\]|,|:|·|➔|↩|single line description|multiline description)$/i;

/** Whether a text beside fields says nothing of its own: brackets, the type of what holds the fields. Gives no diagnostics. */
export function isNoise({ text, values }: Piece): boolean {
  return (
    values === undefined &&
    (rootTypes.test(text) || brackets.test(text) || /^https?:\/\/\S{0,300}#\/\S{0,300}$/.test(text))
  );
}

/**
 * The head of a field that texts begin with: a name, marks, and a type with nothing else in its element. A bracket is a type in a row of a
 * table (`isRow`) and behind a colon; elsewhere what stands before it may be the title of a schema. Gives no diagnostics.
 */
export function fieldHead(pieces: readonly Piece[], isRow: boolean): FieldHead | undefined {
  const [first, ...behind] = pieces;
  const text = first?.values === undefined ? first?.text.slice(0, 120) : undefined;
  const [, before, word, star] =
    text === undefined ? [] : anyName.test(text) ? ['', undefined, '*'] : (name.exec(text) ?? []);
  // a label of the place that comes before the name
  if (text !== undefined && /^(?:path|query|header|cookie|body|form)\s?:$/i.test(text)) return undefined;
  if (word === undefined || /^(?:string|number|integer|boolean|object|array|null)$/.test(word)) return undefined;
  const others = withWholeTypes(behind);
  const marks: string[] = (star ?? before) === undefined ? [] : ['required'];
  let canOpen = isRow || first?.text.endsWith(':') === true;
  let at = 0;
  let titles = 0;
  for (; at < others.length; at += 1) {
    const text = (others[at]?.text ?? '').replace(labelledType, '');
    if (text === ':') canOpen = true;
    else if (presence.test(text)) {
      if (!/^(?:additional|recursive)/i.test(text)) marks.push(text === '*' ? 'required' : text);
    } else if (shown.test(text) || (canOpen && brackets.test(text))) break;
    else if (title.test(text) && titles < 3) titles += 1;
    else if (!typeLabel.test(text)) return undefined;
  }
  const typed = others[at]?.text.replace(labelledType, '');
  if (typed === undefined) return undefined;
  // the head of a table of endpoints
  if (/^(?:http)?(?:method|verb)$/i.test(word) && /^(?:ur[il]|path|endpoint)$/i.test(typed)) return undefined;
  const rest = others.slice(at + 1);
  if (!brackets.test(typed)) return { name: word, marks, type: typed, rest };
  const inner = typed.includes('{') ? '{' : rest.find(({ text }) => brackets.test(text) || shown.test(text))?.text;
  const isList = /^(?:array|\[)/i.test(typed);
  const item =
    inner === undefined ? undefined : brackets.test(inner) ? (inner.includes('[') ? 'array' : 'object') : inner;
  const type = isList ? (item === undefined ? 'array' : `array of ${item}`) : 'object';
  return { name: word, marks, type, rest: withoutTitles(rest).filter((one) => !isNoise(one) && one.text !== item) };
}

/** Whether a text may be the title of a schema. Gives no diagnostics. */
export function isTitle({ text }: Piece): boolean {
  return title.test(text);
}

/** Texts without the titles of schemas before brackets. Gives no diagnostics. */
export function withoutTitles(pieces: readonly Piece[]): readonly Piece[] {
  let isOpened = false;
  return pieces
    .toReversed()
    .filter((piece) => {
      isOpened = brackets.test(piece.text) || (isOpened && isTitle(piece));
      return !isOpened || brackets.test(piece.text);
    })
    .toReversed();
}

/** `Array of` and the type behind it, in elements of their own, as one. */
function withWholeTypes(pieces: readonly Piece[]): readonly Piece[] {
  const at = pieces.findIndex(({ text, values }) => values === undefined && /^array of$/i.test(text));
  const next = pieces[at + 1];
  if (at === -1 || at > 3 || !next || next.values) return pieces;
  return [...pieces.slice(0, at), { text: `Array of ${next.text}` }, ...pieces.slice(at + 2)];
}

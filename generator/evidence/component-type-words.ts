import { typeWordsOf } from './sections/list-notes.ts';

/** A text in quotes, as a value stands among types: `'auto'`. */
const quoted = /^(["'`])[^"'`|]{1,60}\1$/;

/**
 * The words for a type as the table of type words reads them, of what an attribute says in another form: `map[string]int`, types beside
 * values in quotes (`boolean | 'auto'`), a type before a note (`string (max 10 characters)`), before what it may be (`string: 'a' | 'b'`) or
 * before the mark of TypeScript for what need not be there (`string?`). Any others as they are. Gives no diagnostics.
 */
export function plainTypeWords(words: string): string {
  if (words.length > 500) return words;
  const text = words.trim();
  const optional = /^(.{1,100}[\w>\]])\?$/.exec(text)?.[1];
  if (optional !== undefined && typeWordsOf(optional) !== undefined) return plainTypeWords(optional);
  if (/^(?:map|dict)\[\w{1,40}\]\w|^\[\]\w|^(?!nullable|optional|required)\w{1,40} (?:array|list)$/i.test(text))
    return typeWordsOf(text) ?? text;
  const [, before = '', values] = /^(string|enum|integer|number)\s?:\s?(["'`].{1,400})$/i.exec(text) ?? [];
  if (values !== undefined) return listOfTexts(values) ? values : before;
  const parts = text.split('|').map((part) => part.trim());
  const types = parts.filter((part) => !quoted.test(part));
  const areMixed = types.length > 0 && types.length < parts.length;
  if (areMixed && types.every((part) => typeWordsOf(part) !== undefined)) return [...types, 'string'].join(' | ');
  const [, head = '', note = ''] = /^([^()]{1,100}?)\s?\(([^()]{1,100})\)$/.exec(text) ?? [];
  // one word may be a format
  const isNote = /\s\d|\d\s/.test(note) && typeWordsOf(text) === undefined;
  return isNote && typeWordsOf(head) !== undefined ? head : text;
}

/** Whether nothing but texts in quotes stands between bars. */
function listOfTexts(text: string): boolean {
  return text.split('|').every((part) => quoted.test(part.trim()));
}

/** Whether the words for a type have the mark behind them that says that it need not be there: `string?`. Gives no diagnostics. */
export function isOptionalType(words: string): boolean {
  const type = /^(.{1,100}[\w>\]])\?$/.exec(words.trim())?.[1];
  return type !== undefined && typeWordsOf(type) !== undefined;
}

import { typeWordsOf } from '../sections/list-notes.ts';

/** The begin of a line that is about a value: its name, then a mark. */
const named = /^([A-Za-z_$@][\w$.@[\]-]{0,99})([*?]?)(?=[\s:(]|$)/;

/** A name that no sentence begins with: of several words joined, or of a header. */
const joined = /[_.[\]$@]|[a-z\d][A-Z]|^[A-Za-z]\w*(?:-\w+)+$/;

/** Whether a word is a name that is written as one, and no word of a sentence. */
export const isJoined = (name: string): boolean => joined.test(name);

const presence = String.raw`(?:required|optional|Required|Optional)`;
const behindType = new RegExp(
  String.raw`^(?:$|,\s${presence}\b|\s${presence}\b|\s\(${presence}\)|\.(?:\s|$)|\s[-–—:](?:\s|$)|:\s)`,
);

/** The words for a type with which a text begins, and what stands behind them; undefined where none do. Gives no diagnostics. */
function leadingType(
  text: string,
  titles: ReadonlySet<string> = new Set(),
): { readonly type: string; readonly rest: string } | undefined {
  const words = text.split(' ').slice(0, 8);
  for (let count = words.length; count > 0; count -= 1) {
    const whole = words.slice(0, count).join(' ');
    for (const type of [whole, whole.replace(/[.,:]$/, '')]) {
      if (typeWordsOf(type) === undefined && !titles.has(objectOf(type))) continue;
      return { type, rest: text.slice(type.length) };
    }
  }
  return undefined;
}

/** The object that a type names: `array of Lamp` is about lamps. */
export const objectOf = (type: string): string => type.replace(/^(?:an?\s|(?:array|list)\sof\s)/i, '').toLowerCase();

/** A label of what is noted of a value. */
const noteWord = /^(?:type|required|default|example|format|optional|values?|status|code): /i;

/** A line of a page that is about a value, with its name in code; undefined for any other. Gives no diagnostics. */
export function fieldItem(text: string, titles: ReadonlySet<string> = new Set()): string | undefined {
  const [whole, name = '', mark = ''] = named.exec(text) ?? [];
  if (whole === undefined || /[.-]$/.test(name) || noteWord.test(text)) return undefined;
  const rest = text.slice(whole.length);
  const shown = `\`${name}\`${mark === '*' ? '\\*' : mark}`;
  const [, noted] = /^\s?\(([^()]{1,200}(?:\([^()]{0,100}\)[^()]{0,100})?)\)/.exec(rest) ?? [];
  if (noted !== undefined) {
    const isPresence = new RegExp(String.raw`^${presence}$`).test(noted.trim());
    const type = leadingType(noted, titles);
    if (!isPresence && !(type && /^(?:$|\s?[,;:|])/.test(type.rest))) return undefined;
    const behind = rest.slice(rest.indexOf(')', noted.length) + 1);
    const after = isPresence ? leadingType(behind.trimStart(), titles) : undefined;
    return after && behindType.test(after.rest)
      ? `${shown} (${noted}) *${after.type}*${after.rest}`
      : `${shown}${rest}`;
  }
  const [separator] = /^(?::|\s[-–—])(?:\s|$)/.exec(rest) ?? [];
  if (separator !== undefined) {
    const said = leadingType(rest.slice(separator.length).trimStart(), titles);
    return isJoined(name) || (said && behindType.test(said.rest)) ? `${shown}${rest}` : undefined;
  }
  if (!rest.startsWith(' ')) return undefined;
  const type = leadingType(rest.trimStart(), titles);
  if (!type) return undefined;
  const isPlainWord = /^[A-Z]/.test(name) && !isJoined(name);
  if (isPlainWord) return undefined;
  if (behindType.test(type.rest)) return `${shown} *${type.type}*${withPresence(type.rest)}`;
  // a text right behind the type
  return /^\s[A-Z]/.test(type.rest) ? `${shown} *${type.type}* - ${type.rest.trimStart()}` : undefined;
}

const withPresence = (rest: string): string => rest.replace(new RegExp(String.raw`^\s(${presence})(?=\s|$)`), ' ($1)');

/** A line that says of a value its type and whether it is required, below its name. */
export function typeLine(
  text: string,
  titles: ReadonlySet<string> = new Set(),
): { readonly notes: string; readonly said: string } | undefined {
  if (text.length > 1000) return undefined;
  const type = leadingType(text, titles);
  const [, marks, said = ''] =
    /^((?:,\s(?:required|optional|nullable)){0,3})(?:$|\.$|\.\s+(\S.*)$)/i.exec(type?.rest ?? '?') ?? [];
  return type && marks !== undefined ? { notes: `${type.type}${marks}`, said } : undefined;
}

const call = /(?<![`\w/])((?:https?:\/\/[\w.:-]{1,200})?\/[\w{}<>:.~%/@$-]{1,500})(?=[\s.,;)]|$)/g;

/** A text with paths, methods and statuses in code, as a page shows them; gives no diagnostics. */
export function quoted(text: string): string {
  if (text.length > 1000 || text.includes('`')) return text;
  return text
    .replaceAll(call, (whole: string) => {
      const path = whole.replace(/[.:]$/, '');
      return `\`${path}\`${whole.slice(path.length)}`;
    })
    .replaceAll(/\b(GET|POST|PUT|PATCH|DELETE)(?= requests? (?:to|against) )/g, '`$1`')
    .replaceAll(
      /(?<=\b(?:[Ss]tatus:?|[Rr]eturns|[Cc]ode:?) )([1-5]\d\d(?: [A-Z][A-Za-z]{1,30}){0,4})(?=[.:,]|\s-\s|$)/g,
      '`$1`',
    );
}

const listed = String.raw`"?[\w.:+-]{1,60}"?`;
const announced = new RegExp(
  String.raw`\b(One of|Either|(?:Possible|Valid|Allowed|Accepted|Supported) values(?: are|:)|Can be|Allowed:|Must be one of) (?=${listed}(?:,? (?:or |and )?|$|\.))((?:${listed}, ){0,50}${listed}(?:,? (?:or|and) ${listed})?)(?=\.?\)?$|\.\s)`,
  'gi',
);
const alternatives = /(^|[.:—-] )([\w.:+-]{1,60}(?: \| [\w.:+-]{1,60}){1,50})(?=\.?$)/g;

/** A text with the values that it lists at the end of a sentence in code, as pages show them; gives no diagnostics. */
export function withValues(text: string): string {
  if (text.length > 2000) return text;
  return text
    .replaceAll(announced, (_, words: string, values: string) => `${words} ${inCode(values)}`)
    .replaceAll(alternatives, (_, before: string, values: string) => before + inCode(values));
}

const inCode = (values: string): string =>
  values
    .replaceAll(/[\w.:+-]{1,60}/g, (word) => (/^(?:or|and)$/.test(word) ? word : `\`${word.replace(/\.$/, '')}\``))
    .replaceAll('"', '');

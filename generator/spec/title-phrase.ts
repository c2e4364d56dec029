import { leadingVerb, namesThing, verbKind } from '../base/verbs.ts';
import { titleWords } from '../base/operation-titles.ts';

/** The words of a title that make a name. */
export interface TitlePhrase {
  readonly words: readonly string[];
  /** How many of them are its verb: `create or update`. */
  readonly verb: number;
}

/** Words that say nothing in a name: of one thing or another, and whose it is. */
const fillers: ReadonlySet<string> = new Set(
  'a an the single specific specified given particular its their your this these those'.split(' '),
);

/** Where a longer title goes on with what it can do without. */
const joints: ReadonlySet<string> = new Set(
  `with without containing including based using from in into on onto for by to of at per via through between within after
  before during and or`.split(/\s+/),
);

/** Where another sentence begins within a title. */
const clauses: ReadonlySet<string> = new Set('that which who when where while if so as because'.split(' '));

/** What reads in code as `list`: `Get a list of users`. */
const listOf =
  /^(?:(?:get|retrieve|return|fetch|obtain|show|list|view|read) (?:all )?(?:list|listing|collection|array)|list) of (?=\S)/i;

/** Most words of a name, and most letters of them all. */
const mostWords = 8;
const mostLetters = 40;

/**
 * The words of a title that make a name: `Deletes a box` → delete box, `Get a list of boxes` → list boxes, and for what is
 * read by its name alone `Box details` → get box details; notes in parentheses are left out unless asked for. Undefined where
 * it has too few words, or cannot be cut short.
 */
export function titlePhrase(title: string, method: string, notes?: 'with notes'): TitlePhrase | undefined {
  const whole = titleWords(notes ? title : title.replaceAll(/\([^()]*\)/g, ' '));
  if (!/^[a-z]+(?:-[a-z]+)*$/i.test(whole[0] ?? '')) return undefined;
  const verb = leadingVerb(whole) ?? closingVerb(whole);
  const rest = leadingVerb(whole) === undefined ? whole.slice(0, -1) : whole.slice(1);
  const plain = verb === undefined ? whole : [verb, ...rest];
  const isRead = method === 'get' || method === 'head';
  // `convertToTeam` is three words still
  const text = withoutFillers(plain)
    .map((word) => (/\p{Ll}\p{Lu}/u.test(word) ? word : word.toLowerCase()))
    .join(' ');
  const words = cut((isRead ? text.replace(listOf, 'list ') : text).split(' '));
  if (words.length < 2) return undefined;
  if (isRead && isThing(whole, verb) && !words.some(isReading)) {
    return { words: ['get', ...words], verb: 1 };
  }
  return { words, verb: words[1] === 'or' || words[1] === 'and' ? 3 : 1 };
}

/** The verb that a title ends in, and has no other: `Box Create`. */
function closingVerb(words: readonly string[]): string | undefined {
  const last = words.at(-1)?.toLowerCase() ?? '';
  const isVerb = words.length > 1 && words.length <= 4 && verbKind(last) !== undefined && !namesThing(last);
  return isVerb && words.slice(0, -1).every((word) => verbKind(word.toLowerCase()) === undefined) ? last : undefined;
}

function withoutFillers(words: readonly string[]): readonly string[] {
  const isMaking = /^(?:create|add|make|generate)$/i.test(words[0] ?? '');
  return words.filter((word, index) => {
    const text = word.toLowerCase();
    const isCounted = text === 'one' && !/^(?:or|and)$/i.test(words[index + 1] ?? '');
    return !fillers.has(text) && !isCounted && !(isMaking && text === 'new');
  });
}

function isReading(word: string): boolean {
  return verbKind(word) === 'reading' && !namesThing(word);
}

/** Whether a title names what is read, and begins with no verb. */
function isThing(whole: readonly string[], verb: string | undefined): boolean {
  if (verb === undefined) return true;
  return verbKind(verb) === 'changing' && namesThing(verb) && !fillers.has((whole[1] ?? '').toLowerCase());
}

/** The first words that can stand for all, up to where the title goes on; none where it goes on too late. */
function cut(words: readonly string[]): readonly string[] {
  if (!isLong(words)) return words;
  const clause = words.findIndex((word, index) => index >= 2 && clauses.has(word));
  const main = clause === -1 ? words : words.slice(0, clause);
  let end = isLong(main)
    ? main.findLastIndex((word, index) => index >= 2 && joints.has(word) && !isLong(main.slice(0, index)))
    : main.length;
  while (end > 0 && joints.has(main[end - 1] ?? '')) end -= 1;
  return main.slice(0, Math.max(end, 0));
}

function isLong(words: readonly string[]): boolean {
  return words.length > mostWords || words.join('').length > mostLetters;
}

/** Reason phrases by which samples are called (RFC 9110, section 15). */
const reasonPhrases: readonly (readonly [RegExp, string])[] = [
  [/\bbad request\b/i, '400'],
  [/\bunauthori[sz]ed\b|\bunauthenticated\b/i, '401'],
  [/\bforbidden\b/i, '403'],
  [/\bnot found\b/i, '404'],
  [/\bconflict\b/i, '409'],
  [/\bunprocessable\b/i, '422'],
  [/\b(?:too many requests|rate limit)/i, '429'],
  [/\b(?:internal )?server error\b/i, '500'],
];

/** The status that a title names, by its number or by its phrase; undefined for none. */
export function titleStatus(title: string): string | undefined {
  return statusOf(title) ?? reasonPhrases.find(([phrase]) => phrase.test(title))?.[1];
}

/** The status that the info string of a sample names, in whatever way; lines that it marks (`{3,100-105}`) are none. */
export function infoStatus(info: string): string | undefined {
  return titleStatus(unmarked(info));
}

/** Whether a title says that something went wrong, but not what the status was. */
function isFault(title: string): boolean {
  return /\b(?:errors?|fail(?:ed|ure)?|invalid|denied|exception)\b/i.test(title);
}

/** A status before what it means: `404 – not there`. */
const before = /^(?:http |status |response )?`?([2-5]\d\d)`?(?:\s?[:–—]|\s-)\s/i;

/** A status behind what it means, as any number may stand: `Queued (202)`, `Declined: 402`. */
const behind = /\((?:http |status |code )?`?([2-5]\d\d)`?(?:\s[A-Z][\w' -]{1,40})?\)$|(?:\s[–—-]|:)\s`?([2-5]\d\d)`?$/i;

/** The status of the answer that a title of other words is about, among answers or anywhere; undefined for none. Gives no diagnostics. */
export function statusApart(title: string, isAmongAnswers: boolean): string | undefined {
  const text = title.trim();
  const [, first, second] = (isAmongAnswers ? behind.exec(text) : undefined) ?? [];
  return before.exec(text)?.[1] ?? first ?? second;
}

/** The status of the answer that a title announces; `default`, which is any other, for an error without a number. */
export function answerStatus(title: string): string | undefined {
  return titleStatus(title) ?? (isFault(title) ? 'default' : undefined);
}

/** The three digits of a status, or `4XX` and `default`, in an attribute or an info string. */
export function statusOf(text: string | undefined): string | undefined {
  const found = /(?:^|[^\w.])([1-5](?:\d\d|XX)|default)(?![\w.])/i.exec(text ?? '')?.[1];
  if (found === undefined) return undefined;
  return /xx$/i.test(found) ? found.toUpperCase() : found.toLowerCase();
}

/** The statuses that a text names together: `400/404`, `401, 403`, `404 or 410`; one alone where it names one, else none. */
export function statusesOf(text: string | undefined): string[] {
  const first = statusOf(text);
  if (text === undefined || first === undefined) return [];
  const run =
    /(?<![\w.])[1-5](?:\d\d|XX)`?(?:\s?(?:\/|,|\||&|,?\sor|,?\sand)\s?`?[1-5](?:\d\d|XX)`?(?![\w.])){1,8}/i.exec(
      text,
    )?.[0] ?? '';
  const all: readonly string[] = run.toUpperCase().match(/[1-5](?:\d\d|XX)/g) ?? [];
  return all.includes(first) ? [...new Set(all)] : [first];
}

/** An info string without the lines that it marks: `{3,100-105}`. */
export function unmarked(info: string): string {
  return info.replaceAll(/\{[\d\s,-]*\}/g, '');
}

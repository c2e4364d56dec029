import type { Page } from '../pages/page.ts';

/** Words for all operations, or for all that they are sent or answer. */
const words =
  /\b(?:all|every|each|any)\s(?:[\w,-]{1,20}\s){0,6}?(?:endpoints?|requests?|calls?|operations?|methods?|routes?|resources?|functions?|bod(?:y|ies)|payloads?|responses?|answers?|repl(?:y|ies)|apis?)\b|(?:^|[.!?]\s)[*_]{0,2}(?:request\s(?:bodies|payloads)|responses|answers|response\sbodies)\b/im;

const known = new WeakMap<Page, boolean>();

/**
 * Whether a page may say something of all operations, by its words alone: what it says is looked for only then. Gives no
 * diagnostics.
 */
export function maySpeakOfAll(page: Page): boolean {
  const found = known.get(page) ?? words.test(page.text);
  known.set(page, found);
  return found;
}

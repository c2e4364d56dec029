import type { Page } from '../pages/page.ts';
import type { KindAt } from './page-kinds.ts';

/** Words for all operations, or for all that they are sent or answer. */
const words =
  /\b(?:all|every|each|any)\s(?:[\w,-]{1,20}\s){0,6}?(?:endpoints?|requests?|calls?|operations?|methods?|routes?|resources?|functions?|bod(?:y|ies)|payloads?|responses?|answers?|repl(?:y|ies)|apis?)\b|(?:^|[.!?]\s)[*_]{0,2}(?:request\s(?:bodies|payloads)|responses|answers|response\sbodies)\b/im;

const known = new WeakMap<Page, boolean>();

/**
 * The pages that may say something of all operations, by their words alone: what they say is looked for only then. Those about the past
 * of an API, or about calls that it makes itself, are none. Gives no diagnostics.
 */
export function pagesOfAll(pages: readonly Page[], kindAt: KindAt): Page[] {
  return pages.filter((page) => {
    const kind = kindAt({ document: page.path, line: page.blocks[0]?.location.line ?? 1 });
    return page.format === 'markdown' && kind !== 'history' && kind !== 'receiver' && maySpeakOfAll(page);
  });
}

function maySpeakOfAll(page: Page): boolean {
  const found = known.get(page) ?? words.test(page.text);
  known.set(page, found);
  return found;
}

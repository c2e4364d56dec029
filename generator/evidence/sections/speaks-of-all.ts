import type { Block } from '../../pages/page.ts';

/** Words for all operations, or for all that these are sent, answer or fail with. */
const ofAll =
  /\b(?:all|every|each|any)\s(?:[a-z\d-]{1,20}\s){0,4}?(?:endpoints?|requests?|calls?|operations?|methods?|routes?|lists?|collections?|responses?|answers?|repl(?:y|ies)|errors?|failures?)\b/i;

/** Whether what follows a heading is a paragraph about all operations: `All errors have this body:`. Gives no diagnostics. */
export function speaksOfAll(block: Block | undefined): boolean {
  return block?.kind === 'prose' && !block.items && ofAll.test(block.text.slice(0, 500));
}

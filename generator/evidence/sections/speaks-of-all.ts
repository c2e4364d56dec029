import type { Block } from '../../pages/page.ts';

/**
 * Words for all operations, or for all that these are sent, answer or fail with, as what a sentence is about or what it holds for: what
 * `returns all requests` may be about one.
 */
const ofAll =
  /(?:(?:^|[.:!?]\s{1,3}|\n\s{0,3}|\b(?:for|by|to|with|from|on|across|that|when)\s)(?:all|every|each|any)|\b(?:in|of)\s(?:every|each|any))\s(?:[a-z\d-]{1,20}\s){0,4}?(?:endpoints?|requests?|calls?|operations?|methods?|routes?|lists?|collections?|responses?|answers?|repl(?:y|ies)|errors?|failures?)\b/i;

/** Whether what follows a heading is a paragraph about all operations: `All errors have this body:`. Gives no diagnostics. */
export function speaksOfAll(block: Block | undefined): boolean {
  return block?.kind === 'prose' && !block.items && ofAll.test(block.text.slice(0, 500));
}

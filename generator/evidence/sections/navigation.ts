import type { Block } from '../../pages/page.ts';
import { links } from './markup.ts';

/** What links are called that only lead around: to the head of the page, to its source, to a form that sends the call. */
const around =
  /^\W{0,4}(?:(?:back to|to the|return to|go to) (?:the )?(?:top|contents?|index|overview)|top|try (?:it|this)(?: out| now)?(?: in .{1,40})?!?|run in .{1,40}|edit (?:this )?page.{0,30}|edit on .{1,30}|view source|previous(?: page)?|next(?: page)?)\W{0,4}$/i;

/** Whether a paragraph is nothing but links that lead around: `[Back to top](#top)`. Gives no diagnostics. */
export function isNavigation(block: Block): boolean {
  if (block.kind !== 'prose' || block.items || block.text.length > 400 || !block.text.includes('](')) return false;
  const found = links(block.text);
  const rest = block.text.replaceAll(/\[[^\][\n]{0,120}\]\([^()\s]{0,200}\)/g, '');
  return found.length > 0 && found.every(({ text }) => around.test(text)) && /^[\s|·•—–-]*$/.test(rest);
}

import { accessOf } from '../access-words.ts';
import type { Access } from '../evidence.ts';
import { withoutTags } from './markup.ts';

/** The text of a cell with the lines that its tags break it into: those of folded parts and of lists, too. */
function withLines(cell: string): string {
  if (!cell.includes('<')) return cell;
  return cell
    .replaceAll(/<br\s*\/?>(?:\s*<\/br>)?/g, '\n')
    .replaceAll(/\s?<\/li>/g, '')
    .replaceAll(/\s{0,9}<li(?:\s[^<>]{0,200})?>\s?/g, '\n- ')
    .replaceAll(/\s{0,9}(?:<\/?(?:details|summary|div|p|ul|ol)(?:\s[^<>]{0,200})?>\s{0,9})+/g, (tags) => {
      return tags.includes('<p') ? '\n\n' : '\n';
    });
}

/** A mark at the end of a description is no longer. */
const maxMark = 20;
const lastMark =
  /(?:[([](?:(required|mandatory|optional)|((?:read|write)[- ]?only))[)\]]|(?<=[.!;)`]\s[*_]{0,2})(required|mandatory|optional)[*_]{0,2})\.?[*_]{0,2}$/i;

/** Who may set a value, set apart at the begin of its description: `**READ-ONLY** The id`. */
const firstAccess = /^(\*\*|[([])((?:read|write)[- ]only)(?:\*\*|[)\]])[.:]?\s+(?=[A-Z])/i;

/** `**Required.** The name ...`: the mark that a description begins with, and the description. Gives no diagnostics. */
export function describedText(cell: string): { text: string; required?: boolean; access?: Access } {
  const broken = withLines(cell.replace(/^\s{0,9}[–—]\s+(?=\S)/, '')).replaceAll(
    /<code>([^<>`\n]{1,200})<\/code>/g,
    '`$1`',
  );
  const text = (broken.includes('<') ? withoutTags(broken).replaceAll(/(?<=\S) {2,}/g, ' ') : broken).trim();
  const match = /^[*_`([]{0,3}(required|mandatory|optional)\b[*_`)\]]{0,3}(?=$|[\s.,:;*–—-])[.,:;*)\s–—-]*/i.exec(text);
  if (!match) {
    const [first = '', , stays = ''] = firstAccess.exec(text) ?? [];
    const only = accessOf(stays);
    if (only) return { text: text.slice(first.length), access: only };
    const [, inBrackets, words = '', asSentence] = lastMark.exec(text.slice(-maxMark)) ?? [];
    const presence = inBrackets ?? asSentence;
    const access = accessOf(words);
    return {
      text,
      ...(presence !== undefined && { required: !/^optional$/i.test(presence) }),
      ...(access && { access }),
    };
  }
  const isSentence =
    !match[0].includes('.') &&
    /^(?:for|if|when|only|unless|in|to|by|on|with|fields?|param)\b/i.test(text.slice(match[0].length));
  return isSentence ? { text } : { text, required: !/^optional/i.test(match[1] ?? '') };
}

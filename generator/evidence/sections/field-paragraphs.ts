import type { ListItem, ProseBlock } from '../../pages/page.ts';
import {
  definitions,
  indentedText,
  innerDefinitions,
  isNotedTerm,
  listOf,
  typedDefinitions,
  withInner,
} from './definition-lists.ts';
import { headingRole, type PartRole } from './heading-roles.ts';
import { introducedRole } from './introductions.ts';
import { readListHead } from './list-head.ts';
import { nameColumns } from './name-columns.ts';
import type { Part } from './units.ts';
import { codedClass } from './type-notations.ts';
import { wholeType } from './whole-types.ts';

/** Roles of sections whose paragraphs or inner sections may each describe a value. */
export const fieldRoles: ReadonlySet<PartRole> = new Set([
  'parameters',
  'query',
  'path',
  'header',
  'cookie',
  'url',
  'body',
  'response',
]);

/**
 * Parts in which the paragraphs that describe one value each are the list that they stand for: definition lists (`name` on a
 * line, `: text` on the next), and paragraphs that begin with a name and its marks (`**limit** <Optional />`), with those
 * behind them that tell more of it. Only under headings of parameters, bodies and the like. Gives no diagnostics.
 */
export function withFieldParagraphs(parts: readonly Part[]): Part[] {
  const result: Part[] = [];
  let list: { readonly part: Part; items: ListItem[] } | undefined;
  let presence = '';
  const close = (): void => {
    presence = '';
    if (list) result.push({ ...list.part, block: listOf(list.items) });
    list = undefined;
  };
  for (const [at, part] of parts.entries()) {
    const { block } = part;
    const inner = list && block.kind === 'code' ? innerDefinitions(block) : undefined;
    if (list && inner) {
      list.items = withInner(list.items, inner);
      continue;
    }
    const final = list?.items.at(-1);
    const text = list && list.part.section === part.section && block.kind === 'code' ? indentedText(block) : undefined;
    if (list && final && text !== undefined) {
      list.items[list.items.length - 1] = { ...final, text: `${final.text}\n\n${text}` };
      continue;
    }
    if (list && final && block.kind === 'prose' && block.items && isEnum(final)) {
      const values = block.text.replaceAll(/^[-*+]\s{1,3}(`[^`\n]{1,100}`)(?:\s{1,3}(?=[A-Za-z]))?/gm, '* $1 - ');
      list.items[list.items.length - 1] = { ...final, text: `${final.text}\n\n${values}` };
      continue;
    }
    const isAnnounced = fieldRoles.has(part.role) || (part.role === 'error' && part.status !== undefined);
    const isParagraph =
      block.kind === 'prose' &&
      block.form === 'paragraph' &&
      (isAnnounced ||
        (part.role === 'other' &&
          (typedDefinitions(block) !== undefined ||
            isTypedHead(block.text) ||
            tellsMore(list, part) ||
            isAnnouncedTerm(list, part, parts[at - 1]))));
    if (list && (!isParagraph || list.part.section !== part.section)) close();
    const columns = fieldRoles.has(part.role) && block.kind === 'code' ? nameColumns(block) : undefined;
    if (columns) {
      result.push({ ...part, block: listOf(columns) });
      continue;
    }
    if (!isParagraph) {
      result.push(part);
      continue;
    }
    const stated = /^[*_]{0,3}(required|optional)\s?:?[*_]{0,3}:?$/i.exec(block.text.trim())?.[1];
    if (stated !== undefined) {
      presence = stated.toLowerCase();
      const next = parts[at + 1]?.block;
      // it is what a table or list is announced by
      if (next?.kind === 'table' || (next?.kind === 'prose' && next.items)) result.push(part);
      continue;
    }
    if (exampleLabel.test(block.text.trim())) {
      close();
      result.push(part);
      continue;
    }
    // what stands alone below a heading for the whole is its class
    const isClass = codedClass(block.text) !== undefined && isOnlyPart(parts, part);
    const items = isClass ? undefined : (filledNames(block, presence) ?? fieldItems(block));
    const last = list?.items.at(-1);
    if (items) {
      list ??= { part, items: [] };
      list.items.push(...items);
    } else if (list && (announcesMore(block.text) || isLabelledPart(block.text) || saysAnswer.test(block.text))) {
      close();
      result.push(part);
    } else if (list && last) list.items[list.items.length - 1] = { ...last, text: `${last.text}\n\n${block.text}` };
    else result.push(part);
  }
  close();
  return result;
}

/** A line that is the label of an example with the name of that: `**Example: Two boxes**`. */
const exampleLabel = /^(\*\*|__)(?:examples?|samples?):[^*_\n]{1,100}\1:?$/i;

function isOnlyPart(parts: readonly Part[], { section }: Part): boolean {
  return parts.filter((one) => one.section === section).length === 1;
}

/** Whether a paragraph begins with a name in code or bold and the words for its type: `` `size` *integer* **required** ``. Gives no diagnostics. */
export function isTypedHead(text: string): boolean {
  const head = /^(?:`|\*\*)[a-z_]/.test(text) && isFieldHead(text) ? readListHead(text, false) : undefined;
  return head?.notes.words !== undefined;
}

/** Whether a paragraph that nothing announces says more of the value before it, of which nothing but its type is said yet. */
function tellsMore(
  list: { readonly part: Part; readonly items: readonly ListItem[] } | undefined,
  part: Part,
): boolean {
  const last = list?.items.at(-1);
  const { block } = part;
  if (!last || list?.part.section !== part.section || block.kind !== 'prose') return false;
  const isBare = isTypedHead(last.text) && readListHead(last.text, false)?.rest.trim() === '';
  return isBare && !/^\W{0,3}(?:returns?|responds?|response|result|example)\b/i.test(block.text);
}

/** Whether a definition list, which says nothing but texts, stands right below a line that announces values, or goes on with such a list. */
function isAnnouncedTerm(list: { readonly part: Part } | undefined, { section, block }: Part, before?: Part): boolean {
  if (block.kind !== 'prose' || definitions(block) === undefined) return false;
  if (list) return list.part.section === section;
  if (before?.block.kind !== 'prose' || before.section !== section || !/:\W{0,3}$/.test(before.block.text))
    return false;
  const role = introducedRole(before.block.text);
  return role !== undefined && fieldRoles.has(role);
}

/** A paragraph of its own that says what comes back speaks of the operation, not of the value before it. */
const saysAnswer = /^(?:returns|(?:responds|answers|replies)\swith)\s/i;

/** Whether a line announces another list: `The body has these fields:`. */
function announcesMore(text: string): boolean {
  return text.length <= 200 && /:\s*$/.test(text) && introducedRole(text) !== undefined;
}

/** Whether an item describes one of some values, and does not yet say which. */
function isEnum({ text }: ListItem): boolean {
  return text.length <= 300 && /^enum$/i.test(readListHead(text, false)?.notes.words ?? '');
}

/** Whether a paragraph is another part of the operation, by the label it begins with: `**Returns** a list of books.` */
function isLabelledPart(text: string): boolean {
  const label = /^(?:\*\*|__)([A-Z][\w ]{2,30}):?(?:\*\*|__)[\s:]/.exec(text)?.[1] ?? '';
  const { role, isPlain } = headingRole(label);
  return isPlain && (role === 'response' || role === 'error');
}

/** The values that a paragraph describes; undefined where it is prose. */
function fieldItems(block: ProseBlock): ListItem[] | undefined {
  return (
    definitions(block) ??
    notedTerms(block) ??
    fieldLines(block) ??
    (isFieldHead(block.text) ? [itemOf(block.text, block)] : undefined)
  );
}

/** Names with notes on a line each, with lines of text below them: `size (integer, required)`. */
function notedTerms(block: ProseBlock): ListItem[] | undefined {
  const { document, line } = block.location;
  const items: ListItem[] = [];
  for (const [index, text] of block.text.split('\n').entries()) {
    const last = items.at(-1);
    const [, term = '', said = ''] =
      /^\s{0,3}([\w.$[\]-]{1,100}\s\([^()\n]{1,200}\))(?:\s{0,3}|\s?[-–:]\s(\S.*))$/.exec(text) ?? [];
    const isTerm = /^\s{0,3}[\w.$[\]-]{1,100}\s\(.*\)\s*$/.test(text) && isNotedTerm(text);
    if (isTerm) items.push({ ...itemOf(`${text.trim()}:`, block), location: { document, line: line + index } });
    else if (said !== '' && isNotedTerm(term)) {
      items.push({ ...itemOf(`${term}: ${said}`, block), location: { document, line: line + index } });
    } else if (last) items[items.length - 1] = { ...last, text: `${last.text} ${text.trim()}` };
    else return undefined;
  }
  return items;
}

/**
 * Values on a line each, of which each begins with a name and a note, or with a name where the line before it is broken off by
 * its writer: `` `name` (string): text``. Lines between them go on with the value before.
 */
function fieldLines(block: ProseBlock): ListItem[] | undefined {
  const { document, line } = block.location;
  const items: ListItem[] = [];
  let isBroken = true;
  for (const [index, text] of block.text.split('\n').entries()) {
    const head = isFieldHead(text) && !choice.test(text) ? readListHead(text, false) : undefined;
    const last = items.at(-1);
    if (head && (isBroken || Object.keys(head.notes).length > 0)) {
      items.push({ ...itemOf(text.replace(lineBreak, ''), block), location: { document, line: line + index } });
    } else if (last) {
      items[items.length - 1] = { ...last, text: `${last.text}\n${text.replace(lineBreak, '')}` };
    } else return undefined;
    isBroken = lineBreak.test(text);
  }
  return items.length > 1 ? items : undefined;
}

/** Values to choose from: ``` `red` | `blue` ```. */
const choice = /^`[^`\n]{1,100}`(?:\s?\\?\|\s?|\/|\sor\s)`/;

/** A hard line break (CommonMark 0.31, section 6.7), or the element for one. */
const lineBreak = /(?: {2}|\\|<br\s?\/?>)$/;

/** Names with the words for what is to be filled in, and nothing else: `id=[integer]`; each as an item with notes. */
function filledNames(block: ProseBlock, presence: string): ListItem[] | undefined {
  const items = block.text.split(/\n|<br\s?\/?>/).flatMap((line, index): ListItem[] | undefined => {
    const text = line.trim();
    if (text === '') return [];
    const [, name, words = ''] = /^`?([A-Za-z_][\w.$-]{0,100})\s?[=:]\s?\[([^\][`]{0,60})\]`?,?$/.exec(text) ?? [];
    const notes = [words, presence].filter((note) => note !== '').join(', ');
    const location = { document: block.location.document, line: block.location.line + index };
    const item = { text: `\`${name}\`${notes === '' ? '' : ` (${notes})`}`, items: [], blocks: [], location };
    return name === undefined ? undefined : [item];
  });
  const found = items.filter((item) => item !== undefined);
  return found.length === items.length && found.length > 0 ? found : undefined;
}

function itemOf(text: string, { location }: ProseBlock): ListItem {
  return { text, items: [], blocks: [], location };
}

/** A name in marks with a note, or one that can be no word of a sentence, and nothing or a separator behind it. */
function isFieldHead(text: string): boolean {
  if (wholeType(text) !== undefined) return false;
  const head = readListHead(text, false);
  if (!head?.isStrong) return false;
  return (
    Object.keys(head.notes).length > 0 ||
    text.startsWith('`') ||
    head.names.every((name) => /^[a-z][^A-Z]*$|_/.test(name))
  );
}

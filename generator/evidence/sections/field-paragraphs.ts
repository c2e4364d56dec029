import type { ListItem, ProseBlock } from '../../pages/page.ts';
import type { PartRole } from './heading-roles.ts';
import { introducedRole } from './introductions.ts';
import { readListHead } from './list-head.ts';
import type { Part } from './units.ts';

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
  let list: { readonly part: Part; readonly items: ListItem[] } | undefined;
  let presence = '';
  const close = (): void => {
    presence = '';
    if (list) result.push({ ...list.part, block: listOf(list.items) });
    list = undefined;
  };
  for (const part of parts) {
    const { block } = part;
    const isParagraph = block.kind === 'prose' && block.form === 'paragraph' && fieldRoles.has(part.role);
    if (list && (!isParagraph || list.part.section !== part.section)) close();
    if (!isParagraph) {
      result.push(part);
      continue;
    }
    const stated = /^[*_]{0,3}(required|optional)\s?:?[*_]{0,3}:?$/i.exec(block.text.trim())?.[1];
    if (stated !== undefined) {
      presence = stated.toLowerCase();
      continue;
    }
    const items = filledNames(block, presence) ?? fieldItems(block);
    const last = list?.items.at(-1);
    if (items) {
      list ??= { part, items: [] };
      list.items.push(...items);
    } else if (list && announcesMore(block.text)) {
      close();
      result.push(part);
    } else if (list && last) list.items[list.items.length - 1] = { ...last, text: `${last.text}\n\n${block.text}` };
    else result.push(part);
  }
  close();
  return result;
}

/** Whether a line announces another list: `The body has these fields:`. */
function announcesMore(text: string): boolean {
  return text.length <= 200 && /:\s*$/.test(text) && introducedRole(text) !== undefined;
}

function listOf(items: readonly ListItem[]): ProseBlock {
  const text = items.map((item) => item.text).join('\n');
  const location = items[0]?.location ?? { document: '', line: 1 };
  const endLine = items.at(-1)?.location.endLine ?? items.at(-1)?.location.line;
  return {
    kind: 'prose',
    form: 'list',
    text,
    items,
    location: { ...location, ...(endLine !== undefined && { endLine }) },
  };
}

/** The values that a paragraph describes; undefined where it is prose. */
function fieldItems(block: ProseBlock): ListItem[] | undefined {
  return definitions(block) ?? fieldLines(block) ?? (isFieldHead(block.text) ? [itemOf(block.text, block)] : undefined);
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
    const head = isFieldHead(text) ? readListHead(text, false) : undefined;
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
  const head = readListHead(text, false);
  if (!head?.isStrong) return false;
  return (
    Object.keys(head.notes).length > 0 ||
    text.startsWith('`') ||
    head.names.every((name) => /^[a-z][^A-Z]*$|_/.test(name))
  );
}

/** The terms of a definition list (PHP Markdown Extra) with what is said of each. */
function definitions(block: ProseBlock): ListItem[] | undefined {
  const items: ListItem[] = [];
  const lines = block.text.split('\n');
  for (const [index, line] of lines.entries()) {
    const last = items.at(-1);
    const text = /^:\s{1,3}(\S.*)$/.exec(line)?.[1];
    if (text !== undefined && last) items[items.length - 1] = { ...last, text: `${last.text} ${text}` };
    else if (text !== undefined) return undefined;
    else if (term.test(line.trim())) items.push(termItem(line.trim(), block, index));
    else if (/^[ ]{0,3}:\s/.test(lines[index + 1] ?? '') && isNotedTerm(line)) {
      items.push({ ...termItem(line, block, index), text: `${line.trim()}:` });
    } else if (last && / /.test(last.text)) items[items.length - 1] = { ...last, text: `${last.text}\n${line}` };
    else return undefined;
  }
  return items.length > 0 && items.every((item) => / /.test(item.text)) ? items : undefined;
}

/** Whether a line is a name with notes behind it, and nothing else: `size (integer, required)`. */
function isNotedTerm(line: string): boolean {
  const head = readListHead(line.trim(), true);
  return head !== undefined && head.rest === '' && Object.keys(head.notes).length > 0;
}

const term = /^[*`]{0,2}[:@$]?[A-Za-z_][\w.$[\]{}-]{0,100}[*`]{0,2}\\?$/;

function termItem(line: string, block: ProseBlock, index: number): ListItem {
  const { document } = block.location;
  const name = line.replaceAll(/[*`\\]/g, '');
  return { ...itemOf(`\`${name}\`:`, block), location: { document, line: block.location.line + index } };
}

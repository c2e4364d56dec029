import type { Block, ListItem } from '../../pages/page.ts';
import { tableColumns, type Column } from './columns.ts';
import { links, plainText } from './markup.ts';
import { isSection, type Section } from './outline.ts';

/**
 * The anchors, in lower case, of the sections of a page that types of values link to: `array of [lid](#lid) objects` in a column
 * of types, or in the notes behind the name with which an item begins. The page may call itself by its file. Gives no diagnostics.
 */
export function linkedTypes(root: Section): ReadonlySet<string> {
  const found = new Set<string>();
  const waiting = [root];
  for (let section = waiting.pop(); section; section = waiting.pop()) {
    for (const part of section.parts) {
      if (isSection(part)) waiting.push(part);
      else for (const anchor of typeTexts(part).flatMap((text) => ownAnchors(text, fileOf(part)))) found.add(anchor);
    }
  }
  return found;
}

/** What the links of a text lead to in its own page, which is called `file` without its ending. */
function ownAnchors(text: string, file: string): string[] {
  return links(text).flatMap(({ target }) => {
    const [page = '', anchor = ''] = target.split('#');
    return page === '' || fileName(page) === file ? anchor.toLowerCase() : [];
  });
}

function fileOf({ location }: Block): string {
  return fileName(location.document);
}

function fileName(path: string): string {
  return (path.split('/').findLast((segment) => segment !== '') ?? '').replace(/\.\w{1,5}$/, '');
}

/** Types that leave it to the description what is in them. */
export const holdsObjects: RegExp = /^(?:json )?(?:objects?|(?:array|list)(?: of objects?)?|object\[\]|hash|map)$/i;

/** The texts of a block that say what type a value has. */
function typeTexts(block: Block): string[] {
  if (block.kind === 'table') {
    const columns = tableColumns(block);
    const cellOf = (cells: readonly string[], column: Column): string => cells[columns.get(column) ?? -1] ?? '';
    return block.rows.flatMap(({ cells }) => {
      const type = cellOf(cells, 'type');
      return holdsObjects.test(plainText(type.slice(0, 200))) ? [type, cellOf(cells, 'description')] : [type];
    });
  }
  if (block.kind !== 'prose') return [];
  return block.items
    ? block.items.flatMap(itemNotes)
    : [answer, sentence].flatMap((form) => [...block.text.slice(0, 2000).matchAll(form)].map(([line]) => line));
}

/** A sentence that says what is taken or given back: `Returns a list of [boxes](#box)`, `The body is a [Box](#box)`. */
const sentence =
  /\b(?:returns?|returned|(?:responds?|answers?|repl(?:y|ies))\swith|takes?|accepts?|(?:body|response|payload)\s(?:is|contains))\s(?:(?!see\b|with\b|by\b|as\b|in\b|to\b|from\b|for\b|per\b)[A-Za-z-]{1,20}\s){0,5}\[[^\][\n]{1,100}\]\([^()\s]{0,100}#[^()\s]{1,100}\)(?=$|[.,:;]|\s(?:objects?|with|on|if|when|as|in|for)\b|\s[(–—-])/gi;

/** A line that says what a status answers with: `200 ([Box](#box)): OK`. */
const answer = /^\W{0,4}[1-5]\d\d\W{0,3}\s\(\[[^\][\n]{1,100}\]\([^()\s]{1,200}\)\)/gm;

/** What stands in parentheses behind the name in code or bold with which an item begins, and those of the items in it. */
function itemNotes({ text, items }: ListItem): string[] {
  const [, notes] =
    /^(?:`[^`\n]{1,100}`|\*\*[^*\n]{1,100}\*\*|[A-Za-z_$][\w$.-]{0,60}(?=\s\((?:(?:array|list)\sof\s)?\[))\s?\(([^()\n]{0,200}\([^()\n]{1,200}\)[^()\n]{0,100})\)/.exec(
      text,
    ) ?? [];
  const [, behind] = typeBehind.exec(text) ?? [];
  const [, labelled] = /^[*_`]{0,3}type[*_`]{0,3}\s?:\s{0,3}(.{1,300})$/i.exec(text) ?? [];
  return [notes, behind, labelled].flatMap((one) => one ?? []).concat(items.flatMap(itemNotes));
}

/** A link right behind the name with which an item begins, where types stand: `` `owner`: [Owner](#owner) ``, `**parts** (required) array of [Part](#part)`. */
const typeBehind =
  /^(?:(?:\*\*)?`[^`\n]{1,100}`(?:\*\*)?|\*\*[^*\n]{1,100}\*\*)(?:\s?\((?:required|optional)\))?[\s:–—-]{1,5}(?:(?:array|list)\sof\s|an?\s)?(\[[^\][\n]{1,100}\]\([^()\s]{1,200}\))/i;

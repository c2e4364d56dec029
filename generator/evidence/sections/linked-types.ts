import type { Block, ListItem } from '../../pages/page.ts';
import { tableColumns, type Column } from './columns.ts';
import { links, plainText } from './markup.ts';
import { sectionTitle } from './entity-titles.ts';
import { isSection, type Section } from './outline.ts';
import { isClassName } from './type-notations.ts';

/**
 * The anchors, in lower case, of the sections of a page that types of values link to: `array of [lid](#lid) objects` in a column
 * of types, or in the notes behind the name with which an item begins; and of those whose very title a sentence or a type gives as
 * the name of what is given back (`Returns a Box object`). The page may call itself by its file. Gives no diagnostics.
 */
export function linkedTypes(root: Section): ReadonlySet<string> {
  const found = new Set<string>();
  const names = new Set<string>();
  const named: Section[] = [];
  const waiting = [root];
  for (let section = waiting.pop(); section; section = waiting.pop()) {
    if (section.heading && section.depth > 1) named.push(section);
    for (const part of section.parts) {
      if (isSection(part)) waiting.push(part);
      else {
        for (const anchor of typeTexts(part).flatMap((text) => ownAnchors(text, fileOf(part)))) found.add(anchor);
        for (const name of namesIn(part)) names.add(name);
      }
    }
  }
  if (names.size === 0) return found;
  const titled = named.filter((section) => names.has(sectionTitle(section)));
  for (const anchor of titled.flatMap(({ anchors }) => anchors)) found.add(anchor.toLowerCase());
  return found;
}

/** The names of objects that a block says are given back or taken, without links: `Returns a Box object`, ``an array of `Box` ``. */
function namesIn(block: Block): string[] {
  if (block.kind === 'table') {
    const at = tableColumns(block).get('type');
    return at === undefined ? [] : block.rows.flatMap(({ cells }) => className(cells[at] ?? ''));
  }
  if (block.kind !== 'prose' || block.items) return [];
  return [...block.text.slice(0, 2000).matchAll(spoken)].flatMap(([, coded, said]) => coded ?? said ?? []);
}

/** The name of a class of which a type is, or is a list: `Box`, `Box[]`, `array of Box`. */
function className(cell: string): string[] {
  const text = plainText(cell.slice(0, 200)).replace(/^(?:array|list) of (\w+?)(?: objects?)?$/i, '$1');
  const name = text.replace(/\[\]$/, '');
  return isClassName(name) ? [name] : [];
}

const spoken =
  /\b(?:[Rr]eturns?|returned|(?:[Rr]esponds?|[Aa]nswers?|[Rr]epl(?:y|ies))\swith|[Tt]akes?|[Aa]ccepts?|(?:body|response|payload)\s(?:is|contains))\s(?:(?!see\b|with\b|by\b|as\b|in\b|to\b|from\b|for\b|per\b)[a-z-]{1,20}\s){0,5}(?:`([A-Z]\w{0,60}(?: \w{1,40}){0,3})`|([A-Z]\w{0,60}(?: [A-Z\d]\w{0,40}){0,3})(?=\sobjects?\b))/g;

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
    : [answer, label, sentence].flatMap((form) => [...block.text.slice(0, 2000).matchAll(form)].map(([line]) => line));
}

/** A sentence that says what is taken or given back: `Returns a list of [boxes](#box)`, `The body is a [Box](#box)`. */
const sentence =
  /\b(?:returns?|returned|(?:responds?|answers?|repl(?:y|ies))\swith|takes?|accepts?|(?:body|response|payload)\s(?:is|contains))\s(?:(?!see\b|with\b|by\b|as\b|in\b|to\b|from\b|for\b|per\b)[A-Za-z-]{1,20}\s){0,5}\[[^\][\n]{1,100}\]\([^()\s]{0,100}#[^()\s]{1,100}\)(?=$|[.,:;]|\s(?:objects?|with|on|if|when|as|in|for)\b|\s[(–—-])/gi;

/** A line that says what a status answers with: `200 ([Box](#box)): OK`. */
const answer = /^\W{0,4}[1-5]\d\d\W{0,3}\s\(\[[^\][\n]{1,100}\]\([^()\s]{1,200}\)\)/gm;

/** A label of an answer with the object behind it: `Response: [Box](#box)`, ``Returns (`200 OK`): array of [Box](#box)``. */
const label =
  /^[*_]{0,3}(?:response|returns?|result|output|answer)\b[^\n[\]:]{0,30}:[*_]{0,3}\s{0,3}(?:(?:an?\s)?(?:array|list)\sof\s)?\[[^\][\n]{1,100}\]\([^()\s]{0,100}#[^()\s]{1,100}\)/gim;

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

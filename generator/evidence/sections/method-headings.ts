import { trimmed } from '../../base/trim.ts';
import type { Block, HeadingBlock, ListItem, ProseBlock } from '../../pages/page.ts';
import { httpMethod } from '../endpoints.ts';
import { withPartsInLists } from './parts-in-lists.ts';
import { withHeaderRows } from './header-rows.ts';
import { withBoldHeadings } from './bold-headings.ts';
import { withCommentedCalls } from './commented-code.ts';
import { withLabelledHeadings } from './labelled-headings.ts';
import { saysOperation } from './labelled-list.ts';
import { withMethodOfAll } from './method-of-all.ts';
import { withCalledMethods } from './method-templates.ts';
import { blocksBelow, methodOfPath } from './path-headings.ts';
import { plainText } from './markup.ts';
import { withSharedPaths } from './shared-paths.ts';
import { withTableMethods } from './table-methods.ts';

/** A heading that is a path, alone or in brackets behind a name: `/books`, `Book [/books/{id}]` (API Blueprint). */
const pathHeading = /^(?:[^[\]\n]{0,200}\[)?((?:https?:\/)?\/[^\s[\]]{0,500})\]?$/;
/** A heading that is a method, alone, before a name or in brackets behind one: `GET`, `POST: add a book`, `Add [POST]`. */
const methodHeading = /^([A-Z]{3,7})(?:\s*[:–—-]\s*(\S.{0,200}))?$|^(\S[^[\]\n]{0,200}?)\s*[[(]([A-Z]{3,7})[\])]$/;

/** The query that a heading says beside the method: `GET (optional ?depth=1)`. */
const queryNote = /\s{1,3}\((?:optional(?:ly)?:?\s)?\?([\w.=&<>{}[\]-]{1,200})\)$/;

/**
 * Blocks in which the headings that only name a method, below a heading that names the path, name both: `POST /books`; so does a
 * heading that names a path, where what stands below it says the one method, or a heading that is the name of a method, see
 * `withCalledMethods`; names of values over labelled lines are tables, see `withLabelledHeadings`; headings of methods beside the path of all, see `withSharedPaths`; lines in bold are headings where operations begin at them, see `withBoldHeadings`; and tables of paths have the method of
 * their heading, see `withTableMethods`, as addresses have that of all requests, see `withMethodOfAll`. All other blocks are as they were. Gives no diagnostics.
 */
export function withWholeHeadings(given: readonly Block[]): readonly Block[] {
  const labelled = withLabelledHeadings(given);
  const blocks = withTableMethods(
    withBoldHeadings(
      withCommentedCalls(
        withCalledMethods(withMethodOfAll(withSharedPaths(withHeaderRows(withPartsInLists(labelled))))),
      ),
    ),
  );
  if (!blocks.some((block) => block.kind === 'heading' && pathOf(block) !== undefined)) return blocks;
  let above: { readonly path: string; readonly depth: number; readonly shared: Block[]; isOpen: boolean } | undefined;
  return blocks.flatMap((block, at): readonly Block[] => {
    if (block.kind !== 'heading') {
      if (!above?.isOpen || block.kind !== 'prose') return [block];
      const { shared, own } = partedList(block);
      above.shared.push(...shared);
      return own;
    }
    if (above && block.depth <= above.depth) above = undefined;
    const path = pathOf(block);
    if (path !== undefined) {
      above = { path, depth: block.depth, shared: [], isOpen: true };
      return [withMethod(block, path, blocksBelow(blocks, block, at))];
    }
    const whole = above ? wholeText(block, above.path) : undefined;
    if (above) above.isOpen = false;
    return whole === undefined ? [block] : [{ ...block, text: whole }, ...(above?.shared ?? [])];
  });
}

function withMethod(heading: HeadingBlock, path: string, inside: readonly Block[]): HeadingBlock {
  if (inside.some((block) => block.kind === 'heading' && wholeText(block, path) !== undefined)) return heading;
  // a list that says both method and address says more than the heading
  if (inside.some((block) => block.kind === 'prose' && saysOperation(block.items ?? []))) return heading;
  const method = methodOfPath(path, inside)?.toUpperCase();
  return method === undefined ? heading : { ...heading, text: heading.text.replace(path, () => `${method} ${path}`) };
}

function isShared({ text }: ListItem): boolean {
  return /^(?:URI )?Parameters\b[^:\n]{0,40}$/.test(text.split('\n')[0] ?? '');
}

/** The parameters of a path among the items of a list (`+ Parameters`), which are those of every method below, and what is left. */
function partedList(block: ProseBlock): { readonly shared: Block[]; readonly own: Block[] } {
  const items = block.items ?? [];
  const shared = items.filter(isShared);
  if (shared.length === 0 || !block.text.startsWith('+ ')) return { shared: [], own: [block] };
  const own = items.filter((item) => !isShared(item));
  // they are never sent in a body (API Blueprint, URI parameters section)
  const inUri = shared.map((item) => ({ ...item, text: item.text.replace(/^(?:URI )?/, 'URI ') }));
  return { shared: [{ ...block, items: inUri }], own: own.length > 0 ? [{ ...block, items: own }] : [] };
}

function pathOf({ text }: HeadingBlock): string | undefined {
  const path = text.length > 800 ? undefined : pathHeading.exec(plainText(text))?.[1];
  return path?.replace(/\{[?&]([\w,.*~-]{1,300})\}$/, (_, names: string) => queryOf(names));
}

/** The names of a form-style query expansion (RFC 6570, section 3.2.8) as a query. */
function queryOf(names: string): string {
  return `?${names
    .split(',')
    .map((name) => `${name.replace('*', '')}={${name.replace('*', '')}}`)
    .join('&')}`;
}

function wholeText({ text }: HeadingBlock, path: string): string | undefined {
  const plain = plainText(text.slice(0, 500));
  const [, query] = queryNote.exec(plain) ?? [];
  const [, first = '', behind, before, last = first] = methodHeading.exec(plain.replace(queryNote, '')) ?? [];
  if (httpMethod(last) === undefined) return undefined;
  const title = trimmed(behind ?? before ?? '', ' :–—-');
  const target = query === undefined ? path : `${path}${path.includes('?') ? '&' : '?'}${query}`;
  return title === '' ? `${last} ${target}` : `${title} [${last} ${target}]`;
}

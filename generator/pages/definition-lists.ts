import type { Location } from '../base/location.ts';
import type { Block, ListItem, ProseBlock } from './page.ts';

/**
 * A `<dl>` as the list that it is: an item for each term, which begins with it and goes on with its description; lists in a
 * description are nested in the item, code and tables stand in it. Undefined where no term stands in it. Gives no diagnostics.
 */
export function definitionList(children: readonly Block[], location: Location): Block[] | undefined {
  const items: OpenItem[] = [];
  let isTerm = false;
  for (const child of opened(children)) {
    const part = child.kind === 'element' ? child.tag.toLowerCase() : '';
    if (part === 'dt') items.push({ term: [], rest: [], location: child.location });
    if (part === 'dt' || part === 'dd') isTerm = part === 'dt';
    const item = items.at(-1);
    if (!item) return undefined;
    // where the end tags are left out, the text stands beside its element
    const own = child.kind === 'element' && part !== '' && /^d[td]$/.test(part) ? child.children : [child];
    for (const block of own) (isTerm ? item.term : item.rest).push(block);
  }
  if (items.length === 0) return undefined;
  const read = items.map(itemOf);
  const text = read.map((item) => `- ${item.text.replaceAll('\n', ' ')}`).join('\n');
  return [{ kind: 'prose', form: 'list', text, items: read, location }, ...read.flatMap(innerBlocks)];
}

/**
 * A `<ul>` or `<ol>` among Markdown as the list that it is, with the marks of Markdown; undefined where anything but items stands in
 * it. Gives no diagnostics.
 */
export function elementList(children: readonly Block[], location: Location): Block[] | undefined {
  const items = children.flatMap((child) =>
    child.kind === 'element' && child.tag.toLowerCase() === 'li'
      ? [itemOf({ term: [], rest: [...child.children], location: child.location })]
      : [],
  );
  if (items.length === 0 || items.length < children.length) return undefined;
  const text = items.map((item) => `- ${item.text.replaceAll('\n', ' ')}`).join('\n');
  return [{ kind: 'prose', form: 'list', text, items, location }, ...items.flatMap(innerBlocks)];
}

interface OpenItem {
  readonly term: Block[];
  readonly rest: Block[];
  readonly location: Location;
}

/** The parts of a list, those in the `<div>`s that may group them included (HTML, section 4.4.9). */
function opened(children: readonly Block[]): Block[] {
  return children.flatMap((child) =>
    child.kind === 'element' && child.tag.toLowerCase() === 'div' ? [...child.children] : [child],
  );
}

function itemOf({ term, rest, location }: OpenItem): ListItem {
  const said = rest.filter((block) => block.kind === 'prose' && block.form !== 'list');
  const lists = rest.filter((block): block is ProseBlock => block.kind === 'prose' && block.form === 'list');
  const blocks = rest.filter((block) => block.kind === 'code' || block.kind === 'table');
  const text = [texts(term), texts(said)]
    .map(inMarkdown)
    .filter((one) => one !== '')
    .join(': ');
  return { text, items: lists.flatMap(({ items }) => items ?? []), blocks, location };
}

function texts(blocks: readonly Block[]): string {
  return blocks
    .map((block) => (block.kind === 'element' ? texts(block.children) : 'text' in block ? block.text : ''))
    .join(' ')
    .trim();
}

/** How Markdown marks what inline elements mark. */
const marks: Readonly<Record<string, readonly [string, string]>> = {
  code: ['`', '`'],
  kbd: ['`', '`'],
  samp: ['`', '`'],
  tt: ['`', '`'],
  var: ['`', '`'],
  em: ['*', '*'],
  i: ['*', '*'],
  strong: ['**', '**'],
  b: ['**', '**'],
  small: ['(', ')'],
};

/** A component that shows a word or two: `<Badge text="string" />`. */
const badge = /<[A-Z]\w{0,40}\s[^<>]{0,200}?\b(?:text|label)=["']([A-Za-z][\w[\]<>| -]{0,40})["'][^<>]{0,200}\/>/g;

/** A term or its description with the marks of Markdown: names, notes and values are told apart by them. */
function inMarkdown(text: string): string {
  const element = /<(code|kbd|samp|tt|var|em|i|strong|b|small)(?:\s[^<>]{0,200})?>([^<>]{1,300})<\/\1>/gi;
  return text
    .replaceAll(badge, (whole, words: string) => (/^[A-Z]{3,7}$/.test(words) ? whole : `(${words})`))
    .replaceAll(element, (_, name: string, inner: string) => {
      const [open = '', close = ''] = marks[name.toLowerCase()] ?? [];
      return /^\(.*\)$/.test(inner.trim()) && open === '(' ? inner : `${open}${inner.trim()}${close}`;
    })
    .replaceAll(/<br\s*\/?>/gi, ' ');
}

function innerBlocks(item: ListItem): Block[] {
  return [...item.blocks, ...item.items.flatMap(innerBlocks)];
}

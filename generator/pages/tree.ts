import type { Location } from '../base/location.ts';
import type { Report } from '../base/diagnostic.ts';
import { definitionList, elementList } from './definition-lists.ts';
import { listTable } from './list-tables.ts';
import type { Block, CodeBlock, ElementBlock } from './page.ts';
import { withWholeEndpoints } from './split-endpoints.ts';
import { withTabLabels } from './tab-labels.ts';
import type { Tag } from './tag.ts';

/** Deeper elements are read as if they were empty, so that every later step may recurse. */
const maxDepth = 100;

interface Open {
  readonly tag: Tag;
  readonly line: number;
  readonly children: Block[];
}

function count(counts: Map<string, number>, name: string, by: number): void {
  counts.set(name, (counts.get(name) ?? 0) + by);
}

/** Adds blocks one by one: a large page has more than a call takes arguments. */
function append(target: Block[], blocks: readonly Block[]): void {
  for (const block of blocks) target.push(block);
}

/** How `elementTree` reads what stands between tags. */
interface TreeReader {
  readonly document: string;
  readonly text: string;
  /** The offset at which the text begins (after front matter). */
  readonly from: number;
  lineOf(offset: number): number;
  /** The blocks of the Markdown between two offsets; `nested` within an element. */
  blocks(start: number, end: number, nested: boolean): Block[];
}

/**
 * Makes a tree of blocks from the tags of a text and what stands between them. An element that is never ended ends
 * with its parent, and elements of its own name in it become its siblings; a stray end tag is dropped. More than
 * 100 levels give one `pages/partly-read`.
 */
export function elementTree(tags: readonly Tag[], reader: TreeReader, report: Report): Block[] {
  const root: Block[] = [];
  const stack: Open[] = [];
  const openCount = new Map<string, number>();
  const refused = new Map<string, number>();
  let tooDeep = false;
  const current = (): Block[] => stack.at(-1)?.children ?? root;
  const place = (line: number, end: number): Location => {
    const endLine = reader.lineOf(Math.max(0, end - 1));
    return { document: reader.document, line, ...(endLine > line && { endLine }) };
  };
  const close = (end: number, ended: boolean): void => {
    const open = stack.pop();
    if (!open) return;
    count(openCount, open.tag.name, -1);
    const { tag, children } = open;
    const split = ended ? -1 : children.findIndex((block) => block.kind === 'element' && block.tag === tag.name);
    const own = split === -1 ? children : children.slice(0, split);
    const location = place(open.line, end);
    const list = listOf(tag.name.toLowerCase(), own, location);
    append(current(), list ?? [finished(tag, own, location)]);
    append(current(), split === -1 ? [] : children.slice(split));
  };
  const open = (tag: Tag): void => {
    const line = reader.lineOf(tag.start);
    if (tag.blocks) current().push(...tag.blocks);
    else if (tag.kind === 'empty') current().push(finished(tag, [], place(line, tag.end), line));
    else if (stack.length < maxDepth) {
      count(openCount, tag.name, 1);
      stack.push({ tag, line, children: [] });
    } else {
      if (!tooDeep) {
        const reason = `elements nested more than ${maxDepth} levels deep`;
        report.add('pages/partly-read', place(line, tag.end), { part: 'what is inside', reason });
      }
      tooDeep = true;
      count(refused, tag.name, 1);
      current().push(finished(tag, [], place(line, tag.end)));
    }
  };
  const end = (tag: Tag): void => {
    if ((refused.get(tag.name) ?? 0) > 0) return count(refused, tag.name, -1);
    if ((openCount.get(tag.name) ?? 0) === 0) return;
    while (stack.length > 0 && stack.at(-1)?.tag.name !== tag.name) close(tag.start, false);
    close(tag.end, true);
  };

  let at = reader.from;
  for (const tag of tags) {
    append(current(), reader.blocks(at, tag.start, stack.length > 0));
    if (tag.kind === 'close') end(tag);
    else open(tag);
    at = tag.end;
  }
  append(current(), reader.blocks(at, reader.text.length, stack.length > 0));
  while (stack.length > 0) close(reader.text.length, false);
  return root;
}

/** The blocks of an element that is a list; undefined for any other. */
function listOf(name: string, children: readonly Block[], location: Location): Block[] | undefined {
  if (name === 'dl') return definitionList(children, location);
  return name === 'ul' || name === 'ol' ? elementList(children, location) : undefined;
}

/** The block of an element: headings, `<pre>` and tables written as lists become what Markdown has for them. */
function finished(tag: Tag, children: readonly Block[], location: Location, line = location.line): Block {
  const table = tag.isTemplate && tag.name === 'table' ? listTable(children, location) : undefined;
  if (table) return table;
  if (tag.code !== undefined) {
    const { lang, language: named = lang, title = '' } = tag.attributes;
    const language = (tag.isTemplate ? tag.attributes['0'] : named)?.toLowerCase();
    const text = tag.code.replace(/^\n/, '');
    const info = tag.isTemplate ? '' : title;
    return { kind: 'code', ...(language !== undefined && { language }), info, text, textLine: line, location };
  }
  const shown = children.length === 0 ? codeOf(tag.attributes) : undefined;
  if (shown) return { kind: 'code', ...shown, textLine: line, location };
  const depth = /^h([1-6])$/i.exec(tag.name)?.[1];
  if (depth !== undefined) return { kind: 'heading', depth: Number(depth), text: blockText(children), location };
  const element: ElementBlock = {
    kind: 'element',
    tag: tag.name,
    attributes: tag.attributes,
    children: withTabLabels(
      tag.attributes,
      withWholeEndpoints(noteName.test(tag.name) ? withoutHeadings(children) : withList(tag.name, children, location)),
    ),
    location,
  };
  return element;
}

/** The code that a component shows (`<Code code={`…`} lang="bash" title="Request" />`); undefined for any other. */
function codeOf(attributes: Tag['attributes']): Pick<CodeBlock, 'language' | 'info' | 'text'> | undefined {
  const written = attributes['code'] ?? attributes[':code'] ?? '';
  const object =
    /^\{\s?JSON\.stringify\(\s?(\{[\s\S]{1,20000}\}|\[[\s\S]{1,20000}\])\s?(?:,[^{}[\]()]{1,30})?\)\s?\}$/.exec(
      written,
    )?.[1];
  const text = object ?? /^\{\s?`((?:[^`\\]|\\.)*)`\s?\}$/.exec(written)?.[1]?.replaceAll(/\\([`$\\])/g, '$1');
  if (text === undefined) return undefined;
  const language = attributes['lang'] ?? attributes['language'] ?? (object === undefined ? '' : 'json');
  const info = attributes['title'] ?? attributes['filename'] ?? attributes['label'] ?? '';
  return { ...(language !== '' && { language: language.toLowerCase() }), info, text: text.replace(/^\n/, '') };
}

/** What a component holds; items of a list that stand in it without one as a list. */
function withList(name: string, children: readonly Block[], location: Location): readonly Block[] {
  return /^[A-Z]/.test(name) ? (elementList(children, location) ?? children) : children;
}

function blockText(blocks: readonly Block[]): string {
  const texts = blocks.map((block) => {
    // what can be pressed in a heading is no part of it
    if (block.kind === 'element') return block.tag === 'button' ? '' : blockText(block.children);
    return 'text' in block ? block.text : '';
  });
  return texts.join(' ').replaceAll(/\s+/g, ' ').trim();
}

/** Elements that hold a note. */
const noteName = /^(?:callout|note|warning|tip|info|danger|caution|admonition|aside|alert|hint|banner)(?:box|block)?$/i;

/** Blocks of a note, whose title begins no section: headings as paragraphs in bold. */
function withoutHeadings(blocks: readonly Block[]): Block[] {
  return blocks.map((block) => {
    if (block.kind !== 'heading') return block;
    return { kind: 'prose', form: 'paragraph', text: `**${block.text}**`, location: block.location };
  });
}

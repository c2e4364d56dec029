import { statusesOf } from '../status-words.ts';
import type { Block, ElementBlock, HeadingBlock, Page, ProseBlock, TableBlock } from '../../pages/page.ts';
import { attributeTable } from '../component-lists.ts';
import { titleRole } from './action-titles.ts';
import { tableColumns } from './columns.ts';
import { blockEndpoint, holdsOperation, operationContent } from '../endpoints.ts';
import { foldedOperation, type FoldedOperation } from './folded-operations.ts';
import { htmlTable } from './html-table.ts';
import { headingRole, type HeadingRole } from './heading-roles.ts';
import { labelledItems, type LabelledItem } from './labelled-list.ts';
import { plainText } from './markup.ts';
import { withWholeHeadings } from './method-headings.ts';
import { isNavigation } from './navigation.ts';
import { headingKey, recurringParts } from './recurring-parts.ts';
import { speaksOfAll } from './speaks-of-all.ts';
import { setTabLabel, type TabLabel } from './tab-labels.ts';
import { statusItem } from './status-elements.ts';

/** A part of a page under a heading, or under a line or a tab's label that serves as one. */
export interface Section {
  /** The text of its heading; empty for the page itself. */
  readonly title: string;
  readonly heading?: HeadingBlock;
  /** The line that serves as its heading, where that states a status. */
  readonly line?: HeadingBlock;
  /** Its heading is one word in code. */
  readonly isCode?: true;
  /** The word in code that its heading begins with, before others. */
  readonly codeName?: string;
  readonly role: HeadingRole;
  /** 1 to 6 for headings, more for lines and labels that serve as one. */
  readonly depth: number;
  /** What links to it may end in. */
  readonly anchors: string[];
  /** Its blocks and the sections in it, in document order. */
  readonly parts: (Block | Section)[];
}

const lineDepth = 7;
const labelDepth = 8;
const noRole: HeadingRole = { role: 'other', isPlain: false };

/** Whether a part of a section is a section. */
export function isSection(part: Block | Section): part is Section {
  return 'parts' in part;
}

/**
 * The blocks of a page as a tree of sections, made once for all that ask. Layout elements are opened; a tab or a fold with a
 * label, and a short line that says what follows (`**Parameters:**`), are sections of their own. Gives no diagnostics.
 */
export function outline(page: Page): Section {
  const known = outlines.get(page) ?? makeOutline(page);
  outlines.set(page, known);
  return known;
}

const outlines = new WeakMap<Page, Section>();

function makeOutline(page: Page): Section {
  const root: Section = { title: '', role: noRole, depth: 0, anchors: [''], parts: [] };
  const blocks = withWholeHeadings(page.blocks);
  const recurring = recurringParts(blocks);
  const state: State = {
    lines: page.text.split('\n'),
    stack: [root],
    anchors: [],
    floor: 0,
    tab: undefined,
    recurring,
    wholes: wholeTags(blocks),
  };
  addBlocks(state, blocks);
  return root;
}

interface State {
  /** The lines of the page. */
  readonly lines: readonly string[];
  readonly stack: Section[];
  /** Anchors set by elements before the next heading. */
  anchors: string[];
  /** The depth of the section that an element with an operation is: headings in it are deeper, whatever they say. */
  floor: number;
  /** The tab or fold that is open. */
  tab: TabLabel | undefined;
  /** Headings that stand again and again below operations whose headings are set smaller. */
  readonly recurring: ReadonlySet<string>;
  /** The tags of elements that hold a whole operation, some of them more than a line. */
  readonly wholes: ReadonlySet<string>;
}

function addBlocks(state: State, blocks: readonly Block[]): void {
  // the last line of a list whose items were opened: what stands in it is read with its item
  let opened = 0;
  let noted: Section | undefined;
  for (const [index, block] of blocks.entries()) {
    if (noted && state.stack.at(-1) === noted && noted.parts.length > 0 && isBeside(block, noted))
      closeTo(state, lineDepth);
    if (block.location.line <= opened && (block.kind === 'code' || block.kind === 'table')) continue;
    if (isNavigation(block)) continue;
    closeNote(state, block);
    const anchors = blockAnchors(block);
    if (anchors.length > 0) {
      const section = state.stack.at(-1);
      // right behind a heading it is an anchor of that
      const isOwn = section?.heading && section.parts.length === 0 && blocks[index + 1]?.kind !== 'heading';
      (isOwn ? section.anchors : state.anchors).push(...anchors);
      continue;
    }
    const items = block.kind === 'prose' ? labelledItems(block) : undefined;
    if (items) opened = block.location.endLine ?? block.location.line;
    if (items) addItems(state, items);
    else if (block.kind === 'heading') openHeading(state, block, blocks.slice(index + 1, index + 3));
    else if (block.kind === 'element') addElement(state, block);
    else if (block.kind === 'prose' && addLine(state, block, blocks.slice(index + 1, index + 3)))
      // a line set apart beside code is about that alone: `> Example`
      noted = block.form === 'quote' && blocks[index + 1]?.kind === 'code' ? state.stack.at(-1) : undefined;
    else push(state, block);
  }
}

/** A heading that only sets a remark apart; without the colon it may be the name of an object. */
const noteTitle = /^(?:notes?|important|warning|tips?|hint|caution)[:!]$/i;

/** Closes a section that is a remark before what no remark is: the table of the fields of what stands around it, or a fold. */
function closeNote(state: State, block: Block): void {
  const note = state.stack.at(-1);
  if (!note?.heading || !noteTitle.test(note.title) || note.parts.length === 0) return;
  const isTable = block.kind === 'table' && isOfFields(block);
  if (isTable || (block.kind === 'element' && /^details$/i.test(block.tag))) closeTo(state, note.depth);
}

/** Whether a table has a type for what its first column names. */
function isOfFields(table: TableBlock): boolean {
  const columns = tableColumns(table);
  return columns.get('name') === 0 && columns.has('type') && columns.has('description');
}

/** Whether a block is not what a line set apart beside code is about; a table behind an answer may be. */
function isBeside(block: Block, { role: { role } }: Section): boolean {
  return block.kind !== 'code' && !(block.kind === 'table' && (role === 'response' || role === 'error'));
}

function push({ stack, tab }: State, block: Block): void {
  stack.at(-1)?.parts.push(block);
  if (tab) setTabLabel(block, tab);
}

const anchorElement = /<a\s[^<>]{0,100}?\b(?:id|name)="([^"<>\s]{1,200})"[^<>]{0,100}>\s{0,3}(?:<\/a>)?/g;

/** The anchors that a block sets, and nothing else: `<a name="boxes"></a>`. */
function blockAnchors(block: Block): string[] {
  if (block.kind === 'element') {
    const id = block.attributes['id'] ?? block.attributes['name'] ?? '';
    return block.tag.toLowerCase() === 'a' && block.children.length === 0 && id !== '' ? [id] : [];
  }
  if (block.kind !== 'prose' || !block.text.startsWith('<a ') || block.text.length > 2000) return [];
  const isAll = block.text.replaceAll(anchorElement, '').trim() === '';
  return isAll ? [...block.text.matchAll(anchorElement)].map(([, anchor = '']) => anchor) : [];
}

/** Opens a list that stands for sections: each item is one, under its label. */
function addItems(state: State, items: readonly LabelledItem[]): void {
  for (const { label: title, blocks } of items) {
    if (title === undefined) {
      closeTo(state, lineDepth);
      state.stack.at(-1)?.parts.push(...blocks);
      continue;
    }
    open(state, { title, role: headingRole(title), depth: lineDepth, anchors: [], parts: [...blocks] });
  }
  closeTo(state, lineDepth);
}

function open(state: State, section: Section): void {
  while (state.stack.length > 1 && (state.stack.at(-1)?.depth ?? 0) >= section.depth) state.stack.pop();
  const around = state.stack.at(-1)?.parts;
  around?.push(section);
  state.stack.push(section);
  // what stands under several statuses is said of each
  const { status } = section.role;
  const others = status === undefined ? [] : statusesOf(section.title).filter((one) => one !== status);
  for (const other of others) around?.push({ ...section, anchors: [], role: { ...section.role, status: other } });
}

function openHeading(state: State, written: HeadingBlock, following: readonly Block[]): void {
  const source = state.lines[written.location.line - 1] ?? '';
  const marked = written.marked === undefined ? source.slice(0, 1000) : `# ${written.marked.slice(0, 1000)}`;
  const command = commandHeading.exec(marked)?.[1] ?? '';
  const heading = command === '' ? written : { ...written, text: written.text.replace(command, '').trim() };
  const explicit =
    /\{:?\s{0,3}#([\w.-]{1,100})[^{}\n]{0,200}\}[ #]{0,20}$|<a\s[^<>]{0,100}?(?:id|name)="([\w.-]{1,100})"/.exec(
      source.slice(0, 1000).trimEnd(),
    );
  const title = plainText(heading.text);
  // the only heading of its line in HTML
  const [tag, ...tags] = source.slice(0, 3000).match(/<h[1-6]\b[^<>]{0,300}>/gi) ?? [];
  const id = tag !== undefined && tags.length === 0 ? /\sid=["']?([\w.-]{1,100})/i.exec(tag)?.[1] : undefined;
  const anchors = [...state.anchors, explicit?.[1] ?? explicit?.[2] ?? '', id ?? '', ...slugs(heading.text)].filter(
    (one) => one !== '',
  );
  state.anchors = [];
  const said = titleRole(title, following);
  // what is said of all operations is no part of the last one
  const depth =
    speaksOfAll(following[0]) && heading.depth > state.floor ? heading.depth : depthOf(state, heading, said);
  const isCode = codeHeading.test(marked);
  // `url` in code is the name of a value, and so is the first word of `response` object
  const codeName = (codeBefore.exec(marked) ?? codeBefore.exec(`# ${heading.text.slice(0, 200)}`))?.[1];
  const isValue =
    (isCode && said.role === 'endpoint') ||
    (codeName !== undefined && title.toLowerCase() === `${codeName} object`.toLowerCase());
  const role = isValue ? noRole : (continued(state, title, depth) ?? said);
  const code = { ...(isCode && { isCode }), ...(codeName !== undefined && { codeName }) };
  open(state, { title, heading, ...code, role, depth, anchors, parts: [] });
}

/**
 * How deep a heading stands. Parts of an operation are deeper than the heading that names it even where that is set smaller, as in
 * boxes of saved pages: `get /books` of the fourth level, and `Query Parameters` of the third below it.
 */
function depthOf({ floor, stack, recurring }: State, heading: HeadingBlock, { role, isPlain }: HeadingRole): number {
  if (heading.depth <= floor) return floor + heading.depth / 100;
  // each header of a list of them, whose heading is set smaller
  const headers = stack.findLast(({ role: { role: one } }) => one === 'header');
  if (headers && heading.depth < headers.depth && headerName.test(heading.text)) return headers.depth + 0.01;
  if (!(isPlain && operationParts.has(role)) && !recurring.has(headingKey(heading))) return heading.depth;
  const operation = stack.findLast((one) => one.heading && one.depth > heading.depth && blockEndpoint(one.heading));
  return operation ? operation.depth + heading.depth / 100 : heading.depth;
}

/** What only an operation has. */
const operationParts: ReadonlySet<HeadingRole['role']> = new Set([
  'path',
  'query',
  'header',
  'url',
  'body',
  'parameters',
  'request',
  'response',
  'error',
] as const);

/** What stands under a heading that only goes on with the one before it: `Or`. */
function continued({ stack }: State, title: string, depth: number): HeadingRole | undefined {
  const before = stack.find((one) => one.depth === depth);
  // an example beside the answer of one status, not below it
  if (before?.role.status !== undefined && exampleTitle.test(title)) return { ...before.role, isPlain: true };
  return before?.role.isPlain && /^(?:or|alternatively|and)$/i.test(title)
    ? { role: before.role.role, isPlain: true }
    : undefined;
}

/** The heading of an example without a word for what it shows. */
const exampleTitle = /^examples?(?: \(\w{1,20}\))?$/i;

/** The name of a header: words between hyphens. */
const headerName = /^[A-Z]\w{0,40}(?:-\w{1,40}){1,6}$/;

/** A heading that says in code which command it is about, and then what that does: `` `list` list all boxes ``. */
const commandHeading = /^\s{0,3}#{1,6}\s{1,3}`([a-z]{2,20})`\s[a-z]{2,20}\s\w/;

/** A heading that begins with a word in code. */
const codeBefore = /^\s{0,3}#{1,6}\s{1,3}`([^`\s]{1,80})`\s{1,3}[^`\s]/;

/** A heading that is one word in code. */
const codeHeading = /^\s{0,3}#{1,6}\s{1,3}`[^`\s]{1,80}`[\s#]{0,20}$/;

/** The anchors that generators may make of a heading: some keep every hyphen, others one of several. */
function slugs(text: string): string[] {
  const whole = slug(text);
  return whole.includes('--') ? [whole, whole.replaceAll(/-{2,}/g, '-')] : [whole];
}

/** The anchor that generators make of a heading. */
export function slug(text: string): string {
  return text
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}\s_-]/gu, '')
    .trim()
    .replaceAll(/\s/g, '-');
}

/** A line whose words are those of a heading, set apart as labels are; template tags of tabs, too. */
function addLine(state: State, { text, location }: ProseBlock, following: readonly Block[]): boolean {
  const tag = /^\{%\s*(end)?(?:tab|code|content-ref|hint|embed)\b[^%]*%\}$/.exec(text.trim());
  if (tag) {
    const title = /\btitle="([^"]*)"/.exec(text)?.[1];
    if (title !== undefined) openLabel(state, title);
    else if (tag[1] !== undefined) closeTo(state, labelDepth);
    state.tab = title === undefined ? undefined : labelOfTab('tab', title);
    return true;
  }
  if (text.length > 80 || text.includes('\n')) return false;
  // a list of attributes for the block beside it (kramdown)
  if (/^\{:[^{}]*\}$/.test(text.trim())) return true;
  const isLabel =
    !endpointLine.test(text.trim()) &&
    !labelledValue.test(text.trim()) &&
    !labelledSentence.test(text.trim()) &&
    !openSentence.test(text.trim()) &&
    labelForms.some((form) => form.test(text.trim()));
  const role = isLabel ? titleRole(plainText(text), following) : noRole;
  if (!role.isPlain || role.role === 'other' || role.role === 'aside') return false;
  const line: HeadingBlock = { kind: 'heading', depth: lineDepth, text, location };
  const stated = role.status === undefined ? {} : { line };
  open(state, { title: plainText(text), role, depth: lineDepth, anchors: [], parts: [], ...stated });
  return true;
}

/** A method and a path, whatever words the path consists of: `**GET** /results`. */
const endpointLine = /^[*_`]{0,5}[A-Z]{3,7}[*_`]{0,5}\s{1,4}[*_`]{0,5}(?:https?:\/)?\/\S/;

/** A label with its value on the same line: `**Method:** POST`. */
const labelledValue = /^(?:\*\*|__)[^*_<]+(?::(?:\*\*|__)|(?:\*\*|__)\s{0,9}:)\s{0,9}\S/;

/** A label that a sentence goes on with: `**Returns** `204`.` */
const labelledSentence = /^(?:\*\*|__)[^*_<]+(?:\*\*|__)\s.*\.$/;

/** A sentence that what stands below it goes on with: `Errors are returned as`. */
const openSentence = /\s(?:is|are)\s[a-z]{2,20}\s(?:as|like|with|in)$/;

/** How a line that serves as a heading looks: begun in bold, all in italics, ended by a colon, or a few words without a full stop. */
const labelForms: readonly RegExp[] = [
  /^(?:\*\*|__|<(?:b|strong)>)[^*_<]+(?:\*\*|__|<\/(?:b|strong)>)/,
  /^(?:\*|_)[A-Z][^*_<`.:]+:?(?:\*|_):?$/,
  /^\*{3}[^*_<]+\*{3}:?$/,
  /^[\w *_/(),-]+:$/,
  /^[A-Z][\w ]{2,30}\s`[1-5]\d\d[^`]{0,30}`:?$/,
  /^[A-Z][a-z]{2,20}(?: [\w/-]{1,30}){0,3}(?: \([\w/ +.-]{1,40}\))?$/,
  /^[A-Z]{4,20}(?:[ -][A-Z]{2,20}){0,3}(?: ?\*)?(?: [a-z]{1,20}\/[\w.+-]{1,60})?$/,
];

/** What a tab or fold calls what stands in it, if that is no part of an operation and no format. */
function labelOfTab(tag: string, text: string): TabLabel | undefined {
  const title = plainText(text.slice(0, 200)).trim();
  if (title === '' || formats.test(title) || headingRole(title).role !== 'other') return undefined;
  return { title, isTab: /tab|option|variant/i.test(tag) };
}

function openLabel(state: State, label: string): boolean {
  if (formats.test(label.trim())) return false;
  const role = headingRole(label);
  if (!role.isPlain || role.role === 'other' || role.role === 'aside') return false;
  // what shows the answer of a status is called an answer: `response.json`
  const around = state.stack.at(-1);
  const isSame = around?.depth === labelDepth && around.role.status !== undefined && role.status === undefined;
  if (isSame && /^(?:response|error|example)$/.test(role.role)) return false;
  open(state, { title: plainText(label), role, depth: labelDepth, anchors: [], parts: [] });
  return true;
}

/** Labels that name a language or a format, not a part of an operation. */
const formats = /^(?:json|form|form[- ]?data|data|curl|bash|shell|http|url|code|sample|example|option|options)$/i;

function closeTo(state: State, depth: number): void {
  while (state.stack.length > 1 && (state.stack.at(-1)?.depth ?? 0) >= depth) state.stack.pop();
}

/** Layout elements are opened; those without content stay, for they may name an endpoint or nothing. */
function addElement(state: State, block: ElementBlock): void {
  const id = block.attributes['id'] ?? block.attributes['name'];
  if (block.children.length === 0) {
    const list = attributeTable(block);
    if (list) push(state, list);
    else if (id !== undefined && id !== '') state.anchors.push(id);
    else if (/^[A-Z]/.test(block.tag) || blockEndpoint(block)) state.stack.at(-1)?.parts.push(block);
    return;
  }
  const table = block.tag.toLowerCase() === 'table' ? htmlTable(block) : undefined;
  if (table) {
    push(state, table);
    return;
  }
  const isWhole = state.wholes.has(block.tag) && holdsOperation(block);
  if (!isWhole && isLeaf(block)) {
    state.stack.at(-1)?.parts.push(statusItem(block) ?? block);
    return;
  }
  const depth = state.stack.at(-1)?.depth ?? 0;
  if (!holdsOperation(block) && blockEndpoint(block)) {
    state.stack.at(-1)?.parts.push(block);
    return;
  }
  const folded = foldedOperation(block);
  if (folded) return addFolded(state, folded, depth + 0.5);
  if (holdsOperation(block)) return addOperation(state, block, depth + 0.5);
  const labels = label(block);
  const opened = labels.some((text) => openLabel(state, text));
  const around = state.tab;
  state.tab = labelOfTab(block.tag, labels[0] ?? '') ?? around;
  addBlocks(state, block.children);
  state.tab = around;
  if (opened || depth < lineDepth) closeTo(state, lineDepth);
}

/** An element whose attributes name an endpoint is a section of what stands in it, whatever headings that has. */
function addOperation(state: State, block: ElementBlock, depth: number): void {
  const section: Section = { title: '', role: noRole, depth, anchors: [], parts: [{ ...block, children: [] }] };
  addWhole(state, section, operationContent(block));
}

/** A fold whose summary names an endpoint is a section under that heading. */
function addFolded(state: State, { heading, children }: FoldedOperation, depth: number): void {
  const title = plainText(heading.text);
  const section: Section = { title, heading, role: noRole, depth, anchors: [slug(heading.text)], parts: [] };
  addWhole(state, section, children);
}

function addWhole(state: State, section: Section, blocks: readonly Block[]): void {
  const { floor } = state;
  open(state, section);
  state.floor = section.depth;
  addBlocks(state, blocks);
  state.floor = floor;
  closeTo(state, section.depth);
}

/** The tags by which a page sets whole operations apart, each with its endpoint in attributes: `<Route method="get" path="/x">…</Route>`. */
function wholeTags(blocks: readonly Block[]): ReadonlySet<string> {
  const tags = blocks.flatMap((block): string[] => {
    if (block.kind !== 'element') return [];
    const isWhole = block.children.length > 1 && holdsOperation(block);
    return [...(isWhole ? [block.tag] : []), ...wholeTags(block.children)];
  });
  return new Set(tags);
}

/** Whether an element holds one short text, as those do that name an endpoint. */
function isLeaf(block: ElementBlock): boolean {
  const [only] = block.children;
  const isNamed = block.attributes['method'] !== undefined || statusItem(block) !== undefined;
  return block.children.length === 1 && only?.kind === 'prose' && isNamed;
}

/** The texts that label a tab or a fold. */
function label(block: ElementBlock): string[] {
  const texts = ['label', 'title', 'name', 'summary', 'header', 'value'].flatMap((key) => block.attributes[key] ?? []);
  const slots = Object.keys(block.attributes).flatMap((key) => /^(?:v-slot:|#)(.+)$/.exec(key)?.[1] ?? []);
  const summary = block.children.find((child) => child.kind === 'element' && child.tag.toLowerCase() === 'summary');
  const shown =
    summary?.kind === 'element' ? summary.children.flatMap((child) => ('text' in child ? [child.text] : [])) : [];
  return [...texts, ...slots, ...shown];
}

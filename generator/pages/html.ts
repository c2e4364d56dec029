import type { Location } from '../base/location.ts';
import type { HtmlNode, HtmlWords } from './html-node.ts';
import { htmlCode, withLanguage } from './html-code.ts';
import { definitionList } from './definition-lists.ts';
import {
  endpointHeading,
  endpointTitle,
  markedEndpoint,
  withEndpointFirst,
  withEndpointHeadings,
} from './html-endpoints.ts';
import { withDefinitions } from './html-fields.ts';
import { isModelsHeading, withModelsApart, withRootTypes } from './html-models.ts';
import {
  definedAnswers,
  isStatus,
  listedAnswers,
  statusTabs,
  withStatusHeadings,
  withTabPanels,
} from './html-answers.ts';
import { htmlLine, htmlList, isPlainList, htmlPieces, htmlText, withWholeLists } from './html-parts.ts';
import { htmlTable, isPlainTable } from './html-tables.ts';
import { findAll, htmlTree } from './html-tree.ts';
import type { Block } from './page.ts';
import { isSchema, type Rendered, renderedFields } from './rendered-fields.ts';
import { schemaBlocks } from './rendered-tables.ts';

/** What begins a block of its own; all else belongs to the text around it. */
const blockNames = new Set(
  `address article aside blockquote body button center dd details dialog dir div dl dt fieldset figcaption figure footer h1 h2 h3
  h4 h5 h6 header hr html legend li main menu ol p pre section summary table tbody td tfoot th thead tr ul`.split(
    /\s+/,
  ),
);

/**
 * The blocks of an HTML page, as Markdown has them: headings, prose with its lists, tables, code. Where the page marks one
 * part as its main one (`<main>`, else `<article>`), only that is read, with the schemas that scripts around it hold. Forms and navigation are
 * left out, and scripts, but for what they hold of bodies and answers.
 */
export function htmlBlocks(text: string, document: string): Block[] {
  const { root, schemas } = htmlTree(text);
  const mains = findAll(root, 'main');
  const articles = mains.length === 1 ? [] : findAll(root, 'article');
  const [main = root] = mains.length === 1 ? mains : articles.length === 1 ? articles : [root];
  const context: Context = { document, rendered: renderedFields(main), isOfModels: false };
  const blocks = [...nodeBlocks(main.children, context, 0), ...nodeBlocks(schemas, context, 0)];
  return withModelsApart(withRootTypes(withStatusHeadings(blocks)));
}

/** What is known of a page while it is read. */
interface Context {
  readonly document: string;
  readonly rendered: ReadonlyMap<HtmlNode, Rendered>;
  /** Whether schemas stand below a heading that says that they are those of the whole description. */
  readonly isOfModels: boolean;
}

/** Texts that show nothing: a space without width keeps the height of a line. */
const blank: ReadonlySet<string> = new Set(['', '\u200b', '\ufeff']);

/** The blocks of what stands in an element; `above` is how deep the heading is below which it begins. */
function nodeBlocks(nodes: readonly (HtmlNode | HtmlWords)[], context: Context, above: number): Block[] {
  const blocks: Block[] = [];
  let inline: (HtmlNode | HtmlWords)[] = [];
  let depth = above;
  let { isOfModels } = context;
  const finish = (): void => {
    const text = htmlLine(inline);
    const [first] = inline;
    const last = inline.at(-1);
    const said = blank.has(text) ? onlyAnchors(inline) : text;
    if (said !== '' && first && last) {
      const location = place(context.document, first.line, 'words' in last ? last.line : last.endLine);
      blocks.push({ kind: 'prose', form: 'paragraph', text: said, location });
    }
    inline = [];
  };
  for (const node of withWholeLists(withTabPanels(withDefinitions(nodes)))) {
    const isText = 'words' in node || (!blockNames.has(node.name) && !holdsBlock(node));
    if (isText && (inline.length > 0 || !('words' in node) || node.words.trim() !== '')) inline.push(node);
    if (isText) continue;
    finish();
    const found = elementBlocks(node, isOfModels ? { ...context, isOfModels } : context, depth);
    depth = leftDepth(found) ?? depth;
    isOfModels ||= found.length <= 2 && isModelsHeading(found[0]);
    for (const block of found) blocks.push(block);
  }
  finish();
  return withEndpointHeadings(blocks, above);
}

/** How deep the heading is that an element leaves open for what stands behind it: one that holds more than that ends its section. */
function leftDepth(blocks: readonly Block[]): number | undefined {
  const [first] = blocks;
  return first?.kind === 'heading' && blocks.length <= 2 ? first.depth : undefined;
}

/** Whether an inline element wraps blocks, as custom elements and links do. */
function holdsBlock(node: HtmlNode): boolean {
  return node.children.some((child) => !('words' in child) && (blockNames.has(child.name) || holdsBlock(child)));
}

function place(document: string, line: number, endLine: number): Location {
  return { document, line, ...(endLine > line && { endLine }) };
}

function elementBlocks(node: HtmlNode, context: Context, above: number): Block[] {
  const { document } = context;
  const read = (nodes: readonly (HtmlNode | HtmlWords)[]): Block[] => nodeBlocks(nodes, context, above);
  const answers = node.name === 'ul' || node.name === 'ol' ? listedAnswers(node, document, read, above) : undefined;
  if (answers) return answers;
  const rendered = context.rendered.get(node);
  if (rendered && !isPlainList(node) && !isPlainTable(node) && isSchema(node, rendered)) {
    const title = context.isOfModels ? Math.floor(above) + 0.5 : undefined;
    return schemaBlocks(rendered, place(document, node.line, node.endLine), title);
  }
  const location = place(document, node.line, node.endLine);
  const depth = /^h([1-6])$/.exec(node.name)?.[1];
  if (depth !== undefined) {
    const written = htmlText(node.children);
    // a name in code before what it is called
    const [name = ''] = /^`[^`*\s]{1,80}`(?=\s[-–—]\s[^\s`])/.exec(written) ?? [];
    const text = (name + written.slice(name.length).replaceAll(/[`*]/g, ''))
      .replaceAll(/[#¶§]$|^[#¶§]/g, '')
      .replace(editLinks, '')
      .replace(/\s[-–—:|]\s{0,3}$/, '')
      .trim();
    // one that a script fills in says its status by its id
    const status = text === '' ? /[-_]([1-5](?:\d\d|XX)|default)$/.exec(node.attributes['id'] ?? '')?.[1] : undefined;
    const said = status === undefined ? text : `Response ${status}`;
    const marked = /^`[^`\s]{1,80}`(?=\s|$)/.test(written) ? { marked: written.replaceAll('*', '') } : {};
    return [{ kind: 'heading', depth: Number(depth), text: said, ...marked, location }];
  }
  const marked = /^(?:pre|div|button)$/.test(node.name) ? markedEndpoint(node) : undefined;
  if (marked !== undefined) return [endpointHeading(marked, { location }, above)];
  if (node.name === 'pre' || node.name === 'code') return [htmlCode(node, location)];
  const anchors = node.name === 'p' ? onlyAnchors(node.children) : '';
  if (anchors !== '') return [{ kind: 'prose', form: 'paragraph', text: anchors, location }];
  const tabs = statusTabs(node);
  if (tabs)
    return tabs.map(({ status, line }) =>
      endpointHeading(`Response ${status}`, { location: { document, line } }, above),
    );
  if (isTabList(node)) return [];
  if (node.name === 'ul' || node.name === 'ol') return htmlList(node, document, read);
  if (node.name === 'dl') return definitions(node, context, above);
  if (node.name === 'button') return buttonHeading(node, location, above);
  if (node.name === 'table') return htmlTable(node, document, read, above);
  if (node.name === 'blockquote') {
    const text = htmlText(node.children);
    return text === '' ? [] : [{ kind: 'prose', form: 'quote', text, location }];
  }
  return [...withEndpointFirst(withLanguage(node, read(node.children)))];
}

/** The anchors among which nothing else stands, as Markdown has them; empty where anything does. */
function onlyAnchors(nodes: readonly (HtmlNode | HtmlWords)[]): string {
  const lines = nodes.map((child) => {
    if ('words' in child) return child.words.trim();
    const id = child.attributes['id'] ?? child.attributes['name'];
    return child.name === 'a' && id !== undefined && child.children.length === 0 ? `<a id="${id}"></a>` : ' ';
  });
  const said = lines.filter((line) => line !== '');
  return said.every((line) => /^<a id="[\w.:-]{1,200}"><\/a>$/.test(line)) ? said.join('\n') : '';
}

/** Whether a list holds the labels of tabs (WAI-ARIA, section 5.3). */
function isTabList({ attributes }: HtmlNode): boolean {
  return attributes['role'] === 'tablist' || /(?:^|\s)nav-tabs(?:\s|$)/.test(attributes['class'] ?? '');
}

/** Links at the end of a heading with which readers may change the section, in brackets or by what they say. */
const editLinks =
  /\s{0,5}\[\s{0,5}(?:\[[^\][]{1,60}\]\([^()\s]{0,500}\)[\s|]{0,5}){1,4}\]$|\s{0,5}\[(?:edit(?: (?:me|this|page|section|source|on \w+)){0,2}|permalink|view source|up|top|back to top)\]\([^()\s]{0,500}\)$/i;

/** A button that shows a method and a path, or a status, is a heading of what it opens; any other is no part of what a page says. */
function buttonHeading({ children }: HtmlNode, location: Location, above: number): Block[] {
  const pieces = htmlPieces(children);
  const title = endpointTitle(pieces.join(' '), false);
  if (title !== undefined) return [endpointHeading(title, { location }, above)];
  const [status = '', ...said] = pieces;
  if (/^(?:(?:show|hide) )?(?:response )?headers$/i.test(pieces.join(' ')))
    return [{ kind: 'prose', form: 'paragraph', text: 'Response headers', location }];
  if (!isStatus(status)) return [];
  const text = said.join(' ');
  const about: Block[] = text === '' ? [] : [{ kind: 'prose', form: 'paragraph', text, location }];
  return [endpointHeading(`Response ${status}`, { location }, above), ...about];
}

/**
 * A list of definitions: one whose terms are endpoints has a heading for each; one whose terms are labels of lists, tables and code has
 * them as lines of their own; any other is a list.
 */
function definitions(node: HtmlNode, context: Context, above: number): Block[] {
  const parts = node.children.flatMap((child): HtmlNode[] => {
    if ('words' in child) return [];
    return child.name === 'div' ? child.children.filter((inner): inner is HtmlNode => !('words' in inner)) : [child];
  });
  const terms = parts.filter(({ name }) => name === 'dt').map(({ children }) => htmlText(children));
  const values = allowedValues(parts, terms);
  if (values !== undefined) {
    const location = place(context.document, node.line, node.endLine);
    return [{ kind: 'prose', form: 'paragraph', text: values, location }];
  }
  const answers = definedAnswers(parts, context.document, (nodes) => nodeBlocks(nodes, context, above + 0.5), above);
  if (answers && answers.length > 1) return answers;
  if (terms.some((term) => endpointTitle(term, true) !== undefined)) {
    return parts.flatMap((part): Block[] => {
      const title = part.name === 'dt' ? endpointTitle(htmlText(part.children), true) : undefined;
      const location = place(context.document, part.line, part.endLine);
      return title === undefined
        ? nodeBlocks(part.children, context, above + 0.5)
        : [endpointHeading(title, { location }, above)];
    });
  }
  const read = parts.map((part): Block => {
    const location = place(context.document, part.line, part.endLine);
    const children = nodeBlocks(part.children, context, above);
    return { kind: 'element', tag: part.name, attributes: {}, children, location };
  });
  const described = read.filter((part) => part.kind === 'element' && part.tag === 'dd');
  const areLabels =
    terms.some((term) => term.endsWith(':')) ||
    (described.every((part) => part.kind === 'element' && part.children.every(({ kind }) => kind !== 'prose')) &&
      (described.length === 0 || described.some((part) => part.kind === 'element' && part.children.length > 0)));
  const opened = read.flatMap((part) => (part.kind === 'element' ? part.children : []));
  if (areLabels) return opened;
  const list = definitionList(read, place(context.document, node.line, node.endLine));
  return list ? [...(answers ?? []), ...list] : opened;
}

/** What a list of definitions says whose only term is the label of allowed values: `Allowed values: ` and each of them as code. */
function allowedValues(parts: readonly HtmlNode[], [term, ...others]: readonly string[]): string | undefined {
  if (term === undefined || others.length > 0 || !/^(?:enum|(?:allowed|possible|accepted) values):?$/i.test(term))
    return undefined;
  const values = parts.filter(({ name }) => name === 'dd').map(({ children }) => htmlText(children));
  const areValues = values.length > 0 && values.every((value) => value !== '' && !/[`\n]/.test(value));
  return areValues ? `Allowed values: ${values.map((value) => `\`${value}\``).join(', ')}` : undefined;
}

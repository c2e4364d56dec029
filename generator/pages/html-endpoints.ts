import type { HtmlNode } from './html-node.ts';
import { htmlPieces } from './html-parts.ts';
import type { Block, HeadingBlock } from './page.ts';
import { methodOnly } from './split-endpoints.ts';

/** A method before a path, with what may stand behind them on a button: `GET /x`, `POST /x Add one`. */
const endpoint = /^(GET|PUT|POST|DELETE|OPTIONS|HEAD|PATCH)\s{0,5}(\/(?!\s)[^\s]{0,500})(?:\s{1,5}(\S.{0,300}))?$/;

const path = /^(?:\/[^\s]{0,500}|https?:\/\/[^\s]{1,500})$/;

/** A text without the marks of code and of strong words. */
function unmarked(text: string): string {
  return text.replaceAll(/[`*]/g, '').trim();
}

/**
 * The text of a heading for what a term or a button of an HTML page shows, where that is a method and a path (RFC 9110, section 9.3);
 * `isWhole` where nothing else may stand beside them. Else undefined. Gives no diagnostics.
 */
export function endpointTitle(text: string, isWhole: boolean): string | undefined {
  if (text.length > 1000) return undefined;
  const [, method, target, title] = endpoint.exec(unmarked(text)) ?? [];
  if (method === undefined || target === undefined || (isWhole && title !== undefined)) return undefined;
  return title === undefined ? `${method} ${target}` : `${method} ${target} ${title}`;
}

/** Pieces in which a path whose variables are elements of their own (`/boxes/`, `{id}`, `/lid`) is one. */
function withWholePaths(pieces: readonly string[]): string[] {
  const found: string[] = [];
  for (const piece of pieces) {
    const before = found.at(-1) ?? '';
    const isGoing =
      (before.endsWith('/') && /^\{[\w.-]{1,60}\}/.test(piece)) || (before.endsWith('}') && /^[/.:?]/.test(piece));
    if (isGoing && path.test(before)) found[found.length - 1] = before + piece;
    else found.push(piece);
  }
  return found;
}

/** What stands before the endpoint that samples of requests are about. */
const exampleLabel = /^(?:request )?(?:example|sample)s? (?:for|of):?$/i;

/**
 * The text of a heading for an element that shows an endpoint: its method as a piece of its own before the path, in whatever case, or
 * as a class or a data attribute of an element that holds nothing but a path. Else undefined. Gives no diagnostics.
 */
export function markedEndpoint({ name, attributes, children }: HtmlNode): string | undefined {
  const pieces = withWholePaths(htmlPieces(children));
  const [first = '', second = '', ...others] = exampleLabel.test(pieces[0] ?? '') ? pieces.slice(1) : pieces;
  if (methodOnly.test(first) && path.test(second) && (name === 'button' || others.length === 0))
    return [first.toUpperCase(), second, ...others].join(' ');
  if (name === 'button' || others.length > 0 || second !== '' || !path.test(first)) return undefined;
  const marks = [attributes['data-type'], attributes['data-method'], ...(attributes['class'] ?? '').split(/\s+/)];
  const [method, ...more] = marks.filter((one) => one !== undefined && methodOnly.test(one));
  return method === undefined || more.length > 0 ? undefined : `${method.toUpperCase()} ${first}`;
}

const endpointHead = /^(?:GET|PUT|POST|DELETE|OPTIONS|HEAD|PATCH) (?:\/|https?:)/;

/** Whether a block is a heading that names an endpoint, made of an element that shows it. Gives no diagnostics. */
export function isEndpointHeading(block: Block): block is HeadingBlock {
  return block.kind === 'heading' && block.depth % 1 !== 0 && endpointHead.test(block.text);
}

/**
 * Blocks of an element in which the only endpoint stands behind headings that are about it, as in a column beside them: it is put right
 * below the first heading, as a line; the only one that begins them heads them. Else as they were. Gives no diagnostics.
 */
export function withEndpointFirst(blocks: readonly Block[]): readonly Block[] {
  const headings = blocks.filter(
    (block): block is HeadingBlock =>
      block.kind === 'heading' && (block.depth % 1 === 0 || !block.text.startsWith('Response ')),
  );
  const [first, second] = headings;
  const endpoints = headings.filter(({ depth, text }) => depth % 1 !== 0 && endpointHead.test(text));
  const [only, ...others] = endpoints;
  // behind all that is said, as in a column beside it
  const told = blocks.find((block) => block === only || block.kind === 'heading' || block.kind === 'table');
  const isBehind = told !== only;
  if (only && only === first && others.length === 0)
    return isBehind ? [endpointLine(only), ...blocks.filter((block) => block !== only)] : withDeeper(blocks, only);
  const isTold = blocks.some((block) => block.kind === 'prose' && line.test(block.text.slice(0, 600)));
  if (!first || !only || others.length > 0 || only === first || only === second || isTold) return blocks;
  // what another heading of the same level has is not of the first
  const own = headings.slice(0, headings.indexOf(only)).findLast(({ depth }) => depth <= first.depth);
  if (own !== first) return blocks;
  return blocks.flatMap((block) => (block === only ? [] : block === first ? [block, endpointLine(only)] : [block]));
}

/** A line that is put below the heading that an endpoint belongs to. */
const line = /^`(?:GET|PUT|POST|DELETE|OPTIONS|HEAD|PATCH) \/[^`]{0,500}`$/;

function endpointLine({ text, location }: HeadingBlock): Block {
  return { kind: 'prose', form: 'paragraph', text: `\`${text}\``, location };
}

/** A heading that begins an element, as far down as those in it allow: what stands behind the element is not below it. */
function withDeeper(blocks: readonly Block[], first: HeadingBlock): readonly Block[] {
  const depths = blocks.flatMap((block) => (block.kind === 'heading' && block !== first ? [block.depth] : []));
  const depth = depths.reduce((least, one) => Math.min(least, one), Infinity) - 0.5;
  return depth === Infinity || depth <= first.depth
    ? blocks
    : blocks.map((block) => (block === first ? { ...first, depth } : block));
}

/**
 * Blocks of an HTML element, where a line that is nothing but a method and the one behind it that is nothing but a path become one
 * heading, of half a level below the heading above it (`depth`): they head what stands in the same element. Gives no diagnostics.
 */
export function withEndpointHeadings(blocks: readonly Block[], depth: number): Block[] {
  const found: Block[] = [];
  for (const block of blocks) {
    const before = found.at(-1);
    const method = before?.kind === 'prose' && before.text.length < 20 ? unmarked(before.text) : '';
    const isPath = block.kind === 'prose' && block.form === 'paragraph' && block.text.length < 600;
    if (before && isPath && methodOnly.test(method) && path.test(unmarked(block.text))) {
      found[found.length - 1] = endpointHeading(`${method.toUpperCase()} ${unmarked(block.text)}`, before, depth);
    } else found.push(block);
  }
  return found;
}

/** A heading half a level below the one above it, so that headings of the next level stand below it. Gives no diagnostics. */
export function endpointHeading(text: string, { location }: Pick<Block, 'location'>, depth: number): HeadingBlock {
  return { kind: 'heading', depth: depth + 0.5, text, location };
}

import { trimmed, trimmedEnd } from '../../base/trim.ts';
import type { Block, CodeBlock, HeadingBlock, ProseBlock } from '../../pages/page.ts';
import { headedStatus } from './heading-roles.ts';
import { plainText } from './markup.ts';
import { blockEndpoint, endpointOf, httpMethod, type Endpoint } from '../endpoints.ts';

/** An endpoint that a block names, and what else the block says of the operation. */
export interface NamedEndpoint extends Endpoint {
  readonly block: Block;
  /** What is left of a heading beside the endpoint, or the text beside it in a table. */
  readonly text?: string;
  /** What the row of a table calls it in code. */
  readonly name?: string;
  /** Bodies in code beside it in a table, each behind the header of its column. */
  readonly shown?: string;
  /** What the row of a table says that may name parameters of its query. */
  readonly mentions?: string;
  /** The scopes that the row of a table says it needs. */
  readonly scopes?: readonly string[];
  /** The status that the row of a table says it answers with. */
  readonly status?: string;
  /** The words of the row of a table for what it answers with. */
  readonly answer?: string;
  /** The line before it that says what it does, where others stand beside it. */
  readonly said?: ProseBlock;
  /** Only a sample request shows it: its path may hold concrete values. */
  readonly isSample?: true;
  /** No method is told: it is taken to be GET. */
  readonly isAssumed?: true;
}

const methodWord = String.raw`\b(GET|PUT|POST|DELETE|DEL|OPTIONS|HEAD|PATCH)\b`;
const inText = new RegExp(
  String.raw`${methodWord}[\s:\x60*]{1,9}((?:https?:\/\/|\/|\$\{?\w+\}?\/|\{\{[^{}\n]{1,60}\}\}\/)[^\s\x60*,;?]*(?:\?[^\s\x60*]*)?)`,
  'g',
);

/**
 * The endpoint that a block is there to name: what `blockEndpoint` reads, a heading or a labelled line with an endpoint
 * in it, a fence whose info string is the method; of several methods the first. Tables are for `tableEndpoints`. Gives no diagnostics.
 */
export function namedEndpoint(block: Block): NamedEndpoint | undefined {
  return namedEndpoints(block)[0];
}

/** The endpoints that a block is there to name: one for each method where several share a path (`PUT|PATCH /x`). Gives no diagnostics. */
export function namedEndpoints(block: Block): NamedEndpoint[] {
  const texts = 'text' in block && block.text.length < 500 && !holdsItems(block) ? singleMethods(block.text) : [];
  const several = texts.flatMap((text) => oneEndpoint({ ...(block as HeadingBlock), text }) ?? []);
  if (several.length > 1 && several.length === texts.length) return several.map((one) => ({ ...one, block }));
  const one = oneEndpoint(block);
  return one ? [one] : [];
}

function holdsItems(block: Block): boolean {
  return block.kind === 'prose' && block.form === 'list';
}

/** Methods that share the path behind them: `PUT|PATCH /x`, `` `POST` or `PUT` `/x` ``. */
const sharedPath =
  /(?:[`*[]{0,3}\b(?:GET|PUT|POST|DELETE|DEL|OPTIONS|HEAD|PATCH)\b[`*\]]{0,3}\s?(?:[,|/&+]|\\\||\bor\b|\band\b)\s?){1,4}(?=[`*[]{0,3}(?:GET|PUT|POST|DELETE|DEL|OPTIONS|HEAD|PATCH)\b[\s`*:\]]{1,9}(?:\/|https?:|\{|\$))/;

/** A text of one line that names several methods, once for each of them; else none. */
function singleMethods(text: string): string[] {
  if (text.includes('\n')) return [];
  const [before] = sharedPath.exec(text) ?? [];
  if (before !== undefined) {
    const last = new RegExp(methodWord).exec(text.slice(text.indexOf(before) + before.length))?.[1] ?? '';
    const words = [...new Set([...(before.match(/[A-Z]{3,7}/g) ?? []), last])];
    const rest = text.replace(before, '');
    return words.map((word) => rest.replace(last, word));
  }
  const parts = text.replace(lineLabel, '').split(/\s(?:or|and|\|)\s|,\s(?=[`*]{0,3}[A-Z]{3,7}\s)/);
  return parts.length > 1 && parts.every((part) => startsWithMethod.test(part)) ? parts : [];
}

/** An endpoint and nothing else. */
const startsWithMethod =
  /^[`*]{0,3}(?:GET|PUT|POST|DELETE|DEL|OPTIONS|HEAD|PATCH)[\s`*]{1,5}(?:https?:\/)?\/[^\s`*]{0,300}[`*]{0,3}$/;

function oneEndpoint(block: Block): NamedEndpoint | undefined {
  const exact = blockEndpoint(block);
  if (exact) return { ...exact, block };
  switch (block.kind) {
    case 'heading':
      return headedStatus(block.text) ? undefined : withinText(block.text, block, true);
    case 'prose':
      return block.form === 'paragraph' && (block.text.length < 300 || isLabelled(block.text))
        ? (withinText(block.text, block, false) ?? askedEndpoint(block))
        : undefined;
    case 'code':
      return fenceEndpoint(block);
    default:
      return undefined;
  }
}

/** A sentence that asks for a request: ``Send a `POST` request to the URL endpoint `/boxes/open`.`` */
const asked =
  /(?:\b(?:send(?:ing)?|issue|make|perform|submit|poll|query|with|by|using)\b[^.\n]{0,40}?(?:\n(?:an?|the)\s`?)?|(?:^|[,.:]\s))\b(GET|PUT|POST|DELETE|HEAD|PATCH)\b[`*]{0,3}\s(?:an?\s)?(?:https?\s)?(?:requests?|quer(?:y|ies))\s(?:to|against)\s(?:the\s)?(?:[A-Za-z]{2,20}\s){0,3}`((?:https?:\/\/[^\s`/]{1,200})?\/[^`\s]{1,300})`/gim;

function askedEndpoint(block: ProseBlock): NamedEndpoint | undefined {
  const [first, ...others] = block.text.matchAll(asked);
  const method = httpMethod(first?.[1] ?? '');
  const endpoint = method && others.length === 0 ? endpointOf(method, first?.[2] ?? '') : undefined;
  return endpoint && { ...endpoint, block, text: plainText(block.text) };
}

const lineLabel =
  /^(?:[*_`]*)(?:(?:api|http|rest|request|full|relative)\s+)*(?:endpoint|request|url|uri|route|path|method|call|definition|resource|http|syntax|usage|works with|(?:called|available|reached) (?:as|at|via|by|with))[*_`]*\s*:[*_`]*\s*/i;

/** A heading's endpoint in brackets, as API Blueprint writes it: `Make a box [POST /boxes]`. */
const bracketed = /\[([A-Z]{3,7} {1,3}\/[^\][\s]{0,300})\][ \t]*$/;

/** A heading's path with its method behind it: `` `/boxes/:box` (PUT) ``, `Usage of /boxes/{ids} <small>GET</small>`. */
const methodBehind =
  /^(?:(?:Usage|Documentation|Reference|Details) (?:of|for)\s)?`?(\/[^\s`<]{0,300})`?\s(?:\(`?|<(?:small|span|code|em|b)(?:\s[^<>]{0,100})?>)(GET|PUT|POST|DELETE|OPTIONS|HEAD|PATCH)(?:`?\)|<\/\w{1,5}>)$/;

/** A heading with the method behind the path as one with the method before it. */
function withMethodFirst(heading: string): string {
  return heading.replace(methodBehind, '$2 $1');
}

/** An endpoint in a heading, or on a line of its own behind a label (`**Endpoint:** GET /x`). */
function withinText(source: string, block: Block, isHeading: boolean): NamedEndpoint | undefined {
  const text = isHeading ? withMethodFirst(source.replace(bracketed, '$1')) : source.trim();
  const lines = isHeading ? [text] : text.split('\n');
  const found = lines.flatMap((line) => {
    const rest = isHeading
      ? line
      : withoutOptions(line.replace(lineLabel, '').replaceAll(/^[`*]{1,4}|[`*]{1,4}\.?$/g, ''));
    const matches = [...rest.matchAll(inText)];
    const [match] = matches;
    if (!match || matches.length > 1 || (!isHeading && match.index !== 0)) return [];
    if (!isHeading && match[0].length < trimmedEnd(rest, '`*.').length) return [];
    const method = httpMethod(match[1] ?? '');
    const endpoint = method && endpointOf(method, trimmedEnd(match[2] ?? '', '.,;)'));
    const beside = trimmed(rest.replace(match[0], ' '), ' :()—–-');
    return endpoint ? [{ ...endpoint, block, ...(isHeading && beside !== '' && { text: beside }) }] : [];
  });
  const isShort = isHeading || lines.length <= 2 || (lines.length <= mostLabels && lines.every(isLabelLine));
  return found.length === 1 && isShort ? found[0] : undefined;
}

/** A path with the optional parts of its query, each in brackets, as names alone: `/x?a={a}[&dry=0/1] [&only=a|b]`, `/x[?kind=a|b]`. */
function withoutOptions(line: string): string {
  if (!/\[[?&]/.test(line)) return line;
  let joint = /^[^[]*\?/.test(line) ? '&' : '?';
  return line.replaceAll(/\s?\[[?&]([A-Za-z_][\w.-]{0,60})(?:=[^\][]{0,200})?\]/g, (_, name: string) => {
    const part = `${joint}${name}={${name}}`;
    joint = '&';
    return part;
  });
}

/** More lines are a text. */
const mostLabels = 12;

/** Whether each line of a paragraph says something behind a label. */
function isLabelled(text: string): boolean {
  const lines = text.length < 3000 ? text.split('\n') : [];
  return lines.length > 2 && lines.length <= mostLabels && lines.every(isLabelLine);
}

/** Whether a line is a label in bold with its value: `**Description:** Finds boxes.` */
function isLabelLine(line: string): boolean {
  return /^[-*+\s]{0,4}(?:\*\*|__)[^*_\n]{2,40}(?::(?:\*\*|__)|(?:\*\*|__)\s?:)/.test(line);
}

/** A fence of one line with a path, whose language or info string is the method. */
function fenceEndpoint(block: CodeBlock): NamedEndpoint | undefined {
  const text = block.text.trim();
  if (text.includes('\n') || text.length > 500) return undefined;
  const words = `${block.language ?? ''} ${block.info}`.match(/[A-Za-z]+/g) ?? [];
  const stated = words.flatMap((word) => httpMethod(word) ?? []);
  const [method] = stated;
  const target = pathText(text);
  const endpoint = method && target !== undefined && stated.length === 1 ? endpointOf(method, target) : undefined;
  return endpoint && { ...endpoint, block };
}

/** The path or URL that a text is, its leading slash supplied where the rest can be nothing else; else undefined. */
export function pathText(cell: string): string | undefined {
  const text = cell
    // a word in italics stands for any value
    .replaceAll(/(?<=\/)\*([A-Za-z_][\w-]{0,60})\*(?=[/`\s?]|$)/g, '{$1}')
    .replaceAll(/(?<=\/)<(i|em|var)>([A-Za-z_][\w-]{0,60})<\/\1>(?=[/`\s?]|$)/g, '{$2}')
    .replaceAll(/<a\s[^<>]{1,500}>|<\/a>/g, '')
    .replaceAll(/[`*]/g, '')
    .replaceAll(/\[([^\][]*)\]\([^()\s]*\)/g, '$1')
    .trim();
  if (/^(?:\/|https?:\/\/|\$|\{\{)/.test(text)) return text;
  return /^[\w{}:.<>-]+(?:\/[\w{}:.<>@-]+)*\/?$/.test(text) && /[/.]/.test(text) ? `/${text}` : undefined;
}

import type { JsonValue } from '../base/json.ts';
import { ownObject, ownString } from '../base/json.ts';
import type { Block, ElementBlock } from '../pages/page.ts';
import { trimmedEnd } from '../base/trim.ts';
import { blockText } from './blocks.ts';
import type { HttpMethod, OperationName } from './evidence.ts';
import { withoutTags } from './sections/markup.ts';

const methods: ReadonlySet<string> = new Set(['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace']);

/** An operation named by a page, with the server where the page gives a whole URL. */
export interface Endpoint {
  readonly operation: OperationName;
  readonly server?: string;
  /** The names in the query that is written behind the path. */
  readonly query?: readonly string[];
  /** What is written behind them, in the same order: `<int>`, `{lat}`, `5`. */
  readonly queryValues?: readonly string[];
}

/** A word as an HTTP method (RFC 9110, section 9), whatever its case; `DEL` is DELETE. */
export function httpMethod(word: string): HttpMethod | undefined {
  const method = word.toLowerCase() === 'del' ? 'delete' : word.toLowerCase();
  return methods.has(method) ? (method as HttpMethod) : undefined;
}

/** A variable that stands for scheme and host. */
const hostVariable =
  /^(?:https?:\/\/)?(?:\$\{?\w{1,60}\}?|\{\{\s*[\w.-]{1,60}\s*\}\}|[<{[][\w-]{0,40}(?:host|url|base|server|domain)[\w-]{0,40}[>}\]](?::[\w<>{}]{1,20})?|(?:\w{1,30}_)?(?:host|url|base|root|server|domain)(?:_(?:name|url))?)(?=\/)/i;

/** A path whose placeholders are words in parentheses, or have spaces in them, with `{id_or_name}` for `(id or name)`. */
function joinedPlaceholders(text: string): string {
  return text
    .replaceAll(
      /(?<=\/)\(([A-Za-z][\w ]{0,60})\)(?=[/\s?.]|$)/g,
      (_, name: string) => `{${name.trim().replaceAll(' ', '_')}}`,
    )
    .replaceAll(
      /([{<])([A-Za-z][\w-]{0,30}(?: [\w-]{1,30}){1,4})([}>])/g,
      (_, open: string, name: string, close: string) => {
        return `${open}${name.replaceAll(' ', '_')}${close}`;
      },
    );
}

/**
 * A path or URL as an OpenAPI path template (OAS 3.1, section 4.8.8) with its server: `:id` and `<id>` become `{id}`,
 * the query is dropped. Undefined if it is neither.
 */
function endpointPath(text: string): PathRead | undefined {
  // braces as MDX pages have to write them in text
  const braced = text
    .replaceAll(/&(?:#123|#x7b|lbrace|lcub);/gi, '{')
    .replaceAll(/&(?:#125|#x7d|rbrace|rcub);/gi, '}')
    .replaceAll(/\{(["'`])(\{[^{}"'`\s]{1,100}\})\1\}/g, '$2')
    // as Ruby fills them in
    .replaceAll(/#(?=\{\w{1,60}\})/g, '');
  const written = joinedPlaceholders(braced)
    .replaceAll(/\\([{}_<>[\]*-])/g, '$1')
    .replaceAll(/\[([^\][]*)\]\([^()\s]*\)/g, '$1')
    .trim()
    .replace(hostVariable, '');
  // an optional query in brackets, or one as in RFC 6570, section 3.2.8
  const plain = written.replace(/[[{]\?.*$|(?<=[^\s{])\{$/, '');
  const match = /^(https?:\/\/[^/\s?#]+)?(\/[^\s?#`"']*)(?:[?#]\S*)?$/i.exec(plain);
  const [, server, path] = match ?? [];
  if (path === undefined || path.startsWith('//')) return undefined;
  const template = path
    .replaceAll(/(?<=\/):([A-Za-z_][\w-]*)/g, '{$1}')
    .replaceAll(/<([A-Za-z_][\w-]*)>/g, '{$1}')
    // a variable of the shell; what is written small behind a dollar sign is a word of its own: `$metadata`
    .replaceAll(/(?<=\/)\$([A-Z][A-Z\d]*(?:_[A-Z\d]+)*)(?=[/.]|$)/g, '{$1}')
    .replaceAll(capitals, (name) => (/[a-z]/.test(path) ? `{${name}}` : name))
    .replaceAll(/(?<=\/)\*([A-Za-z_][\w-]*)\*(?=\/|$)/g, '{$1}')
    .replaceAll(/(?<=[/.])\[([A-Za-z_][\w-]*)\](?=[/.]|$)/g, '{$1}')
    .replaceAll(
      /\{\{\s*([\w.-]+)\s*\}\}|\$\{([\w.-]+)\}/g,
      (_, double?: string, dollar?: string) => `{${double ?? dollar}}`,
    );
  const pairs = queryParts(written);
  const query = pairs.map(([name]) => name);
  const queryValues = pairs.map(([, value]) => value);
  return {
    path: template,
    ...(server !== undefined && { server }),
    ...(query.length > 0 && { query, queryValues }),
  };
}

/** A segment of words in capitals among others that are not: `/rooms/ROOM_NAME`, `/rooms/ID`. */
const capitals = /(?<=\/)(?:[A-Z][A-Z\d]*(?:_[A-Z\d]+)+|ID|NAME|UUID|KEY|SLUG)(?=\/|$)/g;

interface PathRead {
  readonly path: string;
  readonly server?: string;
  readonly query?: readonly string[];
  readonly queryValues?: readonly string[];
}

/** The names of a query behind a path, each with what is written behind it: `?a=1&b`, `[?a=1][&b=2]`, `{?a,b}`. */
function queryParts(text: string): [string, string][] {
  const at = text.indexOf('?');
  if (at === -1) return [];
  const rest = text.slice(at + 1).split('#')[0] ?? '';
  const before = text.charAt(at - 1);
  const plain =
    before === '['
      ? rest.replaceAll(/[[\]]/g, '')
      : before === '{'
        ? rest.replaceAll(/[*}]/g, '').replaceAll(',', '&')
        : rest;
  const pairs = plain.split('&').map((pair): [string, string] => {
    const [name = '', ...rest] = pair.split('=');
    return [name, rest.join('=')];
  });
  const told = pairs.filter((pair) => !isAnyPair(pair));
  return told.filter(([name]) => /^[A-Za-z_$][\w$.-]*(?:\[[\w.-]*\])*$/.test(name));
}

/** Whether a pair only says that there are some: `?param=value`. */
function isAnyPair([name, value]: [string, string]): boolean {
  return /^(?:param(?:eter)?|key|name)\d?$/i.test(name) && /^val(?:ue)?\d?$/i.test(value);
}

/** A text in which components and images that only show a method (`<Badge text="GET" />`, `![GET](get.svg)`) are that method. */
function methodBadges(text: string): string {
  const words = text.replace(/^\s{0,3}!\[([A-Z]{3,7})\]\([^()\s]{0,300}\)/, '$1');
  return words.replaceAll(/<([A-Z][\w.]{0,60})\s([^<>]{1,300})>/g, (whole, tag: string, attributes: string) => {
    const any = /=\s{0,3}["'{]{1,2}(get|put|post|patch|delete|head|options)["'}]/i.exec(attributes)?.[1];
    if (any !== undefined && /method|verb|http/i.test(tag)) return any.toUpperCase();
    const named = /\b(?:method|verb)=["'{]{1,3}(get|put|post|patch|delete|head|options)["'}]/i.exec(attributes)?.[1];
    const shown = /=\s{0,3}["'{]{1,2}(GET|PUT|POST|PATCH|DELETE|HEAD|OPTIONS)["'}]/.exec(attributes)?.[1];
    return shown ?? named?.toUpperCase() ?? whole;
  });
}

/** A path whose placeholders look like tags that nothing ends (`/items/<ItemID>`), with braces around these. */
function placeholders(text: string): string {
  return text.replaceAll(/(?<=\/|`[A-Z]{3,7}\s)<([A-Za-z_][\w-]{0,60})>(?=$|[/\s?.`*])/g, (whole, name: string) =>
    text.includes(`</${name}>`) ? whole : `{${name}}`,
  );
}

/** Reads `METHOD /path` or `METHOD https://host/path`, with or without Markdown marks around its parts. */
function endpointText(text: string): Endpoint | undefined {
  if (text.length > 2000) return undefined;
  const plain = joinedPlaceholders(
    withoutTags(methodBadges(placeholders(text)))
      .replaceAll(/[`*]+/g, ' ')
      .trim(),
  );
  const [, word = '', rest = ''] = /^(?:\[)?([A-Za-z]{3,7})(?:\])?[:\s]\s*(\S+)$/.exec(plain) ?? [];
  const method = word === word.toUpperCase() ? httpMethod(word) : undefined;
  // in code a path needs no slash before it, nor where it can be nothing else: `GET api/v1/boxes`
  const mayBeRelative = /`|<code>/.test(text) || /^api\/|^v\d{1,2}\/|\/[{:]/.test(rest);
  const isRelative = mayBeRelative && /^[\w{}:.-]+(?:\/[\w{}:.-]+)+\/?$/.test(rest) && !/^https?:/.test(rest);
  const isWhole = /^[A-Z][A-Z\d_]{0,60}\//.test(rest) && hostVariable.test(rest);
  return method && endpointOf(method, isRelative && !isWhole ? `/${rest}` : rest);
}

/** The endpoint of a method and a path or URL; undefined where the text is neither. Gives no diagnostics. */
export function endpointOf(method: HttpMethod, text: string): Endpoint | undefined {
  const target = endpointPath(text);
  if (!target) return undefined;
  const { path, ...rest } = target;
  return { operation: { method, path }, ...rest };
}

/** Keys under which front matter says more of its operation. */
const nestedKeys = ['api', 'openapi', '_openapi', 'endpoint', 'operation'];

/** The endpoint that front matter names: `api: POST /x`, `openapi: file.json post /x`, or `method:` with `path:`. */
export function frontMatterEndpoint(value: JsonValue | undefined): Endpoint | undefined {
  for (const key of ['api', 'openapi', 'endpoint']) {
    const [, word = '', path = ''] = /(?:^|\s)([A-Za-z]+)\s+(\S+)\s*$/.exec(ownString(value, key) ?? '') ?? [];
    const method = httpMethod(word);
    const endpoint = method && endpointOf(method, path);
    if (endpoint) return endpoint;
  }
  const nested = nestedKeys.map((key) => ownObject(value, key)).find((one) => one !== undefined);
  if (nested) return frontMatterEndpoint(nested);
  const [method] = methodKeys.flatMap((key) => httpMethod(ownString(value, key) ?? '') ?? []);
  const path = method && ownString(value, pathKey(value));
  return method && path !== undefined ? endpointOf(method, path) : undefined;
}

/** `type: get` says a method, too, where it is one. */
const methodKeys = ['method', 'verb', 'http_method', 'type'];

/** The key of a path; a title may be one. */
function pathKey(value: JsonValue | undefined): string {
  const key = ['path', 'endpoint', 'url', 'route'].find((one) => ownString(value, one) !== undefined);
  return key ?? (/^\/\S*$/.test(ownString(value, 'title')?.trim() ?? '') ? 'title' : '');
}

/** The key under which front matter names its endpoint. */
export function frontMatterKey(value: JsonValue): string {
  const keys = [...nestedKeys, 'path', 'url', 'route'];
  return (
    keys.find((key) => ownString(value, key) !== undefined || ownObject(value, key) !== undefined) ?? pathKey(value)
  );
}

/**
 * The endpoint that a block is there to name, and nothing else: a heading, a paragraph or a one-line fence
 * `METHOD /path`, an element with a method and a path in its attributes, or one whose whole text is `METHOD /path`.
 */
export function blockEndpoint(block: Block): Endpoint | undefined {
  switch (block.kind) {
    case 'heading':
      // the markup of a page may write methods small that its style shows large
      return endpointText(
        block.text.replace(/^[a-z]{3,7}(?= \/\S*$)/i, (word) => (httpMethod(word) ? word.toUpperCase() : word)),
      );
    case 'prose':
      // attributes may stand behind code
      return block.form === 'list'
        ? undefined
        : endpointText(shownLarge(block.text.replace(/^(`[^`\n]{1,300}`)\{[^{}\n]{1,100}\}$/, '$1')));
    case 'code': {
      const line = block.text.trim().replace(remark, '');
      // without a slash before it, what holds the id of something is a call
      return block.text.includes('\n') || relativeCall.test(line) ? undefined : endpointText(`\`${line}\``);
    }
    case 'element':
      return (
        elementEndpoint(block, block.children) ??
        (leadsElsewhere(block) ? undefined : endpointText(leafText(block.children))) ??
        attributeEndpoint(childAttributes(block), []) ??
        classEndpoint(block.attributes, leafText(block.children))
      );
    default:
      return undefined;
  }
}

/** Whether an element leads to another page, whose operation it names: `<Card href="/boxes/get">GET /boxes</Card>`. Gives no diagnostics. */
export function leadsElsewhere({ tag, attributes }: ElementBlock): boolean {
  return /^[A-Z]/.test(tag) && (attributes['href'] ?? attributes['to']) !== undefined;
}

/** A line in elements of HTML that is a method in small letters, which the style of the page shows large, and a path. */
function shownLarge(text: string): string {
  if (!text.includes('<') || text.length > 600) return text;
  const [whole, word = '', path = ''] = /^([a-z]{3,7})\s{1,9}(\/\S*)$/.exec(withoutTags(text).trim()) ?? [];
  return whole !== undefined && httpMethod(word) ? `${word.toUpperCase()} ${path}` : text;
}

/** A method and a path without a slash before it, one of whose later segments is a number or has digits and capitals in it. */
const relativeCall =
  /^[A-Z]{3,7}\s{1,9}[^/\s]{1,200}(?:\/[^/\s]{1,200}){0,20}?\/(?:\d{1,40}|(?=[^\s/]{0,60}\d)(?=[^\s/]{0,60}[A-Z])[^\s/{}<:]{6,80})(?=[/?\s]|$)/;

/** What code says in parentheses behind an endpoint: `POST /orders  (signed)`. */
const remark = /(?<=\/\S{0,500})\s{1,20}\([A-Za-z][\w ,-]{1,60}\)$/;

/** A path whose method is a class of the element around it: `<div class="endpoint post">/boxes</div>`. */
function classEndpoint(attributes: Readonly<Record<string, string>>, text: string): Endpoint | undefined {
  const written = (attributes['class'] ?? '').split(/\s+/).flatMap((word) => httpMethod(word) ?? []);
  const [method, ...others] = written;
  // a name of several words in braces
  const path = text.replaceAll(/\{[\w ]{1,60}\}/g, (name) => name.replaceAll(' ', '_'));
  return method && others.length === 0 && /^\/\S*$/.test(path) ? endpointOf(method, path) : undefined;
}

/** Whether an element describes a value by its attributes, and has no text that could be an endpoint. */
function holdsValue({ tag, attributes }: ElementBlock): boolean {
  return /^[A-Z]/.test(tag) && (attributes['type'] !== undefined || attributes['required'] !== undefined);
}

/** The text of an element that holds only short text and elements of the same kind; else the empty string. */
function leafText(blocks: readonly Block[]): string {
  let text = '';
  for (const block of blocks) {
    if (block.kind !== 'prose' && block.kind !== 'element') return '';
    if (block.kind === 'element' && (leadsElsewhere(block) || holdsValue(block))) return '';
    const more = block.kind === 'element' ? leafText(block.children) : block.text;
    if (text.length + more.length > 1000) return '';
    text += ` ${more}`;
  }
  return text.replaceAll(/\s+/g, ' ').trim();
}

/** A component called after a method: `<Put url="/x" />`, `<Endpoint.Post path="/x">`. */
const methodTag =
  /^(?:[A-Z]\w{0,40}\.)?(?:Api|API|Http|HTTP)?(Get|GET|Post|POST|Put|PUT|Patch|PATCH|Delete|DELETE)(?:Endpoint|Request|Operation|Route)?$/;

/** The endpoint in the attributes of an element, whose name may be that of the method. */
function elementEndpoint({ tag, attributes }: ElementBlock, children: readonly Block[]): Endpoint | undefined {
  const method = methodTag.exec(tag)?.[1];
  const path = ['path', 'url', 'route', 'endpoint'].map((name) => attributes[name]).find((one) => one !== undefined);
  // a post may be one to read
  const isCall = path !== undefined && (tag !== 'Post' || /[{:]|\/(?:api|v\d{1,2})\//.test(path));
  const called = method !== undefined && isCall ? attributeEndpoint({ ...attributes, method }, []) : undefined;
  return called ?? attributeEndpoint(attributes, children) ?? titleEndpoint({ attributes, children });
}

/** The endpoint that is the title of what holds values: `<Accordion title="GET /boxes">`. */
function titleEndpoint({ attributes, children }: Pick<ElementBlock, 'attributes' | 'children'>): Endpoint | undefined {
  const title = attributes['title'] ?? attributes['label'] ?? attributes['summary'] ?? '';
  const holdsValues = children.some((child) => child.kind === 'element' && holdsValue(child));
  return holdsValues && attributes['href'] === undefined ? endpointText(title) : undefined;
}

function attributeEndpoint(
  attributes: Readonly<Record<string, string>>,
  children: readonly Block[],
): Endpoint | undefined {
  const value = (names: readonly string[]): string | undefined => {
    const written = Object.entries(attributes).find(([name]) => names.includes(name.toLowerCase()))?.[1];
    // MDX and Svelte write a text with braces in braces
    return /^\{(["'`])([^"'`]*)\1\}$/.exec(written?.trim() ?? '')?.[2] ?? written;
  };
  const listed = listedEndpoint(attributes['operations'] ?? '');
  if (listed) return listed;
  const words = Object.entries(attributes).flatMap(([name, word]) => (/^\d$/.test(name) ? [word] : []));
  const type = value(['type']) ?? '';
  const word = value(['method', 'verb', 'httpmethod', 'http-method']) ?? (/^[A-Z]+$/.test(type) ? type : words[0]);
  const method = httpMethod(word ?? '');
  if (!method) return endpointText(value(['endpoint', 'operation', 'route']) ?? '');
  const stated = value(['path', 'url', 'endpoint', 'route', 'uri', 'href']) ?? words[1];
  const path = stated ?? children.map(blockText).join(' ');
  const base = trimmedEnd(value(['baseurl', 'base-url', 'host', 'server']) ?? '', '/');
  return (
    (base !== '' && !/^[a-z]+:\/\//i.test(path) ? endpointOf(method, base + path) : undefined) ??
    endpointOf(method, path)
  );
}

/** Elements in which an element has its method and path, instead of attributes: `<Method>PUT</Method>`. */
const endpointTags = /^(?:method|verb|httpmethod|path|url|endpoint|route|uri|baseurl)$/i;

/** What the elements in an element say of its endpoint, as attributes. */
function childAttributes({ children }: ElementBlock): Record<string, string> {
  const named = children.flatMap((child): (readonly [string, string])[] => {
    const [only, ...others] = child.kind === 'element' && endpointTags.test(child.tag) ? child.children : [];
    const isText = only?.kind === 'prose' && others.length === 0;
    return child.kind === 'element' && isText ? [[child.tag.toLowerCase(), only.text.replaceAll('`', '').trim()]] : [];
  });
  return Object.fromEntries(named);
}

/** The one operation that an attribute lists: `operations={[{ path: '/x', method: 'get' }]}`. */
function listedEndpoint(written: string): Endpoint | undefined {
  if (written.length > 1000 || (written.match(/\{/g)?.length ?? 0) > 4 || /\}\s*,\s*\{/.test(written)) return undefined;
  const valueOf = (key: string): string =>
    new RegExp(`["']?\\b${key}["']?\\s?:\\s?["']([^"']{1,500})["']`).exec(written)?.[1] ?? '';
  const method = httpMethod(valueOf('method'));
  return method && endpointOf(method, valueOf('path'));
}

/** Whether the endpoint of an element stands in its attributes, or in elements of its own: then what it holds is about the operation. */
export function holdsOperation(block: Block): boolean {
  if (block.kind !== 'element' || block.children.length === 0) return false;
  const named = elementEndpoint({ ...block, children: [] }, []) ?? titleEndpoint(block);
  return (named ?? attributeEndpoint(childAttributes(block), [])) !== undefined;
}

/** What an element that holds an operation says beside its endpoint. Gives no diagnostics. */
export function operationContent({ children }: ElementBlock): readonly Block[] {
  return children.filter((child) => child.kind !== 'element' || !endpointTags.test(child.tag));
}

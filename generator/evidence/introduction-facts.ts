import type { Location } from '../base/location.ts';
import type { Block, CodeBlock, ElementBlock, Page, ProseBlock } from '../pages/page.ts';
import { authSchemes, namedAuth } from './auth-words.ts';
import { allBlocks } from './blocks.ts';
import { credentialOf } from './code-samples.ts';
import { readCurl } from './curl.ts';
import type { Evidence, Fact, SecurityFact } from './evidence.ts';

/** Headings under which a page says how all requests are authenticated. */
const authHeading =
  /^(?:\d[\d.]{0,8}\s+)?(?:(?:api|using (?:the|your)|request)\s+)?(?:authenticat\w+|authori[sz]ation|api keys?|access tokens?|auth)\b/i;

/** Headings under which a page names its servers. */
const serverHeading =
  /^(?:\d[\d.]{0,8}\s+)?(?:api\s+)?(?:base|root|server|host|endpoint)[ -]?(?:urls?|uris?|address(?:es)?|names?)?s?$/i;

/**
 * What pages say of the whole API: its servers, under a heading such as "Base URL", and its authentication, under one such
 * as "Authentication", as headers in code, in cURL commands and in code spans. A server is left out where samples of operations
 * (`stated`) show that it has a path. Gives no diagnostics.
 */
export function introductionFacts(pages: readonly Page[], stated: readonly Evidence[]): Evidence[] {
  const servers = stated.flatMap(({ fact }) => (fact.kind === 'server' ? [fact.url] : []));
  const described = new Set(
    stated.flatMap(({ subject, location }) => (subject.kind === 'operation' ? [location.document] : [])),
  );
  const found = pages.flatMap((page) =>
    page.format === 'markdown' ? pageFacts(page, described.has(page.path) ? ofAll : ofAllOrReader) : [],
  );
  const hosts = [...servers, ...found.flatMap(({ fact }) => (fact.kind === 'server' ? [fact.url] : []))];
  const paths = stated.flatMap(({ subject }) => (subject.kind === 'operation' ? [subject.operation.path] : []));
  const based = pages.flatMap((page) => (page.format === 'markdown' ? basedServers(page, hosts, paths) : []));
  const bases = based.flatMap(({ fact }) => (fact.kind === 'server' ? [fact.url] : []));
  servers.push(...bases);
  return [...found, ...based].filter(
    ({ fact }) => fact.kind !== 'server' || !servers.some((url) => url.startsWith(`${fact.url}/`)),
  );
}

function pageFacts(page: Page, general: RegExp): Evidence[] {
  const found: Evidence[] = [];
  let topic: 'auth' | 'server' | undefined;
  let depth = 0;
  // above the parts of the page, what readers are told of their key is told of all of them
  let speaks = ofAllOrReader;
  const blocks = allBlocks(page.blocks);
  found.push(...titledServer(blocks));
  for (const [index, block] of blocks.entries()) {
    if (serverLabel(blocks[index - 1])) found.push(...serverFacts(block));
    else if (block.kind === 'heading') {
      if (block.depth > 1) speaks = general;
      const next = serverHeading.test(block.text) ? 'server' : authHeading.test(block.text) ? 'auth' : undefined;
      // a deeper heading without a topic of its own goes on with the one above it
      if (next !== undefined || block.depth <= depth) {
        topic = next;
        depth = block.depth;
      }
    } else if (block.kind === 'element' && serverHeading.test(block.attributes['title'] ?? '')) {
      found.push(...block.children.flatMap(serverFacts));
    } else if (block.kind === 'element' && namesApi(block)) {
      found.push(...attributeFacts(block));
    } else if (topic === 'auth') found.push(...authFacts(block, page));
    else if (topic === 'server') found.push(...serverFacts(block));
    else if (block.kind === 'prose')
      found.push(...labelledServers(block), ...(speaks.test(block.text) ? authFacts(block, page) : []));
  }
  return found;
}

/** Whether a paragraph is a label in bold over the addresses of servers: `**Base URL**`. */
function serverLabel(block: Block | undefined): boolean {
  const label = block?.kind === 'prose' ? /^\*\*([^*\n]{1,40}?):?\*\*:?$/.exec(block.text.trim())?.[1] : undefined;
  return label !== undefined && serverHeading.test(label);
}

/** Whether an element without an operation is told a server: `<ApiInfo baseUrl="https://host/v1" auth="basic" />`. */
function namesApi({ attributes }: ElementBlock): boolean {
  const names = new Set(Object.keys(attributes).map((name) => name.toLowerCase()));
  return (
    /^https?:\/\/[^\s/]/i.test(serverOf(attributes)) &&
    !['method', 'path', 'url', 'route'].some((name) => names.has(name))
  );
}

function serverOf(attributes: ElementBlock['attributes']): string {
  const named = Object.entries(attributes).find(([name]) => /^(?:api)?(?:base-?ur[il]|server(?:-?url)?)$/i.test(name));
  return (named?.[1] ?? '').trim();
}

function attributeFacts({ attributes, location: { document, line } }: ElementBlock): Evidence[] {
  const url = serverOf(attributes).replace(/\/$/, '');
  const security = namedAuth(attributes['auth'] ?? attributes['authentication'] ?? '');
  const facts: Fact[] = [{ kind: 'server', url }, ...(security ? [{ kind: 'security', security } as const] : [])];
  return facts.map((fact) => apiFact(fact, { document, line }));
}

/** The address that alone stands right below the title of a page. */
function titledServer([title, line]: readonly Block[]): Evidence[] {
  if (title?.kind !== 'heading' || title.depth !== 1 || line?.kind !== 'prose' || line.form !== 'paragraph') return [];
  // beside a method it is that of an operation
  return /^[`*<]{0,3}https?:\/\/\S+$/i.test(line.text.trim())
    ? serverFacts({ ...line, text: `\`${line.text.replaceAll(/[`*]/g, '')}\`` })
    : [];
}

/** A text that speaks of every call, or of how to be known to the service. */
const ofAll =
  /\b(?:all|every|each)\s(?:of\s(?:the|these)\s)?(?:api\s|http\s)?(?:requests?|calls?|endpoints?)\b|(?:^|[.:]\s)authenticate\s(?:yourself\s)?(?:by|with|using|via)\b|\b(?:all|every|each)\s(?:uris?|urls?|routes?|resources?|methods?|operations?|functions?)\b[^.\n]{0,120}\b(?:requires?|needs?)\b|\b(?:calls?|requests?)\swithout\b[^.\n]{0,80}\b(?:401|403|fail|refused|rejected|denied)|\b(?:the|this)\s(?:[\w-]{1,20}\s){0,2}api\s(?:will\s)?(?:requires?|uses?|is\s(?:protected|secured)\s(?:by|with))\b/i;

/** The same, or above all parts of a page and on one that describes no operation a text that tells readers where their key goes: ``Pass your key in the `X-Key` header``. */
const ofAllOrReader = new RegExp(
  String.raw`${ofAll.source}|\b(?:pass|put|send|include|provide|supply|add|give)\syour\s(?:[\w-]{1,20}\s){0,3}(?:key|token|secret|credentials)\s(?:as|in|with|via|through)\b`,
  'i',
);

const labelledServer =
  /(?:^HOST:|\b(?:(?:base|root)\s(?:url|uri|address|endpoint|path)s?|(?:urls?|uris?|paths?)\s(?:are|is)\srelative|\b(?:api(?:'s)?\s)?root\s(?:of\sthe\sapi\s)?is|\b(?:all|every)\s(?:of\s(?:the|these)\s)?(?:api\s|http\s)?(?:requests?|calls?|endpoints?|routes?|paths?|ur[il]s?|addresses)\s[\w\s]{1,40}?\b(?:to|with|at|by|against|under)\b|\b(?:api|service|server|interface)\s(?:is\s(?:available|served|reachable|hosted|located|exposed|found|at)|lives|listens))\b)[^.\n]{0,40}?(https?:\/\/(?:[\w.-]|\{[\w-]{1,40}\}|<[\w-]{1,40}>)+(?::\d{1,5})?(?:\/[\w./-]*)?)(?=[`\s*_),;<>\]"']|\.?$)/gim;

/** The servers of lines such as `Base URL: https://host/v1`. */
function labelledServers({ text, location }: ProseBlock): Evidence[] {
  // the address of an operation shows a server, but is none
  // the pattern is costly, and few texts show an address
  if (!/https?:\/\//i.test(text)) return [];
  const found = [...text.slice(0, 5000).matchAll(labelledServer)].filter(
    ([, url = '']) => !/\/[^/]*(?:\d{5}|\.\w{2,5}$)/.test(url.replace(/^https?:\/\/[^/]+/, '')),
  );
  return found.map(([, url = '']) => apiFact({ kind: 'server', url: url.replace(/[/.]$/, '') }, location));
}

/** What all paths of a description stand below: ``All paths are relative to `/v1` ``. */
const relativeTo =
  /\b(?:paths?|endpoints?|ur[il]s?|routes?)\b[^.\n]{0,60}\b(?:are|is)\s(?:given\s)?relative\sto\s`(\/[\w-]{1,40}(?:\/[\w-]{1,40}){0,5})\/?`/i;

/** Where the API as a whole stands below a host that is the reader's: ``The API is served under `/api` ``, `The base URL is *<host>/api*`. */
const servedUnder =
  /\b(?:(?:api|interface)(?:\s(?:of|for)\s[^.,;:`\n]{1,40}?)?\s(?:is|are)\s(?:(?:served|available|reachable|located|exposed|found|mounted)\s)?(?:at|under|below)|(?:all|every|each)\s(?:(?:api|of\sthe)\s)?(?:paths?|endpoints?|ur[il]s?|routes?)\s(?:[a-z]{2,12}\s){0,3}(?:starts?|begins?|(?:is|are)\sprefixed)\swith|base\s(?:url|uri|path|endpoint)\b[^.:\n]{0,60}(?:\sis:?|:))\s{1,3}[`*]{1,2}(?:(?:https?:\/\/)?<[\w.-]{1,40}>)?(\/[\w.-]{1,40}(?:\/[\w.-]{1,40}){0,6})\/?[`*]/i;

/** A path that is set apart, if below a host for the reader to fill in: what `relativeTo` and `servedUnder` end in. */
const pathAlone = /[`*](?:(?:https?:\/\/)?<[\w.-]{1,40}>)?\/[\w.-]/i;

/**
 * The servers with the path that a page says all of its paths are relative to, or that the API is served under, where no operation's path
 * begins with it (`paths`): those that have none (`known`), or the path alone where no host is told.
 */
function basedServers({ blocks }: Page, known: readonly string[], paths: readonly string[]): Evidence[] {
  const bare = new Set(known.filter((url) => /^https?:\/\/[^/]+$/.test(url)));
  if (bare.size === 0 && known.length > 0) return [];
  for (const block of allBlocks(blocks)) {
    // the patterns are costly, and few texts set a path apart
    const text = block.kind === 'prose' && pathAlone.test(block.text) ? block.text.slice(0, 5000) : '';
    if (text === '') continue;
    const relative = bare.size === 0 ? undefined : relativeTo.exec(text)?.[1];
    const base = relative ?? servedUnder.exec(text)?.[1];
    const isRepeated = relative === undefined && paths.some((path) => path === base || path.startsWith(`${base}/`));
    if (base === undefined || isRepeated) continue;
    // an address that shows it
    const shown = [...text.matchAll(/https?:\/\/[\w.:-]{1,200}/g)].find(([host]) =>
      text.includes(`${host}${base}`),
    )?.[0];
    const hosts = shown === undefined ? [...bare] : [shown];
    const urls = hosts.length === 0 ? [base] : hosts.map((url) => `${url}${base}`);
    return urls.map((url) => apiFact({ kind: 'server', url }, block.location));
  }
  return [];
}

function apiFact(fact: Fact, location: Location): Evidence {
  return { subject: { kind: 'api' }, fact, location, method: 'prose', confidence: 'medium' };
}

function authFacts(block: Block, page: Page): Evidence[] {
  if (block.kind !== 'code' && block.kind !== 'prose') return [];
  const { location } = block;
  const stated = block.kind === 'code' ? codeCredentials(block, page) : proseCredentials(block.text);
  if (stated.length > 0) return stated.map((security) => apiFact({ kind: 'security', security }, location));
  // what only words say gives way to what is shown
  const named = block.kind === 'prose' ? authSchemes(block.text) : [];
  return named.map((security) => ({ ...apiFact({ kind: 'security', security }, location), confidence: 'low' }));
}

function codeCredentials({ text, textLine }: CodeBlock, page: Page): SecurityFact[] {
  const curl = readCurl(text, { document: page.path, firstLine: textLine });
  const headers = curl?.headers ?? headerLines(text);
  if (curl?.user) return [{ type: 'http', scheme: 'basic' }];
  return headers.flatMap(({ name, value }) => credentialOf(name, value, 'header') ?? []);
}

/** Lines that are a header and nothing else, as in an HTTP message (RFC 9110, section 5). */
function headerLines(text: string): { readonly name: string; readonly value: string }[] {
  return text.split('\n').flatMap((line) => {
    const [, name, value] = /^\s{0,20}([A-Za-z][\w-]{1,60}):[ \t]{0,10}(\S.{0,300})$/.exec(line) ?? [];
    return name !== undefined && value !== undefined ? [{ name, value }] : [];
  });
}

function proseCredentials(text: string): SecurityFact[] {
  const spans = [...text.matchAll(/`([^`\n]{2,200})`(?=([^`\n]{0,20}))/g)];
  const headers = spans.flatMap(({ 1: span = '', 2: after = '', index }) => {
    const before = text.slice(Math.max(0, index - 40), index);
    const [, name, value] = /^([A-Za-z][\w-]{1,60}):[ \t]{0,5}(\S.*)$/.exec(span) ?? [];
    if (name !== undefined && value !== undefined) return credentialOf(name, value, 'header') ?? [];
    const isHeader =
      /^[A-Za-z][\w-]{1,60}$/.test(span) &&
      (span.includes('-') || namedCredential(span).length > 0) &&
      ((span.startsWith('X-') && namedCredential(span).length > 0 && /\bas\s[*_]{0,2}$/.test(before)) ||
        /^(?:,?\s(?:in|as)\s(?:an?|the))?\s{0,3}(?:\*\*\s{0,3})?(?:request\s|http\s)?header\b/i.test(after) ||
        /\bheader\s(?:(?:called|named|field)\s)?[*_]{0,2}$/i.test(before));
    return isHeader ? (credentialOf(span, '', 'header') ?? namedCredential(span)) : [];
  });
  // a parameter of the query beside a header is another way to send the same
  if (headers.length > 0) return headers;
  return spans.flatMap(({ 1: span = '', 2: after = '', index }) => {
    const isQuery = inQueryBehind.test(after) || inQueryBefore.test(text.slice(Math.max(0, index - 40), index));
    return isQuery && /^[A-Za-z][\w-]{1,60}$/.test(span) ? namedCredential(span, 'query') : [];
  });
}

/** Words that say a name beside them is one of the query: ``the query parameter `key` ``, ``the `key` query parameter``. */
const inQueryBefore =
  /\bquery(?:[- ]string)?\s(?:param(?:eter)?|argument|variable)\s(?:(?:called|named)\s)?[*_]{0,2}$/i;
const inQueryBehind = /^(?:\s(?:in|as)\s(?:an?|the))?\s{1,3}query(?:[- ]string)?\b/i;

/** A header or a parameter of the query that every request has to carry, by a name that speaks of credentials. */
function namedCredential(name: string, place: 'header' | 'query' = 'header'): SecurityFact[] {
  const isOne = /(?:key|token|secret|auth|password|session)$/i.test(name) && !/idempoten|csrf|xsrf/i.test(name);
  return isOne ? [{ type: 'apiKey', in: place, name }] : [];
}

function serverFacts(block: Block): Evidence[] {
  // a row for each environment
  const cells =
    block.kind === 'table' ? block.rows.flatMap((row) => row.cells.map((cell) => cell.replaceAll('`', ''))) : [];
  const texts =
    block.kind === 'code'
      ? block.text.split('\n')
      : block.kind === 'table'
        ? cells
        : block.kind === 'prose'
          ? [...block.text.matchAll(/^<?(https?:\/\/[^\s<>]{4,200})>?$|`([^`\n]{8,200})`/g)].map(
              (match) => match[1] ?? match[2] ?? '',
            )
          : [];
  return texts.flatMap((text) => {
    const url = /^https?:\/\/(?:[\w.-]|\{[\w-]{1,40}\}|<[\w-]{1,40}>){1,200}(?::\d+)?(?:\/[\w./-]*)?$/i.exec(
      text.trim(),
    )?.[0];
    return url === undefined ? [] : [apiFact({ kind: 'server', url: url.replace(/\/$/, '') }, block.location)];
  });
}

import type { ListItem, ProseBlock } from '../../pages/page.ts';
import { endpointOf, httpMethod } from '../endpoints.ts';
import { pathTemplate } from '../request-url.ts';
import { withoutLiteralIds } from './literal-ids.ts';
import type { NamedEndpoint } from './section-endpoints.ts';

/** An endpoint in code at the begin of a text, and what is said of it. */
const opening =
  /^(?:[*_]{0,2})`(GET|PUT|POST|DELETE|DEL|OPTIONS|HEAD|PATCH):?\s{1,5}((?:https?:\/\/|\/)[^`\n]{0,500})`[*_]{0,2}(?:\s*(?:[:–—-]|&nbsp;)\s|\s|[.,;]|$)/;

/** What is only a pointer to where the operation is described: an arrow or a dash, and one link. */
const pointer = /^(?:→|->|=>|⇒|[-–—:])?\s*(?:see\s+)?!?\[[^\][]{1,200}\](?:\([^()\s]{0,500}\)|\[[^\][]{0,100}\])\.?$/i;

/** Another endpoint in a text. */
const another = /`(?:GET|PUT|POST|DELETE|DEL|OPTIONS|HEAD|PATCH):?\s{1,5}[/h]/;

/**
 * The endpoints that the items of a list, or the lines of a paragraph, begin with: `` * `POST /lists/3/items.json` adds an item to … ``.
 * An item that only links to another part of the page is an entry of a table of contents and names none, nor does one that
 * tells an endpoint from another; nor a list of which only some items begin with one. Ids that are examples become
 * parameters. Undefined where there is none.
 */
export function openingEndpoints(block: ProseBlock): NamedEndpoint[] | undefined {
  const items = block.items ?? openingLines(block);
  const found = items.map(readOpening);
  const endpoints = found.filter((one) => one !== undefined);
  return endpoints.length > 0 && endpoints.length === items.length ? endpoints : undefined;
}

type Opening = Pick<ListItem, 'text' | 'location'>;

/** The lines of a paragraph where each begins with an endpoint; else the paragraph as a whole. */
function openingLines(block: ProseBlock): readonly Opening[] {
  const { document, line } = block.location;
  const lines = block.text.split('\n').map((text, index): Opening => {
    return { text: text.replaceAll(/<br\s*\/?>/g, ' ').trim(), location: { document, line: line + index } };
  });
  return lines.every(({ text }) => opening.test(text)) ? lines : [block];
}

function readOpening(item: Opening): NamedEndpoint | undefined {
  const text = item.text.trim();
  const [whole = '', word = '', target = ''] = opening.exec(text) ?? [];
  const method = httpMethod(word);
  const endpoint = method && endpointOf(method, target);
  const about = text.slice(whole.length).trim();
  if (!endpoint || pointer.test(about) || another.test(about)) return undefined;
  const operation = {
    method: endpoint.operation.method,
    path: withoutLiteralIds(pathTemplate(endpoint.operation.path)),
  };
  // what a dash or a colon parts from the endpoint is a text of its own
  const isApart = about !== '' && /(?:[:–—-]|&nbsp;)\s$/.test(whole);
  const said = isApart ? `${about.charAt(0).toUpperCase()}${about.slice(1)}` : text;
  const own: ProseBlock = { kind: 'prose', form: 'paragraph', text: said, location: item.location };
  return { ...endpoint, operation, block: own, ...(about !== '' && { text: about }) };
}

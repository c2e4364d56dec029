import type { Report } from '../../base/diagnostic.ts';
import { isObject, own, ownArray, ownObject, ownString, type JsonValue } from '../../base/json.ts';
import { joinPointer } from '../../base/pointer.ts';
import type { Page } from '../../pages/page.ts';
import type { Evidence, Source } from '../evidence.ts';
import { describedEvidence } from '../recordings/described-request.ts';
import { exchangeEvidence, type Exchange } from '../recordings/exchange.ts';
import { inferPaths } from '../recordings/path-inference.ts';
import { postmanExchange, type RequestItem } from '../recordings/postman-request.ts';
import { declaredVariables, settledVariables } from '../recordings/postman-url.ts';
import type { Collection } from '../recordings/postman-text.ts';

/**
 * A Postman collection (2.0 and 2.1): requests in folders with their bodies, saved responses and descriptions. Requests of
 * one operation unite. A request without a method or path gives `evidence/unread`, broken JSON `evidence/broken-sample`.
 */
export const postmanCollection: Source = {
  name: 'postman-collection',
  sniff(page) {
    const root = collectionOf(page);
    if (root === undefined) return { score: 0, reason: 'no list of requests of a Postman collection' };
    const schema = ownString(ownObject(root, 'info'), 'schema') ?? '';
    return /getpostman\.com|postman/i.test(schema)
      ? { score: 1, reason: 'its schema is that of Postman collections' }
      : { score: 0.7, reason: 'a list of items with requests' };
  },
  read,
};

/** The collection that a page holds; exports of the API wrap it into a member `collection`. */
function collectionOf({ data }: Page): JsonValue | undefined {
  const roots = [data?.value, own(data?.value, 'collection')];
  return roots.find((root) => {
    const items = ownArray(root, 'item');
    const isDeclared = /postman/i.test(ownString(ownObject(root, 'info'), 'schema') ?? '');
    return (
      items !== undefined &&
      (isDeclared || items.some((item) => isObject(item) && ('request' in item || 'item' in item)))
    );
  });
}

function read(page: Page, report: Report): Evidence[] {
  const root = collectionOf(page);
  const { data } = page;
  if (root === undefined || !data) return [];
  const start = root === data.value ? '' : '/collection';
  const variables = new Map(declaredVariables(root));
  const items = requestItems(root, start, own(root, 'auth'), variables);
  const collection: Collection = {
    locate: (pointer) => data.locate(pointer),
    variables: settledVariables(variables),
  };
  const exchanges: Placed[] = [];
  for (const item of items) {
    const exchange = postmanExchange(item, collection, report);
    if (exchange) exchanges.push({ exchange, pointer: item.pointer });
    else {
      const text = `the request "${(ownString(item.item, 'name') ?? '').slice(0, 60)}" has no method or no path`;
      report.add('evidence/unread', data.locate(item.pointer), { text });
    }
  }
  const placed = belowServer(exchanges);
  const inferred = inferPaths(placed.map(({ exchange }) => exchange.operation.path));
  const title = ownString(ownObject(root, 'info'), 'name')?.trim();
  const named: Evidence[] = title
    ? [
        {
          subject: { kind: 'api' },
          fact: { kind: 'title', text: title },
          location: data.locate(joinPointer(start, 'info', 'name')),
          method: 'prose',
          confidence: 'high',
        },
      ]
    : [];
  return [
    ...named,
    ...placed.flatMap((one) => {
      const exchange = withTemplate(one.exchange, inferred);
      return [...exchangeEvidence(exchange), ...noted(page, exchange, one.pointer)];
    }),
  ];
}

interface Placed {
  readonly exchange: Exchange;
  readonly pointer: string;
}

/** The requests below a server with a path, where all of them have the same one in their variable for it. */
function belowServer(exchanges: readonly Placed[]): readonly Placed[] {
  const [base, ...others] = new Set(exchanges.map(({ exchange }) => `${exchange.server} ${exchange.base}`));
  const { base: path = '', server = '' } = exchanges[0]?.exchange ?? {};
  if (base === undefined || others.length > 0 || path === '' || server === '') return exchanges;
  return exchanges.map(({ exchange, pointer }) => {
    const operation = { ...exchange.operation, path: exchange.operation.path.slice(path.length) };
    return { exchange: { ...exchange, operation, server: `${server}${path}` }, pointer };
  });
}

/** What the Markdown in the description of a request says of it. */
function noted(page: Page, { operation }: Exchange, pointer: string): Evidence[] {
  const request = joinPointer(pointer, 'request');
  for (const place of [request, pointer]) {
    for (const end of [['description'], ['description', 'content']]) {
      const at = joinPointer(place, ...end);
      const blocks = page.notes?.get(at);
      if (blocks && page.data) return describedEvidence(page, operation, blocks, page.data.locate(at));
    }
  }
  return [];
}

/** The exchange under the template that the requests of the collection show together. */
function withTemplate(exchange: Exchange, inferred: ReturnType<typeof inferPaths>): Exchange {
  const { operation, location } = exchange;
  const found = inferred.get(operation.path);
  if (!found || found.template === operation.path) return exchange;
  const values = [...found.values].map(([name, value]) => ({ name, value, location }));
  return { ...exchange, operation: { ...operation, path: found.template }, path: [...exchange.path, ...values] };
}

/** Deeper folders than this are a trap, not an order. */
const deepest = 100;

/** The requests of a collection in their order; folders add their variables and hand down their authentication. */
function requestItems(
  root: JsonValue,
  start: string,
  auth: JsonValue | undefined,
  variables: Map<string, string>,
): RequestItem[] {
  const found: RequestItem[] = [];
  const visit = (node: JsonValue, pointer: string, inherited: JsonValue | undefined, depth: number): void => {
    for (const [index, item] of (ownArray(node, 'item') ?? []).entries()) {
      const place = joinPointer(pointer, 'item', index);
      const given = own(item, 'auth') ?? inherited;
      if (ownArray(item, 'item') && depth < deepest) {
        for (const [name, value] of declaredVariables(item)) if (!variables.has(name)) variables.set(name, value);
        visit(item, place, given, depth + 1);
      } else if (isObject(item)) found.push({ item, pointer: place, auth: given });
    }
  };
  visit(root, start, auth, 0);
  return found;
}

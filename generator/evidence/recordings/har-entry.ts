import type { Report } from '../../base/diagnostic.ts';
import { own, ownArray, ownObject, ownString, type JsonValue } from '../../base/json.ts';
import type { Location } from '../../base/location.ts';
import { joinPointer } from '../../base/pointer.ts';
import { httpMethod } from '../endpoints.ts';
import type { HttpMethod } from '../evidence.ts';
import { queryPairs, requestUrl } from '../request-url.ts';
import { bodyContent } from './body-text.ts';
import { dataAt, type Content, type Exchange, type Pair, type RecordedResponse } from './exchange.ts';
import { takeCredentials } from './headers.ts';
import { withoutSecrets } from './secrets.ts';

/** A recorded request of an API. */
export interface HarEntry {
  readonly entry: JsonValue;
  readonly pointer: string;
  readonly method: HttpMethod;
  readonly origin: string;
  readonly path: string;
}

/** Media types that programs exchange; all others are pages and what belongs to them. */
const apiType =
  /[/+](?:json|xml)(?:;|$)|^application\/(?:x-www-form-urlencoded|graphql|x-ndjson|.*protobuf)|^text\/(?:csv|json)|^multipart\//i;
const pageFile = /\.(?:html?|css|m?js|map|png|jpe?g|gif|svg|webp|ico|woff2?|ttf|otf|eot|mp[34]|webm|wasm)$/i;

/** The request of a HAR entry (HAR 1.2, `entries`) if an API was called, or undefined: pages, scripts, images, preflights. */
export function harEntry(entry: JsonValue, pointer: string): HarEntry | undefined {
  const request = own(entry, 'request');
  const method = httpMethod(ownString(request, 'method') ?? '');
  const { origin, path } = requestUrl(ownString(request, 'url') ?? '');
  if (!method || method === 'options' || origin === undefined || pageFile.test(path)) return undefined;
  const response = own(entry, 'response');
  const sent = ownString(own(request, 'postData'), 'mimeType') ?? '';
  const received = ownString(own(response, 'content'), 'mimeType') ?? '';
  const isEmpty = /^(?:|x-unknown|application\/x-empty)$/.test(received);
  const isCall = apiType.test(received) || apiType.test(sent) || (isEmpty && method !== 'get' && method !== 'head');
  if (!isCall || /^(?:text\/html|image\/(?!svg)|font\/|text\/css|application\/(?:x-)?javascript)/i.test(received))
    return undefined;
  return { entry, pointer, method, origin, path };
}

/** The exchange of an entry, under a path template; secrets are left out of it. Broken JSON gives `evidence/broken-sample`. */
export function harExchange(
  { entry, pointer, method, origin }: HarEntry,
  inferred: { readonly template: string; readonly values: ReadonlyMap<string, string> },
  locate: (pointer: string) => Location,
  report: Report,
): Exchange {
  const request = own(entry, 'request');
  const place = joinPointer(pointer, 'request');
  const location = locate(joinPointer(place, 'url'));
  const listed = pairsOf(own(request, 'queryString'), joinPointer(place, 'queryString'), locate);
  const fromUrl = requestUrl(ownString(request, 'url') ?? '').query.map((pair) => ({ ...pair, location }));
  const query = takeCredentials(listed.length > 0 ? listed : fromUrl, 'query');
  const headers = pairsOf(own(request, 'headers'), joinPointer(place, 'headers'), locate);
  const body = sentContent(own(request, 'postData'), joinPointer(place, 'postData'), locate, report);
  const response = receivedResponse(own(entry, 'response'), joinPointer(pointer, 'response'), locate, report);
  return {
    operation: { method, path: inferred.template },
    location,
    server: origin,
    path: [...inferred.values].map(([name, value]) => ({ name, value, location })),
    query: query.rest.filter(({ name }) => name !== ''),
    // what a browser adds of its own cannot be told from what the API wants
    headers: [],
    security: [...takeCredentials(headers, 'header').security, ...query.security],
    ...(body && { body }),
    responses: response ? [response] : [],
  };
}

function pairsOf(list: JsonValue | undefined, pointer: string, locate: (pointer: string) => Location): Pair[] {
  if (!Array.isArray(list)) return [];
  return list.map((entry, index) => {
    const value = ownString(entry, 'value');
    const name = ownString(entry, 'name') ?? '';
    return { name, location: locate(joinPointer(pointer, index)), ...(value !== undefined && { value }) };
  });
}

function sentContent(
  postData: JsonValue | undefined,
  pointer: string,
  locate: (pointer: string) => Location,
  report: Report,
): Content | undefined {
  const mediaType = ownString(postData, 'mimeType')?.split(';', 1)[0]?.trim().toLowerCase();
  const params = ownArray(postData, 'params') ?? [];
  const text = ownString(postData, 'text') ?? '';
  const location = locate(joinPointer(pointer, 'text'));
  if (/^(?:multipart\/form-data|application\/x-www-form-urlencoded)$/.test(mediaType ?? '') || params.length > 0) {
    const listed = params.map((entry, index): Pair => {
      const value = ownString(entry, 'value');
      const file = ownString(entry, 'fileName') !== undefined;
      const place = locate(joinPointer(pointer, 'params', index));
      return {
        name: ownString(entry, 'name') ?? '',
        location: place,
        ...(file ? { file } : value !== undefined && { value }),
      };
    });
    const isForm = mediaType !== 'multipart/form-data';
    const pairs = listed.length > 0 || !isForm ? listed : queryPairs(text).map((pair) => ({ ...pair, location }));
    return { ...(mediaType !== undefined && { mediaType }), location, pairs: pairs.filter(({ name }) => name !== '') };
  }
  return text.trim() === '' ? undefined : hidden(bodyContent(text, mediaType, location, report));
}

function receivedResponse(
  response: JsonValue | undefined,
  pointer: string,
  locate: (pointer: string) => Location,
  report: Report,
): RecordedResponse | undefined {
  const status = own(response, 'status');
  // 0 is what browsers note where no answer came
  if (typeof status !== 'number' || !/^[1-5]\d\d$/.test(String(status))) return undefined;
  const location = locate(pointer);
  const content = ownObject(response, 'content');
  const mediaType = ownString(content, 'mimeType')?.split(';', 1)[0]?.trim().toLowerCase();
  const raw = ownString(content, 'text') ?? '';
  const text = ownString(content, 'encoding') === 'base64' ? Buffer.from(raw, 'base64').toString('utf8') : raw;
  if (mediaType === undefined || mediaType === '' || mediaType === 'x-unknown')
    return { status: String(status), location };
  const at = locate(joinPointer(pointer, 'content', 'text'));
  const read = text.trim() === '' ? { mediaType, location: at } : hidden(bodyContent(text, mediaType, at, report));
  return { status: String(status), location, content: read };
}

function hidden(content: Content): Content {
  return content.data ? { ...content, data: dataAt(withoutSecrets(content.data.value), content.location) } : content;
}

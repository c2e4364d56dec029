import { inflateSync } from 'node:zlib';
import { isDataFailure, parseData } from '../../base/data.ts';
import { isObject, ownObject, ownString, setOwn, type JsonObject } from '../../base/json.ts';
import { httpMethod } from '../endpoints.ts';

/** What is larger than this when unpacked is no operation but a bomb. */
const maxLength = 32 * 1024 * 1024;

/** Members of a packed operation that OpenAPI has elsewhere, or not at all. */
const otherMembers = new Set([
  'path',
  'method',
  'info',
  'securitySchemes',
  'servers',
  'postman',
  'jsonRequestBodyExample',
  'extensions',
]);

/** Whether a text may be a packed operation: base64 (RFC 4648) of what begins as zlib data does (RFC 1950, section 2.2). */
export function looksPacked(text: string): boolean {
  return text.length > 40 && /^eJ[A-Za-z0-9+/=\s]+$/.test(text);
}

/** An operation unpacked into a description of its own, or why that did not work. */
export type Unpacked = { readonly value: JsonObject } | { readonly reason: string };

/**
 * Unpacks base64 of zlib of JSON: one operation with its path and method, and what it needs of the description around it
 * (`info`, `servers`, `securitySchemes`). Its summary is only the `title` of the page, which stands for a missing description, too.
 */
export function unpackOperation(text: string, title?: string): Unpacked {
  let json: string;
  try {
    json = inflateSync(Buffer.from(text, 'base64'), { maxOutputLength: maxLength }).toString('utf8');
  } catch (error) {
    const isTooLarge = error instanceof RangeError;
    return { reason: isTooLarge ? 'it is far too large when unpacked' : 'it cannot be unpacked' };
  }
  const data = parseData(json, { document: '' });
  if (isDataFailure(data) || !isObject(data.value)) return { reason: 'it holds no JSON object when unpacked' };
  const operation = data.value;
  const path = ownString(operation, 'path');
  const method = httpMethod(ownString(operation, 'method') ?? '');
  if (path === undefined || !method) return { reason: 'it has no path and method when unpacked' };
  return { value: descriptionOf(withSummary(operation, title), path, method) };
}

/** The operation with its title as its summary; a title that is none is the operationId, or says that there is none. */
function withSummary(operation: JsonObject, title = ''): JsonObject {
  const isSummary =
    !Object.hasOwn(operation, 'summary') &&
    title.trim() !== (ownString(operation, 'operationId') ?? '') &&
    !/^(?:|missing summary)$/i.test(title.trim());
  if (!isSummary) return operation;
  const { description, ...rest } = operation;
  // the copy is as it was written
  if (typeof description === 'string' && plain(description) === plain(title))
    return { ...rest, summary: description.trim() };
  return { ...operation, summary: title.trim() };
}

/** Titles are written without double quotes, in one line. */
function plain(text: string): string {
  return text.replaceAll('"', "'").replaceAll(/\s+/g, ' ').trim();
}

function descriptionOf(operation: JsonObject, path: string, method: string): JsonObject {
  const own: JsonObject = {};
  for (const [key, value] of Object.entries(operation)) if (!otherMembers.has(key)) setOwn(own, key, value);
  const paths: JsonObject = {};
  setOwn(paths, path, { [method]: own });
  const info = ownObject(operation, 'info') ?? {};
  const { servers, securitySchemes } = operation;
  return {
    openapi: '3.1.0',
    info: { ...info, title: ownString(info, 'title') ?? 'API', version: ownString(info, 'version') ?? '0.0.0' },
    ...(Array.isArray(servers) && servers.length > 0 && { servers }),
    paths,
    ...(isObject(securitySchemes) && { components: { securitySchemes } }),
  };
}

import type { Block } from '../../pages/page.ts';
import { httpMethod } from '../endpoints.ts';
import type { HttpMethod } from '../evidence.ts';
import { matchPath, requestUrl } from '../request-url.ts';
import type { OperationUnit, Part } from './units.ts';

/**
 * The parts of an operation that is described together with others of its path, without those behind the call of another: what follows
 * `PUT /boxes/1` under the same heading is shown of that one. All parts where no two of them are called. Gives no diagnostics.
 */
export function ownCalls({ endpoint, parts, isShared }: OperationUnit): Part[] {
  if (isShared !== true) return parts;
  const { path, method } = endpoint.operation;
  const calls = parts.map(({ block }) => calledMethod(block, path));
  if (new Set(calls.filter((call) => call !== undefined)).size < 2) return parts;
  let current: { readonly method: HttpMethod; readonly heading: Block | undefined } | undefined;
  return parts.filter((part, index) => {
    const { heading } = part.section;
    const call = calls[index];
    if (call) current = { method: call, heading: heading ?? current?.heading };
    // below a further heading it is about all of them again
    else if (heading && current?.heading && heading !== current.heading) current = undefined;
    return current === undefined || current.method === method;
  });
}

/** The method of a call of a path that code begins with. */
function calledMethod(block: Block, path: string): HttpMethod | undefined {
  if (block.kind !== 'code') return undefined;
  const [, word = '', url = ''] = /^\s{0,20}([A-Z]{3,7})[ \t]{1,9}(\S{1,1000})/.exec(block.text) ?? [];
  const method = httpMethod(word);
  return method && matchPath(path, requestUrl(url).path) ? method : undefined;
}

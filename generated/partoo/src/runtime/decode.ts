import { DecodeError, type RequestIdentity } from './errors.js';

/** How a body is read: as what its status promises, or (`any`) as what its Content-Type says. */
export type BodyKind = 'json' | 'text' | 'binary' | 'any';

const isJson = (type: string): boolean => /[/+]json\b/i.test(type);
const isText = (type: string): boolean => type === '' || /^text\/|[/+]xml\b|form-urlencoded/i.test(type);

/**
 * The body of a response; undefined for 204, 205, 304 and HEAD. A body promised as JSON that is none ends in a
 * DecodeError; one that nobody promised stays text.
 */
export async function decode(
  request: RequestIdentity,
  response: Response,
  kind: BodyKind | undefined,
): Promise<unknown> {
  if (request.method === 'HEAD' || /^(?:20[45]|304)$/.test(String(response.status))) return undefined;
  const type = response.headers.get('Content-Type') ?? '';
  const open = kind === undefined || kind === 'any';
  if (kind === 'binary' || (open && !isJson(type) && !isText(type))) return response.blob();
  const text = await response.text();
  if (kind === 'text') return text;
  if (open && text === '') return undefined;
  if (open && !isJson(type)) return text;
  try {
    return JSON.parse(text) as unknown;
  } catch (cause) {
    if (kind === undefined) return text;
    throw new DecodeError(request, response, text, cause);
  }
}

import type { WebAccess } from '../base/options.ts';
import type { Document } from './document.ts';

/** A page of the web could not be read, and why, as a clause without secrets. */
export interface FetchFailure {
  readonly reason: string;
}

const maxBytes = 50 * 1024 * 1024;
const maxMilliseconds = 60_000;
const maxRedirects = 5;

/** The name under which a page is known from here on: its URL without user information, query and fragment. */
export function webPath(url: string): string {
  const { origin, pathname } = new URL(url);
  return `${origin}${pathname}`;
}

/** Why a page may not be fetched, or undefined where it may. Nothing is asked of the network. */
export function webRefusal(address: string, { hosts }: WebAccess): string | undefined {
  if (!URL.canParse(address)) return 'it is no URL';
  const url = new URL(address);
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return `"${url.protocol}" is not fetched`;
  if (url.username !== '' || url.password !== '') return 'it holds a user name or password; send them as a header';
  return hosts.some((host) => sameHost(host, url)) ? undefined : `the host ${url.host} is not allowed`;
}

function sameHost(name: string, url: URL): boolean {
  const address = `${url.protocol}//${name}`;
  return URL.canParse(address) && new URL(address).host === url.host;
}

/**
 * Fetches a page of an allowed host as UTF-8 text, within a minute, of at most 50 MB; a redirection is followed to allowed hosts
 * only, each of which gets its own headers and no others.
 */
export async function fetchDocument(address: string, access: WebAccess): Promise<Document | FetchFailure> {
  const signal = AbortSignal.timeout(maxMilliseconds);
  let url = address;
  try {
    for (let redirects = 0; redirects <= maxRedirects; redirects += 1) {
      const refused = webRefusal(url, access);
      if (refused !== undefined)
        return { reason: redirects === 0 ? refused : `it redirects to ${webPath(url)}: ${refused}` };
      const response = await fetch(url, { redirect: 'manual', signal, headers: headersFor(url, access) });
      const next = response.headers.get('location');
      if (response.status < 300 || response.status >= 400 || next === null) return await readAnswer(response, address);
      await response.body?.cancel();
      if (!URL.canParse(next, url)) return { reason: 'it redirects to something that is no URL' };
      url = new URL(next, url).href;
    }
    return { reason: `it redirects more than ${maxRedirects} times` };
  } catch (error) {
    return { reason: networkReason(error) };
  }
}

function headersFor(address: string, { headers }: WebAccess): Record<string, string> {
  const url = new URL(address);
  const own = Object.entries(headers).filter(([host]) => sameHost(host, url));
  const accept = 'application/yaml, application/json;q=0.9, */*;q=0.5';
  return Object.assign({ accept }, ...own.map(([, values]) => values)) as Record<string, string>;
}

async function readAnswer(response: Response, address: string): Promise<Document | FetchFailure> {
  if (!response.ok) {
    await response.body?.cancel();
    return { reason: `the server answers with status ${response.status}` };
  }
  const chunks: Uint8Array[] = [];
  let size = 0;
  const reader = response.body?.getReader();
  for (let part = await reader?.read(); part?.value !== undefined; part = await reader?.read()) {
    size += part.value.byteLength;
    if (size > maxBytes) {
      await reader?.cancel();
      return { reason: `it is larger than ${maxBytes / 1024 / 1024} MB` };
    }
    chunks.push(part.value);
  }
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(chunks));
    const path = webPath(address);
    return { path, text, ...(path !== address && { uri: address }) };
  } catch {
    return { reason: 'it is not valid UTF-8' };
  }
}

const networkReasons: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'the connection is refused',
  ECONNRESET: 'the connection broke',
  ENOTFOUND: 'the host is unknown',
  EAI_AGAIN: 'the host name could not be looked up',
  ETIMEDOUT: 'the host does not answer',
  UND_ERR_CONNECT_TIMEOUT: 'the host does not answer',
  UND_ERR_SOCKET: 'the connection broke',
};

/** A failure of the network in plain words; texts of others are left out, for they may quote what was sent. */
function networkReason(error: unknown): string {
  if (error instanceof Error && error.name === 'TimeoutError') return 'it takes longer than a minute';
  const cause = error instanceof Error ? error.cause : undefined;
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : '';
  return networkReasons[code] ?? 'the request failed';
}

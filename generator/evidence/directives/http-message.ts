import { httpMethod } from '../endpoints.ts';
import type { HttpMethod } from '../evidence.ts';

/** An HTTP/1.1 message as documentation shows it (RFC 9112, section 2.1). */
export interface HttpMessage {
  readonly kind: 'request' | 'response';
  readonly method?: HttpMethod;
  readonly status?: string;
  readonly headers: readonly { readonly name: string; readonly value: string }[];
  readonly mediaType?: string;
  readonly body: string;
  /** How many lines stand before the body. */
  readonly bodyLine: number;
}

/** Reads a message, or undefined where the text does not begin with a request line or a status line. */
export function readHttpMessage(text: string): HttpMessage | undefined {
  const lines = text.split('\n');
  const start = lines[0]?.trim() ?? '';
  const status = /^HTTP\/\d(?:\.\d)?\s+([1-5]\d\d)\b/.exec(start)?.[1];
  const method = httpMethod(/^([A-Z]+)\s+\S+(?:\s+HTTP\/\d(?:\.\d)?)?$/.exec(start)?.[1] ?? '');
  if (status === undefined && !method) return undefined;
  const end = lines.indexOf('', 1);
  const headLines = lines.slice(1, end === -1 ? lines.length : end);
  const headers = headLines.flatMap((line) => {
    const colon = line.indexOf(':');
    return colon < 1 ? [] : [{ name: line.slice(0, colon).trim(), value: line.slice(colon + 1).trim() }];
  });
  const declared = headers.find(({ name }) => /^content-type$/i.test(name))?.value;
  const mediaType = declared?.split(';', 1)[0]?.trim().toLowerCase();
  return {
    kind: status === undefined ? 'request' : 'response',
    ...(method && { method }),
    ...(status !== undefined && { status }),
    headers,
    ...(mediaType !== undefined && { mediaType }),
    body:
      end === -1
        ? ''
        : lines
            .slice(end + 1)
            .join('\n')
            .trim(),
    bodyLine: end === -1 ? 0 : end + 1,
  };
}

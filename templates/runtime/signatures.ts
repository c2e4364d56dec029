import type { SignedMessage, VerifySignature } from './webhooks.js';

/** How an API signs what it sends, with a secret that both know. */
export interface HmacOptions {
  readonly secret: string | Uint8Array<ArrayBuffer>;
  /** The header with the signature. */
  readonly header: string;
  /** SHA-256 unless said otherwise. */
  readonly hash?: 'SHA-1' | 'SHA-256' | 'SHA-384' | 'SHA-512' | undefined;
  /** How the signature is written; hex unless said otherwise. */
  readonly encoding?: 'hex' | 'base64' | undefined;
  /** What stands before it: `sha256=`. */
  readonly prefix?: string | undefined;
  /** What is signed, where it is not the body alone: `({ body, headers }) => …`. */
  readonly message?: ((message: SignedMessage) => string | Uint8Array<ArrayBuffer>) | undefined;
  /** The signatures in the header, where it holds more than one, or more than them; one that fits is enough. */
  readonly signatures?: ((header: string) => readonly string[]) | undefined;
}

/** Checks signatures made by HMAC (RFC 2104), in a time that does not tell how much of one was right. */
export function hmacSignature({
  secret,
  header,
  hash = 'SHA-256',
  encoding = 'hex',
  prefix = '',
  message = ({ body }) => body,
  signatures = (text) => [text],
}: HmacOptions): VerifySignature {
  const algorithm = { name: 'HMAC', hash };
  const key = crypto.subtle.importKey('raw', bytesOf(secret), algorithm, false, ['verify']);
  // a secret that is refused is told where it is used
  key.catch(() => undefined);
  return async (received) => {
    const given = received.headers.get(header);
    if (given === null) return false;
    const signed = bytesOf(message(received));
    let isValid = false;
    for (const text of signatures(given)) {
      const signature = text.startsWith(prefix) ? decoded(text.slice(prefix.length).trim(), encoding) : undefined;
      // `verify` compares in constant time
      if (signature && (await crypto.subtle.verify('HMAC', await key, signature, signed))) isValid = true;
    }
    return isValid;
  };
}

/** Whether two texts or byte sequences are equal, in a time that hangs on their lengths alone. */
export function equalInConstantTime(
  left: string | Uint8Array<ArrayBuffer>,
  right: string | Uint8Array<ArrayBuffer>,
): boolean {
  const one = bytesOf(left);
  const other = bytesOf(right);
  let difference = one.length ^ other.length;
  for (let index = 0; index < one.length; index += 1) difference |= (one[index] ?? 0) ^ (other[index] ?? 0);
  return difference === 0;
}

function bytesOf(value: string | Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  return typeof value === 'string' ? new TextEncoder().encode(value) : value;
}

/** The bytes that a text stands for; undefined where it stands for none. */
function decoded(text: string, encoding: 'hex' | 'base64'): Uint8Array<ArrayBuffer> | undefined {
  if (encoding === 'hex') {
    if (text.length % 2 !== 0 || !/^[\da-f]*$/i.test(text)) return undefined;
    return Uint8Array.from({ length: text.length / 2 }, (_, index) =>
      Number.parseInt(text.slice(index * 2, index * 2 + 2), 16),
    );
  }
  const [, plain = ''] = /^([\w+/-]*)={0,2}$/.exec(text) ?? [];
  if ((plain === '' && text !== '') || plain.length % 4 === 1) return undefined;
  return Uint8Array.from(atob(plain.replaceAll('-', '+').replaceAll('_', '/')), (char) => char.charCodeAt(0));
}

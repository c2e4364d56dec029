// Addresses of hosts, for the generated validators.

const ipv4 = /^(?:(?:25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)\.){3}(?:25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)$/;

/** `ipv4`: four decimal numbers (RFC 2673, section 3.2). */
export function isIpv4(text: string): boolean {
  return ipv4.test(text);
}

/** `ipv6`: RFC 4291, section 2.2, without a zone. */
export function isIpv6(text: string): boolean {
  if (text.length > 45) return false;
  const [before = '', after, more] = text.split('::');
  if (more !== undefined) return false;
  if (after === undefined) return groups(before, true) === 8;
  return groups(before, false) + groups(after, true) <= 7;
}

/** How many groups of 16 bits a text stands for, of which the last two may be an IPv4 address; NaN for any other text. */
function groups(text: string, mayEndInIpv4: boolean): number {
  if (text === '') return 0;
  const parts = text.split(':');
  const mixed = mayEndInIpv4 && isIpv4(parts.at(-1) ?? '');
  const plain = mixed ? parts.slice(0, -1) : parts;
  if (!plain.every((part) => /^[\da-f]{1,4}$/i.test(part))) return NaN;
  return parts.length + (mixed ? 1 : 0);
}

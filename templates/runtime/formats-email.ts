import { isIpv4, isIpv6 } from './formats-address.js';

// Mailboxes of RFC 5321, for the generated validators.

const dotted = /^[\w!#$%&'*+/=?^`{|}~-]+(?:\.[\w!#$%&'*+/=?^`{|}~-]+)*$/;
const quoted = /^"(?:[ !#-[\]-~]|\\[ -~])*"$/;
const domain = /^[a-z\d-]{1,63}(?:\.[a-z\d-]{1,63})*$/i;

/** `email`: a mailbox (RFC 5321, section 4.1.2), of the lengths of section 4.5.3.1. */
export function isEmail(text: string): boolean {
  const at = text.lastIndexOf('@');
  const local = text.slice(0, Math.max(at, 0));
  if (local.length > 64 || !(dotted.test(local) || quoted.test(local))) return false;
  return isMailDomain(text.slice(at + 1));
}

/** What stands after the `@`: a name of letters, digits and hyphens, or an address in brackets. */
export function isMailDomain(text: string): boolean {
  if (text.length > 255) return false;
  if (text.startsWith('[IPv6:')) return text.endsWith(']') && isIpv6(text.slice(6, -1));
  if (text.startsWith('[')) return text.endsWith(']') && isIpv4(text.slice(1, -1));
  return domain.test(text) && !/^-|-$|-\.|\.-/.test(text);
}

import { isMailDomain } from './formats-email.js';
import { isIdnHostname } from './formats-idn-hostname.js';

// Mailboxes with letters of all scripts, for the generated validators.

const dotted = /^[\w!#$%&'*+/=?^`{|}~\u0080-\u{10FFFF}-]+(?:\.[\w!#$%&'*+/=?^`{|}~\u0080-\u{10FFFF}-]+)*$/u;
const quoted = /^"(?:[ !#-[\]-~\u0080-\u{10FFFF}]|\\[ -~])*"$/u;

/** `idn-email`: a mailbox of RFC 6531, section 3.3; names of hosts may be written in any normalization form. */
export function isIdnEmail(text: string): boolean {
  const at = text.lastIndexOf('@');
  const local = text.slice(0, Math.max(at, 0));
  if (local.length > 64 || !(dotted.test(local) || quoted.test(local)) || octets(local) > 64) return false;
  const domain = text.slice(at + 1);
  return isMailDomain(domain) || (domain.length <= 506 && isIdnHostname(domain.normalize('NFC')));
}

/** How many octets a text takes in UTF-8. */
function octets(text: string): number {
  let count = 0;
  for (const char of text) {
    const point = char.codePointAt(0) ?? 0;
    count += point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x1_0000 ? 3 : 4;
  }
  return count;
}

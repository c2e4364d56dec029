import { isInternationalLabel } from './formats-idn-label.js';
import { fromPunycode } from './formats-punycode.js';

// Names of hosts, for the generated validators.

/** `hostname`: RFC 1123, section 2.1; labels that begin with `xn--` stand for others, which are looked at too (RFC 5890). */
export function isHostname(text: string): boolean {
  return text.length <= 253 && text.split('.').every((label) => plainLabel(label) !== undefined);
}

/** A label of ASCII as it is meant, `xn--` decoded (RFC 5890, section 2.3.2.1); undefined where it is none. */
export function plainLabel(label: string): string | undefined {
  if (label.length > 63 || !/^[a-z\d-]+$/i.test(label) || label.startsWith('-') || label.endsWith('-'))
    return undefined;
  if (!/^xn--/i.test(label)) return label;
  const meant = fromPunycode(label.slice(4).toLowerCase());
  return meant !== undefined && isInternationalLabel(meant) ? meant : undefined;
}

import { fitsDirection, isInternationalLabel, isRightToLeft } from './formats-idn-label.js';
import { plainLabel } from './formats-hostname.js';
import { toPunycode } from './formats-punycode.js';

// Names of hosts with letters of all scripts, for the generated validators.

/** No longer text has an ASCII form of 253 characters: a pair of surrogates takes one of them at least. */
const longest = 506;

/** `idn-hostname`: RFC 5890, section 2.3.2.3, with the dots of RFC 3490, section 3.1. */
export function isIdnHostname(text: string): boolean {
  if (text.length > longest) return false;
  const labels = text.split(/[.\u3002\uFF0E\uFF61]/);
  const meant: string[] = [];
  let length = labels.length - 1;
  for (const label of labels) {
    const isPlain = !/[^\0-\x7F]/.test(label);
    const decoded = isPlain ? plainLabel(label) : isInternationalLabel(label) ? label : undefined;
    if (decoded === undefined) return false;
    const size = isPlain ? label.length : 4 + toPunycode(label).length;
    if (size > 63) return false;
    length += size;
    meant.push(decoded);
  }
  if (length > 253) return false;
  // RFC 5893, section 1.4: the rule holds for all labels as soon as one runs from right to left
  return !meant.some(isRightToLeft) || meant.every(fitsDirection);
}

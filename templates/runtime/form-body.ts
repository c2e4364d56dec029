import type { BodyEncoder } from './bodies.js';
import { own } from './own.js';
import {
  formExplodedStyle,
  isPresent,
  keepReserved,
  percentEncode,
  plainText,
  presentEntries,
  type Encoder,
  type Escape,
} from './styles.js';

// `application/x-www-form-urlencoded` (OpenAPI 3.1, section 4.8.14.4).

const formEscape: Escape = (text) => percentEncode(text).replaceAll('%20', '+');

/** Lists by repetition, objects as JSON. */
const formField: Encoder = (name, value, escape) =>
  formExplodedStyle(name, Array.isArray(value) ? value : plainText(value), escape);

/** A form some of whose fields are written in a way of their own, as their Encoding Objects say; null is left out. */
export const formBodyOf =
  (encoders: Readonly<Record<string, Encoder>>): BodyEncoder =>
  (value) => {
    if (value instanceof URLSearchParams) return value;
    return presentEntries(value ?? {})
      .map(([name, member]) => (own(encoders, name) ?? formField)(name, member, formEscape))
      .filter(isPresent)
      .join('&');
  };

/** A form: lists by repetition, objects as JSON, null left out. */
export const formBody: BodyEncoder = /* @__PURE__ */ formBodyOf({});

/** Lets reserved characters stand, as `allowReserved` says. */
export const withReserved =
  (encode: Encoder): Encoder =>
  (name, value) =>
    encode(name, value, keepReserved);
